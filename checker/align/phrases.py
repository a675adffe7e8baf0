"""Phrases of place: the places they name, nearest first, and what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.align.place_words import phrase_words
from checker.facts import gazetteer, organization
from checker.facts.place import Place, is_hour, read_place, trim
from checker.model import Document

_LONGEST = 24  # tokens
_IN_NOUN_PHRASES = frozenset(("DET", "ADJ", "NOUN", "NUM", "PUNCT", "PROPN", "ADV", "VERB", "PRON", "PART"))
_INNER = frozenset(("on", "in", "at", "near"))


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
                if token.pos == "ADP" and (token.lower in words.inside or (token.lower == "to" and self.noun in words.parts)):
                    after = self._preposition(i)
                elif token.text == "," and self.spots and _goes_on(self.document, i + 1):
                    self.opened, self.near = True, False
                    after = i + 2 if tokens[i + 1].lower in words.inside else i + 1
                elif token.pos == "CCONJ" and self.spots and _goes_on(self.document, i + 1):
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
        found = _name(document, i, self.sort or self.venue) if named else None
        if not named and token.pos == "PROPN":
            found = _unlisted(document, i, i == self.start or bool(self.sort or self.venue or self.noun in words.placed))
        if found is not None:
            return self._take(*found)
        past = _past_direction(document, i)
        if past > i:
            self.direction, self.near = _letters(document, i, past), True
            return past
        if token.pos not in _IN_NOUN_PHRASES or not _is_part_of_it(document, i):
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
        if after is None or name_next or (after.pos not in ("NOUN", "PROPN") and after.tag != "POS"):
            self.venue = self.venue or (lemma if lemma in words.venues else "")
            self.sort = lemma if lemma in words.sorting else ""
            self._owned()
            self.opened = name_next
        self.part = self.part or _part(self.document, i)
        self.room = _line(self.document, i, words.rooms) if self.room is None else self.room
        self.rival = _line(self.document, i, words.rivals) if self.rival is None and not name_next else self.rival
        self.last = i + 1
        return i + 1

    def _owned(self) -> None:
        if self.owner is not None:
            self.spots.append(_spot(self.document, *self.owner, "", self.near, ""))
            self.owner = None

    def _preposition(self, i: int) -> int | None:
        words, low = phrase_words(), self.document.tokens[i].lower
        if low == "of" and self.noun and self.noun not in words.placed and not _place_follows(self.document, i + 1):
            return None  # "in a state of shock"
        if self.spots and low in ("of", "on", "by") and not _place_follows(self.document, i + 1):
            return None  # "in Lyon on Monday"
        self.near = low in words.near or (self.near and low == "of")
        self.sort = self.sort if low == "of" else ""
        self.opened = True
        return i + 1


# ---------------------------------------------------------------- names


def sort_within(document: Document, first: int, last: int) -> str:
    """The sort of place that the name itself tells: "Castle Street", "Lake Tana", "A34"."""
    words = phrase_words()
    if last - first > 1:
        for low in (document.tokens[last - 1].lower.rstrip("."), document.tokens[first].lower):
            if low in words.sorted:
                return low
            if low in words.venues:
                return "venue"
        return ""
    return "road" if is_road_number(document.tokens[first].text) else ""


def is_road_number(text: str) -> bool:
    return 1 < len(text) < 5 and text[0] in "AMBERN" and text[1:].isdecimal()


def _spot(document: Document, first: int, last: int, sort: str, near: bool, direction: str) -> Spot:
    words, text = phrase_words(), " ".join(document.text(first, last).split())
    if gazetteer.is_country(text):
        sort = "country"
    elif gazetteer.state_of(text):
        sort = "state"
    elif gazetteer.key(text) in words.regions:
        sort = "region"
    elif sort in words.roads:
        sort = "road"
    elif sort in words.settlements and sort not in words.areas:
        sort = ""
    return Spot(first, last, text, read_place(text), sort, near, direction)


def _name(document: Document, i: int, sort: str) -> tuple[int, int] | None:
    """The tokens of the name that begins here, where it can be one of a place."""
    tokens, name = document.tokens, document.names[document.name_of[i]]
    first, last = trim(document, name)
    if i > first and tokens[i - 1].lower in _INNER:
        first = i  # "the Blue Room on Castle Street" read as one name
    last = next((j for j in range(first + 1, last) if tokens[j].pos == "ADP" and tokens[j].lower in _INNER), last)
    if first >= last or i > max(first, name.first) or not any(t.text[0].isalpha() and t.text[0].isupper() for t in tokens[first:last]):
        return None
    if is_hour(document.text(first, last)):
        return None
    text, after = document.text(first, last), tokens[last].lower if last < len(tokens) else ""
    if name.kind == "place" or sort or sort_within(document, first, last) or gazetteer.within(text):
        return first, last
    words = phrase_words()  # villages are easily taken for people or bodies
    before = tokens[first - 1].lower
    at_one = before == "at" and tokens[first - 2].lemma in words.placed  # "the hut at Randa"
    there = at_one or before in ("in", "near", "outside", "from")
    inside = there and not text.isupper() and not organization.has_head(text)
    known = tokens[first].lower in words.no_places or gazetteer.country_of(text) is not None
    return (first, last) if (inside and not known) or after in words.areas or after in words.venues else None


def _unlisted(document: Document, i: int, placed: bool) -> tuple[int, int] | None:
    """Capitals that were not taken for a name: "a wood near Skive", "Junin region"."""
    tokens, words = document.tokens, phrase_words()
    text = tokens[i].text
    if tokens[i].lower in words.times or text.isupper() or not text.isalpha() or not text[0].isupper():
        return None
    last = i + 1
    while last < len(tokens) and tokens[last].pos == "PROPN" and document.name_of[last] < 0 and tokens[last].lower not in words.times:
        last += 1
    after = tokens[last].lower if last < len(tokens) and tokens[last].text[0].islower() else ""
    if after in words.areas or after in words.venues or sort_within(document, i, last):
        return i, last
    if not placed or tokens[i].lower in words.no_places or gazetteer.country_of(text):
        return None
    return (i, last) if tokens[i - 1].lower in ("in", "near", "at", "outside", "of", "off", "from") else None


# ---------------------------------------------------------------- words around names


def _is_part_of_it(document: Document, i: int) -> bool:
    """Whether a word can stand in a noun phrase: no year, no verb of its own."""
    token = document.tokens[i]
    if token.pos in ("PUNCT", "PART"):
        return token.text == "-" or token.tag == "POS"
    if token.pos == "NUM" and len(token.text) == 4 and token.text.isdecimal() and token.relation != "number":
        return False
    if token.pos in ("VERB", "ADV", "PRON"):
        return token.relation in ("adjective", "compound", "adverb", "possessive") and token.lower not in ("where", "when")
    return True


def _goes_on(document: Document, i: int) -> bool:
    """Whether a place follows: a name of one, "in the county of", "a village in"."""
    tokens, words = document.tokens, phrase_words()
    if i >= len(tokens):
        return False
    if tokens[i].lower in words.inside and tokens[i].pos == "ADP":
        return i + 1 < len(tokens) and tokens[i + 1].lower not in words.times and _place_follows(document, i + 1)
    k = document.name_of[i]
    if k >= 0 and document.names[k].kind == "place":
        return True
    return tokens[i].pos == "DET" and any(t.lower in words.settlements for t in tokens[i + 1 : i + 4])


def _place_follows(document: Document, i: int) -> bool:
    """Whether a name of a place, or a noun for one, stands within the next few words."""
    words = phrase_words()
    for token in document.tokens[i : i + 5]:
        k = document.name_of[token.i]
        if (k >= 0 and document.names[k].kind == "place") or token.lower in words.placed or token.lower in words.venues:
            return True
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM"):
            return False
    return False


def _past_direction(document: Document, i: int) -> int:
    """The token after "south - west of"; i where no direction stands here."""
    tokens, directions, j = document.tokens, phrase_words().directions, i
    while j < len(tokens) and (tokens[j].lower in directions or (tokens[j].text == "-" and j > i)):
        j += 1
    return j + 1 if j > i and j < len(tokens) and tokens[j].lower == "of" else i


def _letters(document: Document, i: int, past: int) -> str:
    text = "".join(t.lower for t in document.tokens[i : past - 1])
    return "".join(word[0] for word in ("north", "south", "east", "west") if word in text)


def _part(document: Document, i: int) -> tuple[str, str] | None:
    tokens, words = document.tokens, phrase_words()
    if tokens[i].lemma.lower() not in words.part_nouns:
        return None
    side = next((tokens[c].lower for c in document.children[i] if c < i and tokens[c].lower in words.sides), None)
    return (side, tokens[i].lemma.lower()) if side else None


def _line(document: Document, i: int, listed: Mapping[str, int]) -> int | None:
    """The line of the noun, or of the noun with the word before it: "railway station"."""
    lemma = document.tokens[i].lemma.lower()
    both = listed.get(f"{document.tokens[i - 1].lower}-{lemma}") if i else None
    return listed.get(lemma) if both is None else both
