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
        ('In the words of Anna Berg, "we lost it ourselves".', "Anna Berg"),
        ('As Anna Berg put it, "we lost it ourselves".', "Anna Berg"),
        ('Asked about it, Anna Berg had this to say: "We lost it ourselves."', "Anna Berg"),
        ('Anna Berg shook her head: "We lost it ourselves."', "Anna Berg"),
        ("Anna Berg's comment: \"We lost it ourselves.\"", "Anna Berg"),
        ('"We lost it ourselves" (Anna Berg)', "Anna Berg"),
        ('"We lost it ourselves" were the words of Anna Berg.', "Anna Berg"),
        ('"We lost it ourselves," came the answer from Anna Berg.', "Anna Berg"),
        ('The chant was about Anna Berg: "We lost it ourselves."', None),
        ('Anna Berg wiped her eyes. "We lost it ourselves."', "Anna Berg"),
        ('Anna Berg stood beside Paul Okello. "We lost it ourselves."', None),
        ('"We lost it ourselves." The crowd went home.', None),
        ('The banner, in red letters: "We lost it ourselves."', None),
    ],
)
def test_the_speaker(text: str, speaker: str | None) -> None:
    [document] = language.parse([read("a.txt", text.encode())], Config().pipeline)
    direct = [s for s in document.speeches if s.direct]
    assert [s.speaker and document.text(*s.speaker) for s in direct] == [speaker]
