"""Label schemes: from a parser's labels to our own few relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc

# ClearNLP labels of the en_core_web_* pipelines, https://github.com/clir/clearnlp-guidelines
CLEARNLP: dict[str, Relation] = {
    "ROOT": "root", "nsubj": "subject", "nsubjpass": "passive_subject", "csubj": "clause", "csubjpass": "clause", "dobj": "object",
    "dative": "indirect_object", "agent": "case", "attr": "attribute", "acomp": "attribute", "oprd": "attribute", "prep": "case",
    "pobj": "oblique", "pcomp": "oblique", "ccomp": "clause", "xcomp": "open_clause", "advcl": "adverbial_clause",
    "relcl": "relative_clause", "acl": "noun_clause", "appos": "apposition", "compound": "compound", "nmod": "compound",
    "amod": "adjective", "advmod": "adverb", "nummod": "number", "poss": "possessive", "det": "determiner", "predet": "determiner",
    "conj": "conjunct", "cc": "coordinator", "preconj": "coordinator", "aux": "auxiliary", "auxpass": "passive_auxiliary",
    "neg": "negation", "prt": "particle", "mark": "marker", "case": "case", "quantmod": "quantity_modifier",
    "npadvmod": "adverbial_noun", "punct": "punctuation", "parataxis": "parataxis", "intj": "other", "meta": "other", "expl": "other",
    "dep": "other",
}


def relations_of(doc: Doc) -> list[tuple[int, Relation]]:
    """For each token its head and relation; prepositional phrases are turned so that the noun hangs on what the phrase belongs to."""
    out: list[tuple[int, Relation]] = [(t.head.i, CLEARNLP.get(t.dep_, "other")) for t in doc]
    for token in doc:
        if token.dep_ in ("pobj", "pcomp") and token.head.dep_ in ("prep", "agent", "dative"):
            # climb "out of", "because of": prepositions stacked on prepositions
            top = token.head
            while top.dep_ == "prep" and top.head.dep_ == "prep" and top.head.i != top.i:
                top = top.head
            if top.head.i == top.i:
                continue
            out[token.i] = (top.head.i, "agent" if token.head.dep_ == "agent" else "oblique")
            out[token.head.i] = (token.i, "case")
    return out
