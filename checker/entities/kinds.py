"""What a name names, person, organisation or place, settled over the whole story where a parser of single sentences slipped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from checker.facts import gazetteer, name, organization, place
from checker.facts.name import PersonName
from checker.facts.spelling import fold, gender_of
from checker.model import Document, Fact, NameMention

_NAMED = ("name", "organization", "place")
_INTO = {"in", "at", "near", "off", "outside", "around", "across", "toward", "towards", "throughout", "inside"}


def settle(documents: Sequence[Document], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, those of names with the kind that the story's other mentions and the gazetteer speak for."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    families: set[str] = set()
    people: set[str] = set()
    located: Counter[str] = Counter()
    for fact in facts:
        if fact.kind not in _NAMED:
            continue
        document = documents[fact.span.source]
        key = fold(_words(document, fact))
        votes[key][fact.kind] += 1
        if fact.kind == "name" and isinstance(fact.value, PersonName) and fact.value.family and not _begins_with_land(fact.value.parts[0]):
            people.add(key)
            families.update(fold(part) for part in fact.value.parts if len(part) > 2)
        if _stands_as_place(document, fact):
            located[key] += 1
    settled = (_settled(documents[f.span.source], f, votes, families, people, located) if f.kind in _NAMED else f for f in facts)
    return tuple(settled)


def _settled(
    document: Document, fact: Fact, votes: dict[str, Counter[str]], families: set[str], people: set[str], located: Counter[str]
) -> Fact:
    words = _words(document, fact)
    key = fold(words)
    one_word = " " not in words
    wanted = fact.kind
    addressed = fact.first > 0 and name.is_honorific(document.tokens[fact.first - 1].lower)
    known_place = gazetteer.is_country(words) or bool(gazetteer.within(words))
    if fact.kind != "name":
        if (
            (addressed and one_word)
            or key in people
            or (one_word and key in families and not (known_place and _stands_as_place(document, fact)))
        ):
            wanted = "name"
        elif fact.kind == "organization" and (
            (known_place and one_word) or (located[key] and not votes[key]["name"] and one_word and not words.isupper())
        ):
            wanted = "place"
    elif not one_word and not addressed and _begins_with_land(words.split()[0]):
        wanted = "place" if known_place else "organization"  # "Alaska Courier" is no person
    elif not addressed and key not in families:
        surely_person = len(words.split()) > 1 and gender_of(words.split()[0]) is not None
        if one_word and (located[key] or (known_place and not _acts(document, fact))):
            wanted = "place"
        elif not one_word and not surely_person and votes[key]["organization"] + votes[key]["place"] > votes[key]["name"]:
            wanted = "organization" if votes[key]["organization"] >= votes[key]["place"] else "place"
        elif not one_word and not surely_person and known_place:
            wanted = "place"
    return fact if wanted == fact.kind else _as(document, fact, wanted)


def _begins_with_land(word: str) -> bool:
    return gender_of(word) is None and (gazetteer.is_country(word) or gazetteer.state_of(word) is not None)


def _as(document: Document, fact: Fact, kind: str) -> Fact:
    """The same stretch read as another kind of name."""
    if kind == "name":
        found = name.person_fact(document, NameMention("person", fact.first, fact.last))
        return found or fact
    text = " ".join(document.text(fact.first, fact.last).split())
    value = place.read_place(text) if kind == "place" else organization.Organization(text)
    return Fact(kind, fact.span, value, fact.first, fact.last, fact.head)


def _words(document: Document, fact: Fact) -> str:
    return " ".join(document.text(fact.first, fact.last).split())


def _stands_as_place(document: Document, fact: Fact) -> bool:
    """True after "in", "at", "near", and after "outskirts of" and the like."""
    before = fact.first - 1
    if before >= 0 and document.tokens[before].pos == "DET":
        before -= 1
    if before < 0 or document.tokens[before].pos != "ADP":
        return False
    word = document.tokens[before].lower
    return word in _INTO or (word == "of" and before > 0 and document.tokens[before - 1].lower in gazetteer.parts_of_places())


def _acts(document: Document, fact: Fact) -> bool:
    """True where the name is the subject of a verb of saying or doing, as a town is not."""
    return document.tokens[fact.head].relation == "subject"
