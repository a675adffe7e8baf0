"""Organisations: acronyms, short and turned-round names are one body; another modifier is another."""

import pytest

from checker.facts.organization import LEVELS, Organization, compare, is_acronym_of

PAIRS = [
    ("NATO", "North Atlantic Treaty Organization", "agree", "renamed"),
    ("the U.N.", "United Nations", "agree", "renamed"),
    ("State Department", "Department of State", "agree", "renamed"),
    ("Foreign Ministry", "Ministry of Foreign Affairs", "agree", "renamed"),
    ("Facebook", "Meta", "agree", "renamed"),
    ("Elk County Medical Center", "ECMC", "agree", "acronym"),
    ("LIPE", "Lapland Institute for Polar Ecology", "agree", "acronym"),
    ("Nortech Inc.", "Nortech", "agree", "same"),
    ("Passage Medicale", "Medical Passage", "agree", "turned-round"),
    ("Bank of Lapland", "Lapland Bank", "agree", "turned-round"),
    ("Nortech Marine Services", "Nortech", "agree", "part"),
    ("Arctic Council", "Nordic Council", "conflict", "modifier-differs"),
    ("European Free Radio", "Radio Free Lapland", "conflict", "garbled"),
    ("Nortech", "Lapland Airways", "conflict", "differs"),
    ("Nortech Marine", "Nortehc Marine", "unclear", "misspelled"),
]


@pytest.mark.parametrize(("a", "b", "verdict", "level"), PAIRS)
def test_two_bodies(a: str, b: str, verdict: str, level: str) -> None:
    for said in (compare(Organization(a), Organization(b)), compare(Organization(b), Organization(a))):
        assert (said.verdict, said.level) == (verdict, level)
        assert LEVELS[level] == verdict


def test_an_acronym_is_made_of_the_words_letters() -> None:
    assert is_acronym_of("ECMC", "Elk County Medical Center")
    assert is_acronym_of("E.C.M.C.", "the Elk County Medical Center")
    assert not is_acronym_of("ECMD", "Elk County Medical Center")
    assert not is_acronym_of("Elk", "Elk Lake Kennels")


def test_one_value_for_all_its_names() -> None:
    assert Organization("the Department of State").normal() == Organization("State Department").normal()
    assert Organization("Nortech Inc.").normal() == "nortech"
