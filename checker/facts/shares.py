"""Shares in words: "a third of the samples", "more than half", "one in five"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from checker.facts import interval
from checker.facts.count import Count
from checker.facts.counting import counted
from checker.facts.hedges import bound
from checker.facts.interval import Quantity
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words
from checker.facts.percent import Percent
from checker.model import Fact, Token

_SHARE = 2.0  # a share in words ("a third") is good to two points either way


@functools.cache
def half_words() -> dict[str, frozenset[str]]:
    """The words beside which "half" is a share, or none."""
    return {key: frozenset(value) for key, value in words("percent")["half"].items()}


def find_proportions(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """ "one in five", "8 out of 10": a percent and a count."""
    for k, n in enumerate(numerals):
        fact = (_of_hundred(page, n) or _proportion(page, numerals, k)) if page.free(n.first, n.last) else None
        if fact is not None:
            yield from _with_count(fact)


def find_shares(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """ "a third of the samples", "jumped by a fifth", "more than half": a percent; with a stated base a count."""
    for k, n in enumerate(numerals):
        if n.form != "fraction" or not page.free(n.first, n.last) or not 0 < n.value < 1:
            continue
        lower = page.lower
        if lower[n.last - 1] == "half" and not _half_is_share(page, n):
            continue
        if lower[n.first + 1] == "/" and lower[n.last] != "of":
            continue  # "9/10" is a mark as often as a share
        if lower[n.last : n.last + 3] in (["of", "a", "point"], ["of", "one", "point"]) or "point" in lower[n.last : n.last + 2]:
            continue
        base = _base(page, numerals, k)
        if base is not None:
            read = bound(page, n.first, base.last, n.value * base.value, 1.0)
            noun = counted(page, base, base.last)
            page.take(read.first, base.last)
            end = base.last
            while noun is not None and page.token[end] <= noun[0] and lower[end] and end - base.last < 5:
                end += 1
            a, b = page.tokens(read.first, end)
            head = noun[0] if noun else page.token[base.last - 1]
            yield Fact(
                "count",
                page.span(read.first, end),
                Count(**interval.parts(read.quantity), of=noun[1] if noun else None),
                a,
                b,
                head,
                read.printed,
            )
            first, last = page.tokens(base.first, end)
            yield Fact(
                "count",
                page.span(base.first, end),
                Count(base.value, base.value, base.value, step=base.step, of=noun[1] if noun else None),
                first,
                last,
                head,
            )
            continue
        yield from _with_count(_share(page, n.first, n.last, n.value, counted(page, n, n.last) if lower[n.last] == "of" else None))


def _of_hundred(page: Page, n: Numeral) -> Fact | None:
    """ "68 of every hundred"."""
    lower = page.lower
    size = {"hundred": 100.0, "thousand": 1000.0}.get(lower[n.last + 2])
    if size is None or lower[n.last] not in ("of", "in") or lower[n.last + 1] not in ("every", "each") or not 0 < n.value < size:
        return None
    every = Numeral(n.last + 2, n.last + 3, size, 1.0, "words")
    return _share(page, n.first, n.last + 3, n.value / size, counted(page, every, every.last))


def _proportion(page: Page, numerals: tuple[Numeral, ...], k: int) -> Fact | None:
    """ "one in five", "8 out of 10", "about one job in ten"."""
    n, lower = numerals[k], page.lower
    if k + 1 >= len(numerals):
        return None
    big = numerals[k + 1]
    gap = lower[n.last : big.first]
    if n.step != 1 or not big.value.is_integer() or not 0 < n.value < big.value or n.form == "vague" or not 0 < len(gap) <= 4:
        return None
    every = gap[-1] in ("every", "each")
    if every:
        gap = gap[:-1]
    if not gap:
        return None  # "one every 30 minutes"
    noun = gap[0].isalpha() and gap[0] not in ("in", "out", "of")
    if noun:
        gap = gap[1:]
    out_of = gap == ["out", "of"] or (every and gap == ["of"])
    if not (out_of or gap == ["in"]):
        return None
    following = page.document.tokens[page.token[big.last]] if lower[big.last] else None
    if not _is_proportion(page, n, big, noun, out_of or every, following):
        return None
    ratio = n.value / big.value
    if noun:
        token = page.document.tokens[page.token[n.last]]
        return _share(page, n.first, big.last, ratio, (token.i, token.lemma.lower()))
    return _share(page, n.first, big.last, ratio, counted(page, big, big.last))


def _is_proportion(page: Page, n: Numeral, big: Numeral, noun: bool, plain: bool, following: Token | None) -> bool:
    """Not "two goals in five games", "one man in 20 minutes", "12 in six boxes"; `plain`: told with "out of" or "every"."""
    tokens, lower, table = page.document.tokens, page.lower, words("percent")["proportion"]
    if lower[big.last] in words("duration")["words"] or lower[big.last] == "-" or lower[big.last] in table["rounds"]:
        return False
    if noun and (n.value == 1 or lower[n.last] in table["rounds"]):
        return n.value == 1
    if noun:  # "seven trains in ten were late"
        subject = tokens[page.token[n.last]].relation in ("subject", "passive_subject")
        return plain or (subject and (following is None or following.pos in ("VERB", "AUX", "ADV")) and big.value in table["wholes"])
    if plain or n.value == 1:
        return plain or not (n.form == "figures" == big.form and big.value > 31 and big.value % 10)
    if big.value not in table["wholes"] or (n.form != big.form and big.value != 10):
        return False
    if lower[big.last] == "of" and lower[big.last + 1] in ("the", "its", "their", "all", "our", "his", "her", "those", "these"):
        return True  # "dropped two in five of its flights"
    before = lower[bound(page, n.first, n.last, n.value, n.step).first - 1]
    acted = before[:1].isalpha() and tokens[page.token[bound(page, n.first, n.last, n.value, n.step).first - 1]].pos in table["not_after"]
    return not acted or tokens[page.token[n.first]].relation in ("subject", "passive_subject")  # not "killed two in three attacks"


def _share(page: Page, first: int, last: int, ratio: float, noun: tuple[int, str] | None) -> Fact:
    read = bound(page, first, last, ratio * 100, _SHARE)
    page.take(read.first, read.last)
    a, b = page.tokens(read.first, read.last)
    q = read.quantity
    if q.exact:
        q = Quantity(q.value, ratio * 100 - _SHARE, ratio * 100 + _SHARE, step=2 * _SHARE, hedge="exact")
    head, of = noun if noun is not None else (page.token[last - 1], None)
    return Fact("percent", page.span(read.first, read.last), Percent(**interval.parts(q), of=of, share=True), a, b, head, read.printed)


def _with_count(fact: Fact) -> Iterator[Fact]:
    """The share, and the count that stands on the same words ("one in five" = 0.2)."""
    yield fact
    value = fact.value
    if isinstance(value, Percent) and value.share and value.value is not None:

        def part(x: float | None) -> float | None:
            return None if x is None else x / 100

        q = Quantity(value.value / 100, part(value.low), part(value.high), value.low_open, value.high_open, 0.04, value.hedge)
        yield Fact("count", fact.span, Count(**interval.parts(q), of=value.of), fact.first, fact.last, fact.head, fact.hedge)


def _base(page: Page, numerals: tuple[Numeral, ...], k: int) -> Numeral | None:
    """The stated whole: "of the 120 passengers"."""
    n, lower = numerals[k], page.lower
    if k + 1 >= len(numerals) or lower[n.last] != "of":
        return None
    base = numerals[k + 1]
    between = lower[n.last + 1 : base.first]
    if (
        len(between) <= 2
        and all(w in ("the", "its", "their", "all", "some", "his", "her", "about", "those", "these") for w in between)
        and base.form in ("figures", "words")
        and page.free(base.first, base.last)
        and base.value > 3
        and (base.scaled or (between and base.step <= 1))
    ):
        return base
    return None


def _half_is_share(page: Page, n: Numeral) -> bool:
    """ "half of", "more than half", "by half"; not "the first half", "half time", "half a mile", "half-brother"."""
    lower = page.lower
    after, before = lower[n.last], lower[n.first - 1]
    table = half_words()
    if after in table["not_before"]:
        return False
    if before in table["not_after"]:
        return before == "in" and lower[n.first - 2] in ("cut", "fell", "fallen", "dropped", "slashed")
    return after in table["before"] or before in table["after"]
