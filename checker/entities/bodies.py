"""Organisations and places: every mention goes to one body or place over all reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal

from checker.entities.draft import Draft, slug
from checker.facts import gazetteer, organization
from checker.facts.organization import Organization
from checker.facts.place import Place
from checker.facts.place import compare as compare_places
from checker.model import Document, Fact, Field

_ONE_BODY = ("same", "renamed", "acronym", "turned-round", "part", "misspelled", "garbled")


def drafts(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Draft]:
    """A draft for each organisation and each place named."""
    bodies: dict[str, list[int]] = defaultdict(list)
    places: dict[str, list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        if fact.kind == "organization" and isinstance(fact.value, Organization):
            bodies[fact.value.text].append(number)
        elif fact.kind == "place" and isinstance(fact.value, Place):
            places[gazetteer.one_name(fact.value.name)].append(number)
    out = [_draft("organization", documents, facts, group) for group in _one_each(_with_acronyms(documents, facts, bodies))]
    out += [_draft("place", documents, facts, numbers) for numbers in _placed(facts, places)]
    taken: Counter[str] = Counter()
    for draft in sorted(out, key=lambda d: (d.id, d.name)):
        taken[draft.id] += 1
        if taken[draft.id] > 1:
            draft.id = f"{draft.id}-{taken[draft.id]}"
    return out


def _one_each(bodies: dict[str, list[int]]) -> list[list[int]]:
    """Names of one body put together: exact keys first, then acronyms, short forms and slips."""
    groups: dict[str, list[str]] = defaultdict(list)
    for text in sorted(bodies):
        groups[organization.one_name(text)].append(text)
    keys = sorted(groups, key=lambda k: (-sum(len(bodies[t]) for t in groups[k]), k))
    home = {key: key for key in keys}
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            if home[b] != b or home[a] != a:
                continue
            how = organization.how(groups[a][0], groups[b][0])
            if how in _ONE_BODY and (how != "part" or _short_form(groups[a][0], groups[b][0])):
                home[b] = a
    out: dict[str, list[int]] = defaultdict(list)
    for key in keys:
        top = home[key]
        while home[top] != top:
            top = home[top]
        for text in groups[key]:
            out[top].extend(bodies[text])
    return list(out.values())


def _short_form(a: str, b: str) -> bool:
    """ "Passerelle" of "Passerelle Medicale"; not "Party" of "Labour Party", nor a bank of its board."""
    short, long = sorted((organization.content(a), organization.content(b)), key=len)
    return bool(short) and long[: len(short)] == short and len(long) - len(short) <= 2 and not gazetteer.country_of(" ".join(short))


def _with_acronyms(documents: Sequence[Document], facts: Sequence[Fact], bodies: dict[str, list[int]]) -> dict[str, list[int]]:
    """A name in parentheses after another is read as its acronym, whatever its letters: "Central Election Commission (TsVK)"."""
    by_start = {(facts[n].span.source, facts[n].first): n for numbers in bodies.values() for n in numbers}
    same: dict[str, str] = {}
    for text, numbers in bodies.items():
        for n in numbers:
            fact = facts[n]
            tokens = documents[fact.span.source].tokens
            follower = by_start.get((fact.span.source, fact.last + 1))
            if (
                follower is not None
                and tokens[fact.last].text == "("
                and facts[follower].last < len(tokens)
                and tokens[facts[follower].last].text == ")"
            ):
                short = facts[follower].value
                if isinstance(short, Organization) and " " not in short.text and sum(c.isupper() for c in short.text) > 1:
                    same[short.text] = text
    if not same:
        return bodies
    out: dict[str, list[int]] = defaultdict(list)
    for text, numbers in bodies.items():
        out[same.get(text, text)].extend(numbers)
    return out


def _placed(facts: Sequence[Fact], places: dict[str, list[int]]) -> list[list[int]]:
    """Mentions of one place; two towns of one name stay two where the texts put them in two countries."""
    out: list[list[int]] = []
    for key in sorted(places):
        groups: list[list[int]] = []
        for n in places[key]:
            for group in groups:
                if all(compare_places(_place(facts[n]), _place(facts[m])).level != "country-differs" for m in group):
                    group.append(n)
                    break
            else:
                groups.append([n])
        out.extend(groups)
    return out


def _place(fact: Fact) -> Place:
    assert isinstance(fact.value, Place)
    return fact.value


def _draft(kind: Literal["organization", "place"], documents: Sequence[Document], facts: Sequence[Fact], numbers: Sequence[int]) -> Draft:
    texts = Counter(_text(facts[n]) for n in numbers)
    reports: dict[str, set[int]] = defaultdict(set)
    for n in numbers:
        reports[_text(facts[n])].add(facts[n].span.source)
    name = min(texts, key=lambda t: (t.replace(".", "").isupper() and len(t) < 8, -len(reports[t]), -texts[t], -len(t), t))
    label = " ".join(organization.content(name)) if kind == "organization" else gazetteer.one_name(name)
    draft = Draft(kind, f"{kind}:{slug(label)}", name)
    for n in numbers:
        fact = facts[n]
        document = documents[fact.span.source]
        draft.names(document, fact, n)
        text = document.text(fact.first, fact.last)
        if kind == "organization" and text.isupper() and len(text) < 8:
            draft.fields.add(Field("acronym", text.replace(".", ""), text, fact.span))
        if kind == "place" and isinstance(fact.value, Place) and fact.value.inside:
            draft.fields.add(Field("within", gazetteer.one_name(fact.value.inside), text, fact.span))
    return draft


def _text(fact: Fact) -> str:
    value = fact.value
    return value.name if isinstance(value, Place) else value.text if isinstance(value, Organization) else value.normal()
