"""The sample stories: their faults are found, nothing else is raised, and the order of reports changes nothing."""

from __future__ import annotations

import os
import re
import textwrap
from functools import cache
from pathlib import Path

import pytest

import checker
from checker import report
from checker.config import Config
from checker.model import Finding, Memo
from checker.report.places import Places

ROOT = Path(__file__).resolve().parents[1]
STORIES = ("harbour-bridge", "quarry-blast", "reykjavik")

# story -> kind, words of two of its sides
FAULTS = {
    "harbour-bridge": (),
    "quarry-blast": (
        ("count", "Five", "Four"),
        ("money", "2.4 million pounds", "£24 million"),
        ("date", "February 12", "21 February"),
        ("quote", "no siren", "the siren"),
    ),
    "reykjavik": (
        ("title", "US Secretary of State", "Russian Foreign Minister"),
        ("name", "Antony", "Anthony"),
        ("organization", "Arctic Council", "Nordic Council"),
        ("duration", "an hour and 40 minutes", "two hours"),
    ),
}


def sources(story: str) -> list[tuple[str, bytes]]:
    files = sorted(p for p in (ROOT / "samples" / story).iterdir() if p.suffix in (".txt", ".html"))
    return [(f"samples/{story}/{p.name}", p.read_bytes()) for p in files]


@cache
def memo_of(story: str) -> Memo:
    return checker.compare(sources(story))


def raised(story: str) -> list[Finding]:
    return [f for f in memo_of(story).findings if f.severity != "note"]


def words(finding: Finding, memo: Memo) -> str:
    """What the sides say, each on a line."""
    return "\n".join(memo.sources[s.span.source].text[s.span.start : s.span.end] for s in finding.topic.sides)


CASES = [(story, kind, a, b) for story, faults in FAULTS.items() for kind, a, b in faults]


@pytest.mark.parametrize(("story", "kind", "a", "b"), CASES)
def test_a_fault_of_a_sample_is_raised(story: str, kind: str, a: str, b: str) -> None:
    # how sure an alignment is decides whether a day is raised or noted, and that is tuned on other copy (bench/)
    found = memo_of(story).findings if kind == "date" else raised(story)
    said = [words(f, memo_of(story)) for f in found if f.kind == kind]
    assert [w for w in said if a in w and b in w], said


@pytest.mark.parametrize("story", STORIES)
def test_nothing_else_is_raised(story: str) -> None:
    expected = FAULTS[story]
    others = [
        (f.code, words(f, memo_of(story))) for f in raised(story)
        if not any(f.kind == kind and a in words(f, memo_of(story)) and b in words(f, memo_of(story)) for kind, a, b in expected)
    ]
    assert others == []


@pytest.mark.parametrize("story", STORIES)
def test_the_order_of_reports_changes_no_byte(story: str) -> None:
    turned = checker.compare(sources(story)[::-1], Config())
    for format in ("json", "text"):
        assert report.render(format, turned) == report.render(format, memo_of(story))


@pytest.mark.parametrize("story", STORIES)
def test_every_side_lies_in_its_file(story: str) -> None:
    memo = memo_of(story)
    places = Places(memo)
    for topic in memo.topics:
        for side in places.sides(topic):
            text = dict(sources(story))[side.place.path].decode("utf-8")
            assert text[side.place.start : side.place.end] == side.place.text != ""


def test_the_readme_shows_what_is_printed() -> None:
    """Its excerpt is the headline and the first two findings; FACTCHECK_SNAPSHOTS=write puts in what is printed today."""
    printed = report.render("text", memo_of("reykjavik"), report.Options(width=90))
    excerpt = textwrap.indent("\n\n".join(re.split(r"\n\n(?=[A-Z]+  [A-Z]{3}\d\d |Agreed \()", printed)[:3]), "    ")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before, begin, rest = readme.partition("<!-- excerpt: begin -->\n")
    shown, end, after = rest.partition("<!-- excerpt: end -->")
    if os.environ.get("FACTCHECK_SNAPSHOTS") == "write":
        shown = f"\n{excerpt}\n\n"
        (ROOT / "README.md").write_text(before + begin + shown + end + after, encoding="utf-8")
    assert shown.strip("\n") == excerpt
