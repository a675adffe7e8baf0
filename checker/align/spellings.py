"""One name in two spellings, over all reports and within one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rapidfuzz.distance import OSA

from checker.align.forms import Spelling, look_around, spellings_of, words
from checker.facts.gazetteer import country_of, demonym, one_name, within
from checker.facts.spelling import english, families, fold, gender_of, likeness
from checker.facts.wording import words_of
from checker.model import Card, Document, Side, Topic, Verdict

LEVELS: dict[str, Verdict] = {"variant": "agree", "letters": "conflict", "capitals": "conflict", "acronym": "conflict"}
_WRITTEN_OUT = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue"})
_KINDS = {"person": "name", "organization": "organization", "place": "place"}


def topics(documents: Sequence[Document], cards: Sequence[Card]) -> tuple[Topic, ...]:
    """One Topic for each name that stands in two spellings; agreed where transliteration explains them."""
    kinds = {(m.source, i): card.kind for card in cards for m in card.mentions if m.how == "name" for i in range(m.first, m.last)}
    out: list[Topic] = []
    for a, b in _lookalikes(spellings_of(documents)):
        look_around(a)
        look_around(b)
        rare, usual = sorted((a, b), key=lambda s: (len(s.sources), len(s.places), bool(s.before), s.text))
        because = _one_acronym(rare, usual) if a.acronym else _one_name(rare, usual)
        if because is None:
            continue
        level = "acronym" if a.acronym else "variant" if _explained(a, b) else "capitals" if a.folded == b.folded else "letters"
        if level == "capitals" and not ("person" in a.kinds & b.kinds and (a.before & b.before or a.after & b.after)):
            level = "variant"  # a firm's own way with capitals; only people are sure to have one
        out.append(_topic(rare, usual, level, because, kinds))
    return tuple(sorted(out, key=lambda t: t.id))


def _lookalikes(spellings: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs of spellings a letter or two apart, the first letter only where all the others agree; and Stephen with Steven."""
    by_first: dict[str, list[Spelling]] = defaultdict(list)
    by_rest: dict[str, list[Spelling]] = defaultdict(list)
    by_line: dict[int, list[Spelling]] = defaultdict(list)
    for s in spellings:
        for line in sorted(english(s.text)):
            yield from ((other, s) for other in by_line[line] if not _a_letter_or_two(other, s))
            by_line[line].append(s)
        for other in by_first[s.folded[0]]:
            if s.acronym != other.acronym:
                continue
            if _a_letter_or_two(other, s):
                yield other, s
        for other in by_rest[s.folded[1:]]:
            if other.folded[0] != s.folded[0] and not (s.acronym or other.acronym):
                yield other, s
        by_first[s.folded[0]].append(s)
        by_rest[s.folded[1:]].append(s)


def _a_letter_or_two(a: Spelling, b: Spelling) -> bool:
    shorter, longer = sorted((a.folded, b.folded), key=len)
    most = 2 if len(shorter) >= 7 or (len(shorter) >= 5 and longer.startswith(shorter)) else 1  # Trudel and Trudelle
    if a.folded[0] != b.folded[0] or abs(len(a.folded) - len(b.folded)) > most:
        return False
    return OSA.distance(a.folded, b.folded, score_cutoff=most) <= most


def _one_acronym(rare: Spelling, usual: Spelling) -> str | None:
    """Two letters of an acronym changed places: NHTSA, NHSTA."""
    if sorted(rare.folded) != sorted(usual.folded) or len(rare.places) > 1 or len(usual.places) < 2:
        return None
    return f"two letters have changed places: {_counts(rare, usual)}"


def _one_name(rare: Spelling, usual: Spelling) -> str | None:
    """Why the two spellings are one name, or None where they may be two names."""
    a, b = rare.folded, usual.folded
    if _family(a, b) or _side_by_side(rare, usual) or (a != b and words_of(a) == words_of(b)):  # Defence and Defense
        return None
    shared = (rare.before & usual.before) | (rare.after & usual.after)
    strong = shared - words().generic
    if strong:
        return None if _both_places(a, b) and not min(strong).endswith("-of") else _beside_one_name(rare, usual, min(strong))
    shorter, far = min(len(a), len(b)), OSA.distance(a, b)
    if far > 1 and shorter < 7:
        return None
    if a[0] != b[0] or (shorter < 5 and (shorter < 4 or len(a) == len(b))) or _both_places(a, b):
        return None
    if (rare.before or rare.after) and not shared:
        return None  # it has a full name of its own
    if gender_of(a) and gender_of(b):
        return None  # Christian and Christina
    office = rare.offices & usual.offices
    if office and shorter >= 5:
        return f"both are called {min(office)}"
    kinds = (rare.kinds - {"any"}, usual.kinds - {"any"})
    if kinds[0] and kinds[1] and not kinds[0] & kinds[1] and (far > 1 or shorter < 7):
        return None
    if len(rare.places) > 2 * len(rare.sources):
        return None
    if rare.sources <= usual.sources and len(rare.places) <= len(usual.places):
        known = usual.before or (shorter >= 5 and len(usual.places) > len(rare.places))
        return f"one report has both: {_counts(rare, usual)}" if known else None
    if len(rare.sources) > 1:
        return None
    often = len(usual.places) >= 4 or (len(usual.places) >= 3 and len(usual.sources) >= 2)
    alike = far <= 1 and shorter >= 6 and (shorter >= 7 or kinds[0] & kinds[1])
    if (often and shorter >= 6) or alike:
        return f"the reports have {_counts(rare, usual)}"
    return None


def _counts(rare: Spelling, usual: Spelling) -> str:
    def times(s: Spelling) -> str:
        return f"'{s.text}' once" if len(s.places) == 1 else f"'{s.text}' {len(s.places)} times"

    return f"{times(usual)}, {times(rare)}"


def _beside_one_name(rare: Spelling, usual: Spelling, beside: str) -> str | None:
    """The two stand beside the same name: one name unless they are two given names in one family."""
    if likeness(rare.folded, usual.folded) in ("nickname", "different"):
        return None  # Dave for David; Jan and Jon are two people
    of = beside.removesuffix("-of")
    return f"both stand beside '{of.capitalize()}{' of' if of != beside else ''}'"


def _side_by_side(a: Spelling, b: Spelling) -> bool:
    """Whether one sentence has both, as where a writer tells two spellings or two people apart."""
    where = {(d.source, d.tokens[i].sentence) for d, i in a.places}
    return any((d.source, d.tokens[i].sentence) in where for d, i in b.places)


def _family(a: str, b: str) -> bool:
    """Whether two words are forms of one: Iceland and Icelandic, Democrat and Democrats, Petrov and Petrova."""
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    known = words().endings
    return a != b and n >= 3 and any(a[k:] in known and b[k:] in known for k in range(max(3, n - 2), n + 1))


def _explained(a: Spelling, b: Spelling) -> bool:
    """Whether diacritics or the choice of letters in transliteration make the difference."""
    if a.folded == b.folded:
        return a.text.lower() != b.text.lower()
    if one_name(a.text) == one_name(b.text) or _in_full(a.text) == b.folded or a.folded == _in_full(b.text):
        return True  # Kharkiv and Kharkov, Tåsinge and Taasinge
    if demonym(a.text) and demonym(a.text) == demonym(b.text):
        return True  # Ecuadorean and Ecuadorian
    if likeness(a.folded, b.folded) != "variant":
        return False
    # English copy doubles or drops letters by mistake, and the h of th, and takes v for w; other scripts leave it open
    x, y = (s.folded.replace("th", "t").replace("w", "v") for s in (a, b))
    doubled = [c for c, _ in groupby(x)] == [c for c, _ in groupby(y)]
    beside = {a.folded, b.folded} | a.before | a.after | b.before | b.after
    return not doubled or any(_foreign(name) for name in beside)


def _in_full(text: str) -> str:
    """The word with its Nordic and German letters written out, as a typewriter without them has it."""
    return fold(text.lower().translate(_WRITTEN_OUT))


def _foreign(folded: str) -> bool:
    known = words()
    return folded in families() or folded.endswith(known.foreign_endings) or folded.startswith(known.foreign_beginnings)


def _both_places(a: str, b: str) -> bool:
    """Whether each of two spellings is a place or a people of its own."""
    return a != b and all(country_of(word) or within(word) for word in (a, b))


def _topic(rare: Spelling, usual: Spelling, level: str, because: str, kinds: Mapping[tuple[int, int], str]) -> Topic:
    sides: list[tuple[int, int, Side]] = []
    for s in (usual, rare):
        seen: set[int] = set()
        for document, i in s.places:
            if document.source not in seen:
                seen.add(document.source)
                sides.append((document.source, i, Side(document.span(i, i + 1), s.text)))
    named: list[str] = []
    for document, i in usual.places:
        n = document.name_of[i]
        if (document.source, i) in kinds:
            named.append(kinds[document.source, i])
        elif n >= 0:
            name = document.names[n]
            # a full name of a person is recognised surely; a longer name of a body may only hold the word ("Bank of Albania")
            alone = name.last - name.first == 1
            named.extend([name.kind] * (5 if name.kind == "person" and not alone else 2 if alone else 1))
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
