"""A sentence with its figures, and what a check of sums may ask of them."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from checker.facts.interval import Quantity
from checker.model import Document, Fact, Sentence

KINDS = frozenset(("count", "money", "percent", "measure", "age", "date", "duration"))


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its figures in order, and those of the sentence before it in the same paragraph."""

    document: Document
    sentence: Sentence
    facts: tuple[Fact, ...]
    before: tuple[Fact, ...]

    def of_kind(self, *kinds: str) -> list[Fact]:
        return [f for f in self.facts if f.kind in kinds]

    def lower(self, i: int) -> str:
        """The word at token i in small letters, "" outside the sentence."""
        return self.document.tokens[i].lower if self.sentence.first <= i < self.sentence.last else ""

    def words(self, first: int, last: int) -> list[str]:
        return [self.lower(i) for i in range(first, last)]

    def has(self, key: str) -> bool:
        """Whether the sentence has a word of that list of sums.toml."""
        known = table(key)
        return any(t.lower in known for t in self.document.tokens[self.sentence.first : self.sentence.last])


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum as stated: right or not, why, and the tokens of the figures in it."""

    level: str
    kind: str
    label: str
    right: bool
    because: str
    places: tuple[tuple[int, int], ...]
    hint: str | None = None


@functools.cache
def table(key: str) -> Any:
    """A list (as a set of words) or a table of sums.toml."""
    entry = _file()[key]
    return frozenset(entry.split()) if isinstance(entry, str) else entry


@functools.cache
def _file() -> dict[str, Any]:
    with importlib.resources.files(__package__).joinpath("sums.toml").open("rb") as file:
        return tomllib.load(file)


def grain(fact: Fact) -> float:
    """The last digit that the writer vouches for: 10 of 280, 0.1 of 3.5."""
    step = quantity(fact).step
    value = value_of(fact)
    while value and step * 10 <= abs(value) and abs(value) % (step * 10) < step * 1e-9:
        step *= 10
    return step


def quantity(fact: Fact) -> Quantity:
    assert isinstance(fact.value, Quantity)
    return fact.value


def exact(fact: Fact) -> bool:
    q = fact.value
    return isinstance(q, Quantity) and q.exact and q.value is not None and getattr(q, "pair", None) is None


def value_of(fact: Fact) -> float:
    return float(quantity(fact).value or 0)


def unit_of(fact: Fact) -> object:
    if fact.kind == "count":
        return None  # "from 40 to 50 cases": the noun stands once
    return fact.value.fields().get("unit")


def rounded(fact: Fact) -> tuple[float, float]:
    """What the figure may stand for: half its last printed digit either way, or what its hedge allows."""
    q = quantity(fact)
    if q.exact or q.low is None or q.high is None:
        return value_of(fact) - q.step / 2, (value_of(fact) + q.step / 2) if q.exact or q.high is not None else float("inf")
    return q.low, q.high


def comes_from(passage: Passage, fact: Fact) -> bool:
    """Whether the figure is where a change began: "from 40", "compared with 40"."""
    before = passage.words(fact.first - 2, fact.first)
    return before[-1] in table("before_from") or "-".join(before) in table("from_phrases")


def hedge_before(passage: Passage, i: int) -> str | None:
    two = " ".join(passage.words(i - 2, i))
    return two if two in ("more than", "at least") else passage.lower(i - 1) or None


def overlap(facts: list[Fact]) -> bool:
    return any(a.last > b.first for a, b in pairwise(facts))


def places(*facts: Fact) -> tuple[tuple[int, int], ...]:
    return tuple((f.first, f.last) for f in facts)


def printed(passage: Passage, fact: Fact) -> str:
    return " ".join(passage.document.text(fact.first, fact.last).split())
