"""Names of people: variants are silent, slips are the desk's, another name is another person."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.facts.name import LEVELS, PersonName, compare
from checker.facts.name import read_name as name_or_none


def read_name(text: str) -> PersonName:
    name = name_or_none(text)
    assert name is not None
    return name


ONE_PERSON = [
    ("Sergei Markov", "Sergey Markov", "variant"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "variant"),
    ("Navalny", "Navalnyi", "variant"),
    ("Saif Qaddafi", "Saif al-Gaddafi", "variant"),
    ("Gurbanguly Berdymukhamedov", "Kurbanguly Berdimuhamedov", "variant"),
    ("Rui Braganca", "Rui Bragança", "same"),
    ("Bashar al-Assad", "Assad", "part"),
    ("Bob Halvorson", "Robert Halvorson", "nickname"),
    ("Bill Ortiz", "William Ortiz", "nickname"),
    ("Tony Marsh", "Antony Marsh", "nickname"),
    ("J. Smith", "John Smith", "part"),
    ("John Q. Smith", "John Smith", "part"),
    ("AJ Carver", "A.J. Carver", "same"),
    ("Xi Jinping", "Xi", "part"),
    ("Kim Jong-un", "Kim Jong Un", "same"),
    ("Wen Jiabao", "Jiabao Wen", "part"),
    ("Pedro Luna", "Pedro Luna Castaño", "part"),
    ("Jean-Claude Morin", "Jean Claude Morin", "same"),
    ("Ludwig van der Meer", "van der Meer", "part"),
    ("Petrova", "Elena Petrova", "part"),
    ("Mr Halvorson", "Karen Halvorson", "part"),
    ("Frank Dalton Jr.", "Frank Dalton", "same"),
    ("Dalton, Frank", "Frank Dalton", "same"),
]


@pytest.mark.parametrize(("a", "b", "level"), ONE_PERSON)
def test_one_name_in_another_guise_agrees(a: str, b: str, level: str) -> None:
    said = compare(read_name(a), read_name(b))
    assert (said.verdict, said.level) == ("agree", level)


FOR_THE_DESK = [
    ("Antony Blinken", "Anthony Blinken", "two-spellings"),
    ("Stephen Marsh", "Steven Marsh", "two-spellings"),
    ("Antony Blinken", "Antony Bliken", "misspelled"),
    ("Jermaine Holloway", "Jeremaine Holloway", "misspelled"),
    ("Karen Halvorson", "Halvorsen", "misspelled"),
    ("Paul LaSalle", "Paul Lasalle", "misspelled"),
]


@pytest.mark.parametrize(("a", "b", "level"), FOR_THE_DESK)
def test_a_slip_is_no_second_person(a: str, b: str, level: str) -> None:
    said = compare(read_name(a), read_name(b))
    assert (said.verdict, said.level) == ("unclear", level)


TWO_PEOPLE = [
    ("George W. Bush", "George H.W. Bush", "middle-differs"),
    ("Hunter Biden", "Joe Biden", "given-differs"),
    ("Darius Varnelis", "Darius Varnaitis", "family-differs"),
    ("A.J. Carver", "AJ Butler", "family-differs"),
    ("Frank Dalton Jr.", "Frank Dalton Sr.", "suffix-differs"),
    ("Jan Kent", "Jon Kent", "given-differs"),
    ("Laura Brandt", "Peter Holm", "different"),
    ("Jack Johns", "Jack Jones", "family-differs"),
    ("Friedrich Hans", "Hans Friedrich", "different"),
]


@pytest.mark.parametrize(("a", "b", "level"), TWO_PEOPLE)
def test_another_name_is_another_person(a: str, b: str, level: str) -> None:
    said = compare(read_name(a), read_name(b))
    assert (said.verdict, said.level) == ("conflict", level)


NAMES = sorted({name for row in (*ONE_PERSON, *FOR_THE_DESK, *TWO_PEOPLE) for name in row[:2]})


@settings(derandomize=True, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_comparing_is_even_handed_and_listed(a: str, b: str) -> None:
    one, other = read_name(a), read_name(b)
    said, back = compare(one, other), compare(other, one)
    assert (said.level, said.verdict) == (back.level, back.verdict)
    assert LEVELS[said.level] == said.verdict


@pytest.mark.parametrize("name", NAMES)
def test_a_name_agrees_with_itself_in_any_case(name: str) -> None:
    assert compare(read_name(name), read_name(name)).level == "same"
    assert compare(read_name(name), read_name(name.upper())).verdict == "agree"


def test_parts_of_a_name() -> None:
    name = read_name("Dr. Pedro de la Luna Castaño Jr.")
    assert (name.given, name.family, name.suffix) == (("Pedro", "Luna"), "Castaño", "jr")
    assert name.normal() == "pedro luna castano jr"
    assert read_name("Kim Clijsters").family == "Clijsters"
    assert read_name("Park Geun-hye").family == "Park"
    assert name_or_none("...") is None


@pytest.mark.parametrize(
    ("a", "b"), [("Vincent DelGiudice", "Vincent Del Giudice"), ("LaCroix", "Shayne La Croix"), ("S. LaCroix", "Shayne La Croix")]
)
def test_particles_written_together(a: str, b: str) -> None:
    assert compare(read_name(a), read_name(b)).verdict == "agree"
