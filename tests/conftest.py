"""Hand-made stories for the snapshots: what the renderers show must not wait for, or change with, the reading of English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest

from checker.model import (
    Alignment,
    Card,
    Coverage,
    Document,
    Fact,
    Field,
    Finding,
    Happening,
    Memo,
    Notice,
    Question,
    Reading,
    Report,
    Scalar,
    Sentence,
    Side,
    Span,
    Token,
    Topic,
    Understanding,
    Zone,
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value that knows its JSON fields."""

    given: tuple[tuple[str, Scalar], ...]

    def fields(self) -> dict[str, Scalar]:
        return dict(self.given)

    def normal(self) -> str:
        return str(self.given)


AGENCY = """Ministers end talks on Lake Orrin ferry

PORT ORRIN, May 4 (Nordwire) - Ministers from three regions met for an hour and 40 minutes on Tuesday.

The ferry will cost 12.5 million crowns, transport secretary Ilse Brandt said. About 200 people watched from the quay.
"""
HERALD = """Lake ferry talks

Transport Minister Ilse Brandt and her colleagues talked for two hours. The ferry will cost 12.5 million crowns.
"""
RADIO = "Ferry: the talks took 100 minutes, and the regions will pay 12,500,000 crowns. It has [sic] two decks.\n"


def read(path: str, text: str, outlet: str | None) -> Report:
    zones = tuple(Zone("body", m.start(), m.end()) for m in re.finditer(r"\S.*", text))
    return Report(path, text, zones, text.split("\n")[0], outlet, None, "ab" * 32, len(text.split()))


def parsed(report: Report, source: int) -> Document:
    words = list(re.finditer(r"[\w.,]*\w|[^\w\s]", report.text))
    tokens = tuple(Token(i, m[0], m[0], m[0], "X", "X", i, "root", m.start(), m.end(), 0, True) for i, m in enumerate(words))
    stretches = list(re.finditer(r"\S[^\n]*?(?:[.!?](?=\s)|(?=\n))", report.text))
    sentences = tuple(Sentence(i, 0, 0, m.start(), m.end(), "body", i) for i, m in enumerate(stretches))
    return Document(report, source, tokens, sentences)


def place_of(reports: tuple[Report, ...], source: int, words: str) -> Span:
    start = reports[source].text.index(words)
    return Span(source, start, start + len(words))


def side(reports: tuple[Report, ...], source: int, words: str, value: Scalar, speaker: str | None = None) -> Side:
    return Side(place_of(reports, source, words), value, speaker)


def fact(reports: tuple[Report, ...], source: int, kind: str, words: str, **fields: Scalar) -> Fact:
    return Fact(kind, place_of(reports, source, words), Value(tuple(fields.items())), 0, 1, 0)


def interval(low: float, high: float, high_open: bool = False) -> dict[str, Scalar]:
    return {"low": low, "high": high, "low_open": False, "high_open": high_open}


@pytest.fixture
def reports() -> tuple[Report, ...]:
    return read("agency.txt", AGENCY, "Nordwire"), read("herald.txt", HERALD, None), read("radio.txt", RADIO, "Radio Orrin")


@pytest.fixture
def documents(reports: tuple[Report, ...]) -> tuple[Document, ...]:
    return tuple(parsed(r, i) for i, r in enumerate(reports))


@pytest.fixture
def memo(reports: tuple[Report, ...], documents: tuple[Document, ...]) -> Memo:
    """An error, a warning and a note, one agreement, one open question, one value that stands alone."""
    long = Topic(
        "t1", "duration", "how long the talks took", Question("duration", "last", "talks"),
        (
            side(reports, 0, "an hour and 40 minutes", 6000), side(reports, 1, "two hours", 7200), side(reports, 2, "100 minutes", 6000),
        ),
        "conflict", "differs", "both are exact, and 20 minutes apart", "duration", settle="the ministry's readout gives the length",
        evidence=("both are told of the talks of the three ministers",),
    )
    office = Topic(
        "t2", "title", "the office of Ilse Brandt", Question("title", "office", "p1"),
        (side(reports, 0, "transport secretary", "transport secretary"), side(reports, 1, "Transport Minister", "transport minister")),
        "conflict", "differs", "a secretary is not the minister", "title", hint="Herald alone calls her a minister",
    )
    crowd = Topic(
        "t3", "count", "people on the quay", None, (side(reports, 0, "About 200 people", 200, "police"),), "conflict", "rounded",
        "the figure stands without its source", "count",
    )
    cost = Topic(
        "t4", "money", "cost of the ferry", Question("money", "cost", "ferry"),
        (
            side(reports, 0, "12.5 million crowns", 12500000), side(reports, 1, "12.5 million crowns", 12500000),
            side(reports, 2, "12,500,000 crowns", 12500000),
        ),
        "agree", "same", "the same sum", "money",
    )
    payer = Topic(
        "t5", "organization", "who pays", None, (side(reports, 0, "three regions", "regions"), side(reports, 2, "the regions", "regions")),
        "unclear", "scope", "three regions may be all of them", "organization",
    )
    findings = (
        Finding(
            "NUM09", "unsourced-figure", "count", "note", "low", crowd, "people on the quay: Nordwire “About 200 people”", crowd.because,
            None, None, "c0ffee000003", (1, 2),
        ),
        Finding(
            "DUR01", "duration-differs", "duration", "error", "high", long, "how long the talks took: three answers", long.because,
            long.settle, None, "c0ffee000001",
        ),
        Finding(
            "TTL01", "office-differs", "title", "warning", "medium", office, "Ilse Brandt holds two offices", office.because, None,
            office.hint, "c0ffee000002", (2,),
        ),
    )
    deck = fact(reports, 2, "count", "two decks", value=2, of="deck")
    decks = Reading(Question("count", "have", "ferry", "deck"), deck, None, "actual", "direct", holder="the ferry")
    met_at, took_at = place_of(reports, 0, "Ministers from three regions met"), place_of(reports, 2, "the talks took")
    met = Happening("0:15", "h1", "meet", 0, 15, (), True, "actual", None, None, met_at, True)
    took = Happening("2:3", "h1", "meet", 2, 3, (), True, "actual", None, None, took_at, True)
    coverage = Coverage(14, 4, 1, 1, 2, ("time", "ordinal"), (("notes.pdf", "not a text or HTML file"),))
    return Memo(
        reports, findings, (long, office, crowd, cost, payer), (Alignment("h1", (met, took), ("both name the talks",)),), coverage,
        (Notice("radio.txt", 1, "has one paragraph only"),), documents, (decks,),
    )


@pytest.fixture
def clean_memo(memo: Memo) -> Memo:
    """The same reports with nothing to find."""
    return Memo(memo.sources, (), memo.topics[3:], (), memo.coverage, (), memo.documents, memo.readings)


@pytest.fixture
def understanding(reports: tuple[Report, ...], documents: tuple[Document, ...]) -> Understanding:
    length = fact(reports, 0, "duration", "an hour and 40 minutes", value=6000, **interval(6000, 6000), unit="second")
    cost = fact(reports, 0, "money", "12.5 million crowns", value=12500000, **interval(12450000, 12550000, True), unit=None)
    crowd = replace(fact(reports, 0, "count", "About 200 people", value=200, **interval(170, 230), of="person"), hedge="About")
    two = fact(reports, 1, "duration", "two hours", value=7200, **interval(7200, 7200), unit="second")
    brandt = place_of(reports, 0, "Ilse Brandt")
    card = Card(
        "p1", "person", "Ilse Brandt",
        (Field("name", "ilse brandt", "Ilse Brandt", brandt), Field("office", "transport secretary", "transport secretary", brandt)), (),
    )
    readings = (
        Reading(Question("duration", "last", "h1"), length, None, "actual", "direct", holder="the talks"),
        Reading(Question("money", "cost", "h2", None, "2026"), cost, "Ilse Brandt", "planned", "near", holder="the ferry"),
        Reading(Question("count", None), crowd, None, "actual", "none"),
    )
    return Understanding(reports, (two, crowd, cost, length), readings, (card,), (), documents)


@pytest.fixture
def hostile_memo(memo: Memo) -> Memo:
    """A finding whose copy is full of markup, escape sequences and characters that turn the line round."""
    text = 'Port said\x1b[31m [bold]<script>alert("1")</script> | *two* =1+1 :smile: \u202e100\u202c %0A::error::x boats.\n'
    report = read("=evil,1:2%.txt", text, "[red]<b>E&vil</b>")
    boats = side((report,), 0, text[5:-8], "=1+1", "\x1b]0;x\x07y")
    topic = Topic("t1", "count", "boats <i>&[bold]", None, (boats,), "conflict", "differs", "a|b", "count")
    finding = Finding("NUM01", "count-differs", "count", "error", "high", topic, text.strip(), "a|b", None, None, "c0ffee000009")
    return Memo((report,), (finding,), (topic,), (), memo.coverage, (), (parsed(report, 0),))
