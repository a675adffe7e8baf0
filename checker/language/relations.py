"""Label schemes: from a parser's labels to our own few relations."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from checker.language.lexicon import table
from checker.model import Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc

Links = list[tuple[int, Relation]]
_CONTENT = frozenset(("ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV", "DET", "X", "SYM"))
# what belongs to the clause, not to the predicate noun, when the copula becomes the head again
_OF_CLAUSE = frozenset(
    (
        "subject",
        "passive_subject",
        "clause",
        "auxiliary",
        "passive_auxiliary",
        "adverbial_clause",
        "marker",
        "punctuation",
        "negation",
        "adverb",
        "parataxis",
        "other",
        "coordinator",
        "conjunct",
    )
)


def relations_of(doc: Doc) -> Links:
    """For each token its head and relation, by the scheme that the Doc's own labels belong to."""
    labels = {t.dep_ for t in doc}
    if labels & {"prep", "pobj", "dobj", "nsubjpass", "attr", "acomp"} or not labels & {
        "case",
        "obl",
        "obj",
        "cop",
        "nmod",
        "obl:unmarked",
        "flat",
        "root",
    }:
        return from_clearnlp(doc)
    return from_ud(doc)


@functools.cache
def scheme(name: str) -> dict[str, Relation]:
    """The table of a label scheme."""
    labels: dict[str, Relation] = table("labels")[name]
    return labels


def from_clearnlp(doc: Doc) -> Links:
    """Prepositional phrases are turned so that the noun hangs on what the phrase belongs to."""
    labels = scheme("clearnlp")
    deps = [t.dep_ for t in doc]
    heads = [t.head.i for t in doc]
    out: Links = [(heads[i], labels.get(deps[i], "other")) for i in range(len(deps))]
    for i, dep in enumerate(deps):
        above = heads[i]
        if dep == "expl" and doc[i].lower_ == "there":
            for k, head in enumerate(heads):
                if head == above and deps[k] == "nsubj" and k > above:
                    out[k] = (above, "attribute")  # "There were injuries", see relabel.py
        if dep in ("pobj", "pcomp") and deps[above] in ("prep", "agent", "dative"):
            # climb "out of", "because of": prepositions stacked on prepositions
            top = above
            while deps[top] == "prep" and deps[heads[top]] == "prep" and heads[heads[top]] != heads[top]:
                top = heads[top]
            if heads[top] == top:
                continue
            out[i] = (heads[top], "agent" if deps[above] == "agent" else "oblique")
            out[above] = (i, "case")
    return out


def from_ud(doc: Doc) -> Links:
    """The copula becomes the head of its clause, as in "He is minister": minister = attribute of is; names hang on their last word."""
    labels = scheme("ud")
    out: Links = []
    for token in doc:
        label = token.dep_.lower()
        relation = labels.get(label) or labels.get(label.split(":")[0], "other")
        if relation == "adverb" and token.lower_ in ("not", "n't", "never", "n’t"):
            relation = "negation"
        elif relation == "marker" and token.tag_ == "TO":
            relation = "auxiliary"  # "to" of an infinitive, as ClearNLP has it
        out.append((token.head.i, relation))
    for token in doc:
        label = token.dep_.lower()
        if label == "cop":
            _turn_copula(doc, token.i, out)
        elif label.startswith("obl") and label != "obl:agent" and not any(c.dep_.lower() == "case" for c in token.children):
            out[token.i] = (token.head.i, "adverbial_noun")
        elif label == "obl:agent" or (label == "obl" and _by_passive(doc, token.i)):
            out[token.i] = (token.head.i, "agent")
    for token in doc:
        if token.dep_.lower().split(":")[0] == "flat":
            _turn_flat(doc, token.head.i, out)
    return out


def _by_passive(doc: Doc, i: int) -> bool:
    token = doc[i]
    return any(c.lower_ == "by" and c.dep_.lower() == "case" for c in token.children) and any(
        c.dep_.lower() in ("nsubj:pass", "aux:pass", "nsubjpass") for c in token.head.children
    )


def _turn_copula(doc: Doc, cop: int, out: Links) -> None:
    noun = out[cop][0]
    if doc[noun].pos_ not in _CONTENT:
        return
    head, relation = out[noun]
    out[cop] = (cop if head == noun else head, relation)
    out[noun] = (cop, "attribute")
    for child in doc[noun].children:
        k = child.i
        if k == cop or out[k][0] != noun:
            continue
        label = out[k][1]
        # what stands before the copula, or is of the clause by its nature, goes with the verb; "more than" and the like stay
        if (
            label in _OF_CLAUSE
            and not (label == "adverb" and k > cop and k < noun)
            and not (label in ("conjunct", "coordinator", "punctuation") and k < noun and k > cop)
        ):
            if label in ("conjunct", "coordinator") and doc[k].pos_ not in ("VERB", "AUX") and label == "conjunct":
                continue
            out[k] = (cop, label)
        elif label in ("oblique", "adverbial_noun") and k < cop:
            out[k] = (cop, label)


def _turn_flat(doc: Doc, first: int, out: Links) -> None:
    """ "Arben Kodra": UD heads the first word, ClearNLP and we the last."""
    parts = [c.i for c in doc[first].children if c.dep_.lower().split(":")[0] == "flat" and c.i > first]
    if not parts or (out[first][1] == "compound" and out[first][0] in parts):
        return
    last = max(parts)
    head, relation = out[first]
    out[last] = (last if head == first else head, relation)
    for k in range(len(out)):
        if k != last and out[k][0] == first and (k not in parts):
            out[k] = (last, out[k][1])
    for k in (first, *parts):
        if k != last:
            out[k] = (last, "compound")
