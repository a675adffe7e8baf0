"""Countries, their people and towns: what a place is called, and what it lies in."""

from __future__ import annotations

import functools

from checker.facts.spelling import fold, load
from checker.language.countries import countries


def country_of(word: str) -> str | None:
    """The country that a name, adjective or noun of people stands for: "Belgium", "Belgian", "the Belgian", "U.S."."""
    return _country_words().get(key(word))


def is_country(word: str) -> bool:
    return key(word) in _country_names()


def country_named(word: str) -> str | None:
    """The country that is called so: not its people."""
    return _country_names().get(key(word))


def demonym(word: str) -> str | None:
    """The country whose adjective or people the word is, None for the country's own name."""
    k = key(word)
    return _demonyms().get(k) or (_demonyms().get(k[:-1]) if k.endswith("s") else None)


def one_name(place: str) -> str:
    """The place's key, the same for all its names: Kiev and Kyiv, U.S. and United States."""
    k = key(place)
    country = _country_names().get(k)
    if country is not None:
        return key(country)
    return _exonyms().get(k, k)


def within(place: str) -> tuple[tuple[str, ...], ...]:
    """The chains of places that hold the place, nearest first, one chain for each place of that name; keys as of `one_name`."""
    return _containers().get(one_name(place), ())


def capital_of(place: str) -> str | None:
    """The country whose capital the place is."""
    return _capitals().get(one_name(place))


def state_of(word: str) -> str | None:
    """The US state that is meant by a name or abbreviation."""
    return _states().get(key(word))


@functools.cache
def parts_of_places() -> frozenset[str]:
    """Words after whose "of" a place follows: outskirts, city, mayor."""
    return frozenset(load("places.toml")["words"]["parts"].split())


@functools.lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """Folded, without article and sort of place: the form in which names of places are looked up."""
    words = fold(text).replace("-", " ").split()
    if words and words[0] == "the":
        words = words[1:]
    return " ".join(words)


@functools.cache
def _country_names() -> dict[str, str]:
    out: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.also, *country.not_looked_for):
            out.setdefault(key(name), country.name)
    return out


@functools.cache
def _demonyms() -> dict[str, str]:
    out: dict[str, str] = {}
    for country in countries():
        for word in (*country.adjectives, *country.people):
            out.setdefault(key(word), country.name)
    return out


@functools.cache
def _country_words() -> dict[str, str]:
    plural = {k + "s": v for k, v in _demonyms().items()}
    return {**plural, **_demonyms(), **_country_names()}


@functools.cache
def _capitals() -> dict[str, str]:
    return {one_name(capital): country.name for country in countries() for capital in country.capitals}


@functools.cache
def _exonyms() -> dict[str, str]:
    out: dict[str, str] = {}
    for line in load("places.toml")["exonyms"]["names"]:
        names = [key(n) for n in line.split("|")]
        for name in names:
            out.setdefault(name, names[0])
    return out


@functools.cache
def _states() -> dict[str, str]:
    out: dict[str, str] = {}
    for name, forms in load("places.toml")["states"].items():
        if name == "source":
            continue
        for form in (name, *forms.split("|")):
            out[key(form)] = name
    return out


@functools.cache
def _containers() -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for where, towns in load("towns.toml")["towns"].items():  # 14,000 names: no call a name
        country, _, state = where.partition("/")
        chains = ((*((one_name(state),) if state else ()), one_name(country)),)
        for town in towns.split("|"):
            out[town] = out[town] + chains if town in out else chains
    for name, first in _exonyms().items():
        if name != first and name in out:
            out[first] = tuple(dict.fromkeys((*out.get(first, ()), *out[name])))
    for name in load("places.toml")["states"]:
        if name != "source":
            out[one_name(name)] = (*out.get(one_name(name), ()), (one_name("United States"),))
    for country in countries():
        land = one_name(country.name)
        for capital in map(one_name, country.capitals):
            if not any(land in chain for chain in out.get(capital, ())):
                out[capital] = ((land,), *out.get(capital, ()))
    return out
