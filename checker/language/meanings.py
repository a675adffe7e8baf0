"""Word vectors of the pipeline, one row a token: how near two words stand in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.vocab import Vocab


def meanings_of(vocab: Vocab, words: Sequence[str]) -> Any:
    """Unit vectors, float32, one row a word in lower case; None where the pipeline ships no vectors; zero for unknown words."""
    if not words or vocab.vectors.shape[1] == 0 or vocab.vectors.shape[0] == 0:
        return None
    from spacy.strings import get_string_id  # by hash, since the pipeline's list of strings is not loaded

    rows = vocab.vectors.find(keys=[get_string_id(w) for w in words])
    table = vocab.vectors.data
    found = np.where((rows >= 0)[:, None], table[np.maximum(rows, 0)], 0).astype(np.float32)
    size = np.linalg.norm(found, axis=1, keepdims=True)
    return found / np.where(size > 0, size, 1)
