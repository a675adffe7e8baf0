"""A time of day or of play as a stretch of minutes, and what two of them say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.model import Comparison, Scalar, Verdict

DAY = 1440
LEVELS: dict[str, Verdict] = {
    "same": "agree",
    "within": "agree",
    "within-rounding": "agree",
    "other-zone": "agree",
    "half-day-open": "agree",
    "no-zone": "unclear",
    "other-clock": "unclear",
    "differs": "conflict",
    "hours-apart": "conflict",
    "near": "conflict",
    "play-differs": "conflict",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes after midnight, or a place in a match; low and high are equal for an exact one, None where open."""

    low: float | None
    high: float | None
    shown: str | None  # "09:32", as resolved; None for a stretch
    step: int = 1  # minutes to which the figure is rounded
    hedged: bool = False
    half_day: bool = False  # "at seven": morning or evening not told
    offset: int | None = None  # minutes from UTC where the text tells the zone
    zone: str | None = None  # the zone as told
    guess: int | None = None  # minutes from UTC at the dateline's place
    unit: Literal["minute of play", "period"] | None = None
    period: str | None = None  # "third quarter"
    left: bool = False  # minutes still to play

    def fields(self) -> dict[str, Scalar]:
        clock = self.unit is None
        return {
            "value": self.shown, "low": _shown(self.low) if clock else self.low, "high": _shown(self.high) if clock else self.high,
            "low_open": False, "high_open": False, "unit": self.unit, "zone": self.zone, "offset": self.offset, "zone_guess": self.guess,
            "period": self.period,
        }

    def normal(self) -> str:
        if self.unit is not None:
            return f"{self.shown or ''} {'left ' if self.left else ''}{self.period or ''}".strip()
        shift = self.offset or 0
        suffix = "" if self.offset is None else "Z"
        low, high = (None if m is None else _shown((m - shift) % DAY) for m in (self.low, self.high))
        return (low or ".." if low == high else f"{low or '..'}/{high or '..'}") + suffix


def in_words(value: Clock) -> str:
    """"09:32 UTC-03:00", "shortly after 06:30"."""
    if value.unit is not None:
        minute = f"minute {value.shown}" if value.unit == "minute of play" and value.shown and not value.left else value.shown or ""
        return f"{minute} {'left ' if value.left else ''}{value.period or ''}".strip() or "a time of play"
    text = f"{_about(value)}{value.shown}" if value.shown else f"{_shown(value.low) or '...'} to {_shown(value.high) or '...'}"
    return f"{text} {value.zone}" if value.zone else text


def _about(value: Clock) -> str:
    """The hedge before the hour, in words: what stretch around it is allowed."""
    if not value.hedged or value.shown is None:
        return ""
    hour = int(value.shown[:2]) * 60 + int(value.shown[3:5])
    low, high = (None if end is None else round(end - hour) % DAY for end in (value.low, value.high))
    if low == 0:
        return "after " if high is None else "shortly after " if high else ""
    if high == 0:
        return "before " if low is None else "shortly before "
    return "about " if low is not None and high is not None else ""


def compare(a: object, b: object, tolerance: Mapping[str, float]) -> Comparison:
    """What two times say of each other; a difference that a known zone explains to the minute is none."""
    if not isinstance(a, Clock) or not isinstance(b, Clock):
        return _say("no-zone", "one of the two is not a time")
    if a.unit is not None or b.unit is not None:
        return _play(a, b)
    both = f"{in_words(a)} and {in_words(b)}"
    slack = _slack(a, b)
    if a.offset is not None and b.offset is not None and a.offset != b.offset:
        gap = _gap(a, b, b.offset - a.offset)
        if gap == 0:
            return _say("other-zone", f"{both} are one moment in two time zones")
        if gap <= slack:
            return _say("within-rounding", f"{both} are one moment in two time zones, give or take {_length(gap)}")
        half = _half_day(a, b, b.offset - a.offset)
        if half is not None and half <= slack:
            return _say("half-day-open", f"{both} are one moment if morning and evening are read so")
        return _far(a, b, gap, f"{both}, brought to one zone, lie {_apart(a, b, gap)}")
    gap = _gap(a, b, 0)
    if gap == 0:
        exact = (a.low, a.high) == (b.low, b.high)
        return _say("same" if exact else "within", f"both are {in_words(a)}" if exact else f"{both} do not exclude each other")
    if gap <= slack:
        return _say("within-rounding", f"{both} lie {_length(gap)} apart, within the rounding of one of them")
    half = _half_day(a, b, 0)
    if half is not None and half <= slack:
        return _say("half-day-open", f"{both} agree if morning and evening are read so")
    return _one_zone_open(a, b, gap, slack, both)


def _one_zone_open(a: Clock, b: Clock, gap: float, slack: float, both: str) -> Comparison:
    zone_a, zone_b = a.offset if a.offset is not None else a.guess, b.offset if b.offset is not None else b.guess
    if zone_a is not None and zone_b is not None and zone_a != zone_b and _gap(a, b, zone_b - zone_a) <= slack:
        return _say("other-zone", f"{both} are one moment in the time zones of the two places")
    sentence = f"{both} lie {_apart(a, b, gap)}"
    if a.offset is not None and b.offset is not None:
        return _far(a, b, gap, sentence)
    # an untold zone can move a time by whole half hours, and by nothing else
    explained = min(gap % 30, 30 - gap % 30) <= slack and gap <= 14 * 60
    if not explained:
        return _far(a, b, gap, sentence)
    told = a.offset is not None or b.offset is not None
    if not told and zone_a is not None and zone_a == zone_b:
        return _far(a, b, gap, sentence)
    if told and zone_a == zone_b:
        return _say("hours-apart", f"{sentence}; the zone of one is not told")
    if told or (zone_a is not None and zone_b is not None and zone_a != zone_b):
        return _say("no-zone", f"{both} may be one moment in two time zones; the text does not tell the zone of both")
    if gap % 60 and gap < 60:
        return _far(a, b, gap, sentence)
    return _say("hours-apart", f"{sentence}; neither tells its time zone")


def _far(a: Clock, b: Clock, gap: float, sentence: str) -> Comparison:
    if gap <= (15 if a.hedged and b.hedged else 5 if a.hedged or b.hedged else 0):
        return _say("near", sentence)
    return _say("differs", sentence)


def _slack(a: Clock, b: Clock) -> float:
    """Minutes by which the rounder of two figures may be off; nothing where both are given to the minute."""
    coarse = max(a.step, b.step)
    return 0 if a.hedged or b.hedged or coarse == min(a.step, b.step) else {5: 2, 15: 5, 30: 5, 60: 5}.get(coarse, 0)


def _gap(a: Clock, b: Clock, shift: int) -> float:
    """Minutes between two stretches of the day, the second read `shift` minutes earlier; midnight is no border."""
    gaps = []
    for turn in (-DAY, 0, DAY):
        low_a, high_a = _bounds(a)
        low_b, high_b = _bounds(b)
        low_b, high_b = low_b - shift + turn, high_b - shift + turn
        gaps.append(max(0, low_b - high_a, low_a - high_b))
    return min(gaps)


def _bounds(m: Clock) -> tuple[float, float]:
    """An open end reaches half a day."""
    low = m.low if m.low is not None else (m.high or 0) - DAY / 2 + 1
    return low, m.high if m.high is not None else low + DAY / 2 - 1


def _half_day(a: Clock, b: Clock, shift: int) -> float | None:
    if not (a.half_day or b.half_day):
        return None
    return _gap(a, b, shift + DAY // 2)


def _play(a: Clock, b: Clock) -> Comparison:
    if a.unit is None or b.unit is None:
        return _say("other-clock", "one is a time of day, the other a time of play")
    both = f"{in_words(a)} and {in_words(b)}"
    if a.period and b.period and a.period != b.period:
        if {a.period.split()[-1], b.period.split()[-1]} == {"half", "quarter"}:
            quarter, half = (a.period, b.period) if a.period.endswith("quarter") else (b.period, a.period)
            inside = half.split()[0] == ("first" if quarter.split()[0] in ("first", "second") else "second")
            if inside:
                return _say("within", f"{both} do not exclude each other")
        elif a.period.split()[-1] != b.period.split()[-1]:
            return _say("other-clock", f"{both} are told by different clocks")
        return _say("play-differs", f"{both} are different parts of the match")
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return _say("within", f"{both} do not exclude each other")
    if a.left != b.left:
        return _say("other-clock", f"one of {both} counts the time played, the other the time left")
    gap = max(0.0, a.low - b.high, b.low - a.high)
    if gap == 0:
        return _say("same" if a.low == b.low and a.high == b.high else "within", f"{both} agree")
    return _say("play-differs", f"{both} are different times of play")


def _apart(a: Clock, b: Clock, gap: float) -> str:
    """How far two times lie apart; where one is a stretch, from its nearer end."""
    least = "at least " if any(m.low != m.high for m in (a, b)) else ""
    return f"{least}{_length(gap)} apart"


def _length(minutes: float) -> str:
    hours, rest = divmod(int(minutes), 60)
    parts = [f"{n} {word}{'s' if n != 1 else ''}" for n, word in ((hours, "hour"), (rest, "minute")) if n]
    return " ".join(parts) or f"{minutes * 60:g} seconds"


def _shown(minutes: float | None) -> str | None:
    if minutes is None:
        return None
    hours, rest = divmod(int(minutes) % DAY, 60)
    return f"{hours:02}:{rest:02}"


def _say(level: str, because: str, hint: str | None = None) -> Comparison:
    return Comparison(LEVELS[level], level, because, hint)
