"""Two readings that met: how likely they answer one question, what comparing them said, and the thresholds that decide on them."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.align.questions.pairing import Pair
from checker.align.questions.vetoes import veto
from checker.facts import COMPARATORS
from checker.model import Comparison, Reading, Severity

MIXED = frozenset({"level-or-change", "unit-mixed"})  # the comparator has seen the two roles, and says so


@functools.cache
def tiers() -> Mapping[str, Any]:
    """The thresholds of tiers.toml."""
    return tomllib.loads((importlib.resources.files("checker.align.questions") / "tiers.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Met:
    """A pair, what comparing its values said, why both may be right, and the ceiling of a finding."""

    pair: Pair
    said: Comparison
    veto: str | None
    tier: Severity | None


def meet(readings: Sequence[Reading], pair: Pair) -> Met:
    """A pair with what comparing its values said and the veto on it, not yet judged."""
    a, b = readings[pair.a], readings[pair.b]
    said = COMPARATORS[a.fact.kind].compare(a.fact.value, b.fact.value, {})
    return Met(pair, said, None if said.level in MIXED else veto(a, b), None)
