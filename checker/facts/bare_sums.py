"""Figures that are plainly money though their currency stands elsewhere: "EUR 86 million. Analysts had expected 82 million"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from checker.facts import interval
from checker.facts.counting import counted
from checker.facts.hedges import bound
from checker.facts.labels import is_label
from checker.facts.money import Money
from checker.facts.numbers import Numeral
from checker.facts.page import Page, words
from checker.model import Fact

_LEAST = 1000  # below that a bare figure is rarely a sum
_BIG = 1e5  # from here on a figure beside a sum of money is one


@functools.cache
def _table() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in words("money")["plainly"].items()}


def find(page: Page, numerals: tuple[Numeral, ...], sums: Sequence[Fact]) -> Iterator[Fact]:
    """The figures of a page that are sums of money by what governs them; `sums` are those whose currency is printed."""
    if not sums:
        return
    sums = sorted(sums, key=lambda f: f.first)
    for k, n in enumerate(numerals):
        if n.value < _LEAST or n.form in ("vague", "fraction", "couple") or not page.free(n.first, n.last) or is_label(page, n):
            continue
        after = page.lower[n.last]
        if (after[:1].isalpha() and page.glued[n.last]) or (after not in _table()["rates"] and counted(page, n, n.last) is not None):
            continue
        if k and page.lower[numerals[k - 1].last : n.first] in (["and"], ["-"], ["to"], ["or"]) and page.lower[n.first - 1] != "and":
            continue
        near = _near(page, n, sums)
        if near is None or not (_governed(page, n) or _beside(page, numerals, k, sums)):
            continue
        read = bound(page, n.first, n.last, n.value, n.step, n)
        page.take(read.first, read.last)
        a, b = page.tokens(read.first, read.last)
        value = Money(**interval.parts(read.quantity), unit=near.unit, name=near.name)
        yield Fact("money", page.span(read.first, read.last), value, a, b, page.token[n.last - 1], read.printed)


def _near(page: Page, n: Numeral, sums: Sequence[Fact]) -> Money | None:
    """The sum whose currency the figure shares: the last one before it in its sentence, else any where all have one currency."""
    tokens, at = page.document.tokens, page.token[n.first]
    before = [f for f in sums if f.first < at and tokens[f.first].sentence == tokens[at].sentence]
    values = [f.value for f in before[-1:] or sums if isinstance(f.value, Money)]
    return values[-1] if len({(v.unit, v.name if v.unit is None else None) for v in values}) == 1 else None


def _governed(page: Page, n: Numeral) -> bool:
    """What governs the figure is paid, earned or owed: "cost 60 million", "a loss of 3.1 billion", "revenue rose to 940 million"."""
    table, document = _table(), page.document
    tokens, children = document.tokens, document.children
    inside = range(page.token[n.first], page.token[n.last - 1] + 1)
    top = next((i for i in inside if tokens[i].head not in inside), inside[0])
    token = tokens[top]
    if token.head == top:
        return False
    head = tokens[token.head]
    if head.lemma in table["strict"] or (head.lemma in table["nouns"] and n.scaled):
        return head.i < top
    if head.pos not in ("VERB", "AUX"):
        return False
    if head.lemma in table["verbs"] or (head.lemma in table["weak_verbs"] and n.scaled):
        return token.relation in ("object", "attribute", "other", "oblique", "quantity_modifier", "adverbial_noun", "number")
    if head.lemma in table["trade"] and n.scaled and page.lower[bound(page, n.first, n.last, n.value, n.step, n).first - 1] == "for":
        return True
    raised = next((tokens[c] for c in children[head.i] if tokens[c].relation == "object" and c < top), None)
    if raised is not None and raised.lemma in table["strict"] | table["nouns"] and n.scaled:
        return True  # "could lift the sum to 17 million"
    subject = next((tokens[c] for c in children[head.i] if tokens[c].relation in ("subject", "passive_subject")), None)
    if subject is None or token.relation == "subject":
        return False
    return subject.lemma in table["strict"] or (subject.lemma in table["nouns"] and n.value >= _BIG)


def _beside(page: Page, numerals: tuple[Numeral, ...], k: int, sums: Sequence[Fact]) -> bool:
    """Told against a sum: "€1.2 billion, up from 940 million", "profit was EUR 86 million. Analysts had expected 82 million"."""
    n, table, tokens, lower = numerals[k], _table(), page.document.tokens, page.lower
    if n.value < _BIG:
        return False
    here = tokens[page.token[n.first]]
    start = bound(page, n.first, n.last, n.value, n.step, n).first
    if lower[start - 1] == "the":
        start -= 1
    against = lower[start - 1] in table["against"] or " ".join(lower[start - 2 : start]) in table["against"]
    if against:
        same = [f for f in sums if f.first < here.i and tokens[f.first].sentence == here.sentence]
        return bool(same) and here.i - same[-1].last < 12 and not _counts_between(page, numerals, k, same[-1].last)
    sentence = page.document.sentences[here.sentence]
    before = any(tokens[f.first].sentence in (here.sentence, here.sentence - 1) and f.first < here.i for f in sums)
    return before and any(tokens[i].lower in table["expecting"] for i in range(max(sentence.first, here.i - 6), here.i))


def _counts_between(page: Page, numerals: tuple[Numeral, ...], k: int, since: int) -> bool:
    """A figure that no kind has taken stands nearer than the sum: "lost $1 billion and flew 3 million people, down from 4 million"."""
    return any(page.token[m.first] >= since and page.free(m.first, m.last) for m in numerals[max(0, k - 4) : k])
