#!/usr/bin/env python3
"""Run every benchmark of ../shared/bench with the installed `factcheck` and append a dated row a set to bench/HISTORY.md.

    bench/record.py ["what changed"]      about five minutes; of half B the totals go into the table and nothing else

Nothing but the closing lines of the scorers is kept: the texts and misses of half B are not printed.
"""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
HISTORY = ROOT / "bench" / "HISTORY.md"


def score(script: str, *args: str) -> tuple[str, dict[str, float]]:
    """The closing line of a scorer and the figures it wrote."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        extra = [] if script == "score_values.py" else ["--json", out.name]
        done = subprocess.run([sys.executable, str(BENCH / script), *args, *extra], capture_output=True, text=True, check=False)
        text = Path(out.name).read_text() if extra else ""
    lines = done.stdout.strip().splitlines()
    return (lines[-1] if lines else done.stderr.strip()[-200:]), (json.loads(text) if text else {})


def main(what: str) -> None:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    day = datetime.date.today().isoformat()
    rows = []
    for folder in ("dev", "real"):
        for half in "AB":
            line, figures = score("score_events.py", folder, "--half", half)
            seconds = re.search(r"median seconds ([\d.]+)", line)
            false = int(figures.get("findings", 0) - figures.get("right", 0))
            rows.append(
                f"| {day} | {commit} | events/{folder} {half} | recall {figures['recall']:.3f} | precision {figures['precision']:.3f} "
                f"| {false} false, {int(figures.get('alarms on clean events', 0))} on clean, {int(figures.get('reports', 0))} reports "
                f"| {seconds[1] if seconds else '-'} | {what} |"
            )
            _, figures = score("score_facts.py", folder, "--half", half)
            rows.append(
                f"| {day} | {commit} | facts/{folder} {half} | found {figures['found']:.3f} | named {figures['named']:.3f} | | | {what} |"
            )
    line, _ = score("score_values.py", str(BENCH / "values" / "values-dev.jsonl"))
    rows.append(f"| {day} | {commit} | values-dev | {line.split('  ')[0]} | | | | {what} |")
    for half in "AB":
        _, figures = score("score_alignment.py", "dev", "--half", half)
        rows.append(
            f"| {day} | {commit} | alignment/dev {half} | recall {figures['recall']:.3f} | precision {figures['precision']:.3f} "
            f"| F1 {figures['f1']:.3f} | {figures['seconds']:.0f} all | {what} |"
        )
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write("\n".join(rows) + "\n")
    print("\n".join(rows))


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
