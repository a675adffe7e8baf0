"""Stretches of time as printed: years, decades, quarters, fiscal years, seasons, centuries.

Each reader takes the strip and the first atom and gives a date and the atom after it, or None.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.facts.calendar import MONTHS, SEASONS, month_of, months_later, ordinal, quarter_of, table, year_after, year_of
from checker.facts.moment import Moment
from checker.facts.scene import Scene
from checker.facts.strip import Strip

Read = tuple[Moment, int] | None
_OPENERS = ("(", "-", "–", '"', "'", "/")
_YEARS = {name: frozenset(words) for name, words in table("years").items()}


def year_alone(strip: Strip, i: int, scene: Scene) -> Read:
    """"in 2015", "the 2009 season", "(1935)", "the 1930s", "2012-13"."""
    year = strip.number(i)
    if year is None or len(strip.word(i)) != 4 or not 1000 <= year <= 2199:
        return None
    if strip.glued(i) and strip.word(i - 1) not in _OPENERS:
        return None
    if strip.word(i + 1) == "s" and strip.glued(i + 1) and year % 10 == 0:
        return _decade(scene, year, 100 if year % 100 == 0 and year < 2000 else 10), i + 2
    before, after = strip.word(i - 1), strip.word(i + 1)
    if strip.goes_on(i + 1) or (strip.glued(i + 1) and after in _YEARS["not_glued"]) or before in _YEARS["not_after"]:
        return None
    if after in ("-", "–", "/") and strip.glued(i + 1) and strip.glued(i + 2) and strip.figure(i + 2):
        return _years(strip, i, year, scene)
    if before in ("-", "–"):
        return None  # part of a longer mark, "CVE-2013-3893"
    return (scene.whole("year", year_of(year)), i + 1) if _is_year(strip, i, year) else None


def _is_year(strip: Strip, i: int, year: int) -> bool:
    """The four figures name a year: after "in" or "since", in brackets or as "the 2009 season"; they count nothing."""
    before, after = strip.word(i - 1), strip.word(i + 1)
    modern = 1900 <= year <= 2100
    opens = before in ("in", "since") and modern and after in ("a", "an", "the", "he", "she", "it", "they")  # "In 2019 a similar bill fell"
    if not opens and (after in _YEARS["not_before"] or (strip.counts(i) and not (before == "the" and modern))):
        return False
    if before in ("and", "or") and not (strip.number(i - 2) is not None and len(strip.word(i - 2)) == 4):
        return False
    if before == "a" and strip.capitals[i + 1]:
        return False  # "a 2008 Ford"
    following = strip.token(i + 1)
    if before in _YEARS["loose"]:
        noun = following is not None and following.pos == "NOUN" and following.lower not in MONTHS
        counted = noun and following is not None and strip.document.tokens[strip.tokens[i]].head == following.i
        return 1800 <= year <= 2100 and not counted
    if before in _YEARS["after"]:
        return modern or before in ("in", "since")
    if before == "(":
        return modern and after in (")", "-", "–", ",")
    token = strip.document.tokens[strip.tokens[i]]
    head = strip.document.tokens[token.head]
    modifies = head.i > token.i and head.pos in ("NOUN", "PROPN") and token.relation in ("number", "compound", "adjective")
    if before not in ("the", "this") and head.pos == "PROPN":
        return False  # "his 2013 grey Toyota"
    return modern and modifies and before in _YEARS["determiners"]


def _years(strip: Strip, i: int, year: int, scene: Scene) -> Read:
    """"2012-13", "1974-78", "2009-2011"."""
    last, shown = strip.number(i + 2), strip.word(i + 2)
    if last is None or not 1900 <= year <= 2100 or strip.word(i + 3) in ("-", "/", "–"):
        return None
    if len(shown) == 2:
        last += year - year % 100
    if len(shown) not in (2, 4) or not year < last < 2200:
        return None
    return Moment(date(year, 1, 1), date(last, 12, 31), "span", vague=len(shown) == 2, published=scene.published), i + 3


def _decade(scene: Scene, year: int, length: int) -> Moment:
    return Moment(date(year, 1, 1), date(year + length - 1, 12, 31), "century" if length == 100 else "decade", published=scene.published)


def decade_short(strip: Strip, i: int, scene: Scene) -> Read:
    """"the '90s", "the mid-90s"."""
    n = strip.number(i)
    if n is None or len(strip.word(i)) != 2 or n % 10 or strip.word(i + 1) != "s" or not strip.glued(i + 1):
        return None
    if strip.word(i - 1) != "'" and (n < 50 or "the" not in strip.words[max(0, i - 3) : i]):
        return None
    return _decade(scene, (1900 if n >= 30 else 2000) + n, 10), i + 2


def quarter(strip: Strip, i: int, scene: Scene) -> Read:
    """"Q3 2024", "3Q", "third-quarter", "the first quarter of 2025", "the first half of 2012"; not in a match report."""
    w = strip.word(i)
    if w in ("q", "h") and strip.glued(i + 1) and strip.number(i + 1) in (1, 2, 3, 4)[: 4 if w == "q" else 2]:
        n, end, unit = int(strip.word(i + 1)), i + 2, "quarter" if w == "q" else "half"
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
        if strip.words[end : end + 3] == ["in", "a", "row"] or strip.word(end) in ("running", "straight"):
            return None
    j = end + 1 if strip.word(end) in ("of", "in", ",") else end
    j = j + 1 if strip.word(j) in ("the", "this", "fiscal") else j
    year = year_after(strip, j) or _short_year(strip, j)
    fiscal = "fiscal" in strip.words[i:j]
    if year is None and not scene.sport and (unit == "quarter" or strip.word(end) == "of"):
        year = _year_told(strip, end + 1 if strip.word(end) == "of" else end, scene)
    if year is None:
        if scene.sport or unit == "half":
            return None
        return (scene.unknown("quarter") if scene.published is None else scene.nearest_quarter(n, strip.tokens[i])), end
    days = quarter_of(year[0], n) if unit == "quarter" else (date(year[0], 6 * n - 5, 1), month_of(year[0], 6 * n)[1])
    moment = scene.whole("quarter" if unit == "quarter" else "half", days)
    return replace(moment, fiscal=fiscal), year[1]


def _year_told(strip: Strip, i: int, scene: Scene) -> tuple[int, int] | None:
    """The "this year" of "the first half of this year"."""
    step = {"this": 0, "the": 0, "next": 1, "last": -1}.get(strip.word(i))
    if step is None or strip.word(i + 1) != "year" or scene.published is None:
        return None
    return scene.published.year + step, i + 2


def fiscal_year(strip: Strip, i: int, scene: Scene) -> Read:
    """"fiscal 2021", "FY2021", "the 2021 fiscal year", "financial year 2020-21"."""
    w = strip.word(i)
    if w == "fy":
        year = year_after(strip, i + 1) or _short_year(strip, i + 1)
    elif w in ("fiscal", "financial"):
        year = year_after(strip, i + 2 if strip.word(i + 1) == "year" else i + 1)
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
    year = year_after(strip, j)
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


def _short_year(strip: Strip, i: int) -> tuple[int, int] | None:
    j = i + 1 if strip.word(i) == "'" else i
    n = strip.number(j)
    return (2000 + n, j + 1) if n is not None and len(strip.word(j)) == 2 and strip.glued(j) else None
