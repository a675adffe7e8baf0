"""Opposite states: of one person, thing or story one report tells what rules out what another tells."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.align import holders, poles
from checker.align.claims import table
from checker.align.holders import Holder
from checker.align.poles import Said, Scale
from checker.align.topic import identity
from checker.language.clauses import mood, negated
from checker.model import NOT_COPY, Card, Document, Happening, Mood, Question, Severity, Side, Span, Topic, Verdict

LEVELS: dict[str, Verdict] = {"opposite": "conflict", "two-voices": "unclear"}


@dataclass(frozen=True, slots=True)
class State:
    """That one pole of a scale is so of somebody or something, by one report."""

    said: Said
    document: Document
    pole: bool
    holder: Holder | None
    actor: Holder | None
    mood: Mood
    times: frozenset[str]
    speaker: str | None
    years: frozenset[str]
    figures: frozenset[str]
    never: bool
    update: bool  # "so far", "yet": another report may know more

    @property
    def scale(self) -> Scale:
        return self.said.phrase.scale


def topics(documents: Sequence[Document], happenings: Sequence[Happening], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each state of which two reports tell the two poles."""
    entity = [dict[int, str]() for _ in documents]
    for card in cards:
        for mention in card.mentions:
            for i in range(mention.first, mention.last):
                entity[mention.source].setdefault(i, card.id)
    told: dict[str, list[State]] = defaultdict(list)
    called = holders.called(documents, cards)
    for document in documents:
        for found in poles.said(document):
            state = read(document, found, entity[document.source], called)
            if state is not None:
                told[found.phrase.scale.name].append(state)
    out = []
    for _, states in sorted(told.items()):
        if len({s.pole for s in states}) == 2:
            met = [(a, b, thing) for n, a in enumerate(states) for b in states[n + 1 :] if (thing := meet(a, b, states)) is not None]
            out.extend(_topic(group) for group in _joined(met))
    return tuple(out)


def unless_denied(denied: Sequence[Topic], opposed: Sequence[Topic]) -> tuple[Topic, ...]:
    """All of them, less the opposites in words that are reported as a denial already."""
    spans = [side.span for topic in denied if topic.verdict == "conflict" for side in topic.sides]
    return (*denied, *(t for t in opposed if not all(any(s.span.overlaps(d) for d in spans) for s in t.sides)))


def meet(a: State, b: State, states: Sequence[State]) -> str | None:
    """What both tell of, "" for the story as a whole; None where both may be so."""
    if a.document is b.document or a.pole == b.pole or not _one_time(a, b):
        return None
    if a.said.phrase.to and b.said.phrase.to and _two_actors(a, b):
        return None
    if a.scale.figure and not any("." in w or len(w) > 1 for w in a.figures & b.figures):
        return None
    if a.scale.mute and _told(a if not a.pole else b) & a.scale.mute:
        return None
    thing = one(a, b)
    if thing is None or (a.scale.nouns and not {h.noun for h in (a.holder, b.holder) if h is not None} & a.scale.nouns):
        return None
    for other in states:  # a report that tells both poles tells of a change, or of two
        for mine, theirs in ((a, b), (b, a)):
            if other.document is mine.document and other.pole == theirs.pole and one(other, theirs, loose=True) is not None:
                return None
    return thing


def _told(state: State) -> frozenset[str]:
    return frozenset(t.lemma.lower() for t in state.document.tokens)


def one(a: State, b: State, loose: bool = False) -> str | None:
    """What both states are of; `loose` asks whether they may be of one."""
    x, y, scale = a.holder, b.holder, a.scale
    if x is not None and y is not None:
        thing = holders.same(x, y)
        if thing is not None:
            return thing
        if holders.apart(x, y):
            return None
        if scale.story or (loose and (not x.noun or not y.noun)):
            return ""
        nobody = {"none", "all"} & {h.scope for h in (x, y) if h.noun is None and not h.cards and not h.names}
        weak = any(s.pole and s.said.phrase.strong for s in (a, b))
        if nobody and not (x.bounded or y.bounded or weak) and scale.name in ("harm", "life"):
            return ""
        return "" if scale.alone and (x.noun is None or y.noun is None) else None
    return "" if scale.story or scale.alone or loose else None


def read(document: Document, found: Said, entity: Mapping[int, str], called: Mapping[str, frozenset[str]]) -> State | None:
    """The state that a phrase tells; None where it is asked, may be, or is told of another time."""
    tokens, phrase, words = document.tokens, found.phrase, _words()
    head = tokens[found.head]
    sentence = document.sentences[head.sentence]
    if sentence.zone in NOT_COPY or tokens[sentence.last - 1].text == "?":
        return None
    verb = _verb(document, head.i)
    near = {tokens[i].lower for i in range(max(sentence.first, found.tokens[0] - 12), min(sentence.last, found.tokens[-1] + 13))}
    clause = {tokens[k].lower for c in (*document.children[verb], *document.children[head.i]) for k in (c, *document.children[c]) if tokens[c].relation not in ("subject", "passive_subject", "object")}
    years = frozenset(w for w in clause if w.isdigit() and len(w) == 4 and w[:2] in ("19", "20"))
    figures = frozenset(w for w in clause if w[0].isdigit()) - years
    if clause & words["before"]:
        return None
    told = mood(document, head.i) if verb == head.i else mood(document, verb)
    if mood(document, head.i) != "actual":
        told = mood(document, head.i)
    if _supposed(document, verb):
        return None
    above = tokens[head.head].lemma if head.head != head.i else ""
    if above in words["supposed"] or (found.tokens[0] and tokens[found.tokens[0] - 1].lemma in words["supposed"]):
        told = "possible"  # "is presumed dead", "suspected of firing"
    denied = not phrase.fixed and _denied(document, found, verb)
    around = {tokens[c].lower for i in {*found.tokens, verb} for c in document.children[i] if tokens[c].relation in ("adverb", "adjective", "determiner")}
    if around & words["partly"] or (denied and (phrase.strong or around & words["degree"])):
        return None
    if phrase.fixed and tokens[max(0, found.tokens[0] - 1)].lower == "not" and "not" not in phrase.first:
        return None
    update = bool(near & words["update"])
    at = _said_of(document, found)
    if at in found.tokens:
        at = None
    actor = holders.actor_of(document, head.i) if phrase.to else None
    who_or_what = holders.holder(document, at, entity, called)
    if phrase.scale.people is not None and not _fits(phrase.scale, who_or_what):
        return None
    k = document.speech_of[head.i]
    who = document.speeches[k].speaker if k >= 0 else None
    speaker = None
    if who is not None:
        top = next((j for j in range(*who) if not who[0] <= tokens[j].head < who[1]), who[1] - 1)
        speaker = entity.get(top) or tokens[top].lemma.lower()
    times = _times(document, {head.i, verb})
    if phrase.scale.future and told != "planned" and not phrase.fixed:
        return None
    return State(
        found, document, phrase.pole != denied, who_or_what,
        holders.holder(document, actor if actor != at else None, entity, called), told, times, speaker, years, figures, denied and "never" in clause,
        update,
    )


def _said_of(document: Document, found: Said) -> int | None:
    """The token of which the phrase is said; where a scale is told of certain things, the one of them."""
    subject, thing = holders.subject_of(document, found.head), holders.object_of(document, found.head)
    first, second = (thing, subject) if found.phrase.to else (subject, thing)
    nouns = found.phrase.scale.nouns
    if nouns and found.phrase.scale.people is False and second is not None and document.tokens[second].lemma.lower() in nouns:
        if first is None or document.tokens[first].lemma.lower() not in nouns:
            return second
    return first


def _fits(scale: Scale, holder: Holder | None) -> bool:
    """Whether people-only scales are told of no thing, and the others of no person."""
    if holder is None:
        return True
    if scale.people:
        return not any(c.startswith(("place:", "organization:")) for c in holder.cards)
    return not any(c.startswith("person:") for c in holder.cards)


def _verb(document: Document, i: int) -> int:
    """The verb that carries the phrase: itself, or the one that a noun or adverb hangs on."""
    tokens = document.tokens
    for _ in range(3):
        token = tokens[i]
        gerund = token.relation == "oblique" and any(tokens[c].relation == "case" for c in document.children[i])
        if (token.pos in ("VERB", "AUX") and not gerund) or token.head == i or token.relation not in ("oblique", "adverb", "attribute", "object", "case", "open_clause"):
            return i
        i = token.head
    return i


def _times(document: Document, clause: set[int]) -> frozenset[str]:
    """The weekdays, months and stages ("first half") in a clause."""
    tokens, words, out = document.tokens, _words(), set()
    below = [k for i in clause for c in document.children[i] for k in (c, *document.children[c], *(g for k in document.children[c] for g in document.children[k]))]
    for k in sorted(set(below)):
        token = tokens[k]
        if token.pos == "PROPN" and token.lower in words["times"]:
            out.add(token.lower)
        elif token.lower in words["ordinals"] and tokens[token.head].lemma in words["stages"]:
            out.add(f"{token.lower} {tokens[token.head].lemma}")
    return frozenset(out)


def _denied(document: Document, found: Said, verb: int) -> bool:
    tokens = document.tokens
    count = int(negated(document, found.head))
    if verb != found.head and tokens[found.head].relation in ("oblique", "adverb", "case"):
        count += negated(document, verb)
    for i in found.tokens:
        if i != found.head and tokens[i].relation not in ("subject", "passive_subject"):
            count += any(tokens[c].lower == "no" and c not in found.tokens for c in document.children[i])
    return count % 2 == 1


def _supposed(document: Document, i: int) -> bool:
    """Whether a clause above is only supposed: "if ...", "it is unclear whether"."""
    tokens = document.tokens
    if any(tokens[k].lower in ("if", "unless") for c in document.children[i] if tokens[c].relation == "adverbial_clause" for k in document.children[c]):
        return True
    for _ in range(6):
        if any(tokens[c].relation == "marker" and tokens[c].lower in ("if", "unless", "whether") for c in document.children[i]):
            return True
        if tokens[i].head == i:
            return False
        i = tokens[i].head
    return False


def _one_time(a: State, b: State) -> bool:
    if a.times and b.times and a.times.isdisjoint(b.times):
        return False
    if a.years.isdisjoint(b.years) and ((a.years and not b.never) or (b.years and not a.never)) and not a.scale.planned:
        return False
    if not {a.mood, b.mood} <= {"actual", "planned"} or (a.mood != b.mood and not a.scale.planned):
        return False
    if a.said.phrase.passing and b.said.phrase.passing and not a.times & b.times:
        return False
    return True


def _two_actors(a: State, b: State) -> bool:
    x, y = a.actor, b.actor
    if x is None or y is None:
        return False
    if holders.apart(x, y):
        return True
    return bool(x.noun and y.noun and (not holders.one_noun(x.noun, y.noun) or (x.marks and y.marks and x.marks.isdisjoint(y.marks))))


def _two_voices(a: State, b: State) -> bool:
    """Whether two parties speak, neither of whom has it by office."""
    if not a.speaker or not b.speaker or a.speaker == b.speaker:
        return False
    words = [s.lower().replace(":", " ").split() for s in (a.speaker, b.speaker)]
    authority = _words()["authority"]
    return not all(said[0] == "organization" or any(w in authority for w in said) for said in words)


def _joined(met: Sequence[tuple[State, State, str]]) -> list[list[tuple[State, State, str]]]:
    """The pairs in groups: those that share a state, or two reports, tell of one matter."""
    out: list[list[tuple[State, State, str]]] = []
    for pair in met:
        known = {id(s) for s in pair[:2]}
        reports = {s.document.source for s in pair[:2]}
        for group in out:
            if any(known & {id(s) for s in p[:2]} or reports == {s.document.source for s in p[:2]} for p in group):
                group.append(pair)
                break
        else:
            out.append([pair])
    return out


def _topic(met: Sequence[tuple[State, State, str]]) -> Topic:
    a, b, thing = met[0]
    states = sorted({id(s): s for pair in met for s in pair[:2]}.values(), key=lambda s: (s.document.source, s.said.head))
    of = thing.split(":")[-1].replace("-", " ") or None
    normal = tuple(sorted({f"{s.scale.name}:{s.pole}" for s in (a, b)}))
    question = Question("polarity", a.scale.name, of=of)
    level = "two-voices" if all(_two_voices(x, y) for x, y, _ in met) else "opposite"
    because = "the two cannot both be so" if level == "opposite" else "two speakers differ, and both may be reported rightly"
    tier: Severity = "note" if all(x.update or y.update for x, y, _ in met) else "warning"
    return Topic(
        id=identity(question, normal), kind="polarity", label=f"{a.scale.says}: {of}" if of else a.scale.says, question=question,
        sides=tuple(Side(_span(s), "affirmed" if s.pole else "denied", s.speaker) for s in states), verdict=LEVELS[level], level=level,
        because=because, comparator="polarity", normal=normal, evidence=(f"both tell {a.scale.says}",),
        settle="the primary source: the record, the statement or the witness", tier=tier,
    )


def _span(state: State) -> Span:
    found = state.said
    first, last = min((*found.tokens, found.head)), max((*found.tokens, found.head))
    at = state.holder.at if state.holder is not None else None
    if at is not None and 0 <= first - at <= 8 and state.document.tokens[at].sentence == state.document.tokens[first].sentence:
        first = at
    return state.document.span(first, last + 1)


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    data = poles.table()["words"]
    assert isinstance(data, dict)
    return {key: frozenset(words) for key, words in data.items() if key != "source"} | {"times": frozenset(table()["times"])}
