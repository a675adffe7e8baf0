"""An office that one report gives to one person and another report to somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.facts import offices, organization
from checker.facts.title import Title, compare
from checker.model import Reading

_NOT_NOW = {"former", "dated", "designate"}
# ranks of which two lands, firms or bodies of one story have one each
_OF_MANY = {
    "minister", "secretary", "president", "ambassador", "general", "governor", "commissioner", "officer", "chief", "executive", "manager",
    "coach", "captain", "economist", "lieutenant", "adviser", "judge", "secretary-general",
}
_Held = tuple[int, str, str, Title]  # source, card, name and title


def marked(readings: Sequence[Reading]) -> Iterable[Reading]:
    """The readings, a title with the name of whoever has the same office in another report."""
    held: list[_Held] = []
    every: dict[tuple[str, int], set[str]] = defaultdict(set)  # office and report -> who is called so there, at whatever time
    for reading in readings:
        title = reading.fact.value
        if isinstance(title, Title) and reading.question.asks == "office" and reading.question.about:
            source = reading.fact.span.source
            every[title.office, source].add(reading.question.about)
            if reading.sure == "direct" and _is_one_persons(title):
                held.append((source, reading.question.about, reading.holder or "", title))
    several = {office for (office, _), people in every.items() if len(people) > 1}
    for reading in readings:
        title = reading.fact.value
        if isinstance(title, Title) and reading.sure == "direct" and title.office not in several and _is_one_persons(title):
            other = _other(reading, title, held)
            if other:
                yield replace(reading, fact=replace(reading.fact, value=replace(title, anothers=other)))
                continue
        yield reading


def _is_one_persons(title: Title) -> bool:
    """An office of which a body has one holder, held now."""
    plain = title.office in offices.listed("many") or offices.is_trade(title.office)
    return not (plain or _NOT_NOW & set(title.states) or "deputy" in title.states)


def _other(reading: Reading, title: Title, held: Sequence[_Held]) -> str | None:
    for source, about, name, other in held:
        if source == reading.fact.span.source or about == reading.question.about:
            continue
        one = compare(title, other).level in ("same", "synonym") and _tells_which(title, other)
        if one or _of_the_same(title, other) or _of_the_same(other, title):
            return name
    return None


def _tells_which(a: Title, b: Title) -> bool:
    """One body or land, or an office that tells its field: two firms of a story have a chief executive each."""
    if (a.body and b.body) or (a.country and a.country == b.country):
        return True
    *words, rank = a.office.split()
    return bool(words) and rank not in _OF_MANY and not (a.body or b.body or a.country or b.country)


def _of_the_same(short: Title, full: Title) -> bool:
    """ "The union's chairwoman" and "chair of the Harbour Workers' Union"."""
    *words, office = short.office.split()
    return bool(words) and office == full.office and full.body is not None and set(words) <= set(organization.one_name(full.body).split())
