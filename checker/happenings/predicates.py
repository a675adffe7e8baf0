"""Which tokens name a happening, and which concept they name it by."""

from __future__ import annotations

from checker.concepts import Concepts
from checker.model import NOT_COPY, Document, Token

_NOT_HAPPENINGS = frozenset(("be", "have", "do", "get", "let", "will", "would", "can", "could", "may", "might", "shall", "should", "must"))
_LIGHT_CONCEPTS = ("arrange", "begin", "launch")  # what a light verb means where its object is a thing
_LINKS_TO_VERB = frozenset(("object", "passive_subject"))


def find(document: Document, known: Concepts) -> dict[int, str]:
    """For every token that names a happening its concept, else its lemma ("~verb" marks one no concept file has)."""
    out: dict[int, str] = {}
    unread = frozenset(s.index for s in document.sentences if s.zone in NOT_COPY)
    for token in document.tokens:
        if token.sentence in unread:
            continue
        pos = token.pos
        if pos == "VERB":
            if token.relation not in ("auxiliary", "case", "passive_auxiliary"):
                concept = known.predicate(document, token.i) or _own_word(document, token)
                if concept:
                    out[token.i] = concept
        elif pos == "NOUN" or pos == "PROPN":
            named = _noun(document, token, known)
            if named:
                out[token.i] = named
        elif pos == "ADJ" or pos == "ADV":
            concept = known.predicate(document, token.i)
            if concept:
                out[token.i] = concept
    _drop_light_verbs(document, known, out)
    _drop_repeats(document, out)
    return out


def _own_word(document: Document, token: Token) -> str | None:
    if token.lemma in _NOT_HAPPENINGS:
        return None
    particle = next((document.tokens[c].lower for c in document.children[token.i] if document.tokens[c].relation == "particle"), None)
    return f"~{token.lemma} {particle}" if particle else f"~{token.lemma}"


def _noun(document: Document, token: Token, known: Concepts) -> str | None:
    if token.pos == "PROPN":
        name = document.name_of[token.i]
        named = name >= 0 and document.names[name].kind in ("person", "place")
        if named and not token.text.isupper():  # "DUI" is seldom a person
            return None
    concept = known.predicate(document, token.i)
    if concept:
        return concept
    lemma = token.lemma.lower()
    if lemma in known.event_nouns:
        return f"~{lemma}"
    lemma = lemma.removesuffix("s") if lemma.endswith("ings") else lemma  # the English leaves "sailings" as it is
    if token.pos == "NOUN" and lemma.endswith("ing") and len(lemma) > 5 and lemma not in known.not_events:
        return f"~{known.verb_of(lemma)}"
    return f"~{known.verb_of(lemma)}" if known.verb_of(lemma) != lemma else None


def _drop_light_verbs(document: Document, known: Concepts, out: dict[int, str]) -> None:
    """ "Held talks", "made an arrest" are told once, by the noun."""
    for i in list(out):
        token = document.tokens[i]
        if token.pos in ("NOUN", "PROPN") and token.relation in _LINKS_TO_VERB and token.head in out:
            verb = document.tokens[token.head]
            if verb.lemma in known.light_verbs and (out[verb.i].startswith("~") or out[verb.i] in (out[i], *_LIGHT_CONCEPTS)):
                del out[verb.i]


def _drop_repeats(document: Document, out: dict[int, str]) -> None:
    """ "Death toll" is told once, by its head."""
    for i in list(out):
        token = document.tokens[i]
        if token.relation in ("compound", "adjective", "particle") and token.head in out and out.get(i) == out[token.head]:
            del out[i]
