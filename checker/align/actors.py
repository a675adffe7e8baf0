"""Who did it: owner, operator, funder, maker or captor of one thing, named otherwise in another report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.align import deeds as reading
from checker.align.deeds import Deed, relations
from checker.align.topic import identity
from checker.facts.spelling import fold
from checker.model import Card, Document, Happening, Question, Severity, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {"another-body": "conflict", "another-person": "conflict", "same": "agree", "two-voices": "unclear"}


def topics(documents: Sequence[Document], happenings: Sequence[Happening], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each thing to which two reports give two actors, neither of whom the other report names."""
    entity = [dict[int, str]() for _ in documents]
    for card in cards:
        for mention in card.mentions:
            if mention.how == "name":
                entity[mention.source].update(dict.fromkeys(range(mention.first, mention.last), card.id))
    told: dict[str, list[Deed]] = defaultdict(list)
    for document in documents:
        known = {h.predicate: h for h in happenings if h.source == document.source}
        for deed in reading.read(document, known, entity[document.source]):
            told[deed.relation].append(deed)
    met: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    differing: dict[tuple[str, str], tuple[Deed, Deed]] = {}
    for relation, deeds in told.items():
        for n, a in enumerate(deeds):
            for b in deeds[n + 1 :]:
                thing = _one_thing(a, b, deeds)
                if thing is None:
                    continue
                same = not a.words.isdisjoint(b.words) or (a.card is not None and a.card == b.card)
                if same or _two_actors(a, b, entity):
                    met[relation, thing].extend((a, b))
                if not same and _two_actors(a, b, entity):
                    differing.setdefault((relation, thing), (a, b))
    return tuple(_topic(thing, deeds, differing.get((relation, thing))) for (relation, thing), deeds in met.items())


def _one_thing(a: Deed, b: Deed, deeds: Sequence[Deed]) -> str | None:
    """What both are told of, "" where it is left to the story; None where it may be another thing."""
    if a.document.source == b.document.source:
        return None
    shared = a.things & b.things
    if shared:
        named = [t for t in shared if ":" in t]
        return min(named) if named else None if a.marks and b.marks and a.marks.isdisjoint(b.marks) else min(shared)
    alone = all(len({d.words for d in deeds if d.document.source == x.document.source}) == 1 for x in (a, b))
    if alone and a.it != b.it:
        named = [t for t in (b if a.it else a).things if t.startswith("name:")]
        return min(named) if named and _spoken_of(b if a.it else a, named) else None
    both_named = any(":" in t for t in a.things) and any(":" in t for t in b.things)
    return "" if alone and not both_named and relations()[a.relation].get("alone") else None


def _spoken_of(deed: Deed, named: Sequence[str]) -> bool:
    """Whether the report comes back to the thing: it is what the story is about."""
    words = {name.split(":")[1].split()[-1] for name in named}
    return sum(1 for t in deed.document.tokens if t.text[0].isupper() and fold(t.text) in words) > 1


def _two_actors(a: Deed, b: Deed, entity: Sequence[Mapping[int, str]]) -> bool:
    """Whether the names are of two and neither report knows the other's."""
    if (a.kind and b.kind and a.kind != b.kind) or _short_for(a, b) or _short_for(b, a):
        return False
    for x, y in ((a, b), (b, a)):
        if x.card and x.card in entity[y.document.source].values():
            return False
        stand = len(x.words & _named_in(y.document))
        if stand * 2 > len(x.words) or (stand and x.kind != "organization"):
            return False
    return True


def _short_for(short: Deed, name: Deed) -> bool:
    letters = next((w for w in short.words if short.document.tokens[short.first].text.isupper() and len(w) < 7), None)
    initials = {t.lower[0] for t in name.document.tokens[name.first : name.last] if t.text[0].isupper()}
    return letters is not None and 2 * sum(c in initials for c in letters) > len(letters)


def _named_in(document: Document) -> frozenset[str]:
    return frozenset(fold(t.text) for t in document.tokens if t.text[0].isupper())


def _topic(thing: str, met: Sequence[Deed], differing: tuple[Deed, Deed] | None) -> Topic:
    """The topic of one thing, with everybody who is named for it."""
    deeds = [d for k, d in enumerate(met) if all(d is not e for e in met[:k])]
    deeds.sort(key=lambda d: (d.document.source, d.first))
    says = relations()[deeds[0].relation]["says"]
    of = thing.split(":")[-1].replace("-", " ") or None
    kind = "attribution" if any(d.kind == "person" for d in differing or deeds) else "organization"
    if differing is None:
        level, because = "same", f"all name one: {says}"
    elif all(d.speaker for d in differing) and differing[0].speaker != differing[1].speaker:
        level, because = "two-voices", "two speakers differ, and both may be reported rightly"
    else:
        level = "another-person" if kind == "attribution" else "another-body"
        because = f"each report names one, and neither names the other's: {says}"
    names = [d.document.text(d.first, d.last) for d in deeds]
    question = Question(kind, deeds[0].relation, of=of)
    normal = tuple(fold(n) for n in names)
    tier: Severity = "error" if ":" in thing and not any(d.it or d.speaker for d in deeds) else "warning"
    return Topic(
        id=identity(question, normal), kind=kind, label=f"{says}: {of}" if of else says, question=question,
        sides=tuple(Side(d.document.span(d.first, d.last), n, d.speaker) for d, n in zip(deeds, names, strict=True)),
        verdict=LEVELS[level], level=level, because=because, comparator="actor", normal=normal, evidence=(f"all tell {says}",),
        settle="the register, the contract or the one who is named", tier=tier,
    )
