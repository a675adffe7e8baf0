"""Who or what a predicate is said of, who did it, and to whom."""

from __future__ import annotations

from checker import concepts
from checker.language.clauses import case_of
from checker.model import Document

_ABOUT_ONE = frozenset(("noun_clause", "relative_clause"))
_ABOVE = frozenset(("conjunct", "open_clause", "adverbial_clause"))


def subject_of(document: Document, i: int) -> int | None:
    """The token of which predicate i is said: its subject, of a passive the one it was done to."""
    tokens = document.tokens
    for _ in range(5):
        token = tokens[i]
        own = next((c for c in document.children[i] if tokens[c].relation in ("passive_subject", "subject")), None)
        if own is not None:
            return own
        head = tokens[token.head]
        if head.i == i:
            return None
        if token.relation == "adjective" or token.relation in _ABOUT_ONE:
            return head.i if head.pos in ("NOUN", "PROPN", "PRON") else None
        if token.relation == "apposition":
            return head.i
        if token.relation == "open_clause" and (thing := _child(document, head.i, "object")) is not None and head.lemma != "have":
            return thing  # "left the man injured", "found it intact"
        if token.pos in ("NOUN", "PROPN") and token.relation in ("oblique", "object", "attribute"):
            of = next((c for c in document.children[i] if tokens[c].relation == "oblique" and case_of(document, c) in ("to", "of")), None)
            if of is not None and token.relation != "oblique":
                return of  # "damage to the church"
        i = head.i
    return None


def object_of(document: Document, i: int) -> int | None:
    """The token to which predicate i was done."""
    tokens = document.tokens
    token = tokens[i]
    thing = _child(document, i, "passive_subject")
    thing = _child(document, i, "object") if thing is None else thing
    if thing is not None:
        return thing
    if token.pos in ("NOUN", "PROPN"):
        of = next((c for c in document.children[i] if tokens[c].relation == "oblique" and case_of(document, c) in ("to", "of")), None)
        return of if of is not None else _child(document, i, "possessive")
    if token.tag == "VBN" or token.relation in ("adjective", "noun_clause"):
        if token.relation in ("adjective", *_ABOUT_ONE) or token.relation in _ABOVE:
            return subject_of(document, i)
        return _child(document, i, "subject")
    clause = _child(document, i, "open_clause")
    if clause is not None and clause > i:  # "declined to sit on the inquiry"
        return next((c for c in document.children[clause] if c > clause and tokens[c].relation in ("object", "oblique")), None)
    following = next((c for c in document.children[i] if c > i and tokens[c].relation == "oblique"), None)
    return following  # "agreed to mediation", "backed down on the plan"


def actor_of(document: Document, i: int) -> int | None:
    """The token that did predicate i, where it is told apart from the one it was done to."""
    agent = _child(document, i, "agent")
    if agent is not None or _child(document, i, "passive_subject") is not None:
        return agent
    token = document.tokens[i]
    if token.tag == "VBN" and _child(document, i, "subject") is None and token.relation in ("adjective", "noun_clause"):
        return None
    return subject_of(document, i)


def done_by_noun(document: Document, i: int) -> tuple[int | None, int | None] | None:
    """Who did what a noun tells under a verb that says little, and to what: "the mayor made no offer for the mill"."""
    tokens = document.tokens
    verb = tokens[tokens[i].head]
    if tokens[i].pos != "NOUN" or tokens[i].relation != "object" or verb.lemma not in concepts.load().light_verbs:
        return None
    below = [c for c in document.children[i] if c > i and tokens[c].relation in ("oblique", "open_clause", "noun_clause", "clause")]
    thing = next((c for c in below if tokens[c].pos in ("NOUN", "PROPN")), None)
    if thing is None and below:
        thing = next((c for c in document.children[below[0]] if tokens[c].relation == "object"), None)
    return subject_of(document, verb.i), thing


def _child(document: Document, i: int, relation: str) -> int | None:
    return next((c for c in document.children[i] if document.tokens[c].relation == relation), None)
