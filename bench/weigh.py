#!/usr/bin/env python3
"""Learn checker/align/evidence.toml: how much each shared thing says that two values answer one question.

    bench/weigh.py [--write]      logistic regression on the marked items of half A of events/dev and events/real, and of bench/events

A pair of readings is a yes where both overlap sides of one marked conflict, doubtful item or agreement; a no elsewhere, except that
pairs of equal values which nobody marked are left out (many are one fact that the gold did not list). No text or word goes into the
weights: they are a few dozen numbers over the features of checker/align/evidence.py. Prints what each weight is, and the precision
and recall of the pairs with events left out in turn.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]
EVENTS = ROOT.parent / "shared" / "events"


def half_a() -> list[Path]:
    """The events to learn from: half A of dev and real, and our own."""
    dev = sorted((EVENTS / "dev").iterdir())
    real = [e for e in sorted((EVENTS / "real").iterdir()) if int(re.match(r"\d+", e.name)[0]) % 2]  # type: ignore[index]
    own = sorted(p.parent for p in (ROOT / "bench" / "events").glob("*/gold.json"))
    return dev[: (len(dev) + 1) // 2] + real + own


def examples(event: Path) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Features, labels and weights of every pair of an event."""
    from checker.align.evidence import features, shared_terms
    from checker.align.fields import of_cards
    from checker.config import Config
    from checker.facts import COMPARATORS
    from checker.story import understand_story

    gold = json.loads((event / "gold.json").read_text(encoding="utf-8"))
    story = understand_story([str(p) for p in sorted(event.glob("*.txt"))], Config(), one_clock=True)
    readings = sorted(of_cards(story.readings)[1], key=lambda r: (r.fact.span, r.fact.kind))
    place = {Path(r.path).name: i for i, r in enumerate(story.sources)}
    items: list[set[int]] = [set() for _ in readings]
    traps: list[set[int]] = [set() for _ in readings]
    number = 0
    for section in ("conflicts", "doubtful", "agreements", "traps"):
        for item in gold.get(section, []):
            number += 1
            for side in item["sides"]:
                source, start, end = place.get(side["report"]), side["start"], side["start"] + len(side["text"])
                for k, r in enumerate(readings):
                    if r.fact.kind == item["kind"] and r.fact.span.source == source and r.fact.span.start < end and r.fact.span.end > start:
                        (traps if section == "traps" else items)[k].add(number)
    pairs, x = features(readings, shared_terms(readings))
    y, w, keep = [], [], []
    for k, (a, b) in enumerate(pairs):
        yes = bool(items[a] & items[b])
        agree = COMPARATORS[readings[a].fact.kind].compare(readings[a].fact.value, readings[b].fact.value, {}).verdict == "agree"
        if not yes and agree and not traps[a] & traps[b]:
            continue
        keep.append(k)
        y.append(float(yes))
        w.append(3.0 if traps[a] & traps[b] else 1.0)
    return x[keep], np.array(y), np.array(w)


def fitted(x: np.ndarray[Any, Any], y: np.ndarray[Any, Any], w: np.ndarray[Any, Any], ridge: float = 2.0) -> np.ndarray[Any, Any]:
    """Weights and bias by Newton's method with a ridge on the weights."""
    x1 = np.hstack([x, np.ones((len(x), 1))])
    beta = np.zeros(x1.shape[1])
    penalty = np.full(x1.shape[1], ridge)
    penalty[-1] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x1 @ beta, -30, 30)))
        gradient = x1.T @ (w * (y - p)) - penalty * beta
        hessian = (x1 * (w * p * (1 - p))[:, None]).T @ x1 + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def main() -> None:
    import cached

    cached.keep_parsed()
    from checker.align.evidence import NAMES

    sets = [examples(e) for e in half_a()]
    sets = [s for s in sets if len(s[1])]
    print("pairs", sum(len(s[1]) for s in sets), "yes", int(sum(s[1].sum() for s in sets)))
    said, true = [], []
    for fold in range(8):
        rest = [s for k, s in enumerate(sets) if k % 8 != fold]
        beta = fitted(np.vstack([s[0] for s in rest]), np.hstack([s[1] for s in rest]), np.hstack([s[2] for s in rest]))
        for k, s in enumerate(sets):
            if k % 8 == fold:
                said.append(1 / (1 + np.exp(-(s[0] @ beta[:-1] + beta[-1]))))
                true.append(s[1])
    p, t = np.hstack(said), np.hstack(true)
    for cut in (0.1, 0.2, 0.3, 0.5, 0.7, 0.9):
        print(f"left out: at {cut}: precision {t[p >= cut].mean():.2f} recall {t[p >= cut].sum() / t.sum():.2f} of {int(t.sum())}")
    beta = fitted(np.vstack([s[0] for s in sets]), np.hstack([s[1] for s in sets]), np.hstack([s[2] for s in sets]))
    lines = [
        "# How much each shared thing says that two values answer one question; see evidence.py. Written by bench/weigh.py --write.",
        'source = "logistic regression on half A of shared/events (dev; real: ECB+, CC BY 3.0) and on bench/events; numbers only, no text"',
        f"bias = {beta[-1]:.3f}",
        "",
        "[weights]",
        *(f"{name} = {value:.3f}" for name, value in zip(NAMES, beta, strict=False)),
        "",
    ]
    print("\n".join(lines))
    if "--write" in sys.argv:
        (ROOT / "checker" / "align" / "evidence.toml").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
