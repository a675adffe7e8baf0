"""What the person in front of the screen has asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is to look; a machine's format needs none of it but `why_aligned`."""

    colour: bool = False
    width: int = 100
    all: bool = False  # nothing capped
    why_aligned: bool = False  # the evidence for putting passages together
    questions: bool = False  # of facts: the question that each value answers
