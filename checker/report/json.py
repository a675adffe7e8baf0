"""JSON of compare, schema_version 1 (DESIGN.md): fields are only ever added."""

from __future__ import annotations

import json
from typing import Any

from checker import __version__
from checker.model import Alignment, Finding, Memo, Question, Span, Topic
from checker.report.options import Options
from checker.report.places import Place, Places, Shown
from checker.report.visible import safe_json


def render(memo: Memo, options: Options) -> str:
    """One JSON object, two spaces a level."""
    return dumped(document(memo, options.why_aligned), 2) + "\n"


def dumped(value: Any, indent: int | None = None) -> str:
    return safe_json(json.dumps(value, ensure_ascii=False, indent=indent))


def document(memo: Memo, why_aligned: bool = False) -> dict[str, Any]:
    places, coverage = Places(memo), memo.coverage
    out: dict[str, Any] = {
        "schema_version": 1,
        "tool": {"name": "factcheck", "version": __version__},
        "sources": [
            {"path": r.path, "title": r.title, "outlet": r.outlet, "published": r.published, "sha256": r.sha256, "words": r.words}
            for r in memo.sources
        ],
        "findings": [finding(f, memo, places) for f in memo.findings],
        "topics": [_topic(t, places) for t in memo.topics],
        "coverage": {
            "readings": coverage.readings, "shared": coverage.shared, "single_source": coverage.single_source, "unclear": coverage.unclear,
            "unnamed": coverage.unnamed, "kinds_not_read": list(coverage.kinds_not_read),
            "skipped": [{"path": path, "why": why} for path, why in coverage.skipped],
        },
        "notices": [{"path": n.path, "line": n.line, "message": n.message} for n in memo.notices],
    }
    if why_aligned:
        out["alignments"] = [_alignment(a, places) for a in memo.alignments]
    return out


def finding(f: Finding, memo: Memo, places: Places) -> dict[str, Any]:
    return {
        "code": f.code, "name": f.name, "kind": f.kind, "severity": f.severity, "confidence": f.confidence,
        "topic": f.topic.label, "topic_id": f.topic.id, "message": f.message, "because": f.because, "settle": f.settle, "hint": f.hint,
        "fingerprint": f.fingerprint, "silent": [memo.sources[i].path for i in f.silent], "sides": [side(s) for s in places.sides(f.topic)],
    }


def side(shown: Shown) -> dict[str, Any]:
    at = shown.place
    return {**located(at), "sentence": at.sentence, "value": shown.value, "speaker": shown.speaker}


def located(at: Place) -> dict[str, Any]:
    return {"source": at.path, "text": at.text, "start": at.start, "end": at.end, "line": at.line, "column": at.column}


def question(q: Question | None) -> dict[str, Any] | None:
    return None if q is None else {"asks": q.asks, "about": q.about, "of": q.of, "anchor": q.anchor}


def _topic(t: Topic, places: Places) -> dict[str, Any]:
    return {
        "id": t.id, "kind": t.kind, "topic": t.label, "question": question(t.question), "verdict": t.verdict, "level": t.level,
        "because": t.because, "sides": [side(s) for s in places.sides(t)],
    }


def _alignment(a: Alignment, places: Places) -> dict[str, Any]:
    claims = []
    for h in a.happenings:
        at = places.of(h.span)
        token = places.documents[h.source].tokens[h.predicate]
        word = places.of(Span(h.source, token.start, token.end))
        predicate = {"text": word.text, "start": word.start, "end": word.end}
        claims.append({"source": at.path, "start": at.start, "end": at.end, "sentence": at.sentence, "predicate": predicate})
    return {"id": a.id, "claims": claims, "because": list(a.because)}
