"""Days and months as printed, in words and figures.

Each reader takes the strip and the first atom and gives a date and the atom after it, or None.
"""

from __future__ import annotations

from dataclasses import replace

from checker.facts.calendar import MONTHS, WEEKDAYS, cardinal, day, month_of, months_later, ordinal, table, year_after
from checker.facts.feasts import TOLD, known_day
from checker.facts.moment import Moment
from checker.facts.scene import Scene
from checker.facts.strip import BREAK, Strip

Read = tuple[Moment, int] | None
_NAMED = table("named_days")
_BEFORE_MONTH = frozenset(table("years")["before_month"])
_SHORT_MONTHS = frozenset(m for m in MONTHS if len(m) < 5 and m not in ("may", "june", "july"))


def weekday_first(strip: Strip, i: int, scene: Scene) -> Read:
    """"Wednesday, May 19, 2021", "Friday the 15th", or the weekday alone."""
    before, after = strip.word(i - 1), strip.word(i + 1)
    if before in _NAMED["each"] or (before in _NAMED["before"] and strip.capitals[i - 1]):
        return None
    if after in ("of", "in") and strip.word(i + 2) in _NAMED["each"]:
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
    token = strip.document.tokens[strip.tokens[i]]
    if before not in ("the", "s", "on") and token.relation == "compound" and strip.document.tokens[token.head].tag in ("NNS", "NNPS"):
        return None  # "Sunday services" are of any Sunday
    if before in ("a", "one", "any", "that") or (before == "the" and after in ("before", "after")):
        return Moment(None, None, "day", weekday=weekday, relative=True), i + 1
    if before in ("and", "to", "-") and strip.word(i - 2) in WEEKDAYS and (follows := scene.following(weekday)):
        return follows, i + 1
    weeks = weeks_on(strip, i + 1)
    if weeks and before != "last":
        return scene.coming(weekday, weeks), i + 2
    return scene.weekday(weekday, strip.tokens[i]), i + 1


def weeks_on(strip: Strip, i: int) -> int:
    """1 for the "week" of "on Thursday week", 2 for the "fortnight", 0 for all else."""
    weeks = {"week": 1, "fortnight": 2}.get(strip.word(i), 0)
    following = strip.token(i + 1)
    return weeks if following is None or following.pos not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") else 0


def month_first(strip: Strip, i: int, scene: Scene) -> Read:
    """"May 19, 2021", "Oct. 3", "September the twenty-first", "October 2010", "August"."""
    month = MONTHS.get(strip.word(i))
    if month is None:
        return None
    short = strip.word(i) in _SHORT_MONTHS
    spelled = strip.figure(i + 2) and len(strip.word(i + 2)) < 3 and not strip.glued(i + 2)  # "October. 2"
    j = i + 2 if strip.word(i + 1) == "." and (short or spelled) else i + 1
    dashed = strip.word(j) in ("-", "/") and strip.glued(j) and strip.glued(j + 1)
    k = j + 1 if dashed else j + 1 if strip.word(j) == "the" else j
    got = ordinal(strip, k) or _day_number(strip, k)
    if got is not None and 1 <= got[0] <= 31:
        number, end = got
        if strip.goes_on(end, "."):
            return None
        year = year_after(strip, end)
        last = _last_day(strip, year[1] if year else end)
        if last is not None and year is None and last[0] > number:
            year = year_after(strip, last[1])
            span = scene.span(month, number, month, last[0], year[0] if year else None, strip.tokens[i])
            return span, year[1] if year else last[1]
        if year is None and (known := known_day(strip, end, month, number)):
            return scene.exact(known), end
        return scene.day(year[0] if year else None, month, number, strip.tokens[i]), year[1] if year else end
    year = year_after(strip, j + 1 if strip.word(j) == "of" else j)
    if year is not None:
        return scene.whole("month", month_of(year[0], month)), year[1]
    if short and not (strip.word(j - 1) == "." or strip.word(i) == "sept"):
        return None
    if not strip.capitals[i]:
        return None
    if strip.word(j) in ("last", "this", "next") and strip.word(j + 1) == "year" and scene.published is not None:
        step = {"last": -1, "this": 0, "next": 1}[strip.word(j)]
        return scene.whole("month", month_of(scene.published.year + step, month), True), j + 2
    if strip.words[j : j + 3] == ["of", "that", "year"] and scene.last is not None and scene.last.known:
        return scene.whole("month", month_of(scene.last.days[0].year, month)), j + 3
    if strip.word(i) in ("may", "march") and strip.word(i - 1) not in _BEFORE_MONTH:
        return None
    return scene.month(month, strip.tokens[i]), i + 1


def day_first(strip: Strip, i: int, scene: Scene) -> Read:
    """"19 May 2021", "16. Nov. 2016", "1st Jan", "twenty second of June 2017", "9-12 May"."""
    got = ordinal(strip, i) or _day_number(strip, i)
    if got is None or not 1 <= got[0] <= 31 or (strip.glued(i) and strip.word(i - 1) in ("-", ":", ".") and strip.figure(i - 2)):
        return None  # "30-7" is a score, "11:20, 12 March" opens with a time
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
            year = year_after(strip, shared[1] + 1)
            return scene.day(year[0] if year else None, MONTHS[strip.word(shared[1])], number, strip.tokens[i]), got[1]
    j = j + 1 if strip.word(j) in ("of", "-") else j
    month = MONTHS.get(strip.word(j))
    verb = strip.word(j) in ("may", "march") and not strip.capitals[j] and not strip.figure(j + 1) and strip.word(j - 1) != "of"
    if month is None or verb:
        return None
    end = j + 2 if strip.word(j + 1) in (".", "-") and strip.word(j) in _SHORT_MONTHS else j + 1
    year = year_after(strip, end)
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
    sign = strip.word(i + 1)
    if strip.number(i) is None or sign not in ("/", "-", ".", "–") or not (strip.glued(i + 1) and strip.glued(i + 2)):
        return None
    if strip.glued(i) and strip.word(i - 1) not in ("(", '"', "'"):
        return None
    if strip.goes_on(i + 3, "/-.,–") and strip.number(i + 4) is not None:
        return _three_figures(strip, i, sign, scene)
    return _two_figures(strip, i, sign, scene)


def _three_figures(strip: Strip, i: int, sign: str, scene: Scene) -> Read:
    first, second, third, end = strip.word(i), strip.word(i + 2), strip.word(i + 4), i + 5
    if strip.word(i + 3) != sign and not (strip.word(i + 3) == "," and len(third) == 4):
        return None
    if strip.glued(end) and strip.word(end) in ("/", "-", ":"):
        return None
    if len(first) == 4 and len(third) <= 2:
        month = MONTHS.get(second) or int(second if second.isdecimal() else 0)
        known = day(int(first), month, int(third))
        return (scene.exact(known), end) if known else None
    if not second.isdecimal() or len(second) > 2 or len(first) > 2 or len(third) not in (2, 4) or (len(third) == 2 and sign == "."):
        return None
    year = int(third) if len(third) == 4 else int(third) + (2000 if int(third) < 50 else 1900)
    return _two_readings(scene, int(first), int(second), year, sign, end) if 1000 <= year <= 2200 else None


def _two_figures(strip: Strip, i: int, sign: str, scene: Scene) -> Read:
    """"22/04" where the figures can be nothing else; "4/5" and "4-22" only after "on" and its like, "4.22" only at the end of a clause."""
    first, second, after = strip.word(i), strip.word(i + 2), strip.word(i + 3)
    if not second.isdecimal() or len(second) > 2 or len(first) > 2 or after in ("percent", "per", "cent", "of", "%"):
        return None
    if strip.goes_on(i + 3, ".,:/-") or (strip.glued(i + 3) and after in ("°", "-", "/", "k", "th")):
        return None
    a, b = int(first), int(second)
    told = strip.word(i - 1) in TOLD and (sign == "/" or len(second) == 2)
    if sign == ".":
        told = strip.word(i - 1) == "on" and len(second) == 2 and after in (".", ",", "!", "?", ")", BREAK)
    plain = sign == "/" and ((12 < a <= 31 and 1 <= b <= 12) or (12 < b <= 31 and 1 <= a <= 12)) and (a, b) != (24, 7)
    if known := known_day(strip, i + 3, a, b):
        return scene.exact(known), i + 3
    if not (plain or told) or (a, b) == (9, 11):
        return None
    number, month = (a, b) if a > 12 else (b, a)
    return (scene.day(None, month, number, strip.tokens[i]), i + 3) if day(2000, month, number) else None


def day_alone(strip: Strip, i: int, scene: Scene) -> Read:
    """"the 19th", "the twenty second", "for the 27"; only after a preposition or a weekday and before no noun."""
    before = strip.word(i - 1)
    weekday = before in WEEKDAYS
    n = strip.number(i)
    if n is not None and before == "on" and 1 <= n <= 31 and not scene.sport and strip.word(i + 1) in (".", "!", "?", BREAK):
        closed = strip.word(i + 1) == BREAK or not strip.glued(i + 2)
        return (scene.day(None, None, n, strip.tokens[i]), i + 1) if closed else None
    told = ordinal(strip, i + 1) if strip.word(i) == "the" else None
    of_month = _of_this_month(strip, told[1], told[0], scene) if told is not None else None
    if of_month is not None:
        return of_month
    if strip.word(i) != "the" or not (weekday or before in ("on", "by", "until", "from", "since", "for", "before", "after")):
        return None
    got = ordinal(strip, i + 1)
    if got is None and (weekday or before == "for"):
        got = _day_number(strip, i + 1, words=True)
    if got is None or not 1 <= got[0] <= 31:
        return None
    number, end = got
    figures = strip.number(i + 1) is not None
    following = strip.token(end)
    if weekday and not figures and (strip.word(end) == "of" or (following is not None and following.pos in ("NOUN", "ADJ", "PROPN"))):
        return None
    token = strip.document.tokens[strip.tokens[end - 1]]
    head = strip.document.tokens[token.head]
    if not weekday:
        after = strip.word(end)
        if after in MONTHS or (after == "of" and strip.word(end + 1) in MONTHS):
            return None
        if after in ("and", "or", "-", "of", "in", "to") and not (figures and before == "on"):
            return None
        modifies = token.relation in ("adjective", "number", "compound", "quantity_modifier")
        if modifies and head.i > token.i and head.sentence == token.sentence:
            return None
        if not figures and not (strip.tokens[end] < 0 or after in (".", "!", "?", ",", ";")):
            return None
    return scene.day(None, None, number, strip.tokens[i + 1]), end


def _of_this_month(strip: Strip, i: int, number: int, scene: Scene) -> Read:
    """The "of next month" of "the 2nd of next month", "the fifth of the month"."""
    step = {"last": -1, "this": 0, "the": 0, "next": 1}.get(strip.word(i + 1))
    if strip.word(i) != "of" or step is None or strip.word(i + 2) != "month":
        return None
    if scene.published is None:
        return scene.unknown(), i + 3
    first = months_later(scene.published.replace(day=1), step)
    known = day(first.year, first.month, number)
    return (scene.exact(known, relative=True), i + 3) if known else None


def _day_number(strip: Strip, i: int, words: bool = True) -> tuple[int, int] | None:
    got = cardinal(strip, i, words)
    if got is None or (len(strip.word(i)) > 2 and strip.number(i) is not None) or strip.word(i) in ("a", "an"):
        return None
    glued_on = strip.glued(got[1]) and (strip.word(got[1]) == "%" or (strip.word(got[1]) == ":" and strip.goes_on(got[1], ":")))
    thousands = strip.goes_on(got[1], ",") and len(strip.word(got[1] + 1)) == 3
    if glued_on or thousands:
        return None
    return got


def _last_day(strip: Strip, i: int) -> tuple[int, int] | None:
    """The "-12" of "9-12 May"."""
    if strip.word(i) not in ("-", "–", "to") or (n := strip.number(i + 1)) is None or not 1 <= n <= 31:
        return None
    got = ordinal(strip, i + 1) or (n, i + 2)
    return None if strip.word(got[1]) in (":", "/") and strip.glued(got[1]) else got


def _two_readings(scene: Scene, a: int, b: int, year: int, sign: str, end: int) -> Read:
    """Day first where a dot parts them or the month cannot be first; else both, the one near the report's day before the other."""
    day_first_reading, month_first_reading = day(year, b, a) if b <= 12 else None, day(year, a, b) if a <= 12 else None
    if not (day_first_reading and month_first_reading) or day_first_reading == month_first_reading or sign == ".":
        best = (day_first_reading if sign == "." else None) or month_first_reading or day_first_reading
        return (scene.exact(best), end) if best else None
    first, other = month_first_reading, day_first_reading
    if scene.published and abs((other - scene.published).days) <= 31 < abs((first - scene.published).days):
        first, other = other, first
    return replace(scene.exact(first), other=(other, other)), end
