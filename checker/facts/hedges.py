"""Hedges and bounds: from "at least", "nearly", "-odd", "20 to 30" to an interval around the figure."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from checker.facts.interval import Quantity
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words

_FILLERS = frozenset(("another", "further", "additional", "other", "a", "an", "the"))
_BRINGS = frozenset(("bring", "brings", "brought", "bringing", "pushed", "pushing"))


@dataclass(frozen=True, slots=True)
class Bounded:
    """A quantity with the pieces that its figure and hedge take."""

    first: int
    last: int
    quantity: Quantity
    printed: str | None  # the hedge as printed


@functools.cache
def _phrases() -> tuple[dict[str, str], frozenset[str], dict[str, str], dict[str, str], dict[str, Any]]:
    data = words("hedges")
    ends = frozenset(key.rsplit(" ", 1)[-1] for key in data["before"])
    return data["before"], ends, data["after"], data["glued"], data["width"]


@functools.cache
def _first_after() -> frozenset[str]:
    return frozenset(key.split()[0] for key in words("hedges")["after"])


@functools.cache
def _closing() -> frozenset[str]:
    return frozenset(words("hedges")["closing"]["phrases"])


@functools.cache
def _ranging() -> frozenset[str]:
    return frozenset(words("hedges")["ranging"]["words"])


@functools.cache
def _changing() -> frozenset[str]:
    change = words("percent")["change"]
    return frozenset((*change["up"], *change["down"], *change["other"]))


def hedge_before(page: Page, first: int) -> tuple[str, int] | None:
    """The kind of hedge that ends before a piece, and where it starts."""
    before, ends, _, _, _ = _phrases()
    lower = page.lower
    at = first
    if lower[at - 1] in _FILLERS and lower[at - 1] != "the":
        at -= 1
        if lower[at] in ("further", "additional", "other") and lower[at - 1] in ("a", "an", "the"):
            at -= 1
    elif lower[at - 1] == "the" and lower[at - 2] in ("of", "than"):
        at -= 1
    for end in (first, at) if at != first else (first,):
        if lower[end - 1] not in ends:
            continue
        for length in (5, 4, 3, 2, 1):
            start = end - length
            if start < 0 or "" in lower[start:end]:
                continue
            key = " ".join(lower[start:end])
            kind = before.get(key)
            if kind is None or not page.free(start, end, lent=True):
                continue
            if key == "up to" and any(w in _BRINGS for w in lower[max(0, start - 6) : start]):
                return None
            return kind, start
    return None


def hedge_after(page: Page, last: int) -> tuple[str, int] | None:
    """The kind of hedge that starts at a piece, and where it ends."""
    if page.lower[last] not in _first_after():
        return None
    found = page.phrase(last, _phrases()[2], 4)
    if found is None:
        return None
    after = page.lower[found[1]]
    if found[0] in ("or more", "or less") and after in ("than", "of"):
        return None
    goes_on = bool(after) and after not in ".,;:)\"'" and page.document.tokens[page.token[found[1]]].pos not in ("VERB", "AUX")
    if goes_on and found[0] in _closing():
        return None
    return _phrases()[2][found[0]], found[1]


def hedge_glued(page: Page, last: int) -> tuple[str, int] | None:
    """ "-odd", "-plus", "+" right after the figure."""
    lower = page.lower
    if lower[last] == "+" and page.glued[last]:
        return "low", last + 1
    at = last + 1 if lower[last] == "-" else last
    kind = _phrases()[3].get(lower[at])
    if (
        kind is None
        or (at == last and lower[at] not in ("odd", "plus"))
        or (lower[at] == "plus" and at == last and lower[at + 1][:1].isdigit())
    ):
        return None
    return kind, at + 1


def bound(page: Page, first: int, last: int, value: float, step: float, numeral: Numeral | None = None) -> Bounded:
    """The figure in pieces first..last (with its sign and unit) as an interval, and what its hedge adds to the stretch."""
    if numeral is not None and numeral.form == "vague":
        scale = value / numeral.value if numeral.value else 1.0
        low = None if numeral.low is None else numeral.low * scale
        high = None if numeral.high is None else numeral.high * scale
        before = hedge_before(page, first)
        start = first if before is None or before[0] in ("about",) else before[1]
        return Bounded(start, last, Quantity(None, low, high, False, False, step * scale, "vague"), page.printed(start, numeral.last))
    before, after = hedge_before(page, first), None
    start, end = first, last
    if before is not None:
        kind, start = before
        printed = page.printed(start, first)
    else:
        after = hedge_after(page, last)
        kind = after[0] if after else "exact"
        printed = page.printed(last, after[1]) if after else ""
        end = after[1] if after else last
    if kind == "exact" and numeral is not None and numeral.form == "couple":
        return Bounded(start, end, Quantity(value, value, value * 1.5, step=step, hedge="couple"), page.printed(first, numeral.last))
    return Bounded(start, end, around(value, step, kind), printed or None)


def around(value: float, step: float, kind: str) -> Quantity:
    """The interval that a kind of hedge puts around a figure."""
    width = _phrases()[4]
    if kind == "low":
        return Quantity(value, value, None, step=step, hedge=kind)
    if kind == "above":
        return Quantity(value, value, None, low_open=True, step=step, hedge=kind)
    if kind == "high":
        return Quantity(value, None, value, step=step, hedge=kind)
    if kind == "below":
        return Quantity(value, None, value, high_open=True, step=step, hedge=kind)
    if kind in width:
        below, above = width[kind]
        size = abs(value)
        return Quantity(
            value,
            _neat(value - below * size),
            _neat(value + above * size),
            low_open=kind == "just above",
            high_open=kind == "nearly",
            step=step,
            hedge=kind,
        )
    return Quantity(value, value, value, step=step, hedge=kind)


def _neat(number: float) -> float:
    return float(f"{number:.12g}")


def spread(a: Quantity, b: Quantity, kind: str = "exact") -> Quantity:
    """The range from one figure to another, widened by a hedge before both."""
    low, high = a.value, b.value
    assert low is not None and high is not None
    step = min(a.step, b.step)
    if kind == "about":
        return Quantity(None, _neat(low * 0.85), _neat(high * 1.15), step=step, hedge="range")
    if kind in ("high", "below"):
        return Quantity(None, None, high, step=step, hedge="range")
    if kind in ("low", "above"):
        return Quantity(None, low, None, step=step, hedge="range")
    return Quantity(None, low, high, step=step, hedge="range")


def joins(page: Page, left_first: int, left_last: int, right_first: int, own_unit: bool) -> str | None:
    """How two figures are one range: "between", "to", "-", "or"; None where they are two values.

    own_unit: the left figure has a unit of its own, so that "rose 5 percent to 8 percent" is two values.
    """
    lower = page.lower
    gap = right_first - left_last
    if gap in (2, 3) and lower[left_last : right_first] in (["-", "to"], ["-", "to", "-"]):
        return "to"  # "18- to 24-year-olds", "a 3-to-5-percent cut"
    if gap != 1:
        return None
    word, before = lower[left_last], lower[left_first - 1]
    if word == "and":
        return "between" if before == "between" or (before in _FILLERS and lower[left_first - 2] == "between") else None
    if word in ("-", "–", "—"):
        return "-" if word != "—" or page.glued[left_last] else None
    if word == "to":
        if before == "from" and not own_unit and not _ranging().isdisjoint(lower[left_first - 4 : left_first - 1]):
            return "to"
        return None if before in ("from", "by") or own_unit else "to"
    if word == "or":
        return None if own_unit else "or"
    return None


def from_to(page: Page, left: Numeral, right_first: int) -> str | None:
    """Whether "from 6 to 16" tells a change or leaves a range; None where the figures are not told so."""
    lower = page.lower
    if lower[left.last : right_first] != ["to"] or lower[left.first - 1] != "from":
        return None
    for k in range(left.first - 2, max(left.first - 14, -1), -1):
        if lower[k] in ("", ".", ";", ":"):
            break
        if lower[k] in _changing():
            return "change"
    return "range"


def changed_from(page: Page, numerals: tuple[Numeral, ...], k: int) -> Numeral | None:
    """The figure that a change to numeral k began at, taken: the 30 of "fell from 30 to 20 metres"; None where there is none."""
    left = numerals[k - 1] if k else None
    if left is None or not page.free(left.first, left.last) or from_to(page, left, numerals[k].first) != "change":
        return None
    page.take(left.first, left.last)
    return left
