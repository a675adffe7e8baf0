"""Times of day and of play: what is read, in which zone, and what two of them say of each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import language
from checker.facts import time
from checker.facts.clock import Clock
from checker.facts.zones import offset_named, offset_of, zone_of
from checker.model import Document, Report, Zone


def document(text: str, published: str | None = "2021-05-20", place: str | None = None) -> Document:
    return language.parse([Report("a.txt", text, (Zone("body", 0, len(text)),), published=published, dateline_place=place)])[0]


def read(text: str, published: str | None = "2021-05-20", place: str | None = None) -> list[tuple[str, Clock]]:
    out = []
    for fact in time.find(document(text, published, place)):
        assert isinstance(fact.value, Clock)
        out.append((text[fact.span.start : fact.span.end], fact.value))
    return out


def clock(text: str, published: str | None = "2021-05-20", place: str | None = None) -> Clock:
    values = read(text, published, place)
    assert len(values) == 1, values
    return values[0][1]


TIMES = [
    ("The rocket rose at 9.32 a.m. and fell.", "9.32 a.m.", "09:32"),
    ("The rocket rose at 09h32.", "09h32", "09:32"),
    ("The rocket rose at 2.15 p.m.", "2.15 p.m.", "14:15"),
    ("The rocket rose at 7pm.", "7pm", "19:00"),
    ("The rocket rose at 16:00 hours.", "16:00 hours", "16:00"),
    ("The rocket rose at 1325 GMT.", "1325 GMT", "13:25"),
    ("The rocket rose at 23:40 Lithuanian time.", "23:40 Lithuanian time", "23:40"),
    ("The rocket rose at ten minutes to five on Friday morning.", "ten minutes to five", "04:50"),
    ("The rocket rose at a quarter past five in the evening.", "a quarter past five in the evening", "17:15"),
    ("The rocket rose at half past six.", "half past six", "06:30"),
    ("The rocket rose at midnight.", "midnight", "00:00"),
    ("The rocket rose at noon.", "noon", "12:00"),
    ("The rocket rose at 12.30 a.m.", "12.30 a.m.", "00:30"),
    ("The rocket rose at five minutes before midnight.", "five minutes before midnight", "23:55"),
    ("The crew landed at 06.40 today.", "06.40", "06:40"),
    ("The talks began at seven o'clock.", "seven o'clock", "07:00"),
    ("The talks began at seven on Tuesday evening.", "seven", "19:00"),
    ("The talks began at mid-morning.", "mid-morning", "10:00"),
    ("The talks began at 20 minutes past eight in the evening.", "20 minutes past eight in the evening", "20:20"),
    ("The talks began at 17h45.", "17h45", "17:45"),
    ("The talks began at 0400 local time.", "0400 local time", "04:00"),
    ("The talks began at 12pm.", "12pm", "12:00"),
    ("The talks began at twenty to ten on Monday morning.", "twenty to ten", "09:40"),
    ("The talks began at 8 in the morning.", "8 in the morning", "08:00"),
]


@pytest.mark.parametrize(("text", "shown", "value"), TIMES, ids=[t[1] for t in TIMES])
def test_a_time_is_read_whole(text: str, shown: str, value: str) -> None:
    assert [(s, c.shown) for s, c in read(text)] == [(shown, value)]


HEDGES = [
    ("It fell shortly after half past six.", 390, 405),
    ("It fell just after 2:30 a.m.", 150, 165),
    ("It fell shortly before 5 p.m.", 1005, 1020),
    ("It fell at about 9:40 p.m.", 1285, 1315),
    ("It was over by 6 a.m.", None, 360),
    ("It fell after 2 p.m.", 840, None),
    ("It fell between 2 and 3 p.m.", 840, 900),
    ("The shop is open from 9:30 to 11 a.m.", 570, 660),
]


@pytest.mark.parametrize(("text", "low", "high"), HEDGES, ids=[h[0] for h in HEDGES])
def test_a_hedge_makes_a_stretch(text: str, low: float | None, high: float | None) -> None:
    value = clock(text)
    assert (value.low, value.high) == (low, high)


NOT_TIMES = [
    "The bank held its rate at 3.25 percent.",
    "The toll stood at 12.",
    "He died at 7.",
    "She ran the race in 3:45.",
    "They won 10 to 8.",
    "He paid 9.30 euros.",
    "The quake had a magnitude of 6.4.",
    "Parties lasted 2 to 3 days.",
    "They looked at seven hospitals.",
    "The level was 7.25 mt.",
    "They ate up 6:05 of the clock.",
    "Children under 5 get in free.",
    "Brown won 3:1.",
    "Trading at 1400 was thin.",
    "He read out Psalm 40:31.",
    "It rose from 10 to 9 points.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert read(text) == []


def test_zones_by_name_place_offset_and_bracket() -> None:
    assert clock("It fell at 13:25 GMT.").offset == 0
    assert clock("It fell at 5 p.m. CET.").offset == 60
    assert clock("It fell at 13:25 UTC+3.").offset == 180
    assert clock("It fell at 23:40 Lithuanian time.").offset == 180  # summer time in May
    assert clock("It fell at 23:40 Lithuanian time.", "2021-11-20").offset == 120
    assert clock("It fell at 4 p.m. Eastern time.").offset == -240
    local, told = read("It fell at 9.32 a.m. (1232 GMT).")
    assert (local[1].offset, told[1].offset) == (-180, 0)
    assert read("They had until midnight on Friday (2200 GMT).")[0][1].offset == 120
    assert clock("It fell at 1 a.m. Sunday ET.").offset == -240
    assert clock("It fell at 9 p.m. local time.").offset is None
    assert clock("It fell at 9 p.m.", place="LISBON").guess == 60


def test_a_place_keeps_a_zone() -> None:
    assert zone_of("Reykjavik") == "Atlantic/Reykjavik"
    assert zone_of("Lithuanian") == zone_of("Lithuania") == "Europe/Vilnius"
    assert zone_of("Russia") is None  # keeps several
    assert offset_of("Europe/Vilnius", None) is None and offset_of("Atlantic/Reykjavik", None) == 0
    assert offset_named("pst", None) == -480


def test_added_time_counts_on_from_the_end_of_its_half() -> None:
    assert clock("Torp scored in the fourth minute of stoppage time.").low == 94
    assert read("Torp scored in the second minute of added time at the end of the first half.")[0][1].low == 47
    same = clock("Torp scored in the 94th minute.")
    assert time.compare(clock("Torp scored in the fourth minute of injury time."), same, {}).verdict == "agree"


def test_play_is_no_time_of_day() -> None:
    goal = clock("The striker scored in the 112th minute of the match.")
    assert goal.fields()["unit"] == "minute of play" and goal.low == 112
    assert [c.shown for _, c in read("He scored in the 12th and 70th minutes.")] == ["12", "70"]
    left = read("The quarterback threw a touchdown with 4:48 remaining in the third quarter of the game.")
    assert [(c.shown, c.period, c.left) for _, c in left] == [("4:48", "third quarter", True)]
    assert read("Profit rose in the third quarter on higher sales.") == []


LADDER = [
    ("It fell at 5:10 p.m.", "It fell at 17:10.", "agree", "same"),
    ("It fell at 05:17.", "It fell shortly after a quarter past five.", "agree", "within"),
    ("It fell at 7 p.m.", "It fell at 7:01 p.m.", "agree", "within-rounding"),
    ("It fell at 10.40 p.m. Swedish time.", "It fell at 23:40 Lithuanian time.", "agree", "other-zone"),
    ("It fell at half past six.", "It fell at 18:30.", "agree", "half-day-open"),
    ("It fell at 09:32.", "It fell at 12:32 UTC.", "unclear", "no-zone"),
    ("It fell at 09:32.", "It fell at 12:52 UTC.", "conflict", "differs"),
    ("It fell at 12:32 GMT.", "It fell at 12:52 UTC.", "conflict", "differs"),
    ("It fell at 5:10 p.m.", "It fell at 6:10 p.m.", "conflict", "hours-apart"),
    ("It fell at about 5:10 p.m.", "It fell at 5:28 p.m.", "conflict", "near"),
    ("He scored in the 63rd minute.", "He scored in the 68th minute.", "conflict", "play-differs"),
    ("He scored in the 63rd minute.", "He scored at 7 p.m.", "unclear", "other-clock"),
]


@pytest.mark.parametrize(("first", "second", "verdict", "level"), LADDER, ids=[f"{a} / {b}" for a, b, _, _ in LADDER])
def test_the_ladder_of_two_times(first: str, second: str, verdict: str, level: str) -> None:
    a, b = clock(first), clock(second)
    for one, other in ((a, b), (b, a)):
        said = time.compare(one, other, {})
        assert (said.verdict, said.level) == (verdict, level)
        assert said.because and not said.because.endswith(".")
    assert time.LEVELS[level] == verdict


def test_the_datelines_of_two_reports_can_explain_a_difference_and_never_make_one() -> None:
    lisbon, vilnius = clock("It fell at 9:40 p.m.", place="LISBON"), clock("It fell at 11:40 p.m.", place="VILNIUS")
    assert time.compare(lisbon, vilnius, {}).level == "other-zone"
    same = clock("It fell at 9:40 p.m.", place="VILNIUS")
    assert time.compare(lisbon, same, {}).level == "same"


MINUTES = st.integers(0, 1439)


@given(MINUTES)
@settings(derandomize=True, deadline=None, max_examples=40)
def test_any_minute_reads_as_that_minute_in_every_style(minute: int) -> None:
    hours, rest = divmod(minute, 60)
    half, twelve = ("a.m." if hours < 12 else "p.m."), (hours - 1) % 12 + 1
    shown = f"{hours:02}:{rest:02}"
    styles = (shown, f"{twelve}:{rest:02} {half}", f"{hours:02}{rest:02} GMT", f"{twelve}.{rest:02}{half[0]}m", f"{hours:02}h{rest:02}")
    for style in styles:
        assert clock(f"The rocket rose at {style}").shown == f"{hours:02}:{rest:02}", style


def clocks() -> st.SearchStrategy[Clock]:
    def build(minute: int, width: int, step: int, half_day: bool, offset: int | None, guess: int | None) -> Clock:
        shown = f"{minute // 60:02}:{minute % 60:02}"
        return Clock(minute, minute + width, shown, step, width > 0, half_day, offset, None if offset is None else "zone", guess)

    zones = st.none() | st.sampled_from([-180, 0, 60, 120])
    return st.builds(build, MINUTES, st.sampled_from([0, 15, 30]), st.sampled_from([1, 5, 30, 60]), st.booleans(), zones, zones)


@given(clocks(), clocks())
@settings(derandomize=True, deadline=None)
def test_comparing_is_symmetric_and_a_copy_agrees(a: Clock, b: Clock) -> None:
    there, back = time.compare(a, b, {}), time.compare(b, a, {})
    assert (there.verdict, there.level) == (back.verdict, back.level)
    assert time.compare(a, a, {}).verdict == "agree"
    assert time.LEVELS[there.level] == there.verdict


@given(MINUTES, st.sampled_from([-600, -210, -180, 0, 60, 330, 765]))
@settings(derandomize=True, deadline=None)
def test_a_known_zone_explains_its_difference(minute: int, offset: int) -> None:
    here = Clock(minute, minute, "x", offset=0, zone="UTC")
    there = Clock((minute + offset) % 1440, (minute + offset) % 1440, "y", offset=offset, zone="there")
    assert time.compare(here, there, {}).verdict == "agree"
