"""Dates: what is read, against which clock, and what two of them say of each other."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import language
from checker.facts import date
from checker.facts.moment import Moment, weekday_mismatch
from checker.model import Document, Report, Zone

CLOCK = "2021-05-20T08:00+02:00"  # a Thursday


def documents(texts: list[str], published: str | None = CLOCK) -> tuple[Document, ...]:
    return language.parse([Report("a.txt", t, (Zone("body", 0, len(t)),), published=published) for t in texts])


def read(text: str, published: str | None = CLOCK) -> list[tuple[str, str]]:
    (document,) = documents([text], published)
    return [(text[f.span.start : f.span.end], f.value.normal()) for f in date.find(document)]


def moment(text: str, published: str | None = CLOCK) -> Moment:
    (document,) = documents([text], published)
    values = [f.value for f in date.find(document)]
    assert len(values) == 1 and isinstance(values[0], Moment), values
    return values[0]


ABSOLUTE = [
    ("It opened on May 19, 2021.", "May 19, 2021", "2021-05-19"),
    ("It opened on 19.05.2021.", "19.05.2021", "2021-05-19"),
    ("It opened on 18/03/2025.", "18/03/2025", "2025-03-18"),
    ("It opened on 2021-05-19.", "2021-05-19", "2021-05-19"),
    ("It opened on Oct. 3, 2019.", "Oct. 3, 2019", "2019-10-03"),
    ("It opened on the twenty-second of June 2017.", "twenty-second of June 2017", "2017-06-22"),
    ("It opened on Wednesday, May 19, 2021.", "Wednesday, May 19, 2021", "2021-05-19"),
    ("It opened in October 2010.", "October 2010", "2010-10-01/2010-10-31"),
    ("It opened in 2015.", "2015", "2015-01-01/2015-12-31"),
    ("It was built in the 1930s.", "1930s", "1930-01-01/1939-12-31"),
    ("It ran between 2015 and 2018.", "2015 and 2018", "2015-01-01/2018-12-31"),
    ("He lived there from September 2010 to January 2011.", "September 2010 to January 2011", "2010-09-01/2011-01-31"),
    ("Sales grew in Q3 2024.", "Q3 2024", "2024-07-01/2024-09-30"),
    ("It will close in the first quarter of 2025.", "first quarter of 2025", "2025-01-01/2025-03-31"),
    ("Profit fell in fiscal 2021.", "fiscal 2021", "2021-01-01/2021-12-31"),
    ("It opened in late 2012.", "late 2012", "2012-09-01/2012-12-31"),
    ("He came on the last day of September 2019.", "the last day of September 2019", "2019-09-30"),
    ("They met on the first Friday of July 2016.", "the first Friday of July 2016", "2016-07-01"),
    ("They met on 3 May and 5 May 2019.", "5 May 2019", "2019-05-05"),
    ("It dates from the 19th century.", "19th century", "1801-01-01/1900-12-31"),
    ("He was born on the 4th of July, 1976.", "4th of July, 1976", "1976-07-04"),
    ("It rained on 11 and 12 November 2019.", "11", "2019-11-11"),
    ("It rained from 3 to 5 June 2019.", "3 to 5 June 2019", "2019-06-03/2019-06-05"),
    ("He scored for them in 1974-78.", "1974-78", "1974-01-01/1978-12-31"),
    ("It sold well in H1 2024.", "H1 2024", "2024-01-01/2024-06-30"),
    ("It sold well in the first six months of 2023.", "the first six months of 2023", "2023-01-01/2023-06-30"),
    ("The poet (1925-2001) was read by all.", "1925-2001", "1925-01-01/2001-12-31"),
    ("He won in the summer of 1969.", "summer of 1969", "1969-06-01/1969-08-31"),
    ("She came in July 2007 and left in September of that year.", "September of that year", "2007-09-01/2007-09-30"),
    ("They wed on Valentine's Day in 2012.", "Valentine's Day in 2012", "2012-02-14"),
    ("It is from the mid-1980s.", "mid-1980s", "1982-07-01/1987-06-30"),
    ("He came in the second week of January 2024.", "the second week of January 2024", "2024-01-05/2024-01-17"),
    ("It closes on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25"),
]


@pytest.mark.parametrize(("text", "shown", "value"), ABSOLUTE, ids=[a[1] for a in ABSOLUTE])
def test_a_printed_date_is_read_whole(text: str, shown: str, value: str) -> None:
    assert (shown, value) in read(text)


RELATIVE = [
    ("The mayor resigned on Tuesday.", "2021-05-18"),
    ("The mayor resigned on Thursday.", "2021-05-20"),
    ("The mayor resigned on Friday.", "2021-05-14"),
    ("The mayor will resign on Friday.", "2021-05-21"),
    ("The council is expected to meet on Monday.", "2021-05-24"),
    ("The mayor resigned last Friday.", "2021-05-14"),
    ("The council meets next Tuesday.", "2021-05-25"),
    ("The mayor resigned yesterday.", "2021-05-19"),
    ("The mayor resigned today.", "2021-05-20"),
    ("The mayor resigned last night.", "2021-05-19"),
    ("The mayor resigned this morning.", "2021-05-20"),
    ("The mayor resigned the day before yesterday.", "2021-05-18"),
    ("The mayor resigned last week.", "2021-05-10/2021-05-16"),
    ("The mayor resigned last month.", "2021-04-01/2021-04-30"),
    ("The mayor was elected last year.", "2020-01-01/2020-12-31"),
    ("The mayor was elected last November.", "2020-11-01/2020-11-30"),
    ("The mayor was elected in December.", "2020-12-01/2020-12-31"),
    ("The mayor will retire in December.", "2021-12-01/2021-12-31"),
    ("The mayor resigned on May 9.", "2021-05-09"),
    ("The mayor was sworn in on June 8.", "2021-06-08"),
    ("The mayor was sworn in on Monday, June 8.", "2020-06-08"),
    ("The mayor resigned on the 19th.", "2021-05-19"),
    ("The mayor resigned eight days ago.", "2021-05-12"),
    ("The mayor will resign by the end of the year.", "2021-11-01/2021-12-31"),
    ("The mayor was sworn in on January 1st this year.", "2021-01-01"),
    ("The council will meet next week, on Thursday.", "2021-05-27"),
    ("The mayor resigned a week ago on Tuesday.", "2021-05-11"),
    ("Three aides quit in the last two days.", "2021-05-18/2021-05-20"),
    ("Profit will rise in the second half of the year.", "2021-07-01/2021-12-31"),
    ("The mayor resigned earlier this month.", "2021-05-01/2021-05-20"),
    ("It was the worst day since the September 11 attacks.", "2001-09-11"),
    ("The hearing was adjourned until 14 July.", "2021-07-14"),
    ("It burned in the early hours of Sunday.", "2021-05-16"),
    ("They plan a rally in the week of June 7.", "2021-06-07/2021-06-13"),
    ("On Wed 19 May the court sat.", "2021-05-19"),
    ("The deal will close early next year.", "2022-01-01/2022-04-30"),
    ("The first case turned up two days after Christmas.", "2020-12-27"),
    ("The river rose a week before 3 May.", "2021-04-23/2021-04-29"),
    ("She will be sentenced four weeks from yesterday.", "2021-06-13/2021-06-19"),
    ("The mayor will be sworn in on Thursday week.", "2021-06-03"),
    ("The mayor will be sworn in on Monday fortnight.", "2021-06-07"),
    ("The cup is played from 2 to 16 August.", "2021-08-02/2021-08-16"),
    ("A man is accused of killing his brother on Saturday.", "2021-05-15"),
    ("The line should be open on Tuesday.", "2021-05-25"),
    ("The mayor may have left on Tuesday.", "2021-05-18"),
    ("The road is closed until Tuesday.", "2021-05-25"),
    ("The road was closed until Tuesday.", "2021-05-18"),
    ("October 1: first day of school", "2021-10-01"),
]


@pytest.mark.parametrize(("text", "value"), RELATIVE, ids=[r[0] for r in RELATIVE])
def test_a_relative_date_is_counted_from_the_day_of_the_report(text: str, value: str) -> None:
    assert moment(text).normal() == value


def test_later_and_the_day_before_count_from_the_last_date_of_the_text() -> None:
    assert [v for _, v in read("The strike began on 3 May 2021 and ended two days later.")] == ["2021-05-03", "2021-05-05"]
    assert [v for _, v in read("He was seen on 3 May 2021. He had called the day before.")] == ["2021-05-03", "2021-05-02"]


def test_without_a_published_line_a_date_stays_without_a_year() -> None:
    value = moment("The mayor resigned on May 9.", None)
    assert value.fields()["value"] is None and value.fields()["month_day"] == "--05-09"
    assert moment("The mayor resigned on Tuesday.", None).fields()["weekday"] == "Tuesday"
    assert moment("The mayor resigned yesterday.", None).fields()["value"] is None


NOT_DATES = [
    "Theresa May spoke to April Jones.",
    "About 2,000 people marched.",
    "Some 2000 people marched.",
    "They march to the square and may return.",
    "He drove a 2008 Ford.",
    "The flaw is called CVE-2013-3893.",
    "He fell about 2000 ft.",
    "She is in her early 30s.",
    "They came second and third.",
    "The vote was 22-19.",
    "It is open 24/7.",
    "He sat in the front row.",
    "The bank holds 3.25 percent.",
    "The league's 21st meeting ended.",
    "Services are held every Sunday.",
    "They lost 30-7 on penalties.",
    "She drove his 2013 grey Toyota.",
    "Updates come on Patch Tuesday.",
    "The flat is number 19.",
    "It rose to 3/4 of the total.",
    "Flight 2015 left on time.",
    "The index closed at 2019.",
    "Article 2019 of the code was dropped.",
    "The deal is worth $2015 a month.",
    "The ship carried 1912 passengers.",
    "Sunday services were packed.",
    "A dozen March participants sang.",
    "Temperatures were in the mid-30s.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert read(text) == []


def test_a_dateline_is_not_a_fact() -> None:
    assert read("TIRANA, Nov 8 (Adria) - The bank was shut on Monday.") == [("Monday", "2021-05-17")]


def test_the_part_of_the_day_is_kept() -> None:
    assert moment("It burned late on Tuesday.").part == "late"
    assert moment("It burned on Tuesday night.").part == "night"
    assert moment("It burned on the evening of 8 May.").part == "evening"


LAST_TIME = [
    ("It is the first strike in five years.", "2015-05-20/2017-05-20", "The strike is the first since 2016.", "within"),
    ("It was the worst flood in more than 20 years.", "1997-05-20/2005-05-20", "It was the worst flood since 1994.", "within"),
    ("It was the worst flood in 20 years.", "1997-05-20/2005-05-20", "It was the worst flood since 1990.", "differs"),
]


@pytest.mark.parametrize(("text", "value", "other", "level"), LAST_TIME, ids=[r[0] for r in LAST_TIME])
def test_the_first_in_so_many_years_tells_when_it_last_was(text: str, value: str, other: str, level: str) -> None:
    assert moment(text).normal() == value
    assert date.compare(moment(text), moment(other), {}).level == level


def test_the_minutes_of_a_time_are_no_day() -> None:
    assert read("At 11:20, 12 March 2021, it burned.") == [("12 March 2021", "2021-03-12")]


def test_a_bound_excludes_only_one_side() -> None:
    by, after = moment("It was sold by 12 May."), moment("It was sold after 12 May.")
    early, late = moment("It was sold on 3 May."), moment("It was sold on 17 May.")
    assert [date.compare(by, d, {}).verdict for d in (early, late)] == ["agree", "conflict"]
    assert [date.compare(after, d, {}).verdict for d in (early, late)] == ["conflict", "agree"]


def test_a_second_weekday_follows_the_first() -> None:
    assert [v for _, v in read("The shop will be shut this Friday and Saturday.")] == ["2021-05-21", "2021-05-22"]


def test_a_bare_day_of_the_month_takes_the_month_just_named() -> None:
    assert [v for _, v in read("The fair opens on 6 June 2021 and closes on the 8th.")] == ["2021-06-06", "2021-06-08"]


def test_a_weekday_in_the_present_tense_may_be_of_either_week() -> None:
    match = moment("Saturday's match is the last of the season.")
    assert date.compare(match, moment("They played on 15 May."), {}).verdict == "agree"
    assert date.compare(match, moment("They will play on 22 May."), {}).verdict == "agree"
    assert date.compare(match, moment("They played on 13 May."), {}).verdict == "conflict"


def test_a_wrong_weekday_is_told() -> None:
    sentence = weekday_mismatch(moment("They met on Wednesday, May 20, 2021."))
    assert sentence == "20 May 2021 is a Thursday, not a Wednesday"
    assert weekday_mismatch(moment("They met on Thursday, May 20, 2021.")) is None
    assert weekday_mismatch(moment("They met on Wednesday.")) is None


LADDER = [
    ("The mayor resigned on 19.05.2021.", "The mayor resigned yesterday.", "agree", "same"),
    ("The mayor resigned on Wednesday.", "The mayor resigned on May 19.", "agree", "same"),
    ("The mayor resigned in May 2021.", "The mayor resigned on May 19.", "agree", "within"),
    ("The mayor resigned late in 2020.", "The mayor resigned in the fourth quarter of 2020.", "agree", "within"),
    ("It burned on Wednesday night.", "It burned early on Thursday.", "agree", "across-midnight"),
    ("The mill closed on 5/6/2011.", "The mill closed on 5 June 2011.", "unclear", "ambiguous"),
    ("Profit fell in fiscal 2020.", "Profit fell in 2020.", "unclear", "fiscal-year"),
    ("The mayor resigned on Thursday.", "The mayor resigned on 8 May.", "conflict", "differs"),
    ("The mill closed on 4 March 2011.", "The mill closed on 4 March 2012.", "conflict", "year-differs"),
    ("The mayor resigned yesterday.", "The mayor resigned on 18 May.", "conflict", "day-apart"),
    ("The mayor resigned on 20 May 2021.", "The mayor resigned on 11 May 2021.", "conflict", "publication-day"),
    ("The mill closed in late May 2011.", "The mill closed on June 2, 2011.", "conflict", "near"),
    ("The mine will close by 2030.", "The mine will close by 2035.", "conflict", "differs"),
    ("The mine will close by the end of 2030.", "The mine will close before 2031.", "agree", "within"),
    ("The mine was closed by 2010.", "The mine was closed by 2012.", "agree", "within"),
]


@pytest.mark.parametrize(("first", "second", "verdict", "level"), LADDER, ids=[f"{a} / {b}" for a, b, _, _ in LADDER])
def test_the_ladder_of_two_dates(first: str, second: str, verdict: str, level: str) -> None:
    a, b = moment(first), moment(second)
    for one, other in ((a, b), (b, a)):
        said = date.compare(one, other, {})
        assert (said.verdict, said.level) == (verdict, level)
        assert said.because and not said.because.endswith(".")
    assert date.LEVELS[level] == verdict


def test_a_plan_and_what_came_of_it() -> None:
    plan, held = moment("The council will meet on May 25.", "2021-05-12"), moment("The council met on May 19.", "2021-05-20")
    assert date.compare(plan, held, {}).level == "moved"


def test_without_a_clock_weekdays_and_days_of_the_month_are_compared() -> None:
    tuesday, friday = moment("It burned on Tuesday.", None), moment("It burned on Friday.", None)
    assert date.compare(tuesday, tuesday, {}).level == "same"
    assert date.compare(tuesday, friday, {}).level == "weekday-differs"
    assert date.compare(moment("It burned on May 9.", None), moment("It burned on 9 May.", None), {}).verdict == "agree"
    assert date.compare(moment("It burned on May 9.", None), moment("It burned on 9 June.", None), {}).verdict == "conflict"
    assert date.compare(moment("It burned yesterday.", None), friday, {}).verdict == "unclear"


def test_an_editor_can_read_why() -> None:
    a, b = moment("It burned on Thursday, 9 November 2023."), moment("It burned on 8 November 2023.")
    assert date.compare(a, b, {}).because == "Thursday 9 November 2023 and 8 November 2023 are different days"


STYLES = (
    "{d:%B} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}", "{d:%b}. {d.day}, {d.year}", "{d.day:02}.{d.month:02}.{d.year}", "{d:%Y-%m-%d}",
    "{d:%A}, {d:%B} {d.day}, {d.year}", "{d:%A} {d.day} {d:%B} {d.year}", "{d.year}/{d.month:02}/{d.day:02}",
)
DAYS = st.dates(Day(1905, 1, 1), Day(2080, 12, 31))


@given(DAYS)
@settings(derandomize=True, deadline=None, max_examples=40)
def test_any_day_reads_as_that_day_in_every_style(d: Day) -> None:
    texts = [f"The hall opened on {style.format(d=d).replace('May.', 'May')}." for style in STYLES]
    for text, document in zip(texts, documents(texts), strict=True):
        assert [f.value.fields()["value"] for f in date.find(document)] == [d.isoformat()], text
        assert weekday_mismatch(date.find(document)[0].value) is None


def moments() -> st.SearchStrategy[Moment]:
    def build(d: Day, days: int, part: str | None, published: Day | None, relative: bool, known: bool) -> Moment:
        if not known:
            return Moment(None, None, "day", weekday=d.weekday(), part=part, relative=True)
        last = d + timedelta(days=days)
        return Moment(d, last, "day" if days == 0 else "span", part=part, relative=relative, vague=days > 30, published=published)

    near = st.dates(Day(2021, 4, 1), Day(2021, 6, 30))
    return st.builds(
        build, near, st.integers(0, 60) | st.just(0), st.sampled_from([None, "night", "early", "late"]), st.none() | near, st.booleans(),
        st.booleans(),
    )


@given(moments(), moments())
@settings(derandomize=True, deadline=None)
def test_comparing_is_symmetric_and_a_copy_agrees(a: Moment, b: Moment) -> None:
    there, back = date.compare(a, b, {}), date.compare(b, a, {})
    assert (there.verdict, there.level) == (back.verdict, back.level)
    assert date.compare(a, a, {}).verdict == "agree"
    assert date.LEVELS[there.level] == there.verdict


def test_yesterday_may_name_its_weekday() -> None:
    assert moment("It burned yesterday, on Friday.", None).weekday == 4


def test_a_dateline_takes_its_year_from_the_other_reports_only_when_they_are_compared() -> None:
    from checker.ingest.clock import with_clock

    wire = Report("a.txt", "It burned on Thursday.", (Zone("body", 0, 22),), dateline_day="--11-10")
    press = Report("b.txt", "It burned on 8 November.", (Zone("body", 0, 24),), published="2023-11-11T17:30")
    assert with_clock([wire])[0].clock is None
    told = with_clock([wire, press])
    assert told[0].clock == "2023-11-10" and told[1].clock is None
    (a,), (b,) = (date.find(document) for document in language.parse(told))
    said = date.compare(a.value, b.value, {})
    assert said.level == "differs" and said.because.endswith("; a dateline gives no year, 2023 was taken from the other reports")
    assert date.find(language.parse([wire])[0])[0].value.fields()["value"] is None


def test_a_clock_at_the_end_of_the_calendar_breaks_nothing() -> None:
    text = "It burned on Sunday, two decades ago, in the last quarter and last weekend; the 31st is next century."
    for published in ("0001-01-02", "9999-12-30", "1500-01-01", "2500-12-31", "soon", ""):
        (document,) = documents([text], published)
        assert all(f.value.normal() for f in date.find(document))
