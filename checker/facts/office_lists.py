"""The lists of offices.toml and professions.toml, ready to look up: names, states, heads, wider words, what one person is not both."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from checker.facts.spelling import load

_OF_ANY = ("public", "state", "national", "human")  # words of a portfolio that do not tell which


@functools.cache
def aliases() -> dict[str, str]:
    """For each name of an office or profession, in lower case, the office."""
    out: dict[str, str] = {}
    for office, names in load("offices.toml")["offices"].items():
        if office == "source":
            continue
        for name in (office, *names.split("|")):
            if name:
                out.setdefault(name.replace(" the ", " "), office)
    for _, table in _fields_of_work():
        for profession, names in _lines(table["names"]):
            office = out.setdefault(profession, profession)
            for name in names:
                out.setdefault(name.replace(" the ", " "), office)
    return out


@functools.cache
def first_words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each first word of an office's name the names that begin with it, longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for name in aliases():
        words = tuple(name.replace("-", " - ").split())
        out.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(names, key=lambda n: (-len(n), n))) for word, names in out.items()}


def one_office(phrase: str) -> str:
    """The office that the words name, whatever its synonyms: "defence minister" is "defense minister"."""
    same: dict[str, str] = dict(load("offices.toml")["fields"]["same"])
    words = [same.get(w, w) for w in phrase.split()]
    if len(words) > 2 and words[-2:] == ["cabinet", "secretary"]:
        words[-2:] = ["minister"]  # a ministry's in Kenya; alone it is the first civil servant of a cabinet
    plain = " ".join(words)
    return aliases().get(phrase) or aliases().get(plain) or plain


def is_head(office: str) -> bool:
    """True where the word says how high somebody stands, not in what."""
    return office in _heads()


@functools.lru_cache(maxsize=8192)
def is_broader(broad: str, narrow: str) -> bool:
    """True where the first office is a less exact word for the second."""
    if narrow in _broader().get(broad, ()):
        return True
    return broad == narrow.split()[-1] or (broad in ("official", "director") and is_head(narrow.split()[-1]))


@functools.lru_cache(maxsize=8192)
def exclude(a: str, b: str) -> bool:
    """True where one person does not hold both offices."""
    if _neighbours(a, b):
        return False
    if any(a in line and b in line for line in _exclusive()):
        return True
    x, y = a.split(), b.split()
    if "state secretary" in (a, b) and "minister" in (x[-1], y[-1]):
        return True
    if x[-1] == y[-1] and x[-1] in ("minister", "commissioner") and len(x) > 1 and len(y) > 1 and "prime" not in (x[0], y[0]):
        return True
    return (
        len(x) > 1
        and len(y) > 1
        and x[:-1] == y[:-1]
        and {x[-1], y[-1]} <= {"minister", "director-general", "secretary", "commissioner", "spokesperson"}
    )


def _neighbours(a: str, b: str) -> bool:
    """True for ministers of one portfolio, or of two that often go together: trade and industry, economy and finance."""
    (*x, last), (*y, other) = a.split(), b.split()
    if last != other or last not in ("minister", "commissioner"):
        return False
    x, y = ([w for w in words if w not in _OF_ANY] or words for words in (x, y))
    return not set(x).isdisjoint(y) or any(not set(x).isdisjoint(line) and not set(y).isdisjoint(line) for line in _lines_of_portfolios())


@functools.lru_cache(maxsize=8192)
def two_posts(a: str, b: str) -> bool:
    """True for two posts of one house or town that a person hardly holds at once: chief executive and chair."""
    return any(a in line and b in line for line in _posts())


@functools.lru_cache(maxsize=8192)
def hardly_both(a: str, b: str) -> bool:
    """True where one person may be both, but mostly one of two reports is wrong: engineer and architect, nurse and plumber."""
    trades = _trades()
    return any(a in line and b in line for line in _unlikely()) or (a in trades and b in trades and trades[a] != trades[b])


def is_trade(office: str) -> bool:
    """True for a profession, of which a story can well have two."""
    return office in _trades()


def state_of(word: str) -> tuple[str, ...]:
    """former, acting, deputy, designate or dated, where the word says so."""
    return states().get(word, ())


@functools.cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of offices that are treated alike; see offices.toml."""
    told = frozenset(load("offices.toml")["listed"][name].split("|"))
    return told | _one_word_professions() if name == "loose" else told


@functools.cache
def field_words() -> frozenset[str]:
    return frozenset(load("offices.toml")["fields"]["words"].split())


@functools.cache
def _lines_of_portfolios() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in load("offices.toml")["fields"]["neighbours"])


@functools.cache
def head_verbs() -> frozenset[str]:
    return frozenset(load("offices.toml")["heads"]["verbs"].split())


@functools.cache
def led() -> frozenset[str]:
    """What people run, in small letters: the airline, the hospital."""
    return frozenset(load("offices.toml")["heads"]["led"].split())


@functools.cache
def clause_words(name: str) -> frozenset[str]:
    """The verbs and nouns of one line of [clauses]: how a clause gives somebody a title."""
    return frozenset(load("offices.toml")["clauses"][name].split())


@functools.cache
def states() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for name, words in load("offices.toml")["states"].items():
        if name not in ("source", "current"):
            for word in words.split():
                out[word] = (*out.get(word, ()), name)
    return out


@functools.cache
def _heads() -> frozenset[str]:
    return frozenset(load("offices.toml")["heads"]["words"].split())


@functools.cache
def _broader() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {k: set(v.split("|")) for k, v in load("offices.toml")["broader"].items() if k != "source"}
    for _, table in _fields_of_work():
        names = [profession for profession, _ in _lines(table["names"])]
        for broad, narrow in _lines(table.get("wide", "")):
            known = out.setdefault(aliases().get(broad, broad), set())
            known.update(aliases().get(name, name) for name in (names if narrow == ["*"] else narrow))
    return {broad: frozenset(narrow - {broad}) for broad, narrow in out.items()}


@functools.cache
def _exclusive() -> tuple[frozenset[str], ...]:
    lines = (*load("offices.toml")["exclusive"]["lines"], *load("professions.toml")["never"]["lines"])
    return tuple(frozenset(line.split("|")) for line in lines)


@functools.cache
def _unlikely() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split("|")) for line in load("professions.toml")["hardly"]["lines"])


@functools.cache
def _posts() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split("|")) for line in load("professions.toml")["posts"]["lines"])


@functools.cache
def _trades() -> dict[str, str]:
    """For each profession that fills a working life the field it belongs to."""
    return {aliases()[p]: field for field, table in _fields_of_work() if table.get("trade") for p, _ in _lines(table["names"])}


@functools.cache
def _one_word_professions() -> frozenset[str]:
    return frozenset(
        name for _, table in _fields_of_work() for p, names in _lines(table["names"]) for name in (p, *names) if name.isalpha()
    )


def _fields_of_work() -> Iterator[tuple[str, dict[str, Any]]]:
    return ((field, table) for field, table in load("professions.toml").items() if isinstance(table, dict) and "names" in table)


def _lines(text: str) -> Iterator[tuple[str, list[str]]]:
    """Of "name: other, other" lines the name and the others."""
    for line in text.strip().splitlines():
        name, _, rest = line.partition(":")
        yield name.strip(), [word.strip() for word in rest.split(",") if word.strip()]
