"""People of several reports: whose age it is that is told by a role, which two names stand in one role, who gets which ministry."""

import pytest

from checker import compare, facts
from checker.facts.title import Title

TUNNEL = "A lorry caught fire in the tunnel on Monday."


def found(a: str, b: str) -> list[tuple[str, str]]:
    """Code and level of what is found above a note."""
    memo = compare([("a.txt", a.encode()), ("b.txt", b.encode())])
    return [(f.code, f.topic.level) for f in memo.findings if f.severity != "note"]


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        (f"{TUNNEL} The driver, 47, put out the flames.", f"{TUNNEL} Its driver, who is 41, put out the flames.", "AGE01"),
        (
            "The skipper, 58, was pulled from the sea by a trawler on Sunday.",
            "A trawler pulled the 38-year-old skipper from the sea on Sunday.",
            "AGE01",
        ),
        (
            "The owner of the park, Paulo Marques, 63, was questioned for three hours.",
            "The owner of the park, Paulo Marques, was questioned for three hours. The 36-year-old was sent home.",
            "AGE01",
        ),
        (
            "Prosecutors charged the driver, Janos Kerekes, on Monday. Kerekes denies it.",
            "The driver, Jozsef Kerekes, was charged by prosecutors on Monday. Kerekes denies it.",
            "NAM01",
        ),
        (
            "Carla Lindqvarn-Hale won the bout on points. Lindqvarn-Hale has a scar on her hand.",
            "Celia Lindqvarn-Hale won the bout on points. She has a scar on her hand.",
            "NAM01",
        ),
        ("The road is closed, said mediator Helene Trudel.", "The road is closed, said mediator Helene Trudelle.", "SPL01"),
        ("Chief Inspector Carys Holm leads the search.", "Det Supt Carys Holm leads the search.", "TTL01"),
        (
            "Hiker Lars Moen, 36, was found alive in the ravine after three days.",
            "After three days in the ravine the hiker, 63, was found alive.",
            "AGE01",
        ),
        (
            "Elias Torov resigned on Monday. Torov's United Reef Party holds 14 seats.",
            "Elias Torov resigned on Monday. The National Reef Alliance, Mr Torov's own party, holds 14 seats.",
            "ORG03",
        ),
        ("Ruth Calder, the director of parks, saw it.", "Ruth Calder, the mayor of the town, saw it.", "TTL05"),
    ],
)
def test_two_that_cannot_both_be_right(a: str, b: str, code: str) -> None:
    assert code in [c for c, _ in found(a, b)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The driver of the bus, 43, died. Forty people were hurt.", "The driver of the car, 29, died. Forty people were hurt."),
        (f"{TUNNEL} The driver, 47, put it out.", f"{TUNNEL} A driver, 22, caught in the queue behind it filmed the flames."),
        ("The pilot, 52, died. The co-pilot, 31, survived.", "The 31-year-old co-pilot survived. The pilot died."),
        ("The new captain, aged 27, will play in May.", "The side dropped their captain, Ivo Hart, 33. Ada Lund will play in May."),
        ("Ole Berglindt was saved on Monday. His brother Oskar called for help.", "Oskar Berglindt called for help on Monday."),
        ("The victim, 23, died on Monday in Brno.", "The victim, who was 22 when she met her husband, died on Monday in Brno."),
        ("Detective Sara Holm led the inquiry.", "Detective Sven Holm, of another force, advised the inquiry."),
        ("Ada Flores, director of the Weather Service, spoke.", "Ada Flores, director of the National Meteorological Service, spoke."),
        ("Elias Torov quit. Torov's Reef Party holds 14 seats.", "Elias Torov quit after Torov's Labour opponents won."),
        ("Student pilot Ann Cole landed the plane.", "Trainee pilot Ann Cole landed the plane."),
        ("Mayor Ruth Calder, who leads the council, opened it.", "The mayor, Ruth Calder, opened it."),
        ("Finance Minister Anna Berg becomes justice minister. Ole Lund gets finance.", "Anna Berg has been finance minister since May."),
    ],
)
def test_two_that_may_both_be_right(a: str, b: str) -> None:
    assert not [f for f in found(a, b) if f[0][:3] in ("AGE", "NAM", "TTL", "ORG")]


def test_the_list_of_a_cabinet_gives_titles() -> None:
    text = (
        "The coalition has its list. Finance goes to Anna Berg, foreign affairs to the diplomat Ole Lund "
        "and the climate portfolio to Pavel Novak. Ada Flores keeps education."
    )
    titles = [f.value for f in facts([("a.txt", text.encode())]).facts if isinstance(f.value, Title)]
    told = {title.normal() for title in titles} - {"diplomat"}
    assert told == {"designate finance minister", "designate foreign minister", "designate climate minister", "education minister"}


@pytest.mark.parametrize(
    "text",
    [
        "The minister said more money goes to health, and Jan Berg gets defence lawyers.",
        "The cabinet met. Anna Berg takes education seriously.",
        "Culture: Anna Berg on the minister's plan.",
    ],
)
def test_a_ministry_that_nobody_is_given(text: str) -> None:
    assert not [f for f in facts([("a.txt", text.encode())]).facts if isinstance(f.value, Title) and f.value.office != "minister"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Anna Berg lay by the flag. The linesman, who is 37, was taken to hospital.", "37 year"),
        ("Anna Berg spent the night in a ward. The retired schoolteacher, 65, was hurt most of all.", "65 year"),
        ("The twins, aged 18 months, went home.", "18 month"),
        ("A schoolgirl of 14 was hurt.", "14 year"),
    ],
)
def test_an_age_and_whose_it_is(text: str, age: str) -> None:
    told = [f for f in facts([("a.txt", text.encode())]).facts if f.kind == "age"]
    assert [f.value.normal() for f in told] == [age]
    assert [f.entity for f in told] == (["person:berg-anna"] if "Berg" in text else [None])
