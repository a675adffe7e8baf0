"""Quantities with a physical unit: "28-metre", "7 feet 10 inches", "magnitude 5.1", "15 metres per second", "43 °C"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.facts import interval
from checker.facts.hedges import around, bound, from_to, hedge_glued, joins, spread
from checker.facts.interval import Quantity
from checker.facts.numbers import Numeral
from checker.facts.page import Page
from checker.facts.units import Unit, unit_at, unit_words, weak_is_meant
from checker.model import Comparison, Fact, Scalar, Verdict

LEVELS: dict[str, Verdict] = {**interval.LEVELS, "other-dimension": "unclear", "converted": "agree", "unit-mixed": "conflict"}


@dataclass(frozen=True, slots=True)
class Measure(Quantity):
    """A figure in its printed unit; low and high in that unit too. `si` is the figure in m, m², m³, kg, m/s, K."""

    unit: str | None = None
    dimension: str = "length"
    factor: float = 1.0  # SI per unit; not for temperatures
    loose: float = 0.0

    @property
    def si(self) -> float | None:
        return None if self.value is None else _si(self, self.value)

    def fields(self) -> dict[str, Scalar]:
        return {**Quantity.fields(self), "unit": self.unit, "dimension": self.dimension, "si": interval.plain(self.si)}

    def normal(self) -> str:
        return f"{Quantity.normal(self)} {self.unit or self.dimension}"


def _si(m: Measure, x: float) -> float:
    if m.dimension == "temperature":
        return x + 273.15 if m.unit == "C" else (x - 32) / 1.8 + 273.15 if m.unit == "F" else x
    return x * m.factor


def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """The measures of a page."""
    k = 0
    while k < len(numerals):
        n = numerals[k]
        if page.free(n.first, n.last):
            fact = _quake(page, n) or _with_unit(page, numerals, k)
            if fact is not None:
                yield fact
                yield from _before_change(page, numerals, k, fact)
        k += 1


def _before_change(page: Page, numerals: tuple[Numeral, ...], k: int, fact: Fact) -> Iterator[Fact]:
    """The 30 of "fell from 30 to 20 metres"."""
    left, value = numerals[k - 1] if k else None, fact.value
    assert isinstance(value, Measure)
    if left is None or not page.free(left.first, left.last) or from_to(page, left, numerals[k].first) != "change":
        return
    page.take(left.first, left.last)
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


def _quake(page: Page, n: Numeral) -> Fact | None:
    """ "magnitude 5.1", "a preliminary magnitude of 6.2", "6.4-magnitude", "a 5.1" on the Richter scale."""
    lower = page.lower
    if n.form not in ("figures",) or not 0 < n.value < 11:
        return None
    read = bound(page, n.first, n.last, n.value, n.step)
    at = read.first - 1
    first, last = read.first, read.last
    if lower[at] in ("of", "at", "was", "is", "a") and (lower[at - 1] == "magnitude" or lower[at - 2 : at] == ["richter", "scale"]):
        at -= 1
    j = n.last + 1 if lower[n.last] == "-" else n.last
    if lower[j] == "magnitude":
        head, last = j, j + 1
    elif lower[at] == "magnitude" or (lower[at] == "m" and page.text[at] == "M" and page.glued[n.first]):
        head, first = at, at
    elif (
        lower[j : j + 3] == ["on", "the", "richter"]
        or (lower[j] == "richter")
        or (
            n.step == 0.1
            and lower[n.first - 1] in ("a", "an", "the")
            and lower[n.last] in ("quake", "earthquake", "tremor", "temblor", "aftershock", "-", "on")
            and (lower[n.last] not in ("-", "on") or lower[j] in ("quake", "earthquake", "tremor", "temblor", "aftershock"))
        )
        or (
            n.step == 0.1
            and (lower[n.last] in (",", ".", ";", ":", ")", "and", "by") or lower[n.last] == "")
            and lower[n.first - 1] in ("a", "at", "to", "as")
            and _quake_near(page, n)
        )
    ):
        head = n.first
    else:
        return None
    page.take(first, last)
    a, b = page.tokens(first, last)
    made = Measure(**interval.parts(read.quantity), unit="magnitude", dimension="magnitude", factor=1.0)
    return Fact("measure", page.span(first, last), made, a, b, page.token[head], read.printed)


def _quake_near(page: Page, n: Numeral) -> bool:
    """The sentence speaks of a quake."""
    tokens = page.document.tokens
    sentence = page.document.sentences[tokens[page.token[n.first]].sentence]
    return any(
        tokens[i].lower in ("quake", "earthquake", "tremor", "magnitude", "aftershock", "aftershocks", "richter", "temblor", "seismic")
        for i in range(sentence.first, sentence.last)
    )


def compare(a: Measure, b: Measure, tolerance: Mapping[str, float]) -> Comparison:
    """CASES.md 4.1 row 5: in SI, within the rounding of the coarser figure."""
    if a.dimension != b.dimension:
        if a.value is not None and a.value == b.value:
            return Comparison("conflict", "unit-mixed", f"{say(a)} and {say(b)} are the same figure in two kinds of unit", "unit")
        return Comparison("unclear", "other-dimension", f"{say(a)} is a {a.dimension}, {say(b)} a {b.dimension}")
    if a.unit == b.unit or a.unit is None or b.unit is None:
        return interval.difference(a, b, tolerance, lambda x: f"{interval.shown(round(x, 6))} {a.unit or b.unit or 'degrees'}", coarse=0.05)
    one, other = _in(a), _in(b)
    same_figure = a.value is not None and a.value == b.value
    # the rounding of the coarser figure: half its last digit, or a round figure's half step
    slack = max(_reach(a), _reach(b)) + max(a.loose, b.loose) * abs(one.value or one.low or one.high or 0.0)
    if one.value is not None and other.value is not None and abs(one.value - other.value) <= slack:
        return Comparison("agree", "converted", f"{say(a)} is {say(b)} within rounding")
    gap = interval.gap(one, other)
    if gap is None or gap <= slack:
        return Comparison("agree", "converted", f"{say(a)} allows {say(b)}")
    if same_figure:
        return Comparison("conflict", "unit-mixed", f"{say(a)} and {say(b)} are the same figure in two units", "unit")
    told = interval.difference(one, other, tolerance, lambda x: interval.shown(round(x, 3)))
    if told.verdict == "agree":
        return Comparison("agree", "converted", f"{say(a)} is {say(b)} within rounding")
    close = (
        one.value is not None and other.value is not None and abs(one.value - other.value) <= 0.05 * max(abs(one.value), abs(other.value))
    )
    level = told.level if told.level in interval.NOTES else "round-figure" if close and a.dimension != "temperature" else "differs"
    return Comparison("conflict", level, f"{say(a)} is {_as(a, b)}, not {say(b)}", told.hint)


def _in(m: Measure) -> Quantity:
    def part(x: float | None) -> float | None:
        return None if x is None else _si(m, x)

    size = m.factor if m.dimension != "temperature" else 1 / 1.8 if m.unit == "F" else 1.0
    return Quantity(part(m.value), part(m.low), part(m.high), m.low_open, m.high_open, m.step * size, m.hedge, m.per)


def _reach(m: Measure) -> float:
    """By how much a figure is rounded, in SI: half of its last digit that is not a closing nought, at most 5 % of it."""
    size = m.factor if m.dimension != "temperature" else 1 / 1.8 if m.unit == "F" else 1.0
    value = abs(m.value if m.value is not None else m.high or m.low or 0.0)
    step = m.step
    while value and step < value and abs(value / (step * 10) - round(value / (step * 10))) < 1e-9:
        step *= 10
    reach = step / 2 * size
    return max(m.step / 2 * size, min(reach, 0.05 * value * size)) if m.dimension != "temperature" else m.step * size * 0.6


def _as(m: Measure, like: Measure) -> str:
    """The figure of m in the unit of `like`."""
    value = m.value if m.value is not None else m.low if m.low is not None else m.high or 0.0
    kelvin = _si(m, value)
    if m.dimension == "temperature":
        turned = kelvin - 273.15 if like.unit == "C" else (kelvin - 273.15) * 1.8 + 32 if like.unit == "F" else kelvin
    else:
        turned = kelvin / like.factor
    digits = 1 if abs(turned) < 100 else 0
    return f"{interval.shown(round(turned, digits))} {like.unit}"


def say(m: Measure) -> str:
    return interval.told(m, lambda x: f"{interval.shown(round(x, 6))} {m.unit or 'degrees'}")
