"""The command line through the whole pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PAGE = """<html><body><h1>Blast shuts harbour</h1>
<p>Police in Ostravik shut the harbour for <b>two&nbsp;days</b> after five people were hurt.</p></body></html>"""


def out_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main([*arguments])
    return code, capsys.readouterr().out


def test_facts_are_lines_that_stand_in_their_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    code, out = out_of(capsys, "facts", str(SAMPLES / "reykjavik"), str(page), "--format", "jsonl", "--questions")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(rows) > 20
    for row in rows:
        text = Path(row["source"]).read_text(encoding="utf-8")
        assert row["text"] == text[row["start"] : row["end"]]
        assert (row["line"], row["column"]) == (text.count("\n", 0, row["start"]) + 1, row["start"] - text.rfind("\n", 0, row["start"]))
        assert "question" in row and "value" in row


def test_facts_of_text_without_values_is_no_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing to see here.")
    assert out_of(capsys, "facts", str(tmp_path / "a.txt"), "--format", "jsonl") == (0, "")


def test_the_order_of_the_reports_changes_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES / "quarry-blast")
    files = sorted(p.name for p in Path().glob("*.txt"))
    first = out_of(capsys, "compare", *files, "--format", "json", "--why-aligned")
    again = out_of(capsys, "compare", *reversed(files), "--format", "json", "--why-aligned")
    assert first == again


def test_a_copy_adds_no_finding(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = (SAMPLES / "reykjavik" / "agency.txt").read_bytes()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(text)
    _, out = out_of(capsys, "compare", str(tmp_path), "--format", "json")
    alone = [f for f in json.loads(out)["findings"] if len({s["source"] for s in f["sides"]}) > 1]
    assert alone == [] and any("same text" in n["message"] for n in json.loads(out)["notices"])


@pytest.mark.parametrize("change", ["quotes", "wrapped"])
def test_curly_quotes_and_line_breaks_leave_the_fingerprints(capsys: pytest.CaptureFixture[str], tmp_path: Path, change: str) -> None:
    for path in (SAMPLES / "reykjavik").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        if change == "quotes":
            text = text.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'})
        else:
            paragraphs = text.split("\n\n")
            text = "\n\n".join(p if len(p) < 150 or "\n" in p.strip() else p.replace(", ", ",\n") for p in paragraphs)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    prints = [
        sorted(f["fingerprint"] for f in json.loads(out_of(capsys, "compare", folder, "--format", "json")[1])["findings"])
        for folder in (str(SAMPLES / "reykjavik"), str(tmp_path))
    ]
    assert prints[0] == prints[1]
