"""Every example of every shipped rule, through the whole pipeline; and what an example's outcome is taken to mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

import checker
from checker import catalogue, examples
from checker.config import Config
from checker.model import Memo

CASES = [(rule, example) for rule in catalogue.load() for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.code}: {example.title}" for rule, example in CASES])
def test_an_example_is_as_its_rule_says(rule: catalogue.Rule, example: catalogue.Example) -> None:
    result = examples.run(rule, example, Config())
    assert result.passed, result.sentence


EXAMPLE = catalogue.Example("two lengths", "conflict", ("The talks took two hours.", "They took 100 minutes."))
RULE = catalogue.Rule(
    "DUR01", "duration-differs", "error", "high", "duration", ("differs",), "{topic}", "why", "do", (), (EXAMPLE,), False, "x.toml",
)
COST = replace(RULE, code="MON01", comparator="money", levels=("differs",))


def outcome(rule: catalogue.Rule, example: catalogue.Example, memo: Memo, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, str]:
    monkeypatch.setattr(checker, "compare", lambda sources, config: memo)
    result = examples.run(rule, example, Config())
    return result.passed, result.sentence


@pytest.mark.parametrize(
    ("rule", "changes", "sentence"),
    [
        (RULE, {}, "as expected"),
        (RULE, {"severity": "error", "level": "differs"}, "as expected"),
        (RULE, {"severity": "note"}, "severity should be 'note', is 'error'"),
        (RULE, {"hint": "swapped"}, "hint should be 'swapped', is None"),
        (RULE, {"level": "rounded"}, "DUR01 should be raised; got DUR01 error (differs"),
        (COST, {}, "MON01 should be raised; got DUR01 error"),
        (RULE, {"known_gap": True}, "is right now: remove known_gap"),
        (COST, {"known_gap": True}, "known gap: MON01 should be raised"),
    ],
)
def test_a_conflict_must_be_raised_by_its_rule(
    rule: catalogue.Rule, changes: dict[str, str], sentence: str, memo: Memo, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = replace(memo, findings=tuple(f for f in memo.findings if f.code == "DUR01"))
    passed, said = outcome(rule, replace(EXAMPLE, **changes), found, monkeypatch)  # type: ignore[arg-type]
    assert said.startswith(sentence)
    assert passed == (sentence == "as expected" or sentence.startswith("known gap"))


def test_agreement_must_be_seen_and_not_only_nothing_raised(clean_memo: Memo, memo: Memo, monkeypatch: pytest.MonkeyPatch) -> None:
    agrees = replace(EXAMPLE, expect="agree")
    assert outcome(COST, agrees, clean_memo, monkeypatch) == (True, "as expected")
    assert outcome(RULE, agrees, clean_memo, monkeypatch) == (False, "should be agree; the values were not put under one question")
    assert outcome(replace(RULE, comparator="spelling"), agrees, clean_memo, monkeypatch)[0]
    passed, said = outcome(COST, agrees, memo, monkeypatch)
    assert not passed and said.startswith("nothing should be raised; got DUR01 error")


def test_the_texts_of_an_example_are_files_with_their_labels_and_times() -> None:
    example = replace(EXAMPLE, formats=("txt", "html"), labels=("Agency", ""), published=("", "2021-05-20"))
    assert [name for name, _ in examples.sources_of(example)] == ["a.txt", "b.html"]
    config = examples.settings_of(example, Config())
    assert config.labels == (("a.txt", "Agency"),)
    assert config.published == (("b.html", "2021-05-20"),)
