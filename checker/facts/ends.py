"""Lengths of time told by their two ends: "from 20 to 30 September", "from 7 a.m. on Tuesday until 2 p.m. on Wednesday"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from datetime import date

from checker.facts.clock import Clock
from checker.facts.duration import Duration
from checker.facts.moment import Moment
from checker.facts.page import words
from checker.model import Document, Fact, Span

DAY = 86400.0
_TO = frozenset(("until", "till", "to", "through"))
_SMALL = frozenset(("on", "the", "early", "late", "last", "next", ","))


def between_ends(document: Document, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The lengths of stretches that open with "from"; the first and the last day may both count, so days give two lengths."""
    placed = sorted((f for f in facts if f.kind in ("date", "time")), key=lambda f: f.first)
    for k, fact in enumerate(placed):
        if not fact.first or document.tokens[fact.first - 1].lower != "from":
            continue
        if _moved(document, fact):
            continue
        length = _of_a_span(document, fact)
        last = fact
        if length is None:
            joined = _joined(document, placed, k)
            if joined is None:
                continue
            length, last = joined
        span = Span(fact.span.source, fact.span.start, last.span.end)
        yield Fact("duration", span, length, fact.first, last.last, fact.head)


def _moved(document: Document, fact: Fact) -> bool:
    """The two ends are what something was and what it became."""
    opens = max(document.sentences[document.tokens[fact.first].sentence].first, fact.first - 7)
    return not _changes().isdisjoint(t.lower for t in document.tokens[opens : fact.first - 1])


@functools.cache
def _changes() -> frozenset[str]:
    return frozenset(words("duration")["moved"]["words"])


def _of_a_span(document: Document, fact: Fact) -> Duration | None:
    """ "20 to 30 September", "Wednesday until Friday": days; "September 2017 to February 2021": months; a span of years is too wide."""
    value = fact.value
    if not isinstance(value, Moment) or value.precision != "span" or value.vague or not value.known:
        return None
    said = [t.lower for t in document.tokens[fact.first : fact.last]]
    if _TO.isdisjoint(said):
        return None
    low, high = value.days
    if any(w.isdecimal() and len(w) < 3 for w in said) or value.weekday is not None or any(w.endswith("day") for w in said):
        days = (high - low).days
        return _made(days * DAY, (days + 1) * DAY, DAY, "day") if 0 < days < 200 else None
    if not any(w[:1].isalpha() and w not in _TO for w in said):
        return None
    months = 12 * (high.year - low.year) + high.month - low.month
    return _made((months - 1) * 30 * DAY, (months + 1) * 31 * DAY, DAY * 30, "month") if months > 1 else None


def _joined(document: Document, placed: Sequence[Fact], k: int) -> tuple[Duration, Fact] | None:
    """An hour and its day, "until", an hour and its day."""
    first, k = _end(document, placed, k)
    if first is None or k >= len(placed):
        return None
    edge = placed[k - 1].last
    gap = [t.lower for t in document.tokens[edge : placed[k].first]]
    if not gap or gap[0] not in _TO or not _SMALL.issuperset(gap[1:]):
        return None
    second, k = _end(document, placed, k)
    if second is None:
        return None
    seconds = (second[0] - first[0]).days * DAY + (second[1] - first[1]) * 60.0
    if not 0 < seconds < 400 * DAY:
        return None
    whole = first[2] and second[2]
    length = Duration(
        seconds, seconds, seconds, step=3600.0 if whole else 60.0, rounding=900.0 if whole else 0.0, unit="hour" if whole else "minute"
    )
    return length, placed[k - 1]


def _end(document: Document, placed: Sequence[Fact], k: int) -> tuple[tuple[date, float, bool] | None, int]:
    """(day, minutes, whole hour) of the hour and the day that stand together at a fact, in either order, and the fact after them."""
    if k + 1 >= len(placed):
        return None, k
    a, b = placed[k], placed[k + 1]
    if not _SMALL.issuperset(t.lower for t in document.tokens[a.last : b.first]):
        return None, k
    clock, day = (a.value, b.value) if a.kind == "time" else (b.value, a.value)
    if not isinstance(clock, Clock) or not isinstance(day, Moment):
        return None, k
    if clock.unit is not None or clock.low is None or clock.low != clock.high:
        return None, k
    if not day.known or day.precision != "day" or day.days[0] != day.days[1]:
        return None, k
    return (day.days[0], clock.low, clock.step == 60), k + 2


def _made(low: float, high: float, step: float, unit: str) -> Duration:
    return Duration(None, low, high, step=step, hedge="range", unit=unit)
