"""The word lists of this folder, read once: titles, places, bodies."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "jan.",
        "feb.",
        "mar.",
        "apr.",
        "jun.",
        "jul.",
        "aug.",
        "sep.",
        "sept.",
        "oct.",
        "nov.",
        "dec.",
    ]
)


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Lower-case words around offices, ranks and professions."""

    heads: frozenset[str]
    only_before: frozenset[str]
    honorifics: frozenset[str]
    also_names: frozenset[str]
    after: frozenset[str]
    outside: frozenset[str]
    inside: frozenset[str]
    adherents: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    portfolios: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Countries, regions and towns as printed; adjectives and peoples as printed; lower-case nouns that places end in."""

    names: frozenset[str]
    gentilics: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    near: frozenset[str]
    described: frozenset[str]


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Lower-case nouns that organisations end in, and bodies known by short names, as printed."""

    heads: frozenset[str]
    of: frozenset[str]
    forms: frozenset[str]
    not_bodies: frozenset[str]
    known: frozenset[str]
    no_bodies: frozenset[str]
    things: frozenset[str]  # as printed; no names at all
    described: frozenset[str]
    owned: frozenset[str]
    vessels: frozenset[str]
    vessel_prefixes: frozenset[str]  # as printed


def table(name: str) -> dict[str, Any]:
    """The toml file `name` of this folder."""
    return tomllib.loads((importlib.resources.files("checker.language") / f"{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def title_words() -> TitleWords:
    data = table("titles")
    heads = frozenset(data["offices"] + data["ranks"] + data["professions"] + data["positions"])
    return TitleWords(
        heads,
        frozenset(data["only_before"]),
        frozenset(data["honorifics"]),
        frozenset(data["also_names"]),
        frozenset(data["after"]),
        frozenset(data["outside"]),
        frozenset(data["inside"]),
        frozenset(data["adherents"]),
        {p: frozenset(w) for p, w in data["prepositions"].items()},
        frozenset(data["portfolios"]),
    )


@functools.cache
def place_words() -> PlaceWords:
    data = table("places")
    regions = data["regions"]
    names = {name for kind in ("lands", "names", "states", "cities") for name in regions[kind]}
    gentilics = set(regions["peoples"])
    for country, (adjectives, people, capitals, others, _) in table("countries")["countries"].items():
        names.update([country, *capitals, *others])
        gentilics.update(form for word in (*adjectives, *people) for form in (word, f"{word}s"))
    heads = data["heads"]
    return PlaceWords(
        frozenset(names),
        frozenset(gentilics - names),
        frozenset(heads["after"]),
        frozenset(heads["before"]),
        frozenset(heads["near"]),
        frozenset(heads["described"]),
    )


@functools.cache
def body_words() -> BodyWords:
    data = table("organizations")
    heads = data["heads"]
    return BodyWords(
        frozenset(heads["words"]),
        frozenset(heads["of"]),
        frozenset(heads["forms"]),
        frozenset(heads["not_bodies"]),
        frozenset(heads["known"]),
        frozenset(heads["no_bodies"]),
        frozenset(heads["things"]),
        frozenset(heads["described"]),
        frozenset(heads["owned"]),
        frozenset(heads["vessels"]),
        frozenset(heads["vessel_prefixes"]),
    )


@functools.cache
def phrases(kind: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Known places or bodies by their first word, longest first."""
    return _by_first(place_words().names if kind == "place" else body_words().known)


def _by_first(names: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(name.replace("-", " - ").replace("'s", " 's").replace(",", " ,").split())
        out.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(many, key=lambda w: (-len(w), w))) for first, many in out.items()}
