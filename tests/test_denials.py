"""Whether it happened: one report says so, another denies it, or tells of what rules it out."""

from __future__ import annotations

import pytest

from checker import language, story
from checker.align.polarity import denials
from checker.config import Config
from checker.ingest import read
from checker.model import Topic


def topics(*texts: str) -> tuple[Topic, ...]:
    reports = [read(f"{k}.txt", text.encode()) for k, text in enumerate(texts)]
    understood = story.understand(reports, language.parse(reports, Config().pipeline))
    return denials.topics(understood.documents, understood.happenings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayor Ruth Calloway signed the contract on Monday.", "Mayor Ruth Calloway did not sign the contract on Monday."),
        ("Three prisoners were exchanged at the bridge on Friday.", "No prisoners were exchanged at the bridge on Friday."),
        ("The bank kept its profit forecast unchanged on Monday.", "The bank cut its profit forecast on Monday."),
        ("Two schools will close next year, the council said.", "The council dropped a plan to close two schools."),
        ("The smallest of the four schools will shut its doors in June.", "All four schools stay open after June."),
        ("No shots were fired in the robbery.", "One shot was discharged into the ceiling in the robbery."),
        ("The judge turned down a plea for bail on Friday.", "Peter Lindgren walked out of court on bail on Friday."),
    ],
)
def test_what_one_denies_the_other_affirms(one: str, other: str) -> None:
    for texts in ((one, other), (other, one)):
        assert [t.verdict for t in topics(*texts)] == ["conflict"], texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The city has not bought the mill.", "The city is negotiating to buy the mill."),
        ("The bank kept its profit forecast unchanged on Monday.", "The bank cut its revenue forecast on Monday."),
        ("The school closed in 2019 for repairs.", "The school stays open all summer."),
        ("Police did not arrest the driver on Monday.", "Police arrested the owner on Monday."),
        ("The judge set a bail hearing for Friday.", "The judge turned down a request for bail on Monday."),
        ("No goals were scored in the first half.", "Two goals were scored in the second half."),
        ("The central bank left its rate unchanged on Thursday.", "The central bank raised its rate in March."),
        ("No more shots were fired on Monday.", "The shots woke the whole street."),
        ("No passengers were hurt when the ferry ran aground.", "Two sailors were hurt when the ferry ran aground."),
    ],
)
def test_what_can_both_be_so_is_left_alone(one: str, other: str) -> None:
    assert [t for t in topics(one, other) if t.verdict == "conflict"] == []


def test_two_voices_may_differ() -> None:
    found = topics("Anna Berg said the mayor signed the contract.", "Paul Okafor said the mayor did not sign the contract.")
    assert [(t.verdict, t.level) for t in found] == [("unclear", "two-voices")]
