"""What a phrase of place names, nearest first."""

from __future__ import annotations

import pytest

from checker import language
from checker.align.places.phrases import Phrase, phrase_at
from checker.config import Config
from checker.ingest import read


def phrase(words: str) -> Phrase | None:
    """The phrase that follows "The meeting took place in"."""
    text = f"The ceremony took place {words} yesterday."
    (document,) = language.parse([read("a.txt", text.encode())], Config().pipeline)
    return phrase_at(document, 5)


@pytest.mark.parametrize(
    ("words", "spots", "venue"),
    [
        ("in Lyon", [("Lyon", "")], ""),
        ("in the municipal theatre of Cuenca", [("Cuenca", "")], "theatre"),
        ("in Cuenca's theatre", [("Cuenca", "")], "theatre"),
        ("in the middle of the bridge of Macara", [("Macara", "")], "bridge"),
        ("at a disused mill at Borki, in the county of Lask", [("Borki", ""), ("Lask", "county")], "mill"),
        ("in Boulder, Colorado", [("Boulder", ""), ("Colorado", "state")], ""),
        ("in a village in Nepal's Dolpa district", [("Dolpa district", "district"), ("Nepal", "country")], ""),
        ("on Castle Street", [("Castle Street", "road")], ""),
        ("on the island of Gozo", [("Gozo", "island")], ""),
        ("in Aiud prison", [("Aiud prison", "")], "prison"),
    ],
)
def test_places_are_read_nearest_first(words: str, spots: list[tuple[str, str]], venue: str) -> None:
    found = phrase(words)
    assert found is not None
    assert ([(s.text, s.sort) for s in found.spots], found.venue) == (spots, venue)


@pytest.mark.parametrize("words", ["in Lyon and Nantes", "in 2019", "on Monday", "in a state of shock"])
def test_no_place_or_several_are_no_phrase(words: str) -> None:
    assert phrase(words) is None


@pytest.mark.parametrize(
    ("words", "near", "direction"),
    [("in Lyon", False, ""), ("near Lyon, on a farm outside Lyon", False, ""), ("at a point 30 km south-west of Lyon", True, "sw")],
)
def test_a_direction_is_only_near(words: str, near: bool, direction: str) -> None:
    found = phrase(words)
    assert found is not None
    assert (found.spots[0].near, found.spots[0].direction) == (near, direction)


def test_rooms_parts_and_what_stands_there_are_read() -> None:
    room, part, noun = phrase("in the boiler room"), phrase("in the east wing of the palace"), phrase("in a barn")
    assert room is not None and room.room is not None
    assert part is not None and part.part == ("east", "wing")
    assert noun is not None and noun.rival is not None
