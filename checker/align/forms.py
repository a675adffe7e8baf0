"""The capitalised words of a story: each spelling with the places where it stands and the names beside it."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.facts.spelling import fold
from checker.model import Document, Token


@dataclass(slots=True)
class Spelling:
    """One spelling of a capitalised word over all reports."""

    text: str
    folded: str
    places: list[tuple[Document, int]] = field(default_factory=list)
    before: set[str] = field(default_factory=set)  # names beside it, folded; "gulf of" where "of" joins them
    after: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)  # "captain" before it
    kinds: set[str] = field(default_factory=set)
    acronym: bool = False

    @property
    def sources(self) -> frozenset[int]:
        return frozenset(document.source for document, _ in self.places)


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of spellings.toml."""

    silent: frozenset[str]
    offices: frozenset[str]
    generic: frozenset[str]
    endings: frozenset[str]
    foreign_endings: tuple[str, ...]
    foreign_beginnings: tuple[str, ...]


@functools.cache
def words() -> Words:
    """The word lists, read once."""
    with importlib.resources.files(__package__).joinpath("spellings.toml").open("rb") as file:
        table = tomllib.load(file)
    foreign = table["transliterated"]
    return Words(
        silent=frozenset(table["calendar"].split()) | frozenset(table["common"].split()),
        offices=frozenset(table["offices"].split()),
        generic=frozenset(table["generic"].split()),
        endings=frozenset(table["endings"].split()) | {""},
        foreign_endings=tuple(foreign["endings"].split()),
        foreign_beginnings=tuple(foreign["beginnings"].split()),
    )


def spellings_of(documents: Sequence[Document]) -> list[Spelling]:
    """Every spelling that may be a name, in alphabetical order; words that also stand in small letters are none."""
    found: dict[str, Spelling] = {}
    small: set[str] = set()
    named: set[str] = set()
    known = words()
    for document in documents:
        loud = _loud(document)
        for token in document.tokens:
            text = token.text
            if not text.replace("'", "").isalpha():
                continue
            if text.islower():
                small.add(text)
                small.add(token.lemma.lower())
                continue
            if len(text) < 4 or not text[0].isupper() or document.sentences[token.sentence].paragraph in loud:
                continue
            acronym = text.isupper() and len(text) < 6
            if text.isupper() and not acronym:
                text = text.capitalize()
            if text not in found:
                found[text] = Spelling(text, fold(text), acronym=acronym)
            found[text].places.append((document, token.i))
            first = document.sentences[token.sentence].first == token.i
            if token.pos == "PROPN" or (not first and token.pos in ("NOUN", "ADJ")):
                named.add(text)
    keep = [
        s for t, s in sorted(found.items())
        if t in named and s.folded not in small and s.folded not in known.silent and s.folded not in known.offices
    ]
    return [s for s in keep if not any(d.tokens[i].lemma.lower() in small for d, i in s.places)]


def look_around(spelling: Spelling) -> None:
    """Fill in what names stand beside a spelling and what kind of name it is."""
    if spelling.kinds:
        return
    for document, i in spelling.places:
        before, after = _beside(document, i, -1), _beside(document, i, 1)
        if before:
            spelling.before.add(before)
        if after:
            spelling.after.add(after)
        office = document.tokens[i - 1].lower if i else ""
        if office in words().offices and len(office) > 4 and document.tokens[i - 1].sentence == document.tokens[i].sentence:
            spelling.offices.add(office)
        name = document.name_of[i]
        if name >= 0:
            spelling.kinds.add(document.names[name].kind)
    spelling.kinds.add("any")


def _loud(document: Document) -> frozenset[int]:
    """Paragraphs in title case, where a capital says nothing: a verb has one, or every longer word."""
    out: set[int] = set()
    for sentence in document.sentences:
        if sentence.zone != "headline" and (sentence.paragraph > 2 or sentence.last - sentence.first > 25):
            continue
        long = [t for t in document.tokens[sentence.first + 1 : sentence.last] if t.text.isalpha() and len(t.text) > 3]
        high = [t for t in long if t.text[0].isupper()]
        if len(high) >= 3 and (len(high) == len(long) or any(t.pos in ("VERB", "AUX", "ADV", "DET", "PRON") for t in high)):
            out.add(sentence.paragraph)
    return frozenset(out)


def _beside(document: Document, i: int, step: int) -> str | None:
    """The name next to token i: "duncan" before "Rait", "gulf of" before "Aden"; initials are passed over."""
    tokens, known = document.tokens, words()
    j = i + step
    joined = False
    while 0 <= j < len(tokens) and tokens[j].sentence == tokens[i].sentence:
        token: Token = tokens[j]
        if token.lower == "of" and not joined:
            joined = True
        elif len(token.text.rstrip(".")) == 1 and token.text[0].isupper():
            pass  # an initial
        elif token.text[0].isupper() and token.text.isalpha() and (token.pos == "PROPN" or joined):
            word = fold(token.text)
            if word in known.offices or word in known.silent:
                return None
            return f"{word}-of" if joined else word
        else:
            return None
        j += step
    return None
