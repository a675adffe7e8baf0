"""The noun that a figure or an ordinal belongs to: "two Grant Gibbs free throws" counts throws, "21 laboratory-confirmed cases" cases."""

from __future__ import annotations

from checker.model import Document

_NOUNS = frozenset(("NOUN", "PROPN"))
_REACH = 7


def noun_after(document: Document, i: int) -> tuple[int, tuple[str, ...]] | None:
    """The token of the noun that heads the phrase beginning at token i, and the words before it that narrow it; None without a noun."""
    tokens = document.tokens
    if i >= len(tokens):
        return None
    sentence, limit = tokens[i].sentence, min(i + _REACH, len(tokens))
    best = -1
    words: list[str] = []
    pending: list[str] = []
    while i < limit and tokens[i].sentence == sentence:
        token = tokens[i]
        hyphen = i + 2 < limit and tokens[i + 1].text == "-" and not token.space and not tokens[i + 1].space
        if hyphen and token.pos != "PUNCT" and not (best >= 0 and tokens[best].pos == "NOUN"):
            if tokens[i + 2].pos in _NOUNS and not (i + 3 < limit and tokens[i + 3].pos in _NOUNS):
                pending.append(token.lower)
                i += 2
                continue
            pending.append(f"{token.lower}-{tokens[i + 2].lower}")
            i += 3
            continue
        if token.tag == "POS" and best >= 0:
            best = -1
        elif token.pos in _NOUNS:
            if best >= 0 and token.pos == "PROPN" and tokens[best].pos == "NOUN":
                break
            if best >= 0:
                pending.append(tokens[best].lemma.lower())
            words.extend(pending)
            pending = []
            best = i
        elif best >= 0 and tokens[best].pos == "NOUN":
            break
        elif (
            token.pos == "ADJ"
            or (token.pos in ("ADV", "NUM") and best < 0)
            or (token.pos == "VERB" and token.tag in ("VBN", "VBG") and token.relation in ("adjective", "compound"))
        ):
            pending.append(token.lemma.lower())
        else:
            break
        i += 1
    return (best, tuple(words)) if best >= 0 else None
