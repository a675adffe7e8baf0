"""What happened: predicates with their concept, roles, sign, mood, speaker and anchor, grouped over all reports."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Alignment, Card, Document, Fact, Happening


def read(documents: Sequence[Document], cards: Sequence[Card], facts: Sequence[Fact]) -> tuple[Happening, ...]:
    """Every mention of a happening, with the group that joins mentions of one happening over all reports."""
    return ()


def alignments(happenings: Sequence[Happening]) -> tuple[Alignment, ...]:
    """The groups with mentions in two or more places."""
    return ()
