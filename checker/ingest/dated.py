"""The day and time that a published line or a dateline states."""

from __future__ import annotations

import datetime
import functools
import importlib.resources
import re
import tomllib
from dataclasses import dataclass

CLOCK = tomllib.loads(importlib.resources.files("checker.ingest").joinpath("clock.toml").read_text(encoding="utf-8"))
_MONTHS: tuple[str, ...] = tuple(CLOCK["months"])
_WEEKDAYS: tuple[str, ...] = tuple(CLOCK["weekdays"])
_OFFSETS: dict[str, str] = CLOCK["offsets"]
_LABELS = frozenset(CLOCK["labels"])

_MONTH = r"(?P<month>" + "|".join(rf"{m[:3]}(?:{m[3:]}|t)?\.?" if len(m) > 3 else m for m in _MONTHS) + ")"
_WEEKDAY = r"(?P<weekday>" + "|".join(rf"{d[:3]}(?:{d[3:]}|rs|r|s|nes)?\.?" for d in _WEEKDAYS) + r")\b"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        r"\b(?P<y>(?:19|20)\d\d)/(?P<m>\d\d)/(?P<d>\d\d)(?!\d)",
        r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)\b",
        r"\b(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>(?:19|20)\d\d)\b",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-](?:of\s)?{_MONTH}(?:,?[\s-](?P<y>(?:19|20)\d\d))?\b",
        rf"\b{_MONTH}\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s(?P<y>(?:19|20)\d\d)\b)?",
    )
)
_NAMED = re.compile(_WEEKDAY, re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d.:/-])(?:(?P<h>\d{1,2})\s?(?:[:.h]|:\s)(?P<min>\d\d)(?!\d)(?::\d\d)?|(?P<mil>[0-2]\d[0-5]\d)(?=\s?(?:hrs|hours|[A-Z]{2,4}\b))|(?P<hour>\d{1,2})(?=\s?[ap]\.?m))"
    r"(?:\.\d+)?\s?(?P<half>[ap](?:\.?m)?\b\.?)?",
    re.IGNORECASE,
)
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]?T)\b")  # US time zones: 01/5/2011 is then January
_NUMERIC = re.compile(r"(?:\b(?:GMT|UTC)\s?)?(?P<sign>[+−-])\s?(?P<h>\d{1,2})(?::\s?(?P<m>\d\d)|(?P<mm>[0-5]\d))?(?!\d)")
_ABBREVIATED = re.compile(r"(?<![A-Za-z])(?P<name>" + "|".join(sorted(_OFFSETS, key=len, reverse=True)) + r")(?![A-Za-z])")

_CLOCKED = re.compile(
    r"(?:,?\s\d{1,2}[:.h]?\d{0,2}\s?(?:[ap]\.?m\.?|hrs|hours|[A-Z]{2,4})?)?"  # the hour
    r"(?:\s\([^()]{1,40}\))?(?:\.(?:\s[^.]{0,70}\.?)?)?"  # "(English edition)", ". From the French"
)
RELEASE = re.compile(
    r"(?:press|news|media)\s(?:release|information|update|statement)|communiqu|statement|bulletin|\w+ (?:report|bulletin)", re.IGNORECASE
)
SMALL_WORDS = frozenset((
    "de", "del", "da", "do", "dos", "du", "des", "di", "el", "la", "le", "van", "von", "der", "of", "the", "and", "from", "in", "local",
    "edition", "time", "no",
))


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps with its time, as a line states it."""

    month: int
    day: int
    year: int | None = None
    time: str | None = None  # "HH:MM", with an offset where stated
    rest: tuple[str, ...] = ()  # the line's other words, those of a published line left out
    start: int = 0  # where the day stands
    end: int = 0
    weekday: int | None = None

    def iso(self) -> str | None:
        """ "2024-10-17T11:40+01:00", as much of it as is known; None without a year."""
        if self.year is None:
            return None
        return f"{self.year:04}-{self.month:02}-{self.day:02}" + (f"T{self.time}" if self.time else "")

    @property
    def day_of_year(self) -> str:
        """ "--10-17T11:40+01:00", the same without its year."""
        return f"--{self.month:02}-{self.day:02}" + (f"T{self.time}" if self.time else "")


@functools.lru_cache(maxsize=1024)
def read_moment(line: str) -> Moment | None:
    """The one day that the line states (the first, where it names two), None where it names none or leaves it open (5/6/2021)."""
    for pattern in _DATES:
        for found in pattern.finditer(line):
            moment = _moment(line, found)
            if moment is not None:
                return moment
    return None


def is_date_word(words: str) -> bool:
    """Whether the words are only weekdays, months and the labels of a published line; true of no words."""
    known = {*_LABELS, *_MONTHS, *_WEEKDAYS, *(d[:3] for d in _WEEKDAYS)}
    return all(w.lower().strip(",.") in known for w in words.split())


def ends_in_day(words: str, moment: Moment) -> bool:
    """Whether a line names a paper, a body or a place, and last its day: "Dnevni glas, Ljubljana, Tuesday 27 May 2025"."""
    lead = words[: moment.start].rstrip()
    if moment.weekday is not None:
        lead = re.sub(r"[,\s]*[A-Za-z]+day,?$|[,\s]*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\.?,?$", ",", lead)
    tail = words[moment.end :]
    if lead[-1:] not in ",|–—-" or not _CLOCKED.fullmatch(tail) or not (moment.year or moment.weekday is not None):
        return False
    named = re.findall(r"[^\W\d_][\w'’.&]*", lead)
    plain = not any(w[:1].islower() and w not in SMALL_WORDS for w in named)
    if not named or len(named) > 7 or re.search(r"[.!?\"“”]", lead):
        return False
    return plain or (moment.year is not None and len(named) <= 5 and lead.count(",") > 1) or bool(RELEASE.match(lead))


def _moment(line: str, found: re.Match[str]) -> Moment | None:
    parts = found.groupdict()
    year = int(parts["y"]) if parts.get("y") else None
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        american = bool(_AMERICAN.search(line))
        if a <= 12 and b <= 12 and a != b and not american:
            return None
        day, month = (b, a) if b > 12 or (american and a <= 12) else (a, b)
    else:
        day = int(parts["d"])
        month = int(parts["m"]) if parts.get("m") else [m[:3] for m in _MONTHS].index(parts["month"][:3].lower()) + 1
    try:
        datetime.date(year or 2000, month, day)
    except ValueError:
        return None
    rest = line[: found.start()] + " " + line[found.end() :]
    weekday = _NAMED.search(rest)
    if weekday:
        rest = rest.replace(weekday.group(), " ", 1)
    time, rest = _time(rest)
    words = tuple(w for w in re.findall(r"[^\W\d_][\w'’.]*", rest) if w.lower().rstrip(".") not in _LABELS)
    number = [d[:3] for d in _WEEKDAYS].index(weekday.group()[:3].lower()) if weekday else None
    return Moment(month, day, year, time, words, found.start(), found.end(), number)


def _time(rest: str) -> tuple[str | None, str]:
    """The clock time in what is left of the line, with its offset, and the line without it."""
    rest = re.sub(r"^(\s*)T(?=\d\d:\d\d)", r"\1 ", rest)
    rest = re.sub(r"(?<=\s)T(?=\d\d:\d\d)", " ", rest)
    found = _TIME.search(rest)
    if not found:
        return None, rest
    if found["mil"]:
        hour, minute = int(found["mil"][:2]), int(found["mil"][2:])
    else:
        hour, minute = int(found["h"] or found["hour"]), int(found["min"] or 0)
    half = (found["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return None, rest
    before, after = rest[: found.start()], rest[found.end() :]
    offset, after = _offset(after)
    return f"{hour:02}:{minute:02}{offset}", before + " " + after


def _offset(after: str) -> tuple[str, str]:
    near = after[:24]
    number = _NUMERIC.search(near)
    name = _ABBREVIATED.search(near)
    if number and number.start() <= (name.end() + 1 if name else 3):
        hours, minutes = int(number["h"]), int(number["m"] or number["mm"] or 0)
        if hours <= 14:
            return f"{'+' if number['sign'] == '+' else '-'}{hours:02}:{minutes:02}", after[: number.start()] + after[number.end() :]
    if name and name.start() <= 3:
        return _OFFSETS[name["name"]], after[: name.start()] + after[name.end() :]
    return "", after
