"""What the two values themselves say of whether they answer one question: a slip is small, another fact is anywhere.

Two reports that differ on one fact mostly print figures of like size, or the same digits in another order or magnitude. And where the
other report prints this very value elsewhere, it knows both, so that the two are hardly one.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Mapping, Sequence

from checker.model import Reading

NUMBERS = frozenset({"count", "money", "percent", "measure", "duration", "age"})
LIKE, UNLIKE = 1.35, 2.5  # ratio of two figures that are, or are not, of like size
FEW, LIKE_FEW = 9, 2.0  # small counts are everywhere: "two men", "one of the three"
LONG_SLIP, SLIP, HELPS, HURTS, KNOWN = 12.0, 4.0, 2.0, 0.3, 0.35  # factors on the odds


class Printed:
    """Which values each report prints."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._in: Counter[tuple[int, str, str]] = Counter((r.fact.span.source, r.fact.kind, r.fact.value.normal()) for r in readings)

    def elsewhere(self, reading: Reading, other: Reading) -> bool:
        """Whether the report of `other` prints the value of `reading` too; small counts stand everywhere and tell nothing."""
        value = reading.fact.value.fields().get("value")
        if reading.fact.kind in ("count", "ordinal", "duration") and isinstance(value, (int, float)) and value < 10:
            return False
        return self._in[other.fact.span.source, reading.fact.kind, reading.fact.value.normal()] > 0


def weighed(likely: float, a: Reading, b: Reading, printed: Printed) -> tuple[float, float]:
    """How likely it is that two different values answer one question, once they are looked at, and what their sizes say (1 = nothing)."""
    size = size_says(a, b)
    odds = likely / max(1e-9, 1 - likely) * size
    for one, other in ((a, b), (b, a)):
        if printed.elsewhere(one, other):
            odds *= KNOWN
    return odds / (1 + odds), size


def size_says(a: Reading, b: Reading) -> float:
    """How many times as likely two values are one fact told differently, by their sizes alone; 1 = nothing said."""
    x, y = a.fact.value.fields(), b.fact.value.fields()
    if a.fact.kind in NUMBERS:
        p, q = figure(x), figure(y)
        if p is None or q is None or p <= 0 or q <= 0:
            return HURTS if (p == 0) != (q == 0) else 1.0
        ratio = max(p, q) / min(p, q)
        if a.fact.kind == "count" and min(p, q) <= FEW:
            return HURTS if min(p, q) <= 1 or ratio > LIKE_FEW else 1.0
        if a.fact.kind != "duration" and one_digit(p, q):
            return HELPS
        if a.fact.kind != "duration" and digits(p) == digits(q) and (len(digits(p)) > 1 or ratio > UNLIKE):
            # digits in another order, or a zero too many
            return LONG_SLIP if len(digits(p)) > 2 else SLIP if len(digits(p)) > 1 else HELPS
        if ratio <= LIKE:
            return HELPS
        return HURTS if ratio > UNLIKE else 1.0
    if a.fact.kind == "ordinal":
        return HURTS if 1 in (figure(x), figure(y)) else 1.0
    if a.fact.kind == "date":
        days = days_between(x, y)
        return 1.0 if days is None else 1.5 if days <= 3 else HURTS if days > 60 else 0.8
    if a.fact.kind == "time":
        minutes = minutes_between(x, y)
        return 1.0 if minutes is None else HELPS if minutes <= 60 else HURTS
    return 1.0


def figure(fields: Mapping[str, object]) -> float | None:
    for name in ("si", "value"):
        value = fields.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
    low, high = fields.get("low"), fields.get("high")
    ends = [float(v) for v in (low, high) if isinstance(v, (int, float))]
    return sum(ends) / len(ends) if ends else None


def digits(value: float) -> str:
    """The significant digits in order of size: the same for 1.2 billion and 1.2 million, and for 1,254 and 1,245."""
    return "".join(sorted(significant(value, 4))) if value and not math.isinf(value) else ""


def significant(value: float, most: int) -> str:
    """The first `most` digits of a figure as printed, without the noughts around them: 12 of 1.2 billion and of 1.2 million."""
    return f"{value:.{most}g}".split("e")[0].replace(".", "").strip("0")


def one_digit(p: float, q: float) -> bool:
    """Whether two figures of three digits or more differ in one digit alone: 212 and 312."""
    one, other = (f"{v:.10g}".replace(".", "").rstrip("0") for v in (p, q))
    return len(one) == len(other) > 2 and sum(x != y for x, y in zip(one, other, strict=True)) == 1


def days_between(x: Mapping[str, object], y: Mapping[str, object]) -> int | None:
    ends = []
    for fields in (x, y):
        low, high = fields.get("low") or fields.get("value"), fields.get("high") or fields.get("value")
        if not isinstance(low, str) or not isinstance(high, str):
            return None
        try:
            ends.append((datetime.date.fromisoformat(low[:10]), datetime.date.fromisoformat(high[:10])))
        except ValueError:
            return None
    (a, b), (c, d) = ends
    return max(0, (c - b).days, (a - d).days)


def minutes_between(x: Mapping[str, object], y: Mapping[str, object]) -> int | None:
    values = [fields.get("value") for fields in (x, y)]
    parts = [v.split(":") for v in values if isinstance(v, str) and v[:2].isdigit() and v[3:5].isdigit()]
    if len(parts) != 2:
        return None
    p, q = (int(v[0]) * 60 + int(v[1][:2]) for v in parts)
    return min(abs(p - q), 1440 - abs(p - q))


def dated(x: Mapping[str, object], y: Mapping[str, object]) -> Mapping[str, bool]:
    """Which parts two dates share, and whether they look like a slip of the hand: 12 and 21 March, 1887 and 1878, 5 and 15 May."""
    (one, other), precisions = [_lows(f) for f in (x, y)], (x.get("precision"), y.get("precision"))
    out = {"precision_one": precisions[0] == precisions[1], "weekdays": bool(x.get("weekday")) and bool(y.get("weekday"))}
    if one is None or other is None:
        return out
    days, years = precisions == ("day", "day"), precisions == ("year", "year")
    month = one.month == other.month and "year" not in precisions
    return out | {
        "one_year": one.year == other.year, "two_years": years, "one_month": one.year == other.year and month,
        "one_day_of_month": days and one.day == other.day, "day_slip": days and month and _slipped(str(one.day), str(other.day)),
        "year_slip": one.year != other.year and (years or month) and _slipped(str(one.year), str(other.year)),
    }


def clocked(x: Mapping[str, object], y: Mapping[str, object]) -> Mapping[str, bool]:
    """Whether two times of day share the hour or the minutes."""
    one, other = (str(f.get("value") or "") for f in (x, y))
    return {"same_hour": one[:2] == other[:2] != "", "same_minutes": one[3:5] == other[3:5] != ""}


def _lows(fields: Mapping[str, object]) -> datetime.date | None:
    low = fields.get("low") or fields.get("value")
    try:
        return datetime.date.fromisoformat(str(low)[:10])
    except ValueError:
        return None


def _slipped(one: str, other: str) -> bool:
    """Whether one figure is the other with two digits changed about, one digit wrong, or one digit more or less at the front."""
    if len(one) != len(other):
        return one.endswith(other) or other.endswith(one)
    return sorted(one) == sorted(other) or (len(one) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1)
