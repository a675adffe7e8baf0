"""The commands and their options; what each does stands in a file of its own, imported when it runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from checker import __version__
from checker.report import FACTS_FORMATS, FORMATS

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="factcheck")
def factcheck() -> None:
    """Reads parallel reports of one event and flags where they cannot all be right."""


def _of_all(command: Callable[..., Any]) -> Callable[..., Any]:
    options = (
        click.option("--config", metavar="FILE", help="Settings, instead of the nearest factcheck.toml or pyproject.toml."),
        click.option(
            "--colour", "--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto",
            help="Colour in text; auto minds NO_COLOR, FORCE_COLOR and the terminal.",
        ),
        click.option("--max-chars", type=click.IntRange(min=1), metavar="N", help="Read at most so much of a report (300,000)."),
        click.option("--published", multiple=True, metavar="[FILE=]ISO", help="When a report, or every report, was published."),
        click.option("--label", "labels", multiple=True, metavar="FILE=NAME", help="Who speaks in a report."),
        click.option("--all", "all_", is_flag=True, help="Leave nothing out of the text."),
    )
    for option in options:
        command = option(command)
    return command


def _of_memos(command: Callable[..., Any]) -> Callable[..., Any]:
    options = (
        click.option("--why-aligned", is_flag=True, help="Show why passages were put together."),
        click.option("--ignore", multiple=True, metavar="CODE", help="Leave out the findings of a rule."),
        click.option(
            "--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="error", show_default=True,
            help="The mildest finding that makes the exit code 1.",
        ),
        click.option("--report", "reports", multiple=True, metavar="FORMAT=PATH", help="Write a report to a file, beside what is printed."),
        click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="What is printed."),
    )
    for option in options:
        command = option(command)
    return command


@factcheck.command(short_help="Compare the reports of one story.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_of_all
@_of_memos
def compare(**given: Any) -> int:
    """Compares the reports of one story and shows where they cannot all be right.

    FILE is plain text or HTML; "-" is standard input; a folder stands for its own *.txt, *.html and *.htm.
    Exit code: 0 nothing found, 1 findings, 2 something could not be checked.
    """
    from checker.cli.comparing import compare_files

    return compare_files(**given)


@factcheck.command(short_help="Compare the stories named in factcheck.toml.")
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@_of_all
@_of_memos
def check(**given: Any) -> int:
    """Compares the stories that factcheck.toml names, or only those given: what CI and pre-commit run.

    In the PATH of --report, {story} stands for the story's name.
    """
    from checker.cli.comparing import check_stories

    return check_stories(**given)


@factcheck.command(short_help="Show the values that were read, each with its place.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_of_all
@click.option("--questions", is_flag=True, help="Also the question that each value answers.")
@click.option("--format", "format_", type=click.Choice(list(FACTS_FORMATS)), default="text", show_default=True, help="What is printed.")
def facts(**given: Any) -> int:
    """Shows what was understood in each report: every value with its place, nothing compared."""
    from checker.cli.facts import show_facts

    return show_facts(**given)


@factcheck.command(short_help="Say why a rule exists and what to do about it.")
@click.argument("rule", metavar="CODE|NAME")
@click.option("--config", metavar="FILE", help="Settings, instead of the nearest factcheck.toml or pyproject.toml.")
def explain(rule: str, config: str | None) -> int:
    """Says why a rule exists, shows its examples, and what a desk should do about its findings."""
    from checker.cli.rules import explain_rule

    return explain_rule(rule, config)


@factcheck.command(short_help="List the rules, or run their examples.")
@click.argument("action", required=False, type=click.Choice(["check"]), metavar="[check]")
@click.argument("only", nargs=-1, metavar="[CODE]...")
@click.option("--config", metavar="FILE", help="Settings, instead of the nearest factcheck.toml or pyproject.toml.")
def rules(action: str | None, only: tuple[str, ...], config: str | None) -> int:
    """Lists the catalogue of rules; `rules check` runs the examples of all rules, or of those given, your own included."""
    from checker.cli.rules import check_rules, list_rules

    return check_rules(only, config) if action else list_rules(config)


@factcheck.command(short_help="Accept a finding, so that it is not raised again.")
@click.argument("fingerprint")
@click.option("--reason", required=True, help="Why it is all right; read by whoever finds it later.")
@click.option("--by", metavar="NAME", help="Who accepts it.")
@click.option("--until", metavar="DATE", help="Until when; the newest date of publication in a story counts as today.")
@click.option("--config", metavar="FILE", help="Settings, instead of the nearest factcheck.toml or pyproject.toml.")
def accept(**given: Any) -> int:
    """Writes a finding's fingerprint to factcheck-accepted.toml, beside the settings."""
    from checker.cli.accepted import accept_finding

    return accept_finding(**given)
