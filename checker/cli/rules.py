"""`factcheck explain` and `factcheck rules`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from checker import catalogue
from checker.cli.sources import settings
from checker.cli.terminal import signs_of_life
from checker.rulefile import Rule


def explain_rule(code_or_name: str, config: str | None) -> int:
    """Prints why the rule exists and what to do."""
    sys.stdout.write(catalogue.explain(code_or_name, settings(config).rules))
    return 0


def list_rules(config: str | None) -> int:
    """Prints one line a rule."""
    rules = catalogue.read(settings(config).rules)
    width = max((len(r.name) for r in rules), default=0)
    for rule in rules:
        own = "  (own)" if rule.own else ""
        sys.stdout.write(f"{rule.code}  {rule.name:{width}}  {rule.severity:7}  {rule.confidence:6}  {rule.comparator}{own}\n")
    return 0


def check_rules(only: Sequence[str], config: str | None) -> int:
    """Runs the rules' examples; 1 where one is not as expected. A rule file that is refused raises RuleError."""
    from checker import examples  # runs the whole pipeline

    found = settings(config)
    rules = catalogue.load(found.rules)
    catalogue.refuse_unknown_levels(rules)
    chosen: tuple[Rule, ...] = tuple(catalogue.find(name, rules) for name in only) or rules
    with signs_of_life(f"Running the examples of {len(chosen)} rules"):
        results = examples.check(chosen, found)
    failed = [r for r in results if not r.passed]
    for result in failed:
        sys.stdout.write(f"{result.rule.path}: {result.rule.code} {result.example.title!r}: {result.sentence}\n")
    silent = () if only else catalogue.unclaimed(rules)
    for comparator, level in silent:
        sys.stdout.write(f"No rule takes the level {level!r} of {comparator!r}.\n")
    gaps = sum(r.example.known_gap for r in results)
    sys.stdout.write(f"{len(chosen)} rules, {len(results)} examples, {len(failed)} not as expected, {gaps} known gaps\n")
    return int(bool(failed or silent))
