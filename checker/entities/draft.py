"""A card while it is being written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from checker.facts.spelling import fold
from checker.model import Card, Document, Fact, Field, Mention


@dataclass(slots=True)
class Draft:
    """What will be a Card: its facts by number, fields and mentions in any order."""

    kind: Literal["person", "organization", "place"]
    id: str
    name: str
    facts: set[int] = field(default_factory=set)  # numbers in the story's facts
    fields: set[Field] = field(default_factory=set)
    mentions: set[Mention] = field(default_factory=set)
    gender: str | None = None  # as a form of address or given name says
    given_gender: str | None = None

    def card(self, documents: Sequence[Document], facts: Sequence[Fact]) -> Card:
        """The finished card, entries in order of place."""
        fields = sorted(self.fields, key=lambda f: (f.span, f.name, f.value))
        mentions = sorted(self.mentions, key=lambda m: (m.source, m.first, m.last, m.how))
        return Card(self.id, self.kind, self.name, tuple(fields), tuple(mentions))

    def names(self, document: Document, fact: Fact, number: int) -> None:
        """Take in a mention by name."""
        self.facts.add(number)
        text = document.text(fact.first, fact.last)
        self.fields.add(Field("name", fact.value.normal(), text, fact.span))
        self.mentions.add(Mention(fact.span.source, fact.first, fact.last, "name"))


def slug(text: str) -> str:
    """The text as part of an id: lower case, letters and figures joined by hyphens."""
    return re.sub(r"[^\w]+", "-", fold(text)).strip("-") or "x"
