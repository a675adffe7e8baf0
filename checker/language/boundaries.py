"""A pipe before the parser: no sentence begins inside brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 60  # tokens; a bracket that closes later was never closed


def keep_brackets(doc: Doc) -> Doc:
    """Tokens between "(" and ")" begin no sentence."""
    opened: int | None = None
    for token in doc:
        if token.text == "(":
            opened = token.i
        elif token.text == ")" and opened is not None:
            if token.i - opened < _LONGEST:
                for k in range(opened + 1, token.i + 1):
                    doc[k].is_sent_start = False
            opened = None
    return doc
