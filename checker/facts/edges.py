"""Parts of a longer stretch: early next year, late 2012, mid-May, the first week of January, the last day of September.

Each reader takes the strip and the first atom and gives a date and the atom after it, or None.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.facts.absolute import month_first
from checker.facts.calendar import MONTHS, SEASONS, UNITS, WEEKDAYS, Days, cardinal, month_of, months_later, ordinal, stretch, year_of
from checker.facts.moment import Moment
from checker.facts.periods import Read, quarter, season_of, year_alone
from checker.facts.relative import STEP, stepped
from checker.facts.scene import Scene
from checker.facts.strip import Strip

_EDGES = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
_TIPS = frozenset({"start", "beginning", "end", "close"})


def edge(strip: Strip, i: int, scene: Scene) -> Read:
    """"early next year", "late 2012", "mid-May", "the end of the year", "the beginning of June"."""
    third = _EDGES[strip.word(i)]
    j = i + 1
    if strip.word(i) in ("start", "beginning", "middle", "end", "close"):
        if strip.word(j) != "of":
            return None
        j += 1
    elif strip.word(j) == "-" or strip.word(j) == "in":
        j += 1
    inner = _stretch_at(strip, j, scene)
    if inner is None:
        return None
    moment, end = inner
    if moment.precision in ("day", "span", "week", "weekend"):
        return None if moment.precision == "day" else (replace(moment, vague=True), end)
    if not moment.known:
        return replace(moment, vague=True), end
    low, high = _part(*moment.days, third, strip.word(i) in _TIPS)
    return replace(moment, earliest=low, latest=high, precision="span", vague=True, other=None), end


def _part(low: date, high: date, third: int, tip: bool) -> Days:
    """The first, middle or last third, give or take, of a stretch; of "the start" and "the end" a sixth."""
    length, share = (high - low).days + 1, 6 if tip else 3
    if length >= 365:
        months = round(length / 30.44)
        first, stop = ((0, months // share), (months // 4, months - months // 4), (months - months // share, months))[third]
        return months_later(low, first), months_later(low, stop) - timedelta(days=1)
    if third == 0:
        return low, low + timedelta(days=length // share)
    if third == 1:
        return low + timedelta(days=length // 4), high - timedelta(days=length // 4)
    return high - timedelta(days=length // share), high


def of_stretch(strip: Strip, i: int, scene: Scene) -> Read:
    """"the second week of January", "the first days of June", "the last day of September", "the first Friday of next month"."""
    j = i + 1 if strip.word(i) == "the" else i
    last = strip.word(j) in ("last", "final")
    got = (0, j + 1) if last else ordinal(strip, j)
    if got is None or not 0 <= got[0] <= 53:
        return None
    n, k = got
    count = cardinal(strip, k)
    if count is not None and strip.word(k) not in ("a", "an"):
        width, k = count
    else:
        width = 1 if strip.word(k) in ("day", "week", "month", "weekend", "quarter") else 7 if strip.word(k) == "days" else 2
    w = strip.word(k)
    weekday = WEEKDAYS.get(w) if len(w) > 5 else None
    unit = UNITS.get(w) or ("weekend" if w == "weekend" else None)
    if weekday is None and unit not in ("day", "week", "month", "weekend"):
        return None
    of = strip.word(k + 1) in ("of", "in")
    if not of:
        if weekday is None or last or scene.published is None or (strip.word(j) in ("second",) and strip.word(i) == "the"):
            return None
        return _nth_weekday(scene, month_of(scene.published.year, scene.published.month), weekday, n, last), k + 1
    inner = _stretch_at(strip, k + 2, scene)
    if inner is None:
        return None
    moment, end = inner
    if not moment.known:
        return Moment(None, None, "day" if weekday is not None else "span"), end
    low, high = moment.days
    if weekday is not None:
        return _nth_weekday(scene, (low, high), weekday, n, last), end
    if unit == "weekend":
        saturday = low + timedelta(days=(5 - low.weekday()) % 7 + 7 * (n - 1))
        if last:
            saturday = high - timedelta(days=(high.weekday() - 5) % 7)
        return scene.whole("weekend", (saturday, saturday + timedelta(days=1))), end
    size = {"day": 1, "week": 7, "month": 30}[unit or "day"] * width
    if unit == "month":
        first = months_later(low, n - 1) if not last else months_later(high.replace(day=1), 1 - width)
        stop = months_later(first, width) - timedelta(days=1)
    else:
        first = low + timedelta(days=size * (n - 1)) if not last else high - timedelta(days=size - 1)
        stop = first + timedelta(days=size - 1)
    if first > high:
        return None
    if first == stop:
        return scene.exact(first), end
    # weeks of a month are counted from its first day or from its first Monday
    slack = timedelta(days=3 if unit == "week" and moment.precision in ("month", "quarter", "year") else 0)
    whole = scene.whole("week" if unit == "week" and width == 1 else "span", (max(low, first - slack), min(high, stop + slack)))
    return replace(whole, vague=True), end


def _stretch_at(strip: Strip, i: int, scene: Scene) -> Read:
    """The year, month, quarter or other stretch that begins at an atom: "January", "next year", "the year", "2012"."""
    j = i + 1 if strip.word(i) in ("the", "-") else i
    w = strip.word(j)
    if w in MONTHS:
        got = month_first(strip, j, scene)
        return got if got is None or got[0].precision == "month" else None
    if w in STEP:
        got = stepped(strip, j, scene)
        return got if got is None or got[0].precision != "day" else None
    if strip.number(j) is not None and len(w) == 4:
        n = int(w)
        if strip.word(j + 1) == "s" and strip.glued(j + 1):
            return year_alone(strip, j, scene)
        after = strip.token(j + 1)
        if strip.word(i) == "the" and after is not None and after.pos in ("NOUN", "ADJ", "PROPN"):
            return None  # "the start of the 2012 season"
        if strip.word(j + 1) == "'" and strip.word(j + 2) == "s" and n % 10 == 0 and strip.word(j - 1) != "of":
            return scene.whole("decade", (year_of(n)[0], year_of(n + 9)[1])), j + 3
        if 1500 <= n <= 2199 and not strip.goes_on(j + 1):
            return scene.whole("year", year_of(n)), j + 1
        return None
    if w in ("month", "year", "week", "quarter") and strip.word(i) == "the":
        if scene.published is None:
            return scene.unknown("week" if w == "week" else "month"), j + 1
        return scene.whole(w, stretch(scene.published, w, 0), True), j + 1  # type: ignore[arg-type]
    if w in SEASONS and strip.number(j + 1) is not None and len(strip.word(j + 1)) == 4:
        return season_of(scene, SEASONS[w], int(strip.word(j + 1))), j + 2
    if w == "q" or ordinal(strip, j) is not None:
        return quarter(strip, j, scene)
    return None


def _nth_weekday(scene: Scene, days: Days, weekday: int, n: int, last: bool) -> Moment:
    low, high = days
    if last:
        return scene.exact(high - timedelta(days=(high.weekday() - weekday) % 7), weekday)
    return scene.exact(low + timedelta(days=(weekday - low.weekday()) % 7 + 7 * (n - 1)), weekday)
