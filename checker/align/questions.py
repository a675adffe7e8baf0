"""Readings of all reports that answer the same question, as Topics still to be judged.

Agreements are matched first: a value with an equal partner under the same question is not free to conflict. Matching is one to one
for each pair of reports and kind, deterministic, and a conflict needs a margin over the runner-up.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from checker.align.closeness import Printed, weighed
from checker.align.forest import surely
from checker.align.pairing import FLOOR, Pair, pairs
from checker.align.roles import class_of_question
from checker.align.slips import slips
from checker.align.standing import camps_of, standings
from checker.align.tolls import tolls
from checker.align.topic import identity, sides_of
from checker.align.vetoes import bars_agreement, veto
from checker.facts import COMPARATORS
from checker.model import SEVERITIES, Comparison, Reading, Severity, Topic

OPEN = frozenset({"other-currency", "two-scales", "touching-bound"})  # levels that leave open whether they differ
MOMENTS = frozenset({"date", "time", "place"})
FEW = 9
WEIGHED = ("planned", "compared with", "one counts", "a rate")  # vetoes that the forest weighs (standing.py)
ONE_VALUE = frozenset({"same", "converted", "other-zone", "synonym"})  # levels at which both print one value; others only allow both
AUXILIARIES = frozenset({"is", "was", "were", "are", "be", "been", "had", "has", "have"})


@functools.cache
def tiers() -> Mapping[str, Any]:
    """The thresholds of tiers.toml."""
    return tomllib.loads((importlib.resources.files("checker.align") / "tiers.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Met:
    """A pair, what comparing its values said, why both may be right, and the ceiling of a finding."""

    pair: Pair
    said: Comparison
    veto: str | None
    tier: Severity | None


def topics(readings: Sequence[Reading]) -> tuple[Topic, ...]:
    """One Topic for every question that two readings answer, its readings in order of place."""
    order = sorted(readings, key=lambda r: (r.fact.span, r.fact.kind))
    telling: dict[tuple[int, int], Severity] = dict.fromkeys(tolls(order), "warning") | slips(order)
    met = [_met(order, pair) for pair in pairs(order, telling)]
    chosen = _matched(order, met, telling)
    return tuple(_topic(order, group) for group in _groups(order, chosen))


def _met(readings: Sequence[Reading], pair: Pair) -> Met:
    a, b = readings[pair.a], readings[pair.b]
    said = COMPARATORS[a.fact.kind].compare(a.fact.value, b.fact.value, {})
    mixed = said.level in ("level-or-change", "unit-mixed")  # the comparator has seen the two roles, and says so
    return Met(pair, said, None if mixed else veto(a, b), None)


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


def _matched(readings: Sequence[Reading], met: Sequence[Met], telling: Mapping[tuple[int, int], Severity]) -> list[Met]:
    """One partner a report for every reading: equal values; of the different ones tolls and slips, then the surest; then those that may or may not differ."""
    agreed, partnered = agreements(readings, met)
    different, x = candidates(readings, met, agreed)
    out, raised = list(agreed), _Free(readings)
    for m in met:
        tier = telling.get((m.pair.a, m.pair.b))
        enough = tier == "error" or m.pair.likely >= tiers()["telling"]
        if tier is not None and enough and m.said.verdict == "conflict" and not _barred(m) and raised.take(m.pair):
            out.append(replace(m, veto=None, tier=tier))
    sure = sorted(zip(surely(x).tolist(), different, strict=True), key=lambda e: (-e[0], e[1].pair.a, e[1].pair.b))
    held = {(m.pair.a, m.pair.b) for surety, m in sure if surety >= tiers()["sure"]["with"]}
    for tier, m in _by_likelihood(readings, met, agreed):
        if (m.pair.a, m.pair.b) in held and raised.take(m.pair):
            out.append(replace(m, tier=tier))
    for surety, m in sure:
        tier = next((tier for tier in SEVERITIES if surety >= tiers()["sure"][tier]), None)
        if tier is not None and raised.take(m.pair):
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


def candidates(readings: Sequence[Reading], met: Sequence[Met], agreed: Sequence[Met]) -> tuple[list[Met], np.ndarray[Any, Any]]:
    """The pairs of different values that no veto bars, and what the forest sees of each (standing.NAMES)."""
    different = [m for m in met if m.said.verdict != "agree"]
    one_value = [m.pair for m in agreed if m.pair.likely >= tiers()["agrees"]]  # one value alone makes no camp
    of_all = {(m.pair.a, m.pair.b): m.pair.likely for m in met}
    x = standings(readings, [(m.pair, m.said, m.veto) for m in different], one_value, of_all)
    keep = [k for k, m in enumerate(different) if m.said.level not in OPEN and not _barred(m)]
    return [different[k] for k in keep], x[keep]


def _by_likelihood(readings: Sequence[Reading], met: Sequence[Met], agreed: Sequence[Met]) -> Iterator[tuple[Severity, Met]]:
    """The pairs of different values that answer one question beyond doubt, likeliest first; no veto, and clearly before their rivals."""
    printed, camps = Printed(readings), camps_of([m.pair for m in agreed if m.pair.likely >= tiers()["agrees"]])
    likely_of = {(m.pair.a, m.pair.b): m.pair.likely for m in met}
    rest = [
        (*weighed(_all_round(m.pair, readings, camps, likely_of), readings[m.pair.a], readings[m.pair.b], printed), m)
        for m in met
        if m.said.verdict == "conflict" and m.veto is None and m.pair.likely >= tiers()["open"] / 4
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


def _barred(m: Met) -> bool:
    """Whether a veto overrules whatever the forest would say; the rest of them it weighs."""
    return m.veto is not None and not any(words in m.veto for words in WEIGHED)


def _groups(readings: Sequence[Reading], chosen: Sequence[Met]) -> list[list[Met]]:
    """Matches that share a reading are one topic, as long as no two of its readings stand in one report."""
    group_of: dict[int, int] = {}
    members: dict[int, set[int]] = {}
    links: dict[int, list[Met]] = defaultdict(list)
    for m in sorted(chosen, key=lambda m: (-m.pair.likely, m.pair.a, m.pair.b)):
        ga, gb = group_of.get(m.pair.a), group_of.get(m.pair.b)
        joined = (members[ga] if ga is not None else {m.pair.a}) | (members[gb] if gb is not None else {m.pair.b})
        if len({readings[i].fact.span.source for i in joined}) < len(joined):
            continue
        old = sorted({g for g in (ga, gb) if g is not None})
        gained = [link for g in old for link in links.pop(g)] + [m]
        for g in old:
            del members[g]
        keep = min([*old, m.pair.a])
        links[keep], members[keep] = gained, joined
        for i in joined:
            group_of[i] = keep
    return [links[g] for g in sorted(links)]


def _topic(readings: Sequence[Reading], group: Sequence[Met]) -> Topic:
    ids = sorted({i for m in group for i in (m.pair.a, m.pair.b)})
    members = [readings[i] for i in ids]
    first = next((r for r in members if r.sure == "direct"), members[0])
    conflicts = [m for m in group if m.said.verdict != "agree"]
    tier = min((m.tier for m in conflicts if m.tier is not None), key=SEVERITIES.index, default=None)
    shared = list(dict.fromkeys(t for m in group for t in (*m.pair.shared[:3], *m.pair.confirmed[:2])))
    normal = tuple(r.fact.value.normal() for r in members)
    return Topic(
        id=identity(first.question, normal), kind=first.question.kind, label=label_of(first), question=first.question,
        sides=sides_of(members), verdict="unclear", level="open", because="",
        comparator=first.fact.kind, tier=tier, normal=normal, readings=tuple(members),
        met=tuple(sorted((ids.index(m.pair.a), ids.index(m.pair.b)) for m in group)),
        evidence=("both speak of " + ", ".join(t.replace("_", " ") for t in shared[:5]),) if shared else (),
    )


def label_of(reading: Reading) -> str:
    """The question in a few words, those of the report where it has them."""
    q = reading.question
    quoted = [said.split('"')[1] for said in reading.evidence if said.count('"') == 2]
    words = [w if w.isupper() else w.lower() for w in quoted if w.lower() not in AUXILIARIES]
    asks = " ".join(dict.fromkeys(words)) or (q.asks or "").replace("_", " ").replace("-", " ")
    about = f" ({reading.holder})" if reading.holder else ""
    start = {"count": "how many", "date": "when", "time": "when", "place": "where", "duration": "how long", "ordinal": "the how-manieth"}
    named, *rest = words if q.kind == "count" and len(words) > 1 else [asks]
    if rest:
        return f"how many {named}: {rest[0]}{about}"
    return (f"{start[q.kind]}: {asks}" if q.kind in start else asks) + about
