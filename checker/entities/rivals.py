"""People whom different reports put in one and the same place: which of them is the captain?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from checker.facts import name, offices, organization, spelling
from checker.facts.name import PersonName, read_name
from checker.facts.spelling import fold, gender_of
from checker.facts.title import Title
from checker.model import Card, Document, Fact

_TWO = ("given-differs", "family-differs", "different", "suffix-differs", "middle-differs")
_ANOTHER = frozenset(("another", "second", "third", "other", "fellow", "colleague"))
_SLIP = 3  # years; one person's ages in two reports lie closer together than those of two people mostly do
_TELLING = 2  # words that the sentences on two people share, for one to stand in the other's place
_SURELY_TELLING = 4  # the same, where the name or the sex would rather say that there are two
_BESIDE = 5  # words within which a brother or a wife is one of the person named


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two cards of different reports in one role, with how their names stand to each other and why they are put together."""

    a: str  # card ids, in order
    b: str
    role: str  # "captain", "chief executive (kodra bank)"; the family name where no office tells the role
    level: str  # a level of facts.name: given-differs, family-differs, different
    because: str
    sure: Literal["direct", "near"] = "direct"  # near: worth a look, no more


@dataclass(frozen=True, slots=True)
class _Told:
    """What the reports tell of one person, as far as it can tell the role."""

    card: Card
    name: PersonName
    sources: frozenset[int]
    titles: tuple[Title, ...]
    words: frozenset[str]  # lemmas of the verbs and nouns in the sentences with the full name
    ages: frozenset[float]  # years
    gender: str | None
    kin: bool  # a brother or wife, or "another", stands beside the name


def rivals(cards: Sequence[Card], documents: Sequence[Document], facts: Sequence[Fact]) -> tuple[Rivals, ...]:
    """Pairs of people that no report names together, of one office, or of names that are half the same."""
    people = _people(cards, documents, facts)
    families: dict[str, list[_Told]] = defaultdict(list)
    for person in people:
        families[fold(person.name.last)].append(person)
    out: list[Rivals] = []
    for n, a in enumerate(people):
        for b in people[n + 1 :]:
            if a.sources & b.sources:
                continue
            level = name.how(a.name, b.name)
            if level not in _TWO:
                continue
            found = _one_office(a, b, level) or _one_place(a, b, level, families)
            in_passing = min(len(a.card.mentions), len(b.card.mentions)) < 2  # a former president in the background
            if found is not None and not (level == "different" and in_passing and not _of_one_body(a, b)):
                out.append(found)
    return tuple(out)


def _states(title: Title) -> tuple[str, ...]:
    """Who "gets finance" is the finance minister of another report."""
    return () if set(title.states) == {"designate", "dated"} else title.states


def _of_one_body(a: _Told, b: _Told) -> bool:
    """Both coordinate one programme: not a country, which has many offices, nor anybody of the past."""
    held = [(s, t) for s in a.titles for t in b.titles if s.office == t.office and s.body and t.body and not (s.states or t.states)]
    return any(len((s.body or "").split()) > 1 and organization.how(s.body or "", t.body or "") == "same" for s, t in held)


def _people(cards: Sequence[Card], documents: Sequence[Document], facts: Sequence[Fact]) -> list[_Told]:
    titles: dict[str, list[Title]] = defaultdict(list)
    years: dict[str, list[float]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact.value, Title) and fact.entity is not None:
            titles[fact.entity].append(fact.value)
        elif fact.kind == "age" and fact.entity is not None:
            age, unit = fact.value.fields().get("value"), fact.value.fields().get("unit")
            if isinstance(age, (int, float)) and unit == "year":
                years[fact.entity].append(float(age))
    out: list[_Told] = []
    for card in sorted(cards, key=lambda c: c.id):
        value = read_name(card.name) if card.kind == "person" else None
        if value is None:
            continue
        named = [m for m in card.mentions if m.how == "name"]
        where = {(m.source, documents[m.source].tokens[m.first].sentence) for m in named}
        words: set[str] = set()
        for source, index in where:
            sentence = documents[source].sentences[index]
            lemmas = {t.lemma for t in documents[source].tokens[sentence.first : sentence.last] if t.pos in ("VERB", "NOUN", "PROPN")}
            words |= {w.lower() for w in lemmas if len(w) > 3}
        kin = any(_has_kin(documents[m.source], m.first, m.last) for m in named)
        ages = frozenset(years[card.id])
        words -= {fold(p) for p in value.parts} | {p.lower() for p in value.parts} | spelling.words("kin", "weak")
        sources = frozenset(m.source for m in named)
        out.append(_Told(card, value, sources, tuple(titles[card.id]), frozenset(words), ages, _gender(card, value), kin))
    return out


def _has_kin(document: Document, first: int, last: int) -> bool:
    """A brother or a wife stands beside the name, or "another"; "a photograph of his daughters" further off is no rival."""
    tokens = document.tokens
    sentence = document.sentences[tokens[first].sentence]
    near = tokens[max(sentence.first, first - _BESIDE) : min(sentence.last, last + _BESIDE)]
    before = {t.lower for t in tokens[max(0, first - 4) : first]}
    head = next((i for i in range(first, last) if not first <= tokens[i].head < last), last - 1)
    told = {*(t.lemma for t in near), *(tokens[i].lemma for i in document.subtree(head))}  # "Berg, the younger of the two brothers"
    return not spelling.words("kin").isdisjoint(told) or not _ANOTHER.isdisjoint(before)


# ---------------------------------------------------------------- one office


def _one_office(a: _Told, b: _Told, level: str) -> Rivals | None:
    for s in a.titles:
        for t in b.titles:
            found = _same_role(s, t, a, b, level)
            if found is not None:
                body = s.body or t.body
                return Rivals(a.card.id, b.card.id, s.office + (f" ({body})" if body else ""), level, *found)
    return None


def _same_role(s: Title, t: Title, a: _Told, b: _Told, level: str) -> tuple[str, Literal["direct", "near"]] | None:
    """Why both are the one who holds the office, and how surely; near where there may be two."""
    if s.office != t.office or _states(s) != _states(t) or (s.country and t.country and s.country != t.country):
        return None
    bodies = bool(s.body and t.body and organization.LEVELS[organization.how(s.body, t.body)] == "agree")
    if s.body and t.body and not bodies:
        return None
    one, other = a.name, b.name
    many = s.office in offices.listed("many") or offices.is_trade(s.office)
    if level == "family-differs" and one.given and len(fold(one.given[0])) > 2:
        rare = not spelling.common(one.given[0]) and gender_of(one.given[0]) is None
        begun_alike = fold(one.last)[:1] == fold(other.last)[:1]
        if not many or fold(one.last)[:3] == fold(other.last)[:3] or (rare and begun_alike):
            return f"both are called {s.office}, and have one given name", "direct"
        if (rare or _alike(one.last, other.last)) and not _qualified_apart(s, t):
            return f"both are called {s.office}, and have one given name", "near"
    if many:
        alone = level == "given-differs" and one.family is not None and fold(one.family) not in spelling.words("common_families")
        if alone and not (a.kin or b.kin) and _of_one_gender(a, b) and not _qualified_apart(s, t):
            return f"both are called {s.office}, and have one family name", "near"
        return None
    if bodies or (s.country and s.country == t.country):
        return f"both are called {s.office} of {s.body or s.country}", "direct"
    if level in ("given-differs", "middle-differs", "suffix-differs") or (
        one.given and other.given and fold(one.given[0])[:1] == fold(other.given[0])[:1] and level == "family-differs"
    ):
        return f"both are called {s.office}", "direct"
    return None


# ---------------------------------------------------------------- one place in the story


def _one_place(a: _Told, b: _Told, level: str, families: Mapping[str, Sequence[_Told]]) -> Rivals | None:
    """Half of the name is the same, the other half begins alike, and the reports tell the same of both."""
    one, other = a.name, b.name
    level = "given-differs" if level == "middle-differs" and "-" in one.text and "-" in other.text else level
    if level not in ("given-differs", "family-differs") or not one.given or not other.given or one.family is None or other.family is None:
        return None
    if a.kin or b.kin or _years_apart(a, b) > _SLIP or any(_apart(s, t) for s in a.titles for t in b.titles):
        return None
    shared = len(a.words & b.words)
    of_one_trade = any(_one_trade(s, t) for s in a.titles for t in b.titles)
    many = offices.listed("many")
    of_few = any(_one_trade(s, t) and not {s.office, t.office} <= many for s in a.titles for t in b.titles)
    if not _of_one_gender(a, b) and not (of_few and level == "given-differs"):
        return None  # "Kim, a medic" and "Ken, a paramedic" may be one; two without a trade are man and wife
    related = any(_related(s, t) for s in a.titles for t in b.titles)
    if level == "given-differs":
        x, y = fold(one.given[0]), fold(other.given[0])
        of_family = [p for key in {fold(one.family), fold(other.family)} for p in families[key]]
        if min(len(x), len(y)) < 3 or one.is_eastern or other.is_eastern:
            return None
        of_many = fold(one.family) in spelling.words("common_families")
        if (of_many or not _of_one_gender(a, b)) and not (x[0] == y[0] and of_one_trade and (shared >= _SURELY_TELLING or not of_many)):
            return None
        if any(p.sources & (a.sources | b.sources) for p in of_family if p is not a and p is not b):
            return None  # a family is told of
        related = related or any(_named_in(t, r) for q, r in ((a, b), (b, a)) for t in q.titles)
        rare = not all(spelling.common(n.given[0]) or gender_of(n.given[0]) for n in (one, other))
        alike = x[0] == y[0] or 2 * OSA.distance(x, y) <= max(len(x), len(y))
        of_work = any(_one_work(s, t) for s in a.titles for t in b.titles)
        begun = (rare and x[:2] == y[:2]) or (x[:3] == y[:3] and not spelling.common(one.family)) or (x[0] == y[0] and of_work)
        begun = begun or (x[:2] == y[:2] and min(len(a.card.mentions), len(b.card.mentions)) > 1) or (x[0] == y[0] and of_one_trade)
        telling = related or begun or (shared >= _TELLING if alike else shared > _TELLING)
        because, who = f"neither report names the other, and both are called {one.last}", one.last
    else:
        x, y = fold(one.family), fold(other.family)
        if min(len(x), len(y)) < 3 or x[0] != y[0]:
            return None
        surely = shared >= _SURELY_TELLING and x[:3] == y[:3]
        telling = related or (surely if spelling.common(one.given[0]) else shared >= _TELLING)
        because, who = f"neither report names the other, and both are called {one.given[0]}", one.given[0]
    return Rivals(a.card.id, b.card.id, who, level, because, "near") if telling else None


def _related(s: Title, t: Title) -> bool:
    """True where the two titles may be one office, one of them put less exactly."""
    if s.office == t.office:
        return s.office not in offices.listed("many")
    return offices.is_broader(s.office, t.office) or offices.is_broader(t.office, s.office)


def _one_trade(s: Title, t: Title) -> bool:
    """Medic and paramedic, lawyer and attorney: one trade, though many have it."""
    return s.office == t.office or offices.is_broader(s.office, t.office) or offices.is_broader(t.office, s.office)


def _one_work(s: Title, t: Title) -> bool:
    """True where the two titles share a word that tells of what: "union leader", "president of the Miners' Union"."""
    ranks = {*s.office.split()[-1:], *t.office.split()[-1:]}
    x, y = ({w for w in title.text.lower().split() if len(w) > 3} for title in (s, t))
    return bool((x & y) - ranks)


def _named_in(title: Title, told: _Told) -> bool:
    """True where the sentences on the other person have the word for the office: "a minister with an umbrella"."""
    word = title.office.split()[-1]
    return word in told.words and (word == "minister" or title.office not in offices.listed("many"))


def _qualified_apart(s: Title, t: Title) -> bool:
    """Police spokesman and spokesman for the ministry: two, until a report says otherwise."""
    x, y = ({w for w in title.text.lower().split() if len(w) > 3} - set(s.office.split()) for title in (s, t))
    x, y = ({w for w in words if not w.startswith("spokes")} for words in (x, y))
    return bool(x and y and not x & y)


def _apart(s: Title, t: Title) -> bool:
    """True where the two offices keep two people apart."""
    if s.country and t.country and s.country != t.country:
        return True
    bodies = s.body and t.body and organization.LEVELS[organization.how(s.body, t.body)] != "agree"
    return bool(bodies) or offices.exclude(s.office, t.office) or set(s.states) != set(t.states)


def _years_apart(a: _Told, b: _Told) -> float:
    """How far the nearest ages told of the two lie from each other, 0 where one has none."""
    return min((abs(x - y) for x in a.ages for y in b.ages), default=0.0)


def _of_one_gender(a: _Told, b: _Told) -> bool:
    return a.gender is None or b.gender is None or a.gender == b.gender


def _gender(card: Card, value: PersonName) -> str | None:
    """What the given name, he and she, Mr and Ms and "-woman" tell."""
    told = {f.value for f in card.fields if f.name == "gender"}
    for field in card.fields:
        if field.name == "office":
            told.update(g for ending, g in (("woman", "female"), ("man", "male")) if field.text.lower().endswith(ending))
            if field.text.lower().endswith("woman"):
                told.discard("male")
    if len(told) == 1:
        return min(told)
    return gender_of(value.given[0]) if value.given else None


def _alike(a: str, b: str) -> bool:
    """Berg and Bork: begun alike, and half of the letters the same."""
    x, y = fold(a), fold(b)
    return x[:1] == y[:1] and 2 * OSA.distance(x, y) <= max(len(x), len(y))
