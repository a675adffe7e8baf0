"""A memo in the parts that a person reads, the same for terminal, markdown and HTML: findings first, then three short lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.align.labels import label_of
from checker.model import Finding, Memo, Notice, Reading
from checker.report.options import Options
from checker.report.places import Places, Shown, counted, quoted, values_by_source
from checker.report.summary import by_severity
from checker.report.visible import visible

_HINTS = {
    "order of magnitude": "a zero or a decimal point too many, or too few?",
    "unit": "the right figure with the wrong unit?",
    "level vs change": "the figure it stands at, or by how much it moved?",
    "swapped": "the two figures of the result swapped?",
    "transposed digits": "two digits swapped?",
}
CAP = 8  # lines of a list before "and 37 more"


@dataclass(frozen=True, slots=True)
class Block:
    """A finding, ready to be laid out; every text is safe to show."""

    finding: Finding
    heading: str
    sides: tuple[Shown, ...]
    notes: tuple[tuple[str, str], ...]  # label, sentence


@dataclass(frozen=True, slots=True)
class Listing:
    """A list below the findings: what agreed, what is open, what stands in one report only."""

    title: str
    lines: tuple[tuple[str, str], ...]  # what it is about, what is said
    more: int

    @property
    def rest(self) -> str:
        return f"and {self.more} more" if self.more else ""


def blocks(memo: Memo, places: Places, options: Options) -> tuple[Block, ...]:
    """One a finding, errors first."""
    return tuple(
        Block(f, visible(f.topic.label), places.sides(f.topic), tuple((k, visible(v)) for k, v in _notes(f, memo, options) if v))
        for f in by_severity(memo)
    )


def listings(memo: Memo, places: Places, options: Options) -> tuple[Listing, ...]:
    """What agreed, what was left open, what stands in one report only; empty lists are left out.

    A conflict is not raised where its rule is ignored or switched off, or a desk has accepted it.
    """
    raised = {f.topic.id for f in memo.findings}
    rest = [t for t in memo.topics if t.id not in raised]
    agreed = [(visible(t.label), values_by_source(places.sides(t))) for t in rest if t.verdict == "agree"]
    opened, unraised = (
        [(visible(t.label), f"{values_by_source(places.sides(t))} – {visible(t.because)}") for t in rest if t.verdict == verdict]
        for verdict in ("unclear", "conflict")
    )
    alone = [_alone(r, places) for r in single_source(memo)]
    named = (("Different, but not raised", unraised), ("Agreed", agreed), ("Left open", opened), ("In one report only", alone))
    return tuple(_listing(title, lines, options) for title, lines in named if lines)


def notices(given: Sequence[Notice], skipped: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """What the desk should know that is no finding, skipped files among it."""
    out = [": ".join(p for p in (n.path and n.path + (f":{n.line}" if n.line else ""), n.message) if p) for n in given]
    out += [f"{path}: skipped, {why}" for path, why in skipped]
    return tuple(visible(line) for line in dict.fromkeys(out))


def single_source(memo: Memo) -> tuple[Reading, ...]:
    """The readings whose question no other report answers, in order of place."""
    shared = [t for t in memo.topics if len({s.span.source for s in t.sides}) > 1]
    met = {r.fact.span for t in shared for r in t.readings} | {s.span for t in shared for s in t.sides}
    alone = [r for r in memo.readings if r.question.asks is not None and r.fact.span not in met]
    return tuple(sorted(alone, key=lambda r: (r.fact.span, r.fact.kind)))


def asked(reading: Reading) -> str:
    """The question of a reading in a few words: `how many person: die (the crash), 2021-05-19`."""
    if reading.question.asks is None:
        return "no question named"
    first, _, last = (reading.question.anchor or "").partition("/")
    return visible(", ".join(w for w in (label_of(reading), first, "" if last == first else last) if w))


def _alone(reading: Reading, places: Places) -> tuple[str, str]:
    at = places.of(reading.fact.span)
    return asked(reading), f"{visible(at.name)} {quoted(at.words)}"


def _listing(title: str, lines: list[tuple[str, str]], options: Options) -> Listing:
    shown = lines if options.all else lines[:CAP]
    return Listing(f"{title} ({len(lines)})", tuple(shown), len(lines) - len(shown))


def _notes(f: Finding, memo: Memo, options: Options) -> list[tuple[str, str]]:
    message = "" if f.message.startswith(f.topic.label) or f.message == f.because else f.message
    hint = "" if f.topic.comparator == "sums" else _HINTS.get(f.hint or "", f.hint or "")  # a sum's says what the name of the rule says
    silent = ", ".join(memo.sources[i].name for i in f.silent)
    notes = [("Fault", message), ("Why", f.because), ("Hint", hint), ("To settle", f.settle or "")]
    notes += [("Silent", silent and f"{silent} ({counted(len(f.silent), 'report')} of {len(memo.sources)})")]
    return notes + ([("Aligned", "; ".join(f.topic.evidence))] if options.why_aligned else [])
