"""Sums that a report states with what they are made of: parts and total, a change with its ends, times, shares, conversions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.align.sums.passage import (
    Passage,
    Sum,
    comes_from,
    exact,
    grain,
    hedge_before,
    overlap,
    places,
    printed,
    rounded,
    table,
    unit_of,
    value_of,
)
from checker.facts.interval import shown
from checker.model import Fact

_FIGURE = re.compile(r"^[\d.,]+[\s-]*")
_SAID = frozenset(("say", "add", "accord", "report", "announce", "tell"))
_BETWEEN_ITEMS = frozenset((",", ";", "and", "(", ")", "-", "–", "—", "."))
_JOINS = frozenset((",", "(", "or", "-", "–", "about", "nearly", "almost", "some", "around"))


def parts(passage: Passage) -> Iterator[Sum]:
    """ "21 cases: 14 patients, five visitors and two staff"; "12 men and eight women, 20 in all"; "of the 21, 15 were ..."."""
    counts = [f for f in passage.of_kind("count") if exact(f) and value_of(f).is_integer()]
    counts = [f for f in counts if printed(passage, f).lower() not in table("again")]
    if len(counts) < 3 or len(counts) != len(passage.of_kind("count", "percent", "money", "measure")) or overlap(counts):
        return
    total, rest, only_too_many = _total(passage, counts)
    if total is None or len(rest) < 2 or passage.has("partial") or value_of(total) < max(value_of(f) for f in rest):
        return
    made = sum(value_of(f) for f in rest)
    right = made == value_of(total)
    if only_too_many and not (value_of(total) < made <= 1.5 * value_of(total) and _one_list(passage, rest)):
        return
    if not right and not only_too_many and not _whole(passage, total, rest):
        return
    figures = " + ".join(shown(value_of(f)) for f in rest)
    because = f"{figures} = {shown(made)}" + ("" if right else f", not {shown(value_of(total))}")
    label = f"{printed(passage, total)} and what they are made of"
    yield Sum("parts", "count", label, right, because, places(total, *rest), "does not add up")


def _total(passage: Passage, counts: list[Fact]) -> tuple[Fact | None, list[Fact], bool]:
    """The total, its parts, and whether the parts may be fewer than all."""
    first, *rest = counts
    between = passage.words(first.last, rest[0].first)
    if ":" in between or (between and between[-1] in ("-", "–", "—", "(") and len(between) <= 4):
        if between[-1:] == ["("]:  # the list ends with its bracket
            end = next((i for i in range(rest[0].first, passage.sentence.last) if passage.lower(i) == ")"), passage.sentence.last)
            rest = [f for f in rest if f.last <= end]
        return first, rest, False
    opening = passage.words(passage.sentence.first, first.first)
    if opening in (["of", "the"], ["of"], ["of", "those"], ["of", "these"]):
        return first, rest, True
    last = counts[-1]
    after = " ".join(passage.words(last.last, last.last + 2))
    before = " ".join(passage.words(last.first - 3, last.first))
    if (after.startswith(("in all", "in total", "altogether", "all told")) or before.endswith("a total of")) and "bringing" not in before:
        gap = passage.words(counts[-2].last, last.first)
        joined = any("and" in passage.words(a.last, b.first) for a, b in pairwise(counts[:-1]))
        return (last, counts[:-1], False) if joined and len(gap) <= 10 else (None, [], False)
    return None, [], False


def _whole(passage: Passage, total: Fact, rest: list[Fact]) -> bool:
    """Whether every item has its figure ("two brothers and a teacher" has not), and the sum is near enough to be meant as one."""
    if not 0.6 <= sum(value_of(f) for f in rest) / value_of(total) <= 1.6:
        return False
    first, last = (rest[0].first, passage.sentence.last) if total.first < rest[0].first else (passage.sentence.first, rest[-1].last)
    items: list[list[int]] = [[]]
    for i in range(first, last):
        if passage.lower(i) in _BETWEEN_ITEMS:
            items.append([])
        else:
            items[-1].append(i)
    starts = {f.first for f in rest}
    said = passage.document.tokens
    return all(not starts.isdisjoint(item) or any(said[i].lemma in _SAID for i in item) for item in items if item)


def _one_list(passage: Passage, rest: list[Fact]) -> bool:
    """Whether the figures are items of one enumeration: "14 were patients, five were visitors and two were staff"."""
    gaps = [passage.words(a.last, b.first) for a, b in pairwise(rest)]
    return all(len(gap) <= 8 and not {",", "and", ";"}.isdisjoint(gap) for gap in gaps) and "and" in gaps[-1]


def change(passage: Passage) -> Iterator[Sum]:
    """ "from 40 to 50, up 20 percent"; "6.2 percent higher at 1.24 billion, from 1.05 billion"."""
    moves = [f for f in passage.of_kind("percent") if getattr(f.value, "way", None)]
    if len(moves) != 1 or len(passage.of_kind("percent")) != 1 or passage.has("other_base"):
        return
    for kind in ("money", "count", "measure"):
        ends = [f for f in passage.of_kind(kind) if exact(f)]
        if len(ends) != 2 or len(ends) != len(passage.of_kind(kind)) or unit_of(ends[0]) != unit_of(ends[1]) or overlap(ends):
            continue
        old = [f for f in ends if comes_from(passage, f)]
        if len(old) != 1:
            continue
        new = ends[0] if old[0] is ends[1] else ends[1]
        yield from _moved(passage, moves[0], old[0], new)


def _moved(passage: Passage, move: Fact, old: Fact, new: Fact) -> Iterator[Sum]:
    low_old, high_old = rounded(old)
    low_new, high_new = rounded(new)
    if low_old <= 0 or getattr(move.value, "unit", "percent") != "percent":
        return
    sign = -1 if getattr(move.value, "way", None) == "down" else 1
    least, most = (low_new / high_old - 1) * 100 * sign, (high_new / low_old - 1) * 100 * sign
    least, most = min(least, most), max(least, most)
    said_low, said_high = rounded(move)
    slack = max(0.6, 0.06 * abs(most))
    right = said_low <= most + slack and said_high >= least - slack
    actual = (value_of(new) / value_of(old) - 1) * 100
    way = "up" if actual >= 0 else "down"
    because = f"from {printed(passage, old)} to {printed(passage, new)} is {way} {shown(round(abs(actual), 1))}%"
    because += "" if right else f", not {shown(value_of(move))}%"
    label = f"change from {printed(passage, old)} to {printed(passage, new)}"
    yield Sum("change", "percent", label, right, because, places(move, new, old), "percentage does not fit")


def grown(passage: Passage) -> Iterator[Sum]:
    """ "doubled from 40 to 80 million"."""
    for i in range(passage.sentence.first, passage.sentence.last):
        factor = table("multiples").get(passage.lower(i))
        if factor is None or passage.document.tokens[i].pos != "VERB":
            continue
        for kind in ("money", "count"):
            ends = [f for f in passage.of_kind(kind) if exact(f) and f.first > i]
            if len(ends) != 2 or len(passage.of_kind("money", "count")) != 2 or unit_of(ends[0]) != unit_of(ends[1]):
                continue
            old, new = ends if comes_from(passage, ends[0]) else (ends[1], ends[0])
            if not comes_from(passage, old) or passage.lower(new.first - 1) != "to" or value_of(old) <= 0:
                continue
            ratio, hedge = value_of(new) / value_of(old), hedge_before(passage, i)
            right = factor * 0.88 <= ratio <= factor * (2 if hedge == "more than" else 1.12)
            because = f"{printed(passage, new)} is {shown(round(ratio, 2))} times {printed(passage, old)}"
            because += "" if right else f", which is not {passage.lower(i)}"
            said = ((i, i + 1), *places(old, new))
            label = f"change from {printed(passage, old)} to {printed(passage, new)}"
            yield Sum("times", kind, label, right, because, said, "multiple does not fit")


def times(passage: Passage) -> Iterator[Sum]:
    """ "12.5 million, five times the sum he took" with that sum in this sentence or alone in the one before."""
    for i in range(passage.sentence.first, passage.sentence.last):
        word = passage.lower(i)
        if word == "times":
            count = next((f for f in passage.of_kind("count") if f.first <= i < f.last), None)
            if count is None or (not exact(count) and count.hedge is None):
                continue
            factor, hedge = value_of(count), count.hedge
        elif word == "twice":
            factor, hedge = 2.0, hedge_before(passage, i)
        else:
            continue
        if not 1 < factor <= 100 or passage.lower(i + 1) not in ("the", "that", "what", "its", "their", "his", "her"):
            continue
        yield from _multiplied(passage, i, factor, hedge)


def _multiplied(passage: Passage, i: int, factor: float, hedge: str | None) -> Iterator[Sum]:
    money = passage.of_kind("money")
    big = [f for f in money if f.last <= i]
    small = [f for f in money if i < f.first <= i + 6]
    if len(big) != 1 or not exact(big[0]) or i - big[0].last > 6:
        return
    if not small:
        near = passage.words(i + 1, i + 4)
        if len(money) > 1 or not any(w in table("reference") or w == "what" for w in near):
            return
        small = [f for f in passage.before if f.kind == "money"]
    if len(small) != 1 or not exact(small[0]) or unit_of(small[0]) != unit_of(big[0]) or not value_of(small[0]):
        return
    ratio = value_of(big[0]) / value_of(small[0])
    fair = max(0.25, 0.1 * factor)
    room = {"nearly": (1.0, 0.1), "almost": (1.0, 0.1), "over": (0.0, 1.2)}.get((hedge or "").split(" ")[0], (fair, fair))
    if hedge in ("more than", "at least"):
        room = (0.05, 1.2)
    elif hedge in ("about", "around", "some", "roughly"):
        room = (0.8, 0.8)
    right = factor - room[0] <= ratio <= factor + room[1]
    because = f"{printed(passage, big[0])} is {shown(round(ratio, 2))} times {printed(passage, small[0])}"
    because += "" if right else f", not {shown(factor)} times"
    label = f"{printed(passage, big[0])} as a multiple of {printed(passage, small[0])}"
    yield Sum("times", "money", label, right, because, places(big[0], small[0]), "multiple does not fit")


def share(passage: Passage) -> Iterator[Sum]:
    """ "12 of the 48 samples (30 percent)"."""
    percents = [f for f in passage.of_kind("percent") if getattr(f.value, "unit", "") == "percent" and not getattr(f.value, "way", None)]
    counts = [f for f in passage.of_kind("count") if exact(f)]
    for whole in counts if percents else ():
        part = next((f for f in counts if f.first < whole.first <= f.first + 4 and _of(passage, f, whole)), None)
        if part is None or "of" not in passage.words(part.first, whole.first) or not 0 < value_of(part) <= value_of(whole):
            continue
        for percent in percents:
            gap = passage.words(whole.last, percent.first)
            if not 1 <= len(gap) <= 3 or not set(gap) <= _JOINS:
                continue
            actual = 100 * value_of(part) / value_of(whole)
            low, high = rounded(percent)
            slack = 0.6 if exact(percent) else 3.0
            right = low - slack <= actual <= high + slack
            because = f"{shown(value_of(part))} of {shown(value_of(whole))} is {shown(round(actual, 1))}%"
            because += "" if right else f", not {shown(value_of(percent))}%"
            said = ((part.first, part.first + 1), *places(whole, percent))
            label = f"share of {printed(passage, whole)}"
            yield Sum("share", "percent", label, right, because, said, "percentage does not fit")


def _of(passage: Passage, part: Fact, whole: Fact) -> bool:
    """ "12 of the 48": nothing but "of", "out", "the" between the two figures."""
    between = enumerate(passage.words(part.first + 1, whole.first), part.first + 1)
    return all(word in ("of", "out", "the", "all", "its", "their") or passage.document.tokens[i].pos == "NUM" for i, word in between)


def conversion(passage: Passage) -> Iterator[Sum]:
    """ "5 km (3.5 miles)": two units of one thing, each as exact as it is printed. Money in two currencies is not checked."""
    measures = passage.of_kind("measure")
    for a, b in pairwise(measures):
        if passage.words(a.last, b.first) != ["("] or passage.lower(b.last) not in (")", ",") or not (exact(a) and exact(b)):
            continue
        one, two = a.value.fields(), b.value.fields()
        if one.get("dimension") != two.get("dimension") or one.get("unit") == two.get("unit"):
            continue
        x, y = one.get("si"), two.get("si")
        if {str(one.get("unit")), str(two.get("unit"))} & table("many_sizes"):
            continue
        if not isinstance(x, int | float) or not isinstance(y, int | float) or not x or not y or not value_of(a) or not value_of(b):
            continue
        in_b, in_a = value_of(b) * x / y, value_of(a) * y / x
        right = _rounds_to(in_b, b) or _rounds_to(in_a, a) or one.get("dimension") == "temperature"
        because = f"{printed(passage, a)} is {shown(round(in_b, 1))} {_FIGURE.sub('', printed(passage, b))}"
        because += "" if right else f", not {printed(passage, b)}"
        label = f"conversion of {printed(passage, a)}"
        yield Sum("conversion", "measure", label, right, because, places(a, b), "conversion is wrong")


def _rounds_to(exactly: float, said: Fact) -> bool:
    """Whether the converted figure may be printed so: to its last digit that is not nought, and never more than an eighth off."""
    return abs(exactly - value_of(said)) <= min(grain(said) * 0.55, value_of(said) / 8)
