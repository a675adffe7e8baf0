"""How many: a figure and what it counts, with scores and votes as one pair, and nobody as nought."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.facts import interval
from checker.facts.counting import count_words, counted, counted_word
from checker.facts.hedges import around, bound, hedge_after, hedge_glued, joins, spread
from checker.facts.interval import Quantity
from checker.facts.labels import after_name, is_label
from checker.facts.numbers import Numeral
from checker.facts.page import Page
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
        pair = _pair(page, n, after, further) if after is not None else None
        if pair is not None and after is not None:
            k, result = k + 1, after.last
            yield pair
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


def _pair(page: Page, n: Numeral, after: Numeral, further: bool) -> Fact | None:
    """A score, a record or a vote: "65-53", "7-2 vote", "seven votes to two"."""
    lower, table, tokens = page.lower, count_words(), page.document.tokens
    gap = lower[n.last : after.first]
    whole = (
        n.step == 1 == after.step and n.value.is_integer() and after.value.is_integer() and 0 <= n.value < 1000 and 0 <= after.value < 1000
    )
    if not whole:
        return None
    first, last = n.first, after.last
    in_favour = gap[:1] in (["for"], ["in"]) and len(gap) <= 4 and not {"for", "favour", "favor"}.isdisjoint(gap)
    if in_favour and lower[last] in ("against", "opposed"):
        last += 1  # "ten for and four against"
    elif (
        (len(gap) == 2 and gap[0] in table["of_pairs"] and gap[1] in ("to", "against"))
        or (gap in (["-", "for", "-"], ["-", "of", "-"]) and n.value <= after.value)
        or (
            after_name(page, n)
            and 2 <= len(gap) <= 6
            and gap[0] == ","
            and after.form == "figures" == n.form
            and after_name(page, after)
            and _names_between(page, n, after)
        )
        or (gap == ["for"] and _cricket(page, n, after))
    ):
        pass
    elif gap in (["-"], ["–"], ["to"]) and n.form != "vague" and after.form != "vague":
        joined = gap == ["to"] or (page.glued[n.last] and page.glued[after.first])
        if not joined or (
            (gap != ["to"] and (lower[last] in ("-", "–", "/") and page.glued[last] and lower[last + 1][:1].isdigit()))
            or (page.glued[first] and lower[first - 1] in ("-", "–", "/"))
        ):
            return None
        sentence = tokens[page.token[first]].sentence
        near = [
            lower[k].rstrip(".")
            for k in range(max(0, first - 4), min(len(page), last + 5))
            if lower[k] and tokens[page.token[k]].sentence == sentence
        ]
        cue = further or any(w in table["scores"] for w in near)
        bracket = lower[first - 1] == "(" and lower[last] in (")", ",") and n.form == "figures"
        if gap == ["to"] and table["ballots"].isdisjoint(near):
            return None
        plain = (
            gap != ["to"]
            and n.form == "figures" == after.form
            and n.value > after.value >= 1
            and n.value >= 10
            and not lower[last][:1].isalnum()
            and not page.glued[first]
        )
        both = n.value >= 10 and after.value >= 10 and n.value < 200  # "Northam 91-73"
        if not (cue or bracket or (plain and (both or page.text[first - 1][:1].islower()))):
            return None
        follow = tokens[page.token[last]] if lower[last] else None
        if n.value < after.value and follow is not None and follow.tag == "NNS" and lower[last] not in table["scores"]:
            return None
    else:
        return None
    page.take(first, last)
    a, b = page.tokens(first, last)
    value = Count(pair=(int(n.value), int(after.value)), of=None)
    return Fact("count", page.span(first, last), value, a, b, page.token[first])


def _cricket(page: Page, n: Numeral, after: Numeral) -> bool:
    """ "212 for 6 at stumps", "five for 32": runs and wickets."""
    table = count_words()
    sentence = page.document.sentences[page.document.tokens[page.token[n.first]].sentence]
    near = page.document.tokens[max(0, sentence.first - 30) : sentence.last + 20]
    wickets = min(n.value, after.value) <= 10 and max(n.value, after.value) >= 10
    follow = page.lower[after.last]
    return wickets and (not follow.isalpha() or follow in table["cricket_after"]) and any(t.lower in table["cricket"] for t in near)


def _names_between(page: Page, n: Numeral, after: Numeral) -> bool:
    """Between the two figures stand only names and ranks ("Northam 65, No. 9 Colby 53"), and the second ends the phrase."""
    tokens = page.document.tokens
    between = range(n.last + 1, after.first)
    names = all(tokens[page.token[k]].pos == "PROPN" or page.lower[k] in ("no", ".") or page.lower[k].isdigit() for k in between)
    return names and not page.lower[after.last].isalnum()


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
