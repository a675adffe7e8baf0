"""Plain denials: what one report says was done, and another says was not, of one doer or one thing ("told" / "never told")."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from checker.align.polarity import poles
from checker.align.polarity.certainty import firm
from checker.align.polarity.claims import table
from checker.align.polarity.poles import Phrase, Said, Scale
from checker.align.synonyms import near, phrasal, verb_with_particle, verbs_like
from checker.language.clauses import negated
from checker.model import Document, Happening

_BESIDE = ("because", "due", "despite", "amid", "after", "before", "during", "since", "by", "until")
_STEM = 4  # letters that a verb and its noun share
_CONTENT = ("NOUN", "PROPN", "VERB")
_TOLD = frozenset(("oblique", "object", "open_clause", "clause", "attribute", "adverbial_clause"))


def said(documents: Sequence[Document], happenings: Sequence[Happening]) -> Iterator[tuple[Document, Said]]:
    """Every doing that is denied somewhere, as the pole "it was so" of a scale of its own; "has" with what is had."""
    yield from _verbal(documents, happenings)
    yield from _nominal(documents, happenings)
    had: dict[str, list[tuple[Document, Said]]] = {}
    for document in documents:
        for noun, pole, tokens in _had(document):
            phrase = Phrase(_scale(f"have {noun}"), pole, fixed=not pole)
            had.setdefault(noun, []).append((document, Said(phrase, tokens, tokens[0])))
    for mentions in had.values():
        if len({document.source for document, _ in mentions}) > 1:
            yield from mentions


def _verbal(documents: Sequence[Document], happenings: Sequence[Happening]) -> Iterator[tuple[Document, Said]]:
    """What is told by a verb and denied by the same, or by one of its meaning where that is sure: "never turned off"."""
    denied: dict[str, set[int]] = {}  # concept -> reports
    verbs: dict[str, set[str]] = {}  # a verb that is denied for sure -> its concepts
    doing = [(h, verb_with_particle(documents[h.source], h.predicate)) for h in happenings if _is_verb(documents, h)]
    for happening in happenings:
        if not happening.affirmed:
            denied.setdefault(happening.concept, set()).add(happening.source)
    for happening, verb in doing:
        if not happening.affirmed and firm(documents[happening.source], happening.predicate):
            verbs.setdefault(verb, set()).add(happening.concept)
    told: dict[str, list[Happening]] = {}
    for happening, verb in doing:
        meant = {happening.concept}
        if happening.affirmed and verbs:
            meant.update(concept for like in verbs_like(verb) & verbs.keys() for concept in verbs[like])
        for concept in (meant & denied.keys()) - _unsaid():
            told.setdefault(concept, []).append(happening)
    for concept, mentions in sorted(told.items()):
        if any(h.affirmed and denied[concept] - {h.source} for h in mentions):
            scale = _scale(concept)
            for happening in mentions:
                document, at = documents[happening.source], happening.predicate
                has_object = phrasal(document, at) or any(r.name == "object" for r in happening.roles)
                yield document, Said(Phrase(scale, True, has_object), (at,), at)


def _nominal(documents: Sequence[Document], happenings: Sequence[Happening]) -> Iterator[tuple[Document, Said]]:
    """What one report tells by a verb and another by its noun, where one of them is denied: "put his signature to it", "did not sign"."""
    nouns: dict[str, list[tuple[Document, int]]] = {}  # by the first letters, as long as those of verb and noun are the same
    for document in documents:
        for token in document.tokens:
            head = document.tokens[token.head]
            if token.pos == "NOUN" and token.relation in ("object", "passive_subject") and head.pos == "VERB" and len(token.lemma) > _STEM:
                nouns.setdefault(token.lemma.lower()[:_STEM], []).append((document, token.i))
    verbs: dict[str, list[Happening]] = {}
    for happening in happenings:
        if _is_verb(documents, happening) and happening.concept not in _unsaid():
            verbs.setdefault(happening.concept, []).append(happening)
    for concept, told in sorted(verbs.items()):
        words = sorted({documents[h.source].tokens[h.predicate].lemma for h in told})
        by_noun = [(document, i, word) for word in words for document, i in nouns.get(word[:_STEM], ())]
        if not by_noun or (all(h.affirmed for h in told) and not any(negated(document, i) for document, i, _ in by_noun)):
            continue
        by_noun = [(document, i, word) for document, i, word in by_noun if near(word, document.tokens[i].lemma.lower())]
        if by_noun and len({d.source for d, _, _ in by_noun} | {h.source for h in told}) > 1:
            phrase = Phrase(_scale(concept, "by noun"), True)
            yield from ((document, Said(phrase, (i,), i)) for document, i, _ in by_noun)
            yield from ((documents[h.source], Said(phrase, (h.predicate,), h.predicate)) for h in told)


def _is_verb(documents: Sequence[Document], happening: Happening) -> bool:
    return documents[happening.source].tokens[happening.predicate].pos == "VERB"


def _had(document: Document) -> Iterator[tuple[str, bool, tuple[int, ...]]]:
    """The nouns that somebody is told to have or to lack: "wore a helmet", "with a helmet", "without a helmet"."""
    tokens, words = document.tokens, _having()
    for token in tokens:
        if token.pos != "NOUN":
            continue
        lemma, head = token.lemma, tokens[token.head]
        if token.relation == "object" and head.pos == "VERB" and head.lemma in words["have"] and lemma not in words["vague"]:
            yield lemma, True, (head.i, token.i)
        elif token.relation == "object" and head.pos == "VERB" and head.lemma in words["lack"] and lemma not in words["vague"]:
            yield lemma, False, (head.i, token.i)
        elif token.relation == "oblique" and lemma not in words["vague"]:
            case = next((tokens[c] for c in document.children[token.i] if tokens[c].relation == "case"), None)
            if case is not None and case.lower in ("with", "without"):
                yield lemma, case.lower == "with", (token.i, case.i)


def content(document: Document, i: int) -> frozenset[str]:
    """The nouns, names and verbs told with a predicate, without its subject; with a noun those of its verb too."""
    tokens = document.tokens
    if tokens[i].pos == "NOUN" and tokens[i].relation in ("object", "passive_subject"):
        verb = content(document, tokens[i].head) - {tokens[i].lemma.lower()}
        return verb | frozenset(t.lemma.lower() for k in document.subtree(i) if (t := tokens[k]).pos in _CONTENT and k != i)
    out: set[str] = set()
    times = _having()["times"]
    for c in document.children[i]:
        if any(tokens[k].lower in _BESIDE for k in document.children[c] if tokens[k].relation == "case"):
            continue  # why and when, not what
        if tokens[c].relation in _TOLD:
            near = (tokens[k] for k in document.subtree(c) if abs(k - i) < 12)
            out.update(t.lemma.lower() for t in near if t.pos in _CONTENT and t.lower not in times)
        elif tokens[c].relation in ("adverb", "particle") and tokens[c].lower not in ("not", "never", "n't"):
            out.add(tokens[c].lower)
    return frozenset(out)


def _scale(concept: str, told: str = "") -> Scale:
    return Scale(f"do:{concept}{' ' if told else ''}{told}", f"whether it was so: {concept.replace('-', ' ')}")


@functools.cache
def _unsaid() -> frozenset[str]:
    return frozenset(table()["unsaid"])


@functools.cache
def _having() -> dict[str, frozenset[str]]:
    data = poles.table()["having"]
    assert isinstance(data, dict)
    return {key: frozenset(words) for key, words in data.items() if key != "source"}
