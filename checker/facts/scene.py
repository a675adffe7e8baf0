"""What a report's dates are told against: its own day, the last date it named, the tense of a clause, match or business report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from checker.facts.calendar import Days, day, month_of, months_later, quarter_of, table
from checker.facts.moment import Moment, Precision
from checker.model import Document

Tense = Literal["past", "future", "present"]
_FUTURE = frozenset({"will", "'ll", "wo", "shall", "would"})
_AHEAD = frozenset({"expect", "schedule", "plan", "due", "set", "intend", "aim", "hope", "hold", "slate", "go", "want", "book"})
_MAYBE = frozenset({"should", "may", "must", "can", "might"})
_PLANS = frozenset({"expect", "schedule", "plan", "intend", "aim", "hope", "want"})
_NEAR = 25  # days within which the nearest such date is meant, whatever the tense


@dataclass(slots=True)
class Scene:
    """The clock of one report while its dates are read in order."""

    document: Document
    published: date | None
    sport: bool
    last: Moment | None = None
    last_sentence: int = -1
    tenses: dict[int, Tense] = field(default_factory=dict)

    # ------------------------------------------------------------ building moments

    def exact(self, d: date, weekday: int | None = None, relative: bool = False) -> Moment:
        return Moment(d, d, "day", weekday=weekday, relative=relative, published=self.published)

    def whole(self, precision: Precision, days: Days, relative: bool = False) -> Moment:
        return Moment(*days, precision, relative=relative, published=self.published)

    def unknown(self, precision: Precision = "day", part: str | None = None) -> Moment:
        return Moment(None, None, precision, part=part, relative=True)

    def day(self, year: int | None, month: int | None, number: int, token: int) -> Moment:
        """A day whose year or month may be left out."""
        if year is not None and month is not None:
            d = day(year, month, number)
            return self.exact(d) if d else Moment(None, None, "day", month, number)
        near = None if month is not None else self._month_of_last(number, token)
        chosen = near or self._choose(self._candidates(month, number), token, _NEAR if month is not None else 0)
        return Moment(chosen, chosen, "day", month, number, published=self.published)

    def _month_of_last(self, number: int, token: int) -> date | None:
        """"opens on 6 June and closes on the 8th": the month just named in the same sentence."""
        last = self.last
        if last is None or not last.known or self.document.tokens[token].sentence != self.last_sentence:
            return None
        d = last.days[0]
        fits = last.precision == "month" or (last.precision == "day" and number > d.day and not last.relative)
        return day(d.year, d.month, number) if fits else None

    def dated(self, moment: Moment, weekday: int, token: int) -> Moment:
        """The same day with the weekday the text gives it; the weekday chooses the year or month that the text left out."""
        if moment.number is not None:
            fitting = [d for d in self._candidates(moment.month, moment.number, 6) if d.weekday() == weekday]
            near = [d for d in fitting if self.published and abs((d - self.published).days) <= (400 if moment.month else 200)]
            if near and self.published is not None:
                published = self.published
                chosen = min(near, key=lambda d: (abs((d - published).days), d))
                moment = replace(moment, earliest=chosen, latest=chosen)
        return replace(moment, weekday=weekday)

    def span(self, month: int, number: int, last_month: int, last: int, year: int | None, token: int) -> Moment:
        """From one day to another."""
        first, end = self.day(year, month, number, token), self.day(year, last_month, last, token)
        if not first.known or not end.known:
            return Moment(None, None, "span", month, number)
        low, high = first.days[0], end.days[1]
        if high < low and year is None:
            high = months_later(high, 12)
        return self.whole("span", (low, max(low, high)))

    def month(self, month: int, token: int) -> Moment:
        """A month without a year."""
        chosen = self._choose(self._candidates(month, 15), token)
        if chosen is None:
            return Moment(None, None, "month", month, published=self.published)
        return replace(self.whole("month", month_of(chosen.year, month)), month=month)

    def weekday(self, weekday: int, token: int) -> Moment:
        """The last such day, today included, or after a future verb the coming one."""
        if self.published is None:
            return Moment(None, None, "day", weekday=weekday, relative=True)
        back = (self.published.weekday() - weekday) % 7
        past, coming = self.published - timedelta(days=back), self.published + timedelta(days=7 - back)
        tense = self.tense(token)
        if tense == "future" and back:
            return self.exact(coming, weekday, True)
        if tense == "present" and back:  # "Saturday's match" can be either
            return replace(self.exact(past, weekday, True), other=(coming, coming))
        return self.exact(past, weekday, True)

    def coming(self, weekday: int, weeks: int) -> Moment:
        """The day so many weeks after the coming one: "Thursday week"."""
        if self.published is None:
            return Moment(None, None, "day", weekday=weekday, relative=True)
        ahead = (weekday - self.published.weekday() - 1) % 7 + 1
        return self.exact(self.published + timedelta(days=ahead + 7 * weeks), weekday, True)

    def following(self, weekday: int) -> Moment | None:
        """The "Saturday" of "this Friday and Saturday": the next one after the day named just before it."""
        if self.last is None or not self.last.known or self.last.weekday is None or not self.last.relative:
            return None
        d = self.last.days[0]
        return self.exact(d + timedelta(days=(weekday - d.weekday() - 1) % 7 + 1), weekday, True)

    def nearest_quarter(self, quarter: int, token: int) -> Moment:
        assert self.published is not None
        years = [self.published.year + k for k in (-1, 0, 1)]
        starts = {quarter_of(y, quarter)[0]: y for y in years}
        past = [d for d in starts if d <= self.published]
        future = [d for d in starts if quarter_of(starts[d], quarter)[1] >= self.published]
        chosen = min(future) if self.tense(token) == "future" and future else max(past)
        return self.whole("quarter", quarter_of(starts[chosen], quarter), True)

    # ------------------------------------------------------------ choosing

    def _candidates(self, month: int | None, number: int, reach: int = 2) -> list[date]:
        p = self.published
        if p is None:
            return []
        if month is not None:
            reach = 8 if (month, number) == (2, 29) else reach
            found = [day(p.year + k, month, number) for k in range(-reach, reach + 1)]
        else:
            found = [day(m.year, m.month, number) for k in range(-reach, reach + 1) for m in [months_later(p.replace(day=1), k)]]
        return [d for d in found if d is not None]

    def _choose(self, days: list[date], token: int, near: int = _NEAR) -> date | None:
        if not days or self.published is None:
            return None
        published = self.published
        nearest = min(days, key=lambda d: (abs((d - published).days), d))
        if abs((nearest - published).days) <= near:
            return nearest
        tense = self.tense(token)
        fitting = [d for d in days if (d <= published if tense == "past" else d >= published if tense == "future" else True)]
        return min(fitting or days, key=lambda d: (abs((d - published).days), d))

    def tense(self, token: int) -> Tense:
        """The time the clause around a token speaks of; "present" where it is open."""
        if token not in self.tenses:
            before = self.document.tokens[token - 1].lower if token else ""
            told = self._tense(token)
            # "adjourned until July" and "put off to Friday" look ahead from the past
            lasting = before in ("until", "till", "through")
            told = "future" if lasting and told == "present" else told  # "open until Friday" lasts still
            self.tenses[token] = "present" if told == "past" and (lasting or before == "to") else told
        return self.tenses[token]

    def _tense(self, i: int) -> Tense:
        tokens, children = self.document.tokens, self.document.children
        purpose = False  # climbed out of "to ...": the clause above tells when
        done = False  # climbed out of "... doing": "is accused of killing" looks back
        for _ in range(12):
            token = tokens[i]
            if token.pos in ("VERB", "AUX"):
                helpers = [tokens[c] for c in children[i] if tokens[c].relation in ("auxiliary", "passive_auxiliary")]
                planned = token.lemma in _AHEAD
                have = any(h.lemma == "have" for h in helpers)
                ahead = any(h.lower in _FUTURE or (h.lower in _MAYBE and not have) for h in helpers)
                if ahead or (planned and token.tag == "VBG") or token.lower == "due":
                    return "future"
                done = done or (token.tag == "VBG" and not helpers)
                if any(h.lower == "to" for h in helpers):
                    purpose = True
                elif token.tag in ("VBD", "VBN") or any(h.tag == "VBD" for h in helpers) or have:
                    now = any(h.relation == "passive_auxiliary" and h.tag in ("VBZ", "VBP") for h in helpers) and not have
                    bare = token.tag == "VBN" and not helpers
                    if planned and (now or bare):
                        return "future"
                    if now and not done:
                        return "future" if purpose else "present"  # "is played from 2 to 16 August"
                    return "present" if purpose or planned else "past"
                elif token.tag in ("VBZ", "VBP"):
                    return "future" if purpose or token.lemma in _PLANS else "present"
            elif token.lower == "due" or (token.lower in ("likely", "ready") and purpose):
                return "future"
            if token.head == i:
                return "future" if purpose else "present"
            i = token.head
        return "present"


def scene_of(document: Document, published: str | None = None) -> Scene:
    """The scene at the head of a report; `published` overrides the report's own day."""
    words = {t.lower for t in document.tokens}
    sport, business = len(words.intersection(table("sport")["words"])), len(words.intersection(table("business")["words"]))
    return Scene(document, day_of(published or document.report.published or document.report.clock), sport > business)


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or date-time, None where there is none or no press was printing."""
    if not published:
        return None
    try:
        d = date.fromisoformat(published.strip()[:10])
    except ValueError:
        return None
    return d if 1500 <= d.year <= 2500 else None
