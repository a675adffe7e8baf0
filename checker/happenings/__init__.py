"""What happened: predicates with their concept, roles, sign, mood, speaker and anchor, grouped over all reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker import concepts
from checker.happenings import anchors, groups, main_event, predicates, roles
from checker.happenings.draft import Draft
from checker.language.clauses import mood, negated
from checker.model import Alignment, Card, Document, Fact, Happening

__all__ = ["alignments", "read"]


def read(documents: Sequence[Document], cards: Sequence[Card], facts: Sequence[Fact]) -> tuple[Happening, ...]:
    """Every mention of a happening, with the group that joins mentions of one happening over all reports."""
    entities = _entities(documents, cards)
    by_source: list[list[Fact]] = [[] for _ in documents]
    for fact in facts:
        by_source[fact.span.source].append(fact)
    found: list[Draft] = []
    for document in documents:
        found.extend(_of(document, entities[document.source], by_source[document.source]))
    group = groups.grouped(documents, found, entities, {card.id: card.kind for card in cards})
    group, main = main_event.found(documents, found, group, concepts.load())
    return tuple(draft.happening(of, of in main) for draft, of in zip(found, group, strict=True))


def alignments(happenings: Sequence[Happening]) -> tuple[Alignment, ...]:
    """The groups with mentions in two or more places."""
    by_group: dict[str, list[Happening]] = {}
    for happening in happenings:
        by_group.setdefault(happening.group, []).append(happening)
    return tuple(Alignment(group, tuple(told), groups.because(told)) for group, told in by_group.items() if len(told) > 1)


def _of(document: Document, entities: Mapping[int, str], facts: Sequence[Fact]) -> list[Draft]:
    known = concepts.load()
    named = predicates.find(document, known)
    placed = frozenset(f.head for f in facts if f.kind == "place") | frozenset(n.last - 1 for n in document.names if n.kind == "place")
    timed = frozenset(f.head for f in facts if f.kind in ("date", "time", "duration"))
    when = anchors.days(document, facts, named)
    out = []
    for i in sorted(named):
        token = document.tokens[i]
        out.append(
            Draft(
                source=document.source,
                predicate=i,
                concept=named[i].removeprefix("~"),
                roles=roles.roles_of(document, i, named[i], known, entities, placed, timed),
                affirmed=not negated(document, i),
                mood=mood(document, i),
                speaker=_speaker(document, i, entities),
                anchor=when.get(i) or anchors.occasion(document, i, named, known.other_occasion),
                start=token.start,
                end=token.end,
            )
        )
    return out


def _speaker(document: Document, i: int, entities: Mapping[int, str]) -> str | None:
    k = document.speech_of[i]
    speaker = document.speeches[k].speaker if k >= 0 else None
    if speaker is None:
        return None
    first, last = speaker
    return next((entities[j] for j in range(last - 1, first - 1, -1) if j in entities), None) or document.text(first, last)


def _entities(documents: Sequence[Document], cards: Sequence[Card]) -> list[dict[int, str]]:
    """For each document the card of each token that speaks of one."""
    out: list[dict[int, str]] = [{} for _ in documents]
    for card in cards:
        for mention in card.mentions:
            for i in range(mention.first, mention.last):
                out[mention.source].setdefault(i, card.id)
    return out
