"""Which half of the day an hour belongs to: "p.m.", "in the morning", "on Friday evening", "tonight"."""

from __future__ import annotations

from checker.facts.calendar import PARTS, WEEKDAYS
from checker.facts.strip import Strip

LEAD = frozenset(
    {"at", "by", "until", "till", "from", "since", "before", "after", "around", "about", "for", "past", "between", "approximately"}
)
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night", "lunchtime", "midnight", "dawn"})
_BESIDE = frozenset({"on", "this", "that", "the", "next", ",", "local", "time", "last", "yesterday", "tomorrow", "same"})


def meridiem(strip: Strip, i: int) -> tuple[str, int] | None:
    """"a" or "p" of "am", "p.m.", "p m", and the atom after it."""
    w = strip.word(i)
    if w in ("am", "pm", "ampm"):
        return w[0], i + 1
    if w not in ("a", "p"):
        return None
    j = i + 2 if strip.word(i + 1) == "." else i + 1
    if strip.word(j) != "m":
        return None
    closed = strip.word(j + 1) == "." and strip.glued(j + 1) and strip.word(i + 1) == "."
    return w, j + 2 if closed else j + 1


def o_clock(strip: Strip, i: int) -> bool:
    return strip.word(i) == "o" and strip.word(i + 1) == "'" and strip.word(i + 2) == "clock"


def part_after(strip: Strip, i: int) -> tuple[str, int] | None:
    """"in the morning", "at night", "afternoon" right after the hour."""
    w = strip.word(i)
    if w in ("in", "at") and strip.word(i + 1) == "the":
        w, i = strip.word(i + 2), i + 2
    elif w == "at" and strip.word(i + 1) == "night":
        w, i = "night", i + 1
    return (w, i + 1) if w in DAY_PARTS else None


def part_near(strip: Strip, first: int, end: int) -> str | None:
    """The part of the day told a word or two away: "on Friday morning", "this morning at", "tonight"."""
    for k in range(end, end + 5):
        w = strip.word(k)
        if w in DAY_PARTS or w == "tonight":
            return "night" if w == "tonight" else w
        if w not in WEEKDAYS and w not in _BESIDE:
            break
    for k in range(first - 1, first - 6, -1):
        w = strip.word(k)
        if w in PARTS or w == "tonight":
            return "night" if w == "tonight" else w
        if w not in LEAD and w not in WEEKDAYS and w not in (",", "on", "shortly", "just", "(", "of"):
            break
    return None
