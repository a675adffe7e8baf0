"""People: every mention by name goes to one person over all reports; two people of one family name stay two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.entities.draft import Draft, slug
from checker.facts import name
from checker.facts.name import PersonName
from checker.facts.spelling import fold, gender_of, likeness, roman, short_initials, words
from checker.model import Document, Fact, Field

_ORDER = ("same", "variant", "nickname", "part", "misspelled", "two-spellings")


@dataclass(slots=True)
class _Person:
    """Spellings of one person's full name, and where they stand."""

    spellings: list[PersonName]
    sources: Counter[int] = field(default_factory=Counter)
    places: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # source -> tokens
    numbers: list[int] = field(default_factory=list)
    initials: set[str] = field(default_factory=set)  # first letters of its words, in one romanization


def drafts(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Draft]:
    """A draft for each person named, with all mentions by name."""
    full: dict[str, list[int]] = defaultdict(list)
    single: list[int] = []
    for number, fact in enumerate(facts):
        if fact.kind == "name" and isinstance(fact.value, PersonName):
            if fact.value.family is None:
                single.append(number)
            else:
                full[_spelling(fact.value)].append(number)
    people = _people(facts, full)
    for number in single:
        _place_single(documents, facts, people, number)
    out: list[Draft] = []
    taken: Counter[str] = Counter()
    for person in sorted(people, key=lambda p: _best(facts, p).normal()):
        draft = _draft(documents, facts, person)
        taken[draft.id] += 1
        if taken[draft.id] > 1:
            draft.id = f"{draft.id}-{taken[draft.id]}"
        out.append(draft)
    return out


def _people(facts: Sequence[Fact], full: dict[str, list[int]]) -> list[_Person]:
    """Spellings that are one person's put together, likest first, never against a spelling that says otherwise."""
    people: list[_Person] = []
    for spelling in sorted(full):
        numbers = full[spelling]
        person = _Person([_value(facts[numbers[0]])])
        person.initials = _initials(person.spellings[0])
        _add(person, facts, numbers)
        people.append(person)
    pairs: list[tuple[int, int, int]] = []
    for i, a in enumerate(people):
        for j in range(i + 1, len(people)):
            if _may_be_one(a.spellings[0], people[j].spellings[0]):
                level = name.how(a.spellings[0], people[j].spellings[0])
                if level in _ORDER:
                    pairs.append((_ORDER.index(level), i, j))
    home = list(range(len(people)))
    for rank, i, j in sorted(pairs):
        x, y = people[home[i]], people[home[j]]
        if x is y or (rank >= 4 and _both_in_one_report(x, y)):
            continue
        if all(name.how(a, b) in _ORDER for a in x.spellings for b in y.spellings):
            x.spellings.extend(y.spellings)
            x.initials |= y.initials
            _add(x, facts, y.numbers)
            home = [home[i] if h == home[j] else h for h in home]
    return [people[h] for h in sorted(set(home))]


def _may_be_one(a: PersonName, b: PersonName) -> bool:
    """A cheap look before comparing: the family name of one begins like some word of the other."""
    return roman(a.last)[:1] in _initials(b) or roman(b.last)[:1] in _initials(a)


def _initials(name: PersonName) -> set[str]:
    """The first letters of the words and of their short forms, in one romanization."""
    return {roman(w)[:1] for w in name.parts} | {c for w in name.parts for c in short_initials(w)}


def _both_in_one_report(a: _Person, b: _Person) -> bool:
    """Both spellings written out in one report are two people, unless one of them stands there once against many."""
    for source in a.sources.keys() & b.sources.keys():
        rare, usual = sorted((a.sources[source], b.sources[source]))
        if rare > 1 or usual < 3:
            return True
    return False


def _place_single(documents: Sequence[Document], facts: Sequence[Fact], people: list[_Person], number: int) -> None:
    """Give a one-word mention to the person it most likely means, else to a person of that one word."""
    fact = facts[number]
    value, source = _value(fact), fact.span.source
    address = _address(documents[source], fact)
    best: tuple[tuple[int, int, int, int], _Person] | None = None
    initials = _initials(value)
    for at, person in enumerate(people):
        if not initials & person.initials:
            continue
        level = min((name.how(value, s) for s in person.spellings), key=lambda h: _ORDER.index(h) if h in _ORDER else 9)
        if level not in _ORDER or (address and _gender(person) not in (None, address)):
            continue
        here = person.places.get(source, [])
        before = [i for i in here if i < fact.first]
        slip = level == "misspelled"
        if slip and (not here or len(fold(value.parts[0])) < 5):
            continue
        if all(_is_pet_form(value, s) for s in person.spellings):
            continue  # Ellie may be Helen's daughter
        by_family = any(likeness(value.parts[0], s.last) in ("same", "variant") for s in person.spellings)
        written = any(fold(value.parts[0]) in map(fold, s.parts) for s in person.spellings)
        if not by_family and not written and _introduced(documents[source], fact):
            continue  # "the couple's daughters, Ellie, 17": no Helen
        if not by_family and not slip and not here and not _only_one(value, people):
            continue  # a first name alone means somebody of another report only where no other in the story has it
        rank = (int(slip), 0 if before else 1 if here else 2, 0 if by_family else 1, fact.first - before[-1] if before else at)
        if best is None or rank < best[0]:
            best = (rank, person)
    if best is None:
        person = _Person([value], initials=initials)
        people.append(person)
    else:
        person = best[1]
    _add(person, facts, [number])


def _introduced(document: Document, fact: Fact) -> bool:
    """Whether an age stands right behind the name."""
    behind = document.tokens[fact.last : fact.last + 2]
    return len(behind) == 2 and behind[0].text in (",", "(") and behind[1].pos == "NUM"


def _is_pet_form(value: PersonName, full: PersonName) -> bool:
    """Whether the word is only a short form of the given name."""
    word = value.parts[0]
    return not any(likeness(word, part) in ("same", "variant", "slip", "english") for part in full.parts) and any(
        likeness(word, given) == "nickname" for given in full.given
    )


def _only_one(value: PersonName, people: Sequence[_Person]) -> bool:
    word = fold(value.parts[0])
    return sum(any(word in map(fold, s.parts) for s in person.spellings) for person in people) == 1


def _add(person: _Person, facts: Sequence[Fact], numbers: Iterable[int]) -> None:
    for number in numbers:
        fact = facts[number]
        person.numbers.append(number)
        person.sources[fact.span.source] += 1
        places = person.places[fact.span.source]
        places.append(fact.first)
        places.sort()


def _draft(documents: Sequence[Document], facts: Sequence[Fact], person: _Person) -> Draft:
    best = _best(facts, person)
    parts = [best.family, *best.given] if best.family else list(best.parts)
    draft = Draft("person", "person:" + slug(" ".join([*parts, *([best.suffix] if best.suffix else [])])), " ".join(best.text.split()))
    for number in person.numbers:
        fact = facts[number]
        draft.names(documents[fact.span.source], fact, number)
        address = _address(documents[fact.span.source], fact)
        if address is not None:
            document = documents[fact.span.source]
            word = document.tokens[fact.first - 1]
            draft.fields.add(Field("gender", address, word.text, document.span(word.i, word.i + 1)))
            draft.gender = draft.gender or address
    draft.given_gender = _gender(person)
    return draft


def _best(facts: Sequence[Fact], person: _Person) -> PersonName:
    """The spelling in most reports, then the commonest, the fullest; initials and capitals last."""
    count: Counter[str] = Counter()
    reports: dict[str, set[int]] = defaultdict(set)
    values: dict[str, PersonName] = {}
    for number in person.numbers:
        value = _value(facts[number])
        key = _spelling(value)
        if key not in values or (value.text.isupper(), value.text) < (values[key].text.isupper(), values[key].text):
            values[key] = value
        count[key] += 1
        reports[key].add(facts[number].span.source)

    def rank(key: str) -> tuple[bool, bool, int, int, int, str]:
        value = values[key]
        short = any(len(fold(g)) == 1 for g in value.given[:1])
        bare = value.family is None or " " not in value.text  # "Asante-Reid" is a family name, whatever the hyphen
        return bare, short, -len(reports[key]), -count[key], -len(value.parts), key

    return values[min(values, key=rank)]


def _gender(person: _Person) -> str | None:
    for spelling in person.spellings:
        if spelling.given:
            found = gender_of(spelling.given[0])
            if found:
                return found
    return None


def _address(document: Document, fact: Fact) -> str | None:
    """What "Mr" or "Ms" before the name says."""
    if fact.first == 0:
        return None
    word = document.tokens[fact.first - 1].lower
    for gender in ("male", "female"):
        if word in words("honorifics", gender) or word.rstrip(".") in words("honorifics", gender):
            return gender
    return None


def _value(fact: Fact) -> PersonName:
    assert isinstance(fact.value, PersonName)
    return fact.value


def _spelling(value: PersonName) -> str:
    return " ".join([*value.parts, *([value.suffix] if value.suffix else [])]).lower()
