"""Dates as printed: day, month and year in words and figures, months, years, decades, quarters, fiscal years.

Each reader takes the strip and the first atom and gives a date and the atom after it, or None.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.facts.calendar import (
    HOLIDAYS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Days,
    cardinal,
    day,
    month_of,
    months_later,
    ordinal,
    quarter_of,
    table,
    year_in_words,
    year_of,
)
from checker.facts.moment import Moment
from checker.facts.scene import Scene
from checker.facts.strip import BREAK, Strip

Read = tuple[Moment, int] | None
_NAMED = table("named_days")
_BEFORE_MONTH = frozenset({
    "in", "since", "of", "by", "from", "until", "till", "before", "after", "during", "to", "for", "through", "between", "and", "or", "early",
    "late", "mid", "last", "next", "this", "-", "–", "/", "throughout", "around", "about", "every", "each", "(", "a", "an", "the", "s",
})
_SINCE = frozenset({
    "in", "since", "of", "by", "from", "until", "till", "before", "after", "during", "to", "for", "through", "between", "and", "early",
    "late", "mid", "than", "season", "winter", "summer", "spring", "autumn", "fall", "circa", "year", "-", "–", "back", "around", "about", "throughout", "end", "as",
})


def weekday_first(strip: Strip, i: int, scene: Scene) -> Read:
    """"Wednesday, May 19, 2021", "Friday the 15th", or the weekday alone."""
    if strip.word(i - 1) in _NAMED["before"] and strip.capitals[i - 1] or strip.word(i - 1) in _NAMED["each"] or strip.word(i + 1) in ("of", "in") and (
        strip.word(i + 2) in _NAMED["each"]
    ):
        return None
    weekday = WEEKDAYS[strip.word(i)]
    short = len(strip.word(i)) < 6
    j = i + 2 if short and strip.word(i + 1) == "." else i + 1
    k = j + 1 if strip.word(j) in (",", "(") else j
    for reader in (month_first, day_first, in_figures, day_alone):
        got = reader(strip, k + 1 if reader is day_first and strip.word(k) == "the" else k, scene)
        if got is not None and got[0].precision == "day" and got[0].weekday is None:
            return scene.dated(got[0], weekday, strip.tokens[i]), got[1]
    if short and not (strip.capitals[i] and strip.word(j - 1) == "."):
        return None
    if weekday in (5, 6) and short:
        return None
    before, after = strip.word(i - 1), strip.word(i + 1)
    token = strip.document.tokens[strip.tokens[i]]
    if before not in ("the", "s", "on") and token.relation == "compound" and strip.document.tokens[token.head].tag in ("NNS", "NNPS"):
        return None  # "Sunday services" are of any Sunday
    if before in ("a", "one", "any") or before == "the" and after in ("before", "after"):
        return Moment(None, None, "day", weekday=weekday, relative=True), i + 1
    return scene.weekday(weekday, strip.tokens[i]), i + 1


def month_first(strip: Strip, i: int, scene: Scene) -> Read:
    """"May 19, 2021", "Oct. 3", "September the twenty-first", "October 2010", "August"."""
    month = MONTHS.get(strip.word(i))
    if month is None:
        return None
    short = len(strip.word(i)) < 5 and strip.word(i) not in ("may", "june", "july")
    stop = strip.word(i + 1) == "." and (short or strip.number(i + 2) is not None and len(strip.word(i + 2)) < 3 and not strip.glued(i + 2))
    j = i + 2 if stop else i + 1
    dashed = strip.word(j) in ("-", "/") and strip.glued(j) and strip.glued(j + 1)
    k = j + 1 if dashed else j + 1 if strip.word(j) == "the" else j
    got = ordinal(strip, k) or _day_number(strip, k)
    if got is not None and 1 <= got[0] <= 31:
        number, end = got
        if strip.word(end) == "." and strip.number(end + 1) is not None and strip.glued(end + 1):
            return None
        year = _year_after(strip, end)
        last = _last_day(strip, year[1] if year else end)
        if last is not None and year is None and last[0] > number:
            year = _year_after(strip, last[1])
            span = scene.span(month, number, month, last[0], year[0] if year else None, strip.tokens[i])
            return span, year[1] if year else last[1]
        return scene.day(year[0] if year else None, month, number, strip.tokens[i]), year[1] if year else end
    year = _year_after(strip, j + 1 if strip.word(j) == "of" else j)
    if year is not None:
        return scene.whole("month", month_of(year[0], month)), year[1]
    if short and not (strip.word(j - 1) == "." or strip.word(i) == "sept"):
        return None
    if not strip.capitals[i]:
        return None
    if strip.word(j) in ("last", "this", "next") and strip.word(j + 1) == "year" and scene.published is not None:
        step = {"last": -1, "this": 0, "next": 1}[strip.word(j)]
        return scene.whole("month", month_of(scene.published.year + step, month), True), j + 2
    if strip.word(i) in ("may", "march") and strip.word(i - 1) not in _BEFORE_MONTH:
        return None
    return scene.month(month, strip.tokens[i]), i + 1


def day_first(strip: Strip, i: int, scene: Scene) -> Read:
    """"19 May 2021", "16. Nov. 2016", "1st Jan", "twenty second of June 2017", "9-12 May"."""
    got = ordinal(strip, i) or _day_number(strip, i)
    if got is None or not 1 <= got[0] <= 31:
        return None
    number, j = got
    last = _last_day(strip, j)
    if last is not None and last[0] > number:
        j = last[1]
    else:
        last = None
        if strip.word(j) == ".":
            j += 1
        shared = _day_number(strip, j + 1, words=False) if strip.word(j) in ("and", "or", ",") else None
        if shared is not None and 1 <= shared[0] <= 31 and strip.word(shared[1]) in MONTHS and strip.capitals[shared[1]]:
            year = _year_after(strip, shared[1] + 1)
            return scene.day(year[0] if year else None, MONTHS[strip.word(shared[1])], number, strip.tokens[i]), got[1]
    j = j + 1 if strip.word(j) in ("of", "-") else j
    month = MONTHS.get(strip.word(j))
    if month is None or (strip.word(j) in ("may", "march") and not strip.capitals[j] and not strip.word(j + 1).isdecimal() and strip.word(j - 1) != "of"):
        return None
    end = j + 2 if strip.word(j + 1) in (".", "-") and len(strip.word(j)) < 5 and strip.word(j) not in ("may", "june", "july") else j + 1
    year = _year_after(strip, end)
    if year is None and strip.word(end - 1) == "-":
        return None
    if strip.word(end - 1) == "." and year is None:
        end -= 1
    stop = year[1] if year else end
    if last is not None:
        return scene.span(month, number, month, last[0], year[0] if year else None, strip.tokens[i]), stop
    return scene.day(year[0] if year else None, month, number, strip.tokens[i]), stop


def in_figures(strip: Strip, i: int, scene: Scene) -> Read:
    """"19.05.2021", "5/6/2021" (two readings), "2015-08-12", "2019/sep/01", "22/04", "on 4-22"."""
    a, b = strip.number(i), strip.word(i + 2)
    sign = strip.word(i + 1)
    if a is None or sign not in ("/", "-", ".", "–") or not (strip.glued(i + 1) and strip.glued(i + 2)) or (strip.glued(i) and strip.word(i - 1) not in ("(", '"', "'")):
        return None
    if strip.glued(i + 3) and strip.word(i + 3) in ("/", "-", ".", ",", "–") and strip.glued(i + 4) and strip.number(i + 4) is not None:
        third, end = strip.word(i + 4), i + 5
        if (strip.word(i + 3) != sign and not (strip.word(i + 3) == "," and len(third) == 4)) or (strip.glued(end) and strip.word(end) in ("/", "-", ":")):
            return None
        if len(strip.word(i)) == 4 and len(third) <= 2:
            month = MONTHS.get(b) or int(b if b.isdecimal() else 0)
            return _full(scene, a, month, int(third), strip.tokens[i], end)
        if b.isdecimal() and len(b) <= 2 and len(third) in (2, 4) and len(strip.word(i)) <= 2 and int(third) > 0:
            if len(third) == 2 and sign == ".":
                return None
            year = int(third) if len(third) == 4 else 2000 + int(third) if int(third) < 50 else 1900 + int(third)
            if not 1000 <= year <= 2200:
                return None
            return _two_readings(scene, a, int(b), year, sign, strip.tokens[i], end)
        return None
    ends = strip.word(i + 3) in (",", "!", "?", ")", BREAK) or strip.word(i + 3) == "." and not (strip.glued(i + 4) and strip.word(i + 4).isdecimal())
    if sign == "." and not (strip.word(i - 1) == "on" and len(b) == 2 and ends) or not b.isdecimal() or len(b) > 2 or len(strip.word(i)) > 2 or (strip.glued(i + 3) and strip.word(i + 3) in ("%", "°", "-", "/", ",", "k", "th")):
        return None
    n = int(b)
    before = strip.word(i - 1)
    told = before in ("on", "since", "until", "by", "from", "before", "after", "dated")
    plain = sign == "/" and ((12 < a <= 31 and 1 <= n <= 12) or (12 < n <= 31 and 1 <= a <= 12)) and (a, n) != (24, 7)
    if not (plain or (told and (sign in "/." or len(b) == 2))) or not a or not n or (a, n) == (9, 11) or strip.word(i + 3) in ("percent", "per", "cent", "of"):
        return None
    day_number, month = (a, n) if a > 12 else (n, a)
    if day(2000, month, day_number) is None if month <= 12 else True:
        return None
    return scene.day(None, month, day_number, strip.tokens[i]), i + 3


def year_alone(strip: Strip, i: int, scene: Scene) -> Read:
    """"in 2015", "the 2009 season", "(1935)", "the 1930s", "2012-13"."""
    year = strip.number(i)
    if year is None or len(strip.word(i)) != 4 or not 1000 <= year <= 2199 or (strip.glued(i) and strip.word(i - 1) not in ("(", "-", "–", '"', "'")):
        return None
    if strip.word(i + 1) == "s" and strip.glued(i + 1) and year % 10 == 0:
        length = 100 if year % 100 == 0 and year < 2000 else 10
        return Moment(date(year, 1, 1), date(year + length - 1, 12, 31), "century" if length == 100 else "decade", published=scene.published), i + 2
    before, after = strip.word(i - 1), strip.word(i + 1)
    if strip.glued(i + 1) and (after in ("%", "°", ":", "/", "$", "x", "m", "km") or (after in (",", ".") and strip.glued(i + 2) and strip.word(i + 2).isdecimal())):
        return None
    if before in ("$", "€", "£", "#", "no", "number", "flight", "page", "usd", "eur", "route", "highway"):
        return None
    if after in ("-", "–", "/") and strip.glued(i + 1) and strip.glued(i + 2) and 1900 <= year <= 2100:
        two = strip.number(i + 2)
        if two is not None and len(strip.word(i + 2)) == 2 and two > year % 100 and strip.word(i + 3) not in ("-", "/", "–"):
            return Moment(date(year, 1, 1), date(year - year % 100 + two, 12, 31), "span", vague=True, published=scene.published), i + 3
        if two is not None and len(strip.word(i + 2)) == 4 and year < two < 2200 and not strip.glued(i + 3):
            return Moment(date(year, 1, 1), date(two, 12, 31), "span", published=scene.published), i + 3
    if before in ("-", "–") or after in ("-", "–") and strip.glued(i + 1) and strip.glued(i + 2) and strip.word(i + 2).isdecimal():
        return None  # part of a longer mark, "CVE-2013-3893"
    if before in ("and", "or") and (strip.number(i - 2) is None or len(strip.word(i - 2)) != 4):
        return None
    token = strip.document.tokens[strip.tokens[i]]
    head = strip.document.tokens[token.head]
    counts = token.relation in ("number", "quantity_modifier") and head.tag in ("NNS", "NNPS") and head.i > token.i
    if counts and not (before == "the" and 1900 <= year <= 2100):
        return None
    modern = 1900 <= year <= 2100
    dated = before in _SINCE and (modern or before in ("in", "since"))
    modifies = modern and head.i > token.i and head.pos in ("NOUN", "PROPN") and token.relation in ("number", "compound", "adjective") and before in ("the", "a", "its", "their", "his", "her", "our", "this")
    if before == "a" and strip.capitals[i + 1]:
        return None  # "a 2008 Ford"
    bracket = modern and before == "(" and after in (")", "-", "–", ",")
    if not (dated or modifies or bracket):
        return None
    if before in ("to", "for", "than", "around", "about", "from", "and", "or", "by", "as") and not (1800 <= year <= 2100 and not _unit_follows(strip, i + 1)):
        return None
    if after in ("hours", "hrs", "gmt", "utc", "local", "p", "a"):
        return None
    return scene.whole("year", year_of(year)), i + 1


def decade_short(strip: Strip, i: int, scene: Scene) -> Read:
    """"the '90s", "the mid-90s"."""
    n = strip.number(i)
    if n is None or len(strip.word(i)) != 2 or n % 10 or strip.word(i + 1) != "s" or not strip.glued(i + 1):
        return None
    if strip.word(i - 1) != "'" and (n < 50 or "the" not in strip.words[i - 3 : i]):
        return None
    year = (1900 if n >= 30 else 2000) + n
    return Moment(date(year, 1, 1), date(year + 9, 12, 31), "decade", published=scene.published), i + 2


def day_alone(strip: Strip, i: int, scene: Scene) -> Read:
    """"the 19th", "the twenty second", "for the 27"; only after a preposition or a weekday and before no noun."""
    before = strip.word(i - 1)
    weekday = before in WEEKDAYS
    n = strip.number(i)
    if n is not None and before == "on" and 1 <= n <= 31 and not scene.sport and strip.word(i + 1) in (".", "!", "?", BREAK):
        closed = strip.word(i + 1) == BREAK or not strip.glued(i + 2)
        return (scene.day(None, None, n, strip.tokens[i]), i + 1) if closed else None
    if strip.word(i) != "the" or not (weekday or before in ("on", "by", "until", "from", "since", "for", "before", "after")):
        return None
    got = ordinal(strip, i + 1)
    if got is None and (weekday or before == "for"):
        got = _day_number(strip, i + 1, words=True)
    if got is None or not 1 <= got[0] <= 31:
        return None
    number, end = got
    figures = strip.number(i + 1) is not None
    if weekday and not figures and strip.word(end) == "of":
        return None
    token = strip.document.tokens[strip.tokens[end - 1]]
    head = strip.document.tokens[token.head]
    if not weekday:
        after = strip.word(end)
        if after in ("and", "or", "-", "of", "in", "to") and not (figures and before == "on"):
            return None
        if token.relation in ("adjective", "number", "compound", "quantity_modifier") and head.i > token.i and head.sentence == token.sentence:
            return None
        if not figures and not (strip.tokens[end] < 0 or after in (".", "!", "?", ",", ";")):
            return None
    return scene.day(None, None, number, strip.tokens[i + 1]), end


def quarter(strip: Strip, i: int, scene: Scene) -> Read:
    """"Q3 2024", "3Q", "third-quarter", "the first quarter of 2025", "the first half of 2012"; not in a match report."""
    w = strip.word(i)
    if w == "q" and strip.glued(i + 1) and strip.number(i + 1) in (1, 2, 3, 4):
        n, end, unit = int(strip.word(i + 1)), i + 2, "quarter"
    elif w in ("1", "2", "3", "4") and strip.word(i + 1) == "q" and strip.glued(i + 1):
        n, end, unit = int(w), i + 2, "quarter"
    else:
        got = ordinal(strip, i)
        if got is None or not 1 <= got[0] <= 4:
            return None
        n, j = got
        j = j + 1 if strip.word(j) == "-" else j
        j = j + 1 if strip.word(j) in ("fiscal", "financial", "calendar") else j
        if strip.word(j) not in ("quarter", "half") or (strip.word(j) == "half" and n > 2):
            return None
        end, unit = j + 1, strip.word(j)
    j = end + 1 if strip.word(end) in ("of", "in", ",") else end
    j = j + 1 if strip.word(j) in ("the", "this", "fiscal") else j
    year = _year_after(strip, j) or _short_year(strip, j)
    fiscal = "fiscal" in strip.words[i:j]
    if year is None:
        if scene.sport or (unit == "half" and strip.word(end) != "of"):
            return None
        which = {"this": 0, "next": 1, "last": -1}.get(strip.word(end + 1 if strip.word(end) == "of" else end))
        if which is not None and strip.word(end + (2 if strip.word(end) == "of" else 1)) == "year" and scene.published:
            year = (scene.published.year + which, end + (3 if strip.word(end) == "of" else 2))
        elif unit == "half":
            return None
    if year is None:
        if scene.published is None:
            return Moment(None, None, "quarter"), end
        return scene.nearest_quarter(n, strip.tokens[i]), end
    days = quarter_of(year[0], n) if unit == "quarter" else (date(year[0], 6 * n - 5, 1), month_of(year[0], 6 * n)[1])
    moment = scene.whole("quarter" if unit == "quarter" else "half", days)
    return replace(moment, fiscal=fiscal), year[1]


def fiscal_year(strip: Strip, i: int, scene: Scene) -> Read:
    """"fiscal 2021", "FY2021", "the 2021 fiscal year", "financial year 2020-21"."""
    w = strip.word(i)
    if w == "fy":
        year = _year_after(strip, i + 1) or _short_year(strip, i + 1)
    elif w in ("fiscal", "financial"):
        year = _year_after(strip, i + 2 if strip.word(i + 1) == "year" else i + 1)
    else:
        n = strip.number(i)
        if n is None or not 1900 <= n <= 2100 or strip.word(i + 1) not in ("fiscal", "financial") or strip.word(i + 2) != "year":
            return None
        year = (n, i + 3)
    if year is None:
        return None
    end = year[1]
    if strip.word(end) in ("-", "/") and strip.glued(end) and strip.glued(end + 1) and strip.number(end + 1) is not None:
        end += 2
    return replace(scene.whole("year", year_of(year[0])), fiscal=True), end


def season(strip: Strip, i: int, scene: Scene) -> Read:
    """"summer 2014", "the winter of 2009"; the other half of the world is a second reading."""
    first = SEASONS[strip.word(i)]
    j = i + 2 if strip.word(i + 1) in ("of", ",") else i + 1
    year = _year_after(strip, j)
    return (season_of(scene, first, year[0]), year[1]) if year else None


def season_of(scene: Scene, first: int, year: int) -> Moment:
    start = date(year, first, 1)
    here = (start, months_later(start, 3) - timedelta(days=1))
    there = (months_later(start, -6), months_later(start, -3) - timedelta(days=1))
    return Moment(*here, "season", other=there, vague=True, published=scene.published)


def century(strip: Strip, i: int, scene: Scene) -> Read:
    """"the 19th century"."""
    got = ordinal(strip, i)
    if got is None or not 1 <= got[0] <= 22:
        return None
    j = got[1] + 1 if strip.word(got[1]) == "-" else got[1]
    if strip.word(j) not in ("century", "centuries"):
        return None
    start = 100 * (got[0] - 1) + 1
    return Moment(date(start, 1, 1), date(start + 99, 12, 31), "century", published=scene.published), j + 1


def holiday(strip: Strip, i: int, scene: Scene) -> Read:
    """"Christmas Day", "on New Year's Eve 2015"."""
    for length in (4, 3, 2, 1):
        name = _joined(strip, i, i + length)
        if name in HOLIDAYS and strip.capitals[i]:
            if name == "christmas" and strip.word(i - 1) not in ("at", "by", "since", "before", "after", "until", "on", "last", "next", "this"):
                return None
            month, number = HOLIDAYS[name]
            year = _year_after(strip, i + length)
            moment = scene.day(year[0] if year else None, month, number, strip.tokens[i])
            return replace(moment, vague=name == "christmas"), year[1] if year else i + length
    return None


def _joined(strip: Strip, first: int, last: int) -> str:
    return "".join(("" if i == first or strip.glued(i) else " ") + strip.word(i) for i in range(first, last))


def _day_number(strip: Strip, i: int, words: bool = True) -> tuple[int, int] | None:
    got = cardinal(strip, i, words)
    if got is None or (len(strip.word(i)) > 2 and strip.number(i) is not None) or strip.word(i) in ("a", "an"):
        return None
    after = strip.word(got[1])
    if (after in (":", "%") and strip.glued(got[1])) or (after == "," and strip.glued(got[1]) and strip.glued(got[1] + 1) and len(strip.word(got[1] + 1)) == 3):
        return None
    return got


def _last_day(strip: Strip, i: int) -> tuple[int, int] | None:
    """The "-12" of "9-12 May"."""
    if strip.word(i) not in ("-", "–", "to") or (n := strip.number(i + 1)) is None or not 1 <= n <= 31:
        return None
    got = ordinal(strip, i + 1) or (n, i + 2)
    return None if strip.word(got[1]) in (":", "/") and strip.glued(got[1]) else got


def _year_after(strip: Strip, i: int) -> tuple[int, int] | None:
    """"2021", ", 2021", "in 2021" or a year in words, and the atom after it."""
    j = i + 1 if strip.word(i) in (",", ".", "/", "-") or (strip.word(i) == "of") else i
    n = strip.number(j)
    if n is not None and len(strip.word(j)) == 4 and 1000 <= n <= 2199 and not (strip.word(j + 1) in (":", ",", ".") and strip.glued(j + 1) and strip.glued(j + 2) and strip.word(j + 2).isdecimal() and len(strip.word(j + 2)) != 4):
        return n, j + 1
    return year_in_words(strip, j)


def _short_year(strip: Strip, i: int) -> tuple[int, int] | None:
    j = i + 1 if strip.word(i) == "'" else i
    n = strip.number(j)
    return (2000 + n, j + 1) if n is not None and len(strip.word(j)) == 2 and strip.glued(j) else None


def _unit_follows(strip: Strip, i: int) -> bool:
    token = strip.document.tokens[strip.tokens[i]] if strip.tokens[i] >= 0 else None
    return token is not None and token.pos == "NOUN" and token.lower not in MONTHS


def _full(scene: Scene, year: int, month: int, number: int, token: int, end: int) -> Read:
    return (scene.day(year, month, number, token), end) if day(year, month, number) else None


def _two_readings(scene: Scene, a: int, b: int, year: int, sign: str, token: int, end: int) -> Read:
    """Day first where a dot parts them or the month cannot be first; else both readings, the report's own style unknown."""
    day_first_reading, month_first_reading = day(year, b, a) if b <= 12 else None, day(year, a, b) if a <= 12 else None
    if day_first_reading and month_first_reading and day_first_reading != month_first_reading and sign != ".":
        other: Days = (day_first_reading, day_first_reading)
        return replace(scene.day(year, a, b, token), other=other), end
    best = (day_first_reading if sign == "." else None) or month_first_reading or day_first_reading
    return (scene.day(best.year, best.month, best.day, token), end) if best else None


