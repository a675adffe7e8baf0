"""What was understood: every value with its place and the question it answers; JSON lines, and a view to debug by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from checker.model import Card, Fact, Reading, Report, Understanding
from checker.report.blocks import asked, notices
from checker.report.json import dumped, located, question
from checker.report.options import Options
from checker.report.places import Places, counted
from checker.report.text import console_of, written
from checker.report.visible import visible

SURE = ("direct", "near", "none")


def render_jsonl(story: Understanding, options: Options) -> str:
    """One value a line, in order of place, with the question that was read most directly."""
    places, readings = Places(story), _readings(story)
    return "".join(dumped(_row(fact, readings.get((fact.span, fact.kind), []), places)) + "\n" for fact in _in_order(story))


def render_text(story: Understanding, options: Options) -> str:
    """Sentence by sentence the values, what each was read as and, if asked, its question; then the cards."""
    console, places, readings = console_of(options), Places(story), _readings(story)
    for source, report in enumerate(story.sources):
        facts = [f for f in _in_order(story) if f.span.source == source]
        console.print(Rule(Text(_report_line(report, len(facts))), align="left", style="dim"))
        for (first, last), together in groupby(facts, key=lambda f: places.sentence(f.span)):
            here = list(together)
            told = Table.grid(padding=(0, 2, 0, 0))
            told.add_row(Text(f"{places.of(here[0].span).line:>4}", style="cyan"), Text(visible(report.text[first:last])))
            console.print(told)
            console.print(Padding(_values(here, readings, places, options), (0, 0, 1, 6)))
        if not facts:
            console.print(Text("      no values found", style="dim"))
    if story.cards:
        console.print(Rule(Text(f"People, organisations and places ({len(story.cards)})"), align="left", style="dim"))
        console.print(_cards(story.cards))
    for line in notices(story.notices, story.skipped):
        console.print(Text(f"Notice: {line}"))
    return written(console, options)


def _row(fact: Fact, readings: Sequence[Reading], places: Places) -> dict[str, Any]:
    at, fields = places.of(fact.span), fact.value.fields()
    row = {"source": at.path, "kind": fact.kind, **{k: v for k, v in located(at).items() if k != "source"}, **fields, "hedge": fact.hedge}
    if fact.entity is not None:
        row["entity"] = fact.entity
    best = readings[0] if readings else None
    speaker = places.named(best.speaker) if best and best.speaker else fields.get("speaker")
    return {
        **row, "question": question(best.question) if best else None, "mood": best.mood if best else None, "speaker": speaker,
        "sure": best.sure if best else "none",
    }


def _readings(story: Understanding) -> dict[tuple[object, str], list[Reading]]:
    """The readings of each fact, the surest first."""
    out: dict[tuple[object, str], list[Reading]] = {}
    for reading in sorted(story.readings, key=lambda r: SURE.index(r.sure)):
        out.setdefault((reading.fact.span, reading.fact.kind), []).append(reading)
    return out


def _in_order(story: Understanding) -> list[Fact]:
    return sorted(story.facts, key=lambda f: (f.span, f.kind))


def _report_line(report: Report, facts: int) -> str:
    parts = [report.path, report.outlet, report.published, counted(report.words, "word"), counted(facts, "value")]
    return visible(", ".join(p for p in parts if p))


def _values(facts: Sequence[Fact], readings: Mapping[tuple[object, str], list[Reading]], places: Places, options: Options) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=12, style="cyan", no_wrap=True)
    rows.add_column(ratio=3)
    rows.add_column(ratio=3)
    if options.questions:
        rows.add_column(ratio=5)
        rows.add_column(width=6, no_wrap=True)
    for fact in facts:
        value = visible(read_as(fact.kind, fact.value.fields()))
        cells = [Text(fact.kind), Text(visible(places.of(fact.span).words), style="bold"), Text(value)]
        found = readings.get((fact.span, fact.kind), [])
        if options.questions:
            told = "; ".join(_question(r, places) for r in found) or "–"
            cells += [Text(told, style="" if found else "dim"), Text(found[0].sure if found else "none")]
        rows.add_row(*cells)
    return rows


def read_as(kind: str, fields: Mapping[str, Any]) -> str:
    """The value as it was understood: `1 h 40 min`, `12 people, 12 or more`, `2021-05-19 to 2021-05-20`."""
    if kind == "duration":
        fields = {k: _length(v) if k in ("value", "low", "high") else v for k, v in fields.items() if k != "unit"}
    value, low, high = fields.get("value"), fields.get("low"), fields.get("high")
    said = [" to ".join(_scalar(v) for v in value)] if isinstance(value, tuple | list) else [_scalar(value)] if value is not None else []
    said += [str(fields[k]) for k in ("unit", "of") if fields.get(k) is not None]
    out = " ".join(said)
    if low == high or (low is None and high is None):
        return out
    if high is None:
        bound = f"more than {_scalar(low)}" if fields.get("low_open") else f"{_scalar(low)} or more"
    elif low is None:
        bound = f"less than {_scalar(high)}" if fields.get("high_open") else f"{_scalar(high)} or less"
    else:
        bound = f"{_scalar(low)} to {'below ' if fields.get('high_open') else ''}{_scalar(high)}"
    return f"{out}, {bound}" if out else bound


def _length(seconds: object) -> object:
    """Seconds as years, days, hours, minutes and seconds."""
    if not isinstance(seconds, int | float) or seconds < 1:
        return seconds
    left, out = round(seconds), []
    for name, size in (("y", 31536000), ("d", 86400), ("h", 3600), ("min", 60), ("s", 1)):
        if left >= size:
            out.append(f"{left // size} {name}")
            left %= size
    return " ".join(out)


def _scalar(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        whole = float(value).is_integer() and abs(value) < 1e15
        return f"{int(value):,}" if whole else f"{value:.6g}"
    return str(value)


def _question(reading: Reading, places: Places) -> str:
    aside: list[str] = [reading.mood] if reading.mood != "actual" else []
    aside += [f"says {visible(places.named(reading.speaker) or '')}"] if reading.speaker else []
    return ", ".join([asked(reading), *aside])


def _cards(cards: Sequence[Card]) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(width=12, style="cyan", no_wrap=True)
    rows.add_column(ratio=2)
    rows.add_column(ratio=5)
    for card in cards:
        fields: dict[str, list[str]] = {}
        for field in card.fields:
            fields.setdefault(field.name, []).append(field.value if field.name != "name" else field.text)
        told = "; ".join(f"{name}: {', '.join(dict.fromkeys(values))}" for name, values in fields.items())
        rows.add_row(Text(card.kind), Text(visible(card.name), style="bold"), Text(visible(told)))
    return rows
