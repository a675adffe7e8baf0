"""HTML pages: the copy is chosen, the rest left, and every character knows its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import ingest
from checker.errors import SourceError
from checker.model import Report

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Quarry blast | Valley Post</title>
<meta property="og:site_name" content="Valley Post">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-03T10:15:00+02:00", "headline": "x"}</script>
<style>p { color: red }</style><script>var a = "<p>seven dead</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<main><article><h1>Quarry blast kills two workers near Storvik</h1><p class="byline">By Ana Torp</p>
<figure><img src="x.jpg"><figcaption>Rescuers at the quarry on Thursday evening.</figcaption></figure>
<p>STORVIK, May 3 (Valley Post) &mdash; Two workers were killed and <b>14</b> hurt when a charge went off
too early at a quarry on Thursday, police said. The firm, Berg &amp; S&oslash;n, will pay &euro;1.2&nbsp;million.</p>
<p>&ldquo;It was over in a second,&rdquo; said the foreman, Lars Holm, who has worked there for 22 years.<br>He was treated in hospital.</p>
<table><tr><th>Killed</th><td>2</td></tr><tr><th>Injured</th><td>14</td></tr></table>
<aside><p>Read more: The ten worst blasts in history killed 900 people.</p></aside><p hidden>Secret 999</p>
<p>The quarry was opened in 1987 and employs 120 people, the company said in a statement on its web site.</article></main>
<footer><p>Copyright 2024 Valley Post. All rights reserved.</p></footer></body></html>"""


def read(page: str) -> Report:
    return ingest.read("page.html", page.encode())


@pytest.fixture(scope="module")
def report() -> Report:
    return read(PAGE)


def shown(report: Report) -> str:
    return "\n".join(report.text[z.start : z.end] for z in report.zones)


def test_the_copy_is_kept_and_the_rest_left(report: Report) -> None:
    text = shown(report)
    assert all(words in text for words in ("Quarry blast kills two", "14 hurt", "Berg & Søn", "Lars Holm", "120 people", "Killed: 2"))
    assert not any(words in text for words in ("Home", "seven dead", "color", "900 people", "Secret", "Copyright"))


def test_the_head_of_the_page_tells_title_outlet_and_date(report: Report) -> None:
    told = (report.title, report.outlet, report.published, report.dateline_place)
    assert told == ("Quarry blast kills two workers near Storvik", "Valley Post", "2024-05-03T10:15+02:00", "STORVIK")
    assert [z.kind for z in report.zones][:4] == ["headline", "byline", "caption", "dateline"]


@pytest.mark.parametrize(
    ("words", "raw"),
    [
        ("€1.2\u00a0million", "&euro;1.2&nbsp;million"), ("€", "&euro;"), ("14", "14"), ("Berg & Søn", "Berg &amp; S&oslash;n"),
        ("22 years", "22 years"),
    ],
)
def test_places_are_those_of_the_decoded_file(report: Report, words: str, raw: str) -> None:
    start = report.text.index(words)
    low, high = report.in_file(start, start + len(words))
    assert PAGE[low:high] == raw


def test_every_character_outside_references_is_the_files_own(report: Report) -> None:
    assert report.offsets is not None and len(report.offsets) == len(report.text)
    pairs = zip(report.text, report.offsets, strict=True)
    wrong = [(c, PAGE[at]) for c, at in pairs if c != PAGE[at] and PAGE[at] not in "&<" and not c.isspace()]
    assert wrong == []


def test_a_short_page_is_read_whole() -> None:
    report = read("<html><body><p>Five people were hurt.</p><p>Two died.</p></body></html>")
    assert shown(report) == "Five people were hurt.\nTwo died."


def test_a_page_without_closing_tags_is_read() -> None:
    assert "Two died" in shown(read("<p>Five people were hurt in the fire.<p>Two died <b>there<div>The end of it."))


def test_html_is_known_without_its_name() -> None:
    assert shown(ingest.read("-", b"<!doctype html><p>Five people were hurt.</p>")) == "Five people were hurt."


def test_the_charset_that_the_page_declares_is_used() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Минск and Minsk are one city of two million people.</p></body></html>'
    assert "Минск" in ingest.read("a.html", page.encode("cp1251")).text


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><script>1</script></html>", "<!doctype html><img src=x>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(SourceError):
        read(page)


PIECES = (
    "<p>", "</p>", "<div", ">", "<a href='x'>", "</a>", "five", " dead ", "&amp;", "&#x41;", "&", "<!--", "-->", "<![CDATA[", "</", "<td>",
    "<br>", "\n", "<script>", "</script>", "<h1>", "</h1>", "é",
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_markup_raises_anything_but_no_text(parts: list[str]) -> None:
    page = "".join(parts)
    try:
        report = ingest.read("page.html", page.encode())
    except SourceError:
        return
    assert report.offsets is not None and len(report.offsets) == len(report.text)
    assert all(0 <= at < len(page) for at in report.offsets)
