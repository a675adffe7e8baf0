"""Which question each value answers: one file per way of reading it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import NOT_COPY, Card, Document, Fact, Happening, Reading
from checker.readings import amounts, bare, card, counted, moments
from checker.readings.speakers import speaker_of
from checker.readings.terms import pages


def read(
    documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card], happenings: Sequence[Happening]
) -> tuple[Reading, ...]:
    """One Reading for every value that can answer a question, in order of place; `asks` is None where none could be named."""
    out: list[Reading] = []
    main = frozenset((h.source, h.predicate) for h in happenings if h.main)
    for page in pages(documents, facts, cards, happenings):
        told: list[Reading] = []
        for fact in page.facts:
            if page.zone_of(fact) in NOT_COPY:
                continue
            if fact.kind == "age" and fact.entity is not None:
                continue  # a card's age is read below
            if fact.kind in amounts.KINDS:
                told.append(amounts.reading_of(page, fact, speaker_of(page, fact)))
            elif fact.kind in moments.KINDS:
                told.append(moments.reading_of(page, fact, speaker_of(page, fact), main))
        out.extend(counted.resolved(page, bare.filled(page, told)))
    out.extend(card.read(documents, facts, cards))
    return tuple(sorted(out, key=lambda r: (r.fact.span, r.fact.kind)))
