#!/usr/bin/env python3
"""Own work beside the English pipeline: warm `compare` minus parsing over the same texts, same process, median of paired runs.

bench/speed.py [FOLDER ...]      without: three reports of samples/reykjavik; then the same work a report at twenty reports
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from checker import ingest, language
from checker.config import Config
from checker.ingest import Source
from checker.story import judge_story, understand

ROOT = Path(__file__).resolve().parents[1]


def paired(sources: list[Source], rounds: int = 9) -> tuple[float, float, int]:
    """Median seconds of parsing and of everything else, and the words read."""
    config = Config()
    parsing, own = [], []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        ingest.read.cache_clear()
        reports = ingest.read_story(sources, config).reports
        read = time.perf_counter()
        documents = language.parse(reports)
        parsed = time.perf_counter()
        judge_story(understand(reports, documents), config)
        done = time.perf_counter()
        parsing.append(parsed - read)
        own.append(done - parsed + read - began)
    words = sum(report.words for report in reports)
    return statistics.median(parsing[1:]), statistics.median(own[1:]), words


def main() -> None:
    folders = [Path(a) for a in sys.argv[1:]] or [ROOT / "samples" / "reykjavik"]
    for folder in folders:
        files = sorted([*folder.glob("*.txt"), *folder.glob("*.html")])
        three: list[Source] = [str(f) for f in files[:3]]
        copies = [(f"{k:02}-{f.name}", f.read_bytes() + f"\n\nFiled as copy {k}.\n".encode()) for k in range(7) for f in files[:3]]
        twenty: list[Source] = [*copies[:20]]
        parse_3, own_3, words = paired(three)
        _, own_20, words_20 = paired(twenty, 5)
        rate = f"parse {parse_3 * 1000:.0f} ms ({words / parse_3:.0f} words/s), own {own_3 * 1000:.1f} ms = {own_3 / parse_3:.0%}"
        print(f"{folder.name}: 3 reports, {words} words: {rate}")
        times = own_20 / 20 / (own_3 / 3)
        print(f"{folder.name}: 20 reports, {words_20} words: own {own_20 * 1000:.1f} ms; own work a report {times:.1f} times that at three")


if __name__ == "__main__":
    main()
