"""Joins the mentions of one happening over all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from checker import concepts
from checker.happenings import anchors
from checker.model import Document, Happening


@dataclass(slots=True)
class _Cluster:
    """Mentions told as one happening so far, with who is named in them."""

    told: list[Happening]
    named: set[str] = field(default_factory=set)  # whoever is named
    subjects: set[str] = field(default_factory=set)  # of them who did it
    objects: set[str] = field(default_factory=set)  # to whom
    years: set[str] = field(default_factory=set)  # it is dated to
    other: set[str] = field(default_factory=set)  # what tells another occasion: "2010", "earlier"
    stages: set[str] = field(default_factory=set)  # "round 2"
    days: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)  # whoever is named in its sentences

    def take(self, more: _Cluster) -> None:
        self.told.extend(more.told)
        for mine, theirs in (
            (self.named, more.named), (self.subjects, more.subjects), (self.objects, more.objects), (self.years, more.years),
            (self.other, more.other), (self.stages, more.stages), (self.days, more.days), (self.near, more.near),
        ):
            mine |= theirs


def grouped(
    documents: Sequence[Document], found: Sequence[Happening], entities: Sequence[Mapping[int, str]], kinds: Mapping[str, str]
) -> tuple[Happening, ...]:
    """The happenings with their groups, in order of source and place.

    `entities` holds for each document the card of each token, `kinds` the kind of each card.
    """
    present = _present(documents, found)
    near = [_named_by_sentence(document, entities[document.source], kinds) for document in documents]
    by_concept: dict[str, list[_Cluster]] = {}
    for happening in found:
        mention = _single(documents[happening.source], happening, present, kinds)
        mention.near = set(near[happening.source].get(documents[happening.source].tokens[happening.predicate].sentence, ()))
        by_concept.setdefault(happening.concept, []).append(mention)
    group: dict[str, str] = {}
    for concept, mentions in by_concept.items():
        for k, cluster in enumerate(_clusters(mentions)):
            for happening in cluster.told:
                group[happening.id] = f"{concept}#{k + 1}"
    return tuple(replace(h, group=group[h.id]) for h in found)


def because(told: Sequence[Happening]) -> tuple[str, ...]:
    """Why the mentions are told as one."""
    return (f"all speak of {told[0].concept}",)


def _clusters(mentions: Sequence[_Cluster]) -> list[_Cluster]:
    """One cluster a happening: mentions that name somebody first, then the rest, each with the likest, else the largest it can join."""
    clusters: list[_Cluster] = []
    for mention in sorted(mentions, key=lambda m: (not m.objects, not m.subjects, not m.named, not m.days)):
        best, likeness = None, (0, 0, 0, 0)
        for cluster in clusters:
            shared = _likeness(mention, cluster)
            if shared:
                here = (shared, len(mention.near & cluster.near), len(mention.days & cluster.days), len(cluster.told))
                if here > likeness:
                    best, likeness = cluster, here
        if best is None:
            clusters.append(mention)
        else:
            best.take(mention)
    return clusters


def _single(document: Document, happening: Happening, present: str | None, kinds: Mapping[str, str]) -> _Cluster:
    out = _Cluster([happening])
    for role in happening.roles:
        who = _who(document, role.head, role.entity, kinds)
        if who is not None:
            out.named.add(who)
            if document.tokens[role.head].pos != "PROPN":
                continue  # a pronoun or "the driver" may be read wrong: good enough to join, not to part
            if role.name == "subject":
                out.subjects.add(who)
            elif role.name == "object":
                out.objects.add(who)
    anchor = happening.anchor or ""
    if anchor[:4].isdecimal():
        out.years.add(anchor[:4])
        if len(anchor) == 10:
            out.days.add(anchor)
    if anchor == "earlier" or (happening.mood != "planned" and anchors.far(anchor, present)):
        out.other.add(anchor if anchor == "earlier" else anchor[:4])
    stage = anchors.stage(document, happening.predicate, concepts.load().stages)
    if stage is not None:
        out.stages.add(stage)
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


def _other_people(a: set[str], b: set[str]) -> bool:
    """Whether both name somebody, and of one kind."""
    return bool(a and b) and not {w[:6] for w in a}.isdisjoint({w[:6] for w in b})


def _present(documents: Sequence[Document], found: Sequence[Happening]) -> str | None:
    """The month the reports speak in: the latest they were published in, else the one most of their days are of."""
    published = [d.report.published[:7] for d in documents if d.report.published]
    if published:
        return max(published)
    months = Counter(h.anchor[:7] for h in found if h.anchor and len(h.anchor) == 10)
    return max(months, key=lambda month: (months[month], month), default=None)
