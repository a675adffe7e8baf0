"""Plain text: from bytes to a Report."""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import replace

from checker.errors import SourceError
from checker.ingest.dated import Moment, read_moment
from checker.ingest.decoding import decode
from checker.ingest.paragraphs import Stretch, paragraphs
from checker.ingest.roles import Page, in_heading, opening, read_page, stands_alone
from checker.model import Notice, Report


def read_text(path: str, content: bytes, max_chars: int = 300_000) -> Report:
    """A Report of plain text; offsets are those of the decoded text, a byte order mark not counted.

    Raises SourceError where there is no text.
    """
    text, notices = decode(path, content)
    kept, cut = cut_at(path, text, paragraphs(text[: 2 * max_chars], stands_alone, opening, in_heading), max_chars)
    return report_of(path, content, text, read_page(text, kept), (*notices, *cut))


def report_of(path: str, content: bytes, text: str, page: Page, notices: tuple[Notice, ...]) -> Report:
    """The Report of a page; raises SourceError where nothing in it can be read."""
    words = sum(len(text[z.start : z.end].split()) for z in page.zones)
    if not any(c.isalnum() for z in page.zones for c in text[z.start : z.end]):
        raise SourceError("There is no text in the file.", path)
    moment = page.moment if page.headed else with_year(page.moment, text)
    return Report(
        path, text, page.zones, page.title, page.outlet, moment.iso() if moment else None, hashlib.sha256(content).hexdigest(), words,
        dateline_place=page.place, dateline_day=moment.day_of_year if moment and moment.year is None else None, notices=notices,
    )


def cut_at(path: str, text: str, stretches: list[Stretch], max_chars: int) -> tuple[list[Stretch], tuple[Notice, ...]]:
    """The paragraphs that end within `max_chars`, at least a piece of the first, and a notice where some are left out."""
    if not stretches or (len(text) <= max_chars or stretches[-1][1] <= max_chars):
        return stretches, ()
    kept = [s for s in stretches if s[1] <= max_chars]
    if not kept:
        start, _ = stretches[0]
        stop = text.rfind(" ", start, start + max_chars)
        kept = [(start, stop if stop > start else start + max_chars)]
    line = text.count("\n", 0, kept[-1][1]) + 1
    return kept, (Notice(path, line, f"Longer than {max_chars:,} characters: it was read up to the end of this paragraph."),)


def with_year(moment: Moment | None, text: str) -> Moment | None:
    """A dateline's day with its year, where a full date within 45 days of it stands in the same report."""
    if moment is None or moment.year is not None:
        return moment
    years: set[int] = set()
    for line in re.findall(r"[^.\n]{0,30}\b(?:19|20)\d\d\b", text[:20_000]):
        near = read_moment(line[-40:])
        if near is None or near.year is None:
            continue
        for year in (near.year - 1, near.year, near.year + 1):
            try:
                apart = datetime.date(year, moment.month, moment.day) - datetime.date(near.year, near.month, near.day)
            except ValueError:
                continue
            weekday = datetime.date(year, moment.month, moment.day).weekday()
            if abs(apart.days) <= 45 and moment.weekday in (None, weekday):
                years.add(year)
    return replace(moment, year=years.pop()) if len(years) == 1 else moment
