"""Did it happen: one report says so, another denies it, or tells of what rules it out."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker import concepts
from checker.align.topic import identity
from checker.model import Document, Happening, Question, Side, Span, Topic, Verdict

LEVELS: dict[str, Verdict] = {"denied": "conflict", "excluded": "conflict", "two-voices": "unclear"}
_FEW = 2  # mentions of one argument in one report above which it says little


def topics(documents: Sequence[Document], happenings: Sequence[Happening]) -> tuple[Topic, ...]:
    """One Topic for each pair of reports of which one affirms what the other denies of the same one or the same thing."""
    exclusive, unsaid = _lists()
    told: dict[tuple[str, str], list[tuple[Happening, Mapping[str, str]]]] = defaultdict(list)
    for happening in happenings:
        if happening.mood != "actual" or happening.concept in unsaid:
            continue
        arguments = _arguments(documents[happening.source], happening)
        thing = arguments.get("object")
        if thing is not None and "subject" in arguments:
            for concept in {happening.concept, exclusive.get(happening.concept, happening.concept)}:
                told[concept, thing].append((happening, arguments))
    out: dict[str, Topic] = {}
    for (concept, thing), mentions in sorted(told.items()):
        for n, (a, of_a) in enumerate(mentions):
            for b, of_b in mentions[n + 1 :]:
                level = _level(a, b, of_a, of_b, exclusive)
                if level is not None and _rare(mentions, a.source) and _rare(mentions, b.source):
                    topic = _topic(documents, a, b, level, thing)
                    out.setdefault(topic.id, topic)
    return tuple(out.values())


def _level(a: Happening, b: Happening, of_a: Mapping[str, str], of_b: Mapping[str, str], exclusive: Mapping[str, str]) -> str | None:
    if a.source == b.source or (a.anchor and b.anchor and a.anchor != b.anchor):
        return None
    if of_a.get("subject") != of_b.get("subject"):
        return None  # somebody else, or nobody named on one side
    if a.concept == b.concept and a.affirmed != b.affirmed:
        level = "denied"
    elif a.concept != b.concept and exclusive.get(a.concept) == b.concept and a.affirmed and b.affirmed:
        level = "excluded"
    else:
        return None
    return "two-voices" if a.speaker and b.speaker and a.speaker != b.speaker else level


def _arguments(document: Document, happening: Happening) -> dict[str, str]:
    """Who did it and to whom or what, as a card or a class of things; pronouns and numbers that name nobody are left out."""
    known = concepts.load()
    out: dict[str, str] = {}
    for role in happening.roles:
        token = document.tokens[role.head]
        if role.name in ("subject", "object") and role.name not in out:
            if role.entity:
                out[role.name] = role.entity
            elif token.pos in ("NOUN", "PROPN"):
                out[role.name] = known.counted(token.lemma.lower())
    return out


def _rare(mentions: Sequence[tuple[Happening, Mapping[str, str]]], source: int) -> bool:
    return sum(1 for h, _ in mentions if h.source == source) <= _FEW


def _topic(documents: Sequence[Document], a: Happening, b: Happening, level: str, thing: str) -> Topic:
    a, b = sorted((a, b), key=lambda h: h.span)
    name = a.concept.replace("-", " ")
    of = thing.split(":")[-1].replace("-", " ")
    because = {
        "denied": "one report says it, the other denies it",
        "excluded": f"what one report tells rules out the other: {name} / {b.concept.replace('-', ' ')}",
        "two-voices": "two speakers differ, and both may be reported rightly",
    }
    normal = tuple(f"{h.concept}:{h.affirmed}" for h in (a, b))
    question = Question("polarity", min(a.concept, b.concept), of=of)
    sides = tuple(Side(_clause(documents[h.source], h.predicate), "affirmed" if h.affirmed else "denied", h.speaker) for h in (a, b))
    return Topic(
        id=identity(question, normal), kind="polarity", label=f"whether it happened: {name} ({of})", question=question, sides=sides,
        verdict=LEVELS[level], level=level, because=because[level], comparator="polarity", normal=normal, evidence=(f"both speak of {name} and {of}",),
        settle="the primary source: the record, the statement or the witness", tier="warning",
    )


def _clause(document: Document, predicate: int) -> Span:
    """The predicate with what hangs on it in its own sentence, a dozen words at most."""
    inside = [i for i in document.subtree(predicate) if abs(i - predicate) <= 8]
    return document.span(min(inside), max(inside) + 1)


@functools.cache
def _lists() -> tuple[dict[str, str], frozenset[str]]:
    table = tomllib.loads((importlib.resources.files("checker.align") / "denials.toml").read_text(encoding="utf-8"))
    both = {a: b for a, b in table["exclusive"]}
    return both | {b: a for a, b in both.items()}, frozenset(table["unsaid"])
