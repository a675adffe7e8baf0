"""The function words of words.toml, read once."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of words.toml."""

    linking: frozenset[str]
    light: frozenset[str]
    hollow: frozenset[str]
    baseline: frozenset[str]
    part_before: frozenset[str]
    part_after: frozenset[str]
    rate_after: frozenset[str]
    rate_units: frozenset[str]
    lasting: frozenset[str]
    spending: frozenset[str]
    lengths: frozenset[str]
    steps: frozenset[str]
    telling: frozenset[str]
    confined: frozenset[str]
    changes: frozenset[str]
    totals: frozenset[str]
    trading: frozenset[str]
    bringing: frozenset[str]
    parents: frozenset[str]
    settled: frozenset[str]
    goals: frozenset[str]
    happening: frozenset[str]
    extent: Mapping[str, str]  # word behind a length -> the quantity
    dimensions: Mapping[str, str]  # dimension of a unit -> the quantity where nothing names another


@functools.cache
def words() -> Words:
    """The shipped lists."""
    table = tomllib.loads((importlib.resources.files("checker.readings") / "words.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(value) for name, value in table.items() if isinstance(value, list)}
    return Words(**lists, extent=table["extent"], dimensions=table["dimensions"])
