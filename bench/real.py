#!/usr/bin/env python3
"""Marked pairs of real papers: bench/real/*.json marks reports of ../shared/alignment (ECB+, half A) that shared/events/real leaves out.

    bench/real.py FOLDER      writes them as events into FOLDER, as score_events.py reads them

No text of the corpus stands in the marks, only where each side begins and how long it is. Marked by one reader each, on 2026-11-24.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MARKS = ROOT / "bench" / "real"
PAPERS = ROOT.parent / "shared" / "alignment" / "dev"


def unfolded(folder: Path) -> list[Path]:
    """An event folder for each file of marks."""
    out = []
    for marks in sorted(MARKS.glob("*.json")):
        place = folder / marks.stem
        place.mkdir(parents=True, exist_ok=True)
        told = json.loads(marks.read_text(encoding="utf-8"))
        texts = {}
        for name in told["reports"]:
            shutil.copyfile(PAPERS / marks.stem / name, place / name)
            texts[name] = (place / name).read_text(encoding="utf-8")
        gold = {"event": marks.stem, "reports": [{"file": name} for name in told["reports"]]}
        for section in ("conflicts", "doubtful", "agreements", "traps"):
            gold[section] = [
                {
                    "kind": kind,
                    "sides": [{"report": r, "text": texts[r][start : start + length], "start": start} for r, start, length in sides],
                }
                for kind, *sides in told[section]
            ]
        (place / "gold.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
        out.append(place)
    return out


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(len(unfolded(Path(sys.argv[1]))), "events")
