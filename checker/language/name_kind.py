"""Whether a name is a person, an organisation or a place, by its own words and those beside it."""

from __future__ import annotations

from checker.language.columns import MODIFIERS, Columns
from checker.language.lexicon import body_words, place_words, title_words
from checker.language.name_extent import STATES
from checker.language.name_finding import among_small_letters
from checker.language.name_shape import Found

_SPEAKING = frozenset(
    ["said", "says", "told", "tells", "added", "recalled", "joked", "insisted", "argued", "replied", "smiled", "laughed", "wept"]
)


def retype(cols: Columns, name: Found) -> None:
    """The kind that the name's own words, or a noun beside it, tell."""
    bodies, places = body_words(), place_words()
    first, last = name.first, name.last
    text = " ".join(cols.text[first:last])
    lower = cols.lower[last - 1]
    if text in places.names:
        if name.label != "PERSON" and name.label not in ("GPE", "LOC"):
            name.label = "GPE"
        return
    if text in bodies.known:
        name.label = "ORG"
        return
    if last - first > 1:
        if lower in bodies.forms and name.label != "PERSON":
            name.label = "ORG"
        elif cols.lower[first] in STATES and cols.lower[first + 1] == "of":
            name.label = "GPE"
        elif (cols.lower[first] in bodies.of and cols.lower[first + 1] in ("of", "for")) or (
            lower in bodies.heads and (name.label in ("GPE", "LOC") or (name.label == "PERSON" and lower in bodies.of))
        ):
            name.label = "ORG"
        elif (lower in places.after or cols.lower[first] in places.before) and name.label in ("ORG", "GPE"):
            name.label = "LOC" if cols.lower[first] not in ("port", "fort") else "GPE"
        if name.label == "PERSON" and cols.lower[first] in ("mount", "lake") and cols.tag[first].startswith("NNP"):
            name.label = "LOC"
    if _names_vessel(cols, name):
        name.label = "ORG"
        return
    _by_neighbours(cols, name)


def _names_vessel(cols: Columns, name: Found) -> bool:
    if name.first == cols.first[name.first]:
        return False
    before = name.first - 1
    words = body_words()
    return cols.text[before] in words.vessel_prefixes or (cols.lower[before] in words.vessels and not cols.proper(before))


def _by_neighbours(cols: Columns, name: Found) -> None:
    first, last = name.first, name.last
    before = cols.lower[first - 1] if first > cols.first[first] else ""
    after = cols.lower[last] if last < len(cols) and cols.first[last] == cols.first[first] else ""
    common = first > cols.first[first] and cols.noun(first - 1) and not cols.capital(first - 1)
    owner = name.label == "PERSON" and last - first == 1 and after in body_words().owned and cols.dep[first] in MODIFIERS
    if owner or (name.label in ("PERSON", "LOC", "FAC") and common and before in body_words().described):
        name.label = "ORG"
    elif name.label in ("PERSON", "ORG") and common and before in place_words().described:
        name.label = "GPE" if last - first < 3 else name.label
    elif (
        name.label in ("PERSON", "ORG")
        and last - first == 1
        and before == "from"
        and first - 2 >= cols.first[first]
        and cols.lower[first - 2] in title_words().heads
        and not cols.text[first].isupper()
    ):
        name.label = "GPE"  # "a nurse from Orla"
    elif (
        name.label in ("PERSON", "ORG")
        and before == "of"
        and first - 2 >= cols.first[first]
        and cols.lower[first - 2] in ("city", "town", "village", "suburb", "island")
    ):
        name.label = "GPE"
    elif (
        last - first == 1
        and len(cols.text[first]) > 2
        and cols.text[first].isalpha()
        and cols.text[first].isupper()
        and name.label in ("GPE", "LOC", "PERSON")
    ):
        if among_small_letters(cols, first) and (name.label != "PERSON" or before in ("the", "(")):
            name.label = "ORG"
    elif (
        name.label in ("ORG", "PERSON")
        and last - first == 1
        and before in ("in", "near")
        and not (last < len(cols) and cols.tag[last] == "POS")
    ):
        if cols.dep[first] in ("pobj", "obl", "nmod") and cols.lower[first] not in body_words().heads and not cols.text[first].isupper():
            name.label = "GPE"
    elif (
        name.label in ("GPE", "LOC", "FAC")
        and last - first == 1
        and cols.dep[first] == "nsubj"
        and cols.lower[cols.head[first]] in _SPEAKING
    ) or (name.label in ("ORG", "GPE", "LOC", "FAC") and last - first <= 3 and _person_beside(cols, first, last)):
        name.label = "PERSON"


def _person_beside(cols: Columns, first: int, last: int) -> bool:
    """ ", 58," or ", who" after the name, or an office in apposition to it."""
    words = title_words()
    if (
        cols.lower[last - 1] in body_words().heads
        or cols.lower[last - 1] in place_words().after
        or (last - first == 1 and cols.text[first].isupper())
    ):
        return False
    if last + 1 < len(cols) and cols.text[last] == "," and cols.first[last] == cols.first[first]:
        after = cols.text[last + 1]
        if (
            after.isdigit()
            and 9 < int(after) < 105
            and last + 2 < len(cols)
            and cols.text[last + 2] in (",", ".", ";")
            and not _is_date(cols, first)
        ):
            return True
        if cols.lower[last + 1] == "who":
            return True
        for k in range(last + 1, min(last + 9, len(cols))):
            if cols.dep[k] == "appos" and first <= cols.head[k] < last:
                return cols.lower[k] in words.heads and cols.tag[k] == "NN" and not cols.space[last - 1]
    head = cols.head[last - 1]
    return cols.dep[last - 1] == "appos" and cols.lower[head] in words.heads and cols.tag[head] == "NN" and head < first


def _is_date(cols: Columns, first: int) -> bool:
    return cols.day(first)
