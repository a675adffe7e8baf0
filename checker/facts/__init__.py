"""The values of a report: one file per kind, each with its value type, `find`, LEVELS and `compare`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from checker.facts import (
    age,
    bare_sums,
    count,
    date,
    duration,
    ends,
    gender,
    life,
    measure,
    money,
    name,
    ordinal,
    organization,
    percent,
    place,
    quote,
    shares,
    time,
    timed,
    title,
)
from checker.facts.numbers import read_numerals
from checker.facts.page import LENT, TAKEN, Page
from checker.facts.rates import with_rate
from checker.facts.strip import strip_of
from checker.model import Comparison, Document, Fact, Verdict

__all__ = ["COMPARATORS", "Comparator", "read"]


class Comparator(Protocol):
    """What a kind's file offers to compare two of its values."""

    LEVELS: dict[str, Verdict]

    def compare(self, a: Any, b: Any, tolerance: Mapping[str, float], /) -> Comparison: ...


# a date told by a length of time ("two weeks later", "within a year") is read as both
_AFTER = frozenset(("later", "earlier", "after", "before", "prior", "previously", "beforehand", "afterwards"))
_WITHIN = frozenset(("within",))
COMPARATORS: dict[str, Any] = {
    "age": age, "count": count, "date": date, "duration": duration, "measure": measure, "money": money, "ordinal": ordinal,
    "percent": percent, "time": time, "name": name, "title": title, "organization": organization, "place": place, "quote": quote,
    "gender": gender,
}


def read(document: Document) -> tuple[Fact, ...]:
    """Every value of the document, in order of place; no stretch is read as two kinds, save a share as percent and count."""
    facts: list[Fact] = []
    page = Page(document, money.signs())
    facts.extend((*life.find_early(page), *timed.find_clocked(page)))
    strip = strip_of(document)
    clocks = time.find(document, strip=strip)
    played = [fact.span for fact in clocks if fact.value.fields()["unit"] is not None]  # the third quarter of a match is no date
    days = [fact for fact in date.find(document, strip=strip) if not any(fact.span.overlaps(span) for span in played)]
    for dated in (days, clocks):
        for fact in dated:
            if not any(fact.span.overlaps(other.span) for other in facts if other.kind not in ("date", "time")):
                facts.append(fact)
                lent = document.tokens[fact.last - 1].lower in _AFTER or document.tokens[fact.first].lower in _WITHIN
                lent = lent or (isinstance(fact.value, date.Moment) and fact.value.last_time)  # "the first in five years"
                page.take_tokens(fact, LENT if lent else TAKEN)
    facts.extend(timed.between_clocks(document, [fact for fact in facts if fact.kind == "time"]))
    facts.extend(ends.between_ends(document, facts))
    numerals = read_numerals(page)
    facts.extend(money.find(page, numerals))
    facts.extend(percent.find(page, numerals))
    facts.extend(shares.find_proportions(page, numerals))
    facts.extend(age.find(page, numerals))
    facts.extend(duration.find(page, numerals))
    facts.extend(measure.find(page, numerals))
    facts.extend(shares.find_shares(page, numerals))
    facts.extend(ordinal.find(page))
    facts.extend(bare_sums.find(page, numerals, [fact for fact in facts if fact.kind == "money"]))
    facts.extend(count.find(page, numerals))
    facts = [with_rate(document, fact) for fact in facts]
    for kind in (name, title, organization, place, quote):  # names may stand inside titles, and anything inside a quote
        facts.extend(kind.find(document))
    return tuple(sorted(facts, key=lambda f: (f.span.start, f.span.end, f.kind)))
