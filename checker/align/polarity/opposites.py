"""Opposite states: of one person, thing or story one report tells what rules out what another tells."""

from __future__ import annotations

from collections.abc import Sequence

from checker.align.polarity import contraries, holders, plain, poles, states
from checker.align.polarity.contradiction import meet, two_voices
from checker.align.polarity.states import State
from checker.align.topic import identity, in_words
from checker.model import Card, Document, Happening, Question, Severity, Side, Span, Topic, Verdict

LEVELS: dict[str, Verdict] = {"opposite": "conflict", "denied": "conflict", "two-voices": "unclear"}
_BECAUSE = {
    "opposite": "both cannot be so at once",
    "denied": "one report says so, the other says not",
    "two-voices": "two speakers differ, and both may be reported rightly",
}
_Pair = tuple[State, State, str]  # with what both are of


def topics(documents: Sequence[Document], happenings: Sequence[Happening], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each state of which two reports tell the two poles."""
    entity = [dict[int, str]() for _ in documents]
    for card in cards:
        for mention in card.mentions:
            for i in range(mention.first, mention.last):
                entity[mention.source].setdefault(i, card.id)
    said = (*poles.said(documents), *contraries.said(documents), *plain.said(documents, happenings))
    out: list[Topic] = []
    for told in states.read(said, entity, holders.called(documents, cards)):
        met = [(a, b, thing) for n, a in enumerate(told) for b in told[n + 1 :] if (thing := meet(a, b, told)) is not None]
        out.extend(_topic(group) for group in _joined(met))
    return tuple(t for k, t in enumerate(out) if not any(_same_words(t, other) for other in out[:k]))


def unless_denied(denied: Sequence[Topic], opposed: Sequence[Topic]) -> tuple[Topic, ...]:
    """All of them, less the opposites in words that are reported as a denial already."""
    spans = [side.span for topic in denied if topic.verdict == "conflict" for side in topic.sides]
    return (*denied, *(t for t in opposed if not all(any(s.span.overlaps(d) for d in spans) for s in t.sides)))


def _same_words(a: Topic, b: Topic) -> bool:
    return all(any(s.span.overlaps(o.span) for o in b.sides) for s in a.sides)


def _joined(met: Sequence[_Pair]) -> list[list[_Pair]]:
    """The pairs in groups: those that share a state, or two reports, tell of one matter."""
    out: list[list[_Pair]] = []
    for pair in met:
        known, reports = _who_and_where(pair)
        for group in out:
            if any(known & other or reports == there for other, there in map(_who_and_where, group)):
                group.append(pair)
                break
        else:
            out.append([pair])
    return out


def _who_and_where(pair: _Pair) -> tuple[set[int], set[int]]:
    return {id(pair[0]), id(pair[1])}, {pair[0].document.source, pair[1].document.source}


def _topic(met: Sequence[_Pair]) -> Topic:
    a, b, thing = met[0]
    told = sorted({id(s): s for pair in met for s in (pair[0], pair[1])}.values(), key=lambda s: (s.document.source, s.said.head))
    of = thing.split(":")[-1].replace("-", " ") or None
    normal = tuple(sorted({f"{s.scale.name}:{s.pole}" for s in (a, b)}))
    question = Question("polarity", a.scale.name, of=of)
    level = "two-voices" if all(two_voices(x, y) for x, y, _ in met) else "denied" if a.scale.name.startswith("do:") else "opposite"
    tier: Severity = "warning" if any(_sure(*pair) for pair in met) else "note"
    return Topic(
        id=identity(question, normal), kind="polarity", question=question,
        label=f"{a.scale.says}: {in_words(thing)}" if of else a.scale.says,
        sides=tuple(Side(_span(s), "affirmed" if s.pole else "denied", s.speaker) for s in told), verdict=LEVELS[level], level=level,
        because=_BECAUSE[level], comparator="polarity", normal=normal, evidence=(f"both say {a.scale.says}",),
        settle="Check the record or the statement, or ask the one concerned.", tier=tier,
    )


def _sure(a: State, b: State, thing: str) -> bool:
    """Whether both name one holder, or the story has but one such matter; not where the denial may be out of date."""
    if a.update or b.update:
        return False
    one_matter = a.scale.story or a.scale.alone
    return bool(thing) or a.scale.sure or (one_matter and not _nouns(a).isdisjoint(_nouns(b)))


def _nouns(state: State) -> frozenset[str]:
    tokens = state.document.tokens[slice(*state.sentence)]
    return frozenset(t.lemma.lower() for t in tokens if t.pos in ("NOUN", "PROPN"))


def _span(state: State) -> Span:
    """The phrase, with the one it is said of where that stands close before it."""
    found = state.said
    first, last = min((*found.tokens, found.head)), max((*found.tokens, found.head))
    at = state.holder.at if state.holder is not None else None
    if at is not None and 0 <= first - at <= 8 and state.document.tokens[at].sentence == state.document.tokens[first].sentence:
        first = at
    return state.document.span(first, last + 1)
