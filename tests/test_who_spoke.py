"""To whom a report gives the words of a quotation, where no plain "said" stands beside it."""

from __future__ import annotations

import pytest

from checker import language
from checker.config import Config
from checker.ingest import read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We lost it ourselves," thundered prosecutor Anna Weil in the last minutes of her speech, before the judges left.', "Anna Weil"),
        ('Paul Okello, arms folded: "We lost it ourselves."', "Paul Okello"),
        ('19:24 Paul Okello, arms folded: "We lost it ourselves."', "Paul Okello"),
        ('Head coach Paul Okello: "We lost it ourselves."', "Paul Okello"),
        ('"We lost it ourselves," was Strand\'s verdict.', "Strand"),
        ('Ole Strand sat down. "We lost it ourselves," was his verdict.', "his"),
        ('"We lost it ourselves." The crowd went home.', None),
        ('The banner, in red letters: "We lost it ourselves."', None),
    ],
)
def test_the_speaker(text: str, speaker: str | None) -> None:
    [document] = language.parse([read("a.txt", text.encode())], Config().pipeline)
    direct = [s for s in document.speeches if s.direct]
    assert [s.speaker and document.text(*s.speaker) for s in direct] == [speaker]
