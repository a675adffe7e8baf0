"""Candidates for all reports at once: pairs of readings that share terms, with how likely they answer one question and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from checker.align.evidence import features, likelihood, shared_terms
from checker.model import Reading

RARE = 0.5  # of a term: stands at one or two values in each report
FLOOR = 0.02  # below this a pair is not worth a look


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one kind that may answer one question; a and b are indexes into the readings, a before b."""

    a: int
    b: int
    likely: float
    named: bool  # the word that names or governs the value is shared
    confirmed: tuple[str, ...]  # rare shared terms beyond it: a holder, an entity, another value, a word of the clause
    shared: tuple[str, ...]


def pairs(readings: Sequence[Reading]) -> tuple[Pair, ...]:
    """Every pair of readings of different reports, one kind and dimension, that shares a term; likeliest first."""
    if not any(r.question.asks is not None for r in readings):
        return ()
    shared = shared_terms(readings)
    ids, x = features(readings, shared)
    p = likelihood(x)
    likely = {(int(a), int(b)): float(q) for (a, b), q in zip(ids, p, strict=True) if q >= FLOOR}
    named: dict[tuple[int, int], bool] = {}
    rare: dict[tuple[int, int], list[str]] = {}
    words: dict[tuple[int, int], list[str]] = {}
    for a, b, term, kind, gain in (
        shared.sort("id", "id_b", "class", "gain", "term", descending=[False, False, False, True, False]).select("id", "id_b", "term", "class", "gain").iter_rows()
    ):
        key = (a, b)
        if key not in likely:
            continue
        if kind in ("nn", "cn", "cc"):
            named[key] = True
        elif gain >= RARE and kind in ("aa", "an", "ac", "hh", "eh", "ee", "vv"):
            rare.setdefault(key, []).append(term)
        words.setdefault(key, []).append(term)
    out = [
        Pair(a, b, round(q, 4), named.get((a, b), False), tuple(rare.get((a, b), ())), tuple(dict.fromkeys(words.get((a, b), ())))) for (a, b), q in likely.items()
    ]
    return tuple(sorted(out, key=lambda pair: (-pair.likely, pair.a, pair.b)))
