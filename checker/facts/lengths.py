"""The parts of a length of time: a figure or an article with its unit."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from checker.facts.hedges import hedge_glued
from checker.facts.numbers import Numeral
from checker.facts.page import TAKEN, Page, words

_ARTICLES = frozenset(("a", "an", "one"))


@dataclass(frozen=True, slots=True)
class Part:
    """A figure with its unit: pieces first..last, the unit word's piece."""

    first: int
    last: int
    figure: float
    unit: str
    at: int
    numeral: Numeral | None


@functools.cache
def time_words() -> dict[str, Any]:
    data = words("duration")
    sets = {name: frozenset(data[name]["before"]) for name in ("bare", "over", "long")}
    sets["between"] = frozenset(data["between"]["words"])
    return {**data, **sets, "bare_after": frozenset(data["bare"]["after"]), "rates": frozenset(data["rates"]["after"])}


def parts_of(page: Page, numerals: tuple[Numeral, ...]) -> list[Part]:
    table, lower = time_words(), page.lower
    out: list[Part] = []
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
            bare = _within(page, i) if lower[i] in table["within"] else _bare(page, i)
            if bare is not None and page.free(bare.first, bare.last, lent=True):
                out.append(bare)
        i += 1
    return sorted(out, key=lambda p: p.first)


def _after(page: Page, n: Numeral) -> Part | None:
    """A numeral and the unit of time after it."""
    table, lower = time_words(), page.lower
    glued = hedge_glued(page, n.last)
    j = glued[1] if glued else n.last
    if lower[j] in ("-", "–") and (lower[j + 1] in table["words"] or lower[j + 1] in table["between"]):
        j += 1
    if lower[j] in table["between"] and lower[j + 1] in table["words"]:
        j += 1
    elif n.form == "fraction" and lower[j] == "of" and lower[j + 1] in _ARTICLES:
        j += 2
    elif (lower[j] in ("a", "an") and lower[n.last - 1] == "half") or (
        lower[j] == "of" and (n.form == "vague" or lower[n.last - 1] in ("couple", "dozen"))
    ):
        j += 1
    unit = table["words"].get(lower[j])
    if unit is None and n.form == "figures" and page.glued[j]:
        ends = not (page.glued[j + 1] and lower[j + 1][:1].isalnum())
        second = lower[n.first - 1] in ("h", "m") and (page.glued[n.first] or lower[n.first - 2].isdigit())  # the 40 of 1h40m
        if (lower[j] == "h" or (page.text[j] == "d" and ends)) or (second and (lower[j] == "m" or (lower[j] == "s" and ends))):
            unit = table["letters"][lower[j]]
    after_minutes = lower[n.first - 1] in ("min", "m") and lower[n.first - 2].isdigit()
    if unit is None and n.form == "figures" and page.text[j] == "s" and after_minutes:
        unit = "second"  # 3 h 41 min 52 s
    if unit is None and n.form == "figures" and lower[j] == "h" and lower[j + 1] != "." and page.text[j] == "h":
        unit = "hour"
    if unit is None or (lower[j] in ("min", "sec") and n.form != "figures") or n.value == 0 or lower[j + 1 : j + 4] == ["at", "a", "time"]:
        return None
    last = j + 1
    value, first = n.value, n.first
    if n.form == "words" and 0 < value < 10 and lower[first - 1] == "and" and words("numbers")["words"].get(lower[first - 2], 0) >= 20:
        value, first = value + words("numbers")["words"][lower[first - 2]], first - 2  # twenty and four hours
    if lower[last : last + 2] == ["and", "half"] and lower[last + 2] not in ("of", "a", "an", "the"):
        value, last = value + 0.5, last + 2
    if (
        lower[last] == "and"
        and lower[last + 1] in _ARTICLES
        and lower[last + 2] in ("half", "quarter")
        and lower[last + 3] not in table["words"]
        and lower[last + 3] != "of"
    ):
        value += 0.5 if lower[last + 2] == "half" else 0.25
        last += 3
    if lower[last] == "-" and lower[last + 1] in ("long", "old"):
        last += 2 if lower[last + 1] == "long" else 0
    return Part(first, last, value, unit, j, n)


def _within(page: Page, i: int) -> Part | None:
    """ "within minutes", "in a matter of hours": less than the next larger unit."""
    lower = page.lower
    if lower[i - 1] == "within":
        first = i
    elif lower[i - 3 : i] == ["a", "matter", "of"]:
        first = i - 3
    else:
        return None
    some = Numeral(i, i + 1, 1.0, 1.0, "vague", None, float(time_words()["within"][lower[i]]))
    return Part(first, i + 1, 1.0, time_words()["words"][lower[i]], i, some)


def _bare(page: Page, i: int) -> Part | None:
    """ "an hour", "another week", "all month", "a month-long": one unit, where it is a length and not a rate or a date."""
    table, lower = time_words(), page.lower
    unit = table["words"][lower[i]]
    if lower[i].endswith("s") and lower[i] not in ("hrs",):
        return None
    before = lower[i - 1]
    at = i - 2 if before == "-" else i - 1
    if lower[at] in table["long"]:
        first = at
        if lower[at] == "half":
            return Part(at, i + 1, 0.5, unit, i, None)
        if lower[at] in ("all", "whole", "entire", "full") and lower[i] in ("second", "minute", "night"):
            return None
        if before == "-" and lower[at] == "full" and page.document.tokens[page.token[i + 1]].pos == "NOUN" and lower[i + 1]:
            return None  # full-year revenue
        if lower[at] == "another" and lower[i + 1] in ("of", "when", "in"):
            return None
        if lower[at - 1] in ("a", "an", "the") and lower[at] in ("full", "whole", "entire", "further"):
            first = at if lower[at - 1] == "the" else at - 1
        return Part(first, i + 1, 1.0, unit, i, None)
    if before not in ("a", "an") or unit == "second":
        return None
    if (
        lower[i + 1] == "and"
        and (lower[i + 2][:1].isdigit() or lower[i + 2] in words("numbers")["words"])
        and any(w in table["words"] for w in lower[i + 3 : i + 6])
    ):
        return Part(i - 1, i + 1, 1.0, unit, i, None)
    last, value, fraction = i + 1, 1.0, False
    if lower[last] == "and" and lower[last + 1] in _ARTICLES and lower[last + 2] in ("half", "quarter") and lower[last + 3] != "of":
        value, last, fraction = (1.5 if lower[last + 2] == "half" else 1.25), last + 3, True
    if lower[last : last + 2] == ["and", "half"] and lower[last + 2] not in ("of", "a", "an", "the"):
        value, last, fraction = 1.5, last + 2, True
    long = lower[i + 1] == "-" and lower[i + 2] == "long"
    prior = lower[i - 2]
    if lower[i + 1 : i + 3] == ["or", "two"]:
        return Part(i - 1, i + 3, 1.0, unit, i, Numeral(i - 1, i + 3, 1.0, 1.0, "vague", 1.0, 2.0))
    if (
        prior in table["rates"]
        or prior[:1].isdigit()
        or (page.document.tokens[page.token[i - 2]].pos == "NOUN" and prior not in ("half",) and not fraction)
    ):
        return None
    if (
        fraction
        or long
        or (
            prior in table["bare"]
            and (prior not in ("of", "to", "and", "by", "in") or lower[i + 1] in table["bare_after"] or lower[i + 1] in (".", ",", ""))
        )
    ):
        return Part(i - 1, last + 2 if long else last, value, unit, i, None)
    if (prior in ("", ".") and lower[i + 1] in ("later", "earlier", "ago", "after", "before", "of")) or lower[i + 1] in (
        "later",
        "earlier",
        "ago",
    ):
        return Part(i - 1, last, value, unit, i, None)
    if lower[i] == "fortnight":
        return Part(i - 1, last, value, unit, i, None)
    return None


def continues(page: Page, a: Part, b: Part) -> bool:
    """b is a further unit of the same length: "an hour and 40 minutes", "1h40m", "five hours, 20 minutes"."""
    table, lower = time_words(), page.lower
    if a.unit == b.unit or (b.numeral is None and b.figure != 0.5 and lower[b.first] not in ("a", "an")):
        return False
    between = lower[a.last : b.first]
    if between in (["and"], [","], [",", "and"]):
        return bool(table["seconds"][b.unit][0] < table["seconds"][a.unit][0])
    return between == []


def bare_minutes(page: Page, numerals: tuple[Numeral, ...], part: Part) -> Numeral | None:
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
