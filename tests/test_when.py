"""What a day, an hour or a length of time belongs to: the happening that its clause names."""

from __future__ import annotations

import pytest

import checker
from checker.align.questions.vetoes import veto
from checker.model import Reading

CLOCK = "2025-10-18"  # a Saturday


def readings(text: str, kind: str) -> list[Reading]:
    found = checker.facts([("a.txt", f"Published: {CLOCK}\n\n{text}\n".encode())]).readings
    return [r for r in found if r.question.kind == kind]


def findings(one: str, other: str) -> list[str]:
    sources = [(name, f"Published: {CLOCK}\n\n{text}\n".encode()) for name, text in (("a.txt", one), ("b.txt", other))]
    return [f.code for f in checker.compare(sources).findings]


DATED = [
    ("Monday's inquest heard that the boat had no radio.", "date", ["investigate"]),
    ("The 1998 flood killed 40 people.", "date", ["flood"]),
    ("The raid took place on Tuesday.", "date", ["attack"]),
    ("A hearing is due on Tuesday.", "date", ["hearing"]),
    ("The hearing was adjourned to 4 November.", "date", ["hearing"]),
    ("The deadline for bids is 12 December.", "date", ["deadline"]),
    ("The ministry set 30 November as the deadline.", "date", ["deadline"]),
    ("Deadline for bids: 12 December", "date", ["deadline"]),
    ("Cabin crew at the airline began a strike on Monday.", "date", ["strike-work"]),
    ("Members make their declarations at the first meeting on 30 October.", "date", ["meet"]),
    ("The fire was reported at 3.30 a.m.", "time", ["burn"]),
    ("It was just before 8 p.m. when the dam burst.", "time", ["burst"]),
    ("It was on 3 May that the committee approved the plan.", "date", ["approve"]),
    ("New Year's Day is when it all begins.", "date", ["begin"]),
    ("The house gave way at 5:40 a.m.", "time", ["collapse"]),
    ("The shop will stay open until 9 p.m. on Thursday.", "time", ["open"]),
    ("The shop will stay open until 9 p.m. on Thursday.", "date", ["open"]),
    ("The pilot turned back and circled over the bay before landing at 8:42 a.m.", "time", ["land"]),
    ("The museum has been closed since August 2018.", "date", ["close"]),
    ("The team of six was sent out by an office in Graz on Friday.", "date", ["deploy"]),
    ("They took them up again on Tuesday.", "date", ["take up"]),
    ("Their case comes up on 14 March, when both parties sit down once more.", "date", ["case"]),
    ("The ferry sailings of 11 and 12 November are cancelled.", "date", ["cancel", "cancel"]),
    ("It was on Monday that the two climbers were found by a helicopter.", "date", ["find"]),
    ("The first pictures are to be shown to the public in May.", "date", ["show"]),
    ("The minister is expected in Lima on Thursday.", "date", ["arrive"]),
    ("Two inspectors were due from Bergen on Thursday.", "date", ["arrive"]),
    ("The fourth round of talks ended on Monday.", "date", ["meet"]),
    ("The driver had been behind bars since Sunday.", "date", ["arrest"]),
    ("The data will be free of charge from July.", "date", ["no-charge"]),
    ("The inflation rate stood at 23.5 percent in January.", "date", ["inflation"]),
    ("It was the biggest fire the town has seen this year.", "date", ["burn"]),
    ("The new order comes into force on Friday.", "date", ["take-effect"]),
    ("The order to evacuate the camp came at 4.30 p.m.", "time", ["order"]),
    ("The launch took place at 9:32 a.m.", "time", ["launch"]),
]


@pytest.mark.parametrize(("text", "kind", "asks"), DATED, ids=[f"{d[1]}: {d[0]}" for d in DATED])
def test_a_moment_is_told_of_what_happened_then(text: str, kind: str, asks: list[str]) -> None:
    assert [r.question.asks for r in readings(text, kind)] == asks


PHASES = [
    ("The strike began on Monday.", [None]),
    ("The talks ended on Friday.", ["end"]),
    ("The road is closed until Friday.", ["end"]),
    ("The next meeting is not until Friday.", [None]),
    ("The last eruption was in 1998.", ["previous"]),
    ("The last big fire in the area, in 2017, blackened 700 hectares.", ["previous"]),
    ("The strike, the first since 2017, began on Monday.", ["previous", None]),
    ("It is the first time since 2017 that the crews have walked out.", ["previous"]),
    ("It is the first strike at the airline in five years.", ["previous"]),
    ("The museum has been closed since 2018.", [None]),
    ("Police said on Tuesday that two men had been held.", ["told"]),
    ("The children had to stay in their classrooms until Friday.", ["end"]),
    ("The trial, which opened on Monday, ended on Thursday.", [None, "end"]),
]


@pytest.mark.parametrize(("text", "phases"), PHASES, ids=[p[0] for p in PHASES])
def test_begun_ended_before_or_told(text: str, phases: list[str | None]) -> None:
    assert [r.question.of for r in readings(text, "date")] == phases


AHEAD = [
    "A crane was expected on Thursday.", "The strike starts on 3 November.", "The notes can be used until 3 November.",
    "The fee must be paid by 3 November.",
]


@pytest.mark.parametrize("text", AHEAD)
def test_whatever_lies_ahead_is_planned(text: str) -> None:
    assert [r.mood for r in readings(text, "date")] == ["planned"]


LENGTHS = [
    ("The bridge took seven years to build.", "build"),
    ("The captain spent 50 minutes circling over the bay.", "circle"),
    ("Period of construction: 51 months", "build-structure"),
    ("Rescuers needed four hours to free the driver.", "free"),
    ("The talks, which lasted two hours, ended in a quarrel.", "meet"),
    ("The two met at a hotel for an hour.", "meet"),
]


@pytest.mark.parametrize(("text", "asks"), LENGTHS, ids=[t for t, _ in LENGTHS])
def test_a_length_of_time_is_told_of_what_was_done_meanwhile(text: str, asks: str) -> None:
    assert [r.question.asks for r in readings(text, "duration")] == [asks]


SILENT = [
    ("The strike at Veltro began on Monday.", "The strike at Veltro ended on Friday."),
    ("Police in Brno said on Tuesday that a man had been arrested.", "A man was arrested in Brno on Monday, police said."),
    ("The last eruption of Sartu was in 1998.", "The eruption of Sartu began on Monday."),
    ("The Corbin museum is open until Friday.", "The Corbin museum opened on Friday last week."),
    ("The talks in Ghent began at 10 a.m.", "The talks in Ghent ended at 2 p.m."),
]


@pytest.mark.parametrize(("one", "other"), SILENT, ids=[one for one, _ in SILENT])
def test_two_moments_of_one_thing_do_not_meet(one: str, other: str) -> None:
    assert findings(one, other) == []


COUNTED = [
    ("The plane crashed on Tuesday. The relatives arrived two days after the crash.", ["2025-10-14", "2025-10-16"]),
    ("The flaw was repaired on 16 October. Attacks began nine days before the fix was out.", ["2025-10-16", "2025-10-07"]),
    ("The dam burst on Tuesday. It had rained a week before the vote.", ["2025-10-14", "? span"]),
]


@pytest.mark.parametrize(("text", "days"), COUNTED, ids=[t for t, _ in COUNTED])
def test_a_day_is_counted_from_the_happening_whose_day_the_report_tells(text: str, days: list[str]) -> None:
    assert [r.fact.value.normal() for r in readings(text, "date")] == days


def test_the_one_before_may_be_told_as_such_or_by_its_year() -> None:
    one, other = "The last eruption of Sartu was in 1998.", "Sartu erupted on 3 November 2008."
    (a,), (b,) = readings(one, "date"), readings(other, "date")
    assert veto(a, b) is None
    (recent,) = readings("The eruption of Sartu began on Monday.", "date")
    assert veto(a, recent) == "one is of the time before"


def test_the_day_of_an_hour_is_a_sign_that_two_hours_are_of_one_thing() -> None:
    (reading,) = readings("The dam burst at 7.20 p.m. on Tuesday.", "time")
    assert "v:date:2025-10-14" in reading.cues


def test_the_main_event_is_known_by_its_lead() -> None:
    text = "FERRY SINKS OFF DORN\n\nThe ferry Aurelia sank off Cape Dorn on Tuesday.\n\nIt was built in 1989."
    assert [r.question.anchor for r in readings(text, "date")] == ["main event", None]


WHOLE = [
    ("It began on Sunday.", None), ("It happened on Sunday.", None), ("It was all over by Sunday.", "end"), ("It ended on Sunday.", "end"),
]


@pytest.mark.parametrize(("text", "phase"), WHOLE, ids=[t for t, _ in WHOLE])
def test_it_is_the_main_event(text: str, phase: str | None) -> None:
    (reading,) = readings(f"The guards of the jail in Dorn have been freed.\n\n{text}", "date")
    assert (reading.question.anchor, reading.question.of, reading.sure) == ("main event", phase, "near")


SILENT = [
    ("The exhibition opens in Madrid in May.", "The exhibition opens in Porto in October."),
    ("The letter was signed by the mayor.", "The letter was signed by 40 teachers."),
]


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_what_may_happen_in_two_towns_or_be_done_by_many_raises_nothing_grave(one: str, other: str) -> None:
    assert [code for code in findings(one, other) if code != "PLC01"] == []
