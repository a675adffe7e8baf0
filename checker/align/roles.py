"""The role of a value in its question: the figure itself, a part of it, what it is compared with, or a rate."""

from __future__ import annotations

from checker.model import Question


def role_of_question(question: Question) -> str | None:
    """"part", "baseline" or "rate:UNIT"; None for the figure itself."""
    for word in (question.of or "").split():
        if word in ("baseline", "part") or word.startswith("rate:"):
            return word
    return None
