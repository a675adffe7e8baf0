"""Where two figures are one result: a score, a record, a vote, runs and wickets, odds."""

from __future__ import annotations

from checker.facts.counting import count_words
from checker.facts.labels import after_name
from checker.facts.numbers import Numeral
from checker.facts.page import Page


def score_at(page: Page, n: Numeral, after: Numeral, further: bool) -> tuple[int, int] | None:
    """A score, a record or a vote: "65-53", "7-2 vote", "seven votes to two"."""
    lower, table, tokens = page.lower, count_words(), page.document.tokens
    gap = lower[n.last : after.first]
    whole = (
        n.step == 1 == after.step and n.value.is_integer() and after.value.is_integer() and 0 <= n.value < 1000 and 0 <= after.value < 1000
    )
    if not whole:
        return None
    first, last = n.first, after.last
    in_favour = gap[:1] in (["for"], ["in"]) and len(gap) <= 4 and not {"for", "favour", "favor"}.isdisjoint(gap)
    if in_favour and lower[last] in ("against", "opposed"):
        last += 1  # "ten for and four against"
    elif (
        (len(gap) == 2 and gap[0] in table["of_pairs"] and gap[1] in ("to", "against"))
        or (gap in (["-", "for", "-"], ["-", "of", "-"]) and n.value <= after.value)
        or (
            after_name(page, n)
            and 2 <= len(gap) <= 6
            and gap[0] == ","
            and after.form == "figures" == n.form
            and after_name(page, after)
            and _names_between(page, n, after)
        )
        or (gap == ["for"] and _cricket(page, n, after))
    ):
        pass
    elif gap in (["-"], ["–"], ["to"]) and n.form != "vague" and after.form != "vague":
        joined = gap == ["to"] or (page.glued[n.last] and page.glued[after.first])
        if not joined or (
            (gap != ["to"] and (lower[last] in ("-", "–", "/") and page.glued[last] and lower[last + 1][:1].isdigit()))
            or (page.glued[first] and lower[first - 1] in ("-", "–", "/"))
        ):
            return None
        sentence = tokens[page.token[first]].sentence
        near = [
            lower[k].rstrip(".")
            for k in range(max(0, first - 4), min(len(page), last + 5))
            if lower[k] and tokens[page.token[k]].sentence == sentence
        ]
        cue = further or any(w in table["scores"] for w in near)
        bracket = lower[first - 1] == "(" and lower[last] in (")", ",") and n.form == "figures"
        if gap == ["to"] and table["ballots"].isdisjoint(near):
            return None
        plain = (
            gap != ["to"]
            and n.form == "figures" == after.form
            and n.value > after.value >= 1
            and n.value >= 10
            and not lower[last][:1].isalnum()
            and not page.glued[first]
        )
        both = n.value >= 10 and after.value >= 10 and n.value < 200  # "Northam 91-73"
        if not (cue or bracket or (plain and (both or page.text[first - 1][:1].islower()))):
            return None
        follow = tokens[page.token[last]] if lower[last] else None
        if n.value < after.value and follow is not None and follow.tag == "NNS" and lower[last] not in table["scores"]:
            return None
    else:
        return None
    return first, last


def _cricket(page: Page, n: Numeral, after: Numeral) -> bool:
    """ "212 for 6 at stumps", "five for 32": runs and wickets."""
    table = count_words()
    sentence = page.document.sentences[page.document.tokens[page.token[n.first]].sentence]
    near = page.document.tokens[max(0, sentence.first - 30) : sentence.last + 20]
    wickets = min(n.value, after.value) <= 10 and max(n.value, after.value) >= 10
    follow = page.lower[after.last]
    return wickets and (not follow.isalpha() or follow in table["cricket_after"]) and any(t.lower in table["cricket"] for t in near)


def _names_between(page: Page, n: Numeral, after: Numeral) -> bool:
    """Between the two figures stand only names and ranks ("Northam 65, No. 9 Colby 53"), and the second ends the phrase."""
    tokens = page.document.tokens
    between = range(n.last + 1, after.first)
    names = all(tokens[page.token[k]].pos == "PROPN" or page.lower[k] in ("no", ".") or page.lower[k].isdigit() for k in between)
    return names and not page.lower[after.last].isalnum()
