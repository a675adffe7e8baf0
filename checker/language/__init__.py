"""The only place that imports spaCy: from Reports to Documents."""

from __future__ import annotations

from collections.abc import Sequence

from checker.language import clauses
from checker.language.pipeline import load_english
from checker.language.reading import read_documents
from checker.model import Document, Report

__all__ = ["clauses", "load_english", "parse"]


def parse(reports: Sequence[Report], pipeline: str | None = None) -> tuple[Document, ...]:
    """One Document a report, in order; `pipeline` names a spaCy package or folder other than ours."""
    return read_documents(load_english(pipeline), reports)
