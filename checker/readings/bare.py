"""Numbers whose noun stands elsewhere: "two were in hospital", "all four were found", "44 of them", "bringing the total to 23"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker import concepts
from checker.language.clauses import case_of
from checker.model import Reading
from checker.readings.ordinals import one_of_those
from checker.readings.roles import class_of_question
from checker.readings.slots import NOMINAL, VERBAL, slot_of
from checker.readings.terms import Page
from checker.readings.words import words

_AMOUNTS = frozenset({"money", "percent"})
_SAME = frozenset({"all", "the", "these", "those"})
_POINTING = frozenset({"whom", "which", "them", "these", "those"})
_OPENING = 2  # tokens before a number that opens its clause: "But two were ..."


def filled(page: Page, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of one report in order, numbers without a noun of their own given the class of what they count, where it is clear."""
    out: list[Reading] = []
    told: list[Reading] = []
    named: list[Reading] = []  # counts and ordinals with a noun
    for r in readings:
        if r.fact.kind in _AMOUNTS and (before := _before_bracket(page, r, out)) is not None:
            r = replace(before, fact=r.fact, question=replace(before.question, of=_baseline(before), anchor=r.question.anchor))
        if r.fact.kind == "ordinal":
            if r.question.of is None and (before := one_of_those(page, r, named)) is not None:
                r = before
            elif r.question.of is not None:
                named.append(r)
        if r.fact.kind == "count" and r.question.asks is not None:
            if class_of_question(r.question) is None:
                r = _of_total(page, r, told) or _of_antecedent(page, r, told) or r
            if class_of_question(r.question) is not None:
                told.append(r)
                named.append(r)
        out.append(r)
    return out


def _before_bracket(page: Page, reading: Reading, told: Sequence[Reading]) -> Reading | None:
    """The value before the bracket that a value stands in: "raised to 4.9 billion (was 4.7 billion)" tells two of one thing."""
    tokens, fact = page.document.tokens, reading.fact
    first = page.document.sentences[reading.sentence].first
    opens = next((i for i in range(fact.first - 1, max(first, fact.first - 8) - 1, -1) if tokens[i].text in "()"), None)
    if opens is None or tokens[opens].text == ")":
        return None
    last = told[-1] if told else None
    unit = None if last is None else last.fact.value.fields().get("unit")
    beside = last is not None and last.fact.kind == fact.kind and last.fact.last == opens and last.question.asks is not None
    return last if beside and unit == fact.value.fields().get("unit") else None


def _baseline(reading: Reading) -> str:
    return " ".join(w for w in ((reading.question.of or "").split(" ")[0], "baseline") if w and w != "change")


def _of_antecedent(page: Page, reading: Reading, told: Sequence[Reading]) -> Reading | None:
    """With the class of what "all four", "both", "of whom 12" or a number that opens its clause goes back to."""
    document, fact = page.document, reading.fact
    tokens = document.tokens
    sentence = document.sentences[reading.sentence]
    part_of = next((c for c in document.children[fact.head] if tokens[c].pos in NOMINAL and case_of(document, c) in ("of", "among")), None)
    if part_of is not None and part_of not in page.taken and part_of not in page.entities:
        return _with(reading, concepts.load().counted(tokens[part_of].lemma.lower()))
    if not told:
        return None
    before = tokens[fact.first - 1].lower if fact.first > sentence.first else ""
    if before in _SAME or tokens[fact.first].lower == "both":
        same = next((r for r in reversed(told) if r.fact.value.fields().get("value") == fact.value.fields().get("value")), None)
        if same is not None or before == "the":
            return None if same is None else _like(reading, same)
    last = told[-1]
    behind = tokens[fact.last : fact.last + 2]
    pointing = before in _POINTING or (len(behind) == 2 and behind[0].lower == "of" and behind[1].lower in _POINTING)
    opens = fact.first - sentence.first <= _OPENING
    if last.sentence == reading.sentence or (last.sentence == reading.sentence - 1 and (pointing or opens or before == "all")):
        return _like(reading, last)
    return None


def _of_total(page: Page, reading: Reading, told: Sequence[Reading]) -> Reading | None:
    """With the class and the question of the figure that a total sums up: "the toll stood at 23", "taking the number of dead to 23"."""
    document, fact = page.document, reading.fact
    tokens, known = document.tokens, concepts.load()
    slot = slot_of(document, fact)
    if slot.predicate is None or tokens[slot.predicate].lemma not in words().linking | words().bringing:
        return None
    total = next((i for i in (slot.named, slot.object, slot.subject) if i is not None and tokens[i].lemma.lower() in words().totals), None)
    if total is None and slot.subject is not None and tokens[slot.subject].lower == "it":
        start = document.sentences[max(0, reading.sentence - 1)].first
        total = next((i for i in range(slot.subject - 1, start - 1, -1) if tokens[i].lemma.lower() in words().totals), None)
    if total is None:
        return None
    concept = known.predicate(document, total)
    if concept is not None or tokens[total].lemma.lower() == "toll":
        return _asked(reading, concept or "die", "person")
    for c in document.children[total]:
        if tokens[c].pos in NOMINAL and (tokens[c].relation == "compound" or case_of(document, c) in ("of", "for")):
            happened = known.predicate(document, c)
            of = known.counted(tokens[c].lemma.lower())
            return _asked(reading, happened or of, "person" if happened in ("die", "injure") else of)
    summed = [r for r in told if r.sentence == reading.sentence] or [r for r in told if r.sentence == reading.sentence - 1]
    if summed and tokens[slot.predicate].pos in VERBAL:
        last = summed[-1]
        filled = _like(reading, last)
        return replace(filled, question=replace(filled.question, asks=last.question.asks), running=last.running)
    return None


def _asked(reading: Reading, asks: str, of: str) -> Reading:
    question = replace(reading.question, asks=asks, of=of)
    return replace(reading, question=question, sure="direct", cues=reading.cues | {f"n:{asks}"})


def _like(reading: Reading, antecedent: Reading) -> Reading:
    """The reading with the class of its antecedent."""
    return _with(reading, class_of_question(antecedent.question) or "")


def _with(reading: Reading, of: str) -> Reading:
    """The reading with a class, its own role kept."""
    role = reading.question.of
    question = replace(reading.question, of=of if role is None else f"{of} {role}")
    return replace(reading, question=question, cues=reading.cues | {f"n:{of}"})
