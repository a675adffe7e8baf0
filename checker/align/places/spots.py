"""Whether two phrases of place can tell of one spot."""

from __future__ import annotations

from dataclasses import dataclass

from checker.align.places.phrases import Phrase, Spot
from checker.align.places.place_words import phrase_words
from checker.facts import gazetteer
from checker.facts.place import compare


@dataclass(frozen=True, slots=True)
class Apart:
    """How two phrases stand to each other: one place, or two, and which words tell."""

    same: bool
    mine: tuple[int, int]  # tokens
    theirs: tuple[int, int]
    because: str
    names: tuple[str, str] | None  # the two places, where names tell
    nouns: bool = False  # nouns alone tell: a barn, a church


def apart(a: Phrase, b: Phrase, by_part: bool = True) -> Apart | None:
    """Whether the phrases tell of one place or of two; None where that cannot be said."""
    levels = {(x, y): compare(a.spots[x].place, b.spots[y].place).level for x in range(len(a.spots)) for y in range(len(b.spots))}
    ranked = sorted(levels, key=lambda p: (sum(p), p))
    for x, y in ranked:
        one, other = a.spots[x], b.spots[y]
        ends = (one.first, one.last), (other.first, other.last)
        if levels[x, y] in ("same", "variant") and not (x and y):
            if one.direction and other.direction and _opposite(one.direction, other.direction):
                because = f"no place lies on two sides of {one.text}"
                return Apart(False, (a.first, one.last), (b.first, other.last), because, None)
            return (_parted(a, b) if by_part else None) or Apart(True, *ends, "the same place", None)
        if levels[x, y] == "within" and ((not y and _holds(other, one)) or (not x and _holds(one, other))):
            return Apart(True, *ends, "one lies in the other", None)
    for x, y in ranked:
        one, other = a.spots[x], b.spots[y]
        if _suburb(one, other) or _suburb(other, one):
            return None
        if _two(one, other, levels[x, y], bool(a.venue and b.venue and a.venue != b.venue)):
            ends = (one.first, one.last), (other.first, other.last)
            return Apart(False, *ends, f"{one.text} and {other.text} are two places", (one.place.name, other.place.name))
    return _parted(a, b) if by_part and not (a.spots and b.spots) else None


def _two(one: Spot, other: Spot, level: str, two_venues: bool) -> bool:
    """Whether two names on one level are two places."""
    if one.near and other.near and not two_venues and one.sort not in phrase_words().waters:
        return False  # near Lyon and near Dijon is many a village
    if one.sort == other.sort == "road" and (one.near or other.near):
        return False  # a crossing is on one road and near another
    if one.sort == other.sort:
        return level in ("differs", "another-place", "country-differs", "unclear")
    return level == "differs" and not {one.sort, other.sort} & {"road", "region"}


def _holds(large: Spot, small: Spot) -> bool:
    """Whether the gazetteer has one in the other, or the one's name has the other's words in it."""
    above, below = gazetteer.one_name(large.place.name), gazetteer.one_name(small.place.name)
    if any(above in chain for chain in gazetteer.within(small.place.name)):
        return True
    return not any(below in chain for chain in gazetteer.within(large.place.name))


def _suburb(small: Spot, large: Spot) -> bool:
    """Whether the one may be a suburb told by the name of the other: "Malibu" and "Los Angeles"."""
    cities = phrase_words().metropolises
    if large.sort or gazetteer.one_name(large.place.name) not in cities or gazetteer.one_name(small.place.name) in cities:
        return False
    chains = gazetteer.within(small.place.name)
    return not chains or not set(chains).isdisjoint(gazetteer.within(large.place.name))


def _parted(a: Phrase, b: Phrase) -> Apart | None:
    """Two rooms, or two opposite parts of one thing."""
    ends = (a.first, a.last), (b.first, b.last)
    if a.room is not None and b.room is not None and a.room != b.room:
        return Apart(False, *ends, "these are two rooms", None)
    if a.part and b.part and a.part[1] == b.part[1] and frozenset((a.part[0], b.part[0])) in phrase_words().opposites:
        return Apart(False, *ends, f"the {a.part[0]} {a.part[1]} is not the {b.part[0]} {b.part[1]}", None)
    if a.rival is not None and b.rival is not None and a.rival != b.rival:
        return Apart(False, *ends, "these are two places", None, True)
    return None


def _opposite(a: str, b: str) -> bool:
    return any((x in a and y in b) or (y in a and x in b) for x, y in (("n", "s"), ("e", "w")))
