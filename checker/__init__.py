"""factcheck: reads parallel reports of one event and flags where they cannot all be right."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.config import Config
    from checker.ingest import Source
    from checker.model import Memo, Understanding

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "facts"]


def compare(sources: Sequence[Source], config: Config | None = None) -> Memo:
    """What the reports of one story agree on and where they cannot all be right; a source is a path or (name, bytes)."""
    from checker.story import compare_story

    return compare_story(sources, config)


def facts(sources: Sequence[Source], config: Config | None = None) -> Understanding:
    """What was understood in each report: its values, the questions they answer, and the cards; nothing is compared."""
    from checker.story import understand_story

    return understand_story(sources, config)


class _Package(ModuleType):
    """Keeps `checker.facts` the function after the package checker/facts was imported (Python would put the package in its place)."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "facts" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
