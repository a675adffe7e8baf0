"""A report's words cut finely enough to read values: "1h40m" is four pieces, "$1.2bn" three.

The English tokenizer glues and splits figures by rules of its own, so the readers of values work on pieces: runs of digits with their
separators, runs of letters, single signs. An empty piece stands between paragraphs and at both ends, so that no reader looks past one.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from checker.model import NOT_COPY, Document, Fact, Span

_PIECE = re.compile(r"[A-Za-z]{1,3}[$¢₵£]|\.?\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\S")
TAKEN, LENT = 1, 2
_MARGIN = 8  # readers may look this far beyond a paragraph without asking


class Page:
    """The pieces of a document, in parallel lists, and which of them a value has taken."""

    __slots__ = ("document", "end", "glued", "labelled", "lands", "lower", "start", "taken", "text", "token")

    def __init__(self, document: Document, whole: frozenset[str] = frozenset()) -> None:
        self.document = document
        self.text: list[str] = []
        self.lower: list[str] = []
        self.token: list[int] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.glued: list[bool] = []  # no white space between this piece and the one before
        self.lands: dict[str, int] | None = None  # how often each country is spoken of, once somebody asked
        self._fill(whole)
        self.taken = bytearray(len(self.text))
        self.labelled = bytearray(len(self.text))  # ends of figures that number something

    def _fill(self, whole: frozenset[str]) -> None:
        self._margin(0)
        add = self._add
        for sentence in self.document.sentences:
            if sentence.zone in NOT_COPY:
                continue
            if sentence.index and sentence.paragraph != self.document.sentences[sentence.index - 1].paragraph:
                self._margin(sentence.first)
            address = False  # inside a web or mail address
            for token in self.document.tokens[sentence.first : sentence.last]:
                text = token.text
                glued = self.end[-1] == token.start and self.text[-1] != ""
                address = (address and glued) or "://" in text or "@" in text or text.startswith("www.")
                if address:
                    add(text, "\N{REPLACEMENT CHARACTER}", token.i, token.start, token.end, glued)
                    continue
                if text.isalpha() or text in whole or len(text) == 1:
                    add(text, token.lower, token.i, token.start, token.end, glued)
                    continue
                exact = len(text) == token.end - token.start
                for k, match in enumerate(_PIECE.finditer(text)):
                    piece = match.group()
                    at, to = (token.start + match.start(), token.start + match.end()) if exact else (token.start, token.end)
                    add(piece, piece.lower(), token.i, at, to, glued if k == 0 else True)
        self._margin(len(self.document.tokens) - 1)

    def _add(self, text: str, lower: str, token: int, start: int, end: int, glued: bool) -> None:
        self.text.append(text)
        self.lower.append(lower)
        self.token.append(token)
        self.start.append(start)
        self.end.append(end)
        self.glued.append(glued)

    def _margin(self, token: int) -> None:
        for _ in range(_MARGIN):
            self._add("", "", max(token, 0), -1, -1, False)

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        return Span(self.document.source, self.start[first], self.end[last - 1])

    def tokens(self, first: int, last: int) -> tuple[int, int]:
        """The tokens that the pieces stand in, half open."""
        return self.token[first], self.token[last - 1] + 1

    def take(self, first: int, last: int) -> None:
        self.taken[first:last] = b"\x01" * (last - first)

    def take_tokens(self, fact: Fact, mark: int = 1) -> None:
        """Takes the pieces that lie in a fact that was read from tokens."""
        low = bisect_left(self.token, fact.first)
        for i in range(low, len(self.token)):
            if self.token[i] >= fact.last:
                break
            if self.start[i] >= fact.span.start and self.end[i] <= fact.span.end:
                self.taken[i] = mark

    def free(self, first: int, last: int, lent: bool = False) -> bool:
        """Nothing has taken the stretch; `lent` also allows what a relative date ("two weeks later") shares with a length of time."""
        if lent:
            return TAKEN not in self.taken[first:last]
        return not any(self.taken[first:last])

    def taken_by_date(self, first: int, token: int) -> bool:
        """The token, a few pieces on, belongs to a value that starts at a piece ("two years ago", "last year")."""
        word = self.lower[first]
        if not self.taken[first] or not (word.isdigit() or word in ("last", "this", "next") or word in words("numbers")["words"]):
            return False
        return any(self.token[i] == token and self.taken[i] for i in range(first, min(first + 6, len(self.token))))

    def printed(self, first: int, last: int) -> str:
        return " ".join(self.document.report.text[self.start[first] : self.end[last - 1]].split()) if last > first else ""

    def phrase(self, first: int, phrases: Mapping[str, Any], longest: int = 5) -> tuple[str, int] | None:
        """The longest key of `phrases` that starts at a piece, and where it ends; keys are lower case, one space between words."""
        best: tuple[str, int] | None = None
        key = ""
        for k in range(first, min(first + longest, len(self.lower))):
            if not self.lower[k]:
                break
            key += self.lower[k] if k == first or self.glued[k] else " " + self.lower[k]
            if key in phrases:
                best = key, k + 1
        return best


@functools.cache
def words(name: str) -> dict[str, Any]:
    """A data file of checker/facts, without its ending."""
    return tomllib.loads((importlib.resources.files("checker.facts") / f"{name}.toml").read_text(encoding="utf-8"))
