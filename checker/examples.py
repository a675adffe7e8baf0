"""The examples of rules are their tests: each goes through the whole pipeline, as reports of one story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.config import Config, authority_of
from checker.model import Finding, Memo, Topic
from checker.rulefile import Example, Rule

# where nothing is wrong these need not leave a topic behind: quotes and spellings ask no question, names that agree are one card
LEAVE_NO_TOPIC = ("quote", "spelling", "name", "organization", "polarity", "house")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one example."""

    rule: Rule
    example: Example
    passed: bool
    sentence: str  # what was expected and what came


def check(rules: Iterable[Rule], config: Config | None = None) -> tuple[Result, ...]:
    """Each example of each rule, run; a known gap passes while it fails, and fails the day it passes."""
    return tuple(run(rule, example, config or Config()) for rule in rules for example in rule.examples)


def run(rule: Rule, example: Example, config: Config) -> Result:
    """One example through `checker.compare`."""
    from checker import compare

    memo = compare(sources_of(example), settings_of(example, config))
    wrong = _wrong(rule, example, memo)
    if example.known_gap:
        return Result(rule, example, bool(wrong), f"known gap: {wrong}" if wrong else "is right now: remove known_gap")
    return Result(rule, example, not wrong, wrong or "as expected")


def sources_of(example: Example) -> list[tuple[str, bytes]]:
    """The texts as files a, b, c ..."""
    formats = example.formats or ("txt",) * len(example.texts)
    return [(f"{chr(ord('a') + i)}.{ending}", text.encode()) for i, (text, ending) in enumerate(zip(example.texts, formats, strict=True))]


def settings_of(example: Example, config: Config) -> Config:
    """The configuration with the example's times of publication, labels and list of the house."""
    names = [name for name, _ in sources_of(example)]
    published, labels = (tuple((n, g) for n, g in zip(names, given, strict=False) if g) for given in (example.published, example.labels))
    listed = authority_of(example.authority) if example.authority else config.authority
    return replace(config, published=published, labels=labels, authority=listed)


def _wrong(rule: Rule, example: Example, memo: Memo) -> str:
    """What is not as the example expects, as a sentence; empty where it is."""
    raised = [f for f in memo.findings if f.severity != "note"]
    mine = [f for f in memo.findings if f.code == rule.code]
    topics = [t for t in memo.topics if t.comparator == rule.comparator]
    if example.expect == "conflict":
        fitting = [f for f in mine if example.level in (None, f.topic.level)]
        if not fitting:
            return f"{rule.code} should be raised; {_came(memo.findings, topics)}"
        for name, wanted in (("severity", example.severity), ("hint", example.hint)):
            if wanted is not None and not any(_has(f, name, wanted) for f in fitting):
                return f"{name} should be {wanted!r}, is {getattr(fitting[0], name)!r}"
        return ""
    if raised:
        return f"nothing should be raised; {_came(raised, topics)}"
    fitting_topics = [t for t in topics if t.verdict == example.expect and example.level in (None, t.level)]
    if not fitting_topics and not (example.expect == "agree" and (rule.one_report or rule.comparator in LEAVE_NO_TOPIC)):
        return f"should be {example.expect}; {_came(memo.findings, topics)}"
    return ""


def _has(finding: Finding, name: str, wanted: str) -> bool:
    got = getattr(finding, name)
    return bool(got == wanted or (name == "hint" and got and wanted in got))


def _came(findings: Iterable[Finding], topics: Iterable[Topic]) -> str:
    came = [f"{f.code} {f.severity} ({f.topic.level}: {f.because})" for f in findings]
    came = came or [f"{t.verdict} ({t.level}: {t.because})" for t in topics]
    return "got " + "; ".join(came) if came else "the values were not put under one question"
