"""Finds offices, ranks and professions, whole: "US Secretary of State", "then-deputy foreign minister", "director of the charity"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.language.columns import MODIFIERS, Columns
from checker.language.lexicon import title_words

Range = tuple[int, int]
_LONGEST = 14  # words after a preposition; beyond that it is a description, not an office


def find_titles(cols: Columns, people: Sequence[Range]) -> list[Range]:
    """Token ranges of titles in order, none inside another; `people` are the ranges of persons' names."""
    words = title_words()
    inside = [False] * len(cols)
    starts = {first for first, _ in people}
    for first, last in people:
        inside[first:last] = [True] * (last - first)
    found: list[Range] = []
    for i, word in enumerate(cols.lower):
        if word not in words.heads or inside[i] or not (_noun(cols, i) or (i + 1 in starts and cols.tag[i] in ("JJ", "VB", "FW"))):
            continue
        end = _end_of_head(cols, i)
        before = _before_name(cols, i, end, starts)
        last = _right(cols, i, end, inside) if before is None else before
        if before is None:
            if not _heads_phrase(cols, i, end, inside):
                continue
            if word in words.only_before and not _tied(cols, i, end, last, inside):
                continue
        found.append((_left(cols, i, inside), last))
    return _outermost(found)


def _noun(cols: Columns, i: int) -> bool:
    return cols.noun(i) or (cols.capital(i) and cols.tag[i] in ("JJ", "FW", "VB", "UH", "NNPS"))


def _end_of_head(cols: Columns, i: int) -> int:
    """After "General", "-general", "-elect" that follow the noun."""
    after, end = title_words().after, i + 1
    while end < len(cols):
        if cols.lower[end] == "-" and end + 1 < len(cols) and cols.lower[end + 1] in after and not cols.space[end - 1]:
            end += 2
        elif cols.lower[end] in after and cols.first[end] == cols.first[i] and cols.lower[i] != cols.lower[end]:
            end += 1
        else:
            break
    return end


def _before_name(cols: Columns, i: int, end: int, starts: set[int]) -> int | None:
    """Where a title ends that stands right before a person's name, with its "of ..." if it has one."""
    if end in starts:
        return end
    if end + 1 < len(cols) and cols.lower[end] in ("of", "for") and cols.noun(i):
        k = end + 1
        while k < len(cols) and k - end < 9 and k not in starts:
            if not (cols.proper(k) or cols.lower[k] in ("the", "and", "of", "for", "'s", "&", "-") or cols.noun(k) or cols.tag[k] == "JJ"):
                return None
            k += 1
        # "president of the Brazilian Space Agency Renato Siqueira"; not "mother of the Jane Doe"
        if k in starts and (cols.noun(k - 1) or cols.tag[k - 1] == "JJ"):
            return k
    return None


def _heads_phrase(cols: Columns, i: int, end: int, inside: list[bool]) -> bool:
    """Whether the noun heads its phrase, so that "nurse shortage" and "police officer training" are none."""
    if cols.tag[i] in ("NNS", "NNPS", "VB", "UH", "FW"):
        return False
    if end < len(cols) and cols.lower[end] == "-" and not cols.space[end - 1]:
        return False  # "director-level"
    if i < cols.head[i] < end:
        i = cols.head[i]  # "attorney general"
    head = cols.head[i]
    if cols.dep[i] in MODIFIERS and head > i and not inside[head]:
        # a possessor is a phrase of its own: "the minister's office", "its chief executive's pay"
        return cols.dep[i] in ("poss", "nmod:poss")
    return True


def _left(cols: Columns, i: int, inside: list[bool]) -> int:
    """Where the title begins: adjectives, nouns, "Bank of Albania", "the hospital's" before its noun; no article, no praise."""
    words = title_words()
    j, keep = i - 1, i
    while j >= cols.first[i]:
        tag, lower = cols.tag[j], cols.lower[j]
        if inside[j] or cols.day(j):
            break
        if tag.startswith("VB") and cols.dep[j] not in MODIFIERS:
            break  # "was elected mayor"
        if lower in words.inside:
            keep = j
        elif tag.startswith("NN"):
            if lower in words.honorifics or not (cols.proper(j) or cols.dep[j] in MODIFIERS) or _stop(cols.text[j]):
                break
            keep = j
        elif tag in ("JJ", "JJS", "VBN", "AFX", "FW") or (tag == "VBG" and lower in words.inside):
            if lower in words.outside or (tag == "JJS" and lower != "chief"):
                break
            keep = j
        elif tag == "HYPH" and j > cols.first[i] and not cols.space[j - 1] and not cols.space[j]:
            if cols.tag[j - 1] in ("CD", "RBS", "RBR"):
                break
            if cols.lower[j - 1] in words.inside or cols.noun(j - 1) or cols.tag[j - 1] in ("JJ", "AFX", "RB"):
                keep = j - 1
                j -= 1
        elif tag == "POS":
            if j - 1 < cols.first[i] or inside[j - 1] or cols.day(j - 1) or not cols.noun(j - 1) or cols.lower[j - 1] in _TIMES:
                break
        elif lower == "of":
            if not (j - 1 >= cols.first[i] and cols.proper(j - 1) and cols.proper(j + 1)) or cols.lower[j - 1] in words.heads:
                break
        elif lower in ("and", "&"):
            if not (j - 1 >= cols.first[i] and keep == j + 1 and _modifies(cols, j - 1, j, i)):
                break
        else:
            break
        j -= 1
    return keep


def _stop(word: str) -> bool:
    """A word with a full stop that is no abbreviation of a name or rank: the sentence before ended there."""
    return word.endswith(".") and len(word) > 1 and word.lower() not in title_words().heads and not word[0].isupper()


_TIMES = frozenset(["today", "yesterday", "tomorrow", "year", "month", "week", "day", "night", "morning", "evening"])


def _modifies(cols: Columns, k: int, j: int, i: int) -> bool:
    """ "Health and Social Care Minister": the word before "and" modifies the title's noun or what modifies it."""
    return (
        (cols.noun(k) or cols.tag[k] == "JJ")
        and cols.dep[k] in MODIFIERS
        and j < cols.head[k] <= i
        and cols.lower[k] not in title_words().heads
    )


def _right(cols: Columns, i: int, end: int, inside: list[bool]) -> int:
    """Where the title ends: "of", "for", "to" and the like with their nouns, for the nouns that take them."""
    words, last = title_words(), end
    while last < len(cols):
        allowed = words.prepositions.get(cols.lower[last])
        if allowed is None or cols.first[last] != cols.first[i]:
            break
        if "*" not in allowed and cols.lower[i] not in allowed and not (last > end and cols.lower[last] == "of"):
            break
        if not i <= cols.head[last] < last and cols.head[last] < i:
            break
        k = _noun_phrase(cols, last + 1, i, inside)
        if k is None or k - end > _LONGEST:
            break
        last = k
    return last


def _noun_phrase(cols: Columns, k: int, i: int, inside: list[bool]) -> int | None:
    """After the noun phrase that begins at k, None where there is none."""
    good: int | None = None
    while k < len(cols) and cols.first[k] == cols.first[i] and not inside[k]:
        tag = cols.tag[k]
        if tag.startswith("NN") and not cols.day(k) and cols.lower[k] not in _TIMES:
            good = k + 1
        elif tag == "POS" and good == k:
            pass
        elif tag in ("DT", "PRP$", "JJ", "HYPH", "VBN", "AFX") and (
            good is None or good < k or cols.tag[k - 1] in ("POS", "HYPH", "CC") or tag == "HYPH"
        ):
            if tag == "DT" and good == k:
                break
        elif tag == "CC" and good == k and cols.lower[k] in ("and", "&") and k + 1 < len(cols) and _joined(cols, k, i):
            pass
        else:
            break
        k += 1
    return good


def _joined(cols: Columns, k: int, i: int) -> bool:
    """ "minister of health and social care", not "head of the bank and a friend"."""
    after = k + 1
    if cols.tag[after] in ("DT", "PRP$") or not (cols.noun(after) or cols.tag[after] == "JJ"):
        return False
    if cols.lower[after] in title_words().heads:
        return False
    return i < cols.head[k] and cols.head[k] >= i + 2


def _tied(cols: Columns, i: int, end: int, last: int, inside: list[bool]) -> bool:
    """Whether a noun of many meanings is a title here: with "of ...", in apposition to a name, or said of somebody."""
    if (
        last > end
        and cols.lower[end] == "of"
        and cols.lower[i] not in ("back", "end", "count", "center", "centre", "model", "guard", "major")
    ):
        return True
    if cols.dep[i] == "appos" and inside[cols.head[i]]:
        return True
    if cols.dep[i] in ("attr", "oprd") and cols.tag[cols.head[i]].startswith("VB"):
        return cols.lower[i] not in ("back", "end", "count", "center", "centre", "model", "head", "major", "general", "safety")
    return any(cols.dep[k] == "appos" and cols.head[k] == i and inside[k] for k in range(end, min(len(cols), end + 4)))


def _outermost(found: list[Range]) -> list[Range]:
    """In order, without those inside or across a longer one."""
    taken: list[Range] = []
    for first, last in sorted(found, key=lambda r: (r[0] - r[1], r[0])):
        if all(last <= a or first >= b for a, b in taken):
            taken.append((first, last))
    return sorted(taken)
