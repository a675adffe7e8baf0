"""Plain denials: what one report says was done, and another says was not, of one doer or one thing ("told" / "never told")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.align.claims import table
from checker.align.poles import Phrase, Said, Scale
from checker.model import Document, Happening

_CONTENT = ("NOUN", "PROPN", "VERB")
_TOLD = frozenset(("oblique", "object", "open_clause", "clause", "attribute", "adverbial_clause"))


def said(documents: Sequence[Document], happenings: Sequence[Happening]) -> Iterator[tuple[Document, Said]]:
    """Every doing that is denied somewhere, as the pole "it was so" of a scale of its own; "has" with what is had."""
    denied: dict[str, set[int]] = {}
    for happening in happenings:
        if not happening.affirmed:
            denied.setdefault(happening.concept, set()).add(happening.source)
    told = {h.concept for h in happenings if h.affirmed and denied.get(h.concept, {h.source}) - {h.source}}
    scales = {concept: _scale(concept) for concept in sorted(told - frozenset(table()["unsaid"]))}
    for happening in happenings:
        scale = scales.get(happening.concept)
        document = documents[happening.source]
        token = document.tokens[happening.predicate]
        if scale is None or token.pos != "VERB":
            continue
        has_object = any(r.name == "object" for r in happening.roles)
        yield document, Said(Phrase(scale, True, has_object), (token.i,), token.i)
    had: dict[str, list[tuple[Document, int, int]]] = {}
    for document in documents:
        for token in document.tokens:
            if token.lemma == "have" and token.pos == "VERB":
                thing = next((c for c in document.children[token.i] if document.tokens[c].relation == "object"), None)
                if thing is not None and document.tokens[thing].pos == "NOUN":
                    had.setdefault(document.tokens[thing].lemma.lower(), []).append((document, token.i, thing))
    for noun, mentions in had.items():
        if len({d.source for d, _, _ in mentions}) > 1:
            for document, verb, thing in mentions:
                yield document, Said(Phrase(_scale(f"have {noun}"), True), (verb, thing), verb)


def content(document: Document, i: int) -> frozenset[str]:
    """The nouns, names and verbs told with a predicate, without its subject."""
    tokens = document.tokens
    out: set[str] = set()
    for c in document.children[i]:
        if tokens[c].relation in _TOLD:
            out.update(tokens[k].lemma.lower() for k in document.subtree(c) if tokens[k].pos in _CONTENT and abs(k - i) < 12)
        elif tokens[c].relation in ("adverb", "particle") and tokens[c].lower not in ("not", "never", "n't"):
            out.add(tokens[c].lower)
    return frozenset(out)


def _scale(concept: str) -> Scale:
    return Scale(f"do:{concept}", f"whether it was so: {concept.replace('-', ' ')}")
