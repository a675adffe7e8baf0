"""A value is an interval around its printed figure, and two intervals are compared, never two bare numbers.

Sources: CASES.md 4.1 and 4.2. `value` is the printed figure; low and high bound what the words allow (None = unbounded).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from checker.model import Comparison, Scalar, Verdict

LEVELS: dict[str, Verdict] = {
    "not-given": "unclear",
    "rate-and-total": "unclear",
    "same": "agree",
    "within-rounding": "agree",
    "within-bounds": "agree",
    "round-figure": "conflict",
    "touching-bound": "conflict",
    "near-hedge": "conflict",
    "vague-word": "conflict",
    "bound-broken": "conflict",
    "one-digit": "conflict",
    "transposed-digits": "conflict",
    "order-of-magnitude": "conflict",
    "differs": "conflict",
}
NOTES = frozenset(("round-figure", "touching-bound", "near-hedge", "vague-word"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with the interval that its words allow; kinds add their unit or noun."""

    value: float | None = None  # as printed; None where no figure is ("dozens", "20 to 30")
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    step: float = 1.0  # of the last printed digit
    hedge: str = "exact"  # exact, low, above, just above, high, below, nearly, about, range, vague, couple, exactly

    per: str | None = None  # what it is a rate of: day, year, share

    @property
    def exact(self) -> bool:
        return self.hedge in ("exact", "exactly")

    def fields(self) -> dict[str, Scalar]:
        return {
            "value": plain(self.value),
            "low": plain(self.low),
            "high": plain(self.high),
            "low_open": self.low_open,
            "high_open": self.high_open,
            "per": self.per,
        }

    def normal(self) -> str:
        if self.exact and self.value is not None:
            return shown(self.value)
        left, right = "(" if self.low_open or self.low is None else "[", ")" if self.high_open or self.high is None else "]"
        return f"{left}{'' if self.low is None else shown(self.low)},{'' if self.high is None else shown(self.high)}{right}"


def plain(number: float | None) -> int | float | None:
    """A whole number as an int, so that JSON prints 12 and not 12.0."""
    if number is None:
        return None
    if -1e11 < number < 1e11 and number == int(number):
        return int(number)
    number = float(f"{number:.12g}")
    return int(number) if number.is_integer() and abs(number) < 1e18 else number


def shown(number: float) -> str:
    """A figure for the eye: 1,200 and 3.25."""
    figure = plain(number)
    return f"{figure:,}" if figure is not None else ""


def difference(
    a: Quantity, b: Quantity, tolerance: Mapping[str, float], say: Callable[[float], str] = shown, coarse: float = 0.05,
    say_gap: Callable[[float], str] | None = None,
) -> Comparison:
    """The ladder for two quantities in one unit; `say` words a figure with its unit, `say_gap` how far two are apart.

    tolerance: `relative` widens what counts as the same figure; `about` is the outer edge of "about" (0.2), beyond it a gap is plain.
    """
    found = _ladder(a, b, tolerance, say, coarse, say_gap or say)
    if found.verdict != "conflict" or a.per == b.per:
        return found
    rate, other = (a.per, b.per) if a.per else (b.per, a.per)
    against = f"a figure per {other}" if other else "one without a rate"
    return Comparison("unclear", "rate-and-total", f"a figure per {rate} against {against}")


def _ladder(
    a: Quantity, b: Quantity, tolerance: Mapping[str, float], say: Callable[[float], str], coarse: float, say_gap: Callable[[float], str]
) -> Comparison:
    if not _given(a) or not _given(b):
        return Comparison("unclear", "not-given", "one side gives no figure")
    told_a, told_b = told(a, say), told(b, say)
    slack = tolerance.get("relative", 0.0)
    if a.value is not None and b.value is not None:
        gap = abs(a.value - b.value)
        top = max(abs(a.value), abs(b.value))
        if gap <= slack * top + 1e-9 * top:
            if a.exact and b.exact:
                return Comparison("agree", "same", f"both say {told_a}")
            if _touching(a, b) and gap <= 1e-9 * top:
                return Comparison("conflict", "touching-bound", f"{told_a} does not include {told_b} itself")
            return Comparison("agree", "within-bounds", f"{told_a} allows {told_b}")
    if a.exact and b.exact and a.value is not None and b.value is not None:
        return _exact(a, b, told_a, told_b, say, coarse, say_gap)
    apart = _apart(a, b)
    if apart is None:
        return Comparison("agree", "within-bounds", f"{told_a} allows {told_b}")
    if apart == 0:
        return Comparison("conflict", "touching-bound", f"{told_a} ends where {told_b} begins")
    size = max(abs(x) for x in (a.low, a.high, b.low, b.high) if x is not None)
    if apart <= slack * size:
        return Comparison("agree", "within-bounds", f"{told_a} allows {told_b} within the tolerance")
    if {"vague", "couple"} & {a.hedge, b.hedge}:
        more, less = (told_a, told_b) if _below(b, a) else (told_b, told_a)
        return Comparison("conflict", "vague-word", f"{more} is more than {less} would be called")
    outer = tolerance.get("about", 0.2)
    if {"about", "nearly", "just above"} & {a.hedge, b.hedge} and _near(a, b, outer):
        return Comparison("conflict", "near-hedge", f"{told_a} and {told_b} are a little further apart than the wording allows")
    hint = _slip(a.value, b.value)
    if hint == "order of magnitude":
        return Comparison(
            "conflict", "order-of-magnitude", f"{told_a} and {told_b} differ by a factor of {_factor(a.value, b.value)}", hint
        )
    return Comparison("conflict", "bound-broken", f"{told_a} does not allow {told_b}", hint)


def _exact(
    a: Quantity, b: Quantity, told_a: str, told_b: str, say: Callable[[float], str], coarse: float, say_gap: Callable[[float], str]
) -> Comparison:
    assert a.value is not None and b.value is not None
    gap, top = abs(a.value - b.value), max(abs(a.value), abs(b.value))
    rough, fine = (a, b) if a.step >= b.step else (b, a)
    assert rough.value is not None and fine.value is not None
    rounds = abs(fine.value - rough.value) <= rough.step / 2 * (1 + 1e-9)
    if rough.step > fine.step and rounds:
        if gap <= coarse * top:
            return Comparison("agree", "within-rounding", f"{say(fine.value)} rounds to {say(rough.value)}")
        return Comparison("conflict", "round-figure", f"{say(fine.value)} rounds to {say(rough.value)}, but they are {gap / top:.0%} apart")
    if gap <= 1e-9 * top:
        return Comparison("agree", "same", f"both say {told_a}")
    for one, other in ((a, b), (b, a)):
        assert one.value is not None and other.value is not None
        unit = _zeros(one.value)
        if unit >= 100 and _zeros(other.value) < unit and abs(one.value - other.value) <= unit / 2 and gap <= 0.1 * top:
            return Comparison("conflict", "round-figure", f"{say(one.value)} may be a round figure for {say(other.value)}")
    hint = _slip(a.value, b.value)
    because = f"{told_a} and {told_b} are {say_gap(gap)} apart"
    if say_gap is say and gap / top >= 0.005:
        because += f" ({gap / top:.0%})"
    if hint == "order of magnitude":
        return Comparison(
            "conflict", "order-of-magnitude", f"{told_a} and {told_b} differ by a factor of {_factor(a.value, b.value)}", hint
        )
    level = {"transposed digits": "transposed-digits", "one digit differs": "one-digit"}.get(hint or "", "differs")
    return Comparison("conflict", level, because, hint)


def parts(q: Quantity) -> dict[str, Any]:
    """The fields of a Quantity, to build a kind's own value from."""
    return {
        "value": q.value,
        "low": q.low,
        "high": q.high,
        "low_open": q.low_open,
        "high_open": q.high_open,
        "step": q.step,
        "hedge": q.hedge,
        "per": q.per,
    }


def gap(a: Quantity, b: Quantity) -> float | None:
    """How far apart two values are: between their figures if both are exact, else between their intervals; None where these meet."""
    if a.exact and b.exact and a.value is not None and b.value is not None:
        return abs(a.value - b.value)
    return _apart(a, b)


def told(q: Quantity, say: Callable[[float], str] = shown) -> str:
    """The value with its bound in words: "at least 12", "between 20 and 30"."""
    if q.hedge == "range" and q.low is not None and q.high is not None:
        return f"{say(q.low)} to {say(q.high)}"
    if q.value is None:
        return f"at least {say(q.low)}" if q.low is not None else f"at most {say(q.high or 0.0)}"
    word = {
        "low": "at least ",
        "above": "more than ",
        "just above": "just over ",
        "high": "at most ",
        "below": "less than ",
        "nearly": "nearly ",
        "about": "about ",
        "couple": "a couple, ",
    }
    return word.get(q.hedge, "") + say(q.value)


def _given(q: Quantity) -> bool:
    return q.low is not None or q.high is not None or q.value is not None


def _touching(a: Quantity, b: Quantity) -> bool:
    """An open bound against the bare figure itself: "more than 200" and 200."""
    for one, other in ((a, b), (b, a)):
        if other.exact and one.hedge in ("above", "just above", "below", "nearly"):
            return True
    return {a.hedge, b.hedge} in (
        {"above", "below"},
        {"above", "nearly"},
        {"just above", "below"},
        {"just above", "nearly"},
        {"above", "high"},
        {"below", "low"},
        {"nearly", "low"},
    )


def _apart(a: Quantity, b: Quantity) -> float | None:
    """None where the intervals meet, else the gap between them; 0 where they touch at an open end."""
    lower, upper = (b, a) if _below(b, a) else (a, b)
    if lower.high is None or upper.low is None:
        return None
    # a printed figure stands for its rounding, so its step belongs to the interval
    reach = (lower.step / 2 if lower.exact and lower.step < 1 else 0.0) + (upper.step / 2 if upper.exact and upper.step < 1 else 0.0)
    gap = upper.low - lower.high - reach
    if gap > 1e-9 * max(abs(upper.low), abs(lower.high)):
        return gap
    if abs(upper.low - lower.high) <= 1e-9 * abs(upper.low) and (lower.high_open or upper.low_open):
        return 0.0
    return None


def _below(a: Quantity, b: Quantity) -> bool:
    """a lies below b."""
    return a.high is not None and b.low is not None and (a.high < b.low or (a.high == b.low and (a.low is None or a.low < b.low)))


def _near(a: Quantity, b: Quantity, outer: float) -> bool:
    """The figures are within the outer edge of a hedge."""
    for one, other in ((a, b), (b, a)):
        if one.hedge in ("about", "nearly", "just above") and one.value is not None:
            for edge in (other.value, other.low, other.high):
                if edge is not None and abs(edge - one.value) <= outer * abs(one.value) * (1 + 1e-9):
                    return True
    return False


def _zeros(value: float) -> float:
    """The power of ten that a whole figure is round to: 1,200 -> 100."""
    if not float(value).is_integer() or value == 0:
        return 0.0
    unit = 1
    whole = int(abs(value))
    while whole % (unit * 10) == 0:
        unit *= 10
    return float(unit)


def _factor(a: float | None, b: float | None) -> str:
    big, small = max(abs(a or 0), abs(b or 0)), min(abs(a or 0), abs(b or 0))
    return shown(10.0 ** round(math.log10(big / small))) if small else "many"


def _slip(a: float | None, b: float | None) -> str | None:
    """What a keyboard or an ear does to a figure, where it is one."""
    if a is None or b is None or a == b:
        return None
    if a and b and a * b > 0:
        power = math.log10(abs(a) / abs(b))
        if abs(power) > 0.9 and abs(power - round(power)) < 0.01:
            return "order of magnitude"
    one, other = _digits(a), _digits(b)
    if len(one) == len(other) >= 2 and one[0] != "0":
        unlike = [k for k in range(len(one)) if one[k] != other[k]]
        if len(unlike) == 2 and unlike[1] == unlike[0] + 1 and one[unlike[0]] == other[unlike[1]] and one[unlike[1]] == other[unlike[0]]:
            return "transposed digits"
        if len(unlike) == 1 and len(one.rstrip("0")) >= 3:
            return "one digit differs"
    return None


def _digits(value: float) -> str:
    return f"{abs(value):.6f}".rstrip("0").replace(".", "") if not float(value).is_integer() else str(int(abs(value)))
