"""Two readings that met: how likely they answer one question, what comparing them said, and the thresholds that decide on them."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.align.pairing import Pair
from checker.model import Comparison, Severity


@functools.cache
def tiers() -> Mapping[str, Any]:
    """The thresholds of tiers.toml."""
    return tomllib.loads((importlib.resources.files("checker.align") / "tiers.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Met:
    """A pair, what comparing its values said, why both may be right, and the ceiling of a finding."""

    pair: Pair
    said: Comparison
    veto: str | None
    tier: Severity | None
