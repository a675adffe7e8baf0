"""Two bodies that only a direction or a number tells apart, each known to one report: the Eastern and the Western High Court."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.align.topic import identity
from checker.facts import organization
from checker.facts.spelling import fold
from checker.model import Card, Document, Mention, Question, Side, Topic


def topics(documents: Sequence[Document], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each pair of such names, where no report has both."""
    alike: dict[tuple[str, ...], dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for card in cards:
        for mention in card.mentions if card.kind == "organization" else ():
            if mention.how == "name":
                words = organization.content(documents[mention.source].text(mention.first, mention.last))
                telling = [w for w in words if w in organization.twin_words()]
                if len(telling) == 1 and len(words) > 1:
                    alike[tuple("" if w == telling[0] else w for w in words)][telling[0]].append(mention)
    out: list[Topic] = []
    for told in alike.values():
        names = sorted(told.items(), key=lambda item: (item[1][0].source, item[1][0].first))
        if len(names) == 2 and {m.source for m in names[0][1]}.isdisjoint(m.source for m in names[1][1]):
            out.append(_topic(documents, names[0][1][0], names[1][1][0]))
    return tuple(out)


def _topic(documents: Sequence[Document], a: Mention, b: Mention) -> Topic:
    texts = [documents[m.source].text(m.first, m.last) for m in (a, b)]
    question = Question("organization", "which-of-them")
    normal = tuple(fold(t) for t in texts)
    return Topic(
        id=identity(question, normal), kind="organization", label="which of the two bodies", question=question,
        sides=tuple(Side(documents[m.source].span(m.first, m.last), t) for m, t in zip((a, b), texts, strict=True)),
        verdict="conflict", level="another-body", because="the names differ in one word, and each report knows only one of the two",
        comparator="actor", normal=normal, settle="Look up the bodies of that name, and ask which of them is meant.", tier="warning",
    )
