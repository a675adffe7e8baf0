"""Where each report says that a body has its seat, a plant or telescope stands, a venue lies."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace

from checker.align.places.hanging import beside, phrases
from checker.align.places.participants import Participant, participant
from checker.align.places.phrases import phrase_at
from checker.align.places.place_cues import sort_within
from checker.align.places.place_words import phrase_words, words
from checker.align.places.whereabouts import Telling
from checker.facts import gazetteer
from checker.facts.spelling import fold
from checker.language.clauses import negated
from checker.model import Document, Token

SORTS = ("seat", "plant", "centre")
_PLAIN = frozenset(("new", "head", "main", "future", "old", "former"))
_AT = frozenset(("in", "on", "at"))
_BETWEEN = frozenset(("stand", "sit", "lie", "locate", "have", "be"))


@functools.cache
def nouns() -> frozenset[str]:
    """Lemmas that `seat` reads."""
    return frozenset(_sorts()) | {"office"}


def seat(document: Document, token: Token) -> Iterator[Telling]:
    """ "The head office will be in Graz", "has its seat in Graz", "the plant is to stand in Graz"."""
    tokens, listed, lemma = document.tokens, words("seats"), token.lemma.lower()
    if token.pos != "NOUN" or (lemma == "office" and tokens[token.i - 1].lower not in ("head", "main")):
        return
    verb, sort = tokens[token.head], _sorts().get(lemma, "seat")
    if sort != "seat" and verb.lemma != "build" and any(tokens[c].lower in ("a", "an", "another") for c in document.children[token.i]):
        return  # one of several
    places = [phrase for prep, phrase in beside(document, token.i) if prep in ("in", "at")]
    if (verb.lemma in listed["verbs"] or verb.lemma in listed["has"]) and not negated(document, verb.i):
        below = (c for c in document.children[verb.i] if tokens[c].relation == "open_clause" and tokens[c].lemma in listed["verbs"])
        ats = (verb.i, *below) if token.relation in ("subject", "passive_subject") else (verb.i,) if token.relation == "object" else ()
        places += [phrase for at in ats for prep, phrase in phrases(document, at) if prep in ("in", "at", "on") and phrase.first > token.i]
    elif verb.lemma in listed["to"] and token.relation == "object":  # "will move its headquarters to Graz"
        places += [phrase for prep, phrase in phrases(document, verb.i) if prep == "to"]
    if places and places[0].spots:
        thing = _owned(document, token)
        loose = sort == "seat" and not thing.marks and lemma != "base"
        yield Telling(
            sort, document, places[0], None, thing, "head office" if lemma == "office" else lemma, planned=None, loose=loose,
            speaker=speaker(document, token.i),
        )


def based(document: Document, token: Token) -> Iterator[Telling]:
    """ "Weller AG, based in Bonn", "Bonn-based Weller AG"."""
    tokens, i, phrase = document.tokens, token.i, None
    if token.lower not in ("based", "headquartered"):
        return
    if i > 1 and tokens[i - 1].text == "-":
        k = document.name_of[i - 2]
        if k >= 0 and document.names[k].kind == "place":
            phrase = phrase_at(document, document.names[k].first)
        named = next((document.name_of[j] for j in range(i + 1, min(i + 4, len(tokens))) if document.name_of[j] >= 0), -1)
        head = document.names[named].last - 1 if named >= 0 else token.head
    else:
        phrase = next((found for prep, found in phrases(document, i) if prep in ("in", "at")), None)
        below = (c for c in document.children[i] if tokens[c].relation in ("subject", "passive_subject"))
        head = token.head if token.relation == "noun_clause" else next(below, token.head)
    thing = participant(document, head, None)
    if phrase is not None and phrase.spots and thing is not None:
        yield Telling(
            "based", document, phrase, None, replace(thing, many=False), "seat of the " + (thing.lemma or "body"), planned=None,
            speaker=speaker(document, i),
        )


def addresses(document: Document) -> Iterator[Telling]:
    """Where a venue by name lies: "the Blue Room, in the 300 block of Castle Street", "the Karuma mine in Solwezi district"."""
    tokens, listed = document.tokens, phrase_words()
    for name in document.names:
        if name.kind == "person":
            continue
        inner = (j for j in range(name.first + 1, name.last) if tokens[j].pos == "ADP" and tokens[j].lower in _AT)
        last = next(inner, name.last)  # "the Blue Room on Castle Street" read as one name
        venue = last < len(tokens) and tokens[last].pos == "NOUN" and tokens[last].lower in listed.venues
        i = last + venue
        while i < len(tokens) and i < last + 4 and (tokens[i].text == "," or tokens[i].lemma in _BETWEEN):
            i += 1
        if i + 1 >= len(tokens) or tokens[i].lower not in _AT or tokens[i].sentence != tokens[name.first].sentence:
            continue
        phrase = phrase_at(document, i + 1)
        if phrase is None or not phrase.spots:
            continue
        text, spot = document.text(name.first, last), phrase.spots[0]
        if spot.sort == "road" and spot.first < phrase.first + 6:
            ask = "street"
        elif venue or sort_within(document, name.first, last) == "venue" or any(s.sort in listed.areas for s in phrase.spots):
            ask = "lies"
        else:
            continue
        if not gazetteer.within(text) and not gazetteer.is_country(text):
            thing = Participant(None, frozenset((fold(text),)), "", "", "", False, False, frozenset())
            yield Telling(ask, document, phrase, None, thing, text, planned=None)


def speaker(document: Document, i: int) -> str | None:
    """Who says the token, None for the report's own voice."""
    k = document.speech_of[i]
    said_by = document.speeches[k].speaker if k >= 0 else None
    return document.text(*said_by) if said_by is not None else None


def _owned(document: Document, token: Token) -> Participant:
    """The seat or plant by its sort, with what tells it from others of its owner or of another owner."""
    tokens = document.tokens
    out = participant(document, token.i, None)
    assert out is not None
    owners = [
        tokens[c] for c in document.children[token.i]
        if tokens[c].relation == "possessive" or any(tokens[k].lower == "of" and tokens[k].relation == "case" for k in document.children[c])
    ]
    owning = {t.lemma.lower() for t in owners if t.pos == "NOUN"} - words("seats")["owners"]
    names = frozenset(fold(t.text) for t in owners if t.pos == "PROPN")
    return replace(out, noun=_sorts().get(out.lemma, "seat"), names=names, marks=(out.marks | owning) - _PLAIN, many=False, pronoun=False)


@functools.cache
def _sorts() -> dict[str, str]:
    return {word: sort for sort in SORTS for word in words("seats")[sort]}
