"""How passages come to speak of one thing: questions, fields of cards, quotes, spellings, sums -> Topics."""

from __future__ import annotations

from collections.abc import Mapping

from checker.align import fields, house, questions, quotes, spellings, sums
from checker.align.doers import actors
from checker.align.places import settings
from checker.align.polarity import absences, denials, opposites
from checker.align.questions.closeness import Printed
from checker.config import Config
from checker.model import Topic, Understanding, Verdict

# what is judged where it is found: name in a rule's `compare` or `check` -> its levels
CHECKS: dict[str, Mapping[str, Verdict]] = {
    "quote": quotes.LEVELS, "spelling": spellings.LEVELS, "sums": sums.LEVELS, "actor": actors.LEVELS,
    "polarity": {**denials.LEVELS, **opposites.LEVELS}, "setting": settings.LEVELS, "house": house.LEVELS,
}


def topics(story: Understanding, config: Config | None = None) -> tuple[Topic, ...]:
    """Every topic of the story: those of questions and card fields still to be judged, the others judged where they were found."""
    config = config or Config()
    of_cards, others = fields.of_cards(story.readings)
    printed = Printed(others)
    asked = questions.topics(others, printed)
    return (
        *fields.once(fields.topics(of_cards, printed), tuple(settings.noted(asked))),
        *quotes.topics(story.documents, story.cards),
        *house.settled(spellings.topics(story.documents, story.cards), story.cards, config.authority),
        *house.topics(story.documents, story.facts, story.cards, config.house_style, config.authority),
        *opposites.unless_denied(
            (*denials.topics(story.documents, story.happenings), *absences.topics(story.documents, story.happenings)),
            opposites.topics(story.documents, story.happenings, story.cards),
        ),
        *actors.topics(story.documents, story.happenings, story.cards),
        *settings.topics(story.documents, settings.told(story.documents, story.happenings), asked),
        *sums.topics(story.documents, story.facts, story.cards),
    )
