"""Judges each name the repairs left, and capitals they did not take: person, body, place or no name.

The judge is a small network over cues (name_cues.py) and the pipeline's own word vectors, taught by bench/train_names.py on what
that file names. It only chooses a kind or drops; how far a name goes is the repairs' business.
"""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.language.columns import Columns
from checker.language.name_cues import KINDS, RUN, Entity, cues, runs, words_of
from checker.language.name_shape import Found
from checker.language.product import product

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.vocab import Vocab

    Floats = NDArray[np.float32]

ANSWERS = ("PERSON", "ORG", "PLACE", "NONE")
UNKNOWN = "no-vector"  # of the name's last word; half the names of the wire
_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "PLACE": "GPE"}
# measured on names held out of training: at 0.5 three points of F more on the web's texts, and family names taken for towns on the wire
_SURE = 0.75
_SURER = 0.9  # that a lone word is no body but a person, or a body of several words no name: on the wire it more often is one
# what the repairs know better: names of the lists, and a noun beside the name that says what it is
_SETTLED = frozenset(
    ["known-body=ORG", "known-place=PLACE", "body-before=ORG", "body-after=ORG", "place-before=PLACE", "honorific-before=PERSON"]
)
_NO_DROP = frozenset(["title-before=PERSON", "body-word=ORG", "body-of=ORG", "company-form=ORG"])
_WORDS_KEPT = 20_000  # word vectors remembered


@dataclass(frozen=True, slots=True)
class Judge:
    """The network: cue -> row of `cue_weights`; words[slot] and the rest as arrays of float32."""

    cue_rows: dict[str, int]
    cue_weights: Floats  # cues x hidden
    word_weights: Floats  # (5 * width of a vector) x hidden
    hidden_bias: Floats
    answer_weights: Floats  # hidden x 4
    answer_bias: Floats

    def answers(self, found_cues: Sequence[Sequence[str]], vectors: Floats) -> Floats:
        """Probabilities of ANSWERS, one row a name; `vectors` is names x (5 * width)."""
        hidden = product(vectors, self.word_weights) + self.hidden_bias
        for row, names_cues in enumerate(found_cues):
            hidden[row] += self.cue_weights[[self.cue_rows[c] for c in names_cues if c in self.cue_rows]].sum(axis=0)
        out = product(np.maximum(hidden, 0), self.answer_weights) + self.answer_bias
        out = np.exp(out - out.max(axis=1, keepdims=True))
        chances: Floats = out / out.sum(axis=1, keepdims=True)
        return chances


@functools.cache
def the_judge() -> Judge:
    """The shipped network, from name_judge.npz (16-bit floats, widened when read)."""
    with (importlib.resources.files("checker.language") / "name_judge.npz").open("rb") as file, np.load(file) as stored:
        arrays: dict[str, Any] = {name: stored[name] for name in stored.files}
    rows = {str(cue): row for row, cue in enumerate(arrays.pop("cues"))}
    wide = {name: array.astype(np.float32) for name, array in arrays.items()}
    return Judge(rows, wide["cue_weights"], wide["word_weights"], wide["hidden_bias"], wide["answer_weights"], wide["answer_bias"])


def judge(cols: Columns, entities: Sequence[Entity], names: list[Found], vocab: Vocab) -> list[Found]:
    """The names of the kinds they most likely are, without those that most likely are none, with capitals that most likely are one."""
    asked = [*names, *runs(cols, names)]
    if not asked:
        return names
    found_cues = [cues(cols, entities, name) for name in asked]
    vectors = np.stack([np.concatenate([_vector(vocab, word) for word in words_of(cols, name)]) for name in asked])
    for told, vector in zip(found_cues, vectors, strict=True):
        if not vector[: vocab.vectors_length].any():
            told.append(UNKNOWN)
    out: list[Found] = []
    for name, told, chances in zip(asked, found_cues, the_judge().answers(found_cues, vectors), strict=True):
        said = verdict(KINDS[name.label], told, chances)
        if said in _LABELS:
            out.append(name if said == KINDS[name.label] else Found(name.first, name.last, _LABELS[said]))
    return sorted(out, key=lambda n: n.first)


def verdict(kind: str, told: Sequence[str], chances: Floats) -> str:
    """The kind that a name of `kind` (or RUN) with these cues keeps or gets; NONE or RUN where it is no name."""
    best = int(chances.argmax())
    answer = ANSWERS[best]
    if chances[best] < _SURE or not _SETTLED.isdisjoint(told) or (answer == "NONE" and not _NO_DROP.isdisjoint(told)):
        return kind
    if kind == "ORG" and answer == ("PERSON" if "length=1" in told else "NONE") and (chances[best] < _SURER or UNKNOWN in told):
        return kind
    if kind == RUN and "length=1" in told and UNKNOWN in told and chances[best] < _SURER:
        return kind
    return answer


def unit_vector(vocab: Vocab, word: str) -> Floats:
    """The word's vector at length 1, that of its small letters where it has none, else zeros."""
    found: Any = vocab.get_vector(word)
    if not found.any():
        found = vocab.get_vector(word.lower())
    length = float(np.linalg.norm(found))
    vector: Floats = np.asarray(found / length if length else found, dtype=np.float32)
    return vector


@functools.lru_cache(maxsize=_WORDS_KEPT)
def _vector(vocab: Vocab, word: str | None) -> Floats:
    if word is None:
        return np.zeros(vocab.vectors_length, dtype=np.float32)
    return unit_vector(vocab, word)
