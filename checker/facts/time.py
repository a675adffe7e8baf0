"""Every time of day and every game clock of a report."""

from __future__ import annotations

from checker.model import Document, Fact


def find(document: Document) -> tuple[Fact, ...]:
    """Every time in the readable zones, in order."""
    return ()
