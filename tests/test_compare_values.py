"""Two values of a kind, as two reports print them: the verdicts of CASES.md 4.1 and 4.2."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import language
from checker.facts import COMPARATORS, read
from checker.facts.duration import iso, shown
from checker.facts.measure import Measure
from checker.model import Comparison, Report, Zone

# kind, the two wordings, verdict, level
PAIRS = [
    ("duration", "It took 100 minutes.", "It took an hour and 40 minutes.", "agree", "same"),
    ("duration", "It took 1h40m.", "It took one hour forty.", "agree", "same"),
    ("duration", "It took 1h45.", "It took almost two hours.", "agree", "within-bounds"),
    ("duration", "It took 1h45.", "It took more than 90 minutes.", "agree", "within-bounds"),
    ("duration", "It took an hour and 40 minutes.", "It took an hour and 45 minutes.", "conflict", "differs"),
    ("duration", "It took two hours.", "It took an hour and 45 minutes.", "conflict", "rounded-unit"),
    ("duration", "It took two hours.", "It took an hour and 40 minutes.", "conflict", "differs"),
    ("duration", "It took nearly two hours.", "It took two hours and five minutes.", "conflict", "rounded-unit"),
    ("duration", "It lasted seven months.", "It lasted 214 days.", "agree", "calendar"),
    ("duration", "It lasted two weeks.", "It lasted 14 days.", "agree", "same"),
    ("duration", "It lasted nine years.", "It lasted five years.", "conflict", "differs"),
    ("duration", "It lasted at least three days.", "It lasted two hours.", "conflict", "bound-broken"),
    ("count", "It killed a dozen people.", "It killed 12 people.", "agree", "same"),
    ("count", "It killed two dozen people.", "It killed 24 people.", "agree", "same"),
    ("count", "A couple of men left.", "Three men left.", "agree", "within-bounds"),
    ("count", "A couple of men left.", "Five men left.", "conflict", "vague-word"),
    ("count", "A pair of men left.", "Three men left.", "conflict", "differs"),
    ("count", "Half a million people left.", "Some 500,000 people left.", "agree", "within-bounds"),
    ("count", "Nobody was hurt.", "There were no injuries.", "agree", "same"),
    ("count", "Both men left.", "Two men left.", "agree", "same"),
    ("count", "At least 12 people died.", "Nine people died.", "conflict", "bound-broken"),
    ("count", "More than 200 people left.", "Some 200 people left.", "agree", "within-bounds"),
    ("count", "Up to 300 people left.", "Exactly 340 people left.", "conflict", "bound-broken"),
    ("count", "Dozens of people left.", "Fourteen people left.", "conflict", "vague-word"),
    ("count", "Hundreds of people left.", "Exactly 90 people left.", "conflict", "vague-word"),
    ("count", "Velia won 3-1.", "Velia won 3-1.", "agree", "same"),
    ("count", "Velia won 3-1.", "Velia won 1-3.", "conflict", "swapped"),
    ("count", "Velia won 3-1.", "Velia won 2-1.", "conflict", "pair-differs"),
    ("count", "Velia won 3-1.", "Velia won 3 points.", "unclear", "other-form"),
    ("money", "It cost $1.2bn.", "It cost 1,200 million dollars.", "agree", "same"),
    ("money", "It cost US$1.2 billion.", "It cost 1.2 billion U.S. dollars.", "agree", "same"),
    ("money", "It cost $1.2 billion.", "It cost $1.2 million.", "conflict", "order-of-magnitude"),
    ("money", "It cost $1.2 billion.", "It cost €1.2 billion.", "unclear", "other-currency"),
    ("money", "It cost A$5.", "It cost $5.", "agree", "same"),
    ("money", "It cost 20 billion francs.", "It cost $20 billion.", "unclear", "other-currency"),
    ("money", "It cost €1.24bn.", "It cost 1.2 billion euros.", "agree", "within-rounding"),
    ("money", "It cost €410 million.", "It cost €470 million.", "conflict", "differs"),
    ("percent", "It rose 5.5%.", "It rose 5 1/2 per cent.", "agree", "same"),
    ("percent", "A third of them left.", "Some 33% of them left.", "agree", "within-bounds"),
    ("percent", "One in five voters left.", "The 20% of voters left.", "agree", "same"),
    ("percent", "Eight out of 10 left.", "The 80 percent left.", "agree", "same"),
    ("percent", "It rose 5%.", "It rose 5 percentage points.", "conflict", "unit-mixed"),
    ("percent", "It rose to 5%.", "It rose by 5%.", "conflict", "level-or-change"),
    ("percent", "It rose to 5%.", "It rose by 2%.", "unclear", "two-scales"),
    ("percent", "It rose 4.1%.", "It rose 4.7%.", "conflict", "differs"),
    ("percent", "It rose 25 basis points.", "It rose a quarter of a percentage point.", "agree", "same"),
    ("measure", "It fell 5 km.", "It fell 3.1 miles.", "agree", "converted"),
    ("measure", "It weighs 10 kg.", "It weighs 22 lb.", "agree", "converted"),
    ("measure", "It was 30C.", "It was 86F.", "agree", "converted"),
    ("measure", "It was 43C.", "It was 53C.", "conflict", "differs"),
    ("measure", "It is 28 metres long.", "It is 92 feet long.", "agree", "converted"),
    ("measure", "It weighs 186 kg.", "It weighs 410 pounds.", "agree", "converted"),
    ("measure", "It lies 30 nautical miles away.", "It lies 56 kilometres away.", "agree", "converted"),
    ("measure", "It lies 56 nautical miles away.", "It lies 56 kilometres away.", "conflict", "unit-mixed"),
    ("measure", "It lies 540 km away.", "It lies about 280 miles away.", "conflict", "near-hedge"),
    ("measure", "It blew at 15 metres per second.", "It blew at 54 km/h.", "agree", "converted"),
    ("measure", "It fell 12 km.", "It fell seven and a half miles.", "agree", "converted"),
    ("age", "Marta Lindqvist, 34, won.", "A 34-year-old woman won.", "agree", "same"),
    ("age", "Marta Lindqvist, 34, won.", "Marta Lindqvist, 43, won.", "conflict", "transposed-digits"),
    ("age", "Marta Lindqvist, 34, won.", "She is in her thirties.", "agree", "within-bounds"),
    ("age", "The boy is 18 months old.", "The boy is one year old.", "conflict", "round-figure"),
    ("money", "It pays $20,000 a year.", "It pays $3 million.", "unclear", "rate-and-total"),
    ("money", "It costs £5 per litre.", "It costs £5.", "agree", "same"),
    ("measure", "It pumps 500,000 barrels a day.", "It pumps 30,000 barrels.", "unclear", "rate-and-total"),
    ("measure", "It pumps 500,000 barrels a day.", "It pumps 300,000 barrels a day.", "conflict", "differs"),
    ("count", "It makes 300 cars a year.", "It makes 500 cars a year.", "conflict", "differs"),
    ("ordinal", "It was the 21st meeting.", "It was the twenty-first meeting.", "agree", "same"),
    ("ordinal", "It was the first meeting.", "It was the second meeting.", "conflict", "differs"),
    ("ordinal", "It was the first in-person meeting.", "It was the second meeting.", "unclear", "other-qualifier"),
    ("ordinal", "It was the fifth increase in a row.", "It was the sixth consecutive rise.", "conflict", "differs"),
]


@pytest.fixture(scope="module")
def values() -> dict[tuple[str, str], object]:
    texts = sorted({t for pair in PAIRS for t in pair[1:3]})
    documents = language.parse([Report("a.txt", t, (Zone("body", 0, len(t)),)) for t in texts])
    return {(f.kind, t): f.value for t, d in zip(texts, documents, strict=True) for f in reversed(read(d))}


@pytest.mark.parametrize(("kind", "one", "other", "verdict", "level"), PAIRS, ids=[f"{p[0]}: {p[1]} {p[2]}" for p in PAIRS])
def test_two_wordings(kind: str, one: str, other: str, verdict: str, level: str, values: dict[tuple[str, str], object]) -> None:
    comparator = COMPARATORS[kind]
    told: Comparison = comparator.compare(values[kind, one], values[kind, other], {})
    back: Comparison = comparator.compare(values[kind, other], values[kind, one], {})
    assert (told.verdict, told.level) == (verdict, level), told
    assert (back.verdict, back.level) == (verdict, level), back
    assert comparator.LEVELS[level] == verdict


def test_why_two_lengths_conflict_is_told_in_their_own_units(values: dict[tuple[str, str], object]) -> None:
    one, other = values["duration", "It took an hour and 40 minutes."], values["duration", "It took an hour and 45 minutes."]
    assert COMPARATORS["duration"].compare(one, other, {}).because == "100 min and 105 min are 5 min (5%) apart, both exact to the minute"


@pytest.mark.parametrize(
    ("seconds", "eye", "standard"),
    [
        (6000, "100 min", "PT1H40M"), (7200, "2 h", "PT2H"), (283824000, "9 years", "P9Y"), (1036800, "12 days", "P12D"),
        (90, "1.5 min", "PT1M30S"),
    ],
)
def test_a_length_is_shown_for_the_eye_and_as_iso(seconds: float, eye: str, standard: str) -> None:
    assert (shown(seconds), iso(seconds)) == (eye, standard)


UNITS = {"kilometre": 1000.0, "mile": 1609.344, "nautical mile": 1852.0, "foot": 0.3048, "metre": 1.0, "yard": 0.9144}


@given(st.integers(1, 100_000), st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)))
@settings(derandomize=True, deadline=None)
def test_conversion_there_and_back_agrees(figure: int, unit: str, other: str) -> None:
    there = figure * UNITS[unit] / UNITS[other]
    a = Measure(float(figure), float(figure), float(figure), unit=unit, factor=UNITS[unit])
    b = Measure(there, there, there, step=0.01, unit=other, factor=UNITS[other])
    assert a.si == pytest.approx(b.si)
    assert COMPARATORS["measure"].compare(a, b, {}).verdict == "agree"
    assert COMPARATORS["measure"].compare(b, a, {}).verdict == "agree"
