"""Digits with their separators: 1,187 / 1.111,11 / 12,5 / .25 / 1 234 567 / 80 , 000."""

from __future__ import annotations

import functools

from checker.facts.letters import currency_by_letter, is_letter
from checker.facts.page import Page, words


def read_figures(page: Page, i: int) -> tuple[float, float, int, str] | None:
    """Digits with their separators: 1,187 / 1.111,11 / 12,5 / .25 / 1 234 567 / 80 , 000."""
    text = page.lower[i].rstrip(".,")
    if text[0] == "0" and len(text) > 1 and text[1].isdigit():
        return None  # a dialling code, a match number
    if (
        i
        and page.glued[i]
        and (page.lower[i - 1][-1:].isalpha() and page.lower[i - 1] not in _GLUED_BEFORE and not _after_figures_and_letters(page, i))
        and not (is_letter(page.lower[i - 1]) and currency_by_letter(page, i - 1) is not None)
    ):
        return None
    end = i + 1
    if text.isdigit() and len(text) <= 3 and text[0] != "0":
        groups = [text]
        while len(page.lower[end]) == 3 and page.lower[end].isdigit() and not page.glued[end] and page.lower[end - 1] not in "-":
            groups.append(page.lower[end])
            end += 1
        if len(groups) > 1 and (len(groups) > 2 or len(page.lower[end]) != 3) and not page.lower[i - 1][-1:].isdigit():
            return float("".join(groups)), 1.0, end, "figures"
        end = i + 1
        if page.lower[end] == "," and page.lower[end + 1] == "000" and not page.glued[end + 1]:
            return float(text + "000"), 1.0, end + 2, "figures"
    if page.lower[end] == "^" and page.glued[end]:
        return _power(page, text, end)
    read = figure(text)
    return None if read is None else (*read, end, "figures")


def _power(page: Page, text: str, at: int) -> tuple[float, float, int, str] | None:
    """ "1.1^+23": the figure before the sign to the power after it."""
    signed = page.lower[at + 1] in ("+", "-")
    exponent = page.lower[at + 2 if signed else at + 1]
    base = figure(text)
    if base is None or not exponent.isdigit() or int(exponent) > 100:
        return None
    power = -int(exponent) if page.lower[at + 1] == "-" else int(exponent)
    return float(base[0] ** power), 1.0, at + (3 if signed else 2), "figures"


_GLUED_BEFORE = frozenset(words("money")["glued"])


def _after_figures_and_letters(page: Page, i: int) -> bool:
    """Inside "1h40m", "6ft2in"."""
    return i > 1 and page.glued[i - 1] and page.lower[i - 2][-1:].isdigit()


@functools.lru_cache(4096)
def figure(text: str) -> tuple[float, float] | None:
    """(number, step of the last digit) of one run of digits and separators; None where it is no number ("1.2.3", "6,54")."""
    commas, points = text.count(","), text.count(".")
    if not commas and not points:
        return float(text), 1.0
    if commas and points:
        last = max(text.rfind(","), text.rfind("."))
        whole, decimals, mark = text[:last], text[last + 1 :], text[last]
        groups = whole.split("," if mark == "." else ".")
        if mark in whole or not _grouped(groups):
            return None
        return float("".join(groups) + "." + decimals), 10.0 ** -len(decimals)
    mark = "," if commas else "."
    parts = text.split(mark)
    if len(parts) > 2 or (mark == "," and len(parts[1]) == 3 and parts[0] not in ("", "0")):
        return (float("".join(parts)), 1.0) if _grouped(parts) or _indian(parts) else None
    if mark == "," and (not parts[0] or len(parts[1]) > 2):
        return None
    return float((parts[0] or "0") + "." + parts[1]), 10.0 ** -len(parts[1])


def _grouped(groups: list[str]) -> bool:
    return 0 < len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])


def _indian(groups: list[str]) -> bool:
    """Lakh and crore grouping: 12,34,567."""
    return 0 < len(groups[0]) <= 2 and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1])
