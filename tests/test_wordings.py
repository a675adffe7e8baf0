"""How near two wordings stand in use."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from checker.align.questions.wordings import WAYS, above_others, nearness
from checker.errors import PipelineError
from checker.facts.count import Count
from checker.language import wordvectors
from checker.language.lexicon import table
from checker.language.shipped import folder_of
from checker.language.wordvectors import vectors_of
from checker.model import Fact, Question, Reading, Span


def reading(source: int, *words: str, own: tuple[str, ...] = ("people",)) -> Reading:
    """A count in a sentence of these words, all beside it."""
    fact = Fact("count", Span(source, 0, 2), Count(12, 12, 12, of=own[0]), 0, 0, 1)
    wording = (*((w, 0.0) for w in own), *((w, 1.0) for w in words))
    return Reading(Question("count", "die"), fact, None, "actual", "direct", wording=wording)


def test_words_of_like_use_stand_nearer_than_others() -> None:
    dead, killed, spent = vectors_of(["dead", "killed", "invoice"])
    assert cosine(dead, killed) > cosine(dead, spent) + 0.2
    assert not vectors_of([""]).any()


def test_a_wording_is_nearest_to_its_paraphrase() -> None:
    readings = [
        reading(0, "claimed", "lives", "accident"),
        reading(1, "killed", "crash"),
        reading(1, "tickets", "sold", "concert", own=("seats",)),
    ]
    near = dict(zip(WAYS, nearness(readings), strict=True))
    for way in WAYS:
        assert near[way].shape == (3, 3)
        assert np.allclose(near[way], near[way].T, atol=1e-5)
        assert near[way].max() < 1.001
        assert near[way][0, 1] > near[way][0, 2]


def test_no_words_no_nearness() -> None:
    assert not nearness([reading(0, own=("",))])[0].any()


def test_the_nearest_of_the_other_report_is_not_below_itself() -> None:
    pairs, sources = np.array([[0, 1], [0, 2], [3, 1]]), np.array([0, 1, 1, 0])
    assert above_others(pairs, sources, np.array([0.9, 0.4, 0.7])).tolist() == pytest.approx([0.0, -0.5, -0.2])


def cosine(a: np.ndarray[Any, Any], b: np.ndarray[Any, Any]) -> float:
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_altered_vectors_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = {**table("wordvectors"), "sha256": {"weights/l2_supercat_256.safetensors": "0"}}
    monkeypatch.setattr(wordvectors, "table", lambda name: expected)
    with pytest.raises(PipelineError, match="missing or altered"):
        wordvectors._tables.__wrapped__()
    assert folder_of("wordllama", "wordllama==0.4.0.post1").is_dir()
