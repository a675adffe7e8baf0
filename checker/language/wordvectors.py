"""How near two words stand in use: vectors that were taught on pairs of sentences, beside those of the pipeline (meanings.py)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.language.lexicon import table
from checker.language.shipped import check_files, folder_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def vectors_of(words: Sequence[str]) -> np.ndarray[Any, Any]:
    """Vectors, float32, one row a word in lower case; the longer, the more a word says of what its sentence is about."""
    return np.stack([vector_of(w) for w in words]) if words else np.zeros((0, _tables()[0].shape[1]), dtype=np.float32)


@functools.lru_cache(maxsize=50_000)
def vector_of(word: str) -> np.ndarray[Any, Any]:
    """The vector of one word, the sum of its pieces'; zeros for white space."""
    vectors, pieces = _tables()
    total: np.ndarray[Any, Any] = vectors[pieces.encode(word, add_special_tokens=False).ids].sum(axis=0, dtype=np.float32)
    total.setflags(write=False)
    return total


@functools.cache
def _tables() -> tuple[np.ndarray[Any, Any], Tokenizer]:
    """A vector for every piece of a word, and what cuts words into pieces; the package itself is not run, for it sets up logging."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    expected = table("wordvectors")
    home = folder_of(expected["package"], expected["requirement"])
    check_files(home, expected["sha256"], expected["requirement"])
    (vectors,) = load_file(home / expected["vectors"]).values()
    return vectors, Tokenizer.from_file(str(home / expected["pieces"]))
