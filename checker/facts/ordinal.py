"""Which in a row: "the 21st meeting", "for the second time", "the sixth consecutive rise", "the No. 5 seed"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.facts.interval import shown
from checker.facts.nouns import noun_after
from checker.facts.page import Page, words
from checker.model import Comparison, Fact, Scalar, Verdict

LEVELS: dict[str, Verdict] = {
    "not-given": "unclear",
    "same": "agree",
    "other-noun": "unclear",
    "other-qualifier": "unclear",
    "differs": "conflict",
}

_TIES = frozenset(("subject", "passive_subject", "attribute", "apposition", "object", "root"))
_SUFFIX = frozenset(("st", "nd", "rd", "th"))


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a row; `of` is the lemma of what is numbered, `qualifiers` what narrows the row ("consecutive", "in-person")."""

    value: int
    of: str | None = None
    qualifiers: tuple[str, ...] = ()

    def fields(self) -> dict[str, Scalar]:
        return {"value": self.value, "low": None, "high": None, "low_open": False, "high_open": False, "unit": None, "of": self.of}

    def normal(self) -> str:
        return " ".join((f"#{self.value}", *self.qualifiers))


@functools.cache
def _table() -> dict[str, Any]:
    data = words("ordinal")
    return {
        "ordinals": words("numbers")["ordinals"],
        "tens": {k: v for k, v in words("numbers")["words"].items() if v >= 20},
        "not_before": frozenset(data["not_before"]),
        "not_after": frozenset(data["not_after"]),
        "consecutive": frozenset(data["consecutive"]),
        "standings": frozenset(data["standings"]),
        "being": frozenset(data["being"]),
        "events": frozenset(data["events"]),
        "numbered": frozenset(data["numbered"]),
        "ranked": frozenset(data["ranked"]),
        "months": frozenset(words("count")["months"]),
        "small": words("numbers")["words"],
        "scales": words("numbers")["scales"],
    }


def find(page: Page) -> Iterator[Fact]:
    """The ordinals of a page, of what no other kind has taken."""
    table, lower, glued = _table(), page.lower, page.glued
    for i, word in enumerate(lower):
        if page.taken[i] or not word:
            continue
        if word in table["ordinals"]:
            first, value = i, table["ordinals"][word]
            k = i - 2 if lower[i - 1] == "-" else i - 1
            if value < 10 and lower[k] in table["tens"] and not page.taken[k]:
                first, value = k, value + table["tens"][lower[k]]
            fact = _fact(page, first, i + 1, value, spelled=True)
        elif word in _SUFFIX and glued[i] and lower[i - 1].replace(",", "").isdigit():
            fact = _fact(page, i - 1, i + 1, int(lower[i - 1].replace(",", "")), spelled=False)
        elif word in ("no", "number") and (page.text[i] == "No" or word == "number"):
            fact = _ranked(page, i)
        elif word in table["numbered"]:
            fact = _numbered(page, i)
        elif word == "top" and lower[i + 1] == "-" and lower[i + 2] in table["ranked"]:
            fact = _top(page, i)
        else:
            continue
        if fact is not None:
            yield fact


def _ranked(page: Page, i: int) -> Fact | None:
    """ "the No. 5 seed", "No. 1 Tar Heels"."""
    lower = page.lower
    j = i + 2 if lower[i + 1] == "." else i + 1
    number = lower[j]
    small = _table()["small"].get(number, 0)
    if number.isdigit() and len(number) <= 3 and page.text[i] == "No":
        value = int(number)
    elif lower[i] == "number" and (lower[i - 1] in ("the", "world") or lower[i - 1] in _table()["standings"]) and 1 <= small <= 10:
        value = small
    elif lower[i] == "number" and number.isdigit() and len(number) <= 3 and lower[i - 1] in ("shirt", "jersey", "with", "world"):
        return _plain(page, i, j + 1, int(number), None, ())
    else:
        return None
    if lower[i - 1] == "world" and not (page.glued[j + 1] and lower[j + 1][:1].isalnum()):
        return _plain(page, i - 1, j + 1, value, None, ())
    following = page.document.tokens[page.token[j + 1]] if lower[j + 1] else None
    if following is None or following.pos not in ("NOUN", "PROPN", "ADJ") or lower[j + 1] in ("downing", "street"):
        return None
    return _fact(page, i, j + 1, value, spelled=False, ranked=True)


def _numbered(page: Page, i: int) -> Fact | None:
    """ "in round three", "stage 12": a noun with its number."""
    lower, tokens = page.lower, page.document.tokens
    number = lower[i + 1]
    value = _table()["small"].get(number, 0) or (int(number) if number.isdigit() and len(number) <= 3 else 0)
    if not value or tokens[page.token[i]].pos == "VERB" or lower[i - 1] in ("a", "an", "per", "each"):
        return None
    after = lower[i + 2]
    follow = tokens[page.token[i + 2]] if after else None
    tied = page.glued[i + 2] and after[:1].isalnum()
    if follow is not None and (tied or follow.tag in ("NNS", "NN", "CD") or after in "-–/:%"):
        return None
    return _plain(page, i, i + 2, value, tokens[page.token[i]].lemma.lower(), ())


def _top(page: Page, i: int) -> Fact | None:
    """ "top-ranked": number one."""
    found = noun_after(page.document, page.token[i + 2] + 1)
    return _plain(page, i, i + 3, 1, page.document.tokens[found[0]].lemma.lower() if found else None, ())


def _plain(page: Page, first: int, last: int, value: int, of: str | None, qualifiers: tuple[str, ...]) -> Fact | None:
    if not page.free(first, last):
        return None
    page.take(first, last)
    a, b = page.tokens(first, last)
    return Fact("ordinal", page.span(first, last), Ordinal(value, of, qualifiers), a, b, page.token[last - 1])


def _fact(page: Page, first: int, last: int, value: int, spelled: bool, ranked: bool = False) -> Fact | None:
    table, lower, tokens = _table(), page.lower, page.document.tokens
    if not page.free(first, last):
        return None
    before, after = lower[first - 1], lower[last]
    token = tokens[page.token[last - 1]]
    stood = before in table["standings"] or (before == "in" and lower[first - 2] in ("came", "comes", "finished"))
    ends = (not after[:1].isalnum() and after != "-") or token.pos == "ADV" or after in ("in", "at", "of", "with", "on")
    stood = stood or (before in table["being"] and (after in (".", ",", ";", "in", "behind", "on", "overall") or not after))
    overall = after == "overall" and (not lower[last + 1] or tokens[page.token[last + 1]].pos not in ("NOUN", "PROPN"))
    if overall or (stood and ends):
        return _plain(page, first, last, value, None, ()) if after not in ("half", "quarter") and value <= 200 else None
    run = lower[last + 1 : last + 4] == ["in", "a", "row"] or lower[last + 1] in ("running", "straight")  # "the third quarter in a row"
    if (after in table["not_after"] and not run) or (after == "-" and lower[last + 1] in table["not_after"]):
        return None
    if before in table["not_before"]:
        return None
    if spelled and page.text[first][:1].isupper() and before != "" and page.text[last][:1].isupper() and after not in table["events"]:
        return None  # First Lady, Second World War
    if spelled and page.text[first][:1].isupper() and after and tokens[page.token[last]].tag in ("VBN", "VBD", "VBZ"):
        return None  # First published
    most = after == "-" and tokens[page.token[last + 1]].tag in ("JJS", "RBS")  # the country's third-largest
    if spelled and token.pos in ("ADV", "VERB") and not (after in ("of",) or before == "the" or most):
        return None
    if spelled and value == 2 and after in ("later", "before", "after", "earlier", "per", "in") and before != "the":
        return None
    if (
        before == "-"
        or after[:1].isdigit()
        or (after in table["small"] and after != "one")
        or (table["months"] & {before.rstrip("."), after.rstrip(".")})
    ):
        return None
    found = noun_after(page.document, token.i + 1) if after and after != "of" and page.token[last] > token.i else None
    if after == "-" and page.token[last] + 1 < len(tokens):
        found = noun_after(page.document, page.token[last] + 1)
    noun = found[0] if found else -1
    qualifiers = ["consecutive" if w in table["consecutive"] else w for w in found[1]] if found else []
    if noun < 0 and not (before in ("the", "this") and (after in ("in", "since", "to", "such", "of") or token.relation in _TIES)):
        return None
    stop = last
    if noun >= 0:
        while stop < len(page) and page.token[stop] <= noun and lower[stop] and stop - last < 8:
            stop += 1
        tail = lower[stop : stop + 3]
        if tail == ["in", "a", "row"] or tail[:1] in (["running"], ["straight"]):
            qualifiers.append("consecutive")
            stop += 3 if tail[0] == "in" else 1
    start = first - 1 if before in ("the", "his", "her", "its", "their") and not page.taken[first - 1] else first
    page.take(first, last)
    a, b = page.tokens(start, stop)
    of = tokens[noun].lemma.lower() if noun >= 0 else None
    kept = tuple(sorted({q for q in qualifiers if re.fullmatch(r"\w[\w-]*", q)}))
    return Fact("ordinal", page.span(start, stop), Ordinal(value, of, kept), a, b, noun if noun >= 0 else page.token[last - 1])


def compare(a: Ordinal, b: Ordinal, tolerance: Mapping[str, float]) -> Comparison:
    """CASES.md 4.1 row 18 and 4.6 row 93."""
    if a.value == b.value:
        return Comparison("agree", "same", f"both say number {shown(a.value)}")
    if a.qualifiers != b.qualifiers:
        return Comparison("unclear", "other-qualifier", f"{_words(a)} and {_words(b)} number two different rows")
    return Comparison("conflict", "differs", f"{_words(a)} on one side, {_words(b)} on the other")


def _words(value: Ordinal) -> str:
    tail = value.value % 100
    ending = "th" if 10 < tail < 14 else {1: "st", 2: "nd", 3: "rd"}.get(value.value % 10, "th")
    return " ".join((f"{value.value:,}{ending}", *value.qualifiers, *((value.of,) if value.of else ())))
