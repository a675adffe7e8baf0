"""The hour as printed or written out: "9.32 a.m.", "09h32", "1325 GMT", "ten minutes to five", "half past six", "noon"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.facts.calendar import WEEKDAYS, cardinal, table
from checker.facts.halfday import DAY_PARTS, LEAD, meridiem, o_clock, part_after, part_near
from checker.facts.strip import BREAK, Strip
from checker.facts.zones import is_zone

_IS = frozenset({"s", "is", "was", "were", "back", "nearly", "almost"})
_NOT_BEFORE = frozenset({"in", "of", "clocked", "than", "timed", "ratio", "psalm", "time"})
_FOLLOWS = frozenset({
    ".", ",", ";", ")", "!", "?", ":", BREAK, "-", "–", '"', "on", "today", "yesterday", "tomorrow", "tonight", "this", "in", "local",
    "when", "as", "with", "and", "sharp", "the", "that", "last", "next", "after", "before", "until", "for", "but", "while", *WEEKDAYS,
})
_PM = {"afternoon", "evening", "lunchtime"}
_WORDS = table("clock")


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day before hedges and zones, and the atom after it."""

    minute: int  # after midnight
    end: int
    second: int | None = None
    step: int = 1  # minutes to which it is rounded
    half_day: bool = False
    width: int = 0  # minutes to either side, for "mid-morning"

    @property
    def shown(self) -> str:
        text = f"{self.minute // 60 % 24:02}:{self.minute % 60:02}"
        return text if self.second is None else f"{text}:{self.second:02}"


def hour_at(strip: Strip, i: int) -> Hour | None:
    """The time of day that begins at atom i, with its "p.m." and "in the morning"."""
    got = _in_figures(strip, i) or _past_or_to(strip, i) or _named(strip, i) or _in_words(strip, i)
    return None if got is None else _of_day(strip, i, got)


def bare_hour(strip: Strip, i: int) -> Hour | None:
    """The "7" of "between 7 and 9 p.m."; only for ranges."""
    got = cardinal(strip, i)
    if got is None or strip.word(i) in ("a", "an") or not 0 <= got[0] <= 24:
        return None
    return Hour(got[0] % 24 * 60, got[1], step=60, half_day=0 < got[0] <= 12)


def dotted_hour(strip: Strip, i: int) -> Hour | None:
    """The "3.15" of "from 3.15 to 9.15"; only for ranges."""
    n, minutes = strip.number(i), strip.number(i + 2)
    if n is None or minutes is None or n > 24 or len(strip.word(i)) > 2 or strip.glued(i) or strip.word(i + 1) != ".":
        return None
    if not (strip.glued(i + 1) and strip.glued(i + 2)) or len(strip.word(i + 2)) != 2 or minutes > 59 or minutes % 5:
        return None
    if strip.goes_on(i + 3, ".:,") or (strip.glued(i + 3) and strip.word(i + 3) not in (".", ",", ")", ";", BREAK)):
        return None
    return Hour(n % 24 * 60 + minutes, i + 3, None, _step(minutes), 0 < n <= 12)


def _in_figures(strip: Strip, i: int) -> Hour | None:
    n = strip.number(i)
    if n is None or (strip.glued(i) and strip.word(i - 1) not in ("(", "-", "–", '"', "'", "[", "/", "t")):
        return None
    digits, sign, before = len(strip.word(i)), strip.word(i + 1), strip.word(i - 1)
    minutes = strip.number(i + 2)
    two = minutes is not None and len(strip.word(i + 2)) == 2 and minutes < 60
    whole = digits <= 2 and n <= 24
    if whole and two and minutes is not None and strip.glued(i + 2) and (strip.glued(i + 1)) and sign in (":", ".", "h"):
        end, second = i + 3, None
        if sign == ":" and strip.word(end) == ":" and strip.glued(end) and (s := strip.number(end + 1)) is not None and s < 60:
            end, second = end + 2, s
        if strip.goes_on(end, ":.,") or (strip.glued(end) and strip.word(end) in ("%", "/", "°", "x", "m", "km", "kg", "bn", "million")):
            return None
        zoned = is_zone(strip.word(end)) and strip.capitals[end]
        marked = zoned or meridiem(strip, end) is not None or strip.word(end) in ("hours", "hrs", "local", "o")
        if sign == "." and not marked:
            told = before in ("at", "by", "until", "from", "since") or (before in LEAD and strip.word(i - 2) in ("at", "by", "until"))
            clear = strip.word(i)[0] == "0" and digits == 2 and strip.word(end) in ("a", "an", "the", "he", "she", "it", "they", "police")
            if not (told and (clear or strip.word(end) in _FOLLOWS) and strip.capitals[i] is False):
                return None
        if sign == ":" and not marked and (before in _NOT_BEFORE or strip.word(end) == "of"):
            return None
        if strip.glued(i) and before == "-" and not strip.figure(i - 2):
            return None  # "the under-16:00 timeout"
        if sign == ":" and not marked and before in _WORDS["books"] and strip.capitals[i - 1]:
            return None  # John 3:16
        clear = n > 12 or n == 0 or (digits == 2 and strip.word(i)[0] == "0") or sign == "h"
        return Hour(n % 24 * 60 + minutes, _hours_word(strip, end), second, _step(minutes), not clear)
    apart = sign == "h" and not strip.glued(i + 1) and strip.word(i + 3) not in ("min", "m")
    if whole and apart and two and minutes is not None:  # "10 H 10 pm"
        return Hour(n % 24 * 60 + minutes, i + 3, None, _step(minutes), 0 < n <= 12)
    if digits == 4 and n // 100 < 24 and n % 100 < 60:
        after = strip.word(i + 1)
        if after in ("gmt", "utc", "z", "zulu") or (is_zone(after) and strip.capitals[i + 1]):
            return Hour(n // 100 * 60 + n % 100, i + 1, None, _step(n % 100))
        told = before in LEAD or before == "(" or strip.word(i)[0] == "0"
        if told and (after in ("hours", "hrs") or (after == "local" and strip.word(i + 2) == "time")):
            return Hour(n // 100 * 60 + n % 100, _hours_word(strip, i + 1), None, _step(n % 100))
    if digits in (3, 4) and n // 100 <= 12 and n % 100 < 60 and meridiem(strip, i + 1) is not None:
        return Hour(n // 100 % 24 * 60 + n % 100, i + 1, None, _step(n % 100), True)
    if whole and (meridiem(strip, i + 1) is not None or o_clock(strip, i + 1)):
        return Hour(n % 24 * 60, i + 1, None, 60, 0 < n <= 12)
    if whole and n and (_bare(strip, i, i + 1) or _told_part(strip, i, i + 1)):
        return Hour(n % 24 * 60, i + 1, None, 60, n <= 12)
    if whole and n and before in DAY_PARTS and strip.word(i + 1) == BREAK:
        return Hour(n % 24 * 60, i + 1, None, 60, n <= 12)
    more = cardinal(strip, i + 1) if whole and n and before in LEAD and strip.number(i + 1) is None else None
    if more is not None and 10 <= more[0] < 60 and strip.word(more[1]) in _FOLLOWS:  # "8 thirty"
        return Hour(n % 24 * 60 + more[0], more[1], None, _step(more[0]), n <= 12)
    return None


def _in_words(strip: Strip, i: int) -> Hour | None:
    """"eight forty", "seven o'clock", "at seven"."""
    if strip.word(i) in ("a", "an") or strip.number(i) is not None:
        return None
    got = cardinal(strip, i)
    if got is None or got[0] > 24 or not got[0]:
        return None
    n, end = got
    late = cardinal(strip, end + 1) if strip.word(end) == "-" and strip.glued(end) and n <= 12 else None
    if late is not None and 10 <= late[0] < 60 and meridiem(strip, late[1]) is not None:  # "nine-thirty a.m."
        return Hour(n % 24 * 60 + late[0], late[1], None, _step(late[0]), True)
    more = cardinal(strip, end) if strip.number(end) is None and strip.word(end) not in ("a", "an") else None
    if more is not None and more[0] < 60:
        told = strip.word(i - 1) in LEAD or meridiem(strip, more[1]) is not None or part_after(strip, more[1]) is not None
        return Hour(n % 24 * 60 + more[0], more[1], None, _step(more[0]), n <= 12) if told else None
    if meridiem(strip, end) is not None or o_clock(strip, end) or _bare(strip, i, end) or _told_part(strip, i, end):
        return Hour(n % 24 * 60, end, None, 60, n <= 12)
    return None


def _past_or_to(strip: Strip, i: int) -> Hour | None:
    """"ten minutes to five", "a quarter past eight", "half past seven", "10 past 9", "five minutes before midnight"."""
    j = i + 1 if strip.word(i) in ("a", "three") and strip.word(i + 1) in ("quarter", "quarters") else i
    w = strip.word(j)
    named = w in ("quarter", "quarters", "half")
    if w in ("quarter", "quarters"):
        n, k = 45 if strip.word(i) == "three" else 15, j + 1
    elif w == "half":
        n, k = 30, j + 1
    else:
        got = cardinal(strip, j)
        if got is None or not 0 < got[0] < 60 or (strip.word(j) in ("a", "an") and strip.word(j + 1) != "minute"):
            return None
        n, k = got
    unit = strip.word(k) in ("minutes", "minute", "mins", "min")
    k = k + 1 if unit else k
    way = strip.word(k)
    if way not in ("past", "to", "before", "after", "till") or (w == "half" and way != "past"):
        return None
    told = strip.word(i - 1) in ("at", "about", "around", "by") or strip.word(i - 1) in _IS
    if not unit and not named and way != "past" and not (way == "to" and told and n % 5 == 0):
        return None  # "won 10 to 8"
    base = _in_figures(strip, k + 1) or _named(strip, k + 1)
    if base is None and (way not in ("before", "after") or (unit and n % 5 == 0)):
        base = bare_hour(strip, k + 1)
        if base is not None and way in ("before", "after") and strip.word(base.end) not in _FOLLOWS:
            return None  # "ten minutes after seven men came"
    if base is None or (way in ("to", "till") and strip.word(base.end) in ("percent", "per", "%", "million", "billion")):
        return None
    if base.step == 60 and strip.word(base.end) != "o" and meridiem(strip, base.end) is None and _counts_something(strip, base.end - 1):
        return None
    shift = n if way in ("past", "after") else -n
    return replace(base, minute=(base.minute + shift) % 1440, step=_step(n))


def _named(strip: Strip, i: int) -> Hour | None:
    w = strip.word(i)
    j = i + 1
    if w == "mid":
        j = i + 2 if strip.word(i + 1) == "-" else i + 1
        w = {"night": "midnight", "day": "midday"}.get(strip.word(j), "")
        if strip.word(j) in ("morning", "afternoon"):
            return Hour(600 if strip.word(j) == "morning" else 840, j + 1, None, 60, width=90)
        j += 1
    part_of_name = strip.capitals[i] and strip.tokens[i - 1] >= 0 and strip.word(i - 1) not in (".", '"', "at", "by")
    if w not in ("noon", "midnight", "midday") or part_of_name:
        return None
    if strip.tokens[j] >= 0 and strip.glued(j) and strip.word(j) == "-":
        return None
    return Hour(0 if w == "midnight" else 720, j, None, 60, width=30 if w == "midday" else 0)


def _of_day(strip: Strip, first: int, hour: Hour) -> Hour:
    """The hour with the half of the day that the words beside it tell."""
    end = hour.end
    if o_clock(strip, end):
        end += 3
    half = meridiem(strip, end)
    if half is not None:
        which, end = half
        minute = hour.minute % 720 if which == "a" else hour.minute % 720 + 720 if hour.minute < 780 else hour.minute
        if which == "a" and hour.minute >= 780:
            minute = hour.minute
        after = part_after(strip, end)
        return replace(hour, minute=minute, end=after[1] if after and strip.word(end) == "in" else end, half_day=False)
    hour = replace(hour, end=end)
    if not hour.half_day:
        after = part_after(strip, end)
        return replace(hour, end=after[1]) if after and strip.word(end) == "in" else hour
    told = part_after(strip, end)
    part = told[0] if told else part_near(strip, first, end)
    if told:
        hour = replace(hour, end=told[1])
    if part is None:
        return hour
    minute = hour.minute % 720
    if part in _PM:
        minute = minute if part == "lunchtime" and minute >= 600 else minute + 720
    elif part == "night":
        minute = minute + 720 if minute >= 300 else minute
    return replace(hour, minute=minute, half_day=False)


def _bare(strip: Strip, i: int, end: int) -> bool:
    """"at seven" is a time where nothing is counted by it and no rate, age or price stands before."""
    if strip.word(i - 1) not in ("at", "until", "till") and not (strip.word(i - 1) in LEAD and strip.word(i - 2) == "at"):
        return False
    n = cardinal(strip, i)
    if n is None or n[0] > 12:
        return False
    back = strip.word(i - 2)
    if back in _WORDS["not_before_hour"] or strip.word(i - 3) in _WORDS["not_before_hour"] or strip.word(end) not in _FOLLOWS:
        return False
    if strip.word(i - 1) in ("until", "till") and strip.word(end) not in WEEKDAYS and strip.word(end) != "on":
        return False
    tied = strip.word(end) in ("-", "–", ":") and strip.glued(end)
    return not tied and not strip.goes_on(end) and not _counts_something(strip, end - 1) and strip.word(end + 1) != "percent"


def _told_part(strip: Strip, i: int, end: int) -> bool:
    """"It was 7 in the morning", "until three in the afternoon"; not "killed 7 in the morning"."""
    if strip.word(i - 1) not in LEAD and strip.word(i - 1) not in _IS:
        return False
    return strip.word(end) in ("in", "at") and part_after(strip, end) is not None


def _counts_something(strip: Strip, i: int) -> bool:
    token = strip.document.tokens[strip.tokens[i]]
    head = strip.document.tokens[token.head]
    modifies = token.relation in ("number", "quantity_modifier", "compound") and head.i == token.i + 1
    return modifies and head.pos == "NOUN" and head.lower not in DAY_PARTS


def _hours_word(strip: Strip, i: int) -> int:
    return i + 1 if strip.word(i) in ("hours", "hrs") else i


def _step(minutes: int) -> int:
    return 60 if minutes == 0 else 30 if minutes == 30 else 15 if minutes % 15 == 0 else 5 if minutes % 5 == 0 else 1
