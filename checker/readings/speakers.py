"""Who says what a value stands in: a card's id, the words that name the speaker in small letters, or nobody for the report's own voice."""

from __future__ import annotations

from checker.model import Fact
from checker.readings.terms import Page


def speaker_of(page: Page, fact: Fact) -> str | None:
    """The speaker of the innermost speech around a fact."""
    document = page.document
    k = document.speech_of[fact.head] if document.speeches else -1
    if k < 0:
        return None
    speaker = document.speeches[k].speaker
    if speaker is None:
        return None
    for i in range(*speaker):
        if i in page.entities:
            return page.entities[i]
    # "Police" that opens a sentence and "the police" inside one are one speaker
    words = [document.tokens[i].lower for i in range(*speaker) if document.tokens[i].relation != "determiner"]
    return " ".join(words) or None
