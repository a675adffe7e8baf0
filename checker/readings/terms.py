"""The words around a value as terms that two reports can share: concepts, counted classes, quantities, entities, other values.

Terms carry a prefix that says how near they stand to the question:
    n: the noun that names the value     c: the predicate that governs it     a: another part of its clause     h: its holder (an entity)
    e: an entity of the sentence         w: another content word of it        v: another value of it
    g: the happening it is told of (its group over all reports)               k: another happening of its clause
"""

from __future__ import annotations

import functools
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from checker import concepts
from checker.model import Card, Document, Fact, Happening, Question, Reading, ZoneKind
from checker.readings.slots import NOMINAL, Slot
from checker.readings.words import words

BESIDE = 6  # words beside a value that are looked at one by one
_REACH = 7  # words; one so far from the value weighs a third of one beside it
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow"])


@dataclass(frozen=True, slots=True)
class Told:
    """What stands in one sentence beside its values, the same for each of them."""

    terms: tuple[tuple[int, str], ...]  # token, its term
    entities: tuple[tuple[int, str], ...]  # token, its card
    content: tuple[int, ...]  # nouns, verbs and adjectives
    meaning: Any  # the word vectors of the content together; None without vectors


@dataclass(frozen=True, slots=True)
class Page:
    """One document with what the finders of questions look up in it."""

    document: Document
    entities: Mapping[int, str]  # token -> card id
    names: Mapping[str, str]  # card id -> name
    groups: Mapping[int, str]  # predicate token -> group of its happening
    facts: tuple[Fact, ...]  # in order of place
    starts: tuple[int, ...]  # their first tokens
    taken: frozenset[int]  # tokens inside a value
    cues: frozenset[int]  # verbs of saying
    words: tuple[str, ...]  # tokens in lower case, "" for signs
    term_cache: dict[int, str | None]
    told_cache: dict[int, Told]

    def facts_between(self, first: int, last: int) -> Sequence[Fact]:
        return self.facts[bisect_left(self.starts, first) : bisect_left(self.starts, last)]

    def sentence_of(self, fact: Fact) -> int:
        return self.document.tokens[fact.head].sentence

    def zone_of(self, fact: Fact) -> ZoneKind:
        return self.document.sentences[self.sentence_of(fact)].zone

    def alone(self, i: int | None) -> str | None:
        """The card of token i; None where it is one of several ("Lindgren and Okafor met"), for then none of them is the holder."""
        if i is None or i not in self.entities:
            return None
        tokens = self.document.tokens
        others = any(tokens[c].relation == "conjunct" and c in self.entities for c in self.document.children[i])
        return None if others or tokens[i].relation == "conjunct" else self.entities[i]

    def nearest_term(self, fact: Fact) -> str | None:
        """The term of the nearest word beside a value, those before it first; None where its sentence has none."""
        sentence = self.document.sentences[self.sentence_of(fact)]
        beside = [(fact.first - i, i) for i in range(max(sentence.first, fact.first - 6), fact.first)]
        beside += [(i - fact.last + 2, i) for i in range(fact.last, min(sentence.last, fact.last + 5))]
        places = (i for _, i in sorted(beside) if i not in self.taken and i not in self.entities)
        return next((term for i in places if (term := self.term(i)) is not None), None)

    def term(self, i: int) -> str | None:
        """What token i stands for, one spelling for verb, noun and synonym; None for words that say nothing."""
        if i not in self.term_cache:
            self.term_cache[i] = _term(self.document, i)
        return self.term_cache[i]

    def happening(self, i: int) -> str | None:
        """The term of what has a day or a rank: the ruling of "sentence", not the years of it."""
        token = self.document.tokens[i]
        quantity = concepts.load().quantity_at(self.document, i) if token.pos == "NOUN" else None
        if quantity not in words().happening:
            return self.term(i)
        return concepts.load().predicate(self.document, i) or concepts.load().counted(token.lemma.lower())

    def told(self, sentence: int) -> Told:
        """What stands in a sentence beside its values."""
        if sentence not in self.told_cache:
            self.told_cache[sentence] = _told(self, sentence)
        return self.told_cache[sentence]


def pages(
    documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card], happenings: Sequence[Happening]
) -> tuple[Page, ...]:
    """A Page for every document."""
    entities: list[dict[int, str]] = [{} for _ in documents]
    names = {card.id: card.name for card in cards}
    for card in cards:
        for mention in card.mentions:
            for i in range(mention.first, mention.last):
                entities[mention.source].setdefault(i, card.id)
    groups: list[dict[int, str]] = [{} for _ in documents]
    for happening in happenings:
        groups[happening.source][happening.predicate] = happening.group
    by_source: list[list[Fact]] = [[] for _ in documents]
    for fact in facts:
        by_source[fact.span.source].append(fact)
    out = []
    for document in documents:
        own = tuple(sorted(by_source[document.source], key=lambda f: (f.first, f.last)))
        valued = [f for f in own if f.kind not in ("name", "title", "organization", "place", "quote")]
        taken = frozenset(i for f in valued for i in range(f.first, f.last))
        cues = frozenset(speech.cue for speech in document.speeches if speech.cue is not None)
        words = tuple(t.lower if t.lower.isalnum() or any(c.isalnum() for c in t.lower) else "" for t in document.tokens)
        source = document.source
        out.append(Page(document, entities[source], names, groups[source], own, tuple(f.first for f in own), taken, cues, words, {}, {}))
    return tuple(out)


def _term(document: Document, i: int) -> str | None:
    token = document.tokens[i]
    if token.pos not in CONTENT or not token.text[0].isalnum():
        return None
    known = concepts.load()
    lemma = token.lemma.lower()
    if lemma in words().light and token.pos == "VERB":
        return known.predicate(document, i)
    quantity = known.quantity_at(document, i)
    if quantity:
        return quantity
    concept = known.predicate(document, i)
    if concept:
        return concept
    if lemma in _DAYS or lemma in words().hollow:
        return None
    return lemma if token.pos == "VERB" else known.counted(lemma)  # who stores water keeps no shop


def _told(page: Page, sentence: int) -> Told:
    document = page.document
    around = [i for i in range(document.sentences[sentence].first, document.sentences[sentence].last) if i not in page.taken]
    content = tuple(i for i in around if document.tokens[i].pos in CONTENT)
    together = document.meanings[list(content)].sum(axis=0) if document.meanings is not None and content else None
    return Told(
        tuple((i, term) for i in around if i not in page.entities and (term := page.term(i)) is not None),
        tuple((i, page.entities[i]) for i in around if i in page.entities), content, together,
    )


def unnamed(page: Page, fact: Fact, speaker: str | None) -> Reading:
    """A value whose question could not be named: listed and counted, never judged."""
    return Reading(Question(fact.kind, None), fact, speaker, "actual", "none", sentence=page.sentence_of(fact), zone=page.zone_of(fact))


def terms_of(page: Page, fact: Fact, slot: Slot, naming: int | None = None) -> frozenset[str]:
    """The terms of the sentence a value stands in, each with the strongest prefix it has."""
    document = page.document
    strongest: dict[str, str] = {}
    entities: dict[str, str] = {}

    def put(i: int | None, prefix: str) -> None:
        if i is None or (fact.first <= i < fact.last and i != slot.named):
            return
        entity = page.entities.get(i)
        if entity is not None:
            entities.setdefault(entity, "h" if prefix in ("n", "h") else "e")
            return
        term = page.term(i)
        if term is not None:
            strongest.setdefault(term, prefix)

    put(naming, "n")
    put(slot.named, "n")
    if slot.named is not None:
        for c in document.children[slot.named]:
            if document.tokens[c].relation in ("compound", "adjective"):
                put(c, "a")
    put(slot.predicate, "c")
    put(slot.holder, "h")
    for i in (slot.subject, slot.holder):
        for c in document.children[i] if i is not None else ():
            if document.tokens[c].relation == "conjunct":
                put(c, "h")
    for i in (slot.subject, slot.object):
        if i is not None:
            put(i, "a")
            for c in document.children[i]:
                put(c, "a")
    if slot.predicate is not None:
        for c in document.children[slot.predicate]:
            token = document.tokens[c]
            if token.relation in ("oblique", "open_clause", "adverb", "particle") and token.pos in (*NOMINAL, "VERB", "ADJ"):
                put(c, "a")
    sentence = document.sentences[document.tokens[fact.head].sentence]
    beside = page.told(sentence.index)
    for i, entity in beside.entities:
        if not fact.first <= i < fact.last:
            entities.setdefault(entity, "e")
    for i, term in beside.terms:
        if not fact.first <= i < fact.last:
            strongest.setdefault(term, "w")
    told: dict[str, str] = {}
    for i, prefix in ((naming, "g"), (slot.named, "g"), (slot.predicate, "g"), (slot.subject, "k"), (slot.object, "k")):
        if i is not None and i in page.groups:
            told.setdefault(page.groups[i], prefix)
    out = {f"{prefix}:{group}" for group, prefix in told.items()}
    out |= {f"{prefix}:{term}" for term, prefix in strongest.items()} | {f"{prefix}:{entity}" for entity, prefix in entities.items()}
    for other in page.facts_between(sentence.first, sentence.last):
        if other.span != fact.span and other.kind in ("count", "money", "percent", "measure", "duration", "age", "ordinal"):
            out.add(f"v:{other.kind}:{other.value.normal()}")
    return frozenset(out)


def meaning_of(page: Page, fact: Fact, slot: Slot) -> Any:
    """Vectors, (2 + BESIDE) x width: of the words that name the value together, of the content words of its sentence together, and of
    the content words nearest to it one by one (zeros where there are fewer); None without vectors.
    """
    document = page.document
    meanings = document.meanings
    if meanings is None:
        return None
    around = page.told(page.sentence_of(fact))
    naming = [i for i in (slot.named, slot.predicate) if i is not None]
    beside = [i for i in (slot.holder, slot.subject, slot.object) if i is not None and i not in naming]
    if slot.named is not None:
        beside += [c for c in document.children[slot.named] if document.tokens[c].relation in ("compound", "adjective")]
    nearest = [i for _, i in sorted((min(abs(i - fact.first), abs(i - fact.last + 1)), i) for i in around.content)[:BESIDE]]
    out = np.zeros((2 + BESIDE, meanings.shape[1]), dtype=np.float32)
    for i in beside:
        out[0] += meanings[i]
    out[0] *= 0.5
    for i in naming:
        out[0] += meanings[i]
    if around.content:
        out[1] = around.meaning
        out[2 : 2 + len(nearest)] = meanings[nearest]
    return out


def wording_of(page: Page, fact: Fact) -> tuple[tuple[str, float], ...]:
    """The words of the value's sentence in lower case, each with how near it stands, above 0 and at most 1; 0 for the value's own."""
    tokens, words = page.document.tokens, page.words
    sentence = page.document.sentences[page.sentence_of(fact)]
    before, after = range(min(sentence.first, fact.first), fact.first), range(fact.last, max(sentence.last, fact.last))
    own = (i for i in range(fact.first, fact.last) if tokens[i].lower.isalpha() and tokens[i].pos in CONTENT)
    return (
        *((word, _near(fact.first - i)) for i in before if (word := words[i])),
        *((tokens[i].lower, 0.0) for i in own),
        *((word, _near(i - fact.last + 1)) for i in after if (word := words[i])),
    )


@functools.cache
def _near(words: int) -> float:
    """How much a word counts that stands so many words away."""
    return round(math.exp(-words / _REACH), 3) or 0.001
