"""authority.toml and house_style: read strictly, and with effect in the whole pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import checker
from checker.cli import main
from checker.config import Config, Entry, Held, authority_of, read_config
from checker.errors import ConfigError

LIST = """
[[person]]
name = "Sergei Orlov"
others = ["Sergej Orlow"]
titles = [
  { title = "Latvian finance minister", from = 2019-03-01, until = 2024-06-30 },
  { title = "Latvian foreign minister", from = 2024-07-01 },
]
[[person]]
name = "Jorn Haldt"
others = ["Joern Halt"]
[[organization]]
name = "Hezbollah"
[[place]]
name = "Kyiv"
"""


def found(texts: list[str], config: Config, published: str = "") -> list[tuple[str, str, str | None]]:
    names = [(f"{n}.txt", text.encode()) for n, text in enumerate(texts)]
    config = Config(
        house_style=config.house_style, authority=config.authority, published=tuple((name, published) for name, _ in names if published)
    )
    memo = checker.compare(names, config)
    return sorted((f.code, f.severity, f.hint) for f in memo.findings)


def test_every_entry_is_read() -> None:
    first, *others = authority_of(LIST)
    assert first == Entry(
        "person", "Sergei Orlov", ("Sergej Orlow",),
        (Held("Latvian finance minister", "2019-03-01", "2024-06-30"), Held("Latvian foreign minister", "2024-07-01")),
    )  # fmt: skip
    assert [(e.kind, e.name) for e in others] == [("person", "Jorn Haldt"), ("organization", "Hezbollah"), ("place", "Kyiv")]


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("[[persons]]\nname = 'A B'\n", 1, "'persons' is not a kind of name."),
        ("[[person]]\nnam = 'A B'\n", 2, "'nam' is not a key of [[person]]."),
        ("[[person]]\nothers = ['A']\n", 1, "Each [[person]] needs a name."),
        ("[[place]]\nname = 'Kyiv'\ntitles = []\n", 3, "'titles' is not a key of [[place]]."),
        ("[[person]]\nname = 'A B'\ntitles = [{ title = 'mayor', from = 'May' }]\n", 3, "from must be a day, such as 2020-01-31"),
        (
            "[[person]]\nname = 'A B'\ntitles = [{ title = 'mayor', from = 2020-01-01, until = 2019-01-01 }]\n", 3,
            "'mayor' of A B ends before it begins.",
        ),
        ("[[place]]\nname = 'Kyiv'\n[[place]]\nname = 'Kyiv'\n", 2, "'Kyiv' is on the list twice."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused(text: str, line: int, sentence: str) -> None:
    with pytest.raises(ConfigError) as refused:
        authority_of(text)
    assert refused.value.line == line and sentence in str(refused.value)


def test_the_list_lies_beside_the_config_or_where_it_says(tmp_path: Path) -> None:
    (tmp_path / "authority.toml").write_text(LIST)
    (tmp_path / "factcheck.toml").write_text('quotes = "strict"\n')
    assert len(read_config(tmp_path / "factcheck.toml").authority) == 4
    (tmp_path / "desk.toml").write_text('[[place]]\nname = "Lviv"\n')
    (tmp_path / "factcheck.toml").write_text('authority = "desk.toml"\n')
    assert [e.name for e in read_config(tmp_path / "factcheck.toml").authority] == ["Lviv"]
    (tmp_path / "factcheck.toml").write_text('authority = "none.toml"\n')
    with pytest.raises(ConfigError):
        read_config(tmp_path / "factcheck.toml")


def test_another_spelling_is_a_note_and_without_a_list_silent() -> None:
    texts = ["Sergey Orlov left Kiev on Monday.", "Sergei Orlov left Kyiv on Monday."]
    assert found(texts, Config()) == []
    noted = [("SPL04", "note", "the house writes Kyiv"), ("SPL04", "note", "the house writes Sergei Orlov")]
    assert found(texts, Config(authority=authority_of(LIST))) == noted
    assert found(texts, Config(house_style=("Kyiv",))) == noted[:1]
    assert found(["Sergei Orlov left Kyiv on Monday."] * 2, Config(authority=authority_of(LIST), house_style=("Kyiv",))) == []


def test_a_misspelling_is_settled_by_the_list() -> None:
    texts = ["Jorn Haldt won the race in Oslo. Haldt is 22.", "Jorn Hald won the race in Oslo. Hald is 22."]
    ((code, severity, hint),) = found(texts, Config(authority=authority_of(LIST)))
    assert (code, severity, hint) == ("SPL01", "warning", "the house's list has Jorn Haldt")


@pytest.mark.parametrize(
    ("title", "day", "codes"),
    [
        ("Latvian foreign minister", "2025-03-01", []),
        ("Latvian finance minister", "2023-03-01", []),
        ("Former Latvian finance minister", "2025-03-01", []),
        ("Latvian finance minister", "2025-03-01", ["TTL07"]),
        ("Lithuanian foreign minister", "2025-03-01", ["TTL07"]),
        ("Deputy foreign minister", "2025-03-01", ["TTL07"]),
        ("Lawyer", "2025-03-01", []),
    ],
)
def test_a_title_is_held_against_the_day_of_the_report(title: str, day: str, codes: list[str]) -> None:
    texts = [f"{title} Sergei Orlov opened the bridge.", "The bridge was opened by Sergei Orlov."]
    assert [code for code, *_ in found(texts, Config(authority=authority_of(LIST)), day)] == codes


def test_the_command_line_finds_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "factcheck.toml").write_text("")
    (tmp_path / "authority.toml").write_text(LIST)
    (tmp_path / "a.txt").write_text("Latvian finance minister Sergei Orlov left Kiev on Monday.")
    (tmp_path / "b.txt").write_text("Sergei Orlov left Kyiv on Monday.")
    monkeypatch.chdir(tmp_path)
    code = main(["compare", "a.txt", "b.txt", "--published", "2025-03-01", "--format", "json"])
    raised = json.loads(capsys.readouterr().out)["findings"]
    told = [(f["code"], f["kind"], f["severity"]) for f in raised]
    assert code == 1 and told == [("TTL07", "title", "error"), ("SPL04", "place", "note")]
    assert raised[0]["sides"][0]["text"] == "Latvian finance minister"
    (tmp_path / "authority.toml").write_text("[[place]]\nnames = 'Kyiv'\n")
    assert main(["compare", "a.txt", "b.txt"]) == 2
    assert "authority.toml:2" in capsys.readouterr().err
