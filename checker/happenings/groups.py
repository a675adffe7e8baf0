"""Joins the mentions of one happening over all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker import concepts
from checker.concepts import Concepts
from checker.happenings import anchors
from checker.happenings.draft import Draft
from checker.model import Document, Happening

_BY_SPEAKER = frozenset(("say", "ask", "answer"))  # told of one only where one and the same speaks
_NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Cluster:
    """Mentions told as one happening so far, with who is named in them."""

    told: list[int]  # places in the list of happenings
    named: frozenset[str] = _NOBODY  # whoever is named
    subjects: frozenset[str] = _NOBODY  # of them who did it
    objects: frozenset[str] = _NOBODY  # to whom
    near: frozenset[str] = _NOBODY  # whoever is named in its sentences
    days: frozenset[str] = _NOBODY
    years: frozenset[str] = _NOBODY
    other: frozenset[str] = _NOBODY  # what tells another occasion: "2010", "earlier"
    stages: frozenset[str] = _NOBODY  # "round 2"

    def take(self, more: _Cluster) -> None:
        self.told.extend(more.told)
        self.named |= more.named
        self.subjects |= more.subjects
        self.objects |= more.objects
        self.near |= more.near
        self.days |= more.days
        self.years |= more.years
        self.other |= more.other
        self.stages |= more.stages


def grouped(
    documents: Sequence[Document], found: Sequence[Draft], entities: Sequence[Mapping[int, str]], kinds: Mapping[str, str]
) -> list[str]:
    """For each happening the id of its group.

    `entities` holds for each document the card of each token, `kinds` the kind of each card.
    """
    present = _present(documents, found)
    near = [_named_by_sentence(document, entities[document.source], kinds) for document in documents]
    by_concept: dict[str, list[_Cluster]] = {}
    for k, happening in enumerate(found):
        document = documents[happening.source]
        mention = _single(document, k, happening, present, kinds)
        mention.near = frozenset(near[happening.source].get(document.tokens[happening.predicate].sentence, ()))
        by_concept.setdefault(happening.concept, []).append(mention)
    clusters = {concept: _clusters(mentions, concept in _BY_SPEAKER) for concept, mentions in by_concept.items()}
    _join_entailed(clusters, concepts.load())
    out = [""] * len(found)
    for concept, told in clusters.items():
        for number, cluster in enumerate(told, 1):
            for k in cluster.told:
                out[k] = f"{concept}#{number}"
    return out


def because(told: Sequence[Happening]) -> tuple[str, ...]:
    """Why the mentions are told as one."""
    concepts_told = sorted({h.concept for h in told}, key=lambda concept: (-sum(h.concept == concept for h in told), concept))
    out = [f"{len(told)} mentions speak of {concepts_told[0]}"]
    if len(concepts_told) > 1:
        out.append(f"{', '.join(concepts_told[1:])} leads back to it")
    shared = _shared(told)
    if shared:
        out.append(f"all that name somebody name {shared}")
    days = sorted({h.anchor for h in told if h.anchor})
    if len(days) == 1:
        out.append(f"dated {days[0]}" if days[0] != "earlier" else "told as an earlier one")
    if told[0].main:
        out.append("headline or lead of most reports tell it")
    return tuple(out)


def _shared(told: Sequence[Happening]) -> str | None:
    """The card that every mention with a card in its roles has."""
    named = [{r.entity for r in h.roles if r.entity} for h in told]
    named = [cards for cards in named if cards]
    common = set.intersection(*named) if len(named) > 1 else set()
    return min((c for c in common if c), default=None)


def _clusters(mentions: Sequence[_Cluster], by_speaker: bool) -> list[_Cluster]:
    """One cluster a happening: mentions that name somebody first, then the rest, each with the likest, else the largest it can join."""
    clusters: list[_Cluster] = []
    for mention in sorted(mentions, key=lambda m: (not m.objects, not m.subjects, not m.named, not m.days)):
        best, likeness = None, (0, 0, 0, 0)
        for cluster in clusters:
            shared = _likeness(mention, cluster)
            if shared and not (by_speaker and mention.subjects.isdisjoint(cluster.subjects)):
                here = (shared, len(mention.near & cluster.near), len(mention.days & cluster.days), len(cluster.told))
                if here > likeness:
                    best, likeness = cluster, here
        if best is None:
            clusters.append(mention)
        else:
            best.take(mention)
    return clusters


def _join_entailed(clusters: dict[str, list[_Cluster]], known: Concepts) -> None:
    """ "The murder of Rossi" joins "Rossi was killed": a murder is a death, and it is his."""
    for concept in [c for c in clusters if c in known.all and known.all[c].entails]:
        for wider in known.all[concept].entails:
            for cluster in list(clusters[concept]):
                fits = [c for c in clusters.get(wider, ()) if cluster.objects & c.objects and _likeness(cluster, c)]
                if fits:
                    max(fits, key=lambda c: (_likeness(cluster, c), len(c.told))).take(cluster)
                    clusters[concept].remove(cluster)


def _single(document: Document, k: int, happening: Draft, present: str | None, kinds: Mapping[str, str]) -> _Cluster:
    out = _Cluster([k])
    for role in happening.roles:
        who = _who(document, role.head, role.entity, kinds)
        if who is not None:
            out.named |= {who}
            if document.tokens[role.head].pos != "PROPN":
                continue  # a pronoun or "the driver" may be read wrong: good enough to join, not to part
            if role.name == "subject":
                out.subjects |= {who}
            elif role.name == "object":
                out.objects |= {who}
    anchor = happening.anchor
    if anchor is not None:
        if anchor[:4].isdecimal():
            out.years = frozenset((anchor[:4],))
            if len(anchor) == 10:
                out.days = frozenset((anchor,))
        if anchor == "earlier" or (happening.mood != "planned" and anchors.far(anchor, present)):
            out.other = frozenset((anchor if anchor == "earlier" else anchor[:4],))
    stage = anchors.stage(document, happening.predicate, concepts.load().stages)
    if stage is not None:
        out.stages = frozenset((stage,))
    return out


def _named_by_sentence(document: Document, entities: Mapping[int, str], kinds: Mapping[str, str]) -> dict[int, set[str]]:
    out: dict[int, set[str]] = {}
    for name in document.names:
        who = _who(document, name.last - 1, entities.get(name.last - 1), kinds)
        if who is not None:
            out.setdefault(document.tokens[name.first].sentence, set()).add(who)
    return out


def _who(document: Document, head: int, entity: str | None, kinds: Mapping[str, str]) -> str | None:
    """The person or organisation that a role names, with its kind before it."""
    if entity is not None:
        return f"{kinds[entity]}:{entity}" if kinds[entity] != "place" else None
    name = document.name_of[head]
    if name < 0 or document.names[name].kind == "place":
        return None
    return f"{document.names[name].kind}:{document.tokens[document.names[name].last - 1].lower}"


def _likeness(mine: _Cluster, other: _Cluster) -> int:
    """0 where the two cannot be one happening; else more, the more they share."""
    if (mine.years and other.years and not mine.years & other.years) or (mine.stages and other.stages and not mine.stages & other.stages):
        return 0
    certain = (mine.subjects | mine.objects) & (other.subjects | other.objects)
    if mine.other != other.other and not (certain and "earlier" not in mine.other | other.other):
        return 0
    if not certain and (_other_people(mine.objects, other.objects) or _other_people(mine.subjects, other.subjects)):
        return 0
    return 1 + len(certain) + len(mine.named & other.named)


def _other_people(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both name somebody, of one kind, and none of them by two of the same words ("bush-reggie", "bush-rb-reggie")."""
    return any(_kind(x) == _kind(y) for x in a for y in b) and not any(len(_words(x) & _words(y)) > 1 for x in a for y in b)


def _kind(who: str) -> str:
    return who[: who.index(":")]


def _words(who: str) -> set[str]:
    return set(who[who.rindex(":") + 1 :].split("-"))


def _present(documents: Sequence[Document], found: Sequence[Draft]) -> str | None:
    """The month the reports speak in: the latest they were published in, else the one most of their days are of."""
    published = [d.report.published[:7] for d in documents if d.report.published]
    if published:
        return max(published)
    months = Counter(h.anchor[:7] for h in found if h.anchor and len(h.anchor) == 10)
    return max(months, key=lambda month: (months[month], month), default=None)
