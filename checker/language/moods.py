"""Whether a predicate is told as something that happened, or as planned, possible, required or general."""

from __future__ import annotations

from checker.language.clause_words import clause_words
from checker.model import Document, Mood, Token

_NOUN_LINKS = frozenset(("object", "subject", "passive_subject", "attribute", "oblique", "agent"))

_FACTIVE = frozenset(("lucky", "fortunate", "glad", "happy", "proud", "sorry", "surprised", "relieved", "pleased"))


def mood_of(document: Document, i: int, depth: int = 0) -> Mood:
    """The mood of predicate i, by its own words and by what governs it."""
    tokens, words = document.tokens, clause_words()
    token = tokens[i]
    kids = document.children[i]
    for k in kids:
        child = tokens[k]
        if child.relation == "auxiliary" and child.lower in words.auxiliaries and child.tag == "MD":
            return words.auxiliaries[child.lower]
        if child.relation == "marker" and child.lower in words.markers:
            return "possible"
        if child.relation in ("adverb", "adjective", "compound") and token.pos == "NOUN" and child.lower in words.adjectives:
            return words.adjectives[child.lower]
        if child.relation == "adverb" and child.lower in words.adverbs and not (child.lower == "normally" and k > i):
            return words.adverbs[child.lower]
    if depth > 5:
        return "actual"
    infinitive = any(tokens[k].lower == "to" and tokens[k].tag == "TO" for k in kids)
    if token.head == i:
        return "planned" if infinitive else "actual"  # "Bank to cut rates"
    head = tokens[token.head]
    if infinitive or token.relation == "open_clause":
        return _under(document, token, head, infinitive, depth)
    if token.relation == "conjunct":
        own = token.tag in ("VBD", "VBZ") or any(
            tokens[k].relation in ("subject", "passive_subject", "auxiliary")
            or (tokens[k].relation == "passive_auxiliary" and tokens[k].tag in ("VBD", "VBZ", "VBP"))
            for k in kids
        )  # "could not be saved and was put down"
        return "actual" if own and token.tag not in ("VB",) else mood_of(document, head.i, depth + 1)
    if token.relation == "adverbial_clause" and token.tag in ("VBG", "VBN"):
        return mood_of(document, head.i, depth + 1)
    if token.relation == "clause" and head.lemma in ("hope", "fear", "suspect", "allege", "doubt"):
        return "possible"
    if token.relation == "clause" and token.tag == "VB" and words.verbs.get(head.lemma) == "required":
        return "required"  # "demanded that he resign"
    if token.relation == "attribute" and token.pos != "NOUN":
        return mood_of(document, head.i, depth + 1)
    if token.pos == "NOUN" and token.relation in _NOUN_LINKS and head.pos in ("VERB", "AUX"):
        return _of_noun(document, token, head, depth)
    return "actual"


def _under(document: Document, token: Token, head: Token, infinitive: bool, depth: int) -> Mood:
    """The mood of "to do" and "doing" under what governs it."""
    words = clause_words()
    if head.lower in _FACTIVE and any(document.tokens[k].lemma == "have" for k in document.children[token.i]):
        return "actual"  # "may count himself lucky to have survived"
    above = mood_of(document, head.i, depth + 1)
    if head.lemma == "have" and infinitive:
        if any(document.tokens[k].lower == "yet" for k in document.children[head.i]):
            return "planned"
        return "actual" if head.tag in ("VBD", "VBN") and above == "actual" else "required"
    if head.lemma == "be" and infinitive and token.relation == "open_clause":
        return "required" if any(document.tokens[k].lemma in ("able",) for k in document.children[head.i]) else "planned"
    if head.lemma == "go" and head.tag == "VBG":
        return "planned"
    own = words.verbs.get(head.lemma) if head.pos in ("VERB", "AUX") else words.adjectives.get(head.lower) or words.verbs.get(head.lemma)
    if head.lower in words.adjectives and head.pos != "VERB":
        own = words.adjectives[head.lower]
    if own == "actual" or (own is None and token.relation == "open_clause"):
        return above
    if own is not None and (infinitive or own != "required"):
        return own
    if not infinitive:
        return above
    return "planned"  # purpose: "met to discuss"


def _of_noun(document: Document, token: Token, head: Token, depth: int) -> Mood:
    """A nominal happening is as actual as the verb it hangs on: "will hold talks", "called for a strike"."""
    words = clause_words()
    own = words.verbs.get(head.lemma)
    if token.relation == "oblique":
        with_case = {document.tokens[k].lower for k in document.children[token.i] if document.tokens[k].relation == "case"}
        if own == "required" and "for" in with_case:
            return "required"
        return "actual"
    if (
        own == "planned"
        and token.relation in ("object", "passive_subject")
        and head.lemma not in ("announce", "offer", "set", "try", "mean", "estimate")
    ):
        return "planned"
    if own == "required" and token.relation == "object" and head.lemma in ("demand", "request", "require", "urge", "recommend", "order"):
        return "required"
    if (
        own == "possible"
        and token.relation in ("object", "passive_subject")
        and head.lemma in ("suspect", "allege", "fear", "risk", "consider")
    ):
        return "possible"
    return mood_of(document, head.i, depth + 1)
