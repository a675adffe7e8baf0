"""One partner a report for every reading: who answers the same question as whom, and how sure it is that they differ.

Equal values are matched first. Of the different ones the toll and slips of the hand tell by themselves; then come those whose words and
sizes leave no doubt and that the forest does not deny; then those of which the forest alone is sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from checker.align.questions.closeness import Printed
from checker.align.questions.forest import surely
from checker.align.questions.likely import by_likelihood
from checker.align.questions.met import Met, tiers
from checker.align.questions.pairing import Pair
from checker.align.questions.standing import standings
from checker.align.questions.vetoes import bars_agreement
from checker.model import SEVERITIES, Reading, Severity
from checker.readings.roles import key_of

OPEN = frozenset({"other-currency", "two-scales", "touching-bound"})  # levels that leave open whether they differ
WEIGHED = ("planned", "compared with", "one counts", "a rate")  # vetoes that the forest weighs (standing.py)
FEW_PAIRS = 4  # of one kind in a whole story: to be the likeliest of so few says nothing
ONE_VALUE = frozenset({"same", "converted", "other-zone", "synonym"})  # levels at which both print one value; others only allow both


def matched(
    readings: Sequence[Reading], met: Sequence[Met], telling: Mapping[tuple[int, int], Severity], printed: Printed
) -> list[Met]:
    """One partner a report for every reading: equal values, then different ones, surest first, then those that may or may not differ."""
    agreed, partnered = agreements(readings, met)
    different, x = candidates(readings, met, agreed, printed, min(tiers()["sure"]["likely"], tiers()["weighed"]))
    out, raised = list(agreed), _Free(readings)
    for m in met:
        tier = telling.get((m.pair.a, m.pair.b))
        enough = tier == "error" or m.pair.likely >= tiers()["telling"]
        if tier is not None and enough and m.said.verdict == "conflict" and not _barred(m) and raised.take(m.pair):
            out.append(replace(m, veto=None, tier=tier))
    sure = sorted(zip(surely(x).tolist(), different, strict=True), key=lambda e: (-e[0], e[1].pair.a, e[1].pair.b))
    held = {(m.pair.a, m.pair.b) for surety, m in sure if surety >= tiers()["sure"]["with"]}
    for tier, m in by_likelihood(readings, met, agreed, printed):
        if (m.pair.a, m.pair.b) in held and raised.take(m.pair):
            out.append(replace(m, tier=tier))
    of_kind = Counter(key_of(readings[m.pair.a]) for m in met)
    for surety, m in sure:
        tier = next((tier for tier in SEVERITIES if surety >= _bar(tier, readings[m.pair.a].question.kind)), None)
        if tier is None or m.pair.likely < tiers()["sure"]["likely"] or _by_default(m.pair, of_kind[key_of(readings[m.pair.a])]):
            continue
        if raised.take(m.pair):
            nameless = readings[m.pair.a].question.kind == "age"  # "a 32-year-old climber" may be anybody
            out.append(replace(m, veto=None, tier="note" if nameless else tier))
    for m in met:
        if m.said.level in OPEN and m.veto is None and m.pair.likely >= tiers()["open"] and partnered.take(m.pair):
            out.append(replace(m, tier="note"))
    return out


def agreements(readings: Sequence[Reading], met: Sequence[Met]) -> tuple[list[Met], _Free]:
    """The pairs of equal values, likeliest first, one partner a report; and who is free still."""
    free, out = _Free(readings), []
    for m in met:
        enough = tiers()["agrees" if m.said.level in ONE_VALUE else "allows"]
        if m.said.verdict != "agree" or not (m.pair.likely >= enough or m.pair.same_value):
            continue
        if not bars_agreement(readings[m.pair.a], readings[m.pair.b]) and free.take(m.pair):
            out.append(replace(m, veto=None))
    return out, free


def candidates(
    readings: Sequence[Reading], met: Sequence[Met], agreed: Sequence[Met], printed: Printed, likely: float = 0.0
) -> tuple[list[Met], np.ndarray[Any, Any]]:
    """The pairs of different values, so likely at least, that no veto bars, and what the forest sees of each (standing.NAMES)."""
    different = [m for m in met if m.said.verdict != "agree"]
    open_still = [m for m in different if m.pair.likely >= likely and m.said.level not in OPEN and not _barred(m)]
    one_value = [m.pair for m in agreed if m.pair.likely >= tiers()["agrees"]]  # one value alone makes no camp
    of_all = {(m.pair.a, m.pair.b): m.pair.likely for m in met}
    return open_still, standings(readings, open_still, different, one_value, of_all, printed)


def _bar(tier: Severity, kind: str) -> float:
    """How sure the forest must be of a finding of a kind."""
    bar: float = tiers()["warning_of"].get(kind, tiers()["sure"][tier]) if tier == "warning" else tiers()["sure"][tier]
    return bar


def _barred(m: Met) -> bool:
    """Whether a veto overrules whatever the forest would say; the rest of them it weighs."""
    return m.veto is not None and not any(words in m.veto for words in WEIGHED)


def _by_default(pair: Pair, pairs_of_kind: int) -> bool:
    """Whether a pair that shares no word stands out only because there is hardly another pair of its kind."""
    return not pair.shared and pairs_of_kind <= FEW_PAIRS


class _Free:
    """Who has a partner already: one a report for every reading."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._source = [r.fact.span.source for r in readings]
        self._taken: set[tuple[int, int]] = set()  # (reading, partner's source)

    def take(self, pair: Pair) -> bool:
        """Whether both were free; they are not afterwards."""
        spots = {(pair.a, self._source[pair.b]), (pair.b, self._source[pair.a])}
        if spots & self._taken:
            return False
        self._taken |= spots
        return True
