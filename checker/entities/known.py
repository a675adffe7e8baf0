"""Names that the parser of single sentences missed, or took for a place, and that the story shows to be a person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.facts import gazetteer, name, offices, organization, place, title
from checker.facts.name import PersonName
from checker.model import Document, Fact, NameMention

_SHORTEST = 4  # letters of a family name by which a word that the parser left alone is known
_NAMED = ("name", "organization", "place")


def people(documents: Sequence[Document], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, with the names of people that an age or a family name of the story tells, and the titles read anew beside them."""
    aged: dict[int, list[Fact]] = defaultdict(list)
    families: set[str] = set()
    for fact in facts:
        if fact.kind == "age":
            aged[fact.span.source].append(fact)
        elif fact.kind == "name" and isinstance(fact.value, PersonName) and fact.value.family and len(fact.value.family) >= _SHORTEST:
            families.add(fact.value.family)
    found: dict[int, dict[tuple[int, int], Fact]] = defaultdict(dict)
    for document in documents:
        mentions = (*_by_age(document, aged[document.source]), *_by_family(document, families))
        for first, last in mentions:
            read = name.person_fact(document, NameMention("person", first, last))
            if read is not None and not any(first < b and a < last for a, b in found[document.source]):
                found[document.source][first, last] = read
    kept = [f for f in facts if f.kind not in _NAMED or not any(f.first < b and a < f.last for a, b in found[f.span.source])]
    named = [*kept, *(f for of_one in found.values() for f in of_one.values())]
    return tuple(_with_titles(documents, named))


def _by_age(document: Document, ages: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """ "Lefteris Vamvas, 17," and "eight-year-old Ximena"."""
    tokens = document.tokens
    for fact in ages:
        last = fact.first - 1
        if last > 1 and tokens[last].text in (",", "(") and fact.last - fact.first == 1:
            first = _beginning(document, last, 4)
            if last - first > 1 and tokens[last - 1].lower not in place.sorts() | organization.heads():
                yield first, last
        i = fact.last
        if i < len(tokens) and tokens[i - 1].lower == "old" and document.name_of[i] >= 0:
            mention = document.names[document.name_of[i]]
            whole = mention.first == i and tokens[mention.last - 1].relation not in ("compound", "adjective", "possessive")
            if mention.kind == "place" and whole:
                yield mention.first, mention.last


def _by_family(document: Document, families: set[str]) -> Iterator[tuple[int, int]]:
    """ "his co-accused Birthe Thorsager", where another report names a Thorsager."""
    for token in document.tokens:
        if token.text in families and document.name_of[token.i] < 0 and token.pos == "PROPN" and _ends(document, token.i):
            first = _beginning(document, token.i, 2)
            if first < token.i and not (gazetteer.is_country(token.text) or gazetteer.within(token.text)):
                yield first, token.i + 1


def _ends(document: Document, i: int) -> bool:
    """Whether no further word belongs to the name: not "the Elk Maid Creamery", nor half of a double name."""
    tokens = document.tokens
    following = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    return tokens[i].relation != "compound" and following.pos != "PROPN" and (following.text != "-" or tokens[i].space)


def _beginning(document: Document, last: int, most: int) -> int:
    """Where the capitalised words before token `last` begin, `most` of them at most."""
    first = last
    while first > 0 and last - first < most and document.tokens[first - 1].sentence == document.tokens[last].sentence:
        if not _may_be_name(document, first - 1):
            break
        first -= 1
    return first


def _may_be_name(document: Document, i: int) -> bool:
    """A capitalised word that no name holds yet, and no place, day or office."""
    token = document.tokens[i]
    plain = document.name_of[i] < 0 and token.pos == "PROPN" and token.text.istitle() and len(token.text) > 1
    known = gazetteer.is_country(token.text) or gazetteer.within(token.text) or gazetteer.demonym(token.text)
    return plain and not known and not name.is_honorific(token.lower) and token.lower not in offices.aliases()


def _with_titles(documents: Sequence[Document], facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, titles read anew in each report whose names are not what the parser took them for."""
    told: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind in _NAMED:
            told[fact.span.source].append(fact)
    again: set[int] = set()
    titles: list[Fact] = []
    for document in documents:
        names = _names(document, told[document.source])
        if names != document.names:
            again.add(document.source)
            titles.extend(title.find(replace(document, names=names)))
    yield from (f for f in facts if f.kind != "title" or f.span.source not in again)
    yield from titles


def _names(document: Document, facts: Sequence[Fact]) -> tuple[NameMention, ...]:
    """The document's names, people where the facts say so."""
    people = {i: f for f in facts if f.kind == "name" for i in range(f.first, f.last)}
    kept = [n if n.first not in people and n.last - 1 not in people else replace(n, kind="person") for n in document.names]
    covered = {i for n in kept for i in range(n.first, n.last)}
    new = {(f.first, f.last) for f in people.values() if f.first not in covered and f.last - 1 not in covered}
    return tuple(sorted([*kept, *(NameMention("person", *at) for at in new)], key=lambda n: n.first))
