"""Readings of a card's fields: one question a field, the same in every report that speaks of the person."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.align.labels import label_of
from checker.align.questions.closeness import Printed
from checker.align.topic import SURE, identity, sides_of
from checker.facts import COMPARATORS
from checker.model import SEVERITIES, Comparison, Reading, Severity, Topic
from checker.readings.card import swap_hint


def of_cards(readings: Sequence[Reading]) -> tuple[list[Reading], list[Reading]]:
    """The readings of card fields, and the others."""
    return [r for r in readings if r.of_card], [r for r in readings if not r.of_card]


def topics(readings: Sequence[Reading], printed: Printed) -> tuple[Topic, ...]:
    """One Topic for every field of a card that is told twice, with the pairs that disagree."""
    groups: dict[tuple[str, str | None, str | None, str | None], list[Reading]] = defaultdict(list)
    for reading in readings:
        q = reading.question
        groups[q.kind, _HOMES.get(q.asks or "", q.asks), q.about, q.anchor].append(reading)
    out = (_topic(sorted(groups[key], key=lambda r: r.fact.span), printed) for key in sorted(groups, key=repr))
    return tuple(replace(t, hint=swap_hint(t.readings, readings)) if t.kind == "title" else t for t in out if t is not None)


def once(of_cards: Sequence[Topic], asked: Sequence[Topic]) -> Iterator[Topic]:
    """Both kinds of topics, each pair of ages once: as the age of the child or as that of the boy who was hit, whichever is graver."""

    def grave(topic: Topic) -> int:
        return SEVERITIES.index(topic.tier) if topic.tier else len(SEVERITIES)

    children = [t for t in of_cards if t.kind == "age" and t.question and (t.question.about or "").startswith("role:")]
    told = {frozenset(s.span for s in t.sides): t for t in children}
    twins = [(told[spans], t) for t in asked if (spans := frozenset(s.span for s in t.sides)) in told]
    dropped = [a if grave(b) <= grave(a) else b for a, b in twins]
    yield from (t for t in (*of_cards, *asked) if not any(t is other for other in dropped))


_HOMES = {"origin": "home"}  # "of Odense" and "from Aarhus" may be one and the same person's, but are worth a look
_GENERATION = 20  # years; slips of an age are smaller
_ONE_MAY_BE_BOTH = ("profession-differs", "chiefs-differ", "post-differs")
_UNLESS_SAID = (*_ONE_MAY_BE_BOTH, "anothers")


def _topic(told: Sequence[Reading], printed: Printed) -> Topic | None:
    pairs = _pairs(told, printed)
    if not pairs:
        return None
    used = sorted({i for i, j, _ in pairs} | {j for i, j, _ in pairs})
    members = [told[i] for i in used]
    against = [(i, j) for i, j, said in pairs if said.verdict == "conflict"]
    tier: Severity = "note"
    for i, j, said in pairs:
        if said.verdict != "conflict" or (said.level == "former-differs" and not all(_is_office(told[k]) for k in (i, j))):
            continue
        direct = (told[i].sure == "direct") + (told[j].sure == "direct")
        direct = min(direct, 1) if told[i].question.asks != told[j].question.asks else direct
        direct = 0 if direct < 2 and said.level in _ONE_MAY_BE_BOTH else direct
        direct = 0 if said.level != "transposed-digits" and _a_generation(told[i], told[j]) else direct
        tier = min(tier, SURE[direct], key=SEVERITIES.index)
    q = members[0].question
    normal = tuple(r.fact.value.normal() for r in members)
    return Topic(
        id=identity(q, normal), kind=q.kind, label=label_of(members[0]), question=q, sides=sides_of(members),
        verdict="unclear", level="open", because="",
        comparator=members[0].fact.kind, tier=tier if against else None, normal=normal, readings=tuple(members),
        met=tuple((used.index(i), used.index(j)) for i, j, _ in pairs), evidence=members[0].evidence,
    )


def _pairs(told: Sequence[Reading], printed: Printed) -> list[tuple[int, int, Comparison]]:
    """For every two reports the pair that speaks for them, one that agrees where there is one; inside one report only what conflicts."""
    best: dict[tuple[int, int], tuple[tuple[int, int], int, int, Comparison]] = {}
    ranks = {"agree": 0, "conflict": 1, "unclear": 2}
    offices: dict[int, set[str]] = defaultdict(set)
    for reading in told:
        offices[reading.fact.span.source].add(_office(reading))
    for (i, a), (j, b) in itertools.combinations(enumerate(told), 2):
        said = COMPARATORS[a.fact.kind].compare(a.fact.value, b.fact.value, {})
        if said.verdict == "conflict" and a.fact.kind == "place" and (printed.elsewhere(a, b) or printed.elsewhere(b, a)):
            continue  # a report that knows both places does not take one for the other
        if said.level in _UNLESS_SAID and any(said_by.issuperset((_office(a), _office(b))) for said_by in offices.values()):
            continue  # some report says that the person is both
        inside = a.fact.span.source == b.fact.span.source
        if inside and a.sentence == b.sentence:
            continue  # "Chief executive Ann Doe also serves as finance director": whoever says both in one breath means both
        if inside and (said.verdict != "conflict" or a.sure != "direct" or b.sure != "direct" or a.fact.kind == "age"):
            continue  # two ages in one report are mostly of two people, or of two years
        key = (a.fact.span.source, b.fact.span.source)
        rank = (ranks[said.verdict], (a.zone == "headline") + (b.zone == "headline"))  # copy before headlines
        if key not in best or rank < best[key][0]:
            best[key] = (rank, i, j, said)
    return sorted(((i, j, said) for _, i, j, said in best.values()), key=lambda p: (p[0], p[1]))


def _a_generation(a: Reading, b: Reading) -> bool:
    """Whether two ages lie so far apart that one is rather somebody else's."""
    x, y = a.fact.value.fields().get("value"), b.fact.value.fields().get("value")
    return a.fact.kind == "age" and isinstance(x, (int, float)) and isinstance(y, (int, float)) and abs(x - y) > _GENERATION


def _office(reading: Reading) -> str:
    """The office, told apart from one that is still to come."""
    value = reading.fact.value
    to_come = "designate " if "designate" in getattr(value, "states", ()) else ""
    return to_come + str(getattr(value, "office", ""))


def _is_office(reading: Reading) -> bool:
    """Whether a title stands as a form of address or with "former"; of "a finance manager" nobody says that he still is one."""
    text = str(getattr(reading.fact.value, "text", ""))
    return text[:1].isupper() or text.lower().startswith(("former", "ex-", "then"))
