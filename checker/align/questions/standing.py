"""How a pair of different values stands among all others: what the forest (forest.py) decides on.

Beside what the two share (evidence.py) it looks at their sizes, at what else either could answer to in the other report, at who agrees
with them, and at why both may be right.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from checker.align.questions import evidence
from checker.align.questions.closeness import (
    FEW,
    NUMBERS,
    Printed,
    clocked,
    dated,
    days_between,
    digits,
    figure,
    minutes_between,
    one_digit,
    size_says,
)
from checker.align.questions.met import Met
from checker.align.questions.pairing import Pair
from checker.model import Comparison, Reading
from checker.readings.roles import class_of_question, key_of

VETOES = {  # feature -> words of the sentence of vetoes.py
    "baseline": "compared with", "change": "a level", "part": "on top of it", "rate": "a rate", "plan": "planned",
    "subset": "a part and the whole", "times": "different times", "holders": "different holders", "way": "came from",
}
LEVELS = ("no-clock", "no-zone", "other-form", "near", "bound-broken", "pair-differs", "order-of-magnitude", "rounded-unit", "differs")
DATED = ("one_month", "one_day_of_month", "one_year", "two_years", "precision_one", "day_slip", "year_slip", "weekdays")
ALONE = 0.005  # likelihood of a rival where there is none
NAMES = (
    "likely", "margin", "rivals", "answered", "is_answered", "all_round", "camps", "both_camps", "few_each", "only", "crowded", "reports",
    "named", "confirmed", "asks_one", "known", "both_known", "size", "ratio", "has_ratio", "one_digit", "same_digits",
    "few", "one", "close", "far", "days", "minutes", "no_days", "alone", "steps", *DATED, "same_hour", "same_minutes",
    *(f"veto_{name}" for name in VETOES), "veto_class", "class_differs",
    "unclear", "direct", "two_speakers", "one_speaker", "half_spoken", "running", "headlines", "leads", "apart",
    *(f"known_{kind}" for kind in ("money", "measure", "date", "time")),
    "far_count", "far_money", "far_measure", "close_money", "close_duration",
    *(f"level_{name}" for name in LEVELS), *(f"shared_{name}" for name in evidence.NAMES),
)
_COLUMNS = {name: k for k, name in enumerate(NAMES)}


def standings(
    readings: Sequence[Reading], met: Sequence[Met], different: Sequence[Met], agreed: Sequence[Pair],
    of_all: Mapping[tuple[int, int], float], printed: Printed,
) -> np.ndarray[Any, Any]:
    """One row of NAMES for each pair of `met`, among all pairs of different values, those that agree, and how likely every pair is."""
    if not met:
        return np.zeros((0, len(NAMES)))
    camps = camps_of(agreed)
    source = [r.fact.span.source for r in readings]
    normal = {i: readings[i].fact.value.normal() for m in different for i in (m.pair.a, m.pair.b)}
    shown = {i: readings[i].fact.value.fields() for i in normal}
    answered: dict[tuple[int, int], float] = {}
    for pair in agreed:
        answered[pair.a, source[pair.b]] = answered[pair.b, source[pair.a]] = pair.likely
    rivals: dict[tuple[int, int], list[tuple[float, str]]] = defaultdict(list)
    for pair in (m.pair for m in different):
        rivals[pair.a, source[pair.b]].append((pair.likely, normal[pair.b]))
        rivals[pair.b, source[pair.a]].append((pair.likely, normal[pair.a]))
    crowd = Counter((r.fact.span.source, key_of(r)) for r in readings)
    asked = Counter(map(_question_of, readings))
    reports = len(set(source))
    out = np.zeros((len(met), len(NAMES)))
    out[:, -len(evidence.NAMES) :] = np.array([m.pair.features for m in met])
    for k, m in enumerate(met):
        pair = m.pair
        a, b = readings[pair.a], readings[pair.b]
        here, there = (pair.a, source[pair.b]), (pair.b, source[pair.a])
        others = [p for p, value in rivals[here] if value != normal[pair.b]]
        others += [p for p, value in rivals[there] if value != normal[pair.a]]
        taken = max(answered.get(here, 0.0), answered.get(there, 0.0))
        own, its = camps.get(pair.a, frozenset({pair.a})), camps.get(pair.b, frozenset({pair.b}))
        around = [
            of_all.get((min(i, j), max(i, j)), 0.01) for i in sorted(own) for j in sorted(its)
            if (i, j) != (pair.a, pair.b) and source[i] != source[j]
        ]
        here_many, there_many = crowd[source[pair.a], key_of(a)], crowd[source[pair.b], key_of(b)]
        likely = _odds(pair.likely)
        row: dict[str, float] = {
            "likely": likely, "margin": max(-4.0, min(4.0, likely - _odds(max([ALONE, *others])))),
            "rivals": math.log1p(len(others)), "answered": _odds(taken) if taken else -5.0, "is_answered": taken > 0,
            "all_round": _odds(sum(around) / len(around)) if around else likely,
            "camps": math.log(len(own) * len(its)), "both_camps": len(own) > 1 and len(its) > 1,
            "few_each": (here_many <= 2) + (there_many <= 2), "only": here_many == there_many == 1,
            "crowded": math.log(here_many * there_many), "reports": reports,
            "named": pair.named, "confirmed": min(3, len(pair.confirmed)), "asks_one": a.question.asks == b.question.asks,
            "alone": a.question.asks == b.question.asks and max(asked[_question_of(r)] for r in (a, b)) == 1,
            **_values(a, b, shown[pair.a], shown[pair.b], printed), **_explained(a, b, m.said, m.veto), **_told(a, b),
        }
        for name, value in row.items():
            column = _COLUMNS.get(name)
            if column is not None:
                out[k, column] = value
    return out


def camps_of(agreed: Sequence[Pair]) -> Mapping[int, frozenset[int]]:
    """For each reading those that agree with it, itself included."""
    camp: dict[int, frozenset[int]] = {}
    for pair in agreed:
        joined = camp.get(pair.a, frozenset({pair.a})) | camp.get(pair.b, frozenset({pair.b}))
        camp.update(dict.fromkeys(joined, joined))
    return camp


def _question_of(reading: Reading) -> tuple[int, str, str | None]:
    return reading.fact.span.source, reading.question.kind, reading.question.asks


def _odds(likely: float) -> float:
    sure = min(max(likely, 1e-4), 1 - 1e-4)
    return math.log(sure / (1 - sure))


def _values(a: Reading, b: Reading, x: Mapping[str, object], y: Mapping[str, object], printed: Printed) -> Mapping[str, float]:
    """What the values themselves say: a slip is small or moves digits, another fact is anywhere."""
    kind = a.fact.kind
    known = float(printed.elsewhere(a, b)) + float(printed.elsewhere(b, a))
    out = {"known": known, "both_known": known > 1, "size": math.log(size_says(a, b)), f"known_{kind}": known}
    p, q = figure(x), figure(y)
    if kind in NUMBERS and p and q and p > 0 and q > 0:
        ratio = min(4.0, abs(math.log(p / q)))
        moved = digits(p) == digits(q) and p != q and len(digits(p)) > 2  # 12 and 21 are everywhere
        close, far = ratio < 0.3, ratio > 0.92
        out |= {
            "ratio": ratio, "has_ratio": 1.0, "one_digit": one_digit(p, q),
            "same_digits": moved,
            "few": kind == "count" and min(p, q) <= FEW,
            "one": min(p, q) <= 1, "close": close, "far": far, f"close_{kind}": close, f"far_{kind}": far,
        }
        out["far_count"] = far and kind in ("count", "duration")
    elif kind == "ordinal":
        out["one"] = 1 in (p, q)
        out["steps"] = min(6.0, abs(p - q)) if p and q else 6.0
    elif kind == "date":
        days = days_between(x, y)
        out |= {"days": math.log1p(days or 0), "no_days": days is None, **dated(x, y)}
    elif kind == "time":
        out |= {"minutes": math.log1p(minutes_between(x, y) or 0) / 2, **clocked(x, y)}
    return out


def _explained(a: Reading, b: Reading, said: Comparison, veto: str | None) -> Mapping[str, float]:
    """Why both may be right, and what the comparison of the values said."""
    out: dict[str, float] = {}
    if veto:
        out = {f"veto_{name}": float(words in veto) for name, words in VETOES.items()}
        out["veto_class"] = float("one counts" in veto and not out["veto_subset"])
    of_one = class_of_question(a.question) == class_of_question(b.question)
    out["class_differs"] = float(a.question.kind == "count" and not of_one and not veto)
    return out | {"unclear": float(said.verdict == "unclear"), f"level_{said.level}": 1.0}


def _told(a: Reading, b: Reading) -> Mapping[str, float]:
    """Who says it, where it stands, how directly the question was read."""
    return {
        "direct": (a.sure == "direct") + (b.sure == "direct"),
        "two_speakers": bool(a.speaker and b.speaker and a.speaker != b.speaker), "one_speaker": bool(a.speaker and a.speaker == b.speaker),
        "half_spoken": bool(a.speaker) != bool(b.speaker), "running": a.running and b.running,
        "headlines": (a.zone == "headline") + (b.zone == "headline"), "leads": (a.sentence <= 3) + (b.sentence <= 3),
        "apart": abs(a.sentence - b.sentence) / 10,
    }
