"""Loads the English pipeline, once a process: the shipped one, checked by digest, or one of the user's own."""

from __future__ import annotations

import functools
import warnings
from typing import TYPE_CHECKING

from checker.errors import PipelineError
from checker.language.boundaries import keep_brackets
from checker.language.lexicon import table
from checker.language.relabel import relabel
from checker.language.repair import repair_and_judge, repair_news
from checker.language.shipped import check_files, folder_of

if TYPE_CHECKING:
    from spacy.language import Language

# the sentence recogniser is not used; the list of 770,000 strings costs 0.6 s and changes no annotation, for words are
# interned as they are read
_NOT_READ = ("senter", "strings")


@functools.cache
def load_english(pipeline: str | None = None) -> Language:
    """The English pipeline with our repairs as its last pipes; `pipeline` names a spaCy package or folder other than the shipped one.

    Raises PipelineError where it is missing, its files are not those this version was measured with, or it cannot parse.
    """
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message=r".*\[W095\].*"
        )  # trained with spaCy 3.7; its annotations under 3.8 are measured in MODEL.md
        if pipeline is None:
            expected = table("pipeline")
            home = folder_of(expected["package"], expected["requirement"]) / str(expected["folder"])
            check_files(home, expected["sha256"], expected["requirement"])
            nlp = spacy.load(home, exclude=_NOT_READ)
        else:
            try:
                nlp = spacy.load(pipeline, exclude=["senter"])
            except (OSError, ValueError, ImportError) as wrong:
                raise PipelineError(
                    f"The English pipeline {pipeline!r} cannot be loaded: {str(wrong).splitlines()[0]}",
                    hint="Is it installed, or the path right?",
                ) from wrong
    if not nlp.has_pipe("parser"):
        raise PipelineError(
            f"The English pipeline {pipeline!r} has no parser.", hint="Sentences and their heads are needed; choose one with a parser."
        )
    _add_ranks(nlp)
    _add_repairs(nlp, judged=pipeline is None)
    return nlp


def _add_ranks(nlp: Language) -> None:
    """ "Col." and the like are one word and end no sentence; "km/h." is four and does."""
    for rank in table("titles")["ranks"]:
        if rank.endswith("."):
            nlp.tokenizer.add_special_case(rank.capitalize(), [{"ORTH": rank.capitalize()}])  # type: ignore[union-attr]
    for rate in table("pipeline")["rates"]:
        one, other = rate.split("/")
        nlp.tokenizer.add_special_case(f"{rate}.", [{"ORTH": one}, {"ORTH": "/"}, {"ORTH": other}, {"ORTH": "."}])  # type: ignore[union-attr]


def _add_repairs(nlp: Language, judged: bool) -> None:
    from spacy.language import Language

    Language.component("factcheck_boundaries", func=keep_brackets)
    Language.component("factcheck_repair", func=repair_news)
    Language.component("factcheck_repair_and_judge", func=repair_and_judge)
    if not nlp.has_pipe("factcheck_boundaries"):
        nlp.add_pipe("factcheck_boundaries", before="parser")
    Language.component("factcheck_relabel", func=relabel)
    if not nlp.has_pipe("factcheck_relabel") and "dobj" in getattr(nlp.get_pipe("parser"), "labels", ()):
        nlp.add_pipe("factcheck_relabel", before="ner" if nlp.has_pipe("ner") else None, last=None if nlp.has_pipe("ner") else True)
    if not nlp.has_pipe("factcheck_repair"):
        nlp.add_pipe("factcheck_repair_and_judge" if judged else "factcheck_repair", name="factcheck_repair", last=True)
