"""Who did it, told by a noun: "X's inquiry into it", "a loan from X", "the owner of it", "a unit of X", "as mediator"."""

from __future__ import annotations

from checker.align.doers.frames import Frame, relation
from checker.language.clauses import case_of
from checker.model import Document, Token

Heads = tuple[int, int | None]  # of the doer and of the thing


def told_by_deed(document: Document, token: Token, frame: Frame) -> Heads | None:
    """ "X's inquiry into it", "an inquiry by X into it"; "built with a loan from X"."""
    tokens, below = document.tokens, document.children[token.i]
    any_deed = relation(frame.relation).get("any") or relation(frame.relation).get("itself")
    cases = ("by",) if any_deed else ("by", "of") if frame.how == "nouns" else ("from", "of")
    actor = next((c for c in below if tokens[c].pos in ("PROPN", "NOUN") and case_of(document, c) in cases), None)
    if any_deed:
        of = next((c for c in below if case_of(document, c) == "of"), None)
        return None if actor is None else (actor, token.i if relation(frame.relation).get("itself") else of)
    if actor is not None and tokens[actor].pos == "NOUN":
        actor = None
    if actor is None:
        actor = next((c for c in below if tokens[c].relation == "possessive"), None)
    if actor is None:
        return None
    verb = tokens[token.head]
    if tokens[actor].pos == "PRON":
        subject = next((c for c in document.children[verb.i] if tokens[c].relation == "subject"), None)
        if subject is None or tokens[actor].lower not in ("its", "their"):
            return None
        actor = subject
    if frame.how == "nouns":
        return actor, next((c for c in below if tokens[c].relation == "oblique" and case_of(document, c) == "into"), None)
    inner = next((c for c in below if tokens[c].relation == "oblique" and case_of(document, c) == "for"), None)
    if inner is None and token.relation == "oblique" and verb.pos == "VERB" and case_of(document, token.i) in ("with", "by", "through"):
        inner = next((c for c in document.children[verb.i] if tokens[c].relation in ("object", "passive_subject")), None)
    return actor, inner


def told_by_part(document: Document, token: Token, frame: Frame) -> Heads | None:
    """ "A unit of X" said of the thing, "the owner of it" of the doer, "as mediator"."""
    tokens, below = document.tokens, document.children[token.i]
    of = next((c for c in below if c > token.i and tokens[c].relation == "oblique" and case_of(document, c) == "of"), None)
    if of is None:
        of = next((c for c in below if c < token.i and tokens[c].relation == "possessive" and tokens[c].pos == "PROPN"), None)
    other = _said_of(document, token)
    if other is None:
        return None
    if frame.how == "of_thing":
        return (of, other) if of is not None else None
    if of is None:
        of = next((c for c in below if c < token.i and tokens[c].relation in ("compound", "possessive") and tokens[c].pos == "NOUN"), None)
    return other, of


def _said_of(document: Document, token: Token) -> int | None:
    """The noun of which this one is said: "X is the owner", "X, the owner", "the owner, X", "owner X", "X acted as owner"."""
    tokens, head = document.tokens, document.tokens[token.head]
    label = document.sentences[token.sentence].label
    if label is not None and label[0] <= token.i < label[1]:
        k = next((document.name_of[i] for i in range(label[1], label[1] + 3) if i < len(tokens) and document.name_of[i] >= 0), None)
        return document.names[k].last - 1 if k is not None else None
    if token.relation == "oblique" and case_of(document, token.i) == "as":
        while head.pos != "VERB" and head.head != head.i:
            head = tokens[head.head]
    if token.relation == "attribute" or (head.pos == "VERB" and case_of(document, token.i) == "as"):
        return next((c for c in document.children[head.i] if tokens[c].relation == "subject"), None)
    if token.relation == "apposition" or (token.relation == "compound" and head.pos == "PROPN"):
        return head.i
    for c in document.children[token.i]:
        beside = c == token.i + 2 and tokens[c].relation == "conjunct" and tokens[c - 1].text == "," and tokens[c].pos == "PROPN"
        if tokens[c].relation == "apposition" or beside:
            return c
    if token.relation == "subject" and head.lemma in ("belong", "be"):
        wanted = ("to",) if head.lemma == "belong" else ("from",)
        return next((c for c in document.children[head.i] if tokens[c].relation == "oblique" and case_of(document, c) in wanted), None)
    return None
