"""authority.toml: the names that the house knows, how it spells them, and who holds which office from when to when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from checker.config.toml_file import TomlFile

_KINDS: tuple[Literal["person", "organization", "place"], ...] = ("person", "organization", "place")


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody holds, both days included; a day that is not given is open."""

    title: str  # as copy puts it: "Russian foreign minister"
    since: str | None = None  # ISO date
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, organisation or place of the house's list."""

    kind: Literal["person", "organization", "place"]
    name: str  # as the house spells it
    others: tuple[str, ...] = ()  # spellings that are right elsewhere, but not of the house
    titles: tuple[Held, ...] = ()


def read_authority(path: Path) -> tuple[Entry, ...]:
    """The entries of the file, in its order; raises ConfigError with path and line for what is not understood."""
    return _List(path).entries()


def authority_of(text: str) -> tuple[Entry, ...]:
    """The entries of a list that is given as text."""
    return _List(Path("authority.toml"), text).entries()


class _List(TomlFile):
    """The file as people type it."""

    def entries(self) -> tuple[Entry, ...]:
        self.known_only(self.table, _KINDS, "kind of name")
        out: list[Entry] = []
        for kind in _KINDS:
            for table in self.tables(kind):
                keys = ("name", "others", "titles") if kind == "person" else ("name", "others")
                self.known_only(table, keys, f"key of [[{kind}]]")
                name = table.get("name")
                if not isinstance(name, str) or not name.strip():
                    self.refuse(kind, f"Each [[{kind}]] needs a name.")
                if any(e.name == name and e.kind == kind for e in out):
                    self.refuse(str(name), f"{name!r} is on the list twice.")
                out.append(Entry(kind, str(name), self.strings(table, "others"), self.titles(str(name), table.get("titles", []))))
        return tuple(out)

    def titles(self, name: str, value: object) -> tuple[Held, ...]:
        if not isinstance(value, list) or not all(isinstance(v, Mapping) for v in value):
            self.refuse(name, f'The titles of {name} are written as [{{ title = "...", from = 2020-01-31 }}].')
            return ()
        out: list[Held] = []
        for table in value:
            self.known_only(table, ("title", "from", "until"), "key of a title")
            title, since, until = table.get("title"), self.day(table, "from"), self.day(table, "until")
            if not isinstance(title, str) or not title.strip():
                self.refuse(name, f"Each title of {name} needs a title.")
            if since and until and since > until:
                self.refuse(str(title), f"{title!r} of {name} ends before it begins.")
            out.append(Held(str(title), since, until))
        return tuple(out)

    def day(self, table: Mapping[str, object], key: str) -> str | None:
        value = table.get(key)
        if value is None:
            return None
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.refuse(key, f"{key} must be a day, such as 2020-01-31, not {value!r}.")
            return None
