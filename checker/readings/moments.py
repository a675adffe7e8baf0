"""What a date, a time or a place answers: when or where something happened."""

from __future__ import annotations

from checker import concepts
from checker.facts.moment import Moment
from checker.language import clauses
from checker.model import Fact, Mood, Question, Reading
from checker.readings.slots import NOMINAL, VERBAL, Slot, slot_at, slot_of
from checker.readings.terms import Page, meaning_of, terms_of, unnamed, wording_of
from checker.readings.when import Dated, dated, looking_ahead, phase_of
from checker.readings.words import words

KINDS = frozenset({"date", "time", "place"})
_WHERE = frozenset({"in", "at", "near", "off", "outside", "inside", "on", "around", "from", "to", "into", "of"})


def reading_of(page: Page, fact: Fact, speaker: str | None, main: frozenset[tuple[int, int]] = frozenset()) -> Reading:
    """The Reading of one date, time or place; `main` holds the predicates of the main event, each with its source."""
    slot = slot_of(page.document, fact)
    found = _whence(page, fact, slot) if fact.kind == "place" else dated(page, fact, slot if slot.role == "label" else None)
    if fact.kind == "date" and _within_quote(page, fact):
        found = None  # "today" of a quotation is not the report's today
    if found is not None and (undone := _undoing(page, found.word)) is not None:
        found = Dated(undone, None, found.direct)
    asked = None if found is None else found.word
    if asked is not None and fact.kind != "place":
        slot = slot_at(page.document, fact, asked)
    asks = None if found is None else found.name or page.happening(found.word) or _own_word(page, found.word)
    if asks is None and found is not None and found.main:
        asks = found.phase  # "it was over by ten"
    if asks is None and fact.kind != "place" and not (fact.kind == "date" and _within_quote(page, fact)):
        asks = page.nearest_term(fact)
    if asks is None or (asked is not None and clauses.negated(page.document, asked)):
        return unnamed(page, fact, speaker)  # what did not happen has no day
    subject = next((entity for i in (slot.subject, slot.object, slot.holder) if (entity := page.alone(i)) is not None), None)
    of = slot.preposition if fact.kind == "place" else found.phase if found is not None else phase_of(page, fact)
    whole = found is not None and (found.main or (fact.span.source, found.word) in main)
    occasion = "main event" if whole and fact.kind != "place" else None
    question = Question(fact.kind, asks, subject, of, occasion)
    word = page.document.tokens[asked].text if asked is not None else asks
    return Reading(
        question=question, fact=fact, speaker=speaker, mood=_mood(page, fact, asked),
        sure="near" if found is None or not found.direct else "direct",
        evidence=(f'{"where" if fact.kind == "place" else "when"} of "{word}"',), sentence=page.sentence_of(fact),
        holder=page.names.get(subject or ""), cues=terms_of(page, fact, slot, asked) | _beside(page, fact),
        meaning=meaning_of(page, fact, slot), wording=wording_of(page, fact), zone=page.zone_of(fact),
    )


def _undoing(page: Page, i: int) -> int | None:
    """The cancelling of "the sailings of 11 and 12 November are cancelled", which had no day otherwise."""
    token = page.document.tokens[i]
    if token.relation not in ("passive_subject", "object") or page.term(token.head) is None or token.head in page.cues:
        return None
    return token.head if clauses.negated(page.document, i) and not clauses.negated(page.document, token.head) else None


def _own_word(page: Page, i: int) -> str | None:
    """The "case" of "their case comes up on Friday": an everyday noun, where the clause has no better one."""
    token = page.document.tokens[i]
    return token.lemma.lower() if token.pos == "NOUN" and i not in page.taken else None


def _mood(page: Page, fact: Fact, asked: int | None) -> Mood:
    """ "The strike starts on Monday", "is expected at nine": whatever lies ahead of its report, or is looked for, is planned."""
    looked_for = asked is not None and page.document.tokens[asked].lemma in looking_ahead()
    if looked_for or (isinstance(fact.value, Moment) and fact.value.ahead):
        return "planned"
    return clauses.mood(page.document, fact.head if asked is None else asked)


def _beside(page: Page, fact: Fact) -> frozenset[str]:
    """The day that an hour is told with, as a term."""
    if fact.kind != "time":
        return frozenset()
    sentence = page.document.sentences[page.sentence_of(fact)]
    days = (f for f in page.facts_between(sentence.first, sentence.last) if f.kind == "date")
    return frozenset(f"v:date:{f.value.normal()}" for f in days)


def _whence(page: Page, fact: Fact, slot: Slot) -> Dated | None:
    """The word for what happened there."""
    asked = _happening(page, fact, slot) if slot.preposition in _WHERE else None
    return None if asked is None else Dated(asked, None, slot.direct or slot.role == "oblique")


def _happening(page: Page, fact: Fact, slot: Slot) -> int | None:
    """The word for what happened there, of those the parser hung the place on."""
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
