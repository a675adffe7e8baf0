"""Where it happened, in two reports."""

from __future__ import annotations

import pytest

from checker import language, story
from checker.align import settings
from checker.config import Config
from checker.ingest import read
from checker.model import Topic


def topics(*texts: str) -> tuple[Topic, ...]:
    reports = [read(f"{k}.txt", text.encode()) for k, text in enumerate(texts)]
    understood = story.understand(reports, language.parse(reports, Config().pipeline))
    return settings.topics(understood.documents, understood.happenings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The boat set out from Sfax on Monday.", "The engine failed on the voyage from Bizerte, survivors said."),
        ("Peter Lindgren and Anna Berg were handed over at Gabero.", "Both were handed over on the outskirts of Kidal."),
        ("The two presidents signed the treaty in Quito.", "The two presidents signed the treaty in Lima."),
    ],
)
def test_two_places_of_one_happening_conflict(one: str, other: str) -> None:
    for texts in ((one, other), (other, one)):
        assert [(t.verdict, t.level) for t in topics(*texts)] == [("conflict", "elsewhere")], texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The two presidents signed the treaty in Quito.", "The two presidents signed the treaty in Ecuador."),
        ("The two presidents signed the treaty in Quito.", "The two presidents signed the treaty in Lima, not in Quito."),
        ("Anna Berg lives in Bergen.", "A man who lived in Oslo fell from the ridge."),
        ("Anna Berg spoke in Bergen on Monday.", "Paul Okafor spoke in Oslo on Monday."),
    ],
)
def test_what_can_both_be_so_is_left_alone(one: str, other: str) -> None:
    assert [t for t in topics(one, other) if t.verdict == "conflict"] == []
