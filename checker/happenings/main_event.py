"""The main event of a story: what headlines and leads tell, with the later "the incident", "the attack" that mean it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.concepts import Concepts
from checker.happenings.draft import Draft
from checker.model import Document

_TELLING = frozenset(("say", "announce", "confirm", "deny", "ask", "answer", "publish"))  # how it came to be known, not what happened
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_STATES = frozenset(("die", "injure", "survive", "be-unhurt", "go-missing", "trap", "displace"))  # what came of it


def found(
    documents: Sequence[Document], happenings: Sequence[Draft], groups: Sequence[str], known: Concepts
) -> tuple[list[str], frozenset[str]]:
    """The groups of the main event, and for each happening its group: words for any event take that of the main event they lead back to."""
    leads = [_lead(document) for document in documents]
    told: set[tuple[int, str]] = set()
    for happening, group in zip(happenings, groups, strict=True):
        if happening.predicate in leads[happening.source] and happening.concept not in _TELLING:
            told.add((happening.source, group))
    votes = Counter(group for _, group in told)
    needed = 1 if len(documents) == 1 else max(2, (len(documents) + 1) // 2)
    main = frozenset(group for group, n in votes.items() if n >= needed)
    nouns: Counter[str] = Counter()
    concept_of: dict[str, str] = {}
    for happening, group in zip(happenings, groups, strict=True):
        if group in main and documents[happening.source].tokens[happening.predicate].pos in ("NOUN", "PROPN"):
            nouns[group] += 1
            concept_of[group] = happening.concept
    ranked = sorted(nouns, key=lambda g: (concept_of[g] in _STATES or concept_of[g] in known.any_event, -nouns[g], -votes[g], g))
    out = list(groups)
    for k, happening in enumerate(happenings):
        if ranked and out[k] not in main and _leads_back(documents[happening.source], happening):
            meant = [g for g in ranked if known.entails(concept_of[g], happening.concept)]
            if happening.concept in known.any_event:
                meant = meant or ranked[:1]
            out[k] = meant[0] if meant else out[k]
    return out, main


def _lead(document: Document) -> frozenset[int]:
    """The tokens of the headline and of the first sentence of the body."""
    out: set[int] = set()
    for sentence in document.sentences:
        if sentence.zone == "headline":
            out.update(range(sentence.first, sentence.last))
        elif sentence.zone == "body" and sentence.last - sentence.first > 5:
            out.update(range(sentence.first, sentence.last))
            break
    return frozenset(out)


def _leads_back(document: Document, happening: Draft) -> bool:
    """Whether a noun points back to what was told: "the incident", not "an incident" and not "the incident in Graz"."""
    token = document.tokens[happening.predicate]
    if token.pos != "NOUN" or happening.anchor is not None:
        return False
    kids = [document.tokens[c] for c in document.children[token.i]]
    if not any(k.lower in _DEFINITE for k in kids if k.relation == "determiner"):
        return False
    return all(k.relation in ("determiner", "case", "punctuation", "marker") for k in kids)
