"""The parts of a clause that tell what a day or an hour belongs to: its subject and object, the clause behind a copula, the verb above."""

from __future__ import annotations

from checker.model import Document
from checker.readings.slots import VERBAL

CLAUSES = frozenset({"adverbial_clause", "clause", "relative_clause"})
_CLEFT = frozenset({"when", "that", "before", "as"})
_OPEN_END = frozenset({"until", "till", "through"})
_STEPS = 6


def parts(document: Document, verb: int) -> tuple[int | None, int | None]:
    """The subject and the object or attribute of a verb; an open clause shares the subject of the verb above."""
    tokens = document.tokens
    subject = thing = None
    for c in document.children[verb]:
        if tokens[c].relation in ("object", "attribute") and thing is None:
            thing = c
    node = verb
    for _ in range(4):
        subject = next((c for c in document.children[node] if tokens[c].relation in ("subject", "passive_subject")), None)
        up = tokens[node]
        if subject is not None or up.head == node:
            break
        if up.relation in ("relative_clause", "noun_clause"):
            subject = up.head
            break
        if up.relation not in ("open_clause", "conjunct", "adverbial_clause", "clause") or tokens[up.head].pos not in VERBAL:
            break
        node = up.head
    if subject is not None and tokens[subject].lower in ("which", "that", "who") and tokens[node].relation == "relative_clause":
        subject = tokens[node].head
    return subject, thing


def clause_behind(document: Document, verb: int, top: int) -> int | None:
    """The verb of "it was nine WHEN the ship sank", "in 1998, WHEN 17 people died"."""
    tokens = document.tokens
    for c in (*document.children[verb], *document.children[top]):
        if tokens[c].relation in CLAUSES and c > top and any(tokens[k].lower in _CLEFT for k in document.children[c] if k < c):
            return c
    return None


def as_what(document: Document, verb: int) -> int | None:
    """The deadline of "set 30 June as the deadline"."""
    tokens = document.tokens
    for c in document.children[verb]:
        if tokens[c].relation == "oblique" and any(tokens[k].lower == "as" for k in document.children[c] if k < c):
            return c
    return None


def verb_above(document: Document, i: int) -> int | None:
    """The nearest verb that a token hangs on."""
    tokens = document.tokens
    for _ in range(_STEPS):
        if tokens[i].head == i:
            return i if tokens[i].pos in VERBAL else None
        i = tokens[i].head
        if tokens[i].pos in VERBAL:
            return i
    return None


def case_of(document: Document, top: int) -> str:
    """The preposition before a phrase, "" where it has none."""
    return next((document.tokens[c].lower for c in document.children[top] if document.tokens[c].relation == "case" and c < top), "")


def end_of(document: Document, top: int) -> str | None:
    """ "end" of a day or an hour until which something lasted; "not until Friday" is when it begins."""
    at = next((c for c in document.children[top] if document.tokens[c].relation == "case" and c < top), top)
    opens = at > 0 and document.tokens[at - 1].lower == "not"
    return "end" if document.tokens[at].lower in _OPEN_END and at < top and not opens else None
