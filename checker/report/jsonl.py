"""One finding a line, each as in the JSON of compare."""

from __future__ import annotations

from checker.model import Memo
from checker.report.json import dumped, finding
from checker.report.options import Options
from checker.report.places import Places


def render(memo: Memo, options: Options) -> str:
    """JSON lines, errors and notes alike, in the order of the memo; empty where there is no finding."""
    places = Places(memo)
    return "".join(dumped(finding(f, memo, places)) + "\n" for f in memo.findings)
