"""Where it happened, stands or was found: one thing, put at two places that neither report puts together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.align.places import neighbours, standings, whereabouts
from checker.align.places.asked import alone, known_to_both, likely_one, one_question
from checker.align.places.neighbours import Named
from checker.align.places.phrases import phrase_at
from checker.align.places.spots import Apart, apart
from checker.align.places.whereabouts import ALIKE, MEANT, Telling
from checker.align.topic import identity
from checker.facts.place import compare, read_place, sorts
from checker.facts.spelling import fold
from checker.model import Document, Happening, Question, Side, Span, Topic, Verdict

LEVELS: dict[str, Verdict] = {"elsewhere": "conflict", "same": "agree"}
Pair = tuple[Telling, Telling, Apart]


def told(documents: Sequence[Document], happenings: Sequence[Happening]) -> dict[str, list[Telling]]:
    """Where each report says that things were or are, by what is asked."""
    known: list[dict[int, Happening]] = [{} for _ in documents]
    for happening in happenings:
        known[happening.source][happening.predicate] = happening
    out: dict[str, list[Telling]] = defaultdict(list)
    for document in documents:
        here = known[document.source]
        for telling in (*whereabouts.read(document, here), *standings.read(document, here)):
            out[telling.ask].append(telling)
    return out


def topics(documents: Sequence[Document], told: Mapping[str, Sequence[Telling]], asked: Sequence[Topic]) -> tuple[Topic, ...]:
    """One Topic for each thing that reports put at one place, or at two of which each names only its own.

    `asked` holds the topics of questions: clauses that are alike all in all, of which less need be told.
    """
    of_event = [t for ask, tellings in told.items() if not ask.endswith("-from") for t in tellings if t.main] if MEANT in told else []
    out: dict[str, Topic] = {}
    for ask, tellings in told.items():
        if ask.endswith(ALIKE):
            continue
        more = (t for t in of_event if ask == MEANT and t.ask != MEANT)  # "the ceremony took place": what the story is about
        for topic in _of_one_ask((*tellings, *more), documents):
            out.setdefault(topic.id, topic)
    for topic in _of_likeness(asked, told, documents):
        out.setdefault(topic.id, topic)
    for one, other in neighbours.pairs(documents):
        topic = _of_twins(one, other)
        out.setdefault(topic.id, topic)
    seen: list[frozenset[Span]] = []
    kept = []
    for topic in out.values():
        spans = frozenset(side.span for side in topic.sides)
        if not any(len(spans & others) > 1 for others in seen):  # taken to hospital there, and moved there
            kept.append(topic)
            seen.append(spans)
    return tuple(kept)


def _of_likeness(asked: Sequence[Topic], told: Mapping[str, Sequence[Telling]], documents: Sequence[Document]) -> Iterator[Topic]:
    """Two places of clauses that are alike all in all, told of one thing with one verb."""
    pairs = [
        (topic.readings[i].fact, topic.readings[j].fact) for topic in asked if topic.kind == "place" and topic.tier for i, j in topic.met
    ]
    if not pairs:
        return
    at: dict[tuple[int, int], list[Telling]] = defaultdict(list)
    for tellings in told.values():
        for telling in tellings:
            for spot in telling.phrase.spots[:1]:
                at[telling.document.source, spot.last - 1].append(telling)
    every = [t for tellings in told.values() for t in tellings]
    for one, other in pairs:
        for a in at.get((one.span.source, one.last - 1), ()):
            for b in at.get((other.span.source, other.last - 1), ()):
                if not likely_one(a, b):
                    continue
                parted = apart(a.phrase, b.phrase)
                if parted is None or parted.same or parted.names is None:
                    continue
                if known_to_both(a, b, parted) or _told_together(parted, documents):
                    continue
                mine = [t for t in every if t.ask in (a.ask, b.ask)]
                if alone(a, b, mine) and alone(b, a, mine):
                    because = f"{parted.because}, and each report knows only one of them"
                    sides = [_side(a, parted.mine), _side(b, parted.theirs)]
                    yield _topic(a.ask, f"where: {a.label}", "elsewhere", because, sorted(sides, key=lambda s: s.span))


def noted(asked: Sequence[Topic]) -> Iterator[Topic]:
    """The topics of questions, those of places as notes at most; slips, whose names share a word that tells, stay as they are.

    That two clauses are alike makes them no one happening: of 182 invented pairs that go together likeness called 68 two places.
    """
    for topic in asked:
        words = [set(fold(str(side.value)).split()) - sorts() for side in topic.sides]
        slip = any(one & other for n, one in enumerate(words) for other in words[n + 1 :] if one != other)
        yield replace(topic, tier="note") if topic.kind == "place" and topic.tier and not slip else topic


def _of_one_ask(tellings: Sequence[Telling], documents: Sequence[Document]) -> Iterator[Topic]:
    same: list[Pair] = []
    differing: list[Pair] = []
    for n, a in enumerate(tellings):
        for b in tellings[n + 1 :]:
            if a.document.source == b.document.source or (a.ask != b.ask and MEANT not in (a.ask, b.ask)) or not one_question(a, b):
                continue
            parted = apart(a.phrase, b.phrase)
            if parted is None:
                continue
            if parted.same:
                same.append((a, b, parted))
            elif not (known_to_both(a, b, parted) or _told_together(parted, documents)) and alone(a, b, tellings) and alone(b, a, tellings):
                differing.append((a, b, parted))
    used: set[int] = set()
    while differing:  # all that one report's place is at odds with, and who agrees with either
        a, b, parted = differing[0]
        sides = {a.document.source: _side(a, parted.mine), b.document.source: _side(b, parted.theirs)}
        members = {id(a), id(b)}
        for x, y, how in (*differing[1:], *same):
            if id(x) in members or id(y) in members:
                members |= {id(x), id(y)}
                sides.setdefault(x.document.source, _side(x, how.mine))
                sides.setdefault(y.document.source, _side(y, how.theirs))
        used |= members
        differing = [pair for pair in differing[1:] if id(pair[0]) not in members and id(pair[1]) not in members]
        because = f"{parted.because}, and each report knows only one of them" if parted.names else parted.because
        yield _topic(a.ask, f"where: {a.label}", "elsewhere", because, [sides[source] for source in sorted(sides)])
    for a, b, parted in same:
        if id(a) not in used and id(b) not in used:
            yield _topic(a.ask, f"where: {a.label}", "same", parted.because, [_side(a, parted.mine), _side(b, parted.theirs)])


def _told_together(parted: Apart, documents: Sequence[Document]) -> bool:
    """Whether some report puts one of the places in the other: "Kasba, a village in Umaria district"."""
    places = [read_place(name) for name in parted.names or ()]
    keys = {fold(place.name) for place in places}
    for document in documents if places else ():
        starts = (n.first for n in document.names if fold(document.text(n.first, n.last)) in keys)
        for phrase in filter(None, (phrase_at(document, start) for start in starts)):
            if all(any(compare(place, spot.place).level in ("same", "variant") for spot in phrase.spots) for place in places):
                return True
    return False


def _side(telling: Telling, tokens: tuple[int, int]) -> Side:
    document = telling.document
    return Side(document.span(*tokens), document.text(*tokens), telling.speaker)


def _of_twins(one: Named, other: Named) -> Topic:
    sides = [Side(d.span(first, last), d.text(first, last)) for d, first, last in sorted((one, other), key=lambda n: (n[0].source, n[1]))]
    because = f"{sides[0].value} and {sides[1].value} are rarely one place, and each report knows only one of them"
    return _topic("name-of-place", "name of the place", "elsewhere", because, sides)


def _topic(ask: str, label: str, level: str, because: str, sides: Sequence[Side]) -> Topic:
    question = Question("place", ask)
    normal = tuple(fold(str(side.value)) for side in sides)
    return Topic(
        id=identity(question, normal), kind="place", label=label, question=question, sides=tuple(sides), verdict=LEVELS[level], level=level,
        because=because, comparator="setting", normal=normal, settle="Ask somebody who was there, or look at a map.", tier="warning",
    )
