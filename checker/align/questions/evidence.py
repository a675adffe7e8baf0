"""How much speaks for two readings answering one question: features of a pair, and their weights.

The features look at the words around two values, never at the values. The weights are learned (bench/weigh.py says on what) and stand
in evidence.toml; vetoes are asked afterwards and overrule them.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Sequence
from typing import Any

import numpy as np

from checker.align.questions.shared import SIDES, SharedTerms
from checker.align.questions.wordings import WAYS, above_all, above_others, most, nearness
from checker.language.product import with_rows
from checker.model import Reading
from checker.readings.roles import class_of_question, key_of, role_of_question

# shared terms by the prefixes they have on the two sides (readings/terms.py says what the prefixes mean)
CLASSES = {
    "nn": "name", "cn": "name_governor", "cc": "governor", "an": "name_clause", "ac": "governor_clause", "aa": "clause",
    "hh": "holder", "eh": "holder_entity", "ee": "entity",
    "nw": "name_word", "cw": "governor_word", "aw": "clause_word", "ww": "word", "vv": "value",
    "gg": "happening", "gk": "happening_clause", "kk": "clause_happening",
}
KINDS = ("count", "money", "percent", "measure", "duration", "ordinal", "age", "date", "time", "place")
NAMES = (
    *CLASSES.values(),
    "asks_same", "asks_direct", "about_same", "about_other", "of_same", "of_other", "anchor_same", "anchor_other", "mood_same", "role_same",
    "naming_near", "sentence_near", "beside_near", *(f"wording_{way}" for way in WAYS), *(f"wording_{way}_best" for way in WAYS),
    "sentences_around", "sentences_words",
    "sentence_alike", "sentence_best", "leads", "unit_same", "crowd", "choices",
    *(f"is_{kind}" for kind in KINDS),
)


@functools.cache
def weights() -> tuple[np.ndarray[Any, Any], float]:
    """The weight of every feature in NAMES, and the bias."""
    table = tomllib.loads((importlib.resources.files("checker.align.questions") / "evidence.toml").read_text(encoding="utf-8"))
    return np.array([table["weights"].get(name, 0.0) for name in NAMES]), float(table["bias"])


def features(readings: Sequence[Reading], shared: SharedTerms) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The pairs of different reports (n x 2 indexes, in order), whatever they share, and their features (n x len(NAMES))."""
    sources = np.array([r.fact.span.source for r in readings], dtype=int)
    pairs = _all_pairs(readings, sources)
    x = np.zeros((len(pairs), len(NAMES)))
    if not len(pairs):
        return pairs, x
    at = {name: k for k, name in enumerate(NAMES)}
    a, b = pairs[:, 0], pairs[:, 1]
    x[:, : len(CLASSES)], alike = _shared(pairs, len(readings), shared)
    x[:, at["sentence_alike"]] = alike
    x[:, at["sentence_best"]] = alike / np.maximum(most(pairs, sources, alike), 1e-9)

    def column(values: Sequence[object]) -> np.ndarray[Any, Any]:
        """Each value as a number; None is -1."""
        known: dict[object, int] = {}
        return np.array([-1 if v is None else known.setdefault(v, len(known)) for v in values])

    def same_and_other(name: str, values: np.ndarray[Any, Any]) -> None:
        both = (values[a] >= 0) & (values[b] >= 0)
        x[:, at[name + "_same"]] = both & (values[a] == values[b])
        x[:, at[name + "_other"]] = both & (values[a] != values[b])

    asks = column([r.question.asks for r in readings])
    direct = np.array([r.sure == "direct" for r in readings])
    x[:, at["asks_same"]] = asks[a] == asks[b]
    x[:, at["asks_direct"]] = (asks[a] == asks[b]) & direct[a] & direct[b]
    same_and_other("about", column([r.question.about for r in readings]))
    same_and_other("of", column([class_of_question(r.question) for r in readings]))
    same_and_other("anchor", column([r.question.anchor for r in readings]))
    for name, values in (
        ("mood_same", [r.mood for r in readings]),
        ("role_same", [role_of_question(r.question) or "" for r in readings]),
        ("unit_same", [_unit(r) for r in readings]),
    ):
        ids = column(values)
        x[:, at[name]] = ids[a] == ids[b]
    shape = next((r.meaning.shape for r in readings if r.meaning is not None), None)
    if shape is not None:
        nothing = np.zeros(shape, dtype=np.float32)
        paired = np.unique(pairs)
        p, q = np.searchsorted(paired, a), np.searchsorted(paired, b)
        meanings = np.stack([nothing if (meaning := readings[i].meaning) is None else meaning for i in paired.tolist()])
        meanings /= np.maximum(np.sqrt((meanings * meanings).sum(axis=2, keepdims=True)), 1e-9)
        for k, name in enumerate(("naming_near", "sentence_near")):
            x[:, at[name]] = with_rows(meanings[:, k], meanings[:, k])[p, q]
        x[:, at["beside_near"]] = _beside_near(meanings[:, 2:], p, q)
    for way, near in zip(WAYS, nearness(readings), strict=True):
        x[:, at[f"wording_{way}"]] = near[a, b]
        x[:, at[f"wording_{way}_best"]] = above_others(pairs, sources, near[a, b])
        if way in ("around", "words"):
            x[:, at[f"sentences_{way}"]] = above_all(pairs, sources, near)
    lead = np.array([r.zone == "headline" or r.sentence <= 3 for r in readings])
    x[:, at["leads"]] = lead[a] & lead[b]
    keys = column([(r.fact.span.source, key_of(r)) for r in readings])
    crowd = np.log(np.bincount(keys)[keys])
    x[:, at["crowd"]] = (crowd[a] + crowd[b]) / 2
    of_kind = column([r.question.kind for r in readings])[a]
    # the more pairs a story has, the likelier two look alike by chance
    x[:, at["choices"]] = np.log(np.bincount(of_kind)[of_kind])
    for kind in KINDS:
        x[:, at[f"is_{kind}"]] = np.array([r.question.kind == kind for r in readings])[a]
    return pairs, x


def _all_pairs(readings: Sequence[Reading], sources: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Any two named readings of one kind, measures of one dimension, in different reports: n x 2, in order."""
    numbers: dict[str, int] = {}
    keys = np.array([-1 if r.question.asks is None else numbers.setdefault(key_of(r), len(numbers)) for r in readings], dtype=int)
    meet = (keys[:, None] == keys) & (keys >= 0) & (sources[:, None] != sources)
    return np.stack(np.nonzero(np.triu(meet, 1)), axis=1)


def _shared(pairs: np.ndarray[Any, Any], n: int, shared: SharedTerms) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """For each pair what the terms it shares gain in each of CLASSES, and how alike all its terms are; n readings."""
    number_of = np.zeros((n, n), dtype=int)
    number_of[pairs[:, 0], pairs[:, 1]] = np.arange(len(pairs))
    rows = number_of[shared.a, shared.b]
    columns = [CLASSES.get(sides) for sides in SIDES]
    column = np.array([len(CLASSES) if name is None else list(CLASSES.values()).index(name) for name in columns])[shared.sides]
    width = len(CLASSES) + 1  # the last one of sides that say nothing
    gains = np.bincount(rows * width + column, shared.gain, len(pairs) * width).reshape(-1, width)
    return gains[:, :-1], np.bincount(rows, shared.alike, len(pairs))


def _beside_near(words: np.ndarray[Any, Any], a: np.ndarray[Any, Any], b: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """How near the words beside value a stand to those beside value b: each with its nearest, the mean of both ways; n x k x width."""
    n, k, width = words.shape
    flat = words.reshape(n * k, width)
    cosine = with_rows(flat, flat).reshape(n, k, n, k)[a, :, b, :]
    there = np.asarray(words.any(axis=2))
    some = np.maximum(there.sum(axis=1), 1)
    one = np.where(there[a], cosine.max(axis=2, initial=0), 0).sum(axis=1) / some[a]
    other = np.where(there[b], cosine.max(axis=1, initial=0), 0).sum(axis=1) / some[b]
    near: np.ndarray[Any, Any] = (one + other) / 2
    return near


def likelihood(x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """For each row of features how likely it is that the two values answer one question, between 0 and 1."""
    w, bias = weights()
    likely: np.ndarray[Any, Any] = 1 / (1 + np.exp(-(x @ w + bias)))
    return likely


def _unit(reading: Reading) -> str:
    return str(reading.fact.value.fields().get("unit"))
