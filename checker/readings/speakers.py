"""Who says what a value stands in: a card's id, the words that name the speaker, or nobody for the report's own voice."""

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
    words = [document.tokens[i].text for i in range(*speaker) if document.tokens[i].relation != "determiner"]
    return " ".join(words) or None
