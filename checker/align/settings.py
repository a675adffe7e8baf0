"""Where it happened: one happening, put at two places that neither report puts together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.align.claims import Sign, claim, table
from checker.align.topic import identity
from checker.facts import gazetteer
from checker.facts.place import Place, compare, read_place
from checker.facts.spelling import fold
from checker.model import Document, Happening, Question, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {"elsewhere": "conflict", "same": "agree", "two-voices": "unclear"}
Way = Literal["at", "from"]
_WAYS: dict[str, Way] = {"in": "at", "at": "at", "near": "at", "off": "at", "outside": "at", "from": "from"}


@dataclass(frozen=True, slots=True)
class Scene:
    """A happening with its place in one report."""

    happening: Happening | None
    document: Document
    concept: str
    way: Way
    first: int
    last: int
    place: Place
    roles: Mapping[str, frozenset[str]]


def topics(documents: Sequence[Document], happenings: Sequence[Happening]) -> tuple[Topic, ...]:
    """One Topic for each happening that two reports put at two places, neither of which the other report names."""
    told: dict[tuple[str, Way], list[Scene]] = defaultdict(list)
    for happening in happenings:
        if happening.affirmed and happening.mood in ("actual", "planned") and happening.concept not in table()["unsaid"]:
            for scene in _scenes(documents[happening.source], happening):
                told[scene.concept, scene.way].append(scene)
    for document in documents:
        for scene in _voyages(document):
            told[scene.concept, scene.way].append(scene)
    out: dict[str, Topic] = {}
    for scenes in told.values():
        for n, a in enumerate(scenes):
            for b in scenes[n + 1 :]:
                if _one_happening(a, b) and _alone(a, scenes) and _alone(b, scenes):
                    same = compare(a.place, b.place).level == "same"
                    if same or _apart(a, b):
                        topic = _topic(a, b, same)
                        out.setdefault(topic.id, topic)
    return tuple(out.values())


def _scenes(document: Document, happening: Happening) -> Iterator[Scene]:
    tokens, i = document.tokens, happening.predicate
    for c in document.children[i]:
        if tokens[c].relation not in ("oblique", "object"):
            continue
        way = _WAYS.get(_case(document, c))
        if tokens[c].relation == "object":
            way = "from" if happening.concept == "depart" else None
        found = _place(document, c)
        if found is None:  # "on the outskirts of Sfax", "in the theatre of Cuenca", "in Cuenca's theatre"
            way = way or ("at" if _case(document, c) == "on" else None)
            inside = [k for k in document.children[c] if tokens[k].relation == "possessive" or _case(document, k) in ("of", "in", "at")]
            part = tokens[c].lower in gazetteer.parts_of_places()
            found = next((f for k in inside if (f := _place(document, k, part)) is not None), None)
        if way is not None and found is not None:
            roles = claim(document, happening, Sign(happening.concept, True, frozenset(), False)).roles
            yield Scene(happening, document, happening.concept, way, *found, roles)


def _voyages(document: Document) -> Iterator[Scene]:
    """ "The voyage from Tunis": somebody left Tunis."""
    tokens = document.tokens
    for token in tokens:
        if token.lower == "from" and token.relation == "case" and tokens[token.i - 1].lemma in _VOYAGES:
            found = _place(document, token.head)
            if found is not None:
                yield Scene(None, document, "depart", "from", *found, {})


_PRONOUNS = frozenset(("it", "they", "them", "he", "she", "him", "her", "both"))
_VOYAGES = frozenset(("voyage", "journey", "crossing"))


def _place(document: Document, i: int, surely: bool = False) -> tuple[int, int, Place] | None:
    k = document.name_of[i]
    if k < 0 or not (surely or document.names[k].kind == "place"):
        return None
    name = document.names[k]
    return name.first, name.last, read_place(document.text(name.first, name.last))


def _one_happening(a: Scene, b: Scene) -> bool:
    if a.document.source == b.document.source:
        return False
    if a.happening is None or b.happening is None:
        return a.happening is not None or b.happening is not None
    if a.happening.group != b.happening.group or (a.happening.anchor and b.happening.anchor and a.happening.anchor != b.happening.anchor):
        return False
    shared = False
    for role in ("subject", "object"):
        mine, theirs = a.roles.get(role), b.roles.get(role)
        if mine and theirs:
            if mine.isdisjoint(theirs):
                return False
            shared = True
    pointed = any(s.roles and not o.roles and _pointed_at(o) for s, o in ((a, b), (b, a)))
    bare = any(not any(r.name in ("subject", "object") for r in h.roles) for h in (a.happening, b.happening))
    return shared or pointed or (a.happening.main and bare)  # "the crash near Sfax" is the one the story is about


def _pointed_at(scene: Scene) -> bool:
    """Whether a pronoun stands for who takes part: "both were handed over"."""
    told = scene.happening.roles if scene.happening else ()
    return any(role.name in ("subject", "object") and scene.document.tokens[role.head].lower in _PRONOUNS for role in told)


def _alone(scene: Scene, scenes: Sequence[Scene]) -> bool:
    """Whether the report knows one place only for it."""
    return len({fold(s.place.name) for s in scenes if s.document.source == scene.document.source}) == 1


def _apart(a: Scene, b: Scene) -> bool:
    if compare(a.place, b.place).level not in ("differs", "another-place"):
        return False
    return not (_names(a.document, b.place) or _names(b.document, a.place))


def _names(document: Document, place: Place) -> bool:
    key = fold(place.name)
    return any(key in fold(document.text(n.first, n.last)) for n in document.names)


def _case(document: Document, i: int) -> str:
    return next((document.tokens[c].lower for c in document.children[i] if document.tokens[c].relation == "case"), "")


def _topic(a: Scene, b: Scene, same: bool) -> Topic:
    a, b = sorted((a, b), key=lambda s: (s.document.source, s.first))
    speakers = [s.happening.speaker if s.happening else None for s in (a, b)]
    level = "same" if same else "two-voices" if all(speakers) and speakers[0] != speakers[1] else "elsewhere"
    names = [s.document.text(s.first, s.last) for s in (a, b)]
    asks = a.concept if a.way == "at" else f"{a.concept}-{a.way}"
    question = Question("place", asks)
    normal = tuple(fold(n) for n in names)
    because = "the same place" if same else f"{names[0]} and {names[1]} are two places, and each report knows only one of them"
    sides = tuple(Side(s.document.span(s.first, s.last), n, v) for s, n, v in zip((a, b), names, speakers, strict=True))
    return Topic(
        id=identity(question, normal), kind="place", label=f"where: {a.concept.replace('-', ' ')}", question=question, sides=sides,
        verdict=LEVELS[level], level=level, because=because, comparator="setting", normal=normal,
        settle="somebody who was there, or a map", tier="warning",
    )
