"""Dates told from the day of the report: yesterday, last week, next Tuesday, this morning.

Each reader takes the strip and the first atom and gives a date and the atom after it, or None.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from checker.facts.calendar import MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS, Days, cardinal, month_of, shifted, stretch, week_of
from checker.facts.moment import Moment
from checker.facts.offsets import NEAR_WORDS, from_last
from checker.facts.periods import Read, season_of
from checker.facts.scene import Scene
from checker.facts.strip import Strip

STEP = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "same": 0, "next": 1, "coming": 1, "following": 1}
_UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})


def near_day(strip: Strip, i: int, scene: Scene) -> Read:
    """"yesterday", "today", "tomorrow", "tonight"."""
    w = strip.word(i)
    step, part = (0, "night") if w == "tonight" else (NEAR_WORDS[w], None)
    if strip.word(i + 1) == "'" and strip.word(i + 2) == "s" and w == "today":
        return None
    weekday, end = _named_too(strip, i + 1)
    if scene.published is None:
        return replace(scene.unknown(part=part), weekday=weekday), end
    return replace(scene.exact(scene.published + timedelta(days=step), weekday, relative=True), part=part), end


def _named_too(strip: Strip, i: int) -> tuple[int | None, int]:
    """The weekday of "yesterday, on Friday" or "today (Friday)", and the atom after it."""
    j = i + 1 if strip.word(i) in (",", "(") else i
    k = j + 1 if strip.word(j) == "on" else j
    w = strip.word(k)
    return (WEEKDAYS[w], k + 1) if j > i and w in WEEKDAYS and len(w) > 5 else (None, i)


def stepped(strip: Strip, i: int, scene: Scene) -> Read:
    """"last Friday", "next week", "this morning", "last night", "next Tuesday", "last November", "last week Sunday"."""
    which = strip.word(i)
    j = i + 1
    w = strip.word(j)
    if which not in ("last", "this", "next") and strip.word(i - 1) not in ("the", "this") and w not in WEEKDAYS:
        return None
    step = STEP[which]
    if which == "this" and w in ("past", "coming"):
        step, j, w = (0 if strip.word(j + 1) == "weekend" else STEP[w]), j + 1, strip.word(j + 1)
    if w in ("calendar", "fiscal", "financial"):
        return None
    published = scene.published
    if w in PARTS and (which in ("this", "last", "next")):
        return _part_of_day(strip, j, scene, which)
    if w in WEEKDAYS and len(w) > 5:
        return _stepped_weekday(scene, step, WEEKDAYS[w], which), j + 1
    if w in MONTHS and strip.capitals[j] and which != "same":
        return _stepped_month(scene, step, MONTHS[w]), j + 1
    if w in SEASONS:
        return _stepped_season(scene, step, SEASONS[w]), j + 1
    if w not in _UNITS:
        return None
    if which in ("following", "previous", "same") or (which == "next" and strip.word(i - 1) == "the" and w == "day"):
        if scene.last is None and published is not None and w == "day" and scene.tense(strip.tokens[i]) == "future":
            return scene.exact(published + timedelta(days=step), relative=True), j + 1
        return (from_last(scene, w, step) if scene.last else replace(scene.unknown(w), counted=True)), j + 1  # type: ignore[arg-type]
    if which == "past" or (which == "last" and strip.word(i - 1) == "the"):
        return None  # "in the last year" tells how long, not when
    if w == "day" and which == "this" and strip.word(i - 1) != "on" and strip.tokens[j + 1] >= 0:
        return None
    if published is None:
        return scene.unknown(w), j + 1  # type: ignore[arg-type]
    days = stretch(published, w, step)
    if w == "week":
        got = _weekday_in(strip, j + 1, days, scene)
        if got is not None:
            return got
    return scene.whole(w if w != "day" else "day", days, True), j + 1  # type: ignore[arg-type]


def just_gone(strip: Strip, i: int, scene: Scene) -> Read:
    """"in the last two days", "in the past three weeks": up to the day of the report."""
    if strip.word(i - 1) != "the" or strip.word(i - 2) not in ("in", "within") or strip.word(i) not in ("last", "past"):
        return None
    got = cardinal(strip, i + 1)
    if got is None or strip.word(i + 1) in ("a", "an") or UNITS.get(strip.word(got[1])) not in ("day", "week"):
        return None
    p, unit = scene.published, UNITS[strip.word(got[1])]
    if p is None:
        return scene.unknown("span"), got[1] + 1
    return replace(scene.whole("span", (shifted(p, unit, -got[0]), p), True), vague=True), got[1] + 1


def weekend(strip: Strip, i: int, scene: Scene) -> Read:
    """"the weekend", "at the weekend"; "this weekend" is read as stepped."""
    if strip.word(i - 1) not in ("the", "at", "over"):
        return None
    if scene.published is None:
        return scene.unknown("weekend"), i + 1
    future = scene.tense(strip.tokens[i]) == "future"
    saturday = week_of(scene.published)[0] + timedelta(days=5)
    if not future and scene.published < saturday:
        saturday -= timedelta(days=7)
    return scene.whole("weekend", (saturday, saturday + timedelta(days=1)), True), i + 1


def _part_of_day(strip: Strip, j: int, scene: Scene, which: str) -> Read:
    part = strip.word(j)
    if (which == "next" and part != "morning") or scene.published is None:
        return (scene.unknown(part=part), j + 1) if which != "next" else None
    if which == "next":
        return None
    back = 1 if which == "last" else 0
    return replace(scene.exact(scene.published - timedelta(days=back), relative=True), part=part), j + 1


def _stepped_weekday(scene: Scene, step: int, weekday: int, which: str) -> Moment:
    p = scene.published
    if p is None:
        return Moment(None, None, "day", weekday=weekday, relative=True)
    if which in ("following", "previous"):
        base = scene.last.days[0] if scene.last and scene.last.known else p
        ahead = (weekday - base.weekday() - 1) % 7 + 1
        return replace(scene.exact(base + timedelta(days=ahead if step > 0 else ahead - 7 or -7), weekday, True), counted=True)
    if step < 0:
        return scene.exact(p - timedelta(days=(p.weekday() - weekday - 1) % 7 + 1), weekday, True)
    if step > 0:
        return scene.exact(p + timedelta(days=(weekday - p.weekday() - 1) % 7 + 1), weekday, True)
    return scene.exact(week_of(p)[0] + timedelta(days=weekday), weekday, True)


def _stepped_month(scene: Scene, step: int, month: int) -> Moment:
    p = scene.published
    if p is None:
        return Moment(None, None, "month", month, relative=True)
    if step < 0:
        year = p.year if month < p.month else p.year - 1
    elif step > 0:
        year = p.year if month > p.month else p.year + 1
    else:
        year = p.year
    return scene.whole("month", month_of(year, month), True)


def _stepped_season(scene: Scene, step: int, first: int) -> Moment:
    p = scene.published
    if p is None:
        return scene.unknown("season")
    base = [season_of(scene, first, p.year + k) for k in (-2, -1, 0, 1)]
    past = [s for s in base if s.days[1] < p]
    chosen = past[-1] if step < 0 and past else next((s for s in base if s.days[0] > p), base[-1]) if step > 0 else None
    return chosen or min(base, key=lambda s: abs((s.days[0] + timedelta(days=45) - p).days))


def _weekday_in(strip: Strip, i: int, week: Days, scene: Scene) -> Read:
    """The "on Friday" of "next week on Friday"."""
    j = i + 1 if strip.word(i) == "," else i
    j = j + 1 if strip.word(j) == "on" else j
    w = strip.word(j)
    if j == i + 1 and strip.word(i) == ",":
        return None
    if w in WEEKDAYS and len(w) > 5:
        return scene.exact(week[0] + timedelta(days=WEEKDAYS[w]), WEEKDAYS[w], True), j + 1
    return None
