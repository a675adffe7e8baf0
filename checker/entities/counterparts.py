""" "Carver met his Russian counterpart, Sergei Orlov": Orlov holds the office that Carver holds, in Russia."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.entities.bindings import Owner
from checker.entities.draft import Draft
from checker.facts import gazetteer, offices
from checker.facts.title import Title
from checker.facts.title_holders import name_at, name_ending
from checker.model import Document, Fact

_WORDS = ("counterpart", "colleague")
_BETWEEN = ("his", "her", "its", "the", "their", "and", "new", ",")


def find(documents: Sequence[Document], facts: Sequence[Fact], owner: Owner) -> Iterator[tuple[Fact, Draft]]:
    """A title for each person who is called somebody's counterpart, with the person's draft."""
    for document in documents:
        spots = [t.i for t in document.tokens if t.lower in _WORDS]
        if spots:
            held = [
                f for f in facts
                if f.span.source == document.source and isinstance(f.value, Title) and f.value.country
                and f.value.office.split()[-1] in offices.listed("of_state")
            ]  # fmt: skip
            for i in spots:
                found = _title(document, i, held)
                if found is not None and (draft := owner.get((document.source, found[1][1] - 1))) is not None and draft.kind == "person":
                    yield found[0], draft


def _title(document: Document, i: int, held: Sequence[Fact]) -> tuple[Fact, tuple[int, int]] | None:
    tokens = document.tokens
    country = gazetteer.demonym(tokens[i - 1].text) if i else None
    if country is None or tokens[i - 1].sentence != tokens[i].sentence:
        return None
    comma = i + 1 < len(tokens) and tokens[i + 1].text == ","
    holder = name_at(document, i + 1 + comma)
    if holder is not None and tokens[holder[0]].sentence != tokens[i].sentence:
        holder = None
    if holder is None:
        first = i - 1
        while first > 0 and tokens[first - 1].lower in _BETWEEN and tokens[first - 1].text != ",":
            first -= 1
        holder = name_ending(document, first - 1) if first > 1 and tokens[first - 1].text == "," else None
    if holder is None:
        return None
    sentence = tokens[i].sentence
    before = [f for f in held if f.first < i and tokens[f.first].sentence >= sentence - 1]
    others = [f for f in before if isinstance(f.value, Title) and f.value.country != country and f.value.holder != holder]
    if not others or not isinstance(others[-1].value, Title):
        return None
    like = others[-1].value
    value = Title(document.text(i - 1, i + 1), like.office, None, country, tuple(s for s in like.states if s == "deputy"), holder)
    return Fact("title", document.span(i - 1, i + 1), value, i - 1, i + 1, i), holder
