"""What a clause asserts: its predicate, and whether that is denied, planned, possible, required, or passive."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from dataclasses import dataclass

from checker.model import Document, Mood, Token

_CLAUSES = frozenset(("clause", "open_clause", "adverbial_clause", "noun_clause"))
_NOUN_LINKS = frozenset(("object", "subject", "passive_subject", "attribute", "oblique", "agent"))
_MODIFIERS = frozenset(("adjective", "compound", "case", "auxiliary", "passive_auxiliary", "number", "quantity_modifier"))


@dataclass(frozen=True, slots=True)
class _Words:
    negators: frozenset[str]
    nobody: frozenset[str]
    no: frozenset[str]
    without: frozenset[str]
    undone: frozenset[str]  # verbs: what is under them did not happen
    undone_clause: frozenset[str]  # of them, those that turn clauses only
    phrasal: frozenset[str]
    unable: frozenset[str]  # adjectives and nouns
    auxiliaries: dict[str, Mood]
    verbs: dict[str, Mood]
    adjectives: dict[str, Mood]
    markers: dict[str, Mood]
    adverbs: dict[str, Mood]


@functools.cache
def _words() -> _Words:
    table = tomllib.loads((importlib.resources.files("checker.language") / "clauses.toml").read_text(encoding="utf-8"))
    neg, mood = table["negation"], table["mood"]

    def moods(part: str) -> dict[str, Mood]:
        return {word: name for name, words in mood[part].items() if name != "present" for word in words}

    return _Words(
        frozenset(neg["words"]),
        frozenset(neg["pronouns"]),
        frozenset(neg["determiners"]),
        frozenset(neg["cases"]),
        frozenset(neg["verbs"]),
        frozenset(neg["clause_only"]),
        frozenset(neg["phrasal"]),
        frozenset(neg["adjectives"] + neg["nouns"]),
        moods("auxiliaries"),
        moods("verbs"),
        moods("adjectives"),
        moods("markers"),
        moods("adverbs"),
    )


# ---------------------------------------------------------------- public


def predicate_of(document: Document, i: int) -> int:
    """The nearest verb at or above token i that heads a clause; the root of the sentence where it has no verb."""
    tokens = document.tokens
    while True:
        token = tokens[i]
        if token.pos in ("VERB", "AUX") and token.relation not in _MODIFIERS:
            return i
        if token.head == i:
            return i
        i = token.head


clause_of = predicate_of


def passive(document: Document, i: int) -> bool:
    """Whether the verb i says what was done to its subject ("was killed", "the man killed by")."""
    kids = [document.tokens[k].relation for k in document.children[i]]
    if "passive_auxiliary" in kids or "passive_subject" in kids:
        return True
    token = document.tokens[i]
    return token.tag == "VBN" and ("agent" in kids or token.relation == "noun_clause")


def negated(document: Document, i: int) -> bool:
    """Whether the text says that the predicate i (verb, noun or adjective) is not so; two negations make none."""
    return _count(document, i, 0) % 2 == 1


def mood(document: Document, i: int) -> Mood:
    """Whether the text tells predicate i as something that happened, or as planned, possible, required or general."""
    return _mood(document, i, 0)


# ---------------------------------------------------------------- negation


def _count(document: Document, i: int, depth: int) -> int:
    tokens, words = document.tokens, _words()
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
    words = _words()
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
    tokens, words = document.tokens, _words()
    head = tokens[token.head]
    turns = _turns(document, head)
    if token.relation in _CLAUSES and token.relation != "adverbial_clause":
        if head.lemma in words.unable:
            return 1
        if turns:
            return 1 + _count(document, head.i, depth + 1)
        if head.lemma == "have" and any(tokens[k].lower == "yet" for k in document.children[head.i]):
            return 1  # "has yet to decide"
        if token.relation == "open_clause" and words.verbs.get(head.lemma) != "required" and head.pos in ("VERB", "AUX"):
            return _count(document, head.i, depth + 1)  # "did not manage to", "is not expected to"
        return 0
    if token.relation in ("object", "adverbial_noun") and turns and head.lemma not in words.undone_clause:
        return 1 + _count(document, head.i, depth + 1)
    if (
        token.relation == "passive_subject"
        and (turns or head.lemma in ("avoid", "prevent", "avert"))
        and head.lemma not in words.undone_clause
    ):
        return 1 + _count(document, head.i, depth + 1)
    if token.relation in ("object", "passive_subject") and token.pos == "NOUN" and head.pos in ("VERB", "AUX") and not turns:
        # "held no talks" is counted on the noun; "did not hold talks", "talks were not held"
        return sum(
            (tokens[k].relation == "negation" or tokens[k].lower in ("never",)) and not _only(document, k)
            for k in document.children[head.i]
        )
    if token.relation == "oblique" and ((head.lemma in words.unable and head.pos in ("NOUN", "ADJ")) or head.lower == "short"):
        return 1  # "lack of", "absence of", "stopped short of"
    if token.relation == "attribute":
        return _count(document, head.i, depth + 1)  # "nobody was missing", "he is not a minister"
    if token.relation == "conjunct":
        return _shared(document, token, head, depth)
    return 0


def _turns(document: Document, head: Token) -> bool:
    words = _words()
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
    if "or" in joined or (token.pos == "NOUN" and not joined and _count(document, head.i, depth + 1)):
        return _count(document, head.i, depth + 1)
    return _from_above(document, head, depth + 1) if depth < 6 and head.relation != "conjunct" else 0


# ---------------------------------------------------------------- mood


def _mood(document: Document, i: int, depth: int) -> Mood:
    tokens, words = document.tokens, _words()
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
        if child.relation == "adverb" and child.lower in words.adverbs:
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
        own = any(tokens[k].relation in ("subject", "passive_subject", "auxiliary") for k in kids)
        return "actual" if own and token.tag not in ("VB",) else _mood(document, head.i, depth + 1)
    if token.relation == "adverbial_clause" and token.tag in ("VBG", "VBN"):
        return _mood(document, head.i, depth + 1)
    if token.relation == "clause" and head.lemma in ("hope", "fear", "suspect", "allege", "doubt"):
        return "possible"
    if token.relation == "clause" and token.tag == "VB" and words.verbs.get(head.lemma) == "required":
        return "required"  # "demanded that he resign"
    if token.relation == "attribute" and token.pos != "NOUN":
        return _mood(document, head.i, depth + 1)
    if token.pos == "NOUN" and token.relation in _NOUN_LINKS and head.pos in ("VERB", "AUX"):
        return _of_noun(document, token, head, depth)
    return "actual"


def _under(document: Document, token: Token, head: Token, infinitive: bool, depth: int) -> Mood:
    """The mood of "to do" and "doing" under what governs it."""
    words = _words()
    above = _mood(document, head.i, depth + 1)
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
    words = _words()
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
    return _mood(document, head.i, depth + 1)
