"""Quantities with a physical unit: "28-metre", "7 feet 10 inches", "magnitude 5.1", "15 metres per second", "43 °C"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.facts import interval
from checker.facts.hedges import around, bound, changed_from, from_to, hedge_glued, joins, spread
from checker.facts.interval import Quantity
from checker.facts.measure_value import LEVELS, Measure, compare, say
from checker.facts.numbers import Numeral
from checker.facts.page import Page
from checker.facts.scales import on_a_scale
from checker.facts.units import Unit, one_unit, unit_at, unit_words, weak_is_meant
from checker.model import Fact

__all__ = ["LEVELS", "Measure", "compare", "find", "say"]


def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """The measures of a page."""
    k = 0
    while k < len(numerals):
        n = numerals[k]
        if page.free(n.first, n.last):
            fact = on_a_scale(page, n) or _with_unit(page, numerals, k)
            if fact is not None:
                yield fact
                yield from _before_change(page, numerals, k, fact)
        k += 1
    yield from _with_article(page)


def _with_article(page: Page) -> Iterator[Fact]:
    """ "about a block", "a mile away", "an inch of rain"."""
    for i, word in enumerate(page.lower):
        if word not in ("a", "an") or page.taken[i] or page.lower[i + 1] not in unit_words()["first"]:
            continue
        read = one_unit(page, i)
        if read is None or not page.free(i, read[1]):
            continue
        unit, last, value = read
        bounded = bound(page, i, last, value, 1.0)
        page.take(bounded.first, bounded.last)
        a, b = page.tokens(bounded.first, bounded.last)
        made = Measure(**interval.parts(bounded.quantity), unit=unit.name, dimension=unit.dimension, factor=unit.si, loose=unit.loose)
        yield Fact("measure", page.span(bounded.first, bounded.last), made, a, b, page.token[i + 1], bounded.printed)


def _before_change(page: Page, numerals: tuple[Numeral, ...], k: int, fact: Fact) -> Iterator[Fact]:
    """The 30 of "fell from 30 to 20 metres"."""
    left, value = changed_from(page, numerals, k), fact.value
    assert isinstance(value, Measure)
    if left is None:
        return
    a, b = page.tokens(left.first, left.last)
    made = replace(value, value=left.value, low=left.value, high=left.value, low_open=False, high_open=False, step=left.step, hedge="exact")
    yield Fact("measure", page.span(left.first, left.last), made, a, b, page.token[left.last - 1])


def _with_unit(page: Page, numerals: tuple[Numeral, ...], k: int) -> Fact | None:
    n, lower, table = numerals[k], page.lower, unit_words()
    glued = hedge_glued(page, n.last)
    j = glued[1] if glued else n.last
    bracket = False
    if n.first and page.glued[n.first] and (lower[n.first - 1] == "-" and page.glued[n.first - 1] and lower[n.first - 2][-1:].isalpha()):
        return None
    if lower[j] in ("-", "–"):
        j += 1
    elif lower[j] in ("(", "["):
        j, bracket = j + 1, True
    elif n.form == "fraction" and lower[j] == "of" and lower[j + 1] in ("a", "an"):
        j += 2
    elif (
        (lower[n.last - 1] == "half" and lower[j] in ("a", "an"))
        or (lower[j] == "of" and (n.form == "vague" or n.scaled))
        or (lower[j] in table["between"] and lower[j + 1] in table["first"])
    ):
        j += 1
    if lower[j] == "." and lower[j + 1] in ("caliber", "calibre"):
        j += 1
    read = unit_at(page, j, n)
    quote = None
    if read is None:
        quote = _feet_marks(page, numerals, k)
        if quote is None:
            return None
    if read is not None:
        unit, last = read
        key = page.lower[j]
        if key in table["weak"] and not weak_is_meant(page, n, j, last):
            return None
        if bracket:
            if lower[last] not in (")", "]"):
                return None
            last += 1
    else:
        assert quote is not None
        unit, last = quote
    value, step = n.value, n.step
    below = unit.dimension == "temperature" and lower[last : last + 2] in (["below", "zero"], ["below", "freezing"]) and value > 0
    if below and unit.name != "fahrenheit":
        value, last = -value, last + 2
    if unit.dimension == "temperature" and unit.name == "degree" and _turns(page, n.first, last):
        unit = Unit("degree", "angle", 0.017453292519943295)
    name: str | None = unit.name
    if unit.dimension == "temperature" and unit.name == "degree":
        name = None
    # 7 feet 10 inches, 6-foot-2, 11 stone 4
    if unit.name in ("foot", "stone", "pound", "metre", "mile", "yard") and not bracket:
        value, last, step = _smaller(page, numerals, k, unit, value, last, step)
    read_bound = bound(page, n.first, last, value, step, n)
    quantity, start, end, printed = read_bound.quantity, read_bound.first, read_bound.last, read_bound.printed
    if glued is not None and quantity.exact:
        quantity = around(value, step, glued[0])
    if k:
        left = numerals[k - 1]
        own = unit_at(page, left.last, left)
        left_last = own[1] if own is not None else left.last
        how = joins(page, left.first, left_last, n.first, own_unit=own is not None)
        if own is None and from_to(page, left, n.first) == "range":
            how = "to"
        if how is not None and left.value < n.value and page.free(left.first, left.last) and n.form != "vague":
            outer = bound(page, left.first, last, left.value, left.step)
            quantity, start, end = (
                spread(Quantity(left.value, step=left.step), Quantity(value, step=step), outer.quantity.hedge),
                outer.first,
                last,
            )
            if lower[start - 1] == "between":
                start -= 1
    page.take(start, end)
    a, b = page.tokens(start, end)
    made = Measure(**interval.parts(quantity), unit=name, dimension=unit.dimension, factor=unit.si, loose=unit.loose)
    return Fact("measure", page.span(start, end), made, a, b, page.token[j] if read is not None else page.token[n.first], printed)


def _turns(page: Page, first: int, last: int) -> bool:
    table = unit_words()
    near = [*page.lower[max(0, first - 4) : first], *page.lower[last : last + 3]]
    return any(w in table["turning"] for w in near) and not any(
        w in ("temperature", "temperatures", "heat") for w in page.lower[max(0, first - 8) : last + 6]
    )


def _feet_marks(page: Page, numerals: tuple[Numeral, ...], k: int) -> tuple[Unit, int] | None:
    """5'10" and 10 " long."""
    n, lower, table = numerals[k], page.lower, unit_words()
    if n.form != "figures" or n.step != 1:
        return None
    if (
        lower[n.last] == "'"
        and page.glued[n.last]
        and lower[n.last + 1].isdigit()
        and page.glued[n.last + 1]
        and n.value < 10
        and int(lower[n.last + 1]) < 12
    ):
        return table["long"]["foot"], n.last + 1
    if lower[n.last] == '"' and lower[n.last + 1] in ("long", "wide", "tall", "high", "deep", "thick"):
        return table["long"]["inch"], n.last + 1
    return None


def _smaller(
    page: Page, numerals: tuple[Numeral, ...], k: int, unit: Unit, value: float, last: int, step: float
) -> tuple[float, int, float]:
    """The inches after the feet, the pounds after the stone, the ounces after the pounds."""
    if k + 1 >= len(numerals):
        return value, last, step
    more, lower = numerals[k + 1], page.lower
    gap = lower[last : more.first]
    if gap not in ([], ["-"], ["and"], [","]) or more.step != 1 or not more.value > 0 or numerals[k].step != 1:
        return value, last, step
    part = {"foot": ("inch", 12), "stone": ("pound", 14), "pound": ("ounce", 16), "yard": ("foot", 3)}.get(unit.name)
    own = unit_at(page, more.last, more)
    end = own[1] if own is not None else more.last
    if own is None and lower[more.last] == "-" and lower[more.last + 1] in ("inch", "inches"):
        own, end = unit_at(page, more.last + 1, more), more.last + 2
    inches = lower[more.last] in ("in", "in.", "ins") and (
        page.glued[more.last] or page.glued[numerals[k].last] or lower[more.last + 1] in (".", ")", "")
    )
    if own is None and inches and unit.name == "foot":
        return value + more.value / 12, more.last + 1, step / 12
    if part is not None and more.value < part[1]:
        if own is not None and own[0].name == part[0]:
            return value + more.value / part[1], end, step / part[1]
        if (
            own is None
            and gap in ([], ["-"])
            and unit.name in ("foot", "stone")
            and (gap == ["-"] or not lower[more.last][:1].isalpha() or lower[more.last] in ("tall", "high"))
            and lower[more.last] != "%"
        ):
            close = more.last + 1 if lower[more.last] == '"' and page.glued[more.last] else more.last
            return value + more.value / part[1], close, step / part[1]
    if unit.name == "metre" and own is not None and own[0].name == "centimetre" and more.value < 100:
        return value + more.value / 100, end, 0.01
    return value, last, step
