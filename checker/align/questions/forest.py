"""How surely two different values cannot both be right as answers to one question: a small forest of decision trees.

Grown by bench/weigh.py (which says on what) and kept as arrays in forest.npz; it holds numbers only, no text.
"""

from __future__ import annotations

import functools
import importlib.resources
import io
from typing import Any

import numpy as np


@functools.cache
def trees() -> tuple[np.ndarray[Any, Any], ...]:
    """feature, threshold, left and right of every node of all trees, its share of conflicts, and the node each tree starts at.

    A node whose left is itself is a leaf.
    """
    stored = (importlib.resources.files("checker.align.questions") / "forest.npz").read_bytes()
    with np.load(io.BytesIO(stored), allow_pickle=False) as table:
        return tuple(table[name] for name in ("feature", "threshold", "left", "right", "share", "roots"))


def surely(x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """For each row (of standing.NAMES) the mean share over the trees, between 0 and 1."""
    feature, threshold, left, right, share, roots = trees()
    told = x.astype(np.float32).ravel()
    # all rows of one tree side by side, so that its nodes are at hand; who has reached a leaf is followed no further
    at = np.repeat(roots, len(x))
    starts = np.tile(np.arange(len(x), dtype=np.int32) * x.shape[1], len(roots))
    going = np.arange(len(at))
    node = at
    while len(going):
        below = told[starts + feature[node]] <= threshold[node]
        node = np.where(below, left[node], right[node])
        at[going] = node
        on = np.flatnonzero(left[node] != node)
        going, node, starts = going[on], node[on], starts[on]
    mean: np.ndarray[Any, Any] = np.ascontiguousarray(share[at].reshape(len(roots), len(x)).T).mean(axis=1)
    return mean
