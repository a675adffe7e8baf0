"""Whether two reports' tellings of a place answer one question: the same happening or thing, at no other time."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from checker.align.places.participants import Participant, meeting, named
from checker.align.places.place_words import phrase_words, table, words
from checker.align.places.seats import SORTS
from checker.align.places.spots import Apart, apart
from checker.align.places.whereabouts import MEANT, Telling
from checker.align.synonyms import verbs_like
from checker.facts import gazetteer
from checker.facts.calendar import MONTHS, WEEKDAYS
from checker.facts.place import sorts
from checker.facts.spelling import fold
from checker.model import Document


def one_question(a: Telling, b: Telling) -> bool:
    """Whether both tell where one thing was."""
    if not _one_time(a, b):
        return False
    if MEANT in (a.ask, b.ask):
        return a.main or b.main
    met = meeting(a.subject, b.subject), meeting(a.thing, b.thing, crowd=a.ask == "taken-hospital")
    if "no" in met:
        return False
    if a.ask in SORTS:  # a seat, a plant: of no other owner and sort
        return met[1] == "same" and a.thing is not None and b.thing is not None and not any(map(_elsewhere, a.thing.marks ^ b.thing.marks))
    if a.loose or b.loose:
        return True
    sure = named(a.subject, b.subject) or named(a.thing, b.thing)
    if a.ask == "found":
        return sure or "same" in met or _spoken_of(a, b) or _spoken_of(b, a)
    two_groups = a.group and b.group and a.group != b.group and not (a.main and b.main)
    if a.ask in words("many")["concepts"] or (two_groups and a.ask not in _alike()):
        return sure or (a.ask == "moved-to" and met[1] == "same" and _the_one(a) and _the_one(b))
    if "same" in met:
        return sure or not (_several(a) or _several(b))
    pointed = any(x and y and x.pronoun != y.pronoun for x, y in ((a.subject, b.subject), (a.thing, b.thing)))  # "both were handed over"
    return pointed or ((a.main or b.main or a.definite or b.definite) and (_bare(a) or _bare(b)))


def likely_one(a: Telling, b: Telling) -> bool:
    """Whether both may tell where one thing was, as far as verb, participants and time tell, where all else is alike.

    Whoever is told of in both must be one, and somebody or something told as one of its kind has to be.
    """
    if a.ask in SORTS or not _one_time(a, b) or _several(a) or _several(b):
        return False
    one_verb = a.ask == b.ask or a.ask in verbs_like(b.ask)
    if not one_verb and a.venue_nouns.isdisjoint(b.venue_nouns):
        return False
    mine, theirs = ([p for p in (t.subject, t.thing) if p is not None] for t in (a, b))
    if one_verb and len(mine) == len(theirs) == 2:
        pairs = list(zip(mine, theirs, strict=True))
    elif one_verb and (a.subject is None) == (b.subject is None):
        pairs = [(x, y) for x, y in ((a.subject, b.subject), (a.thing, b.thing)) if x is not None and y is not None]
    else:  # "a meteorite fell", "the meteorite came down"; "were taken to a school", "spent the night in a school"
        pairs = [(x, y) for x in mine for y in theirs]
        pairs = [p for p in pairs if meeting(*p) == "same"] or pairs
    met = [meeting(x, y) for x, y in pairs]
    if any(m != "same" and not (x.pronoun or y.pronoun) for (x, y), m in zip(pairs, met, strict=True)):
        return False
    return any(m == "same" and _told_as_one(x, y) for (x, y), m in zip(pairs, met, strict=True))


def _told_as_one(a: Participant, b: Participant) -> bool:
    """Whether both give a name or a number, or one says "the" of one alone, or of those whom the other counts."""
    if (a.names and b.names) or (a.card and b.card):
        return True
    if any(map(_elsewhere, a.marks ^ b.marks)):
        return False
    return (a.definite or b.definite) and (not a.many or bool(a.number or b.number))


def alone(a: Telling, other: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether the report of `a` knows one place only for it."""
    for t in tellings:
        if t.document.source == a.document.source and t is not a and one_question(t, other):
            said = apart(a.phrase, t.phrase, by_part=False)
            if said is None or not said.same:
                return False
    return True


def known_to_both(a: Telling, b: Telling, parted: Apart) -> bool:
    """Whether a report names the other's place too, so that it hardly takes one for the other; of a seat both have to."""
    if parted.nouns:
        return _knows(a.document, b.phrase.rival) or _knows(b.document, a.phrase.rival)
    if parted.names is None:
        return False
    known = _names(a.document, parted.names[1]), _names(b.document, parted.names[0])
    return all(known) if a.ask in SORTS else any(known)


def _one_time(a: Telling, b: Telling) -> bool:
    if _another_day(a.anchor, b.anchor) or (a.planned != b.planned and a.planned is not None and b.planned is not None):
        return False
    return all(not (x and y) or not x.isdisjoint(y) for x, y in zip(_times(a), _times(b), strict=True))


def _times(telling: Telling) -> tuple[frozenset[str], frozenset[str]]:
    """The months and the parts of the day that the sentence names."""
    document = telling.document
    sentence = document.sentences[document.tokens[telling.phrase.first].sentence]
    told = {t.lower for t in document.tokens[sentence.first : sentence.last] if t.pos in ("NOUN", "PROPN")}
    return frozenset(told & _months()), frozenset(told & words("apart")["parts_of_days"])


def _another_day(a: str | None, b: str | None) -> bool:
    if (a == "earlier") != (b == "earlier"):
        return True
    if not a or not b or a == b:
        return False
    return len(a) == len(b) if a[0].isdecimal() and b[0].isdecimal() else a in WEEKDAYS and b in WEEKDAYS


def _several(telling: Telling) -> bool:
    """Whether the report tells of another one of that noun: "the second climber"."""
    lemmas = {p.lemma for p in (telling.subject, telling.thing) if p is not None and p.lemma}
    tokens, apart_by = telling.document.tokens, words("apart")["others"]
    return any(t.lemma in lemmas and any(tokens[c].lower in apart_by for c in telling.document.children[t.i]) for t in tokens)


def _the_one(telling: Telling) -> bool:
    """Whether the thing is told with "the", and is one: "the treasure"."""
    return telling.thing is not None and telling.thing.definite and not telling.thing.many


def _bare(telling: Telling) -> bool:
    """Whether nobody who takes part is told, but by a pronoun."""
    return not any(p and not p.pronoun for p in (telling.subject, telling.thing))


def _spoken_of(a: Telling, b: Telling) -> bool:
    """Whether one report's name for the thing stands in the other report, which calls it by a noun here: "the Volvo", "the car"."""
    if a.thing is None or b.thing is None or not a.thing.names or b.thing.names or b.thing.pronoun:
        return False
    return any(fold(t.text) in a.thing.names for t in b.document.tokens if t.text[0].isupper())


def _knows(document: Document, line: int | None) -> bool:
    """Whether the report has a word of the line anywhere."""
    rivals = phrase_words().rivals
    before = ("", *(t.lower for t in document.tokens))
    return any(line in (rivals.get(t.lemma), rivals.get(f"{before[t.i]}-{t.lemma}")) for t in document.tokens if t.pos == "NOUN")


def _names(document: Document, place: str) -> bool:
    """Whether the report has the place by any of its names: "Mt Cook" for "Aoraki Mount Cook"."""
    key, wanted = fold(place), _telling(place)
    for name in document.names:
        text = document.text(name.first, name.last)
        if key in fold(text) or (wanted and name.kind != "person" and wanted & _telling(text) in (wanted, _telling(text))):
            return True
    return False


@functools.lru_cache(maxsize=4096)
def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell it from others of its sort; the key of the gazetteer for a place with two names."""
    words_of = frozenset(w for w in gazetteer.one_name(name).split() if w not in sorts() and len(w) > 2)
    return words_of or frozenset((fold(name),))


@functools.cache
def _months() -> frozenset[str]:
    return frozenset(month for month in MONTHS if len(month) > 2)


@functools.cache
def _alike() -> frozenset[str]:
    """Asks that more than one word tells, whose happenings are grouped by word."""
    return frozenset((*table()["alike"]["lemmas"].values(), *table()["alike"]["concepts"].values(), "depart-from"))


def _elsewhere(mark: str) -> bool:
    """Whether the word tells one seat or plant from another: European, second, subsidiary."""
    listed = words("apart")
    return mark in listed["marks"] or mark in listed["seats"] or gazetteer.country_of(mark) is not None
