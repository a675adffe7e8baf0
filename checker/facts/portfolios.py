"""Who gets which ministry in a list: "Finance goes to Ann Doe, justice to John Roe", "Finance: Ann Doe", "Ann Doe takes health"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from checker.facts.shared_titles import Phrase
from checker.facts.spelling import load
from checker.facts.title_clauses import TO_COME
from checker.facts.title_holders import name_at, name_ending
from checker.model import Document, Token

_OF = frozenset(("portfolio", "ministry", "brief", "affairs", "department", "post", "job", "and"))
_GOES = frozenset(("go", "pass", "fall"))
_TAKES = frozenset(("get", "take", "receive", "inherit"))
_KEEPS = frozenset(("keep", "retain"))
_GOVERNMENT = frozenset(("minister", "cabinet", "portfolio", "coalition", "government"))
_FAR = 6  # tokens from "to" to the name: "to the head of Green Shore, Liisa Toom"


@functools.cache
def portfolios() -> frozenset[str]:
    """Words of ministries: finance, foreign."""
    return frozenset(load("offices.toml")["fields"]["portfolios"].split())


def find(document: Document) -> Iterator[Phrase]:
    """A title for everybody to whom a list gives a ministry, to come unless it is kept."""
    tokens = document.tokens
    spots = [t for t in tokens if t.lower in portfolios() and t.pos in ("NOUN", "PROPN", "ADJ")]
    if not spots or not any(t.lemma.lower() in _GOVERNMENT for t in tokens):
        return
    listed = -1  # the sentence in which "goes to" stands
    several = sum(t.i + 1 < len(tokens) and ":" in (tokens[t.i + 1].text, tokens[min(t.i + 2, len(tokens) - 1)].text) for t in spots) > 1
    for token in spots:
        after = token.i + 1
        while after < len(tokens) and after < token.i + 4 and tokens[after].lower in _OF | portfolios():
            after += 1
        after -= tokens[after - 1].lower == "and"
        if after >= len(tokens) or tokens[after].sentence != token.sentence:
            continue
        goes = tokens[after].lemma in _GOES and after + 1 < len(tokens) and tokens[after + 1].lower == "to"
        if goes or (tokens[after].lower == "to" and listed == token.sentence):
            listed = token.sentence
            yield from _given(document, token, after, _first_name(document, after + 1 + goes), TO_COME)
        elif tokens[after].text == ":" and several and _begins(document, token):  # one alone may be the name of a page
            yield from _given(document, token, after, name_at(document, after + 1), TO_COME)
        elif tokens[after].pos in ("PUNCT", "CCONJ", "ADP"):
            yield from _taken(document, token, after)


def _given(document: Document, token: Token, last: int, holder: tuple[int, int] | None, when: str) -> Iterator[Phrase]:
    if holder is not None:
        words = [t.lower for t in document.tokens[token.i : last] if t.lower in portfolios() or t.lower in ("affairs", "and")]
        yield Phrase(token.i, last, token.i, f"{when}minister of {' '.join(words)}", holder, "shared")


def _first_name(document: Document, i: int) -> tuple[int, int] | None:
    """The name that "to" leads to, before anything else is given away."""
    tokens = document.tokens
    for j in range(i, min(i + _FAR, len(tokens))):
        if tokens[j].sentence != tokens[i].sentence or tokens[j].pos in ("VERB", "AUX") or tokens[j].text in (";", ":"):
            return None
        if (name := name_at(document, j)) is not None:
            return name
    return None


def _begins(document: Document, token: Token) -> bool:
    first = document.sentences[token.sentence].first
    return token.i == first or document.tokens[token.i - 1].text in (".", ";", ",", "-", "*")


def _taken(document: Document, token: Token, last: int) -> Iterator[Phrase]:
    """ "Ann Doe takes finance", "John Roe keeps the health portfolio"."""
    tokens, i = document.tokens, token.i - 1
    i -= i > 0 and tokens[i].lower == "the"
    i -= i > 0 and tokens[i].lower in ("over", "at")
    if i > 0 and tokens[i].lemma in _TAKES | _KEEPS and tokens[i].tag in ("VBZ", "VB", "VBD"):
        before = i - 1 if tokens[i - 1].lower in ("will", "to") else i
        yield from _given(document, token, last, name_ending(document, before), "" if tokens[i].lemma in _KEEPS else TO_COME)


def lists(found: Sequence[Phrase]) -> frozenset[int]:
    """The tokens that the phrases cover, which are then no other title: "Justice: Ann Doe" is no judge."""
    return frozenset(i for phrase in found for i in range(phrase.first, phrase.last))
