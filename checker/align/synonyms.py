"""Whether two verbs may mean one thing, by WordNet's more frequent meanings: "charge" and "accuse", "switch off" and "turn off"."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import defaultdict

from checker.model import Document

_NONE: frozenset[str] = frozenset()


def verbs_like(verb: str) -> frozenset[str]:
    """The verbs that share a meaning with the verb, a particle after a space ("switch off"), itself left out."""
    return _table().get(verb, _NONE)


def verb_with_particle(document: Document, i: int) -> str:
    """The lemma of a verb with its particle: "switch off"."""
    tokens = document.tokens
    particle = next((tokens[c].lower for c in document.children[i] if tokens[c].relation == "particle"), None)
    return f"{tokens[i].lemma} {particle}" if particle else tokens[i].lemma


@functools.cache
def _table() -> dict[str, frozenset[str]]:
    data = tomllib.loads((importlib.resources.files("checker.align") / "synonyms.toml").read_text(encoding="utf-8"))
    out: dict[str, set[str]] = defaultdict(set)
    for line in data["verbs"].split("\n"):
        words = [word.replace("_", " ") for word in line.split()]
        for word in words:
            out[word].update(words)
    return {word: frozenset(group - {word}) for word, group in out.items()}
