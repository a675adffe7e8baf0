"""One file of rules/ -> Rule, strictly: what is not understood is refused with file, line and a suggestion."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, NoReturn, get_args

from checker.errors import RuleError, did_you_mean
from checker.model import Confidence, Severity, Verdict

PLACEHOLDERS = ("topic", "values_by_source", "hint", "because", "speaker", "unit")
RULE_KEYS = ("code", "name", "severity", "confidence", "compare", "check", "levels", "message", "why", "do", "tolerance", "example")
EXAMPLE_KEYS = ("title", "expect", "texts", "level", "severity", "hint", "published", "labels", "formats", "known_gap", "authority")
FORMATS = ("txt", "html")


@dataclass(frozen=True, slots=True)
class Example:
    """A few short reports and what the rule must say of them; it is a test that goes through the whole pipeline."""

    title: str
    expect: Verdict
    texts: tuple[str, ...]
    level: str | None = None
    severity: Severity | None = None
    hint: str | None = None
    published: tuple[str, ...] = ()  # parallel to texts, "" = none
    labels: tuple[str, ...] = ()  # parallel to texts, "" = none
    formats: tuple[str, ...] = ()  # parallel to texts: txt or html
    known_gap: bool = False  # fails today
    authority: str | None = None  # the house's list, as authority.toml has it


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of fault, in an editor's words, with the outcomes of one comparator that are this fault."""

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    comparator: str  # name of a comparator of checker.facts or a check of checker.align
    levels: tuple[str, ...]
    message: str
    why: str
    do: str
    tolerance: tuple[tuple[str, float], ...]
    examples: tuple[Example, ...]
    one_report: bool  # a `check`: one report alone can show it
    path: str
    own: bool = False  # from a newsroom's folder

    @property
    def tolerances(self) -> dict[str, float]:
        """What `compare` of the comparator takes."""
        return dict(self.tolerance)


def rule_of(path: str, text: str, own: bool) -> Rule:
    """The rule that one file holds."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise RuleError(f"This is not TOML: {str(error).split(' (at')[0]}.", path, int(line[1]) if line else None) from None
    form = Form(path, text, table)
    form.known(RULE_KEYS)
    code = form.string("code", r"[A-Z]{2,4}\d{2,3}", "three capital letters and two digits, as DUR01")
    name = form.string("name", r"[a-z0-9]+(-[a-z0-9]+)*", "small letters and hyphens")
    if PurePath(path).stem != f"{code.lower()}-{name}":
        form.refuse("code", f"The file of {code} {name} must be called {code.lower()}-{name}.toml.")
    if ("compare" in table) == ("check" in table):
        form.refuse(None, "A rule has either `compare` (values of reports) or `check` (what one report shows alone).")
    message = form.string("message")
    for used in re.findall(r"\{(.*?)\}", message):
        if used not in PLACEHOLDERS:
            form.refuse("message", f"There is no placeholder {{{used}}}.", used, PLACEHOLDERS)
    examples = tuple(_example(Form(path, text, e, n)) for n, e in enumerate(table.get("example", [])))
    expected = {e.expect for e in examples}
    if "agree" not in expected or not expected & {"conflict", "unclear"}:
        form.refuse(None, 'A rule needs an example that it raises (expect = "conflict") and one it must leave alone (expect = "agree").')
    tolerance = table.get("tolerance", {})
    for key, value in tolerance.items():
        if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
            form.refuse(key, f"The tolerance {key!r} must be a number, not below 0.")
    return Rule(
        code, name, form.choice("severity", get_args(Severity)), form.choice("confidence", get_args(Confidence)),
        form.string("check" if "check" in table else "compare"), form.strings("levels"), message, form.string("why"), form.string("do"),
        tuple(sorted((k, float(v)) for k, v in tolerance.items())), examples, "check" in table, path, own,
    )


def _example(form: Form) -> Example:
    form.known(EXAMPLE_KEYS)
    texts = form.strings("texts")
    if len(texts) > 5:
        form.refuse("texts", "An example has at most five texts.")
    lists: dict[str, tuple[str, ...]] = {}
    for key in ("published", "labels", "formats"):
        lists[key] = form.strings(key) if key in form.table else ()
        if lists[key] and len(lists[key]) != len(texts):
            form.refuse(key, f"`{key}` must have one entry a text: {len(texts)}, not {len(lists[key])}.")
    for given in lists["formats"]:
        if given not in FORMATS:
            form.refuse("formats", f"There is no format {given!r}.", given, FORMATS)
    gap = form.table.get("known_gap", False)
    if not isinstance(gap, bool):
        form.refuse("known_gap", "`known_gap` must be true or false.")
    return Example(
        form.string("title"), form.choice("expect", get_args(Verdict)), texts,
        level=form.string("level") if "level" in form.table else None,
        severity=form.choice("severity", get_args(Severity)) if "severity" in form.table else None,
        hint=form.string("hint") if "hint" in form.table else None,
        known_gap=gap, authority=form.string("authority") if "authority" in form.table else None, **lists,
    )


@dataclass(frozen=True, slots=True)
class Form:
    """A table of a rule file that can say where in the file it stands."""

    path: str
    text: str
    table: dict[str, Any]
    example: int | None = None

    def known(self, keys: Sequence[str]) -> None:
        for key in self.table:
            if key not in keys:
                self.refuse(key, f"There is no key {key!r} here.", key, keys)

    def string(self, key: str, pattern: str = r"(?s).*\S.*", like: str = "a text") -> str:
        value = self._value(key)
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            self.refuse(key, f"`{key}` must be {like}.")
        return str(value)

    def strings(self, key: str) -> tuple[str, ...]:
        value = self._value(key)
        if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
            self.refuse(key, f"`{key}` must be a list of texts, as [\"...\", \"...\"].")
        return tuple(value)

    def choice(self, key: str, choices: Sequence[str]) -> Any:
        value = self._value(key)
        if value not in choices:
            self.refuse(key, f"`{key}` must be one of {', '.join(choices)}.", str(value), choices)
        return value

    def _value(self, key: str) -> Any:
        if key not in self.table:
            self.refuse(None, f"The key `{key}` is missing.")
        return self.table[key]

    def refuse(self, key: str | None, sentence: str, typed: str = "", choices: Sequence[str] = ()) -> NoReturn:
        raise RuleError(sentence, self.path, self._line(key), did_you_mean(typed, choices) or None)

    def _line(self, key: str | None) -> int:
        lines = self.text.splitlines()
        heads = [i for i, line in enumerate(lines) if line.strip().startswith("[[example]]")]
        first = 0 if self.example is None or self.example >= len(heads) else heads[self.example]
        return next((i + 1 for i in range(first, len(lines)) if key and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", lines[i])), first + 1)
