"""What one report's own figures say against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from checker.align import arithmetic, listed
from checker.align.passage import KINDS, Passage, Sum
from checker.model import Card, Document, Fact, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {
    "adds-up": "agree", "parts": "conflict", "change": "conflict", "times": "conflict", "share": "conflict", "conversion": "conflict",
    "weekday": "conflict", "birth-year": "conflict", "list": "conflict",
}
_CHECKS: tuple[Callable[[Passage], Iterator[Sum]], ...] = (
    arithmetic.parts, arithmetic.change, arithmetic.grown, arithmetic.times, arithmetic.share, arithmetic.conversion,
    listed.announced, listed.born,
)
_SETTLE = "Do the sum again; one of the figures is wrong or belongs to something else."


def topics(documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each sum, change, share, conversion, weekday, age or list that a report states with what it is made of."""
    by_place: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind in KINDS:
            document = documents[fact.span.source]
            by_place[fact.span.source, document.tokens[fact.first].sentence].append(fact)
    out: list[Topic] = []
    for (source, sentence), found in sorted(by_place.items(), key=lambda p: p[0]):
        found.sort(key=lambda f: (f.first, f.last))
        document = documents[source]
        before = by_place.get((source, sentence - 1), [])
        if sentence and document.sentences[sentence - 1].paragraph != document.sentences[sentence].paragraph:
            before = []
        passage = Passage(document, document.sentences[sentence], tuple(found), tuple(before))
        out.extend(_topic(document, said) for check in _CHECKS for said in check(passage))
    for document in documents:
        out.extend(_topic(document, said) for said in listed.weekdays(document))
    return tuple(out)


def _topic(document: Document, said: Sum) -> Topic:
    """The Topic of one sum; its sides are the figures that enter it."""
    places = sorted(set(said.places))
    texts = [" ".join(document.text(first, last).split()) for first, last in places]
    return Topic(
        id=f"sum:{said.level}:{document.source}.{places[0][0]}",
        kind=said.kind,
        label=said.label,
        question=None,
        sides=tuple(Side(document.span(*place), text) for place, text in zip(places, texts, strict=True)),
        verdict="agree" if said.right else "conflict",
        level="adds-up" if said.right else said.level,
        because=said.because,
        comparator="sums",
        hint=None if said.right else said.hint,
        settle=None if said.right else _SETTLE,
        normal=(said.level, *sorted(t.lower() for t in texts)),
    )
