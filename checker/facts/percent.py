"""Shares and rates: "12.5%", "6.2 per cent", "25 basis points", "a third", "one in five"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.facts import interval
from checker.facts.hedges import bound, changed_from, from_to, joins, spread
from checker.facts.interval import Quantity
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words
from checker.model import Comparison, Fact, Scalar, Verdict

LEVELS: dict[str, Verdict] = {
    **interval.LEVELS,
    "unit-mixed": "conflict",
    "level-or-change": "conflict",
    "two-scales": "unclear",
    "direction": "unclear",
}


@dataclass(frozen=True, slots=True)
class Percent(Quantity):
    """12.5 for 12.5 %; `unit` is percent or point, `role` level or change, `way` up or down where the text says so."""

    unit: str = "percent"
    role: str | None = None
    way: str | None = None
    of: str | None = None
    share: bool = False  # a proportion in words, so a count stands on the same words

    def fields(self) -> dict[str, Scalar]:
        return {**Quantity.fields(self), "unit": self.unit, "role": self.role, "direction": self.way, "of": self.of}

    def normal(self) -> str:
        return Quantity.normal(self) + (" points" if self.unit == "point" else "%")


@functools.cache
def _table() -> dict[str, Any]:
    data = words("percent")
    first = frozenset(unit.split()[0] for unit in data["units"])
    return {"units": data["units"], "first": first, "up": frozenset(data["change"]["up"]), "down": frozenset(data["change"]["down"]),
        "after_up": frozenset(data["after"]["up"]), "after_down": frozenset(data["after"]["down"]),
    }


def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """The percentages and points of a page."""
    for k, n in enumerate(numerals):
        if not page.free(n.first, n.last):
            continue
        if _idiom(page, n):
            page.take(n.first, n.last)
            continue
        fact = _percent(page, numerals, k) or _percents_of(page, n)
        if fact is not None:
            yield fact
            yield from _before_change(page, numerals, k, fact)


def _idiom(page: Page, n: Numeral) -> bool:
    """ "100 percent sure" measures nothing."""
    if n.value not in (100, 110, 150, 200, 1000):
        return False
    sure = words("percent")["idioms"]["after"]
    return page.lower[n.last + 1] in sure or (page.lower[n.last : n.last + 2] == ["per", "cent"] and page.lower[n.last + 2] in sure)


def _before_change(page: Page, numerals: tuple[Numeral, ...], k: int, fact: Fact) -> Iterator[Fact]:
    """The 16 of "rises from 16 to 18 percent"."""
    left, value = changed_from(page, numerals, k), fact.value
    assert isinstance(value, Percent)
    if left is None:
        return
    a, b = page.tokens(left.first, left.last)
    made = Percent(left.value, left.value, left.value, step=left.step, unit=value.unit, role="level", way=value.way)
    yield Fact("percent", page.span(left.first, left.last), made, a, b, page.token[left.last - 1])


def _unit(page: Page, j: int) -> tuple[str, float, int] | None:
    table = _table()["units"]
    if page.lower[j] in ("-", "–") and page.lower[j + 1] in ("percent", "per", "percentage", "basis", "point", "pct"):
        j += 1
    if page.lower[j] == "-" and page.lower[j + 1] == "percentage":
        j += 1
    key = page.lower[j]
    if key not in _table()["first"] or (key == "pc" and not page.glued[j]):
        return None
    if page.lower[j + 1] == "-" and page.lower[j + 2] in ("point", "points"):
        return "point", 0.01 if key == "basis" else 1.0, j + 3
    for length in (3, 2, 1):
        phrase = " ".join(page.lower[j : j + length])
        if phrase in table:
            kind, factor = table[phrase]
            return kind, factor, j + length
    return None


def _percent(page: Page, numerals: tuple[Numeral, ...], k: int) -> Fact | None:
    n = numerals[k]
    j = n.last
    # "a quarter of a percentage point"
    if n.form == "fraction" and page.lower[j] == "of" and page.lower[j + 1] in ("a", "one"):
        j += 2
    elif page.lower[n.last - 1] == "half" and page.lower[j] in ("a", "of"):
        j += 1
    unit = _unit(page, j) or (_part_of_a_point(page, n, j) if n.form == "fraction" else None)
    if unit is None:
        return None
    kind, factor, last = unit
    value, step = n.value * factor, n.step * factor
    read = bound(page, n.first, last, value, step, n)
    quantity, start = read.quantity, read.first
    left = numerals[k - 1] if k else None
    how = None
    if left is not None and left.value < n.value:
        own = _unit(page, left.last)
        left_last = own[2] if own is not None else left.last
        how = joins(page, left.first, left_last, n.first, own_unit=own is not None)
        if own is None and from_to(page, left, n.first) == "range":
            how = "to"
        if how is not None and (page.free(left.first, left.last) or how == "between" or (how == "-" and own is not None)):
            outer = bound(page, left.first, last, left.value * factor, left.step * factor)
            quantity, start = (
                spread(Quantity(left.value * factor, step=left.step * factor), Quantity(value, step=step), outer.quantity.hedge),
                outer.first,
            )
            if page.lower[start - 1] == "between":
                start -= 1
    role, way = _role(page, start, read.last)
    page.take(start, read.last)
    a, b = page.tokens(start, read.last)
    return Fact(
        "percent",
        page.span(start, read.last),
        Percent(**interval.parts(quantity), unit=kind, role=role, way=way),
        a,
        b,
        page.token[last - 1],
        read.printed,
    )


def _part_of_a_point(page: Page, n: Numeral, j: int) -> tuple[str, float, int] | None:
    """ "a quarter-point cut", "a tenth of a point" where the sentence speaks of rates; of a match or a market it is no percentage."""
    if page.lower[j] == "-":
        j += 1
    if page.lower[j] not in ("point", "points"):
        return None
    sentence = page.document.sentences[page.document.tokens[page.token[n.first]].sentence]
    rates = words("percent")["rates"]["words"]
    told = any(t.lower in rates for t in page.document.tokens[sentence.first : sentence.last])
    return ("point", 1.0, j + 1) if told else None


def _role(page: Page, start: int, end: int) -> tuple[str | None, str | None]:
    """Whether the figure is a level ("rose to 5%") or a change ("rose by 5%", "up 5%"), and which way."""
    table, lower = _table(), page.lower
    way = None
    steps = 0
    for k in range(start - 1, max(start - 8, -1), -1):
        word = lower[k]
        if word in ("", ".", ";", ":", ",") or word[:1].isdigit():
            break
        if word in table["up"] or word in table["down"]:
            way = "up" if word in table["up"] else "down"
            steps = start - k
            break
    after = lower[end]
    if after in table["after_up"] or after in table["after_down"]:
        return "change", "up" if after in table["after_up"] else "down"
    before = lower[start - 1]
    if before == "by":
        return ("change", way) if way else (None, None)
    if before == "to":
        return ("level", way) if way else (None, None)
    if way and steps <= 2:
        return "change", way
    return None, None


def _percents_of(page: Page, n: Numeral) -> Fact | None:
    """ "percents of twenty"."""
    lower = page.lower
    first = n.first - 2
    alone = lower[first] in ("percent", "cent", "percentage", "percentages") and lower[n.last] == ""
    if lower[n.first - 1] != "of" or not (lower[first] in ("percents", "cents") or (alone and lower[first - 1] in ("", "per"))):
        return None
    if lower[first] in ("cents", "cent"):
        first -= 1
        if lower[first] != "per":
            return None
    page.take(first, n.last)
    a, b = page.tokens(first, n.last)
    return Fact("percent", page.span(first, n.last), Percent(n.value, n.value, n.value, step=n.step), a, b, page.token[n.first])


def compare(a: Percent, b: Percent, tolerance: Mapping[str, float]) -> Comparison:
    """CASES.md 4.1 rows 7, 8 and 4.2 rows 31, 32."""
    same = a.value is not None and b.value is not None and abs(a.value - b.value) < 1e-9
    if a.unit != b.unit:
        if same and "level" not in (a.role, b.role):
            return Comparison("conflict", "unit-mixed", f"{say(a)} and {say(b)} are two units: percent and percentage points", "unit")
        return Comparison("unclear", "two-scales", f"{say(a)} and {say(b)} are on two scales: percent and percentage points")
    if a.role and b.role and a.role != b.role:
        if same:
            return Comparison(
                "conflict", "level-or-change", f"{say(a)} is a {a.role} on one side and a {b.role} on the other", "level vs change"
            )
        return Comparison("unclear", "two-scales", f"{say(a)} is a {a.role}, {say(b)} a {b.role}")
    if a.way and b.way and a.way != b.way:
        return Comparison("unclear", "direction", f"{say(a)} goes {a.way}, {say(b)} goes {b.way}")
    return interval.difference(a, b, tolerance, _shown_points if a.unit == "point" else _shown, say_gap=_shown_points)


def say(value: Percent) -> str:
    return interval.told(value, _shown_points if value.unit == "point" else _shown)


def _shown(number: float) -> str:
    return f"{interval.shown(round(number, 4))}%"


def _shown_points(number: float) -> str:
    return f"{interval.shown(round(number, 4))} points"
