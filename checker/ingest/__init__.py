"""From bytes to Reports: one file per format, each bytes -> Report with zones and offsets."""

from __future__ import annotations

from pathlib import Path

from checker.ingest.text import read_text
from checker.model import Report

Source = str | Path | tuple[str, bytes]


def read(path: str, content: bytes, max_chars: int = 300_000) -> Report:
    """The report that the bytes of one file hold; raises SourceError where they hold no text."""
    return read_text(path, content, max_chars)
