"""Names that the NER component missed: listed bodies and places, acronyms, capitals after an office."""

from __future__ import annotations

from checker.language.columns import MODIFIERS, Columns
from checker.language.lexicon import body_words, phrases, place_words, title_words
from checker.language.name_shape import Found

SHORT_COUNTRIES = frozenset(["US", "U.S.", "UK", "U.K.", "EU", "E.U.", "UN", "U.N.", "UAE"])


def add_known(cols: Columns, names: list[Found], other: list[Found]) -> list[Found]:
    """Countries, regions and bodies of the lists that no name holds yet."""
    held = held_by(cols, names)
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


def add_acronyms(cols: Columns, names: list[Found]) -> list[Found]:
    """Capitals of three to six letters in a line of small ones are a body, units and the like aside."""
    held = held_by(cols, names)
    out = list(names)
    for i, word in enumerate(cols.text):
        if held[i] or not 3 <= len(word) <= 6 or not (word.isalpha() and word.isupper()) or not cols.tag[i].startswith("NNP"):
            continue
        if word in body_words().no_bodies or cols.lower[i] in title_words().heads or cols.gentilic(i) or not among_small_letters(cols, i):
            continue
        if (i and cols.text[i - 1] in ("-", "/") and not cols.space[i - 1]) or (
            i + 1 < len(cols) and cols.text[i + 1] in ("-", "/") and not cols.space[i]
        ):
            continue
        if (i + 1 < len(cols) and (cols.tag[i + 1] == "CD" or cols.proper(i + 1))) or (i and cols.proper(i - 1)):
            continue
        out.append(Found(i, i + 1, "ORG"))
    return out


def add_after_titles(cols: Columns, names: list[Found]) -> list[Found]:
    """Capitals right after an office, a rank or "Mr" are a person."""
    words = title_words()
    held = held_by(cols, names)
    by_first = {n.first: n for n in names}
    out = list(names)
    for i in range(1, len(cols)):
        title = cols.lower[i - 1]
        if not cols.capital(i) or cols.first[i] != cols.first[i - 1] or not (title in words.honorifics or title in words.heads):
            continue
        if (title in words.heads and not _is_office(cols, i - 1)) or cols.gentilic(i) or cols.day(i):
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
                (
                    name.label in ("ORG", "GPE", "LOC", "FAC")
                    and cols.lower[name.last - 1] not in body_words().heads
                    and cols.lower[name.last - 1] not in place_words().after
                )
                and name.last - name.first <= 3
                and (title in words.honorifics or cols.noun(i - 1))
            ):
                name.label = "PERSON"
        elif not held[i] and cols.tag[i].startswith("NNP"):
            out.append(Found(i, last, "PERSON"))
            held[i:last] = [True] * (last - i)
    return out


def _is_office(cols: Columns, k: int) -> bool:
    """One holder's office: a noun, or what the tagger took for an adjective or verb although it modifies the name ("the imam Orla")."""
    if cols.noun(k):
        return cols.tag[k] not in ("NNS", "NNPS")
    return cols.tag[k] in ("JJ", "VB", "FW") and cols.dep[k] in MODIFIERS and cols.head[k] > k


def held_by(cols: Columns, names: list[Found]) -> list[bool]:
    held = [False] * len(cols)
    for name in names:
        held[name.first : name.last] = [True] * (name.last - name.first)
    return held


def among_small_letters(cols: Columns, i: int) -> bool:
    """Capitals mean an acronym only in a line that is not all capitals."""
    return any(cols.text[k].islower() for k in range(max(cols.first[i], i - 4), min(len(cols), i + 5)) if k != i)


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
        return end - i == 1 and cols.text[i] in SHORT_COUNTRIES
    return not (
        i > same
        and cols.proper(i - 1)
        and not cols.gentilic(i - 1)
        and cols.lower[i - 1] not in title_words().heads
        and cols.text[i - 1] not in SHORT_COUNTRIES
        and not cols.day(i - 1)
    )
