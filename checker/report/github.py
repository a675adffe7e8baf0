"""Workflow commands that GitHub shows as annotations beside the line (docs.github.com, Workflow commands)."""

from __future__ import annotations

from checker.model import Memo
from checker.report.options import Options
from checker.report.places import Places
from checker.report.summary import by_severity, headline, told
from checker.report.visible import visible

COMMAND = {"error": "error", "warning": "warning", "note": "notice"}


def render(memo: Memo, options: Options) -> str:
    """One annotation a finding, at its first side, and one notice with the counts."""
    places, out = Places(memo), []
    for f in by_severity(memo):
        sides = places.sides(f.topic)
        at = sides[0].place
        where = f"file={_property(at.path)},line={at.line},endLine={at.end_line},title={_property(f'{f.code} {f.name}')}"
        lines = [told(f), *(f"{s.place.at}: {s.place.sentence}" for s in sides)]
        out.append(f"::{COMMAND[f.severity]} {where}::{'%0A'.join(_data(line) for line in lines)}")
    out.append(f"::notice title=factcheck::{_data(headline(memo))}")
    return "\n".join(out) + "\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
