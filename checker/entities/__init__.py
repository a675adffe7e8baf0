"""One card per person, organisation and place over all reports."""

from __future__ import annotations

from collections.abc import Sequence

from checker.entities import bindings, bodies, counterparts, kinds, known, people, references
from checker.entities.ages import with_ages
from checker.entities.draft import Draft
from checker.entities.rivals import Rivals, rivals
from checker.model import Card, Document, Fact

__all__ = ["Rivals", "read", "rivals"]


def read(documents: Sequence[Document], facts: Sequence[Fact]) -> tuple[tuple[Card, ...], tuple[Fact, ...]]:
    """The cards of the story, and the facts with the `entity` they belong to.

    Card ids are made of names ("person:kodra-arben") and do not depend on the order of the reports. A name that the parser took for
    another kind than its other mentions say comes back as a fact of the right kind.
    """
    settled = tuple(with_ages(documents, known.people(documents, kinds.settle(documents, facts))))
    drafts: list[Draft] = [*people.drafts(documents, settled), *bodies.drafts(documents, settled)]
    for fact, draft in counterparts.find(documents, settled, bindings.owners(settled, drafts)):
        draft.facts.add(len(settled))
        settled = (*settled, fact)
    bindings.bind(documents, settled, drafts)
    references.resolve(documents, settled, drafts)
    of = {number: draft.id for draft in drafts for number in draft.facts}
    cards = tuple(sorted((draft.card(documents, settled) for draft in drafts), key=lambda card: card.id))
    return cards, tuple(fact if n not in of else _belongs(fact, of[n]) for n, fact in enumerate(settled))


def _belongs(fact: Fact, entity: str) -> Fact:
    return Fact(fact.kind, fact.span, fact.value, fact.first, fact.last, fact.head, fact.hedge, entity)
