"""How long something took: "100 minutes", "an hour and 40 minutes", "1h40m", "five and a half years"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.facts import interval
from checker.facts.hedges import Bounded, around, bound, from_to, hedge_glued, joins, spread
from checker.facts.interval import Quantity
from checker.facts.lengths import Part, bare_minutes, continues, parts_of, time_words
from checker.facts.numbers import Numeral
from checker.facts.page import Page
from checker.model import Comparison, Fact, Scalar, Verdict

_ONE = ("one-digit", "transposed-digits", "round-figure", "within-rounding")  # of a figure, not of a length
LEVELS: dict[str, Verdict] = {
    **{k: v for k, v in interval.LEVELS.items() if k not in _ONE},
    "calendar": "agree",
    "rounded-unit": "conflict",
}


@dataclass(frozen=True, slots=True)
class Duration(Quantity):
    """Seconds; `rounding` is by how much the words round (15 minutes for a bare "two hours"), `unit` the finest unit printed."""

    rounding: float = 0.0
    unit: str = "second"

    def fields(self) -> dict[str, Scalar]:
        length = self.value if self.value is not None else self.low if self.high is None else self.high if self.low is None else None
        return {**Quantity.fields(self), "unit": "second", "iso": None if length is None else iso(length)}


def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """The durations of a page."""
    parts = parts_of(page, numerals)
    k = 0
    while k < len(parts):
        group = [parts[k]]
        while k + 1 < len(parts) and continues(page, group[-1], parts[k + 1]):
            k += 1
            group.append(parts[k])
        k += 1
        ranged = None
        if len(group) == 1 and k < len(parts):
            how = joins(page, group[0].first, group[0].last, parts[k].first, own_unit=True)
            if how in ("between", "-"):
                ranged, k = parts[k], k + 1
        fact = _fact(page, numerals, group, ranged)
        if fact is not None:
            yield fact
            if len(group) == 1 and group[0].numeral is not None:
                yield from _before_change(page, numerals, group[0])


def _before_change(page: Page, numerals: tuple[Numeral, ...], part: Part) -> Iterator[Fact]:
    """The 16 of "cut from 16 to six years"."""
    k = bisect_left(numerals, part.first, key=lambda n: n.first)
    left = numerals[k - 1] if k else None
    if left is None or not page.free(left.first, left.last) or from_to(page, left, part.first) != "change":
        return
    size, rounding = time_words()["seconds"][part.unit]
    page.take(left.first, left.last)
    a, b = page.tokens(left.first, left.last)
    seconds = left.value * size
    value = Duration(seconds, seconds, seconds, step=left.step * size, rounding=float(rounding), unit=part.unit)
    yield Fact("duration", page.span(left.first, left.last), value, a, b, page.token[left.last - 1])


def _fact(page: Page, numerals: tuple[Numeral, ...], group: list[Part], ranged: Part | None) -> Fact | None:
    table = time_words()
    seconds = table["seconds"]
    first, last = group[0].first, (ranged or group[-1]).last
    total = sum(part.figure * seconds[part.unit][0] for part in group)
    unit = group[-1].unit
    rounding = float(seconds[unit][1])
    numeral = group[0].numeral
    step = seconds[unit][0] * (group[-1].numeral.step if group[-1].numeral is not None else 1.0)
    extra = bare_minutes(page, numerals, group[-1])
    if extra is not None:
        total, unit, rounding, step, last = total + extra.value * 60, "minute", 0.0, 60.0, extra.last
    elif numeral is not None and len(group) == 1 and numeral.form == "figures" and numeral.step < 1:
        rounding = min(rounding, numeral.step * seconds[unit][0])
    vague = numeral if numeral is not None and numeral.form == "vague" else None
    read = bound(page, first, last, total, step, numeral if numeral is not None and numeral.form in ("vague", "couple") else None)
    quantity = read.quantity
    if numeral is not None and vague is None:
        glued = hedge_glued(page, numeral.last)
        if glued is not None and quantity.exact:
            quantity = around(total, step, glued[0])
    if quantity.hedge == "above" and page.lower[read.first] == "over" and page.lower[read.first - 1] not in table["over"]:
        read = Bounded(first, last, Quantity(total, total, total, step=step), None)
        quantity = read.quantity
    if ranged is not None:
        quantity = spread(Quantity(total), Quantity(ranged.figure * seconds[ranged.unit][0]), quantity.hedge)
    elif numeral is not None and len(group) == 1:
        left = _ranged_before(page, numerals, numeral)
        if left is not None:
            scale = seconds[unit][0]
            outer = bound(page, left.first, last, left.value * scale, step)
            quantity = spread(Quantity(left.value * scale), Quantity(total), outer.quantity.hedge)
            read = outer
    start = read.first
    if quantity.value is None and page.lower[start - 1] == "between":
        start -= 1
    page.take(start, read.last)
    a, b = page.tokens(start, read.last)
    value = Duration(**interval.parts(quantity), rounding=rounding, unit=unit)
    return Fact("duration", page.span(start, read.last), value, a, b, page.token[group[0].at], read.printed)


def _ranged_before(page: Page, numerals: tuple[Numeral, ...], numeral: Numeral) -> Numeral | None:
    """The numeral that begins a range which ends with this one: "two to three hours"."""
    k = bisect_left(numerals, numeral.first, key=lambda n: n.first)
    if k == 0 or not page.free(numerals[k - 1].first, numerals[k - 1].last) or numerals[k - 1].value >= numeral.value:
        return None
    if joins(page, numerals[k - 1].first, numerals[k - 1].last, numeral.first, own_unit=False):
        return numerals[k - 1]
    return numerals[k - 1] if from_to(page, numerals[k - 1], numeral.first) == "range" else None  # "from six to 16 years"


def compare(a: Duration, b: Duration, tolerance: Mapping[str, float]) -> Comparison:
    """CASES.md 4.1 rows 1, 10, 11 and 4.2 row 34."""
    told = interval.difference(a, b, tolerance, shown, coarse=0.0)
    if told.verdict != "conflict" and told.level != "within-rounding":
        return told
    gap = interval.gap(a, b)
    slack = max(a.rounding, b.rounding)
    if gap is not None and slack and gap <= slack and told.level != "order-of-magnitude":
        calendar = {"month", "year", "decade", "century"}
        if (a.unit in calendar) != (b.unit in calendar) or (a.unit != b.unit and {a.unit, b.unit} <= calendar):
            return Comparison(
                "agree", "calendar", f"{interval.told(a, shown)} and {interval.told(b, shown)} are one length in calendar terms"
            )
        if not (a.unit == b.unit and a.unit not in ("hour", "minute") and a.exact and b.exact):
            return Comparison(
                "conflict",
                "rounded-unit",
                f"{interval.told(a, shown)} and {interval.told(b, shown)} are {shown(gap)} apart, as the rounder figure allows",
            )
    if told.level in ("differs", *_ONE) and a.value is not None and b.value is not None:
        gap = abs(a.value - b.value)
        share = gap / max(a.value, b.value)
        exact = f", both exact to the {a.unit}" if a.unit == b.unit and not slack else ""
        return Comparison(
            "conflict", "differs", f"{shown(a.value)} and {shown(b.value)} are {shown(gap)} ({share:.0%}) apart{exact}", told.hint
        )
    return told


def shown(seconds: float) -> str:
    """A length for the eye, in the largest unit that needs no fraction: 100 min, 2 h, 9 years."""
    for name, size, least in (
        ("years", 31536000, 31536000),
        ("months", 2592000, 2592000),
        ("weeks", 604800, 1209600),
        ("days", 86400, 86400),
        ("h", 3600, 3600),
        ("min", 60, 60),
    ):
        if abs(seconds) >= least and abs(seconds / size - round(seconds / size)) < 1e-6:
            count = round(seconds / size)
            return f"{count:,} {name.rstrip('s') if count == 1 else name}"
    if abs(seconds) >= 86400:
        return f"{interval.shown(round(seconds / 86400, 1))} days"
    if abs(seconds) >= 60:
        return f"{interval.shown(round(seconds / 60, 1))} min"
    return f"{interval.shown(round(seconds, 3))} s"


def iso(seconds: float) -> str:
    """ISO 8601: PT1H40M, P9Y."""
    for letter, size in (("Y", 31536000), ("M", 2592000), ("W", 604800)):
        if seconds >= size and seconds % size == 0:
            return f"P{int(seconds // size)}{letter}"
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    clock = "".join(f"{interval.plain(x)}{c}" for x, c in ((hours, "H"), (minutes, "M"), (rest, "S")) if x)
    return "P" + (f"{int(days)}D" if days else "") + (f"T{clock}" if clock or not days else "")
