"""Where it happened, stands or was found: one thing, put at two places that neither report puts together."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.align import standings, twins, whereabouts
from checker.align.participants import meeting, named
from checker.align.spots import Apart, apart, table
from checker.align.topic import identity
from checker.align.twins import Named
from checker.align.whereabouts import MEANT, Telling
from checker.facts.spelling import fold
from checker.model import Document, Happening, Question, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {"elsewhere": "conflict", "same": "agree"}


def topics(documents: Sequence[Document], happenings: Sequence[Happening]) -> tuple[Topic, ...]:
    """One Topic for each thing that two reports put at two places, neither of which the other report names."""
    told: dict[str, list[Telling]] = defaultdict(list)
    known: list[dict[int, Happening]] = [{} for _ in documents]
    for happening in happenings:
        known[happening.source][happening.predicate] = happening
    for document in documents:
        here = known[document.source]
        for telling in (*whereabouts.read(document, here), *standings.read(document, here)):
            told[telling.ask].append(telling)
    if MEANT in told:  # "the ceremony took place": what the story is about
        told[MEANT] += [t for ask, tellings in told.items() if ask != MEANT and not ask.endswith("-from") for t in tellings if t.main]
    out: dict[str, Topic] = {}
    for tellings in told.values():
        for a, b in _pairs(tellings):
            parted = apart(a.phrase, b.phrase)
            if parted is None:
                continue
            if parted.same or (not _known_to_both(a, b, parted) and _alone(a, b, tellings) and _alone(b, a, tellings)):
                topic = _topic(a, b, parted)
                out.setdefault(topic.id, topic)
    for one, other in twins.pairs(documents):
        topic = _twins(one, other)
        out.setdefault(topic.id, topic)
    return tuple(out.values())


def _pairs(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    for n, a in enumerate(tellings):
        for b in tellings[n + 1 :]:
            if a.document.source != b.document.source and (a.ask == b.ask or MEANT in (a.ask, b.ask)) and _one_thing(a, b):
                yield a, b


def _one_thing(a: Telling, b: Telling) -> bool:
    """Whether both answer one question: the same happening with the same people and things, on no other day."""
    if a.anchor and b.anchor and a.anchor != b.anchor and len(a.anchor) == len(b.anchor):
        return False
    if (a.anchor == "earlier") != (b.anchor == "earlier"):
        return False
    if a.planned != b.planned and a.planned is not None and b.planned is not None:
        return False
    if MEANT in (a.ask, b.ask):
        return a.main or b.main
    met = meeting(a.subject, b.subject), meeting(a.thing, b.thing)
    if "no" in met:
        return False
    if a.ask in _kept():  # a seat, a plant: of no other owner and sort
        return met[1] == "same" and a.thing is not None and b.thing is not None and a.thing.marks == b.thing.marks
    if a.loose or b.loose:
        return True
    if a.ask == "found":
        return "same" in met or _spoken_of(a, b) or _spoken_of(b, a)
    if a.group != b.group and a.ask not in _alike() and not (a.main and b.main) and a.group and b.group:
        return False
    if "same" in met:
        return a.ask not in _many() or named(a.subject, b.subject) or named(a.thing, b.thing)
    if a.ask in _many():
        return False
    pointed = any(x and y and x.pronoun != y.pronoun for x, y in ((a.subject, b.subject), (a.thing, b.thing)))  # "both were handed over"
    return pointed or ((a.main or b.main or a.definite or b.definite) and (_bare(a) or _bare(b)))


def _bare(telling: Telling) -> bool:
    """Whether nobody who takes part is told, but by a pronoun."""
    return not any(p and not p.pronoun for p in (telling.subject, telling.thing))


def _spoken_of(a: Telling, b: Telling) -> bool:
    """Whether one report's name for the thing stands in the other report, which calls it by a noun here: "the Volvo", "the car"."""
    if a.thing is None or b.thing is None or not a.thing.names or b.thing.names or b.thing.pronoun:
        return False
    return any(fold(t.text) in a.thing.names for t in b.document.tokens if t.text[:1].isupper())


def _alone(a: Telling, other: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether the report knows one place only for it."""
    for t in tellings:
        if t.document.source == a.document.source and t is not a and _one_thing(t, other):
            said = apart(a.phrase, t.phrase, by_part=False)
            if said is None or not said.same:
                return False
    return True


def _known_to_both(a: Telling, b: Telling, parted: Apart) -> bool:
    """Whether a report names the other's place too, so that it hardly takes one for the other; of a seat both have to."""
    if parted.names is None:
        return False
    names = _names(a.document, parted.names[1]), _names(b.document, parted.names[0])
    return all(names) if a.ask in _kept() else any(names)


def _names(document: Document, place: str) -> bool:
    key = fold(place)
    return any(key in fold(document.text(n.first, n.last)) for n in document.names)


@functools.cache
def _kept() -> frozenset[str]:
    return frozenset(("seat", "plant", "centre"))


@functools.cache
def _alike() -> frozenset[str]:
    return frozenset((*table()["alike"]["lemmas"].values(), "depart-from"))


@functools.cache
def _many() -> frozenset[str]:
    return frozenset(table()["many"]["concepts"].split())


def _topic(a: Telling, b: Telling, parted: Apart) -> Topic:
    (a, mine), (b, theirs) = sorted(((a, parted.mine), (b, parted.theirs)), key=lambda s: (s[0].document.source, s[1]))
    level = "same" if parted.same else "elsewhere"
    names = [t.document.text(*span) for t, span in ((a, mine), (b, theirs))]
    because = parted.because if parted.same else f"{parted.because}, and each report knows only one of them" if parted.names else parted.because
    sides = tuple(Side(t.document.span(*span), n, t.speaker) for t, span, n in zip((a, b), (mine, theirs), names, strict=True))
    return _of(a.ask, a.label, level, because, sides)


def _twins(one: Named, other: Named) -> Topic:
    sides = tuple(Side(d.span(first, last), d.text(first, last)) for d, first, last in sorted((one, other), key=lambda n: n[0].source))
    because = f"{sides[0].value} and {sides[1].value} are mostly two places, and each report knows only one of them"
    return _of("name-of-place", "name of the place", "elsewhere", because, sides)


def _of(ask: str, label: str, level: str, because: str, sides: tuple[Side, ...]) -> Topic:
    question = Question("place", ask)
    normal = tuple(fold(str(side.value)) for side in sides)
    return Topic(
        id=identity(question, normal), kind="place", label=f"where: {label}" if ask != "name-of-place" else label, question=question, sides=sides,
        verdict=LEVELS[level], level=level, because=because, comparator="setting", normal=normal,
        settle="somebody who was there, or a map", tier="warning",
    )
