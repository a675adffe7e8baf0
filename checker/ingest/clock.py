"""The year of a dateline that gives none, from the other reports of its story; only `compare` asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checker.model import Report

NEAR = 45  # days within which reports of one story are filed


def with_clock(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, those with a dateline but no year given a `clock` where the published days of the others leave one year only."""
    days = [day for day in (_day(r.published) for r in reports) if day is not None]
    return tuple(r if r.published or not r.dateline_day else replace(r, clock=_dated(r.dateline_day, days)) for r in reports)


def _dated(dateline_day: str, days: Sequence[date]) -> str | None:
    """"--11-10T09:00" with its year, None where no report or more than one year lies near."""
    years = {
        year
        for day in days
        for year in (day.year - 1, day.year, day.year + 1)
        for filed in [_day(f"{year:04}{dateline_day[1:]}")]
        if filed is not None and abs((filed - day).days) <= NEAR
    }
    return f"{years.pop():04}{dateline_day[1:]}" if len(years) == 1 else None


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None
