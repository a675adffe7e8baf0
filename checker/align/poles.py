"""The opposite states of poles.toml, and where a report speaks of one: "came to no harm", "was clubbed", "without a shot"."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Document, Token

_GAP = 4  # small words between two words of a phrase
_SMALL = frozenset(("DET", "ADJ", "ADV", "NUM", "AUX", "PART", "PRON", "PROPN", "NOUN", "SYM"))
_NEGATORS = frozenset(("no", "not", "never", "nobody", "none", "without", "no-one", "n't"))
_TAGS = {"v": ("VERB", "AUX"), "n": ("NOUN", "PROPN"), "a": ("ADJ", "ADV", "VERB")}


@dataclass(frozen=True, slots=True)
class Scale:
    """Two poles of which one thing can hold only one at a time."""

    name: str
    says: str
    story: bool  # told of the story as a whole
    alone: bool  # the one it is told of need not be named with one word
    planned: bool  # what is planned meets what is done: "will appeal" / "has accepted the verdict"
    nouns: frozenset[str]  # of things that it is told of; empty = of any
    mute: frozenset[str]  # words of a report whose denial is of another part of the story ("nobody fired" when the gunman was caught)
    future: bool  # to affirm it is to plan it
    figure: bool  # both sides must give one figure
    people: bool | None  # told of people only, or of anything but people


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that say a pole."""

    scale: Scale
    pole: bool
    to: bool  # the one it is said of is the object
    passing: bool  # it may change while the reports are written
    strong: bool  # to deny it says little
    fixed: bool  # it holds its own negation
    first: frozenset[str]
    rest: tuple[tuple[frozenset[str], bool], ...]  # the other words, each with whether it must follow at once
    pos: tuple[str, ...]  # of the first word; empty = any


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase of a scale in a report: its tokens and the one that heads them."""

    phrase: Phrase
    tokens: tuple[int, ...]
    head: int


def said(document: Document) -> Iterator[Said]:
    """Every phrase of the scales in the report; of those that share a head the longest of each scale."""
    index = _index()
    best: dict[tuple[str, int], Said] = {}
    for token in document.tokens:
        phrases = index.get(token.lower, ())
        lemma = token.lemma.lower()
        if lemma != token.lower:
            phrases = (*phrases, *index.get(lemma, ()))
        for phrase in phrases:
            found = _match(document, token, phrase)
            if found is not None:
                one = Said(phrase, found, _head(document, found))
                known = best.get((phrase.scale.name, one.head))
                if known is None or len(known.tokens) < len(one.tokens) or (phrase.fixed and not known.phrase.fixed):
                    best[phrase.scale.name, one.head] = one
    yield from best.values()


def _match(document: Document, token: Token, phrase: Phrase) -> tuple[int, ...] | None:
    if phrase.pos and token.pos not in phrase.pos:
        return None
    tokens, out, at = document.tokens, [token.i], token.i
    for words, at_once in phrase.rest:
        for step in range(1, 2 if at_once else _GAP + 2):
            if at + step >= len(tokens):
                return None
            following = tokens[at + step]
            if following.sentence != token.sentence:
                return None
            if following.lower in words or following.lemma.lower() in words:
                at += step
                out.append(at)
                break
            if following.pos not in _SMALL and following.tag not in ("POS", "HYPH", "``", "''") and following.lower not in ("by", "of", "being", "been"):
                return None
        else:
            return None
    return tuple(out)


def _head(document: Document, found: tuple[int, ...]) -> int:
    """The matched word that governs the others; a preposition gives way to its noun."""
    tokens = document.tokens
    tops = [i for i in found if tokens[i].head not in found or tokens[i].head == i]
    verbs = [i for i in tops if tokens[i].pos in ("VERB", "AUX")]
    top = (verbs or tops or [found[0]])[0]
    return tokens[top].head if tokens[top].relation == "case" else top


# ---------------------------------------------------------------- the lists


@functools.cache
def table() -> dict[str, object]:
    """poles.toml as it stands."""
    return tomllib.loads((importlib.resources.files("checker.align") / "poles.toml").read_text(encoding="utf-8"))


@functools.cache
def alike() -> dict[str, int]:
    """For each word its group of words that may mean one person or thing."""
    groups = table()["alike"]
    assert isinstance(groups, list)
    return {word: n for n, group in enumerate(groups) for word in group}


@functools.cache
def _index() -> dict[str, tuple[Phrase, ...]]:
    out: dict[str, list[Phrase]] = {}
    for name, entry in table().items():
        if not isinstance(entry, dict) or "says" not in entry:
            continue
        scale = Scale(
            name, entry["says"], bool(entry.get("story")), bool(entry.get("alone")), bool(entry.get("planned")),
            frozenset(entry.get("nouns", ())), frozenset(entry.get("mute", ())), bool(entry.get("future")),
            bool(entry.get("figure")), entry.get("people"),
        )
        for key in ("yes", "yes_to", "no", "no_to"):
            for line in entry.get(key, ()):
                phrase = _phrase(scale, key.startswith("yes"), key.endswith("_to"), line)
                for word in sorted(phrase.first):
                    out.setdefault(word, []).append(phrase)
    return {word: tuple(phrases) for word, phrases in out.items()}


def _phrase(scale: Scale, pole: bool, to: bool, line: str) -> Phrase:
    words = line.lstrip("~").rstrip("!").split()
    first, _, tag = words[0].partition("/")
    rest = tuple((frozenset(w.lstrip("+").partition("/")[0].split("|")), w.startswith("+")) for w in words[1:])
    fixed = bool(_NEGATORS & {w.lstrip("+") for w in words})
    return Phrase(scale, pole, to, line.startswith("~"), line.endswith("!"), fixed, frozenset(first.split("|")), rest, _TAGS.get(tag, ()))
