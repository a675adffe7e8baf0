"""How many: a figure and what it counts, with scores and votes as one pair, and nobody as nought."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.facts import interval
from checker.facts.counting import count_words, counted, counted_word
from checker.facts.hedges import around, bound, hedge_after, hedge_glued, joins, spread
from checker.facts.interval import Quantity
from checker.facts.labels import is_label
from checker.facts.numbers import Numeral
from checker.facts.page import Page
from checker.facts.scores import score_at
from checker.model import Comparison, Fact, Scalar, Verdict

LEVELS: dict[str, Verdict] = {**interval.LEVELS, "other-form": "unclear", "swapped": "conflict", "pair-differs": "conflict"}

_NOUNS = frozenset(("NOUN", "PROPN"))


@dataclass(frozen=True, slots=True)
class Count(Quantity):
    """A number of things; `of` is the counted noun's lemma, `pair` a score or vote."""

    of: str | None = None
    pair: tuple[int, int] | None = None

    def fields(self) -> dict[str, Scalar]:
        if self.pair is not None:
            return {**Quantity.fields(self), "value": self.pair, "unit": None, "of": self.of}
        return {**Quantity.fields(self), "unit": None, "of": self.of}

    def normal(self) -> str:
        return f"{self.pair[0]}-{self.pair[1]}" if self.pair is not None else Quantity.normal(self)


def find(page: Page, numerals: tuple[Numeral, ...]) -> Iterator[Fact]:
    """What is counted on a page, of what no other kind has taken."""
    k, result = 0, -1  # where the last score ended
    while k < len(numerals):
        n = numerals[k]
        k += 1
        if not page.free(n.first, n.last):
            continue
        after = numerals[k] if k < len(numerals) and page.free(numerals[k].first, numerals[k].last) else None
        further = 0 < n.first - result <= 2 and {",", "and", "("}.issuperset(page.lower[result : n.first])  # "6-4, 3-6, 7-6 (7-4)"
        scored = score_at(page, n, after, further) if after is not None else None
        if scored is not None and after is not None:
            k, result = k + 1, after.last
            page.take(*scored)
            a, b = page.tokens(*scored)
            value = Count(pair=(int(n.value), int(after.value)), of=None)
            yield Fact("count", page.span(*scored), value, a, b, page.token[scored[0]])
            continue
        if after is not None and after.first == n.last and n.form == "figures" == after.form:
            run = k
            while run < len(numerals) and numerals[run].first == numerals[run - 1].last and numerals[run].form == "figures":
                run += 1
            if run - k >= 2 or len(page.text[n.first]) + len(page.text[after.first]) >= 7:
                k = run  # a telephone number
                continue
        if is_label(page, n):
            page.labelled[n.last - 1] = 1
            continue
        how = joins(page, n.first, n.last, after.first, own_unit=False) if after is not None else None
        if how and after is not None and n.value < after.value and n.form == after.form != "vague" and _is_range(page, n, after, how):
            if after.scaled and not n.scaled and after.value >= 1e6 and n.value < 1000:
                size = 10.0 ** (3 * int(math.log10(after.value) // 3))
                n = replace(n, value=n.value * size, step=n.step * size)
            k += 1
            yield _fact(page, n, after)
            continue
        if how == "-" and after is not None and after.form == "figures" == n.form and page.glued[after.first]:
            k += 1  # "737-800", "24-7", "555-1234": neither a range nor a score
            continue
        yield _fact(page, n, None)
    yield from _nobody(page)


def _is_range(page: Page, n: Numeral, to: Numeral, how: str) -> bool:
    """A bare hyphen makes a range only before what is counted: "12-15 people", not "555-1234"."""
    if how != "-" or n.form != "figures" or to.scaled:
        return True
    after = page.document.tokens[page.token[to.last]] if page.lower[to.last] else None
    if after is None:
        return False
    return after.tag == "NNS" or after.lower == "people" or (after.pos == "ADJ" and counted(page, to, to.last) is not None)


def _fact(page: Page, n: Numeral, to: Numeral | None) -> Fact:
    last = (to or n).last
    read = bound(page, n.first, last, n.value, n.step, n)
    quantity, start, end, printed = read.quantity, read.first, read.last, read.printed
    glued = hedge_glued(page, last)
    if glued is not None:
        end = max(end, glued[1])
        if quantity.exact:
            quantity, printed = around(n.value, n.step, glued[0]), page.printed(last, glued[1])
    if (
        quantity.hedge == "above"
        and page.lower[start] == "over"
        and page.document.tokens[page.token[start - 1]].pos in ("NOUN", "PROPN")
        and counted_word(page, n, last) in count_words()["during"]
    ):
        quantity, start, printed = Quantity(n.value, n.value, n.value, step=n.step), n.first, None
    if to is not None:
        quantity = spread(Quantity(n.value, step=n.step), Quantity(to.value, step=to.step), quantity.hedge)
        if page.lower[start - 1] == "between":
            start -= 1
    noun = counted(page, (to or n), end)
    head = page.token[last - 1]
    of = None
    if noun is not None:
        head, of = noun
        if head >= page.token[end - 1]:
            stop = end
            while stop < len(page) and page.token[stop] <= head and page.lower[stop] and stop - end < 6:
                stop += 1
            if page.token[stop - 1] == head and page.free(end, stop):
                end = stop
                behind = hedge_after(page, end) if quantity.exact else None
                if behind is not None and quantity.value is not None:
                    printed = page.printed(end, behind[1])
                    quantity, end = around(quantity.value, quantity.step, behind[0]), behind[1]
    a, b = page.tokens(start, end)
    page.take(start, last)
    return Fact("count", page.span(start, end), Count(**interval.parts(quantity), of=of), a, b, head, printed)


def _nobody(page: Page) -> Iterator[Fact]:
    lower, table = page.lower, count_words()
    tokens = page.document.tokens
    for i, word in enumerate(lower):
        if word == "no":
            stop = i + 1
            if lower[stop] in ("one", "-"):
                stop = stop + 2 if lower[stop] == "-" else stop + 1
                if lower[stop - 1] == "one":
                    yield _zero(page, i, stop, None, page.token[i + 1])
                continue
            if lower[stop] == "reports" and lower[stop + 1] == "of":
                stop += 2
            for k in range(stop, stop + 3):
                if lower[k] in table["none_of"]:
                    yield _zero(page, i, k + 1, tokens[page.token[k]].lemma.lower(), page.token[k])
                    break
                if not lower[k].isalpha() or tokens[page.token[k]].pos not in ("ADJ", "NOUN") or lower[k] in ("wonder", "doubt", "time"):
                    break
        elif word in ("nobody", "none"):
            answer = lower[i - 1] == ":" and not lower[i + 1].isalnum()  # "Serious events: none."
            if word == "nobody" or answer or lower[i + 1] in ("of", "were", "was", "are", "died", "survived"):
                yield _zero(page, i, i + 1, None, page.token[i])
        elif word == "twice" and lower[i + 1] not in ("as", "the", "a", "daily", "weekly", "monthly", "that", "-") and not page.taken[i]:
            yield _whole(page, i, 2.0, (page.token[i], "time"))
        elif word == "both" and page.free(i, i + 1):
            token = tokens[page.token[i]]
            if token.pos == "CCONJ" or token.relation == "coordinator":
                continue
            ahead = lower[i + 1]
            if ahead in ("of", "the") or (tokens[page.token[i + 1]].pos in ("NOUN", "ADJ") if ahead else False):
                noun = counted(page, Numeral(i, i + 1, 2, 1, "vague"), i + 2 if ahead == "the" else i + 1)
                yield _whole(page, i, 2.0, noun)


def _zero(page: Page, first: int, last: int, of: str | None, head: int) -> Fact:
    a, b = page.tokens(first, last)
    return Fact("count", page.span(first, last), Count(0.0, 0.0, 0.0, of=of), a, b, head)


def _whole(page: Page, i: int, value: float, noun: tuple[int, str] | None) -> Fact:
    a, b = page.tokens(i, i + 1)
    return Fact(
        "count", page.span(i, i + 1), Count(value, value, value, of=noun[1] if noun else None), a, b, noun[0] if noun else page.token[i]
    )


def compare(a: Count, b: Count, tolerance: Mapping[str, float]) -> Comparison:
    """CASES.md 4.2, and pairs as wholes."""
    if a.pair is not None or b.pair is not None:
        if a.pair is None or b.pair is None:
            return Comparison("unclear", "other-form", "a score on one side, a number on the other")
        one, other = f"{a.pair[0]}-{a.pair[1]}", f"{b.pair[0]}-{b.pair[1]}"
        if a.pair == b.pair:
            return Comparison("agree", "same", f"both say {one}")
        if a.pair == b.pair[::-1]:
            return Comparison("conflict", "swapped", f"{one} and {other} are the same two figures the other way round", "swapped")
        return Comparison("conflict", "pair-differs", f"{one} and {other} are two results")
    return interval.difference(a, b, tolerance)
