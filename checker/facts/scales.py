"""Figures on a scale, without a unit of their own: "magnitude 5.1", "force 8", "a Category 4 storm", "the temperature fell to minus 12"."""

from __future__ import annotations

import functools
from typing import Any

from checker.facts import interval
from checker.facts.hedges import bound
from checker.facts.measure_value import Measure
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words
from checker.model import Fact


@functools.cache
def scale_words() -> dict[str, Any]:
    return {key: frozenset(value) for key, value in words("measure")["scales"].items()}


def on_a_scale(page: Page, n: Numeral) -> Fact | None:
    """The figure on a scale that stands at a numeral."""
    return quake(page, n) or _storm(page, n) or _thermometer(page, n)


def quake(page: Page, n: Numeral) -> Fact | None:
    """ "magnitude 5.1", "a preliminary magnitude of 6.2", "6.4-magnitude", "a 5.1" on the Richter scale."""
    lower = page.lower
    if n.form not in ("figures",) or not 0 < n.value < 11:
        return None
    read = bound(page, n.first, n.last, n.value, n.step)
    at = read.first - 1
    first, last = read.first, read.last
    if lower[at] == "-" and lower[at - 1] == "magnitude":
        at -= 1
    if lower[at] in ("of", "at", "was", "is", "a") and (lower[at - 1] == "magnitude" or lower[at - 2 : at] == ["richter", "scale"]):
        at -= 1
    j = n.last + 1 if lower[n.last] == "-" else n.last
    if lower[j] == "magnitude":
        head, last = j, j + 1
    elif lower[at] == "magnitude" or page.text[at] == "Mw" or (page.text[at] == "M" and page.glued[n.first]):
        head, first = at, at
    elif (
        lower[j : j + 3] == ["on", "the", "richter"]
        or (lower[j] == "richter")
        or (
            n.step == 0.1
            and lower[n.first - 1] in ("a", "an", "the")
            and lower[j] in scale_words()["quake"]
        )
        or (
            n.step == 0.1
            and (lower[n.last] in (",", ".", ";", ":", ")", "and", "by") or lower[n.last] == "")
            and lower[n.first - 1] in ("a", "at", "to", "as")
            and _quake_near(page, n)
        )
    ):
        head = n.first
    else:
        return None
    page.take(first, last)
    a, b = page.tokens(first, last)
    made = Measure(**interval.parts(read.quantity), unit="magnitude", dimension="magnitude", factor=1.0)
    return Fact("measure", page.span(first, last), made, a, b, page.token[head], read.printed)


def _quake_near(page: Page, n: Numeral) -> bool:
    """The sentence speaks of a quake."""
    tokens = page.document.tokens
    sentence = page.document.sentences[tokens[page.token[n.first]].sentence]
    return any(tokens[i].lower in scale_words()["quake"] for i in range(sentence.first, sentence.last))


def _storm(page: Page, n: Numeral) -> Fact | None:
    """ "a force 8 gale", "a Category 4 hurricane"."""
    if n.step != 1 or not 0 < n.value <= 12 or n.form not in ("figures", "words"):
        return None
    at = n.first - 2 if page.lower[n.first - 1] == "-" else n.first - 1
    name = page.lower[at]
    if name not in ("force", "category") or (name == "category" and n.value > 5):
        return None
    table, tokens = scale_words(), page.document.tokens
    sentence = page.document.sentences[tokens[page.token[n.first]].sentence]
    if not any(tokens[i].lower in table["storm"] for i in range(sentence.first, sentence.last)):
        return None
    page.take(at, n.last)
    a, b = page.tokens(at, n.last)
    value = Measure(n.value, n.value, n.value, unit=name, dimension="wind force" if name == "force" else "storm category")
    return Fact("measure", page.span(at, n.last), value, a, b, page.token[n.first])


def _thermometer(page: Page, n: Numeral) -> Fact | None:
    """ "The temperature fell to minus 12": no unit told, nothing counted."""
    lower, table = page.lower, scale_words()
    if n.form not in ("figures", "words") or not -90 <= n.value <= 135 or n.scaled:
        return None
    read = bound(page, n.first, n.last, n.value, n.step)
    before, after = lower[read.first - 1], lower[n.last]
    if before not in table["degrees_after"] or (after and after not in table["degrees_before"]):
        return None
    tokens = page.document.tokens
    here = tokens[page.token[n.first]]
    sentence = page.document.sentences[here.sentence]
    if not any(tokens[i].lower in table["thermometer"] for i in range(max(sentence.first, here.i - 8), here.i)):
        return None
    page.take(read.first, read.last)
    a, b = page.tokens(read.first, read.last)
    value = Measure(**interval.parts(read.quantity), unit=None, dimension="temperature")
    return Fact("measure", page.span(read.first, read.last), value, a, b, page.token[n.last - 1], read.printed)
