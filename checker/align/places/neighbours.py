"""Places whose names differ in the word that keeps two neighbours apart: Upper Tarn in one report, Lower Tarn in another."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.align.places.place_words import table
from checker.facts import gazetteer
from checker.facts.place import sorts
from checker.facts.spelling import fold
from checker.model import Document

Named = tuple[Document, int, int]  # tokens of the name


def pairs(documents: Sequence[Document]) -> Iterator[tuple[Named, Named]]:
    """Each two names of two reports that know only one of the twins; the word they share is no land, known town or sort of place."""
    told: dict[frozenset[str], dict[int, dict[str, Named]]] = defaultdict(lambda: defaultdict(dict))
    words = _words()
    for document in documents:
        for name in document.names:
            if name.last - name.first < 2:
                continue
            folded = [fold(t.text) for t in document.tokens[name.first : name.last] if t.text[:1].isupper()]
            apart = [w for w in folded if w in words]
            if len(apart) == 1 and len(folded) > 1:
                shared = frozenset(w for w in folded if w not in words)
                told[shared][document.source].setdefault(apart[0], (document, name.first, name.last))
    for shared, by_source in told.items():
        if len(by_source) < 2 or any(not _rare(word) for word in shared):
            continue
        alone = [(word, named) for variants in by_source.values() if len(variants) == 1 for word, named in variants.items()]
        for n, (word, named) in enumerate(alone):
            for other, opposite in alone[n + 1 :]:
                if other in words[word]:
                    yield named, opposite


def _rare(word: str) -> bool:
    known = gazetteer.within(word) or gazetteer.country_of(word) or gazetteer.state_of(word)
    return len(word) > 3 and word not in sorts() and not known


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    """Each such word with those that stand against it."""
    out: dict[str, set[str]] = defaultdict(set)
    for one, other in table()["twins"]["opposites"]:
        out[one].add(other)
        out[other].add(one)
    return {word: frozenset(others) for word, others in out.items()}
