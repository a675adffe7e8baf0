"""Where each report says that something happened, and from where somebody set out or comes."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.align.claims import table as claim_words
from checker.align.hanging import AT, INTO, beside, case_of, phrases
from checker.align.participants import Participant, in_role, participant
from checker.align.phrases import Phrase, phrase_at
from checker.align.place_words import phrase_words, table, words
from checker.facts.calendar import WEEKDAYS
from checker.language.clauses import mood
from checker.model import Document, Happening

MEANT = "the-event"  # what is asked where a noun only leads back to the event
_BEFORE = frozenset(("last", "previous", "earlier"))
_HOLDING = frozenset(("hold", "carry", "organise", "organize", "stage"))


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's answer to where something was or is."""

    ask: str  # "sign", "depart-from", "taken-hospital", "seat", "found"
    document: Document
    phrase: Phrase
    subject: Participant | None
    thing: Participant | None  # whom or what it happened to, or what stands there
    label: str
    anchor: str | None = None  # day, year or weekday
    planned: bool | None = False  # None where it is no matter
    main: bool = False
    loose: bool = False  # a story has hardly two of them, so that nobody need be named again
    speaker: str | None = None
    group: str | None = None  # of the happening
    definite: bool = False  # told by a noun that leads back: "the restoration"


def read(document: Document, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """Where the happenings of one report were; `known` holds them by predicate."""
    for i, happening in known.items():
        if happening.affirmed and happening.mood in ("actual", "planned"):
            yield from _happened(document, i, happening, known)


def told(document: Document, i: int, happening: Happening, ask: str, phrase: Phrase, label: str = "", loose: bool = False) -> Telling:
    """The telling of a happening."""
    token = document.tokens[i]
    planned: bool | None = happening.mood == "planned"
    verb = document.tokens[token.head] if token.pos == "NOUN" and token.relation in ("subject", "passive_subject") else token
    if verb is not token:  # "the talks are to begin"
        above = (verb.i, *(c for c in document.children[verb.i] if document.tokens[c].relation == "open_clause"))
        planned = planned or any(mood(document, j) == "planned" for j in above)
    if not planned and verb.tag in ("VBZ", "VBP"):
        planned = None  # "the festival opens in July"
    if phrase.room is not None and verb.lemma not in words("parts")["starting"]:
        phrase = replace(phrase, room=None)  # a fire in the attic need not have started there
    return Telling(
        ask, document, phrase, in_role(document, happening, "subject"), in_role(document, happening, "object"),
        label or ask.replace("-", " "), happening.anchor or _when(document, i), planned, happening.main, loose, happening.speaker,
        happening.group, _definite(document, i),
    )


def _happened(document: Document, i: int, happening: Happening, known: Mapping[int, Happening]) -> Iterator[Telling]:
    tokens, occurring, alike = document.tokens, words("occurring"), _alike()
    token = tokens[i]
    lemma = token.lemma.lower()
    leaver = in_role(document, happening, "subject", "object") if lemma == "leave" else None
    ship = leaver is not None and (leaver.card or "").startswith(("organization:", "place:"))
    leaves = leaver is not None and (ship or leaver.lemma in words("alike")["vehicles"])
    derailed = lemma == "come" and _comes_off(document, i, happening)
    tried = happening.concept == "try" and lemma != "try"  # "appeared before a judge"
    seen = lemma == "see" and any(tokens[c].lower == "last" for c in document.children[i])  # of whom it tells the last place
    if not (leaves or tried or seen or derailed) and lemma not in alike and happening.concept in claim_words()["unsaid"]:
        return
    if lemma in occurring["verbs"] or lemma in occurring["carries"]:
        below = (c for c in document.children[i] if tokens[c].relation in ("subject", "passive_subject"))
        if any(c in known and tokens[c].pos == "NOUN" for c in below):
            return  # "the ceremony took place" is told by its noun
    particle = next((tokens[c].lower for c in document.children[i] if tokens[c].relation == "particle"), None)
    ask = alike.get(f"{lemma} {particle}") or alike.get(lemma) or _concepts().get(happening.concept, happening.concept)
    ask = "last-seen" if seen else "crash" if derailed else ask
    if happening.concept == "fall" and (thing := in_role(document, happening, "object", "subject")) is not None:
        ask = "crash" if thing.lemma in words("alike")["vehicles"] else ask
    verb = _verb_of(document, i)
    meant = MEANT if token.pos == "NOUN" and lemma in words("meant")["nouns"] and _definite(document, i) else ask
    for at in (i,) if verb is None else (i, verb):
        for prep, phrase in beside(document, at) if at == i and token.pos == "NOUN" else phrases(document, at):
            into = prep in INTO and phrase.spots and phrase.spots[0].first > phrase.first + 1  # "into a ravine in X region"
            if prep in AT or into:
                yield told(document, i, happening, meant, phrase, happening.concept.replace("-", " "), meant == MEANT or seen)
            elif prep == "from":
                mover = in_role(document, happening, "subject", "object") if lemma in words("onward")["on"] else None
                sets_out = mover is not None and mover.lemma in words("alike")["vehicles"]  # "the bus was travelling from X"
                yield told(document, i, happening, "depart-from" if sets_out else f"{ask}-from", phrase)
            elif phrase.spots and ask in words("alike")["ending"]:
                yield told(document, i, happening, f"{ask}-to", phrase)
            elif phrase.spots and prep == "to" and (lemma in words("taken")["to"] or lemma in words("taken")["nouns"]):
                yield replace(told(document, i, happening, "moved-to", phrase), subject=None)
    for role in happening.roles if token.pos == "VERB" else ():  # "attacked a church in Lyon"
        if role.name in ("subject", "object") and _fixed(document, role.head):
            for prep, phrase in beside(document, role.head):
                if prep in AT and phrase.spots:
                    yield told(document, i, happening, ask, phrase)
    if verb is not None and tokens[verb].lemma in occurring["befalls"]:
        for c in document.children[verb]:  # "hit the village of X", "swept into a village in X district"
            if (tokens[c].relation == "object" or case_of(document, c) == "into") and (
                tokens[c].lemma.lower() in phrase_words().settlements or document.name_of[c] >= 0
            ):
                phrase_of = phrase_at(document, _first(document, c))
                if phrase_of is not None and phrase_of.spots:
                    yield told(document, i, happening, ask, phrase_of)
    if ask == "depart" or leaves:
        stops = any(document.tokens[k].lemma in words("alike")["stops"] for k in document.subtree(i)) if leaves else False
        for c in document.children[i] if not stops else ():
            phrase_of = phrase_at(document, _first(document, c)) if tokens[c].relation == "object" and _placed(document, c) else None
            if phrase_of is not None and phrase_of.spots:
                yield replace(told(document, i, happening, "depart-from", phrase_of), thing=None)


def come_from(document: Document, i: int) -> Iterator[Telling]:
    """ "The voyage from Tunis", "the bus from Lyon", "Dina Omarova, a student from Taraz": the "from" at the token."""
    tokens = document.tokens
    if tokens[i].relation != "case":
        return
    noun = tokens[tokens[tokens[i].head].head]
    before = noun if noun.lemma.lower() in words("alike")["vehicles"] else tokens[i - 1]
    vehicle = before.lemma.lower() in words("alike")["vehicles"]
    near = (noun.head, *document.children[noun.i]) if noun.relation == "apposition" else document.children[noun.i]
    who = next((c for c in near if tokens[c].pos == "PROPN" and (c == noun.head or tokens[c].relation == "apposition")), -1)
    named = 0 <= who < i and document.name_of[who] >= 0 and noun.pos in ("NOUN", "ADJ", "NUM")
    if not vehicle and not named and before.lemma not in words("alike")["voyages"]:
        return
    phrase = phrase_at(document, i + 1)
    if phrase is None or not phrase.spots:
        return
    if vehicle or not named:
        thing = participant(document, before.i, None) if vehicle else None
        yield Telling("depart-from", document, phrase, thing, None, "depart", planned=None, loose=thing is None)
    elif document.names[document.name_of[who]].kind == "person" and not phrase.venue:
        person = document.names[document.name_of[who]]
        thing = participant(document, person.last - 1, None)
        yield Telling("origin", document, phrase, None, thing, f"home of {document.text(person.first, person.last)}", planned=None)


# ---------------------------------------------------------------- parts


def _verb_of(document: Document, i: int) -> int | None:
    """The verb that only says that the noun took place, or what it befell: "the ceremony took place", "the slide that hit"."""
    tokens, occurring = document.tokens, words("occurring")
    token = tokens[i]
    if token.pos != "NOUN":
        return None
    lemma = tokens[token.head].lemma
    if token.relation in ("subject", "passive_subject"):
        said = lemma == "be" or lemma in occurring["verbs"] or lemma in occurring["befalls"] or lemma in occurring["carries"]
        return token.head if said else None
    if token.relation == "object" and lemma in _HOLDING:
        return token.head
    told_of = (c for c in document.children[i] if tokens[c].relation == "relative_clause")
    return next((c for c in told_of if tokens[c].lemma in occurring["befalls"]), None)


def _comes_off(document: Document, i: int, happening: Happening) -> bool:
    """ "The train came off the track", "the aircraft came down": it crashed."""
    who = in_role(document, happening, "subject", "object")
    if who is None or who.lemma not in words("alike")["vehicles"]:
        return False
    return any(document.tokens[c].lower in ("off", "down") or case_of(document, c) == "off" for c in document.children[i])


def _fixed(document: Document, i: int) -> bool:
    lemma = document.tokens[i].lemma.lower()
    return document.tokens[i].pos == "NOUN" and (lemma in phrase_words().placed or lemma in words("alike")["fixed"])


def _placed(document: Document, i: int) -> bool:
    return document.tokens[i].pos == "PROPN" or document.tokens[i].lemma.lower() in phrase_words().settlements


def _first(document: Document, i: int) -> int:
    """The first token of the noun phrase, after its preposition."""
    return min((c for c in document.children[i] if c < i and document.tokens[c].relation != "case"), default=i)


def _definite(document: Document, i: int) -> bool:
    tokens = document.tokens
    return tokens[i].pos == "NOUN" and any(
        tokens[c].relation == "possessive" or tokens[c].lower in ("the", "this", "that") for c in document.children[i]
    )


def _when(document: Document, i: int) -> str | None:
    """The weekday beside the predicate, "earlier" for last year or month, or the last summit."""
    tokens = document.tokens
    if tokens[i].pos == "NOUN" and any(tokens[c].lower in _BEFORE for c in document.children[i]):
        return "earlier"
    for c in (*document.children[i], *document.children[tokens[i].head]):
        if tokens[c].lower in WEEKDAYS and len(tokens[c].lower) > 4:
            return tokens[c].lower
        if tokens[c].lemma in ("year", "month") and any(tokens[k].lower in _BEFORE for k in document.children[c]):
            return "earlier"
    return None


@functools.cache
def _alike() -> dict[str, str]:
    return dict(table()["alike"]["lemmas"])


@functools.cache
def _concepts() -> dict[str, str]:
    return dict(table()["alike"]["concepts"])
