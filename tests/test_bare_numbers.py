"""What a number counts or measures whose naming word stands elsewhere, or is an everyday word."""

from __future__ import annotations

import pytest

import checker
from checker.model import Reading


def reading(text: str, kind: str, value: float) -> Reading:
    found = checker.facts([("a.txt", f"{text}\n".encode())]).readings
    told = [r for r in found if r.question.kind == kind and r.fact.value.fields().get("value") == value]
    assert len(told) == 1, found
    return told[0]


COUNTED = [
    ("Four hikers were reported missing on Sunday. All four have been rescued.", 4, {"hiker"}),
    ("Three teachers were dismissed, and two have appealed.", 2, {"teacher"}),
    ("None of the passengers was hurt.", 0, {"passenger"}),
    ("Some 300 homes were flooded and 40 are beyond repair.", 40, {"house"}),
    ("The death toll rose on Monday. It now stands at 41.", 41, {"person"}),
    ("A third patient died on Tuesday, taking the toll to seven.", 7, {"person"}),
    ("The number of cases has not changed since Friday, when it stood at 19.", 19, {"case"}),
]


@pytest.mark.parametrize(("text", "value", "of"), COUNTED)
def test_a_bare_number_counts_what_it_goes_back_to(text: str, value: float, of: set[str]) -> None:
    found = checker.facts([("a.txt", f"{text}\n".encode())]).readings
    told = [r for r in found if r.question.kind == "count" and r.fact.value.fields().get("value") == value]
    assert told and (told[-1].question.of or "").split()[0] in of


NAMED = [
    ("The quake, of magnitude 5.1, sent people into the streets.", "measure", 5.1, "magnitude"),
    ("The quake was shallow, starting only 13 miles (21km) down.", "measure", 13, "depth"),
    ("The satellite circles 540 km above the Earth.", "measure", 540, "altitude"),
    ("The ministry offered a nine percent rise in wages.", "percent", 9, "salary"),
    ("Nurses will get a pay rise of 9 percent.", "percent", 9, "salary"),
    ("A 12 percent fall in sales was reported.", "percent", 12, "revenue"),
    ("Revenue was up 6.2 percent.", "percent", 6.2, "revenue"),
    ("The death toll rose on Monday. It now stands at 41.", "count", 41, "die"),
    ("Eleven of the 17 jurors voted for acquittal.", "count", 17, "juror"),
    ("Two passengers were in a critical condition.", "count", 2, "condition"),
]


@pytest.mark.parametrize(("text", "kind", "value", "asks"), NAMED)
def test_the_figure_and_not_the_everyday_word_names_the_question(text: str, kind: str, value: float, asks: str) -> None:
    assert reading(text, kind, value).question.asks == asks
