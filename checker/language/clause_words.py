"""The words around a clause that say it is denied, planned, possible or required."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from checker.language.lexicon import table
from checker.model import Mood


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Lower-case lemmas and words that turn, weaken or move a clause."""

    negators: frozenset[str]
    nobody: frozenset[str]
    no: frozenset[str]
    without: frozenset[str]
    undone: frozenset[str]  # verbs: what is under them did not happen
    undone_clause: frozenset[str]  # of them, those that turn clauses only
    phrasal: frozenset[str]
    unable: frozenset[str]  # adjectives and nouns
    auxiliaries: dict[str, Mood]
    verbs: dict[str, Mood]
    adjectives: dict[str, Mood]
    markers: dict[str, Mood]
    adverbs: dict[str, Mood]


@functools.cache
def clause_words() -> ClauseWords:
    """The word lists of clauses.toml."""
    data = table("clauses")
    neg, mood = data["negation"], data["mood"]

    def moods(part: str) -> dict[str, Mood]:
        return {word: name for name, words in mood[part].items() if name != "present" for word in words}

    return ClauseWords(
        frozenset(neg["words"]),
        frozenset(neg["pronouns"]),
        frozenset(neg["determiners"]),
        frozenset(neg["cases"]),
        frozenset(neg["verbs"]),
        frozenset(neg["clause_only"]),
        frozenset(neg["phrasal"]),
        frozenset(neg["adjectives"] + neg["nouns"]),
        moods("auxiliaries"),
        moods("verbs"),
        moods("adjectives"),
        moods("markers"),
        moods("adverbs"),
    )
