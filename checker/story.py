"""One story from sources to Memo: the stages in their order, each called once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker import align, catalogue, concepts, entities, happenings, ingest, judge, language, readings
from checker.config import Config
from checker.facts import read as read_facts
from checker.ingest import Source
from checker.ingest.clock import with_clock
from checker.model import Document, Memo, Report, Understanding


def understand_story(sources: Sequence[Source], config: Config | None = None, one_clock: bool = False) -> Understanding:
    """The values, questions and cards of the sources, sorted by path; `one_clock` lets a dateline take its year from the other reports."""
    config = config or Config()
    intake = ingest.read_story(sources, config)
    reports = with_clock(intake.reports) if one_clock else intake.reports
    documents = language.parse(reports, config.pipeline)
    with concepts.of_newsroom(config.concepts):
        story = understand(reports, documents)
    return replace(story, notices=intake.notices, skipped=intake.skipped)


def compare_story(sources: Sequence[Source], config: Config | None = None) -> Memo:
    """The Memo of the sources, sorted by path."""
    config = config or Config()
    story = understand_story(sources, config, one_clock=True)
    with concepts.of_newsroom(config.concepts):
        return judge_story(story, config)


def understand(reports: Sequence[Report], documents: Sequence[Document]) -> Understanding:
    """Everything that is read before anything is compared."""
    found = tuple(fact for document in documents for fact in read_facts(document))
    cards, found = entities.read(documents, found)
    happened = happenings.read(documents, cards, found)
    answers = readings.read(documents, found, cards, happened)
    return Understanding(tuple(reports), found, answers, cards, (), tuple(documents), happened)


def judge_story(story: Understanding, config: Config) -> Memo:
    """The Memo of what was understood."""
    rules = catalogue.rules_for(config)
    topics = align.topics(story, config)
    return judge.memo(story, topics, rules, config.ignore)
