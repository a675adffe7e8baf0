"""The desk memo as Markdown, for a pull request or a wiki."""

from __future__ import annotations

import re

from checker.model import Memo
from checker.report.blocks import Block, blocks, listings, notices
from checker.report.options import Options
from checker.report.places import Places
from checker.report.summary import headline, not_compared
from checker.report.visible import inline


def render(memo: Memo, options: Options) -> str:
    """CommonMark with tables; every character of a report that Markdown would read is escaped."""
    places = Places(memo)
    parts = [f"# {headline(memo)}"]
    parts += [_block(block) for block in blocks(memo, places, options)]
    for listing in listings(memo, places, options) if memo.findings or options.all else ():
        lines = [f"- {plain(about)}: {plain(said)}" for about, said in listing.lines] + ([f"- {listing.rest}"] if listing.rest else [])
        parts.append(f"## {listing.title}\n\n" + "\n".join(lines))
    parts += [plain(not_compared(memo))] if not_compared(memo) else []
    parts += ["\n".join(f"- Notice: {plain(line)}" for line in told)] if (told := notices(memo.notices, memo.coverage.skipped)) else []
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """The text as Markdown that shows just this text."""
    return re.sub(r"([\\`*_{}\[\]<>|~&]|^[-+#]|^\d+(?=[.)]))", r"\\\1", inline(text))


def _block(block: Block) -> str:
    f = block.finding
    rows = ["| Report | Says | Sentence | Place |", "| --- | --- | --- | --- |"]
    for side in block.sides:
        at = side.place
        by = f" (said by {plain(side.voice)})" if side.voice else ""
        sentence = f"{plain(at.before)}**{plain(at.words)}**{plain(at.after)}"
        rows.append(f"| {plain(at.name)} | “{plain(at.words)}”{by} | {sentence} | {plain(at.at)} |")
    notes = [f"- {label}: {plain(told)}" for label, told in block.notes]
    return "\n\n".join([f"## {f.severity.upper()} {f.code} {plain(block.heading)}", "\n".join(rows), "\n".join(notes)])
