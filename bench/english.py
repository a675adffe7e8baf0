#!/usr/bin/env python3
"""What loading and the bare English pipeline cost, in a process of its own: seconds to load after `import spacy`, words per CPU second.

bench/english.py [PIPELINE]

Quality is measured by ../shared/bench/score_english.py, the stages after the parse by bench/speed.py.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import spacy

from checker.language import load_english

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    pipeline = sys.argv[1] if len(sys.argv) > 1 else None
    began = time.perf_counter()
    nlp = load_english(pipeline)
    loaded = time.perf_counter() - began
    files = sorted((ROOT / "samples").glob("*/*.txt"))
    paragraphs = [" ".join(p.split()) for f in files for p in f.read_text(encoding="utf-8").split("\n\n") if p.strip()] * 10
    words = sum(len(p.split()) for p in paragraphs)
    ours = [name for name in nlp.pipe_names if name.startswith("factcheck")]

    def rate() -> float:
        start = time.process_time()
        for _ in nlp.pipe(paragraphs, batch_size=64):
            pass
        return words / (time.process_time() - start)

    rate()
    whole = max(rate() for _ in range(3))
    with nlp.select_pipes(disable=ours):
        bare = max(rate() for _ in range(3))
    print(f"spaCy {spacy.__version__}: loaded in {loaded:.2f} s; words per CPU second: bare {bare:.0f}, with the repairs {whole:.0f}")


if __name__ == "__main__":
    main()
