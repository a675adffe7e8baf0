"""What one report's own figures say against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import ingest, language
from checker.align import sums
from checker.facts import read
from checker.model import Topic


def topics(text: str, published: str | None = "2025-05-21") -> tuple[Topic, ...]:
    report = replace(ingest.read("town.txt", f"Morning report from the town hall\n\n{text}".encode()), published=published)
    documents = language.parse([report])
    return sums.topics(documents, [fact for document in documents for fact in read(document)], ())


def levels(text: str) -> list[str]:
    return [t.level for t in topics(text)]


@pytest.mark.parametrize(
    ("text", "level", "because"),
    [
        ("There are 21 cases: 14 patients, five visitors and three staff.", "parts", "14 + 5 + 3 = 22, not 21"),
        ("Officials counted 21 cases (14 patients, five visitors and three staff).", "parts", "14 + 5 + 3 = 22, not 21"),
        ("Of the 21 cases, 14 were patients, five were visitors and three were staff.", "parts", "14 + 5 + 3 = 22, not 21"),
        ("Rescuers found 12 men and eight women, 21 in all.", "parts", "12 + 8 = 20, not 21"),
        ("Twelve men and eight women were taken to hospital, a total of 22 people.", "parts", "12 + 8 = 20, not 22"),
        ("The council has 42 members: 22 Liberals, 10 Greens and 8 Socialists.", "parts", "22 + 10 + 8 = 40, not 42"),
        ("The number of visitors rose from 40 to 50, up 20 percent.", "change", "from 40 to 50 is up 25%, not 20%"),
        ("Turnover was 6.2 per cent higher at €1.24bn, from €1.05bn a year earlier.", "change", "is up 18.1%, not 6.2%"),
        ("Membership fell by 10 percent to 900 from 1,200.", "change", "from 1,200 to 900 is down 25%, not 10%"),
        ("Revenue doubled from 40 million dollars to 120 million dollars.", "times", "120 million dollars is 3 times 40 million dollars"),
        ("He took 3 million dollars. The fine of 9 million dollars is five times the sum he took.", "times", "not 5 times"),
        ("Bacteria were found in 12 of the 48 samples (30 percent).", "share", "12 of 48 is 25%, not 30%"),
        ("The village lies 5 km (3.5 miles) from the sea.", "conversion", "5 km is 3.1 miles, not 3.5 miles"),
        ("The ministers meet on Wednesday, May 20, 2021.", "weekday", "20 May 2021 is a Thursday, not a Wednesday"),
        ("The ministers met on Monday 19th of May 2025 and on Friday, 20 May 2025.", "weekday", "20 May 2025 is a Tuesday, not a Friday"),
        ("The road was shut on Friday, 16 May, and on Friday, 17 May.", "weekday", "17 May 2025 is a Saturday, not a Friday"),
        ("Maria Lund, 63, who was born in 1950, won the race.", "birth-year", "born in 1950 is 74 or 75 in 2025, not 63"),
        ("They were held for 214 days, from June 2 to December 9, 2023.", "length", "190 days, 191 with the last, not 214 days"),
        ("The ten-day festival runs from May 3 to May 10.", "length", "7 days, 8 with the last, not ten-day"),
        ("Police named three suspects: Anna Berg and Tom Holm.", "list", "3 are announced, 2 are named"),
    ],
)
def test_what_does_not_fit_is_found(text: str, level: str, because: str) -> None:
    found = [t for t in topics(text) if t.verdict == "conflict"]
    assert [t.level for t in found] == [level]
    assert because in found[0].because
    assert len(found[0].sides) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "There are 21 cases: 14 patients, five visitors and two staff.",
        "Rescuers found 12 men and eight women, 20 in all.",
        "The number of visitors rose from 40 to 50, up 25 percent.",
        "Profit rose 21 percent to 86 million euros, compared with 71 million euros a year earlier.",
        "The club paid 12 million euros, three times the 4 million euros it had offered.",
        "Bacteria were found in 12 of 48 samples (25 percent).",
        "The village lies 5 km (3.1 miles) from the sea.",
        "The plane flew at 35,000 feet (10,700 metres).",
        "Police named two suspects: Anna Berg, 34, and Tom Holm, 29.",
        "The state of emergency runs for 30 days from March 15 to April 14.",
        "The eight-day festival runs from May 3 to May 10.",
        "Maria Lund, 74, who was born in 1950, won the race.",
    ],
)
def test_what_fits_agrees(text: str) -> None:
    assert set(levels(text)) == {"adds-up"}


@pytest.mark.parametrize(
    "text",
    [
        "The crash hurt 21 people, including 14 children and five teachers.",  # a list that is not whole
        "Of the 30 injured, five are in intensive care and three need surgery.",
        "Of the 30 members, 28 came, 20 voted and 12 of them were women.",  # the parts overlap
        "Sales rose 5 percent at constant currencies, to 50 million euros from 40 million euros.",  # another base
        "The fine was 9 million dollars, about 2.4 million euros.",  # two currencies
        "Inflation rose to 5 percent from 4 percent.",  # a percentage of percentages
        "Police named three suspects, among them: Anna Berg and Tom Holm.",
        "The four-day cup was played on lawns of the club from May 3 to May 17.",  # days of play
        "The club was led by him for three years, from 2019 to 2023.",
        "The road was shut on Friday and on 17 May.",  # two days
        "The ministers meet on Thursday, May 20, 2021.",  # it fits, and is not worth a line
        "Five people died: two brothers, two sisters and their teacher.",  # not every item has its figure
        "Police arrested 40 people after the match: they seized 12 knives and three guns.",  # no list of the total
        "Maria Lund, 63, whose mother was born in 1930, won the race.",  # somebody else's birth
        "The tank holds 10 gallons (45 litres).",  # gallons of two sizes
        "Profit rose 5 percent to 50 million euros, compared with 60 million euros that analysts expected.",
        "The bridge was built in 1950 and is 63 metres long.",
        "He lives about 5 km (4 miles) from the sea.",  # nobody says how far exactly
    ],
)
def test_where_the_wording_leaves_it_open_nothing_is_said(text: str) -> None:
    assert levels(text) == []


def test_without_a_published_date_no_age_and_no_year_is_guessed() -> None:
    assert topics("Maria Lund, 63, who was born in 1950, met him on Friday, 17 May.", published=None) == ()


def test_the_sides_are_the_figures() -> None:
    (topic,) = topics("There are 21 cases: 14 patients, five visitors and three staff.")
    assert [s.value for s in topic.sides] == ["21 cases", "14 patients", "five visitors", "three staff"]
    assert (topic.kind, topic.comparator, topic.hint) == ("count", "sums", "does not add up")


def test_a_copy_of_a_report_adds_no_topic() -> None:
    text = "Morning report\n\nThere are 21 cases: 14 patients, five visitors and three staff."
    documents = language.parse([ingest.read(name, text.encode()) for name in ("a.txt", "b.txt")])
    (topic,) = sums.topics(documents, [fact for document in documents for fact in read(document)], ())
    assert [s.span.source for s in topic.sides] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_every_conflict_of_the_checks_is_a_level() -> None:
    assert {level for level, verdict in sums.LEVELS.items() if verdict == "agree"} == {"adds-up"}
