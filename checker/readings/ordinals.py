"""What an ordinal without a noun of its own counts: how often something was done, which place somebody took, which of those just told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Fact, Reading
from checker.readings.clause_parts import CLAUSES
from checker.readings.roles import class_of_question
from checker.readings.slots import VERBAL, Slot
from checker.readings.terms import Page
from checker.readings.words import words

_TAKING_PART = frozenset({"subject", "passive_subject", "object", "apposition", "oblique"})
_ABOUT = frozenset({"attribute", "object", "oblique"})
_MEANWHILE = frozenset({"as", "when", "while", "after", "before", "because", "since", "if", "until"})
_PLACING = frozenset({"be", "come", "finish", "rank", "place", "end"})


def how_often(page: Page, slot: Slot, time: int) -> str | None:
    """The sailing of "has sailed for the second time", the scoring of "the second time that Holm has scored"."""
    document, tokens = page.document, page.document.tokens
    below = list(document.children[time])
    if slot.predicate is not None and tokens[slot.predicate].lemma == "be":  # "it was the second time that"
        below += document.children[slot.predicate]
    told = [c for c in below if c > time and tokens[c].relation in CLAUSES and tokens[c].pos in VERBAL]
    said = next((c for c in told if not any(tokens[k].lower in _MEANWHILE for k in document.children[c] if k < c)), None)
    node = said if said is not None else slot.predicate
    if node is None:
        return None
    if tokens[node].lemma in ("be", "become", "remain", "have"):
        about = [c for c in document.children[node] if tokens[c].relation in _ABOUT and c != time and c not in page.taken]
        found = next((term for c in about if (term := page.term(c)) is not None), None)
        if found is not None:
            return found
    inner = next((c for c in document.children[node] if tokens[c].relation == "open_clause" and tokens[c].pos in VERBAL), None)
    node = inner if inner is not None and tokens[node].lemma in words().light else node
    term = page.term(node)
    return term if term is not None and tokens[node].lemma != "run" else tokens[node].lemma.lower()


def ranked(page: Page, fact: Fact, slot: Slot) -> bool:
    """Whether an ordinal is the place somebody takes: "Holm was fifth", "the fund ranks second", "finished third"."""
    tokens = page.document.tokens
    if fact.value.fields().get("of") is not None or slot.predicate is None or slot.subject is None or tokens[fact.first].lower == "the":
        return False
    return tokens[slot.predicate].lemma in _PLACING and tokens[fact.head].relation in ("attribute", "adverb", "open_clause", "object")


def one_of_those(page: Page, reading: Reading, named: Sequence[Reading]) -> Reading | None:
    """The flight of "it was the third flight; the first ended in failure", the steps of "in two steps: the second follows in July"."""
    tokens, fact = page.document.tokens, reading.fact
    alone = tokens[fact.first].lower in ("the", "a") and fact.last - fact.first == 2
    last = named[-1] if named else None
    if not alone or tokens[fact.head].relation not in _TAKING_PART or last is None or reading.sentence - last.sentence > 1:
        return None
    of = class_of_question(last.question) if last.fact.kind == "count" else last.question.of
    if of is None:
        return None
    if of in words().steps:
        return replace(reading, question=replace(reading.question, asks=None), sure="none")
    question = replace(reading.question, asks=of, of=of)
    return replace(reading, question=question, sure="near", cues=reading.cues | {f"n:{of}"})
