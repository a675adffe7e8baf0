"""The catalogue: rules/*.toml and a newsroom's own folders, which rule takes which outcome, and what `explain` says.

`read` checks the files alone and loads neither spaCy nor polars; `load` also checks own rules against the comparators.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from textwrap import fill

from checker.config import Config
from checker.errors import ConfigError, RuleError, did_you_mean
from checker.model import Verdict
from checker.rulefile import Example, Form, Rule, rule_of

__all__ = [
    "Example", "Rule", "comparators", "explain", "find", "load", "read", "refuse_unknown_levels", "rules_by_level", "rules_for",
    "unclaimed",
]

# what judge.py says before it asks the comparator; every comparator has these levels too
LEVELS_OF_JUDGE: dict[str, Verdict] = {"scope": "unclear", "update": "agree", "attributed": "unclear"}


def load(folders: Sequence[str | Path] = ()) -> tuple[Rule, ...]:
    """The shipped rules and those of own folders, sorted by code.

    Raises RuleError at the first thing that is not understood. That shipped rules take only levels that exist is a test and
    `factcheck rules check`; of own rules it is asked each time.
    """
    rules = read(folders)
    refuse_unknown_levels(r for r in rules if r.own)
    return rules


def rules_for(config: Config) -> tuple[Rule, ...]:
    """The rules of a run: shipped and own, with the severities and tolerances that the newsroom sets."""
    rules = {rule.code: rule for rule in load(config.rules)}
    for wanted, severity in config.severities:
        rule = _set_rule(wanted, rules)
        if severity == "off":
            del rules[rule.code]
        else:
            rules[rule.code] = replace(rule, severity=severity)
    for wanted, tolerance in config.tolerances:
        rule = _set_rule(wanted, rules)
        rules[rule.code] = replace(rule, tolerance=tuple(sorted({**rule.tolerances, **dict(tolerance)}.items())))
    return tuple(rules.values())


def _set_rule(wanted: str, rules: Mapping[str, Rule]) -> Rule:
    try:
        return find(wanted, tuple(rules.values()))
    except RuleError as error:
        raise ConfigError(f"A setting names a rule that does not exist: {wanted!r}.", hint=error.hint) from None


def read(folders: Sequence[str | Path] = ()) -> tuple[Rule, ...]:
    """The rules as written: each file right in itself, no code, name or level twice."""
    rules = list(_shipped())
    for folder in folders:
        if not Path(folder).is_dir():
            raise RuleError("This folder of rules does not exist.", str(folder))
        rules += [rule_of(str(path), path.read_text(encoding="utf-8"), True) for path in sorted(Path(folder).glob("*.toml"))]
    for own in (False, True):
        _only_once([r for r in rules if r.own == own], lambda r: [f"The level {level!r} of {r.comparator!r}" for level in r.levels])
    _only_once(rules, lambda r: [f"The code {r.code}", f"The name {r.name!r}"])
    return tuple(sorted(rules, key=lambda r: r.code))


def rules_by_level(rules: Iterable[Rule]) -> dict[tuple[str, str], Rule]:
    """Which rule takes an outcome (comparator, level); an own rule takes it over from the shipped one."""
    return {(rule.comparator, level): rule for rule in sorted(rules, key=lambda r: (r.own, r.code)) for level in rule.levels}


def unclaimed(rules: Iterable[Rule]) -> tuple[tuple[str, str], ...]:
    """The conflicts (comparator, level) that no rule takes: found, but never said. Must be empty for the shipped rules."""
    taken = rules_by_level(rules)
    conflicts = ((c, level) for c, levels in comparators().items() for level, verdict in levels.items() if verdict == "conflict")
    return tuple(sorted(one for one in conflicts if one not in taken))


def comparators() -> dict[str, Mapping[str, Verdict]]:
    """The LEVELS of every comparator and check, by name."""
    # an empty answer while a stage has none yet; by import_module, because `checker.facts` is also the name of a function
    named = {**getattr(import_module("checker.facts"), "COMPARATORS", {}), **getattr(import_module("checker.align"), "CHECKS", {})}
    return {name: {**LEVELS_OF_JUDGE, **getattr(one, "LEVELS", one)} for name, one in sorted(named.items())}


def find(code_or_name: str, rules: Sequence[Rule]) -> Rule:
    """The rule of that code or name, in any case."""
    wanted = code_or_name.strip().casefold()
    for rule in rules:
        if wanted in (rule.code.casefold(), rule.name.casefold()):
            return rule
    names = [n for rule in rules for n in (rule.code, rule.name)]
    raise RuleError(f"There is no rule {code_or_name!r}.", hint=did_you_mean(code_or_name, names) or "`factcheck rules` lists them.")


def explain(code_or_name: str, folders: Sequence[str | Path] = (), width: int = 80) -> str:
    """Why a rule exists, what the desk should do, and its examples, as plain text of that width."""
    rule = find(code_or_name, read(folders))
    out = [f"{rule.code} {rule.name}", f"{rule.severity} at most, confidence {rule.confidence}"]
    out += [f"compares {rule.comparator}: {', '.join(rule.levels)}", ""]
    out += [_paragraphs(rule.why, width), "", "What to do", _paragraphs(rule.do, width, 2), "", "Examples"]
    for example in rule.examples:
        out += ["", f"  {_WORDS[example.expect]}: {example.title}" + (" (known gap: not right yet)" if example.known_gap else "")]
        for i, text in enumerate(example.texts):
            who = (example.labels[i] if example.labels else "") or chr(ord("A") + i)
            out.append(_paragraphs(f"{who}: {text}", width, 4))
    return "\n".join(out) + "\n"


_WORDS: dict[Verdict, str] = {"conflict": "raised", "agree": "not raised", "unclear": "left open"}


@cache
def _shipped() -> tuple[Rule, ...]:
    entries = sorted((e for e in files("checker.rules").iterdir() if e.name.endswith(".toml")), key=lambda e: e.name)
    return tuple(rule_of(str(entry), entry.read_text(encoding="utf-8"), False) for entry in entries)


def refuse_unknown_levels(rules: Iterable[Rule]) -> None:
    """RuleError where a rule names a comparator or level that is not there, or raises what is no conflict above a note."""
    for rule in rules:
        _against(rule, comparators())


def _against(rule: Rule, known: Mapping[str, Mapping[str, Verdict]]) -> None:
    form = Form(rule.path, Path(rule.path).read_text(encoding="utf-8") if Path(rule.path).exists() else "", {})
    key = "check" if rule.one_report else "compare"
    if rule.comparator not in known:
        form.refuse(key, f"There is no comparator {rule.comparator!r}.", rule.comparator, tuple(known))
    levels = known[rule.comparator]
    for level in rule.levels:
        if level not in levels:
            form.refuse("levels", f"The comparator {rule.comparator!r} has no level {level!r}.", level, tuple(levels))
        if levels[level] != "conflict" and rule.severity != "note":
            form.refuse("severity", f"The level {level!r} is no conflict, so the rule can be at most a note.")
    for n, wanted in enumerate(example.level for example in rule.examples):
        if wanted is not None and wanted not in levels:
            sentence = f"The comparator {rule.comparator!r} has no level {wanted!r}."
            Form(form.path, form.text, {}, n).refuse("level", sentence, wanted, tuple(levels))


def _only_once(rules: Sequence[Rule], claims: Callable[[Rule], list[str]]) -> None:
    seen: dict[str, Rule] = {}
    for rule in rules:
        for claim in claims(rule):
            if claim in seen:
                raise RuleError(f"{claim} is taken by {seen[claim].path} already.", rule.path, 1)
            seen[claim] = rule


def _paragraphs(text: str, width: int, indent: int = 0) -> str:
    margin = " " * indent
    blocks = (" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip()))
    return "\n\n".join(fill(b, width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False) for b in blocks)
