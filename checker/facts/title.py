"""Offices, ranks and professions, normalised to office, body, country and state; whether two can be one person's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checker.facts import offices, organization, title_phrases
from checker.facts.gazetteer import one_name
from checker.model import Comparison, Document, Fact, Scalar, Verdict

LEVELS: dict[str, Verdict] = {
    "same": "agree",
    "synonym": "agree",
    "broader": "agree",
    "dated": "agree",
    "another-role": "unclear",
    "another-body": "unclear",
    "former-differs": "conflict",
    "acting-differs": "conflict",
    "deputy-differs": "conflict",
    "designate-differs": "conflict",
    "country-differs": "conflict",
    "body-differs": "conflict",
    "office-differs": "conflict",
    "chiefs-differ": "conflict",
    "post-differs": "conflict",
    "profession-differs": "conflict",
    "anothers": "conflict",
}

_NOT_NOW = {"former", "dated", "designate"}


@dataclass(frozen=True, slots=True)
class Title:
    """What somebody is: office in one form, the body and country it belongs to, and former, acting, deputy, designate."""

    text: str
    office: str
    body: str | None = None
    country: str | None = None
    states: tuple[str, ...] = ()  # of former, acting, deputy, designate, dated
    holder: tuple[int, int] | None = field(default=None, compare=False)  # tokens of the name or pronoun it is bound to
    anothers: str | None = field(default=None, compare=False)  # who has the office in another report

    def fields(self) -> dict[str, Scalar]:
        return {"value": self.normal(), "low": None, "high": None, "low_open": None, "high_open": None, "unit": None}

    def normal(self) -> str:
        words = [*(s for s in self.states if s != "dated"), self.office]
        where = [w for w in (organization.one_name(self.body) if self.body else None, self.country) if w]
        return " ".join(words) + (f" ({', '.join(where)})" if where else "")


def find(document: Document) -> Iterator[Fact]:
    """Every office, rank and profession that the text gives to somebody or speaks of by its article."""
    for phrase in title_phrases.find(document):
        read = offices.read_office(phrase.words)
        if read is not None:
            value = Title(" ".join(document.text(phrase.first, phrase.last).split()), *read, holder=phrase.holder)
            yield Fact("title", document.span(phrase.first, phrase.last), value, phrase.first, phrase.last, phrase.head)


def compare(a: Title, b: Title, tolerance: Mapping[str, float] = {}) -> Comparison:
    """Whether one person can be called both; the first rung that holds explains it."""
    level, because = _how(a, b)
    if level in ("another-role", "another-body") and not _NOT_NOW & {*a.states, *b.states}:
        theirs = next((t for t in (a, b) if t.anothers), None)
        if theirs is not None:
            level, because = "anothers", f"in another report {theirs.anothers} is {theirs.text}"
    return Comparison(LEVELS[level], level, because)


def _how(a: Title, b: Title) -> tuple[str, str]:
    same_office = a.office == b.office
    related = same_office or offices.is_broader(a.office, b.office) or offices.is_broader(b.office, a.office)
    bodies = _bodies(a, b)
    if bodies == "alike" and same_office:
        return "body-differs", f"the same office of two bodies of like name: {a.body} / {b.body}"
    if bodies in ("differ", "alike") and related:
        return "another-body", f"two bodies: {a.body} / {b.body}"
    if same_office and a.country and b.country and a.country != b.country:
        return "country-differs", f"the same office of two countries: {a.country} / {b.country}"
    if same_office and {frozenset(("deputy",)), frozenset(("acting",))} == {frozenset(t.states) & {"deputy", "acting"} for t in (a, b)}:
        return "another-role", "a deputy may act for the holder"
    if same_office:
        for state, level in (
            ("former", "former-differs"),
            ("designate", "designate-differs"),
            ("acting", "acting-differs"),
            ("deputy", "deputy-differs"),
        ):
            if (state in a.states) == (state in b.states):
                continue
            if "dated" in a.states or "dated" in b.states:
                return "dated", "the text says that the office was held then"
            full, other = (a, b) if state in b.states else (b, a)
            deputy = a.office in ("director", "editor", "manager") and {"deputy", "vice"} & set(other.text.lower().split())
            if state == "deputy" and a.office in offices.listed("graded") and not deputy:
                continue
            if state == "deputy" and a.office in ("president", "chair") and bool(a.body) != bool(b.body):
                return "another-role", "a vice president of the whole may be president of a part"
            if state == "former" and offices.is_trade(a.office) and not (a.body or b.body):
                return "another-role", "who has left a trade may still be called by it"
            if state == "former" and bodies != "same" and a.office in offices.listed("of_a_client"):
                return "another-role", "a former lawyer, coach or adviser of one may serve another now"
            return level, f"{state} in one, not in the other: {other.text} / {full.text}"
        if _is_learner(a) != _is_learner(b) and any(offices.clause_words("high") & set(t.text.lower().split()) for t in (a, b)):
            return "post-differs", f"one is still learning: {a.text} / {b.text}"
        return ("same", "the same office") if a.text.lower() == b.text.lower() else ("synonym", "two names of one office")
    to_come = "designate" in a.states and "designate" in b.states and "acting" not in (*a.states, *b.states)
    if to_come and bodies in ("open", "same") and not related and _two_chiefs(a.office, b.office):
        return "chiefs-differ", f"one person is to get two posts: {a.text} / {b.text}"
    if "former" in a.states or "former" in b.states or "dated" in a.states or "dated" in b.states:
        return "another-role", "one held another office before"
    if ("deputy" in a.states) != ("deputy" in b.states):
        second, other = (a, b) if "deputy" in a.states else (b, a)
        if second.office == "president" and not second.body and other.office.endswith(" minister") and other.office != "prime minister":
            return "chiefs-differ", f"one person is seldom both: {a.text} / {b.text}"
        return "another-role", "a deputy may hold another office beside it"
    if related:
        return "broader", "one is less exact"
    if (offices.two_posts(a.office, b.office) or not _one_is_elsewhere(a, b)) and not (a.country and b.country and a.country != b.country):
        if offices.exclude(a.office, b.office):
            return "office-differs", f"one person cannot well be both: {a.text} / {b.text}"
        if offices.two_posts(a.office, b.office) and bodies in ("open", "same"):
            return "chiefs-differ", f"one person is seldom both: {a.text} / {b.text}"
        if {a.office, b.office} == {"mayor", "director"} and any("director" in t.text.lower().split() for t in (a, b)):
            return "chiefs-differ", f"one person is seldom both: {a.text} / {b.text}"  # not who "leads the council"
        if offices.hardly_both(a.office, b.office) and bodies in ("open", "same"):
            return "profession-differs", f"one person is seldom both: {a.text} / {b.text}"
    if bodies == "same" and not offices.listed("combined") & {a.office, b.office}:
        return "post-differs", f"two posts in one body: {a.text} / {b.text}"
    return "another-role", "one person may be both"


def _is_learner(title: Title) -> bool:
    """A trainee guide, an apprentice cook."""
    return not offices.clause_words("low").isdisjoint(title.text.lower().split())


def _two_chiefs(a: str, b: str) -> bool:
    """Whether two posts that somebody is to get are not one: of a post to come it is known which."""
    chiefs = [office == "chief executive" or offices.is_head(office.split()[-1]) for office in (a, b)]
    return all(chiefs) or offices.exclude(a, b) or offices.two_posts(a, b)


def _one_is_elsewhere(a: Title, b: Title) -> bool:
    """A prime minister may be president of a party: one office of state has a body of its own, which is not the other office's."""
    if bool(a.body) == bool(b.body):
        return False
    of_state = offices.listed("of_state")
    bodied, plain = (a, b) if a.body else (b, a)
    named = (bodied.body or "").lower()
    return (a.office.split()[-1] in of_state or b.office.split()[-1] in of_state) and plain.office.split()[-1] not in named


def _bodies(a: Title, b: Title) -> str:
    """same, open, alike (Nordic Council, Arctic Council) or differ."""
    if not a.body or not b.body:
        return "open"
    if a.body.islower() or b.body.islower():
        return "open"  # "a state water board" is no name
    if one_name(a.body) == one_name(b.body):
        return "same"
    how = organization.how(a.body, b.body)
    if how in ("modifier-differs", "garbled"):
        return "alike"
    return "same" if organization.LEVELS[how] == "agree" or how == "misspelled" else "differ"
