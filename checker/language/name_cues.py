"""What tells the kind of a name: its label, its own words, the words beside it; as a list of cues and five words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.language.columns import Columns
from checker.language.lexicon import body_words, place_words, title_words
from checker.language.name_shape import Found

Entity = tuple[int, int, str]
RUN = "RUN"  # capitals that no name holds
KINDS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", RUN: RUN}
_BESIDE = frozenset(
    [
        *("in", "at", "from", "to", "near", "by", "of", "for", "with", "on", "between", "outside", "around", "across", "into", "over"),
        *("under", "via", "through", "against", "and", "or", "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that"),
        *(",", "(", "'", '"', ":", "-"),
    ]
)
_WINDOW = 30  # tokens of a sentence that are looked at for how it is capitalised


def runs(cols: Columns, names: Sequence[Found]) -> list[Found]:
    """Capitals tagged as proper nouns that no name holds, whole, without offices, days and peoples at their head; no units."""
    held = [False] * len(cols)
    for name in names:
        held[name.first : name.last] = [True] * (name.last - name.first)
    words, no_bodies = title_words(), body_words().no_bodies
    out: list[Found] = []
    i = 0
    while i < len(cols):
        lower = cols.lower[i]
        if held[i] or not cols.proper(i) or cols.day(i) or cols.gentilic(i) or lower in words.heads or lower in words.honorifics:
            i += 1
            continue
        end = i + 1
        while end < len(cols) and not held[end] and cols.first[end] == cols.first[i] and cols.proper(end) and not cols.day(end):
            end += 1
        if end > i + 1 or (len(cols.text[i]) > 1 and cols.text[i] not in no_bodies):
            out.append(Found(i, end, RUN))
        i = end
    return out


def cues(cols: Columns, entities: Sequence[Entity], name: Found) -> list[str]:
    """The cues of one name; `entities` are those the NER found, before any repair."""
    kind = KINDS[name.label]
    return [*_labels(entities, name, kind), *_grammar(cols, name, kind), *_beside(cols, name, kind), *_listed(cols, name, kind)]


def words_of(cols: Columns, name: Found) -> tuple[str | None, str | None, str | None, str | None, str | None]:
    """Last and first word of the name, the words before and after it, and the word it hangs on."""
    first, last = name.first, name.last
    head = cols.head[last - 1]
    return (
        cols.text[last - 1],
        cols.text[first],
        cols.text[first - 1] if first > cols.first[first] else None,
        cols.text[last] if _goes_on(cols, name) else None,
        None if first <= head < last else cols.text[head],
    )


def _goes_on(cols: Columns, name: Found) -> bool:
    return name.last < len(cols) and cols.first[name.last] == cols.first[name.first]


def _labels(entities: Sequence[Entity], name: Found, kind: str) -> Iterator[str]:
    raw = next((e for e in entities if e[0] < name.last and e[1] > name.first), None)
    label = raw[2] if raw else "none"
    yield f"label={label}"
    yield f"label={label}{'whole' if raw and raw[:2] == (name.first, name.last) else 'part'}"
    yield f"kind={kind}"
    yield f"kind={kind}{label}"
    yield f"length={min(name.last - name.first, 5)}"
    yield f"length={min(name.last - name.first, 4)}{kind}"


def _grammar(cols: Columns, name: Found, kind: str) -> Iterator[str]:
    first, last = name.first, name.last
    lower = cols.lower[last - 1]
    yield f"shape={_shape(cols.text[last - 1])}"
    yield f"first-shape={_shape(cols.text[first])}"
    yield f"shape={_shape(cols.text[last - 1])}{last - first == 1}{kind}"
    yield f"tag={cols.tag[last - 1]}"
    yield f"first-tag={cols.tag[first]}"
    yield f"relation={cols.dep[last - 1]}"
    yield f"relation={cols.dep[last - 1]}{kind}"
    yield f"ends={lower[-3:]}"
    yield f"ends={lower[-2:]}"
    head = cols.head[last - 1]
    if not first <= head < last:
        yield f"head={cols.tag[head]}"
        yield f"head={cols.tag[head]}{cols.dep[last - 1]}{kind}"


def _beside(cols: Columns, name: Found, kind: str) -> Iterator[str]:
    first, last, opens = name.first, name.last, cols.first[name.first]
    yield f"opens={first == opens}{kind}"
    before = cols.lower[first - 1] if first > opens else "^"
    yield f"before={before if before in _BESIDE or before == '^' else cols.tag[first - 1]}"
    yield f"before={before if before in _BESIDE or before == '^' else cols.tag[first - 1]}{kind}"
    k = first - 1
    while k >= opens and cols.lower[k] in ("the", "a", "an", '"', "'", "``"):
        k -= 1
    if k != first - 1:
        yield f"before-article={'^' if k < opens else cols.lower[k] if cols.lower[k] in _BESIDE else cols.tag[k]}"
    if first > opens and cols.capital(first - 1) and cols.text[first - 1].isalpha():
        yield "capital-before"
    after = cols.lower[last] if _goes_on(cols, name) else "$"
    yield f"after={after if len(after) < 3 else cols.tag[last]}"
    yield f"after={after if not after.isalpha() else cols.tag[last]}{kind}"
    if after != "$" and cols.capital(last):
        yield "capital-after"
    if last < len(cols) and not cols.space[last - 1]:
        yield f"glued={after if not after.isalnum() else ''}"
    line = [cols.text[k] for k in range(opens, min(len(cols), opens + _WINDOW)) if cols.first[k] == opens and cols.text[k].isalpha()]
    yield f"capitals={4 * sum(w[0].isupper() for w in line) // max(1, len(line))}"
    if sum(w.isupper() for w in line if len(w) > 1) > 0.7 * max(3, len(line)):
        yield f"shouts={kind}"
    titles, bodies, places = title_words(), body_words(), place_words()
    if after in titles.heads:
        yield f"title-after={kind}"
    if after in bodies.owned:
        yield f"body-after={kind}"
    for cue, words in (
        ("title", titles.heads),
        ("honorific", titles.honorifics),
        ("body", bodies.described | bodies.vessels),
        ("place", places.described),
    ):
        if before in words:
            yield f"{cue}-before={kind}"


def _listed(cols: Columns, name: Found, kind: str) -> Iterator[str]:
    first, last = name.first, name.last
    bodies, places = body_words(), place_words()
    text = " ".join(cols.text[first:last])
    lower, begins = cols.lower[last - 1], cols.lower[first]
    for cue, holds in (
        ("body-word", lower in bodies.heads),
        ("body-of", begins in bodies.of and last - first > 1),
        ("company-form", lower in bodies.forms),
        ("place-word", lower in places.after),
        ("place-word-first", begins in places.before),
        ("no-body", lower in bodies.not_bodies),
        ("title-last", lower in title_words().heads),
        ("thing", text in bodies.things),
        ("country-first", text not in places.names and cols.text[first] in places.names),
        ("country-last", text not in places.names and cols.text[last - 1] in places.names),
        ("people", any(cols.gentilic(k) for k in range(first, last))),
        ("digit", any(c.isdigit() for c in text)),
        ("of", "of" in cols.lower[first:last] or "for" in cols.lower[first:last]),
        ("and", "and" in cols.lower[first:last] or "&" in cols.lower[first:last]),
    ):
        if holds:
            yield f"{cue}={kind}"
    for cue, listed in (("known-place", places.names), ("known-body", bodies.known)):
        if text in listed:
            yield cue
            yield f"{cue}={kind}"


def _shape(word: str) -> str:
    if any(c.isdigit() for c in word):
        return "digits"
    if word.isupper():
        return "capitals" if len(word) > 1 else "letter"
    if word.islower():
        return "small"
    return "name" if word[0].isupper() and word[1:].islower() else "mixed"
