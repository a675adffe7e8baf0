"""factcheck.toml or [tool.factcheck]: what a newsroom sets once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one run."""

    pipeline: str | None = None
    published: tuple[tuple[str, str], ...] = ()  # path ("" = every report without its own), ISO
