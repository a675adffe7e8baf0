"""Units of measure: which words and signs are a unit, and of what."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from checker.facts.hedges import hedge_before
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words

_NAMING = frozenset(("flight", "form", "seat", "row", "gate", "must", "block", "section", "unit"))
_DEGREES = frozenset(("degrees", "degree", "deg", "°", "º"))


@dataclass(frozen=True, slots=True)
class Unit:
    name: str
    dimension: str
    si: float
    loose: float = 0.0  # how far apart its several meanings lie (ton)


@functools.cache
def unit_words() -> dict[str, Any]:
    data = words("measure")
    long: dict[str, Unit] = {}
    short: dict[str, Unit] = {}
    weak: set[str] = set()
    for dimension, entry in data.items():
        if not isinstance(entry, dict) or "units" not in entry:
            continue
        for name, unit in entry["units"].items():
            made = Unit(name, dimension, float(unit["si"]), float(unit.get("loose", 0.0)))
            for word in unit["words"]:
                long[word] = made
            for word in unit.get("short", ()):
                short[word] = made
            if unit.get("weak"):
                weak.update(unit["words"])
    first = (
        frozenset(w.split()[0].split("/")[0].split("-")[0].split(".")[0] for w in long)
        | frozenset(w.split()[0].split("/")[0].lower().split(".")[0].rstrip("23") for w in short)
        | _DEGREES
    )
    return {
        "long": long,
        "short": short,
        "weak": frozenset(weak),
        "first": first,
        "rates": data["rates"],
        "turning": frozenset(data["turning"]["words"]),
        "people": frozenset(data["tied"]["not_after"]),
        "between": frozenset(data["between"]["words"]),
        **{key: frozenset(value) for key, value in data["article"].items()},
    }


def unit_at(page: Page, j: int, n: Numeral) -> tuple[Unit, int] | None:
    """The unit that starts at a piece, and where it ends."""
    table, lower = unit_words(), page.lower
    if lower[j] not in table["first"]:
        return None
    best: tuple[Unit, int] | None = None
    long, exact = "", ""
    for x in range(j, j + 4):
        if not lower[x]:
            break
        joint = "" if x == j or page.glued[x] else " "
        long += joint + lower[x]
        exact += joint + page.text[x]
        if x + 1 < len(lower) and page.glued[x + 1] and (lower[x + 1][:1].isalnum() or lower[x + 1] in "²³"):
            continue
        unit = table["long"].get(long)
        if unit is None and n.form in ("figures", "fraction"):
            unit = table["short"].get(exact)
            if unit is not None and not _short_is_meant(page, exact, j, x + 1, n):
                unit = None
        if unit is not None:
            best = unit, x + 1
    if best is None:
        return None
    unit, end = best
    if unit.dimension == "length":
        over = end + 1 if lower[end] in ("/", "per") else 0
        if over and lower[over] in table["rates"] and not (lower[end] == "/" and not page.glued[end]):
            seconds = table["rates"][lower[over]]
            if (page.text[over] != "h" and page.text[over] != "s") or lower[end] == "/":
                return Unit(
                    f"{unit.name} per {'hour' if seconds == 3600 else 'second' if seconds == 1 else lower[over]}",
                    "speed",
                    unit.si / seconds,
                ), over + 1
    return best


def one_unit(page: Page, i: int) -> tuple[Unit, int, float] | None:
    """The unit after the article at a piece, its end and how many (1 or 1.5), where a length or so is meant."""
    lower, table = page.lower, unit_words()
    best: tuple[Unit, int] | None = None
    key = ""
    for x in range(i + 1, i + 4):
        if not lower[x]:
            break
        key += lower[x] if x == i + 1 or page.glued[x] else " " + lower[x]
        if key in table["long"] and not key.endswith("s"):
            best = table["long"][key], x + 1
    weak = lower[i + 1] in table["weak"] and lower[i + 1] != "block"
    if best is None or weak or best[0].dimension not in table["with_article"]:
        return None
    unit, last = best
    value = 1.0
    if lower[last] == "and" and lower[last + 1] in ("a", "one") and lower[last + 2] in ("half", "quarter"):
        value, last = (1.5 if lower[last + 2] == "half" else 1.25), last + 3
    far = lower[last] in table["away"] or value > 1
    hedge = hedge_before(page, i)
    hedged = hedge is not None and lower[i - 1] not in ("some", "above", "under", "over")
    filled = lower[last] == "of" and page.document.tokens[page.token[last + 1]].pos in ("NOUN", "ADJ") and unit.name not in table["idle"]
    return (unit, last, value) if far or hedged or filled else None


def _short_is_meant(page: Page, exact: str, j: int, end: int, n: Numeral) -> bool:
    """Letters that are also words or other signs need more around them."""
    lower = page.lower
    if exact == "st":
        return page.glued[j] and n.value > 3 and (n.value % 10 != 1 or n.value % 100 == 11)
    if exact in ("in", "in.", "ins"):
        return page.glued[j] and lower[n.first - 1] in ("ft", "feet", "foot", "'")
    if exact in ("m", "t", "l", "g", "b"):
        if lower[end] in unit_words()["people"]:
            return False
        if not page.glued[j] and lower[end][:1].isalpha() and exact != "m":
            return False
        return exact != "g" or not page.text[j].isupper()
    if exact in ("C", "F", "K", "V", "W"):
        if lower[end] in ("-",) and page.glued[end]:
            return False
        loose = page.lower[n.first] in ("-", "−", "minus") and not page.text[end][:1].isalpha()
        return (
            (page.glued[j] or loose)
            and n.value < 3000
            and page.lower[n.first - 1] not in _NAMING
            and (page.lower[n.first - 1] not in ("the", "a") or (exact == "C" and n.value >= 10))
            and (exact != "K" or 1 < n.value < 400)
        )
    if exact in ("kt", "mt", "nm", "mb", "AU", "NM"):
        return page.glued[j] or not lower[end][:1].isalpha()
    return True


def weak_is_meant(page: Page, n: Numeral, j: int, last: int) -> bool:
    """ "1/2 cup oil" and "32-bit", not "two cups" won by a team or "3 turns" at work."""
    key = page.lower[j]
    if key in ("turn", "turns"):
        return any(w in ("rotate", "rotated", "rotates", "rotations", "spin") for w in page.lower[max(0, n.first - 3) : n.first])
    if key in ("bit", "bits"):
        return n.form == "figures" and page.lower[j - 1] == "-"
    if key == "stone":
        return n.value < 60 and page.document.tokens[page.token[last]].pos not in ("NOUN", "PROPN") if page.lower[last] else True
    if key in ("block", "blocks", "city"):
        return page.lower[last] in unit_words()["away"] or page.lower[last] in ("of", "to")
    if key in ("cup", "cups"):
        return (
            n.form == "fraction"
            or page.lower[last] == "of"
            or (page.lower[last].isalpha() and page.document.tokens[page.token[last]].pos == "NOUN")
        )
    return True
