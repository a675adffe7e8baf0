"""From bytes to a Report: one file per format."""

from __future__ import annotations

from pathlib import Path

from checker.ingest.text import read_text
from checker.model import Report

Source = str | Path | tuple[str, bytes]


def read(path: str, content: bytes) -> Report:
    """The report that the bytes of one file hold."""
    return read_text(path, content)
