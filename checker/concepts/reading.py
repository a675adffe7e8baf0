"""Reads the concept files: shipped ones, then a newsroom's own, which add to or replace them."""

from __future__ import annotations

import importlib.resources
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from checker.concepts.entries import Concept, CountedClass, Family, Quantity

Table = Mapping[str, Any]
NOT_CONCEPTS = ("counted.toml", "quantities.toml", "words.toml")


def tables(name: str, extra: Path | None) -> Iterator[Table]:
    """The tables of the file `name`, shipped one first."""
    for place in (importlib.resources.files("checker.concepts"), extra):
        if place is not None and (file := place.joinpath(name)).is_file():
            yield tomllib.loads(file.read_text(encoding="utf-8"))


def read_concepts(extra: Path | None) -> dict[str, Concept]:
    """Every concept by its id; an own entry adds its words to the shipped one of the same id."""
    out: dict[str, Concept] = {}
    places: list[Traversable | Path] = [importlib.resources.files("checker.concepts")]
    if extra is not None:
        places.append(extra)
    for place in places:
        names = sorted(f.name for f in place.iterdir() if f.name.endswith(".toml") and f.name not in NOT_CONCEPTS)
        for name in names:
            for id, table in tomllib.loads(place.joinpath(name).read_text(encoding="utf-8")).items():
                out[id] = _concept(id, name.removesuffix(".toml"), table, out.get(id))
    return out


def read_counted(extra: Path | None) -> dict[str, CountedClass]:
    """Every class of counted things by its id."""
    return {
        id: CountedClass(id, tuple(t["words"]), tuple(t.get("subset_of", ())), t["source"])
        for table in tables("counted.toml", extra)
        for id, t in table.items()
    }


def read_quantities(extra: Path | None) -> dict[str, Quantity]:
    """Every quantity name by its id."""
    return {
        id: Quantity(id, tuple(t["words"]), tuple(t["kinds"]), tuple(t.get("verbs", ())), t["source"])
        for table in tables("quantities.toml", extra)
        for id, t in table.items()
    }


def read_words(extra: Path | None) -> dict[str, tuple[str, ...]]:
    """The lists of words.toml by name."""
    out: dict[str, tuple[str, ...]] = {}
    for table in tables("words.toml", extra):
        for id, t in table.items():
            out[id] = (*out.get(id, ()), *t["words"])
    return out


def head_of(phrase: str, family: Family, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, tuple[frozenset[str], ...]]:
    """The word a phrase hangs on and the words that must hang on it: "loss of life" hangs on loss, "death toll" on toll.

    "fire|blaze" stands for either word, "$vessels" for any word of that list.
    """
    words = phrase.split()
    at = 0
    if family == "noun":
        at = next((k - 1 for k, w in enumerate(words) if k and w in PREPOSITIONS), len(words) - 1)
    elif family == "adjective" and words[0] in PREPOSITIONS:
        at = len(words) - 1
    return words[at], tuple(_either(w, lists) for k, w in enumerate(words) if k != at)


def _either(word: str, lists: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    out: set[str] = set()
    for part in word.split("|"):
        out.update(lists[part[1:]] if part.startswith("$") else (part,))
    return frozenset(out)


PREPOSITIONS = frozenset(
    """about against at away back by down for from in into of off on onto out over through to under up with without""".split()  # noqa: SIM905
)


def _concept(id: str, desk: str, table: Table, before: Concept | None) -> Concept:
    def words(key: str, old: tuple[str, ...]) -> tuple[str, ...]:
        return (*old, *(w for w in table.get(key, ()) if w not in old))

    if before is None:
        before = Concept(id, desk, (), (), (), (), None, (), False, False, table["source"])
    return Concept(
        id, before.desk, words("verbs", before.verbs), words("causes", before.causes), words("nouns", before.nouns),
        words("adjectives", before.adjectives), table.get("opposite", before.opposite), words("entails", before.entails),
        table.get("befalls", before.befalls), table.get("running", before.running), table.get("source", before.source),
    )
