"""The words that tie a doer to a deed, by lemma: which relation they tell, and how."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Literal

How = Literal["verbs", "by_only", "light", "back", "nouns", "gifts", "of_thing", "of_actor"]
_HOWS: tuple[How, ...] = ("verbs", "by_only", "light", "back", "nouns", "gifts", "of_thing", "of_actor")
ANY = "any-"  # relations of verbs that the file does not have
_BEFORE_THING = frozenset(("for", "into", "from", "in", "to", "on", "over", "at", "after"))


@dataclass(frozen=True, slots=True)
class Frame:
    """One wording of one relation."""

    relation: str
    how: How
    particle: str | None  # "out" of "put out"
    case: str | None  # "for" of "pay for", "from" of "come from"
    nouns: frozenset[str]  # of which one has to be there: "bill" of "meet the bill"


@functools.cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """For each lemma the wordings that begin with it."""
    out: dict[str, list[Frame]] = defaultdict(list)
    for relation, entry in relations().items():
        for how in _HOWS:
            for phrase in entry.get(how, ()):
                lemma, *rest = phrase.split()
                particle = case = None
                if how in ("verbs", "by_only", "back") and rest:
                    case, particle = (rest[0], None) if rest[0] in _BEFORE_THING else (None, rest[0])
                    rest = rest[1:]
                elif how == "light" and rest[0] in ("up", "out", "under"):
                    particle, *rest = rest
                out[lemma].append(Frame(relation, how, particle, case, frozenset(rest)))
    return {lemma: tuple(told) for lemma, told in out.items()}


@functools.cache
def relations() -> dict[str, dict[str, Any]]:
    """The relations by name, as in actors.toml."""
    told = {name: entry for name, entry in _table().items() if isinstance(entry, dict) and name not in ("words", "acts")}
    for verbs in _table()["acts"]["verbs"]:
        told[f"act-{verbs[0]}"] = {"verbs": verbs}
    return told


@functools.lru_cache(maxsize=4096)
def relation(name: str) -> dict[str, Any]:
    """The relation of that name; of another verb's own act where the file has none."""
    return relations().get(name) or {"any": True}


@functools.lru_cache(maxsize=20_000)
def frames_of(lemma: str, concept: str | None, verb: bool) -> tuple[Frame, ...]:
    """The wordings that a verb or noun may begin; any other verb, or noun for a deed, with a concept tells an act of its own."""
    told = frames().get(lemma, ())
    if concept is None or lemma in words("many"):
        return told
    return (*told, Frame(f"{ANY}{concept.lstrip('~')}", "verbs" if verb else "nouns", None, None, frozenset()))


@functools.cache
def once() -> frozenset[str]:
    """The relations that tell a single act of one: who found it, who scored."""
    return frozenset(name for name, entry in relations().items() if entry.get("once"))


@functools.cache
def words(name: str) -> frozenset[str]:
    """A list of words of actors.toml."""
    return frozenset(_table()["words"][name])


@functools.cache
def alike() -> dict[str, str]:
    """For each noun of one kind of thing the first of them."""
    return {word: group[0] for group in _table()["words"]["alike"] for word in group}


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads((importlib.resources.files("checker.align.doers") / "actors.toml").read_text(encoding="utf-8"))
