"""The role of a value in its question: the figure itself, a part of it, what it is compared with, a change, or a rate."""

from __future__ import annotations

from checker.model import Question, Reading

ROLES = ("baseline", "part", "change", "level")  # words that readings put behind the class in Question.of


def role_of_question(question: Question) -> str | None:
    """"part", "baseline", "change", "level" or "rate:UNIT"; None for the figure itself."""
    for word in (question.of or "").split():
        if word in ROLES or word.startswith("rate:"):
            return word
    return None


def class_of_question(question: Question) -> str | None:
    """The class of what is counted or the dimension of what is measured, without the role of the value."""
    words = [w for w in (question.of or "").split() if w not in ROLES and not w.startswith("rate:")]
    return words[0] if words else None


def key_of(reading: Reading) -> str:
    """Readings meet only within a kind, and measures only within a dimension."""
    return f"{reading.question.kind}:{class_of_question(reading.question)}" if reading.question.kind == "measure" else reading.question.kind
