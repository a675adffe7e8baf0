"""What part each paragraph plays on the page: headline, dateline, byline, published line, copy, caption, correction, furniture."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from checker.ingest.dated import RELEASE, SMALL_WORDS, Moment, ends_in_day, is_date_word, read_moment
from checker.ingest.heading import MASTHEAD_WORDS, names_page_and_day
from checker.ingest.paragraphs import LABELLED, LIST_ITEM, Stretch
from checker.model import Zone, ZoneKind

HEAD = 6  # paragraphs among which bylines and published lines stand
_NAME = r"[A-ZÀ-ÞĀ-Ž][\w'’.-]*"
_BYLINE = re.compile(
    rf"(?:By|BY)\s+{_NAME}(?:\s+(?:{_NAME}|and|de|da|van|von|der|bin|al|in|of|the|for|at)|,|\s*[|/–—-])*[^\s.!?]*(?:\s+in\s+{_NAME}.{{0,30}})?$"
)
_OUTLET_OF_BYLINE = re.compile(rf"(?:,|\s[|–—-])\s*(?:the\s)?(?P<outlet>(?:The\s)?{_NAME}(?:\s(?:{_NAME}|of|the|and))*)$")
_NOT_OUTLET = re.compile(r"\b(correspondent|reporter|editor|writer|staff|bureau|desk|chief)\b", re.IGNORECASE)
# "GUATEMALA CITY, March 14 (Istmo) 1325 GMT -", "WASHINGTON (AP) —", "EINDHOVEN - ", "Bamako, Dec 9 (Sahel Presse) -"
_PLACE = r"[^\W\d_a-z][\w'’.-]*(?:\s(?:[^\W\d_a-z][\w'’.-]*|de|del|la|do|da|dos|of|the))*"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<region>(?:/|,\s){_PLACE})*?(?:,?\s+(?P<date>(?:[A-Z][a-z]+day,?\s)?(?:[A-Z][A-Za-z]{{2,8}}\.?\s\d{{1,2}}|\d{{1,2}}\s[A-Z][A-Za-z]{{2,8}}\.?)(?:,?\s\d{{4}})?))?"
    r"(?:,?\s*\((?P<agency>[^()]{2,40})\))?(?:,?\s+(?P<clock>\d{1,2}[:.]?\d\d\s?[A-Z]{2,4}|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?(?:\s[A-Z]{2,4})?))?\s*(?:-{1,2}|–|—|:)(?=\s|$)\s*"
)
# of a press release: "Lyon, September 4, 2024, 6 p.m. CEST. "
_RELEASE_LINE = re.compile(
    rf"(?P<place>{_PLACE})(?:,\s{_PLACE})?,\s(?P<date>(?:[A-Z][a-z]+day,?\s)?(?:[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},|\d{{1,2}}\s[A-Z][a-z]{{2,8}})\s\d{{4}})"
    r"(?P<agency>(?!))?(?:,?\s(?P<clock>\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4})?))?\.\s(?=[A-ZÀ-Þ])"
)
_LEAD = re.compile(rf"(?P<place>{_PLACE})(?:,\s(?:the\s)?{_PLACE})?\s?[,–—-]\s")
_OUTLET_LINE = re.compile(rf"(?P<outlet>{_NAME}(?:\s(?:{_NAME}|de|du|di|del|da|la|le|des|of|the|and))*)\s\((?P<place>[^()]+)\),")
_SENTENCE_END = re.compile(r"[.…][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class Page:
    """The zones of a report and what its head says of it."""

    zones: tuple[Zone, ...]
    title: str | None
    outlet: str | None
    moment: Moment | None  # of the published line, else of the dateline
    place: str | None
    headed: bool = False  # the day stands beside the name of a page: no other date of the report tells its year


def read_page(text: str, stretches: Sequence[Stretch], headline: bool = False) -> Page:
    """The part that each stretch plays; `headline`: the first is known to be one."""
    zones: list[Zone] = []
    title = outlet = place = None
    published = filed = None
    datelined = headed = False
    body = decks = 0
    for i, (start, end) in enumerate(stretches):
        words = " ".join(text[start:end].split())
        if not headline and i == 0 and len(stretches) > 2 and _masthead(words, " ".join(text[slice(*stretches[1])].split())):
            kind: ZoneKind = "published"
        else:
            kind = _kind(words, i, len(stretches), body, title, decks, headline)
        if kind == "headline" and title is None:
            title = words
        elif kind == "byline":
            outlet = outlet or _outlet_of_byline(words)
            if published is None and i < HEAD and names_page_and_day(words):
                published, headed = read_moment(words), True
        elif kind == "published":
            own = not _is_published(words, strict=False)  # the name of a page and its day: a line that says "published" goes before it
            if published is None or (headed and not own):
                published, headed = read_moment(words), own
            if found := _OUTLET_LINE.match(words):
                outlet = outlet or found["outlet"]
            place = place or _place_of(words)
        elif kind in ("body", "dateline") and filed is None and not datelined and body < 2:
            line = dateline(words)
            if line is not None:
                datelined = True
                place = line["place"].rstrip(".")
                outlet = outlet or line["agency"]
                filed = read_moment(" ".join(filter(None, (line["date"], line["clock"])))) if line["date"] else None
                tail = _after(text, start, end, len(line.group().split()))
                if kind == "body" and tail > start:
                    stop = start + len(text[start:tail].rstrip())
                    zones.append(Zone("dateline", start, stop))
                    start = tail
        body += kind == "body"
        decks += kind == "headline"
        zones.append(Zone(kind, start, end))
    return Page(tuple(zones), title, outlet, published or filed, place, headed)


def stands_alone(line: str) -> bool:
    """Whether a line is a paragraph by itself wherever it stands."""
    words = " ".join(line.split())
    if len(words) >= 160:
        return False
    return bool(_BYLINE.match(words)) or _listed(words) in ("furniture", "caption", "byline") or _is_published(words, strict=True)


def in_heading(line: str, whole: bool = False) -> bool:
    """Whether a line at the top, or the `whole` block there, says when the report was published, with the name of its paper at most."""
    words = " ".join(line.split())
    if len(words) >= 160 or _BYLINE.match(words):
        return False
    return _is_published(words, strict=False, ends=not whole) or (not whole and names_page_and_day(words))


def opening(words: str) -> int:
    """How many characters of a paragraph its dateline takes."""
    line = dateline(words)
    return line.end() if line else 0


def dateline(words: str) -> re.Match[str] | None:
    """The dateline that opens a paragraph: a place in capitals, or one with a day or an agency behind it."""
    line = _DATELINE.match(words[:200]) or _RELEASE_LINE.match(words[:200])
    if line is None or len(line.group()) > 90:
        return None
    place = line["place"]
    capitals = place.upper() == place and sum(map(str.isalpha, place)) > 2
    initials = "".join(w[0] for w in place.split()).casefold()
    named = line["agency"] and not place.startswith(("The ", "A ")) and line["agency"].casefold() != initials
    if not (capitals or line["date"] or named) or (line.group().rstrip().endswith(":") and not line["agency"]):
        return None
    if line["date"] and read_moment(line["date"]) is None:
        return None
    return line


def _kind(words: str, i: int, count: int, body: int, title: str | None, decks: int, headline: bool) -> ZoneKind:
    listed = _listed(words)
    if listed == "byline" and not (i < HEAD or i >= count - 3):
        listed = None
    if listed and not (listed == "furniture" and count == 1):
        return listed
    if headline and i == 0:
        return "headline"
    if (i < HEAD and body < 2) or i >= count - 2:
        if _BYLINE.match(words) and len(words) < 120 and count > 1:
            return "byline"
        if count > 1 and _is_published(words, strict=title is None and i == 0 and not RELEASE.match(words)):
            return "published"
        if i and i < HEAD and body < 2 and names_page_and_day(words):
            return "published"
    if i < 2 * HEAD and count > 1 and _is_published(words, strict=True):
        return "published"
    if count > 1 and body == 0 and i < HEAD:
        line = dateline(words) if title is not None or i > 0 or _dated(words) else None
        if line and not words[line.end() :].strip():
            return "dateline"
        listed_line = LIST_ITEM.match(words) or (title is not None and LABELLED.match(words))
        if not line and decks < 2 and not listed_line and _is_headline(words, title is None):
            return "headline"
    return "body"


def _masthead(words: str, following: str) -> bool:
    """Whether the first line names a paper and its day, and the headline stands below it."""
    if not names_page_and_day(words, opens=True):
        return False
    headed = not LABELLED.match(following) and dateline(following) is None and _is_headline(following, True)
    return headed or any(w.lower() in MASTHEAD_WORDS for w in words.split())


def _dated(words: str) -> bool:
    """Whether a first paragraph with a dateline is copy: it names its day or agency, or goes on in a sentence."""
    line = dateline(words)
    return line is not None and bool(line["date"] or line["agency"] or _SENTENCE_END.search(words))


def _is_headline(words: str, first: bool) -> bool:
    length = len(words.split())
    if length > (30 if first else 25):
        return False
    if words[:1] in "\"'“‘«" and words[-1:] in "\"'”’»" and not first:
        return False
    if _SENTENCE_END.search(words):
        return first and length <= 8
    return not re.search(r"[.!?][\"'”’)]*\s+[A-Z].*\s.*\s", words) and not words.endswith((":", '?"', "?”"))


def _is_published(words: str, strict: bool, ends: bool = True) -> bool:
    """Whether the line says when the report was published and little else; `strict`: nothing else; `ends`: or a paper and its day."""
    if len(words) > 140:
        return False
    moment = read_moment(words)
    if moment is None:
        return False
    if ends and not strict and ends_in_day(words, moment):
        return True
    labelled = bool(re.match(r"(published|posted|(last )?updated|issued|released|date|filed|first published)\b", words, re.IGNORECASE))
    if moment.year is None and not labelled and not (moment.weekday is not None and not moment.rest):
        return False
    if strict:
        few = len(moment.rest) <= (3 if labelled else 1) and not any(w[:1].islower() for w in moment.rest)
        return few and (labelled or not _SENTENCE_END.search(words))
    if labelled:
        return len(moment.rest) <= 8
    if re.search(r"\b(posted|published|updated)\b.{0,60}\bon\b", words[: moment.start], re.IGNORECASE):
        return len(moment.rest) <= 16
    if "|" in words or "•" in words or "·" in words:
        return len(moment.rest) <= 10
    verbs = [w for w in moment.rest if w[:1].islower() and w not in SMALL_WORDS]
    # "City, 3 May 2021. Translated from the French": the day and its place stand before the first stop
    first = re.split(r"\.\s+(?=[A-Z])", words)[0]
    if first != words and moment.end <= len(first) and len(moment.rest) <= 14:
        lead = [w for w in moment.rest if w in first and w[:1].islower() and w not in SMALL_WORDS]
        return not lead and bool(re.match(r"(text )?translat", words[len(first) + 2 :], re.IGNORECASE))
    return len(moment.rest) <= 9 and not verbs


def _place_of(words: str) -> str | None:
    """ "Brussels" of "Brussels, 10 December 2023": what stands right before the day."""
    moment, lead = read_moment(words), _LEAD.match(words)
    if moment is None or lead is None or lead.end() > moment.start or not is_date_word(words[lead.end() : moment.start]):
        return None
    return None if is_date_word(lead["place"]) else lead["place"]


def _outlet_of_byline(words: str) -> str | None:
    found = _OUTLET_OF_BYLINE.search(words)
    return None if found is None or _NOT_OUTLET.search(found["outlet"]) else found["outlet"]


@functools.lru_cache(maxsize=4096)
def _listed(words: str) -> ZoneKind | None:
    """The role that the lists of furniture.toml give the paragraph."""
    if len(words) > 600:  # no list reaches so far
        return None
    for kind, pattern in _patterns():
        if pattern.fullmatch(words):
            return kind
    return None


@functools.cache
def _patterns() -> tuple[tuple[ZoneKind, re.Pattern[str]], ...]:
    lists = tomllib.loads(importlib.resources.files("checker.ingest").joinpath("furniture.toml").read_text(encoding="utf-8"))
    kinds: tuple[ZoneKind, ...] = ("correction", "caption", "byline", "furniture")
    return tuple((kind, re.compile("|".join(f"(?:{line})" for line in lists[kind]["lines"]), re.IGNORECASE)) for kind in kinds)


def _after(text: str, start: int, end: int, words: int) -> int:
    """The place in the text behind that many words."""
    for n, word in enumerate(re.finditer(r"\S+", text[start:end])):
        if n == words:
            return start + word.start()
    return start
