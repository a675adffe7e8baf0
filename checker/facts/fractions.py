"""Fractions in words and signs: "two-thirds", "a third", "half", "4/5", "⅔"."""

from __future__ import annotations

import unicodedata

from checker.facts.page import Page, words

_BEFORE_WORDS = frozenset(("a", "an", "one"))


def fraction_at(page: Page, i: int) -> tuple[float, int] | None:
    """A fraction alone and where it ends."""
    tables, lower, text = words("numbers"), page.lower, page.text[i]
    if len(text) == 1 and not text.isascii() and unicodedata.category(text) == "No" and 0 < unicodedata.numeric(text, 0) < 1:
        return unicodedata.numeric(text), i + 1
    if lower[i] == "half":
        return 0.5, i + 1
    if (
        text.isdigit()
        and lower[i + 1] in ("/", "⁄")
        and page.glued[i + 1]
        and lower[i + 2].isdigit()
        and page.glued[i + 2]
        and not (page.glued[i + 3] and lower[i + 3] == "/")
    ):
        over = int(lower[i + 2])
        if 1 < over <= 100 and int(text) < over and not (len(text) > 1 and over % 2):
            return int(text) / over, i + 3
        return None
    top = 1 if lower[i] in _BEFORE_WORDS else tables["words"].get(lower[i], 0)
    if not 0 < top < 20 or (lower[i] == "an" and lower[i + 1] != "eighth"):
        return None
    j = i + 2 if lower[i + 1] == "-" else i + 1
    over = tables["fractions"].get(lower[j], 0)
    if not over or top >= over or (top > 1) != lower[j].endswith(("s", "lves")):
        return None
    if over == 2 and lower[i] == "one" and lower[j + 1] == "-":
        return None
    if top == 1 and over > 2 and lower[j] != "quarter" and not _fraction_is_meant(page, i, j):
        return None
    if lower[j] in ("quarter", "quarters") and not _quarter_is_meant(page, i, j):
        return None
    return top / over, j + 1


def _fraction_is_meant(page: Page, i: int, j: int) -> bool:
    """ "a third of", "up a fifth", "one-third" are fractions; "a third man", "a fourth day" are ordinals."""
    after = page.lower[j + 1]
    if page.lower[i] == "one":
        return True
    if after == "of":
        return page.lower[j + 2] not in ("july", "may", "march", "june")
    told = words("numbers")["shares"]
    if page.lower[i - 1] in ("and", "by", "than") or after in told["compared"]:
        return not after.isalpha() or after in told["compared"] or after in told["then"] or page.lower[i - 1] == "and"
    return False


def _quarter_is_meant(page: Page, i: int, j: int) -> bool:
    """Not a quarter of the year or of play: "a quarter of the samples", "three quarters full", "two and a quarter"."""
    after, before = page.lower[j + 1], page.lower[i - 1]
    return (
        after in words("numbers")["shares"]["after_quarter"]
        or before in ("and", "by")
        or (before in ("than", "nearly", "almost", "barely", "under") and not after.isalnum())
        or (page.lower[j] == "quarters" and (page.lower[j - 1] == "-" or after in ("the", "its", "their", "as", "empty")))
    )
