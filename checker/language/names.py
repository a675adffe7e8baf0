"""Repairs the names an NER component found, by what is known of news: whole names, without titles, of the right kind."""

from __future__ import annotations

from collections.abc import Sequence

from checker.language.columns import Columns
from checker.language.name_extent import body_of_country, join, lengthen, without_overlaps
from checker.language.name_finding import add_acronyms, add_after_titles, add_known
from checker.language.name_kind import retype
from checker.language.name_shape import Found, is_name, split, trim
from checker.language.name_vessels import name_vessels

_KINDS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC"))


def repair(cols: Columns, entities: Sequence[tuple[int, int, str]]) -> list[Found]:
    """The names of the Doc in order, not overlapping, of the five kinds PERSON, ORG, GPE, LOC, FAC."""
    other = [Found(*e) for e in entities if e[2] not in _KINDS]
    names = [Found(*e) for e in entities if e[2] in ("PER", *_KINDS)]
    for name in names:
        name.label = "PERSON" if name.label == "PER" else name.label
        trim(cols, name)
    names = [n for n in names if n.last > n.first and is_name(cols, n)]
    names = split(cols, names)
    names = add_known(cols, names, other)
    names = add_after_titles(cols, names)
    names = name_vessels(cols, names)
    names = add_acronyms(cols, names)
    names = join(cols, names)
    for name in names:
        lengthen(cols, name, names)
    body_of_country(cols, names)
    names = without_overlaps(names)
    for name in names:
        retype(cols, name)
    names = [n for n in names if n.label in _KINDS]
    return sorted(names, key=lambda n: n.first)
