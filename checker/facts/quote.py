"""Direct quotes: the words within quotation marks and who says them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from checker.facts.wording import Difference, content_words, difference, words_of
from checker.model import Comparison, Document, Fact, Scalar, Speech, Verdict

LEVELS: dict[str, Verdict] = {
    "same": "agree", "cut": "agree", "spelling": "agree",
    "unlike": "unclear", "other-speaker": "unclear", "function-words": "unclear", "dropped-word": "unclear", "translation": "unclear",
    "negation": "conflict", "content-word": "conflict", "attribution": "conflict",
}
_LEVEL = {
    "same": "same", "cut": "cut", "spelling": "spelling", "grammar": "function-words", "dropped": "dropped-word", "negation": "negation",
    "content": "content-word",
}
LIKE = 0.75  # share of common words from which two quotes are one utterance
LIKE_SAME_SPEAKER = 0.6
_TRANSLATED = re.compile(
    r"\btranslat(?:ed|ion)\b[^.\n]{0,25}\b(?:by|from|automatically|machine)\b|\bmachine[- ]translat|\bautomatic translation", re.I
)


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a direct quote, as printed with white space folded, and its speaker as printed."""

    words: str
    speaker: str | None = None
    person: str | None = None  # the name of the speaker, where the text names a person
    translated: bool = False  # by the newsroom or a machine: wording is the translator's

    def fields(self) -> dict[str, Scalar]:
        return {
            "value": self.words, "low": None, "high": None, "low_open": False, "high_open": False, "unit": None, "speaker": self.speaker,
        }

    def normal(self) -> str:
        return " ".join(words_of(self.words))


def find(document: Document) -> tuple[Fact, ...]:
    """Every direct quote of the document."""
    translated = is_translated(document)
    out: list[Fact] = []
    for speech in document.speeches:
        last = speech.last
        while last > speech.first and document.tokens[last - 1].text == ",":
            last -= 1  # the comma belongs to the sentence around the quote
        if speech.direct and last > speech.first:
            value = quote_of(document, replace(speech, last=last, end=document.tokens[last - 1].end), translated)
            out.append(Fact("quote", document.span(speech.first, last), value, speech.first, last, speech.first))
    return tuple(out)


def quote_of(document: Document, speech: Speech, translated: bool = False) -> Quote:
    """The value of one direct quote."""
    words = " ".join(document.report.text[speech.start : speech.end].split())
    if speech.speaker is None:
        return Quote(words, translated=translated)
    first, last = speech.speaker
    return Quote(words, " ".join(document.text(first, last).split()), _person(document, first, last), translated)


def is_translated(document: Document) -> bool:
    """Whether the report says that its text is a translation."""
    return _TRANSLATED.search(document.report.text) is not None


def compare(a: Quote, b: Quote, tolerance: Mapping[str, float]) -> Comparison:
    """What two quotes are to each other; `tolerance["likeness"]` replaces the share of common words from which they are one utterance."""
    left, right = words_of(a.words), words_of(b.words)
    diff = difference(left, right)
    both = a.person is not None and b.person is not None
    others = not same_person(a.person, b.person) if a.person and b.person else _other_offices(a.speaker, b.speaker)
    least = tolerance.get("likeness", LIKE_SAME_SPEAKER if both and not others else LIKE)
    if not _one_utterance(diff, left, right, least, both and not others):
        return Comparison("unclear", "unlike", "the words are too far apart to be one utterance")
    level = _LEVEL[diff.change]
    if others and not both and LEVELS[level] == "conflict":
        return Comparison("unclear", "other-speaker", f"{a.speaker} and {b.speaker} may both have said something like it")
    if others and both:
        if LEVELS[level] != "agree" or len(content_words(left) & content_words(right)) < 2 or min(len(left), len(right)) < 5:
            return Comparison("unclear", "other-speaker", f"{a.person} and {b.person} may both have said something like it")
        return Comparison("conflict", "attribution", f"the same words are given to {a.person} and to {b.person}")
    if (a.translated or b.translated) and LEVELS[level] != "agree":
        return Comparison("unclear", "translation", f"{_in_words(diff)}, but one of the two is a translation")
    because = {
        "same": "the same words", "cut": "one report quotes less of the same words", "spelling": "the same words, spelt otherwise",
        "function-words": f"{_in_words(diff)}: the wording was tidied",
        "dropped-word": f"{_in_words(diff)}: a word is missing without an ellipsis",
    }.get(level, _in_words(diff))
    return Comparison(LEVELS[level], level, because)


def same_person(a: str, b: str) -> bool:
    """Whether two printed names may be one person's: a name in common, or nearly."""
    left, right = words_of(a), words_of(b)
    return any(x == y or (len(x) > 4 and len(y) > 4 and x[0] == y[0] and _near(x, y)) for x in left for y in right)


def _near(a: str, b: str) -> bool:
    return OSA.distance(a, b, score_cutoff=2) <= 2


def _other_offices(a: str | None, b: str | None) -> bool:
    """Whether two speakers are described with no word in common: "the mayor", "a coach"."""
    left, right = content_words(words_of(a or "")), content_words(words_of(b or ""))
    nameless = (a or "").islower() and (b or "").islower()
    return nameless and bool(left and right) and not left & right


def _one_utterance(diff: Difference, left: tuple[str, ...], right: tuple[str, ...], likeness: float, same_speaker: bool) -> bool:
    if diff.change in ("same", "cut", "spelling"):
        # an end of one that looks like the beginning of the other is chance unless it is long
        whole = diff.matched >= min(len(left), len(right)) or diff.matched >= 5
        return diff.shared >= 1 and whole and diff.likeness >= likeness
    if diff.change == "negation" and same_speaker:
        return diff.shared >= 1 and diff.matched >= 3 and diff.likeness >= likeness
    return diff.shared >= 2 and diff.matched >= 3 and diff.likeness >= likeness


def _in_words(diff: Difference) -> str:
    if diff.before and diff.after:
        return f"'{diff.before}' against '{diff.after}'"
    return f"'{diff.before or diff.after}' stands in one wording only"


def _person(document: Document, first: int, last: int) -> str | None:
    """The first person's name within tokens first..last."""
    inside = (n for n in document.names if n.kind == "person" and first <= n.first and n.last <= last)
    return next((" ".join(document.text(n.first, n.last).split()) for n in inside), None)
