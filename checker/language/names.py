"""Repairs the names an NER component found, by what is known of news: whole names, without titles, of the right kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.language.columns import PARTICLES, Columns
from checker.language.lexicon import body_words, phrases, place_words, title_words

_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|html?|co\.uk)\b", re.I)
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}s?")
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,}[A-Z]?")  # A400, F-16, B737
_KINDS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC"))
_PERSON_RELATIONS = frozenset(("compound", "flat", "flat:name", "nmod", "nn"))
_STATES = frozenset(["republic", "kingdom", "emirate", "sultanate", "principality", "duchy"])


@dataclass(slots=True)
class Found:
    """A name being repaired: tokens first <= i < last and a spaCy label."""

    first: int
    last: int
    label: str


def repair(cols: Columns, entities: Sequence[tuple[int, int, str]]) -> list[Found]:
    """The names of the Doc in order, not overlapping, of the five kinds PERSON, ORG, GPE, LOC, FAC."""
    other = [Found(*e) for e in entities if e[2] not in _KINDS]
    names = [Found(*e) for e in entities if e[2] in ("PER", *_KINDS)]
    for name in names:
        name.label = "PERSON" if name.label == "PER" else name.label
        _trim(cols, name)
    names = [n for n in names if n.last > n.first and _is_name(cols, n)]
    names = _split(cols, names)
    names = _add_known(cols, names, other)
    names = _after_titles(cols, names)
    names = _add_acronyms(cols, names)
    names = _join(cols, names)
    for name in names:
        _lengthen(cols, name, names)
    names = _without_overlaps(names)
    for name in names:
        _retype(cols, name)
    names = [n for n in names if n.label in _KINDS]
    return sorted(names, key=lambda n: n.first)


# ---------------------------------------------------------------- cutting


def _trim(cols: Columns, name: Found) -> None:
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


def _is_name(cols: Columns, name: Found) -> bool:
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
    if all(cols.day(k) or cols.gentilic(k) for k in range(first, last)):
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
        if opens and name.label == "PERSON" and cols.dep[first] in ("compound", "amod", "nmod") and last < len(cols):
            # "Ferry captain praised", "Dearer loans": a common noun or adjective that opens a line
            if cols.head[first] > first and (cols.lower[last] in words.heads or (not cols.capital(last) and cols.noun(last))):
                return False
        if tag == "NNS" and name.label == "PERSON" and not lowers[0].endswith("s"):
            return True  # "Musharraf" at the head of a sentence
        if tag in ("NNS", "VB", "VBD", "VBZ", "VBG", "IN", "DT", "PRP", "UH", "RB", "CC", "MD") and not cols.text[first].isupper():
            return False
    if name.label == "ORG" and last - first > 1 and (lowers[-1] in body_words().not_bodies or _in_quotes(cols, first, last)):
        return False
    return not (last - first == 1 and lowers[0] in body_words().not_bodies)


def _in_quotes(cols: Columns, first: int, last: int) -> bool:
    """A film, a song, a slogan: capitals that fill a pair of quotation marks."""
    if first == cols.first[first] or last >= len(cols) or cols.lower[last - 1] in body_words().heads:
        return False
    return cols.text[first - 1] in ('"', "'", "“", "‘") and cols.text[last] in ('"', "'", "”", "’")


def _split(cols: Columns, names: list[Found]) -> list[Found]:
    """ "US FBI" is two names, a country and a body."""
    out: list[Found] = []
    places, known = place_words(), body_words().known
    for name in names:
        if name.last - name.first == 2 and name.label in ("ORG", "GPE"):
            one, two = cols.text[name.first], cols.text[name.first + 1]
            if one in places.names and (two in known or (_ACRONYM.fullmatch(two) and two.isupper() and one not in known)):
                out += [Found(name.first, name.first + 1, "GPE"), Found(name.first + 1, name.last, "ORG")]
                continue
        out.append(name)
    return out


# ---------------------------------------------------------------- adding


def _add_known(cols: Columns, names: list[Found], other: list[Found]) -> list[Found]:
    """Countries, regions and bodies of the lists that no name holds yet."""
    held = _held(cols, names)
    for k in other:
        if k.label in ("EVENT", "LAW", "WORK_OF_ART", "PRODUCT") and k.last - k.first > 1:
            held[k.first : k.last] = [True] * (k.last - k.first)
    out = list(names)
    for kind, label in (("org", "ORG"), ("place", "GPE")):
        table = phrases(kind)
        for i, word in enumerate(cols.text):
            if held[i] or word not in table:
                continue
            for words in table[word]:
                end = i + len(words)
                if end <= len(cols) and tuple(cols.text[i:end]) == words and not any(held[i:end]) and _stands_alone(cols, i, end):
                    out.append(Found(i, end, label))
                    held[i:end] = [True] * (end - i)
                    break
    return out


def _add_acronyms(cols: Columns, names: list[Found]) -> list[Found]:
    """Capitals of three to six letters in a line of small ones are a body, units and the like aside."""
    held = _held(cols, names)
    out = list(names)
    for i, word in enumerate(cols.text):
        if held[i] or not 3 <= len(word) <= 6 or not (word.isalpha() and word.isupper()) or not cols.tag[i].startswith("NNP"):
            continue
        if word in body_words().no_bodies or cols.lower[i] in title_words().heads or cols.gentilic(i) or not _lower_case_around(cols, i):
            continue
        if (i and cols.text[i - 1] in ("-", "/") and not cols.space[i - 1]) or (
            i + 1 < len(cols) and cols.text[i + 1] in ("-", "/") and not cols.space[i]
        ):
            continue
        if (i + 1 < len(cols) and (cols.tag[i + 1] == "CD" or cols.proper(i + 1))) or (i and cols.proper(i - 1)):
            continue
        out.append(Found(i, i + 1, "ORG"))
    return out


def _stands_alone(cols: Columns, i: int, end: int) -> bool:
    """A listed name is one only where it is tagged as one and no further capitals make it another."""
    if not any(cols.tag[k].startswith("NNP") for k in range(i, end)):
        return False
    if cols.tag[i] == "PRP":
        return False
    same = cols.first[i]
    if (
        end < len(cols)
        and cols.first[end] == same
        and cols.proper(end)
        and cols.lower[end] not in title_words().heads
        and not cols.day(end)
    ):
        return cols.text[i:end] in (["US"], ["U.S."], ["UK"], ["U.K."], ["EU"], ["UN"], ["U.N."])
    return not (
        i > same
        and cols.proper(i - 1)
        and not cols.gentilic(i - 1)
        and cols.lower[i - 1] not in title_words().heads
        and not cols.day(i - 1)
    )


def _after_titles(cols: Columns, names: list[Found]) -> list[Found]:
    """Capitals right after an office, a rank or "Mr" are a person."""
    words = title_words()
    held = _held(cols, names)
    by_first = {n.first: n for n in names}
    out = list(names)
    for i in range(1, len(cols)):
        title = cols.lower[i - 1]
        if not cols.capital(i) or cols.first[i] != cols.first[i - 1] or not (title in words.honorifics or title in words.heads):
            continue
        if (title in words.heads and (not cols.noun(i - 1) or cols.tag[i - 1] in ("NNS", "NNPS"))) or cols.gentilic(i) or cols.day(i):
            continue
        if (
            title in ("general", "count", "end", "back", "center", "centre", "st", "u", "don", "lock", "tackle", "guard", "head", "chair")
            and not held[i]
        ):
            continue
        name = by_first.get(i)
        text = " ".join(cols.text[i : name.last]) if name else cols.text[i]
        if text in place_words().names or text in body_words().known or cols.lower[i] in words.heads or cols.lower[i] in words.honorifics:
            continue
        last = i + 1
        while last < len(cols) and cols.proper(last) and cols.first[last] == cols.first[i] and not held[last] and not cols.day(last):
            last += 1
        end = cols.lower[last - 1]
        if end in body_words().heads or end in place_words().after or end in words.heads or end in body_words().not_bodies:
            continue
        if name is not None:
            if (
                name.label in ("ORG", "GPE", "LOC", "FAC")
                and cols.lower[name.last - 1] not in body_words().heads
                and cols.lower[name.last - 1] not in place_words().after
            ) and name.last - name.first <= 3 and (title in words.honorifics or cols.noun(i - 1)):
                name.label = "PERSON"
        elif not held[i] and cols.tag[i].startswith("NNP"):
            out.append(Found(i, last, "PERSON"))
            held[i:last] = [True] * (last - i)
    return out


# ---------------------------------------------------------------- joining


def _join(cols: Columns, names: list[Found]) -> list[Found]:
    """First and last names side by side are one person."""
    out: list[Found] = []
    for name in sorted(names, key=lambda n: (n.first, -n.last)):
        last = out[-1] if out else None
        if (
            last is not None
            and last.last == name.first
            and cols.first[last.first] == cols.first[name.first]
            and "PERSON" in (last.label, name.label)
        ):
            bound = (
                cols.head[last.last - 1] >= name.first
                and cols.head[last.last - 1] < name.last
                and cols.dep[last.last - 1] in _PERSON_RELATIONS
            )
            other = last if name.label == "PERSON" else name
            plain = other.label == "PERSON" or " ".join(cols.text[other.first : other.last]) not in place_words().names
            if (
                bound
                and plain
                and other.last - other.first <= 2
                and (last.label == "PERSON" or (name.label == "PERSON" and other.label != "ORG"))
            ):
                last.last, last.label = name.last, "PERSON"
                continue
        out.append(name)
    return out


def _lengthen(cols: Columns, name: Found, names: list[Found]) -> None:
    """The capitals that belong to a name: a person's first and last names, an organisation's "of ..."."""
    held = {k for n in names if n is not name for k in range(n.first, n.last)}
    sentence = cols.first[name.first]
    if name.label == "PERSON":
        while name.first - 1 >= sentence and _of_person(cols, name.first - 1, name.first, name.last, held):
            name.first -= 1
        while name.last < len(cols) and cols.first[name.last] == sentence and _tail(cols, name, held):
            name.last += 1
    elif name.label == "ORG":
        if cols.lower[name.last - 1] in body_words().of:
            _of_phrase(cols, name)
    elif name.label in ("GPE", "LOC", "FAC") and name.last < len(cols):
        after = cols.lower[name.last]
        if cols.first[name.last] == sentence and cols.proper(name.last) and name.last not in held and after in place_words().after:
            if name.last + 1 >= len(cols) or cols.lower[name.last + 1] not in title_words().heads:
                name.last += 1


def _of_person(cols: Columns, k: int, first: int, last: int, held: set[int]) -> bool:
    words = title_words()
    lower = cols.lower[k]
    if k in held or cols.day(k) or cols.gentilic(k) or lower in words.heads or lower in words.honorifics or lower in words.portfolios:
        return False
    if (
        lower in words.inside
        or lower in body_words().heads
        or lower in body_words().forms
        or cols.text[k] in body_words().known
        or cols.text[k] in place_words().names
    ):
        return False
    return cols.proper(k) and cols.dep[k] in _PERSON_RELATIONS and first <= cols.head[k] < last


def _tail(cols: Columns, name: Found, held: set[int]) -> bool:
    k = name.last
    lower = cols.lower[k]
    if (
        k in held
        or not cols.proper(k)
        or cols.day(k)
        or lower in title_words().heads
        or lower in body_words().heads
        or lower in body_words().not_bodies
    ):
        return False
    if lower in ("jr", "jr.", "sr", "sr.", "ii", "iii"):
        return True
    return (
        cols.dep[k - 1] in _PERSON_RELATIONS
        and cols.head[k - 1] == k
        and cols.dep[k] not in ("compound", "nmod")
        and lower not in place_words().after
    )


def _of_phrase(cols: Columns, name: Found) -> None:
    """ "Ministry" + "of Foreign Affairs of Iceland"."""
    words, end = title_words(), name.last
    k, sentence = name.last, cols.first[name.first]
    while k < len(cols) and cols.first[k] == sentence:
        if cols.lower[k] in ("of", "for") or (
            cols.lower[k] == "on" and cols.lower[name.last - 1] in ("council", "commission", "committee")
        ):
            after = k + 1
            if after < len(cols) and cols.lower[after] == "the":
                after += 1
            if after >= len(cols) or not cols.capital(after) or cols.tag[after] in ("PRP", "DT") or cols.day(after):
                break
            k = after
        elif cols.proper(k) and k > name.last and cols.lower[k] not in words.heads and not cols.day(k):
            k += 1
            end = k
        elif (
            cols.lower[k] in ("and", "&")
            and k == end
            and k + 1 < len(cols)
            and cols.proper(k + 1)
            and end > name.last
            and _one_list(cols, k)
        ) or (cols.capital(k) and k > name.last and cols.tag[k] in ("JJ", "NN", "NNS") and k + 1 < len(cols) and cols.proper(k + 1)):
            k += 1
        else:
            break
    name.last = end


def _one_list(cols: Columns, k: int) -> bool:
    """ "Ministry of Health and Welfare", but not "Bank of Albania and Adria Corp."."""
    return (
        cols.text[k - 1] not in place_words().names
        and cols.dep[k + 1] in ("conj", "compound")
        and cols.lower[k + 1] not in body_words().heads
    )


def _without_overlaps(names: list[Found]) -> list[Found]:
    out: list[Found] = []
    for name in sorted(names, key=lambda n: (n.first - n.last, n.first)):
        if name.last > name.first and all(name.last <= n.first or name.first >= n.last for n in out):
            out.append(name)
    return out


def _held(cols: Columns, names: list[Found]) -> list[bool]:
    held = [False] * len(cols)
    for name in names:
        held[name.first : name.last] = [True] * (name.last - name.first)
    return held


# ---------------------------------------------------------------- kinds


def _retype(cols: Columns, name: Found) -> None:
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
        elif cols.lower[first] in _STATES and cols.lower[first + 1] == "of":
            name.label = "GPE"
        elif (cols.lower[first] in bodies.of and cols.lower[first + 1] in ("of", "for")) or (
            lower in bodies.heads and (name.label in ("GPE", "LOC") or (name.label == "PERSON" and lower in bodies.of))
        ):
            name.label = "ORG"
        elif (lower in places.after or cols.lower[first] in places.before) and name.label in ("ORG", "GPE"):
            name.label = "LOC" if cols.lower[first] not in ("port", "fort") else "GPE"
        if name.label == "PERSON" and cols.lower[first] in ("mount", "lake") and cols.tag[first].startswith("NNP"):
            name.label = "LOC"
    _by_neighbours(cols, name)


def _by_neighbours(cols: Columns, name: Found) -> None:
    first, last = name.first, name.last
    before = cols.lower[first - 1] if first > cols.first[first] else ""
    if name.label in ("PERSON", "LOC", "FAC") and before in body_words().described and cols.noun(first - 1) and not cols.capital(first - 1):
        name.label = "ORG"
    elif name.label in ("PERSON", "ORG") and before in place_words().described and cols.noun(first - 1) and not cols.capital(first - 1):
        name.label = "GPE" if last - first < 3 else name.label
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
        if _lower_case_around(cols, first) and (name.label != "PERSON" or before in ("the", "(")):
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


_SPEAKING = frozenset(
    ["said", "says", "told", "tells", "added", "recalled", "joked", "insisted", "argued", "replied", "smiled", "laughed", "wept"]
)


def _lower_case_around(cols: Columns, i: int) -> bool:
    """Capitals mean an acronym only in a line that is not all capitals."""
    return any(cols.text[k].islower() for k in range(max(cols.first[i], i - 4), min(len(cols), i + 5)) if k != i)


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
