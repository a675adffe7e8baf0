"""How old: "43-year-old", "Jane Doe, 34,", "aged 58", "of 51 years", "in her fifties"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.facts import interval
from checker.facts.hedges import around, bound, joins, spread
from checker.facts.interval import Quantity
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words
from checker.model import Comparison, Fact, Scalar, Verdict

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


@functools.cache
def _table() -> dict[str, Any]:
    data = words("age")
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in data.items()}


def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """The ages of a page."""
    for k, n in enumerate(numerals):
        if page.free(n.first, n.last) and 0 <= n.value < 10000 and n.form != "fraction":
            fact = _old(page, numerals, k) or _aged(page, numerals, k) or _beside_name(page, n) or _is(page, n)
            if fact is not None:
                yield fact
    yield from _birthdays(page)


def _old(page: Page, numerals: tuple[Numeral, ...], k: int) -> Fact | None:
    """ "43-year-old", "ten months old", "87 yo", "3 years of age", "of 51 years"."""
    n, lower, table = numerals[k], page.lower, _table()
    j = n.last
    if lower[j] == "-":
        j += 1
    if lower[j] in ("yo", "y.o.") and (lower[j + 1] != "-"):
        return _fact(page, numerals, k, j + 1, "year")
    if lower[j : j + 3] == ["y", "/", "o"]:
        return _fact(page, numerals, k, j + 3, "year")
    if lower[j] == "plus" or lower[j] == "odd":
        j += 2 if lower[j + 1] == "-" else 1
    unit = table["units"].get(lower[j])
    if unit is None:
        return None
    end = j + 1
    if lower[end] == "and" and lower[end + 1] == "a" and lower[end + 2] == "half" and lower[end + 3] == "old":
        return _fact(page, numerals, k, end + 4, unit, 0.5)
    if lower[end] in ("-", "–"):
        end += 1
    if lower[end] in ("old", "olds"):
        return _fact(page, numerals, k, end + 1, unit)
    if lower[j + 1] == "of" and lower[j + 2] == "age":
        return _fact(page, numerals, k, j + 3, unit)
    if (
        lower[n.first - 1] == "of"
        and unit == "year"
        and _person_before(page, n.first - 1)
        and lower[j + 1] in (",", ".", ")", ";", "who", "from", "")
    ):
        return _fact(page, numerals, k, j + 1, unit, start=n.first - 1)
    return None


def _aged(page: Page, numerals: tuple[Numeral, ...], k: int) -> Fact | None:
    """ "aged 58", "age 12", "age of 12", "at age 58", "turns 56", "a girl of two"."""
    n, lower = numerals[k], page.lower
    outer = bound(page, n.first, n.last, n.value, n.step)
    before = outer.first - 1
    if n.value > 125 or n.form == "vague" or n.step != 1:
        return None
    if (
        lower[before] == "between"
        and lower[before - 1] in ("aged", "age", "ages")
        and k + 1 < len(numerals)
        and joins(page, n.first, n.last, numerals[k + 1].first, False) == "between"
    ):
        return _ranged(page, numerals, k, before - 1)
    if lower[before] == "between" or (k and joins(page, numerals[k - 1].first, numerals[k - 1].last, n.first, False)):
        return None
    follow = page.document.tokens[page.token[n.last]] if lower[n.last] else None
    if lower[before] in ("aged", "age", "ages"):
        start = before
        if k + 1 < len(numerals) and (to := joins(page, n.first, n.last, numerals[k + 1].first, False)):
            return _ranged(page, numerals, k, start) if to != "or" else _fact(page, numerals, k, n.last, "year", start=start)
        return _fact(page, numerals, k, n.last, "year", start=start)
    if lower[before] == "of" and lower[before - 1] in ("age", "ages") and (follow is None or follow.tag != "NNS"):
        return _fact(page, numerals, k, n.last, "year", start=before - 1)
    alone = follow is None or follow.pos not in ("NOUN", "NUM", "ADJ", "PROPN")
    if alone and lower[before] == "of" and lower[before - 1] in _table()["of_age"]:
        return _fact(page, numerals, k, n.last, "year", start=before)
    if lower[before] in ("turned", "turns", "turning", "turn") and (
        follow is None or follow.pos not in ("NOUN", "NUM") or lower[n.last] in ("last", "next", "this")
    ):
        return _fact(page, numerals, k, n.last, "year", start=before)
    return None


def _ranged(page: Page, numerals: tuple[Numeral, ...], k: int, start: int) -> Fact:
    a, b = numerals[k], numerals[k + 1]
    quantity = spread(Quantity(a.value), Quantity(b.value))
    page.take(start, b.last)
    first, last = page.tokens(start, b.last)
    return Fact("age", page.span(start, b.last), Age(**interval.parts(quantity)), first, last, page.token[b.last - 1])


def _beside_name(page: Page, n: Numeral) -> Fact | None:
    """ "Jane Doe, 34," and "Jane Doe (34)"."""
    lower = page.lower
    if (
        n.form != "figures"
        or n.step != 1
        or not 0 < n.value <= 115
        or n.last - n.first != 1
        or (page.glued[n.last] and lower[n.last] in ("-", "/", ":", "%"))
    ):
        return None
    before, after = lower[n.first - 1], lower[n.last]
    at = n.first - 2
    if (before == "(" and after in (")", ",")) or (
        before == ","
        and (
            after in (",", ".", ";", ")", "", "and", "of", "from", "who", "was", "were", "is", "had", "has", ":")
            or (after == "-" and not page.glued[n.last])
        )
        and not page.glued[n.first]
    ):
        pass
    else:
        return None
    if lower[at] in ("jr.", "jr", "sr", "sr."):
        at -= 1
    if lower[at] == "." and lower[at - 1] in ("jr", "sr"):
        at -= 2
    if lower[at] == "s" and lower[at - 1] == "'":
        at -= 2
    if lower[at] == "'s":
        at -= 1
    if not _person_at(page, at):
        return None
    return _plain(page, n)


def _person_before(page: Page, i: int) -> bool:
    """A person or a word for one stands just before a piece, a comma between or not."""
    at = i - 1
    if page.lower[at] == ",":
        at -= 1
    return _person_at(page, at) or page.lower[at] in _table()["people"]


def _person_at(page: Page, at: int) -> bool:
    """The piece ends the name of a person."""
    document = page.document
    if not page.lower[at]:
        return False
    token = page.token[at]
    name = document.name_of[token]
    if name >= 0:
        if document.names[name].kind == "person":
            return True
        mention = document.names[name]
        return (
            document.names[name].kind == "organization"
            and mention.last - mention.first in (2, 3)
            and all(document.tokens[t].text.istitle() and document.tokens[t].pos == "PROPN" for t in range(mention.first, mention.last))
        )
    tokens = document.tokens
    return (
        token > 0
        and tokens[token].pos == "PROPN" == tokens[token - 1].pos
        and tokens[token].text.istitle()
        and tokens[token - 1].text.istitle()
        and document.name_of[token - 1] < 0
        and tokens[token].lower not in _table()["not_names"]
    )


def _is(page: Page, n: Numeral) -> Fact | None:
    """ "He was 91." and "who is 58"."""
    lower = page.lower
    read = bound(page, n.first, n.last, n.value, n.step)
    at = read.first - 1
    if n.step != 1 or not 12 <= n.value <= 115 or n.form == "vague" or n.scaled:
        return None
    if lower[at] in ("just", "only", "now"):
        at -= 1
    if lower[at] not in ("was", "is", "'s", "were", "am", "'m"):
        return None
    subject = lower[at - 1]
    if subject not in ("he", "she", "who", "i"):
        return None
    after = lower[n.last]
    if after not in (".", ",", "", "when", "and", "at", ";", "in", ")", '"', "!", "last", "this", "but", "or", "then", "-", "now", "years"):
        return None
    return _plain(page, n)


def _plain(page: Page, n: Numeral) -> Fact:
    read = bound(page, n.first, n.last, n.value, n.step)
    page.take(read.first, read.last)
    a, b = page.tokens(read.first, read.last)
    return Fact("age", page.span(read.first, read.last), Age(**interval.parts(read.quantity)), a, b, page.token[n.first], read.printed)


def _fact(page: Page, numerals: tuple[Numeral, ...], k: int, last: int, unit: str, extra: float = 0.0, start: int | None = None) -> Fact:
    n = numerals[k]
    read = bound(page, n.first, last, n.value + extra, n.step, n)
    first = min(read.first, start) if start is not None else read.first
    quantity = read.quantity
    if (
        start is None
        and k
        and numerals[k - 1].value < n.value
        and joins(page, numerals[k - 1].first, numerals[k - 1].last, n.first, False) in ("between", "to", "-")
    ):
        quantity, first = spread(Quantity(numerals[k - 1].value), Quantity(n.value), quantity.hedge), numerals[k - 1].first
    if page.lower[n.last] in ("plus", "odd") or page.lower[n.last + 1] in ("plus", "odd"):
        quantity = around(n.value, 1.0, "about")
    page.take(first, read.last)
    a, b = page.tokens(first, read.last)
    return Fact("age", page.span(first, read.last), Age(**interval.parts(quantity), unit=unit), a, b, page.token[n.first], read.printed)


def find_decades(page: Page) -> Iterator[Fact]:
    """ "in her fifties", "in his early 30s"."""
    table, lower = _table(), page.lower
    for i, word in enumerate(lower):
        if word not in ("his", "her", "their", "my"):
            continue
        j = i + 1
        part = lower[j] if lower[j] in ("early", "mid", "late") else None
        if part:
            j += 2 if lower[j + 1] == "-" else 1
        if lower[j] in table["decades"]:
            low, end = float(table["decades"][lower[j]]), j + 1
        elif (
            lower[j].isdigit()
            and len(lower[j]) == 2
            and lower[j][1] == "0"
            and (lower[j + 1] == "s" or (lower[j + 1] == "'" and lower[j + 2] == "s") or lower[j + 1] == "'s")
        ):
            low, end = float(lower[j]), j + (3 if lower[j + 1] == "'" else 2)
        else:
            continue
        low, high = {"early": (low, low + 4), "mid": (low + 3, low + 7), "late": (low + 6, low + 9), None: (low, low + 9)}[part]
        first = i - 1 if lower[i - 1] == "in" else i
        page.take(first, end)
        a, b = page.tokens(first, end)
        yield Fact("age", page.span(first, end), Age(None, low, high, hedge="range"), a, b, page.token[j])


def _birthdays(page: Page) -> Iterator[Fact]:
    """ "his 11th birthday", "her fiftieth birthday"."""
    lower, ordinals = page.lower, words("numbers")["ordinals"]
    for i, word in enumerate(lower):
        if word not in ("birthday", "birthdays") or page.taken[i]:
            continue
        first = i - 1
        if lower[i - 1] in ("st", "nd", "rd", "th") and lower[i - 2].isdigit():
            first, value = i - 2, int(lower[i - 2])
        elif lower[i - 1] in ordinals:
            value = ordinals[lower[i - 1]]
        else:
            continue
        if value > 115 or not page.free(first, i + 1) or lower[first - 1] not in ("his", "her", "their", "my", "s", "'s", "a", "'"):
            continue
        page.take(first, i + 1)
        a, b = page.tokens(first, i + 1)
        yield Fact("age", page.span(first, i + 1), Age(float(value), float(value), float(value)), a, b, page.token[i])


def compare(a: Age, b: Age, tolerance: Mapping[str, float]) -> Comparison:
    """Ages of one person at one time; months and weeks are compared with years as shares of one."""
    if a.unit == b.unit:
        return interval.difference(a, b, tolerance, lambda x: f"{interval.shown(x)}", coarse=0.0)
    return interval.difference(
        _in_years(a),
        _in_years(b),
        {**tolerance, "relative": max(tolerance.get("relative", 0.0), 0.02)},
        lambda x: f"{interval.shown(round(x, 2))} years",
    )


def _in_years(value: Age) -> Quantity:
    factor = _UNITS[value.unit]

    def part(x: float | None) -> float | None:
        return None if x is None else x * factor

    return Quantity(part(value.value), part(value.low), part(value.high), value.low_open, value.high_open, value.step * factor, value.hedge)
