"""`factcheck facts`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from checker import report
from checker.cli.sources import gather, labelled, settings
from checker.cli.terminal import options, signs_of_life


def show_facts(
    files: Sequence[str], format_: str, questions: bool, labels: Sequence[str], published: Sequence[str], all_: bool, max_chars: int | None,
    colour: str, config: str | None,
) -> int:
    """Prints the values of the files; 0 also where there are none, 2 where a file could not be read."""
    rules = settings(config, max_chars)
    gathered = gather(files, rules)
    rules = labelled(rules, [n for n, _ in gathered.sources], labels, published)
    for error in gathered.unreadable:
        print(f"factcheck: {error}", file=sys.stderr)
    if gathered.sources:
        import checker

        with signs_of_life(f"Reading {len(gathered.sources)} {'report' if len(gathered.sources) == 1 else 'reports'}"):
            story = checker.facts(gathered.sources, rules)
        for notice in story.notices:
            place = f"{notice.path}:{notice.line}" if notice.line else notice.path
            print(f"factcheck: {place}: {notice.message}", file=sys.stderr)
        sys.stdout.write(report.render_facts(format_, story, options(colour, all_, questions=questions)))
    return 2 if gathered.unreadable else 0
