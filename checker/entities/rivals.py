"""People whom different reports put in one and the same place: which of them is the captain?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.facts import name, offices, organization, spelling
from checker.facts.name import PersonName, read_name
from checker.facts.spelling import fold
from checker.facts.title import Title
from checker.model import Card, Document, Fact


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two cards of different reports in one role, with how their names stand to each other and why they are put together."""

    a: str  # card ids, in order
    b: str
    role: str  # "captain", "chief executive (kodra bank)"
    level: str  # a level of facts.name: given-differs, family-differs, different
    because: str


def rivals(cards: Sequence[Card], documents: Sequence[Document], facts: Sequence[Fact]) -> tuple[Rivals, ...]:
    """Pairs of people that no report names together, of one office and body, or of one title and one given name."""
    people = {card.id: card for card in cards if card.kind == "person"}
    sources = {id: {m.source for m in card.mentions if m.how == "name"} for id, card in people.items()}
    titles: dict[str, list[Fact]] = {id: [] for id in people}
    for fact in facts:
        if isinstance(fact.value, Title) and fact.entity in titles:
            titles[fact.entity].append(fact)
    out: list[Rivals] = []
    ids = sorted(id for id in people if titles[id])
    for n, a in enumerate(ids):
        for b in ids[n + 1 :]:
            if sources[a] & sources[b]:
                continue
            found = _one_role(people[a], people[b], titles[a], titles[b])
            in_passing = min(len(people[a].mentions), len(people[b].mentions)) < 2  # a former president in the background
            if found is not None and not (found.level == "different" and in_passing):
                out.append(found)
    return tuple(out)


def _one_role(a: Card, b: Card, titles_a: Sequence[Fact], titles_b: Sequence[Fact]) -> Rivals | None:
    one, other = read_name(a.name), read_name(b.name)
    if one is None or other is None:
        return None
    level = name.how(one, other)
    if level not in ("given-differs", "family-differs", "different", "suffix-differs", "middle-differs"):
        return None
    for x in titles_a:
        for y in titles_b:
            s, t = x.value, y.value
            assert isinstance(s, Title) and isinstance(t, Title)
            why = _same_role(s, t, one, other, level)
            if why is not None:
                body = s.body or t.body
                return Rivals(a.id, b.id, s.office + (f" ({body})" if body else ""), level, why)
    return None


def _same_role(s: Title, t: Title, one: PersonName, other: PersonName, level: str) -> str | None:
    if s.office != t.office or s.states != t.states or (s.country and t.country and s.country != t.country):
        return None
    bodies = bool(s.body and t.body and organization.LEVELS[organization.how(s.body, t.body)] == "agree")
    if s.body and t.body and not bodies:
        return None
    rare = bool(one.given) and not spelling.common(one.given[0])
    alike = rare or fold(one.last)[:3] == fold(other.last)[:3] or not offices.listed("many") & {s.office}
    if level == "family-differs" and len(fold(one.given[0] if one.given else "")) > 2 and alike:
        return f"both are called {s.office}, and have one given name"
    if s.office in offices.listed("many"):
        return None
    if bodies or (s.country and s.country == t.country):
        return f"both are called {s.office} of {s.body or s.country}"
    if level in ("given-differs", "middle-differs", "suffix-differs") or (
        one.given and other.given and fold(one.given[0])[:1] == fold(other.given[0])[:1] and level == "family-differs"
    ):
        return f"both are called {s.office}"
    return None
