"""Ships: "the tanker Orla Star", "M/S Orla Star"; a ship is neither a person nor a place."""

from __future__ import annotations

from checker.language.columns import Columns
from checker.language.lexicon import body_words, title_words
from checker.language.name_shape import Found


def name_vessels(cols: Columns, names: list[Found]) -> list[Found]:
    """The names with those of ships whole, without "M/S", and kept with the bodies."""
    by_first = {n.first: n for n in names}
    held = {k: n for n in names for k in range(n.first, n.last)}
    out = list(names)
    for start, prefixed in _starts(cols):
        name = by_first.get(start)
        around = held.get(start)
        if name is None and around is not None:
            if not prefixed:
                continue
            name = around  # "M/S Orla Star" was one name
            name.first = start
        end = start
        while end < len(cols) and cols.first[end] == cols.first[start] and _of_name(cols, end):
            end += 1
        if end == start:
            continue
        if name is None:
            if end - start == 1 and not prefixed:
                continue
            name = Found(start, end, "ORG")
            out.append(name)
        name.label = "ORG"
        name.last = max(name.last, end)
        out = [n for n in out if n is name or n.last <= name.first or n.first >= name.last]
    return out


def _starts(cols: Columns) -> list[tuple[int, bool]]:
    """Where a ship's name begins, and whether "M/S" or the like stands before it."""
    words = body_words()
    out: list[tuple[int, bool]] = []
    for i in range(1, len(cols)):
        if not cols.capital(i) or cols.first[i] != cols.first[i - 1]:
            continue
        slashed = i > 2 and "".join(cols.text[i - 3 : i]) in words.vessel_prefixes
        if cols.text[i - 1] in words.vessel_prefixes or slashed:
            out.append((i, True))
        elif cols.lower[i - 1] in words.vessels and (cols.text[i - 1].islower() or i - 1 == cols.first[i]) and _of_name(cols, i):
            out.append((i, False))
    return out


def _of_name(cols: Columns, i: int) -> bool:
    """A capital that may stand in a ship's name; "the ferry Captain" is none."""
    lower = cols.lower[i]
    return (
        cols.capital(i)
        and cols.text[i].isalpha()
        and not cols.day(i)
        and not cols.gentilic(i)
        and lower not in title_words().heads
        and lower not in title_words().honorifics
        and cols.tag[i] not in ("PRP", "PRP$", "IN", "DT", "CC", "MD")
    )
