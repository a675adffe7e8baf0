"""Candidates for all reports at once: pairs of readings that share terms, with how likely they answer one question and why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from checker.align.questions.evidence import NAMES, features, likelihood
from checker.align.questions.shared import SIDES, shared_terms
from checker.model import Reading
from checker.readings.roles import key_of

RARE = 0.5  # of a term: stands at one or two values in each report
ROUND = (1800, 7 * 86400, 30 * 86400, 365 * 86400)  # half hours, weeks, months, years in seconds: lengths of time that stand everywhere
FLOOR = 0.02  # below this a pair is not worth a look


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one kind that may answer one question; a and b are indexes into the readings, a before b."""

    a: int
    b: int
    likely: float
    named: bool  # the word that names or governs the value is shared
    same_value: bool  # both print one value that stands once in each report
    confirmed: tuple[str, ...]  # rare shared terms beyond it: a holder, an entity, another value, a word of the clause
    shared: tuple[str, ...]
    features: Any = field(compare=False, repr=False, default=())  # those of evidence.NAMES


def pairs(readings: Sequence[Reading], joined: Collection[tuple[int, int]] = ()) -> tuple[Pair, ...]:
    """Every pair of readings of different reports, one kind and dimension, likely enough or joined already; likeliest first."""
    if not any(r.question.asks is not None for r in readings):
        return ()
    shared = shared_terms(readings)
    ids, x = features(readings, shared)
    p = likelihood(x)
    worth = np.flatnonzero(p >= FLOOR)
    likely = {(a, b): q for (a, b), q in zip(ids[worth].tolist(), p[worth].tolist(), strict=True)}
    row_of = {(a, b): k for k, (a, b) in enumerate(ids.tolist())}
    nothing = np.zeros(len(NAMES))
    named: dict[tuple[int, int], bool] = {}
    rare: dict[tuple[int, int], list[str]] = {}
    words: dict[tuple[int, int], list[str]] = {}
    told = zip(shared.a.tolist(), shared.b.tolist(), shared.sides.tolist(), (-shared.gain).tolist(), shared.terms, strict=True)
    for a, b, sides, minus_gain, term in sorted(row for row in told if (row[0], row[1]) in likely):
        key, kind, gain = (a, b), SIDES[sides], -minus_gain
        if kind in ("nn", "cn", "cc"):
            named[key] = True
        elif gain >= RARE and kind in ("aa", "an", "ac", "hh", "eh", "ee", "vv"):
            rare.setdefault(key, []).append(term)
        words.setdefault(key, []).append(term)
    rescued = _one_value(readings)
    likely |= dict.fromkeys((rescued | set(joined)) - likely.keys(), FLOOR)
    out = [
        Pair(
            *key, round(q, 4), named.get(key, False), key in rescued, tuple(rare.get(key, ())), tuple(dict.fromkeys(words.get(key, ()))),
            x[row_of[key]] if key in row_of else nothing,
        )
        for key, q in likely.items()
    ]
    return tuple(sorted(out, key=lambda pair: (-pair.likely, pair.a, pair.b)))


def _one_value(readings: Sequence[Reading]) -> set[tuple[int, int]]:
    """Pairs of different reports that print one telling value, where it stands once in each: they hardly speak of two things."""
    spots: dict[tuple[str, str], dict[int, list[int]]] = {}
    for i, reading in enumerate(readings):
        if _telling(reading):
            spots.setdefault((key_of(reading), reading.fact.value.normal()), {}).setdefault(reading.fact.span.source, []).append(i)
    out: set[tuple[int, int]] = set()
    for by_source in spots.values():
        single = [spot[0] for _, spot in sorted(by_source.items()) if len(spot) == 1]
        out.update((a, b) if a < b else (b, a) for n, a in enumerate(single) for b in single[n + 1 :])
    return out


def _telling(reading: Reading) -> bool:
    """Whether a value is rare enough to stand for itself: 187 people, 3.25 percent, 54 km/h; not "two men", "Wednesday", "a year"."""
    if reading.question.asks is None or reading.fact.kind in ("date", "time", "place", "ordinal"):
        return False
    value = reading.fact.value.fields().get("value")
    if reading.fact.kind in ("money", "percent", "measure"):
        return True
    if not isinstance(value, (int, float)):
        return False
    if reading.fact.kind == "duration":
        return value > 600 and all(value % round_length for round_length in ROUND)
    return value >= 20 and f"{value:.6g}".strip("0.") not in ("1", "2", "5")
