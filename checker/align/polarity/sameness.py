"""Whether two reports mean one holder: by card, by name, by a noun that may stand for both, by age."""

from __future__ import annotations

from checker.align.polarity.holders import Holder
from checker.align.polarity.poles import alike

_EMPTY_NOUNS = frozenset(("plan", "request", "idea", "call", "demand", "suggestion", "place", "seat"))


def same(a: Holder, b: Holder) -> str | None:
    """The name or noun of the one that both mean; None where they may mean two."""
    shared = a.cards & b.cards or a.names & b.names or _one_name(a.names, b.names)
    if shared:
        return None if "part" in (a.scope, b.scope) and not {"none", "all"} & {a.scope, b.scope} else min(shared)
    if apart(a, b):
        return None
    if not _whole(a, b):
        return None
    for x, y in ((a, b), (b, a)):  # "the watchman" / "Brenner", the watchman; "an offer of mediation" / "mediation"
        if x.noun is not None and y.noun is None and y.cards and not x.cards and any(one_noun(m, n) for m in x.called for n in y.called):
            return min(y.cards)
        if x.noun is not None and y.noun in alike_offers() and x.noun in y.within:
            return x.noun
    if a.noun is None or b.noun is None or not one_noun(a.noun, b.noun):
        return None
    for mine, theirs in ((a.marks, b.marks), (a.within, b.within)):
        if mine and theirs and mine.isdisjoint(theirs) and a.noun == b.noun:
            return None
    return a.noun


def apart(a: Holder, b: Holder) -> bool:
    """Whether the two are certainly not one: two people, two bodies, two towns' schools, two figures."""
    if a.cards & b.cards or a.names & b.names or _one_name(a.names, b.names):
        return False
    kinds = {c.partition(":")[0] for c in a.cards} & {c.partition(":")[0] for c in b.cards}
    if kinds or (a.names and b.names):
        return True
    places = [{n for n in h.near if ":" in n} for h in (a, b)]
    figures = [h.near - p for h, p in zip((a, b), places, strict=True)]
    if (places[0] - places[1] and places[1] - places[0]) or (figures[0] and figures[1] and figures[0].isdisjoint(figures[1])):
        return True  # "the road from Lim to Arnfeld", "the road from Lim to Ostrow"
    return bool(a.number and b.number and a.number != b.number and not {"none", "all"} & {a.scope, b.scope})


def _one_name(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The names of the first of which the second has the last word alone, or the other way round."""
    words = {n: n.split() for n in a | b if n.split()}  # a name may be empty once its titles are taken off
    return frozenset(
        n for n in a & words.keys() for m in b & words.keys()
        if words[n][-1] == words[m][-1] and (set(words[n]) <= set(words[m]) or set(words[m]) <= set(words[n]))
    )


def one_noun(a: str, b: str) -> bool:
    """Whether two nouns may stand for one person or thing."""
    groups = alike()
    return a == b or (a in groups and groups.get(a) == groups.get(b))


def alike_offers() -> frozenset[str]:
    """Nouns of what is offered, asked for or planned, which say little without what it is."""
    return frozenset(w for w, n in alike().items() if n == alike()["offer"]) | _EMPTY_NOUNS


def _whole(a: Holder, b: Holder) -> bool:
    """Whether what is said of the one is said of the other: "no passenger" / "three passengers", not "some" / "others"."""
    scopes = {a.scope, b.scope}
    if scopes & {"none", "all"}:
        return True
    return scopes in ({"one"}, {"these"})
