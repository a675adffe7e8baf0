#!/usr/bin/env python3
"""How often the English leads from a value to the word that names it, and from a name to its title, against marks made by hand.

    bench/by_hand.py [--misses]

hand/half-a.tsv marks 201 values and 41 titled names of half A of ../shared/events/dev, by offset into the file, marked by reading before
the tool's answer was seen. A value is right where the noun that names it, the predicate that governs it or a word of its own ("magnitude
6.4") is a marked word; a name where the title that the tool binds to it is the marked one: "whole" with the same words, "head" where the
two overlap.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from checker.config import Config
from checker.model import Document, Fact, Understanding
from checker.readings.slots import slot_of
from checker.story import understand_story

ROOT = Path(__file__).resolve().parents[1]
EVENTS = ROOT.parent / "shared" / "events" / "dev"
VALUED = frozenset(["count", "money", "percent", "measure", "duration", "ordinal", "age", "date", "time"])
Row = dict[str, str]


def main() -> None:
    misses = "--misses" in sys.argv[1:]
    by_event: dict[str, list[Row]] = defaultdict(list)
    with (ROOT / "bench" / "hand" / "half-a.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            by_event[row["file"].split("/")[0]].append(row)
    count: Counter[tuple[str, str]] = Counter()
    for event, rows in sorted(by_event.items()):
        story = understand_story([str(p) for p in sorted((EVENTS / event).glob("*.txt"))], Config())
        for row, answer, detail in answers(story, rows):
            count[row["what"], answer] += 1
            if misses and answer not in ("right", "whole"):
                print(row["file"], row["offset"], row["answer"] if row["what"] == "value" else "title", answer, detail)
    for what in ("value", "title"):
        every = sum(n for (w, _), n in count.items() if w == what)
        right = sum(n for (w, a), n in count.items() if w == what and a in ("right", "whole", "head"))
        parts = ", ".join(f"{a} {n}" for (w, a), n in sorted(count.items()) if w == what)
        print(f"{what}: {right} of {every} right = {right / every:.1%} ({parts})")


def answers(story: Understanding, rows: list[Row]) -> Iterator[tuple[Row, str, str]]:
    """Each row, what it came to, and a word on it."""
    numbers = {Path(r.path).name: n for n, r in enumerate(story.sources)}
    for row in rows:
        source = numbers[row["file"].split("/")[1]]
        document = story.documents[source]
        first = int(row["offset"])
        last = first + int(row["length"])
        here = [f for f in story.facts if f.span.source == source]
        if row["what"] == "value":
            yield row, *_value(document, [f for f in here if f.kind in VALUED and _meets(document, f, first, last)], row)
        else:
            yield row, *_title(document, here, first, last, row)


def _meets(document: Document, fact: Fact, first: int, last: int) -> bool:
    start, end = document.report.in_file(fact.span.start, fact.span.end)
    return start < last and end > first


def _value(document: Document, facts: list[Fact], row: Row) -> tuple[str, str]:
    if not facts:
        return "not read", ""
    marked = set(row["answer"].lower().split())
    said: list[str] = []
    for fact in facts:
        slot = slot_of(document, fact)
        said += [document.tokens[i].lower for i in (slot.named, slot.predicate, *range(fact.first, fact.last)) if i is not None]
    return ("right" if marked & set(said) else "wrong"), " ".join(said)


def _title(document: Document, facts: list[Fact], first: int, last: int, row: Row) -> tuple[str, str]:
    names = [f for f in facts if f.kind == "name" and _meets(document, f, first, last)]
    if not names:
        return "name not read", ""
    start, length = map(int, row["answer"].split())
    titles = [f for f in facts if f.kind == "title" and _meets(document, f, start, start + length)]
    if not titles:
        return "title not read", ""
    bound = [f for f in titles if f.entity is not None and f.entity in {n.entity for n in names}]
    if not bound:
        return "not bound", document.report.text[titles[0].span.start : titles[0].span.end]
    span = bound[0].span
    whole = document.report.in_file(span.start, span.end) == (start, start + length)
    return ("whole" if whole else "head"), document.report.text[span.start : span.end]


if __name__ == "__main__":
    main()
