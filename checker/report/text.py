"""The desk memo on a terminal: counts, then a block a conflict, then what agreed, what is open, what one report says alone."""

from __future__ import annotations

import io

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from checker.model import Memo
from checker.report.blocks import Block, Listing, blocks, listings, notices
from checker.report.options import Options
from checker.report.places import Place, Places, Shown
from checker.report.summary import headline, not_compared
from checker.report.visible import inline, visible

STYLE = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
LONGEST = 280  # characters of a sentence that are shown around a value


def render(memo: Memo, options: Options) -> str:
    """The memo at a width; a run without findings is one line, with what was not compared."""
    console = console_of(options)
    places = Places(memo)
    raised = any(f.severity != "note" for f in memo.findings)
    first = Text(headline(memo), style="bold" if raised else "bold green")
    if not memo.findings:
        console.print(Text.assemble(first, ". ", (not_compared(memo), "dim")), soft_wrap=True)
    else:
        console.print(first)
        for block in blocks(memo, places, options):
            console.print()
            console.print(_block(block, options))
    if memo.findings or options.all:
        for listing in listings(memo, places, options):
            console.print()
            console.print(_listing(listing))
    if memo.findings:
        console.print()
        console.print(Text(not_compared(memo), style="dim"))
    for line in notices(memo.notices, memo.coverage.skipped):
        console.print(Text.assemble(("Notice: ", "bold"), line))
    return written(console, options)


def console_of(options: Options) -> Console:
    """A console that takes nothing from the environment and nothing in a text for markup."""
    return Console(
        file=io.StringIO(), width=max(40, options.width), force_terminal=options.colour, markup=False, emoji=False, highlight=False,
        color_system="standard" if options.colour else None, legacy_windows=False, _environ={},
    )


def written(console: Console, options: Options) -> str:
    """What was printed, without the spaces that fill table cells."""
    out = console.file.getvalue() if isinstance(console.file, io.StringIO) else ""
    return "".join(line.rstrip(" ") + "\n" for line in out.splitlines())


def sentence(at: Place, options: Options) -> Text:
    """The sentence with its value set off: bold in colour, between « » without."""
    before, words, after = inline(at.before), inline(at.words), inline(at.after)
    room = max(60, LONGEST - len(words))
    if len(before) + len(after) > room:
        left, right = max(room // 2, room - len(after)), max(room // 2, room - len(before))
        before = before if len(before) <= left else "… " + before[-left:].partition(" ")[2]
        after = after if len(after) <= right else after[:right].rpartition(" ")[0] + " …"
    marked = Text(words, style="bold underline") if options.colour else Text(f"«{words}»")
    return Text.assemble((before, "dim"), marked, (after, "dim"))


def _block(block: Block, options: Options) -> RenderableType:
    f = block.finding
    title = Text.assemble((f.severity.upper(), STYLE[f.severity]), f"  {f.code} {f.name} ", (f"({f.confidence} confidence)", "dim"))
    sides = Table.grid(padding=(0, 2, 0, 0))
    sides.add_column(no_wrap=True, overflow="ellipsis", max_width=max(12, options.width // 4))
    sides.add_column()
    for shown in block.sides:
        sides.add_row(Text(visible(shown.place.name), style="bold"), _said(shown, options))
    notes = Table.grid(padding=(0, 2, 0, 0))
    notes.add_column(no_wrap=True, style="dim")
    notes.add_column()
    for label, told in (*block.notes, ("More", f"factcheck explain {f.code}; to accept: {f.fingerprint}")):
        notes.add_row(label, Text(told, style="dim" if label in ("More", "Silent") else ""))
    body = Group(Text(block.heading, style="bold"), Text(""), sides, Text(""), notes)
    return Group(Rule(title, align="left", style="dim"), Padding(body, (0, 0, 0, 2)))


def _said(shown: Shown, options: Options) -> Text:
    words = visible(shown.place.words)
    short = words if len(words) <= 100 else words[:100].rpartition(" ")[0] + " …"
    out = Text.assemble((f"“{short}”", "bold"), "  ", (visible(shown.place.at), "cyan"))
    if shown.voice:
        out.append(f"  said by {visible(shown.voice)}")
    if visible(shown.place.sentence) != words:
        out.append("\n").append_text(sentence(shown.place, options))
    return out


def _listing(listing: Listing) -> RenderableType:
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(ratio=2)
    rows.add_column(ratio=5, style="dim")
    for about, said in listing.lines:
        rows.add_row(Text(about), Text(said))
    more = [Text(listing.rest, style="dim")] if listing.rest else []
    return Group(Rule(Text(listing.title), align="left", style="dim"), Padding(Group(rows, *more), (0, 0, 0, 2)))
