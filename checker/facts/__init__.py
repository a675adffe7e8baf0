"""The values of a report: one file per kind, each with its value type, `find`, LEVELS and `compare`."""

from __future__ import annotations

from typing import Any

from checker.facts import name, organization, place, title
from checker.model import Document, Fact

COMPARATORS: dict[str, Any] = {"name": name, "title": title, "organization": organization, "place": place}


def read(document: Document) -> tuple[Fact, ...]:
    """Every value of the document, in order of place; no stretch is read as two kinds."""
    found = [fact for kind in (name, title, organization, place) for fact in kind.find(document)]
    return tuple(sorted(found, key=lambda fact: (fact.span.start, fact.span.end, fact.kind)))
