"""JSON of compare and facts until checker/report has its own."""

from __future__ import annotations

import bisect
import json
from collections.abc import Sequence
from typing import Any

from checker import __version__
from checker.model import Document, Memo, Question, Reading, Report, Side, Span, Topic, Understanding


def place(report: Report, span: Span) -> dict[str, Any]:
    start, end = report.in_file(span.start, span.end)
    text = report.decoded
    line = text.count("\n", 0, start) + 1
    return {
        "source": report.path, "text": text[start:end], "start": start, "end": end, "line": line,
        "column": start - (text.rfind("\n", 0, start) + 1) + 1,
    }


def question(q: Question | None) -> dict[str, Any] | None:
    return None if q is None else {"asks": q.asks, "about": q.about, "of": q.of, "anchor": q.anchor}


def facts_lines(story: Understanding, questions: bool) -> str:
    answers: dict[int, Reading] = {id(r.fact): r for r in story.readings}
    by_span = {(r.fact.span, r.fact.kind): r for r in story.readings}
    lines = []
    for fact in sorted(story.facts, key=lambda f: (f.span, f.kind)):
        reading = answers.get(id(fact)) or by_span.get((fact.span, fact.kind))
        report = story.sources[fact.span.source]
        at = place(report, fact.span)
        row = {"source": at.pop("source"), "kind": fact.kind, **at, **fact.value.fields(), "hedge": fact.hedge, "entity": fact.entity}
        if questions:
            row["question"] = question(reading.question) if reading else None
        row |= {"mood": reading.mood if reading else None, "speaker": reading.speaker if reading else None, "sure": reading.sure if reading else "none"}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return "".join(lines)


def memo_json(memo: Memo, why: bool) -> str:
    documents = {d.source: d for d in memo.documents}

    def side(s: Side) -> dict[str, Any]:
        report = memo.sources[s.span.source]
        return {**place(report, s.span), "sentence": sentence(documents[s.span.source], s.span), "value": s.value, "speaker": s.speaker}

    def topic(t: Topic) -> dict[str, Any]:
        return {
            "id": t.id, "kind": t.kind, "topic": t.label, "question": question(t.question), "verdict": t.verdict, "level": t.level,
            "because": t.because, "sides": [side(s) for s in t.sides],
        }

    out: dict[str, Any] = {
        "schema_version": 1,
        "tool": {"name": "factcheck", "version": __version__},
        "sources": [
            {"path": r.path, "title": r.title, "outlet": r.outlet, "published": r.published, "sha256": r.sha256, "words": r.words}
            for r in memo.sources
        ],
        "findings": [
            {
                "code": f.code, "name": f.name, "kind": f.kind, "severity": f.severity, "confidence": f.confidence,
                "topic": f.topic.label, "topic_id": f.topic.id, "message": f.message, "because": f.because, "settle": f.settle,
                "hint": f.hint, "fingerprint": f.fingerprint, "silent": [memo.sources[i].path for i in f.silent],
                "sides": [side(s) for s in f.topic.sides],
            }
            for f in memo.findings
        ],
        "topics": [topic(t) for t in memo.topics],
        "coverage": {
            "readings": memo.coverage.readings, "shared": memo.coverage.shared, "single_source": memo.coverage.single_source,
            "unclear": memo.coverage.unclear, "unnamed": memo.coverage.unnamed, "kinds_not_read": list(memo.coverage.kinds_not_read),
            "skipped": [{"path": p, "why": w} for p, w in memo.coverage.skipped],
        },
        "notices": [{"path": n.path, "line": n.line, "message": n.message} for n in memo.notices],
    }
    if why:
        out["alignments"] = [
            {
                "id": a.id,
                "claims": [
                    {
                        "source": (at := place(memo.sources[h.source], h.span))["source"], "start": at["start"], "end": at["end"],
                        "sentence": sentence(documents[h.source], h.span), "predicate": predicate(memo.sources, documents[h.source], h.predicate),
                    }
                    for h in a.happenings
                ],
                "because": list(a.because),
            }
            for a in memo.alignments
        ]
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def predicate(reports: Sequence[Report], document: Document, i: int) -> dict[str, Any]:
    at = place(document.report, document.span(i, i + 1))
    return {"text": at["text"], "start": at["start"], "end": at["end"]}


def sentence(document: Document, span: Span) -> str:
    i = bisect.bisect_right([s.start for s in document.sentences], span.start) - 1
    return document.sentence_text(i) if i >= 0 else ""
