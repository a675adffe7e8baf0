"""HTML: a library chooses the copy of the page, and a parse of our own keeps where in the file each character stands.

The body is chosen by trafilatura (best of the open libraries in the article-extraction benchmarks of Scrapinghub, 2019-2025, and
Bevendorff et al., SIGIR 2023). It is only asked which blocks of the page are copy; a page on which it finds little is read whole.
"""

from __future__ import annotations

import datetime
import itertools
import json
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from checker.errors import SourceError
from checker.ingest.blocks import Block, Markup, read_markup
from checker.ingest.dated import read_moment
from checker.ingest.decoding import decode
from checker.ingest.paragraphs import Stretch
from checker.ingest.roles import read_page, stands_alone
from checker.ingest.text import cut_at, report_of
from checker.model import Notice, Report, Zone

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher")
_DATES = (
    "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "dc.date", "dc.date.issued", "parsely-pub-date",
    "sailthru.date",
)
_SHORT = 60  # words of a page too short to weigh: it is read whole
_LARGEST, _DEEPEST, _MOST = 3_000_000, 200, 100_000  # code points, levels and tags of markup that the library is asked to weigh


def read_html(path: str, content: bytes, max_chars: int = 300_000) -> Report:
    """A Report of a page: readable text, and for each of its code points the place in the decoded file.

    Broken markup is read as far as it goes. Raises SourceError where the page holds no text.
    """
    declared = _CHARSET.search(content[:4000])
    source, notices = decode(path, content, declared[1].decode("ascii", "replace") if declared else None)
    markup = read_markup(source)
    kept = _copy(markup, source)
    text, offsets, stretches = _joined(kept)
    if not any(map(str.isalnum, text)):
        raise SourceError("There is no text on the page.", path)
    shown, cut = cut_at(path, text, stretches, max_chars)
    if cut:
        line = source.count("\n", 0, offsets[shown[-1][1] - 1]) + 1
        cut = tuple(Notice(n.path, line, n.message) for n in cut)
    page = read_page(text, shown, headline=bool(kept) and kept[0].tag == "h1")
    captions = {s for s, block in zip(stretches, kept, strict=True) if block.tag == "figcaption"}
    zones = tuple(Zone("caption", z.start, z.end) if (z.start, z.end) in captions and z.kind == "body" else z for z in page.zones)
    report = report_of(path, content, text, replace(page, zones=zones), (*notices, *cut))
    linked = tuple(_linked(markup))
    published = _published(markup, linked) or report.published
    return replace(
        report,
        title=report.title or next(iter(_meta(markup, _TITLES)), None) or markup.title,
        outlet=next(iter(_meta(markup, _OUTLETS)), None) or _publisher(linked) or report.outlet,
        published=published,
        dateline_day=None if published else report.dateline_day,
        file_text=source,
        offsets=offsets,
    )


def _copy(markup: Markup, source: str) -> list[Block]:
    """The blocks of the page that are copy, the headline and the lines under it included."""
    blocks = [b for b in markup.blocks if not b.aside]
    if not blocks:
        blocks = list(markup.blocks)
    fair = len(source) <= _LARGEST and markup.depth <= _DEEPEST and source.count("<") <= _MOST
    chosen = _chosen(blocks, source) if fair else set()
    inside = [i for i, b in enumerate(blocks) if b.in_article and b.links < 0.5]
    readable = inside if sum(blocks[i].words for i in inside) >= 20 else [i for i, b in enumerate(blocks) if b.links < 0.5]
    words = sum(blocks[i].words for i in readable if blocks[i].words > 7)
    if words < _SHORT or sum(blocks[i].words for i in chosen) < 0.4 * words:
        chosen = set(readable)
    if chosen:
        chosen |= {i for i in readable if blocks[i].tag == "figcaption" and min(chosen) < i < max(chosen)}
    heads = [i for i, b in enumerate(blocks) if b.tag == "h1"]
    head = next((i for i in heads if blocks[i].in_article), heads[0] if heads else None)
    if head is not None:
        chosen = {i for i in chosen if i > head or blocks[i].words > 12 or stands_alone(blocks[i].text)} | {head}
        first = min((i for i in chosen if i > head), default=head)
        chosen |= {i for i in range(head + 1, first) if stands_alone(blocks[i].text) or (blocks[i].tag == "h2" and i == head + 1)}
        before = sorted(i for i in chosen if i < head)
        return [blocks[i] for i in (head, *before, *sorted(i for i in chosen if i > head))]
    return [blocks[i] for i in sorted(chosen)]


def _chosen(blocks: Sequence[Block], source: str) -> set[int]:
    """The blocks whose words the library found to be copy."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    import trafilatura

    try:
        found = trafilatura.extract(source, include_comments=False, include_tables=True, output_format="txt", with_metadata=False)
    except Exception:  # whatever markup it stumbles over: the page is then read whole
        return set()
    lines = [_plain(line) for line in (found or "").splitlines()]
    whole, apart = "".join(lines), set(lines)
    keys = [_plain(b.text) for b in blocks]
    return {i for i, key in enumerate(keys) if key and (key in apart or (len(key) >= 25 and key in whole)) and blocks[i].links < 0.9}


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _joined(blocks: Sequence[Block]) -> tuple[str, tuple[int, ...], list[Stretch]]:
    """The readable text, a blank line between blocks, with the place of each code point and the stretch of each block."""
    out: list[str] = []
    offsets: list[int] = []
    stretches: list[Stretch] = []
    at = 0
    for block in blocks:
        if out:
            out.append("\n\n")
            offsets.extend((offsets[-1], offsets[-1]))
            at += 2
        out.append(block.text)
        offsets.extend(block.offsets)
        stretches.append((at, at + len(block.text)))
        at += len(block.text)
    return "".join(out), tuple(offsets), stretches


def _meta(markup: Markup, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = markup.meta.get(name, "").strip()
        if value:
            yield " ".join(value.split())


def _linked(markup: Markup) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that say something of the article."""
    for script in markup.linked_data:
        try:
            found = json.loads(script)
        except (ValueError, RecursionError):
            continue
        objects = found if isinstance(found, list) else [found]
        graphs = (o.get("@graph") for o in objects if isinstance(o, dict))
        for one in itertools.chain(objects, *(g for g in graphs if isinstance(g, list))):
            if isinstance(one, dict) and ("datePublished" in one or "headline" in one):
                yield one


def _published(markup: Markup, linked: Iterable[dict[str, Any]]) -> str | None:
    stated = [one.get("datePublished") for one in linked]
    for value in (*stated, *_meta(markup, _DATES), *markup.times[:1]):
        moment = _iso(value) if isinstance(value, str) else None
        if moment:
            return moment
    return None


def _iso(value: str) -> str | None:
    value = value.strip()
    try:
        if len(value) <= 10:
            return datetime.date.fromisoformat(value).isoformat()
        return datetime.datetime.fromisoformat(value).isoformat(timespec="minutes")
    except ValueError:
        moment = read_moment(value)
        return moment.iso() if moment else None


def _publisher(linked: Iterable[dict[str, Any]]) -> str | None:
    for one in linked:
        publisher = one.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return " ".join(publisher["name"].split()) or None
    return None
