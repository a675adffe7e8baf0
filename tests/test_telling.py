"""Figures that tell by themselves, or by their place at the top, that two reports answer one question."""

from __future__ import annotations

import numpy as np
import pytest

import checker
from checker.align.questions import forest
from checker.model import Finding


def raised(*texts: str) -> list[Finding]:
    memo = checker.compare([(f"{k}.txt", text.encode()) for k, text in enumerate(texts)])
    return [f for f in memo.findings if f.severity != "note"]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("In all 6,214 people watched the final in Halden.", "The hall was full: 6,124 spectators had bought tickets.", "count"),
        ("The bridge at Orlo is a 680-metre structure of steel.", "At 860 metres it is the longest crossing of the Orlo.", "measure"),
        ("Sweets worth 17 million zlotys were found in the barn.", "The load in the barn was valued at 1.7 million zlotys.", "money"),
        ("Ash rose 23,000 feet above the crater.", "The cloud stood 23,000 metres above the crater.", "measure"),
    ],
)
def test_digits_in_another_order_a_zero_too_many_and_one_figure_in_two_units_are_raised(one: str, other: str, kind: str) -> None:
    assert [f.kind for f in raised(one, other)] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In all 6,214 people watched the final in Halden.", "The hall holds 6,124 people; 6,214 people came to see it."),  # knows both
        ("The bridge at Orlo is 680 metres long.", "Trains reach Halden after a tunnel that was dug over 915 metres."),
        ("The club sold 12 shirts in Halden.", "The team won 21 matches in spring."),  # two digits are everywhere
        ("The house cost 17 million zlotys.", "The house cost 17.0 million zlotys."),
    ],
)
def test_other_figures_are_left_alone(one: str, other: str) -> None:
    assert raised(one, other) == []


TOP = "Published: 4 May 2023, {time} GMT\n\n{dead} people were killed when a grain silo burst in Kemi on Thursday morning, police said.\n"


def test_two_tolls_of_one_hour_are_raised() -> None:
    other = TOP.format(time="18:00", dead="Six").replace("people were killed", "workers died")
    found = raised(TOP.format(time="18:00", dead="Four"), other)
    assert [f.kind for f in found] == ["count"]


def test_a_toll_that_rose_is_not_raised() -> None:
    later = TOP.format(time="18:00", dead="Six").replace("4 May", "5 May")
    assert raised(TOP.format(time="18:00", dead="Four"), later) == []


def test_a_toll_of_which_nobody_knows_the_hour_is_not_raised() -> None:
    assert raised("Four people died when a silo burst in Kemi, police said.\n", "Six people died when a silo burst in Kemi.\n") == []


def test_a_sum_that_does_not_fit_shows_who_else_prints_one_of_its_figures() -> None:
    one = "The climber fell 14 metres (28 feet) into the ice, the rescuers said."
    found = raised(one, "He fell some way, a drop of 46 feet, and was pulled out by his friends.")
    sides = [(side.span.source, side.value) for f in found if f.topic.level == "conversion" for side in f.topic.sides]
    assert (0, "14 metres") in sides and any(source == 1 for source, _ in sides)


def test_the_forest_is_whole() -> None:
    feature, _, left, right, share, roots = forest.trees()
    nodes = len(feature)
    assert len(roots) > 50 and len(left) == len(right) == len(share) == nodes
    assert ((left >= 0) & (left < nodes)).all() and ((share >= 0) & (share <= 1)).all()
    assert feature.max() < len(forest_names())


def test_the_forest_is_sure_of_each_row_alone() -> None:
    rows = np.random.default_rng(0).normal(size=(5, len(forest_names())))
    together, alone = forest.surely(rows), np.concatenate([forest.surely(row[None]) for row in rows])
    assert np.allclose(together, alone) and ((together >= 0) & (together <= 1)).all()
    assert forest.surely(rows[:0]).shape == (0,)


def forest_names() -> tuple[str, ...]:
    from checker.align.questions.standing import NAMES

    return NAMES
