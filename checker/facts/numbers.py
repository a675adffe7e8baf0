"""Numerals, read once a document: figures, words and mixtures of both, with the step of their last printed digit.

A numeral is a stretch of pieces and a number, not yet a value of some kind: "1.2bn", "three and a half million", "half a dozen",
"two thirds of a million", "nought point eleven", "hundreds of thousands". The kinds take what they know the unit or noun of.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from checker.facts.figures import read_figures
from checker.facts.fractions import fraction_at
from checker.facts.page import TAKEN, Page, words


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: pieces first <= i < last."""

    first: int
    last: int
    value: float
    step: float  # of the last printed digit
    form: str  # figures, words, fraction, vague
    low: float | None = None  # vague words only: at least this many
    high: float | None = None
    scaled: bool = False  # ends in million, bn, dozen ...


@functools.cache
def _tables() -> dict[str, Any]:
    data = words("numbers")
    starts = {
        "couple",
        "pair",
        *data["words"],
        *data["scales"],
        *data["vague"],
        *data["fractions"],
        "a",
        "an",
        "minus",
        "several",
        "tens",
        "score",
    }
    return {**data, "starts": frozenset(starts)}


def read_numerals(page: Page) -> tuple[Numeral, ...]:
    """The numerals of the page, in order, not overlapping."""
    out: list[Numeral] = []
    starts = _tables()["starts"]
    lower = page.lower
    i, n = 0, len(lower)
    while i < n:
        word = lower[i]
        if word and (word in starts or not word[0].isalpha()):
            found = _numeral(page, i)
            if found is not None:
                out.append(found)
                i = found.last
                continue
        i += 1
    return tuple(out)


def _numeral(page: Page, i: int) -> Numeral | None:
    if page.taken[i] == TAKEN:
        return None
    lower = page.lower
    if lower[i] == "minus" or (lower[i] in "-−–" and not page.glued[i] and (page.glued[i + 1] or _alone(page, i))):
        after = _numeral(page, i + 1) if lower[i + 1] and lower[i + 1] not in "-−–" else None
        if after is None or after.form == "vague" or lower[i - 2 : i] == ["plus", "or"] or (lower[i] != "minus" and after.form == "words"):
            return None
        return Numeral(i, after.last, -after.value, after.step, after.form, scaled=after.scaled)
    return _vague(page, i) or _fraction_first(page, i) or _number(page, i)


def _alone(page: Page, i: int) -> bool:
    """Nothing stands before it in its paragraph."""
    return page.lower[i - 1] == ""


def _vague(page: Page, i: int) -> Numeral | None:
    """Plural words of size without a figure, "several", "a few hundred"."""
    tables, lower, word = _tables(), page.lower, page.lower[i]
    if word in tables["vague"] or (word == "tens" and lower[i + 1] == "of" and lower[i + 2] in tables["vague"]):
        if (
            word == "scores"
            and lower[i + 1] != "of"
            and (lower[i - 1] not in ("", ".") or lower[i + 1] not in tables["scores"]["before"])
        ):
            return None
        low, j = (10.0, i + 1) if word == "tens" else (float(tables["vague"][word]), i + 1)
        while lower[j] == "of" and lower[j + 1] in tables["vague"] and lower[j + 1] != "scores":
            low = low * tables["scales"].get(lower[j + 1], 1)
            j += 2
        return Numeral(i, j, low, low, "vague", low)
    if word == "a" and lower[i + 1 : i + 3] == ["score", "of"] and not lower[i + 3][:1].isdigit():
        return Numeral(i, i + 2, 20.0, 1.0, "words")
    if word in ("couple", "pair") or (word == "a" and lower[i + 1] in ("couple", "pair")):
        at = i if word != "a" else i + 1
        if lower[at + 1] != "of" and not (
            lower[at] == "couple"
            and lower[at + 1] in ("hundred", "thousand", "million", "days", "weeks", "months", "years", "hours", "minutes")
        ):
            return None
        if word != "a" and lower[i - 1] in ("the", "young", "married", "old", "elderly"):
            return None
        scale = tables["scales"].get(lower[at + 1])
        if scale:
            return Numeral(i, at + 2, 2.0 * scale, float(scale), "vague", 2.0 * scale, 4.0 * scale)
        return Numeral(i, at + 1, 2.0, 1.0, "couple" if lower[at] == "couple" else "words")
    for few, (low, high) in tables["few"].items():
        parts = few.split()
        if word == parts[0] and lower[i : i + len(parts)] == parts and few != "a handful of":
            j = i + len(parts)
            scale = tables["scales"].get(lower[j])
            if scale and few != "a handful":
                return Numeral(i, j + 1, 2.0 * scale, float(scale), "vague", 2.0 * scale, 10.0 * scale)
            return Numeral(i, j, float(low), 1.0, "vague", float(low), float(high) or None)
    return None


def _fraction_first(page: Page, i: int) -> Numeral | None:
    """ "half a million", "two-thirds", "three quarters of a billion", "4/5", "⅔", "a third"."""
    tables, lower = _tables(), page.lower
    fraction = fraction_at(page, i)
    if fraction is None:
        return None
    value, j = fraction
    k = j + 1 if lower[j] == "of" else j
    if lower[k] in ("a", "an"):
        k += 1
    if lower[k] == "-":
        k += 1
    scale = tables["scales"].get(lower[k])
    if scale and not (lower[i] in ("a", "an") and k == j and lower[k].endswith("s")):
        return Numeral(i, k + 1, value * scale, scale / 10 if scale >= 1000 else 1, "words", scaled=True)
    return Numeral(i, j, value, 0.01, "fraction")


def _number(page: Page, i: int) -> Numeral | None:
    """A whole or decimal number in figures, words or both, with what fraction follows it."""
    tables, lower = _tables(), page.lower
    start = i
    if lower[i] in ("a", "an"):
        if lower[i + 1] not in tables["scales"] or lower[i + 1].endswith("s"):
            return None
        i += 1
    read = _large(page, i, article=start != i)
    if read is None:
        return None
    value, step, j, form, last_scale = read
    # "five and a half (million)", "3 million and a half", "10 1/2", "5½"
    k = j + 1 if lower[j] == "and" else j + 3 if lower[j : j + 3] == ["-", "and", "-"] else j
    if k > j or form == "figures":
        part = fraction_at(page, k)
        if (
            part is not None
            and (k > j or lower[k] not in ("a", "an", "half", "one"))
            and (k == j or last_scale < 1000 or lower[k] in ("a", "an", "one", "half", "three"))
        ):
            of_scale = last_scale if last_scale >= 1000 and part[0] in (0.5, 0.25, 0.75) else 1
            after = tables["scales"].get(lower[part[1]])
            if after and last_scale == 1:
                return Numeral(start, part[1] + 1, (value + part[0]) * after, after / 10, "words", scaled=True)
            if not (after and last_scale > 1):
                return Numeral(start, part[1], value + part[0] * of_scale, of_scale / 10 if of_scale > 1 else 0.01, form)
    return Numeral(start, j, value, step, form, scaled=last_scale > 100 or last_scale == 12)


def _large(page: Page, i: int, article: bool = False) -> tuple[float, float, int, str, float] | None:
    """(value, step, end, form, last scale) of figures or words: groups below a thousand, each with a scale smaller than the one before."""
    total, step, form, last, j = 0.0, 1.0, "words", float("inf"), i
    tables, lower = _tables(), page.lower
    read = False
    while True:
        k, joined = j, False
        if read:
            if last < 100 or last == float("inf") or page.taken[k]:
                break
            if lower[k] == "and":
                k, joined = k + 1, True
            elif lower[k] == "," and form == "words" and lower[k + 1] in tables["words"]:
                k += 1
        if joined and (found := _fraction_first(page, k)) is not None and found.scaled and found.value < last:
            return total + found.value, found.step, found.last, form, 1.0
        if joined and fraction_at(page, k) is not None:
            break
        group = (1.0, 1.0, k, "words", 1.0) if article and not read else _group(page, k, figures=not read or form == "figures")
        if group is None or (joined and group[0] == 0):
            break
        value, part_step, end, part_form, inner = group
        scale = 1.0
        while (
            found_scale := _scale(page, at := end + 1 if lower[end] == "-" and lower[end + 1] in tables["scales"] else end, part_form)
        ) is not None:
            if scale > 1 and (found_scale <= 12 or lower[at].startswith("do")):
                break
            scale, end = scale * found_scale, at + 1
        if read and (value * scale >= last or value == 0):
            break
        if not read:
            form = part_form
        elif form == "figures" and part_form == "words" and not joined:
            break  # "14 million two years ago"
        total, step, j, read = total + value * scale, part_step * scale, end, True
        last = scale if scale > 1 else inner if inner > 1 else float("inf")
    if read and form == "words" and lower[j] == "point" and lower[j + 1] in tables["words"] and last in (100.0, float("inf")):
        digits, j = _decimals(page, j + 1)
        return total + float(f"0.{digits}"), 10.0 ** -len(digits), j, form, 1.0
    return (total, step, j, form, 1.0 if last == float("inf") else last) if read else None


def _counted_in_millions(page: Page, i: int) -> bool:
    """ "2.5m units", not "a 100m hurdles final": what follows is a plural noun, and the figure is no distance of a race."""
    if not page.lower[i + 1].isalpha():
        return False
    following = page.document.tokens[page.token[i + 1]]
    return following.tag == "NNS" and page.lower[i - 1] not in _tables()["races"]["metres"]


def _group(page: Page, i: int, figures: bool) -> tuple[float, float, int, str, float] | None:
    """(value, step, end, form, hundred or 1) below a thousand: "two hundred and two", "322 hundred", "21"."""
    lower, tables = page.lower, _tables()
    first = _small(page, i, figures)
    if first is None:
        return None
    value, step, j, form = first
    if lower[j] not in ("hundred", "hundreds") or value >= 1000:
        return value, step, j, form, 1.0
    value, step, j = value * 100, step * 100, j + 1
    k = j + 1 if lower[j] == "and" else j
    if k > j and fraction_at(page, k) is not None:
        return value, step, j, form, 100.0
    rest = _small(page, k, figures=form == "figures")
    if (
        rest is None
        or not 0 < rest[0] < 100
        or lower[rest[2]] in ("hundred", "hundreds", "dozen", "dozens", "point")
        or (k == j and rest[3] == "figures")
    ):
        return value, step, j, form, 100.0
    after = lower[rest[2]]
    if k > j and form == "figures" and after in tables["scales"]:
        return value, step, j, form, 100.0
    return value + rest[0], rest[1], rest[2], form, 1.0


def _scale(page: Page, i: int, form: str) -> float | None:
    """The scale word at a piece, as a factor."""
    tables, word = _tables(), page.lower[i]
    if word in tables["scales"]:
        return float(tables["scales"][word])
    if form != "figures":
        return None
    after_glued = page.glued[i + 1] and page.lower[i + 1][:1].isalnum()
    if word in tables["figure_scales"] and not after_glued:
        return float(tables["figure_scales"][word])
    if after_glued:
        return None
    if page.text[i] in ("k", "K") and (page.glued[i] or page.lower[i + 1] == ""):
        return 1000.0
    if word == "m" and page.glued[i] and _counted_in_millions(page, i):
        return 1e6
    if page.text[i] == "M" and (page.glued[i] or page.lower[i + 1] == ""):
        return 1e6
    if page.text[i] == "G" and page.lower[i + 1] == "" and (page.lower[i - 2] == "" or len(page.lower[i - 1]) > 4):
        return 1e9
    return None


def _decimals(page: Page, i: int) -> tuple[str, int]:
    """The digits said after "point", and where they end."""
    digits = ""
    while page.lower[i] in _tables()["words"]:
        digits += str(_tables()["words"][page.lower[i]])
        i += 1
    return digits, i


def _small(page: Page, i: int, figures: bool) -> tuple[float, float, int, str] | None:
    """(value, step, end, form) of figures, or of words below a hundred and decimals in words."""
    tables, lower, text = _tables(), page.lower, page.lower[i]
    if text[:1].isdigit() or (text[:1] == "." and text[1:2].isdigit()):
        return read_figures(page, i) if figures else None
    value = tables["words"].get(text)
    if value is None:
        return None
    j = i + 1
    if value >= 20:
        k = j + 1 if lower[j] in ("-", "–") else j
        if 0 < tables["words"].get(lower[k], 0) < 10 and not (k == j and lower[k] == "one"):
            value, j = value + tables["words"][lower[k]], k + 1
        elif k == j and lower[k] == "one":
            value, j = value + 1, k + 1
    if lower[j] == "point" and lower[j + 1] in tables["words"]:
        digits, k = _decimals(page, j + 1)
        return float(f"{value}.{digits}"), 10.0 ** -len(digits), k, "words"
    return float(value), 1.0, j, "words"
