"""To which party, university, hospital or club a person belongs, where two reports name two of one sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from checker.align.doers.doers import one_field
from checker.align.doers.frames import words
from checker.align.doers.rivals import capitals
from checker.align.topic import identity
from checker.facts import gazetteer, offices, organization
from checker.facts.spelling import fold
from checker.model import Card, Document, Field, Question, Side, Topic

_LEFT_TO_CARDS = ("modifier-differs", "garbled")  # two banks, two councils: readings of the card's own


def topics(documents: Sequence[Document], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each person whom two reports put into two bodies of one sort, where no report knows both bodies."""
    out: list[Topic] = []
    known: dict[int, frozenset[str]] = {}
    for card in cards:
        told: dict[int, list[Field]] = defaultdict(list)
        for field in card.fields if card.kind == "person" else ():
            if field.name == "organization" and not _former(documents[field.span.source], field):
                told[field.span.source].append(field)
        single = [fields[0] for _, fields in sorted(told.items()) if all(_agree(fields[0], f) for f in fields)]
        for a, b in combinations(single, 2):
            if _two_of_a_sort(a.text, b.text) and (not _is_office_of_state(a) or (_leads(card, a) and _leads(card, b))):
                for source in (a.span.source, b.span.source):
                    known.setdefault(source, capitals(documents[source]))
                if not (_names(known[b.span.source], a, b) or _names(known[a.span.source], b, a)):
                    out.append(_topic(card, a, b))
                    break
    return tuple(out)


def _agree(a: Field, b: Field) -> bool:
    return organization.LEVELS[organization.how(a.text, b.text)] == "agree"


def _two_of_a_sort(a: str, b: str) -> bool:
    how = organization.how(a, b)
    if organization.LEVELS[how] != "conflict" or how in _LEFT_TO_CARDS:
        return False
    one, other = organization.sort_of(a), organization.sort_of(b)
    fields = [{one_field().get(w, w) for w in organization.content(name) if organization.sort_of(w) is None} for name in (a, b)]
    return one is not None and one == other and (one != "agency" or fields[0].isdisjoint(fields[1]))


def _is_office_of_state(field: Field) -> bool:
    """An agency or service, which may be a part of another one: who heads the one does not head the other."""
    return organization.sort_of(field.text) == "agency"


def _leads(card: Card, field: Field) -> bool:
    """Whether the title that names the body is that of its head."""
    offs = (f for f in card.fields if f.name == "office" and f.span.source == field.span.source)
    return any(f.span.start <= field.span.start < f.span.end and offices.is_head(f.value.split(" (")[0].split()[-1]) for f in offs)


def _names(known: frozenset[str], field: Field, other: Field) -> bool:
    """Whether a report has half of the words that tell the body from others of its sort, those of its own body left out."""
    known -= set(organization.content(other.text))
    telling = [w for w in organization.content(field.text) if w not in organization.heads() and organization.sort_of(w) is None]
    telling = [w for w in telling if not gazetteer.demonym(w.title())] or telling  # every report of Colombia has "Colombian"
    stand = sum(any(c.startswith(w) or (len(c) > 3 and w.startswith(c)) for c in known) for w in telling)
    return 2 * stand >= max(len(telling), 1)


def _former(document: Document, field: Field) -> bool:
    before = [t.lower for t in document.tokens if field.span.start - 40 < t.start < field.span.end]
    return any(w in words("former") or w in ("graduated", "studied", "joined", "left") for w in before)


def _topic(card: Card, a: Field, b: Field) -> Topic:
    question = Question("organization", "member", about=card.id)
    normal = (fold(a.text), fold(b.text))
    return Topic(
        id=identity(question, normal), kind="organization", label=f"to which body {card.name} belongs", question=question,
        sides=tuple(Side(f.span, f.text) for f in (a, b)), verdict="conflict", level="another-body",
        because=f"each report puts {card.name} in a body, and they are two of one kind", comparator="actor", normal=normal,
        evidence=(f"both speak of {card.name}",), settle="Check the body's own list, or ask the person.", tier="warning",
    )
