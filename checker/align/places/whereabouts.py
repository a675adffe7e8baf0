"""Where each report says that something happened, and from where somebody set out or comes."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.align.places.hanging import AT, INTO, beside, phrases
from checker.align.places.participants import Participant, in_role, participant
from checker.align.places.phrases import Phrase, phrase_at
from checker.align.places.place_words import phrase_words, table, words
from checker.align.polarity.claims import table as claim_words
from checker.facts.calendar import WEEKDAYS
from checker.language.clauses import case_of, mood
from checker.model import Document, Happening, Token

MEANT = "the-event"  # what is asked where a noun only leads back to the event
ALIKE = "-alike"  # ends asks of verbs that say little, or of journeys, of which one may make many: only for clauses that are alike
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

    @property
    def venue_nouns(self) -> frozenset[str]:
        """The nouns for what stands at the place: "school" of "a school in Lyon"; none for a town or district."""
        tokens, plain = self.document.tokens, phrase_words()
        nouns = {t.lemma.lower() for t in tokens[self.phrase.first : self.phrase.last] if t.pos == "NOUN"}
        return frozenset(nouns - plain.sorting - plain.times - plain.parts)


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
        label or token.lower, happening.anchor or _when(document, i), planned, happening.main, loose, happening.speaker,
        happening.group, _definite(document, i),
    )


def _happened(document: Document, i: int, happening: Happening, known: Mapping[int, Happening]) -> Iterator[Telling]:
    ask = _ask(document, i, happening, known)
    if ask is None:
        return
    token, verb = document.tokens[i], _verb_of(document, i)
    meant = token.pos == "NOUN" and token.lemma.lower() in words("meant")["nouns"] and _definite(document, i)
    places = beside(document, i) if token.pos == "NOUN" else phrases(document, i)
    for prep, phrase in places if verb is None else (*places, *phrases(document, verb)):
        into = prep in INTO and phrase.spots and phrase.spots[0].first > phrase.first + 1  # "into a ravine in X region"
        if prep in AT or into:
            yield told(document, i, happening, MEANT if meant else ask, phrase, loose=meant or ask == "last-seen")
        elif ask.endswith(ALIKE):
            continue
        elif prep == "from":
            yield told(document, i, happening, "depart-from" if _sets_out(document, i, happening) else f"{ask}-from", phrase)
        elif phrase.spots and ask in words("alike")["ending"]:
            yield told(document, i, happening, f"{ask}-to", phrase)
        elif phrase.spots and prep == "to" and token.pos == "VERB" and token.lemma not in words("taken")["to"]:
            yield told(document, i, happening, f"{ask}{ALIKE}", phrase)
        elif phrase.spots and prep == "to" and (token.lemma in words("taken")["to"] or token.lemma in words("taken")["nouns"]):
            yield replace(told(document, i, happening, "moved-to", phrase), subject=None)
    for c in document.children[i]:  # "caught by police in Lyon"
        if document.tokens[c].relation == "agent":
            for prep, phrase in phrases(document, c):
                if prep in AT and phrase.spots:
                    yield told(document, i, happening, ask, phrase)
    for phrase in (*_of_fixed(document, token, happening), *_befallen(document, verb)):
        yield told(document, i, happening, ask, phrase)
    stopped = ask == "depart" and any(document.tokens[k].lemma in words("alike")["stops"] for k in document.subtree(i))
    if ask == "depart" and not stopped:
        for c in document.children[i]:
            port = phrase_at(document, _first(document, c)) if document.tokens[c].relation == "object" and _placed(document, c) else None
            if port is not None and port.spots:
                yield replace(told(document, i, happening, "depart-from", port), thing=None)


def _ask(document: Document, i: int, happening: Happening, known: Mapping[int, Happening]) -> str | None:
    """What the place of the predicate answers; None where it tells no happening of its own."""
    tokens, alike, vehicles = document.tokens, _alike(), words("alike")["vehicles"]
    concept, lemma, below = happening.concept, tokens[i].lemma.lower(), document.children[i]
    who = in_role(document, happening, "subject", "object") if lemma in ("leave", "come") or concept == "fall" else None
    if who is not None and lemma == "leave" and (who.lemma in vehicles or (who.card or "").startswith(("organization:", "place:"))):
        return "depart"  # a vehicle, or a ship by name
    if who is not None and concept == "fall" and who.lemma in words("many")["concepts"]:
        return None  # rain falls in many places
    if who is not None and who.lemma in vehicles and lemma != "leave":
        off = any(tokens[c].lower in ("off", "down") or case_of(document, c) == "off" for c in below)
        if off or concept == "fall":  # "came off the track"
            return "crash"
    if lemma == "see" and any(tokens[c].lower == "last" for c in below):
        return "last-seen"
    tried = concept == "try" and lemma != "try"  # "appeared before a judge"
    if not tried and lemma not in alike and concept in claim_words()["unsaid"]:
        return f"{lemma}{ALIKE}" if _of_doing(tokens[i]) else None
    occurring = words("occurring")
    if (lemma in occurring["verbs"] or lemma in occurring["carries"]) and any(
        c in known and tokens[c].pos == "NOUN" and tokens[c].relation in ("subject", "passive_subject") for c in below
    ):
        return None  # "the ceremony took place" is told by its noun
    particle = next((tokens[c].lower for c in below if tokens[c].relation == "particle"), None)
    return alike.get(f"{lemma} {particle}") or alike.get(lemma) or _concepts().get(concept, concept)


def _of_doing(token: Token) -> bool:
    """Whether a verb that tells little of its own is one of doing: "makes its bricks in Lyon"."""
    return token.pos == "VERB" and token.lemma in words("alike")["doing"]


def _of_fixed(document: Document, token: Token, happening: Happening) -> Iterator[Phrase]:
    """Where what takes part stands: "attacked a church in Lyon"."""
    for role in happening.roles if token.pos == "VERB" else ():
        if role.name in ("subject", "object") and _fixed(document, role.head):
            yield from (phrase for prep, phrase in beside(document, role.head) if prep in AT and phrase.spots)


def _befallen(document: Document, verb: int | None) -> Iterator[Phrase]:
    """What the slide hit: "swept into a village in X district"."""
    tokens = document.tokens
    if verb is None or tokens[verb].lemma not in words("occurring")["befalls"]:
        return
    for c in document.children[verb]:
        place = tokens[c].lemma.lower() in phrase_words().settlements or document.name_of[c] >= 0
        if place and (tokens[c].relation == "object" or case_of(document, c) == "into"):
            phrase = phrase_at(document, _first(document, c))
            if phrase is not None and phrase.spots:
                yield phrase


def _sets_out(document: Document, i: int, happening: Happening) -> bool:
    """ "The bus was travelling from X"."""
    mover = in_role(document, happening, "subject", "object") if document.tokens[i].lemma in words("onward")["on"] else None
    return mover is not None and mover.lemma in words("alike")["vehicles"]


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
