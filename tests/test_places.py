"""Places: other names, containment, towns of one name, capitals that speak."""

import pytest

from checker import ingest, language
from checker.facts import gazetteer
from checker.facts.place import LEVELS, compare, find, read_place

PAIRS = [
    (("Kyiv",), ("Kiev",), "agree", "variant"),
    (("Peking",), ("Beijing",), "agree", "variant"),
    (("Türkiye",), ("Turkey",), "agree", "variant"),
    (("Reykjavik",), ("Reykjavík",), "agree", "same"),
    (("Reykjavik",), ("Iceland",), "agree", "within"),
    (("Tulsa",), ("Oklahoma",), "agree", "within"),
    (("central Lyon",), ("Lyon",), "agree", "variant"),
    (("Lyon", "France"), ("France",), "agree", "within"),
    (("200 W. Elm Blvd",), ("200 West Elm Boulevard",), "agree", "variant"),
    (("Reykjavik",), ("Geneva",), "conflict", "differs"),
    (("Tripoli", "Libya"), ("Tripoli", "Lebanon"), "conflict", "country-differs"),
    (("Tarnholt",), ("Vesterby",), "conflict", "another-place"),
    (("Harpa concert hall",), ("Reykjavik",), "unclear", "unclear"),
    (("Tarnholt",), ("Sweden",), "unclear", "unclear"),
    (("Tarnholt",), ("Tarnhlot",), "unclear", "misspelled"),
]


@pytest.mark.parametrize(("a", "b", "verdict", "level"), PAIRS)
def test_two_places(a: tuple[str, ...], b: tuple[str, ...], verdict: str, level: str) -> None:
    for said in (compare(read_place(*a), read_place(*b)), compare(read_place(*b), read_place(*a))):
        assert (said.verdict, said.level) == (verdict, level)
        assert LEVELS[level] == verdict


def test_countries_and_their_people() -> None:
    assert gazetteer.country_of("Belgian") == gazetteer.country_of("Belgium") == "Belgium"
    assert gazetteer.country_of("U.S.") == gazetteer.country_of("Americans") == "United States"
    assert gazetteer.country_named("Belgian") is None
    assert gazetteer.capital_of("Tirana") == "Albania"
    assert gazetteer.state_of("Fla.") == "Florida"
    assert ("oregon", "united states") in gazetteer.within("Portland")


def places(text: str) -> list[str]:
    (document,) = language.parse((ingest.read("a.txt", text.encode()),))
    return [document.text(f.first, f.last) for f in find(document)]


def test_a_government_is_no_place() -> None:
    assert places("Moscow said it would not sign.") == []
    assert places("The talks took place in Moscow.") == ["Moscow"]


def test_a_street_with_its_number() -> None:
    assert "473 East 52nd Street" in places("Officers were called to 473 East 52nd Street on Monday.")
    assert places("The street was quiet.") == []


def test_a_town_with_its_state() -> None:
    assert places("He was born in Jacksonville, Florida, in 1960.") == ["Jacksonville, Florida"]
