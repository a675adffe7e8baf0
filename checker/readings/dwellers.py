"""Who lives or belongs somewhere, told behind the noun for the place or the parent: "a town of 35,000", "a father of two"."""

from __future__ import annotations

from checker import concepts
from checker.model import Fact
from checker.readings.terms import Page
from checker.readings.words import words

_ANYBODY = frozenset({None, "people", "person", "inhabitant", "resident", "soul"})
_REACH = 3  # tokens from the number back to its preposition: "a town of about 35,000"


def who_lives(page: Page, fact: Fact) -> str | None:
    """ "population" of a place, "child" or "grandchild" of a parent; None where the number is of something else."""
    tokens = page.document.tokens
    noun = fact.value.fields().get("of")
    own = range(fact.first, fact.last)
    before = (k for k in range(fact.first - 1, max(fact.first - 1 - _REACH, 0), -1) if tokens[k].lower in ("of", "to"))
    i = next((k for k in before if k + 1 == fact.first or tokens[k].head in own), None)
    if i is None or noun not in _ANYBODY:
        return None
    whose = tokens[i - 1].lemma.lower()
    if tokens[i].lower == "to":
        return "population" if whose == "home" else None
    if noun is None and whose in words().parents:
        return "grandchild" if whose.startswith("grand") else "child"
    return "population" if whose in words().settled or concepts.load().counted(whose) == "town" else None
