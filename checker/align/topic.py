"""What every way of aligning needs to put a Topic together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from checker.model import Question, Reading, Severity, Side

# how many of two readings name their question directly -> the ceiling of a finding
SURE: tuple[Severity, Severity, Severity] = ("note", "warning", "error")


def identity(question: Question, normal: Sequence[str]) -> str:
    """Ten hex digits for a question with its values, the same for any order of the reports."""
    return hashlib.sha256(repr((question.kind, question.asks, question.of, sorted(set(normal)))).encode()).hexdigest()[:10]


def in_words(key: str) -> str:
    """A key as an editor writes it: "person:orlov-sergei" is Sergei Orlov, "interest-rate" interest rate, "count:11" 11."""
    kind, colon, name = key.partition(":")
    if not colon:
        return key.replace("-", " ").replace("_", " ")
    if kind == "duration":  # in seconds
        return "a length of time"
    words = name.lstrip("~").replace("_", " ").replace("-", " ").split(" ")
    if kind == "person" and "-" in name:
        words = [*words[1:], words[0]]
    return " ".join(w.capitalize() if kind in ("person", "place", "organization") and not w.isupper() else w for w in words)


def sides_of(readings: Sequence[Reading]) -> tuple[Side, ...]:
    """The sides of a topic, in the order of the readings."""
    return tuple(Side(r.fact.span, r.fact.value.fields().get("value"), r.speaker) for r in readings)
