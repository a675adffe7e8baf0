"""One row a side of a finding, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from checker.model import Memo
from checker.report.options import Options
from checker.report.places import Places
from checker.report.visible import visible

COLUMNS = (
    "fingerprint", "code", "name", "severity", "confidence", "kind", "topic", "source", "outlet", "line", "column", "start", "end", "text",
    "value", "speaker", "sentence", "because", "hint", "settle",
)


def render(memo: Memo, options: Options) -> str:
    """CSV with a header line; rows of one finding stand together and share its fingerprint."""
    places, out = Places(memo), io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for f in memo.findings:
        for side in places.sides(f.topic):
            at = side.place
            about = (f.fingerprint, f.code, f.name, f.severity, f.confidence, f.kind, f.topic.label, at.path, at.name)
            said = (at.words, side.value, side.speaker, at.sentence, f.because, f.hint, f.settle)
            rows.writerow([_cell(c) for c in (*about, at.line, at.column, at.start, at.end, *said)])
    return out.getvalue()


def _cell(value: object) -> object:
    """What a spreadsheet shows and never runs: text that begins like a formula gets an apostrophe (owasp.org, CSV Injection)."""
    if value is None or isinstance(value, int | float):
        return value
    text = visible(str(value))
    return "'" + text if re.match(r"[=+\-@]", text) else text
