"""Whether a line at the top of a page names its paper, its writer or its place, and the day."""

from __future__ import annotations

import re

from checker.ingest.dated import CLOCK, SMALL_WORDS, Moment, is_date_word, read_moment

PAGE_WORDS = frozenset(CLOCK["page_words"])
MASTHEAD_WORDS = frozenset(CLOCK["masthead_words"])
_ASIDE = re.compile(r"\s\([^()]{1,40}\)")  # "(all times GMT)"
_SET_OFF = re.compile(r"(?:^|[,|/:.•·–—-]|\b(?:of|published|posted|updated|issued|dated|broadcast))\s*$", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s*$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:published|posted|updated|issued|dated|broadcast)\s*$", re.IGNORECASE)
_WRITER = re.compile(r"(?:By|From|BY|FROM)\s[^\W\d_a-z]")


def names_page_and_day(words: str, opens: bool = False) -> bool:
    """Whether the line is "Vale Post, Saturday 14 June 2025", "Note no. 3, Friday 7 May, 17:00", "By Ada Lund, Vale Post, July 24".

    All of it but the day are names and words of a page ("bulletin", "page 3", "English edition"). A day without weekday or year is
    enough alone, behind a label or a writer, and behind a name of four words at most; never in the line that `opens` the page.
    """
    line = _ASIDE.sub("", words)
    moment = read_moment(line)
    if moment is None or len(moment.rest) > 12:
        return False
    lead, tail = line[: moment.start], line[moment.end :]
    before = _WEEKDAY.sub("", lead)
    if not _SET_OFF.search(before) or not re.match(r"\s*(?:$|[,.|/–—-]|at\s\d|\d)", tail) or re.search(r"[!?]", line):
        return False
    if not _of_a_page(moment):
        return False
    full = moment.year is not None or moment.weekday is not None
    if opens:
        return full and 0 < len(moment.rest) <= 6
    told = bool(_TOLD.search(before) or _WRITER.match(line))
    return full or told or not moment.rest or sum(w.lower() not in PAGE_WORDS for w in moment.rest) <= 4


def _of_a_page(moment: Moment) -> bool:
    """Every word is a name, or one that only stands at the top of a page, or says what kind of the next such it is ("science desk")."""
    plain = [w.lower().rstrip(".") for w in moment.rest]
    for i, word in enumerate(moment.rest):
        known = not word[0].islower() or plain[i] in SMALL_WORDS or plain[i] in PAGE_WORDS or is_date_word(word)
        if not known and not (i + 1 < len(plain) and plain[i + 1] in PAGE_WORDS):
            return False
    return True
