"""Why two values may differ and both be right: each veto is a sentence."""

from __future__ import annotations

import functools

from checker import concepts
from checker.facts.moment import Moment
from checker.language.countries import countries
from checker.model import Reading
from checker.readings.roles import class_of_question, role_of_question

_LONG_AGO = 100  # days
_TIMELESS = frozenset({"date", "time", "place"})


def bars_agreement(a: Reading, b: Reading) -> bool:
    """Whether equal values speak of different things: another class counted, another holder; a plan and its outcome may well agree."""
    p, q = a.question, b.question
    if p.kind in ("count", "ordinal"):
        of_a, of_b = class_of_question(p), class_of_question(q)
        known = concepts.load()
        if of_a and of_b and not (known.subset(of_a, of_b) or known.subset(of_b, of_a)):
            return True
    return bool(p.about and q.about and p.about != q.about and p.about.split(":")[0] == q.about.split(":")[0] == "person")


def veto(a: Reading, b: Reading) -> str | None:
    """The first reason why two readings do not answer the same question, or None."""
    p, q = a.question, b.question
    role_a, role_b = role_of_question(p), role_of_question(q)
    if role_a != role_b and ({role_a, role_b} == {"change", "level"} or not {role_a, role_b} & {"change", "level"}):
        return _role_sentence(role_a or role_b or "")
    if p.kind in ("date", "time") and p.of != q.of and not (_former(a) and _former(b)):
        return _other_moment(p.of, q.of)
    plain = {"actual", "general"} if p.kind in ("date", "time", "place", "percent", "count") else {"actual", "general", "planned"}
    if a.mood != b.mood and not {a.mood, b.mood} <= plain:
        return "one tells what happened, the other what is planned, possible or required"
    if p.kind in ("count", "ordinal"):
        of_a, of_b = class_of_question(p), class_of_question(q)
        if of_a and of_b and of_a != of_b:
            known = concepts.load()
            if known.subset(of_a, of_b) or known.subset(of_b, of_a):
                if not (a.running and b.running):
                    return f"one counts {_words(of_a)}, the other {_words(of_b)}: a part and the whole"
            else:
                return f"one counts {_words(of_a)}, the other {_words(of_b)}"
    if p.kind not in _TIMELESS and p.anchor and q.anchor and _apart(p.anchor, q.anchor):
        return "they hold for different times"
    if p.about and q.about and p.about != q.about and p.about.split(":")[0] == q.about.split(":")[0]:
        return "they speak of different holders"
    if p.kind in ("date", "time") and _elsewhere(a, b):
        return "they are told of different places"
    if p.kind == "place" and p.of != q.of and {p.of, q.of} & {"from", "to", "into"}:
        return "one is where it came from or went to"
    return None


def _elsewhere(a: Reading, b: Reading) -> bool:
    """Whether each of two days is told with one town, and these are two: "opens in Madrid in May", "opens in Porto in October"."""
    one, other = ({c.partition(":")[2] for c in r.cues if c.partition(":")[2].startswith("place:")} for r in (a, b))
    return len(one) == len(other) == 1 and one != other and not (one | other) & _lands()


@functools.cache
def _lands() -> frozenset[str]:
    """Cards of countries, in which a town may lie."""
    return frozenset(f"place:{name.lower().replace(' ', '-')}" for c in countries() for name in (c.name, *c.also))


def _former(reading: Reading) -> bool:
    """Whether a day is that of a happening before the one reported: told as such, or long before the report."""
    value = reading.fact.value
    if reading.question.of is not None or not isinstance(value, Moment) or not value.known or value.published is None:
        return reading.question.of == "previous"
    return (value.published - value.days[1]).days > _LONG_AGO


def _other_moment(a: str | None, b: str | None) -> str:
    """Why two moments of one thing may differ: its end and its beginning, the one before it, the day it was told."""
    if "told" in (a, b):
        return "one is when it was told, the other when it happened"
    if "previous" in (a, b):
        return "one is of the time before"
    return "one is when it ended, the other when it began or happened"


def _role_sentence(role: str) -> str:
    if role == "baseline":
        return "one is the figure that the other is compared with"
    if role in ("change", "level"):
        return "one is a level, the other a change"
    if role == "part":
        return "one is a part of the whole, or comes on top of it"
    return "one is a rate, the other a total"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _apart(a: str, b: str) -> bool:
    low_a, _, high_a = a.partition("/")
    low_b, _, high_b = b.partition("/")
    return high_a < low_b or high_b < low_a
