"""What a number answers: how many of what, how much of what, how long what took, the how-manieth of what."""

from __future__ import annotations

from typing import Literal

from checker import concepts
from checker.language import clauses
from checker.model import Fact, Mood, Question, Reading
from checker.readings.anchors import anchor_of, role_of
from checker.readings.slots import Slot, slot_of
from checker.readings.terms import Page, meaning_of, terms_of
from checker.readings.words import words

KINDS = frozenset({"count", "money", "percent", "measure", "duration", "ordinal"})
Sure = Literal["direct", "near", "none"]


def reading_of(page: Page, fact: Fact, speaker: str | None) -> Reading:
    """The Reading of one number."""
    slot = slot_of(page.document, fact)
    of = _of(page, fact, slot)
    asks, sure = _count(page, slot, of) if fact.kind == "count" else _amount(page, fact, slot)
    role = role_of(page, fact)
    holder = _holder(page, slot)
    concept = concepts.load().all.get(asks) if asks else None
    fields = fact.value.fields()
    if fields.get("dimension") == "information":
        asks = None  # "64-bit": a kind of thing, not an amount of it
    running = bool(concept and concept.running and fact.kind in ("count", "money")) or (
        fact.kind == "ordinal" and of in ("day", "week", "month", "year", "time_unit")
    )
    question = Question(fact.kind, asks, holder, of if role is None else f"{of or ''} {role}".strip(), anchor_of(page, fact))
    return Reading(
        question, fact, speaker, _mood(page, slot, fact), sure if asks else "none", _evidence(page, slot, asks), page.document.tokens[fact.head].sentence, page.names.get(holder or ""),
        terms_of(page, fact, slot, _in_what(page, fact) or (_what_lasted(page, slot) if fact.kind == "duration" else None)), running, meaning_of(page, fact, slot),
        page.document.sentences[page.document.tokens[fact.head].sentence].zone,
    )


def _of(page: Page, fact: Fact, slot: Slot) -> str | None:
    """The class of what is counted, or the unit's dimension."""
    fields = fact.value.fields()
    if fact.kind in ("count", "ordinal"):
        noun = fields.get("of")
        if not isinstance(noun, str):
            return _attribute_class(page, slot)
        if noun in words().hollow:
            return None
        counted = concepts.load().counted(noun.lower())
        return counted if counted != noun.lower() else concepts.load().by_word(noun.lower(), "noun") or counted
    if fact.kind == "measure":
        dimension = fields.get("dimension")
        return dimension if isinstance(dimension, str) else None
    return None


def _attribute_class(page: Page, slot: Slot) -> str | None:
    """What is counted in "14 were patients"."""
    if slot.role == "subject" and slot.predicate is not None and slot.object is not None and page.document.tokens[slot.predicate].lemma == "be":
        token = page.document.tokens[slot.object]
        if token.pos == "NOUN":
            return concepts.load().counted(token.lemma.lower())
    return None


def _count(page: Page, slot: Slot, of: str | None) -> tuple[str | None, Sure]:
    known, document = concepts.load(), page.document
    # "14 deaths", "the death toll", "31 injured": the noun says what happened
    for i in (slot.named, slot.predicate):
        if i is None:
            continue
        concept = known.predicate(document, i)
        if concept:
            return concept, "direct" if slot.direct else "near"
    if slot.named is not None:
        for c in document.children[slot.named]:
            token = document.tokens[c]
            if token.relation in ("adjective", "noun_clause", "relative_clause", "compound") and (concept := known.predicate(document, c)):
                return concept, "direct"
    if slot.predicate is not None and document.tokens[slot.predicate].lemma not in words().light | words().linking:
        return document.tokens[slot.predicate].lemma.lower(), "direct" if slot.direct and of else "near"
    return (of, "direct" if slot.direct else "near") if of else (None, "none")


def _amount(page: Page, fact: Fact, slot: Slot) -> tuple[str | None, Sure]:
    known, document = concepts.load(), page.document
    inside = _in_what(page, fact)
    if fact.kind == "duration" and inside is None:
        inside = _what_lasted(page, slot)
    for i in (inside, slot.named, slot.predicate):
        if i is None:
            continue
        token = document.tokens[i]
        if token.pos in ("VERB", "AUX") and token.lemma in words().linking:
            continue
        quantity = known.quantity_at(document, i)
        if quantity:
            return quantity, "direct" if slot.direct else "near"
        term = page.term(i)
        if term and i not in page.entities:
            return term, "direct" if i == inside or (slot.direct and i == slot.named) or slot.role in ("object", "oblique") else "near"
    if fact.kind == "measure":
        dimension = fact.value.fields().get("dimension")
        if dimension in ("temperature", "speed", "magnitude", "mass", "area", "volume") and isinstance(dimension, str):
            return dimension, "near"
    for i in (slot.subject, slot.object):
        if i is not None and (term := page.term(i)):
            return term, "near"
    return None, "none"


def _in_what(page: Page, fact: Fact) -> int | None:
    """The noun of "2.5 million in bribes", "$5 million in damage", "14 hours of talks": what the money or the time is."""
    tokens = page.document.tokens
    if fact.kind in ("money", "duration"):
        i = fact.last
        if i < len(tokens) and tokens[i].text == "(":
            i = next((k + 1 for k in range(i, min(i + 8, len(tokens))) if tokens[k].text == ")"), i)
        if i + 1 < len(tokens) and tokens[i].lower in (("of",) if fact.kind == "duration" else ("in", "of", "worth")) and tokens[i + 1].pos in ("NOUN", "ADJ") and tokens[i + 1].sentence == tokens[fact.head].sentence:
            return i + 1 if tokens[i + 1].pos == "NOUN" else (i + 2 if i + 2 < len(tokens) and tokens[i + 2].pos == "NOUN" else None)
    return None


def _what_lasted(page: Page, slot: Slot) -> int | None:
    """The subject of "the trial lasted 21 months", "a trial lasting 21 months"."""
    if slot.predicate is None or page.document.tokens[slot.predicate].lemma not in words().lasting or slot.subject is None:
        return None
    return slot.subject if slot.subject not in page.entities else None


def _holder(page: Page, slot: Slot) -> str | None:
    for i in (slot.holder, slot.named, slot.subject):
        if (entity := page.alone(i)) is not None:
            return entity
    return None


def _mood(page: Page, slot: Slot, fact: Fact) -> Mood:
    if slot.predicate is None:
        return "actual"
    return clauses.mood(page.document, slot.predicate)


def _evidence(page: Page, slot: Slot, asks: str | None) -> tuple[str, ...]:
    tokens = page.document.tokens
    if asks is None:
        return ()
    out = []
    if slot.named is not None:
        out.append(f'named by "{tokens[slot.named].text}"')
    if slot.predicate is not None:
        out.append(f'governed by "{tokens[slot.predicate].text}"')
    return tuple(out)
