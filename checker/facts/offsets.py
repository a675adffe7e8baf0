"""Dates counted from another one: two weeks ago, two days later, the day before, two Sundays from now.

Each reader takes the strip and the first atom and gives a date and the atom after it, or None.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.facts.calendar import PARTS, UNITS, WEEKDAYS, cardinal, month_of, months_later, shifted, stretch, week_of, year_of
from checker.facts.moment import Moment
from checker.facts.periods import Read
from checker.facts.scene import Scene
from checker.facts.strip import Strip

_LOOSELY = frozenset({"more", "than", "nearly", "almost", "about", "over", "at", "least", "some", "around", "roughly"})
_REACH = 12  # tokens from "the first" to "in five years"
NEAR_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1}


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
        if strip.word(k) in NEAR_WORDS:
            if scene.published is None:
                return scene.unknown(part=part), k + 1
            d = scene.published + timedelta(days=step + NEAR_WORDS[strip.word(k)])
            return replace(scene.exact(d, relative=True), part=part), k + 1
        if strip.tokens[k] >= 0 and strip.word(k) not in (".", ",", ";", ":", "and", "but", '"', "to", "in", "at", "by", "for", "on"):
            return replace(scene.unknown(part=part), counted=True, away=step), k  # before something that is not a date
    elif way in ("before", "after"):
        return None
    if (strip.word(i) == "one" and way in ("earlier", "later")) or (unit in PARTS and way in ("earlier", "later")):
        return None
    return replace(from_last(scene, "day" if part else unit, step), part=part), k


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
    if way == "from" and strip.word(j + 1) in ("now", *NEAR_WORDS):
        base = scene.published and scene.published + timedelta(days=NEAR_WORDS.get(strip.word(j + 1), 0))
        return _count(scene, base, steps, 1, vague), j + 2
    if way in ("before", "after") and strip.word(j + 1) in NEAR_WORDS and strip.word(i - 1) != "for":
        base = scene.published and scene.published + timedelta(days=NEAR_WORDS[strip.word(j + 1)])
        return _count(scene, base, steps, -1 if way == "before" else 1, vague), j + 2
    if way in ("before", "after") and steps[-1][0] in ("day", "week", "fortnight", "month", "year", "decade"):
        days = {"day": 1, "week": 7, "fortnight": 14}.get(steps[-1][0]) if len(steps) == 1 and not vague else None
        away = None if days is None else days * steps[0][1] * (-1 if way == "before" else 1)
        unknown = scene.unknown("day" if steps[-1][0] == "day" else "span")  # "two years after the death"
        return replace(unknown, counted=True, away=away), j + 1
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
    return _last_time(strip, i, j, scene, steps)


def _last_time(strip: Strip, i: int, end: int, scene: Scene, steps: list[tuple[str, int]]) -> Read:
    """"the first strike in five years", "its highest level in more than a decade": when it last was so."""
    unit, n = steps[0]
    k = i - 1
    while strip.word(k) in _LOOSELY:
        k -= 1
    if len(steps) != 1 or unit not in ("year", "decade") or strip.word(k) != "in" or not _ranked(strip, k):
        return None
    if scene.published is None:
        return replace(scene.unknown("span"), vague=True, last_time=True), end
    years = n * (10 if unit == "decade" else 1)
    slack = max(1, years // 10) if years % 10 else max(2, years // 5)
    d = months_later(scene.published, -12 * years)
    moment = scene.whole("span", (months_later(d, -12 * slack), months_later(d, 12 * slack)), True)
    bound = "before" if "than" in strip.words[k:i] or "least" in strip.words[k:i] else None
    return replace(moment, vague=True, centre=d, bound=bound, last_time=True), end


def _ranked(strip: Strip, i: int) -> bool:
    """Whether a word before tells of the first or the most: "the first time", "the worst floods"."""
    tokens, at = strip.document.tokens, strip.tokens[i]
    first = max(strip.document.sentences[tokens[at].sentence].first, at - _REACH)
    return any(t.tag in ("JJS", "RBS") or t.lower in ("first", "only") for t in tokens[first:at])


def from_last(scene: Scene, unit: str, step: int) -> Moment:
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
