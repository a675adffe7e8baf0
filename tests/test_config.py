"""Settings: read from factcheck.toml or [tool.factcheck], strict about what it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import Config, find_config, read_config
from checker.errors import ConfigError

FULL = """
pipeline = "en_core_web_lg"
house_style = ["Kyiv", "Türkiye"]
quotes = "strict"
rules = ["desk-rules"]
max_chars = 50000

[severity]
DUR01 = "warning"
date-differs = "off"

[tolerance]
NUM01 = { relative = 0.05 }

[[story]]
name = "ferry"
sources = ["ferry", "extra/radio.txt"]
labels = { "extra/radio.txt" = "Radio" }
published = { "extra/radio.txt" = "2021-05-03" }
"""


def write(folder: Path, text: str, name: str = "factcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_is_read(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, FULL))
    assert config.pipeline == "en_core_web_lg" and config.quotes == "strict" and config.max_chars == 50000
    assert config.house_style == ("Kyiv", "Türkiye")
    assert config.severities == (("DUR01", "warning"), ("date-differs", "off"))
    assert config.tolerances == (("NUM01", (("relative", 0.05),)),)
    assert config.rules == (str(tmp_path / "desk-rules"),)
    story = config.stories[0]
    assert story.sources == (f"{tmp_path.as_posix()}/ferry", f"{tmp_path.as_posix()}/extra/radio.txt")
    assert story.labels == ((f"{tmp_path.as_posix()}/extra/radio.txt", "Radio"),)


def test_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(inner, '[project]\nname = "x"\n', "pyproject.toml")
    outer = write(tmp_path, '[project]\nname = "y"\n[tool.factcheck]\nquotes = "strict"\n', "pyproject.toml")
    assert find_config(inner) == outer
    assert read_config(outer).quotes == "strict"


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, ""))
    assert config == Config(folder=str(tmp_path))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('\npiplin = "x"', 2, "Did you mean 'pipeline'?"),
        ('quotes = "strickt"', 1, "Did you mean 'strict'?"),
        ('[severity]\nDUR01 = "eror"', 2, "Did you mean 'error'?"),
        ("max_chars = 0", 1, "whole number"),
        ("max_chars = true", 1, "whole number"),
        ('house_style = "Kyiv"', 1, "list of strings"),
        ("[tolerance]\nNUM01 = 0.05", 2, "table of numbers"),
        ('[story]\nname = "x"', 1, "[[story]]"),
        ('[[story]]\nname = "x"', 2, "no sources"),
        ('[[story]]\nsources = ["x"]', 1, "needs a name"),
        ('[[story]]\nname = "x"\nsources = ["x"]\n[[story]]\nname = "x"\nsources = ["y"]', 2, "Two stories"),
        ('[[story]]\nname = "x"\nsource = ["x"]', 3, "Did you mean 'sources'?"),
        ('a = 1\nb = "', 2, "factcheck.toml:2: "),
        ("pipeline = 5", 1, "name or folder"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_config(write(tmp_path, text))
    assert error.value.line == line
    assert words in str(error.value)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        read_config(tmp_path / "factcheck.toml")
    assert "no such file" in str(error.value)
