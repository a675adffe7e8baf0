"""What a figure counts."""

from __future__ import annotations

import functools
from typing import Any

from checker.facts.nouns import noun_after
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words

_NO_NOUN = frozenset(("more", "other", "such", "less", "same", "straight", "apart"))


@functools.cache
def count_words() -> dict[str, Any]:
    data = words("count")
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in data.items()}


def counted(page: Page, n: Numeral, end: int) -> tuple[int, str] | None:
    """The token of the counted noun and its lemma."""
    tokens, lower = page.document.tokens, page.lower
    at = end
    if lower[at] == "of" and lower[at + 1] in ("the", "his", "her", "their", "its", "those", "these", "our"):
        at += 2
        if lower[at][:1].isdigit() or lower[at] in words("numbers")["words"]:
            at += 1
    elif lower[at] == "of" and n.form == "figures" and lower[at + 1].replace(",", "").isdigit():
        at += 2  # "151 of 349 seats"
    elif lower[at] == "of" and (n.form in ("vague", "fraction", "couple") or n.last - n.first == 2):
        at += 1
    elif lower[at] == "-" and page.token[at + 1] > page.token[at]:
        token = tokens[page.token[at + 1]]  # "a 53-man roster" counts men
        if token.lower == "strong" and (whom := noun_after(page.document, token.i + 1)) is not None:
            return whom[0], tokens[whom[0]].lemma.lower()
        return (token.i, token.lemma.lower()) if token.pos == "NOUN" else None
    if at >= len(page) or not lower[at] or page.token[at] == page.token[end - 1]:
        return None
    first = tokens[page.token[at]]
    if first.pos == "PROPN" and first.lower.endswith("day"):
        return None  # "scored 20 Thursday night"
    found = noun_after(page.document, first.i)
    if found is not None:
        name = page.document.name_of[found[0]]
        if name >= 0 and page.document.names[name].kind == "person":
            return None  # "a mother of 13 Jane Doe"
        if page.taken_by_date(at, found[0]):
            return None  # "cost 14 million two years ago"
        return found[0], tokens[found[0]].lemma.lower()
    if first.pos in ("ADJ", "VERB") and first.tag in ("JJ", "VBN") and first.lower not in _NO_NOUN and at == end:
        return first.i, first.lower
    return None


def counted_word(page: Page, n: Numeral, end: int) -> str | None:
    found = counted(page, n, end)
    return found[1] if found is not None else None
