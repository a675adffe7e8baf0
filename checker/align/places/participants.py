"""Whether two phrases for whom or what something is told of can mean one: by card, by name, by noun and number."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import Literal

from checker import concepts
from checker.align.antecedents import PRONOUNS, antecedent, by_name
from checker.align.places.place_words import words
from checker.facts.spelling import fold
from checker.language.lexicon import title_words
from checker.model import Document, Happening

Meeting = Literal["same", "maybe", "no"]
_PRONOUNS = frozenset(("it", "they", "them", "he", "she", "him", "her", "both", "all", "everyone", "who", "which", "that", "this"))
_FEW = frozenset(("one", "two", "three", "four", "2", "3", "4"))
_MANY = frozenset(("they", "them", "both", "all", "everyone"))


@dataclass(frozen=True, slots=True)
class Participant:
    """Whom or what a clause tells of."""

    card: str | None
    names: frozenset[str]  # folded words of the names in its phrase
    noun: str  # class of its noun, empty for a name or pronoun
    lemma: str
    number: str  # "two", "12"; empty where none is told
    many: bool
    pronoun: bool
    marks: frozenset[str]  # adjectives and compounds before the noun
    definite: bool = False  # "the suspect", "their leader"
    owner: str = ""  # class of the noun whose it is: "woman" of "the body of the woman"


def participant(document: Document, head: int, card: str | None) -> Participant | None:
    """What the noun, name or pronoun speaks of; None where it is none."""
    tokens = document.tokens
    token = tokens[head]
    if token.lower in ("who", "which", "that") and tokens[token.head].relation == "relative_clause":
        head = tokens[token.head].head
        token = tokens[head]
    if token.lower in _PRONOUNS:
        if card is not None:
            return Participant(card, _of_card(card), "", "", "", False, False, frozenset(), True)
        meant = antecedent(document, head) if token.lower in PRONOUNS else None
        if meant is not None and (taken_up := participant(document, meant, None)) is not None:
            return replace(taken_up, definite=True, many=taken_up.many or token.lower in _MANY)
        return Participant(None, frozenset(), "", "", "", token.lower in _MANY, True, frozenset())
    if token.pos not in ("NOUN", "PROPN", "NUM", "DET") and token.relation not in ("subject", "passive_subject", "object", "oblique"):
        return None  # "the final" is read as an adjective
    below = [c for c in document.children[head] if tokens[c].relation in ("apposition", "compound", "oblique", "possessive", "conjunct")]
    names = set()
    further = [d for c in below for d in document.children[c] if tokens[d].relation in ("conjunct", "compound")]
    for c in (head, *below, *further):
        if tokens[c].pos == "PROPN" and tokens[c].text[0].isupper() and abs(c - head) < 8:
            names.add(fold(tokens[c].text))
    noun = concepts.load().counted(token.lemma.lower())
    if token.pos == "NOUN" and (token.lemma.lower() in _contrast() or concepts.load().subset(noun, "person")):
        below = [c for c in below if tokens[c].relation in ("apposition", "compound")]  # "Anna Berg's brother" is not Anna Berg
        names = {fold(tokens[c].text) for c in below if tokens[c].pos == "PROPN"}
    for c in document.children[head]:  # "the gunman, identified as Lee Harker"
        if tokens[c].relation == "noun_clause" and tokens[c].lemma in ("identify", "name", "know", "call"):
            names |= {fold(t.text) for t in tokens[c + 1 : c + 6] if t.pos == "PROPN" and t.sentence == token.sentence}
    if card is not None:
        names |= _of_card(card)
    number = next((tokens[c].lower for c in document.children[head] if tokens[c].relation == "number"), "")
    number = token.lower if token.pos == "NUM" else number  # "two of the injured"
    noun = "" if token.pos in ("NUM", "DET") or (token.pos == "PROPN" and token.text[0].isupper()) else noun
    several = token.tag in ("NNS", "NNPS") or (token.pos == "NUM" and token.lower != "one")
    many = several or any(tokens[c].relation == "conjunct" for c in below)
    before = [tokens[c] for c in document.children[head] if c < head and tokens[c].pos != "PROPN"]
    marks = frozenset(t.lemma.lower() for t in before if t.relation in ("adjective", "compound") or t.lower in ("another", "other"))
    definite = any(tokens[c].relation == "possessive" or tokens[c].lower == "the" for c in document.children[head])
    meant = by_name(document, head) if noun and definite and not names and card is None else None
    if meant is not None:  # "the vessel", told as the trawler Vega before
        names = {fold(tokens[meant].text)}
    return Participant(
        card, frozenset(names), noun, token.lemma.lower() if noun else "", number, many, False, marks, definite, _owner(document, head),
    )


def _of_card(card: str) -> frozenset[str]:
    """The words of a name by its card: "person:berg-anna"."""
    return frozenset(word for word in card.partition(":")[2].split("-") if word.isalpha())


def named(a: Participant | None, b: Participant | None) -> bool:
    """Whether both are told by name, or by one noun with "the" or one number: "the two suspects"."""
    met = meeting(a, b)
    if a is None or b is None or met == "no":
        return False
    if met == "maybe":  # "he" and "the suspect"; "two of the injured" and "the two"
        pointed = a.pronoun != b.pronoun and not (a.many or b.many) and any(x.definite and _is_one(x) for x in (a, b))
        return pointed or bool(a.number and a.number == b.number)
    one = a.definite and b.definite and not (a.many or b.many) and a.marks == b.marks and _is_one(a)
    return bool((a.card or a.names) and (b.card or b.names)) or bool(a.number and a.number == b.number) or one


def _owner(document: Document, head: int) -> str:
    """The class of the noun that the thing is told to be of."""
    tokens = document.tokens
    for c in document.children[head]:
        of = any(tokens[k].lower == "of" and tokens[k].relation == "case" for k in document.children[c])
        if tokens[c].pos == "NOUN" and (of or tokens[c].relation == "possessive"):
            return concepts.load().counted(tokens[c].lemma.lower())
    return ""


def in_role(document: Document, happening: Happening, *roles: str) -> Participant | None:
    """The first participant in one of the roles."""
    for name in roles:
        for role in happening.roles:
            if role.name == name:
                return participant(document, role.head, role.entity)
    return None


def meeting(a: Participant | None, b: Participant | None, crowd: bool = False) -> Meeting:
    """Whether both mean one: surely, perhaps, or not. Of a crowd the number matters little: all the injured, 21 of them by now."""
    if a is None or b is None:
        return "maybe"
    if a.card and b.card and a.card == b.card:
        return "same"
    if a.card and b.card and all(c.startswith("person:") and len(_of_card(c)) > 1 for c in (a.card, b.card)):
        return "no"  # two of one family name
    groups = words("alike")["groups"]
    if a.many != b.many and a.lemma not in groups and b.lemma not in groups:
        return "no"
    if a.number and b.number and a.number != b.number and not (crowd and a.many and b.many and not _FEW & {a.number, b.number}):
        return "no"
    if not (a.names and b.names) and (a.marks ^ b.marks) & _telling_apart():
        return "no"
    if a.owner and b.owner and a.owner != b.owner:
        return "no"
    if a.names and b.names:
        return "same" if a.names & b.names else "no"
    if a.card and b.card:
        return "no"
    if a.noun and b.noun:
        known = concepts.load()
        if a.noun == b.noun:
            return "same" if not (a.marks and b.marks and a.marks.isdisjoint(b.marks)) else "maybe"
        return "maybe" if known.subset(a.noun, b.noun) or known.subset(b.noun, a.noun) else "no"
    return "no" if {a.lemma, b.lemma} & _contrast() else "maybe"


def _is_one(a: Participant) -> bool:
    """Whether "the" before the noun mostly tells one of the story: a person, a vehicle, a thing that is found."""
    if a.lemma in words("alike")["vehicles"] or a.lemma in words("found")["things"]:
        return True
    return concepts.load().subset(a.noun, "person") or a.lemma in _contrast() or a.lemma in title_words().heads


@functools.cache
def _telling_apart() -> frozenset[str]:
    return words("apart")["marks"]


@functools.cache
def _contrast() -> frozenset[str]:
    return words("contrast")["words"]
