"""How old: "43-year-old", "Jane Doe, 34,", "aged 58", "of 51 years", "in her fifties"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from checker.facts import interval
from checker.facts.age_value import LEVELS, Age, compare
from checker.facts.described import age_words, described_at, person_at, person_before, persons, plain
from checker.facts.hedges import around, bound, hedge_after, joins, spread
from checker.facts.interval import Quantity
from checker.facts.life import find_words
from checker.facts.numbers import Numeral
from checker.facts.page import Page
from checker.model import Fact

__all__ = ["LEVELS", "Age", "age_words", "compare", "find", "persons"]

_AND = (["and"], ["or"], [","], [",", "and"], ["&"])

def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """The ages of a page."""
    for k, n in enumerate(numerals):
        if page.free(n.first, n.last) and 0 <= n.value < 10000 and n.form != "fraction":
            fact = _old(page, numerals, k)
            if fact is not None:
                yield from _sharing_years(page, numerals, k)
            else:
                fact = _aged(page, numerals, k) or _beside_name(page, n) or described_at(page, numerals, k)
            if fact is not None:
                yield fact
                if fact.span.end >= page.end[n.last - 1]:
                    yield from _further(page, numerals, k, fact)
    yield from find_words(page)


def _sharing_years(page: Page, numerals: tuple[Numeral, ...], k: int) -> Iterator[Fact]:
    """The 8 of "the 8- and 10-year-old brothers"."""
    left = numerals[k - 1] if k else None
    if left is None or page.lower[left.last : numerals[k].first] not in (["-", "and"], ["-", "or"]) or not page.free(left.first, left.last):
        return
    yield plain(page, left)


def _further(page: Page, numerals: tuple[Numeral, ...], k: int, fact: Fact) -> Iterator[Fact]:
    """The 11 of "aged nine and 11"."""
    if page.document.tokens[fact.first].lower not in ("aged", "ages"):
        return
    for left, right in itertools.pairwise(numerals[k:]):
        follow = page.document.tokens[page.token[right.last]] if page.lower[right.last] else None
        counts = follow is not None and follow.tag in ("NNS", "NN", "CD")
        known = right.step == 1 and 0 < right.value <= 115 and page.free(right.first, right.last)
        if page.lower[left.last : right.first] not in _AND or counts or not known:
            return
        yield plain(page, right)


def _old(page: Page, numerals: tuple[Numeral, ...], k: int) -> Fact | None:
    """ "43-year-old", "ten months old", "87 yo", "3 years of age", "of 51 years"."""
    n, lower, table = numerals[k], page.lower, age_words()
    j = n.last
    if lower[j] == "-":
        j += 1
    if lower[j] in ("yo", "y.o.") and (lower[j + 1] != "-"):
        return _fact(page, numerals, k, j + 1, "year")
    if lower[j : j + 3] == ["y", "/", "o"]:
        return _fact(page, numerals, k, j + 3, "year")
    if lower[j] == "age" and lower[j + 1] in ("group", "groups", "bracket", "range"):
        return _fact(page, numerals, k, n.last, "year")
    if lower[j] == "plus" or lower[j] == "odd":
        j += 2 if lower[j + 1] == "-" else 1
    unit = table["units"].get(lower[j])
    if unit is None:
        return None
    end = j + 1
    if lower[end] == "and" and lower[end + 1] == "a" and lower[end + 2] == "half" and lower[end + 3] == "old":
        return _fact(page, numerals, k, end + 4, unit, 0.5)
    if unit == "year" and lower[end + 1] in age_words()["bounds"] and hedge_after(page, end) is not None:
        return _fact(page, numerals, k, end, unit)  # "participants of five years and above"
    if lower[end] in ("-", "–"):
        end += 1
    if lower[end] in ("old", "olds"):
        return _fact(page, numerals, k, end + 1, unit)
    if lower[j + 1] == "of" and lower[j + 2] == "age":
        return _fact(page, numerals, k, j + 3, unit)
    of = bound(page, n.first, n.last, n.value, n.step, n).first - 1
    if (
        lower[of] == "of"
        and unit in ("year", "month", "week", "day")
        and person_before(page, of)
        and (lower[j + 1] in age_words()["closing"] or not lower[j + 1])
    ):
        return _fact(page, numerals, k, j + 1, unit, start=of)
    if (
        unit == "year"
        and lower[of] in ("has", "have", "had")
        and n.value >= 10
        and lower[j + 1] in ("", ".", ",", "and")
        and lower[of - 1] not in ("to", "also", "i", "we")
    ):
        return _fact(page, numerals, k, j + 1, unit)  # "The church has 113 years", as other languages say it
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
        unit = age_words()["units"].get(lower[n.last])  # "aged 18 months"
        return _fact(page, numerals, k, n.last + (unit is not None), unit or "year", start=start)
    if lower[before] == "of" and lower[before - 1] in ("age", "ages") and (follow is None or follow.tag != "NNS"):
        return _fact(page, numerals, k, n.last, "year", start=before - 1)
    alone = follow is None or follow.pos not in ("NOUN", "NUM", "ADJ", "PROPN")
    who = lower[before - 1]
    national = page.text[before - 1][:1].isupper() and who.endswith(("man", "woman"))  # "an Irishwoman of 44"
    if alone and lower[before] == "of" and (who in age_words()["of_age"] or (national and n.value >= 12)):
        return _fact(page, numerals, k, n.last, "year", start=before)
    if lower[before] in ("turned", "turns", "turning", "turn") and (
        follow is None or follow.pos not in ("NOUN", "NUM") or lower[n.last] in ("last", "next", "this")
    ):
        if lower[before] == "turns" and lower[n.last] in ("next", "in", "on", "this", "later"):
            return plain(page, n, to_come=True)
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
    if not person_at(page, at) or _ranked(page, at):
        return None
    return plain(page, n)


def _ranked(page: Page, at: int) -> bool:
    """Whether a name ends at `at` that a place in a list stands before: "2. Vandaele, 14 points"."""
    for _ in range(4):
        if not page.text[at][:1].isupper():
            break
        at -= 1
    return page.text[at].rstrip(".").isdecimal() or (page.text[at] == "." and page.text[at - 1].isdecimal())


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
