"""Plain text: encodings, paragraphs, what each plays on the page, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import ingest
from checker.config import Config
from checker.errors import SourceError
from checker.ingest.dated import read_moment
from checker.model import Report

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "samples").rglob("*.txt"))
COPY = """Harbour closed after blast

OSTRAVIK, May 3 (Nordwire) - The harbour was closed on Monday, café owners said.

Nobody was hurt.
"""


def read(text: str, name: str = "a.txt") -> Report:
    return ingest.read(name, text.encode())


def zones(report: Report) -> list[tuple[str, str]]:
    return [(z.kind, " ".join(report.text[z.start : z.end].split())) for z in report.zones]


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    report = ingest.read("a.txt", COPY.encode(encoding))
    assert report.text == COPY
    assert report.notices == ()


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_older_encodings_are_guessed_and_said(encoding: str) -> None:
    report = ingest.read("a.txt", COPY.encode(encoding))
    assert report.text == COPY
    assert "Windows-1252" in report.notices[0].message


def test_a_stray_byte_in_utf8_is_one_notice_with_its_line() -> None:
    report = ingest.read("a.txt", ("é" * 9 + "\n").encode() + b"two \xff bytes\n")
    assert report.text.endswith("two \ufffd bytes\n")
    assert report.notices[0].line == 2


NOT_TEXT = (b"", b"  \n\t\n", b"\xef\xbb\xbf", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 40, b"*** --- ***")


@pytest.mark.parametrize("content", NOT_TEXT)
def test_what_holds_no_text_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(SourceError) as error:
        ingest.read("a.txt", content)
    assert str(error.value).startswith("a.txt: ") and "\n" not in str(error.value)


# ---------------------------------------------------------------- paragraphs


def test_hard_wrapped_paragraphs_are_joined_and_lists_are_not() -> None:
    report = read(
        "Ferry fire\n\nThe ferry burned for two hours and\nwas towed to port.\n\n"
        "- Dead: none\n- Injured: five,\n  two badly\n\nOwner: Nordline\nFlag: Norway\n"
    )
    assert zones(report) == [
        ("headline", "Ferry fire"), ("body", "The ferry burned for two hours and was towed to port."), ("body", "- Dead: none"),
        ("body", "- Injured: five, two badly"), ("body", "Owner: Nordline"), ("body", "Flag: Norway"),
    ]


def test_a_file_without_blank_lines_is_read_line_by_line() -> None:
    long = "Four people were killed when a wall fell in the old town on Monday, the fire brigade said, and two more were dug out alive."
    report = read(f"Wall falls in old town\nBy Ana Torp\nPublished 3 May 2021\n{long}\n{long}\n")
    assert [kind for kind, _ in zones(report)] == ["headline", "byline", "published", "body", "body"]


TALE = "Four people were killed when a wall fell in the old town, the fire brigade said, and two more were dug out alive yesterday."
HEADINGS = [
    ("MINISTRY OF ROADS\nPUBLIC AFFAIRS UNIT\nMeltham, 22 May 2021\n\nWall falls in old town\n\n", "2021-05-22"),
    ("INSTITUTE OF WALLS, MELTHAM\nPRESS INFORMATION\nMonday 24 May 2021\n\nWall falls in old town\n\n", "2021-05-24"),
    ("Wall falls in old town\n\nMeltham Post\nThursday, May 20, 2021\nCourt report by Ana Torp\n\n", "2021-05-20"),
    ("Wall falls in old town\n\nBy our science editor\nThe Meltham Ledger, 28 May 2021\n\n", "2021-05-28"),
    ("Wall falls in old town\n\nStones & Bricks, online news, 27 May 2021\n\n", "2021-05-27"),
    ("Wall falls in old town\n\nVecerni glas, Meltham, Tuesday 25 May 2021\nTranslated from the Slovene\n\n", "2021-05-25"),
    ("Press release from the Meltham Fire Brigade, 16 May 2021\n\nWall falls in old town\n\n", "2021-05-16"),
    ("WALL COMPANY PLC\nStatement no. 4: fall of a wall at Meltham\nMeltham, 12 May 2021, 18:00\n\n", "2021-05-12T18:00"),
    ("Wall falls in old town\n\nFrom our reporter Ada Torp\nMeltham Post, Saturday 29 May 2021\n\n", "2021-05-29"),
    ("TOWN OF MELTHAM\nNote no. 3, Friday 21 May 2021, 17:00 (all times local)\n\nWall falls in old town\n\n", "2021-05-21T17:00"),
    ("RADIO MELTHAM - EVENING BULLETIN, THURSDAY 20 MAY 2021, 18:00\n\n", "2021-05-20T18:00"),
    ("The Meltham Ledger, May 30, 2021\n\nWall falls in old town\n\n", "2021-05-30"),
    ("Wall falls in old town\n\nLedger, Monday 31 May 2021, page 3, by Ada Torp. English digest\n\n", "2021-05-31"),
    ("Wall falls in old town\n\nNewsroom staff\nPosted: Monday, May 17, 2021, 4:25 PM\n\n", "2021-05-17T16:25"),
]


@pytest.mark.parametrize(("heading", "published"), HEADINGS, ids=[p for _, p in HEADINGS])
def test_the_day_of_publication_may_stand_below_a_letterhead_or_behind_the_name_of_a_paper(heading: str, published: str) -> None:
    report = read(heading + TALE + "\n\n" + TALE + "\n")
    assert report.published == published
    assert ("body", TALE) in zones(report)


def test_a_heading_without_a_year_takes_it_from_the_others() -> None:
    report = read(f"Wall falls in old town\n\nCanal Meltham, Monday 24 May, 7.30am\n\n{TALE}\n\n{TALE}\n")
    assert (report.published, report.dateline_day) == (None, "--05-24T07:30")


SHORT = ["Ledger newsletter, 24 May", "By Ada Torp, Meltham Post, May 24", "Coast Radio online | Posted 24 May", "May 24"]


@pytest.mark.parametrize("line", SHORT)
def test_a_day_alone_is_enough_beside_a_writer_or_the_name_of_a_page(line: str) -> None:
    report = read(f"Wall falls in old town\n\n{line}\n\n{TALE} It had stood since 21 May 1887.\n\n{TALE}\n")
    assert (report.published, report.dateline_day) == (None, "--05-24")


def test_a_line_that_says_published_goes_before_one_that_names_a_place() -> None:
    report = read(f"Wall Watch\nFirst summary: Meltham, 19 May 2021\nPosted: 21 May 2021\n\n{TALE}\n\n{TALE}\n")
    assert report.published == "2021-05-21"


@pytest.mark.parametrize("opening", ["MELTHAM, May 24 (Ledger Wire), 1:10 p.m. - ", "Meltham, May 24, 2021, 6 p.m. CEST. "])
def test_a_dateline_may_tell_the_hour_behind_the_agency_or_end_in_a_stop(opening: str) -> None:
    report = read(f"Wall falls in old town\n\n{opening}{TALE}\n\n{TALE}\n")
    assert (report.published or report.dateline_day) in ("--05-24T13:10", "2021-05-24T18:00+02:00")
    assert ("body", TALE) in zones(report)


HEADLINES = [
    "Next note: Sunday 23 May", "Riot at the gates of Meltham, 3 May 2021", "Meltham remembers: the fire of Monday 3 May 2021",
    "Ana Torp, born on 3 May 2021",
]


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_that_ends_in_a_day_is_a_headline(line: str) -> None:
    assert read(f"{line}\n\n{TALE}\n\n{TALE}\n").published is None


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.sampled_from(SAMPLES), st.integers(38, 90))
def test_the_width_of_the_lines_changes_nothing(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    before = read(text)
    wrapped = "\n\n".join(p if "\n" in p.strip("\n") else wrap(p, width) for p in text.split("\n\n"))
    after = read(wrapped)
    assert zones(after) == zones(before)
    assert (after.title, after.outlet, after.published) == (before.title, before.outlet, before.published)


def wrap(paragraph: str, width: int) -> str:
    lines = [""]
    for word in paragraph.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return "\n".join(lines)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet="ab .\n\r-:é\u2028", max_size=200))
def test_zones_are_in_order_and_hold_every_word(text: str) -> None:
    try:
        report = read(text)
    except SourceError:
        assert not any(map(str.isalnum, text))
        return
    ends = [0, *(z.end for z in report.zones)]
    assert all(z.start >= end and z.end > z.start for z, end in zip(report.zones, ends, strict=False))
    assert words(report) == re.findall(r"[\wé]+", text)


def words(report: Report) -> list[str]:
    return [w for z in report.zones for w in re.findall(r"[\wé]+", report.text[z.start : z.end])]


# ---------------------------------------------------------------- parts of the page


def test_the_parts_of_a_page_are_told_apart() -> None:
    report = read(
        "Storm shuts coast road\n\nBy Ana Torp, Coast Courier\n\nPublished: Tuesday 4 May 2021, 11:40 GMT+1\n\n"
        "STORVIK, May 4 (Nordwire) - A storm shut the coast road on Monday, and it will stay shut for a week, police said.\n\n"
        "Photo: Waves at Storvik on Monday evening.\n\n- Advertisement -\n\nIt was the third storm of the year.\n\n"
        "(CORRECTS day in first paragraph)\n\nFollow us for more news\n"
    )
    assert [kind for kind, _ in zones(report)] == [
        "headline", "byline", "published", "dateline", "body", "caption", "furniture", "body", "correction", "furniture",
    ]
    assert (report.title, report.outlet, report.published) == ("Storm shuts coast road", "Coast Courier", "2021-05-04T11:40+01:00")
    assert report.dateline_place == "STORVIK"


def test_a_single_paragraph_is_copy() -> None:
    assert zones(read("The road is 5 km long")) == [("body", "The road is 5 km long")]


@pytest.mark.parametrize(
    ("first", "place", "outlet", "day"),
    [
        ("OSTRAVIK, May 3 (Nordwire) - The bank paid.", "OSTRAVIK", "Nordwire", "--05-03"),
        ("NEW ARLEY (NW) — The bank paid.", "NEW ARLEY", "NW", None),
        ("Ostravik, 3 May (Nordwire) 1325 GMT - The bank paid.", "Ostravik", "Nordwire", "--05-03T13:25+00:00"),
        ("OSTRAVIK - The bank paid.", "OSTRAVIK", None, None),
        ("The Bank of Norland (BoN) - the largest - paid.", None, None, None),
        ("U.S.-based firms paid - all of them.", None, None, None),
    ],
)
def test_datelines(first: str, place: str | None, outlet: str | None, day: str | None) -> None:
    report = read(f"Bank pays\n\n{first}\n\nIt paid in cash.\n")
    assert (report.dateline_place, report.outlet, report.dateline_day) == (place, outlet, day)
    assert report.published is None


def test_a_full_date_in_the_copy_gives_the_dateline_its_year() -> None:
    report = read("Bank pays\n\nOSTRAVIK, May 3 (Nordwire) - The bank paid on Monday.\n\nThe law took effect on April 28, 2021.\n")
    assert report.published == "2021-05-03"
    far = read("Bank pays\n\nOSTRAVIK, May 3 (Nordwire) - The bank paid on Monday.\n\nIt was founded on October 9, 1921.\n")
    assert (far.published, far.dateline_day) == (None, "--05-03")


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published: Thursday 17 October 2024, 11:40 GMT+1", "2024-10-17T11:40+01:00"),
        ("Last updated: 14 March 2023, 17:10 GMT", "2023-03-14T17:10+00:00"),
        ("19.03.2025 | Science", "2025-03-19"),
        ("2023-11-11 08:30 | English edition", "2023-11-11T08:30"),
        ("Ostravik, 10 November 2023, 17:30 local time", "2023-11-10T17:30"),
        ("Saturday, 15 June 2024", "2024-06-15"),
        ("Sept. 5, 2013", "2013-09-05"),
        ("8:44AM BST 16 Sep 2013", "2013-09-16T08:44+01:00"),
        ("Updated May 5, 2021 at 4 p.m. EDT", "2021-05-05T16:00-04:00"),
        ("Posted at 3:21 PM ET, 01/5/2011", "2011-01-05T15:21"),
        ("18/03/2025, 15h10", "2025-03-18T15:10"),
        ("5/6/2021", None),
        ("31 April 2021", None),
        ("He may try 5 times", None),
    ],
)
def test_published_lines(line: str, iso: str | None) -> None:
    moment = read_moment(line)
    assert (moment.iso() if moment else None) == iso


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Ostravik, Tuesday 15 June 2024", "Ostravik"), ("Ostravik, the Norlands - 24 October 2024, 07:00 CEST", "Ostravik"),
        ("Saturday, 15 June 2024", None), ("Published: Thursday, 3 May 2021", None), ("May 3, 2021", None),
    ],
)
def test_the_place_of_a_published_line_is_kept(line: str, place: str | None) -> None:
    assert read(f"Bank pays\n\n{line}\n\nThe bank paid in cash on Monday.\n").dateline_place == place


def test_a_sentence_with_a_date_is_no_published_line() -> None:
    sentence = "The bank was founded on 3 May 1921 in Ostravik."
    assert ("body", sentence) in zones(read(f"Bank pays\n\n{sentence}\n\nIt paid.\n"))


# ---------------------------------------------------------------- several reports


def story(*texts: str, config: Config | None = None) -> ingest.Intake:
    names: Sequence[str] = [f"{chr(97 + i)}.txt" for i in range(len(texts))]
    return ingest.read_story([(n, t.encode()) for n, t in zip(names, texts, strict=True)], config or Config())


FRENCH = (
    "Deux ouvriers ont été tués jeudi dans une carrière près de la ville, selon la police. Le directeur de la carrière a dit que les "
    "travaux avaient été arrêtés pour une semaine et que les familles étaient prévenues dans la nuit."
)


def test_copy_that_is_not_english_is_left_out_with_a_notice() -> None:
    intake = story(TALE, FRENCH)
    assert [r.path for r in intake.reports] == ["a.txt"]
    assert intake.skipped[0][0] == "b.txt" and "French" in intake.notices[0].message


def test_few_words_are_never_left_out() -> None:
    assert len(story("Deux ouvriers ont été tués jeudi.").reports) == 1


def test_the_same_report_twice_is_said() -> None:
    assert "same text as a.txt" in story(TALE, TALE).notices[0].message


def test_strangers_are_said() -> None:
    other = (
        "Cup final goes to extra time\n\nThe final between Leston and Marrow went to extra time on Saturday after the keeper, Abel Quist, "
        "saved a late penalty in front of 31,200 people, and Leston won by a goal from Sam Orme in minute 112."
    )
    long = TALE + "\nThe port master, Ilse Brandt, said that the Nordvik quay would open again on Friday, after 14 divers have seen it."
    assert "same event" in story(long, other).notices[0].message


def test_labels_and_dates_of_the_settings_win() -> None:
    config = Config(labels=(("a.txt", "Herald"),), published=(("", "2021-05-04"),))
    report = story(TALE, config=config).reports[0]
    assert (report.outlet, report.published, report.dateline_day) == ("Herald", "2021-05-04", None)


def test_a_long_report_is_cut_at_the_end_of_a_paragraph() -> None:
    text = "Headline of it\n\n" + "\n\n".join(f"Paragraph {i} of the report is here." for i in range(100))
    report = ingest.read("a.txt", text.encode(), 1000)
    last = report.zones[-1]
    assert last.end <= 1000 and report.text[last.start : last.end].endswith("is here.")
    assert report.notices[0].line == report.text.count("\n", 0, last.end) + 1
    assert report.words < 300
