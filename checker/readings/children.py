"""How old the child is whom a report does not name, or whom only another report names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.facts import spelling
from checker.model import NOT_COPY, Card, Document, Fact, Question, Reading

_GROWN = 18
_ALIKE, _SURELY_ALIKE = 2, 5  # words that the sentences on the child share
_OTHERS = frozenset(("brother", "sister", "sibling", "twin", "friend", "classmate", "schoolmate", "playmate", "cousin"))
_KINDS = {
    "boy": "male", "schoolboy": "male", "son": "male", "girl": "female", "schoolgirl": "female", "daughter": "female",
    "child": None, "toddler": None, "teenager": None, "teen": None, "baby": None, "infant": None, "pupil": None,
    "kid": None, "youth": None, "youngster": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Child:
    fact: Fact
    document: Document
    gender: str | None
    card: Card | None
    words: frozenset[str]


def read(documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card]) -> Iterator[Reading]:
    """A Reading for the one child of each report whose age is told, where the reports tell the same of a child and name no two."""
    by_id = {card.id: card for card in cards}
    found = [c for document in documents if (c := _only_child(document, facts, by_id)) is not None]
    names = {c.card.id for c in found if c.card is not None}
    genders = {c.gender for c in found if c.gender is not None}
    if len(found) < 2 or len(names) > 1 or len(genders) > 1 or all(c.card is not None for c in found):
        return
    shared = min(len(a.words & b.words) for n, a in enumerate(found) for b in found[n + 1 :])
    if shared < _ALIKE:
        return
    who = {"male": "boy", "female": "girl"}.get(min(genders, default=""), "child")
    for n, child in enumerate(found):
        sure: Literal["direct", "near"] = "direct" if n == 0 or shared >= _SURELY_ALIKE else "near"
        index = child.document.tokens[child.fact.head].sentence
        because = (f"each report tells the age of one {who}, and the same of the {who}",)
        cues = frozenset({"n:age@child", "h:child"})
        yield Reading(
            Question("age", "age", f"role:{who}"), child.fact, None, "actual", sure, because, index, f"the {who}", cues, of_card=True,
        )  # fmt: skip


def _only_child(document: Document, facts: Sequence[Fact], cards: dict[str, Card]) -> _Child | None:
    """The first mention of the one child whose age a report tells; None where it tells of none or of two."""
    told: list[_Child] = []
    if any(t.lemma in _OTHERS for t in document.tokens):
        return None  # there may be two
    for fact in facts:
        if fact.kind != "age" or fact.span.source != document.source:
            continue
        age, unit = fact.value.fields().get("value"), fact.value.fields().get("unit")
        sentence = document.sentences[document.tokens[fact.first].sentence]
        if not isinstance(age, (int, float)) or unit != "year" or age >= _GROWN or sentence.zone in NOT_COPY:
            continue
        card = cards.get(fact.entity or "")
        noun = _noun(document, fact)
        if noun is None and card is None:
            return None  # nobody knows whose age it is
        if any(t.tag == "NNS" and t.lemma in _KINDS for t in document.tokens[sentence.first : sentence.last]):
            return None
        around = document.sentences[max(0, sentence.index - 1) : sentence.index + 3]
        tokens = document.tokens[around[0].first : around[-1].last]
        words = frozenset(t.lemma.lower() for t in tokens if t.pos in ("NOUN", "VERB", "PROPN") or t.tag == "JJS")
        words -= spelling.words("kin", "weak")
        gender = _KINDS[noun] if noun is not None else _gender(card)
        told.append(_Child(fact, document, gender, card, words - _KINDS.keys() - {"year", "age"}))
    same = {c.fact.value.normal() for c in told}
    return told[0] if told and len(same) == 1 and len({c.card.id for c in told if c.card}) < 2 else None


def _noun(document: Document, fact: Fact) -> str | None:
    """The word for a child that the age belongs to: "an eight-year-old boy", "a child, aged 8", "a girl of two"."""
    tokens = document.tokens
    following = [t.lemma for t in tokens[fact.last : fact.last + 3] if t.pos in ("NOUN", "ADJ")]
    before = [t.lemma for t in tokens[max(0, fact.first - 3) : fact.first + 1]]
    return next((w for w in (*following, *reversed(before)) if w in _KINDS), None)


def _gender(card: Card | None) -> str | None:
    if card is None:
        return None
    return next((f.value for f in card.fields if f.name == "gender"), None) or spelling.gender_of(card.name.split()[0])
