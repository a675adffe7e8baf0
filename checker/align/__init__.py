"""How passages come to speak of one thing: questions, quotes, spellings, sums -> Topics."""

from __future__ import annotations

from collections.abc import Mapping

from checker.align import questions, quotes
from checker.model import Topic, Understanding, Verdict

# what one report can show alone: name in a rule's `check` -> its levels
CHECKS: dict[str, Mapping[str, Verdict]] = {}


def topics(story: Understanding) -> tuple[Topic, ...]:
    """Every topic of the story: those of questions still to be judged, those of quotes, spellings and sums judged already."""
    return (*questions.topics(story.readings), *quotes.topics(story.documents, story.cards))
