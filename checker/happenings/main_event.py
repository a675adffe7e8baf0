"""The main event of a story: what headlines and leads tell, with the later "the incident", "the attack" that mean it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from checker.concepts import Concepts
from checker.model import Document, Happening

_TELLING = frozenset(("say", "announce", "confirm", "deny", "ask", "answer", "publish"))  # how it came to be known, not what happened
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_STATES = frozenset(("die", "injure", "survive", "be-unhurt", "go-missing", "trap", "displace"))  # what came of it


def marked(documents: Sequence[Document], happenings: Sequence[Happening], known: Concepts) -> tuple[Happening, ...]:
    """The happenings with `main` set, and words for any event joined to the main event where the text leads back to it."""
    leads = [_lead(document) for document in documents]
    votes: Counter[str] = Counter()
    for source, lead in enumerate(leads):
        votes.update({h.group for h in happenings if h.source == source and h.predicate in lead and h.concept not in _TELLING})
    needed = 1 if len(documents) == 1 else max(2, (len(documents) + 1) // 2)
    main = {group for group, n in votes.items() if n >= needed}
    nouns = Counter(h.group for h in happenings if h.group in main and documents[h.source].tokens[h.predicate].pos in ("NOUN", "PROPN"))
    concept_of = {h.group: h.concept for h in happenings if h.group in main}
    ranked = sorted(nouns, key=lambda g: (concept_of[g] in _STATES or concept_of[g] in known.any_event, -nouns[g], -votes[g], g))
    out = []
    for happening in happenings:
        group = happening.group
        if ranked and group not in main:
            document = documents[happening.source]
            if _leads_back(document, happening, known):
                meant = [g for g in ranked if known.entails(concept_of[g], happening.concept)]
                if happening.concept in known.any_event:
                    meant = meant or ranked[:1]
                if meant:
                    group = meant[0]
        out.append(replace(happening, group=group, main=group in main))
    return tuple(out)


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


def _leads_back(document: Document, happening: Happening, known: Concepts) -> bool:
    """Whether a noun points back to what was told: "the incident", not "an incident" and not "the incident in Graz"."""
    token = document.tokens[happening.predicate]
    if token.pos != "NOUN" or happening.anchor is not None:
        return False
    kids = [document.tokens[c] for c in document.children[token.i]]
    if not any(k.lower in _DEFINITE for k in kids if k.relation == "determiner"):
        return False
    return all(k.relation in ("determiner", "case", "punctuation", "marker") for k in kids)
