"""How near the words around two values stand in use: together, near the value, within it, and word by word."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from checker.language.product import product, with_rows
from checker.language.wordvectors import vectors_of
from checker.model import Reading

WAYS = ("around", "beside", "counted", "words")


def nearness(readings: Sequence[Reading]) -> np.ndarray[Any, Any]:
    """For any two readings how near their wordings stand in each of WAYS, len(WAYS) x n x n, symmetric, at most 1.

    around: all words of the sentence outside the value. beside: the same, the nearer to the value the more. counted: the value's own words.
    words: each word with the nearest of the other side, by its nearness to the value and by how few sentences of the story have it.
    """
    n = len(readings)
    place: dict[str, int] = {w: k for k, w in enumerate(sorted({w for r in readings for w, _ in r.wording}))}
    if not place:
        return np.zeros((len(WAYS), n, n))
    sentences = {(r.fact.span.source, r.sentence): {w for w, near in r.wording if near} for r in readings}
    common = Counter(w for s in sentences.values() for w in s)
    vectors = vectors_of(list(place))
    alike = _cosines(vectors)
    rare = np.array([math.log((len(sentences) + 1) / (common[w] + 0.5)) for w in place], dtype=np.float32)
    cell = np.array([k * len(place) + place[w] for k, r in enumerate(readings) for w, _ in r.wording])
    near = np.array([near for r in readings for _, near in r.wording])

    def table(weights: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """The weights of each word of each reading, summed where a word stands twice: n x words."""
        return np.bincount(cell, weights, n * len(place)).reshape(n, len(place)).astype(np.float32)

    around, beside, counted = table(near > 0), table(near), table(near == 0)
    nearest = np.zeros_like(around)
    for k, outside in enumerate(around > 0):
        if outside.any():
            nearest[k] = alike[outside].max(axis=0)
    told = beside * rare
    one_way = with_rows(told / np.maximum(told.sum(axis=1, keepdims=True), 1e-9), nearest)
    return np.stack([*(_cosines(product(weights, vectors)) for weights in (around, beside, counted)), (one_way + one_way.T) / 2])


def above_others(pairs: np.ndarray[Any, Any], sources: np.ndarray[Any, Any], near: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """How far each pair is below the nearest that either of the two has among the readings of the other's report; 0 for the nearest."""
    below: np.ndarray[Any, Any] = near - most(pairs, sources, near)
    return below


def most(pairs: np.ndarray[Any, Any], sources: np.ndarray[Any, Any], near: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """For each pair the nearest that either of the two has among the pairs with the other's report."""
    a, b = pairs[:, 0], pairs[:, 1]
    best = np.full((len(sources), int(sources.max()) + 1), -np.inf)
    np.maximum.at(best, (a, sources[b]), near)
    np.maximum.at(best, (b, sources[a]), near)
    nearest: np.ndarray[Any, Any] = np.maximum(best[a, sources[b]], best[b, sources[a]])
    return nearest


def above_all(pairs: np.ndarray[Any, Any], sources: np.ndarray[Any, Any], near: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The same among all readings of the other's report, of whatever kind: whether no other sentence there tells more of the same thing."""
    a, b = pairs[:, 0], pairs[:, 1]
    best = np.stack([near[:, sources == s].max(axis=1, initial=-1.0) for s in range(int(sources.max()) + 1)], axis=1)
    below: np.ndarray[Any, Any] = near[a, b] - np.maximum(best[a, sources[b]], best[b, sources[a]])
    return below


def _cosines(rows: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return with_rows(unit, unit)
