"""Times of play: "the 112th minute", "with 4:48 remaining", "7:41 left in the 1st half", "the third quarter" of a match."""

from __future__ import annotations

import itertools

from checker.facts.calendar import cardinal, ordinal, table
from checker.facts.clock import Clock
from checker.facts.strip import Strip

_PERIODS = frozenset(table("clock")["periods"])
_ADDED = frozenset({"stoppage", "added", "injury", "additional"})
_MOST_ADDED = 20
_NAMES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")


def play_at(strip: Strip, i: int, sport: bool) -> tuple[Clock, int] | None:
    """The time of play that begins at atom i, and the atom after it."""
    return _minute(strip, i) or _left(strip, i, sport) or (_period(strip, i) if sport else None)


def _minute(strip: Strip, i: int) -> tuple[Clock, int] | None:
    got = ordinal(strip, i)
    if got is None or not 1 <= got[0] <= 130:
        return _on_minutes(strip, i)
    n, j = got
    more = ordinal(strip, j + 1) if strip.word(j) in ("and", ",", "or") else None
    if more is not None and strip.word(more[1]) == "minutes":  # "in the 12th and 70th minutes"
        return Clock(n, n, str(n), unit="minute of play"), j
    j = j + 1 if strip.word(j) == "-" else j
    if strip.word(j) not in ("minute", "minutes") or (strip.number(i) is None and strip.word(i - 1) in ("last", "this")):
        return None
    if strip.word(j + 1) == "of" and strip.word(j + 2) in _ADDED and strip.word(j + 3) == "time" and n <= _MOST_ADDED:
        following = strip.words[j + 4 : j + 12]
        first = any(pair == ("first", "half") for pair in itertools.pairwise(following))
        n, j = n + (45 if first else 90), j + 3  # "the fourth minute of stoppage time" is the 94th
    return Clock(n, n, str(n), unit="minute of play"), j + 1


def _on_minutes(strip: Strip, i: int) -> tuple[Clock, int] | None:
    """"scored on 67 minutes", the 23 and the 67 of "on 23 and 67 minutes"."""
    n = strip.number(i)
    if n is None or not 1 <= n <= 130:
        return None
    clock = Clock(n, n, str(n), unit="minute of play")
    if strip.word(i - 1) == "on":
        if strip.word(i + 1) in ("minutes", "mins"):
            return clock, i + 2
        if strip.word(i + 1) == "and" and strip.number(i + 2) is not None and strip.word(i + 3) == "minutes":
            return clock, i + 1
    if strip.word(i - 1) == "and" and strip.number(i - 2) is not None and strip.word(i - 3) == "on" and strip.word(i + 1) == "minutes":
        return clock, i + 2
    return None


def _left(strip: Strip, i: int, sport: bool) -> tuple[Clock, int] | None:
    n = strip.number(i)
    minutes: float
    if n is not None and strip.word(i + 1) == ":" and strip.glued(i + 1) and strip.glued(i + 2) and (s := strip.number(i + 2)) is not None:
        if len(strip.word(i + 2)) != 2 or s > 59 or n > 60:
            return None
        minutes, j, shown = n + s / 60, i + 3, f"{n}:{s:02}"
    else:
        if not sport:
            return None
        got = cardinal(strip, i)
        if got is None or strip.word(i) in ("a", "an"):
            return None
        minutes, j = 0, i
        for unit, weight in (("minute", 1.0), ("second", 1 / 60)):
            got = cardinal(strip, j)
            if got is not None and strip.word(got[1]) in (unit, unit + "s"):
                minutes, j = minutes + got[0] * weight, got[1] + 1
                j = j + 1 if strip.word(j) in ("and", ",") and cardinal(strip, j + 1) else j
        if j == i:
            return None
        shown = f"{int(minutes)}:{round(minutes % 1 * 60):02}"
    if strip.word(j) in ("left", "remaining"):
        j += 1
    elif strip.word(j) == "to" and strip.word(j + 1) in ("play", "go", "remain"):
        j += 2
    else:
        return None
    k = j + 2 if strip.word(j) in ("in", "of") and strip.word(j + 1) == "the" else j
    period = _period(strip, k)
    name = period[0].period if period else None
    low = high = minutes
    if strip.word(i - 1) in ("under", "about", "around", "over", "than", "nearly", "almost"):
        low, high, shown = minutes - 1, minutes + 1, f"about {shown}"
    return Clock(low, high, shown, unit="minute of play", period=name, left=True), period[1] if period else j


def _period(strip: Strip, i: int) -> tuple[Clock, int] | None:
    got = ordinal(strip, i)
    if got is None or not 1 <= got[0] <= 12:
        return None
    n, j = got
    j = j + 1 if strip.word(j) == "-" else j
    w = strip.word(j)
    of_play = strip.word(j + 3) in ("game", "match", "final") or strip.word(j + 2) == "play"
    if w not in _PERIODS or n > {"half": 2, "quarter": 4, "period": 3}.get(w, 12) or (strip.word(j + 1) == "of" and not of_play):
        return None
    return Clock(None, None, f"{_NAMES[n]} {w}", unit="period", period=f"{_NAMES[n]} {w}"), j + 1
