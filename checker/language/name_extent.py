"""How far a name goes: first and last names, an organisation's "of ...", a place's noun."""

from __future__ import annotations

from checker.language.columns import Columns
from checker.language.lexicon import body_words, place_words, title_words
from checker.language.name_finding import SHORT_COUNTRIES
from checker.language.name_shape import Found

STATES = frozenset(["republic", "kingdom", "emirate", "sultanate", "principality", "duchy", "county", "colony", "protectorate"])
_FOR_NONE = frozenset(["league", "party", "club", "army", "parliament", "congress", "court", "university", "college", "school", "house"])
_PERSON_RELATIONS = frozenset(("compound", "flat", "flat:name", "nmod", "nn"))


def join(cols: Columns, names: list[Found]) -> list[Found]:
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


def lengthen(cols: Columns, name: Found, names: list[Found]) -> None:
    """The capitals that belong to a name: a person's first and last names, an organisation's "of ..."."""
    held = {k for n in names if n is not name for k in range(n.first, n.last)}
    others = {n.first: n.label for n in names if n is not name}
    sentence = cols.first[name.first]
    _over_hyphen(cols, name, held)
    if name.label == "PERSON":
        while name.first - 1 >= sentence and _of_person(cols, name.first - 1, name.first, name.last, held):
            name.first -= 1
        while name.last < len(cols) and cols.first[name.last] == sentence and _tail(cols, name, held):
            name.last += 1
    elif name.label == "ORG":
        if cols.lower[name.last - 1] in body_words().of:
            _of_phrase(cols, name, others)
    elif name.label in ("GPE", "LOC", "FAC") and _of_state(cols, name, held):
        name.first -= 2
    elif name.label in ("GPE", "LOC", "FAC") and name.last < len(cols):
        after = cols.lower[name.last]
        goes_on = cols.first[name.last] == sentence and cols.proper(name.last) and name.last not in held and after in place_words().after
        if goes_on and (name.last + 1 >= len(cols) or cols.lower[name.last + 1] not in title_words().heads):
            name.last += 1


def _over_hyphen(cols: Columns, name: Found, held: set[int]) -> None:
    """ "Aube-" + "Marne": capitals bound by a hyphen without spaces are one name."""
    k = name.first - 2
    if (
        k >= cols.first[name.first]
        and cols.text[k + 1] == "-"
        and not cols.space[k]
        and not cols.space[k + 1]
        and cols.capital(k)
        and cols.tag[k] not in ("IN", "CD")
        and k not in held
        and not (name.label == "PERSON" and cols.gentilic(k))
    ):
        name.first = k


def _of_state(cols: Columns, name: Found, held: set[int]) -> bool:
    """ "Kingdom of" + "Norway"."""
    k = name.first - 2
    return (
        k >= cols.first[name.first]
        and cols.lower[k + 1] == "of"
        and cols.lower[k] in STATES
        and cols.text[k][0].isupper()
        and k not in held
    )


def body_of_country(cols: Columns, names: list[Found]) -> None:
    """ "US" + "Senate" is one body; "US" + "FBI" stays two."""
    by_first = {n.first: n for n in names if n.label == "ORG"}
    for name in names:
        body = by_first.get(name.last)
        if (
            body is not None
            and name.last - name.first == 1
            and cols.text[name.first] in SHORT_COUNTRIES
            and body.last > body.first
            and not cols.text[body.first].isupper()
            and cols.first[name.first] == cols.first[body.first]
        ):
            body.first, name.last = name.first, name.first


def without_overlaps(names: list[Found]) -> list[Found]:
    out: list[Found] = []
    for name in sorted(names, key=lambda n: (n.first - n.last, n.first)):
        if name.last > name.first and all(name.last <= n.first or name.first >= n.last for n in out):
            out.append(name)
    return out


def _of_person(cols: Columns, k: int, first: int, last: int, held: set[int]) -> bool:
    words = title_words()
    lower = cols.lower[k]
    if k in held or cols.day(k) or cols.gentilic(k) or lower in words.heads or lower in words.honorifics or lower in words.portfolios:
        return False
    if (
        lower in words.inside
        or lower in words.adherents
        or (lower.endswith("s") and lower[:-1] in words.heads)
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


def _of_phrase(cols: Columns, name: Found, others: dict[int, str]) -> None:
    """ "Ministry" + "of Foreign Affairs of Iceland"; `others` are the kinds of the other names by their first token."""
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
            if others.get(after) == "PERSON" or (
                cols.lower[k] == "for" and others.get(after) == "ORG" and cols.lower[name.last - 1] in _FOR_NONE
            ):
                break  # "the Northern League for Orla United", "the party of Ana Roriz"
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
            and _one_list(cols, k, others)
        ) or (cols.capital(k) and k > name.last and cols.tag[k] in ("JJ", "NN", "NNS") and k + 1 < len(cols) and cols.proper(k + 1)):
            k += 1
        else:
            break
    name.last = end


def _one_list(cols: Columns, k: int, others: dict[int, str]) -> bool:
    """ "Ministry of Health and Welfare", but not "Bank of Albania and Adria Corp."."""
    return (
        cols.text[k - 1] not in place_words().names
        and cols.dep[k + 1] in ("conj", "compound")
        and cols.lower[k + 1] not in body_words().heads
        and others.get(k + 1) not in ("PERSON", "ORG")
    )
