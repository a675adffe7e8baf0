"""Reads the concept files: shipped ones, then a newsroom's own, which add to or replace them."""

from __future__ import annotations

import importlib.resources
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from checker.concepts.entries import Concept, CountedClass, Family, Quantity
from checker.errors import ConfigError, did_you_mean

Table = Mapping[str, Any]
_KEYS = ("verbs", "causes", "nouns", "adjectives", "opposite", "entails", "befalls", "running", "source")
NOT_CONCEPTS = ("counted.toml", "quantities.toml", "words.toml")


def tables(name: str, extra: Path | None, keys: Sequence[str]) -> Iterator[Table]:
    """The tables of the file `name`, shipped one first; ConfigError where an entry has other keys than `keys` or says no source."""
    for place in (importlib.resources.files("checker.concepts"), extra):
        if place is not None and (file := place.joinpath(name)).is_file():
            yield _read(file, keys)


def read_concepts(extra: Path | None) -> dict[str, Concept]:
    """Every concept by its id; an own entry adds its words to the shipped one of the same id."""
    out: dict[str, Concept] = {}
    places: list[Traversable | Path] = [importlib.resources.files("checker.concepts")]
    if extra is not None:
        places.append(extra)
    for place in places:
        names = sorted(f.name for f in place.iterdir() if f.name.endswith(".toml") and f.name not in NOT_CONCEPTS)
        for name in names:
            for id, table in _read(place.joinpath(name), _KEYS).items():
                out[id] = _concept(id, name.removesuffix(".toml"), table, out.get(id))
    return out


def read_counted(extra: Path | None) -> dict[str, CountedClass]:
    """Every class of counted things by its id."""
    return {
        id: CountedClass(id, tuple(t["words"]), tuple(t.get("subset_of", ())), t["source"])
        for table in tables("counted.toml", extra, ("words", "subset_of", "source"))
        for id, t in table.items()
    }


def read_quantities(extra: Path | None) -> dict[str, Quantity]:
    """Every quantity name by its id."""
    return {
        id: Quantity(id, tuple(t["words"]), tuple(t["kinds"]), tuple(t.get("verbs", ())), t["source"])
        for table in tables("quantities.toml", extra, ("words", "kinds", "verbs", "source"))
        for id, t in table.items()
    }


def read_words(extra: Path | None) -> dict[str, tuple[str, ...]]:
    """The lists of words.toml by name."""
    out: dict[str, tuple[str, ...]] = {}
    for table in tables("words.toml", extra, ("words", "source")):
        for id, t in table.items():
            out[id] = (*out.get(id, ()), *t["words"])
    return out


def _read(file: Traversable | Path, keys: Sequence[str]) -> Table:
    text = file.read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"this is not TOML: {error}.", str(file)) from error
    for id, entry in table.items():
        wrong = next((key for key in entry if key not in keys), None) if isinstance(entry, dict) else id
        if wrong is None and "source" in entry:
            continue
        sentence = f"entry {id!r} says no source." if wrong is None else f"entry {id!r} has a key {wrong!r}, which no entry here has."
        line = next((n for n, words in enumerate(text.splitlines(), 1) if words.strip() == f"[{id}]"), None)
        raise ConfigError(sentence, str(file), line, did_you_mean(wrong, keys) if wrong else None)
    return table


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
    """about against at away back behind by down for from in into of off on onto out over through to under up with without""".split()  # noqa: SIM905
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
