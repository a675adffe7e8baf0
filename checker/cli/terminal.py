"""What the terminal and the environment ask of the output: colour, width, signs of life."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator

from checker.report import Options

QUIET = 1.0  # seconds before a run shows that it is alive


def options(colour: str, all_: bool, why_aligned: bool = False, questions: bool = False) -> Options:
    """How the report is to look: the flag before NO_COLOR before FORCE_COLOR before the terminal."""
    return Options(_colour(colour), _width(), all_, why_aligned, questions)


@contextlib.contextmanager
def signs_of_life(what: str) -> Iterator[None]:
    """While the block runs for more than about a second, a line on standard error says so, if that is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    speaker = threading.Thread(target=_speak, args=(what, done), daemon=True)
    speaker.start()
    try:
        yield
    finally:
        done.set()
        speaker.join()


def _speak(what: str, done: threading.Event) -> None:
    began = time.monotonic()
    if done.wait(QUIET):
        return
    dumb = os.environ.get("TERM") == "dumb"
    if dumb:
        print(f"{what} ...", file=sys.stderr, flush=True)
        done.wait()
        return
    while True:
        print(f"\r{what} ... {time.monotonic() - began:.0f} s", end="", file=sys.stderr, flush=True)
        if done.wait(0.5):
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            return


def _colour(flag: str) -> bool:
    if flag != "auto":
        return flag == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """The columns to fill: COLUMNS, else the terminal's, else 100, so that what goes to a file does not depend on a window."""
    given = os.environ.get("COLUMNS", "")
    if given.isdigit() and int(given) >= 40:
        return int(given)
    if sys.stdout.isatty():
        with contextlib.suppress(OSError, ValueError):
            return max(40, os.get_terminal_size(sys.stdout.fileno()).columns)
    return 100
