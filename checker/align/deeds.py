"""Who a report names as owner, operator, funder, maker, mediator or captor of a thing."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker import concepts
from checker.facts import gazetteer
from checker.facts.spelling import fold
from checker.language.clauses import mood, negated, passive
from checker.model import Document, Happening, Token

_PRONOUNS = frozenset(("it", "they", "them", "he", "she", "him", "her", "both", "this", "which", "who", "that", "two"))


@dataclass(frozen=True, slots=True)
class Deed:
    """One report's answer to who owns, runs, paid for, made or held a thing."""

    relation: str
    document: Document
    first: int  # tokens of the actor's name
    last: int
    kind: str  # person, organization, or "" where the name does not tell
    card: str | None
    words: frozenset[str]  # what tells the actor's name from others
    things: frozenset[str]  # cards, names and classes of the thing; empty where the report only points at it
    marks: frozenset[str]  # adjectives and compounds before the thing
    speaker: str | None
    it: bool  # "it" stands for the thing, which is what the report is about


def read(document: Document, known: Mapping[int, Happening], entity: Mapping[int, str]) -> Iterator[Deed]:
    """The deeds of one report; `known` holds its happenings by predicate, `entity` the card of each token of a name."""
    words = _words()
    for token in document.tokens:
        lemma = token.lemma.lower()
        for relation, how in words.get(lemma, ()):
            if (token.pos in ("VERB", "AUX")) != (how in ("verbs", "by_only", "back", "for")):
                continue
            found = _of_verb(document, token, how, known) if token.pos == "VERB" else _of_noun(document, token, how)
            if found is None or negated(document, token.i) or mood(document, token.i) == "possible" or _former(document, token.i):
                continue
            deed = _deed(document, relation, *found, entity, known.get(token.i))
            if deed is not None:
                yield deed


def _of_verb(document: Document, token: Token, how: str, known: Mapping[int, Happening]) -> tuple[int, int | None] | None:
    """The heads of actor and thing."""
    tokens, below = document.tokens, document.children[token.i]
    agent = next((c for c in below if tokens[c].relation == "agent"), None)
    if how == "back":
        subject = next((c for c in below if tokens[c].relation == "subject"), None)
        wanted = "to" if token.lemma == "belong" else "from"
        actor = next((c for c in below if tokens[c].relation == "oblique" and _case(document, c) == wanted), None)
        if subject is None or actor is None:
            return None
        if wanted == "from":
            if tokens[subject].lemma not in _table()["words"]["money"]:
                return None
            thing = next((c for c in document.children[subject] if tokens[c].relation == "oblique" and _case(document, c) == "for"), None)
            return actor, thing
        return actor, subject
    if how == "by_only" and agent is None:
        return None
    happening = known.get(token.i)
    roles = {r.name: r.head for r in reversed(happening.roles)} if happening else {}
    actor = agent if agent is not None else roles.get("subject")
    thing = roles.get("object")
    if thing is None and agent is not None:
        thing = next((c for c in below if tokens[c].relation == "passive_subject"), None)
    if how == "for":
        if not any(tokens[c].lower == "for" for c in below):
            paid = next((c for c in below if tokens[c].relation == "oblique" and _case(document, c) == "for"), None)
            if paid is None:
                return None
            thing = paid
        elif not passive(document, token.i):
            return None
    return (actor, thing) if actor is not None and thing is not None else None


def _of_noun(document: Document, token: Token, how: str) -> tuple[int, int | None] | None:
    """ "a unit of X" said of the thing, "the owner of it" of the actor."""
    tokens, below = document.tokens, document.children[token.i]
    of = next((c for c in below if c > token.i and tokens[c].relation == "oblique" and _case(document, c) == "of"), None)
    if of is None:
        of = next((c for c in below if c < token.i and tokens[c].relation == "possessive" and tokens[c].pos == "PROPN"), None)
    other = _said_of(document, token)
    if other is None:
        return None
    if how == "of_thing":
        return (of, other) if of is not None else None
    return other, of


def _said_of(document: Document, token: Token) -> int | None:
    """The noun of which this one is said: "X is the owner", "X, the owner", "the owner, X", "owner X", "the owners belong to X"."""
    tokens, head = document.tokens, document.tokens[token.head]
    if token.relation == "attribute":
        return next((c for c in document.children[head.i] if tokens[c].relation == "subject"), None)
    if token.relation == "apposition" or (token.relation == "compound" and head.pos == "PROPN"):
        return head.i
    for c in document.children[token.i]:
        if tokens[c].relation == "apposition":
            return c
    if token.relation == "subject" and head.lemma in ("belong", "be"):
        wanted = ("to",) if head.lemma == "belong" else ("from",)
        return next((c for c in document.children[head.i] if tokens[c].relation == "oblique" and _case(document, c) in wanted), None)
    return None


def _deed(
    document: Document, relation: str, actor: int, thing: int | None, entity: Mapping[int, str], happening: Happening | None
) -> Deed | None:
    table = relations()[relation]
    named = _name(document, actor)
    if named is None or any(document.tokens[c].relation == "conjunct" for c in document.children[actor]):
        return None
    first, last, kind = named
    words = _telling(document, first, last)
    if not words:
        return None
    things, marks = _things(document, thing, entity) if thing is not None else (frozenset(), frozenset())
    if table.get("people") and thing is not None and not _people(document, thing, things):
        return None
    if not things and not table.get("alone"):
        return None
    if table.get("bodies"):
        kind = "organization"
    k = document.speech_of[actor]
    speaker = happening.speaker if happening else None if k < 0 or not (s := document.speeches[k].speaker) else document.text(*s)
    return Deed(
        relation, document, first, last, kind, next((entity[i] for i in range(first, last) if i in entity), None), words, things, marks,
        speaker, thing is not None and document.tokens[thing].lower == "it",
    )


def _name(document: Document, head: int) -> tuple[int, int, str] | None:
    """The name that the noun is or bears: "the architect Bruno Fassi", "the Sabatini group"; never a country or town."""
    tokens = document.tokens
    near = [head, *(c for c in document.children[head] if tokens[c].relation in ("compound", "apposition") and abs(c - head) <= 4)]
    for i in near:
        k = document.name_of[i]
        if k >= 0:
            name = document.names[k]
            text = document.text(name.first, name.last)
            if name.kind == "place" and (gazetteer.within(text) or gazetteer.is_country(text)):
                return None
            if i != head and tokens[i].relation == "compound" and name.last == head:
                return name.first, head + 1, "organization"
            return name.first, name.last, "" if name.kind == "place" else name.kind
    if tokens[head].pos == "PROPN":
        first = head
        while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].sentence == tokens[head].sentence:
            first -= 1
        return first, head + 1, ""
    return None


def _telling(document: Document, first: int, last: int) -> frozenset[str]:
    sorts = _table()["words"]["sorts"]
    words = [t for t in document.tokens[first:last] if t.text[0].isupper() and t.lower not in sorts and len(t.text) > 1]
    return frozenset(fold(t.text) for t in words if gazetteer.country_of(t.text) is None)


def _things(document: Document, i: int, entity: Mapping[int, str]) -> tuple[frozenset[str], frozenset[str]]:
    """Cards, names and class of what the noun speaks of, with the words before it that tell it from others."""
    tokens = document.tokens
    token = tokens[i]
    if token.lower in ("which", "that", "who") and tokens[token.head].relation == "relative_clause":
        i = tokens[token.head].head
        token = tokens[i]
    elif token.lower in ("it", "this", "they") and (before := _subject_before(document, i)) is not None:
        i, token = before, tokens[before]
    if token.pos not in ("NOUN", "PROPN"):
        return frozenset(), frozenset()
    found, marks = set(), set()
    indefinite = any(tokens[c].lower in ("a", "an", "some", "any", "no") for c in document.children[i])
    for c in (i, *(c for c in document.children[i] if tokens[c].relation in ("apposition", "compound"))):
        if c in entity:
            found.add(entity[c])
        if tokens[c].pos == "PROPN":
            k = document.name_of[c]
            name = tokens[c].text if k < 0 else document.text(document.names[k].first, document.names[k].last)
            found.add(f"name:{fold(name)}")
    for c in document.children[i]:
        if tokens[c].relation in ("adjective", "compound") and tokens[c].pos != "PROPN" and document.name_of[c] < 0:
            marks.add(tokens[c].lemma.lower())
    lemma = token.lemma.lower()
    if token.pos == "NOUN" and token.tag == "NN" and (not indefinite or lemma in _alike()):
        found.add(_alike().get(lemma) or concepts.load().counted(lemma))
    return frozenset(found), frozenset(marks - {"new", "old", "main", "whole", "entire", "famous", "same"})


def _subject_before(document: Document, i: int) -> int | None:
    """What "it" most likely points at: the subject of the sentence before, in the same paragraph."""
    at = document.tokens[i].sentence
    if at == 0 or document.sentences[at].paragraph != document.sentences[at - 1].paragraph:
        return None
    before = document.sentences[at - 1]
    roots = [t.i for t in document.tokens[before.first : before.last] if t.head == t.i]
    return next(
        (c for r in roots for c in document.children[r] if document.tokens[c].relation in ("subject", "passive_subject")
         and document.tokens[c].pos in ("NOUN", "PROPN")), None,
    )


def _people(document: Document, thing: int, things: frozenset[str]) -> bool:
    known = concepts.load()
    return (
        document.tokens[thing].lower in _PRONOUNS - {"it", "this", "which"}
        or any(t.startswith("person:") for t in things)
        or known.subset(known.counted(document.tokens[thing].lemma.lower()), known.counted("person"))
    )


def _former(document: Document, i: int) -> bool:
    former = _table()["words"]["former"]
    return any(document.tokens[c].lower in former for c in document.children[i]) or (i > 0 and document.tokens[i - 1].lower in former)


def _case(document: Document, i: int) -> str:
    return next((document.tokens[c].lower for c in document.children[i] if document.tokens[c].relation == "case"), "")


# ---------------------------------------------------------------- words


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads((importlib.resources.files("checker.align") / "actors.toml").read_text(encoding="utf-8"))


@functools.cache
def relations() -> dict[str, dict[str, Any]]:
    return {name: entry for name, entry in _table().items() if isinstance(entry, dict) and name != "words"}


@functools.cache
def _words() -> dict[str, list[tuple[str, str]]]:
    """For each lemma the relations that it tells, and how."""
    out: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for relation, entry in relations().items():
        for how in ("verbs", "by_only", "back", "of_thing", "of_actor"):
            for phrase in entry.get(how, ()):
                lemma, _, rest = phrase.partition(" ")
                out[lemma].append((relation, "for" if rest == "for" else how))
    return out


@functools.cache
def _alike() -> dict[str, str]:
    return {word: group[0] for group in _table()["words"]["alike"] for word in group}
