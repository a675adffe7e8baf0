"""What a date, a time or a place answers: when or where something happened."""

from __future__ import annotations

from checker import concepts
from checker.language import clauses
from checker.model import Fact, Question, Reading
from checker.readings.slots import NOMINAL, VERBAL, Slot, slot_of
from checker.readings.terms import Page, meaning_of, terms_of, unnamed, wording_of
from checker.readings.words import words

KINDS = frozenset({"date", "time", "place"})
_WHERE = frozenset({"in", "at", "near", "off", "outside", "inside", "on", "around", "from", "to", "into", "of"})


def reading_of(page: Page, fact: Fact, speaker: str | None) -> Reading:
    """The Reading of one date, time or place."""
    slot = slot_of(page.document, fact)
    asked = _happening(page, fact, slot)
    if fact.kind == "place" and slot.preposition not in _WHERE:
        asked = None
    if fact.kind == "date" and _within_quote(page, fact):
        asked = None  # "today" of a quotation is not the report's today
    asks = page.term(asked) if asked is not None else None
    if asks is None and fact.kind != "place" and not (fact.kind == "date" and _within_quote(page, fact)):
        asks = page.nearest_term(fact)
    if asks is None or (asked is not None and clauses.negated(page.document, asked)):
        return unnamed(page, fact, speaker)  # what did not happen has no day
    subject = next((entity for i in (slot.subject, slot.object, slot.holder) if (entity := page.alone(i)) is not None), None)
    question = Question(fact.kind, asks, subject, slot.preposition if fact.kind == "place" else None)
    word = page.document.tokens[asked].text if asked is not None else asks
    return Reading(
        question=question, fact=fact, speaker=speaker, mood=clauses.mood(page.document, fact.head if asked is None else asked),
        sure="near" if asked is None else "direct" if slot.direct or slot.role == "oblique" else "near",
        evidence=(f'{"where" if fact.kind == "place" else "when"} of "{word}"',), sentence=page.sentence_of(fact),
        holder=page.names.get(subject or ""), cues=terms_of(page, fact, slot, asked), meaning=meaning_of(page, fact, slot),
        wording=wording_of(page, fact), zone=page.zone_of(fact),
    )


def _happening(page: Page, fact: Fact, slot: Slot) -> int | None:
    """The word for what happened then or there."""
    tokens = page.document.tokens
    candidates = [slot.named] if slot.role in ("modifier", "label") else []
    candidates += [slot.predicate]
    if slot.predicate is not None and (tokens[slot.predicate].lemma in words().light or tokens[slot.predicate].lemma in words().linking):
        candidates = [slot.subject, slot.object, *candidates]
    elif _is_event(page, slot.subject):
        candidates = [slot.subject, *candidates]  # "the fire was detected", "the vote began": the event itself
    for i in candidates:
        if i is None or i in page.entities or i in page.cues:
            continue
        if tokens[i].pos in (*NOMINAL, *VERBAL, "ADJ") and page.term(i):
            return i
    return None


def _is_event(page: Page, i: int | None) -> bool:
    token = page.document.tokens[i] if i is not None else None
    return token is not None and token.pos == "NOUN" and concepts.load().by_word(token.lemma.lower(), "noun") is not None


def _within_quote(page: Page, fact: Fact) -> bool:
    k = page.document.speech_of[fact.head]
    return k >= 0 and page.document.speeches[k].direct
