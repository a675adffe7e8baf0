"""The phrases of place that hang on a word, each with its preposition."""

from __future__ import annotations

from checker.align.places.phrases import Phrase, phrase_at
from checker.align.places.place_words import phrase_words
from checker.language.clauses import case_of
from checker.model import Document

AT = frozenset(("in", "at", "on", "near", "off", "outside", "inside", "by", "above", "below", "beside", "between", "before"))
INTO = frozenset(("into", "onto"))
_PREPOSITIONS = AT | INTO | {"to", "from", "for", "towards", "toward"}
_BENCHES = frozenset(("judge", "magistrate", "court", "tribunal"))
_HANGING = frozenset(("oblique", "adverb", "attribute", "adverbial_noun", "object"))


def phrases(document: Document, i: int, deep: bool = False) -> list[tuple[str, Phrase]]:
    """The phrases of place that hang on the token, each with its preposition, none inside another; `deep`: on its nouns too."""
    tokens, out, end = document.tokens, list[tuple[str, Phrase]](), -1
    below = list(document.children[i])
    for c in document.children[i]:
        relation = tokens[c].relation
        if tokens[c].tag == "VBN" and relation in ("adverbial_clause", "open_clause"):  # "was located, burnt out, in Tarn Wood"
            below.extend(document.children[c])
        elif deep and relation in ("oblique", "object"):  # "found the wreck of the trawler off Malta"
            below.extend(document.children[c])
            below.extend(k for d in document.children[c] if case_of(document, d) == "of" for k in document.children[d])
    if len(below) > len(document.children[i]):
        below.sort()
    for c in below:  # grows
        if c < end or tokens[c].relation not in _HANGING:
            continue
        case = next((k for k in document.children[c] if tokens[k].relation == "case" and k < c), None)
        if case is not None:
            prep, start = tokens[case].lower, case + 1
            if prep not in _PREPOSITIONS:
                continue
        elif tokens[c].lower in phrase_words().directions:
            prep, start = "in", _first_direction(document, c)
        else:
            continue
        phrase = phrase_at(document, start, prep in phrase_words().near)
        if prep == "before" and (phrase is None or phrase.venue not in _BENCHES):
            continue
        if prep == "for" and phrase is not None and phrase.spots and phrase.spots[0].first > start + 1:
            phrase = None  # "treated for burns in a hospital in Lyon", not "left for Lyon"
        if phrase is not None:
            out.append((prep, phrase))
            end = phrase.last
        elif prep in AT or prep == "for":  # "opens on 3 July in Lyon", "lies at a depth of 40 metres off Malta"
            below.extend(k for k in document.children[c] if k > c)
            below.extend(k for d in document.children[c] if case_of(document, d) == "of" for k in document.children[d] if k > c)
    return out


def beside(document: Document, i: int) -> list[tuple[str, Phrase]]:
    """The phrases of place below the noun, else the one that follows it, whatever it was read to hang on."""
    out, tokens = phrases(document, i), document.tokens
    if out or i + 2 >= len(tokens) or tokens[i + 2].sentence != tokens[i].sentence:
        return out
    i += tokens[i + 1].text == ","  # "at the last summit, in Accra"
    prep = tokens[i + 1]
    phrase = phrase_at(document, i + 2, prep.lower in phrase_words().near) if prep.lower in AT and prep.pos == "ADP" else None
    return [(prep.lower, phrase)] if phrase is not None else []


def _first_direction(document: Document, i: int) -> int:
    while i > 0 and (document.tokens[i - 1].lower in phrase_words().directions or document.tokens[i - 1].text == "-"):
        i -= 1
    return i
