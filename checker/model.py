"""The data types that every stage hands on: frozen, slotted, made of tuples.

Offsets count Unicode code points in `Report.text`. Token ranges are half open: first <= i < last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, Protocol

Scalar = str | int | float | bool | None | tuple[int, int]
Verdict = Literal["agree", "conflict", "unclear"]
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # gravest first
Confidence = Literal["high", "medium", "low"]
Mood = Literal["actual", "planned", "possible", "required", "general"]
ZoneKind = Literal["headline", "dateline", "byline", "published", "body", "caption", "correction", "furniture"]

_REFERENCE = re.compile(r"&#?\w+;?")  # a character reference of HTML

NOT_COPY: frozenset[ZoneKind] = frozenset({"dateline", "byline", "published", "furniture"})  # what tells nothing of the event
KINDS = (
    "name", "title", "organization", "place", "date", "time", "duration", "count", "money", "percent", "measure", "age",
    "ordinal", "quote", "polarity", "attribution",
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one report's text."""

    source: int  # index into the reports sorted by path
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.source == other.source and self.start < other.end and other.start < self.end


# ---------------------------------------------------------------- ingest


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a report that plays one part on the page."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: its readable text, its zones and the way back to places in the file."""

    path: str  # as given; "-" for standard input
    text: str  # readable text, what every later stage works on
    zones: tuple[Zone, ...]  # in order, not overlapping, covering every paragraph
    title: str | None = None  # the headline
    outlet: str | None = None  # label, credit line, or None
    published: str | None = None  # ISO date or date-time, with offset where known
    sha256: str = ""
    words: int = 0
    file_text: str | None = None  # the decoded file where it differs from `text` (HTML), else None
    offsets: tuple[int, ...] | None = None  # for each code point of `text` its place in `file_text`; None = the same place
    dateline_place: str | None = None  # "REYKJAVIK" of "REYKJAVIK, May 20 (Reuters) -"
    clock: str | None = None  # "2021-05-20" of such a dateline, where the other reports of the story tell the year (compare only)
    dateline_day: str | None = None  # "--05-20" or "--05-20T13:25+00:00" where the report says when it was filed, but no year
    notices: tuple[Notice, ...] = ()  # what an editor should know of how it was read

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch as offsets into the decoded file."""
        if self.offsets is None:
            return start, end
        if start >= end:
            at = self.offsets[min(start, len(self.offsets) - 1)]
            return at, at
        last = self.offsets[end - 1]
        reference = _REFERENCE.match(self.decoded, last) if self.decoded[last] == "&" else None
        whole = reference is not None and (self.text[end - 1] != "&" or reference.group().lower().startswith(("&amp", "&#")))
        return self.offsets[start], reference.end() if whole and reference else last + 1

    @property
    def decoded(self) -> str:
        return self.text if self.file_text is None else self.file_text

    @property
    def name(self) -> str:
        """Who speaks: the label or outlet, else the file's name."""
        return self.outlet or re.split(r"[\\/]", self.path)[-1]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something an editor should know that is not a finding."""

    path: str | None
    line: int | None
    message: str


# ---------------------------------------------------------------- language

Relation = Literal[
    "root", "subject", "passive_subject", "object", "indirect_object", "agent", "attribute", "oblique", "case", "clause",
    "open_clause", "adverbial_clause", "relative_clause", "noun_clause", "apposition", "compound", "adjective", "adverb", "number",
    "possessive", "determiner", "conjunct", "coordinator", "auxiliary", "passive_auxiliary", "negation", "particle", "marker",
    "quantity_modifier", "adverbial_noun", "punctuation", "parataxis", "other",
]


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the clause, in our own few relations.

    Prepositional phrases read as in Universal Dependencies: the noun is an `oblique` of what the phrase belongs to (its `case`
    child is the preposition); "by ..." of a passive is `agent`. A copula keeps the verb as head: "He is minister" has
    minister = `attribute` of is.
    """

    i: int
    text: str
    lower: str
    lemma: str  # lower case for common words
    pos: str  # UD: NOUN PROPN VERB AUX ADJ ADV NUM ADP DET PRON PART CCONJ SCONJ PUNCT SYM INTJ X
    tag: str  # Penn Treebank
    head: int  # token index in the document; itself for a root
    relation: Relation
    start: int
    end: int
    sentence: int
    space: bool  # white space follows


@dataclass(frozen=True, slots=True)
class Sentence:
    index: int
    first: int
    last: int
    start: int
    end: int
    zone: ZoneKind
    paragraph: int
    label: tuple[int, int] | None = None  # tokens of the label of a "Label: value" line


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name in the text, without titles and articles."""

    kind: Literal["person", "organization", "place"]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TitleMention:
    """An office, rank or profession phrase, whole ("US Secretary of State", "then-deputy foreign minister")."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that the report gives to somebody: quoted (`direct`) or reported."""

    first: int  # the words said, without the quotation marks
    last: int
    direct: bool
    speaker: tuple[int, int] | None  # tokens of the phrase that names who speaks, None where the text leaves it open
    cue: int | None  # the verb or phrase of saying ("said", "according")
    start: int  # code points; of a direct quote without its marks
    end: int


@dataclass(frozen=True)
class Document:
    """One report with its English: tokens, sentences, names, titles, who said what."""

    report: Report
    source: int
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NameMention, ...] = ()
    titles: tuple[TitleMention, ...] = ()
    speeches: tuple[Speech, ...] = ()
    meanings: Any = field(default=None, compare=False, repr=False)  # word vectors, one row a token; None where the pipeline has none

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indexes of its dependents, in order."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                out[token.head].append(token.i)
        return tuple(tuple(c) for c in out)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        return tuple(t.start for t in self.tokens)

    @cached_property
    def speech_of(self) -> tuple[int, ...]:
        """For each token the index of the innermost Speech that holds it, -1 for the report's own voice."""
        out = [-1] * len(self.tokens)
        for k, speech in sorted(enumerate(self.speeches), key=lambda p: p[1].last - p[1].first, reverse=True):
            out[speech.first : speech.last] = [k] * (speech.last - speech.first)
        return tuple(out)

    @cached_property
    def name_of(self) -> tuple[int, ...]:
        """For each token the index of the NameMention that holds it, else -1."""
        out = [-1] * len(self.tokens)
        for k, name in enumerate(self.names):
            out[name.first : name.last] = [k] * (name.last - name.first)
        return tuple(out)

    def subtree(self, i: int) -> tuple[int, ...]:
        """All tokens under token i, itself included, in order."""
        out, stack = [], [i]
        while stack:
            j = stack.pop()
            out.append(j)
            stack.extend(self.children[j])
        return tuple(sorted(out))

    def span(self, first: int, last: int) -> Span:
        return Span(self.source, self.tokens[first].start, self.tokens[last - 1].end)

    def text(self, first: int, last: int) -> str:
        return self.report.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""

    def sentence_text(self, index: int) -> str:
        s = self.sentences[index]
        return " ".join(self.report.text[s.start : s.end].split())


# ---------------------------------------------------------------- facts


class FactValue(Protocol):
    """What a fact's value must tell of itself; the rest is known only to the file of its kind."""

    def fields(self) -> dict[str, Scalar]:
        """The fields of the JSON line: value, low, high, low_open, high_open, unit and what else the kind has."""
        ...

    def normal(self) -> str:
        """One string for one value, whatever its wording; it goes into fingerprints."""
        ...


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in the text."""

    kind: str
    span: Span
    value: FactValue
    first: int  # tokens
    last: int
    head: int  # the token that ties the value into the clause (the counted noun, the unit, else the number)
    hedge: str | None = None  # "at least", "about" ... as printed
    entity: str | None = None  # id of a Card, for name, title, organization, place, age


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparator says of two values: a verdict, which outcome, and a sentence."""

    verdict: Verdict
    level: str
    because: str
    hint: str | None = None


# ---------------------------------------------------------------- entities, happenings, readings


@dataclass(frozen=True, slots=True)
class Field:
    """One entry of a card, with where it stands. `text` is as printed, `value` normalised."""

    name: Literal["name", "office", "nationality", "age", "gender", "organization", "home", "profession", "acronym", "within"]
    value: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens that speaks of an entity."""

    source: int
    first: int
    last: int
    how: Literal["name", "title", "pronoun", "description"]


@dataclass(frozen=True, slots=True)
class Card:
    """One person, organisation or place over all reports."""

    id: str
    kind: Literal["person", "organization", "place"]
    name: str  # the fullest, most frequent spelling
    fields: tuple[Field, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what takes part in a happening: tokens, and the card where they name one."""

    name: Literal["subject", "object", "place", "time", "topic", "other"]
    first: int
    last: int
    head: int
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One mention of something that happened, is planned or denied."""

    id: str  # "source:token"
    group: str  # one id for all mentions of one happening over all reports
    concept: str
    source: int
    predicate: int  # token
    roles: tuple[Role, ...]
    affirmed: bool
    mood: Mood
    speaker: str | None  # card id or the words that name the speaker, None for the report's own voice
    anchor: str | None  # resolved day, occasion or place that keeps it apart from others of its concept
    span: Span
    main: bool = False  # belongs to the main event
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a value answers."""

    kind: str
    asks: str | None  # concept of the word that names the value
    about: str | None = None  # card id or happening group
    of: str | None = None  # counted noun class, part, holder
    anchor: str | None = None  # occasion, as-of time, place


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer to one question in one report."""

    question: Question
    fact: Fact
    speaker: str | None
    mood: Mood
    sure: Literal["direct", "near", "none"]  # how directly the question was read
    evidence: tuple[str, ...] = ()
    sentence: int = 0
    holder: str | None = None  # readable name of what the question is about
    cues: frozenset[str] = frozenset()  # content lemmas, entities and figures beside the value, for confirmation and vetoes
    running: bool = False  # a running tally (dead, injured, missing ...)
    meaning: Any = field(default=None, compare=False, repr=False)  # word vectors, see readings/terms.py, meaning_of
    wording: tuple[tuple[str, float], ...] = field(default=(), compare=False, repr=False)  # see readings/terms.py, wording_of
    zone: ZoneKind = "body"
    of_card: bool = False  # a field of a card (office, age, home), whose question is exact


# ---------------------------------------------------------------- topics and findings


@dataclass(frozen=True, slots=True)
class Side:
    """What one report says: the value or the few words that say it."""

    span: Span
    value: Scalar
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One question with the answers of the reports, and what comparing them gave."""

    id: str
    kind: str
    label: str
    question: Question | None
    sides: tuple[Side, ...]
    verdict: Verdict
    level: str
    because: str
    comparator: str
    hint: str | None = None
    settle: str | None = None
    tier: Severity | None = None  # ceiling by how sure the alignment is; None = the rule's own severity stands
    normal: tuple[str, ...] = ()  # normalised values and question, for the fingerprint
    fields: tuple[tuple[str, str], ...] = ()  # further placeholders of messages: unit, speaker
    readings: tuple[Reading, ...] = ()  # the answers that judge.py compares; empty where align has judged already (quotes, spellings, sums)
    met: tuple[tuple[int, int], ...] = ()  # which of the readings were matched with which; only these pairs are compared
    veto: str | None = None  # a sentence: why the values may differ and both be right
    evidence: tuple[str, ...] = ()  # why these passages answer one question


@dataclass(frozen=True, slots=True)
class Finding:
    """A topic whose sides cannot all be right, as a rule words it."""

    code: str
    name: str
    kind: str
    severity: Severity
    confidence: Confidence
    topic: Topic
    message: str
    because: str
    settle: str | None
    hint: str | None
    fingerprint: str
    silent: tuple[int, ...] = ()  # sources that say nothing of it


@dataclass(frozen=True, slots=True)
class Alignment:
    """A group of mentions of one happening."""

    id: str
    happenings: tuple[Happening, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was compared and what was not."""

    readings: int = 0
    shared: int = 0
    single_source: int = 0
    unclear: int = 0
    unnamed: int = 0
    kinds_not_read: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()  # path, why


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was read in the reports, before anything is compared."""

    sources: tuple[Report, ...]
    facts: tuple[Fact, ...]
    readings: tuple[Reading, ...]
    cards: tuple[Card, ...]
    notices: tuple[Notice, ...]
    documents: tuple[Document, ...] = ()
    happenings: tuple[Happening, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()  # sources left out: path, why


@dataclass(frozen=True, slots=True)
class Memo:
    """What `compare` returns."""

    sources: tuple[Report, ...]
    findings: tuple[Finding, ...]
    topics: tuple[Topic, ...]
    alignments: tuple[Alignment, ...]
    coverage: Coverage
    notices: tuple[Notice, ...]
    documents: tuple[Document, ...] = ()
    readings: tuple[Reading, ...] = ()
    accepted: tuple[str, ...] = ()  # fingerprints of findings that were left out because a desk accepts them
    cards: tuple[Card, ...] = ()  # who the ids in questions and speakers are
