"""What a name is cut to, and what cannot be one: articles, titles, addresses, days, model numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.language.columns import PARTICLES, Columns
from checker.language.lexicon import body_words, place_words, title_words

_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|html?|co\.uk)\b", re.I)
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}s?")
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,}[A-Z]?")  # A400, F-16, B737


@dataclass(slots=True)
class Found:
    """A name being repaired: tokens first <= i < last and a spaCy label."""

    first: int
    last: int
    label: str


def trim(cols: Columns, name: Found) -> None:
    """Without articles, quotation marks, titles, a closing 's and what a dash cuts off."""
    words, bodies, places = title_words(), body_words(), place_words()
    for k in range(name.first + 1, name.last - 1):
        if cols.lower[k] in ("-", "--", "–", "—") and cols.space[k - 1] and cols.space[k]:
            name.last = k
            break
    while name.last > name.first:
        k = name.last - 1
        word = cols.text[k]
        if not any(c.isalnum() for c in word) or cols.tag[k] == "POS":
            name.last = k
        elif k > name.first + 1 and cols.text[k - 1] == "-" and not cols.space[k - 1] and not cols.space[k - 2]:
            break  # "Teng-hui"
        elif (
            not cols.capital(k)
            and not any(c.isdigit() for c in word)
            and cols.lower[k] not in bodies.heads
            and cols.lower[k] not in places.after
        ) or (name.label == "PERSON" and name.last - name.first > 1 and (cols.lower[k] in ("inc.",) or cols.day(k))):
            name.last = k
        else:
            break
    while name.first < name.last:
        k = name.first
        lower = cols.lower[k]
        many = name.last - k
        if (
            not any(c.isalnum() for c in cols.text[k])
            or lower in ("the", "a", "an")
            or cols.tag[k] in ("PRP$", "POS", "IN", "WDT", "CC")
            or (not cols.capital(k) and not cols.text[k][0].isdigit() and lower not in PARTICLES)
            or (name.label == "PERSON" and many > 1 and _is_title(cols, k, many))
            or (lower in words.honorifics and many > 1 and lower not in words.also_names)
        ):
            name.first = k + 1
        else:
            break
    if name.label == "PERSON":
        for k in range(name.last - 2, name.first, -1):
            if cols.lower[k] in words.heads and cols.lower[k] not in words.also_names:
                name.first = k + 1  # "Saints receiver Reggie Bolt"
                break
    if name.last - name.first > 1 and name.label in ("ORG", "GPE", "PERSON"):
        _after_of_title(cols, name)


def is_name(cols: Columns, name: Found) -> bool:
    """Whether the words can be a name at all."""
    first, last = name.first, name.last
    words = title_words()
    if any(_ADDRESS.search(cols.text[k]) for k in range(first, last)):
        return False
    if not any(cols.capital(k) for k in range(first, last)):
        return False
    lowers = cols.lower[first:last]
    text = " ".join(cols.text[first:last])
    if text in place_words().names or text in body_words().known:
        return True
    if text in body_words().things or all(cols.day(k) or cols.gentilic(k) for k in range(first, last)):
        return False
    if all(w in words.heads or w in words.honorifics or w in words.inside or w in words.portfolios for w in lowers):
        # "Prime Minister", "Secretary"; a lone "Baker" stays a name
        return name.label == "PERSON" and last - first == 1 and lowers[0] in words.also_names
    if last - first == 1:
        tag = cols.tag[first]
        opens = first == cols.first[first] or cols.text[first - 1] in ('"', "'", ":", "“", "-", "--", "—")
        if (
            opens
            and not tag.startswith("NNP")
            and not (cols.text[first].isupper() and len(cols.text[first]) > 1)
            and not (name.label == "PERSON" and (tag == "NN" or (tag == "NNS" and not lowers[0].endswith("s"))))
        ):
            return False
        if len(cols.text[first]) == 1 or _MODEL.fullmatch(cols.text[first]):
            return False
        modifies = cols.dep[first] in ("compound", "amod", "nmod") and last < len(cols) and cols.head[first] > first
        if opens and name.label == "PERSON" and modifies:
            # "Ferry captain praised", "Dearer loans": a common noun or adjective that opens a line
            common = cols.lower[last] in words.heads or (not cols.capital(last) and cols.noun(last))
            if common:
                return False
        if tag == "NNS" and name.label == "PERSON" and not lowers[0].endswith("s"):
            return True  # "Musharraf" at the head of a sentence
        if tag in ("NNS", "VB", "VBD", "VBZ", "VBG", "IN", "DT", "PRP", "UH", "RB", "CC", "MD") and not cols.text[first].isupper():
            return False
    if name.label == "ORG" and last - first > 1 and (lowers[-1] in body_words().not_bodies or _in_quotes(cols, first, last)):
        return False
    return not (last - first == 1 and lowers[0] in body_words().not_bodies)


def split(cols: Columns, names: list[Found]) -> list[Found]:
    """ "US FBI" is two names, a country and a body; "Ohio Senate" is one."""
    out: list[Found] = []
    places, known, heads = place_words(), body_words().known, body_words().heads
    for name in names:
        if name.last - name.first == 2 and name.label in ("ORG", "GPE"):
            one, two = cols.text[name.first], cols.text[name.first + 1]
            listed = two in known and cols.lower[name.first + 1] not in heads
            if one in places.names and (listed or (_ACRONYM.fullmatch(two) and two.isupper() and one not in known)):
                out += [Found(name.first, name.first + 1, "GPE"), Found(name.first + 1, name.last, "ORG")]
                continue
        out.append(name)
    return out


def _is_title(cols: Columns, k: int, many: int) -> bool:
    words = title_words()
    lower = cols.lower[k]
    if lower in words.also_names and many == 2:
        return (
            lower in ("king", "prince", "pope", "judge", "don", "sister", "father", "justice", "miss", "constable")
            and cols.lower[k + 1] not in words.heads
        )
    return (
        lower in words.heads
        or lower in words.honorifics
        or lower in words.inside
        or (lower in words.portfolios and many > 2 and cols.lower[k + 1] in words.heads)
        or (cols.gentilic(k) and many > 1)
        or lower in words.adherents
        or (lower.endswith("s") and lower[:-1] in words.heads and cols.tag[k] in ("NNS", "NNPS"))
        or lower in ("grand", "prime", "chief", "vice", "deputy")
    )


def _after_of_title(cols: Columns, name: Found) -> None:
    """ "Governor of the Bank of Albania" -> "Bank of Albania"; "Bank of Albania Governor" -> "Bank of Albania"."""
    words = title_words()
    if (
        cols.lower[name.first] in words.heads
        and name.label != "PERSON"
        and cols.lower[name.first + 1] == "of"
        and name.last - name.first > 2
    ):
        name.first += 2
        while name.first < name.last - 1 and cols.lower[name.first] in ("the", "of"):
            name.first += 1
    if name.label != "PERSON":
        while (
            name.last - name.first > 1 and cols.lower[name.last - 1] in words.heads and cols.lower[name.last - 1] not in body_words().heads
        ):
            if cols.lower[name.last - 1] in ("general", "forward", "executive") or cols.lower[name.last - 2] in ("of", "the", "and", "&"):
                break
            name.last -= 1
            if cols.lower[name.last - 1] in ("prime", "vice", "chief", "deputy", "foreign", "assistant") and name.last - name.first > 1:
                name.last -= 1


def _in_quotes(cols: Columns, first: int, last: int) -> bool:
    """A film, a song, a slogan: capitals that fill a pair of quotation marks."""
    if first == cols.first[first] or last >= len(cols) or cols.lower[last - 1] in body_words().heads:
        return False
    return cols.text[first - 1] in ('"', "'", "“", "‘") and cols.text[last] in ('"', "'", "”", "’")
