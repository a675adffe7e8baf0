"""A figure with its unit, and what two of them say of each other: CASES.md 4.1 row 5."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.facts import interval
from checker.facts.interval import Quantity
from checker.model import Comparison, Scalar, Verdict

LEVELS: dict[str, Verdict] = {**interval.LEVELS, "other-dimension": "unclear", "converted": "agree", "unit-mixed": "conflict"}


_SIGNS = {"C": "°C", "F": "°F", "K": "K"}
_NO_PLURAL = frozenset(("stone", "hundredweight", "horsepower", "magnitude", "calibre", "hertz"))


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


def compare(a: Measure, b: Measure, tolerance: Mapping[str, float]) -> Comparison:
    """CASES.md 4.1 row 5: in SI, within the rounding of the coarser figure."""
    if a.dimension != b.dimension:
        if a.value is not None and a.value == b.value:
            return Comparison("conflict", "unit-mixed", f"{say(a)} and {say(b)} are the same figure in two kinds of unit", "unit")
        return Comparison("unclear", "other-dimension", f"{say(a)} is a {a.dimension}, {say(b)} a {b.dimension}")
    if a.unit == b.unit or a.unit is None or b.unit is None:
        return interval.difference(a, b, tolerance, lambda x: _figure(round(x, 6), a.unit or b.unit), coarse=0.05)
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
    return _figure(round(turned, digits), like.unit)


def say(m: Measure) -> str:
    return interval.told(m, lambda x: _figure(round(x, 6), m.unit))


def _figure(number: float, unit: str | None) -> str:
    """The figure with its unit as it is printed: "6.9 feet", "1 metre", "43 °C"."""
    if unit is None or unit == "degree":
        return f"{interval.shown(number)} degrees"
    if unit in _SIGNS or number == 1 or unit in _NO_PLURAL:
        return f"{interval.shown(number)} {_SIGNS.get(unit, unit)}"
    thing, per, of = unit.partition(" per ")
    many = f"{thing[:-4]}feet" if thing.endswith("foot") else thing + ("es" if thing.endswith("ch") else "" if thing.endswith("s") else "s")
    return f"{interval.shown(number)} {many}{per}{of}"
