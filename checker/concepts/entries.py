"""The entries of the concept files: what a news concept, a counted class and a quantity name hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that happens in the news, with the words for it.

    `causes` are verbs with the one it happens to as object ("the blast killed 12"). The subject of `verbs` is the one it happens to
    where there are causes too ("12 died") or where it `befalls` ("three vanished"), else the one who acts. A verb in both lists goes
    both ways ("closed").
    """

    id: str
    desk: str
    verbs: tuple[str, ...]
    causes: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    opposite: str | None
    entails: tuple[str, ...]
    befalls: bool
    running: bool  # its count is a running tally
    source: str


@dataclass(frozen=True, slots=True)
class CountedClass:
    """Words for things that are counted as one kind."""

    id: str
    words: tuple[str, ...]
    subset_of: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A name of a figure: depth, ransom, turnout."""

    id: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]  # the kinds of fact that can answer it
    verbs: tuple[str, ...]  # verbs that name it too: "weigh", "cost"
    source: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word or phrase for a concept: the words that must hang on its head, each with its alternatives."""

    concept: str
    rest: tuple[frozenset[str], ...]
    particles: bool = False  # they are all particles and prepositions
    causes: bool = False  # none of them may be the one who acts: "leaders sign a treaty" is no "sign $people"
