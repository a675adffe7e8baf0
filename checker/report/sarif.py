"""SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): what code hosts and editors read."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.catalogue import Rule, read
from checker.model import Finding, Memo
from checker.report.json import dumped
from checker.report.options import Options
from checker.report.places import Place, Places
from checker.report.summary import told

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(memo: Memo, options: Options) -> str:
    """One run with a result a finding: its first side is the location, the others are related locations."""
    places, shipped = Places(memo), {r.code: r for r in read()}
    rules = {f.code: f.name for f in sorted(memo.findings, key=lambda f: f.code)}
    order = {code: i for i, code in enumerate(rules)}
    driver = {"name": "factcheck", "version": __version__, "rules": [_rule(code, name, shipped.get(code)) for code, name in rules.items()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(r.path)}, "hashes": {"sha-256": r.sha256}} for r in memo.sources],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [_notice(n.message, n.path) for n in memo.notices]}],
        "results": [_result(f, places, order) for f in memo.findings],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, 2) + "\n"


def _rule(code: str, name: str, rule: Rule | None) -> dict[str, Any]:
    out: dict[str, Any] = {"id": code, "name": name, "shortDescription": {"text": name.replace("-", " ")}}
    if rule is not None:
        out |= {"fullDescription": {"text": " ".join(rule.why.split())}, "help": {"text": " ".join(rule.do.split())}}
        out["defaultConfiguration"] = {"level": rule.severity}
    return out


def _result(f: Finding, places: Places, order: dict[str, int]) -> dict[str, Any]:
    sides = places.sides(f.topic)
    return {
        "ruleId": f.code,
        "ruleIndex": order[f.code],
        "level": f.severity,
        "message": {"text": told(f)},
        "locations": [_location(sides[0].place)],
        "relatedLocations": [{"id": i, **_location(s.place), "message": {"text": s.place.sentence}} for i, s in enumerate(sides[1:], 1)],
        "partialFingerprints": {"factcheck/v1": f.fingerprint},
        "properties": {"confidence": f.confidence, "kind": f.kind, "topic": f.topic.label},
    }


def _location(at: Place) -> dict[str, Any]:
    region = {
        "startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column, "charOffset": at.start,
        "charLength": at.end - at.start, "snippet": {"text": at.text},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(at.path)}, "region": region}}


def _notice(message: str, path: str | None) -> dict[str, Any]:
    out: dict[str, Any] = {"level": "note", "message": {"text": message}}
    return out if path is None else {**out, "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}]}


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/")) if path != "-" else "stdin"
