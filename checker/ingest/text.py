"""Plain text: paragraphs, headline, dateline and published line."""

from __future__ import annotations

import hashlib
import re

from checker.model import Report, Zone


def read_text(path: str, content: bytes) -> Report:
    """A Report of plain text; offsets are those of the decoded text, a BOM not counted."""
    text = content.decode("utf-8-sig", errors="replace")
    zones = tuple(_zones(text))
    title = next((text[z.start : z.end] for z in zones if z.kind == "headline"), None)
    return Report(path, text, zones, title, None, None, hashlib.sha256(content).hexdigest(), len(text.split()))


def _zones(text: str) -> list[Zone]:
    """One zone a paragraph; a block of short lines is read line by line."""
    out: list[Zone] = []
    for block in re.finditer(r"\S(?:.*\S)?(?:\n[^\S\n]*\S.*)*", text):
        lines = [(m.start() + block.start(), m.end() + block.start()) for m in re.finditer(r"\S.*", block.group())]
        wrapped = all(end - start > 45 for start, end in lines[:-1])
        for start, end in [(block.start(), block.end())] if wrapped else lines:
            while end > start and text[end - 1].isspace():
                end -= 1
            out.append(Zone("headline" if not out else "body", start, end))
    return out
