"""Who or what something is said of, and whether two reports mean the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.align.antecedents import PRONOUNS, antecedent
from checker.align.polarity.poles import alike
from checker.facts import gazetteer
from checker.facts.spelling import fold
from checker.language.clauses import case_of
from checker.model import Card, Document, Token

Scope = Literal["none", "all", "part", "one", "these"]
_NOBODY = frozenset(("nobody", "none", "no-one", "nothing"))
_EVERY = frozenset(("all", "every", "each", "both", "everyone", "everybody", "everything"))
_PART = frozenset((
    "some", "several", "few", "many", "most", "another", "other", "others", "half", "part", "majority", "minority", "dozen", "dozens",
    "first", "second", "third", "last", "next", "more", "further", "certain", "much", "rest", "remaining", "different",
))
_THE = frozenset(("the", "this", "that", "these", "those"))
_BEFORE = frozenset(("determiner", "adjective", "number", "compound", "negation", "quantity_modifier"))
_ABOUT_ONE = frozenset(("noun_clause", "relative_clause"))
_PEOPLE = frozenset(("people", "person", "one", "anyone", "anybody", "somebody", "someone"))


@dataclass(frozen=True, slots=True)
class Holder:
    """One who or what something is said of."""

    cards: frozenset[str]
    names: frozenset[str]  # folded, of the noun itself
    noun: str | None  # None of a pronoun or a name
    within: frozenset[str]  # nouns that tell what it is: "an offer of mediation"
    called: frozenset[str]  # the nouns it is called by, and its age ("age 44")
    scope: Scope
    number: str | None
    marks: frozenset[str]  # adjectives and compounds before the noun
    near: frozenset[str]  # places and bodies told with it, and figures
    bounded: bool  # "nobody on the train", "anyone who was there"
    definite: bool  # by name, or "the", "his"
    at: int  # token


def holder(
    document: Document, i: int | None, entity: Mapping[int, str], called: Mapping[str, frozenset[str]], back: bool = True
) -> Holder | None:
    """What token i names; None where it names nothing that another report could name too."""
    if i is None:
        return None
    tokens = document.tokens
    token = tokens[i]
    if token.lower in ("which", "who", "that", "whom") and (above := _antecedent(document, token)) is not None:
        i, token = above, tokens[above]
    scope = _scope(document, token)
    of = next((c for c in document.children[i] if tokens[c].relation == "oblique" and case_of(document, c) == "of"), None)
    if of is not None and (token.pos in ("PRON", "DET", "NUM", "ADJ") or token.lower in _PART | _NOBODY | _EVERY | {"one"}):
        if tokens[of].lower in ("them", "these", "those") and (meant := antecedent(document, of)) is not None:
            of = meant
        i, token = of, tokens[of]  # "none of the crew", "all of the hostages", "none of them"
        scope = scope if scope in ("none", "all") else "part"
    cards: set[str] = set()
    names: set[str] = set()
    k = document.speech_of[i]
    if token.lower in ("i", "we", "me", "us"):
        speaker = document.speeches[k].speaker if k >= 0 else None
        cards.update(entity[j] for j in range(*speaker) if j in entity) if speaker else None
        none = frozenset[str]()
        return Holder(frozenset(cards), none, None, none, none, "one", None, none, none, False, True, i) if cards else None
    below = document.children[i]
    for c in (i, *(c for c in below if tokens[c].relation in ("apposition", "compound"))):
        if c in entity and (c == i or token.pos == "PROPN" or tokens[c].relation == "apposition"):
            cards.add(entity[c])
        if tokens[c].pos == "PROPN" and (token.pos == "PROPN" or tokens[c].relation == "apposition" or c == i):
            n = document.name_of[c]
            names.add(fold(document.text(document.names[n].first, document.names[n].last) if n >= 0 else tokens[c].text))
    noun = token.lemma.lower() if token.pos == "NOUN" else None
    if token.lower == "none" and of is None:
        return None  # of those told before
    if token.pos == "PRON" and not cards and scope not in ("none", "all"):
        before = antecedent(document, i) if back and token.lower in PRONOUNS else None
        return holder(document, before, entity, called, back=False) if before is not None else None
    number = next((tokens[c].lower for c in below if tokens[c].relation == "number"), None)
    marks = frozenset(
        tokens[c].lemma.lower() for c in below
        if c < i and tokens[c].relation in ("adjective", "compound") and tokens[c].pos != "PROPN" and tokens[c].lower not in _EVERY
    )
    return Holder(
        frozenset(cards), frozenset(names), None if noun in _PEOPLE or noun in _NOBODY else noun,
        _within(document, i), frozenset(n for c in cards for n in called.get(c, ())) | _called(document, i), scope, number, marks,
        _near(document, i) if noun else frozenset(),
        any(tokens[c].relation in ("oblique", *_ABOUT_ONE) for c in below),
        noun is None or any(tokens[c].lower in _THE or tokens[c].relation == "possessive" for c in below), i,
    )


def called(documents: Sequence[Document], cards: Sequence[Card]) -> dict[str, frozenset[str]]:
    """For each card the nouns it is called by, of its offices and before and behind its name; none that two cards share."""
    out: dict[str, set[str]] = {}
    for card in cards:
        words = {f.text.split()[-1].lower() for f in card.fields if f.name in ("office", "profession") and f.text}
        words |= {f.value.split()[-1].lower() for f in card.fields if f.name in ("office", "profession") and f.value}
        for mention in card.mentions:
            if mention.how == "name":
                document = documents[mention.source]
                head = document.tokens[mention.last - 1]
                near = [*document.children[head.i], head.head] if head.relation in ("apposition", "compound") else document.children[head.i]
                words.update(
                    document.tokens[c].lemma.lower() for c in near
                    if document.tokens[c].pos == "NOUN" and (c == head.head or document.tokens[c].relation in ("apposition", "compound"))
                )
        words |= {f"age {f.value.split()[0]}" for f in card.fields if f.name == "age" and f.value}
        if card.kind != "person":  # "Lim Bridge" is "the bridge"
            words.add(card.name.split()[-1].lower())
        out[card.id] = words
    groups = alike()
    shared = Counter(groups.get(w, w) for words in out.values() for w in {groups.get(x, x): x for x in words}.values())
    return {card: frozenset(w for w in words if shared[groups.get(w, w)] < 2) for card, words in out.items()}


def _scope(document: Document, token: Token) -> Scope:
    tokens = document.tokens
    words = {tokens[c].lower for c in document.children[token.i] if tokens[c].relation in _BEFORE}
    before = tokens[token.i - 1].lower if token.i else ""
    if token.lower in _NOBODY or "no" in words or (token.lower == "one" and before == "no"):
        return "none"
    if token.lower in _EVERY or words & _EVERY:
        return "all"
    if token.lower in _PART or words & _PART or token.pos == "NUM" or (token.lower == "one" and token.pos == "PRON"):
        return "part"
    plural = token.tag in ("NNS", "NNPS") or token.lower in ("they", "them", "people", "crew", "police", "staff")
    if not plural:
        return "part" if any(tokens[c].relation == "conjunct" and tokens[c].pos == token.pos for c in document.children[token.i]) else "one"
    numbered = any(tokens[c].relation == "number" for c in document.children[token.i])
    return "part" if numbered and not words & {"the", "these", "those", "its", "their", "his", "her"} else "these"


def _within(document: Document, i: int) -> frozenset[str]:
    """The nouns that hang on a noun by "of", "for", "from", "by", "to"."""
    tokens, out = document.tokens, set()
    stack = [c for c in document.children[i] if tokens[c].relation == "oblique"]
    while stack:
        c = stack.pop()
        if tokens[c].pos == "NOUN" and c > i:
            out.add(tokens[c].lemma.lower())
            stack.extend(k for k in document.children[c] if tokens[k].relation == "oblique")
    return frozenset(out)


def _called(document: Document, i: int) -> frozenset[str]:
    """The nouns that stand for the one named, and its age: "the dog, a collie", "a watchman of 58", "the 44-year-old driver"."""
    tokens = document.tokens
    nouns = (i, *(c for c in document.children[i] if tokens[c].relation == "apposition"))
    out = {tokens[c].lemma.lower() for c in nouns if tokens[c].pos == "NOUN"} - _PEOPLE
    for c in document.children[i]:
        for k in (c, *document.children[c]):
            told = tokens[k].lower.split("-")
            if told[0].isdecimal() and len(told[0]) == 2 and (
                told[1:2] == ["year"] or tokens[k].relation == "apposition" or tokens[tokens[k].head].lower in ("aged", "age", "old")
                or (tokens[k].relation == "oblique" and k - i == 2)
            ):
                out.add(f"age {told[0]}")
    return frozenset(out)


def _near(document: Document, i: int) -> frozenset[str]:
    """Places and bodies in the phrase, and its figures."""
    tokens, out = document.tokens, set()
    for j in document.subtree(i):
        if abs(j - i) > 12:
            continue
        k = document.name_of[j]
        if k >= 0 and document.names[k].last - 1 == j and document.names[k].kind != "person" and tokens[j].relation != "apposition":
            name = document.text(document.names[k].first, document.names[k].last)
            if not gazetteer.is_country(name):
                out.add(f"name:{fold(name)}")
        elif tokens[j].pos == "PROPN" and tokens[j].head != j and tokens[j].relation in ("compound", "possessive", "oblique") and j != i:
            out.add(f"name:{fold(tokens[j].text)}")
        elif tokens[j].pos == "NUM" and tokens[j].lower[0].isdigit() and len(tokens[j].text) > 1 and tokens[j].head != i:
            out.add(tokens[j].lower)
    return frozenset(out)


def _antecedent(document: Document, token: Token) -> int | None:
    i = token.head
    for _ in range(4):
        above = document.tokens[i]
        if above.relation == "relative_clause":
            return above.head
        if above.head == i:
            return None
        i = above.head
    return None
