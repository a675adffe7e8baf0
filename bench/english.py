#!/usr/bin/env python3
"""What English costs, in a process of its own: seconds to load after `import spacy`; words per CPU second of the bare pipeline, with our
repairs, and of the whole way to what `factcheck facts` prints (files read, parsed, values, entities, questions).

bench/english.py [PIPELINE]

Quality is measured by ../shared/bench/score_english.py, the stages after the parse by bench/speed.py.
"""

from __future__ import annotations

import sys
import time
from importlib.metadata import version
from pathlib import Path

import spacy  # noqa: F401  (its own loading is not counted)

from checker.config import Config
from checker.language import load_english
from checker.story import understand_story

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    pipeline = sys.argv[1] if len(sys.argv) > 1 else None
    began = time.perf_counter()
    nlp = load_english(pipeline)
    loaded = time.perf_counter() - began
    files = sorted((ROOT / "samples").glob("*/*.txt"))
    paragraphs = [" ".join(p.split()) for f in files for p in f.read_text(encoding="utf-8").split("\n\n") if p.strip()] * 10
    words = sum(len(p.split()) for p in paragraphs)
    folders = sorted({f.parent for f in files})
    stories = [sorted(folder.glob("*.txt")) for folder in folders]
    ours = [name for name in nlp.pipe_names if name.startswith("factcheck")]

    def rate() -> float:
        start = time.process_time()
        for _ in nlp.pipe(paragraphs, batch_size=64):
            pass
        return words / (time.process_time() - start)

    def facts_rate() -> float:
        read, start = 0, time.process_time()
        for story in stories:
            understood = understand_story([str(f) for f in story], Config(pipeline=pipeline))
            read += sum(report.words for report in understood.sources)
        return read / (time.process_time() - start)

    rate()
    whole = max(rate() for _ in range(3))
    with nlp.select_pipes(disable=ours):
        bare = max(rate() for _ in range(3))
    facts_rate()
    path = max(facts_rate() for _ in range(3))
    rates = f"bare {bare:.0f}, with the repairs {whole:.0f}, the facts path {path:.0f}"
    print(f"spaCy {version('spacy')}: loaded in {loaded:.2f} s; words per CPU second: {rates}")


if __name__ == "__main__":
    main()
