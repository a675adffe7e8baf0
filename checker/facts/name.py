"""Names of people in a text, and whether two of them can be one person's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from checker.facts import offices
from checker.facts.person import PersonName, is_honorific, read_name
from checker.facts.spelling import Likeness, fold, gender_of, likeness, spellings, words
from checker.model import Comparison, Document, Fact, NameMention, Verdict

__all__ = ["LEVELS", "PersonName", "compare", "find", "how", "is_honorific", "person_fact", "read_name"]

LEVELS: dict[str, Verdict] = {
    "same": "agree",
    "variant": "agree",
    "nickname": "agree",
    "part": "agree",
    # a spelling is judged over all mentions of a name, in align/spellings; under a question it is no second person
    "misspelled": "unclear",
    "two-spellings": "unclear",
    "given-differs": "conflict",
    "family-differs": "conflict",
    "suffix-differs": "conflict",
    "middle-differs": "conflict",
    "different": "conflict",
}

_RANK: tuple[Likeness, ...] = ("same", "variant", "nickname", "initial", "english", "slip", "different")


def find(document: Document) -> Iterator[Fact]:
    """Every mention of a person by name, honorifics left out."""
    for mention in document.names:
        if mention.kind == "person":
            fact = person_fact(document, mention)
            if fact is not None:
                yield fact


def person_fact(document: Document, mention: NameMention) -> Fact | None:
    """The fact of one person's name, None where nothing but an honorific is left."""
    tokens, first, last = document.tokens, mention.first, mention.last
    while last > first and (tokens[last - 1].tag == "POS" or tokens[last - 1].pos == "PUNCT"):
        last -= 1
    while first < last - 1 and is_honorific(tokens[first].lower):
        first += 1
    while last - first > 2 and _ends_an_office(document, first):
        first += 1
    if first == last:
        return None
    value = read_name(document.text(first, last))
    if (
        value is None
        or any(c.isdigit() for c in value.text)
        or all(len(fold(part)) == 1 or fold(part) in words("suffixes") for part in value.parts)
    ):
        return None  # "9:29 PM" and "N. Y." are no people
    head = next((i for i in range(first, last) if not first <= tokens[i].head < last), last - 1)
    return Fact("name", document.span(first, last), value, first, last, head)


def _ends_an_office(document: Document, i: int) -> bool:
    """True for the "Member" of "City Council Member Ann Doe" that a parser took for a given name."""
    names = offices.aliases()
    words_before = [t.lower for t in document.tokens[max(0, i - 2) : i + 1]]
    return any(" ".join(words_before[k:]) in names for k in range(len(words_before) - 1)) or (
        words_before[-1] in names and gender_of(words_before[-1]) is None
    )


def compare(a: PersonName, b: PersonName, tolerance: Mapping[str, float] = {}) -> Comparison:
    """Whether two names can be one person's, and where they part."""
    level = how(a, b)
    one, other = _last_first(a, b)
    because = {
        "same": "the same name",
        "variant": "two accepted spellings of one name",
        "nickname": "a short form of the same name",
        "part": "one gives less of the same name",
        "misspelled": f"{one} and {other} differ by a letter or two",
        "two-spellings": "two English spellings of one given name",
        "given-differs": f"same family name, different given name: {a.text} / {b.text}",
        "family-differs": f"same given name, different family name: {a.last} / {b.last}",
        "suffix-differs": f"{(a.suffix or '').capitalize()} and {(b.suffix or '').capitalize()} are two people",
        "middle-differs": f"the middle names differ: {a.text} / {b.text}",
        "different": f"two different names: {a.text} / {b.text}",
    }[level]
    return Comparison(LEVELS[level], level, because)


@lru_cache(maxsize=20_000)
def how(a: PersonName, b: PersonName) -> str:
    """The level at which two names stand to each other."""
    if _joined(a) == _joined(b) or _joined(a, particles=True) == _joined(b, particles=True):
        if a.suffix and b.suffix and a.suffix != b.suffix:
            return "suffix-differs"
        return "misspelled" if _capitals_differ(a.parts, b.parts) else "same"
    if a.family is None or b.family is None:
        return _one_word(a, b) if a.family is None else _one_word(b, a)
    family = _family(a, b)
    given = _given(a, b)
    if family == "different" and given in ("different", "initial") and _swapped(a, b):
        return "variant"
    if family == "different" or (family == "slip" and given == "different"):
        return "different" if given in ("different", "initial", "slip") else "family-differs"
    if given == "different" or (given == "slip" and family == "slip"):
        return "given-differs"
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return "suffix-differs"
    if _middles_differ(a, b):
        return "middle-differs"
    if "slip" in (family, given):
        return "misspelled"
    if "english" in (family, given):
        return "two-spellings"
    for found in ("nickname", "variant"):
        if found in (given, family):
            return found
    return "part"


def _joined(name: PersonName, particles: bool = False) -> str:
    """The name in one word: Del Giudice is DelGiudice."""
    words_of = name.text.split() if particles else name.parts
    return "".join(c for w in words_of for c in fold(w) if c.isalnum())


def _after_given(name: PersonName) -> str:
    return "".join(c for w in name.text.split()[1:] for c in fold(w) if c.isalnum())


def _one_word(one: PersonName, full: PersonName) -> str:
    word = one.parts[0]
    whole, tail = _joined(full, particles=True), _joined(one, particles=True)
    if len(tail) > 4 and whole != tail and whole.endswith(tail):
        return "part"  # LaCroix of Shayne La Croix
    if full.family is None:
        found = likeness(word, full.parts[0])
    else:
        found = min(
            (_last_word(word, full.family), likeness(word, full.given[0]), *(("same",) if word in full.parts else ())), key=_RANK.index
        )
        if found in ("same", "nickname", "initial"):
            return "part"
    return {
        "same": "same",
        "variant": "variant",
        "nickname": "nickname",
        "initial": "different",
        "english": "two-spellings",
        "slip": "misspelled",
    }.get(found, "different")


def _family(a: PersonName, b: PersonName) -> Likeness:
    assert a.family is not None and b.family is not None
    found = _last_word(a.family, b.family)
    if found in ("slip", "different"):
        if _after_given(a) == _after_given(b):
            return "same"  # La Croix, LaCroix
        # Pedro Sánchez / Pedro Sánchez Pérez
        folded_a, folded_b = [fold(w) for w in a.parts[1:]], [fold(w) for w in b.parts[1:]]
        if fold(a.family) in folded_b or fold(b.family) in folded_a:
            return "same"
    return found


def _last_word(a: str, b: str) -> Likeness:
    found = likeness(a, b)
    if found == "nickname":
        return "different"  # family names have no pet forms: Jack Johns is not Jack Jones
    if found in ("slip", "different"):
        x, y = fold(a), fold(b)
        for feminine, masculine in spellings()["patronymics"]["feminine"]:
            for long, short in ((x, y), (y, x)):
                if long.endswith(feminine) and short == long[: -len(feminine)] + masculine and len(short) > 4:
                    return "variant"
    return found


def _given(a: PersonName, b: PersonName) -> Likeness:
    if a.is_eastern and b.is_eastern:
        return likeness("".join(map(fold, a.given)), "".join(map(fold, b.given)))
    found = likeness(a.given[0], b.given[0])
    if found in ("same", "variant"):
        return found
    if found == "initial" or _are_initials(a.given, b.given) or _are_initials(b.given, a.given):
        return "initial"
    # Boris Johnson / Alexandre Boris Johnson
    short, long = sorted((a.given, b.given), key=len)
    if len(short) < len(long) and all(any(likeness(x, y) in ("same", "variant", "nickname") for y in long) for x in short):
        return "same"
    if fold("".join(a.given)) == fold("".join(b.given)):
        return "same"
    return found


def _are_initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """ "J.-C." or "AJ" for Jean-Claude, Anthony James."""
    word = fold(short[0])
    if len(short) > 1 or not 1 < len(word) <= 3 or not all(fold(w)[:1] == c for w, c in zip(long, word, strict=False)):
        return False
    return len(long) == len(word) or (len(long) < len(word) and "." in short[0])


def _middles_differ(a: PersonName, b: PersonName) -> bool:
    """True where each has a middle name that the other lacks."""
    if a.is_eastern or b.is_eastern:
        return False
    one, other = list(a.given[1:]), list(b.given[1:])
    for x in a.given[1:]:
        match = next((y for y in other if likeness(x, y) != "different"), None)
        if match is not None:
            one.remove(x)
            other.remove(match)
    return bool(one and other)


def _swapped(a: PersonName, b: PersonName) -> bool:
    """Family name first in one and last in the other: Eastern names, and two words that are not both given names (Paul Martin)."""
    if sorted(map(fold, a.parts)) != sorted(map(fold, b.parts)) and not (_turned_initial(a, b) or _turned_initial(b, a)):
        return False
    eastern = words("eastern")
    both_given = len(a.parts) > 2 or all(gender_of(part) is not None for part in a.parts)
    return fold(a.parts[0]) in eastern or fold(b.parts[0]) in eastern or not both_given


def _turned_initial(short: PersonName, full: PersonName) -> bool:
    """ "I. Kronberga" for "Kronberga Ilze"."""
    x, y = [fold(p).rstrip(".") for p in short.parts], [fold(p) for p in full.parts]
    return len(x) == len(y) == 2 and len(x[0]) == 1 and x[1] == y[0] and y[1].startswith(x[0])


def _capitals_differ(a: Sequence[str], b: Sequence[str]) -> bool:
    """LaSalle against Lasalle; all-capital headlines and initials say nothing."""
    if len(a) != len(b):
        return False
    return any(
        x != y and x.lower() == y.lower() and not x.isupper() and not y.isupper() and len(x) > 3 and x[0] == y[0]
        for x, y in zip(a, b, strict=True)
    )


def _last_first(a: PersonName, b: PersonName) -> tuple[str, str]:
    return a.text, b.text
