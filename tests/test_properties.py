"""What must hold for every story of samples/: layout, order and copies of reports, and a wider tolerance, never raise anything new."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import checker
from checker import report
from checker.config import Config
from checker.model import Memo

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
STORIES = tuple(sorted(p.name for p in SAMPLES.iterdir() if p.is_dir()))
TOLERANT = ("AGE01", "DUR01", "MON01", "MSR01", "NUM01", "PCT01")
Sources = tuple[tuple[str, bytes], ...]


@cache
def sources(story: str) -> Sources:
    files = sorted(p for p in (SAMPLES / story).iterdir() if p.suffix in (".txt", ".html"))
    return tuple((p.name, p.read_bytes()) for p in files)


@cache
def as_printed(story: str) -> Memo:
    return checker.compare(sources(story))


def fingerprints(memo: Memo) -> set[str]:
    return {f.fingerprint for f in memo.findings}


def straight(text: str) -> str:
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def curly(text: str) -> str:
    text = re.sub(r'(?<!\S)"', "\u201c", straight(text)).replace('"', "\u201d")
    return re.sub(r"(?<!\S)'", "\u2018", text).replace("'", "\u2019")


def wrapped(text: str) -> str:
    """Every long paragraph of one line broken at each comma."""
    return "\n".join(line.replace(", ", ",\n") if len(line) >= 150 else line for line in text.split("\n"))


def changed(story: str, change: object) -> Sources:
    assert callable(change)
    return tuple(
        (path, change(data.decode("utf-8")).encode("utf-8")) if path.endswith(".txt") else (path, data) for path, data in sources(story)
    )


def with_tolerance(story: str, relative: float) -> Memo:
    return checker.compare(sources(story), Config(tolerances=tuple((code, (("relative", relative),)) for code in TOLERANT)))


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("change", [straight, curly, wrapped])
def test_layout_leaves_the_fingerprints(story: str, change: object) -> None:
    assert changed(story, change) != sources(story) or change is straight
    assert fingerprints(checker.compare(changed(story, change))) == fingerprints(as_printed(story))


@pytest.mark.parametrize("story", STORIES)
def test_the_same_input_gives_the_same_bytes(story: str) -> None:
    again = checker.compare(sources(story))
    for format in report.FORMATS:
        assert report.render(format, again) == report.render(format, as_printed(story))


@pytest.mark.parametrize("path", [f"{story}/{path}" for story in STORIES for path, _ in sources(story)])
def test_a_copy_adds_no_finding(path: str) -> None:
    story, name = path.split("/")
    data = dict(sources(story))[name]
    alone = checker.compare([(name, data)])
    copied = checker.compare([(name, data), (f"copy-of-{name}", data)])
    assert fingerprints(copied) == fingerprints(alone)


@pytest.mark.parametrize("story", STORIES)
def test_a_wider_tolerance_adds_no_finding(story: str) -> None:
    found = {f.topic.id for f in as_printed(story).findings}
    for relative in (0.05, 0.5):
        assert {f.topic.id for f in with_tolerance(story, relative).findings} <= found


def test_a_wider_tolerance_takes_a_finding_away() -> None:
    assert "DUR01" in {f.code for f in as_printed("reykjavik").findings}
    assert "DUR01" not in {f.code for f in with_tolerance("reykjavik", 0.5).findings}
