"""Days that have a name: Christmas Day, New Year's Eve, the September 11 attacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.facts.calendar import HOLIDAYS, day, table, year_after
from checker.facts.periods import Read
from checker.facts.scene import Scene
from checker.facts.strip import Strip

TOLD = frozenset({"on", "since", "until", "before", "after", "dated"})  # words before a date and before little else
_KNOWN = table("known_days")


def holiday(strip: Strip, i: int, scene: Scene) -> Read:
    """"Christmas Day", "on New Year's Eve 2015"."""
    for length in (5, 4, 3, 2, 1):
        name = _joined(strip, i, i + length)
        if name in HOLIDAYS and strip.capitals[i]:
            if name == "christmas" and strip.word(i - 1) not in TOLD and strip.word(i - 1) not in ("at", "last", "next", "this"):
                return None
            month, number = HOLIDAYS[name]
            year = year_after(strip, i + length)
            moment = scene.day(year[0] if year else None, month, number, strip.tokens[i])
            return replace(moment, vague=name == "christmas"), year[1] if year else i + length
    return None


def known_day(strip: Strip, i: int, month: int, number: int) -> date | None:
    """The day of "the September 11 attacks", which is of no other year."""
    words = _KNOWN.get(f"{month:02}-{number:02}", ())
    return day(int(words[0]), month, number) if words and strip.word(i) in words[1:] else None


def _joined(strip: Strip, first: int, last: int) -> str:
    return "".join(("" if i == first or strip.glued(i) else " ") + strip.word(i) for i in range(first, last))
