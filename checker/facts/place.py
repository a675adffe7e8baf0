"""Places, what they lie in, and whether two of them can be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.facts import gazetteer
from checker.facts.spelling import fold, is_slip, load, roman
from checker.model import Comparison, Document, Fact, NameMention, Scalar, Verdict

LEVELS: dict[str, Verdict] = {
    "same": "agree",
    "variant": "agree",
    "within": "agree",
    "unclear": "unclear",
    "misspelled": "unclear",
    "differs": "conflict",
    "another-place": "conflict",
    "country-differs": "conflict",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place by name; `inside` is what the text itself says it lies in ("Jacksonville, Fla.")."""

    text: str
    name: str
    inside: str | None = None

    def fields(self) -> dict[str, Scalar]:
        return {"value": self.normal(), "low": None, "high": None, "low_open": None, "high_open": None, "unit": None}

    def normal(self) -> str:
        return gazetteer.one_name(self.name) + (f", {gazetteer.one_name(self.inside)}" if self.inside else "")


def find(document: Document) -> Iterator[Fact]:
    """Every place by name, with the larger place behind its comma; a capital that speaks or decides is a government, no place."""
    taken: set[int] = set()
    for first, last in _addresses(document):
        taken.update(range(first, last))
        yield Fact("place", document.span(first, last), read_place(" ".join(document.text(first, last).split())), first, last, last - 1)
    skip = -1
    for n, mention in enumerate(document.names):
        if mention.kind != "place" or n == skip or mention.first in taken:
            continue
        first, last = trim(document, mention)
        if first >= last or _is_demonym(document, first, last) or is_metonym(document, first, last) or is_hour(document.text(first, last)):
            continue
        inside = None
        end = last
        following = document.names[n + 1] if n + 1 < len(document.names) else None
        if (
            following is not None
            and following.kind == "place"
            and following.first == last + 1
            and document.tokens[last].text == ","
            and _holds(document.text(following.first, following.last))
        ):
            inside, end, skip = document.text(following.first, following.last), following.last, n + 1
        text = document.text(first, last)
        head = next((i for i in range(first, last) if not first <= document.tokens[i].head < last), last - 1)
        yield Fact("place", document.span(first, end), read_place(" ".join(text.split()), inside), first, end, head)


def _addresses(document: Document) -> Iterator[tuple[int, int]]:
    """Streets, with house number and crossing: "200 W. Elm Blvd", "117th Street and 97th Avenue"."""
    tokens, end = document.tokens, 0
    for token in tokens:
        if (
            token.i < end
            or token.lower.rstrip(".") not in _streets()
            or (not token.text[:1].isupper() and not tokens[token.i - 1].text[:1].isdigit())
        ):
            continue
        first = token.i
        while first > end and token.i - first < 4 and tokens[first - 1].sentence == token.sentence and _in_address(tokens[first - 1].text):
            first -= 1
        if first == token.i or tokens[first].text[:1].islower():
            continue
        last = token.i + 1
        if last < len(tokens) and tokens[last].text == "." and not tokens[last - 1].space and token.lower in ("st", "ave", "blvd", "rd"):
            last += 1
        end = last
        yield first, last


def _in_address(text: str) -> bool:
    return text[0].isdigit() or (text[0].isupper() and text.lower() not in ("the", "on", "in", "at", "near", "and"))


@cache
def _streets() -> frozenset[str]:
    return frozenset(load("places.toml")["words"]["roads"].split())


@lru_cache(maxsize=4096)
def read_place(text: str, inside: str | None = None) -> Place:
    """The place that the words name."""
    name = text[4:] if text.lower().startswith("the ") else text
    state = gazetteer.state_of(inside) if inside else None
    return Place(text, name, state or inside)


def compare(a: Place, b: Place, tolerance: Mapping[str, float] = {}) -> Comparison:
    """Whether two places can be one: the same name, one in the other, or two towns."""
    level, because = _how(a, b)
    return Comparison(LEVELS[level], level, because)


@lru_cache(maxsize=8192)
def _how(a: Place, b: Place) -> tuple[str, str]:
    one, other = gazetteer.one_name(a.name), gazetteer.one_name(b.name)
    if _words(one) == _words(other):
        if a.inside and b.inside and not _can_hold(a.inside, b.inside):
            return "country-differs", f"two places called {a.name}: in {a.inside} and in {b.inside}"
        return ("same", "the same place") if fold(a.name) == fold(b.name) else ("variant", "two names of one place")
    if _in(a, other, b) or _in(b, one, a):
        return "within", "one lies in the other"
    known = _known(one), _known(other)
    if set(_words(one)) <= set(_words(other)) or set(_words(other)) <= set(_words(one)):
        return "within", "one names the place more exactly"
    if not all(known) and roman(one.replace(" ", "")) == roman(other.replace(" ", "")):
        return "variant", "two spellings of one place"
    if not all(known) and is_slip(one.replace(" ", ""), other.replace(" ", "")):
        return "misspelled", f"{a.name} and {b.name} differ by a letter or two"
    if all(known):
        return "differs", f"{a.name} and {b.name} are two places and neither lies in the other"
    if _is_building(a.name) == _is_building(b.name) and not _is_large(one) and not _is_large(other):
        return "another-place", f"{a.name} and {b.name} are two names, and neither report says that one lies in the other"
    return "unclear", f"whether {a.name} and {b.name} are one place is not known"


def _in(small: Place, large: str, other: Place) -> bool:
    if small.inside and gazetteer.one_name(small.inside) == large:
        return True
    return any(large in chain for chain in gazetteer.within(small.name))


def _can_hold(a: str, b: str) -> bool:
    x, y = gazetteer.one_name(a), gazetteer.one_name(b)
    return x == y or any(y in c for c in gazetteer.within(x)) or any(x in c for c in gazetteer.within(y))


def _known(name: str) -> bool:
    return bool(gazetteer.within(name)) or gazetteer.is_country(name)


def _is_large(name: str) -> bool:
    return gazetteer.is_country(name) or gazetteer.state_of(name) is not None


def _is_building(name: str) -> bool:
    return any(w in _buildings() or w[:1].isdigit() for w in fold(name).split())


@cache
def _buildings() -> frozenset[str]:
    return frozenset(load("places.toml")["words"]["buildings"].split())


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """The words of a place that keep it apart from others, in order of the alphabet: "117th Street and 97th Avenue" both ways round."""
    short = _street_words()
    words = [short.get(w, w) for w in name.replace(".", "").replace(",", " ").split() if w not in ("and", "of", "the", "near", "in", "at")]
    kept = [w for w in words if w not in _sorts()]
    return tuple(sorted(kept or words))


@cache
def _street_words() -> dict[str, str]:
    return dict(load("places.toml")["words"]["streets"])


@cache
def _sorts() -> frozenset[str]:
    return frozenset(load("places.toml")["words"]["sorts"].split())


@cache
def sorts() -> frozenset[str]:
    """Words for what a place is, which many places share: avenue, east, village, hall."""
    short = _street_words()
    return _sorts() | _streets() | _buildings() | frozenset((*short, *short.values()))


def _holds(text: str) -> bool:
    return gazetteer.is_country(text) or gazetteer.state_of(text) is not None


def trim(document: Document, mention: NameMention) -> tuple[int, int]:
    """The mention's tokens without article and possessive."""
    tokens, first, last = document.tokens, mention.first, mention.last
    while last > first and (tokens[last - 1].tag == "POS" or (tokens[last - 1].pos == "PUNCT" and tokens[last - 1].text != ".")):
        last -= 1
    while first < last and tokens[first].pos == "DET":
        first += 1
    return first, last


def is_hour(text: str) -> bool:
    """Whether what was taken for a name is an hour of a log or message: "2230H", "0940Z"."""
    return len(text) == 5 and text[:4].isdecimal() and text[4].isupper()


def _is_demonym(document: Document, first: int, last: int) -> bool:
    return (
        last - first == 1
        and gazetteer.demonym(document.tokens[first].text) is not None
        and not gazetteer.is_country(document.tokens[first].text)
    )


def is_metonym(document: Document, first: int, last: int) -> bool:
    """True where a capital or country speaks or decides: "Moscow said"."""
    head = next((i for i in range(first, last) if not first <= document.tokens[i].head < last), last - 1)
    token = document.tokens[head]
    verb = document.tokens[token.head]
    if token.relation not in ("subject", "agent") or verb.lemma not in _metonym_verbs():
        return False
    name = document.text(first, last)
    return gazetteer.is_country(name) or gazetteer.capital_of(name) is not None


@cache
def _metonym_verbs() -> frozenset[str]:
    return frozenset(load("places.toml")["metonyms"]["verbs"].split())
