"""The names of offices: which words name one, which offices are one, and which one person cannot both hold."""

from __future__ import annotations

import functools
import re

from checker.facts import gazetteer
from checker.facts.office_lists import (
    aliases,
    clause_words,
    exclude,
    field_words,
    first_words,
    hardly_both,
    head_verbs,
    is_broader,
    is_head,
    is_trade,
    led,
    listed,
    one_office,
    state_of,
    two_posts,
)
from checker.facts.office_lists import states as states_of_words

__all__ = [
    "aliases",
    "clause_words",
    "exclude",
    "field_words",
    "find_alias",
    "first_words",
    "hardly_both",
    "head_verbs",
    "is_broader",
    "is_head",
    "is_trade",
    "led",
    "listed",
    "one_office",
    "read_office",
    "state_of",
    "two_posts",
]

Reading = tuple[str, str | None, str | None, tuple[str, ...]]  # office, body, country, states
_STATE_ORDER = ("former", "acting", "deputy", "designate", "dated")
_LINKS = ("of", "for", "at", "with", "in", "to")


@functools.lru_cache(maxsize=8192)
def read_office(phrase: str) -> Reading | None:
    """Office, body, country and states that a phrase names; None where no office is in it."""
    printed = [
        w
        for w in re.sub(r"(?<=[a-z])[’']s\b", " 's", phrase.replace(",", " ")).split()
        if w not in ("'s", "the", "The", "a", "an", "A", "An", "its", "his", "her", "their")
    ]
    printed = [p for w in printed for p in _split_states(w)]
    # "the seventh deal under Chief Executive Denning": only a secretary is an under secretary
    following = [*printed[1:], ""]
    printed = [w for w, after in zip(printed, following, strict=True) if w.lower() != "under" or after.lower().startswith("secretar")]
    words = [w.lower().strip(".") if w.count(".") == 1 else w.lower() for w in printed]
    states = {name for w in words for name in states_of_words().get(w, ())}
    kept = [i for i, w in enumerate(words) if w not in states_of_words() or _is_part_of_office(words, i)]
    words, printed = [words[i] for i in kept], [printed[i] for i in kept]
    found = find_alias(words)
    # "top US diplomat": the country stands inside the office's name
    lands = [i for i, w in enumerate(printed) if w[:1].isupper() and gazetteer.country_of(w)]
    if lands and (found is None or 0 < lands[0] < found[0]):
        moved = [words[lands[0]], *(w for i, w in enumerate(words) if i not in lands)]
        longer = find_alias(moved)
        if longer is not None and (found is None or longer[1] - longer[0] > found[1] - found[0]):
            words, found = moved, longer
            printed = [printed[lands[0]], *(w for i, w in enumerate(printed) if i not in lands)]
    if found is None:
        return None
    first, last, office = found
    states -= {name for w in words[first:last] for name in states_of_words().get(w, ())} - {
        name for w in (*words[:first], *words[last:]) for name in states_of_words().get(w, ())
    }
    if office == "president" and "vice" in words[:first]:
        states.add("deputy")
    before, after = list(range(first)), list(range(last, len(words)))
    country, fields, body = _around(words, printed, before, after, office)
    if fields and (is_head(office) or office.split()[-1] in ("minister", "secretary", "director-general")):
        office = one_office(f"{fields} {office}")
    if body and is_head(office):
        office, country, body = _of_ministry(office, country, body)
    elif office == "state secretary":
        office, country, body, second = _of_state_secretary(country, body)
        states |= second
    return office, body, country, tuple(s for s in _STATE_ORDER if s in states)


def find_alias(words: list[str]) -> tuple[int, int, str] | None:
    """First and last index of the longest office name before any "of ..." that follows, and the office."""
    limit = next((i for i, w in enumerate(words) if w in _LINKS and i > 0), len(words))
    best: tuple[int, int, str] | None = None
    for first in range(limit):
        for length in range(min(6, len(words) - first), 0, -1):
            office = aliases().get(" ".join(words[first : first + length]))
            if office is None or (best is not None and length < best[1] - best[0] and first + length <= best[1]):
                continue
            if best is None or first + length > best[1] or length > best[1] - best[0]:
                best = (first, first + length, office)
            break
    return best


def _around(words: list[str], printed: list[str], before: list[int], after: list[int], office: str) -> tuple[str | None, str, str | None]:
    """Country, field words and body that stand around an office's name."""
    country: str | None = None
    fields: list[str] = []
    body: list[str] = []
    named = any(printed[j][:1].isupper() and words[j] not in field_words() and not gazetteer.country_of(printed[j]) for j in before)
    i = 0
    while i < len(before):
        two = " ".join(printed[j] for j in before[i : i + 2])
        three = " ".join(printed[j] for j in before[i : i + 3])
        if len(before) - i > 2 and gazetteer.country_of(three):
            country, i = gazetteer.country_of(three), i + 3  # Papua New Guinea
            continue
        if len(before) - i > 1 and gazetteer.country_of(two):
            country, i = gazetteer.country_of(two), i + 2
            continue
        if len(before) - i > 1 and two[:1].isupper() and (gazetteer.state_of(two) or gazetteer.within(two)):
            body.extend(printed[j] for j in before[i : i + 2])  # "New Mexico" is no Mexico
            i += 2
            continue
        word = words[before[i]]
        if gazetteer.country_of(printed[before[i]]) and printed[before[i]][:1].isupper():
            country = country or gazetteer.country_of(printed[before[i]])
        elif word in aliases() and not (word in field_words() and word in listed("before_a_name")):
            pass  # "Detective Sergeant", "Area Commander Inspector"; but "public safety minister"
        elif printed[before[i]][:1].isupper() and word not in field_words():
            body.append(printed[before[i]])
        elif word in field_words():
            if named and printed[before[i]][:1].isupper():
                body.append(printed[before[i]])  # "Foreign Office spokeswoman"
            else:
                fields.append(word)
        i += 1
    if after and words[after[0]] in _LINKS:
        rest = [printed[j] for j in after[1:]]
        text = " ".join(rest)
        if gazetteer.country_of(text) and words[after[0]] == "to":
            body = body or rest  # where an ambassador is posted is not whose ambassador it is
        elif gazetteer.country_of(text):
            country = country or gazetteer.country_of(text)
        elif (
            rest
            and all(w.islower() for w in rest)
            and len(rest) <= 2
            and rest[0] in field_words() | {"health"}
            and words[after[0]] in ("of", "for")
        ):
            fields.extend(rest)
        elif rest and office in ("minister", "cabinet secretary") and words[after[0]] in ("of", "for") and (known := _portfolio(rest)):
            fields.extend(known)
        elif rest:
            body = body or _from_the_name(rest)
    # "state" of "State Department spokesman" stays with the body
    capital = [
        w
        for w in fields
        if w
        not in (
            "chief",
            "senior",
            "deputy",
            "national",
            "general",
            "city",
            "county",
            "local",
            "district",
            "prime",
            "regional",
            "state",
            "federal",
            "house",
            "police",
        )
    ]
    return country, " ".join(capital), " ".join(body) or None


def _portfolio(words: list[str]) -> list[str]:
    """ "African Integration and Foreign Affairs": the words that tell which ministry it is."""
    known = [w.lower() for w in words if w.lower() in field_words()]
    rest = [w for w in words if w.lower() not in field_words() and w.lower() not in ("and", "affairs") and not gazetteer.country_of(w)]
    return known if known and len(rest) <= 1 else []


def _from_the_name(words: list[str]) -> list[str]:
    """ "charity Passerelle Medicale" without the word for what it is."""
    first = next((i for i, w in enumerate(words) if w[:1].isupper()), 0)
    return words[first:]


def _of_ministry(office: str, country: str | None, body: str) -> tuple[str, str | None, str | None]:
    """The head of the Portuguese foreign ministry is a foreign minister."""
    words = body.lower().split()
    land = next((gazetteer.country_of(w) for w in body.split() if w[:1].isupper() and gazetteer.country_of(w)), None)
    rest = [w for w in words if not gazetteer.country_of(w)]
    if len(rest) == 2 and rest[1] in ("ministry", "department") and rest[0] in field_words() and office == "director":
        return one_office(f"{rest[0]} minister"), country or land, None
    return office, country, body


def _of_state_secretary(country: str | None, body: str | None) -> tuple[str, str | None, str | None, set[str]]:
    """A state secretary is second in a ministry; the American one, in other people's English, its head."""
    if country == "United States" and not body:
        return "foreign minister", country, None, set()
    office, land, rest = _of_ministry("director", country, body or "")
    return (office, land, rest, {"deputy"}) if office != "director" else ("state secretary", country, body, set())


def _split_states(word: str) -> list[str]:
    lower = word.lower()
    if lower in ("undersecretary", "under-secretary"):
        return ["under", "secretary"]
    for prefix in ("then-", "ex-", "vice-", "co-"):
        if lower.startswith(prefix) and lower not in aliases():
            return [prefix.rstrip("-"), word[len(prefix) :]]
    for suffix in ("-elect", "-designate"):
        if lower.endswith(suffix):
            return [suffix.lstrip("-"), word[: -len(suffix)]]
    return [word]


def _is_part_of_office(words: list[str], i: int) -> bool:
    """ "assistant coach", "vice admiral", "associate" are in the list of offices themselves."""
    return any(" ".join(words[i : i + n]) in aliases() for n in (2, 3))
