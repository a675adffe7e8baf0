"""The calendar: words for months, weekdays and numbers, and arithmetic of days."""

from __future__ import annotations

import calendar as _calendar
import functools
import importlib.resources
import tomllib
from datetime import date, timedelta
from typing import Any

from checker.facts.strip import Strip

Days = tuple[date, date]


@functools.cache
def table(name: str) -> dict[str, Any]:
    """One table of calendar.toml, without its source line."""
    tables = tomllib.loads(importlib.resources.files("checker.facts").joinpath("calendar.toml").read_text(encoding="utf-8"))
    return {k: v for k, v in tables[name].items() if k != "source"}


MONTHS: dict[str, int] = table("months")
WEEKDAYS: dict[str, int] = table("weekdays")
SEASONS: dict[str, int] = table("seasons")
NUMBERS: dict[str, int] = table("numbers")
ORDINALS: dict[str, int] = table("ordinals")
UNITS: dict[str, str] = table("units")
PARTS: dict[str, list[int]] = table("parts")
HOLIDAYS: dict[str, list[int]] = table("holidays")
DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS_OF = {"month": 1, "quarter": 3, "season": 12, "half": 6, "year": 12, "decade": 120, "century": 1200}
MONTH_NAMES = tuple(_calendar.month_name)
DAY_NAMES = tuple(_calendar.day_name)
SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, _calendar.monthrange(year, month)[1])


def year_of(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def week_of(d: date) -> Days:
    monday = d - timedelta(days=d.weekday())
    return monday, monday + timedelta(days=6)


def quarter_of(year: int, quarter: int) -> Days:
    return date(year, 3 * quarter - 2, 1), month_of(year, 3 * quarter)[1]


def months_later(d: date, months: int) -> date:
    """The same day of the month, or its last day, `months` later."""
    year, month = divmod(d.year * 12 + d.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(d.day, _calendar.monthrange(year, month + 1)[1]))


def shifted(d: date, unit: str, number: int) -> date:
    """The day `number` units later."""
    try:
        if unit in DAYS_OF:
            return d + timedelta(days=number * DAYS_OF[unit])
        return months_later(d, number * MONTHS_OF[unit])
    except (OverflowError, ValueError):
        return d


def stretch(d: date, unit: str, step: int) -> Days:
    """The day, week, month ... that lies `step` units from the one around a day."""
    if unit == "day":
        return d + timedelta(days=step), d + timedelta(days=step)
    if unit == "week":
        return week_of(d + timedelta(days=7 * step))
    if unit == "weekend":
        monday = week_of(d)[0]
        # the weekend just gone until Wednesday, the coming one from Thursday
        this = monday + timedelta(days=5 if d.weekday() > 2 else -2)
        if (step > 0 and d.weekday() < 3) or (step < 0 and d.weekday() > 2):
            this += timedelta(days=7 * step)
        return this, this + timedelta(days=1)
    if unit == "month":
        m = months_later(d.replace(day=1), step)
        return month_of(m.year, m.month)
    if unit == "quarter":
        m = months_later(d.replace(day=1), 3 * step)
        return quarter_of(m.year, (m.month + 2) // 3)
    if unit == "year":
        return year_of(d.year + step)
    length = 10 if unit == "decade" else 100
    start = (d.year // length + step) * length
    return date(start, 1, 1), date(start + length - 1, 12, 31)


def cardinal(strip: Strip, i: int, words: bool = True) -> tuple[int, int] | None:
    """A number up to 9999 in figures, or up to 99 in words, and the atom after it."""
    n = strip.number(i)
    if n is not None:
        return (n, i + 1) if strip.word(i + 1) not in SUFFIXES or not strip.glued(i + 1) else None
    n = NUMBERS.get(strip.word(i)) if words else None
    if n is None:
        return None
    if n >= 20:
        j = i + 2 if strip.word(i + 1) == "-" else i + 1
        one = NUMBERS.get(strip.word(j), 0)
        if 0 < one < 10 and len(strip.word(j)) > 2:
            return n + one, j + 1
    return n, i + 1


def ordinal(strip: Strip, i: int) -> tuple[int, int] | None:
    """An ordinal up to 99, "19th" or "twenty-first", and the atom after it."""
    n = strip.number(i)
    if n is not None:
        return (n, i + 2) if strip.word(i + 1) in SUFFIXES and strip.glued(i + 1) else None
    w = strip.word(i)
    if w in ORDINALS:
        return ORDINALS[w], i + 1
    tens = NUMBERS.get(w, 0)
    if tens in (20, 30):
        j = i + 2 if strip.word(i + 1) == "-" else i + 1
        if ORDINALS.get(strip.word(j), 99) < 10:
            return tens + ORDINALS[strip.word(j)], j + 1
    return None


def year_in_words(strip: Strip, i: int) -> tuple[int, int] | None:
    """"nineteen seventy eight", "two thousand and eighteen", and the atom after it."""
    first = cardinal(strip, i)
    if first is None or strip.number(i) is not None:
        return None
    n, j = first
    if n == 2 and strip.word(j) == "thousand":
        j += 2 if strip.word(j + 1) == "and" else 1
        rest = cardinal(strip, j)
        return (2000 + rest[0], rest[1]) if rest and rest[0] < 100 and strip.number(j) is None else (2000, j)
    if n in (18, 19, 20):
        rest = cardinal(strip, j)
        if rest and 10 <= rest[0] < 100 and strip.number(j) is None:
            return n * 100 + rest[0], rest[1]
    return None


def year_after(strip: Strip, i: int) -> tuple[int, int] | None:
    """"2021", ", 2021", "of 2021" or a year in words, and the atom after it."""
    w = strip.word(i)
    j = i + 1 if w in (",", "of") or (w in (".", "/", "-") and strip.glued(i) and strip.glued(i + 1)) else i
    n = strip.number(j)
    if w == "in" and (later := strip.number(i + 1)) is not None and 1900 <= later <= 2100:  # "on June 8 in 2012"
        j, n = i + 1, later
    if n is not None and len(strip.word(j)) == 4 and 1000 <= n <= 2199:
        more = strip.goes_on(j + 1) and len(strip.word(j + 2)) != 4
        return None if more or strip.counts(j) else (n, j + 1)
    return year_in_words(strip, j)
