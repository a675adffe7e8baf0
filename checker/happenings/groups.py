"""Joins the mentions of one happening over all reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from checker.model import Document, Happening


@dataclass(slots=True)
class _Cluster:
    """Mentions told as one happening so far."""

    told: list[Happening]
    subjects: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)


def grouped(documents: Sequence[Document], found: Sequence[Happening], kinds: Mapping[str, str]) -> tuple[Happening, ...]:
    """The happenings with their groups, in order of source and place."""
    present = _present(documents, found)
    buckets: dict[str, list[_Cluster]] = {}
    group: dict[str, str] = {}
    for happening in found:
        document = documents[happening.source]
        mine = _features(document, happening, present, kinds)
        clusters = buckets.setdefault(happening.concept, [])
        best = max(((s, -k) for k, c in enumerate(clusters) if (s := _likeness(mine, c)) > 0), default=None)
        if best is None:
            clusters.append(mine)
        else:
            _add(clusters[-best[1]], mine)
    for concept, clusters in buckets.items():
        for k, cluster in enumerate(clusters):
            for happening in cluster.told:
                group[happening.id] = f"{concept}#{k + 1}"
    return tuple(replace(h, group=group[h.id]) for h in found)


def because(told: Sequence[Happening]) -> tuple[str, ...]:
    """Why the mentions are told as one."""
    return (f"all speak of {told[0].concept}",)


def _features(document: Document, happening: Happening, present: str | None, kinds: Mapping[str, str]) -> _Cluster:
    out = _Cluster([happening])
    for role in happening.roles:
        who = _who(document, role.head, role.entity, kinds)
        if who is not None and role.name in ("subject", "object", "other"):
            (out.objects if role.name == "object" else out.subjects).add(who)
    year = (happening.anchor or "")[:4]
    if year.isdecimal() and year != present:
        out.years.add(year)
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
    if mine.years != other.years:
        return 0
    shared = len((mine.subjects | mine.objects) & (other.subjects | other.objects))
    if not shared and (_other_people(mine.objects, other.objects) or _other_people(mine.subjects, other.subjects)):
        return 0
    return 1 + shared


def _other_people(a: set[str], b: set[str]) -> bool:
    """Whether both name somebody, and of one kind."""
    return bool(a and b) and bool({w[:6] for w in a} & {w[:6] for w in b})


def _add(cluster: _Cluster, more: _Cluster) -> None:
    cluster.told.extend(more.told)
    cluster.subjects |= more.subjects
    cluster.objects |= more.objects


def _present(documents: Sequence[Document], found: Sequence[Happening]) -> str | None:
    """The year the reports speak in: the latest they were published in, else the latest they name."""
    years = [d.report.published[:4] for d in documents if d.report.published]
    years = years or [h.anchor[:4] for h in found if h.anchor and h.anchor[:4].isdecimal()]
    return max(years, default=None)
