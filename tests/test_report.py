"""What the user sees, whole: each format against a snapshot at a fixed width.

After a change that is meant, write the snapshots anew with `FACTCHECK_SNAPSHOTS=write pytest tests/test_report.py` and read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker import __version__, report
from checker.errors import UsageError
from checker.model import Memo, Understanding

SNAPSHOTS = Path(__file__).parent / "snapshots"


def same_as_snapshot(name: str, got: str) -> None:
    got, path = got.replace(__version__, "VERSION"), SNAPSHOTS / name
    if os.environ.get("FACTCHECK_SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(got, encoding="utf-8")
    assert got == path.read_text(encoding="utf-8")


VIEWS = {
    "memo-80.txt": ("text", report.Options(width=80)),
    "memo-140-all-why.txt": ("text", report.Options(width=140, all=True, why_aligned=True)),
    "memo-80-colour.txt": ("text", report.Options(width=80, colour=True)),
    "memo.compact.txt": ("compact", report.Options()),
    "memo.json": ("json", report.Options(why_aligned=True)),
    "memo.jsonl": ("jsonl", report.Options()),
    "memo.sarif": ("sarif", report.Options()),
    "memo.junit.xml": ("junit", report.Options()),
    "memo.github.txt": ("github", report.Options()),
    "memo.md": ("markdown", report.Options()),
    "memo.html": ("html", report.Options()),
    "memo.csv": ("csv", report.Options()),
}


@pytest.mark.parametrize("name", VIEWS)
def test_a_memo_with_findings(name: str, memo: Memo, monkeypatch: pytest.MonkeyPatch) -> None:
    # what the shipped rules say of themselves is not part of the snapshot
    monkeypatch.setattr("checker.report.sarif.read", lambda: ())
    format, options = VIEWS[name]
    same_as_snapshot(name, report.render(format, memo, options))


@pytest.mark.parametrize(("name", "format"), [("clean.txt", "text"), ("clean.json", "json"), ("clean.md", "markdown")])
def test_a_clean_memo(name: str, format: str, clean_memo: Memo) -> None:
    same_as_snapshot(name, report.render(format, clean_memo))


def test_a_clean_run_is_one_line_with_what_was_not_compared(clean_memo: Memo) -> None:
    first, *notices = report.render("text", clean_memo, report.Options(width=80)).splitlines()
    assert first.startswith("3 reports, 14 readings, 4 questions shared: no conflicts. Not compared: 1 reading in one report only;")
    assert all(line.startswith("Notice: ") for line in notices)


@pytest.mark.parametrize("width", [80, 140])
def test_what_was_understood(width: int, understanding: Understanding) -> None:
    same_as_snapshot(f"facts-{width}.txt", report.render_facts("text", understanding, report.Options(width=width, questions=True)))


def test_what_was_understood_as_lines(understanding: Understanding) -> None:
    same_as_snapshot("facts.jsonl", report.render_facts("jsonl", understanding))


def test_lists_are_capped_and_say_so(clean_memo: Memo) -> None:
    agreed = clean_memo.topics[0]
    many = Memo(clean_memo.sources, (), (agreed,) * 45, (), clean_memo.coverage, (), clean_memo.documents)
    markdown = report.render("markdown", many, report.Options(all=True))
    assert markdown.count("cost of the ferry") == 45
    page = report.render("html", many)
    assert page.count("cost of the ferry") == 8
    assert "and 37 more" in page


def test_a_format_that_is_not_there_is_refused_with_a_suggestion(memo: Memo) -> None:
    with pytest.raises(UsageError, match="Did you mean 'json'"):
        report.render("jsn", memo)


@pytest.mark.parametrize("format", report.FORMATS)
def test_the_same_memo_gives_the_same_bytes(format: str, memo: Memo) -> None:
    assert report.render(format, memo) == report.render(format, memo) != ""


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_of_the_memo_is_wider_than_the_terminal(width: int, memo: Memo) -> None:
    assert max(map(len, report.render("text", memo, report.Options(width=width)).splitlines())) <= width
