"""What a figure is a rate of: "500,000 barrels a day", "£20,000-a-year", "3 dollars per litre"."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import Any

from checker.facts.interval import Quantity
from checker.facts.page import words
from checker.model import Document, Fact

_KINDS = frozenset(("count", "money", "percent", "duration", "measure"))


@functools.cache
def _table() -> tuple[frozenset[str], dict[str, str], frozenset[str]]:
    data: dict[str, Any] = words("rates")
    return frozenset(data["joins"]), data["of"], frozenset(data["after"]["words"])


def with_rate(document: Document, fact: Fact) -> Fact:
    """The fact, its value knowing what it is a rate of, where the words after it say so."""
    value = fact.value
    if not isinstance(value, Quantity) or fact.kind not in _KINDS:
        return fact
    joins, of, after = _table()
    tokens, i = document.tokens, fact.last
    if i < len(tokens) and tokens[i].text == "-":
        i += 1
    if i + 1 >= len(tokens) or tokens[i].lower not in joins or tokens[i].sentence != tokens[fact.last - 1].sentence:
        return fact
    j = i + 2 if tokens[i + 1].text == "-" else i + 1
    unit = of.get(tokens[j].lemma.lower()) if j < len(tokens) else None
    if unit is None or (tokens[i].lower in ("a", "an") and j + 1 < len(tokens) and tokens[j + 1].lower in after):
        return fact
    return replace(fact, value=replace(value, per=unit))
