"""What a report says did or did not happen, with whom and what: the sign is read from the words around it too."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker import concepts
from checker.align.antecedents import PRONOUNS, antecedent
from checker.align.polarity.certainty import by_all, definite, firm, in_part, told_with, until
from checker.align.polarity.subjects import done_by_noun, subject_of
from checker.facts.spelling import fold
from checker.model import Document, Happening, Role


@dataclass(frozen=True, slots=True)
class Sign:
    """Of what a mention of a happening says that it is so or is not."""

    concept: str
    affirmed: bool
    moods: frozenset[str]
    total: bool  # "no passengers", "at no time": of none of them


@dataclass(frozen=True, slots=True)
class Claim:
    """That something is so or is not, with whom and what."""

    concept: str
    affirmed: bool
    moods: frozenset[str]
    total: bool
    roles: Mapping[str, frozenset[str]]  # subject, object -> cards, names and classes; a role that names nothing is left out
    marks: frozenset[str]  # words before the object that tell it from others of its class
    happening: Happening
    printed: str  # the noun or name of its object, else of its subject
    times: frozenset[str]  # words that tell its time: "Monday", "first"
    whose: frozenset[str]  # nouns and names with which the object is told: "the contract of the coach"
    every: bool  # "all six ministers", "the heads of both delegations" did it
    part: bool = False  # some did it, or two of them
    firm: bool = False  # "did not", "never": not "has not", which may be so no longer
    definite: bool = False  # it was done to a certain one: "the bells", "its offer"


def claim(document: Document, happening: Happening, sign: Sign) -> Claim:
    """The sign with whom and what it is said of."""
    roles, marks = _roles(document, happening)
    i = happening.predicate
    return Claim(
        sign.concept, sign.affirmed, sign.moods, sign.total, roles, marks, happening, _printed(document, happening), _times(document, i),
        told_with(document, happening), by_all(document, happening), in_part(document, happening), firm(document, i),
        definite(document, happening),
    )


def signs(document: Document, happening: Happening) -> tuple[Sign, ...]:
    """What one mention of a happening affirms or denies; nothing where it is only asked for, or may be."""
    words, tokens, i = table(), document.tokens, happening.predicate
    if happening.mood not in ("actual", "planned") or (not happening.affirmed and until(document, i)):
        return ()
    token, head = tokens[i], tokens[tokens[i].head]
    concept, affirmed, moods = happening.concept, happening.affirmed, {happening.mood}
    total = not affirmed and _none(document, i)
    if affirmed and token.pos == "VERB" and _of_nothing(document, i):
        affirmed, total = False, True
    verb = head.head if _inverted(document, i) else i
    if any(tokens[c].lemma in words["no_time"] and _has_no(document, c) for c in document.children[verb]):
        affirmed, total = False, True
    if head.lemma in words["plans"] and tokens[head.head].lemma in words["scrap"] and head.relation in ("object", "passive_subject"):
        affirmed, moods, total = False, {"planned"}, True
    elif head.lemma in words["requests"] and token.relation == "oblique" and tokens[head.head].lemma in words["refuse"]:
        affirmed, total = False, True
    elif affirmed and token.tag == "VB" and happening.mood == "actual" and any(tokens[c].lower == "to" for c in document.children[i]):
        return ()  # "was negotiating to buy"
    elif affirmed and token.pos == "NOUN" and (head.lemma in words["requests"] or token.relation == "compound"):
        return ()  # "a request for bail", "a bail hearing"
    elif token.pos == "VERB" and concept in words["bare"]:
        return ()  # the noun tells it: "granted bail", but "set a bail hearing"
    if token.pos == "ADJ" and head.lemma in words["stays"] and concept in words["undoes"] and affirmed:
        concept, affirmed, moods, total = words["undoes"][concept], False, {"planned"}, True
        # only against plans: what was shut last year may stay open now
    if token.lemma in words["leaves"] and affirmed and _unmoved(document, i):
        return tuple(Sign(moved, False, frozenset(moods), True) for moved in words["moves"])
    return (Sign(concept, affirmed, frozenset(moods), total),)


def _unmoved(document: Document, i: int) -> bool:
    """ "unchanged", "as it was"."""
    tokens, words = document.tokens, table()["unmoved"]
    after = tokens[i + 1 : i + 14]
    for n, token in enumerate(after):
        if token.sentence != tokens[i].sentence:
            return False
        if token.lower in words:
            return True
        if token.lower == "as" and n + 2 < len(after) and after[n + 1].lower in ("it", "they") and after[n + 2].lemma == "be":
            return True
    return False


def _roles(document: Document, happening: Happening) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    marks: frozenset[str] = frozenset()
    for role in happening.roles:
        if role.name == "object" and document.tokens[role.head].lemma.lower() in table()["part_of_verb"]:
            continue  # "put its name to the text": the name is part of the verb
        if role.name in ("subject", "object") and role.name not in out and document.tokens[role.head].lemma not in table()["plans"]:
            keys = _keys(document, role)
            if keys:
                out[role.name] = keys
                if role.name == "object":
                    marks = _marks(document, role.head)
    if "subject" not in out and document.tokens[happening.predicate].tag == "VBG":  # "left without signing": who left
        above = subject_of(document, happening.predicate)
        if above is not None and (keys := _keys(document, Role("subject", above, above + 1, above))):
            out["subject"] = keys
    if (turned := done_by_noun(document, happening.predicate)) is not None:  # "gave the order to leave the ship"
        for name, at in zip(("subject", "object"), turned, strict=True):
            if at is not None and name not in out and (keys := _keys(document, Role("other", at, at + 1, at))):
                out[name] = keys
    if not out and _itself(document, happening.predicate):
        out["object"] = frozenset((document.tokens[happening.predicate].lemma,))
    if "subject" in out and _object_is_no_object(document, happening):
        out["object"], marks = out.pop("subject"), frozenset()
    return out, marks


def _itself(document: Document, i: int) -> bool:
    """ "No shots were fired", "one shot was heard": the noun, told as new and without more words, is what did or did not happen."""
    tokens = document.tokens
    if tokens[i].pos != "NOUN" or tokens[i].relation not in ("subject", "passive_subject", "object", "oblique"):
        return False
    before = [tokens[c] for c in document.children[i] if tokens[c].relation not in ("case", "punctuation")]
    told = [t for t in before if t.relation == "number" or (t.relation == "determiner" and t.lower in ("no", "a", "an"))]
    return bool(told) and len(told) == len([t for t in before if t.relation != "compound" or t.i > i])


def _printed(document: Document, happening: Happening) -> str:
    """The noun or name of what it happened to, else of who did it; empty where neither is named."""
    if happening.concept in table()["bare"]:
        return ""
    turned = _object_is_no_object(document, happening)
    for name in ("subject",) if turned else ("object", "subject"):
        for role in happening.roles:
            head = _noun(document, role.head)
            if role.name == name and head is not None:
                k = document.name_of[head]
                return document.text(document.names[k].first, document.names[k].last) if k >= 0 else document.tokens[head].lemma
    return ""


def _times(document: Document, i: int) -> frozenset[str]:
    """The words of time in the clause of the predicate; of a noun, in the clause it stands in."""
    tokens, words = document.tokens, table()["times"]
    top = i if tokens[i].pos == "VERB" or tokens[tokens[i].head].pos != "VERB" else tokens[i].head
    below = [c for c in document.children[top] if tokens[c].relation in ("oblique", "adverbial_noun", "adverb", "object", "attribute")]
    near = [*below, *(k for c in below for k in document.children[c])]
    return frozenset(tokens[k].lower for k in near if tokens[k].lower in words)


def _noun(document: Document, head: int) -> int | None:
    """The noun itself, or the one behind "the smallest of", "two of"."""
    tokens = document.tokens
    if tokens[head].pos in ("NOUN", "PROPN"):
        return head
    return next((c for c in document.children[head] if tokens[c].relation == "oblique" and tokens[c].pos == "NOUN"), None)


def _object_is_no_object(document: Document, happening: Happening) -> bool:
    """ "the branch shuts its doors", "at no time were passengers taken off the ship": the subject is the one it happens to."""
    tokens, below = document.tokens, document.children[happening.predicate]
    if happening.concept in table()["undoes"]:
        thing = next((c for c in below if tokens[c].relation == "object"), None)
        return thing is not None and any(tokens[c].lower in ("its", "their") for c in document.children[thing])
    if _inverted(document, happening.predicate):
        return True
    turned = any(tokens[c].relation in ("auxiliary", "passive_auxiliary") and tokens[c].lemma == "be" for c in below)
    return tokens[happening.predicate].tag == "VBN" and turned and any(tokens[c].relation == "subject" for c in below)


def _inverted(document: Document, i: int) -> bool:
    """ "At no time were passengers taken off": read as a noun with its participle under "were"."""
    head = document.tokens[document.tokens[i].head]
    turned = document.tokens[i].tag == "VBN" and head.relation in ("attribute", "subject") and head.head < head.i < i
    return turned and document.tokens[head.head].lemma == "be"


def _keys(document: Document, role: Role) -> frozenset[str]:
    """Cards, names and class of what plays the role; empty where a pronoun or number names nothing."""
    tokens, head = document.tokens, role.head
    if tokens[head].lower in PRONOUNS and not role.entity:
        head = taken_up if (taken_up := antecedent(document, head)) is not None else head
    if tokens[head].pos in ("ADJ", "NUM", "DET", "PRON") and not role.entity:  # "the smallest of the five branches"
        inner = _noun(document, head)
        if inner is None:
            return frozenset()
        head = inner
    found = {role.entity} if role.entity else set()
    for c in (head, *(c for c in document.children[head] if tokens[c].relation in ("apposition", "compound"))):
        k = document.name_of[c]
        if k >= 0:
            found.add(f"name:{fold(document.text(document.names[k].first, document.names[k].last))}")
        elif tokens[c].pos == "PROPN":
            found.add(f"name:{fold(tokens[c].text)}")
    if tokens[head].pos == "NOUN":
        found.add(concepts.load().counted(tokens[head].lemma.lower()))
        below = document.children[head]
        if any(tokens[c].relation == "number" for c in below):  # "300 tonnes of oil"
            parts = (tokens[c] for c in below if tokens[c].relation == "oblique" and tokens[c].pos == "NOUN")
            found.update(concepts.load().counted(t.lemma.lower()) for t in parts)
    return frozenset(found)


def _marks(document: Document, head: int) -> frozenset[str]:
    alike = _alike()
    before = [document.tokens[c] for c in document.children[head] if c < head and document.tokens[c].relation in ("adjective", "compound")]
    return frozenset(alike.get(t.lemma.lower(), alike.get(t.lower, t.lemma.lower())) for t in before)


def _none(document: Document, i: int) -> bool:
    """Whether the negation is of all: "no acid reached", "none was", "never"."""
    tokens = document.tokens
    for c in document.children[i]:
        if tokens[c].lower == "never" or (tokens[c].relation == "determiner" and tokens[c].lower in ("no", "any")):
            return True
        nobody = tokens[c].lower in ("none", "nobody", "nothing") or _has_no(document, c)
        nobody = nobody or any(tokens[k].lower == "any" for k in document.children[c])
        if nobody and tokens[c].relation in ("subject", "passive_subject", "object"):
            return True
    return False


def _of_nothing(document: Document, i: int) -> bool:
    """ "Wore no helmet": the verb is denied with its object, where that is a thing and no happening."""
    tokens, known = document.tokens, concepts.load()
    thing = next((c for c in document.children[i] if tokens[c].relation == "object" and tokens[c].pos == "NOUN"), None)
    return thing is not None and _has_no(document, thing) and known.by_word(tokens[thing].lemma.lower(), "noun") is None


def _has_no(document: Document, i: int) -> bool:
    return any(document.tokens[c].lower == "no" for c in document.children[i])


@functools.cache
def table() -> dict[str, Any]:
    """The word lists of denials.toml."""
    return tomllib.loads((importlib.resources.files("checker.align.polarity") / "denials.toml").read_text(encoding="utf-8"))


@functools.cache
def _alike() -> dict[str, str]:
    return {word: group[0] for group in table()["alike"] for word in group}
