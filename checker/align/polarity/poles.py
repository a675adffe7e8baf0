"""The opposite states of poles.toml, and where a report speaks of one: "came to no harm", "was clubbed", "without a shot"."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.concepts.forms import forms_of
from checker.model import Document

_GAP = 4  # small words between two words of a phrase
_SMALL = frozenset(("DET", "ADJ", "ADV", "NUM", "AUX", "PART", "PRON", "PROPN", "NOUN", "SYM"))
_BETWEEN = frozenset(("by", "of", "being", "been", "'s", "-", '"'))
_NEGATORS = frozenset(("no", "not", "never", "nobody", "none", "without", "no-one", "n't"))
_SHORT = frozenset((
    "the", "its", "his", "her", "off", "out", "for", "and", "all", "not", "with", "from", "into", "that", "this", "without", "never",
    "back", "over",
))  # no verbs
_TAGS = {"v": ("VERB", "AUX"), "n": ("NOUN", "PROPN"), "a": ("ADJ", "ADV", "VERB")}


@dataclass(frozen=True, slots=True)
class Scale:
    """Two poles of which one thing can hold only one at a time; poles.toml says what its fields mean."""

    name: str
    says: str
    story: bool = False  # told of the story as a whole
    sure: bool = False  # a story has but one such matter, so that it may be an alarm where nobody is named on both sides
    alone: bool = False  # the one it is told of need not be named with one word
    planned: bool = False  # what is planned meets what is done: "will appeal" / "has accepted the verdict"
    future: bool = False  # to affirm it is to plan it
    figure: bool = False  # both sides must give one figure
    people: bool | None = None  # told of people only, or of anything but people
    nouns: frozenset[str] = frozenset()  # of things that it is told of; empty = of any
    mute: frozenset[str] = frozenset()  # words of a report whose denial is of another part of the story: "gunman" of "nobody fired"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that say a pole."""

    scale: Scale
    pole: bool
    to: bool = False  # the one it is said of is the object
    passing: bool = False  # it may change while the reports are written
    strong: bool = False  # to deny it says little
    fixed: bool = False  # it holds its own negation
    first: frozenset[str] = frozenset()
    rest: tuple[tuple[frozenset[str], bool], ...] = ()  # the other words, each with whether it must follow at once
    pos: tuple[str, ...] = ()  # of the first word; empty = any


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase of a scale in a report: its tokens and the one that heads them."""

    phrase: Phrase
    tokens: tuple[int, ...]
    head: int


def said(documents: Sequence[Document]) -> Iterator[tuple[Document, Said]]:
    """Every phrase of the scales of which two reports speak; of those that share a head the longest of each scale."""
    found = [_of(document) for document in documents]
    reports = Counter(name for best in found for name in {name for name, _ in best})
    for document, best in zip(documents, found, strict=True):
        for (name, _), one in best.items():
            if reports[name] > 1:
                yield document, one


def _of(document: Document) -> dict[tuple[str, int], Said]:
    """The phrases of one report by scale and head."""
    tokens, index = document.tokens, _index()
    words = [(t.lower, t.lemma) for t in tokens]
    ends = [s.last for s in document.sentences]
    best: dict[tuple[str, int], Said] = {}
    for i, (lower, lemma) in enumerate(words):
        for word in (lower, lemma) if lemma != lower else (lower,):
            if word not in index:
                continue
            singles, pairs = index[word]
            for phrase in singles:
                _keep(best, document, phrase, (i,))
            if not pairs:
                continue
            for k in range(i + 1, min(ends[tokens[i].sentence], i + _GAP + 2)):
                _follow(best, document, words, pairs, i, k)
                if tokens[k].pos not in _SMALL and words[k][0] not in _BETWEEN:
                    break
            for k in _joined(document, i):
                _follow(best, document, words, pairs, i, k)
    return best


def _follow(
    best: dict[tuple[str, int], Said], document: Document, words: Sequence[tuple[str, str]], pairs: Mapping[str, Sequence[Phrase]],
    i: int, k: int,
) -> None:
    """Keeps the phrases of which the first two words stand at i and k."""
    lower, lemma = words[k]
    for phrase in pairs.get(lower, ()):
        _keep(best, document, phrase, _rest(document, words, phrase, i, k))
    if lemma != lower:
        for phrase in pairs.get(lemma, ()):
            _keep(best, document, phrase, _rest(document, words, phrase, i, k))


def _joined(document: Document, i: int) -> Iterator[int]:
    """The words behind the gap that belong to token i: the verb of a subject, the object of a verb."""
    token = document.tokens[i]
    if token.pos == "NOUN" and token.relation in ("subject", "passive_subject") and token.head > i + _GAP:
        yield token.head
    elif token.pos == "VERB":
        yield from (c for c in document.children[i] if c > i + _GAP and document.tokens[c].relation == "object")


def _keep(best: dict[tuple[str, int], Said], document: Document, phrase: Phrase, at: tuple[int, ...] | None) -> None:
    """Of two phrases with one head the longer stands; of two as long the one that holds its negation, or fits an object that is there."""
    tokens = document.tokens
    if at is None or (phrase.pos and tokens[at[0]].pos not in phrase.pos):
        return
    head = _head(document, at)
    known = best.get((phrase.scale.name, head))
    if known is not None:
        has_object = any(tokens[c].relation in ("object", "passive_subject") for c in document.children[head])
        mine, other = ((len(n), p.fixed, p.to == has_object) for n, p in ((at, phrase), (known.tokens, known.phrase)))
        if mine <= other:
            return
    best[phrase.scale.name, head] = Said(phrase, at, head)


def _rest(document: Document, words: Sequence[tuple[str, str]], phrase: Phrase, i: int, k: int) -> tuple[int, ...] | None:
    """The tokens of a phrase whose first two words stand at i and k; None where the others do not follow."""
    if phrase.rest[0][1] and k != i + 1:
        return None
    tokens, out = document.tokens, [i, k]
    for either, at_once in phrase.rest[1:]:
        at = out[-1]
        for k in range(at + 1, min(len(words), at + (2 if at_once else _GAP + 2))):
            if tokens[k].sentence != tokens[i].sentence:
                return None
            if words[k][0] in either or words[k][1] in either:
                out.append(k)
                break
            if tokens[k].pos not in _SMALL and words[k][0] not in _BETWEEN:
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
    return tomllib.loads((importlib.resources.files("checker.align.polarity") / "poles.toml").read_text(encoding="utf-8"))


@functools.cache
def alike() -> dict[str, int]:
    """For each word its group of words that may mean one person or thing."""
    groups = table()["alike"]
    assert isinstance(groups, list)
    return {word: n for n, group in enumerate(groups) for word in group}


@functools.cache
def _index() -> dict[str, tuple[tuple[Phrase, ...], dict[str, tuple[Phrase, ...]]]]:
    """For each first word the phrases of that word alone, and the others by their second word."""
    out: dict[str, tuple[list[Phrase], dict[str, list[Phrase]]]] = {}
    for name, entry in table().items():
        if not isinstance(entry, dict) or "says" not in entry:
            continue
        told = {key: entry[key] for key in ("says", "story", "sure", "alone", "planned", "future", "figure", "people") if key in entry}
        scale = Scale(name, **told, nouns=frozenset(entry.get("nouns", ())), mute=frozenset(entry.get("mute", ())))
        for key in ("yes", "yes_to", "no", "no_to"):
            for line in entry.get(key, ()):
                phrase = _phrase(scale, key.startswith("yes"), key.endswith("_to"), line)
                for word in sorted(phrase.first):
                    singles, pairs = out.setdefault(word, ([], {}))
                    if not phrase.rest:
                        singles.append(phrase)
                    for second in sorted(phrase.rest[0][0]) if phrase.rest else ():
                        pairs.setdefault(second, []).append(phrase)
    return {word: (tuple(singles), {second: tuple(p) for second, p in pairs.items()}) for word, (singles, pairs) in out.items()}


def _phrase(scale: Scale, pole: bool, to: bool, line: str) -> Phrase:
    words = line.lstrip("~").rstrip("!").split()
    first, _, tag = words[0].partition("/")
    rest = tuple((_forms(w.lstrip("+").partition("/")[0]), w.startswith("+")) for w in words[1:])
    fixed = bool(_NEGATORS & {w.lstrip("+") for w in words})
    return Phrase(scale, pole, to, line.startswith("~"), line.endswith("!"), fixed, _forms(first), rest, _TAGS.get(tag, ()))


def _forms(words: str) -> frozenset[str]:
    """The words with their forms as verbs, since a parser may take "gutted" for a form of another word."""
    out = set(words.split("|"))
    for word in tuple(out):
        if len(word) > 2 and word.isalpha() and word not in _SHORT:
            out.update(forms_of(word))
    return frozenset(out)
