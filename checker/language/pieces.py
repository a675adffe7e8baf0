"""Cuts a zone into what the parser can read: sentences of prose, "Label: value" lines, entries of a list, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.model import Zone

_STRAIGHT = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)
_DATED = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{4})"  # "16. Nov. 2016" is no list
_BULLET = re.compile(rf"\s*(?:[-–—•·*▪■●]+\s+|\(?\d{{1,2}}[.)]\s+{_DATED}(?=[A-Z\"“]))")
# a few words with a capital, no verb of a sentence, a colon and then the value
_LABEL = re.compile(r"(?:(?<=^)|(?<=[.;] ))([A-Z][^\s:.;,!?\"“”]*(?:[ ,]+[^\s:.;!?\"“”,]+){0,6}):\s+(?=[^\s\"“'])")
_FINITE = re.compile(
    r"\b(?:said|says|say|told|tells|is|are|was|were|has|have|had|will|would|asked|added|adds|warned|wrote|writes|comments|that|which|who|"
    r"as follows|follows|"
    r"including|clear|this|these|following|because|but|and so)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a zone to be parsed by itself: folded text, and for each character its place in the report."""

    text: str
    places: list[int]
    label: bool = False  # the label of the piece that follows


def pieces(text: str, zone: Zone) -> Iterator[Piece]:
    """The zone's pieces in order: white space folded, quotes straightened, bullets left out."""
    for start, end in _lines(text, zone):
        bullet = _BULLET.match(text, start, end) if zone.kind not in ("dateline", "published") else None
        folded, places = fold(text, bullet.end() if bullet and bullet.end() < end else start, end)
        yield from (
            _labelled(folded, places)
            if zone.kind in ("body", "headline", "caption", "furniture")
            else [Piece(folded, places)] * bool(folded)
        )


def fold(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """text[start:end] with white space folded and quotes straightened, and for each character its place in `text`."""
    out: list[str] = []
    places: list[int] = []
    for i, c in enumerate(text[start:end].translate(_STRAIGHT), start):
        if c.isspace():
            if not out or out[-1] == " ":
                continue
            c = " "
        out.append(c)
        places.append(i)
    if out and out[-1] == " ":
        del out[-1], places[-1]
    return "".join(out), places


def _lines(text: str, zone: Zone) -> Iterator[tuple[int, int]]:
    """The zone, cut before lines that begin a list entry or a label, and after a heading; wrapped lines stay together."""
    start = zone.start
    first = True
    at = text.find("\n", start, zone.end)
    while at >= 0:
        nxt = text.find("\n", at + 1, zone.end)
        line, after = text[start:at], text[at + 1 : nxt if nxt >= 0 else zone.end]
        if _BULLET.match(after) or (_label_of(after) is not None) or (first and _heading(line, after)):
            yield start, at
            start, first = at + 1, False
        at = nxt
    yield start, zone.end


def _heading(line: str, after: str) -> bool:
    words = line.split()
    return (
        0 < len(words) <= 4
        and len(line) < 40
        and line.strip()[-1].isalpha()
        and words[0][0].isupper()
        and after.lstrip()[:1].isupper()
        and len(after) > 50
    )


def _label_of(line: str) -> re.Match[str] | None:
    found = _LABEL.match(line.strip())
    return found if found and not _FINITE.search(found[1]) else None


def _labelled(text: str, places: list[int]) -> Iterator[Piece]:
    """ "Persons deceased: 31. Persons injured: 320" as four pieces, each label before its value."""
    at = 0
    found = [m for m in _LABEL.finditer(text) if not _FINITE.search(m[1])]
    if found and (found[0].start() > 0 or _prose(text, found)):
        found = []  # a colon in running text
    for m in found:
        if m.start() > at:
            yield _piece(text, places, at, m.start(), False)
        yield _piece(text, places, m.start(), m.end(), True)
        at = m.end()
    if at < len(text):
        yield _piece(text, places, at, len(text), False)


def _prose(text: str, found: list[re.Match[str]]) -> bool:
    """Whether the value of a lone label is a long sentence in lower case, so that the colon only joins two clauses."""
    value = text[found[0].end() :]
    return len(found) == 1 and value[0].islower() and len(value.split()) > 14


def _piece(text: str, places: list[int], start: int, end: int, label: bool) -> Piece:
    while end > start and text[end - 1] == " ":
        end -= 1
    return Piece(text[start:end], places[start:end], label)


# ---------------------------------------------------------------- capitals


def cases(texts: list[str]) -> dict[str, str]:
    """How words are written in running text: lower-case word -> its commonest form that is not all capitals."""
    seen: dict[str, dict[str, int]] = {}
    for text in texts:
        if shouts(text) or titled(text):
            continue
        for n, m in enumerate(_WORD.finditer(text)):
            word = m[0]
            if len(word) > 1 and word.isupper():
                continue
            # a capital that opens a sentence tells nothing
            opens = n == 0 or text[m.start() - 2 : m.start()] in (". ", "? ", "! ", '" ', ": ") or text[m.start() - 1] in "\"'("
            forms = seen.setdefault(word.lower(), {})
            forms[word] = forms.get(word, 0) + (1 if opens and word[0].isupper() else 10)
    return {lower: max(sorted(forms), key=lambda f: forms[f]) for lower, forms in seen.items()}


def shouts(text: str) -> bool:
    """Whether a line of several words is in capitals throughout."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 7 and " " in text and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def titled(text: str) -> bool:
    """Whether A Line Is Written Like This."""
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.75 * len(words)


def in_sentence_case(text: str, forms: Mapping[str, str], names: frozenset[str]) -> str:
    """The text as it would stand in a sentence, of the same length; words that running text never shows keep a first capital if titled."""
    loud = shouts(text)
    out = list(text)
    for n, m in enumerate(_WORD.finditer(text)):
        word = m[0]
        lower = word.lower()
        form = forms.get(lower)
        if form is None or (n and form[0].isupper() and form.lower() == form[0].lower() + form[1:] and _small(lower)):
            form = lower if _small(lower) else (word.capitalize() if loud and word.capitalize() in names else word if not loud else lower)
        if n == 0 and form.islower():
            form = form[0].upper() + form[1:]
        if len(form) == len(word):
            out[m.start() : m.end()] = list(form)
    return "".join(out)


def _small(word: str) -> bool:
    return word in (
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "but",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "after",
        "over",
        "under",
        "into",
        "amid",
        "off",
        "out",
        "up",
        "down",
        "it",
        "its",
        "his",
        "her",
        "their",
        "he",
        "she",
        "they",
        "not",
        "no",
        "than",
        "more",
        "new",
        "say",
        "says",
        "said",
        "dead",
    )
