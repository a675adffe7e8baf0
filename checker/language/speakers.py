"""Verbs of saying and the words that name who says."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from checker.language.lexicon import table
from checker.model import Document

Range = tuple[int, int]
_BEFORE_NOUN = frozenset(("determiner", "compound", "adjective", "possessive", "number", "quantity_modifier", "punctuation", "negation"))


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas by which a report gives words to somebody."""

    verbs: frozenset[str]
    only_quotes: frozenset[str]
    naming: frozenset[str]
    phrasal: dict[str, frozenset[str]]
    nouns: frozenset[str]


@functools.cache
def cues() -> Cues:
    """The verbs of saying."""
    data = table("speech")
    return Cues(
        frozenset(data["verbs"]),
        frozenset(data["only_quotes"]),
        frozenset(data["naming"]),
        {v: frozenset(p) for v, p in data["phrasal"].items()},
        frozenset(data["nouns"]),
    )


@dataclass(slots=True)
class Speakers:
    """Finds cues and speakers in one document."""

    document: Document
    inside: list[bool]  # for each token whether it stands in quotation marks
    title_of: list[int]

    def cue_verbs(self, first: int, last: int, reporting: bool = False) -> list[int]:
        """The verbs of saying among the tokens; `reporting` leaves out those that only quotations follow."""
        tokens, known = self.document.tokens, cues()
        out: list[int] = []
        for k in range(first, last):
            token = tokens[k]
            if token.pos != "VERB" or token.lemma not in known.verbs or self.inside[k]:
                continue
            if token.relation in ("adjective", "compound") and not (k > 1 and self.inside[k - 2] and not self.inside[k - 1]):
                continue  # "the reported sum"; but '"Never," thundered counsel'
            if token.lemma in known.phrasal and not any(
                j < len(tokens) and tokens[j].lower in known.phrasal[token.lemma] for j in (k + 1, k + 2)
            ):
                continue
            if reporting and token.lemma in known.only_quotes:
                continue
            out.append(k)
        return out

    def speaker(self, cue: int, depth: int = 0) -> Range | None:
        """The phrase that names who speaks with the verb `cue`."""
        document, tokens = self.document, self.document.tokens
        token = tokens[cue]
        if token.tag == "VBG" and token.relation in ("adverbial_clause", "open_clause", "conjunct") and depth == 0:
            told = self._cue_above(cue)
            if told is not None:
                return self.speaker(told, 1)
        for k in document.children[cue]:
            if self.inside[k] and not self.inside[cue]:
                continue
            if tokens[k].relation == "subject" or (tokens[k].relation == "passive_subject" and token.lemma == "quote"):
                if tokens[k].lower in ("who", "which", "that", "whom") and token.relation == "relative_clause":
                    return self._phrase_of(token.head)
                if tokens[k].lower in ("it", "there", "this", "that", "which", "what") and tokens[k].pos not in ("PRON", "DET"):
                    return None
                return self._phrase_of(k)
        for k in document.children[cue]:
            if tokens[k].relation == "agent":
                return self._phrase_of(k)
        shared = token.relation in ("conjunct", "open_clause", "adverbial_clause", "oblique") or (
            token.relation == "clause" and token.tag == "VBG"
        )
        if depth < 4 and token.head != cue and shared:
            above = self.speaker(token.head, depth + 1) or self._patient(token.head)
            if above is not None:
                return above
        return self._near(cue)

    def phrase_from(self, i: int, end: int) -> Range | None:
        """The noun phrase that begins at token i."""
        document, tokens = self.document, self.document.tokens
        name = document.name_of[i]
        if name >= 0:
            return document.names[name].first, document.names[name].last
        k = i
        while k < end and tokens[k].pos in ("DET", "ADJ", "NUM", "PART", "NOUN", "PROPN", "ADP", "PRON"):
            if tokens[k].pos in ("NOUN", "PROPN", "PRON") and not (tokens[k].head > k and tokens[k].relation in _BEFORE_NOUN):
                if document.name_of[k] >= 0:
                    found = document.names[document.name_of[k]]
                    return found.first, found.last
                first, last = self._phrase_of(k)
                return (min(i, first), last) if first >= i else (first, last)
            k += 1
        return None

    def _cue_above(self, cue: int) -> int | None:
        """The verb of saying that "adding that ..." goes on from."""
        tokens, verbs = self.document.tokens, cues().verbs
        k = cue
        while tokens[k].head != k:
            k = tokens[k].head
            if tokens[k].pos == "VERB" and tokens[k].lemma in verbs and not self.inside[k]:
                return k
        return None

    def _patient(self, verb: int) -> Range | None:
        """ "Kodra was quoted as saying"."""
        for k in self.document.children[verb]:
            if self.document.tokens[k].relation == "passive_subject":
                return self._phrase_of(k)
        return None

    def _near(self, cue: int) -> Range | None:
        """The name right before the verb, where the parser found no subject: "..., Leonor Sampaio, said"."""
        document, tokens = self.document, self.document.tokens
        k = cue - 1
        start = document.sentences[tokens[cue].sentence].first
        while (k > start and tokens[k].text in (",", "-", "--")) or (k > start and tokens[k].pos in ("ADV", "AUX")):
            k -= 1
        after = cue + 1
        if (
            after < len(tokens)
            and tokens[cue].tag in ("VBD", "VBZ")
            and tokens[after].relation in ("subject", "apposition", "object")
            and k >= start
            and (tokens[k].text in ('"', "'", ",") and document.name_of[after] >= 0)
        ):
            return document.names[document.name_of[after]].first, document.names[document.name_of[after]].last
        if k >= start and not self.inside[k]:
            name = document.name_of[k]
            if name >= 0:
                return document.names[name].first, document.names[name].last
            if tokens[k].lower in ("he", "she", "they"):
                return k, k + 1
        return None

    def _phrase_of(self, k: int) -> Range:
        """The noun phrase of token k: its name, the name beside an office, the office whole, or the noun with what stands before it."""
        document, tokens = self.document, self.document.tokens
        name = document.name_of[k]
        if name >= 0:
            return document.names[name].first, document.names[name].last
        for child in document.children[k]:
            name = document.name_of[child]
            beside = name >= 0 and document.names[name].first == k + 1  # "the lender Nordvest Bank"
            if tokens[child].relation == "apposition" and name >= 0 and (document.names[name].kind == "person" or beside):
                return document.names[name].first, document.names[name].last
        title = self.title_of[k]
        if title >= 0:
            last = document.titles[title].last
            # "the director of INPE, Heloísa Prates,": the name may hang on a noun inside the office
            if last < len(tokens) and document.name_of[last] >= 0 and document.names[document.name_of[last]].kind == "person":
                return document.names[document.name_of[last]].first, document.names[document.name_of[last]].last
            if last + 1 < len(tokens) and tokens[last].text == "," and document.name_of[last + 1] >= 0:
                name = document.name_of[last + 1]
                if document.names[name].kind == "person":
                    return document.names[name].first, document.names[name].last
            return document.titles[title].first, last
        first = k
        for child in sorted(document.children[k], reverse=True):
            if child < k and tokens[child].relation in _BEFORE_NOUN and not self.inside[child]:
                first = min(first, *document.subtree(child))
        last = k + 1
        for child in document.children[k]:
            if child > k and tokens[child].relation == "oblique" and tokens[k].pos in ("NOUN", "PROPN") and child - k < 5:
                tree = document.subtree(child)
                if all(tokens[j].pos not in ("VERB", "PUNCT") for j in tree):
                    last = max(last, tree[-1] + 1)
        while first < k and tokens[first].pos == "PUNCT":
            first += 1
        return first, last
