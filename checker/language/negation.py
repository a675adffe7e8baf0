"""Counts what denies a predicate: "not", "nobody", "failed to", "ruled out", "without"."""

from __future__ import annotations

from checker.language.clause_words import clause_words
from checker.model import Document, Token

_CLAUSES = frozenset(("clause", "open_clause", "adverbial_clause", "noun_clause"))


def denials(document: Document, i: int, depth: int = 0) -> int:
    """How many words deny predicate i, its own and those of what governs it."""
    tokens, words = document.tokens, clause_words()
    token = tokens[i]
    count = 0
    for k in document.children[i]:
        child = tokens[k]
        if child.relation == "negation" or (
            child.lower in words.negators and child.relation in ("adverb", "coordinator", "other", "auxiliary")
        ):
            count += child.lower != "nor" and not _only(document, k)
        elif child.relation in ("subject", "passive_subject"):
            count += _nobody(document, k)
        elif (
            (child.relation in ("object", "attribute") and token.pos in ("VERB", "AUX") and child.lower in words.nobody)
            or (child.relation == "determiner" and child.lower in words.no)
            or (child.relation in ("case", "marker") and child.lower in words.without)
        ):
            count += 1
        elif child.relation == "adverb" and any(tokens[c].relation == "negation" for c in document.children[k]):
            count += 1  # "no longer", "not yet"
    if depth < 6:
        count += _from_above(document, token, depth)
    return count


def _only(document: Document, k: int) -> bool:
    """ "not only", "not just", "not least" deny nothing."""
    after = document.tokens[k + 1].lower if k + 1 < len(document.tokens) else ""
    return after in ("only", "just", "least", "merely", "alone")


def _nobody(document: Document, k: int) -> bool:
    """Whether a subject is nobody: "no one", "none of them", "no passengers", "neither the mayor nor his deputy"."""
    words = clause_words()
    if document.tokens[k].lower in words.nobody:
        return True
    return any(
        document.tokens[c].lower in words.no and document.tokens[c].relation in ("determiner", "coordinator", "negation")
        for c in document.children[k]
    )


def _from_above(document: Document, token: Token, depth: int) -> int:
    """How often what governs the token turns it: "failed to", "denied that", "without", "did not stop or slow"."""
    if token.head == token.i:
        return 0
    tokens, words = document.tokens, clause_words()
    head = tokens[token.head]
    turns = _turns(document, head)
    if token.relation in _CLAUSES and token.relation != "adverbial_clause":
        if head.lemma in words.unable:
            return 1
        if turns:
            return 1 + denials(document, head.i, depth + 1)
        if head.lemma == "have" and any(tokens[k].lower == "yet" for k in document.children[head.i]):
            return 1  # "has yet to decide"
        if token.relation == "open_clause" and words.verbs.get(head.lemma) != "required" and head.pos in ("VERB", "AUX"):
            return denials(document, head.i, depth + 1)  # "did not manage to", "is not expected to"
        return 0
    if token.relation in ("object", "adverbial_noun") and turns and head.lemma not in words.undone_clause:
        return 1 + denials(document, head.i, depth + 1)
    if (
        token.relation == "passive_subject"
        and (turns or head.lemma in ("avoid", "prevent", "avert"))
        and head.lemma not in words.undone_clause
    ):
        return 1 + denials(document, head.i, depth + 1)
    if token.relation in ("object", "passive_subject") and token.pos == "NOUN" and head.pos in ("VERB", "AUX") and not turns:
        # "held no talks" is counted on the noun; "did not hold talks", "talks were not held"
        return sum(
            (tokens[k].relation == "negation" or tokens[k].lower in ("never",)) and not _only(document, k)
            for k in document.children[head.i]
        )
    if token.relation == "oblique" and ((head.lemma in words.unable and head.pos in ("NOUN", "ADJ")) or head.lower == "short"):
        return 1  # "lack of", "absence of", "stopped short of"
    if token.relation == "attribute":
        return denials(document, head.i, depth + 1)  # "nobody was missing", "he is not a minister"
    if token.relation == "conjunct":
        return _shared(document, token, head, depth)
    return 0


def _turns(document: Document, head: Token) -> bool:
    words = clause_words()
    if head.lemma in words.undone and head.pos in ("VERB", "AUX"):
        return True
    if head.pos != "VERB":
        return False
    return any(
        document.tokens[k].relation in ("particle", "adverb") and f"{head.lemma} {document.tokens[k].lower}" in words.phrasal
        for k in document.children[head.i]
    )


def _shared(document: Document, token: Token, head: Token, depth: int) -> int:
    """A conjunct shares the negation of the first one after "or" and "nor", and what governs both."""
    tokens = document.tokens
    kids = document.children[token.i]
    own = any(tokens[k].relation in ("subject", "passive_subject", "negation") for k in kids)
    joined = {tokens[k].lower for k in document.children[head.i] if tokens[k].relation == "coordinator" and head.i < k < token.i}
    if "nor" in joined and not any(tokens[k].relation == "negation" for k in kids):
        return 1
    if own:
        return 0
    if "or" in joined or (token.pos == "NOUN" and not joined and denials(document, head.i, depth + 1)):
        return denials(document, head.i, depth + 1)
    return _from_above(document, head, depth + 1) if depth < 6 and head.relation != "conjunct" else 0
