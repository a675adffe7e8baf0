"""Rules x topics -> Findings; the only place where severity is decided.

A topic whose readings are still open is decided here, in this order: a veto (set by align) -> an update -> two speakers ->
what the comparator of its kind says. The first that holds is the explanation.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Iterable, Mapping, Sequence

from checker import happenings
from checker.align.origins import origins
from checker.catalogue import rules_by_level
from checker.facts import COMPARATORS, Comparator
from checker.model import SEVERITIES, Comparison, Confidence, Coverage, Finding, Memo, Reading, Report, Severity, Topic, Understanding
from checker.rulefile import Rule

ORDER: dict[Severity, int] = {severity: rank for rank, severity in enumerate(SEVERITIES)}
TRUST: dict[Confidence, int] = {"high": 0, "medium": 1, "low": 2}
TOLD_TWICE = frozenset({"organization", "place", "polarity", "attribution"})  # kinds that are found in more than one way
# what a finding of each tier is worth, measured on events/dev (bench/HISTORY.md)
TIER_CONFIDENCE: dict[Severity | None, Confidence] = {"error": "high", "warning": "medium", "note": "low", None: "high"}


def memo(story: Understanding, topics: Sequence[Topic], rules: Sequence[Rule], ignore: Iterable[str] = ()) -> Memo:
    """The Memo of a story: every topic decided, and a finding for each that a rule takes."""
    by_level = rules_by_level(rules)
    from_one, tolerances = origins(story.documents), _tolerances(rules)
    compared = (_decided(t, story.sources, by_level, tolerances) for t in topics)
    decided = tuple(sorted((_with_odd_one(t, story.sources, from_one) for t in compared), key=_place))
    left_out = {code.lower() for code in ignore}
    findings = [f for t in decided if (f := _finding(t, story, by_level)) is not None]
    findings = [f for f in findings if f.code.lower() not in left_out and f.name.lower() not in left_out]
    findings.sort(key=lambda f: (ORDER[f.severity], *_place(f.topic)))
    return Memo(
        story.sources, _each_once(findings), decided, happenings.alignments(story.happenings), _coverage(story, decided), story.notices,
        story.documents, story.readings, cards=story.cards,
    )


def _each_once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Without those that set the same passages against each other as a graver one: one thing to look at, however it was found."""
    out: list[Finding] = []
    for finding in findings:
        if finding.kind not in TOLD_TWICE or not any(f.kind == finding.kind and _same_passages(f.topic, finding.topic) for f in out):
            out.append(finding)
    return tuple(out)


def _same_passages(one: Topic, other: Topic) -> bool:
    """Whether sides of the two overlap in two reports."""
    both = {
        a.span.source for a in one.sides for b in other.sides
        if a.span.source == b.span.source and a.span.start < b.span.end and b.span.start < a.span.end
    }
    return len(both) > 1


def _place(topic: Topic) -> tuple[int, int, int, str]:
    first = topic.sides[0].span if topic.sides else None
    return (first.source, first.start, first.end, topic.id) if first else (0, 0, 0, topic.id)


# ---------------------------------------------------------------- deciding


def _decided(
    topic: Topic, sources: Sequence[Report], by_level: Mapping[tuple[str, str], Rule], tolerances: Mapping[str, Mapping[str, float]]
) -> Topic:
    """The topic with its verdict; the worst pair of its readings speaks for it."""
    if not topic.readings:
        return topic
    if topic.veto is not None:
        return dataclasses.replace(topic, verdict="unclear", level="scope", because=topic.veto)
    matched = [(topic.readings[i], topic.readings[j]) for i, j in topic.met]
    outcomes = [(_outcome(topic, a, b, sources, tolerances.get(topic.comparator, {})), a, b) for a, b in matched]
    if not outcomes:
        return dataclasses.replace(topic, verdict="unclear", level="alone", because="it stands in one report only")

    def rank(entry: tuple[Comparison, Reading, Reading]) -> tuple[int, int]:
        said = entry[0]
        rule = by_level.get((topic.comparator, said.level))
        return {"conflict": 0, "unclear": 1, "agree": 2}[said.verdict], ORDER[rule.severity] if rule else 3

    worst, a, b = min(outcomes, key=rank)
    tier = topic.tier
    if worst.verdict == "conflict":
        tier = _capped(topic, a, b, sources)
    return dataclasses.replace(
        topic, verdict=worst.verdict, level=worst.level, because=worst.because, hint=worst.hint or topic.hint, tier=tier
    )


def _with_odd_one(topic: Topic, sources: Sequence[Report], from_one: Sequence[int]) -> Topic:
    """The topic with the one report named that stands alone against two or more others, copies of one story counted once."""
    if topic.verdict != "conflict" or not topic.readings:
        return topic
    camps: dict[str, set[int]] = {}
    for reading in topic.readings:
        camps.setdefault(reading.fact.value.normal(), set()).add(from_one[reading.fact.span.source])
    alone = [camp for camp in camps.values() if len(camp) == 1]
    many = max(camps.values(), key=len)
    if len(camps) != 2 or len(alone) != 1 or len(many) < 2 or alone[0] <= many:
        return topic
    name = sources[next(iter(alone[0]))].name
    return dataclasses.replace(topic, because=f"{topic.because.rstrip('.')}; {name} stands alone against {len(many)} reports")


def _outcome(topic: Topic, a: Reading, b: Reading, sources: Sequence[Report], tolerance: Mapping[str, float]) -> Comparison:
    comparator: Comparator = COMPARATORS[topic.comparator]
    said = comparator.compare(a.fact.value, b.fact.value, tolerance)
    if said.verdict != "conflict":
        return said
    update = _update(a, b, sources)
    if update is not None:
        return update
    if a.running and b.running and a.speaker and b.speaker and a.speaker != b.speaker and a.fact.span.source != b.fact.span.source:
        because = f"{a.speaker} and {b.speaker} each give a figure; both may be reported rightly"
        return Comparison("unclear", "attributed", because)
    return said


def _tolerances(rules: Sequence[Rule]) -> Mapping[str, Mapping[str, float]]:
    """For each comparator the widest that one of its rules lets pass."""
    out: dict[str, dict[str, float]] = {}
    for rule in rules:
        widest = out.setdefault(rule.comparator, {})
        for name, value in rule.tolerances.items():
            widest[name] = max(value, widest.get(name, value))
    return out


def _update(a: Reading, b: Reading, sources: Sequence[Report]) -> Comparison | None:
    """A running tally that moves the way it can, in a report published later."""
    if not (a.running and b.running):
        return None
    earlier, later = sources[a.fact.span.source].published, sources[b.fact.span.source].published
    if earlier is None or later is None or not _apart(earlier, later):
        return None
    if _moment(earlier) > _moment(later):
        a, b = b, a
    x, y = a.fact.value.fields().get("value"), b.fact.value.fields().get("value")
    if isinstance(x, (int, float)) and isinstance(y, (int, float)) and y > x:
        return Comparison("agree", "update", "a running figure, and the later report has the higher one")
    return None


def _apart(earlier: str, later: str) -> bool:
    """Whether two published times can be put in order."""
    if len(earlier) <= 10 or len(later) <= 10:
        return earlier[:10] != later[:10]
    return earlier != later


def _moment(published: str) -> str:
    try:
        when = datetime.datetime.fromisoformat(published)
    except ValueError:
        return published
    if when.tzinfo is not None:
        when = when.astimezone(datetime.UTC).replace(tzinfo=None)
    return when.isoformat()


def _capped(topic: Topic, a: Reading, b: Reading, sources: Sequence[Report]) -> Severity | None:
    """The topic's tier, lowered where two named speakers differ or a running figure has no time."""
    rank = ORDER[topic.tier] if topic.tier else 0
    if a.speaker and b.speaker and a.speaker != b.speaker:
        rank = max(rank, 1)
    if a.running and a.fact.span.source != b.fact.span.source and _order_unknown(*(sources[r.fact.span.source].published for r in (a, b))):
        rank += 1
    return SEVERITIES[min(rank, 2)]


def _order_unknown(one: str | None, other: str | None) -> bool:
    """Whether the one report may be the earlier or the later: a tally may have risen between them."""
    if one is None or other is None:
        return True
    return one[:10] == other[:10] and min(len(one), len(other)) <= 10 and len(one) != len(other)


# ---------------------------------------------------------------- findings


def _finding(topic: Topic, story: Understanding, by_level: Mapping[tuple[str, str], Rule]) -> Finding | None:
    rule = by_level.get((topic.comparator, topic.level))
    if rule is None or len(topic.sides) < 1:
        return None
    rank = max(ORDER[rule.severity], ORDER[topic.tier] if topic.tier else 0)
    if topic.verdict != "conflict":
        rank = 2
    confidence = max(rule.confidence, TIER_CONFIDENCE[topic.tier], key=lambda c: TRUST[c])
    spoken = {side.span.source for side in topic.sides}
    silent = tuple(i for i in range(len(story.sources)) if i not in spoken)
    return Finding(
        rule.code, rule.name, topic.kind, SEVERITIES[rank], confidence, topic, _message(rule, topic, story), topic.because, topic.settle,
        topic.hint, fingerprint(rule.code, topic), silent if len(story.sources) > 1 else (),
    )


def _message(rule: Rule, topic: Topic, story: Understanding) -> str:
    values: dict[str, list[str]] = {}
    for side in topic.sides:
        report = story.sources[side.span.source]
        said = " ".join(report.text[side.span.start : side.span.end].split())
        entry = values.setdefault(report.name, [])
        if f'"{said}"' not in entry:
            entry.append(f'"{said}"')
    by_source = "; ".join(f"{name} {', '.join(said)}" for name, said in values.items())
    fields = {"topic": topic.label, "values_by_source": by_source, "hint": topic.hint or "", "because": topic.because}
    fields |= {"speaker": "", "unit": "", **dict(topic.fields)}
    text = rule.message
    for name, value in fields.items():
        text = text.replace("{" + name + "}", value)
    return " ".join(text.split())


def fingerprint(code: str, topic: Topic) -> str:
    """Twelve hex digits of the rule, the normalised values and the question; the same for any order or layout of the reports."""
    question = topic.question
    about = (question.kind, question.asks, question.of) if question else (topic.kind,)
    return hashlib.sha256(repr((code, sorted(set(topic.normal)), about)).encode()).hexdigest()[:12]


def _coverage(story: Understanding, topics: Sequence[Topic]) -> Coverage:
    met = {r.fact.span for t in topics if len({s.span.source for s in t.sides}) > 1 for r in t.readings}
    named = [r for r in story.readings if r.question.asks is not None]
    return Coverage(
        readings=len(named),
        shared=sum(1 for t in topics if t.readings and len({s.span.source for s in t.sides}) > 1),
        single_source=sum(1 for r in named if r.fact.span not in met),
        unclear=sum(1 for t in topics if t.verdict == "unclear"),
        unnamed=len(story.readings) - len(named),
        skipped=story.skipped,
    )
