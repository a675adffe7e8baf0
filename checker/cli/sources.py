"""The files that a command line names: folders opened, standard input read, what cannot be read set aside."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker import ingest
from checker.config import Config, TomlFile, find_config, read_config
from checker.errors import ConfigError, RuleError, SourceError, UsageError, did_you_mean
from checker.ingest import together

KINDS = (".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What can be read of the named sources, and what cannot."""

    sources: tuple[tuple[str, bytes], ...]
    unreadable: tuple[SourceError, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()  # other files of a named folder: path, why
    english: int = 0  # how many of the sources hold English text


def gather(paths: Sequence[str], config: Config) -> Gathered:
    """The sources of the paths; UsageError where standard input is named twice."""
    if paths.count("-") > 1:
        raise UsageError('Standard input, "-", can be read only once.')
    sources: list[tuple[str, bytes]] = []
    unreadable: list[SourceError] = []
    skipped: list[tuple[str, str]] = []
    english = 0
    for path in paths:
        named = [path]
        if path != "-" and os.path.isdir(path):
            named, others = _folder(path)
            skipped.extend((other, "not a .txt, .html or .htm file") for other in others)
            if not named:
                unreadable.append(SourceError("There are no .txt, .html or .htm files in this folder.", path))
        for name in named:
            try:
                content = _content(name)
                report = ingest.read(name, content, config.max_chars)
            except SourceError as error:
                unreadable.append(error)
                continue
            english += together.language_of(report) is None
            sources.append((name, content))
    return Gathered(tuple(sources), tuple(unreadable), tuple(skipped), english)


def settings(config: str | None, max_chars: int | None = None, ignore: Iterable[str] = ()) -> Config:
    """The Config of the run: the named file, else the nearest one, with what the command line says on top."""
    nearest = find_config(Path.cwd()) if config is None else None
    # the nearest one is named as seen from here, so that messages and paths stay short
    path = Path(config) if config is not None else Path(os.path.relpath(nearest)) if nearest else None
    found = Config()
    if path is not None:
        found = read_config(path)
        _rules_exist(path, found)
    codes = tuple(code.strip() for given in ignore for code in given.split(",") if code.strip())
    return replace(found, max_chars=max_chars or found.max_chars, ignore=codes)


def labelled(config: Config, names: Sequence[str], labels: Sequence[str], published: Sequence[str]) -> Config:
    """The Config with --label FILE=NAME and --published [FILE=]ISO of the named sources."""
    return replace(
        config,
        labels=(*config.labels, *(_pair("--label", given, names) for given in labels)),
        published=(*config.published, *(_when(given, names) for given in published)),
    )


def _rules_exist(path: Path, config: Config) -> None:
    """Refuses a setting for a rule that does not exist, with its line."""
    wanted = [rule for rule, _ in (*config.severities, *config.tolerances)]
    if not wanted:
        return
    from checker import catalogue

    rules = catalogue.read(config.rules)
    for rule in wanted:
        try:
            catalogue.find(rule, rules)
        except RuleError as error:
            raise ConfigError(error.sentence, str(path), TomlFile(path).line_of(rule), error.hint) from None


def _content(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        folder = Path(path).parent
        near = did_you_mean(Path(path).name, sorted(p.name for p in folder.iterdir()), cutoff=0.85) if folder.is_dir() else None
        raise SourceError(f"Cannot be read: {why[:1].lower()}{why[1:]}.", path, hint=near) from error


def _folder(path: str) -> tuple[list[str], list[str]]:
    """The reports of a folder and its other files, both sorted; hidden files and folders within do not count."""
    names = sorted(e.name for e in os.scandir(path) if e.is_file() and not e.name.startswith("."))
    reports = [os.path.join(path, n) for n in names if n.lower().endswith(KINDS)]
    return reports, [os.path.join(path, n) for n in names if not n.lower().endswith(KINDS)]


def _when(given: str, names: Sequence[str]) -> tuple[str, str]:
    path, moment = _pair("--published", given, names) if "=" in given else ("", given)
    try:
        datetime.datetime.fromisoformat(moment)
    except ValueError:
        raise UsageError(f"--published: {moment!r} is not a date or time like 2021-05-20 or 2021-05-20T08:00+00:00.") from None
    return path, moment[:-1] + "+00:00" if moment[-1] in "Zz" else moment


def _pair(option: str, given: str, names: Sequence[str]) -> tuple[str, str]:
    """FILE=VALUE with FILE as its source is called: the path as given, or a file name that only one source has."""
    cuts = [i for i, c in enumerate(given) if c == "="]
    if not cuts:
        raise UsageError(f"{option} needs FILE=VALUE, not {given!r}.")
    for i in reversed(cuts):
        file, value = given[:i], given[i + 1 :]
        fits = [n for n in names if n == file] or [n for n in names if file in (os.path.basename(n), os.path.normpath(n))]
        if len(set(fits)) == 1 and value:
            return fits[0], value
        if len(set(fits)) > 1:
            raise UsageError(f"{option}: {file!r} is the name of several sources; give the whole path.")
    file = given[: cuts[0]]
    raise UsageError(f"{option}: {file!r} is none of the sources.", hint=did_you_mean(file, names))
