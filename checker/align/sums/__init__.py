"""What one report's own figures say against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from checker.align.sums import arithmetic, listed
from checker.align.sums.passage import KINDS, Passage, Sum
from checker.facts import COMPARATORS
from checker.model import Card, Document, Fact, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {
    "adds-up": "agree", "parts": "conflict", "change": "conflict", "times": "conflict", "share": "conflict", "conversion": "conflict",
    "weekday": "conflict", "birth-year": "conflict", "list": "conflict", "length": "conflict",
}
_CHECKS: tuple[Callable[[Passage], Iterator[Sum]], ...] = (
    arithmetic.parts, arithmetic.change, arithmetic.grown, arithmetic.times, arithmetic.share, arithmetic.conversion,
    listed.announced, listed.born, listed.lasted,
)
_SETTLE = "Do the sum again; one of the figures is wrong or belongs to something else."


def topics(documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each sum, change, share, conversion, weekday, age or list that a report states with what it is made of."""
    by_place: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind in KINDS:
            document = documents[fact.span.source]
            by_place[fact.span.source, document.tokens[fact.first].sentence].append(fact)
    found_in: dict[tuple[str, ...], list[tuple[Document, Sum]]] = defaultdict(list)
    for (source, sentence), found in sorted(by_place.items(), key=lambda p: p[0]):
        shares = {f.span for f in found if f.kind == "percent"}  # "a fifth" is read as a count too
        found = sorted((f for f in found if f.kind != "count" or f.span not in shares), key=lambda f: (f.first, f.last))
        document = documents[source]
        before = by_place.get((source, sentence - 1), [])
        if sentence and document.sentences[sentence - 1].paragraph != document.sentences[sentence].paragraph:
            before = []
        passage = Passage(document, document.sentences[sentence], tuple(found), tuple(before))
        for check in _CHECKS:
            for said in check(passage):
                found_in[_key(document, said)].append((document, said))
    for document in documents:
        for said in listed.weekdays(document):
            found_in[_key(document, said)].append((document, said))
    return tuple(_topic(key, stated, facts) for key, stated in found_in.items())


def _key(document: Document, said: Sum) -> tuple[str, ...]:
    """The same for the same sum in the same words: a copy of a report adds no finding."""
    return (said.level, *sorted(text.lower() for text in _texts(document, said)))


def _texts(document: Document, said: Sum) -> list[str]:
    return [" ".join(document.text(first, last).split()) for first, last in sorted(set(said.places))]


def _printed_elsewhere(stated: Sequence[tuple[Document, Sum]], facts: Sequence[Fact]) -> Iterator[Side]:
    """For a measure, a sum of money or a date that does not fit: the first place in each other report that has one of the two right."""
    document, said = stated[0]
    if said.kind not in ("measure", "money", "date"):
        return
    spans = [document.span(*place) for place in said.places]
    entering = [f for f in facts if f.kind == said.kind and any(f.span.overlaps(span) for span in spans)]
    known = {d.source for d, _ in stated}
    for fact in sorted((f for f in facts if f.kind == said.kind), key=lambda f: f.span):
        if fact.span.source in known:
            continue
        if any(COMPARATORS[said.kind].compare(own.value, fact.value, {}).level in ("same", "converted") for own in entering):
            known.add(fact.span.source)
            yield Side(fact.span, fact.value.fields().get("value"))


def _topic(key: tuple[str, ...], stated: Sequence[tuple[Document, Sum]], facts: Sequence[Fact]) -> Topic:
    """The Topic of one sum; its sides are the figures that enter it, in every report that states it so, and who else prints one of them."""
    sides: list[Side] = []
    for document, said in stated:
        if all(side.span.source != document.source for side in sides):
            places = sorted(set(said.places))
            sides.extend(Side(document.span(*p), text) for p, text in zip(places, _texts(document, said), strict=True))
    document, said = stated[0]
    if not said.right:
        sides.extend(_printed_elsewhere(stated, facts))
    return Topic(
        id=f"sum:{said.level}:{document.source}.{min(said.places)[0]}",
        kind=said.kind,
        label=said.label,
        question=None,
        sides=tuple(sides),
        verdict="agree" if said.right else "conflict",
        level="adds-up" if said.right else said.level,
        because=said.because,
        comparator="sums",
        hint=None if said.right else said.hint,
        settle=None if said.right else _SETTLE,
        normal=key,
    )
