"""How sure a denial or a claim is: of all or some, of a certain thing, of what was or only of what has not come so far."""

from __future__ import annotations

from checker.model import Document, Happening

_SOME = frozenset(("some", "several", "few", "many", "most", "another", "other", "others"))


def until(document: Document, i: int) -> bool:
    """ "Did not resign until Friday": it was done, and when."""
    tokens = document.tokens
    for at in (i, tokens[i].head) if tokens[i].pos == "NOUN" or tokens[i].relation == "open_clause" else (i,):
        for c in document.children[at]:
            near = (c, *document.children[c]) if c > at else (c,)  # "not until Denver is up"
            if any(tokens[k].lower in ("until", "till") and k <= c for k in near):
                return True
    return False


def firm(document: Document, i: int) -> bool:
    """Whether a denial is of what was, and not of what has not come so far."""
    tokens = document.tokens
    verb = i if tokens[i].pos == "VERB" else tokens[i].head
    below = {tokens[c].lower for at in {verb, tokens[verb].head} for c in document.children[at]}
    return "never" in below or not below & {"has", "have", "'ve", "yet", "still"}


def in_part(document: Document, happening: Happening) -> bool:
    """Whether some did it, or two of them: others may not have."""
    tokens = document.tokens
    head = next((role.head for role in happening.roles if role.name == "subject"), None)
    if head is None:
        return False
    of_several = any(tokens[c].relation == "oblique" and tokens[c].tag in ("NNS", "PRP") for c in document.children[head])
    numbered = any(tokens[c].relation == "number" for c in document.children[head])
    counted = tokens[head].pos == "NUM" or (tokens[head].tag == "NNS" and numbered)
    return counted or tokens[head].lower in _SOME or (of_several and tokens[head].pos in ("DET", "PRON", "ADJ")) or any(
        tokens[c].lower in _SOME for c in document.children[head]
    )


def definite(document: Document, happening: Happening) -> bool:
    """Whether it was done to a certain one: "the bells", "its offer"."""
    tokens = document.tokens
    head = next((role.head for role in happening.roles if role.name == "object"), None)
    if head is None:
        return False
    pointed = (tokens[c] for c in document.children[head] if tokens[c].relation in ("determiner", "possessive"))
    return tokens[head].pos == "PROPN" or any(t.relation == "possessive" or t.lower in ("the", "this", "these", "both") for t in pointed)


def by_all(document: Document, happening: Happening) -> bool:
    """Whether all of them did it: "all six ministers", "the heads of both delegations"."""
    tokens = document.tokens
    heads = [role.head for role in happening.roles if role.name == "subject"]
    heads += [c for h in heads for c in document.children[h] if tokens[c].relation == "oblique"]
    return any(tokens[c].lower in ("all", "every", "each", "both") for h in heads for c in (h, *document.children[h]))


def told_with(document: Document, happening: Happening) -> frozenset[str]:
    """The nouns and names that the object is told to be of: "the contract of the coach"."""
    tokens = document.tokens
    head = next((role.head for role in happening.roles if role.name == "object"), None)
    below = document.children[head] if head is not None else ()
    told = (tokens[c] for c in below if tokens[c].relation in ("oblique", "possessive"))
    return frozenset(t.lemma.lower() for t in told if t.pos in ("NOUN", "PROPN"))
