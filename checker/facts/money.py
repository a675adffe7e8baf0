"""Sums of money: "$1.2bn", "EUR 4.7-4.9 billion", "five million yen", "thirteen dollars and forty-five cents"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.facts import interval
from checker.facts.currency import Sum, currencies, sum_at
from checker.facts.hedges import around, bound, hedge_glued, joins, spread
from checker.facts.interval import Quantity
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words
from checker.model import Comparison, Fact, Scalar, Verdict

LEVELS: dict[str, Verdict] = {**interval.LEVELS, "other-currency": "unclear"}


@dataclass(frozen=True, slots=True)
class Money(Quantity):
    """A sum; `unit` is ISO 4217, None where the words leave the currency open; `name` the currency as printed."""

    unit: str | None = None
    name: str | None = None

    def fields(self) -> dict[str, Scalar]:
        return {**Quantity.fields(self), "unit": self.unit}

    def normal(self) -> str:
        return f"{Quantity.normal(self)} {self.unit or self.name or ''}".strip()


def signs() -> frozenset[str]:
    """Currency signs that must stay whole when a text is cut into pieces."""
    return frozenset(words("money")["symbols"])


def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """The sums of money of a page."""
    k = 0
    while k < len(numerals):
        read = sum_at(page, numerals, k)
        if read is None:
            k += 1
            continue
        yield _fact(page, numerals, k, read)
        k += 1
        while k < len(numerals) and numerals[k].first < read.last:
            k += 1


def _fact(page: Page, numerals: tuple[Numeral, ...], k: int, read: Sum) -> Fact:
    first, last = read.first, read.last
    value, step, unit = read.value, read.step, read.unit
    bounded = bound(page, first, last, value, step, read.numeral)
    quantity, start = bounded.quantity, bounded.first
    glued = hedge_glued(page, last)
    if glued is not None and quantity.exact:
        quantity = around(value, step, glued[0])
    if k:
        left = numerals[k - 1]
        left_first = left.first
        if page.lower[left.first - 1] in currencies()["symbols"] or page.lower[left.first - 1] in currencies()["codes"]:
            left_first -= 1
        letter, left_last = _own_scale(page, left)  # "between 2m and 3m euros"
        how = joins(page, left_first, left_last, first, own_unit=False)
        if how and page.free(left_first, left_last) and read.numeral.form != "vague":
            # "4.7-4.9 billion": the scale belongs to both
            scale = letter if left_last > left.last else _shared_scale(left, read)
            if 0 < left.value * scale < value:
                outer = bound(page, left_first, last, left.value * scale, left.step * scale)
                quantity = spread(Quantity(left.value * scale, step=left.step * scale), Quantity(value, step=step), outer.quantity.hedge)
                start = outer.first
                if page.lower[start - 1] == "between":
                    start -= 1
    if k + 1 < len(numerals) and quantity.exact:
        right = numerals[k + 1]
        signed = page.lower[right.first - 1] == page.lower[first] and page.lower[first] in currencies()["symbols"]
        how = joins(page, first, last, right.first - 1 if signed else right.first, own_unit=True)
        if how in ("-", "between") and page.free(right.first, right.last) and (right.value > read.numeral.value or right.scaled):
            scale, end = _own_scale(page, right)
            high = right.value * scale
            low = (
                value
                if read.numeral.scaled or read.value != read.numeral.value or not right.scaled
                else value * (high / right.value if right.value < 1000 else _word_scale(page, right))
            )
            if low < high:
                quantity, last = spread(Quantity(low, step=step), Quantity(high, step=right.step * scale), bounded.quantity.hedge), end
                if page.lower[start - 1] == "between":
                    start -= 1
    page.take(start, max(last, bounded.last))
    end = max(last, bounded.last)
    a, b = page.tokens(start, end)
    if unit is None and read.name == "$":
        unit = currencies()["homes"].get((page.document.report.dateline_place or "").lower())
    return Fact(
        "money",
        page.span(start, end),
        Money(**interval.parts(quantity), unit=unit, name=read.name),
        a,
        b,
        page.token[read.at],
        bounded.printed,
    )


def _shared_scale(left: Numeral, read: Sum) -> float:
    if left.scaled:
        return 1.0
    scale = read.value / read.numeral.value if read.numeral.value else 1.0
    number = read.numeral
    if number.scaled and number.step >= 1:
        for size in (1e12, 1e9, 1e6, 1e3):
            if number.value >= size:
                return size
    return scale


def _word_scale(page: Page, n: Numeral) -> float:
    for size in (1e12, 1e9, 1e6, 1e3):
        if n.scaled and n.value >= size:
            return size
    return 1.0


def _own_scale(page: Page, n: Numeral) -> tuple[float, int]:
    """The "m" or "b" glued to a figure as a factor, and where it ends."""
    letter = page.lower[n.last]
    if letter in ("m", "b") and page.glued[n.last] and not n.scaled and n.form == "figures":
        return float(words("numbers")["letter_scales"][letter]), n.last + 1
    return 1.0, n.last


def compare(a: Money, b: Money, tolerance: Mapping[str, float]) -> Comparison:
    """CASES.md 4.1 row 3, 4.2 row 30, default (d): two currencies are unclear without a rate."""
    if (a.unit and b.unit and a.unit != b.unit) or ((a.unit is None or b.unit is None) and _other_name(a, b)):
        return Comparison(
            "unclear", "other-currency", f"{a.unit or a.name} and {b.unit or b.name} are two currencies, and the reports give no rate"
        )
    unit = a.unit or b.unit or a.name or ""
    return interval.difference(a, b, tolerance, lambda x: f"{unit} {short(x)}" if unit.isalpha() else f"{unit}{short(x)}")


def _other_name(a: Money, b: Money) -> bool:
    """An open "$" may be any dollar, "rupees" those of India; "20 billion francs" no dollar."""

    def meant(x: Money) -> frozenset[str]:
        if x.unit:
            return frozenset((x.unit,))
        may_be, name = currencies()["may_be"], x.name or ""
        name = name if name in may_be else name.rstrip("s.")
        name = "dollar" if name in ("cent", "buck") else name
        return frozenset(may_be.get(name, (name,)))

    return not meant(a) & meant(b)


def short(value: float) -> str:
    """1,200,000,000 as 1.2 billion."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{interval.shown(round(value / size, 6))} {name}"
    return interval.shown(value)
