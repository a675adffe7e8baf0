"""The tallies of the main event: how many died, were hurt, are missing, as headline and lead of each report give them.

A wrong toll is the slip that costs most. Where two reports open with a tally of one sort, they answer one question whatever the words
around it: every report of one event tells of one toll.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.align.questions.closeness import Printed
from checker.concepts import load
from checker.model import Reading
from checker.readings.roles import class_of_question, role_of_question

LEAD = 3  # sentences from the top, headline and byline included, that tell of the event itself


def tolls(readings: Sequence[Reading], printed: Printed) -> Iterator[tuple[int, int]]:
    """Pairs of readings of different reports that open with different figures of one tally; indexes in order."""
    opened: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, reading in enumerate(readings):
        if _of_the_event(reading):
            opened[reading.question.asks or "", reading.fact.span.source].append(i)
    reports = sorted({source for _, source in opened})
    for asks in sorted({asks for asks, _ in opened}):
        told = [opened[asks, source] for source in reports if len({readings[i].fact.value.normal() for i in opened[asks, source]}) == 1]
        for n, mine in enumerate(told):
            for theirs in told[n + 1 :]:
                i, j = mine[0], theirs[0]
                a, b = readings[i], readings[j]
                knows = any(printed.elsewhere(x, y) for x in (a, b) for y in (a, b) if x is not y)
                if not knows and _one_class(a, b):
                    yield (i, j) if i < j else (j, i)


def _of_the_event(reading: Reading) -> bool:
    question = reading.question
    opens = reading.zone == "headline" or reading.sentence <= LEAD
    return (
        question.kind == "count" and reading.running and opens and reading.mood == "actual" and question.anchor is None
        and role_of_question(question) is None
    )


def _one_class(a: Reading, b: Reading) -> bool:
    """Whether both count people of one sort: five workers, five people; not two soldiers and three children."""
    one, other = class_of_question(a.question), class_of_question(b.question)
    known = load()
    return one is None or other is None or one == other or known.subset(one, other) or known.subset(other, one)
