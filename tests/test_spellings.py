"""One name in two spellings, told from two names."""

from __future__ import annotations

import pytest

from checker import ingest, language
from checker.align import spellings
from checker.model import Topic


def topics(*texts: str) -> tuple[Topic, ...]:
    return spellings.topics(language.parse([ingest.read(f"{k}.txt", text.encode()) for k, text in enumerate(texts)]), ())


def conflicts(*texts: str) -> list[set[str]]:
    return [{str(s.value) for s in t.sides} for t in topics(*texts) if t.verdict == "conflict"]


@pytest.mark.parametrize(
    ("texts", "pair"),
    [
        # the given name beside one surname
        (("Police arrested Jermaine Holloway on Friday.", "Police arrested Jermiane Holloway on Friday."), {"Jermaine", "Jermiane"}),
        # the surname beside one given name
        (("Doctor Duncan Hallet was hurt.", "The doctor, Duncan Hallett, was hurt."), {"Hallet", "Hallett"}),
        # both in one report, the second time without a given name
        (("Karen Halvorson denied the charge. Neighbours said Halvorson lived alone. Later Halvarson left.",), {"Halvorson", "Halvarson"}),
        # as often one as the other: the full name is the usual one
        (("Doctor Karen Olsen was questioned for an hour. Police said on Friday that Olson was free to go.",), {"Olsen", "Olson"}),
        # a place, once, against many
        (
            ("Flooding hit Ardenville. Ardenville has 900 people.", "Ardenville was under water.", "Two died in Ardenvlile."),
            {"Ardenville", "Ardenvlile"},
        ),
        # the first letter, in one frame
        (("The ship sank in the Gulf of Aden.", "The ship sank in the Gulf of Eden."), {"Aden", "Eden"}),
        # two English spellings of one given name
        (("Secretary of State Antony Blinken arrived.", "Secretary of State Anthony Blinken arrived."), {"Antony", "Anthony"}),
        # v for w, where no other script leaves it open
        (("Chief executive Henrik Sandwall left.", "Henrik Sandvall, the chief executive, left."), {"Sandwall", "Sandvall"}),
        # one office
        (("Captain Petrulis spoke to reporters.", "The blaze began in a lorry, Captain Petrolis said."), {"Petrulis", "Petrolis"}),
    ],
)
def test_a_slip_in_a_name_is_found(texts: tuple[str, ...], pair: set[str]) -> None:
    assert pair in conflicts(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("Peter Smith won the race and Alan Smyth came second.", "Peter Smith beat Alan Smyth."),  # two people
        ("The Baltic Heron sailed. Its sister ship is the Baltic Egret.",),  # two ships
        ("Foreign Minister Sergei Lavrov arrived.", "Foreign Minister Sergey Lavrov arrived."),  # transliteration
        ("President Zelensky spoke in Kyiv.", "President Zelenskyy spoke in Kiev."),
        ("Colonel Muammar Gaddafi spoke.", "Colonel Muammar Qaddafi spoke."),
        ("The mayor of Mérida, José Peña, resigned.", "The mayor of Merida, Jose Pena, resigned."),  # diacritics
        ("David Rossi spoke for the town.", "Dave Rossi spoke for the town."),  # a short form
        ("Iceland won. The Icelandic team sang.", "Icelanders sang after Iceland won."),  # a family of words
        ("Austria beat Australia. Austria scored twice.", "Australia lost to Austria."),  # two countries
        ("The Democrats lost. A Democrat said so.", "Democrats lost."),  # one and many
        ("Natalia Petrova met Ivan Petrov.", "Petrova greeted Petrov."),  # man and woman
        ("On Tuesday and on Thursday the road was shut.", "It was shut on Thursday."),  # calendar
        ("The Defence Ministry said so.", "The Defense Ministry said so."),  # British and American
        ("North Korea fired a missile.", "South Korea protested. North Korea did not answer."),  # directions
        ("Rising Water Shuts Coast Road\n\nThe road was shut.", "Raising Walls Takes Time On Coast\n\nWalls are raised."),  # title case
        ("Jan Novak and Jon Novak were on board.", "Jon Novak and Jan Novak were on board."),  # two relatives
        ("Shelling hit Kharkiv. Kharkiv burned. Kharkiv, again.", "Kharkov was shelled."),  # two names of one town
        ("The ferry to Tåsinge sailed. Tåsinge is small. Taasinge has 6,000 people.",),  # a letter written out
        ("The form Gahetz is old, Gahets or Gafets is newer.",),  # told apart in one sentence
        ("The Socialist leader spoke. A Socialist said so. Socialism won.",),
        ("Christian Dahl and his wife left. Later Christian spoke.", "Christina was at home. Christian Dahl was not."),
        ("Verisign said so. Verisign shares fell.", "VeriSign shares fell."),  # a firm's capitals
    ],
)
def test_two_names_and_accepted_spellings_are_silent(texts: tuple[str, ...]) -> None:
    assert conflicts(*texts) == []


def test_a_capital_inside_a_surname() -> None:
    (topic,) = topics("Coach Thomas McArdle said so.", "Coach Thomas Mcardle said so.")
    assert (topic.level, topic.kind) == ("capitals", "name")


def test_an_acronym_with_two_letters_swapped() -> None:
    found = topics("The agency UNHCR sent tents. UNHCR also sent food.", "A spokesman for UNCHR said food would follow.")
    assert [t.level for t in found] == ["acronym"]


def test_transliteration_is_told_as_agreement() -> None:
    found = topics("President Kurbanguly Berdymukhamedov voted.", "President Gurbanguly Berdymukhamedov voted.")
    assert [(t.verdict, t.level) for t in found] == [("agree", "variant")]


def test_each_report_shows_each_of_its_spellings_once() -> None:
    (topic,) = topics(
        "Karen Halvorson denied the charge. Neighbours said Halvorson lived alone. Later Halvarson left.", "Karen Halvorson was in court."
    )
    assert sorted((s.span.source, str(s.value)) for s in topic.sides) == [(0, "Halvarson"), (0, "Halvorson"), (1, "Halvorson")]
    assert topic.label == "spelling of Halvorson"


def test_a_copy_of_a_report_changes_nothing() -> None:
    text = "Karen Halvorson denied the charge. Neighbours said Halvorson lived alone. Later Halvarson left."
    assert conflicts(text) == conflicts(text, text) == [{"Halvorson", "Halvarson"}]


def test_every_level_has_a_verdict() -> None:
    assert set(spellings.LEVELS.values()) == {"agree", "conflict"}
