"""A title phrase, and how titles are shared: one holder of two titles, one title of two holders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.facts import gazetteer, offices
from checker.facts.title_holders import name_at
from checker.model import Document


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens of a title, the words to read it by, and the tokens of the name or pronoun it is given to."""

    first: int
    last: int
    head: int
    words: str
    holder: tuple[int, int] | None
    how: str  # before, apposition, predicate, verb, alone


def one_holder(document: Document, a: Phrase, b: Phrase) -> tuple[Phrase, Phrase]:
    """The two titles of "Ann Doe, chairwoman and chief executive" and "chairman and chief executive John Roe" have one holder."""
    tokens = document.tokens
    if b.first != a.last + 1 or tokens[a.last].lower != "and" or tokens[a.first].sentence != tokens[b.first].sentence:
        return a, b
    if b.holder is None and a.holder is not None and a.how in ("apposition", "predicate"):
        return a, replace(b, holder=a.holder, how=a.how)
    if a.holder is None and b.how == "before" and not (a.first and tokens[a.first - 1].pos in ("DET", "PRON")):
        return replace(a, holder=b.holder, how=b.how), b
    return a, b


def shared(document: Document, i: int) -> Iterator[Phrase]:
    """ "Foreign Ministers Anna Berg of Norway and Karl Holm of Denmark": one title, each name with its land."""
    tokens = document.tokens
    first = i
    while first > 0 and i - first < 2 and " ".join([t.lower for t in tokens[first - 1 : i]] + [tokens[i].lower[:-1]]) in offices.aliases():
        first -= 1
    office = " ".join([t.lower for t in tokens[first:i]] + [tokens[i].lower[:-1]])
    at = i + 1
    while office in offices.aliases() and (holder := name_at(document, at)) is not None and tokens[at].sentence == tokens[i].sentence:
        at = holder[1]
        land = gazetteer.country_of(tokens[at + 1].text) if at + 1 < len(tokens) and tokens[at].lower == "of" else None
        yield Phrase(first, i + 1, i, f"{office} of {land}" if land else office, holder, "shared")
        at += 2 if land else 0
        joined = next((n for n in (2, 1) if " ".join(t.lower for t in tokens[at : at + n]) in (", and", "and", ",")), 0)
        if not joined:
            return
        at += joined
