"""Organisations: acronyms, short and turned-round names, and whether two names can be one body's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.facts import gazetteer
from checker.facts.place import trim
from checker.facts.spelling import fold, is_slip, load
from checker.model import Comparison, Document, Fact, Scalar, Verdict

LEVELS: dict[str, Verdict] = {
    "same": "agree",
    "acronym": "agree",
    "renamed": "agree",
    "part": "agree",
    "turned-round": "agree",
    "garbled": "conflict",
    "misspelled": "unclear",
    "modifier-differs": "conflict",
    "differs": "conflict",
}


@dataclass(frozen=True, slots=True)
class Organization:
    """A body by name."""

    text: str

    def fields(self) -> dict[str, Scalar]:
        return {"value": self.normal(), "low": None, "high": None, "low_open": None, "high_open": None, "unit": None}

    def normal(self) -> str:
        return one_name(self.text)


def find(document: Document) -> Iterator[Fact]:
    """Every organisation by name, without its article."""
    for mention in document.names:
        if mention.kind != "organization":
            continue
        first, last = trim(document, mention)
        if first < last:
            head = next((i for i in range(first, last) if not first <= document.tokens[i].head < last), last - 1)
            yield Fact(
                "organization", document.span(first, last), Organization(" ".join(document.text(first, last).split())), first, last, head
            )


def compare(a: Organization, b: Organization, tolerance: Mapping[str, float] = {}) -> Comparison:
    """Whether two names can be one body's."""
    level = how(a.text, b.text)
    because = {
        "same": "the same name",
        "acronym": "one is the other's acronym",
        "renamed": "two names of one body",
        "part": "one gives less of the same name",
        "turned-round": "the same words in another order",
        "garbled": f"the words of {a.text} and {b.text} are the same but for one",
        "misspelled": f"{a.text} and {b.text} differ by a letter or two",
        "modifier-differs": f"{a.text} and {b.text} are two bodies",
        "differs": f"two different names: {a.text} / {b.text}",
    }[level]
    return Comparison(LEVELS[level], level, because)


@lru_cache(maxsize=20_000)
def how(a: str, b: str) -> str:
    """The level at which two names of bodies stand to each other."""
    one, other = one_name(a), one_name(b)
    if one == other:
        return "same" if content(a) == content(b) else "renamed"
    x, y = content(a), content(b)
    if is_acronym_of(a, b) or is_acronym_of(b, a):
        return "acronym"
    if sorted(x) == sorted(y):
        return "turned-round"
    if set(x) <= set(y) or set(y) <= set(x):
        return "part" if _is_distinctive(min(x, y, key=len)) else "differs"
    if len(x) == len(y) and all(p == q or is_slip(p, q) for p, q in zip(x, y, strict=True)):
        return "misspelled"
    if len(x) == len(y) and len(x) > 1 and x[-1] == y[-1] and x[-1] in _list("heads"):
        return "modifier-differs"
    shared = set(x) & set(y)
    if len(shared) >= 2 and len(x) == len(y) == len(shared) + 1 and shared - _list("heads"):
        return "garbled"
    return "differs"


def heads() -> frozenset[str]:
    """Words for what a body is, which many bodies share: ministry, council, center."""
    return _list("heads")


def sort_of(name: str) -> str | None:
    """The sort of body that a word of the name tells: "party" of "Green Party" and "Liberal Alliance"; the last word that tells one."""
    told = [sort for w in content(name) if (sort := _sorts().get(w)) is not None]
    return told[-1] if told else None


def has_head(name: str) -> bool:
    """True where a word of the name says that it is a body, or the name is an acronym."""
    words = [fold(w) for w in name.split()]
    if name.replace(".", "").isupper() or words[-1] in _list("forms") or words[-1] in _list("heads"):
        return True
    return len(words) > 2 and words[1] in ("of", "for") and words[0] in _list("heads")


def is_acronym_of(short: str, long: str) -> bool:
    """ "INPE" of "National Institute for Space Research" only where the letters say so; tables of well-known ones in `one_name`."""
    letters = short.replace(".", "")
    if not 2 <= len(letters) <= 7 or not letters.isupper() or " " in letters:
        return False
    all_words = [w for w in re.split(r"[\s\-/]+", re.sub(r"^[Tt]he ", "", long)) if w]
    if len(all_words) < 2:
        return False
    every = "".join(w[0] for w in all_words).upper()
    big = "".join(w[0] for w in all_words if fold(w) not in _list("small")).upper()
    return letters in (every, big)


@lru_cache(maxsize=20_000)
def one_name(text: str) -> str:
    """The body's key: the known acronym or first of its names, else its content words."""
    plain = gazetteer.key(re.sub(r"['’]s$", "", text))
    known = _known().get(plain)
    return known if known is not None else " ".join(content(text)) or plain


@lru_cache(maxsize=20_000)
def content(text: str) -> tuple[str, ...]:
    """The words that tell the body from others, in order, spelt one way, companies' legal forms left out."""
    words = [fold(w.strip(",.;:()")) for w in re.split(r"[\s\-/]+", re.sub(r"['’]s\b", "", text))]
    words = [_same().get(w, w) for w in words if w]
    kept = [w for w in words if w not in _list("small")]
    short = [w for w in kept if w not in _list("forms")]
    return tuple(short or kept or words)


def _is_distinctive(words: tuple[str, ...]) -> bool:
    return any(w not in _list("heads") for w in words)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("organizations.toml")["words"][name].split())


@cache
def _sorts() -> dict[str, str]:
    lines = [line.split() for line in load("organizations.toml")["words"]["sorts"]]
    return {word: line[0] for line in lines for word in line}


@cache
def _same() -> dict[str, str]:
    return dict(load("organizations.toml")["words"]["same"])


@cache
def _known() -> dict[str, str]:
    out: dict[str, str] = {}
    data = load("organizations.toml")
    for short, longs in data["acronyms"].items():
        if short != "source":
            for name in (short, *longs.split("|")):
                out[gazetteer.key(name)] = fold(short)
    for line in data["renamed"]["names"]:
        names = line.split("|")
        for name in names:
            out.setdefault(gazetteer.key(name), fold(names[0]))
    return out
