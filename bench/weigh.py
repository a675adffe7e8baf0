#!/usr/bin/env python3
"""Learn what the aligner weighs pairs by: checker/align/questions/evidence.toml and checker/align/questions/forest.npz.

    bench/weigh.py [--write]      on the marked items of half A of events/dev and events/real, of bench/real and of bench/events;
                                  needs scikit-learn

First how much each shared thing says that two values answer one question (logistic regression): a pair is a yes where both overlap
sides of one marked conflict, doubtful item or agreement; a no elsewhere, except that pairs of equal values which nobody marked are
left out (many are one fact that the gold did not list). Then how surely two different values cannot both be right (extremely
randomised trees): a pair is a yes where both overlap sides of one marked conflict; learned on copies of the events too, in which
agreements were made conflicts (alter.py). No text or word goes into either, only numbers.
Prints how many pairs are right and wrong at a surety, with events (never copies) left out in turn.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import multiprocessing
import pickle
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from checker.align.questions.met import Met
    from checker.model import Reading

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]
EVENTS = ROOT.parent / "shared" / "events"
Examples = tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], np.ndarray[Any, Any]]
FOLDS = 10
REAL = 3.0  # times that a pair of real papers counts: there are few, and most of their values differ without a conflict
LEARNED_ON = "half A of shared/events (dev; real: ECB+, CC BY 3.0), on bench/real and bench/events; numbers only, no text"


def half_a(folder: Path) -> list[Path]:
    """The events to learn from: half A of dev and real, other papers of its topics, which are written into `folder`, and our own."""
    from real import unfolded

    dev = sorted((EVENTS / "dev").iterdir())
    real = [e for e in sorted((EVENTS / "real").iterdir()) if int(re.match(r"\d+", e.name)[0]) % 2]  # type: ignore[index]
    own = sorted(p.parent for p in (ROOT / "bench" / "events").glob("*/gold.json"))
    return dev[: (len(dev) + 1) // 2] + real + unfolded(folder) + own


def marked_readings(event: Path) -> tuple[list[Reading], Mapping[str, list[set[int]]]]:
    """The readings of an event that meet under questions, and for each section of its gold the items each reading is a side of."""
    from checker.align.fields import of_cards
    from checker.config import Config
    from checker.story import understand_story

    gold = json.loads((event / "gold.json").read_text(encoding="utf-8"))
    story = understand_story([str(p) for p in sorted(event.glob("*.txt"))], Config(), one_clock=True)
    readings = sorted(of_cards(story.readings)[1], key=lambda r: (r.fact.span, r.fact.kind))
    place = {Path(r.path).name: i for i, r in enumerate(story.sources)}
    items: dict[str, list[set[int]]] = {}
    number = 0
    for section in ("conflicts", "doubtful", "agreements", "traps"):
        items[section] = [set() for _ in readings]
        for item in gold.get(section, []):
            number += 1
            for side in item["sides"]:
                for k in _of_side(readings, item["kind"], side, place):
                    items[section][k].add(number)
    return readings, items


def examples(event: Path) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Features, labels and weights of every pair of an event."""
    from checker.align.questions.evidence import features
    from checker.align.questions.shared import shared_terms
    from checker.facts import COMPARATORS

    readings, of_section = marked_readings(event)
    items = [set().union(*sides) for sides in zip(*(of_section[s] for s in ("conflicts", "doubtful", "agreements")), strict=True)]
    traps = of_section["traps"]
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


@dataclass(frozen=True, slots=True)
class Story:
    """The pairs of one event as the aligner meets them, and which of them are marked as conflicts (1), doubtful (-1) or neither (0)."""

    readings: Sequence[Reading]
    met: Sequence[Met]
    marked: Sequence[int]


def story_of(event: Path) -> Story:
    """Every pair of an event that may answer one question."""
    from checker.align.questions.closeness import Printed
    from checker.align.questions.met import meet
    from checker.align.questions.pairing import pairs
    from checker.align.questions.slips import slips

    readings, items = marked_readings(event)
    met = [meet(readings, pair) for pair in pairs(readings, slips(readings, Printed(readings)))]
    marked = []
    for pair in (m.pair for m in met):
        conflict = items["conflicts"][pair.a] & items["conflicts"][pair.b]
        doubtful = items["doubtful"][pair.a] & items["doubtful"][pair.b]
        marked.append(1 if conflict else -1 if doubtful else 0)
    return Story(readings, met, marked)


def altered_story(copy: Path) -> Story:
    """The pairs of an event with altered figures. Those without an altered value tell nothing new, and an altered value with one that it
    agreed with before tells nothing where nobody marked the pair.
    """
    story = story_of(copy)
    gold = json.loads((copy / "gold.json").read_text(encoding="utf-8"))
    place = {p.name: i for i, p in enumerate(sorted(copy.glob("*.txt")))}
    agreed: dict[int, set[str]] = {}
    for item in (c for c in gold["conflicts"] if "altered" in c):
        told = [_of_side(story.readings, item["kind"], side, place) for side in item["sides"]]
        new = [side["report"] == item["altered"] for side in item["sides"]]
        values = {story.readings[k].fact.value.normal() for is_new, side in zip(new, told, strict=True) if not is_new for k in side}
        agreed.update((k, values) for is_new, side in zip(new, told, strict=True) if is_new for k in side)
    normal = [r.fact.value.normal() for r in story.readings]
    marked = []
    for m, mark in zip(story.met, story.marked, strict=True):
        a, b = m.pair.a, m.pair.b
        other = normal[b] in agreed.get(a, ()) or normal[a] in agreed.get(b, ())
        marked.append(-1 if (a not in agreed and b not in agreed) or (mark == 0 and other) else mark)
    return Story(story.readings, story.met, marked)


def _of_side(readings: Sequence[Reading], kind: str, side: Mapping[str, Any], place: Mapping[str, int]) -> list[int]:
    """The readings of a kind that overlap one side of a marked item."""
    source, start, end = place.get(side["report"]), side["start"], side["start"] + len(side["text"])
    spans = ((k, r.fact.span) for k, r in enumerate(readings) if r.fact.kind == kind)
    return [k for k, span in spans if span.source == source and span.start < end and span.end > start]


def all_of(event: Path, folder: Path) -> tuple[Examples, Story, list[Story]]:
    """What an event teaches: its pairs, its story, and those of its altered copies, which are written into `folder`."""
    from alter import altered

    return examples(event), story_of(event), [altered_story(copy) for copy in altered(event, folder)]


def rows_of(story: Story, beta: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """What the forest sees of the pairs of different values, with the likelihood that `beta` gives, and how they are marked."""
    from checker.align.questions import matching
    from checker.align.questions.closeness import Printed

    met = []
    for m in story.met:
        likely = max(0.001, float(1 / (1 + np.exp(-(m.pair.features @ beta[:-1] + beta[-1])))))
        met.append(dataclasses.replace(m, pair=dataclasses.replace(m.pair, likely=likely)))
    marks = {(m.pair.a, m.pair.b): mark for m, mark in zip(met, story.marked, strict=True)}
    met.sort(key=lambda m: (-m.pair.likely, m.pair.a, m.pair.b))
    agreed, _ = matching.agreements(story.readings, met)
    different, x = matching.candidates(story.readings, met, agreed, Printed(story.readings))
    return x, np.array([marks[m.pair.a, m.pair.b] for m in different])


def grown(x: np.ndarray[Any, Any], y: np.ndarray[Any, Any], w: np.ndarray[Any, Any]) -> Any:
    """A forest of extremely randomised trees, the same for the same rows and weights."""
    from sklearn.ensemble import ExtraTreesClassifier

    trees = ExtraTreesClassifier(n_estimators=200, min_samples_leaf=3, max_features=0.4, random_state=0, n_jobs=2)
    return trees.fit(x.astype(np.float32)[y >= 0], y[y >= 0], w[y >= 0])


def arrays_of(forest: Any) -> Mapping[str, np.ndarray[Any, Any]]:
    """The nodes of all trees in one row each, as checker/align/questions/forest.py reads them."""
    parts: dict[str, list[np.ndarray[Any, Any]]] = {name: [] for name in ("feature", "threshold", "left", "right", "share")}
    roots, start = [], 0
    for tree in (estimator.tree_ for estimator in forest.estimators_):
        own = np.arange(tree.node_count) + start
        leaf = tree.children_left < 0
        parts["feature"].append(np.where(leaf, 0, tree.feature).astype(np.int16))
        parts["threshold"].append(tree.threshold.astype(np.float32))
        parts["left"].append(np.where(leaf, own, tree.children_left + start).astype(np.int32))
        parts["right"].append(np.where(leaf, own, tree.children_right + start).astype(np.int32))
        share = tree.value[:, 0, :]
        parts["share"].append((share[:, 1] / share.sum(axis=1)).astype(np.float32))
        roots.append(start)
        start += tree.node_count
    return {name: np.concatenate(values) for name, values in parts.items()} | {"roots": np.array(roots, dtype=np.int32)}


def weights_of(sets: Sequence[Examples]) -> np.ndarray[Any, Any]:
    """Weights and bias learned on some events."""
    return fitted(np.vstack([s[0] for s in sets]), np.hstack([s[1] for s in sets]), np.hstack([s[2] for s in sets]))


Rows = tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]


def rows_left_out(
    sets: Sequence[Examples], stories: Sequence[Story], copies: Sequence[Sequence[Story]], folds: int
) -> tuple[list[Rows], list[list[Rows]]]:
    """For each event, and for its copies, what the forest sees of it, with likelihoods learned on the others."""
    out: list[Any] = [None] * len(stories)
    more: list[Any] = [None] * len(stories)
    for fold in range(folds):
        beta = weights_of([s for k, s in enumerate(sets) if k % folds != fold])
        for k in range(fold, len(stories), folds):
            out[k], more[k] = rows_of(stories[k], beta), [rows_of(copy, beta) for copy in copies[k]]
    return out, more


def _joined(
    events: Iterable[int], rows: Sequence[Rows], more: Sequence[Sequence[Rows]], counts: Sequence[float]
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The rows of some events and of their copies, how they are marked, and how much each counts."""
    learned = [(r, counts[k]) for k in events for r in (rows[k], *more[k]) if len(r[1])]
    x, y = np.vstack([r[0] for r, _ in learned]), np.hstack([r[1] for r, _ in learned])
    return x, y, np.hstack([np.full(len(r[1]), count) for r, count in learned])


def main() -> None:
    import cached

    ask = argparse.ArgumentParser()
    ask.add_argument("--keep", type=Path, help="where what the forest sees is stored, for trials")
    ask.add_argument("--write", action="store_true")
    args = ask.parse_args()
    cached.keep_parsed()
    from checker.align.questions.evidence import NAMES

    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2, multiprocessing.get_context("fork")) as pool:
        events = half_a(Path(folder) / "papers")
        read = list(pool.map(all_of, events, [Path(folder) / "copies"] * len(events)))
    keep = [k for k, (known, _, _) in enumerate(read) if len(known[1])]
    sets, stories, copies = [read[k][0] for k in keep], [read[k][1] for k in keep], [read[k][2] for k in keep]
    print("pairs", sum(len(s[1]) for s in sets), "of one question", int(sum(s[1].sum() for s in sets)))
    rows, more = rows_left_out(sets, stories, copies, FOLDS)
    real = [events[k].name[0].isdigit() for k in keep]
    counts = [REAL if r else 1.0 for r in real]
    if args.keep:
        args.keep.write_bytes(pickle.dumps(([str(events[k]) for k in keep], rows, more, real)))
    sure, true, of_real = [], [], []
    for fold in range(FOLDS):
        forest = grown(*_joined([k for k in range(len(rows)) if k % FOLDS != fold], rows, more, counts))
        for k in range(fold, len(rows), FOLDS):
            if len(rows[k][1]):
                sure.append(forest.predict_proba(rows[k][0].astype(np.float32))[:, 1])
                true.append(rows[k][1])
                of_real.append(np.full(len(rows[k][1]), real[k]))
    p, t, papers = np.hstack(sure), np.hstack(true), np.hstack(of_real)
    for cut in (0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        for name, among in (("all", papers >= 0), ("real papers", papers)):
            said, all_right = t[(p >= cut) & among], int((t[among] == 1).sum())
            right, wrong = int((said == 1).sum()), int((said == 0).sum())
            print(f"left out, {name}: sure {cut}: {right} right, {wrong} wrong pairs, of {all_right}")
    beta = weights_of(sets)
    lines = [
        "# How much each shared thing says that two values answer one question; see evidence.py. Written by bench/weigh.py --write.",
        f'source = "logistic regression on {LEARNED_ON}"',
        f"bias = {beta[-1]:.3f}",
        "",
        "[weights]",
        *(f"{name} = {value:.3f}" for name, value in zip(NAMES, beta, strict=False)),
        "",
    ]
    if args.write:
        folder = ROOT / "checker" / "align" / "questions"
        (folder / "evidence.toml").write_text("\n".join(lines), encoding="utf-8")
        np.savez_compressed(folder / "forest.npz", **arrays_of(grown(*_joined(range(len(rows)), rows, more, counts))))


if __name__ == "__main__":
    main()
