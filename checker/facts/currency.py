"""A figure with its currency: sign, code or name, before or after it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from checker.facts.letters import currency_by_letter, is_letter
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure with its currency: pieces first..last, the tying piece."""

    first: int
    last: int
    value: float
    step: float
    unit: str | None
    name: str
    numeral: Numeral
    at: int
    own: bool = True


@functools.cache
def currencies() -> dict[str, Any]:
    data = words("money")
    nations = {}
    for nation, names in data["nations"].items():
        for name, code in names.items():
            for form in (name, name + "s"):
                nations[f"{nation} {form}"] = code
    return {
        **data,
        "nations": nations,
        "nation_words": frozenset(n.split()[0] for n in data["nations"]),
        "ambiguous": frozenset(data["ambiguous"]["names"]),
        "paying": frozenset(data["paying"]["words"]),
        "between": frozenset(data["between"]["words"]),
        "each": frozenset(data["pence"]["before"]),
        "of_each": frozenset(data["pence"]["of"]),
        "picture": frozenset(data["pence"]["not"]),
    }


def sum_at(page: Page, numerals: tuple[Numeral, ...], k: int) -> Sum | None:
    n = numerals[k]
    if not page.free(n.first, n.last) or (
        page.glued[n.first] and page.lower[n.first - 1] == "-" and page.glued[n.first - 1] and page.lower[n.first - 2].isalpha()
    ):
        return None
    return _signed(page, numerals, k) or _named(page, numerals, k)


def _signed(page: Page, numerals: tuple[Numeral, ...], k: int) -> Sum | None:
    """A sign or a code before or right after the figure."""
    n, table, lower = numerals[k], currencies(), page.lower
    at = n.first - 1
    sign = lower[at]
    first, unit = at, None
    found = True
    if sign in table["symbols"]:
        unit = table["symbols"][sign]
        if (
            lower[at - 1] in ("us", "u.s.", "usd", "aud", "cad", "a", "c")
            and sign == "$"
            and page.text[at - 1].isupper() | (lower[at - 1] == "us")
            and (page.glued[at] or lower[at - 1] in ("us", "u.s.", "usd"))
        ):
            first, unit = (
                at - 1,
                {"us": "USD", "u.s.": "USD", "usd": "USD", "aud": "AUD", "cad": "CAD", "a": "AUD", "c": "CAD"}[lower[at - 1]],
            )
    elif (
        sign in table["codes"] and n.form == "figures" and _code(page, at, n) and (page.glued[n.first] or not lower[at - 1][-1:].isdigit())
    ):
        unit = table["codes"][sign]
    elif page.glued[n.first] and is_letter(sign) and (by_letter := currency_by_letter(page, at)) is not None:
        unit = by_letter
    elif sign == "." and lower[at - 1] == "rs":
        first, unit = at - 1, "INR"
    elif sign == "maud" and n.form == "figures":
        return Sum(at, n.last, n.value * 1e6, n.step * 1e6, "AUD", "AUD", n, at)
    else:
        found = False
    if found:
        value, step, last = n.value, n.step, n.last
        letter = lower[last]
        if (
            letter in ("m", "b", "t", "k")
            and n.form == "figures"
            and not n.scaled
            and not (page.glued[last + 1] and lower[last + 1][:1].isalnum())
            and (page.glued[last] or letter in ("m", "b"))
        ):
            factor = words("numbers")["letter_scales"][letter]
            value, step, last = value * factor, step * factor, last + 1
        elif letter == "-" and lower[last + 1] in words("numbers")["scales"]:
            factor = words("numbers")["scales"][lower[last + 1]]
            value, step, last = value * factor, step * factor, last + 2
        if lower[last] == "(" and lower[last + 1] in ("us", "u.s.") and lower[last + 2] == ")" and unit == "":
            unit, last = "USD", last + 3
        elif lower[last] in ("us", "u.s.", "usd", "aud", "cad", "nzd", "mxn") and unit == "" and page.text[last].isupper():
            unit, last = {"us": "USD", "u.s.": "USD"}.get(lower[last], lower[last].upper()), last + 1
        if lower[last] in ("dollars", "dollar") and sign == "$":
            last += 1
        if first and lower[first - 1] in ("-", "−") and not page.glued[first - 1] and page.glued[first]:
            value, first = -value, first - 1
        return Sum(first, last, value, step, unit or None, sign, n, first)
    return _code_after(page, numerals, k)


def _code(page: Page, at: int, n: Numeral) -> bool:
    """A code is in capitals, or the text has no capitals at all."""
    text = page.text[at]
    return (
        (text.isupper() and len(text) > 1)
        or text in ("Rs", "Rp", "Ksh", "Kshs", "KSh", "Ush", "USh", "Ushs", "Tsh", "TSh", "Tshs", "sen", "Rs.")
        or (text.islower() and text in ("usd", "eur", "gbp", "rmb", "jpy") and _lower_context(page, at))
    )


def _lower_context(page: Page, at: int) -> bool:
    return not page.text[at - 1][:1].isupper()


def _code_after(page: Page, numerals: tuple[Numeral, ...], k: int) -> Sum | None:
    n, table, lower = numerals[k], currencies(), page.lower
    j = n.last
    value, step = n.value, n.step
    if (
        lower[j] in ("m", "k")
        and page.glued[j]
        and n.form == "figures"
        and (lower[j + 1] in table["codes"] or lower[j + 1] in table["symbols"] or lower[j + 1] in table["names"])
        and lower[j + 1] != "$"
    ):
        factor = words("numbers")["letter_scales"][lower[j]]
        value, step, j = value * factor, step * factor, j + 1
    word = lower[j]
    if (word in table["symbols"] and word not in ("$",)) or (word == "$" and not lower[j + 1][:1].isdigit()):
        if lower[j + 1][:1].isdigit() and page.glued[j + 1] and not page.glued[j]:
            return None
        return Sum(n.first, j + 1, value, step, table["symbols"][word] or None, word, n, j)
    if (
        word in table["codes"]
        and word not in ("rs", "rs.", "sen", "rm", "rp")
        and (page.text[j].isupper() or word in ("usd", "rmb", "eur", "gbp", "cny"))
    ):
        if lower[j + 1][:1].isdigit() and page.glued[j + 1]:
            return None
        return _finish(page, numerals, k, j + 1, table["codes"][word], word, value / n.value if n.value else 1.0)
    if word in table["names"] and j > n.last:
        return Sum(n.first, j + 1, value, step, table["names"][word] or None, word, n, j)
    return None


def _named(page: Page, numerals: tuple[Numeral, ...], k: int) -> Sum | None:
    """A currency's name after the figure, with the adjective of a nation, and its hundredths."""
    n, table, lower = numerals[k], currencies(), page.lower
    j = n.last
    if lower[j] == "-":
        j += 1
    if lower[j] == "of" and n.form == "vague":
        j += 1
    if lower[j] == "of" and lower[j + 1] in table["names"] and n.scaled:
        j += 1
    if lower[j] in table["between"] and (lower[j + 1] in table["names"] or lower[j + 1] in table["nation_words"]):
        j += 1
    word = lower[j]
    if word == "m" and page.glued[j] and lower[j + 1] in table["names"] and n.form == "figures":
        return _finish(page, numerals, k, j + 2, table["names"][lower[j + 1]], lower[j + 1], 1e6)
    if word in table["nation_words"]:
        phrase = page.phrase(j, table["nations"], 5)
        if phrase is not None:
            return _finish(page, numerals, k, phrase[1], table["nations"][phrase[0]], phrase[0])
        nation = j
        while lower[nation].isalpha() and nation - j < 2 and lower[nation] not in table["names"]:
            nation += 1
        if lower[nation] in table["names"] and lower[nation] not in ("pound", "pounds"):
            return _finish(page, numerals, k, nation + 1, table["names"][lower[nation]], lower[nation])
        return None
    if word in table["names"]:
        unit = table["names"][word]
        if word in ("pound", "pounds"):
            if lower[j + 1] == "sterling":
                return _finish(page, numerals, k, j + 2, "GBP", word)
            if not _paying(page, n.first, j):
                return None
            unit = "GBP"
        elif not _is_currency(page, n, j):
            return None
        return _finish(page, numerals, k, j + 1, unit, word)
    if word in table["small"] and word != "sen":
        if n.form == "vague":
            return None
        unit = table["small"][word]
        if word in ("penny", "pennies"):
            return Sum(n.first, j + 1, n.value, n.step, None, word, n, j)
        return Sum(n.first, j + 1, n.value / 100, n.step / 100, unit or None, word, n, j)
    if (
        word in ("p", "c")
        and page.glued[j]
        and n.form == "figures"
        and page.text[j].islower()
        and n.last - n.first == 1
        and (
            (lower[j + 1] in table["each"] and lower[j + 2] in table["of_each"])
            or (lower[j + 1] == "for" and lower[j + 2] in ("every", "each"))
            or (_paying(page, n.first, j) and n.value not in table["picture"] and not (page.glued[j + 1] and lower[j + 1][:1].isalnum()))
        )
    ):
        return Sum(n.first, j + 1, n.value / 100, n.step / 100, "GBP" if word == "p" else None, word, n, j)
    return None


def _is_currency(page: Page, n: Numeral, j: int) -> bool:
    """The word at a piece is the currency and not the verb, the song or the club of that spelling."""
    table, word = currencies(), page.lower[j]
    noun = page.document.tokens[page.token[j]].pos in ("NOUN", "PROPN") or page.lower[j + 1] in ("", ".", ",", ";", ")", "(")
    if word in ("real", "won", "mark", "crown", "sol") and not noun:
        return False
    return word not in table["ambiguous"] or n.scaled or (word == "bucks" and page.text[j] == word) or _paying(page, n.first, j)


def _finish(page: Page, numerals: tuple[Numeral, ...], k: int, last: int, unit: str, name: str, factor: float = 1.0) -> Sum:
    """With the cents that follow: "3 dollars 50 cents", "thirteen dollars forty five"."""
    n, table, lower = numerals[k], currencies(), page.lower
    value, step = n.value * factor, n.step * factor
    if k + 1 < len(numerals):
        more = numerals[k + 1]
        gap = lower[last : more.first]
        if (
            gap in ([], ["and"], [","])
            and 0 < more.value < 100
            and more.step == 1
            and value < 1e5
            and page.free(more.first, more.last)
            and not n.scaled
        ):
            after = lower[more.last]
            if after in table["small"]:
                return Sum(n.first, more.last + 1, value + more.value / 100, 0.01, unit or None, name, n, last - 1)
            if after in ("", ".", ",", ";", ")") and gap != [","]:
                return Sum(n.first, more.last, value + more.value / 100, 0.01, unit or None, name, n, last - 1)
    return Sum(n.first, last, value, step, unit or None, name, n, last - 1)


def _paying(page: Page, first: int, last: int) -> bool:
    """A word of paying stands near in the sentence."""
    table, tokens = currencies(), page.document.tokens
    sentence = tokens[page.token[first]].sentence
    return any(
        page.lower[x] in table["paying"] or page.lower[x] in table["symbols"]
        for x in range(max(0, first - 12), min(len(page), last + 10))
        if page.lower[x] and tokens[page.token[x]].sentence == sentence
    )
