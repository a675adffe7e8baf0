"""Ages in words of their own: "in her fifties", "the over-80s", "an octogenarian", "his 11th birthday", "a year old"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts.age_value import Age
from checker.facts.described import MOST, age_words, years
from checker.facts.page import Page, words
from checker.model import Fact


def find_early(page: Page) -> Iterator[Fact]:
    """ "in her fifties", "in his early 30s", "the over-80s": read before a date could take them for a decade."""
    lower = page.lower
    for i, word in enumerate(lower):
        if word in ("his", "her", "their", "my"):
            fact = _decade_of_life(page, i)
        elif word in ("over", "under"):
            fact = _over_eighties(page, i)
        else:
            continue
        if fact is not None:
            yield fact


def _decade_of_life(page: Page, i: int) -> Fact | None:
    table, lower = age_words(), page.lower
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
        return None
    low, high = {"early": (low, low + 4), "mid": (low + 3, low + 7), "late": (low + 6, low + 9), None: (low, low + 9)}[part]
    return years(page, i - 1 if lower[i - 1] == "in" else i, end, low, high, j)


def _over_eighties(page: Page, i: int) -> Fact | None:
    """ "the over-80s", "under-fives", "the over 60s"."""
    lower, table = page.lower, age_words()
    j = i + 2 if lower[i + 1] == "-" else i + 1
    if lower[j].isdigit() and len(lower[j]) <= 2 and lower[j + 1] == "s" and page.glued[j + 1]:
        value, end = float(lower[j]), j + 2
    elif j == i + 2 and lower[j] in table["plural_ages"]:
        value, end = float(table["plural_ages"][lower[j]]), j + 1
    else:
        return None
    if j == i + 1 and lower[i - 1] not in ("the", "of", "for", "all", "among", "in"):
        return None
    over = lower[i] == "over"
    return years(page, i, end, value if over else None, None if over else value, j)


def find_words(page: Page) -> Iterator[Fact]:
    """ "his 11th birthday", "her fiftieth birthday", "an octogenarian"."""
    lower, table = page.lower, age_words()
    for i, word in enumerate(lower):
        if word in table["arians"] and not page.taken[i]:
            low, high = table["arians"][word]
            yield years(page, i, i + 1, float(low), float(high) or None, i)
        elif word == "old" and not page.taken[i]:
            fact = _a_year_old(page, i)
            if fact is not None:
                yield fact
        elif word in ("birthday", "birthdays") and not page.taken[i]:
            fact = _birthday(page, i)
            if fact is not None:
                yield fact


def _a_year_old(page: Page, i: int) -> Fact | None:
    """ "Her son is a year old", "a month-old baby"."""
    lower = page.lower
    j = i - 2 if lower[i - 1] == "-" else i - 1
    one = lower[j - 1] in ("a", "an") and lower[j - 2] != "half" and lower[j] in ("year", "month", "week", "day")
    if not one or not page.free(j - 1, i + 1):
        return None
    page.take(j - 1, i + 1)
    a, b = page.tokens(j - 1, i + 1)
    return Fact("age", page.span(j - 1, i + 1), Age(1.0, 1.0, 1.0, unit=lower[j]), a, b, page.token[i])


def _birthday(page: Page, i: int) -> Fact | None:
    lower, ordinals = page.lower, words("numbers")["ordinals"]
    first = i - 1
    if lower[i - 1] in ("st", "nd", "rd", "th") and lower[i - 2].isdigit():
        first, value = i - 2, int(lower[i - 2])
    elif lower[i - 1] in ordinals:
        value = ordinals[lower[i - 1]]
    else:
        return None
    if value > MOST or not page.free(first, i + 1) or lower[first - 1] not in ("his", "her", "their", "my", "s", "'s", "a", "'"):
        return None
    page.take(first, i + 1)
    a, b = page.tokens(first, i + 1)
    leading = lower[max(0, first - 4) : first]
    ahead = lower[i + 1] in ("next", "tomorrow") or not {"celebrates", "will", "ahead", "before"}.isdisjoint(leading)
    age = Age(value, value - 1, value, hedge="range") if ahead else Age(float(value), float(value), float(value))
    return Fact("age", page.span(first, i + 1), age, a, b, page.token[i])
