"""Readings of all reports that answer the same question, as Topics still to be judged.

Agreements are matched first: a value with an equal partner under the same question is not free to conflict. Matching is one to one
for each pair of reports and kind, deterministic, and a conflict needs a margin over the runner-up.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.align.closeness import Printed, weighed
from checker.align.pairing import FLOOR, Pair, pairs
from checker.align.roles import class_of_question
from checker.align.topic import identity, sides_of
from checker.align.vetoes import bars_agreement, veto
from checker.facts import COMPARATORS
from checker.model import SEVERITIES, Comparison, Reading, Severity, Topic

MOMENTS = frozenset({"date", "time", "place"})
FEW = 9
ONE_VALUE = frozenset({"same", "converted", "other-zone", "synonym"})  # levels at which both print one value; others only allow both
AUXILIARIES = frozenset({"is", "was", "were", "are", "be", "been", "had", "has", "have"})


@functools.cache
def tiers() -> Mapping[str, Any]:
    """The thresholds of tiers.toml."""
    return tomllib.loads((importlib.resources.files("checker.align") / "tiers.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class _Met:
    pair: Pair
    said: Comparison
    veto: str | None
    tier: Severity | None


def topics(readings: Sequence[Reading]) -> tuple[Topic, ...]:
    """One Topic for every question that two readings answer, its readings in order of place."""
    order = sorted(readings, key=lambda r: (r.fact.span, r.fact.kind))
    met = [_met(order, pair) for pair in pairs(order)]
    chosen = _matched(order, met)
    return tuple(_topic(order, group) for group in _groups(order, chosen))


def _met(readings: Sequence[Reading], pair: Pair) -> _Met:
    a, b = readings[pair.a], readings[pair.b]
    said = COMPARATORS[a.fact.kind].compare(a.fact.value, b.fact.value, {})
    mixed = said.level in ("level-or-change", "unit-mixed")  # the comparator has seen the two roles, and says so
    return _Met(pair, said, None if mixed else veto(a, b), None)


def _matched(readings: Sequence[Reading], met: Sequence[_Met]) -> list[_Met]:
    """One partner a report for every reading: equal values first, then the clearest of the different ones."""
    taken: set[tuple[int, int]] = set()  # (reading, partner's source)
    out: list[_Met] = []

    def free(m: _Met) -> bool:
        return (m.pair.a, readings[m.pair.b].fact.span.source) not in taken and (m.pair.b, readings[m.pair.a].fact.span.source) not in taken

    def take(m: _Met) -> None:
        taken.add((m.pair.a, readings[m.pair.b].fact.span.source))
        taken.add((m.pair.b, readings[m.pair.a].fact.span.source))
        out.append(m)

    for m in met:
        enough = tiers()["agrees" if m.said.level in ONE_VALUE else "allows"]
        if m.said.verdict != "agree" or not free(m) or not (m.pair.likely >= enough or m.pair.same_value):
            continue
        if not bars_agreement(readings[m.pair.a], readings[m.pair.b]):
            take(_Met(m.pair, m.said, None, None))
    printed = Printed(readings)
    likely_of = {(m.pair.a, m.pair.b): m.pair.likely for m in met}
    camps = _camps([m for m in out if m.pair.likely >= tiers()["agrees"]])  # one value alone makes no camp
    rest = [
        (*weighed(_all_round(m.pair, readings, camps, likely_of), readings[m.pair.a], readings[m.pair.b], printed), m)
        for m in met
        if m.said.verdict != "agree" and m.veto is None and m.pair.likely >= tiers()["note"] / 4 and free(m)
    ]
    rest.sort(key=lambda e: (-e[0], e[2].pair.a, e[2].pair.b))
    rivals: dict[tuple[int, int], list[tuple[float, str]]] = defaultdict(list)  # what else a reading could meet in a report, and its value
    for likely, _, m in rest:
        a, b = readings[m.pair.a], readings[m.pair.b]
        rivals[m.pair.a, b.fact.span.source].append((likely, b.fact.value.normal()))
        rivals[m.pair.b, a.fact.span.source].append((likely, a.fact.value.normal()))
    for likely, size, m in rest:
        a, b = readings[m.pair.a], readings[m.pair.b]
        if not free(m) or likely < tiers()["note"] or not _firm(a, b, m.pair):
            continue
        if a.question.kind == "place" and (printed.elsewhere(a, b) or printed.elsewhere(b, a)):
            continue  # a report that knows both places tells of a way between them
        other = [p for p, value in rivals[m.pair.a, b.fact.span.source] if value != b.fact.value.normal()]
        other += [p for p, value in rivals[m.pair.b, a.fact.span.source] if value != a.fact.value.normal()]
        clear = likely >= tiers()["margin"] * max(other, default=0.0)
        take(_Met(m.pair, m.said, None, _tier(a, b, m.pair, likely, size) if clear else "note"))
    return out


def _camps(agreed: Sequence[_Met]) -> Mapping[int, frozenset[int]]:
    """For each reading those that agree with it, itself included."""
    camp: dict[int, set[int]] = {}
    for m in agreed:
        joined = camp.get(m.pair.a, {m.pair.a}) | camp.get(m.pair.b, {m.pair.b})
        for i in joined:
            camp[i] = joined
    return {i: frozenset(joined) for i, joined in camp.items()}


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


def _groups(readings: Sequence[Reading], chosen: Sequence[_Met]) -> list[list[_Met]]:
    """Matches that share a reading are one topic, as long as no two of its readings stand in one report."""
    group_of: dict[int, int] = {}
    members: dict[int, set[int]] = {}
    links: dict[int, list[_Met]] = defaultdict(list)
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


def _topic(readings: Sequence[Reading], group: Sequence[_Met]) -> Topic:
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
