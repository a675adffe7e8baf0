"""Every time of day and every time of play of a report."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime

from checker.facts.calendar import NUMBERS, ORDINALS, WEEKDAYS, table
from checker.facts.clock import LEVELS, Clock, compare
from checker.facts.hours import Hour, bare_hour, dotted_hour, hour_at
from checker.facts.page import words as table_of
from checker.facts.play import play_at
from checker.facts.scene import scene_of
from checker.facts.strip import Strip, strip_of
from checker.facts.zones import is_zone, offset_named, offset_of, zone_of
from checker.model import Document, Fact

__all__ = ["LEVELS", "Clock", "compare", "find"]

_STARTS = frozenset(NUMBERS) | frozenset(ORDINALS) | frozenset(table("clock")["words"])
_ABOUT = frozenset(table("clock")["about"])
_SHORTLY = frozenset(table("clock")["shortly"])
_UPPER = frozenset({"et", "ct", "mt", "pt", "est", "cst", "mst", "pst", "wet", "west", "wit", "cat", "eat", "wat", "z"})
_LONG = frozenset({"eastern", "central", "mountain", "pacific", "atlantic"})
_BESIDE = re.compile(r"(?:(?:on |late |early )*(?:[A-Z][a-z]+day|today|yesterday|tonight|local time),? ?)?(?:\(|,? ?or|,|/)")
_CHANGES = frozenset(word for words in table_of("percent")["change"].values() for word in words)
_SPANS = frozenset(table_of("duration")["spans"]["words"])
_QUARTER = 15  # minutes that "about" and "shortly" give


def find(document: Document, published: str | None = None, strip: Strip | None = None) -> tuple[Fact, ...]:
    """Every time in the readable zones, in order; `published` stands in for the report's own day."""
    strip, scene = strip or strip_of(document), scene_of(document, published)
    out: list[Fact] = []
    i, words = 0, strip.words
    while i < len(words):
        w = words[i]
        if not (w[0].isdecimal() or w in _STARTS):
            i += 1
            continue
        play = play_at(strip, i, scene.sport)
        if play is not None:
            out.append(_fact(strip, i, play[1], play[0]))
            i = play[1]
            continue
        got = _range(strip, i, scene.published) or _single(strip, i, scene.published)
        if got is None:
            i += 1
            continue
        out.append(_fact(strip, i, got[1], got[0]))
        i = got[1]
    return _with_zones(strip, out, scene.published, published or document.report.published or document.report.clock)


def _single(strip: Strip, i: int, day: date | None) -> tuple[Clock, int] | None:
    hour = hour_at(strip, i)
    if hour is None:
        return None
    offset, zone, end = _zone(strip, hour.end, day)
    low, high = hour.minute - hour.width, hour.minute + hour.width
    clock = Clock(low, high, hour.shown, hour.step, hour.width > 0, hour.half_day, offset, zone)
    return _hedged(strip, i, end, clock), end


def _range(strip: Strip, i: int, day: date | None) -> tuple[Clock, int] | None:
    """"between 2 and 3 p.m.", "from 9:30 to 11 a.m.", "6-8 p.m."."""
    before = strip.word(i - 1)
    dotted = _dotted_range(strip, i) if before == "from" else None
    if dotted is not None:
        return dotted
    first = hour_at(strip, i) or bare_hour(strip, i)
    if first is None:
        return None
    link = strip.word(first.end)
    named = (before == "between" and link == "and") or (before == "from" and link in ("to", "until", "till"))
    if not (named or (link in ("-", "–") and hour_at(strip, first.end + 1) is not None)):
        return None
    second = hour_at(strip, first.end + 1)
    if second is None and before == "from":
        second = _until(strip, first)
        if second is not None:
            high = second.minute if second.minute > first.minute else second.minute + 720
            return Clock(first.minute, high, None, 60, True, True), second.end
    if first.step == 60 and first.minute > 720 and second is not None and strip.number(i) is not None and strip.word(i + 1) in ("-", "–"):
        return None  # "Dec. 18-11:14 pm"
    if second is None or (first.half_day and second.half_day and second.step == 60 and not named):
        return None
    low = _before(first, second)
    high = second.minute if second.minute > low else second.minute + 1440
    offset, zone, end = _zone(strip, second.end, day)
    return Clock(low, high, None, second.step, True, second.half_day, offset, zone), end


def _dotted_range(strip: Strip, i: int) -> tuple[Clock, int] | None:
    """"from 3.15 to 9.15" of a clock: both on five minutes, nothing counted or measured by them, nothing said to change."""
    first = dotted_hour(strip, i)
    if first is None or strip.word(first.end) not in ("to", "until", "till"):
        return None
    second = dotted_hour(strip, first.end + 1)
    if second is None or second.minute == first.minute:
        return None
    after = strip.token(second.end)
    if after is not None and (after.pos in ("NOUN", "ADJ", "NUM", "SYM", "PROPN") or after.lower in ("per", "percent", "a")):
        return None
    start = strip.document.sentences[strip.document.tokens[strip.tokens[i]].sentence].first
    if any(t.lower in _CHANGES for t in strip.document.tokens[start : strip.tokens[i]]):
        return None
    high = second.minute if second.minute > first.minute else second.minute + 1440
    return Clock(first.minute, high, None, max(1, min(first.step, second.step)), True, first.half_day and second.half_day), second.end


def _until(strip: Strip, first: Hour) -> Hour | None:
    """The "two" of "from ten until two", and with "to" beside a word of being open or shut the "eighteen" of "from ten to eighteen"."""
    link = strip.word(first.end)
    second = bare_hour(strip, first.end + 1) if link in ("until", "till", "to") and first.step == 60 else None
    if second is None or not second.minute:
        return None
    after = strip.token(second.end)
    if after is not None and (after.pos in ("NOUN", "ADJ", "NUM", "SYM", "PROPN") or after.lower in ("per", "percent", "a", "of")):
        return None
    if link == "to":
        start = strip.document.sentences[strip.document.tokens[strip.tokens[first.end]].sentence].first
        near = strip.document.tokens[max(start, strip.tokens[first.end] - 6) : strip.tokens[first.end]]
        if _SPANS.isdisjoint(t.lower for t in near):
            return None
    return second


def _before(first: Hour, second: Hour) -> int:
    """The first end takes the half of the day of the second where that keeps them in order."""
    if not first.half_day or second.half_day:
        return first.minute
    later = first.minute % 720 + 720
    return later if second.minute >= 720 and later <= second.minute else first.minute % 720


def _hedged(strip: Strip, i: int, end: int, clock: Clock) -> Clock:
    if clock.hedged:
        return clock
    m, before, back = clock.low or 0, strip.word(i - 1), strip.word(i - 2)
    if before == "at":
        before, back = back, strip.word(i - 3)
    if before in ("after", "past", "following"):
        return replace(clock, high=m + _QUARTER if back in _SHORTLY else None, hedged=True)
    if before in ("before", "by"):
        return replace(clock, low=m - _QUARTER if back in _SHORTLY else None, hedged=True)
    if before in ("nearly", "almost", "to") and (before != "to" or back == "close"):
        return replace(clock, low=m - _QUARTER, hedged=True)
    if before in _ABOUT or (strip.word(end) == "or" and strip.word(end + 1) == "so"):
        return replace(clock, low=m - _QUARTER, high=m + _QUARTER, hedged=True)
    return clock


def _zone(strip: Strip, i: int, day: date | None) -> tuple[int | None, str | None, int]:
    """Minutes from UTC, the zone as told, and the atom after it."""
    j = i + 1 if strip.word(i) in ("(", ",") else i
    bracket = strip.word(i) == "("
    got = _zone_words(strip, j, day)
    if got is None:
        k = j + 1 if strip.word(j) == "on" else j
        late = _zone_words(strip, k + 1, day) if strip.word(k) in WEEKDAYS else None  # "1 a.m. Sunday ET"
        return (late[0], None, i) if late is not None else (None, None, i)
    offset, end = got
    text = strip.document.report.text[strip.starts[j] : strip.ends[end - 1]]
    if bracket and strip.word(end) == ")":
        end += 1
    return offset, " ".join(text.split()), end


def _zone_words(strip: Strip, j: int, day: date | None) -> tuple[int | None, int] | None:
    w = strip.word(j)
    if w == "local":
        return None, j + 2 if strip.word(j + 1) == "time" else j + 1
    if w in ("our", "their") and strip.word(j + 1) == "time":
        return None, j + 2
    if is_zone(w) and not (w in _UPPER and not _all_capitals(strip, j)):
        k = j + 1
        k = k + 1 if strip.word(k) in ("standard", "daylight", "summer") else k
        if w in _LONG and strip.word(k) != "time":
            return (offset_named(w, day), k) if k > j + 1 or (strip.word(k) in (".", ",", ")", ";") and strip.capitals[j]) else None
        k = k + 1 if strip.word(k) == "time" else k
        if w in ("gmt", "utc") and strip.word(k) in ("+", "-", "−") and (n := strip.number(k + 1)) is not None and n <= 14:
            sign = 1 if strip.word(k) == "+" else -1
            k += 2
            rest = 0
            if strip.word(k) == ":" and strip.glued(k) and (more := strip.number(k + 1)) is not None:
                rest, k = more, k + 2
            return sign * (60 * n + rest), k
        return offset_named(w, day), k
    for length in (1, 2, 3):
        if strip.word(j + length) == "time" and all(strip.capitals[j : j + length]):
            place = strip.document.report.text[strip.starts[j] : strip.ends[j + length - 1]]
            zone = zone_of(place)
            return (offset_of(zone, day) if zone else None), j + length + 1
    return None


def _all_capitals(strip: Strip, i: int) -> bool:
    return strip.document.report.text[strip.starts[i] : strip.ends[i]].isupper()


def _with_zones(strip: Strip, facts: list[Fact], day: date | None, published: str | None) -> tuple[Fact, ...]:
    """"9.32 a.m. (1232 GMT)" tells the zone of its first time; the other times get a guess."""
    out = list(facts)
    text = strip.document.report.text
    for k in range(len(out) - 1):
        a, b = out[k].value, out[k + 1].value
        assert isinstance(a, Clock) and isinstance(b, Clock)
        between = text[out[k].span.end : out[k + 1].span.start].strip()
        day_times = a.unit is None and b.unit is None and a.shown is not None and b.low is not None
        paired = day_times and a.offset is None and b.offset is not None
        if not paired or not _BESIDE.fullmatch(between):
            continue
        away = (_minutes(a) - _minutes(b) + 719) % 1440 - 719
        if away % 15 == 0:
            out[k] = replace(out[k], value=replace(a, offset=away, zone=a.zone or _name_of(away)))
    guess = _guess(strip, out, day, published)
    if guess is None:
        return tuple(out)
    return tuple(replace(f, value=_guessed(f.value, guess)) for f in out)


def _guessed(value: object, guess: int) -> Clock:
    assert isinstance(value, Clock)
    return value if value.unit is not None or value.offset is not None else replace(value, guess=guess)


def _guess(strip: Strip, facts: list[Fact], day: date | None, published: str | None) -> int | None:
    """The one zone the text tells for a clock that is not UTC, else that of the dateline, else that of the published line."""
    told = Counter(f.value.offset for f in facts if isinstance(f.value, Clock) and f.value.offset is not None and f.value.offset != 0)
    if len(told) == 1:
        return next(iter(told))
    place = strip.document.report.dateline_place
    if place:
        zone = zone_of(place.split(",")[0].strip()) or (zone_of(place.split(",")[-1].strip()) if "," in place else None)
        if zone is not None:
            return offset_of(zone, day)
    if published:
        try:
            away = datetime.fromisoformat(published).utcoffset()
        except ValueError:
            return None
        if away:
            return int(away.total_seconds() // 60)
    return None


def _minutes(clock: Clock) -> int:
    hours, minutes = (clock.shown or "0:0").split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _name_of(offset: int) -> str:
    return f"UTC{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"


def _fact(strip: Strip, first: int, end: int, clock: Clock) -> Fact:
    tokens = strip.document.tokens
    low, high = strip.tokens[first], strip.tokens[end - 1] + 1
    inside = [i for i in range(low, high) if not low <= tokens[i].head < high]
    hedge = strip.word(first - 1) if clock.hedged else None
    return Fact("time", strip.span(first, end), clock, low, high, inside[-1] if inside else high - 1, hedge)
