"""Figures that are no count: a model, a road, a year, a list item, a telephone number."""

from __future__ import annotations

from checker.facts.counting import count_words, counted
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words


def is_label(page: Page, n: Numeral) -> bool:
    """The figure names or numbers something: a model, a road, a year, a list item, a part of a telephone number."""
    tokens, lower, glued, table = page.document.tokens, page.lower, page.glued, count_words()
    before, after = lower[n.first - 1], lower[n.last]
    if n.form == "fraction":
        return lower[n.last - 1] == "half" and not (lower[n.first] == "one" and after in ("", ".", ","))
    if n.form == "vague":
        return False
    if n.form == "words" and n.value == 1 and n.last - n.first == 1:
        return not _one_counts(page, n)
    if n.value == 0 and before in ("below", "above", "ground", "net", "absolute", "sub"):
        return True
    if n.form == "words" and n.value == 0 and (after == "-" or (after and tokens[page.token[n.last]].tag in ("NN", "NNP"))):
        return True  # zero-day, zero tolerance
    if before in table["always"] and (before != "level" or page.text[n.first - 1] == "Level") and n.step == 1:
        return True  # "Grade 12 pupils", "cell 14"
    if after == "-" and (lower[n.last + 1] in table["compounds"] or lower[n.last + 1] in words("numbers")["words"]):
        return True  # two-way, a 7-Eleven
    following = tokens[page.token[n.last]] if after else None
    plural = following is not None and following.tag == "NNS"
    counts = plural or (following is not None and following.pos in ("NOUN", "ADJ"))
    if after == "-" and lower[n.last + 1] in ("and", "for", "of", "all", "in"):
        return True
    if n.form == "words" and (_named(page, n) or (glued[n.last] and after[:1].isdigit())):
        return True  # the Five Eyes, Twenty20
    if (
        before.rstrip(".") in table["labels"]
        and (len(before) > 1 or page.text[n.first - 1].isupper())
        and not plural
        and not (counts and page.text[n.first - 1].islower())
    ):
        return True
    if before in ("and", "or", ",") and _listed(page, n, before):
        return True
    if before == "-" and glued[n.first] and glued[n.first - 1] and n.form == "words" and lower[n.first - 2] != "of":
        return True  # a pick-six
    if before == "or" and n.value == 2 and n.form == "words" and not counts:
        return True  # a minute or two
    if n.form != "figures":
        if page.text[n.first - 1] == "Big" and page.text[n.first][:1].isupper():
            return True
        return before == "of" and page.text[n.first - 2] in ("Group", "Gang", "Council", "Big")
    if (n.step == 1 and len(page.text[n.first]) >= 9 and page.text[n.first].isdigit()) or (before == "x" and glued[n.first]):
        return True  # an account, a 4x4
    if before == "." and lower[n.first - 2] == "no" and glued[n.first - 1] and not counts:
        return True
    if glued[n.first] and (
        before in ("/", ".", ":", "_", "@", "#", "+") or (before == "-" and not (lower[n.first - 2].isalpha() and not glued[n.first - 1]))
    ):
        return True
    if (before[:1] == "0" and before.isdigit()) or (
        glued[n.last] and (after in ("/", ":", "_", "@", "'") or (after[:1].isalpha() and not n.scaled))
    ):
        return True
    if (before.rstrip(".") in table["months"] and n.value <= 31) or (
        after.rstrip(".") in table["months"] and n.value <= 31 and page.text[n.last][:1].isupper()
    ):
        return True
    if after in ("gmt", "utc", "hours") and n.step == 1 and len(page.text[n.first]) == 4:
        return True
    if n.value in (911, 999, 112) and (
        after in ("call", "calls", "operator", "dispatcher") or before in ("dialed", "dialled", "called", "call", "dial")
    ):
        return True
    if (
        n.step == 1
        and n.last - n.first == 1
        and len(page.text[n.first]) == 4
        and page.text[n.first].isdigit()
        and 1700 <= n.value <= 2100
        and not (plural or (following is not None and following.tag == "JJ" and counted(page, n, n.last) is not None))
    ):
        return True
    if after_name(page, n) and not counts:
        return True
    if (
        n.step == 1
        and following is not None
        and following.pos == "PROPN"
        and any(w.rstrip(".") in table["address"] for w in lower[n.last + 1 : n.last + 4])
    ):
        return True
    return before in ("", ".", "!", "?") and after in (".", ")") and page.text[n.last + 1][:1].isupper() and n.value < 100 and n.step == 1


def _named(page: Page, n: Numeral) -> bool:
    """A number in capitals inside running text is part of a name; in a headline every word may have one."""
    first, before, after = page.text[n.first], page.text[n.first - 1], page.text[n.last]
    token = page.document.tokens[page.token[n.first]]
    running = before[:1].islower() or (before == "The" and page.document.sentences[token.sentence].zone == "body")
    return first[:1].isupper() and first[1:].islower() and running and after[:1].isupper() and before != "that"


def after_name(page: Page, n: Numeral) -> bool:
    """ "Explorer 6", "Boeing 737": a proper noun stands right before, and no day of the week."""
    if not page.text[n.first - 1][:1].isupper() or page.lower[n.first - 1].endswith("day"):
        return False
    return page.document.tokens[page.token[n.first - 1]].pos == "PROPN"


def _listed(page: Page, n: Numeral, before: str) -> bool:
    """A further item of a list of labels: "versions 6, 7 and 8"."""
    at = n.first - 1
    if before in ("and", "or") and page.lower[at - 1] == ",":
        at -= 1
    word = page.lower[at - 1]
    if not (word[:1].isdigit() or word in words("numbers")["words"]):
        return False
    seen = at - 1
    return bool(page.labelled[seen]) or (page.glued[seen] and page.lower[seen - 1].isalpha())  # "IE6, 7 and 8"


def _one_counts(page: Page, n: Numeral) -> bool:
    """ "one arrest" counts; "one of", "this one", "one another" do not."""
    tokens, lower = page.document.tokens, page.lower
    token = tokens[page.token[n.first]]
    before, after = lower[n.first - 1], lower[n.last]
    if after in count_words()["not_after_one"] or before in count_words()["not_before_one"]:
        return False
    if after == "" and before == "":
        return True
    following = tokens[page.token[n.last]] if after else None
    return (
        following is not None
        and following.i != token.i
        and (following.pos in ("NOUN", "PROPN") or (following.pos == "ADJ" and token.relation == "number"))
        and (following.text[:1].islower() or ((found := counted(page, n, n.last)) is not None and tokens[found[0]].text.islower()))
    )
