"""From bytes to Reports: one file per format, each bytes -> Report with zones and offsets."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.config import Config
from checker.errors import SourceError
from checker.ingest import together
from checker.ingest.text import read_text
from checker.model import Notice, Report

Source = str | Path | tuple[str, bytes]

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta)\b", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Intake:
    """The reports of one story, sorted by path, and what did not become one."""

    reports: tuple[Report, ...]
    notices: tuple[Notice, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()  # path, why


@functools.lru_cache(maxsize=64)  # the command line reads once to see what can be read
def read(path: str, content: bytes, max_chars: int = 300_000) -> Report:
    """The report that the bytes of one file hold; raises SourceError where they hold no text."""
    if path.lower().endswith((".html", ".htm", ".xhtml")) or _HTML.match(content.lstrip(b"\xef\xbb\xbf")[:2000]):
        from checker.ingest.html import read_html  # its library is slow to import

        return read_html(path, content, max_chars)
    return read_text(path, content, max_chars)


def read_story(sources: Sequence[Source], config: Config) -> Intake:
    """The reports of the sources with labels and dates of the config; copy that is not English is left out.

    Raises SourceError for a source that cannot be read or holds no text.
    """
    published, labels = dict(config.published), dict(config.labels)
    reports: list[Report] = []
    told: list[Notice] = []
    skipped: list[tuple[str, str]] = []
    for path, content in sorted((_opened(s) for s in sources), key=lambda s: s[0]):
        report = read(path, content, config.max_chars)
        told.extend(report.notices)
        language = together.language_of(report)
        if language is not None:
            why = f"The text is not English (it looks like {language})."
            told.append(Notice(path, None, why + " It was left out."))
            skipped.append((path, why))
            continue
        stated = published.get(path) or published.get("")
        reports.append(
            dataclasses.replace(
                report,
                published=stated or report.published,
                dateline_day=None if stated else report.dateline_day,
                outlet=labels.get(path) or report.outlet,
            )
        )
    return Intake(tuple(reports), (*told, *together.notices(reports)), tuple(skipped))


def _opened(source: Source) -> tuple[str, bytes]:
    if isinstance(source, tuple):
        return str(source[0]), source[1]
    try:
        return str(source), Path(source).read_bytes()
    except OSError as error:
        raise SourceError(f"Cannot be read: {(error.strerror or 'unknown reason').lower()}.", str(source)) from error
