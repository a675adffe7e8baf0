"""He or she: what pronouns and forms of address tell of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Comparison, Scalar, Verdict

LEVELS: dict[str, Verdict] = {"same": "agree", "he-or-she": "conflict"}


@dataclass(frozen=True, slots=True)
class Gender:
    """male or female, as the report's words for the person have it."""

    value: str

    def fields(self) -> dict[str, Scalar]:
        return {"value": self.value, "low": None, "high": None, "low_open": None, "high_open": None, "unit": None}

    def normal(self) -> str:
        return self.value


def compare(a: Gender, b: Gender, tolerance: Mapping[str, float] = {}) -> Comparison:
    """Whether two reports speak of the same man or woman."""
    if a.value == b.value:
        return Comparison("agree", "same", f"{a.value} in both")
    return Comparison("conflict", "he-or-she", "one report speaks of him, the other of her: perhaps two people")
