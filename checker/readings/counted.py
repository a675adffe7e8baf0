"""Days that a report counts from something whose day it tells elsewhere: "nine days before the fix" of the fix of 16 May."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from checker.facts.moment import Moment
from checker.model import Reading
from checker.readings.clause_parts import parts
from checker.readings.slots import VERBAL
from checker.readings.terms import Page
from checker.readings.when import counted_from


def resolved(page: Page, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of one report, those counted from a happening with one day in it given theirs."""
    if not any(_away(r) for r in readings):
        return list(readings)
    days: dict[str, set[date]] = {}
    for r in readings:
        day = _day(r)
        if day is not None:
            for cue in r.cues:
                if cue.startswith("g:"):
                    days.setdefault(cue[2:], set()).add(day)
    return [_counted(page, r, days) if _away(r) else r for r in readings]


def _counted(page: Page, reading: Reading, days: dict[str, set[date]]) -> Reading:
    """ "Nine days before the fix was issued": the day of the fix, else of the issuing."""
    value, beyond = reading.fact.value, counted_from(page.document, reading.fact)
    if not isinstance(value, Moment) or beyond is None:
        return reading
    subject, _ = parts(page.document, beyond) if page.document.tokens[beyond].pos in VERBAL else (None, None)
    told = [days.get(page.groups.get(i, ""), set()) for i in (subject, beyond) if i is not None]
    known = next((found for found in told if len(found) == 1), None)
    if known is None:
        return reading
    day = next(iter(known)) + timedelta(days=value.away or 0)
    slack = timedelta(days=0 if value.precision == "day" else 3)
    moment = replace(value, earliest=day - slack, latest=day + slack, vague=bool(slack))
    return replace(reading, fact=replace(reading.fact, value=moment))


def _away(reading: Reading) -> bool:
    return isinstance(reading.fact.value, Moment) and reading.fact.value.away is not None and not reading.fact.value.known


def _day(reading: Reading) -> date | None:
    """The day of a happening itself, not of its end or of the one before."""
    value = reading.fact.value
    if not isinstance(value, Moment) or not value.known or value.precision != "day" or value.counted or reading.question.of is not None:
        return None
    return value.earliest
