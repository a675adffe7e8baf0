"""A Memo, or what was understood, as text in one of the formats; one file per format."""

from __future__ import annotations

from importlib import import_module

from checker.errors import UsageError, did_you_mean
from checker.model import Memo, Understanding
from checker.report.options import Options

__all__ = ["FACTS_FORMATS", "FORMATS", "Options", "render", "render_facts"]

# format -> what it is for; the file of that name holds its `render(memo, options)`
FORMATS = {
    "text": "the desk memo for a terminal",
    "compact": "one line a finding, for editors and grep",
    "json": "everything, for programs (schema_version 1)",
    "jsonl": "one finding a line",
    "sarif": "SARIF 2.1.0, for code hosts",
    "junit": "JUnit XML, for build servers",
    "github": "annotations of GitHub Actions",
    "markdown": "the desk memo for a pull request",
    "html": "the desk memo as one page",
    "csv": "one row a side, for a spreadsheet",
}
FACTS_FORMATS = {"text": "sentence by sentence, to read", "jsonl": "one value a line"}


def render(format: str, memo: Memo, options: Options | None = None) -> str:
    """The memo in a format of FORMATS; ends with a line break unless it is empty."""
    _known(format, FORMATS)
    return str(import_module(f"checker.report.{format}").render(memo, options or Options()))


def render_facts(format: str, story: Understanding, options: Options | None = None) -> str:
    """What was understood, in a format of FACTS_FORMATS."""
    _known(format, FACTS_FORMATS)
    from checker.report import facts

    return (facts.render_jsonl if format == "jsonl" else facts.render_text)(story, options or Options())


def _known(format: str, formats: dict[str, str]) -> None:
    if format not in formats:
        raise UsageError(f"There is no format {format!r} here.", hint=did_you_mean(format, formats) or f"Known: {', '.join(formats)}.")
