"""Where the paragraphs of plain text begin and end.

A line break inside a paragraph means nothing: lines are joined unless the text itself shows that they are apart (a list, `Label: value`
lines, the lines above the copy, a file without blank lines).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

Stretch = tuple[int, int]

_BLOCK = re.compile(r"[^\s\ufeff](?:.*\S)?(?:(?:\r\n|\r|\n)[^\S\r\n]*\S.*)*")
_LINE = re.compile(r"[^\s\ufeff][^\r\n\u2028\u2029]*")
LIST_ITEM = re.compile(r"(?:[-–—*•·▪●◦‣>]|\d{1,2}[.)]|\([a-z\d]{1,2}\)|[a-z]\))\s+\S")
LABELLED = re.compile(r"[A-Z][\w'’/&().-]*(?:[ -][\w'’/&().-]+){0,5}\s?:\s+\S")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_OPEN = re.compile(
    r"(?:[,;(|–—-]|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|but|that|is|was|were|are|has|have|had|his|her|its|their|than|into|over"
    r"|after|before|mr|mrs|ms|dr|st|no|what|how|why|who|when|where|which|will|not|be)\.?)$",
    re.IGNORECASE,
)  # a line that ends so runs on
_STOP = re.compile(r"[.;!?][\"'”’)]*\s")
_SENTENCES = re.compile(r"(?:\w{3}|\d)[.!?]\s+[A-Z]")  # more than one in a line
_HEADS, _HEAD_LINES = 3, 6  # blocks at the top, and lines of one, among which the day of publication stands
_LONG = 120  # no hard wrap is wider
_WHOLE = 20_000  # a paragraph longer than this is cut at a space, so that no parse grows without bound


def paragraphs(
    text: str, stands_alone: Callable[[str], bool], opening: Callable[[str], int], in_heading: Callable[[str, bool], bool] | None = None
) -> list[Stretch]:
    """The paragraphs of the text in order.

    `stands_alone` says whether a line is one by itself (a byline, a published line ...), `opening` how many characters at the beginning
    of a paragraph belong together (a dateline), `in_heading` whether a line at the top tells the day of publication.
    """
    blocks = [m.span() for m in _BLOCK.finditer(text)]
    # a file without blank lines: its lines are the paragraphs, or hard-wrapped ones
    alone = len(blocks) == 1
    wrap = min(_LONG, max((len(m.group()) for m in _LINE.finditer(text)), default=0))
    out: list[Stretch] = []
    for number, (start, end) in enumerate(blocks):
        lines = [(start + m.start(), start + m.start() + len(m.group().rstrip())) for m in _LINE.finditer(text[start:end])]
        if len(lines) == 1:
            out.extend(_short_enough(text, lines[0]))
            continue
        breaks = _breaks(text, lines, wrap if number == 0 else 0, alone, stands_alone, opening, in_heading if number < _HEADS else None)
        first = 0
        for i in (*breaks, len(lines)):
            out.extend(_short_enough(text, (lines[first][0], lines[i - 1][1])))
            first = i
    return out


def _breaks(
    text: str, lines: Sequence[Stretch], wrap: int, alone: bool, stands_alone: Callable[[str], bool], opening: Callable[[str], int],
    in_heading: Callable[[str, bool], bool] | None,
) -> Iterator[int]:
    """The numbers of the lines, after the first, that begin a paragraph; `wrap` is the file's width in the first block, else 0.

    `in_heading`, of a block at the top, says whether a line below any other (letterhead, name of the paper) tells the day of
    publication, and whether the whole block does and need not be parted.
    """
    words = [text[a:b] for a, b in lines]
    start = " ".join(text[lines[0][0] : lines[-1][1]][:400].split())
    told_apart = in_heading is not None and any(in_heading(w, False) for w in words)
    if len(start) < 160 and stands_alone(start) and not told_apart:
        return
    together = opening(start)
    dated = None
    if in_heading is not None and len(words) <= _HEAD_LINES and (wrap or not in_heading(start, True)):
        dated = in_heading
    bullets = sum(bool(LIST_ITEM.match(w)) for w in words)
    labels = sum(bool(LABELLED.match(w)) for w in words) if not any(_SENTENCES.search(w) for w in words) else 0
    width = max(map(len, words))
    plain = len(words) > 2 and not any(_STOP.search(w) for w in words)
    listed = plain and all(_forced(a, b, width) and not _ENDED.search(a) for a, b in itertools.pairwise(words))
    read = 0
    # whether the line before is one by itself
    apart = stands_alone(words[0]) or (dated is not None and not together and dated(words[0], False))
    for i in range(1, len(words)):
        before, line = words[i - 1], words[i]
        read += len(before) + 1
        if read < together:
            continue
        runs_on = line[:1].islower() or line[:1] in "|/•·)" or bool(_OPEN.search(before))
        after_one = apart and not runs_on
        opened = apart or (wrap > 0 and i == 1) or bool(_ENDED.search(before))
        told = dated is not None and dated(line, False)
        apart = not runs_on and (told or (opened and stands_alone(line)))
        if (
            (bullets > 1 and LIST_ITEM.match(line))
            or (labels > 1 and LABELLED.match(line))
            or apart
            or after_one
            or listed
            or (alone and _new_in_lines(text, lines, i, width))
            or (wrap and i == 1 and _two_heads(before, line, wrap))
        ):
            yield i


def _new_in_lines(text: str, lines: Sequence[Stretch], i: int, width: int) -> bool:
    """In a file without blank lines: whether line i begins a paragraph."""
    before, line = text[slice(*lines[i - 1])], text[slice(*lines[i])]
    indent = lines[i][0] - (max(text.rfind("\n", 0, lines[i][0]), text.rfind("\r", 0, lines[i][0])) + 1)
    if width > _LONG:
        return True
    if indent >= 2 and lines[i - 1][0] - (text.rfind("\n", 0, lines[i - 1][0]) + 1) < indent:
        return True
    return _forced(before, line, width) and (bool(_ENDED.search(before)) or (i == 1 and len(before) < width))


def _forced(before: str, line: str, width: int) -> bool:
    """Whether the break between two lines was meant: the next word would have fitted, and the line does not run on."""
    word = line.split(None, 1)[0]
    return len(before) + 1 + len(word) <= width and not line[:1].islower() and not _OPEN.search(before) and not _title_case(before)


def _two_heads(before: str, line: str, wrap: int) -> bool:
    """Whether two lines at the top are two headlines, not one that was wrapped."""
    long = min(len(before), len(line)) >= 20 and line[:1].isupper()
    return long and _forced(before, line, wrap) and not _ENDED.search(before)


def _title_case(line: str) -> bool:
    """Whether nearly every longer word has a capital, so that a capital says nothing."""
    long = [w for w in line.split() if len(w) > 3]
    return len(long) > 2 and sum(w[:1].isupper() for w in long) >= 0.9 * len(long)


def _short_enough(text: str, stretch: Stretch) -> Iterator[Stretch]:
    start, end = stretch
    while end - start > _WHOLE:
        cut = text.rfind(". ", start + _WHOLE // 2, start + _WHOLE) + 1 or text.rfind(" ", start + 1, start + _WHOLE)
        if cut <= start:
            cut = start + _WHOLE
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end
