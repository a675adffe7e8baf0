"""A letter as the sign of a currency: "R184m" in South Africa, "K120 million" in Zambia, "Shs120m" in Uganda."""

from __future__ import annotations

import functools
from collections import Counter

from checker.facts import gazetteer
from checker.facts.page import Page, words


@functools.cache
def _table() -> tuple[dict[str, dict[str, str]], frozenset[str], frozenset[str]]:
    data = words("money")
    numbers = words("numbers")
    scales = frozenset((*numbers["letter_scales"], *numbers["figure_scales"], *(w for w, n in numbers["scales"].items() if n >= 1000)))
    return data["letters"], frozenset(data["open_letters"]["signs"]), scales


def is_letter(word: str) -> bool:
    """The word, in lower case, is a letter that some land writes before its money."""
    return word in _table()[0]


def currency_by_letter(page: Page, at: int) -> str | None:
    """The currency of the letter glued before a figure: its code, "" where the land is open, None where it is no money."""
    letters, open_, scales = _table()
    lands = letters.get(page.lower[at])
    figure = page.lower[at + 1]
    if lands is None or not page.text[at][:1].isupper() or not page.glued[at + 1] or not figure[:1].isdigit():
        return None
    if page.glued[at] and page.lower[at - 1][-1:].isalnum():
        return None
    after = page.lower[at + 2]
    hyphened = after == "-" and page.glued[at + 2] and page.glued[at + 3] and len(page.lower[at + 3]) > 1 and page.lower[at + 3] in scales
    goes_on = page.glued[at + 3] and page.lower[at + 3][:1].isalnum()
    scaled = hyphened or (after in scales and (len(after) > 1 or page.glued[at + 2]) and not goes_on)
    plain = not page.glued[at + 2] or not after[:1].isalnum()
    if not scaled and not (plain and (len(figure) >= 3 or len(page.lower[at]) > 1)):
        return None  # an F-16, the N95 mask
    spoken = _lands(page)
    named = [(spoken[land], land) for land in lands if spoken.get(land)]
    if named:
        return lands[max(named)[1]]
    return "" if page.lower[at] in open_ and (scaled or len(page.lower[at]) > 1) else None


def _lands(page: Page) -> dict[str, int]:
    """How often the report speaks of each country, by its names, people, capital or dateline."""
    if page.lands is None:
        seen: Counter[str] = Counter()
        document = page.document
        for name in document.names:
            if name.kind != "person":
                seen.update(_land_of(document.text(name.first, name.last)))
        for token in document.tokens:
            if token.pos in ("ADJ", "PROPN") and token.text[:1].isupper() and document.name_of[token.i] < 0:
                seen.update(_land_of(token.text))
        place = document.report.dateline_place
        if place:
            for part in dict.fromkeys((place, *place.split(","))):
                seen.update(dict.fromkeys(_land_of(part.strip()), 100))
        page.lands = dict(seen)
    return page.lands


def _land_of(name: str) -> tuple[str, ...]:
    """The country that a name stands for or that its town lies in; a town of that name in several lands tells none."""
    country = gazetteer.country_of(name) or gazetteer.capital_of(name)
    if country is not None:
        return (country,)
    chains = {chain[-1] for chain in gazetteer.within(name)}
    land = gazetteer.country_named(chains.pop()) if len(chains) == 1 else None
    return (land,) if land is not None else ()
