"""Every date of a report as a Moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from checker.facts import absolute, edges, feasts, offsets, periods, relative
from checker.facts.calendar import HOLIDAYS, MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, WEEKDAYS, months_later, stretch, week_of, year_of
from checker.facts.moment import LEVELS, Moment, compare, weekday_mismatch
from checker.facts.periods import Read
from checker.facts.scene import Scene, scene_of
from checker.facts.strip import Strip, strip_of
from checker.model import Document, Fact

__all__ = ["LEVELS", "Moment", "compare", "find", "weekday_mismatch"]

Reader = Callable[[Strip, int, Scene], Read]
_FIGURES: tuple[Reader, ...] = (
    absolute.day_first, absolute.in_figures, absolute.day_alone, periods.year_alone, periods.decade_short, periods.quarter,
    periods.fiscal_year, periods.century, offsets.offset,
)
_NUMBER: tuple[Reader, ...] = (absolute.day_first, offsets.offset)
_ORDINAL: tuple[Reader, ...] = (absolute.day_first, periods.quarter, periods.century, edges.of_stretch)


def _readers() -> dict[str, tuple[Reader, ...]]:
    out: dict[str, tuple[Reader, ...]] = {}

    def add(words: object, *readers: Reader) -> None:
        for word in words:  # type: ignore[attr-defined]
            out[word] = tuple(dict.fromkeys((*out.get(word, ()), *readers)))

    add((w for w in NUMBERS), *_NUMBER)
    add(ORDINALS, *_ORDINAL)
    add(("twenty", "thirty"), *_ORDINAL)
    add(MONTHS, absolute.month_first)
    add(WEEKDAYS, absolute.weekday_first)
    add(SEASONS, periods.season)
    add(("yesterday", "today", "tomorrow", "tonight"), relative.near_day)
    add(("last", "previous", "past", "this", "current", "same", "next", "coming", "following"), relative.stepped)
    add(("last", "past"), relative.just_gone)
    add(("last", "final"), edges.of_stretch)
    add(("early", "mid", "late", "start", "beginning", "middle", "end", "close"), edges.edge)
    add(("the",), absolute.day_alone, offsets.the_day, edges.of_stretch)
    add(("a", "one"), offsets.the_day)
    add(("weekend",), relative.weekend)
    add(("q", "h"), periods.quarter)
    add(("fy", "fiscal", "financial"), periods.fiscal_year)
    add({name.split()[0].split("'")[0] for name in HOLIDAYS}, feasts.holiday)
    return out


_BY_WORD = _readers()
_HEDGES = frozenset({"about", "around", "approximately", "roughly", "circa", "some"})


def find(document: Document, published: str | None = None, strip: Strip | None = None) -> tuple[Fact, ...]:
    """Every date in the readable zones, in order; `published` stands in for the report's own day."""
    strip, scene = strip or strip_of(document), scene_of(document, published)
    out: list[Fact] = []
    i, words = 0, strip.words
    floor = 0  # the atoms before are taken
    while i < len(words):
        best = _longest(strip, i, scene)
        if best is None or _is_name(strip, i, best[1]):
            i += 1
            continue
        first, moment, end = _widen(strip, i, *best, floor)
        moment, end = _year_told(strip, moment, end, scene)
        moment, end = _from_a_day(strip, moment, end, scene)
        moment, end = _ranged(strip, first, moment, end, scene)
        moment, end = _weekday_of_week(strip, moment, end, scene)
        out.append(_fact(strip, first, end, _bounded(strip, first, moment)))
        if moment.known and moment.precision in ("day", "month", "year"):
            scene.last, scene.last_sentence = moment, document.tokens[strip.tokens[first]].sentence
        i = floor = end
    if published is None and document.report.published is None and document.report.clock is not None:
        return tuple(replace(f, value=_borrowed(f.value)) for f in out)
    return tuple(out)


def _longest(strip: Strip, i: int, scene: Scene) -> Read:
    """The date that begins at an atom, of several readings the longest."""
    w = strip.word(i)
    best: Read = None
    for reader in _BY_WORD.get(w) or (_FIGURES if w[0].isdecimal() else ()):
        got = reader(strip, i, scene)
        if got is not None and (best is None or got[1] > best[1]):
            best = got
    return best


def _from_a_day(strip: Strip, moment: Moment, end: int, scene: Scene) -> tuple[Moment, int]:
    """"two days after Christmas", "a week before 3 May": counted from a day that the text names at once."""
    got = _longest(strip, end, scene) if moment.away is not None and not moment.known else None
    if got is None or not got[0].known or got[0].precision != "day" or strip.word(got[1]) == "'":
        return moment, end
    day = got[0].days[0] + timedelta(days=moment.away or 0)
    slack = timedelta(days=0 if moment.precision == "day" else 3)
    return replace(moment, earliest=day - slack, latest=day + slack, vague=bool(slack), away=None, published=scene.published), got[1]


def _bounded(strip: Strip, first: int, moment: Moment) -> Moment:
    """"by Tuesday", "before the end of the year", "after 25 September" are open to one side."""
    k = first - 1
    while strip.word(k) in ("the", "on", "at"):
        k -= 1
    bound = {"by": "before", "before": "before", "after": "after"}.get(strip.word(k))
    return moment if bound is None else replace(moment, bound=bound)


def _borrowed(value: object) -> Moment:
    assert isinstance(value, Moment)
    return replace(value, borrowed=value.relative or value.month is not None)


def _fact(strip: Strip, first: int, end: int, moment: Moment) -> Fact:
    tokens = strip.document.tokens
    low, high = strip.tokens[first], strip.tokens[end - 1] + 1
    inside = [i for i in range(low, high) if not low <= tokens[i].head < high]
    before = strip.word(first - 1)
    return Fact(
        "date", strip.span(first, end), moment, low, high, inside[-1] if inside else high - 1, before if before in _HEDGES else None,
    )


def _widen(strip: Strip, i: int, moment: Moment, end: int, floor: int) -> tuple[int, Moment, int]:
    """Takes in the part of the day: "Wednesday night", "early on Thursday", "the evening of 8 November"."""
    if moment.relative and moment.published and moment.known and strip.word(i - 1) in ("earlier", "later") and i > floor:
        low, high = moment.days
        if moment.precision in ("week", "month", "year") and low <= moment.published <= high:
            low, high = (low, moment.published) if strip.word(i - 1) == "earlier" else (moment.published, high)
            return i - 1, replace(moment, precision="span", vague=True, earliest=low, latest=high), end
    if moment.precision != "day" or moment.part is not None:
        return i, moment, end
    j = end + 1 if strip.word(end) == "-" else end
    if strip.word(end) == "'" and strip.word(end + 1) == "s":
        j = end + 2
    if strip.word(j) in PARTS:
        moment, end = replace(moment, part=strip.word(j)), j + 1
    elif strip.word(j) in ("in", "during", "at") and strip.word(j + 1) in ("the", "night", "dawn", "dusk"):
        k = j + 2 if strip.word(j + 1) == "the" else j + 1
        if strip.word(k) in ("morning", "evening", "afternoon", "night", "dawn", "dusk"):
            moment, end = replace(moment, part=strip.word(k)), k + 1
    k = i - 1
    while k > floor and strip.word(k) in ("on", "the", "of"):
        k -= 1
    before = strip.word(k)
    if before == "week" and k < i - 1 and moment.known and strip.word(i - 1) == "of":  # "the week of June 7"
        low, high = week_of(moment.days[0])
        return k, replace(moment, earliest=low, latest=high, precision="week"), end
    if before in ("ending", "ended") and strip.word(k - 1) == "week" and moment.known:
        return k - 1, replace(moment, earliest=moment.days[0] - timedelta(days=6), precision="week"), end
    if before == "hours" and strip.word(k - 1) in ("early", "small") and strip.word(i - 1) == "of":
        return k - 1, replace(moment, part="early"), end
    if before in ("early", "late") and k >= floor and (moment.part is None or before == "early"):
        return k, replace(moment, part="early" if before == "early" else moment.part or before), end
    tied = k >= floor and k < i - 1 and (strip.word(i - 1) == "of" or (k == i - 2 and strip.word(i - 1) == "on"))
    if before in PARTS and tied and before not in ("noon", "midnight", "midday"):
        return k, replace(moment, part=before), end
    return i, moment, end


def _year_told(strip: Strip, moment: Moment, end: int, scene: Scene) -> tuple[Moment, int]:
    """"January 1st next year": the year is told from that of the report."""
    step = {"last": -1, "this": 0, "next": 1}.get(strip.word(end))
    if step is None or strip.word(end + 1) != "year" or moment.month is None or moment.number is None or scene.published is None:
        return moment, end
    told = scene.day(scene.published.year + step, moment.month, moment.number, strip.tokens[end])
    return replace(told, weekday=moment.weekday, part=moment.part), end + 2


def _ranged(strip: Strip, first: int, moment: Moment, end: int, scene: Scene) -> tuple[Moment, int]:
    """"between 2015 and 2018", "from October 16 to November 14", "September 2010 to January 2011"."""
    before, link = strip.word(first - 1), strip.word(end)
    if moment.part is not None or not moment.known:
        return moment, end
    opened = (before == "between" and link == "and") or (before == "from" and link in ("to", "until", "through", "till"))
    if not (opened or (link in ("to", "through", "-", "–") and moment.precision in ("day", "month", "year"))):
        return moment, end
    j = end + 1
    j = j + 1 if strip.word(j) == "the" and opened else j
    w = strip.word(j)
    got = _longest(strip, j, scene)
    if got is None and opened and (year := strip.number(j)) is not None and len(w) == 4 and 1500 < year < 2200:
        got = scene.whole("year", year_of(year)), j + 1
    if got is None or not got[0].known or got[0].precision not in ("day", "month", "year"):
        return moment, end
    low, high = moment.days[0], got[0].days[1]
    if got[0].number is None and got[0].month is None and moment.month is not None and got[0].precision in ("day", "month"):
        # "September 5 to October 2, 2011": the year stands at the end
        year = got[0].days[0].year - (1 if moment.month > got[0].days[0].month else 0)
        moved = scene.day(year, moment.month, moment.number or 1, strip.tokens[first])
        low = moved.days[0] if moved.known else low
    if high < low:
        high = months_later(high, 12) if got[0].month is not None else high
    if high < low or high - low > timedelta(days=366 * 300):
        return moment, end
    return Moment(low, high, "span", relative=moment.relative, published=scene.published), got[1]


def _weekday_of_week(strip: Strip, moment: Moment, end: int, scene: Scene) -> tuple[Moment, int]:
    """"Tuesday next week", "Sunday of next week": the week outranks the weekday's own reading."""
    if moment.weekday is None or moment.precision != "day" or scene.published is None or not moment.relative:
        return moment, end
    j = end + 1 if strip.word(end) in ("of", ",") else end
    step = {"last": -1, "this": 0, "next": 1}.get(strip.word(j))
    if step is None or strip.word(j + 1) != "week":
        return moment, end
    d = stretch(scene.published, "week", step)[0] + timedelta(days=moment.weekday)
    return replace(moment, earliest=d, latest=d), j + 2


def _is_name(strip: Strip, first: int, end: int) -> bool:
    """The word is part of a person's name ("April Jones", "Theresa May")."""
    w = strip.word(first)
    if end - first > 1 or (w not in MONTHS and w not in WEEKDAYS and w not in HOLIDAYS):
        return False
    document = strip.document
    name = document.name_of[strip.tokens[first]]
    if name < 0:
        return False
    mention = document.names[name]
    return mention.kind == "person" or (mention.last - mention.first > 1 and mention.kind == "organization")
