"""Where each report says that somebody was taken, a thing was found or stands, a body has its seat, a journey or meeting goes next."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.align.participants import Participant, in_role, participant
from checker.align.spots import phrase_at, phrase_words, table
from checker.align.whereabouts import AT, Telling, beside, phrases, told
from checker.facts import gazetteer
from checker.facts.spelling import fold
from checker.language.clauses import negated
from checker.model import Document, Happening, Token

_VENUES = ("hospital", "prison", "morgue")


def read(document: Document, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """All of these that one report tells; `known` holds its happenings by predicate."""
    kinds = _lemmas()
    for token in document.tokens:
        for kind in kinds.get(token.lemma.lower(), ()):
            yield from _READERS[kind](document, token, known)
    yield from _addresses(document)


def _taken(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "was taken to hospital in Graz", "lies in Graz hospital", "his transfer to a prison in Linz"."""
    words, happening = _words(), known.get(token.i)
    nominal = token.pos == "NOUN"
    if (nominal and token.lemma not in words["taken.nouns"]) or negated(document, token.i):
        return
    places = phrases(document, token.i)
    if nominal:  # "sparked by the transfer of a man to a prison in Linz": read as hanging on the verb
        places += [(p, ph) for p, ph in phrases(document, document.tokens[token.i].head) if ph.first > token.i]
    moved, lies = token.lemma in words["taken.to"] or nominal, token.lemma in words["taken.at"]
    for prep, phrase in places:
        if not phrase.spots or not ((moved and prep in ("to", "into")) or (lies and prep in ("in", "at", "to"))):
            continue
        for sort in _VENUES:
            if phrase.venue in words[f"taken.{sort}"] or any(w in words[f"taken.{sort}"] for w in fold(phrase.spots[0].text).split()):
                who = in_role(document, happening, "object", "subject") if happening else _subject(document, token.i)
                yield _standing(document, token, happening, f"taken-{sort}", phrase, who, f"{sort} of", loose=True)


def _found(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "The van was found on a farm track near Skive", "ended in flames at the harbour of Thisted"."""
    tokens, happening = document.tokens, known.get(token.i)
    if happening is None or not happening.affirmed or happening.mood != "actual" or token.pos != "VERB":
        return
    heads = [r.head for name in ("object", "subject") for r in happening.roles if r.name == name]
    if not heads:
        return
    kids = [tokens[c] for c in document.children[heads[0]]]
    one = tokens[heads[0]].tag == "NN" and any(k.lower == "the" or k.relation == "possessive" for k in kids)
    near = (heads[0], *(c for c in document.children[heads[0]] if tokens[c].relation in ("compound", "apposition")))
    if tokens[heads[0]].pos != "PROPN" and not one and not any({tokens[k].lemma.lower(), tokens[k].lower} & _words()["found.things"] for k in near):
        return
    for prep, phrase in phrases(document, token.i, deep=True):
        if prep in AT and phrase.spots:
            thing = in_role(document, happening, "object") or in_role(document, happening, "subject")
            yield _standing(document, token, happening, "found", phrase, thing, "where it was found", planned=False)


def _onward(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "leaves for Oslo the next day", "flies on to Oslo"."""
    words, happening = _words(), known.get(token.i)
    if token.pos != "VERB" or happening is None or not happening.affirmed:
        return
    leaves = token.lemma in words["onward.leave"]
    below = {document.tokens[c].lower for c in document.children[token.i]}
    if not leaves and not (below & words["onward.words"] or "on" in below):
        return
    for prep, phrase in phrases(document, token.i):
        if phrase.spots and prep == ("for" if leaves else "to"):
            yield replace(told(document, token.i, happening, "onward", phrase, "where the journey goes on to", True), planned=None)


def _seat(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "The head office will be in Graz", "has its seat in Graz", "the plant is to stand in Graz"."""
    tokens, words = document.tokens, _words()
    if token.pos != "NOUN" or (token.lemma.lower() == "office" and tokens[token.i - 1].lower not in ("head", "main")):
        return
    verb = tokens[token.head]
    places = [(p, ph) for p, ph in beside(document, token.i) if p in ("in", "at")]
    if verb.lemma in words["seats.verbs"] | words["seats.has"] and not negated(document, verb.i):
        below = (c for c in document.children[verb.i] if tokens[c].relation == "open_clause" and tokens[c].lemma in words["seats.verbs"])
        ats = (verb.i, *below) if token.relation in ("subject", "passive_subject") else (verb.i,) if token.relation == "object" else ()
        places += [(p, ph) for at in ats for p, ph in phrases(document, at) if p in ("in", "at", "on") and ph.first > token.i]
    sort = _seats().get(token.lemma.lower(), "seat")
    if sort != "seat" and any(tokens[c].lower in ("a", "an", "another") for c in document.children[token.i]) and verb.lemma != "build":
        return  # one of several
    thing = _owned(document, token)
    for _, phrase in places[:1]:
        if phrase.spots:
            loose = sort == "seat" and not thing.marks and token.lemma != "base"
            yield _standing(document, token, None, sort, phrase, thing, f"where the {token.lemma.lower()} is", loose=loose)


def _owned(document: Document, token: Token) -> Participant:
    """The seat or plant by its sort, with what tells it from others of its owner or of another owner."""
    tokens = document.tokens
    out = participant(document, token.i, None)
    assert out is not None
    owner = [c for c in document.children[token.i] if tokens[c].relation in ("oblique", "possessive") and tokens[c].pos in ("NOUN", "PROPN")]
    owner = [c for c in owner if tokens[c].relation == "possessive" or _case(document, c) == "of"]
    nouns = {tokens[c].lemma.lower() for c in owner if tokens[c].pos == "NOUN"} - _words()["seats.owners"]
    names = {fold(tokens[c].text) for c in owner if tokens[c].pos == "PROPN"}
    marks = (out.marks | nouns) - {"new", "head", "main", "future", "old", "former"}
    return replace(out, noun=_seats().get(out.lemma, "seat"), lemma=out.lemma, names=frozenset(names), marks=frozenset(marks), many=False, pronoun=False)


def _next(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "the next congress will be held in Oslo", "they will meet again in Oslo"."""
    tokens, words, happening = document.tokens, _words(), known.get(token.i)
    below = document.children[token.i]
    nouns = [c for c in below if tokens[c].lemma.lower() in words["next.nouns"] and tokens[c].relation in ("subject", "passive_subject", "object")]
    coming = any(tokens[k].lower in words["next.words"] for k in (*below, *(k for c in nouns for k in document.children[c])))
    if not coming or not (nouns or token.lemma in ("meet", "gather", "convene", "reconvene")) or negated(document, token.i):
        return
    for prep, phrase in (ph for at in (token.i, *nouns) for ph in phrases(document, at)):
        if phrase.spots and prep in ("in", "at"):
            yield replace(_standing(document, token, happening, "next-meeting", phrase, None, "where the next meeting is", loose=True), subject=None)


def _held(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "the final at Elland Road", "the funeral will be held in Graz", "the epicentre was 12 km north of Graz"."""
    tokens, words = document.tokens, _words()
    verb = tokens[token.head]
    lies = token.lemma.lower() in words["held.epicentre"]
    if token.relation in ("adjective", "compound") or not any(
        tokens[c].relation == "possessive" or tokens[c].lower == "the" for c in document.children[token.i]
    ):
        return
    places = beside(document, token.i)
    if token.relation in ("subject", "passive_subject") and not negated(document, verb.i):
        below = [tokens[c] for c in document.children[verb.i] if tokens[c].relation == "open_clause"]
        for at in (verb, *below):
            if at.lemma in words["held.verbs"] or (lies and at.lemma in ("be", "lie")):
                places += phrases(document, at.i)
    marks = {tokens[c].lemma.lower() for c in document.children[token.i] if c < token.i and tokens[c].relation in ("adjective", "compound", "possessive")}
    thing = participant(document, token.i, None)
    for prep, phrase in places:
        if phrase.spots and prep in AT and thing is not None:
            happening = known.get(token.i) or known.get(verb.i)
            ask = "quake" if lies else f"held-{token.lemma.lower()}"
            thing = None if lies else replace(thing, marks=frozenset(marks - {"the"}))
            yield _standing(document, token, happening, ask, phrase, thing, f"where the {token.lemma.lower()} is", loose=lies)


def _based(document: Document, token: Token, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """ "Weller AG, based in Bonn", "Bonn-based Weller AG"."""
    tokens, i = document.tokens, token.i
    if token.lower not in ("based", "headquartered"):
        return
    if i > 1 and tokens[i - 1].text == "-":
        k = document.name_of[i - 2]
        if k < 0 or document.names[k].kind != "place":
            return
        phrase = phrase_at(document, document.names[k].first)
        after = next((j for j in range(i + 1, min(i + 4, len(tokens))) if document.name_of[j] >= 0), None)
        named = document.names[document.name_of[after]].last - 1 if after is not None else None
        thing = participant(document, named if named is not None else token.head, None)
    else:
        phrase = next((ph for p, ph in phrases(document, i) if p in ("in", "at")), None)
        thing = participant(document, token.head, None) if token.relation == "noun_clause" else _subject(document, i)
    if phrase is not None and phrase.spots and thing is not None:
        yield _standing(document, token, None, "based", phrase, replace(thing, many=False), "where it is based")


def _addresses(document: Document) -> Iterator[Telling]:
    """Where a venue by name lies: "the Blue Room, in the 300 block of Castle Street", "the Karuma mine in Solwezi district"."""
    tokens, words = document.tokens, phrase_words()
    for k, name in enumerate(document.names):
        if name.kind == "person" or name.last >= len(tokens):
            continue
        last = next((j for j in range(name.first + 1, name.last) if tokens[j].pos == "ADP" and tokens[j].lower in ("on", "in", "at")), name.last)
        venue = last < len(tokens) and tokens[last].pos == "NOUN" and tokens[last].lower in words["venues"]
        i = last + venue
        while i < len(tokens) and (tokens[i].text == "," or tokens[i].lemma in ("stand", "sit", "lie", "locate", "have", "be")) and i < last + 4:
            i += 1
        if i + 1 >= len(tokens) or tokens[i].lower not in ("in", "on", "at") or tokens[i].sentence != tokens[name.first].sentence:
            continue
        phrase = phrase_at(document, i + 1)
        if phrase is None or not phrase.spots:
            continue
        text, spot = document.text(name.first, last), phrase.spots[0]
        if spot.sort == "road" and phrase.first + 6 > spot.first:
            ask = "street"
        elif venue or tokens[last - 1].lower in words["venues"] or any(s.sort in words["areas"] for s in phrase.spots):
            ask = "lies"
        else:
            continue
        if gazetteer.within(text) or gazetteer.is_country(text):
            continue
        thing = participant(document, last - 1, None)
        if thing is not None:
            thing = replace(thing, card=None, names=frozenset((fold(text),)), noun="", many=False, marks=frozenset())
            yield Telling(ask, document, phrase, None, thing, f"where {text} is", planned=None)


_READERS = {"taken": _taken, "found": _found, "onward": _onward, "seat": _seat, "next": _next, "based": _based, "held": _held}


# ---------------------------------------------------------------- parts


def _standing(
    document: Document, token: Token, happening: Happening | None, ask: str, phrase, thing: Participant | None, label: str,  # type: ignore[no-untyped-def]
    loose: bool = False, planned: bool | None = None,
) -> Telling:
    if happening is not None:
        return replace(told(document, token.i, happening, ask, phrase, label, loose), subject=None, thing=thing, planned=planned, group=None)
    k = document.speech_of[token.i]
    speaker = document.speeches[k].speaker if k >= 0 else None
    return Telling(ask, document, phrase, None, thing, label, planned=planned, loose=loose, speaker=document.text(*speaker) if speaker else None)


def _subject(document: Document, i: int) -> Participant | None:
    for c in document.children[i]:
        if document.tokens[c].relation in ("subject", "passive_subject"):
            return participant(document, c, None)
    return None


def _case(document: Document, i: int) -> str:
    return next((document.tokens[c].lower for c in document.children[i] if document.tokens[c].relation == "case"), "")


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    """The word lists of settings.toml: "taken.to"."""
    return {f"{part}.{name}": frozenset(line.split()) for part in ("taken", "found", "onward", "seats", "next", "held") for name, line in table()[part].items()}


@functools.cache
def _seats() -> dict[str, str]:
    return {word: sort for sort in ("seat", "plant", "centre") for word in table()["seats"][sort].split()}


@functools.cache
def _lemmas() -> dict[str, tuple[str, ...]]:
    """For each lemma the readers that it wakes."""
    words = _words()
    wakes = {
        "taken": words["taken.to"] | words["taken.at"] | words["taken.nouns"], "found": words["found.verbs"],
        "onward": words["onward.leave"] | words["onward.on"], "seat": frozenset(_seats()) | {"office"}, "next": words["next.verbs"],
        "held": words["held.nouns"] | words["held.epicentre"], "based": frozenset(("base", "headquarter", "headquartered")),
    }
    return {lemma: tuple(k for k in wakes if lemma in wakes[k]) for lemma in sorted(frozenset().union(*wakes.values()))}
