"""A pipe after the parser: labels that ClearNLP treebanks and ours draw otherwise, set right where the words alone tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HEARERS = frozenset(
    ("tell", "inform", "assure", "remind", "notify", "ask", "warn", "show", "give", "offer", "send", "pay", "teach", "promise")
)
EXISTS = "nsubj"


def relabel(doc: Doc) -> Doc:
    """ "There were injuries": injuries is the subject, as in UD. "told reporters that": reporters hear, they are no object."""
    for token in doc:
        label = token.dep_
        if label == "expl" and token.lower_ == "there":
            for other in token.head.children:
                if other.dep_ == "attr" and other.i > token.head.i:
                    other.dep_ = EXISTS
                    break
        elif label == "dobj" and token.head.lemma_ in _HEARERS and token.i > token.head.i and _hears(token.head.lemma_, token):
            token.dep_ = "dative"
    return doc


def _hears(verb: str, token: Token) -> bool:
    if verb == "tell":
        return True
    rest = [c for c in token.head.children if c.i > token.i]
    return any(c.dep_ in ("ccomp", "dobj") for c in rest)
