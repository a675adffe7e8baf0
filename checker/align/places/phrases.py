"""Phrases of place: the places they name, nearest first, and what stands there."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.align.places.place_cues import (
    direction_of,
    goes_on,
    in_noun_phrase,
    is_road_number,
    line_of,
    named_here,
    part_of,
    past_direction,
    place_follows,
    sort_within,
    unlisted_here,
)
from checker.align.places.place_words import phrase_words
from checker.facts import gazetteer
from checker.facts.place import Place, read_place
from checker.model import Document

_LONGEST = 24  # tokens
_IN_NOUN_PHRASES = frozenset(("DET", "ADJ", "NOUN", "NUM", "PUNCT", "PROPN", "ADV", "VERB", "PRON", "PART"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by name in a phrase of place."""

    first: int  # tokens
    last: int
    text: str
    place: Place
    sort: str  # "district", "island", "road", "country", "state", "region", "venue"; empty for a town, a village or what is not known
    near: bool  # "near Lyon", "12 km north of Lyon"
    direction: str  # "n", "sw" of "30 km south-west of Lyon"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where, as one phrase tells it: "in a disused mill at Borki, in the county of Lask"."""

    spots: tuple[Spot, ...]
    venue: str  # the noun for what stands there: hospital, bridge
    part: tuple[str, str] | None  # "east" and "wing"
    room: int | None  # its line in the list of rooms
    rival: int | None  # the line of what stands there, told by noun alone: "in a barn"
    first: int
    last: int


def phrase_at(document: Document, start: int, near: bool = False) -> Phrase | None:
    """The phrase of place that begins at the token, which is the one after the preposition; None where it names no place, or several."""
    return _Reading(document, start, near).read() if start < len(document.tokens) else None


@dataclass(slots=True)
class _Reading:
    """A phrase while its words are read in order."""

    document: Document
    start: int
    near: bool
    spots: list[Spot] = field(default_factory=list)
    venue: str = ""
    part: tuple[str, str] | None = None
    room: int | None = None
    rival: int | None = None
    last: int = 0
    opened: bool = True  # a noun may follow
    sort: str = ""  # the noun just before a name: "village of"
    noun: str = ""  # the last noun that is no name
    direction: str = ""
    owner: tuple[int, int] | None = None  # "Nepal" of "Nepal's Mustang district"

    def read(self) -> Phrase | None:
        tokens, words = self.document.tokens, phrase_words()
        i = self.last = self.start
        near = self.near
        end = min(len(tokens), i + _LONGEST)
        while i < end and tokens[i].sentence == tokens[self.start].sentence:
            token = tokens[i]
            after = self._noun_phrase(i) if self.opened else None
            if after is None and not self.opened:
                way_off = _way_off(self.document, i) if token.pos == "NUM" and self.noun else None
                if way_off is not None:  # "at a point 30 km south-west of Lyon"
                    self.opened, after = True, way_off
                elif token.pos == "ADP" and (token.lower in words.inside or (token.lower == "to" and self.noun in words.parts)):
                    after = self._preposition(i)
                elif token.text == "," and self.spots and goes_on(self.document, i + 1):
                    self.opened, self.near = True, False
                    after = i + 2 if tokens[i + 1].lower in words.inside else i + 1
                elif token.pos == "CCONJ" and self.spots and goes_on(self.document, i + 1):
                    return None  # "in Lyon and Nantes"
            if after is None:
                break
            i = after
        if not self.spots and self.part is None and self.room is None and self.rival is None and not self.venue:
            return None
        rival = None if self.spots or near else self.rival
        return Phrase(tuple(self.spots), self.venue, self.part, self.room, rival, self.start, self.last)

    def _noun_phrase(self, i: int) -> int | None:
        """Read a name, a direction or a word of a noun phrase; the token after it, None where it is none of these."""
        document, token, words = self.document, self.document.tokens[i], phrase_words()
        named = document.name_of[i] >= 0
        found = named_here(document, i, self.sort or self.venue) if named else None
        if not named and token.pos == "PROPN":
            told = self.direction or self.sort or self.venue or self.noun in words.placed
            found = unlisted_here(document, i, i == self.start or bool(told))
        if found is not None and i > self.start and document.tokens[i - 1].tag == "PRP$":
            return None  # "in his Bentley"
        if found is not None:
            return self._take(*found)
        past = past_direction(document, i)
        if past > i:
            self.direction, self.near = direction_of(document, i, past), True
            return past
        if token.pos not in _IN_NOUN_PHRASES or not in_noun_phrase(document, i):
            return None
        return self._word(i) if token.pos in ("NOUN", "PROPN") else i + 1

    def _take(self, first: int, end: int) -> int:
        """A name, with the noun for its sort that follows it."""
        tokens, words = self.document.tokens, phrase_words()
        after = tokens[end] if end < len(tokens) else None
        if after is not None and after.tag == "POS":
            self.owner = first, end
            return end + 1
        sort = self.sort or sort_within(self.document, first, end)
        if after is not None and after.lower in words.sorted and after.text[0].islower():
            sort, end = after.lower, end + 1
        elif after is not None and after.pos == "NOUN" and after.lower in words.venues:
            self.venue, end = self.venue or after.lemma.lower(), end + 1
        self.spots.append(_spot(self.document, first, end, sort, self.near, self.direction))
        self._owned()
        self.sort = self.direction = self.noun = ""
        self.opened, self.last = False, end
        return end

    def _word(self, i: int) -> int | None:
        """A noun that is no name: what stands there, the sort of place that is named next, or a part of it."""
        tokens, words, token = self.document.tokens, phrase_words(), self.document.tokens[i]
        if token.lower in words.times and (i + 1 >= len(tokens) or tokens[i + 1].pos != "NOUN" or tokens[i + 1].lower in words.times):
            return None
        if is_road_number(token.text):
            self.spots.append(_spot(self.document, i, i + 1, "road", self.near, ""))
            self.opened, self.last = False, i + 1
            return i + 1
        lemma = self.noun = token.lemma.lower()
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        name_next = after is not None and self.document.name_of[i + 1] >= 0
        if after is None or name_next or after.lower in words.times or (after.pos not in ("NOUN", "PROPN") and after.tag != "POS"):
            self.venue = self.venue or (lemma if lemma in words.venues else "")
            self.sort = lemma if lemma in words.sorting else ""
            if lemma in words.placed:
                self._owned()
            self.owner = None  # "before Lyon's defeat"
            self.opened = name_next
        self.part = self.part or part_of(self.document, i)
        self.room = line_of(self.document, i, words.rooms) if self.room is None else self.room
        self.rival = line_of(self.document, i, words.rivals) if self.rival is None and not name_next else self.rival
        self.last = i + 1
        return i + 1

    def _owned(self) -> None:
        if self.owner is not None:
            self.spots.append(_spot(self.document, *self.owner, "", self.near, ""))
            self.owner = None

    def _preposition(self, i: int) -> int | None:
        words, low = phrase_words(), self.document.tokens[i].lower
        if low == "of" and self.noun and self.noun not in words.placed and not place_follows(self.document, i + 1):
            return None  # "in a state of shock"
        if self.spots and low in ("of", "on", "by") and not place_follows(self.document, i + 1):
            return None  # "in Lyon on Monday"
        self.near = low in words.near or (self.near and low == "of")
        self.sort = self.sort if low == "of" else ""
        self.opened = True
        return i + 1


def _way_off(document: Document, i: int) -> int | None:
    """The direction after a distance: "30 km south-west of"."""
    return next((j for j in range(i + 1, min(i + 4, len(document.tokens))) if past_direction(document, j) > j), None)


def _spot(document: Document, first: int, last: int, sort: str, near: bool, direction: str) -> Spot:
    words, text = phrase_words(), " ".join(document.text(first, last).split())
    if gazetteer.key(text) in words.regions:
        sort = "region"
    elif gazetteer.is_country(text):
        sort = "country"
    elif gazetteer.state_of(text):
        sort = "state"
    elif sort in words.roads:
        sort = "road"
    elif sort in words.settlements and sort not in words.areas:
        sort = ""
    return Spot(first, last, text, read_place(text), sort, near, direction)
