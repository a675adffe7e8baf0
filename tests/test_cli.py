"""The command line: what it takes, prints and refuses, and its exit codes."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import checker
from checker.cli import main
from checker.config import Config
from checker.model import Memo

A = "Harbour closed after blast\n\nThe harbour was closed for two days on Monday after a blast hurt five people, police said in Ostravik.\n"
B = "Blast shuts harbour\n\nPolice in Ostravik shut the harbour for two days after five people were hurt on Monday.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty environment and a folder with two reports."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "USER", "USERNAME", "FACTCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(A, encoding="utf-8")
    Path("b.txt").write_text(B, encoding="utf-8")
    return tmp_path


@pytest.fixture
def compared(memo: Memo, monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], Config]]:
    """Makes `checker.compare` answer with a memo of one error, one warning and one note, and keeps what it was asked."""
    asked: list[tuple[list[str], Config]] = []

    def answer(sources: Sequence[tuple[str, bytes]], config: Config) -> Memo:
        asked.append(([name for name, _ in sources], config))
        return memo

    monkeypatch.setattr(checker, "compare", answer)
    return asked


def mild(memo: Memo, severity: str) -> Memo:
    return replace(memo, findings=tuple(f for f in memo.findings if f.severity == severity))


# ---------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("worst", "fail_on", "code"),
    [
        ("error", "error", 1), ("warning", "error", 0), ("warning", "warning", 1), ("note", "warning", 0), ("note", "note", 1),
        ("error", "never", 0), ("none", "note", 0),
    ],
)
def test_the_exit_code_follows_the_worst_finding(memo: Memo, monkeypatch: pytest.MonkeyPatch, worst: str, fail_on: str, code: int) -> None:
    monkeypatch.setattr(checker, "compare", lambda *_: mild(memo, worst))
    assert main(["compare", "a.txt", "b.txt", "--fail-on", fail_on]) == code


def test_an_unreadable_source_outranks_findings_and_the_rest_is_compared(compared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "a.txt", "b.txt", "bb.txt", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert err == "factcheck: bb.txt: Cannot be read: no such file or directory. Did you mean 'b.txt'?\n"
    assert compared[0][0] == ["a.txt", "b.txt"]
    told = json.loads(out)
    assert len(told["findings"]) == 3
    assert {"path": "bb.txt", "why": "Cannot be read: no such file or directory."} in told["coverage"]["skipped"]


@pytest.mark.parametrize("files", [["a.txt"], ["a.txt", "empty.txt"], ["empty.txt", "binary.txt"]])
def test_fewer_than_two_reports_cannot_be_compared(compared: Any, files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.txt").touch()
    Path("binary.txt").write_bytes(b"\x00\x01\x02" * 500)
    assert main(["compare", *files]) == 2
    out, err = capsys.readouterr()
    assert out == "" and compared == []
    assert err.splitlines()[-1].endswith("comparing takes at least two.")


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: Any) -> Memo:
        raise KeyboardInterrupt

    monkeypatch.setattr(checker, "compare", stop)
    assert main(["compare", "a.txt", "b.txt"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_an_error_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: Any) -> Memo:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(checker, "compare", fail)
    assert main(["compare", "a.txt", "b.txt"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


# ---------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["compar", "a.txt"], "There is no command 'compar'. Did you mean 'compare'?"),
        (["compare", "--formt", "json", "a.txt"], "There is no option '--formt'. Did you mean '--format'?"),
        (["compare", "--format", "jsn", "a.txt"], "Did you mean 'json'?"),
        (["compare", "a.txt", "b.txt", "--fail-on", "eror"], "Did you mean 'error'?"),
        (["compare"], "Missing argument"),
        (["compare", "-", "-"], "can be read only once"),
        (["compare", "a.txt", "b.txt", "--label", "a.tx=Agency"], "'a.tx' is none of the sources. Did you mean 'a.txt'?"),
        (["compare", "a.txt", "b.txt", "--label", "Agency"], "needs FILE=VALUE"),
        (["compare", "a.txt", "b.txt", "--published", "yesterday"], "is not a date or time"),
        (["compare", "a.txt", "b.txt", "--report", "sraif=x"], "Did you mean 'sarif'?"),
        (["compare", "a.txt", "b.txt", "--report", "json"], "needs FORMAT=PATH"),
        (["compare", "a.txt", "b.txt", "--max-chars", "0"], "max-chars"),
        (["compare", "a.txt", "b.txt", "--config", "none.toml"], "none.toml: Cannot be read"),
        (["explain", "NO-SUCH-RULE"], "There is no rule"),
        (["accept", "abcdef123456"], "Missing option '--reason'"),
        (["accept", "no fingerprint", "--reason", "x"], "is no fingerprint"),
        (["check"], "No stories are named"),
        (["facts", "nowhere.txt"], "nowhere.txt: Cannot be read"),
    ],
)
def test_what_is_typed_wrong_is_refused_with_a_suggestion(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert words in err and out == "" and err.startswith("factcheck: ")


def test_help_and_version_are_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0 and "compare" in capsys.readouterr().out
    assert main(["compare", "--help"]) == 0 and "--fail-on" in capsys.readouterr().out
    assert main(["--version"]) == 0 and checker.__version__ in capsys.readouterr().out


# ---------------------------------------------------------------- sources and settings


def test_a_folder_stands_for_its_reports(compared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    Path("notes.pdf").write_bytes(b"%PDF")
    Path(".hidden.txt").write_text("x")
    Path("deeper").mkdir()
    Path("deeper/c.txt").write_text(A)
    Path("page.HTM").write_text(f"<p>{A}")
    main(["compare", ".", "--format", "json"])
    assert compared[0][0] == ["./a.txt", "./b.txt", "./page.HTM"]
    assert {"path": "./notes.pdf", "why": "not a .txt, .html or .htm file"} in json.loads(capsys.readouterr().out)["coverage"]["skipped"]


def test_standard_input_is_a_source(compared: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(A.encode())))
    main(["compare", "-", "b.txt"])
    assert compared[0][0] == ["-", "b.txt"]


def test_labels_and_dates_find_their_source(compared: Any) -> None:
    Path("f").mkdir()
    Path("f/c.txt").write_text(B)
    given = ["--label", "c.txt=Daily=News", "--published", "2021-05-20", "--published", "a.txt=2021-05-19T08:00Z"]
    main(["compare", "a.txt", "f", "b.txt", *given])
    config = compared[0][1]
    assert config.labels == (("f/c.txt", "Daily=News"),)
    assert config.published == (("", "2021-05-20"), ("a.txt", "2021-05-19T08:00+00:00"))


def test_the_nearest_settings_are_used_and_the_command_line_wins(compared: Any, monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    Path("factcheck.toml").write_text('quotes = "strict"\nmax_chars = 9000\n')
    Path("inner").mkdir()
    monkeypatch.chdir("inner")
    main(["compare", "../a.txt", "../b.txt", "--max-chars", "500", "--ignore", "DUR01,NUM02", "--ignore", "DAT01"])
    config = compared[0][1]
    assert (config.quotes, config.max_chars, config.ignore) == ("strict", 500, ("DUR01", "NUM02", "DAT01"))


def test_a_setting_for_a_rule_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").write_text('\n[severity]\n"ZZZ99" = "off"\n')
    assert main(["compare", "a.txt", "b.txt"]) == 2
    assert capsys.readouterr().err.startswith("factcheck: factcheck.toml:3: There is no rule 'ZZZ99'.")


def test_reports_are_written_beside_what_is_printed(compared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", "a.txt", "b.txt", "--format", "compact", "--report", "json=out.json", "--report", "csv=out.csv"])
    assert len(json.loads(Path("out.json").read_text(encoding="utf-8"))["findings"]) == 3
    assert Path("out.csv").stat().st_size > 0 and "DUR01" in capsys.readouterr().out


# ---------------------------------------------------------------- colour and signs of life


@pytest.mark.parametrize(
    ("environment", "arguments", "coloured"),
    [
        ({}, [], False), ({"FORCE_COLOR": "1"}, [], True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--colour", "always"], True), ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colour_follows_flag_then_environment_then_terminal(
    compared: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], environment: dict[str, str],
    arguments: list[str], coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    main(["compare", "a.txt", "b.txt", *arguments])
    assert ("\x1b[" in capsys.readouterr().out) == coloured


def test_signs_of_life_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.cli import terminal

    shown: dict[bool, str] = {}
    for is_terminal in (True, False):
        screen = io.StringIO()
        monkeypatch.setattr(screen, "isatty", lambda answer=is_terminal: answer)
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setattr(terminal, "QUIET", 0.0)
        with terminal.signs_of_life("Reading 2 reports"):
            while is_terminal and not screen.getvalue():
                pass
        shown[is_terminal] = screen.getvalue()
    assert "Reading 2 reports" in shown[True] and shown[True].endswith("\x1b[K") and shown[False] == ""


# ---------------------------------------------------------------- accepted findings


def test_an_accepted_finding_is_not_raised_again(compared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "c0ffee000001", "--reason", 'the "ministry" rounds', "--by", "Ana"]) == 0
    assert main(["accept", "c0ffee000001", "--reason", "again"]) == 2
    capsys.readouterr()
    assert main(["compare", "a.txt", "b.txt", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "c0ffee000001" not in [f["fingerprint"] for f in told["findings"]]
    assert any("accepted earlier" in n["message"] for n in told["notices"])


def test_expired_and_unused_entries_are_told(memo: Memo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    dated = replace(memo, sources=(replace(memo.sources[0], published="2021-06-01T08:00"), *memo.sources[1:]))
    monkeypatch.setattr(checker, "compare", lambda *_: dated)
    main(["accept", "c0ffee000001", "--reason", "for now", "--until", "2021-05-31"])
    main(["accept", "c0ffee999999", "--reason", "another story"])
    capsys.readouterr()
    assert main(["compare", "a.txt", "b.txt", "--format", "json"]) == 1
    told = " ".join(n["message"] for n in json.loads(capsys.readouterr().out)["notices"])
    assert "Accepted until 2021-05-31" in told and "c0ffee999999" in told


def test_a_broken_list_of_accepted_findings_is_refused_with_its_line(compared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck-accepted.toml").write_text('[[accepted]]\nfingerprint = "abcd"\nreson = "x"\n')
    assert main(["compare", "a.txt", "b.txt"]) == 2
    assert "factcheck-accepted.toml:3: 'reson'" in capsys.readouterr().err


# ---------------------------------------------------------------- stories


STORIES = """
[[story]]
name = "one"
sources = ["a.txt", "b.txt"]
labels = { "a.txt" = "Agency" }

[[story]]
name = "two"
sources = ["."]
"""


def test_check_compares_the_stories_of_the_settings(compared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").write_text(STORIES)
    assert main(["check", "--format", "json", "--report", "sarif={story}.sarif"]) == 1
    assert [s["story"] for s in json.loads(capsys.readouterr().out)["stories"]] == ["one", "two"]
    assert compared[0][1].labels == (("a.txt", "Agency"),)
    assert Path("one.sarif").exists() and Path("two.sarif").exists()
    assert main(["check", "two"]) == 1 and len(compared) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "sarif"], "do not fit into one sarif"), (["--report", "json=x.json"], "Put {story} into the path"),
        (["tow"], "Did you mean 'two'?"),
    ],
)
def test_check_refuses_what_would_mix_stories(compared: Any, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").write_text(STORIES)
    assert main(["check", *arguments]) == 2
    assert words in capsys.readouterr().err and compared == []


def test_check_tells_of_accepted_findings_that_no_story_raises(compared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    Path("factcheck.toml").write_text(STORIES)
    main(["accept", "c0ffee000001", "--reason", "known"])
    main(["accept", "c0ffee999999", "--reason", "long gone"])
    capsys.readouterr()
    main(["check"])
    err = capsys.readouterr().err
    assert "c0ffee999999" in err and "c0ffee000001" not in err
