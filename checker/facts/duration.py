"""How long something took: "100 minutes", "an hour and 40 minutes", "1h40m", "five and a half years"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.facts import interval
from checker.facts.hedges import Bounded, around, bound, hedge_glued, joins, spread
from checker.facts.interval import Quantity
from checker.facts.numbers import Numeral
from checker.facts.page import TAKEN, Page, words
from checker.model import Comparison, Fact, Scalar, Verdict

_ONE = ("one-digit", "transposed-digits", "round-figure", "within-rounding")  # of a figure, not of a length
LEVELS: dict[str, Verdict] = {**{k: v for k, v in interval.LEVELS.items() if k not in _ONE}, "calendar": "agree", "rounded-unit": "conflict"}

_BETWEEN = frozenset(("more", "further", "additional", "full", "whole", "long", "straight", "consecutive", "calendar", "working", "extra", "solid", "successive", "or"))
_ARTICLES = frozenset(("a", "an", "one"))


@dataclass(frozen=True, slots=True)
class Duration(Quantity):
    """Seconds; `rounding` is by how much the words round (15 minutes for a bare "two hours"), `unit` the finest unit printed."""

    rounding: float = 0.0
    unit: str = "second"

    def fields(self) -> dict[str, Scalar]:
        length = self.value if self.value is not None else self.low if self.high is None else self.high if self.low is None else None
        return {**Quantity.fields(self), "unit": "second", "iso": None if length is None else iso(length)}


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure with its unit: pieces first..last, the unit word's piece."""

    first: int
    last: int
    figure: float
    unit: str
    at: int
    numeral: Numeral | None


@functools.cache
def _table() -> dict[str, Any]:
    data = words("duration")
    sets = {name: frozenset(data[name]["before"]) for name in ("bare", "over", "long")}
    return {**data, **sets, "bare_after": frozenset(data["bare"]["after"]), "rates": frozenset(data["rates"]["after"])}


def find_clocked(page: Page) -> Iterator[Fact]:
    """ "1h45" and "2h05m" before the clock is read: a length unless "at" or its like stands before."""
    lower, glued = page.lower, page.glued
    for i, word in enumerate(lower):
        if word != "h" or not (glued[i] and glued[i + 1] and lower[i - 1].isdigit() and lower[i + 1].isdigit() and len(lower[i + 1]) == 2):
            continue
        minutes, last = int(lower[i + 1]), i + 2
        if lower[last] in ("m", "min", "mn") and glued[last]:
            last += 1
        elif int(lower[i - 1]) > 12 or lower[i - 2] in ("at", "by", "from", "until", "before", "since", "to"):
            continue
        if minutes > 59 or (glued[last] and lower[last][:1].isalnum()):
            continue
        read = bound(page, i - 1, last, int(lower[i - 1]) * 3600.0 + minutes * 60.0, 60.0)
        page.take(read.first, read.last)
        a, b = page.tokens(read.first, read.last)
        yield Fact("duration", page.span(read.first, read.last), Duration(**interval.parts(read.quantity), unit="minute"), a, b, page.token[i], read.printed)


def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """The durations of a page."""
    parts = _parts(page, numerals)
    k = 0
    while k < len(parts):
        group = [parts[k]]
        while k + 1 < len(parts) and _continues(page, group[-1], parts[k + 1]):
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


def _parts(page: Page, numerals: tuple[Numeral, ...]) -> list[_Part]:
    table, lower = _table(), page.lower
    out: list[_Part] = []
    by_first = {n.first for n in numerals}
    i, size = 0, len(lower)
    units = table["words"]
    # every figure with a unit after it, and every unit word that stands without a figure
    for n in numerals:
        part = _after(page, n)
        if part is not None and page.free(part.first, part.last, lent=True):
            out.append(part)
    taken = {p.at for p in out}
    while i < size:
        if lower[i] in units and i not in taken and i not in by_first and page.taken[i] != TAKEN:
            bare = _bare(page, i)
            if bare is not None and page.free(bare.first, bare.last, lent=True):
                out.append(bare)
        i += 1
    return sorted(out, key=lambda p: p.first)


def _after(page: Page, n: Numeral) -> _Part | None:
    """A numeral and the unit of time after it."""
    table, lower = _table(), page.lower
    glued = hedge_glued(page, n.last)
    j = glued[1] if glued else n.last
    if lower[j] in ("-", "–") and (lower[j + 1] in table["words"] or lower[j + 1] in _BETWEEN):
        j += 1
    if lower[j] in _BETWEEN and lower[j + 1] in table["words"]:
        j += 1
    elif n.form == "fraction" and lower[j] == "of" and lower[j + 1] in _ARTICLES:
        j += 2
    elif lower[j] in ("a", "an") and lower[n.last - 1] == "half":
        j += 1
    elif lower[j] == "of" and (n.form == "vague" or lower[n.last - 1] in ("couple", "dozen")):
        j += 1
    unit = table["words"].get(lower[j])
    if unit is None and n.form == "figures" and page.glued[j] and not (page.glued[j + 1] and lower[j + 1][:1].isalnum() and lower[j] not in ("h", "m")):
        if lower[j] in ("h", "d") or (lower[j] in ("m", "s") and n.first and lower[n.first - 1] in ("h", "m") and page.glued[n.first]):
            unit = table["letters"][lower[j]]
    if unit is None and n.form == "figures" and lower[j] == "h" and lower[j + 1] != "." and page.text[j] == "h":
        unit = "hour"
    if unit is None or (lower[j] in ("min", "sec") and n.form != "figures") or n.value == 0 or lower[j + 1 : j + 4] == ["at", "a", "time"]:
        return None
    last = j + 1
    value = n.value
    if lower[last] == "and" and lower[last + 1] in _ARTICLES and lower[last + 2] in ("half", "quarter") and lower[last + 3] not in table["words"] and lower[last + 3] != "of":
        value += 0.5 if lower[last + 2] == "half" else 0.25
        last += 3
    if lower[last] == "-" and lower[last + 1] in ("long", "old"):
        last += 2 if lower[last + 1] == "long" else 0
    return _Part(n.first, last, value, unit, j, n)


def _bare(page: Page, i: int) -> _Part | None:
    """ "an hour", "another week", "all month", "a month-long": one unit, where it is a length and not a rate or a date."""
    table, lower = _table(), page.lower
    unit = table["words"][lower[i]]
    if lower[i].endswith("s") and lower[i] not in ("hrs",):
        return None
    before = lower[i - 1]
    at = i - 2 if before == "-" else i - 1
    if lower[at] in table["long"]:
        first = at
        if lower[at] == "half":
            return _Part(at, i + 1, 0.5, unit, i, None)
        if lower[at] in ("all", "whole", "entire", "full") and lower[i] in ("second", "minute", "night"):
            return None
        if before == "-" and lower[at] == "full" and page.document.tokens[page.token[i + 1]].pos == "NOUN" and lower[i + 1]:
            return None  # full-year revenue
        if lower[at] == "another" and lower[i + 1] in ("of", "when", "in"):
            return None
        if lower[at - 1] in ("a", "an", "the") and lower[at] in ("full", "whole", "entire", "further"):
            first = at if lower[at - 1] == "the" else at - 1
        return _Part(first, i + 1, 1.0, unit, i, None)
    if before not in ("a", "an") or unit == "second":
        return None
    if lower[i + 1] == "and" and (lower[i + 2][:1].isdigit() or lower[i + 2] in words("numbers")["words"]) and any(w in table["words"] for w in lower[i + 3 : i + 6]):
        return _Part(i - 1, i + 1, 1.0, unit, i, None)
    last, value, fraction = i + 1, 1.0, False
    if lower[last] == "and" and lower[last + 1] in _ARTICLES and lower[last + 2] in ("half", "quarter") and lower[last + 3] != "of":
        value, last, fraction = (1.5 if lower[last + 2] == "half" else 1.25), last + 3, True
    long = lower[i + 1] == "-" and lower[i + 2] == "long"
    prior = lower[i - 2]
    if prior in table["rates"] or prior[:1].isdigit() or page.document.tokens[page.token[i - 2]].pos == "NOUN" and prior not in ("half",) and not fraction:
        return None
    if fraction or long or (prior in table["bare"] and (prior not in ("of", "to", "and", "by", "in") or lower[i + 1] in table["bare_after"] or lower[i + 1] in (".", ",", ""))):
        return _Part(i - 1, last + 2 if long else last, value, unit, i, None)
    if prior in ("", ".") and lower[i + 1] in ("later", "earlier", "ago", "after", "before", "of") or lower[i + 1] in ("later", "earlier", "ago"):
        return _Part(i - 1, last, value, unit, i, None)
    if lower[i] == "fortnight":
        return _Part(i - 1, last, value, unit, i, None)
    return None


def _continues(page: Page, a: _Part, b: _Part) -> bool:
    """b is a further unit of the same length: "an hour and 40 minutes", "1h40m", "five hours, 20 minutes"."""
    table, lower = _table(), page.lower
    if a.unit == b.unit or b.numeral is None and b.figure != 0.5 and lower[b.first] not in ("a", "an"):
        return False
    between = lower[a.last : b.first]
    if between in (["and"], [","], [",", "and"]):
        return bool(table["seconds"][b.unit][0] < table["seconds"][a.unit][0])
    return between == []


def _fact(page: Page, numerals: tuple[Numeral, ...], group: list[_Part], ranged: _Part | None) -> Fact | None:
    table = _table()
    seconds = table["seconds"]
    first, last = group[0].first, (ranged or group[-1]).last
    total = sum(part.figure * seconds[part.unit][0] for part in group)
    unit = group[-1].unit
    rounding = float(seconds[unit][1])
    numeral = group[0].numeral
    step = seconds[unit][0] * (group[-1].numeral.step if group[-1].numeral is not None else 1.0)
    extra = _bare_minutes(page, numerals, group[-1])
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
    k = numerals.index(numeral)
    if k == 0 or not page.free(numerals[k - 1].first, numerals[k - 1].last) or numerals[k - 1].value >= numeral.value:
        return None
    return numerals[k - 1] if joins(page, numerals[k - 1].first, numerals[k - 1].last, numeral.first, own_unit=False) else None


def _bare_minutes(page: Page, numerals: tuple[Numeral, ...], part: _Part) -> Numeral | None:
    """ "2 hours ten", "1h45": minutes without their word."""
    if part.unit != "hour":
        return None
    for n in numerals:
        if n.first == part.last:
            after = page.lower[n.last]
            closed = not after[:1].isalnum() or after in ("later", "long", "after", "before", "from", "to", "in", "at", "on", "and")
            if 1 <= n.value < 60 and n.step == 1 and (closed and not (after in "-%$€£" and after)) and page.free(n.first, n.last):
                return n
        if n.first > part.last:
            break
    return None


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
            return Comparison("agree", "calendar", f"{interval.told(a, shown)} and {interval.told(b, shown)} are one length in calendar terms")
        if not (a.unit == b.unit and a.unit not in ("hour", "minute") and a.exact and b.exact):
            return Comparison("conflict", "rounded-unit", f"{interval.told(a, shown)} and {interval.told(b, shown)} are {shown(gap)} apart, within what the rounder figure leaves open")
    if told.level in ("differs", *_ONE) and a.value is not None and b.value is not None:
        gap = abs(a.value - b.value)
        share = gap / max(a.value, b.value)
        exact = f", both exact to the {a.unit}" if a.unit == b.unit and not slack else ""
        return Comparison("conflict", "differs", f"{shown(a.value)} and {shown(b.value)} are {shown(gap)} ({share:.0%}) apart{exact}", told.hint)
    return told


def shown(seconds: float) -> str:
    """A length for the eye, in the largest unit that needs no fraction: 100 min, 2 h, 9 years."""
    for name, size, least in (("years", 31536000, 31536000), ("months", 2592000, 2592000), ("weeks", 604800, 1209600), ("days", 86400, 86400), ("h", 3600, 3600), ("min", 60, 60)):
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
