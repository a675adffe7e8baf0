"""Lengths of time in figures of the clock: "1h45", a run "in 2:14:04", a road shut "from 3.15 to 9.15"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Any

from checker.facts import interval
from checker.facts.clock import Clock
from checker.facts.duration import Duration
from checker.facts.hedges import bound
from checker.facts.page import Page, words
from checker.model import Document, Fact

_HOUR = 900.0  # seconds by which a bare hour is rounded


@functools.cache
def _table() -> dict[str, Any]:
    data = words("duration")
    return {"spans": frozenset(data["spans"]["words"]), "clocked": frozenset(data["clocked"]["before"])}


def find_clocked(page: Page) -> Iterator[Fact]:
    """ "1h45", "2h05m", "in 2:14:04" and "3:43.13", before the clock is read."""
    for i, word in enumerate(page.lower):
        if word == "h":
            fact = _hours(page, i)
        elif word == ":":
            fact = _finish(page, i)
        else:
            continue
        if fact is not None:
            yield fact


def _hours(page: Page, i: int) -> Fact | None:
    """ "1h45": a length unless "at" or its like stands before."""
    lower, glued = page.lower, page.glued
    if not (glued[i] and glued[i + 1] and lower[i - 1].isdigit() and lower[i + 1].isdigit() and len(lower[i + 1]) == 2):
        return None
    minutes, last = int(lower[i + 1]), i + 2
    if lower[last] in ("m", "min", "mn") and glued[last]:
        last += 1
    elif int(lower[i - 1]) > 12 or lower[i - 2] in ("at", "by", "from", "until", "before", "since", "to"):
        return None
    if minutes > 59 or (glued[last] and lower[last][:1].isalnum()):
        return None
    return _fact(page, i - 1, last, int(lower[i - 1]) * 3600.0 + minutes * 60.0, 60.0, i, "minute")


def _finish(page: Page, i: int) -> Fact | None:
    """How long a race took: hours, minutes and seconds after "in" or its like, minutes and seconds with their hundredths anywhere."""
    lower, glued = page.lower, page.glued
    first, second = lower[i - 1], lower[i + 1]
    if not (glued[i] and glued[i + 1] and first.isdigit() and len(first) <= 2) or (glued[i - 1] and lower[i - 2] not in ("(", "-")):
        return None
    whole, _, part = second.partition(".")
    if not (whole.isdigit() and len(whole) == 2 and int(whole) < 60):
        return None
    last, seconds = i + 2, 0.0
    if part.isdigit() and part:
        seconds = int(first) * 60 + float(second)
    elif not part and lower[last] == ":" and glued[last] and glued[last + 1] and lower[i - 2] in _table()["clocked"]:
        third, _, _ = lower[last + 1].partition(".")
        if not (third.isdigit() and len(third) == 2 and int(third) < 60):
            return None
        seconds, last = int(first) * 3600 + int(whole) * 60 + float(lower[last + 1].rstrip(".")), last + 2
    if not seconds or (glued[last] and (lower[last] == ":" or lower[last][:1].isalnum())):
        return None
    return _fact(page, i - 1, last, seconds, 0.01 if "." in lower[last - 1] else 1.0, i - 1, "second")


def _fact(page: Page, first: int, last: int, seconds: float, step: float, at: int, unit: str) -> Fact:
    read = bound(page, first, last, seconds, step)
    page.take(read.first, read.last)
    a, b = page.tokens(read.first, read.last)
    value = Duration(**interval.parts(read.quantity), unit=unit)
    return Fact("duration", page.span(read.first, read.last), value, a, b, page.token[at], read.printed)


def between_clocks(document: Document, times: Sequence[Fact]) -> Iterator[Fact]:
    """The lengths of stretches of the clock: "from 10 am to 2 pm"; "between" only where something was so all the while."""
    tokens = document.tokens
    for fact in times:
        value = fact.value
        if not isinstance(value, Clock) or value.unit is not None or value.shown is not None or value.low is None or value.high is None:
            continue
        before = tokens[fact.first - 1].lower if fact.first else ""
        if before not in ("from", "between") or not 0 < value.high - value.low < 1440:
            continue
        if before == "between":
            near = tokens[max(document.sentences[tokens[fact.first].sentence].first, fact.first - 9) : fact.first]
            if _table()["spans"].isdisjoint(t.lower for t in near):
                continue
        seconds = (value.high - value.low) * 60
        whole = value.step == 60
        length = Duration(
            seconds, seconds, seconds, step=3600.0 if whole else 60.0, rounding=_HOUR if whole else 0.0, unit="hour" if whole else "minute"
        )
        yield Fact("duration", fact.span, length, fact.first, fact.last, fact.head)
