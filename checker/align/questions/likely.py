"""Different values that answer one question beyond doubt, by the words around them and by their sizes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.align.questions.closeness import FEW, Printed, weighed
from checker.align.questions.met import Met, tiers
from checker.align.questions.pairing import FLOOR, Pair
from checker.align.questions.standing import camps_of
from checker.model import Reading, Severity
from checker.readings.roles import class_of_question

MOMENTS = frozenset({"date", "time", "place"})


def by_likelihood(
    readings: Sequence[Reading], met: Sequence[Met], agreed: Sequence[Met], printed: Printed
) -> Iterator[tuple[Severity, Met]]:
    """The pairs of different values that answer one question beyond doubt, likeliest first; no veto, and clearly before their rivals."""
    camps = camps_of([m.pair for m in agreed if m.pair.likely >= tiers()["agrees"]])
    likely_of = {(m.pair.a, m.pair.b): m.pair.likely for m in met}
    rest = [
        (*weighed(_all_round(m.pair, readings, camps, likely_of), readings[m.pair.a], readings[m.pair.b], printed), m)
        for m in met
        if m.said.verdict == "conflict" and m.veto is None and m.pair.likely >= tiers()["weighed"]
    ]
    rest.sort(key=lambda e: (-e[0], e[2].pair.a, e[2].pair.b))
    rivals: dict[tuple[int, int], list[tuple[float, str]]] = defaultdict(list)  # what else a reading could meet in a report, and its value
    for likely, _, m in rest:
        a, b = readings[m.pair.a], readings[m.pair.b]
        rivals[m.pair.a, b.fact.span.source].append((likely, b.fact.value.normal()))
        rivals[m.pair.b, a.fact.span.source].append((likely, a.fact.value.normal()))
    for likely, size, m in rest:
        a, b = readings[m.pair.a], readings[m.pair.b]
        if not _firm(a, b, m.pair):
            continue
        if a.question.kind == "place" and (printed.elsewhere(a, b) or printed.elsewhere(b, a)):
            continue  # a report that knows both places tells of a way between them
        other = [p for p, value in rivals[m.pair.a, b.fact.span.source] if value != b.fact.value.normal()]
        other += [p for p, value in rivals[m.pair.b, a.fact.span.source] if value != a.fact.value.normal()]
        tier = _tier(a, b, m.pair, likely, size)
        if tier != "note" and likely >= tiers()["margin"] * max(other, default=0.0):
            yield tier, m


def _all_round(
    pair: Pair, readings: Sequence[Reading], camps: Mapping[int, frozenset[int]], likely_of: Mapping[tuple[int, int], float]
) -> float:
    """How likely the pair is, seen from all who print either value: one look-alike among many reports proves little."""
    rest = [
        likely_of.get((min(a, b), max(a, b)), FLOOR)
        for a in sorted(camps.get(pair.a, frozenset({pair.a})))
        for b in sorted(camps.get(pair.b, frozenset({pair.b})))
        if (a, b) != (pair.a, pair.b) and readings[a].fact.span.source != readings[b].fact.span.source
    ]
    return pair.likely if not rest else (pair.likely + sum(rest) / len(rest)) / 2


def _tier(a: Reading, b: Reading, pair: Pair, likely: float, size: float) -> Severity:
    """The ceiling of a finding; a slip is small, so that what is far apart is mostly something else."""
    named = pair.named or a.question.asks == b.question.asks
    if size < 1 or (not named and size <= 1 and a.question.kind not in MOMENTS):
        return "note"
    kind = "few" if a.question.kind == "count" and min(_figure(a), _figure(b)) <= FEW else a.question.kind
    if kind == "date" and not pair.confirmed and named:
        kind = "any"
    limits = tiers()["any"] | tiers().get(kind, {})
    if likely < limits["named" if named else "unnamed"]:
        return "note"
    return "error" if likely >= limits["error_named" if named else "error_unnamed"] else "warning"


def _figure(reading: Reading) -> float:
    value = reading.fact.value.fields().get("value")
    return float(value) if isinstance(value, (int, float)) else float("inf")


def _firm(a: Reading, b: Reading, pair: Pair) -> bool:
    """Whether different values of the pair are worth a judgement: something beyond the name must be shared, and counts count one class."""
    if a.question.kind == "count" and class_of_question(a.question) != class_of_question(b.question):
        return False
    return pair.named or bool(pair.confirmed)
