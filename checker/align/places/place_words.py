"""The word lists of settings.toml: what tells where something was."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from dataclasses import dataclass
from typing import Any

from checker.facts import gazetteer
from checker.facts.calendar import MONTHS, SEASONS, WEEKDAYS

Words = frozenset[str]
_LISTS = ("inside", "near", "directions", "areas", "waters", "settlements", "venues", "roads", "parts", "no_places")


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Lower-case words of phrases of place."""

    inside: Words  # prepositions
    near: Words
    directions: Words
    areas: Words
    waters: Words
    settlements: Words
    venues: Words
    roads: Words
    parts: Words  # nouns for a part of a place
    no_places: Words  # what is written with a capital after "in"
    times: Words
    part_nouns: Words
    sides: Words
    rooms: dict[str, int]  # word -> its line
    rivals: dict[str, int]  # nouns for what stands in one place each -> its line
    opposites: frozenset[Words]
    regions: Words  # keys of the gazetteer
    metropolises: Words
    sorted: Words  # areas, waters and roads: a noun after a name
    sorting: Words  # those and settlements: a noun before a name
    placed: Words  # any noun for a place or a part of one


@functools.cache
def table() -> dict[str, Any]:
    """settings.toml as it stands."""
    return tomllib.loads((importlib.resources.files("checker.align.places") / "settings.toml").read_text(encoding="utf-8"))


@functools.cache
def phrase_words() -> PhraseWords:
    """The words of phrases of place."""
    data, parts = table()["phrase"], table()["parts"]
    listed = {name: frozenset(line.split()) for name, line in data.items() if isinstance(line, str)}
    after = listed["areas"] | listed["waters"] | listed["roads"]
    return PhraseWords(
        **{name: listed[name] for name in _LISTS},
        times=listed["times"] | frozenset((*MONTHS, *WEEKDAYS, *SEASONS)),
        part_nouns=frozenset(parts["nouns"].split()),
        sides=frozenset(word for pair in parts["opposites"] for word in pair),
        rooms={word: n for n, line in enumerate(parts["rooms"]) for word in line.split()},
        rivals={word: n for n, line in enumerate(parts["venues"]) for word in line.split()},
        opposites=frozenset(frozenset(pair) for pair in parts["opposites"]),
        regions=frozenset(gazetteer.key(name) for name in data["regions"]),
        metropolises=frozenset(gazetteer.one_name(name) for name in data["metropolises"]),
        sorted=after,
        sorting=after | listed["settlements"],
        placed=after | listed["settlements"] | listed["venues"] | listed["parts"],
    )


@functools.cache
def words(part: str) -> dict[str, Words]:
    """The lists of one table: words("taken")["to"]."""
    return {name: frozenset(line.split()) for name, line in table()[part].items() if isinstance(line, str)}
