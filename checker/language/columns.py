"""A Doc as plain columns, since reading a spaCy token attribute costs more than the rules that ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.language.lexicon import MONTHS, WEEKDAYS, place_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODIFIERS = frozenset(("compound", "nmod", "amod", "nn", "poss", "nmod:poss", "nmod:desc", "nmod:unmarked", "flat", "flat:name"))
PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "ur",
        "bin",
        "ibn",
        "bint",
        "abu",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "af",
        "av",
        "zu",
        "san",
        "st",
        "st.",
        "y",
        "e",
        "ben",
    ]
)


@dataclass(frozen=True, slots=True)
class Columns:
    """One entry a token; `first` is the first token of the token's sentence."""

    text: list[str]
    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    first: list[int]
    space: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def capital(self, i: int) -> bool:
        """Whether the token is written like a name: a capital or a digit with capitals, "al-" and the like aside."""
        word = self.text[i]
        return (
            word[0].isupper()
            or (word[0].isdigit() and any(c.isupper() for c in word))
            or (len(word) > 2 and any(c.isupper() for c in word[1:3]))
        )

    def noun(self, i: int) -> bool:
        return self.tag[i].startswith("NN")

    def proper(self, i: int) -> bool:
        return self.tag[i].startswith("NNP") and self.capital(i)

    def day(self, i: int) -> bool:
        """A weekday or month, never part of a name; "Mar", "Dec" only beside a number."""
        lower = self.lower[i]
        if not self.capital(i) or not (lower in WEEKDAYS or lower in MONTHS):
            return False
        if len(lower) > 3 or lower == "may":
            return True
        return any(0 <= k < len(self) and self.text[k][0].isdigit() for k in (i - 1, i + 1))

    def gentilic(self, i: int) -> bool:
        return self.text[i] in place_words().gentilics


def columns(doc: Doc) -> Columns:
    """The Doc's tokens as columns."""
    first: list[int] = []
    start = 0
    for token in doc:
        if token.is_sent_start:
            start = token.i
        first.append(start)
    return Columns(
        [t.text for t in doc],
        [t.lower_ for t in doc],
        [t.tag_ for t in doc],
        [t.dep_ for t in doc],
        [t.head.i for t in doc],
        first,
        [bool(t.whitespace_) for t in doc],
    )
