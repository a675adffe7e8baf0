"""Products of small matrices on one thread.

numpy's own wake a thread for every core, which costs more than the work itself, and a hundred times more where another program keeps
the cores busy.
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np


def product(a: np.ndarray[Any, Any], b: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """a @ b of two float32 matrices."""
    out: np.ndarray[Any, Any] = _ops().gemm(a, b)
    return out


def with_rows(a: np.ndarray[Any, Any], b: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """a @ b.T of two float32 matrices: every row of the one with every row of the other."""
    out: np.ndarray[Any, Any] = _ops().gemm(a, b, trans2=True)
    return out


@functools.cache
def _ops() -> Any:
    """What the pipeline itself multiplies with."""
    from thinc.api import NumpyOps

    return NumpyOps(use_blis=True)
