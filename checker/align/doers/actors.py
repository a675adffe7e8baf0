"""Who did it: owner, funder, maker, finder, rescuer or captor of one thing, told otherwise in another report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from checker import concepts
from checker.align.doers import deeds as reading
from checker.align.doers import descriptions, memberships
from checker.align.doers.deeds import Deed
from checker.align.doers.doers import Doer
from checker.align.doers.frames import ANY, alike, once, relation
from checker.align.doers.rivals import rivals, same
from checker.align.doers.things import others
from checker.align.synonyms import verbs_like
from checker.align.topic import identity, in_words
from checker.facts.spelling import fold
from checker.model import Card, Document, Happening, Question, Severity, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {"another-body": "conflict", "another-person": "conflict", "same": "agree"}
OFTEN = 3  # mentions of a thing in a report from which the story is about it


def topics(documents: Sequence[Document], happenings: Sequence[Happening], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each thing to which two reports give two doers, neither of whom the other report names."""
    entity = [dict[int, str]() for _ in documents]
    meant = [dict[int, str]() for _ in documents]
    for card in cards:
        for mention in card.mentions:
            inside = dict.fromkeys(range(mention.first, mention.last), card.id)
            (entity if mention.how == "name" else meant)[mention.source].update(inside)
    told: dict[str, list[Deed]] = defaultdict(list)
    for document in documents:
        known = {h.predicate: h for h in happenings if h.source == document.source}
        for deed in reading.read(document, known, entity[document.source], meant[document.source]):
            told[deed.relation].append(deed)
    _add_synonyms(told)
    met: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    differing: dict[tuple[str, str], tuple[Deed, Deed]] = {}
    for name, deeds in sorted(told.items()):
        for n, a in enumerate(deeds):
            for b in deeds[n + 1 :]:
                thing = _one_thing(a, b, deeds)
                if thing is None or (relation(name).get("joint") and a.doer.many != b.doer.many):
                    continue
                one = same(a.doer, b.doer)
                two = not one and rivals(a.doer, b.doer, (entity[a.document.source], entity[b.document.source]), name in once())
                if two or (one and not relation(name).get("any")):
                    met[name, thing].extend((a, b))
                if two:
                    differing.setdefault((name, thing), (a, b))
    made = (_topic(thing, deeds, differing.get((name, thing))) for (name, thing), deeds in met.items())
    of_bodies = (found for way in (descriptions, memberships) for found in way.topics(documents, cards))
    return (*made, *of_bodies)


def _add_synonyms(told: dict[str, list[Deed]]) -> None:
    """Tells what one report says with one verb, and another with a verb of the same meaning, as one relation: spotted, noticed."""
    own = {name.removeprefix(ANY): name for name in sorted(told) if name.startswith(ANY)}
    more: dict[str, list[Deed]] = {}
    for verb, name in own.items():
        for other in sorted(verbs_like(verb) & own.keys()):
            if verb < other:
                more[name] = [*more.get(name, ()), *(replace(d, relation=name) for d in told[own[other]])]
    for name, deeds in more.items():
        told[name].extend(deeds)


def _one_thing(a: Deed, b: Deed, deeds: Sequence[Deed]) -> str | None:
    """What both are told of, "" where it is left to the story; None where it may be another thing, or another time."""
    if a.document.source == b.document.source or (a.anchor and b.anchor and a.anchor != b.anchor):
        return None
    one, other = a.thing, b.thing
    if not (one.marks ^ other.marks).isdisjoint(others()) or (one.whose and other.whose and one.whose.isdisjoint(other.whose)):
        return None
    if a.years != b.years and not (a.years & b.years):
        return None  # built in 1990, opened in 2020
    shared = one.keys & other.keys
    table = relation(a.relation)
    if a.weak and b.weak:
        return None
    if table.get("state") and a.past is not None and b.past is not None and (a.past != b.past or (a.past and table.get("named"))):
        return None
    if table.get("definite") and not (one.definite and other.definite):
        return None
    named = [t for t in shared if ":" in t]
    alone = all(_one_doer([d.doer for d in deeds if d.document.source == x.document.source]) for x in (a, b))
    if shared and not named and not _surely_one(a, b, alone):
        return None
    if shared:
        if table.get("people") and not named and one.lemma != other.lemma:
            return None  # a boy and a girl are both children
        return min(named) if named else None if one.marks and other.marks and one.marks.isdisjoint(other.marks) else min(shared)
    if table.get("any"):
        return None
    if len(one.near & other.near) > 1:
        return " ".join(sorted(one.near & other.near))
    if alone and one.it != other.it:
        named = [t for t in (other if one.it else one).keys if t.startswith("name:")]
        if named:
            return min(named) if _spoken_of(b if one.it else a, named) else None
    both_named = any(":" in t for t in one.keys) and any(":" in t for t in other.keys)
    if alone and not both_named and table.get("alone"):
        return ""
    return _what_the_story_is_about(a, b) if alone and (one.open or other.open) else None


def _surely_one(a: Deed, b: Deed, alone: bool) -> bool:
    """Whether what is not named is one: the study, where both come back to it; a man, where neither report tells the like of another."""
    one, other, table = a.thing, b.thing, relation(a.relation)
    if table.get("strict") and not (alone and one.marks == other.marks and one.whose == other.whose):
        return False
    if table.get("named") or (table.get("central") and not _often(a, b, one.lemma)):
        return False
    known = concepts.load()
    if known.subset(known.counted(one.lemma), known.counted("person")) and not alone:
        return False
    if (one.definite and other.definite) or not alike().keys().isdisjoint(one.keys & other.keys):
        return True
    return alone and (one.definite or other.definite)


def _one_doer(doers: Sequence[Doer]) -> bool:
    return all(same(doers[0], d) or d.words == doers[0].words for d in doers[1:])


def _what_the_story_is_about(a: Deed, b: Deed) -> str | None:
    """The thing of one, where both reports come back to it again and again and the other only points at it."""
    told = next((d.thing for d in (a, b) if not d.thing.open), None)
    if told is None:
        return "" if relation(a.relation).get("sole") else None
    if not told.definite:
        return None
    return alike().get(told.lemma, told.lemma) if _often(a, b, told.lemma) else None


def _often(a: Deed, b: Deed, lemma: str) -> bool:
    word = alike().get(lemma, lemma)
    return all(sum(alike().get(t.lemma, t.lemma) == word for t in d.document.tokens) >= OFTEN for d in (a, b))


def _spoken_of(deed: Deed, named: Sequence[str]) -> bool:
    """Whether the report comes back to the thing: it is what the story is about."""
    words = {name.split(":")[1].split()[-1] for name in named}
    return sum(1 for t in deed.document.tokens if t.text[0].isupper() and fold(t.text) in words) > 1


def _topic(thing: str, met: Sequence[Deed], differing: tuple[Deed, Deed] | None) -> Topic:
    """The topic of one thing, with everybody who is named for it."""
    deeds = [d for k, d in enumerate(met) if all(d is not e for e in met[:k])]
    deeds.sort(key=lambda d: (d.document.source, d.doer.first))
    table = relation(deeds[0].relation)
    says = table.get("says") or f"who did it ({deeds[0].verb})"
    of = thing.split(":")[-1].replace("-", " ").lstrip("~") or None
    bodies = table.get("bodies") or all(d.doer.nature == "organization" for d in differing or deeds)
    kind = "organization" if bodies and not any(d.doer.nature == "person" for d in differing or deeds) else "attribution"
    if differing is None:
        level, because = "same", "all name the same"
    else:
        level = "another-person" if kind == "attribution" else "another-body"
        because = "each report names one, and they are not the same"
    name = in_words(thing) if ":" in thing else deeds[0].thing.lemma or in_words(thing)
    names = [d.document.text(d.doer.first, d.doer.last) for d in deeds]
    question = Question(kind, deeds[0].relation, of=of)
    normal = tuple(fold(n) for n in names)
    plain = ":" in thing and all(d.doer.words and not d.speaker and not d.thing.it for d in deeds)
    tier: Severity = "error" if plain else "warning"
    return Topic(
        id=identity(question, normal), kind=kind, label=f"{says}: {name}" if of else says, question=question,
        sides=tuple(Side(d.document.span(d.doer.first, d.doer.last), n, d.speaker) for d, n in zip(deeds, names, strict=True)),
        verdict=LEVELS[level], level=level, because=because, comparator="actor", normal=normal, evidence=(f"all say {says}",),
        settle="Check the record or the register, or ask those who are named.", tier=tier,
    )
