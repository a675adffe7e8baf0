"""Makes names agree over the reports of a story: one kind a name, family names of persons seen in full, mentions that were missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from checker.language.lexicon import body_words, place_words, title_words
from checker.model import Document, NameMention

Kind = Literal["person", "organization", "place"]
_LONGEST = 6
_TOLD = 3  # a mention whose kind the words beside it tell counts for three


def agree(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with names that keep one kind, the report's own majority before the story's."""
    own = [_kinds(d) for d in documents]
    story: dict[str, Counter[Kind]] = {}
    for kinds in own:
        for key, counter in kinds.items():
            story.setdefault(key, Counter()).update(counter)
    persons = _parts_of_persons(documents)
    bodies = _first_of_bodies(documents)
    return tuple(_agreed(d, own[n], story, persons, bodies) for n, d in enumerate(documents))


def _kinds(document: Document) -> dict[str, Counter[Kind]]:
    out: dict[str, Counter[Kind]] = {}
    for name in document.names:
        out.setdefault(_key(document, name), Counter())[name.kind] += _TOLD if _told(document, name) else 1
    return out


def _told(document: Document, name: NameMention) -> bool:
    """Whether a word beside the name says what it is: "the charity Mar Aberto", "Ms Vandamme", "the town of Orla"."""
    before = document.tokens[name.first - 1] if name.first else None
    if before is None or before.sentence != document.tokens[name.first].sentence:
        return False
    if before.lower == "of" and name.kind == "place" and name.first > 1:
        before = document.tokens[name.first - 2]
    if name.kind == "person":
        return before.lower in title_words().honorifics
    words = body_words().described | body_words().vessels if name.kind == "organization" else place_words().described
    return before.lower in words and before.text.islower() and before.pos == "NOUN"


def _key(document: Document, name: NameMention) -> str:
    return " ".join(t.lower for t in document.tokens[name.first : name.last])


def _parts_of_persons(documents: Sequence[Document]) -> dict[str, str]:
    """Lower-case first and last words of persons' full names -> the full name."""
    out: dict[str, str] = {}
    for document in documents:
        for name in document.names:
            if name.kind == "person" and name.last - name.first > 1:
                words = [t.lower for t in document.tokens[name.first : name.last]]
                for part in (words[-1], words[0]):
                    if len(part) > 2 and part.isalpha():
                        out.setdefault(part, " ".join(words))
    return out


def _first_of_bodies(documents: Sequence[Document]) -> frozenset[str]:
    """Lower-case first words of organisations' longer names: "Adria" of "Adria Shipping"."""
    return frozenset(
        document.tokens[name.first].lower
        for document in documents
        for name in document.names
        if name.kind == "organization" and name.last - name.first > 1 and name.last - name.first < _LONGEST
    )


def _agreed(
    document: Document,
    own: dict[str, Counter[Kind]],
    story: dict[str, Counter[Kind]],
    persons: dict[str, str],
    bodies: frozenset[str],
) -> Document:
    tokens = document.tokens
    known = place_words().names | body_words().known
    names: list[NameMention] = []
    for name in document.names:
        key = _key(document, name)
        kind: Kind = name.kind
        text = " ".join(t.text for t in tokens[name.first : name.last])
        if name.last - name.first == 1 and key in persons and text not in known:
            kind = "person"
        elif text not in known and not (name.kind == "person" and _after_title(document, name)):
            kind = _majority(own.get(key), story.get(key), kind)
            if kind == "person" and name.last - name.first == 1 and key in bodies:
                kind = "organization"
        first = name.first
        if kind == "person" and name.last - first == 1 and first > 0 and _full(document, first, story):
            first -= 1  # "Annelies" + "Vanhaute", where the full name stands elsewhere
        names.append(replace(name, kind=kind, first=first))
    held = [False] * len(tokens)
    for name in names:
        held[name.first : name.last] = [True] * (name.last - name.first)
    names.extend(_missed(document, held, own, story, persons))
    return replace(document, names=tuple(sorted(names, key=lambda n: n.first)))


def _after_title(document: Document, name: NameMention) -> bool:
    before = document.tokens[name.first - 1].lower if name.first else ""
    return before in title_words().honorifics


def _majority(own: Counter[Kind] | None, story: Counter[Kind] | None, kind: Kind) -> Kind:
    for counter in (own, story):
        if counter and len(counter) > 1:
            (first, most), (_, second) = counter.most_common(2)
            if most > second:
                return first
    if own and story and len(own) == 1 and sum(own.values()) == 1:
        # one mention against several elsewhere
        first, most = max(sorted(story.items()), key=lambda p: p[1])
        if most >= 3 and first != kind and most >= 3 * story[kind]:
            return first
    return kind


def _full(document: Document, i: int, story: dict[str, Counter[Kind]]) -> bool:
    before = document.tokens[i - 1]
    return (
        before.sentence == document.tokens[i].sentence
        and before.text[0].isupper()
        and f"{before.lower} {document.tokens[i].lower}" in story
    )


def _missed(
    document: Document, held: list[bool], own: dict[str, Counter[Kind]], story: dict[str, Counter[Kind]], persons: dict[str, str]
) -> list[NameMention]:
    """Capitalised words that are a name elsewhere in the story and stand here as none."""
    tokens = document.tokens
    out: list[NameMention] = []
    firsts: dict[str, list[str]] = {}
    for key in story:
        firsts.setdefault(key.split(" ", 1)[0], []).append(key)
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if held[i] or not token.text[0].isupper() or token.pos in ("DET", "PRON", "ADP", "AUX", "SCONJ", "CCONJ", "PUNCT", "NUM"):
            i += 1
            continue
        best = 0
        kind: Kind | None = None
        for key in sorted(firsts.get(token.lower, ()), key=lambda k: (-k.count(" "), k)):
            n = key.count(" ") + 1
            here = tokens[i : i + n]
            if (
                n <= _LONGEST
                and " ".join(t.lower for t in here) == key
                and not any(held[i : i + n])
                and here[-1].sentence == token.sentence
            ):
                best, kind = n, (own.get(key) or story[key]).most_common(1)[0][0]
                break
        if kind is None and token.lower in persons and token.pos in ("PROPN", "NOUN"):
            best, kind = 1, "person"
        if kind is not None and _alone(document, i, i + best, held) and not (best == 1 and token.lower in title_words().heads):
            out.append(NameMention(kind, i, i + best))
            held[i : i + best] = [True] * best
        i += max(best, 1)
    return out


def _alone(document: Document, first: int, last: int, held: list[bool]) -> bool:
    """No further capitals beside it that would make it part of another name; not a word that stands in lower case as a common one."""
    tokens = document.tokens
    before, after = tokens[first - 1] if first else None, tokens[last] if last < len(tokens) else None
    if (
        (
            before is not None
            and before.sentence == tokens[first].sentence
            and before.pos == "PROPN"
            and before.text[0].isupper()
            and not held[first - 1]
        )
        and before.lower not in title_words().heads
        and before.lower not in title_words().honorifics
    ):
        return False
    if (
        after is not None
        and after.sentence == tokens[first].sentence
        and after.pos == "PROPN"
        and after.text[0].isupper()
        and not held[last]
    ):
        return after.lower in title_words().heads
    return last - first > 1 or tokens[first].pos in ("PROPN", "NOUN", "X")
