"""The terms that two readings share (readings/terms.py says what they are), of all reports at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from checker.model import Reading
from checker.readings.roles import key_of

PREFIXES = "aceghknvw"  # of terms, in order
SIDES = tuple(one + other for one in PREFIXES for other in PREFIXES)  # the prefixes a term has on two sides, the earlier letter first


@dataclass(frozen=True, slots=True)
class SharedTerms:
    """One entry for every term of every pair of readings of one kind, measures of one dimension, in different reports."""

    a: np.ndarray[Any, Any]  # indexes of the readings, a before b
    b: np.ndarray[Any, Any]
    sides: np.ndarray[Any, Any]  # indexes into SIDES
    gain: np.ndarray[Any, Any]  # 1 for a term that stands at one value in each report, 1 / sqrt(n m) for one that stands at n and m of them
    alike: np.ndarray[Any, Any]  # what it adds to the cosine between all terms of the one and of the other; rare terms add more
    terms: Sequence[str]


def shared_terms(readings: Sequence[Reading]) -> SharedTerms:
    """What every two readings that answer a question share."""
    number_of: dict[tuple[str, str], int] = {}  # of a term within a key
    told_by: list[set[int]] = []
    rows: list[tuple[int, int, int]] = []  # reading, number of the term, prefix
    of_key: Counter[str] = Counter()
    for i, reading in enumerate(readings):
        if reading.question.asks is None or not reading.cues:
            continue
        key = key_of(reading)
        of_key[key] += 1
        for cue in sorted(reading.cues):
            number = number_of.setdefault((key, cue[2:]), len(number_of))
            if number == len(told_by):
                told_by.append(set())
            told_by[number].add(i)
            rows.append((i, number, PREFIXES.index(cue[0])))
    who, term, prefix = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    source = np.array([r.fact.span.source for r in readings], dtype=np.int64)[who]
    rare = np.array([math.log(of_key[key] / len(told_by[number])) + 0.1 for (key, _), number in number_of.items()])[term]
    length = np.sqrt(np.bincount(who, rare * rare))[who]
    spot = term * (source.max(initial=0) + 1) + source
    often = np.bincount(spot)[spot]
    x, y = _met(who, term, source)
    names = [name for _, name in number_of]
    return SharedTerms(
        who[x], who[y], np.minimum(prefix[x], prefix[y]) * len(PREFIXES) + np.maximum(prefix[x], prefix[y]),
        1 / np.sqrt(often[x] * often[y]), rare[x] * rare[y] / (length[x] * length[y]), [names[number] for number in term[x].tolist()],
    )


def _met(who: np.ndarray[Any, Any], term: np.ndarray[Any, Any], source: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], ...]:
    """The rows of two readings in different reports that hold one term, in order."""
    frame = pl.DataFrame({"row": np.arange(len(who)), "term": term})
    met = frame.join(frame, on="term", suffix="_b")
    x, y = met["row"].to_numpy(), met["row_b"].to_numpy()
    apart = (who[x] < who[y]) & (source[x] != source[y])
    x, y = x[apart], y[apart]
    order = np.lexsort((y, x))
    return x[order], y[order]
