"""Countries and territories: their names, capitals and people, from countries.toml."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from checker.language.lexicon import table


@dataclass(frozen=True, slots=True)
class Country:
    """A country as news writes it."""

    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]  # in the singular
    capitals: tuple[str, ...]
    also: tuple[str, ...]
    not_looked_for: tuple[str, ...]  # names too: long ones, and words that mean something else elsewhere


@functools.cache
def countries() -> tuple[Country, ...]:
    return tuple(Country(name, *map(tuple, words)) for name, words in table("countries")["countries"].items())
