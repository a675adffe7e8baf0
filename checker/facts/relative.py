"""Dates told from another day: yesterday, last week, next Tuesday, two days later.

Each reader takes the strip and the first atom and gives a date and the atom after it, or None.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.facts.calendar import (
    MONTHS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    Days,
    cardinal,
    month_of,
    months_later,
    quarter_of,
    shifted,
    week_of,
    year_of,
)
from checker.facts.moment import Moment
from checker.facts.periods import Read, season_of
from checker.facts.scene import Scene
from checker.facts.strip import Strip

STEP = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "same": 0, "next": 1, "coming": 1, "following": 1}
_UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
_NEAR_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1}


def near_day(strip: Strip, i: int, scene: Scene) -> Read:
    """"yesterday", "today", "tomorrow", "tonight"."""
    w = strip.word(i)
    step, part = (0, "night") if w == "tonight" else (_NEAR_WORDS[w], None)
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
        return _from_last(scene, w, step), j + 1
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


def stretch(d: date, unit: str, step: int) -> Days:
    """The day, week, month ... that lies `step` units from the one around a day."""
    if unit == "day":
        return d + timedelta(days=step), d + timedelta(days=step)
    if unit == "week":
        return week_of(d + timedelta(days=7 * step))
    if unit == "weekend":
        monday = week_of(d)[0]
        # the weekend just gone until Wednesday, the coming one from Thursday
        this = monday + timedelta(days=5 if d.weekday() > 2 else -2)
        if (step > 0 and d.weekday() < 3) or (step < 0 and d.weekday() > 2):
            this += timedelta(days=7 * step)
        return this, this + timedelta(days=1)
    if unit == "month":
        m = months_later(d.replace(day=1), step)
        return month_of(m.year, m.month)
    if unit == "quarter":
        m = months_later(d.replace(day=1), 3 * step)
        return quarter_of(m.year, (m.month + 2) // 3)
    if unit == "year":
        return year_of(d.year + step)
    length = 10 if unit == "decade" else 100
    start = (d.year // length + step) * length
    return date(start, 1, 1), date(start + length - 1, 12, 31)


def the_day(strip: Strip, i: int, scene: Scene) -> Read:
    """"the day before yesterday", "the day after tomorrow", "a day earlier", "the day before", "the next day"."""
    j = i + 1
    if strip.word(j) not in ("day", "week", "month", "year", "evening", "night", "morning"):
        return None
    unit, way, k = strip.word(j), strip.word(j + 1), j + 2
    part = unit if unit in PARTS else None
    if way not in ("before", "after", "earlier", "later") or strip.word(i) not in ("the", "a", "one"):
        return None
    step = -1 if way in ("before", "earlier") else 1
    if way in ("before", "after") and unit in ("day", "evening", "night", "morning"):
        if strip.word(k) in _NEAR_WORDS:
            if scene.published is None:
                return scene.unknown(part=part), k + 1
            d = scene.published + timedelta(days=step + _NEAR_WORDS[strip.word(k)])
            return replace(scene.exact(d, relative=True), part=part), k + 1
        if strip.tokens[k] >= 0 and strip.word(k) not in (".", ",", ";", ":", "and", "but", '"', "to", "in", "at", "by", "for", "on"):
            return replace(scene.unknown(part=part), counted=True), k  # before something that is not a date
    elif way in ("before", "after"):
        return None
    if (strip.word(i) == "one" and way in ("earlier", "later")) or (unit in PARTS and way in ("earlier", "later")):
        return None
    return replace(_from_last(scene, "day" if part else unit, step), part=part), k


def offset(strip: Strip, i: int, scene: Scene) -> Read:
    """"two weeks ago", "1 month and 21 days ago", "three years later", "two days before yesterday", "two Sundays from now"."""
    steps: list[tuple[str, int]] = []
    j = i
    while True:
        got = cardinal(strip, j)
        if got is None:
            break
        n, k = got
        k = k + 1 if strip.word(k) in ("-", "full", "short") else k
        working = strip.word(k) in ("business", "working")
        k = k + 1 if working else k
        w = strip.word(k)
        unit = UNITS.get(w) or ("weekday" if w.removesuffix("s") in WEEKDAYS and len(w) > 5 else None)
        if unit is None:
            return None
        steps.append((f"weekday {WEEKDAYS[w.removesuffix('s')]}" if unit == "weekday" else "working" if working else unit, n))
        j = k + 1
        more = j + 1 if strip.word(j) in ("and", ",") else j
        if cardinal(strip, more) is None or strip.word(more) in ("a", "an"):
            break
        j = more
    if not steps:
        return None
    way = strip.word(j)
    vague = strip.word(i - 1) in ("about", "around", "some", "nearly", "almost", "over", "roughly", "than", "least")
    if way == "ago":
        moment, j = _count(scene, scene.published, steps, -1, vague), j + 1
        k = j + 1 if strip.word(j) == "on" else j
        if strip.word(k) in WEEKDAYS and moment.centre and len(strip.word(k)) > 5:  # "a week ago Friday"
            weekday = WEEKDAYS[strip.word(k)]
            near = moment.centre + timedelta(days=(weekday - moment.centre.weekday() + 3) % 7 - 3)
            return scene.exact(near, weekday, True), k + 1
        return moment, j
    if way == "from" and strip.word(j + 1) in ("now", "today", "tomorrow"):
        base = scene.published and scene.published + timedelta(days=_NEAR_WORDS.get(strip.word(j + 1), 0))
        return _count(scene, base, steps, 1, vague), j + 2
    if way in ("before", "after") and strip.word(j + 1) in _NEAR_WORDS:
        base = scene.published and scene.published + timedelta(days=_NEAR_WORDS[strip.word(j + 1)])
        return _count(scene, base, steps, -1 if way == "before" else 1, vague), j + 2
    if way in ("later", "earlier"):
        if scene.last is None and way == "later" and scene.tense(strip.tokens[i]) != "past":
            return replace(_count(scene, scene.published, steps, 1, vague), counted=True), j + 1
        base = scene.last.days[1] if scene.last and scene.last.known else None
        if base is not None and scene.published is not None and way == "later" and scene.tense(strip.tokens[i]) == "past":
            base = base if base <= scene.published else None
        moment = _count(scene, base, steps, 1 if way == "later" else -1, vague)
        if scene.last is not None and scene.last.precision in ("year", "month") and moment.earliest and steps[0][0] in ("year", "month"):
            d, precision = moment.centre or moment.earliest, scene.last.precision
            moment = scene.whole(precision, year_of(d.year) if precision == "year" else month_of(d.year, d.month), True)
        return replace(moment, counted=True), j + 1
    if strip.word(i - 1) == "in" and steps[0][0] == "working":
        return _count(scene, scene.published, steps, 1, vague), j
    return None


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


def _from_last(scene: Scene, unit: str, step: int) -> Moment:
    """A day, week ... before or after the last date of the text; nothing known where there is none."""
    base = scene.last
    if unit == "weekend" or base is None or not base.known or (unit == "day" and base.precision != "day"):
        return replace(scene.unknown("day" if unit in ("day", "weekend") else "month"), counted=True)
    d = base.days[0]
    if unit in ("day", "week"):
        d += timedelta(days=step * (7 if unit == "week" else 1))
        exact = unit == "day" or (base.precision == "day" and step != 0)
        moment = scene.exact(d, relative=True) if exact else scene.whole("week", week_of(d), True)
    elif base.precision == "day":
        d = shifted(d, unit, step)
        moment = scene.whole(unit, month_of(d.year, d.month) if unit == "month" else year_of(d.year), True)  # type: ignore[arg-type]
    else:
        moment = scene.whole(unit, stretch(d, unit, step), True)  # type: ignore[arg-type]
    return replace(moment, counted=True)


def _count(scene: Scene, base: date | None, steps: list[tuple[str, int]], way: int, vague: bool) -> Moment:
    """The day that lies the steps away; as coarse as its unit where the text counts in weeks or more."""
    unit = steps[-1][0]
    coarse = {"week": 3, "fortnight": 4, "month": 15, "year": 183, "decade": 1000}.get(unit, 1 if vague else 0)
    if base is None:
        return scene.unknown("day" if unit == "day" else "span")
    d = base
    for name, n in steps:
        if name == "working":
            left = n
            while left:
                d += timedelta(days=way)
                left -= d.weekday() < 5
        elif name.startswith("weekday"):
            weekday = int(name[-1])
            d += timedelta(days=7 * (n - 1) * way + way * ((weekday - d.weekday() - way) * way % 7 + 1))
        else:
            d = shifted(d, name, way * n)
    if len(steps) > 1 or not coarse:
        return scene.exact(d, relative=True)
    if unit == "year":
        # "two years ago" is a year by the calendar as often as to the day
        days = max(date(1, 1, 1), months_later(d, -6 - 6 * vague)), months_later(d, 6)
        return replace(scene.whole("span", days, True), vague=True, centre=d)
    try:
        return replace(scene.whole("span", (d - timedelta(days=coarse), d + timedelta(days=coarse)), True), vague=True, centre=d)
    except OverflowError:
        return scene.unknown("span")
