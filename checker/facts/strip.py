"""A document as one strip of atoms: runs of letters, runs of digits, single signs.

Printed dates and times are cut differently by every tokenizer ("Dec.14", "9.32 a.m.", "09h32"); atoms are always the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Document, Span, Token

BREAK = "\n"  # the word of the atom between two paragraphs; nothing is read across it
READ = frozenset({"headline", "body", "caption", "correction"})
_ATOM = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


@dataclass(slots=True)
class Strip:
    """Parallel lists over the atoms of a document's readable zones."""

    document: Document
    words: list[str]  # lower case
    tokens: list[int]  # index of the token that holds the atom, -1 for a break
    starts: list[int]
    ends: list[int]
    capitals: list[bool]  # begins with a capital letter

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else BREAK

    def number(self, i: int) -> int | None:
        """The atom as a plain number of up to four digits."""
        w = self.word(i)
        return int(w) if len(w) <= 4 and w.isdecimal() and w.isascii() else None

    def glued(self, i: int) -> bool:
        """Atom i stands right after atom i - 1, without a space."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i] and self.tokens[i - 1] >= 0

    def figure(self, i: int) -> bool:
        return self.word(i).isdecimal()

    def goes_on(self, i: int, signs: str = ".,:") -> bool:
        """At i a sign ties the figure before it to another one after it, as in "3.5" and "1,200"."""
        return self.word(i) in tuple(signs) and self.glued(i) and self.glued(i + 1) and self.figure(i + 1)

    def token(self, i: int) -> Token | None:
        """The token that holds atom i, None for a break between paragraphs."""
        t = self.tokens[i] if 0 <= i < len(self.tokens) else -1
        return self.document.tokens[t] if t >= 0 else None

    def counts(self, i: int) -> bool:
        """Atom i is a number that counts the plural noun after it."""
        token = self.token(i)
        if token is None or token.relation not in ("number", "quantity_modifier"):
            return False
        head = self.document.tokens[token.head]
        return head.i > token.i and head.tag in ("NNS", "NNPS")

    def span(self, first: int, last: int) -> Span:
        return Span(self.document.source, self.starts[first], self.ends[last - 1])


def strip_of(document: Document) -> Strip:
    """The atoms of every zone that tells news; a dateline that opens a body paragraph is left out."""
    strip = Strip(document, [], [], [], [], [])
    paragraph = -1
    opened = 0
    for sentence in document.sentences:
        if sentence.zone not in READ:
            continue
        first = sentence.first
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            _add(strip, BREAK, -1, sentence.start, sentence.start, False)
            if sentence.zone == "body" and opened < 3:
                opened += 1
                first = _after_dateline(document, sentence.first)
        for token in document.tokens[first : sentence.last]:
            text = token.text
            if token.lower == "d" and strip.words[-1] == "we" and strip.ends[-1] == token.start:
                strip.words[-1], strip.ends[-1] = "wed", token.end  # spaCy takes "Wed" for "we'd"
                continue
            if text.isalpha():
                _add(strip, token.lower, token.i, token.start, token.end, text[0].isupper())
                continue
            exact = token.end - token.start == len(text)
            for m in _ATOM.finditer(text):
                start, end = (token.start + m.start(), token.start + m.end()) if exact else (token.start, token.end)
                _add(strip, m.group().lower(), token.i, start, end, m.group()[0].isupper())
    _add(strip, BREAK, -1, 0, 0, False)
    return strip


def _add(strip: Strip, word: str, token: int, start: int, end: int, capital: bool) -> None:
    strip.words.append(word)
    strip.tokens.append(token)
    strip.starts.append(start)
    strip.ends.append(end)
    strip.capitals.append(capital)


def _after_dateline(document: Document, first: int) -> int:
    """The token after "TIRANA, Nov 8 (Adria Press) -" at the head of a paragraph, else `first`."""
    tokens = document.tokens
    if first >= len(tokens) or not (tokens[first].text.isupper() and len(tokens[first].text) > 2):
        return first
    paragraph = document.sentences[tokens[first].sentence].paragraph
    for token in tokens[first + 1 : first + 30]:
        if document.sentences[token.sentence].paragraph != paragraph:
            break
        if token.text in ("-", "–", "—", "--"):
            return token.i + 1
        if token.pos in ("VERB", "AUX") and token.tag != "VBN":
            break
    return first
