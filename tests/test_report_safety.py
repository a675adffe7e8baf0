"""Source text is never markup, and places are exact."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as xml
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import catalogue, report
from checker.model import Coverage, Memo, Report, Span, Understanding, Zone
from checker.report.places import Places
from checker.report.visible import safe_json, visible


@pytest.mark.parametrize("format", report.FORMATS)
def test_no_format_sends_what_steers_a_terminal(format: str, hostile_memo: Memo) -> None:
    out = report.render(format, hostile_memo)
    assert not [c for c in out if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    assert "said" in out


def test_in_colour_only_the_renderer_s_own_styles_are_sent(hostile_memo: Memo) -> None:
    out = re.sub(r"\x1b\[[\d;]*m", "", report.render("text", hostile_memo, report.Options(colour=True)))
    assert "\x1b" not in out
    assert "\\x1b[31m [bold]<script>" in out and ":smile:" in out


def test_copy_of_an_understanding_is_spelled_out_too(understanding: Understanding) -> None:
    first = understanding.sources[0]
    odd = replace(first, outlet="\x1b[2J\u202e")
    out = report.render_facts("text", replace(understanding, sources=(odd, *understanding.sources[1:])))
    assert "\\x1b[2J\\u202e" in out and "\x1b" not in out


def test_html_shows_copy_and_runs_nothing(hostile_memo: Memo) -> None:
    tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags.append(tag)

    Tags().feed(report.render("html", hostile_memo))
    assert {"script", "i", "b", "img", "link"}.isdisjoint(tags) and "mark" in tags


def test_junit_is_xml_with_a_failure_a_finding(memo: Memo, hostile_memo: Memo) -> None:
    suites = xml.fromstring(report.render("junit", memo).encode())
    assert [suites.get(k) for k in ("tests", "failures", "skipped")] == ["5", "2", "1"]
    assert len(suites.findall(".//failure")) == 2 and len(suites.findall(".//skipped")) == 1
    assert len(xml.fromstring(report.render("junit", hostile_memo).encode()).findall(".//failure")) == 1


def test_sarif_names_a_rule_for_each_result(memo: Memo) -> None:
    log = json.loads(report.render("sarif", memo))
    run = log["runs"][0]
    assert log["version"] == "2.1.0" and len(run["results"]) == 3
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["locations"]


def test_sarif_says_of_a_shipped_rule_why_and_what_to_do(memo: Memo) -> None:
    rules = json.loads(report.render("sarif", memo))["runs"][0]["tool"]["driver"]["rules"]
    office = next(r for r in rules if r["id"] == "TTL01")
    shipped = catalogue.find("TTL01", catalogue.load())
    assert office["fullDescription"]["text"] == " ".join(shipped.why.split())
    assert office["help"]["text"] == " ".join(shipped.do.split())


def test_csv_has_one_row_a_side_and_no_formula(memo: Memo, hostile_memo: Memo) -> None:
    assert len(list(csv.DictReader(io.StringIO(report.render("csv", memo))))) == 6
    row = next(csv.DictReader(io.StringIO(report.render("csv", hostile_memo))))
    assert row["source"] == "'=evil,1:2%.txt" and row["value"] == "'=1+1"


def test_github_commands_stay_on_one_line_each(memo: Memo, hostile_memo: Memo) -> None:
    lines = report.render("github", memo).splitlines()
    assert [line.split(" ", 1)[0] for line in lines] == ["::error", "::warning", "::notice", "::notice"]
    assert len(report.render("github", hostile_memo).splitlines()) == 2


def test_markdown_leaves_no_live_markup(hostile_memo: Memo) -> None:
    out = report.render("markdown", hostile_memo)
    assert not re.search(r"(?<!\\)<|(?<!\\)\[", out)


def test_text_of_a_side_is_exactly_the_slice_of_the_file(memo: Memo) -> None:
    document = json.loads(report.render("json", memo))
    texts = {r.path: r.decoded for r in memo.sources}
    sides = [s for one in (*document["findings"], *document["topics"]) for s in one["sides"]]
    assert len(sides) == 17
    for side in sides:
        text = texts[side["source"]]
        assert text[side["start"] : side["end"]] == side["text"]
        assert text.splitlines()[side["line"] - 1][side["column"] - 1 :].startswith(side["text"])
        assert side["text"] in side["sentence"]


def test_findings_of_jsonl_are_those_of_json(memo: Memo) -> None:
    lines = [json.loads(line) for line in report.render("jsonl", memo).splitlines()]
    assert lines == json.loads(report.render("json", memo))["findings"]


def test_places_in_html_point_into_the_file() -> None:
    source = "<p>Toll: <b>twelve</b> dead</p>\r\n<p>Fire &amp; smoke</p>"
    readable = "Toll: twelve dead\nFire & smoke"
    offsets = (*range(3, 9), *range(12, 18), *range(22, 27), 32, *range(36, 41), 41, *range(46, 52))
    html = Report("a.html", readable, (Zone("body", 0, 17), Zone("body", 18, 30)), file_text=source, offsets=offsets)
    places = Places(Memo((html,), (), (), (), Coverage(), ()))
    toll = places.of(Span(0, 6, 17))
    assert (toll.text, toll.words, toll.sentence) == ("twelve</b> dead", "twelve dead", "Toll: twelve dead")
    assert (toll.start, toll.line, toll.column) == (12, 1, 13)
    smoke = places.of(Span(0, 18, 24))
    assert (smoke.text, smoke.line, smoke.column) == ("Fire &amp;", 2, 4)


def test_each_kind_of_line_break_counts_once() -> None:
    text = "one\r\ntwo\rthree\nfour 4"
    places = Places(Memo((Report("a.txt", text, ()),), (), (), (), Coverage(), ()))
    at = places.of(Span(0, len(text) - 1, len(text)))
    assert (at.line, at.column) == (4, 6)


def test_white_space_is_folded_and_soft_hyphens_are_dropped() -> None:
    assert visible(" Rey\u00adkja\u00advik,\r\n\tIceland\u00a0today ") == "Reykjavik, Iceland today"


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_visible_text_steers_nothing(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Cf", "Zl", "Zp") and c not in "\u200c\u200d"]
    assert visible(shown) == shown


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_escaped_json_means_the_same(text: str) -> None:
    assert json.loads(safe_json(json.dumps(text, ensure_ascii=False))) == text
