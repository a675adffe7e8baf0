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
    feature, threshold, children, leaf = _steps()
    share, roots = trees()[4:]
    told = x.astype(np.float32).ravel()
    # all rows of one tree side by side, so that its nodes are at hand; who has reached a leaf is followed no further
    at = np.repeat(roots.astype(np.intp), len(x))
    starts = np.tile(np.arange(len(x)) * x.shape[1], len(roots))
    going, node = np.arange(len(at)), at
    while len(going):
        below = told.take(starts + feature.take(node)) <= threshold.take(node)
        node = children.take(2 * node + below)
        at[going] = node
        on = np.flatnonzero(~leaf.take(node))
        going, node, starts = going.take(on), node.take(on), starts.take(on)
    mean: np.ndarray[Any, Any] = np.ascontiguousarray(share.take(at).reshape(len(roots), len(x)).T).mean(axis=1)
    return mean


@functools.cache
def _steps() -> tuple[np.ndarray[Any, Any], ...]:
    """feature and threshold of every node, its right and left side by side, and whether it is a leaf; indexes as numpy takes them."""
    feature, threshold, left, right, _, _ = trees()
    children = np.stack([right, left], axis=1).ravel().astype(np.intp)
    return feature.astype(np.intp), threshold, children, left == np.arange(len(left))
