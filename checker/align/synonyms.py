"""Whether two words may mean one thing: verbs by WordNet's more frequent meanings, any words by their vectors."""

from __future__ import annotations

import functools
import importlib.resources
import math
import tomllib
from collections import defaultdict

from checker.language.wordvectors import vector_of
from checker.model import Document

_NONE: frozenset[str] = frozenset()
_NEAR = 0.5  # cosine; "sign" and "signature", "inspect" and "examine", but not "open" and "close"
_PARTICLES = frozenset(("off", "up", "down", "out", "over", "away", "back"))
_TURNING = ("un", "in", "im", "ir", "il", "dis", "non", "mis")


def verbs_like(verb: str) -> frozenset[str]:
    """The verbs that share a meaning with the verb, a particle after a space ("switch off"), itself left out."""
    return _table().get(verb, _NONE)


@functools.lru_cache(maxsize=50_000)
def near(a: str, b: str) -> bool:
    """Whether two lemmas stand near each other in use, and neither is the other with "un" or the like before it."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or any(x.startswith(_TURNING) and y[:4] in x[2:8] for x, y in ((a, b), (b, a))):
        return False
    x, y = vector_of(a), vector_of(b)
    return float(x @ y) > _NEAR * math.sqrt(float(x @ x) * float(y @ y))


def verb_with_particle(document: Document, i: int) -> str:
    """The lemma of a verb with its particle: "switch off"."""
    tokens = document.tokens
    particle = next((tokens[c].lower for c in document.children[i] if tokens[c].relation == "particle"), None)
    particle = tokens[i + 1].lower if particle is None and phrasal(document, i) else particle
    return f"{tokens[i].lemma} {particle}" if particle else tokens[i].lemma


def phrasal(document: Document, i: int) -> bool:
    """Whether the particle of a verb was read as the preposition of its object: "switched off its lights"."""
    tokens = document.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is not None and after.relation == "case" and after.lower in _PARTICLES and f"{tokens[i].lemma} {after.lower}" in _table()


@functools.cache
def _table() -> dict[str, frozenset[str]]:
    data = tomllib.loads((importlib.resources.files("checker.align") / "synonyms.toml").read_text(encoding="utf-8"))
    out: dict[str, set[str]] = defaultdict(set)
    for line in data["verbs"].split("\n"):
        words = [word.replace("_", " ") for word in line.split()]
        for word in words:
            out[word].update(words)
    return {word: frozenset(group - {word}) for word, group in out.items()}
