"""The sentences of the headline: what was compared, what came of it, and what was not compared."""

from __future__ import annotations

from checker.model import SEVERITIES, Finding, Memo
from checker.report.places import counted


def by_severity(memo: Memo) -> tuple[Finding, ...]:
    """The findings, errors first, else in the order of the memo."""
    return tuple(sorted(memo.findings, key=lambda f: SEVERITIES.index(f.severity)))


def headline(memo: Memo) -> str:
    """`3 reports, 41 readings, 12 questions shared: 2 conflicts (1 error, 1 warning)`."""
    c = memo.coverage
    read = f"{counted(len(memo.sources), 'report')}, {counted(c.readings, 'reading')}, {counted(c.shared, 'question')} shared"
    return f"{read}: {verdict(memo)}"


def verdict(memo: Memo) -> str:
    counts = {s: sum(f.severity == s for f in memo.findings) for s in SEVERITIES}
    conflicts = counts["error"] + counts["warning"]
    notes = counted(counts["note"], "note")
    parts = [counted(counts[s], s) for s in SEVERITIES[:2] if counts[s]]
    found = f"{counted(conflicts, 'conflict')} ({', '.join(parts)})" if conflicts else "no conflicts"
    aside = [notes] if counts["note"] else []
    aside += [f"{len(memo.accepted)} accepted before"] if memo.accepted else []
    return ", ".join([found, *aside])


def not_compared(memo: Memo) -> str:
    """What nobody should take for agreement; empty where nothing was left out."""
    c = memo.coverage
    parts = []
    if c.single_source:
        parts.append(counted(c.single_source, "reading") + " in one report only")
    raised = {f.topic.id for f in memo.findings}
    unraised = sum(t.verdict == "conflict" and t.id not in raised for t in memo.topics)
    if unraised:
        parts.append(counted(unraised, "difference") + " not raised (rule off, ignored or accepted)")
    if c.unclear:
        parts.append(counted(c.unclear, "question") + " left open")
    if c.unnamed:
        parts.append(counted(c.unnamed, "value") + " whose question could not be named")
    if c.kinds_not_read:
        parts.append("kinds not read: " + ", ".join(c.kinds_not_read))
    if c.skipped:
        parts.append(counted(len(c.skipped), "file") + " skipped")
    return f"Not compared: {'; '.join(parts)}." if parts else ""


def told(finding: Finding) -> str:
    """The finding on one line: its message, and why where the message has not said so."""
    return finding.message if finding.because in finding.message else f"{finding.message} ({finding.because})"
