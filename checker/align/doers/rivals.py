"""Whether two who are told to have done one thing are two: names, kinds of people and bodies, fields of ministries, countries of firms."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from checker.align.doers.doers import Doer, kind_of, listed, one_field, table
from checker.facts import organization
from checker.facts.spelling import fold
from checker.model import Document


def rivals(a: Doer, b: Doer, cards: tuple[Mapping[int, str], Mapping[int, str]], once: bool = False) -> bool:
    """Whether the two are two, of whom neither report knows the other's; `cards` holds the card of each token of their reports.

    `once`: it was done by one, so that the other may be known as long as no sentence names both.
    """
    if a.kind and b.kind and a.kind == b.kind and a.kind in listed("fields") and (not (a.words and b.words) or a.kind == "ministry"):
        if a.lands and b.lands and a.lands.isdisjoint(b.lands):
            return True
        apart = bool(a.field and b.field and not any(x[:4] == y[:4] for x in a.field for y in b.field))
        return apart and not (_has_field(a, b.document) or _has_field(b, a.document))
    if a.words and b.words:
        return _two_names(a, b, cards, once)
    if a.kind != b.kind and a.field and b.field and not (a.words or b.words) and not any(x[:4] == y[:4] for x in a.field for y in b.field):
        return not (_has_field(a, b.document) or _has_field(b, a.document))  # the data protection authority, the finance ministry
    if a.lands and b.lands and not (a.kind or b.kind):
        return a.lands.isdisjoint(b.lands) and "person" not in (a.nature, b.nature)
    if a.kind and b.kind and two_kinds(a.kind, b.kind):
        return not any(_beside(d, o) or (d.words and _told_of(d, o.document)) for d, o in ((a, b), (b, a)))
    return False


def two_kinds(a: str, b: str) -> bool:
    """Whether nobody is of both kinds."""
    pair = frozenset((a, b))
    if a == b or pair in _pairs("near") or pair & listed("vague"):
        return False
    besides = pair & listed("besides")
    return not besides or pair in _pairs("apart") or (len(besides) == 1 and bool(pair & listed("forces")))


def _beside(one: Doer, other: Doer) -> bool:
    """Whether the sentence of the other says that it was done with the kind of the one: "police, with the help of his father"."""
    tokens = other.document.tokens
    sentence = other.document.sentences[tokens[other.first].sentence]
    return any(
        t.lower in listed("together")
        for i in range(sentence.first, sentence.last)
        if not other.first <= i < other.last and kind_of(other.document, i) == one.kind
        for t in tokens[max(sentence.first, i - 5) : i]
    )


def same(a: Doer, b: Doer) -> bool:
    """Whether both tell of one."""
    if a.words and b.words:
        return not a.words.isdisjoint(b.words) or (a.card is not None and a.card == b.card)
    if a.lands and b.lands and a.lands.isdisjoint(b.lands):
        return False
    return a.kind is not None and a.kind == b.kind and not (a.field and b.field and a.field.isdisjoint(b.field))


def _has_field(body: Doer, document: Document) -> bool:
    """Whether the report names that ministry or its minister too."""
    words, known = {"ministry", "minister", "department", "ministries", "secretary"}, one_field()
    tokens = document.tokens
    for t in tokens:
        if known.get(fold(t.text), fold(t.text)) in body.field and body.kind == "ministry":
            near = {k.lower for k in tokens[max(0, t.i - 2) : t.i + 2]}
            if near & words:
                return True
    return body.kind != "ministry" and any(fold(t.text) in body.field for t in tokens)


def _two_names(a: Doer, b: Doer, cards: tuple[Mapping[int, str], Mapping[int, str]], once: bool) -> bool:
    if (a.nature and b.nature and a.nature != b.nature) or _short_for(a, b) or _short_for(b, a):
        return False
    texts = [d.document.text(d.first, d.last) for d in (a, b)]
    if "differs" not in organization.how(*texts):
        return False
    if not a.words.isdisjoint(b.words):
        return False
    if once:
        return not any(_in_one_sentence(a, b, document) for document in (a.document, b.document))
    for x, y, known in ((a, b, cards[1]), (b, a, cards[0])):
        if x.card and x.card in known.values():
            return False
        if _told_of(x, y.document):
            return False
    return True


def _told_of(one: Doer, document: Document) -> bool:
    """Whether the report names it too."""
    stand = len(one.words & capitals(document))
    return stand * 2 > len(one.words) or (stand > 0 and one.nature != "organization")


def _in_one_sentence(a: Doer, b: Doer, document: Document) -> bool:
    """Whether a sentence of the report names both, so that they may have done it together."""
    at = [{t.sentence for t in document.tokens if t.text[0].isupper() and fold(t.text) in d.words} for d in (a, b)]
    return not at[0].isdisjoint(at[1])


def _short_for(short: Doer, whole: Doer) -> bool:
    letters = next((w for w in short.words if short.document.tokens[short.first].text.isupper() and len(w) < 7), None)
    initials = {t.lower[0] for t in whole.document.tokens[whole.first : whole.last] if t.text[0].isupper()}
    return letters is not None and 2 * sum(c in initials for c in letters) > len(letters)


def capitals(document: Document) -> frozenset[str]:
    """Every word with a capital."""
    return frozenset(fold(t.text) for t in document.tokens if t.text[0].isupper())


@functools.cache
def _pairs(name: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in table()[name])
