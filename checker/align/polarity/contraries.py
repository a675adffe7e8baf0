"""Contrary words of one thing: "voluntary" / "compulsory", "was unaware" / "was aware", "banned" / "allowed"."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.align.polarity import poles
from checker.align.polarity.poles import Phrase, Said, Scale
from checker.model import Document, Token

_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non-")
_LEAST = 4  # letters of the word behind a prefix


def said(documents: Sequence[Document]) -> Iterator[tuple[Document, Said]]:
    """Every word of a contrary pair of which both words, or one and its denial, stand in two of the reports."""
    pairs = _pairs()
    found: dict[str, list[tuple[Document, Token, bool]]] = defaultdict(list)
    for document in documents:
        for token in document.tokens:
            if token.pos in ("ADJ", "VERB") and _predicative(token):
                for name, pole in (*pairs.get(("a", token.lower), ()), *_prefixed(token.lower)):
                    found[name].append((document, token, pole))
            elif token.pos == "VERB" and token.lower.endswith("ed") and _has_object(document, token):  # "sealed it", "was unsealed"
                for name, pole in _prefixed(token.lower):
                    found[name].append((document, token, pole))
            if token.pos == "VERB":
                for name, pole in pairs.get(("v", token.lemma.lower()), ()):
                    found[name].append((document, token, pole))
    passing = _words("passing")
    for name, told in sorted(found.items()):
        if len({d.source for d, _, _ in told}) > 1 and (len({pole for _, _, pole in told}) > 1 or name.startswith("v:")):
            scale = _scale(name)
            for document, token, pole in told:
                thing = (name.startswith("v:") or not _predicative(token)) and _has_object(document, token)
                yield document, Said(Phrase(scale, pole, thing, token.lower in passing), (token.i,), token.i)


def _has_object(document: Document, token: Token) -> bool:
    return any(document.tokens[c].relation in ("object", "passive_subject") for c in document.children[token.i])


def _predicative(token: Token) -> bool:
    """ "Is unaware", "found it intact", "was unlocked": not "an unlocked door"."""
    if token.tag == "VBN":
        return token.relation in ("root", "clause", "conjunct", "parataxis", "attribute", "open_clause")
    return token.pos == "ADJ" and token.relation in ("attribute", "open_clause")


def _prefixed(word: str) -> tuple[tuple[str, bool], ...]:
    """The pair that a word and the word behind its prefix make."""
    if not word.replace("-", "").isalpha() or word in _words("not_contrary"):
        return ()
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST:
            return ((f"a:{word[len(prefix) :]}/{word}", False), (f"a:{word}", True))
    return tuple((f"a:{word}/{prefix}{word}", True) for prefix in _PREFIXES)


@functools.cache
def _pairs() -> dict[tuple[str, str], tuple[tuple[str, bool], ...]]:
    out: dict[tuple[str, str], list[tuple[str, bool]]] = defaultdict(list)
    data = poles.table()["contraries"]
    assert isinstance(data, dict)
    for sort, key in (("a", "adjectives"), ("v", "verbs")):
        for line in data[key]:
            one, other = line.split("/")
            for words, pole in ((one, True), (other, False)):
                for word in words.split("|"):
                    out[sort, word].append((f"{sort}:{line}", pole))
    return {word: tuple(names) for word, names in out.items()}


@functools.cache
def _words(key: str) -> frozenset[str]:
    data = poles.table()["contraries"]
    assert isinstance(data, dict)
    return frozenset(data[key])


@functools.cache
def _scale(name: str) -> Scale:
    words = name.partition(":")[2].replace("/", " or ").replace("|", ", ")
    return Scale(name, f"whether {words}")
