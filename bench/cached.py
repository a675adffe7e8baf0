#!/usr/bin/env python3
"""Run a ../shared/bench scorer in this process, with parsed Documents kept between runs.

    bench/cached.py score_events.py dev --half A --verbose      (score_facts.py, score_alignment.py, score_values.py alike)

The scorers start `factcheck` once an event; here the same command line runs in this process, and the English of a report is parsed
again only when the report or checker/language or checker/ingest changed. For work, not for the record: seconds mean nothing here.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
STORE = Path(tempfile.gettempdir()) / "factcheck-parsed"


def version_of_language() -> str:
    digest = hashlib.sha256()
    for path in sorted(
        [*(ROOT / "checker" / "language").rglob("*"), *(ROOT / "checker" / "ingest").rglob("*"), ROOT / "checker" / "model.py"]
    ):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def keep_parsed() -> None:
    """checker.language.parse answers from the store where it can."""
    from checker import language

    parse, version = language.parse, version_of_language()
    STORE.mkdir(exist_ok=True)

    def stored(reports: Any, pipeline: str | None = None) -> Any:
        key = hashlib.sha256(
            repr((version, pipeline, [(r.path, r.sha256, r.published, r.clock, r.outlet, r.text) for r in reports])).encode()
        ).hexdigest()
        place = STORE / key
        if place.exists():
            return pickle.loads(place.read_bytes())
        documents = parse(reports, pipeline)
        half_written = place.with_suffix(f".{os.getpid()}")
        half_written.write_bytes(pickle.dumps(documents))
        half_written.rename(place)
        return documents

    language.parse = stored


def run_here(args: list[str], cwd: Any = None, **_: Any) -> subprocess.CompletedProcess[str]:
    """`subprocess.run` of a factcheck command line, in this process."""
    from checker.cli import main

    out, err, code, before = io.StringIO(), io.StringIO(), 0, os.getcwd()
    os.chdir(cwd or before)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(args[1:])
            except SystemExit as stop:
                code = stop.code if isinstance(stop.code, int) else 2
    finally:
        os.chdir(before)
    return subprocess.CompletedProcess(args, code, out.getvalue(), err.getvalue())


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    script = BENCH / sys.argv[1]
    sys.path[:0] = [str(BENCH), str(ROOT)]
    keep_parsed()
    subprocess.run = run_here  # type: ignore[assignment]
    sys.argv = [str(script), *sys.argv[2:]]
    runpy.run_path(str(script), run_name="__main__")
