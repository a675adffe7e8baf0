"""What a date, a time or a place answers: when or where something happened."""

from __future__ import annotations

from checker import concepts
from checker.language import clauses
from checker.model import Fact, Question, Reading
from checker.readings.slots import NOMINAL, VERBAL, Slot, slot_of
from checker.readings.terms import Page, meaning_of, terms_of
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
    subject = next((entity for i in (slot.subject, slot.object, slot.holder) if (entity := page.alone(i)) is not None), None)
    preposition = slot.preposition if fact.kind == "place" else None
    question = Question(fact.kind, asks, subject, preposition)
    mood = clauses.mood(page.document, asked) if asked is not None else "actual"
    tokens = page.document.tokens
    return Reading(
        question, fact, speaker, mood, "none" if asks is None else "direct" if slot.direct or slot.role == "oblique" else "near",
        (f'{"where" if fact.kind == "place" else "when"} of "{tokens[asked].text}"',) if asked is not None else (),
        tokens[fact.head].sentence, page.names.get(subject or ""), terms_of(page, fact, slot, asked), False, meaning_of(page, fact, slot),
        page.document.sentences[tokens[fact.head].sentence].zone,
    )


def _happening(page: Page, fact: Fact, slot: Slot) -> int | None:
    """The word for what happened then or there."""
    tokens = page.document.tokens
    cues = {s.cue for s in page.document.speeches}  # when somebody said something is seldom the question
    candidates = [slot.named] if slot.role in ("modifier", "label") else []
    candidates += [slot.predicate]
    if slot.predicate is not None and (tokens[slot.predicate].lemma in words().light or tokens[slot.predicate].lemma in words().linking):
        candidates = [slot.subject, slot.object, *candidates]
    elif slot.subject is not None and tokens[slot.subject].pos == "NOUN" and concepts.load().by_word(tokens[slot.subject].lemma.lower(), "noun"):
        candidates = [slot.subject, *candidates]  # "the fire was detected", "the vote began": the event itself
    for i in candidates:
        if i is not None and i not in page.entities and i not in cues and tokens[i].pos in (*NOMINAL, *VERBAL, "ADJ") and page.term(i):
            return i
    return None


def _within_quote(page: Page, fact: Fact) -> bool:
    k = page.document.speech_of[fact.head]
    return k >= 0 and page.document.speeches[k].direct
