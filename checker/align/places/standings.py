"""Where each report says that somebody was taken, a thing was found, a journey or a meeting goes next, a final or funeral is held."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from checker.align.places import seats, whereabouts
from checker.align.places.hanging import AT, beside, phrases
from checker.align.places.participants import Participant, in_role, participant
from checker.align.places.phrases import Phrase
from checker.align.places.place_words import phrase_words, words
from checker.align.places.whereabouts import Telling, told
from checker.facts.spelling import fold
from checker.language.clauses import negated
from checker.model import Document, Happening, Token

Reader = Callable[[Document, Token, Mapping[int, Happening]], Iterator[Telling]]
_VENUES = ("hospital", "prison", "morgue")
_MEETING = frozenset(("meet", "gather", "convene", "reconvene"))
_ARGUMENTS = frozenset(("subject", "passive_subject", "object"))


def read(document: Document, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """All of these that one report tells, and where bodies and venues are; `known` holds its happenings by predicate."""
    wakes = _wakes()
    for token in document.tokens:
        for reader in wakes.get(token.lemma, ()):
            yield from reader(document, token, known)
    yield from seats.addresses(document)


def _taken(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "was taken to hospital in Graz", "lies in Graz hospital", "his transfer to a prison in Linz"."""
    listed, happening, nominal = words("taken"), known.get(token.i), token.pos == "NOUN"
    if nominal and token.lemma not in listed["nouns"]:
        return
    places = phrases(document, token.i)
    if nominal:  # "sparked by the transfer of a man to a prison in Linz": read as hanging on the verb
        places += [(p, phrase) for p, phrase in phrases(document, token.head) if phrase.first > token.i]
    moved, lies = token.lemma in listed["to"] or nominal, token.lemma in listed["at"]
    near = {document.tokens[k].lower for c in document.children[token.i] for k in (c, *document.children[c])}
    for prep, phrase in places if near.isdisjoint(listed["for_a_time"]) else ():
        if not phrase.spots or not ((moved and prep in ("to", "into")) or (lies and prep in ("in", "at", "to"))):
            continue
        called = {phrase.venue, *fold(phrase.spots[0].text).split()}
        for sort in _VENUES:
            if called & listed[sort] and not negated(document, token.i):
                roles = ("subject", "object") if token.lemma in ("serve", "spend") else ("object", "subject")
                who = in_role(document, happening, *roles) if happening else _subject(document, token.i)
                label = f"{sort} of {_called(who)}".removesuffix(" of ")
                yield _standing(document, token, happening, f"taken-{sort}", phrase, who, label, loose=True)


def _found(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "The van was found on a farm track near Skive", "ended in flames at the harbour of Thisted"."""
    tokens, happening = document.tokens, known.get(token.i)
    if happening is None or not happening.affirmed or happening.mood != "actual" or token.pos != "VERB":
        return
    head = next((r.head for name in ("object", "subject") for r in happening.roles if r.name == name), None)
    if head is None:
        return
    below = [tokens[c] for c in document.children[head]]
    if tokens[head].lower in ("which", "that") and tokens[tokens[head].head].relation == "relative_clause":
        head = tokens[tokens[head].head].head
    if tokens[head].pos not in ("PROPN", "PRON") and (tokens[head].tag != "NN" or tokens[head].lemma in words("found")["no_things"]):
        called = (tokens[head], *(k for k in below if k.relation in ("compound", "apposition")))
        if not any({k.lemma.lower(), k.lower} & words("found")["things"] for k in called):
            return
    for prep, phrase in phrases(document, token.i, deep=True):
        out_of = prep == "from" and token.lemma in words("found")["out_of"]  # "recovered from the canal"
        if (prep in AT or out_of) and (phrase.spots or phrase.rival is not None):
            thing = in_role(document, happening, "object", "subject")
            yield _standing(document, token, happening, "found", phrase, thing, f"{_called(thing)} found".strip(), planned=False)


def _onward(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "leaves for Oslo the next day", "flies on to Oslo"."""
    listed, happening = words("onward"), known.get(token.i)
    if token.pos != "VERB" or happening is None or not happening.affirmed:
        return
    leaves = token.lemma in listed["leave"]
    below = {document.tokens[c].lower for c in document.children[token.i]}
    if not leaves and "on" not in below and below.isdisjoint(listed["words"]):
        return
    for prep, phrase in phrases(document, token.i):
        if phrase.spots and prep == ("for" if leaves else "to"):
            yield replace(told(document, token.i, happening, "onward", phrase, "the journey on to", True), planned=None)


def _next(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "the next congress will be held in Oslo", "they will meet again in Oslo"."""
    tokens, listed = document.tokens, words("next")
    below = document.children[token.i]
    nouns = [c for c in below if tokens[c].relation in _ARGUMENTS and tokens[c].lemma.lower() in listed["nouns"]]
    if not nouns and token.lemma not in _MEETING:
        return
    coming = any(tokens[k].lower in listed["words"] for k in (*below, *(k for c in nouns for k in document.children[c])))
    if not coming or negated(document, token.i):
        return
    for prep, phrase in (p for at in (token.i, *nouns) for p in phrases(document, at)):
        if phrase.spots and prep in ("in", "at"):
            yield _standing(document, token, known.get(token.i), "next-meeting", phrase, None, "the next meeting", loose=True)


def _held(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "the final at Elland Road", "the funeral will be held in Graz", "the epicentre was 12 km north of Graz"."""
    tokens, listed, lemma = document.tokens, words("held"), token.lemma.lower()
    verb, lies = tokens[token.head], lemma in listed["epicentre"]
    below = [tokens[c] for c in document.children[token.i]]
    if token.relation in ("adjective", "compound") or not any(k.relation == "possessive" or k.lower == "the" for k in below):
        return
    places = beside(document, token.i)
    if token.relation in ("subject", "passive_subject") and not negated(document, verb.i):
        for at in (verb, *(tokens[c] for c in document.children[verb.i] if tokens[c].relation == "open_clause")):
            if at.lemma in listed["verbs"] or (lies and at.lemma in ("be", "lie")):
                places += phrases(document, at.i)
    thing = None if lies else participant(document, token.i, None)
    for prep, phrase in places:
        if phrase.spots and prep in AT and (thing is not None or lies):
            happening = known.get(token.i) or known.get(verb.i)
            ask = "quake" if lies else f"held-{lemma}"
            yield _standing(document, token, happening, ask, phrase, thing, lemma, loose=lies)


def _lies(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "The cave is 14 km south of Graz": a place lies in one."""
    tokens, listed = document.tokens, phrase_words()
    subject = next((c for c in document.children[token.i] if tokens[c].relation == "subject"), None)
    if subject is None or tokens[subject].lemma.lower() not in listed.placed or negated(document, token.i):
        return
    thing = participant(document, subject, None)
    for prep, phrase in phrases(document, token.i):
        if thing is not None and phrase.spots and prep in AT:
            yield Telling("lie", document, phrase, thing, None, thing.lemma or "place", speaker=seats.speaker(document, token.i))


def _from(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    return whereabouts.come_from(document, token.i)


def _seat(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    return seats.seat(document, token)


def _based(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    return seats.based(document, token)


# ---------------------------------------------------------------- parts


def _standing(
    document: Document, token: Token, happening: Happening | None, ask: str, phrase: Phrase, thing: Participant | None, label: str,
    loose: bool = False, planned: bool | None = None,
) -> Telling:
    """A telling that is asked in its own words, so that it belongs to no group of happenings."""
    if happening is not None:
        telling = told(document, token.i, happening, ask, phrase, label, loose)
        return replace(telling, subject=None, thing=thing, planned=planned, group=None)
    return Telling(ask, document, phrase, None, thing, label, planned=planned, loose=loose, speaker=seats.speaker(document, token.i))


def _subject(document: Document, i: int) -> Participant | None:
    for c in document.children[i]:
        if document.tokens[c].relation in ("subject", "passive_subject"):
            return participant(document, c, None)
    return None


def _called(thing: Participant | None) -> str:
    """A readable word for whom or what is meant."""
    return thing.lemma or " ".join(sorted(n.title() for n in thing.names)) if thing is not None else ""


@functools.cache
def _wakes() -> dict[str, tuple[Reader, ...]]:
    """For each lemma the readers that it wakes; nouns also with a capital, as in "the next Summit"."""
    taken, held = words("taken"), words("held")
    readers: tuple[tuple[Reader, frozenset[str]], ...] = (
        (_taken, taken["to"] | taken["at"] | taken["nouns"]), (_found, words("found")["verbs"]),
        (_onward, words("onward")["leave"] | words("onward")["on"]), (_next, words("next")["verbs"]),
        (_held, held["nouns"] | held["epicentre"]), (_seat, seats.nouns()), (_based, frozenset(("base", "headquarter"))),
        (_from, frozenset(("from",))), (_lies, frozenset(("be",))),
    )
    out: dict[str, tuple[Reader, ...]] = {}
    for reader, lemmas in readers:
        for lemma in sorted(lemmas):
            for word in (lemma, lemma.capitalize()):
                out[word] = (*out.get(word, ()), reader)
    return out
