"""Numerals: any number in words, figures or both reads as that number; hedges and comparison keep their promises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.facts import COMPARATORS, interval
from checker.facts.figures import figure
from checker.facts.hedges import around
from checker.facts.interval import Quantity, difference
from checker.facts.numbers import read_numerals
from checker.facts.page import Page
from checker.model import Document, Report, Sentence, Token

SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
KINDS_OF_HEDGE = ("low", "above", "just above", "high", "below", "nearly", "about")


def page_of(text: str) -> Page:
    """A page cut at white space only, so that no parser is asked."""
    tokens, at = [], 0
    for i, word in enumerate(text.split()):
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(i, word, word.lower(), word.lower(), "X", "X", i, "root", start, at, 0, True))
    sentence = Sentence(0, 0, len(tokens), 0, len(text), "body", 0)
    return Page(Document(Report("a.txt", text, ()), 0, tuple(tokens), (sentence,)))


def numbers(text: str) -> list[float]:
    return [n.value for n in read_numerals(page_of(text))]


def in_words(n: int, joined: bool = True) -> str:
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    if n < 1000:
        rest = f"{' and' if joined else ''} {in_words(n % 100)}" if n % 100 else ""
        return f"{SMALL[n // 100]} hundred{rest}"
    for size, name in ((1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand")):
        if n >= size:
            left = n % size
            tail = f"{' and' if joined and left < 100 else ''} {in_words(left, joined)}" if left else ""
            return f"{in_words(n // size, joined)} {name}{tail}"
    raise AssertionError(n)


@given(st.one_of(st.integers(0, 999), st.integers(0, 10**12 - 1)), st.booleans())
@settings(derandomize=True, deadline=None, max_examples=300)
def test_any_number_in_words_reads_as_that_number(n: int, joined: bool) -> None:
    assert numbers(in_words(n, joined)) == [n]


@given(st.integers(0, 10**13))
@settings(derandomize=True, deadline=None)
def test_any_number_in_figures_reads_as_that_number(n: int) -> None:
    assert numbers(str(n)) == [n]
    assert numbers(f"{n:,}") == [n]
    if n >= 10**6:
        assert numbers(f"{n:,}".replace(",", ".")) == [n]
        assert numbers(f"{n:,}".replace(",", " ")) == [n]


@given(st.integers(1, 9999), st.integers(1, 9), st.sampled_from([("k", 10**3), (" million", 10**6), ("bn", 10**9), (" billion", 10**9)]))
@settings(derandomize=True, deadline=None)
def test_a_scale_multiplies_the_figure(whole: int, tenth: int, scale: tuple[str, int]) -> None:
    assert numbers(f"{whole}.{tenth}{scale[0]}") == [pytest.approx((whole + tenth / 10) * scale[1])]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million", 500_000), ("three and a half million", 3_500_000), ("3 million and a half", 3_500_000),
        ("one hundred and three and two thirds", 103 + 2 / 3), ("one hundred and three quarters", 100.75), ("10 1/2", 10.5), ("5½", 5.5),
        ("two thirds of a million", 2_000_000 / 3), ("one billion and a quarter million", 1_000_250_000), ("nine point nought four", 9.04),
        ("two hundred and two thousand", 202_000), ("4 thousand 3 hundred and 21", 4_321), ("three hundred and two dozens", 324),
        ("6 crore and two hundred", 60_000_200), ("322 hundred", 32_200), ("-9.25", -9.25), ("minus five", -5), ("12,5", 12.5),
        ("1.111,11", 1111.11), ("12,34,567", 1_234_567), (".25", 0.25), ("two dozen", 24), ("fifty - two", 52), ("⅔", 2 / 3),
    ],
)
def test_mixed_numerals(text: str, value: float) -> None:
    assert numbers(text) == [pytest.approx(value)]


@pytest.mark.parametrize("text", ["an", "the second", "x86", "1.2.3", "007", "one", "a third man"])
def test_no_numeral_or_only_one(text: str) -> None:
    assert numbers(text) in ([], [1])


@pytest.mark.parametrize(("text", "value"), [("1,187", 1187), ("1.200", 1.2), ("0,5", 0.5), ("12,5", 12.5)])
def test_one_run_of_digits(text: str, value: float) -> None:
    read = figure(text)
    assert read is not None and read[0] == value


@given(st.floats(1, 1e9), st.sampled_from(KINDS_OF_HEDGE))
@settings(derandomize=True, deadline=None)
def test_a_hedge_never_narrows(value: float, kind: str) -> None:
    q = around(value, 1.0, kind)
    assert q.value == value
    assert (q.low is None or q.low <= value * (1 + 1e-9)) and (q.high is None or q.high >= value * (1 - 1e-9))
    assert (q.low, q.high) != (value, value)
    # and it never turns an agreement with the figure into a plain conflict
    told = difference(q, around(value, 1.0, "exact"), {})
    assert told.verdict == "agree" or told.level == "touching-bound"


def quantities() -> st.SearchStrategy[Quantity]:
    whole = st.integers(1, 5000).map(float)
    hedged = st.builds(around, whole, st.sampled_from([1.0, 10.0, 0.1]), st.sampled_from(["exact", *KINDS_OF_HEDGE]))
    ranged = st.builds(lambda low, more: Quantity(None, low, low + more, hedge="range"), whole, whole)
    vague = st.sampled_from([Quantity(None, 24.0, None, hedge="vague"), Quantity(None, 200.0, None, hedge="vague"), Quantity()])
    return st.one_of(hedged, ranged, vague)


@given(quantities(), quantities())
@settings(derandomize=True, deadline=None, max_examples=400)
def test_comparing_is_symmetric_and_total(a: Quantity, b: Quantity) -> None:
    there, back = difference(a, b, {}), difference(b, a, {})
    assert (there.verdict, there.level) == (back.verdict, back.level)
    assert interval.LEVELS[there.level] == there.verdict
    assert there.because
    assert difference(a, a, {}).verdict in ("agree", "unclear")


@given(quantities(), quantities(), st.floats(0, 0.5), st.floats(0, 0.5))
@settings(derandomize=True, deadline=None, max_examples=400)
def test_a_wider_tolerance_never_adds_a_conflict(a: Quantity, b: Quantity, one: float, other: float) -> None:
    narrow, wide = sorted((one, other))
    if difference(a, b, {"relative": narrow}).verdict != "conflict":
        assert difference(a, b, {"relative": wide}).verdict != "conflict"


@pytest.mark.parametrize(
    ("a", "b", "verdict", "level", "hint"),
    [
        (around(12, 1, "exact"), around(12, 1, "exact"), "agree", "same", None),
        (around(12, 1, "low"), around(13, 1, "exact"), "agree", "within-bounds", None),
        (around(12, 1, "low"), around(9, 1, "exact"), "conflict", "bound-broken", None),
        (around(200, 1, "above"), around(200, 1, "exact"), "conflict", "touching-bound", None),
        (around(200, 1, "above"), around(150, 1, "exact"), "conflict", "bound-broken", None),
        (around(300, 1, "high"), around(250, 1, "exact"), "agree", "within-bounds", None),
        (around(300, 1, "high"), around(340, 1, "exact"), "conflict", "bound-broken", None),
        (Quantity(None, 20, 30, hedge="range"), around(25, 1, "exact"), "agree", "within-bounds", None),
        (Quantity(None, 20, 30, hedge="range"), around(35, 1, "exact"), "conflict", "bound-broken", None),
        (Quantity(None, 24, None, hedge="vague"), around(14, 1, "exact"), "conflict", "vague-word", None),
        (Quantity(None, 200, None, hedge="vague"), around(90, 1, "exact"), "conflict", "vague-word", None),
        (around(40, 1, "about"), around(60, 1, "exact"), "conflict", "bound-broken", None),
        (around(40, 1, "about"), around(47, 1, "exact"), "conflict", "near-hedge", None),
        (around(4000, 1, "about"), around(4381, 1, "exact"), "agree", "within-bounds", None),
        (around(4381, 1, "exact"), around(4341, 1, "exact"), "conflict", "one-digit", "one digit differs"),
        (around(1254, 1, "exact"), around(1245, 1, "exact"), "conflict", "transposed-digits", "transposed digits"),
        (around(1.2e9, 1e8, "exact"), around(1.2e6, 1e5, "exact"), "conflict", "order-of-magnitude", "order of magnitude"),
        (around(1.2e9, 1e8, "exact"), around(1.24e9, 1e7, "exact"), "agree", "within-rounding", None),
        (around(1200, 1, "exact"), around(1187, 1, "exact"), "conflict", "round-figure", None),
        (around(1200, 1, "nearly"), around(1187, 1, "exact"), "agree", "within-bounds", None),
        (around(19, 1, "exact"), around(20, 1, "exact"), "conflict", "differs", None),
        (Quantity(), around(20, 1, "exact"), "unclear", "not-given", None),
    ],
)
def test_the_ladder(a: Quantity, b: Quantity, verdict: str, level: str, hint: str | None) -> None:
    told = difference(a, b, {})
    assert (told.verdict, told.level, told.hint) == (verdict, level, hint)


@pytest.mark.parametrize("kind", ["age", "count", "duration", "measure", "money", "ordinal", "percent"])
def test_levels_are_verdicts(kind: str) -> None:
    assert set(COMPARATORS[kind].LEVELS.values()) <= {"agree", "conflict", "unclear"}
