"""What one sentence states twice: a number and its list, a date and its weekday, an age and a birth year, a length and its days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.align.sums.passage import Passage, Sum, exact, printed, table, value_of
from checker.facts.calendar import day
from checker.facts.interval import Quantity, shown
from checker.facts.moment import Moment
from checker.model import Document

_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)
_NEAR = 150  # days around the published date in which a date without a year is looked for


def announced(passage: Passage) -> Iterator[Sum]:
    """ "three suspects: A and B": people named after a colon, one name to each item of the list."""
    document, sentence = passage.document, passage.sentence
    for fact in passage.of_kind("count"):
        q = fact.value
        colon = next((i for i in range(fact.last, min(fact.last + 5, sentence.last)) if passage.lower(i) == ":"), -1)
        if colon < 0 or not isinstance(q, Quantity) or not q.exact or q.value is None or not 2 <= q.value <= 12:
            continue
        if passage.has("partial") or document.tokens[fact.head].tag != "NNS":
            continue
        names = [n for n in document.names if colon < n.first and n.last <= sentence.last]
        if not names or any(n.kind != "person" for n in names) or names[0].first != colon + 1:
            continue
        items = _items(document, colon + 1, sentence.last)
        if items is None or items != len(names):
            continue
        right = items == q.value
        because = f"{shown(q.value)} are announced, {items} are named" + ("" if right else ": the list and the number do not fit")
        places = ((fact.first, fact.last), (names[0].first, names[-1].last))
        label = f"{printed(passage, fact)} and who they are"
        yield Sum("list", "count", label, right, because, places, "announced count is not the length of the list")


def _items(document: Document, first: int, last: int) -> int | None:
    """How many names a list has, None where it holds more than names, ages, commas and "and"."""
    items, inside = 0, False
    for token in document.tokens[first:last]:
        if token.pos == "PROPN" or (inside and token.text[0].isupper()):
            items += not inside
            inside = True
        elif token.lower in (",", "and", ";", "&"):
            inside = False
        elif token.pos != "NUM" and token.text not in (".", "(", ")"):
            return None
    return items


def born(passage: Passage) -> Iterator[Sum]:
    """ "born in 1960, is 63", by the year the report was published."""
    published = passage.document.report.published
    ages = [f for f in passage.of_kind("age") if isinstance(f.value, Quantity) and f.value.exact and f.value.fields().get("unit") == "year"]
    if published is None or not published[:4].isdigit() or len(ages) != 1:
        return
    years = []
    for i in range(passage.sentence.first, passage.sentence.last - 1):
        if passage.lower(i) == "born":
            years += [j for j in range(i + 1, min(i + 7, passage.sentence.last)) if _is_year(passage.lower(j))]
    if len(years) != 1 or sum(_is_year(passage.lower(j)) for j in range(passage.sentence.first, passage.sentence.last)) != 1:
        return
    between = sorted((ages[0].first, years[0]))
    if between[1] - between[0] > 12 or not table("relatives").isdisjoint(passage.words(*between)):
        return
    stated = float(ages[0].value.value or 0)  # type: ignore[attr-defined]
    birth, year = int(passage.lower(years[0])), int(published[:4])
    if not 0 <= year - birth <= 115:
        return
    right = year - birth - 1 <= stated <= year - birth
    because = f"born in {birth} is {year - birth - 1} or {year - birth} in {year}" + ("" if right else f", not {shown(stated)}")
    said = ((ages[0].first, ages[0].last), (years[0], years[0] + 1))
    yield Sum("birth-year", "age", "age and year of birth", right, because, said, "age and birth year do not fit")


def lasted(passage: Passage) -> Iterator[Sum]:
    """ "for 214 days, from June 2 to December 9": a length of time beside its first and last day, the last counted or not."""
    stretch = _stretch(passage)
    if stretch is None:
        return
    lengths = [f for f in passage.of_kind("duration") if f.last <= stretch[1] or f.first >= stretch[2]]  # not the stretch itself
    if len(lengths) != 1 or not exact(lengths[0]):
        return
    length, (days, first, last) = lengths[0], stretch
    gap = max(first - length.last, length.first - last)
    slack = {"day": 0.5, "week": 4, "month": 16}.get(getattr(length.value, "unit", ""))
    if slack is None or not 0 <= gap <= 6:
        return
    stated = value_of(length) / 86400
    if stated < days - slack and gap > 2:
        return  # ten days of play between the third and the seventeenth
    right = days - slack <= stated <= days + 1 + slack
    written = " ".join(passage.document.text(first, last).split())
    because = f"{written} is {days} days, {days + 1} with the last" + ("" if right else f", not {printed(passage, length)}")
    said = ((length.first, length.last), (first, last))
    yield Sum("length", "duration", f"length of {written}", right, because, said, "length and dates do not fit")


def _stretch(passage: Passage) -> tuple[int, int, int] | None:
    """The days from the first to the last day that the sentence names together, and the tokens that name them."""
    dates = [(f, f.value) for f in passage.of_kind("date") if isinstance(f.value, Moment)]
    if len(dates) == 1 and dates[0][1].known and dates[0][1].precision == "span":
        fact, moment = dates[0]
        if len(_DAY.findall(printed(passage, fact))) == 2:
            return (moment.days[1] - moment.days[0]).days, fact.first, fact.last
    if len(dates) == 2 and dates[1][1].known and dates[1][1].precision == "day" and dates[0][1].month and dates[0][1].number:
        (begin, moment), (end, until) = dates
        if passage.words(begin.last, end.first) in (["to"], ["until"], ["till"]):
            last = until.days[0]
            first = day(last.year, moment.month or 1, moment.number or 1)
            if first is not None and first > last:
                first = day(last.year - 1, first.month, first.day)
            return None if first is None else ((last - first).days, begin.first, end.last)
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and 1850 <= int(word) <= 2100


def weekdays(document: Document) -> Iterator[Sum]:
    """ "Wednesday, May 20, 2021": the weekday that stands beside a date."""
    names, months = table("weekdays"), table("months")
    tokens = document.tokens
    for token in tokens:
        if token.lower.rstrip(".") not in names or not token.text[0].isupper():
            continue
        i = token.i + 1
        while i < len(tokens) and tokens[i].text in (",", ".", "the", "on", "("):
            i += 1
        window = [t.lower.rstrip(".,") for t in tokens[i : i + 5]]
        read = _date(window, months)
        if read is None or tokens[min(i, len(tokens) - 1)].sentence != token.sentence:
            continue
        day, month, year, length = read
        found = _resolved(day, month, year, document.report.published)
        if found is None:
            continue
        if found.weekday() == names[token.lower.rstrip(".")]:
            continue  # not worth a line
        written = f"{found.day} {_MONTHS[found.month - 1]} {found.year}"
        because = f"{written} is a {_DAYS[found.weekday()]}, not a {_DAYS[names[token.lower.rstrip('.')]]}"
        said = ((token.i, token.i + 1), (i, i + length))
        yield Sum("weekday", "date", f"weekday of {written}", False, because, said, "weekday and date do not fit")


def _date(window: list[str], months: dict[str, int]) -> tuple[int, int, int | None, int] | None:
    """Day, month, year or None, and the number of words, of "May 20, 2021", "20 May 2021", "20th of May"."""

    def number(word: str) -> int | None:
        for ending in ("st", "nd", "rd", "th"):
            word = word.removesuffix(ending)
        return int(word) if word.isdigit() and 1 <= int(word) <= 31 else None

    if len(window) < 2:
        return None
    if window[0] in months and number(window[1]):
        day, month, rest = number(window[1]), months[window[0]], 2
    elif number(window[0]) and window[1] in months:
        day, month, rest = number(window[0]), months[window[1]], 2
    elif number(window[0]) and len(window) > 2 and window[1] == "of" and window[2] in months:
        day, month, rest = number(window[0]), months[window[2]], 3
    else:
        return None
    for skip in (0, 1):
        if len(window) > rest + skip and _is_year(window[rest + skip]) and (not skip or window[rest] == ""):
            return day or 0, month, int(window[rest + skip]), rest + skip + 1
    return day or 0, month, None, rest


def _resolved(day: int, month: int, year: int | None, published: str | None) -> date | None:
    """The date, its year taken from when the report was published where it has none."""
    try:
        if year is not None:
            return date(year, month, day)
        if published is None:
            return None
        near = date.fromisoformat(published[:10])
        choices = [date(y, month, day) for y in (near.year - 1, near.year, near.year + 1)]
    except ValueError:
        return None
    best = min(choices, key=lambda d: abs((d - near).days))
    return best if abs((best - near).days) <= _NEAR else None
