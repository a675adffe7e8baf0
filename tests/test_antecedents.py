"""What a pronoun and "the vessel" take up."""

from __future__ import annotations

import pytest

from checker import language
from checker.align.antecedents import antecedent, by_name
from checker.config import Config
from checker.ingest import read
from checker.model import Document


def document(text: str) -> Document:
    (parsed,) = language.parse([read("a.txt", text.encode())], Config().pipeline)
    return parsed


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("The chapel burned in 1911. It was rebuilt in stone.", "It", "chapel"),
        ("The minister opened the bridge. She spoke for an hour.", "She", "minister"),
        ("The divers found the bell. They raised it on Sunday.", "They", "divers"),
        ("Police found the violin in a ditch. It was damaged.", "It", "violin"),
        ("The choir won the prize. They will sing in Oslo.", "They", "choir"),
        ("The bridge collapsed. It is clear that nobody was hurt.", "It", None),
        ("It rained all day.", "It", None),
    ],
)
def test_a_pronoun_takes_up_what_fits(text: str, pronoun: str, meant: str | None) -> None:
    report = document(text)
    at = next(t.i for t in report.tokens if t.text == pronoun)
    found = antecedent(report, at)
    assert (report.tokens[found].text if found is not None else None) == meant


def test_the_ship_is_the_one_that_bears_a_name() -> None:
    report = document("The ferry Baltic Heron sank off Bergen. The ship was built in 1990. A rescue ship came late.")
    ships = [t.i for t in report.tokens if t.text == "ship"]
    named = [by_name(report, i) for i in ships]
    assert [report.tokens[i].text if i is not None else None for i in named] == ["Heron", None]
