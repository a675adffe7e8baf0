"""One card per person, organisation and place over all reports."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Card, Document, Fact


def read(documents: Sequence[Document], facts: Sequence[Fact]) -> tuple[tuple[Card, ...], tuple[Fact, ...]]:
    """The cards of the story, and the facts with the `entity` they belong to."""
    return (), tuple(facts)
