"""What a clause asserts: its predicate, and whether that is denied, planned, possible, required, or passive."""

from __future__ import annotations

from checker.language.moods import mood_of
from checker.language.negation import denials
from checker.model import Document, Mood

_MODIFIERS = frozenset(("adjective", "compound", "case", "auxiliary", "passive_auxiliary", "number", "quantity_modifier"))


def predicate_of(document: Document, i: int) -> int:
    """The nearest verb at or above token i that heads a clause; the root of the sentence where it has no verb."""
    tokens = document.tokens
    while True:
        token = tokens[i]
        if token.pos in ("VERB", "AUX") and token.relation not in _MODIFIERS:
            return i
        if token.head == i:
            return i
        i = token.head


def case_of(document: Document, i: int) -> str:
    """The preposition of a noun, empty where it has none."""
    return next((document.tokens[c].lower for c in document.children[i] if document.tokens[c].relation == "case"), "")


def passive(document: Document, i: int) -> bool:
    """Whether the verb i says what was done to its subject ("was killed", "the man killed by")."""
    kids = [document.tokens[k].relation for k in document.children[i]]
    if "passive_auxiliary" in kids or "passive_subject" in kids:
        return True
    token = document.tokens[i]
    return token.tag == "VBN" and ("agent" in kids or token.relation == "noun_clause")


def negated(document: Document, i: int) -> bool:
    """Whether the text says that the predicate i (verb, noun or adjective) is not so; two negations make none."""
    return denials(document, i) % 2 == 1


def mood(document: Document, i: int) -> Mood:
    """Whether the text tells predicate i as something that happened, or as planned, possible, required or general."""
    return mood_of(document, i)
