"""The desk memo as one HTML page that loads nothing and runs nothing."""

from __future__ import annotations

from html import escape

from checker.model import Memo
from checker.report.blocks import Block, Listing, blocks, listings, notices
from checker.report.options import Options
from checker.report.places import Places, Shown
from checker.report.summary import headline, not_compared
from checker.report.visible import inline, visible

CSS = """
:root { color-scheme: light dark }
body { font: 16px/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
section { border-top: 1px solid #8888; margin: 1.5rem 0; padding-top: .75rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin: 0 0 .5rem }
.tag, dt, .at { font: .8rem/1.5 system-ui, sans-serif; opacity: .8 }
.error .tag { color: #c00 } .warning .tag { color: #a60 } .note .tag { color: #07a }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .5rem 0 } dd { margin: 0 }
"""


def render(memo: Memo, options: Options) -> str:
    """A whole page, UTF-8; all that comes from a report is escaped."""
    places = Places(memo)
    body = [f"<h1>{_shown(headline(memo))}</h1>"]
    body += [_block(block) for block in blocks(memo, places, options)]
    body += [_listing(one) for one in listings(memo, places, options)]
    body += [f'<p class="at">{_shown(not_compared(memo))}</p>'] if not_compared(memo) else []
    body += [f'<p class="at">Notice: {_shown(line)}</p>' for line in notices(memo.notices, memo.coverage.skipped)]
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_shown(headline(memo))}</title>\n<style>{CSS}</style>\n" + "\n".join(body) + "\n</html>\n"
    )


def _shown(text: str) -> str:
    return escape(visible(text))


def _block(block: Block) -> str:
    f = block.finding
    tag = f"{f.severity.upper()} {f.code} {f.name}, {f.confidence} confidence, {f.fingerprint}"
    notes = "".join(f"<dt>{label}</dt><dd>{_shown(told)}</dd>" for label, told in block.notes)
    sides = "\n".join(_side(side) for side in block.sides)
    return (
        f'<section class="{f.severity}">\n<div class="tag">{_shown(tag)}</div>\n<h2>{_shown(block.heading)}</h2>\n'
        f"<table>\n{sides}\n</table>\n<dl>{notes}</dl>\n</section>"
    )


def _side(side: Shown) -> str:
    at = side.place
    by = f" said by {_shown(side.voice)}" if side.voice else ""
    before, after = escape(inline(at.before)), escape(inline(at.after))
    return (
        f"<tr><th>{_shown(at.name)}</th><td>{before}<mark>{_shown(at.words)}</mark>{after}"
        f'<div class="at">{_shown(at.at)}{by}</div></td></tr>'
    )


def _listing(listing: Listing) -> str:
    rows = "\n".join(f"<tr><td>{_shown(about)}</td><td>{_shown(said)}</td></tr>" for about, said in listing.lines)
    more = f'<p class="at">{_shown(listing.rest)}</p>' if listing.rest else ""
    return f"<section>\n<h2>{_shown(listing.title)}</h2>\n<table>\n{rows}\n</table>{more}\n</section>"
