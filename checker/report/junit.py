"""JUnit XML: one test case a question that reports share; a finding is a failure, a note is output of a case that passes."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from checker.model import Finding, Memo
from checker.report.options import Options
from checker.report.places import Places
from checker.report.summary import headline
from checker.report.visible import visible


def render(memo: Memo, options: Options) -> str:
    """An XML document; what agrees passes, what is unclear is skipped."""
    places = Places(memo)
    raised = {f.topic.id for f in memo.findings}
    cases = [_case(f, places) for f in memo.findings]
    for t in memo.topics:
        if t.id not in raised:
            inside = "" if t.verdict == "agree" else f"<skipped message={_attribute(t.because)}/>"
            cases.append(f"    <testcase classname={_attribute('factcheck.' + t.kind)} name={_attribute(t.label)}>{inside}</testcase>")
    failures = sum(f.severity != "note" for f in memo.findings)
    skipped = sum(t.verdict != "agree" and t.id not in raised for t in memo.topics)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'
    body = "".join(case + "\n" for case in cases)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck" {counts}>\n'
        f"  <testsuite name={_attribute(headline(memo))} {counts}>\n{body}  </testsuite>\n</testsuites>\n"
    )


def _case(f: Finding, places: Places) -> str:
    lines = [f"{s.place.at}: {s.place.sentence}" for s in places.sides(f.topic)] + [f"because: {f.because}"]
    told = escape("\n".join(visible(line) for line in lines))
    if f.severity == "note":
        inside = f"<system-out>{told}</system-out>"
    else:
        inside = f"<failure type={_attribute(f'{f.code} {f.severity}')} message={_attribute(f.message)}>{told}</failure>"
    return f"    <testcase classname={_attribute('factcheck.' + f.kind)} name={_attribute(f.topic.label)}>{inside}</testcase>"


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
