"""A TOML file that people type: what it says, and what is refused with file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from checker.errors import ConfigError, did_you_mean


class TomlFile:
    """A TOML file: its table for values, its text for line numbers in what is refused."""

    def __init__(self, path: Path, text: str | None = None) -> None:
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8-sig") if text is None else text
            self.table: dict[str, Any] = tomllib.loads(self.text)
        except OSError as error:
            raise ConfigError(f"Cannot be read: {(error.strerror or str(error)).lower()}.", str(path)) from error
        except UnicodeDecodeError as error:
            raise ConfigError("Is not UTF-8 text.", str(path)) from error
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"\(at line (\d+)", str(error))
            line = int(at[1]) if at else self.text.rstrip().count("\n") + 1  # else "at end of document"
            raise ConfigError(re.sub(r"\s*\(at .*\)", "", str(error)) + ".", str(path), line) from error

    def mapping(self, table: Mapping[str, object], key: str) -> dict[str, object]:
        value = table.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, f"{key} must be a table.")
        return cast("dict[str, object]", value)

    def tables(self, key: str) -> list[dict[str, object]]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            self.refuse(key, f"{key} is written as [[{key}]].")
        return cast("list[dict[str, object]]", value)

    def strings(self, table: Mapping[str, object], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.refuse(key, f"{key} must be a list of strings.")
        return tuple(cast("list[str]", value))

    def choice(self, table: Mapping[str, object], key: str, allowed: tuple[str, ...], default: str | None) -> Any:
        value = table.get(key, default)
        if value not in allowed:
            self.refuse(key, f"{key} must be one of {', '.join(allowed)}, not {value!r}.", did_you_mean(str(value), allowed))
        return value

    def known_only(self, table: Mapping[str, Any], known: tuple[str, ...], what: str) -> Mapping[str, Any]:
        for key in table:
            if key not in known:
                self.refuse(key, f"{key!r} is not a {what}.", did_you_mean(key, known) or f"Known: {', '.join(known)}.")
        return table

    def line_of(self, word: str) -> int | None:
        """The line where the word is a key, else a value, else anything."""
        word = re.escape(word)
        as_key = rf'^[ \t\[]*(?:tool\.factcheck\.)?["\']?{word}["\']?[ \t]*(?:=|\]|\.)'
        as_value = rf'=[ \t]*["\']{word}["\']'
        at = re.search(f"{as_key}|{as_value}", self.text, re.MULTILINE) or re.search(rf"(?<!\w){word}(?!\w)", self.text)
        return self.text.count("\n", 0, at.start()) + 1 if at else None

    def refuse(self, key: str, sentence: str, hint: str | None = None) -> None:
        raise ConfigError(sentence, str(self.path), self.line_of(key), hint)
