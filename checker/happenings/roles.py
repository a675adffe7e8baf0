"""Who takes part in a happening: who did it, to whom it was done, where and when."""

from __future__ import annotations

from collections.abc import Mapping

from checker.concepts import Concepts
from checker.language.clauses import passive
from checker.model import Document, Role, Token

_CLAUSES_ABOVE = frozenset(("open_clause", "conjunct", "adverbial_clause"))


def roles_of(
    document: Document, i: int, concept: str, known: Concepts, entities: Mapping[int, str], placed: frozenset[int], timed: frozenset[int]
) -> tuple[Role, ...]:
    """The roles of the predicate i; `placed` and `timed` hold the heads of the places and times of the document."""
    token = document.tokens[i]
    if token.pos == "VERB":
        found = _of_verb(document, token, concept, known, timed)
    elif token.pos in ("ADJ", "ADV"):
        found = _of_adjective(document, token)
    else:
        found = _of_noun(document, token, known.befalls(concept))
    out = []
    for name, head in found:
        if name == "other" and head in timed:
            name = "time"
        elif name == "other" and head in placed:
            name = "place"
        first, last = _phrase(document, head)
        out.append(Role(name, first, last, head, entities.get(head)))  # type: ignore[arg-type]
    return tuple(out)


def _of_verb(document: Document, token: Token, concept: str, known: Concepts, timed: frozenset[int]) -> list[tuple[str, int]]:
    tokens = document.tokens
    subject = agent = thing = None
    others = []
    for c in document.children[token.i]:
        relation = tokens[c].relation
        if relation == "subject":
            subject = c
        elif relation in ("passive_subject", "object"):
            if c in timed:  # "died about 11am"
                others.append(c)
            else:
                thing = c
        elif relation == "agent":
            agent = c
        elif relation in ("oblique", "adverbial_noun", "indirect_object", "attribute"):
            others.append(c)
    if subject is None and not (thing is not None and tokens[thing].relation == "passive_subject"):
        shared, turned = _shared_subject(document, token)
        if shared is not None and (turned or passive(document, token.i)) and thing is None:
            thing = shared
        elif shared is not None and shared != thing:
            subject = shared
    subject = agent if agent is not None else subject
    if thing is None and subject is not None and agent is None and known.happens_to_subject(concept, token):
        subject, thing = None, subject
    out: list[tuple[str, int]] = []
    if subject is not None:
        out.append(("subject", subject))
    if thing is not None:
        out.append(("object", thing))
    out.extend(("other", c) for c in others)
    return out


def _shared_subject(document: Document, token: Token) -> tuple[int | None, bool]:
    """The subject a verb shares with the verb above it or takes from the noun it belongs to, and whether it was done to it."""
    tokens = document.tokens
    for _ in range(4):
        head = tokens[token.head]
        if token.relation == "adjective" and head.pos in ("NOUN", "PROPN"):  # "the wounded guard", "the sinking ship"
            return head.i, token.tag == "VBN"
        if token.relation in ("relative_clause", "noun_clause"):
            return head.i, token.relation == "noun_clause" and token.tag == "VBN"
        if token.relation not in _CLAUSES_ABOVE or head.i == token.i or head.pos not in ("VERB", "AUX"):
            return None, False
        for c in document.children[head.i]:
            if tokens[c].relation in ("subject", "passive_subject"):
                return c, False
        token = head
    return None, False


def _of_adjective(document: Document, token: Token) -> list[tuple[str, int]]:
    head = document.tokens[token.head]
    if token.relation == "adjective":
        return [("object", head.i)]
    subjects = [c for c in document.children[head.i] if document.tokens[c].relation in ("subject", "passive_subject", "object")]
    return [("object", subjects[-1])] if subjects else []


def _of_noun(document: Document, token: Token, befalls: bool) -> list[tuple[str, int]]:
    tokens = document.tokens
    out: list[tuple[str, int]] = []
    for c in document.children[token.i]:
        child = tokens[c]
        if child.relation in ("possessive", "compound"):
            out.append(("object" if befalls and child.relation == "possessive" else "other", c))
        elif child.relation in ("oblique", "agent"):
            case = next((tokens[k].lower for k in document.children[c] if tokens[k].relation == "case"), "")
            out.append(("object" if case == "of" else "subject" if case == "by" else "other", c))
    head = tokens[token.head]
    if token.relation in ("object", "oblique") and head.pos == "VERB":  # "police made an arrest"
        out.extend(("other", c) for c in document.children[head.i] if tokens[c].relation in ("subject", "passive_subject"))
    return out


def _phrase(document: Document, head: int) -> tuple[int, int]:
    """The tokens before the head that belong to it, and the head: long relative clauses are left out."""
    first = head
    for c in document.children[head]:
        if c < first and document.tokens[c].relation not in ("case", "relative_clause", "punctuation"):
            first = c
            break
    return first, head + 1
