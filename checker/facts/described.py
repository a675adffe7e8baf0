"""Ages told by a description: "A guard, 57,", "people over 65", "he is eight now", "in her fifties", "an octogenarian"."""

from __future__ import annotations

import functools
from typing import Any

from checker.facts import interval, offices
from checker.facts.age_value import Age
from checker.facts.hedges import bound
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words
from checker.model import Fact

MOST = 115


@functools.cache
def age_words() -> dict[str, Any]:
    """The tables of age.toml, lists as sets."""
    data = words("age")
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in data.items()}


def persons() -> frozenset[str]:
    """Nouns that one person can be told by: man, driver, victim."""
    return frozenset(age_words()["persons"] | age_words()["people"] | age_words()["of_age"])


def described_at(page: Page, numerals: tuple[Numeral, ...], k: int) -> Fact | None:
    """The age that a figure tells beside a description of who is so old."""
    n = numerals[k]
    if n.step != 1 or not 0 < n.value <= MOST or n.form in ("vague", "couple", "fraction") or n.scaled:
        return None
    return _is(page, n) or _between_commas(page, n) or _group(page, n) or _died_at(page, n) or _something(page, n)


def plain(page: Page, n: Numeral, to_come: bool = False) -> Fact:
    """The figure alone as an age in years, with its hedge; who "will be 45 in May" is 44 or 45."""
    read = bound(page, n.first, n.last, n.value, n.step)
    page.take(read.first, read.last)
    a, b = page.tokens(read.first, read.last)
    value = Age(n.value, n.value - 1, n.value, hedge="range") if to_come else Age(**interval.parts(read.quantity))
    return Fact("age", page.span(read.first, read.last), value, a, b, page.token[n.first], read.printed)


def _is(page: Page, n: Numeral) -> Fact | None:
    """ "He was 91.", "who is 58", "he is eight now", "she will be 10 in October"."""
    lower, table = page.lower, age_words()
    at = bound(page, n.first, n.last, n.value, n.step).first - 1
    if lower[at] in table["fillers"]:
        at -= 1
    verb, future = at, False
    if lower[at] == "be" and lower[at - 1] in ("will", "would"):
        at, future = at - 1, True
    elif lower[at - 2 : at + 1] == ["would", "have", "been"]:
        at, future = at - 2, True
    elif lower[at] in ("s", "m") and lower[at - 1] == "'":
        at -= 1
    elif lower[at] not in ("was", "is", "were", "am"):
        return None
    if lower[at - 1] not in ("he", "she", "who", "i") and not _of_a_person(page, verb):
        return None
    after, further = lower[n.last], lower[n.last + 1]
    if after in ("-", "–") and further[:1].isdigit():
        return None  # "a year ago he was 13-9"
    dated = after == "in" and (further.rstrip(".") in table["months"] or further in ("a", "the"))
    if n.value < 12 and lower[at - 2] in ("since", "when", "until", "till", "once"):
        told = not after or after in table["after_is"]
    elif n.value < 12 or future:
        told = dated or after in ("now", "when", "next", "years") or (future and n.value >= 12 and after in ("", ".", ",", "this", "on"))
    else:
        told = not after or after in table["after_is"] or dated
    return plain(page, n, to_come=future) if told else None


def _of_a_person(page: Page, verb: int) -> bool:
    """Who is so old stands further off: "the man for whom it was done is 31", "who lives there and is 71", "the youngest was 22"."""
    document, table = page.document, age_words()
    i = page.token[verb]
    for _ in range(2):
        for c in document.children[i]:
            token = document.tokens[c]
            if token.relation == "subject":
                named = document.name_of[c] >= 0 and document.names[document.name_of[c]].kind == "person"
                return named or token.lower in table["whose"] or (token.lower in table["persons"] and token.tag == "NN")
        if document.tokens[i].relation != "conjunct":
            return False
        i = document.tokens[i].head
    return False


def _between_commas(page: Page, n: Numeral) -> Fact | None:
    """ "A guard, 57, was hurt", "the couple, both 34,", "his daughters (4 and 7)"."""
    lower, table = page.lower, age_words()
    if page.glued[n.last] and lower[n.last] in ("-", "/", ":", "%", "'"):
        return None
    before, after = lower[n.first - 1], lower[n.last]
    if before == "," == after and lower[n.first - 2] in table["young"] and n.value < 18:
        return plain(page, n) if _singled_out(page, n.first - 2) else None  # "The girl, four, fell"
    if n.form != "figures":
        return None
    if before in ("both", "all"):
        opened = lower[n.first - 2] in (",", "(") and n.value >= 10
        return plain(page, n) if opened and after in (",", ")", ".", ";") else None
    if before in table["fillers"] or before == "then":
        before = lower[n.first - 2]
        at = n.first - 3
    else:
        at = n.first - 2
    if before in ("(", ",") and after == "and" and lower[at] in table["several"]:
        return plain(page, n) if lower[n.last + 1].isdigit() and lower[n.last + 2] in (",", ")", ".") else None
    if before == "and" and lower[n.first - 3] in ("(", ",") and after in (",", ")", ".") and lower[n.first - 4] in table["several"]:
        return plain(page, n)
    if not ((before == "(" and after in (")", ",")) or (before == "," and after in (",", ".", ";", ")", "", "who", "and"))):
        return None
    token = page.document.tokens[page.token[at]]
    known = lower[at] in table["persons"] or offices.is_trade(offices.aliases().get(lower[at], ""))
    one = (token.tag == "NN" or lower[at] in ("male", "female")) and known and n.value >= 10
    return plain(page, n) if one and (_singled_out(page, at) or lower[at - 1] == "(") else None


def _singled_out(page: Page, at: int) -> bool:
    """One person of that sort is spoken of: "a security guard", "another passenger", "his wife"."""
    return any(page.lower[k] in age_words()["determiners"] for k in range(at - 1, at - 5, -1))


def _group(page: Page, n: Numeral) -> Fact | None:
    """ "people over 65", "children under six", "the 18-24 age group"."""
    lower, table = page.lower, age_words()
    read = bound(page, n.first, n.last, n.value, n.step)
    who = lower[read.first - 1]
    follow = page.document.tokens[page.token[n.last]] if lower[n.last] else None
    several = follow is not None and (follow.tag in ("NNS", "NNPS", "CD") or lower[n.last] in ("-", "%", "percent", "per", *table["units"]))
    if who not in table["groups"] or lower[read.first] not in table["bounds"] or several:
        return None
    q = read.quantity  # of a group no age is anybody's figure
    return years(page, read.first, read.last, q.low, q.high, n.first) if q.low is None or q.high is None else plain(page, n)


def _died_at(page: Page, n: Numeral) -> Fact | None:
    """ "He died at 87", "At 61, she is"."""
    lower, table = page.lower, age_words()
    if lower[n.first - 1] != "at" or n.value < 13:
        return None
    after = lower[n.last]
    if after and page.glued[n.last] and not (after in ".,;)" and not page.glued[n.last + 1]):
        return None
    if lower[n.first - 2] in table["died"] and n.value > 24 and (after in (".", ",", "", "in", "on", "after", "from", "and", ";")):
        return plain(page, n)
    opens = lower[n.first - 2] in ("", ".", '"')
    return plain(page, n) if opens and after == "," and lower[n.last + 1] in ("he", "she") else None


def _something(page: Page, n: Numeral) -> Fact | None:
    """ "the thirty-something lawyer"."""
    lower = page.lower
    if lower[n.last] != "-" or lower[n.last + 1] not in ("something", "somethings") or not 20 <= n.value <= 90 or n.value % 10:
        return None
    page.take(n.first, n.last + 2)
    a, b = page.tokens(n.first, n.last + 2)
    value = Age(None, n.value, n.value + 9, hedge="range")
    return Fact("age", page.span(n.first, n.last + 2), value, a, b, page.token[n.first])


def years(page: Page, first: int, end: int, low: float | None, high: float | None, head: int) -> Fact:
    """An age without a figure of its own: a range of years."""
    page.take(first, end)
    a, b = page.tokens(first, end)
    value = Age(None, low, high, high_open=low is None, hedge="range")
    return Fact("age", page.span(first, end), value, a, b, page.token[head])


def person_before(page: Page, i: int) -> bool:
    """A person or a word for one stands just before a piece, a comma between or not."""
    at = i - 1
    if page.lower[at] == ",":
        at -= 1
    return person_at(page, at) or page.lower[at] in age_words()["people"]


def person_at(page: Page, at: int) -> bool:
    """The piece ends the name of a person."""
    document = page.document
    if not page.lower[at]:
        return False
    token = page.token[at]
    name = document.name_of[token]
    if name >= 0:
        if document.names[name].kind == "person":
            return True
        mention = document.names[name]
        return (
            document.names[name].kind == "organization"
            and mention.last - mention.first in (2, 3)
            and all(document.tokens[t].text.istitle() and document.tokens[t].pos == "PROPN" for t in range(mention.first, mention.last))
        )
    tokens = document.tokens
    return (
        token > 0
        and tokens[token].pos == "PROPN" == tokens[token - 1].pos
        and tokens[token].text.istitle()
        and tokens[token - 1].text.istitle()
        and document.name_of[token - 1] < 0
        and tokens[token].lower not in age_words()["not_names"]
    )
