"""Which reports are one origin: copies of one wire story count once."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Document

LONG = 6  # words of a shingle
SHARED = 0.4  # of the shorter report's shingles


def origins(documents: Sequence[Document]) -> tuple[int, ...]:
    """For each report the first report that it shares most of its wording with, itself where it stands alone."""
    shingles = [_shingles(document) for document in documents]
    out: list[int] = []
    for i, own in enumerate(shingles):
        like = next((j for j in range(i) if own and len(own & shingles[j]) >= SHARED * min(len(own), len(shingles[j]))), None)
        out.append(i if like is None else out[like])
    return tuple(out)


def _shingles(document: Document) -> frozenset[tuple[str, ...]]:
    words = [t.lower for t in document.tokens if t.lower[:1].isalnum()]
    return frozenset(tuple(words[i : i + LONG]) for i in range(max(0, len(words) - LONG + 1)))
