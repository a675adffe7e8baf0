"""Phrases of place, nearest place first, and whether two of them can be one spot."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from dataclasses import dataclass
from typing import Any

from checker.facts import gazetteer
from checker.facts.calendar import MONTHS, SEASONS, WEEKDAYS
from checker.facts.place import Place, compare, read_place, trim
from checker.model import Document, Token


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by name in a phrase of place."""

    first: int  # tokens
    last: int
    text: str
    place: Place
    sort: str  # "district", "island", "road", "country", "state"; empty for a town, a village or what is not known
    near: bool  # "near Lyon", "off Malta"
    direction: str  # "n", "sw" of "30 km south-west of Lyon"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where, as one phrase tells it: "in a disused mill at Borki, in the county of Lask"."""

    spots: tuple[Spot, ...]
    venue: str  # the noun for what stands there: hospital, bridge
    part: tuple[str, str] | None  # "east" and "wing"
    room: int | None  # its line in the list of rooms
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Apart:
    """How two phrases stand to each other: one place, or two, and which words tell."""

    same: bool
    mine: tuple[int, int]  # tokens
    theirs: tuple[int, int]
    because: str
    names: tuple[str, str] | None  # the two places, where names tell


def phrase_at(document: Document, start: int, near: bool = False) -> Phrase | None:
    """The phrase of place that begins at the token, which is the one after the preposition; None where it names no place."""
    words, tokens = phrase_words(), document.tokens
    spots: list[Spot] = []
    venue, sort, direction, part, room, last_noun = "", "", "", None, None, ""
    sentence = tokens[start].sentence if start < len(tokens) else -1
    i, last, owner, opened = start, start, None, True  # opened: a noun may follow; owner: "Nepal" of "Nepal's Mustang district"
    while i < len(tokens) and tokens[i].sentence == sentence and i - start < 24:
        token, low = tokens[i], tokens[i].lower
        k = document.name_of[i]
        if opened and (found := _name(document, k, i, sort or venue) if k >= 0 else _unknown_name(document, i, start, bool(sort or venue or last_noun in _placed()))) is not None:
            first, end = found
            after = tokens[end] if end < len(tokens) else None
            if after is not None and after.tag == "POS":
                owner, i = (first, end), end + 1
                continue
            kind = sort or _sort_within(document, first, end)
            if after is not None and after.lower in words["areas"] | words["waters"] | words["roads"] and after.text[:1].islower():
                kind, end = after.lower, end + 1
            elif after is not None and after.pos == "NOUN" and after.lower in words["venues"]:
                venue, end = venue or after.lemma.lower(), end + 1
            spots.append(_spot(document, first, end, kind, near, direction))
            last_noun = ""
            if owner is not None:
                spots.append(_spot(document, *owner, "", near, ""))
            sort, direction, owner, opened, last, i = "", "", None, False, end, end
        elif opened and _direction(document, i):
            direction, i, near = _direction(document, i), _past_direction(document, i), True
        elif opened and token.pos in ("DET", "ADJ", "NOUN", "NUM", "PUNCT", "PROPN", "ADV", "VERB", "PRON", "PART") and _in_noun_phrase(document, i):
            if token.pos in ("NOUN", "PROPN"):
                if _is_time(token):
                    break
                if _is_road_number(token.text):
                    spots.append(_spot(document, i, i + 1, "road", near, ""))
                    opened, i, last = False, i + 1, i + 1
                    continue
                lemma = last_noun = token.lemma.lower()
                heads = i + 1 >= len(tokens) or (tokens[i + 1].pos not in ("NOUN", "PROPN") and tokens[i + 1].tag != "POS") or document.name_of[i + 1] >= 0
                if heads and lemma in words["venues"]:
                    venue = venue or lemma
                sort = lemma if heads and lemma in words["areas"] | words["waters"] | words["settlements"] | words["roads"] else sort if not heads else ""
                part = part or _part(document, i)
                room = _room(document, i) if room is None else room
                last = i + 1
                if heads:
                    if owner is not None:
                        spots.append(_spot(document, *owner, "", near, ""))
                        owner = None
                    opened = document.name_of[i + 1] >= 0 if i + 1 < len(tokens) else False
            i += 1
        elif not opened and low in words["inside"] and token.pos == "ADP":
            if low == "of" and last_noun and last_noun not in _placed():
                break
            if spots and low in ("of", "on", "by") and not _road_or_name(document, i + 1):
                break
            if low in words["near"]:
                near = True
            elif low != "of":
                near = False
            sort = sort if low == "of" else ""
            opened, i = True, i + 1
        elif not opened and low == "," and spots and _goes_on(document, i + 1):
            opened, i, near = True, i + 1, False
            if tokens[i].lower in words["inside"]:
                i += 1
        elif not opened and token.pos == "CCONJ" and spots and _goes_on(document, i + 1):
            return None  # "in Lyon and Nantes"
        else:
            break
    if not spots and part is None and room is None and not venue:
        return None
    return Phrase(tuple(spots), venue, part, room, start, last)


def apart(a: Phrase, b: Phrase, by_part: bool = True) -> Apart | None:
    """Whether the phrases tell of one place or of two; None where that cannot be said."""
    pairs = sorted(((x, y) for x in range(len(a.spots)) for y in range(len(b.spots))), key=lambda p: (sum(p), p))
    for x, y in pairs:
        one, other = a.spots[x], b.spots[y]
        ends = (one.first, one.last), (other.first, other.last)
        level = compare(one.place, other.place).level
        if level in ("same", "variant"):
            if one.direction and other.direction and _opposite(one.direction, other.direction):
                because = f"{one.text} is meant on both sides, and it cannot lie on two sides of it"
                return Apart(False, (a.first, one.last), (b.first, other.last), because, None)
            if by_part and (parted := _parted(a, b)) is not None:
                return parted
            return Apart(True, *ends, "the same place", None)
        if level == "within" and not (x and y):
            return Apart(True, *ends, "one lies in the other", None)
        if level not in ("differs", "another-place", "country-differs") or (
            one.near and other.near and not _waters(one, other) and not (a.venue and b.venue and a.venue != b.venue)
        ):
            if level == "unclear" and one.sort == other.sort:
                return Apart(False, *ends, f"{one.text} and {other.text} are two places", (one.place.name, other.place.name))
            continue
        if _suburb(one, other) or _suburb(other, one):
            return None
        if one.sort == other.sort or (level == "differs" and not {one.sort, other.sort} & {"road", "region"}):
            return Apart(False, *ends, f"{one.text} and {other.text} are two places", (one.place.name, other.place.name))
    return _parted(a, b) if by_part and not (a.spots and b.spots) else None


def _suburb(small: Spot, large: Spot) -> bool:
    """Whether the one may be a suburb told by the name of the other: "Malibu" and "Los Angeles"."""
    if large.sort or gazetteer.one_name(large.place.name) not in _metropolises() or gazetteer.one_name(small.place.name) in _metropolises():
        return False
    chains = gazetteer.within(small.place.name)
    return not chains or not set(chains).isdisjoint(gazetteer.within(large.place.name))


def _parted(a: Phrase, b: Phrase) -> Apart | None:
    """Two rooms, or two opposite parts of one thing."""
    ends = (a.first, a.last), (b.first, b.last)
    if a.room is not None and b.room is not None and a.room != b.room:
        return Apart(False, *ends, "two rooms", None)
    if a.part and b.part and a.part[1] == b.part[1] and frozenset((a.part[0], b.part[0])) in _opposites():
        return Apart(False, *ends, f"the {a.part[0]} {a.part[1]} is not the {b.part[0]} {b.part[1]}", None)
    return None


def _spot(document: Document, first: int, last: int, sort: str, near: bool, direction: str) -> Spot:
    text = " ".join(document.text(first, last).split())
    if gazetteer.is_country(text):
        sort = "country"
    elif gazetteer.state_of(text):
        sort = "state"
    elif gazetteer.key(text) in _regions():
        sort = "region"
    elif sort in phrase_words()["settlements"] and sort not in phrase_words()["areas"]:
        sort = ""
    elif sort in phrase_words()["roads"]:
        sort = "road"
    return Spot(first, last, text, read_place(text), sort, near, direction)


def _waters(a: Spot, b: Spot) -> bool:
    return a.sort == b.sort and a.sort in phrase_words()["waters"]


def _name(document: Document, k: int, i: int, sort: str) -> tuple[int, int] | None:
    """The tokens of the name where it can be one of a place."""
    name = document.names[k]
    first, last = trim(document, name)
    if i > first and document.tokens[i - 1].lower in ("on", "in", "at", "near"):
        first = i  # "the Blue Room on Castle Street" read as one name
    last = next((j for j in range(first + 1, last) if document.tokens[j].pos == "ADP" and document.tokens[j].lower in ("on", "in", "at", "near")), last)
    if first >= last or i > max(first, name.first) or not any(t.text[:1].isalpha() and t.text[:1].isupper() for t in document.tokens[first:last]):
        return None
    if any(c.isdigit() for c in document.tokens[first].text) and first + 1 == last and document.tokens[first].text[-1:].isalpha():
        return None  # "2230H" is an hour
    if name.kind == "place" or sort or _sort_within(document, first, last) or gazetteer.within(document.text(first, last)):
        return first, last
    return None


def _unknown_name(document: Document, i: int, start: int, placed: bool) -> tuple[int, int] | None:
    """Capitals that were not taken for a name: "a wood near Skive", "Junin region"."""
    tokens = document.tokens
    if tokens[i].pos != "PROPN" or _is_time(tokens[i]) or tokens[i].text.isupper() or not tokens[i].text.isalpha() or not tokens[i].text[0].isupper():
        return None
    last = i + 1
    while last < len(tokens) and tokens[last].pos == "PROPN" and document.name_of[last] < 0 and not _is_time(tokens[last]):
        last += 1
    if last < len(tokens) and tokens[last].lower in phrase_words()["areas"] and tokens[last].text[0].islower():
        return i, last
    return (i, last) if placed and i > start and tokens[i - 1].lower in ("in", "near", "at", "outside", "of") else None


def _sort_within(document: Document, first: int, last: int) -> str:
    """The sort of place that the name itself ends in: "Castle Street", "Lake Tana"."""
    words = phrase_words()
    for low in (document.tokens[last - 1].lower.rstrip("."), document.tokens[first].lower):
        if last - first > 1 and low in words["roads"]:
            return low
        if last - first > 1 and low in words["areas"] | words["waters"]:
            return low
        if last - first > 1 and low in words["venues"]:
            return "venue"
    return "road" if last - first == 1 and _is_road_number(document.tokens[first].text) else ""


def _is_road_number(text: str) -> bool:
    return 1 < len(text) < 5 and text[0] in "AMBERN" and text[1:].isdecimal()


def _in_noun_phrase(document: Document, i: int) -> bool:
    token = document.tokens[i]
    if token.pos in ("PUNCT", "PART"):
        return token.text == "-" or token.tag == "POS"
    if token.pos == "NUM" and len(token.text) == 4 and token.text.isdecimal() and token.relation != "number":
        return False
    if token.pos in ("VERB", "ADV", "PRON"):
        return token.relation in ("adjective", "compound", "adverb", "possessive") and token.lower not in ("where", "when")
    return True


def _is_time(token: Token) -> bool:
    return token.lower in _times()


def _goes_on(document: Document, i: int) -> bool:
    """Whether a place follows: a name of one, "in the county of", "a village in"."""
    tokens = document.tokens
    if i >= len(tokens):
        return False
    if tokens[i].lower in phrase_words()["inside"] and tokens[i].pos == "ADP":
        i += 1
        return i < len(tokens) and not _is_time(tokens[i]) and _road_or_name(document, i)
    k = document.name_of[i]
    if k >= 0 and document.names[k].kind == "place":
        return True
    return tokens[i].pos == "DET" and any(t.lower in phrase_words()["settlements"] for t in tokens[i + 1 : i + 4])


def _road_or_name(document: Document, i: int) -> bool:
    """Whether a name of a place, or a noun for one, stands within the next few words."""
    words = phrase_words()
    for j in range(i, min(i + 5, len(document.tokens))):
        token = document.tokens[j]
        k = document.name_of[j]
        if k >= 0 and document.names[k].kind == "place":
            return True
        if token.lower in words["areas"] | words["waters"] | words["settlements"] | words["venues"] | words["roads"]:
            return True
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM"):
            return False
    return False


def _direction(document: Document, i: int) -> str:
    """The letters of the direction that begins here, where "of" follows it."""
    tokens, end = document.tokens, _past_direction(document, i)
    if end == i or end >= len(tokens) or tokens[end - 1].lower != "of":
        return ""
    text = "".join(t.lower for t in tokens[i : end - 1] if t.text != "-")
    return "".join(letter for word, letter in (("north", "n"), ("south", "s"), ("east", "e"), ("west", "w")) if word in text)


def _past_direction(document: Document, i: int) -> int:
    tokens, j = document.tokens, i
    while j < len(tokens) and (tokens[j].lower in phrase_words()["directions"] or (tokens[j].text == "-" and j > i)):
        j += 1
    return j + 1 if j > i and j < len(tokens) and tokens[j].lower == "of" else i


def _opposite(a: str, b: str) -> bool:
    return any((x in a and y in b) or (y in a and x in b) for x, y in (("n", "s"), ("e", "w")))


def _part(document: Document, i: int) -> tuple[str, str] | None:
    tokens = document.tokens
    if tokens[i].lemma.lower() not in phrase_words()["part_nouns"]:
        return None
    before = next((tokens[c].lower for c in document.children[i] if c < i and tokens[c].lower in _sides()), None)
    return (before, tokens[i].lemma.lower()) if before else None


def _room(document: Document, i: int) -> int | None:
    token, before = document.tokens[i], document.tokens[i - 1].lower if i else ""
    return _rooms().get(f"{before}-{token.lemma.lower()}", _rooms().get(token.lemma.lower()))


# ---------------------------------------------------------------- words


@functools.cache
def table() -> dict[str, Any]:
    return tomllib.loads((importlib.resources.files("checker.align") / "settings.toml").read_text(encoding="utf-8"))


@functools.cache
def phrase_words() -> dict[str, frozenset[str]]:
    out = {name: frozenset(line.split()) for name, line in table()["phrase"].items() if isinstance(line, str)}
    return {**out, "part_nouns": frozenset(table()["parts"]["nouns"].split())}


@functools.cache
def _placed() -> frozenset[str]:
    words = phrase_words()
    return words["parts"] | words["areas"] | words["waters"] | words["settlements"] | words["venues"] | words["roads"]


@functools.cache
def _regions() -> frozenset[str]:
    return frozenset(gazetteer.key(name) for name in table()["phrase"]["regions"])


@functools.cache
def _metropolises() -> frozenset[str]:
    return frozenset(gazetteer.one_name(name) for name in table()["phrase"]["metropolises"])


@functools.cache
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in table()["parts"]["opposites"])


@functools.cache
def _sides() -> frozenset[str]:
    return frozenset(word for pair in table()["parts"]["opposites"] for word in pair)


@functools.cache
def _rooms() -> dict[str, int]:
    return {word: n for n, line in enumerate(table()["parts"]["rooms"]) for word in line.split()}


@functools.cache
def _times() -> frozenset[str]:
    return frozenset((*MONTHS, *WEEKDAYS, *SEASONS)) | frozenset(table()["phrase"]["times"].split())
