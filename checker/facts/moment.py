"""A date as a stretch of days with a precision, and what two of them say of each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from checker.facts.calendar import DAY_NAMES, MONTH_NAMES, Days
from checker.model import Comparison, Scalar, Verdict

Precision = Literal["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "span"]

LEVELS: dict[str, Verdict] = {
    "same": "agree",
    "within": "agree",
    "overlaps": "agree",
    "across-midnight": "agree",
    "ambiguous": "unclear",
    "no-clock": "unclear",
    "fiscal-year": "unclear",
    "moved": "unclear",
    "differs": "conflict",
    "year-differs": "conflict",
    "weekday-differs": "conflict",
    "day-apart": "conflict",
    "counted": "conflict",
    "near": "conflict",
    "publication-day": "conflict",
}
_LATE = frozenset({"late", "evening", "night"})
_EARLY = frozenset({"early", "dawn", "daybreak"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days, both ends included; both None where the report's own day would be needed and is not known."""

    earliest: date | None
    latest: date | None
    precision: Precision
    month: int | None = None  # as stated, kept for dates without a year
    number: int | None = None  # day of the month as stated
    weekday: int | None = None  # as stated, Monday is 0
    part: str | None = None  # "night", "early" ... of the day
    other: Days | None = None  # the second reading of "5/6/2021"
    relative: bool = False  # told from the report's own day ("yesterday")
    counted: bool = False  # told from another date of the text ("two days later")
    vague: bool = False  # "early 2012", "about a week ago"
    fiscal: bool = False
    published: date | None = None  # the day of the report
    bound: str | None = None  # "before" or "after" where the text leaves one side open ("by Tuesday")
    borrowed: bool = False  # the year of the dateline is that of the story's other reports
    away: int | None = None  # days from the happening that the text counts from ("nine days before the fix" is -9)
    last_time: bool = False  # "the first strike in five years": when the one before was
    centre: date | None = None  # the day that "two weeks ago" counts to, where the stretch says how loosely

    @property
    def known(self) -> bool:
        return self.earliest is not None and self.latest is not None

    @property
    def days(self) -> Days:
        """Earliest and latest day; only where `known`."""
        assert self.earliest is not None and self.latest is not None
        return self.earliest, self.latest

    @property
    def readings(self) -> Iterator[Days]:
        if self.known:
            yield self.days
        if self.other is not None:
            yield self.other

    @property
    def ahead(self) -> bool:
        """The report speaks of a day that is still to come."""
        return self.published is not None and self.earliest is not None and self.earliest > self.published

    def fields(self) -> dict[str, Scalar]:
        low, high, centre, other = (_iso(d) for d in (self.earliest, self.latest, self.centre, self.other and self.other[0]))
        return {
            "value": low if low == high else centre, "low": low, "high": high, "low_open": False, "high_open": False, "unit": None,
            "precision": self.precision, "part": self.part, "weekday": None if self.weekday is None else DAY_NAMES[self.weekday],
            "month_day": self._month_day(), "other": other,
        }

    def normal(self) -> str:
        if not self.known:
            return self._month_day() or (DAY_NAMES[self.weekday] if self.weekday is not None else f"? {self.precision}")
        low, high = self.days
        return low.isoformat() if low == high else f"{low}/{high}"

    def _month_day(self) -> str | None:
        if self.known or self.month is None:
            return None
        return f"--{self.month:02}" + (f"-{self.number:02}" if self.number else "")


def weekday_mismatch(value: object) -> str | None:
    """The sentence that says that the stated weekday is not that of the stated date, else None."""
    if not isinstance(value, Moment) or value.weekday is None or value.earliest is None or value.earliest != value.latest:
        return None
    days = [low.weekday() for low, high in value.readings if low == high]
    if not days or value.weekday in days or value.relative:
        return None
    d = value.earliest
    return f"{_plain_day(d)} is a {DAY_NAMES[d.weekday()]}, not a {DAY_NAMES[value.weekday]}"


def in_words(value: Moment) -> str:
    """The date as an editor writes it: "Thursday 9 November 2023", "November 2023"."""
    if not value.known:
        if value.month is not None:
            return f"{value.number} {MONTH_NAMES[value.month]}" if value.number else MONTH_NAMES[value.month]
        return DAY_NAMES[value.weekday] if value.weekday is not None else f"a {value.precision} not fixed by the text"
    low, high = value.days
    if low == high:
        text = (f"{DAY_NAMES[value.weekday]} " if value.weekday == low.weekday() else "") + _plain_day(low)
        return f"{text} ({value.part})" if value.part else text
    if value.precision == "month":
        return f"{MONTH_NAMES[low.month]} {low.year}"
    if value.precision == "year" and not value.fiscal:
        return str(low.year)
    same_month = (low.year, low.month) == (high.year, high.month)
    first = str(low.day) if same_month else f"{low.day} {MONTH_NAMES[low.month]}" if low.year == high.year else _plain_day(low)
    return f"{first} to {_plain_day(high)}"


def compare(a: object, b: object, tolerance: Mapping[str, float]) -> Comparison:
    """What two dates say of each other; a coarser date agrees with every finer one inside it."""
    said = _compared(a, b)
    lent = next((m for m in (a, b) if isinstance(m, Moment) and m.borrowed and m.known), None)
    if said.verdict == "conflict" and lent is not None:
        return replace(said, because=f"{said.because}; a dateline gives no year, {lent.days[0].year} was taken from the other reports")
    return said


def _compared(a: object, b: object) -> Comparison:
    if not isinstance(a, Moment) or not isinstance(b, Moment):
        return _say("no-clock", "one of the two is not a date")
    if not a.known or not b.known:
        return _without_clock(a, b)
    if a.fiscal != b.fiscal and {a.precision, b.precision} <= {"year", "quarter", "half"}:
        return _say("fiscal-year", "one is a fiscal year, which need not be the calendar year")
    both = f"{in_words(a)} and {in_words(b)}"
    if a.days == b.days:
        return _say("same", f"both are {in_words(a)}")
    if not _meet(a.days, b.days) and _meet(_reach(a), _reach(b)) and not _two_deadlines(a, b):
        return _say("within", f"{both} do not exclude each other, as one is a bound")
    if _meet(a.days, b.days):
        if _inside(a.days, b.days) or _inside(b.days, a.days):
            return _say("within", f"{both} do not exclude each other")
        return _say("overlaps", f"{both} overlap")
    if any(_meet(x, y) for x in a.readings for y in b.readings):
        if a.relative or b.relative or "season" in (a.precision, b.precision):
            return _say("within", f"{both} do not exclude each other, as one may mean another week or half of the world")
        return _say("ambiguous", f"{both} agree only if day and month of one are read the other way round")
    if _touch_at_midnight(a, b):
        return _say("across-midnight", f"{both} meet at midnight")
    return _conflict(a, b, both)


def _conflict(a: Moment, b: Moment, both: str) -> Comparison:
    gap = max((b.days[0] - a.days[1]).days, (a.days[0] - b.days[1]).days)
    days = a.precision == "day" == b.precision
    sentence = f"{both} are different days" if days else f"{both} do not overlap"
    if a.ahead != b.ahead and a.published is not None and b.published is not None and a.published != b.published:
        return _say("moved", f"{both}: one report was written before the day, so it may have been moved")
    if a.counted or b.counted:
        return _say("counted", f"{sentence}; one is counted from another date in its text")
    if a.vague or b.vague:
        width = max((m.days[1] - m.days[0]).days + 1 for m in (a, b) if m.vague)
        if gap <= max(1, width // 2):
            return _say("near", f"{both} lie at least {gap} {'day' if gap == 1 else 'days'} apart, and one is vague")
    if days and (_is_publication_day(a) or _is_publication_day(b)):
        return _say("publication-day", f"{sentence}; one is the day its report was published", "publication date used as event date?")
    if days and gap == 1 and any(m.relative and m.weekday is None for m in (a, b)):
        return _say("day-apart", f"{sentence}; one is told from the day of its report")
    if days and (a.days[0].month, a.days[0].day) == (b.days[0].month, b.days[0].day):
        return _say("year-differs", f"{both} differ in the year only", "the year differs")
    return _say("differs", sentence)


def _without_clock(a: Moment, b: Moment) -> Comparison:
    both = f"{in_words(a)} and {in_words(b)}"
    month_a, number_a, month_b, number_b = *_stated(a), *_stated(b)
    unit = "day" if number_a and number_b else "month"
    if month_a is not None and month_b is not None:
        if month_a == month_b and (number_a == number_b or number_a is None or number_b is None):
            return _say("same" if number_a == number_b else "within", f"{both} name the same {unit}")
        return _say("differs", f"{both} are different {unit}s")
    x, y = _weekday(a), _weekday(b)
    if x is None or y is None or a.precision != "day" or b.precision != "day":
        return _say("no-clock", f"{both} cannot be compared, as the day of a report is not known")
    if x == y:
        return _say("same", f"both are a {DAY_NAMES[x]}")
    if _touch_at_midnight(a, b):
        return _say("across-midnight", f"{both} meet at midnight")
    return _say("weekday-differs", f"{both} fall on different weekdays; the day of a report is not known")


def _stated(m: Moment) -> tuple[int | None, int | None]:
    if m.known and m.precision in ("day", "month"):
        return m.days[0].month, m.days[0].day if m.precision == "day" else None
    return m.month, m.number


def _weekday(m: Moment) -> int | None:
    return m.days[0].weekday() if m.known and m.precision == "day" else m.weekday


def _touch_at_midnight(a: Moment, b: Moment) -> bool:
    """The night of one day and the small hours of the next can be one moment, in two zones or in one."""
    for first, second in ((a, b), (b, a)):
        if first.part in _LATE and second.part in _EARLY and first.precision == "day" == second.precision:
            if first.known and second.known:
                if (second.days[0] - first.days[0]).days == 1:
                    return True
            else:
                x, y = _weekday(first), _weekday(second)
                if x is not None and y is not None and (y - x) % 7 == 1:
                    return True
    return False


def _is_publication_day(m: Moment) -> bool:
    return m.published is not None and not m.relative and m.days == (m.published, m.published)


def _reach(m: Moment) -> Days:
    low, high = m.days
    return date.min if m.bound == "before" else low, date.max if m.bound == "after" else high


def _two_deadlines(a: Moment, b: Moment) -> bool:
    """Two days that something is due by, both still to come: "by 2030" and "by 2032" are two promises; "before October" is by September."""
    gap = max((b.days[0] - a.days[1]).days, (a.days[0] - b.days[1]).days)
    return a.bound == b.bound == "before" and a.ahead and b.ahead and gap > 1


def _meet(a: Days, b: Days) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _inside(a: Days, b: Days) -> bool:
    return b[0] <= a[0] and a[1] <= b[1]


def _iso(d: date | None) -> str | None:
    return None if d is None else d.isoformat()


def _plain_day(d: date) -> str:
    return f"{d.day} {MONTH_NAMES[d.month]} {d.year}"


def _say(level: str, because: str, hint: str | None = None) -> Comparison:
    return Comparison(LEVELS[level], level, because, hint)
