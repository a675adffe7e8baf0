"""Names in wire style: how far they go, what kind they are, and what the judge of names may and may not change."""

from __future__ import annotations

import numpy as np
import pytest

from checker.language import load_english
from checker.language.name_judge import ANSWERS, UNKNOWN, the_judge, verdict


def ents(text: str) -> list[tuple[str, str]]:
    short = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}
    return [(e.text, short[e.label_]) for e in load_english()(text).ents]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The tanker Orla Pride altered course at dawn.", "Orla Pride", "body"),
        ("The cargo ship Ever Bright ran aground on Tuesday.", "Ever Bright", "body"),
        ("The MV Orla Star sank off Crete.", "Orla Star", "body"),
        ("The M/S Orla Star sank off Crete.", "Orla Star", "body"),
        ("Fishing boat Santa Lucia was towed to port.", "Santa Lucia", "body"),
        ("It was voted down in the US Senate on Friday.", "US Senate", "body"),
        ("Libertarian Carl Menzies spoke against the bill.", "Carl Menzies", "person"),
        ("They voted for Democrat Alma Reyes last year.", "Alma Reyes", "person"),
        ("The letter was read to Senators Alma Reyes and Tom Hale.", "Alma Reyes", "person"),
        ("The Kingdom of Norway sent a note.", "Kingdom of Norway", "place"),
        ("A nurse from Kortrijk, Ana Roriz, was freed.", "Kortrijk", "place"),
        ("Builder Rui Costa walked free.", "Rui Costa", "person"),
    ],
)
def test_a_name_is_whole_and_of_its_kind(text: str, name: str, kind: str) -> None:
    assert (name, kind) in ents(text)


@pytest.mark.parametrize("text", ["A boat Monday brought them home.", "The ferry Captain Petrulis commands was late."])
def test_what_follows_a_ship_is_not_always_its_name(text: str) -> None:
    assert all(kind != "body" for _, kind in ents(text))


def test_a_person_after_an_office_and_a_place_hangs_on_the_office() -> None:
    doc = load_english()("An imam from Gao, Issa Maiga, led the talks.")
    person = next(t for t in doc if t.text == "Maiga")
    assert (person.dep_, person.head.text) == ("appos", "imam")
    assert [s.text for s in doc.spans["titles"]] == ["imam"]


def test_a_rate_ends_its_sentence() -> None:
    doc = load_english()("Gusts reached 54 km/h. Captain Orla Penn turned back.")
    assert [s.text for s in doc.sents] == ["Gusts reached 54 km/h.", "Captain Orla Penn turned back."]


def likely(answer: str, chance: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    rest = (1 - chance) / (len(ANSWERS) - 1)
    return np.array([chance if a == answer else rest for a in ANSWERS], dtype=np.float32)


@pytest.mark.parametrize(
    ("kind", "cues", "answer", "chance", "kept"),
    [
        ("ORG", ["length=2"], "PERSON", 0.7, "ORG"),  # not sure
        ("ORG", ["length=2"], "PERSON", 0.8, "PERSON"),
        ("ORG", ["length=2", "body-before=ORG"], "PERSON", 0.99, "ORG"),  # "the charity ..." is told
        ("ORG", ["length=1"], "PERSON", 0.8, "ORG"),
        ("ORG", ["length=1"], "PERSON", 0.95, "PERSON"),
        ("ORG", ["length=1", UNKNOWN], "PERSON", 0.95, "ORG"),  # a foreign word that tells nothing by itself
        ("PLACE", ["known-place=PLACE"], "NONE", 0.99, "PLACE"),
        ("PERSON", ["title-before=PERSON"], "NONE", 0.99, "PERSON"),
        ("PERSON", ["length=1"], "PLACE", 0.8, "PLACE"),
        ("RUN", ["length=2"], "ORG", 0.8, "ORG"),
        ("RUN", ["length=1", UNKNOWN], "PLACE", 0.8, "RUN"),
    ],
)
def test_the_judge_changes_only_what_it_is_sure_of(kind: str, cues: list[str], answer: str, chance: float, kept: str) -> None:
    assert verdict(kind, cues, likely(answer, chance)) == kept


def test_the_judge_gives_chances() -> None:
    width = load_english().vocab.vectors_length
    chances = the_judge().answers([["kind=ORG", "length=1"], []], np.zeros((2, 5 * width), dtype=np.float32))
    assert chances.shape == (2, len(ANSWERS))
    assert np.allclose(chances.sum(axis=1), 1)
