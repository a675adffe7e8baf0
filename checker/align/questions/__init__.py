"""Readings of all reports that answer the same question, as Topics still to be judged.

Who meets whom is decided in matching.py; what meets under one question becomes one Topic over all reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.align.labels import label_of
from checker.align.questions.closeness import Printed
from checker.align.questions.matching import matched
from checker.align.questions.met import Met, meet
from checker.align.questions.pairing import pairs
from checker.align.questions.slips import slips
from checker.align.questions.tolls import tolls
from checker.align.topic import identity, in_words, sides_of
from checker.model import SEVERITIES, Reading, Severity, Topic


def topics(readings: Sequence[Reading], printed: Printed) -> tuple[Topic, ...]:
    """One Topic for every question that two readings answer, its readings in order of place."""
    order = sorted(readings, key=lambda r: (r.fact.span, r.fact.kind))
    telling: dict[tuple[int, int], Severity] = dict.fromkeys(tolls(order, printed), "warning")
    telling |= slips(order, printed)
    met = [meet(order, pair) for pair in pairs(order, telling)]
    chosen = matched(order, met, telling, printed)
    return tuple(_topic(order, group) for group in _groups(order, chosen))


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
    spoken = list(dict.fromkeys(in_words(t) for t in shared if "#" not in t))  # "meet#1" numbers a happening
    normal = tuple(r.fact.value.normal() for r in members)
    return Topic(
        id=identity(first.question, normal), kind=first.question.kind, label=label_of(first), question=first.question,
        sides=sides_of(members), verdict="unclear", level="open", because="",
        comparator=first.fact.kind, tier=tier, normal=normal, readings=tuple(members),
        met=tuple(sorted((ids.index(m.pair.a), ids.index(m.pair.b)) for m in group)),
        evidence=("both speak of " + ", ".join(spoken[:5]),) if spoken else (),
    )
