"""An age as a quantity in its printed unit, and what two ages say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.facts import interval
from checker.facts.interval import Quantity
from checker.model import Comparison, Scalar, Verdict

LEVELS: dict[str, Verdict] = dict(interval.LEVELS)
_UNITS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365, "day": 1 / 365}


@dataclass(frozen=True, slots=True)
class Age(Quantity):
    """An age in its printed unit: year, month, week or day."""

    unit: str = "year"

    def fields(self) -> dict[str, Scalar]:
        return {**Quantity.fields(self), "unit": self.unit}

    def normal(self) -> str:
        return f"{Quantity.normal(self)} {self.unit}"


def compare(a: Age, b: Age, tolerance: Mapping[str, float]) -> Comparison:
    """Ages of one person at one time; months and weeks are compared with years as shares of one."""
    if a.unit == b.unit:
        return interval.difference(a, b, tolerance, interval.shown, coarse=0.0, say_gap=lambda x: _years(x, a.unit))
    return interval.difference(
        _in_years(a),
        _in_years(b),
        {**tolerance, "relative": max(tolerance.get("relative", 0.0), 0.02)},
        lambda x: f"{interval.shown(round(x, 2))} years",
    )


def _years(number: float, unit: str) -> str:
    return f"{interval.shown(number)} {unit}{'' if number == 1 or unit.endswith('s') else 's'}"


def _in_years(value: Age) -> Quantity:
    factor = _UNITS[value.unit]

    def part(x: float | None) -> float | None:
        return None if x is None else x * factor

    return Quantity(part(value.value), part(value.low), part(value.high), value.low_open, value.high_open, value.step * factor, value.hedge)
