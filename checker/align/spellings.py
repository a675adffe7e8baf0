"""One name in two spellings, over all reports and within one."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from checker.align.forms import Spelling, by_sound, fold, look_around, spellings_of, words
from checker.model import Card, Document, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {"variant": "agree", "letters": "conflict", "capitals": "conflict", "acronym": "conflict"}
_KINDS = {"person": "name", "organization": "organization", "place": "place"}


def topics(documents: Sequence[Document], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each name that stands in two spellings; agreed where transliteration explains them."""
    kinds = {(m.source, i): card.kind for card in cards for m in card.mentions if m.how == "name" for i in range(m.first, m.last)}
    out: list[Topic] = []
    for a, b in _lookalikes(spellings_of(documents)):
        look_around(a)
        look_around(b)
        rare, usual = sorted((a, b), key=lambda s: (len(s.sources), len(s.places), s.text))
        because = _one_name(rare, usual)
        if because is None:
            continue
        level = "variant" if _explained(rare, usual) else "capitals" if rare.folded == usual.folded else "letters"
        out.append(_topic(rare, usual, level, because, kinds))
    return tuple(sorted(out, key=lambda t: t.id))


def _lookalikes(spellings: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs of spellings a letter or two apart; the first letter may differ only where all the others agree."""
    by_first: dict[str, list[Spelling]] = defaultdict(list)
    by_rest: dict[str, list[Spelling]] = defaultdict(list)
    for s in spellings:
        for other in by_first[s.folded[0]]:
            shorter = min(len(s.folded), len(other.folded))
            most = 2 if shorter >= 7 else 1
            if abs(len(s.folded) - len(other.folded)) <= most and OSA.distance(s.folded, other.folded, score_cutoff=most) <= most:
                yield other, s
        for other in by_rest[s.folded[1:]]:
            if other.folded[0] != s.folded[0]:
                yield other, s
        by_first[s.folded[0]].append(s)
        by_rest[s.folded[1:]].append(s)


def _one_name(rare: Spelling, usual: Spelling) -> str | None:
    """Why the two spellings are one name, or None where they may be two names."""
    if _family(rare.folded, usual.folded) or _known(rare.folded) & _known(usual.folded):
        return None
    shared = (rare.before & usual.before) | (rare.after & usual.after)
    strong = shared - words().generic
    if strong:
        return _beside_one_name(rare, usual, min(strong))
    if rare.folded[0] != usual.folded[0] or min(len(rare.folded), len(usual.folded)) < 5 or not rare.kinds & usual.kinds:
        return None
    if (rare.kinds - {"any"}) and (usual.kinds - {"any"}) and not (rare.kinds & usual.kinds) - {"any"}:
        return None
    if (rare.before or rare.after) and not shared:
        return None  # it has a full name of its own
    counts = f"'{usual.text}' {len(usual.places)} times, '{rare.text}' {'once' if len(rare.places) == 1 else f'{len(rare.places)} times'}"
    if rare.sources <= usual.sources and len(rare.sources) == 1 and len(rare.places) <= 2 and len(rare.places) <= len(usual.places):
        return f"one report has both: {counts}"
    often = len(usual.places) >= 4 or (len(usual.places) >= 3 and len(usual.sources) >= 2)
    if often and len(rare.sources) == 1 and len(rare.places) <= 2 and min(len(rare.folded), len(usual.folded)) >= 6:
        return f"the reports have {counts}"
    return None


def _beside_one_name(rare: Spelling, usual: Spelling, beside: str) -> str | None:
    """The two stand beside the same name: one name unless they are two given names in one family."""
    given = beside in rare.after & usual.after
    if given and rare.folded in given_names() and usual.folded in given_names():
        related = usual.folded in given_names()[rare.folded] or rare.folded in given_names()[usual.folded]
        if related or rare.sources & usual.sources or min(len(rare.folded), len(usual.folded)) < 5 or OSA.distance(rare.folded, usual.folded) > 1:
            return None
    of = beside.removesuffix("-of")
    return f"both stand beside '{of.capitalize()}{' of' if of != beside else ''}'"


def _family(a: str, b: str) -> bool:
    """Whether two words are forms of one: Iceland and Icelandic, Democrat and Democrats, Petrov and Petrova."""
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    known = words().endings
    return a != b and n >= 3 and any(a[k:] in known and b[k:] in known for k in range(max(3, n - 1), n + 1))


def _explained(a: Spelling, b: Spelling) -> bool:
    """Whether diacritics or the choice of letters in transliteration make the difference."""
    if a.folded == b.folded:
        return a.text.lower() != b.text.lower()
    beside = {a.folded, b.folded} | a.before | a.after | b.before | b.after
    last = a.folded[:-2] == b.folded[:-2] and {a.folded[-1:], b.folded[-1:]} <= {"i", "y"}
    return (last or any(_foreign(name) for name in beside)) and by_sound(a.folded) == by_sound(b.folded)


def _foreign(folded: str) -> bool:
    known = words()
    return folded in known.foreign_names or folded.endswith(known.foreign_endings) or folded.startswith(known.foreign_beginnings)


@functools.cache
def given_names() -> dict[str, frozenset[str]]:
    """Given names with the short forms they go by."""
    with importlib.resources.files("checker.facts").joinpath("nicknames.toml").open("rb") as file:
        forms: dict[str, str] = tomllib.load(file)["forms"]
    out: dict[str, set[str]] = defaultdict(set)
    for name, short in forms.items():
        for form in short.split():
            out[name].add(form)
            out[form].add(name)
    return {name: frozenset(short) for name, short in out.items()}


@functools.cache
def _gazetteer() -> dict[str, frozenset[str]]:
    """Words that are a place or a people of their own."""
    files = importlib.resources.files("checker.facts")
    out: dict[str, frozenset[str]] = {}
    with files.joinpath("towns.toml").open("rb") as file:
        for towns in tomllib.load(file)["towns"].values():
            for town in towns.split("|"):
                out[fold(town)] = frozenset({"place"})
    with files.joinpath("countries.toml").open("rb") as file:
        for country, rest in tomllib.load(file)["countries"].items():
            for word in (country, *rest.replace("|", ";").split(";")):
                out[fold(word.strip())] = frozenset({"place"})
    return out


def _known(folded: str) -> frozenset[str]:
    return _gazetteer().get(folded, frozenset())


def _topic(rare: Spelling, usual: Spelling, level: str, because: str, kinds: dict[tuple[int, int], str]) -> Topic:
    sides: list[tuple[int, int, Side]] = []
    for s in (usual, rare):
        seen: set[int] = set()
        for document, i in s.places:
            if document.source not in seen:
                seen.add(document.source)
                sides.append((document.source, i, Side(document.span(i, i + 1), s.text)))
    found = [kinds.get((d.source, i)) or (d.names[d.name_of[i]].kind if d.name_of[i] >= 0 else None) for d, i in usual.places]
    named = [k for k in found if k]
    kind = _KINDS[max(sorted(set(named)), key=named.count)] if named else "name"
    return Topic(
        id="spelling:" + "/".join(sorted((fold(rare.text), fold(usual.text)))),
        kind=kind,
        label=f"spelling of {usual.text}",
        question=None,
        sides=tuple(side for _, _, side in sorted(sides, key=lambda p: p[:2])),
        verdict=LEVELS[level],
        level=level,
        because=because,
        comparator="spelling",
        settle=None if level == "variant" else "Check how the name is written at its source.",
        normal=tuple(sorted((rare.text, usual.text))),
    )
