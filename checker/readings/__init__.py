"""Which question each value answers: one file per kind."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Card, Document, Fact, Happening, Reading


def read(documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card], happenings: Sequence[Happening]) -> tuple[Reading, ...]:
    """One Reading for every value that can answer a question; `asks` is None where none could be named."""
    return ()
