"""`factcheck compare` and `factcheck check`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checker import report
from checker.cli import accepted
from checker.cli.sources import Gathered, gather, labelled, settings
from checker.cli.terminal import options, signs_of_life
from checker.config import Config, Story
from checker.errors import ConfigError, UsageError, did_you_mean
from checker.model import Memo, Severity

_RANK: dict[str, int] = {"note": 1, "warning": 2, "error": 3, "never": 4}
_IN_ROW = ("text", "compact", "jsonl", "github", "markdown")  # formats in which one story may follow another


def compare_files(
    files: Sequence[str], format_: str, reports: Sequence[str], ignore: Sequence[str], labels: Sequence[str], published: Sequence[str],
    fail_on: str, all_: bool, why_aligned: bool, max_chars: int | None, colour: str, config: str | None,
) -> int:
    """Compares the files as one story, prints and writes what was asked for, and gives the exit code."""
    rules = settings(config, max_chars, ignore)
    files_to_write = _reports(reports)
    gathered = gather(files, rules)
    memo = _compared(gathered, labelled(rules, [n for n, _ in gathered.sources], labels, published))
    if memo is None:
        return 2
    look = options(colour, all_, why_aligned)
    sys.stdout.write(report.render(format_, memo, look))
    for form, path in files_to_write:
        _write(path, report.render(form, memo, replace(look, colour=False, width=100)))
    return 2 if gathered.unreadable else _failing([memo], fail_on)


def check_stories(
    stories: Sequence[str], format_: str, reports: Sequence[str], ignore: Sequence[str], labels: Sequence[str], published: Sequence[str],
    fail_on: str, all_: bool, why_aligned: bool, max_chars: int | None, colour: str, config: str | None,
) -> int:
    """Compares the stories of the config, each by itself."""
    rules = settings(config, max_chars, ignore)
    chosen = _chosen(rules, stories)
    if format_ not in (*_IN_ROW, "json") and len(chosen) > 1:
        hint = f"Write one each: --report '{format_}={{story}}.{format_}'."
        raise UsageError(f"Several stories do not fit into one {format_}.", hint=hint)
    files_to_write = _reports(reports)
    if len(chosen) > 1 and (whole := [p for _, p in files_to_write if "{story}" not in p]):
        raise UsageError(f"--report: {whole[0]!r} would be written once for each story.", hint="Put {story} into the path.")
    look = options(colour, all_, why_aligned)
    memos: list[Memo] = []
    printed: list[tuple[str, str]] = []
    incomplete = False
    for story in chosen:
        own = replace(rules, labels=story.labels, published=story.published)
        gathered = gather(story.sources, own)
        memo = _compared(gathered, labelled(own, [n for n, _ in gathered.sources], labels, published), story.name)
        incomplete |= memo is None or bool(gathered.unreadable)
        if memo is None:
            continue
        memos.append(memo)
        printed.append((story.name, report.render(format_, memo, look)))
        for form, path in files_to_write:
            _write(path.replace("{story}", story.name), report.render(form, memo, replace(look, colour=False, width=100)))
    sys.stdout.write(_one_after_another(format_, printed))
    if not stories:
        for notice in accepted.unused(rules, memos):
            print(f"factcheck: {notice.path}:{notice.line}: {notice.message}", file=sys.stderr)
    return 2 if incomplete else _failing(memos, fail_on)


def _compared(gathered: Gathered, config: Config, story: str | None = None) -> Memo | None:
    """The Memo of what could be read, None where fewer than two reports remain; both say so on standard error."""
    for error in gathered.unreadable:
        print(f"factcheck: {error}", file=sys.stderr)
    if gathered.english < 2:
        which = f"The story {story!r} has" if story else "There is" if gathered.english == 1 else "There are"
        found = "only one report" if gathered.english == 1 else "no reports"
        what = "English text" if gathered.english < len(gathered.sources) else "text"
        print(f"factcheck: {which} {found} with {what}; comparing takes at least two.", file=sys.stderr)
        return None
    import checker

    count = len(gathered.sources)
    with signs_of_life(f"Reading {count} reports"):
        memo = checker.compare(gathered.sources, config)
    lost = tuple((error.path or "", error.sentence) for error in gathered.unreadable)
    coverage = replace(memo.coverage, skipped=(*memo.coverage.skipped, *lost, *gathered.skipped))
    return accepted.without_accepted(replace(memo, coverage=coverage), config)


def _chosen(config: Config, names: Sequence[str]) -> tuple[Story, ...]:
    known = {s.name: s for s in config.stories}
    if not known:
        raise ConfigError("No stories are named in factcheck.toml.", hint='Add [[story]] with name = "..." and sources = ["..."].')
    for name in names:
        if name not in known:
            raise UsageError(f"There is no story {name!r}.", hint=did_you_mean(name, known) or f"Known: {', '.join(known)}.")
    return tuple(s for s in config.stories if not names or s.name in names)


def _reports(given: Sequence[str]) -> list[tuple[str, str]]:
    """FORMAT=PATH pairs, each format known."""
    out: list[tuple[str, str]] = []
    for one in given:
        form, equals, path = one.partition("=")
        if not equals or not path:
            raise UsageError(f"--report needs FORMAT=PATH, not {one!r}.")
        if form not in report.FORMATS:
            hint = did_you_mean(form, report.FORMATS) or f"Known: {', '.join(report.FORMATS)}."
            raise UsageError(f"--report: there is no format {form!r}.", hint=hint)
        out.append((form, path))
    return out


def _write(path: str, text: str) -> None:
    try:
        Path(path).write_bytes(text.encode("utf-8", errors="backslashreplace"))
    except OSError as error:
        raise UsageError(f"--report: {path} cannot be written: {(error.strerror or str(error)).lower()}.") from error


def _one_after_another(format_: str, printed: Sequence[tuple[str, str]]) -> str:
    if format_ == "json":
        stories = [{"story": name, **json.loads(text)} for name, text in printed]
        return json.dumps({"schema_version": 1, "stories": stories}, ensure_ascii=False, indent=1) + "\n"
    if format_ in ("text", "markdown"):
        mark = "# " if format_ == "markdown" else ""
        return "\n".join(f"{mark}Story: {name}\n\n{text}" for name, text in printed)
    return "".join(text for _, text in printed)


def _failing(memos: Sequence[Memo], fail_on: str) -> int:
    worst: list[Severity] = [f.severity for memo in memos for f in memo.findings]
    return int(any(_RANK[s] >= _RANK[fail_on] for s in worst))
