"""What a body is told to be: of which country, and for whom a union or a ministry is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.align.doers.doers import field_of, kind_of, lands_of, listed
from checker.align.topic import identity
from checker.facts.spelling import fold
from checker.model import Card, Document, Question, Side, Topic


@dataclass(frozen=True, slots=True)
class Description:
    """One mention of a body with a noun that says what it is."""

    document: Document
    first: int
    last: int
    lands: frozenset[str]
    kind: str | None
    field: frozenset[str]


def topics(documents: Sequence[Document], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each body that two reports tell to be of two countries, or there for two kinds of people."""
    out: list[Topic] = []
    for card in cards:
        if card.kind != "organization":
            continue
        told: dict[int, list[Description]] = defaultdict(list)
        for mention in card.mentions:
            if mention.how == "name":
                told[mention.source].extend(_descriptions(documents[mention.source], mention.first, mention.last))
        sources = sorted(told)
        pair = next((p for n, x in enumerate(sources) for y in sources[n + 1 :] if (p := _apart(told[x], told[y])) is not None), None)
        if pair is not None:
            out.append(_topic(card, pair))
    return tuple(out)


def _descriptions(document: Document, first: int, last: int) -> Iterator[Description]:
    """The nouns that say what the name is: "the Danish brewer X", "X, a Danish brewer", "the Cabin Crew Union, X"."""
    tokens = document.tokens
    head = next((i for i in range(first, last) if not first <= tokens[i].head < last), last - 1)
    near = [c for c in document.children[head] if tokens[c].relation == "apposition"]
    if tokens[head].relation == "apposition" or (tokens[head].relation == "subject" and tokens[tokens[head].head].lemma == "be"):
        above = tokens[head].head
        near.append(above)
        near.extend(c for c in document.children[above] if tokens[c].relation == "attribute")
    if first > 0 and tokens[first - 1].pos == "NOUN" and tokens[first - 1].sentence == tokens[first].sentence:
        near.append(first - 1)  # "the ground staff union X", whatever hangs on what
    for i in dict.fromkeys(near):
        if tokens[i].pos not in ("NOUN", "PROPN") or tokens[i].lemma in listed("tied"):
            continue
        k = document.name_of[i]
        inside = range(document.names[k].first, i + 1) if k >= 0 else _before(document, i)
        kind = next((found for j in (i, *inside) if (found := kind_of(document, j)) in listed("fields")), None)
        lands = lands_of(document, i) if k < 0 else frozenset()
        field = field_of(document, [j for j in inside if k >= 0 or tokens[j].text[0].islower()], kind)
        if lands or field:
            span = (i, *inside, first, last - 1)
            yield Description(document, min(span), max(span) + 1, lands, kind, field)


def _before(document: Document, i: int) -> range:
    """The words before the noun that belong to it."""
    first = i
    while i - first < 5 and first > 0 and document.tokens[first - 1].pos in ("NOUN", "ADJ", "PROPN", "PART"):
        first -= 1
    return range(first, i)


def _apart(mine: Sequence[Description], theirs: Sequence[Description]) -> tuple[Description, Description] | None:
    """The two that cannot both be right; None where a report tells of more than one country or field."""
    for what in ("lands", "field"):
        a, b = ([d for d in told if getattr(d, what)] for told in (mine, theirs))
        if not a or not b:
            continue
        one, other = ({w for d in told for w in getattr(d, what)} for told in (a, b))
        if what == "lands" and not (len(one) == len(other) == 1 and one != other):
            continue
        if what == "field" and (a[0].kind != b[0].kind or any(x[:4] == y[:4] for x in one for y in other)):
            continue
        return a[0], b[0]
    return None


def _topic(card: Card, pair: tuple[Description, Description]) -> Topic:
    texts = [" ".join(d.document.text(d.first, d.last).split()) for d in pair]
    question = Question("organization", "what-it-is", about=card.id)
    normal = tuple(fold(t) for t in texts)
    return Topic(
        id=identity(question, normal), kind="organization", label=f"what {card.name} is", question=question,
        sides=tuple(Side(d.document.span(d.first, d.last), t) for d, t in zip(pair, texts, strict=True)),
        verdict="conflict", level="another-body", because="each report says what it is, and it cannot well be both",
        comparator="actor", normal=normal, evidence=(f"both speak of {card.name}",),
        settle="Look at what the body says of itself, or in the register.", tier="warning",
    )
