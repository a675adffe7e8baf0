"""What the house's list says: how it spells a name, and who holds which office on the day of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from checker.config import Entry
from checker.facts import gazetteer, name, offices, organization
from checker.facts.name import PersonName, read_name
from checker.facts.spelling import fold, likeness
from checker.facts.title import Title, compare
from checker.model import NOT_COPY, Card, Document, Fact, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {"spelling": "conflict", "office": "conflict"}
_ONE_PERSON = ("same", "variant", "nickname", "part", "misspelled", "two-spellings")
_SETTLE = "Follow authority.toml, or correct it."


def topics(
    documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card], house_style: Sequence[str], authority: Sequence[Entry]
) -> tuple[Topic, ...]:
    """One Topic for each name that is not in the house's spelling, and for each title that its holder did not have on that day."""
    known = (*authority, *(Entry(_kind(word), word) for word in house_style))
    if not known:
        return ()
    out = [topic for entry in known for topic in _spelled(documents, cards, entry)]
    for entry in authority:
        if entry.titles:
            out.extend(_held(documents, facts, cards, entry))
    return tuple({topic.id: topic for topic in out}.values())


def settled(found: Sequence[Topic], cards: Sequence[Card], authority: Sequence[Entry]) -> Iterator[Topic]:
    """The topics of spellings, with the house's spelling as the hint; what the list knows as two spellings of one name is agreed."""
    words = {fold(word) for card in cards for f in card.fields if f.name == "name" for word in f.text.split()} if authority else set()
    present = [e for e in authority if fold(e.name.split()[-1]) in words]
    for topic in found:
        entry = next((e for e in present if topic.comparator == "spelling" and _has(e, topic.normal)), None)
        if entry is None:
            yield topic
        elif all(any(word in form.split() for form in (entry.name, *entry.others)) for word in topic.normal):
            yield replace(topic, verdict="agree", level="variant", because=f"both stand on the house's list for {entry.name}", settle=None)
        else:
            yield replace(topic, hint=f"the house's list has {entry.name}", settle=_SETTLE)


def _has(entry: Entry, spellings: Sequence[str]) -> bool:
    return any(word in entry.name.split() for word in spellings)


def _kind(word: str) -> Literal["person", "place"]:
    """A place where the gazetteer knows it, else a person's name: Kyiv, Sergei."""
    return "place" if gazetteer.is_country(word) or gazetteer.within(word) else "person"


# ---------------------------------------------------------------- spellings


def _spelled(documents: Sequence[Document], cards: Sequence[Card], entry: Entry) -> Iterator[Topic]:
    sides: dict[str, list[Side]] = defaultdict(list)
    seen: set[tuple[int, str]] = set()
    for card in cards:
        for field in card.fields:
            if field.name == "name" and (field.span.source, field.text) not in seen and _another_spelling(entry, field.text, card.name):
                seen.add((field.span.source, field.text))
                sides[field.text].append(Side(field.span, field.text))
    for text in sorted(sides):
        yield Topic(
            id="house:" + "/".join(sorted((fold(entry.name), text))), kind="name" if entry.kind == "person" else entry.kind,
            label=f"spelling of {entry.name}", question=None, sides=tuple(sorted(sides[text], key=lambda s: s.span)),
            verdict="conflict", level="spelling", because=f"the house writes {entry.name}", comparator="house",
            hint=f"the house writes {entry.name}", settle=_SETTLE, normal=(entry.name, text),
        )  # fmt: skip


def _another_spelling(entry: Entry, text: str, full: str) -> bool:
    """Whether the words are an accepted spelling of the entry's name, but not the house's."""
    text = " ".join(text.split())
    if text == entry.name or text.upper() == text or text in entry.name.split():
        return False
    if text in entry.others or any(fold(text) == fold(other) for other in entry.others):
        return fold(text) != fold(entry.name) or text in entry.others
    if entry.kind == "organization":
        return organization.how(text, entry.name) == "renamed" and len(text) > 6
    if entry.kind == "place":
        return gazetteer.one_name(text) == gazetteer.one_name(entry.name)
    if " " not in entry.name:  # one word of the house's style
        return any(likeness(word, entry.name) == "variant" for word in text.split())
    one, house = read_name(text), read_name(entry.name)
    if one is None or house is None or not _is_one(read_name(full), house):
        return False
    if one.family is None:
        return likeness(one.last, house.last) == "variant"
    return _is_one(one, house) and any(
        likeness(x, y) == "variant" for x, y in ((one.given[0], house.given[0] if house.given else ""), (one.last, house.last))
    )


def _is_one(one: PersonName | None, house: PersonName) -> bool:
    return one is not None and one.family is not None and house.family is not None and name.how(one, house) in _ONE_PERSON


# ---------------------------------------------------------------- titles with dates


def _held(documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card], entry: Entry) -> Iterator[Topic]:
    """Titles that copy gives to the person on a day on which the list has others."""
    forms = [read_name(form) for form in (entry.name, *entry.others)]
    ids = {c.id for c in cards if c.kind == "person" and any(f is not None and _is_one(read_name(c.name), f) for f in forms)}
    wrong: dict[str, list[tuple[Fact, str]]] = defaultdict(list)
    for fact in facts:
        value = fact.value
        if not isinstance(value, Title) or fact.entity not in ids or value.holder is None:
            continue
        document = documents[fact.span.source]
        if document.sentences[document.tokens[fact.first].sentence].zone in NOT_COPY:
            continue
        day = (document.report.published or document.report.clock or "")[:10]
        said = [compare(value, listed) for listed in _on(day, entry)]
        against = next((s for s in said if s.verdict == "conflict"), None)
        if against is not None and not any(s.verdict == "agree" for s in said):
            wrong[value.normal()].append((fact, against.because))
    for normal, found in sorted(wrong.items()):
        now = "; ".join(_told(held.title, held.since, held.until) for held in entry.titles)
        yield Topic(
            id=f"house:{fold(entry.name)}:{normal}", kind="title", label=f"office of {entry.name}", question=None,
            sides=tuple(Side(f.span, f.value.normal()) for f, _ in found), verdict="conflict", level="office", because=found[0][1],
            comparator="house", hint=f"the house's list has {now}", settle=_SETTLE, normal=(entry.name, normal),
        )  # fmt: skip


def _on(day: str, entry: Entry) -> Iterator[Title]:
    """The titles of the list as they are rightly put on a day; without a day only those that have no end."""
    for held in entry.titles:
        read = offices.read_office(held.title)
        if read is None or (held.since and day and day < held.since) or (held.until and not day):
            continue
        office, body, country, states = read
        if held.until and day > held.until:
            states = ("former", *(s for s in states if s != "former"))
        yield Title(held.title if "former" not in states else f"former {held.title}", office, body, country, states)


def _told(title: str, since: str | None, until: str | None) -> str:
    days: Mapping[tuple[bool, bool], str] = {
        (True, True): f" from {since} until {until}", (True, False): f" since {since}", (False, True): f" until {until}",
    }  # fmt: skip
    return title + days.get((since is not None, until is not None), "")
