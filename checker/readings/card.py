"""The fields of a card as readings: which office, what age, from where; and who holds a role that two people are given."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from checker.entities.rivals import Rivals, rivals
from checker.facts import organization
from checker.facts.gender import Gender
from checker.facts.name import PersonName
from checker.facts.organization import Organization
from checker.facts.place import Place
from checker.facts.title import Title
from checker.facts.title import compare as compare_titles
from checker.model import NOT_COPY, Card, Document, Fact, Field, Mood, Question, Reading, ZoneKind
from checker.readings import aged_roles, children, namesakes, swapped

_MOST = 3  # offices of one person in one report beyond which the text lists a career


def read(documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card]) -> tuple[Reading, ...]:
    """One Reading for each office, age, home and nationality that a report gives to a person, in order of place."""
    people = {card.id: card for card in cards if card.kind == "person"}
    out: list[Reading] = []
    for kind in ("title", "age"):
        told: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        for fact in facts:
            if (
                fact.kind == kind
                and fact.entity in people
                and fact.entity is not None
                and _is_copy(documents[fact.span.source], fact.first)
            ):
                told[fact.entity, fact.span.source].append(fact)
        for (entity, source), found in told.items():
            found = _telling(found) if kind == "title" else found
            out.extend(_reading(documents[source], fact, people[entity], "office" if kind == "title" else "age") for fact in found)
    for card in people.values():
        out.extend(_places(documents, card))
        out.extend(_bodies(documents, card))
        out.extend(_genders(documents, card))
    out.extend(children.read(documents, facts, cards))
    out.extend(aged_roles.read(documents, facts, cards))
    out.extend(namesakes.read(documents, facts))
    out = list(swapped.marked(out))
    for rivalry in rivals(cards, documents, facts):
        out.extend(_roles(documents, facts, people, rivalry))
    return tuple(sorted(out, key=lambda r: (r.fact.span, r.question.kind, r.question.asks or "", r.question.about or "")))


def swap_hint(told: Sequence[Reading], readings: Sequence[Reading]) -> str | None:
    """Whose title one of the topic's titles is in the other reports: "the title belongs to Anna Berg in the other reports"."""
    for reading in told:
        title = reading.fact.value
        if not isinstance(title, Title) or not (title.country or title.body or " " in title.office):
            continue
        for other in readings:
            value = other.fact.value
            if not isinstance(value, Title) or other.question.about == reading.question.about:
                continue
            if other.fact.span.source == reading.fact.span.source or (title.country or title.body) != (value.country or value.body):
                continue
            if compare_titles(title, value).level in ("same", "synonym"):
                return f"the title belongs to {other.holder} in the other reports"
    return None


def _is_copy(document: Document, i: int) -> bool:
    return _zone(document, i) not in NOT_COPY


def _zone(document: Document, i: int) -> ZoneKind:
    return document.sentences[document.tokens[i].sentence].zone


def _telling(titles: Sequence[Fact]) -> list[Fact]:
    """Of the titles a report gives to one person each office once, as fully as it is put; none where it lists a career."""
    out: list[Fact] = []
    for fact in sorted(titles, key=lambda f: (_bound(f) != "direct", f.span)):
        value = fact.value
        assert isinstance(value, Title)
        for n, other in enumerate(out):
            assert isinstance(other.value, Title)
            said = compare_titles(other.value, value)
            if said.level in ("same", "synonym", "broader"):
                if _fullness(value) > _fullness(other.value) and _bound(fact) == _bound(other):
                    out[n] = fact
                break
        else:
            out.append(fact)
    return out if len(out) <= _MOST else []


def _fullness(title: Title) -> tuple[int, int]:
    return (title.body is not None) + (title.country is not None) + len(title.states), len(title.office.split())


def _bound(fact: Fact) -> Literal["direct", "near"]:
    return "direct" if isinstance(fact.value, Title) and fact.value.holder is not None else "near"


def _reading(document: Document, fact: Fact, card: Card, asks: str) -> Reading:
    sure: Literal["direct", "near"] = _bound(fact) if fact.kind == "title" else _age_bound(document, fact, card)
    anchor = "then" if fact.kind == "age" and is_of_then(document, fact) else None
    mood: Mood = "planned" if isinstance(fact.value, Title) and "designate" in fact.value.states else "actual"
    return Reading(
        Question(fact.kind, asks, card.id, anchor=anchor),
        fact,
        _speaker(document, fact),
        mood,
        sure,
        (f"said of {card.name}",),
        document.tokens[fact.head].sentence,
        card.name,
        _cues(asks if anchor is None else f"{asks}-{anchor}", card.id), zone=_zone(document, fact.first), of_card=True,
    )


def _cues(asks: str, about: str) -> frozenset[str]:
    """The name of the question and its holder in one term: two offices meet only where they are one person's."""
    return frozenset({f"n:{asks}@{about}", f"h:{about}"})


def _age_bound(document: Document, fact: Fact, card: Card) -> Literal["direct", "near"]:
    """An age is bound by syntax where the person stands within a few words of it."""
    near = range(fact.first - 6, fact.last + 7)
    return (
        "direct"
        if any(m.source == document.source and (m.first in near or m.last in near) and m.how in ("name", "pronoun") for m in card.mentions)
        else "near"
    )


def is_of_then(document: Document, fact: Fact) -> bool:
    """ "then-15-year-old", "was 18 at the time": an age of another day."""
    following = [t.lower for t in document.tokens[fact.last : fact.last + 3]]
    if following[:1] == ["when"] or following == ["at", "the", "time"]:
        return True
    before = [t.lower for t in document.tokens[max(0, fact.first - 4) : fact.first + 1]]
    if {"was", "were", "turned"} & set(before) and {"since", "when", "until", "before", "after"} & set(before):
        return True  # "since she was 18"
    return any(word.startswith("then") for word in before)


def _places(documents: Sequence[Document], card: Card) -> Iterator[Reading]:
    """Home and nationality, each once a report; who is "of Lyon" need not live there."""
    seen: set[tuple[str, str, int]] = set()
    for field in card.fields:
        if field.name not in ("home", "nationality") or (field.name, field.value, field.span.source) in seen:
            continue
        seen.add((field.name, field.value, field.span.source))
        document = documents[field.span.source]
        first, last = _tokens(document, field)
        before = document.tokens[first - 1].lower if first else ""
        asks = "nationality" if field.name == "nationality" else "origin" if before == "from" else "home"
        value = Place(field.text, field.value if field.name == "nationality" else field.text)
        yield _of_field(document, Fact("place", field.span, value, first, last, last - 1), card, asks)


def _bodies(documents: Sequence[Document], card: Card) -> Iterator[Reading]:
    """Membership, where two reports name bodies that are easily taken for one another: Arctic Council, Nordic Council."""
    told = [f for f in card.fields if f.name == "organization"]
    alike = {
        f
        for f in told
        for g in told
        if f.span.source != g.span.source and organization.how(f.text, g.text) in ("modifier-differs", "garbled")
    }
    for field in sorted(alike, key=lambda f: f.span):
        document = documents[field.span.source]
        first, last = _tokens(document, field)
        yield _of_field(document, Fact("organization", field.span, Organization(field.text), first, last, last - 1), card, "member")


def _genders(documents: Sequence[Document], card: Card) -> Iterator[Reading]:
    """He or she, once a report; surely where it is said twice or with Mr and Ms, not at all where one report says both."""
    told: dict[int, list[Field]] = defaultdict(list)
    for field in card.fields:
        if field.name == "gender":
            told[field.span.source].append(field)
    for source, fields in told.items():
        document = documents[source]
        if len({f.value for f in fields}) == 1 and not any(_perhaps_a_wife(document, card, f) for f in fields):
            first, last = _tokens(document, fields[0])
            fact = Fact("gender", fields[0].span, Gender(fields[0].value), first, last, first)
            sure: Literal["direct", "near"] = "direct" if len(fields) > 1 or fields[0].text.lower() not in ("he", "she") else "near"
            yield _of_field(document, fact, card, "gender", sure)


def _perhaps_a_wife(document: Document, card: Card, field: Field) -> bool:
    """Whether it is the "Mrs" of "Mrs Holm", who may be the wife or the widow of the man whose card it is."""
    _, last = _tokens(document, field)
    bare = any(m.source == field.span.source and m.first <= last < m.last and m.last - max(m.first, last) == 1 for m in card.mentions)
    return field.text.lower().rstrip(".") == "mrs" and bare


def _of_field(document: Document, fact: Fact, card: Card, asks: str, sure: Literal["direct", "near"] = "direct") -> Reading:
    return Reading(
        Question("name" if fact.kind == "gender" else fact.kind, asks, card.id),
        fact,
        _speaker(document, fact),
        "actual",
        sure,
        (f"said of {card.name}",),
        document.tokens[fact.first].sentence,
        card.name,
        _cues(asks, card.id), zone=_zone(document, fact.first), of_card=True,
    )


def _tokens(document: Document, field: Field) -> tuple[int, int]:
    """The tokens of a field's words."""
    first = bisect_right(document.starts, field.span.start) - 1
    return first, max(first + 1, bisect_left(document.starts, field.span.end))


def _roles(documents: Sequence[Document], facts: Sequence[Fact], people: dict[str, Card], rivalry: Rivals) -> Iterator[Reading]:
    """Who it is that both reports put in one role: the fullest name in each report."""
    about = f"role:{rivalry.role}"
    for entity in (rivalry.a, rivalry.b):
        best: dict[int, Fact] = {}
        for fact in facts:
            if fact.kind == "name" and fact.entity == entity and isinstance(fact.value, PersonName):
                known = best.get(fact.span.source)
                if known is None or (isinstance(known.value, PersonName) and len(fact.value.parts) > len(known.value.parts)):
                    best[fact.span.source] = fact
        for source in sorted(best):
            fact = best[source]
            document = documents[source]
            yield Reading(
                Question("name", rivalry.role, about),
                fact,
                _speaker(document, fact),
                "actual",
                "direct" if entity == rivalry.a else rivalry.sure,
                (rivalry.because,),
                document.tokens[fact.head].sentence,
                rivalry.role,
                _cues("who", about), of_card=True,
            )


def _speaker(document: Document, fact: Fact) -> str | None:
    k = document.speech_of[fact.head]
    speaker = document.speeches[k].speaker if k >= 0 else None
    return document.text(*speaker) if speaker is not None else None
