"""rules/*.toml -> Rule."""

from __future__ import annotations


def load() -> tuple[object, ...]:
    """The shipped rules, sorted by code."""
    return ()
