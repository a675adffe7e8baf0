"""What keeps a value apart from others of its name: the time it holds for, and whether it is a baseline, a part or a rate."""

from __future__ import annotations

from checker.model import Fact
from checker.readings.terms import Page
from checker.readings.words import words

NEAR = 6  # tokens between a value and the month or year it holds for


def anchor_of(page: Page, fact: Fact) -> str | None:
    """The month, year or longer span that the clause gives for a value, as "low/high"; None for the day of the event itself.

    The first date behind the value up to the next value of its kind, else the nearest before it in the sentence.
    """
    sentence = page.document.sentences[page.document.tokens[fact.head].sentence]
    around = page.facts_between(sentence.first, sentence.last)
    following = [f for f in around if f.first >= fact.last]
    leading = [f for f in around if f.last <= fact.first]
    for f in following:
        if f.kind == fact.kind and f.kind != "date":
            break
        if f.kind == "date":
            if f.first - fact.last <= NEAR and (span := _span(f)):
                return span
            break
    for f in reversed(leading):
        if f.kind == fact.kind:
            break
        if f.kind == "date":
            return _span(f)
    return None


def _span(fact: Fact) -> str | None:
    fields = fact.value.fields()
    low, high = fields.get("low"), fields.get("high")
    if isinstance(low, str) and isinstance(high, str) and low[:10] != high[:10]:
        return f"{low[:10]}/{high[:10]}"
    return None


def role_of(page: Page, fact: Fact) -> str | None:
    """"baseline", "part", "level", "change" or "rate: year": why the value is not the figure itself; None where it is."""
    tokens, lists = page.document.tokens, words()
    sentence = page.document.sentences[tokens[fact.head].sentence]
    before = [tokens[i].lower for i in range(max(sentence.first, fact.first - 3), fact.first)]
    after = [tokens[i].lower for i in range(fact.last, min(sentence.last, fact.last + 4))]
    own = [tokens[i].lower for i in range(fact.first, fact.last)]
    if fact.kind == "percent":
        role = fact.value.fields().get("role")
        if role == "change" or fact.value.fields().get("unit") == "point":
            return "change"
        if role == "level" and before[-1:] == ["to"]:
            return "level"
    if before[-1:] and before[-1] in lists.baseline and before[-1] not in ("was", "were"):
        return "baseline"
    if before[-2:] in (["compared", "with"], ["compared", "to"]) or (before[-1:] == ["("] and _same_kind_before(page, fact)):
        return "baseline"
    if fact.kind == "count" and not (lists.part_before.isdisjoint(before[-2:]) and lists.part_after.isdisjoint(own[1:] + after[:1])):
        return "part"
    return _rate(after)


def _rate(after: list[str]) -> str | None:
    """"rate:year" of "300 a year", "rate:daily" of "300 daily"."""
    lists = words()
    if len(after) < 2 or after[0] not in lists.rate_after:
        return None
    if after[0] not in ("a", "an", "per", "each", "every"):
        return f"rate:{after[0]}"
    return f"rate:{after[1]}" if after[1] in lists.rate_units else None


def _same_kind_before(page: Page, fact: Fact) -> bool:
    """Whether another value of the kind stands just before the bracket: "EUR 86 million (EUR 71 million)"."""
    near = page.facts_between(fact.first - 8, fact.first)
    return any(f.kind == fact.kind and f.last == fact.first - 1 and f.value.normal() != fact.value.normal() for f in near)
