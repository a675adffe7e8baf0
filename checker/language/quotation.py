"""Finds what stands in quotation marks: single and double, over paragraphs, with and without a closing mark."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Document

_OPENS = "“„«‘‚"
_MOST_PARAGRAPHS = 16  # a speech printed one sentence a line
_CLOSES = "”»’"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens between the marks, and whether the words run on from the quotation before (a paragraph without a closing mark)."""

    first: int
    last: int
    closed: bool
    continues: bool


def quotations(document: Document) -> list[Quotation]:
    """Every quotation in order; those inside another are left out."""
    out: list[Quotation] = []
    stretches = paragraphs(document)
    k = 0
    while k < len(stretches):
        first, last = stretches[k]
        out.extend(_in_paragraph(document, first, last, bool(out) and not out[-1].closed and out[-1].last == first))
        k += 1
        if out and not out[-1].closed and out[-1].last == last:
            k = _over_paragraphs(document, stretches, k, out)
    return out


def _over_paragraphs(document: Document, stretches: list[tuple[int, int]], k: int, out: list[Quotation]) -> int:
    """A quotation without marks at the head of its further paragraphs runs to the mark that closes it; the next paragraph to read."""
    for n in range(k, min(k + _MOST_PARAGRAPHS, len(stretches))):
        first, last = stretches[n]
        mark = next((i for i in range(first, last) if document.tokens[i].text == '"'), None)
        if mark is None:
            continue
        before = document.tokens[mark - 1]
        after = document.tokens[mark + 1] if mark + 1 < last else None
        said = any(document.tokens[i].pos == "VERB" and document.tokens[i].relation == "root" for i in range(mark + 1, min(mark + 5, last)))
        if mark == first or (before.space and after is not None and not said):
            return k  # it opens one of its own
        for a, b in stretches[k:n]:
            out.append(Quotation(a, b, False, True))
        out.append(Quotation(first, mark, True, True))
        out.extend(_in_paragraph(document, mark + 1, last, False))
        return n + 1
    return k


def paragraphs(document: Document) -> list[tuple[int, int]]:
    """Token ranges of the paragraphs in order."""
    out: list[tuple[int, int]] = []
    number = -1
    for sentence in document.sentences:
        if sentence.paragraph == number:
            out[-1] = (out[-1][0], sentence.last)
        else:
            out.append((sentence.first, sentence.last))
            number = sentence.paragraph
    return out


def _in_paragraph(document: Document, first: int, last: int, runs_on: bool) -> list[Quotation]:
    tokens, text = document.tokens, document.report.text
    out: list[Quotation] = []
    opened: int | None = None
    mark = ""
    for i in range(first, last):
        word = tokens[i].text
        if word == '"' or word == "''" or word == "``":
            kind = '"'
        elif word == "'" and tokens[i].tag != "POS":
            kind = "'"
        else:
            continue
        printed = text[tokens[i].start]
        before = " " if i == first or tokens[i - 1].space else "x"
        after = "x" if not tokens[i].space and i + 1 < last else " "
        if opened is None:
            if printed in _CLOSES and not (printed == "»" and after == "x"):
                continue
            if after == "x" and (before == " " or tokens[i - 1].text in "([-–—/" or printed in _OPENS):
                opened, mark = i, kind
        elif kind == mark:
            if printed in _OPENS and printed not in "„‚" and printed != "«":
                if i - opened > 1:
                    opened = i  # the first was never closed
                continue
            if before == " " and after == "x" and printed in "\"'":
                continue  # a quotation inside, with the same mark
            if kind == "'" and not _closes_single(document, i):
                continue
            if i > opened + 1:
                out.append(Quotation(opened + 1, i, True, runs_on and opened == first))
            opened = None
    if opened is not None and mark == '"' and last > opened + 1 and opened == _start_of_sentence(document, opened):
        out.append(Quotation(opened + 1, last, False, runs_on and opened == first))
    return out


def _start_of_sentence(document: Document, i: int) -> int:
    first = document.sentences[document.tokens[i].sentence].first
    # '"We ...' after a colon opens a quotation as well as one at the head of a sentence
    return i if i > first and document.tokens[i - 1].text in (":", ",") else first


def _closes_single(document: Document, i: int) -> bool:
    """An apostrophe after a plural closes nothing."""
    tokens = document.tokens
    if tokens[i - 1].pos == "PUNCT":
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return not (tokens[i - 1].lower.endswith("s") and after is not None and after.pos in ("NOUN", "ADJ") and tokens[i].space)
