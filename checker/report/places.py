"""Where a stretch of a report stands in its file, and the sentence around it: what every format shows of a side."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Document, Memo, Report, Scalar, Side, Span, Topic, Understanding
from checker.report.visible import visible

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "that", "this", "one"})


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a report, in the file's own offsets."""

    path: str
    name: str  # who speaks
    text: str  # exactly file[start:end]
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    before: str  # the readable sentence: before the stretch, the stretch, and after it
    words: str
    after: str

    @property
    def sentence(self) -> str:
        return " ".join((self.before + self.words + self.after).split())

    @property
    def at(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A side of a topic with its place."""

    place: Place
    value: Scalar
    speaker: str | None

    @property
    def voice(self) -> str | None:
        """The speaker, where it is more than a pronoun."""
        return None if self.speaker is None or self.speaker.lower() in _PRONOUNS else self.speaker


class Places:
    """The reports of one run, asked where spans stand."""

    def __init__(self, story: Memo | Understanding) -> None:
        self.reports: Sequence[Report] = story.sources
        self.documents: dict[int, Document] = {d.source: d for d in story.documents}
        self._names = {card.id: card.name for card in story.cards}
        self._lines: dict[int, list[int]] = {}
        self._starts = {d.source: [s.start for s in d.sentences] for d in story.documents}

    def of(self, span: Span) -> Place:
        report = self.reports[span.source]
        start, end = report.in_file(span.start, span.end)
        (line, column), (end_line, end_column) = self._line(span.source, start), self._line(span.source, end)
        first, last = self.sentence(span)
        text = report.text
        before, words, after = (_folded(text[a:b]) for a, b in ((first, span.start), (span.start, span.end), (span.end, last)))
        return Place(
            report.path, report.name, report.decoded[start:end], start, end, line, column, end_line, end_column, before.lstrip(), words,
            after.rstrip(),
        )

    def named(self, speaker: str | None) -> str | None:
        """Who speaks, in words: the name of the card where the reading has only its id."""
        if speaker is None or speaker in self._names:
            return self._names.get(speaker or "")
        speaker = re.sub(r"\s*['’]s$", "", speaker)
        kind, colon, rest = speaker.partition(":")
        return rest.replace("-", " ").title() if colon and kind in ("person", "organization", "place") else speaker

    def sides(self, topic: Topic) -> tuple[Shown, ...]:
        return tuple(self._shown(side) for side in topic.sides)

    def sentence(self, span: Span) -> tuple[int, int]:
        """Where the sentence (or the sentences) around the span begins and ends in the readable text."""
        document, text = self.documents.get(span.source), self.reports[span.source].text
        if document is not None and document.sentences:
            starts = self._starts[span.source]
            first = max(0, bisect.bisect_right(starts, span.start) - 1)
            last = max(first, bisect.bisect_left(starts, span.end) - 1)
            found = document.sentences[first].start, document.sentences[last].end
            if found[0] <= span.start and span.end <= found[1]:
                return found
        left = text.rfind("\n", 0, span.start) + 1
        right = text.find("\n", span.end)
        return left, len(text) if right < 0 else right

    def _shown(self, side: Side) -> Shown:
        return Shown(self.of(side.span), side.value, self.named(side.speaker))

    def _line(self, source: int, offset: int) -> tuple[int, int]:
        if source not in self._lines:
            self._lines[source] = [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", self.reports[source].decoded))]
        starts = self._lines[source]
        line = bisect.bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def quoted(text: str) -> str:
    """Words of a report in quotation marks, safe to show."""
    return f"“{visible(text)}”"


def values_by_source(sides: Sequence[Shown]) -> str:
    """`Agency, Radio “100 minutes”; Herald “two hours”`: the same words once, with all who print them."""
    by_words: dict[str, list[str]] = {}
    for side in sides:
        by_words.setdefault(quoted(side.place.words), []).append(visible(side.place.name))
    return "; ".join(f"{', '.join(dict.fromkeys(names))} {words}" for words, names in by_words.items())


def counted(n: int, one: str, many: str | None = None) -> str:
    """`1 report`, `2 reports`."""
    return f"{n} {one if n == 1 else many or one + 's'}"
