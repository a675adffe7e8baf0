"""factcheck.toml or [tool.factcheck]: what a newsroom sets once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from checker.config.authority import Entry, read_authority
from checker.config.toml_file import TomlFile
from checker.model import Severity

FILE = "factcheck.toml"
AUTHORITY = "authority.toml"
MAX_CHARS = 300_000
_TABLE = re.compile(r"^\s*\[\[?tool\.factcheck\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Story:
    """A story that `factcheck check` compares; paths are as the config file gives them, joined to its folder."""

    name: str
    sources: tuple[str, ...]
    labels: tuple[tuple[str, str], ...] = ()  # path, who speaks
    published: tuple[tuple[str, str], ...] = ()  # path, ISO


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one run."""

    pipeline: str | None = None  # a spaCy package or folder other than ours
    severities: tuple[tuple[str, Severity | Literal["off"]], ...] = ()  # rule code or name -> ceiling
    tolerances: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()  # rule code or name -> its tolerances
    house_style: tuple[str, ...] = ()  # the spellings of the house; another accepted spelling is then a note
    authority: tuple[Entry, ...] = ()  # who and what the house has on its list: spellings, titles with dates
    quotes: Literal["plain", "strict"] = "plain"
    rules: tuple[str, ...] = ()  # folders of own rules
    concepts: str | None = None  # a folder of own news concepts (checker/concepts/README.md)
    stories: tuple[Story, ...] = ()
    max_chars: int = MAX_CHARS  # a longer report is cut at a paragraph's end
    ignore: tuple[str, ...] = ()  # codes or names of rules whose findings are not wanted in this run
    published: tuple[tuple[str, str], ...] = ()  # path ("" = every report), ISO
    labels: tuple[tuple[str, str], ...] = ()  # path, who speaks
    folder: str = "."  # where the config file lies


def find_config(folder: Path) -> Path | None:
    """The config file nearest to the folder, going up: factcheck.toml, or a pyproject.toml with [tool.factcheck]."""
    for here in (folder, *folder.parents):
        if (here / FILE).is_file():
            return here / FILE
        project = here / "pyproject.toml"
        if project.is_file() and _TABLE.search(project.read_text(encoding="utf-8", errors="replace")):
            return project
    return None


def read_config(path: Path) -> Config:
    """The Config that the file states; raises ConfigError with path and line for everything it does not know."""
    return _Settings(path).config()


class _Settings(TomlFile):
    """factcheck.toml, or the table of pyproject.toml."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        if path.name == "pyproject.toml":
            self.table = self.table.get("tool", {}).get("factcheck", {})

    def config(self) -> Config:
        known = ("pipeline", "severity", "tolerance", "house_style", "authority", "quotes", "rules", "concepts", "story", "max_chars")
        table = self.known_only(self.table, known, "setting")
        max_chars = table.get("max_chars", MAX_CHARS)
        if not isinstance(max_chars, int) or isinstance(max_chars, bool) or max_chars < 1:
            self.refuse("max_chars", "max_chars must be a whole number above 0.")
        return Config(
            pipeline=self.pipeline(table.get("pipeline")),
            severities=self.severities(self.mapping(table, "severity")),
            tolerances=tuple((rule, self.tolerance(rule, values)) for rule, values in self.mapping(table, "tolerance").items()),
            house_style=self.strings(table, "house_style"),
            authority=self.authority(table.get("authority")),
            quotes=self.choice(table, "quotes", ("plain", "strict"), "plain"),
            rules=tuple(str(self.path.parent / folder) for folder in self.strings(table, "rules")),
            concepts=self.concepts(table.get("concepts")),
            stories=self.stories(),
            max_chars=max_chars,
            folder=str(self.path.parent),
        )

    def pipeline(self, value: object) -> str | None:
        if value is not None and not isinstance(value, str):
            self.refuse("pipeline", "pipeline must be the name or folder of a spaCy pipeline.")
        if isinstance(value, str) and (self.path.parent / value).is_dir():
            return str(self.path.parent / value)
        return cast("str | None", value)

    def concepts(self, value: object) -> str | None:
        """The folder that the setting names."""
        if value is None:
            return None
        if not isinstance(value, str) or not (self.path.parent / value).is_dir():
            self.refuse("concepts", "concepts must be the name of a folder of concept files.")
        return str(self.path.parent / cast("str", value))

    def authority(self, value: object) -> tuple[Entry, ...]:
        """The house list that the setting names, else the authority.toml beside this file, else nothing."""
        if value is not None and not isinstance(value, str):
            self.refuse("authority", "authority must be the name of a file.")
        path = self.path.parent / (value if isinstance(value, str) else AUTHORITY)
        return read_authority(path) if value is not None or path.is_file() else ()

    def severities(self, table: Mapping[str, object]) -> tuple[tuple[str, Severity | Literal["off"]], ...]:
        allowed = ("error", "warning", "note", "off")
        return tuple((rule, self.choice(table, rule, allowed, None)) for rule in table)

    def tolerance(self, rule: str, values: object) -> tuple[tuple[str, float], ...]:
        if not isinstance(values, dict) or not all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values.values()):
            self.refuse(rule, f"The tolerance of {rule} must be a table of numbers, such as {{ relative = 0.05 }}.")
        return tuple((key, float(value)) for key, value in cast("dict[str, float]", values).items())

    def stories(self) -> tuple[Story, ...]:
        out: list[Story] = []
        for table in self.tables("story"):
            self.known_only(table, ("name", "sources", "labels", "published"), "key of a story")
            name = table.get("name")
            if not isinstance(name, str) or not name:
                self.refuse("story", "A story needs a name.")
            if name in [s.name for s in out]:
                self.refuse(str(name), f"Two stories are named {name!r}.")
            if not table.get("sources"):
                self.refuse(str(name), f"The story {name!r} names no sources.")
            sources = tuple(self.beside(s) for s in self.strings(table, "sources"))
            pairs = {
                key: tuple((self.beside(p), str(v)) for p, v in self.mapping(table, key).items()) for key in ("labels", "published")
            }
            out.append(Story(str(name), sources, pairs["labels"], pairs["published"]))
        return tuple(out)

    def beside(self, path: str) -> str:
        folder = self.path.parent
        return path if str(folder) == "." else (folder / path).as_posix()
