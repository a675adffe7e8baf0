"""When a happening was: the day its clause names, or the occasion of it ("the 2010 eruption")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Document, Fact, Token

_TOLD = {"day": 10, "weekend": 7, "week": 7, "month": 7, "season": 4, "quarter": 4, "half": 4, "year": 4}  # characters of an ISO date
_TELLING = frozenset(("say", "announce", "confirm", "deny", "publish", "debate", "investigate"))  # done on a day of their own
_ARGUMENTS = frozenset(("subject", "passive_subject", "object", "attribute"))
_STEPS = 5  # from a date up to what it dates


def days(document: Document, facts: Sequence[Fact], named: Mapping[int, str]) -> dict[int, str]:
    """For each predicate with a date of its own that date, ISO as far as it is told: 2023-11-09, 2023-11 or 2023."""
    out: dict[int, str] = {}
    for fact in facts:
        if fact.kind != "date":
            continue
        fields = fact.value.fields()
        day = fields.get("value") or fields.get("low")
        told = _TOLD.get(str(fields.get("precision", "day")))
        if isinstance(day, str) and told is not None:
            at = _dated(document, fact.head, named)
            if at is not None:
                out.setdefault(at, day[:told])
    tokens = document.tokens
    for i in named:
        if i not in out and tokens[i].pos == "VERB":
            years = [tokens[c].text for c in document.children[i] if tokens[c].relation == "oblique" and _is_year(tokens[c])]
            if years:
                out[i] = years[0]
    fronted = _fronted(document)
    for i in named:
        if i not in out and tokens[i].sentence in fronted:
            out[i] = fronted[tokens[i].sentence]
        elif i not in out:
            above = _dated_above(document, i, out)
            if above is not None and named[above] not in _TELLING:
                out[i] = out[above]
    return out


def _fronted(document: Document) -> dict[int, str]:
    """The years that open a sentence ("In 2019 a fire ..."): all of it is told of that year."""
    out: dict[int, str] = {}
    for sentence in document.sentences:
        opening = document.tokens[sentence.first : min(sentence.first + 4, sentence.last)]
        if opening and opening[0].lower in ("in", "back"):
            year = next((t.text for t in opening if _is_year(t)), None)
            if year is not None:
                out[sentence.index] = year
    return out


def _dated_above(document: Document, i: int, dated: Mapping[int, str]) -> int | None:
    """The dated verb whose day a happening shares: "In 2021 a fire left 12 people hurt", "exploded on Monday, killing two"."""
    for _ in range(3):
        token = document.tokens[i]
        if token.head == i or not (
            token.relation in _ARGUMENTS
            or (token.relation == "adverbial_clause" and token.tag == "VBG")
            or (token.relation == "noun_clause" and token.tag == "VBN")
        ):
            return None
        i = token.head
        if i in dated:
            return i
    return None


def occasion(document: Document, i: int, named: Mapping[int, str], other: frozenset[str]) -> str | None:
    """The year that stands before an event noun, its own or that of the occasion it belongs to; "earlier" where a word says another one."""
    tokens = document.tokens
    for j in (i, *(c for c in document.children[i] if c in named and tokens[c].relation == "oblique")):
        if tokens[j].pos not in ("NOUN", "PROPN"):
            continue
        for c in document.children[j]:
            token = tokens[c]
            if c < j and _is_year(token):
                return token.text
            if c < j and token.lower in other:
                return "earlier"
    return None


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdecimal() and token.text[:2] in ("18", "19", "20")


def far(anchor: str, present: str | None) -> bool:
    """Whether a date is of another occasion than one told of `present` (year and month): half a year away, or another year."""
    if not anchor[:4].isdecimal():
        return False
    if len(anchor) == 4:
        return present is None or anchor != present[:4]
    return present is not None and abs(_months(anchor) - _months(present)) > 6


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def stage(document: Document, i: int, stages: frozenset[str]) -> str | None:
    """The numbered part that a happening belongs to: "second round", "round 2"."""
    tokens = document.tokens
    for c in document.children[i]:
        if tokens[c].lemma in stages:
            for k in document.children[c]:
                number = _NUMBERS.get(tokens[k].lower) or (tokens[k].lower if tokens[k].text[0].isdecimal() else None)
                if number:
                    return f"{tokens[c].lemma} {number}"
    return None


_NUMBERS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "final": "last",
    "one": "1", "two": "2", "three": "3", "four": "4", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "5th": "5",
}


def _dated(document: Document, i: int, named: Mapping[int, str]) -> int | None:
    for _ in range(_STEPS):
        if i in named:
            return i
        up = document.tokens[i].head
        if up == i:
            return None
        i = up
    return i if i in named else None
