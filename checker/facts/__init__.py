"""The values of a report: one file per kind, each with its value type, `find`, LEVELS and `compare`."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from typing import Any, Protocol

from checker.facts import age, count, duration, measure, money, name, ordinal, organization, percent, place, title
from checker.facts.numbers import read_numerals
from checker.facts.page import Page
from checker.model import Comparison, Document, Fact, Verdict

__all__ = ["COMPARATORS", "Comparator", "read"]


class Comparator(Protocol):
    """What a kind's file offers to compare two of its values."""

    LEVELS: dict[str, Verdict]

    def compare(self, a: Any, b: Any, tolerance: Mapping[str, float], /) -> Comparison: ...


def _clock() -> dict[str, Any]:
    """date and time, where they are there."""
    return {name: importlib.import_module(f"checker.facts.{name}") for name in ("date", "time") if importlib.util.find_spec(f"checker.facts.{name}")}


_CLOCK = _clock()
COMPARATORS: dict[str, Any] = {
    "age": age, "count": count, "duration": duration, "measure": measure, "money": money, "ordinal": ordinal, "percent": percent, **_CLOCK,
    "name": name, "title": title, "organization": organization, "place": place,
}


def read(document: Document) -> tuple[Fact, ...]:
    """Every value of the document, in order of place; no stretch is read as two kinds, save a share as percent and count."""
    facts: list[Fact] = []
    page = Page(document, money.signs())
    for module in _CLOCK.values():
        for fact in module.find(document):
            facts.append(fact)
            page.take_tokens(fact)
    numerals = read_numerals(page)
    for fact in (*money.find(page, numerals), *percent.find(page, numerals)):
        facts.append(fact)
        counted = percent.ratio_count(fact)
        if counted is not None:
            facts.append(counted)
    facts.extend(age.find(page, numerals))
    facts.extend(duration.find(page, numerals))
    facts.extend(measure.find(page, numerals))
    facts.extend(ordinal.find(page))
    facts.extend(count.find(page, numerals))
    for kind in (name, title, organization, place):  # names may stand inside titles
        facts.extend(kind.find(document))
    return tuple(sorted(facts, key=lambda f: (f.span.start, f.span.end, f.kind)))
