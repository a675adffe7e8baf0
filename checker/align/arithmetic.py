"""Sums that a report states with what they are made of: parts and total, a change with its ends, times, shares, conversions."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.facts.interval import Quantity, shown
from checker.model import Document, Fact, Sentence

KINDS = frozenset(("count", "money", "percent", "measure", "age"))


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its figures in order, and those of the sentence before it in the same paragraph."""

    document: Document
    sentence: Sentence
    facts: tuple[Fact, ...]
    before: tuple[Fact, ...]

    def of_kind(self, *kinds: str) -> list[Fact]:
        return [f for f in self.facts if f.kind in kinds]

    def lower(self, i: int) -> str:
        """The word at token i in small letters, "" outside the sentence."""
        return self.document.tokens[i].lower if self.sentence.first <= i < self.sentence.last else ""

    def words(self, first: int, last: int) -> list[str]:
        return [self.lower(i) for i in range(first, last)]

    def has(self, key: str) -> bool:
        """Whether the sentence has a word of that list of sums.toml."""
        known = table(key)
        return any(t.lower in known for t in self.document.tokens[self.sentence.first : self.sentence.last])


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum as stated: right or not, why, and the tokens of the figures in it."""

    level: str
    kind: str
    label: str
    right: bool
    because: str
    places: tuple[tuple[int, int], ...]
    hint: str | None = None


@functools.cache
def table(key: str) -> Any:
    """A list (as a set of words) or a table of sums.toml."""
    entry = _file()[key]
    return frozenset(entry.split()) if isinstance(entry, str) else entry


@functools.cache
def _file() -> dict[str, Any]:
    with importlib.resources.files(__package__).joinpath("sums.toml").open("rb") as file:
        return tomllib.load(file)


def parts(passage: Passage) -> Iterator[Sum]:
    """ "21 cases: 14 patients, five visitors and two staff"; "12 men and eight women, 20 in all"; "of the 21, 15 were ... and seven ..."."""
    counts = [f for f in passage.of_kind("count") if _exact(f) and _value(f).is_integer()]
    if len(counts) < 3 or len(counts) != len(passage.of_kind("count", "percent", "money", "measure")) or _overlap(counts):
        return
    total, rest, only_too_many = _total(passage, counts)
    if total is None or len(rest) < 2 or passage.has("partial") or _value(total) < max(_value(f) for f in rest):
        return
    made = sum(_value(f) for f in rest)
    right = made == _value(total)
    if only_too_many and not (_value(total) < made <= 1.5 * _value(total) and _one_list(passage, rest)):
        return
    figures = " + ".join(shown(_value(f)) for f in rest)
    because = f"{figures} = {shown(made)}" + ("" if right else f", not {shown(_value(total))}")
    noun = getattr(total.value, "of", None) or "the total"
    yield Sum("parts", "count", f"parts and total of {noun}", right, because, tuple((f.first, f.last) for f in (total, *rest)), "does not add up")


def _total(passage: Passage, counts: list[Fact]) -> tuple[Fact | None, list[Fact], bool]:
    """The total, its parts, and whether the parts may be fewer than all."""
    first, *rest = counts
    between = passage.words(first.last, rest[0].first)
    if ":" in between or (between and between[-1] in ("-", "–", "—", "(") and len(between) <= 4):
        return first, rest, False
    opening = passage.words(passage.sentence.first, first.first)
    if opening in (["of", "the"], ["of"], ["of", "those"], ["of", "these"]):
        return first, rest, True
    last = counts[-1]
    after = " ".join(passage.words(last.last, last.last + 2))
    before = " ".join(passage.words(last.first - 3, last.first))
    if (after.startswith(("in all", "in total", "altogether", "all told")) or before.endswith("a total of")) and "bringing" not in before:
        gap = passage.words(counts[-2].last, last.first)
        joined = any("and" in passage.words(a.last, b.first) for a, b in zip(counts, counts[1:-1], strict=False))
        return (last, counts[:-1], False) if joined and len(gap) <= 5 else (None, [], False)
    return None, [], False


def _one_list(passage: Passage, rest: list[Fact]) -> bool:
    """Whether the figures are items of one enumeration: "14 were patients, five were visitors and two were staff"."""
    gaps = [passage.words(a.last, b.first) for a, b in zip(rest, rest[1:], strict=False)]
    return all(len(gap) <= 8 and (gap[-1] in (",", "and", ";")) for gap in gaps if gap) and "and" in gaps[-1]


def change(passage: Passage) -> Iterator[Sum]:
    """ "from 40 to 50, up 20 percent"; "6.2 percent higher at 1.24 billion, from 1.05 billion"."""
    moves = [f for f in passage.of_kind("percent") if getattr(f.value, "way", None)]
    if len(moves) != 1 or len(passage.of_kind("percent")) != 1 or passage.has("other_base"):
        return
    for kind in ("money", "count", "measure"):
        ends = [f for f in passage.of_kind(kind) if _exact(f)]
        if len(ends) != 2 or len(ends) != len(passage.of_kind(kind)) or _unit(ends[0]) != _unit(ends[1]) or _overlap(ends):
            continue
        old = [f for f in ends if _comes_from(passage, f)]
        if len(old) != 1:
            continue
        new = ends[0] if old[0] is ends[1] else ends[1]
        yield from _moved(passage, moves[0], old[0], new)


def _moved(passage: Passage, move: Fact, old: Fact, new: Fact) -> Iterator[Sum]:
    low_old, high_old = _rounded(old)
    low_new, high_new = _rounded(new)
    if low_old <= 0 or getattr(move.value, "unit", "percent") != "percent":
        return
    sign = -1 if getattr(move.value, "way", None) == "down" else 1
    least, most = (low_new / high_old - 1) * 100 * sign, (high_new / low_old - 1) * 100 * sign
    least, most = min(least, most), max(least, most)
    said_low, said_high = _rounded(move)
    slack = max(0.6, 0.06 * abs(most))
    right = said_low <= most + slack and said_high >= least - slack
    actual = (_value(new) / _value(old) - 1) * 100
    way = "up" if actual >= 0 else "down"
    because = f"from {_printed(passage, old)} to {_printed(passage, new)} is {way} {shown(round(abs(actual), 1))}%" + ("" if right else f", not {shown(_value(move))}%")
    yield Sum("change", "percent", "change and its two ends", right, because, tuple((f.first, f.last) for f in (move, new, old)), "percentage does not fit")


def times(passage: Passage) -> Iterator[Sum]:
    """ "12.5 million, five times the sum he took" with that sum in this sentence or alone in the one before."""
    for i in range(passage.sentence.first, passage.sentence.last):
        word = passage.lower(i)
        if word == "times":
            count = next((f for f in passage.of_kind("count") if f.first <= i < f.last), None)
            if count is None or not _exact(count) and count.hedge is None:
                continue
            factor, hedge = _value(count), count.hedge
        elif word == "twice":
            factor, hedge = 2.0, _hedge_before(passage, i)
        else:
            continue
        if not 1 < factor <= 100 or passage.lower(i + 1) not in ("the", "that", "what", "its", "their", "his", "her"):
            continue
        yield from _multiplied(passage, i, factor, hedge)


def _multiplied(passage: Passage, i: int, factor: float, hedge: str | None) -> Iterator[Sum]:
    money = passage.of_kind("money")
    big = [f for f in money if f.last <= i]
    small = [f for f in money if i < f.first <= i + 6]
    if len(big) != 1 or not _exact(big[0]) or i - big[0].last > 6:
        return
    if not small:
        near = passage.words(i + 1, i + 4)
        if len(money) > 1 or not any(w in table("reference") or w == "what" for w in near):
            return
        small = [f for f in passage.before if f.kind == "money"]
    if len(small) != 1 or not _exact(small[0]) or _unit(small[0]) != _unit(big[0]) or not _value(small[0]):
        return
    ratio = _value(big[0]) / _value(small[0])
    room = {"nearly": (1.0, 0.1), "almost": (1.0, 0.1), "over": (0.0, 1.2)}.get((hedge or "").split(" ")[0], (0.5, 0.5))
    if hedge in ("more than", "at least"):
        room = (0.05, 1.2)
    elif hedge in ("about", "around", "some", "roughly"):
        room = (0.8, 0.8)
    right = factor - room[0] <= ratio <= factor + room[1]
    because = f"{_printed(passage, big[0])} is {shown(round(ratio, 2))} times {_printed(passage, small[0])}"
    because += "" if right else f", not {shown(factor)} times"
    yield Sum("times", "money", "a sum and what it is times of", right, because, ((big[0].first, big[0].last), (small[0].first, small[0].last)), "multiple does not fit")


def share(passage: Passage) -> Iterator[Sum]:
    """ "12 of the 48 samples (30 percent)"."""
    percents = [f for f in passage.of_kind("percent") if getattr(f.value, "unit", "") == "percent" and not getattr(f.value, "way", None)]
    counts = [f for f in passage.of_kind("count") if _exact(f)]
    for whole in counts:
        between_of = passage.words(whole.first - 3, whole.first)
        part = next((f for f in counts if f is not whole and f.first < whole.first and whole.first - f.first <= 4 and _of(passage, f, whole)), None)
        if part is None or "of" not in between_of or not 0 < _value(part) <= _value(whole):
            continue
        for percent in percents:
            gap = passage.words(whole.last, percent.first)
            if not 1 <= len(gap) <= 3 or not set(gap) <= {",", "(", "or", "-", "–", "about", "nearly", "almost", "some", "around"}:
                continue
            actual = 100 * _value(part) / _value(whole)
            low, high = _rounded(percent)
            slack = 0.6 if _exact(percent) else 3.0
            right = low - slack <= actual <= high + slack
            because = f"{shown(_value(part))} of {shown(_value(whole))} is {shown(round(actual, 1))}%" + ("" if right else f", not {shown(_value(percent))}%")
            yield Sum("share", "percent", "a share and its figures", right, because, ((part.first, part.first + 1), (whole.first, whole.last), (percent.first, percent.last)), "percentage does not fit")


def _of(passage: Passage, part: Fact, whole: Fact) -> bool:
    """ "12 of the 48": nothing but "of", "out", "the" between the two figures."""
    return all(w in ("of", "out", "the", "all", "its", "their") or passage.document.tokens[part.first + k].pos == "NUM"
               for k, w in enumerate(passage.words(part.first, whole.first)) if k)


def conversion(passage: Passage) -> Iterator[Sum]:
    """ "5 km (3.5 miles)": two units of one thing, each as exact as it is printed. Money in two currencies is not checked."""
    measures = passage.of_kind("measure")
    for a, b in zip(measures, measures[1:], strict=False):
        if passage.words(a.last, b.first) != ["("] or passage.lower(b.last) not in (")", ",") or not (_exact(a) and _exact(b)):
            continue
        one, two = a.value.fields(), b.value.fields()
        if one.get("dimension") != two.get("dimension") or one.get("unit") == two.get("unit"):
            continue
        x, y = one.get("si"), two.get("si")
        if not isinstance(x, int | float) or not isinstance(y, int | float) or not x or not y or not _value(a) or not _value(b):
            continue
        # each figure is good to its last printed digit, a round one to its last digit that is not nought
        room = _grain(a) / _value(a) * 0.75 + _grain(b) / _value(b) * 0.75 + 0.01
        right = abs(x - y) <= room * max(abs(x), abs(y)) or one.get("dimension") == "temperature"
        unit = str(two.get("unit"))
        because = f"{_printed(passage, a)} is {shown(round(_value(b) * x / y, 1))} {unit}" + ("" if right else f", not {_printed(passage, b)}")
        yield Sum("conversion", "measure", "conversion", right, because, ((a.first, a.last), (b.first, b.last)), "conversion is wrong")


def _grain(fact: Fact) -> float:
    """The last digit that the writer vouches for: 10 of 280, 0.1 of 3.5."""
    step = _quantity(fact).step
    value = _value(fact)
    while value and step * 10 <= abs(value) and abs(value) % (step * 10) < step * 1e-9:
        step *= 10
    return step


def _quantity(fact: Fact) -> Quantity:
    assert isinstance(fact.value, Quantity)
    return fact.value


def _exact(fact: Fact) -> bool:
    return isinstance(fact.value, Quantity) and fact.value.exact and fact.value.value is not None and getattr(fact.value, "pair", None) is None


def _value(fact: Fact) -> float:
    return float(_quantity(fact).value or 0)


def _unit(fact: Fact) -> object:
    if fact.kind == "count":
        return None  # "from 40 to 50 cases": the noun stands once
    return fact.value.fields().get("unit")


def _rounded(fact: Fact) -> tuple[float, float]:
    """What the figure may stand for: half its last printed digit either way, or what its hedge allows."""
    q = _quantity(fact)
    if q.exact or q.low is None or q.high is None:
        return _value(fact) - q.step / 2, (_value(fact) + q.step / 2) if q.exact or q.high is not None else float("inf")
    return q.low, q.high


def _comes_from(passage: Passage, fact: Fact) -> bool:
    """Whether the figure is where a change began: "from 40", "compared with 40"."""
    before = passage.words(fact.first - 2, fact.first)
    return before[-1] in table("before_from") or "-".join(before) in table("from_phrases")


def _hedge_before(passage: Passage, i: int) -> str | None:
    two = " ".join(passage.words(i - 2, i))
    return two if two in ("more than", "at least") else passage.lower(i - 1) or None


def _overlap(facts: list[Fact]) -> bool:
    return any(a.last > b.first for a, b in zip(facts, facts[1:], strict=False))


def _printed(passage: Passage, fact: Fact) -> str:
    return " ".join(passage.document.text(fact.first, fact.last).split())
