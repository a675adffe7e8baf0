"""What single words of a phrase of place are: names of places, nouns for their sort, directions, parts."""

from __future__ import annotations

from collections.abc import Mapping

from checker.align.places.place_words import phrase_words
from checker.facts import gazetteer, organization
from checker.facts.place import is_hour, trim
from checker.model import Document

INNER = frozenset(("on", "in", "at", "near"))  # prepositions within what was read as one name


def sort_within(document: Document, first: int, last: int) -> str:
    """The sort of place that the name itself tells: "Castle Street", "Lake Tana", "A34"."""
    words = phrase_words()
    if last - first > 1:
        for low in (document.tokens[last - 1].lower.rstrip("."), document.tokens[first].lower):
            if low in words.sorted:
                return low
            if low in words.venues:
                return "venue"
        return ""
    return "road" if is_road_number(document.tokens[first].text) else ""


def is_road_number(text: str) -> bool:
    return 1 < len(text) < 5 and text[0] in "AMBERN" and text[1:].isdecimal()


def named_here(document: Document, i: int, sort: str) -> tuple[int, int] | None:
    """The tokens of the name that begins here, where it can be one of a place."""
    tokens, name = document.tokens, document.names[document.name_of[i]]
    first, last = trim(document, name)
    if i > first and tokens[i - 1].lower in INNER:
        first = i  # "the Blue Room on Castle Street" read as one name
    last = next((j for j in range(first + 1, last) if tokens[j].pos == "ADP" and tokens[j].lower in INNER), last)
    if first >= last or i > max(first, name.first) or not any(t.text[0].isalpha() and t.text[0].isupper() for t in tokens[first:last]):
        return None
    if is_hour(document.text(first, last)):
        return None
    text, after = document.text(first, last), tokens[last].lower if last < len(tokens) else ""
    if name.kind == "place" or sort or sort_within(document, first, last) or gazetteer.within(text):
        return first, last
    words = phrase_words()  # villages are easily taken for people or bodies
    before = tokens[first - 1].lower
    at_one = before == "at" and tokens[first - 2].lemma in words.placed  # "the hut at Randa"
    there = at_one or before in ("in", "near", "outside", "from")
    inside = there and not text.isupper() and not organization.has_head(text)
    known = tokens[first].lower in words.no_places or gazetteer.country_of(text) is not None
    return (first, last) if (inside and not known) or after in words.areas or after in words.venues else None


def unlisted_here(document: Document, i: int, placed: bool) -> tuple[int, int] | None:
    """Capitals that were not taken for a name: "a wood near Skive", "Junin region"."""
    tokens, words = document.tokens, phrase_words()
    text = tokens[i].text
    if tokens[i].lower in words.times or text.isupper() or not text.isalpha() or not text[0].isupper():
        return None
    last = i + 1
    while last < len(tokens) and tokens[last].pos == "PROPN" and document.name_of[last] < 0 and tokens[last].lower not in words.times:
        last += 1
    after = tokens[last].lower if last < len(tokens) and tokens[last].text[0].islower() else ""
    if after in words.areas or after in words.venues or sort_within(document, i, last):
        return i, last
    if not placed or tokens[i].lower in words.no_places or gazetteer.country_of(text):
        return None
    return (i, last) if tokens[i - 1].lower in ("in", "near", "at", "outside", "of", "off", "from") else None


# ---------------------------------------------------------------- words around names


def in_noun_phrase(document: Document, i: int) -> bool:
    """Whether a word can stand in a noun phrase: no year, no verb of its own."""
    token = document.tokens[i]
    if token.pos in ("PUNCT", "PART"):
        return token.text == "-" or token.tag == "POS"
    if token.pos == "NUM" and len(token.text) == 4 and token.text.isdecimal() and token.relation != "number":
        return False
    if token.pos in ("VERB", "ADV", "PRON"):
        return token.relation in ("adjective", "compound", "adverb", "possessive") and token.lower not in ("where", "when")
    return True


def goes_on(document: Document, i: int) -> bool:
    """Whether a place follows: a name of one, "in the county of", "a village in"."""
    tokens, words = document.tokens, phrase_words()
    if i >= len(tokens):
        return False
    if tokens[i].lower in words.inside and tokens[i].pos == "ADP":
        return i + 1 < len(tokens) and tokens[i + 1].lower not in words.times and place_follows(document, i + 1)
    k = document.name_of[i]
    if k >= 0 and document.names[k].kind == "place":
        return True
    return tokens[i].pos == "DET" and any(t.lower in words.settlements for t in tokens[i + 1 : i + 4])


def place_follows(document: Document, i: int) -> bool:
    """Whether a name of a place, or a noun for one, stands within the next few words."""
    words = phrase_words()
    for token in document.tokens[i : i + 5]:
        k = document.name_of[token.i]
        if (k >= 0 and document.names[k].kind == "place") or token.lower in words.placed or token.lower in words.venues:
            return True
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM"):
            return False
    return False


def past_direction(document: Document, i: int) -> int:
    """The token after "south - west of"; i where no direction stands here."""
    tokens, directions, j = document.tokens, phrase_words().directions, i
    while j < len(tokens) and (tokens[j].lower in directions or (tokens[j].text == "-" and j > i)):
        j += 1
    return j + 1 if j > i and j < len(tokens) and tokens[j].lower == "of" else i


def direction_of(document: Document, i: int, past: int) -> str:
    text = "".join(t.lower for t in document.tokens[i : past - 1])
    return "".join(word[0] for word in ("north", "south", "east", "west") if word in text)


def part_of(document: Document, i: int) -> tuple[str, str] | None:
    tokens, words = document.tokens, phrase_words()
    if tokens[i].lemma.lower() not in words.part_nouns:
        return None
    side = next((tokens[c].lower for c in document.children[i] if c < i and tokens[c].lower in words.sides), None)
    return (side, tokens[i].lemma.lower()) if side else None


def line_of(document: Document, i: int, listed: Mapping[str, int]) -> int | None:
    """The line of the noun, or of the noun with the word before it: "railway station"."""
    lemma = document.tokens[i].lemma.lower()
    both = listed.get(f"{document.tokens[i - 1].lower}-{lemma}") if i else None
    return listed.get(lemma) if both is None else both
