"""Slips of the hand that tell by themselves that two figures are one: digits in another order, a zero too many, the unit of another figure.

Two unrelated figures of one story hardly ever are 6,214 and 6,124 people, 17 and 1.7 million zlotys, or 23,000 feet and 23,000 metres.
Measured over every pair of different figures in the events that bench/weigh.py learns on, where neither report prints the other's figure:
three digits and more in another order 8 conflicts of 8, two digits of money, percents and measures 9 of 12, money ten times as much 8 of 9,
one figure in two units 5 of 5; counts of two digits 1 of 13, so they are left to the evidence around them. Days of one month whose two
digits change places (12 and 21 February) count as slips too.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from checker.align.questions.closeness import Printed, significant
from checker.model import Reading, Severity
from checker.readings.roles import key_of

TELLING = frozenset({"money", "percent", "measure"})  # kinds whose figures of two digits are rare enough
MANY = 3  # digits that tell by themselves
DIGITS = 10  # of a figure that are looked at


def slips(readings: Sequence[Reading], printed: Printed) -> dict[tuple[int, int], Severity]:
    """Pairs of readings of different reports that a slip joins, with the tier it is worth; indexes in order."""
    spots: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, reading in enumerate(readings):
        day = _day(reading)
        if day is not None:
            spots["date", day[:-2] + "".join(sorted(day[-2:]))].append(i)
        drawn = _printed_figure(reading)
        if drawn is not None and reading.question.asks is not None:
            spots[key_of(reading), "".join(sorted(significant(drawn, DIGITS)))].append(i)
    out: dict[tuple[int, int], Severity] = {}
    for alike in spots.values():
        for n, i in enumerate(alike):
            for j in alike[n + 1 :]:
                a, b = readings[i], readings[j]
                if a.fact.span.source == b.fact.span.source or printed.elsewhere(a, b) or printed.elsewhere(b, a):
                    continue
                tier = _tier_of_days(a, b) if a.fact.kind == "date" else _tier(a, b)
                if tier is not None:
                    out[i, j] = tier
    return out


def _tier(a: Reading, b: Reading) -> Severity | None:
    x, y = _printed_figure(a), _printed_figure(b)
    if x is None or y is None:
        return None
    digits, kind = len(significant(x, DIGITS)), a.fact.kind
    units = {unit for r in (a, b) if (unit := r.fact.value.fields().get("unit")) is not None}  # "$" alone may be any dollar
    if x == y:
        return "warning" if kind == "measure" and digits >= MANY - 1 and len(units) > 1 else None
    if len(units) > 1:
        return None
    if significant(x, DIGITS) == significant(y, DIGITS):
        ten = round(math.log10(max(x, y) / min(x, y)))
        return "warning" if kind == "money" and digits >= MANY - 1 and ten in (1, 3) else None
    if math.floor(math.log10(x)) != math.floor(math.log10(y)) or digits < 2:
        return None
    return "error" if digits >= MANY else "warning" if kind in TELLING else None


def _tier_of_days(a: Reading, b: Reading) -> Severity | None:
    return "warning" if _day(a) != _day(b) else None


def _day(reading: Reading) -> str | None:
    """Year, month and day of a date that is one day: 12 and 21 February are the same digits."""
    fields = reading.fact.value.fields()
    low, high = fields.get("low"), fields.get("high")
    one = reading.fact.kind == "date" and isinstance(low, str) and isinstance(high, str) and low[:10] == high[:10]
    return str(low)[:10] if one and reading.question.asks is not None else None


def _printed_figure(reading: Reading) -> float | None:
    """The figure as printed, in its own unit; None for ranges, hedged words and what is no plain amount."""
    if reading.fact.kind not in ("count", "money", "percent", "measure"):
        return None
    value = reading.fact.value.fields().get("value")
    return float(value) if isinstance(value, (int, float)) and value > 0 and not math.isinf(value) else None
