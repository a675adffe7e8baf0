"""Two bodies or places whose names are the same but for one word, told of in the same words: Ministry of Culture, Ministry of Tourism."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.facts import organization, place, spelling
from checker.facts.organization import Organization
from checker.facts.place import Place
from checker.facts.spelling import fold
from checker.model import NOT_COPY, Document, Fact, Question, Reading

_TELLING = 5  # words that the sentences share beside the names; two streets of one story were seen to share four
_SMALL = frozenset(("the", "of", "for", "and", "in", "on", "de", "la", "le", "del", "da", "do"))
_DIRECTIONS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "n", "s", "e", "w"))


@dataclass(frozen=True, slots=True)
class _Named:
    fact: Fact
    words: tuple[str, ...]
    around: frozenset[str]


def read(documents: Sequence[Document], facts: Sequence[Fact]) -> Iterator[Reading]:
    """A Reading for each of two such names, where no report has both, nor two names of that kind."""
    for kind in ("organization", "place"):
        named = [_of_report(document, facts, kind) for document in documents]
        for n, ours in enumerate(named):
            for theirs in named[n + 1 :]:
                for a, b, same in _pairs(ours, theirs):
                    yield from _two(documents, a, b, same)


def _of_report(document: Document, facts: Sequence[Fact], kind: str) -> dict[tuple[str, ...], _Named]:
    """The names of two words and more in a report, each with the words told of it."""
    out: dict[tuple[str, ...], _Named] = {}
    for fact in facts:
        if fact.kind != kind or fact.span.source != document.source:
            continue
        sentence = document.sentences[document.tokens[fact.first].sentence]
        words = _words(fact)
        if sentence.zone in NOT_COPY or len(words) < 2:
            continue
        tokens = document.tokens[sentence.first : sentence.last]
        around = {t.lemma.lower() for t in tokens if t.pos in ("VERB", "NOUN", "PROPN", "NUM") and len(t.lemma) > 2}
        known = out.get(words)
        out[words] = _Named(known.fact if known else fact, words, frozenset(around) | (known.around if known else frozenset()))
    return out


def _words(fact: Fact) -> tuple[str, ...]:
    value = fact.value
    if isinstance(value, Organization):
        return organization.content(value.text)
    return tuple(w for w in map(fold, value.name.split()) if w not in _SMALL) if isinstance(value, Place) else ()


def _pairs(
    ours: dict[tuple[str, ...], _Named], theirs: dict[tuple[str, ...], _Named]
) -> Iterator[tuple[_Named, _Named, tuple[str, ...]]]:
    """Names of two reports that differ in one word at one place, the only ones of their pattern in each report."""
    slots = [_by_pattern(ours), _by_pattern(theirs)]
    for pattern in sorted(slots[0].keys() & slots[1].keys()):
        mine, other = slots[0][pattern], slots[1][pattern]
        if len(mine) == len(other) == 1 and mine[0].words != other[0].words:
            yield mine[0], other[0], tuple(w for w in pattern if w)


def _by_pattern(names: dict[tuple[str, ...], _Named]) -> dict[tuple[str, ...], list[_Named]]:
    out: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for words, named in names.items():
        for i in range(len(words)):
            out[(*words[:i], "", *words[i + 1 :])].append(named)
    return out


def _two(documents: Sequence[Document], a: _Named, b: _Named, same: tuple[str, ...]) -> Iterator[Reading]:
    names = {*a.words, *b.words}
    shared = (a.around & b.around) - names - spelling.words("kin", "weak")
    texts = [{fold(t.text) for t in documents[x.fact.span.source].tokens} for x in (b, a)]
    apart = [next(w for w in x.words if w not in y.words) for x, y in ((a, b), (b, a)) if set(x.words) - set(y.words)]
    sorts = (place.sorts() | organization.heads()) - _DIRECTIONS
    if len(apart) < 2 or sorts.issuperset(apart):
        return  # Betty Ford Center is Betty Ford Clinic
    if len(shared) < _TELLING or any(word in text for word, text in zip(apart, texts, strict=True)):
        return
    if spelling.is_slip(*sorted(apart)):
        return  # one word in two spellings
    asks = "which " + " ".join(same)
    for n, x in enumerate((a, b)):
        sure: Literal["direct", "near"] = "direct" if n == 0 else "near"
        cues = frozenset({f"n:{asks}", f"h:{asks}"})
        index = documents[x.fact.span.source].tokens[x.fact.head].sentence
        because = (f"each report names one, and both tell of {', '.join(sorted(shared)[:4])}",)
        yield Reading(Question(x.fact.kind, asks, f"role:{asks}"), x.fact, None, "actual", sure, because, index, None, cues, of_card=True)
