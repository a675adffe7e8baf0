"""When two written words are one name: tables decide, likeness only proposes."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
import unicodedata
from typing import Any, Literal

from rapidfuzz.distance import OSA

Likeness = Literal["same", "variant", "nickname", "initial", "english", "slip", "different"]

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ə": "a",
        "'": None,
        "`": None,
        "´": None,
        "ʼ": None,
        "ʻ": None,
        "’": None,
        "‘": None,
        ".": None,
    }
)


def likeness(a: str, b: str) -> Likeness:
    """How two words of names stand to each other, whatever their case and diacritics."""
    if a == b:
        return "same"
    return _likeness(*sorted((fold(a), fold(b))))


@functools.lru_cache(maxsize=20_000)
def _likeness(a: str, b: str) -> Likeness:
    if a == b:
        return "same"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[:1] == b[:1] else "different"
    tables = _tables()
    if a in tables["english"] and b in tables["english"] and tables["english"][a] & tables["english"][b]:
        return "english"
    if roman(a) == roman(b) or families().get(a, a) == families().get(b, b):
        return "variant"
    if b in tables["nicknames"].get(a, ()) or a in tables["nicknames"].get(b, ()) or _one_short_form(a, b, tables["nicknames"]):
        return "nickname"
    if a in tables["given"] and b in tables["given"]:
        return "different"  # Jan and Jon are two people
    return "slip" if is_slip(a, b) else "different"


def is_slip(a: str, b: str) -> bool:
    """True where one word can be a slip of the pen for the other: one letter in five, the first one kept."""
    longest = max(len(a), len(b))
    allowed = 0 if longest < 4 else 1 if longest < 8 else 2
    if not allowed or abs(len(a) - len(b)) > allowed or (a[0] != b[0] and a[1:] != b[1:]):
        return False
    return OSA.distance(a, b, score_cutoff=allowed) <= allowed


@functools.lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word in lower case, without diacritics, apostrophes and full stops."""
    plain = word.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain.translate(_LETTERS)) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


@functools.lru_cache(maxsize=20_000)
def roman(word: str) -> str:
    """The folded word in one romanization; words that differ by a system of romanization come out alike."""
    word = fold(word).replace("-", "")
    for old, new in spellings()["romanization"]["steps"]:
        if old in word:
            word = word.replace(old, new)
    return word[:-1] if len(word) > 4 and word.endswith("ii") else word


@functools.cache
def families() -> dict[str, str]:
    """For each word of a spelling family the family's first word."""
    out: dict[str, str] = {}
    for line in spellings()["families"]["words"]:
        words = [fold(w) for w in line.split()]
        for word in words:
            out.setdefault(word, words[0])
    return out


@functools.cache
def spellings() -> dict[str, Any]:
    """spellings.toml."""
    return load("spellings.toml")


@functools.cache
def words(section: str, key: str = "words") -> frozenset[str]:
    """The words of one list of spellings.toml."""
    return frozenset(spellings()[section][key].split())


@functools.cache
def load(name: str) -> dict[str, Any]:
    """A data file beside this module."""
    return tomllib.loads(importlib.resources.files("checker.facts").joinpath(name).read_text(encoding="utf-8"))


def english(given: str) -> frozenset[int]:
    """Numbers of the lines of names that English spells in two ways and that hold this one: Stephen, Steven."""
    return frozenset(_tables()["english"].get(fold(given), ()))


def gender_of(given: str) -> str | None:
    """ "male" or "female" where the given name is one that only men or only women have."""
    return _genders().get(fold(given))


@functools.cache
def _genders() -> dict[str, str]:
    data = load("given_names.toml")
    male, female = set(data["male"].split()), set(data["female"].split())
    return dict.fromkeys(male - female, "male") | dict.fromkeys(female - male, "female")


@functools.cache
def _tables() -> dict[str, Any]:
    english: dict[str, set[int]] = {}
    for number, line in enumerate(spellings()["english"]["words"]):
        for word in line.split():
            english.setdefault(word, set()).add(number)
    nicknames = {name: frozenset(forms) for name, forms in _nicknames().items()}
    return {"english": english, "nicknames": nicknames, "given": frozenset(nicknames) | frozenset(_genders())}


@functools.lru_cache(maxsize=4096)
def short_initials(word: str) -> frozenset[str]:
    """The first letters of a given name's short forms, and of the names it is short for: Bob for Robert."""
    folded = fold(word)
    return frozenset(form[:1] for form in (*_nicknames().get(folded, ()), *_full_names().get(folded, ())))


def common(given: str) -> bool:
    """Whether a given name is one that many share, so that two people of that name in one story are likely."""
    folded = fold(given)
    return folded in _nicknames() or folded in _full_names()


@functools.cache
def _nicknames() -> dict[str, list[str]]:
    """For each given name its short forms; one long string, because tomllib is slow on thousands of keys."""
    lines = (line.partition(": ") for line in load("nicknames.toml")["forms"].strip().splitlines())
    return {name: forms.split() for name, _, forms in lines}


def _one_short_form(a: str, b: str, nicknames: dict[str, frozenset[str]]) -> bool:
    """Bill and Will are both William."""
    return any(b in nicknames[full] for full in _full_names().get(a, ()))


@functools.cache
def _full_names() -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for full, forms in _nicknames().items():
        for form in forms:
            out.setdefault(form, []).append(full)
    return {form: tuple(full) for form, full in out.items()}
