"""What a thing is that somebody owns, made or found: its cards, names and class, with the words that tell it from others."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from checker import concepts
from checker.align.doers.frames import alike, words
from checker.facts.spelling import fold
from checker.language.clauses import case_of
from checker.model import Document

_PRONOUNS = frozenset(("it", "they", "them", "he", "she", "him", "her", "both", "this", "which", "who", "that", "two"))
_PLAIN = frozenset(("new", "old", "main", "whole", "entire", "famous", "same"))


@dataclass(frozen=True, slots=True)
class Thing:
    """What was done to, or no keys where the report only points at it."""

    keys: frozenset[str] = frozenset()  # cards, names and classes
    marks: frozenset[str] = frozenset()  # adjectives and compounds before it
    lemma: str = ""
    it: bool = False  # "it" stands for it, which is what the report is about
    definite: bool = True
    open: bool = False  # not said, or only pointed at: "the contractor", "the group that built it"
    whose: frozenset[str] = frozenset()  # of whom, of what or where it is, and how many
    near: frozenset[str] = frozenset()  # nouns that it is told with: "controls against money laundering"


def thing(document: Document, i: int | None, entity: Mapping[int, str]) -> Thing:
    """What the word speaks of; a pronoun is followed to the subject of the sentence before."""
    if i is None:
        return Thing(open=True)
    tokens = document.tokens
    it = tokens[i].lower == "it"
    token = tokens[i]
    if token.lower in ("which", "that", "who") and tokens[token.head].relation == "relative_clause":
        token = tokens[tokens[token.head].head]
    elif token.lower in ("it", "this", "they") and (before := subject_before(document, i)) is not None:
        token = tokens[before]
    if token.pos == "VERB":
        return Thing(frozenset((f"~{alike().get(token.lemma, token.lemma)}",)), lemma=token.lemma)  # "the order to kill it"
    if token.pos not in ("NOUN", "PROPN"):
        return Thing(it=it, lemma=token.lower, open=it)
    found, marks = set(), set()
    kids = document.children[token.i]
    indefinite = any(tokens[c].lower in ("a", "an", "some", "any", "no") for c in kids)
    for c in (token.i, *(c for c in kids if tokens[c].relation in ("apposition", "compound"))):
        if c in entity:
            found.add(entity[c])
        if tokens[c].pos == "PROPN":
            k = document.name_of[c]
            name = tokens[c].text if k < 0 else document.text(document.names[k].first, document.names[k].last)
            found.add(f"name:{fold(name)}")
    for c in kids:
        before = tokens[c].relation in ("adjective", "compound", "determiner", "possessive") and document.name_of[c] < 0
        if before and tokens[c].pos not in ("PROPN", "PRON"):
            marks.add(tokens[c].lower)
    lemma = token.lemma.lower()
    marks -= _PLAIN | {"the", "a", "an", "this", "that"}
    if token.pos == "NOUN":
        verb = concepts.load().verb_of(lemma)
        if verb != lemma or lemma in alike():
            found.add(f"~{alike().get(verb, verb)}")
        elif token.tag == "NN" and lemma.endswith("ing") and not indefinite:
            found.add(f"~{alike().get(lemma[:-3], lemma[:-3])}")
        found.update(alike()[f"{m} {lemma}"] for m in marks if f"{m} {lemma}" in alike())
        pointed = any(tokens[c].lower in ("the", "these", "both") for c in kids)
        several = token.tag == "NNS" and (pointed or any(tokens[c].relation in ("number", "possessive") for c in kids))
        if token.tag == "NN" or several or lemma in alike():
            found.add(alike().get(lemma, lemma))
        indefinite = indefinite or (several and not pointed)
    near = frozenset(
        alike().get(tokens[c].lemma, tokens[c].lemma) for c in document.subtree(token.i) if tokens[c].pos == "NOUN" and abs(c - token.i) < 8
    )
    of = next((c for c in kids if tokens[c].pos == "NOUN" and case_of(document, c) == "of"), None)
    whose = {fold(tokens[c].text) for c in kids if tokens[c].pos == "PROPN" and tokens[c].relation in ("possessive", "oblique", "compound")}
    whose.update(tokens[c].lower for c in kids if tokens[c].relation == "number")
    if of is not None:
        whose.add(alike().get(tokens[of].lemma, tokens[of].lemma))  # "the body of a woman"
    return Thing(frozenset(found), frozenset(marks), lemma, it, not indefinite, whose=frozenset(whose), near=near)


def is_people(document: Document, i: int, keys: frozenset[str]) -> bool:
    """Whether the word stands for somebody."""
    known = concepts.load()
    return (
        document.tokens[i].lower in _PRONOUNS - {"it", "this", "which"}
        or any(t.startswith("person:") for t in keys)
        or known.subset(known.counted(document.tokens[i].lemma.lower()), known.counted("person"))
    )


def subject_before(document: Document, i: int) -> int | None:
    """What "it" most likely points at: the subject of the sentence before, in the same paragraph."""
    tokens = document.tokens
    at = tokens[i].sentence
    if at == 0 or document.sentences[at].paragraph != document.sentences[at - 1].paragraph:
        return None
    before = document.sentences[at - 1]
    roots = [t.i for t in tokens[before.first : before.last] if t.head == t.i]
    for relations in (("subject", "passive_subject"), ("attribute",)):
        for root in roots:
            for c in document.children[root]:
                if tokens[c].relation in relations and tokens[c].pos in ("NOUN", "PROPN"):
                    return c
    return None


@functools.cache
def others() -> frozenset[str]:
    """Words before a thing that tell it from another of its kind: "second", "earlier"."""
    return frozenset(words("other"))
