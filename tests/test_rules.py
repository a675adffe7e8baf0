"""Every example of every shipped rule, through the whole pipeline."""

from __future__ import annotations

import pytest

from checker import catalogue, examples
from checker.config import Config

CASES = [(rule, example) for rule in catalogue.load() for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.code}: {example.title}" for rule, example in CASES])
def test_an_example_is_as_its_rule_says(rule: catalogue.Rule, example: catalogue.Example) -> None:
    result = examples.run(rule, example, Config())
    assert result.passed, result.sentence
