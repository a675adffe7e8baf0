"""Who did it, as a report tells: a name, a kind of people or body ("soldiers", "the environment ministry"), or a firm of some country."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from checker.facts import gazetteer, organization
from checker.facts.spelling import fold, gender_of, load
from checker.language.clauses import case_of
from checker.model import Document, NameMention

_BESIDE = ("compound", "apposition")
_BEFORE = ("compound", "adjective", "possessive")


@dataclass(frozen=True, slots=True)
class Doer:
    """One who did it; what the text does not tell is empty."""

    document: Document
    first: int  # tokens of the name, else of the noun with what stands before it
    last: int
    nature: str  # person, organization, or "" where the words do not tell
    card: str | None
    words: frozenset[str]  # what tells the name from others; empty where nobody is named
    kind: str | None  # first word of its line in doers.toml
    field: frozenset[str]  # "environment" of a ministry
    lands: frozenset[str]

    @property
    def many(self) -> bool:
        """Whether it is told of several: "40 teachers"."""
        return self.document.tokens[self.last - 1].tag in ("NNS", "NNPS")


def doer(document: Document, head: int, entity: Mapping[int, str], sorts: frozenset[str], countries: bool = False) -> Doer | None:
    """The one whom the noun at `head` speaks of; `sorts` are words of names that tell no body from another.

    None where it is a pronoun, a country (without `countries`) or town, several together, or anybody ("officials").
    """
    tokens = document.tokens
    head = _meant(document, head)
    if any(
        tokens[c].relation == "conjunct" and tokens[c].pos in ("NOUN", "PROPN") and not 0 <= document.name_of[c] == document.name_of[head]
        for c in document.children[head]
    ):
        return None
    lemma = tokens[head].lemma.lower()
    if lemma in listed("members"):  # "researchers at Harrow", "a team of firefighters"
        of = next((c for c in document.children[head] if case_of(document, c) in ("at", "of", "from")), None)
        if of is not None and tokens[of].pos == "PROPN" and any(tokens[c].relation == "conjunct" for c in document.children[of]):
            return None
        if of is not None and (found := doer(document, of, entity, sorts)) is not None and not (found.words and found.nature == "person"):
            return found
    named = name(document, head)
    if named == "place":
        return _country(document, document.names[document.name_of[head]]) if countries and document.name_of[head] >= 0 else None
    lands = lands_of(document, head)
    if named is not None:
        first, last, nature = named
        words = telling(document, first, last, sorts)
        card = next((entity[i] for i in range(first, last) if i in entity), None)
        if nature == "organization" and last - first == 2 and gender_of(document.tokens[first].text):
            nature = "" if not organization.has_head(document.text(first, last)) else nature  # "Ole Strand" taken for a firm
        if nature == "person" and card is not None and "-" not in card and not _kind_of_name(document, first, last):
            nature = ""  # one word alone may be a firm
        kind = kind_of(document, head) or _kind_of_name(document, first, last)
        if words:
            return Doer(document, first, last, nature, card, words, kind, field_of(document, range(first, last), kind), lands)
        head = last - 1
    kind = kind_of(document, head)
    if kind is None and head + 1 < len(tokens) and tokens[head + 1].lower in _kinds() and tokens[head + 1].pos == "VERB":
        head += 1  # "a dog walker near the weir", read as "walker near"
        kind = kind_of(document, head)
    before = [c for c in document.children[head] if c < head and tokens[c].relation in _BEFORE and head - c < 6]
    if kind is None and not (lands and lemma in listed("anybody")):
        return None
    nature = "organization" if kind in listed("fields") | {"parliament", "cabinet"} or kind is None else "person"
    return Doer(document, min([head, *before]), head + 1, nature, None, frozenset(), kind, field_of(document, before, kind), lands)


def tied(document: Document, head: int) -> bool:
    """Whether the body is told as another's owner or part ("its owner, X", "a unit of X"), so that both may be right."""
    near = (head, *(c for c in document.children[head] if document.tokens[c].relation in _BESIDE))
    return any(document.tokens[i].lemma in listed("tied") for i in near)


def _country(document: Document, mention: NameMention) -> Doer | None:
    land = gazetteer.country_named(document.text(mention.first, mention.last))
    if land is None:
        return None
    return Doer(document, mention.first, mention.last, "country", None, frozenset((fold(land),)), None, frozenset(), frozenset())


def name(document: Document, head: int) -> tuple[int, int, str] | Literal["place"] | None:
    """Tokens and nature of the name that the noun is or bears ("the architect Bruno Fassi"); "place" for a country or town."""
    tokens = document.tokens
    near = [head, *(c for c in document.children[head] if tokens[c].relation in _BESIDE and abs(c - head) <= 4)]
    for i in near:
        k = document.name_of[i]
        if k >= 0:
            found = document.names[k]
            text = document.text(found.first, found.last)
            if found.kind == "place" and (gazetteer.within(text) or gazetteer.is_country(text)):
                return "place"
            if i != head and tokens[i].relation == "compound" and found.last == head:
                return found.first, head + 1, "organization"
            return found.first, found.last, "" if found.kind == "place" else found.kind
    if tokens[head].pos == "PROPN":
        first = head
        while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].sentence == tokens[head].sentence:
            first -= 1
        return "place" if tokens[head].lower in listed("months") else (first, head + 1, "")
    beside = next((i for i in near[1:] if tokens[i].pos == "PROPN" and tokens[i].relation == "apposition"), None)
    return (beside, beside + 1, "") if beside is not None else None  # "the journal Nature"


def telling(document: Document, first: int, last: int, sorts: frozenset[str]) -> frozenset[str]:
    """The words of a name that tell it from others."""
    words = [t for t in document.tokens[first:last] if t.text[0].isupper() and t.lower not in sorts and len(t.text) > 1]
    return frozenset(fold(t.text) for t in words if gazetteer.country_of(t.text) is None) - {""}


def kind_of(document: Document, i: int) -> str | None:
    """The kind of people or body that the noun names."""
    tokens = document.tokens
    lemma = tokens[i].lemma.lower()
    before = tokens[i - 1].lower if i else ""
    own = _kinds().get(f"{before} {lemma}") or _kinds().get(lemma)
    return own or (_kinds().get(before) if lemma in listed("members") and tokens[i - 1].head == i else None)


def kind_of_phrase(document: Document, first: int, last: int) -> str | None:
    """The kind of people that a speaker is told to be: "the mayor", "Mayor Rita Falk", "the fisherman Ole Strand"."""
    k = document.name_of[last - 1]
    if k >= 0 and document.names[k].kind == "person":
        return _kind_of_name(document, document.names[k].first, document.names[k].last)
    head = next((i for i in range(first, last) if not first <= document.tokens[i].head < last), last - 1)
    return kind_of(document, head)


def _meant(document: Document, i: int) -> int:
    """The noun behind "who", "which", and before an apposition of a name: "Ridgeline, the outfit that found it"."""
    tokens = document.tokens
    token = tokens[i]
    if token.lower in ("which", "that", "who") and tokens[token.head].relation == "relative_clause":
        right_before = i > 1 and tokens[i - 1].text == "," and document.name_of[i - 2] >= 0
        i = i - 2 if right_before else tokens[token.head].head
    above = tokens[i]
    return above.head if above.relation == "apposition" and tokens[above.head].pos == "PROPN" and above.pos == "NOUN" else i


def _kind_of_name(document: Document, first: int, last: int) -> str | None:
    """ "Ministry of Culture", "Royal Air Force", "the forester Wrona"."""
    tokens = document.tokens
    for i in range(first, last):
        if tokens[i].lower in ("ministry", "court", "police", "army", "navy", "union"):
            return _kinds()[tokens[i].lower]
    above = tokens[last - 1].head
    if tokens[last - 1].relation == "apposition" and tokens[above].pos == "NOUN":
        return kind_of(document, above)
    return next((k for i in range(max(0, first - 2), first) if tokens[i].head in range(first, last) and (k := kind_of(document, i))), None)


def field_of(document: Document, before: Sequence[int], kind: str | None) -> frozenset[str]:
    """What the body is for; one word for fields with two names."""
    if kind not in listed("fields"):
        return frozenset()
    known = one_field()
    words = (fold(document.tokens[c].text) for c in before if document.tokens[c].pos in ("NOUN", "PROPN", "ADJ"))
    wanted = (w for w in words if w not in listed("plain") and w not in _kinds() and gazetteer.country_of(w) is None)
    return frozenset(known.get(w, w) for w in wanted)


def lands_of(document: Document, head: int) -> frozenset[str]:
    """The countries of a body: "the Turkish group", "Rocha of Portugal", "Italy's Sabatini group"."""
    tokens = document.tokens
    near = [
        c for c in document.children[head]
        if tokens[c].relation in _BEFORE or (tokens[c].relation == "oblique" and case_of(document, c) in ("of", "from"))
    ]
    return frozenset(land for c in near if (land := gazetteer.country_of(tokens[c].text)) is not None)


# ---------------------------------------------------------------- words


@functools.cache
def table() -> dict[str, Any]:
    return tomllib.loads((importlib.resources.files("checker.align.doers") / "doers.toml").read_text(encoding="utf-8"))


@functools.cache
def listed(name: str) -> frozenset[str]:
    return frozenset(table()[name])


@functools.cache
def _kinds() -> dict[str, str]:
    told = {word: line[0] for line in table()["kinds"] for word in line}
    for trade, entry in load("professions.toml").items():
        if isinstance(entry, dict) and entry.get("trade"):
            for line in entry["names"].strip().splitlines():
                for word in line.replace(":", ",").split(","):
                    told.setdefault(word.strip(), trade)
    return told


@functools.cache
def one_field() -> dict[str, str]:
    return {word: line[0] for line in table()["one_field"] for word in line}
