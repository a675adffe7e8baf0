"""One line a finding, as compilers write them: path:line:column: severity CODE message."""

from __future__ import annotations

from checker.model import Memo
from checker.report.options import Options
from checker.report.places import Places
from checker.report.summary import by_severity, headline, not_compared, told
from checker.report.visible import visible


def render(memo: Memo, options: Options) -> str:
    """The findings, errors first, then one line with the counts."""
    places, out = Places(memo), []
    for f in by_severity(memo):
        at = places.of(f.topic.sides[0].span)
        out.append(visible(f"{at.at}:{at.column}: {f.severity} {f.code} {told(f)}"))
    out.append(f"{headline(memo)}. {not_compared(memo)}".rstrip())
    return "\n".join(out) + "\n"
