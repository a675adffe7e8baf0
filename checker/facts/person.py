"""A person's name as it is printed: given names, family name, suffix; particles and forms of address left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.facts.spelling import fold, words
from checker.model import Scalar

_SYLLABLES = re.compile(r"(?:(?:[bcdfghjklmnpqrstwxyz]h?|ng|ts|gy|gw|hy|hw|ky|my|py|ry|ssy)?[aeiouöü]{1,3}y?(?:ng?|m|k|l|p|t|h)?){1,3}")
_JOINTS = re.compile(r"[-‐–]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as far as the text gives it; `parts` are its words in order, particles left out."""

    text: str
    given: tuple[str, ...]
    family: str | None  # None where only one word is there
    suffix: str | None
    parts: tuple[str, ...]

    def fields(self) -> dict[str, Scalar]:
        return {"value": self.normal(), "low": None, "high": None, "low_open": None, "high_open": None, "unit": None}

    def normal(self) -> str:
        return " ".join([*map(fold, self.parts), *([self.suffix] if self.suffix else [])])

    @property
    def is_eastern(self) -> bool:
        """True where the family name stands first."""
        return self.family is not None and self.parts[0] == self.family

    @property
    def last(self) -> str:
        """The family name, or the one word there is."""
        return self.family or self.parts[-1]


@lru_cache(maxsize=4096)
def read_name(text: str) -> PersonName | None:
    """The name that the words spell; None where no word is left of it."""
    plain = re.sub(r"[\"“”‘(][^\"“”’)]*[\"“”’)]", " ", " ".join(text.split()))
    plain = re.sub(r"(?:'s|’s|['’])$", "", plain.strip())
    if "," in plain:
        before, _, after = plain.partition(",")
        plain = before if not after.strip() or fold(after.strip()) in words("suffixes") else f"{after} {before}"
        suffix_word = fold(after.strip()) if fold(after.strip()) in words("suffixes") else None
    else:
        suffix_word = None
    raw = plain.split()
    while len(raw) > 1 and is_honorific(raw[0]):
        raw = raw[1:]
    if len(raw) > 1 and fold(raw[-1]) in words("suffixes") and not (len(raw) == 2 and len(raw[-1]) == 1):
        suffix_word, raw = fold(raw[-1]), raw[:-1]
    parts = _parts(raw)
    if not parts:
        return None
    given: tuple[str, ...] = ()
    family: str | None = None
    eastern = len(raw) > 1 and _is_eastern(raw)
    if len(parts) > 1 and eastern:
        given, family = tuple(parts[1:]), parts[0]
    elif len(parts) > 1:
        given, family = tuple(parts[:-1]), parts[-1]
    return PersonName(text, given, family, {"junior": "jr", "senior": "sr", "esq": None}.get(suffix_word or "", suffix_word), tuple(parts))


def is_honorific(word: str) -> bool:
    word = word.lower()
    return any(word in words("honorifics", k) or word.rstrip(".") in words("honorifics", k) for k in ("male", "female", "other"))


def _is_eastern(raw: Sequence[str]) -> bool:
    if len(raw) > 3 or fold(raw[0]) not in words("eastern"):
        return False
    return all(_SYLLABLES.fullmatch(fold(part)) is not None for word in raw[1:] for part in _JOINTS.split(word))


def _parts(raw: Sequence[str]) -> list[str]:
    out: list[str] = []
    particles = words("particles")
    for word in raw:
        for part in _JOINTS.split(word):
            cleaned = part.strip(".,;:'’")
            if cleaned:
                out.append(cleaned)
    kept = [w for w in out if fold(w) not in particles or (len(w) == 1 and w.isupper())]
    return kept or out
