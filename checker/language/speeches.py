"""Who said what: quotations and reported speech with the words that name their speaker."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from checker.language.lexicon import table
from checker.language.quotation import Quotation, quotations
from checker.model import Document, Speech, Token

Range = tuple[int, int]
_BEFORE_NOUN = frozenset(("determiner", "compound", "adjective", "possessive", "number", "quantity_modifier", "punctuation", "negation"))


@dataclass(frozen=True, slots=True)
class _Cues:
    verbs: frozenset[str]
    only_quotes: frozenset[str]
    naming: frozenset[str]
    phrasal: dict[str, frozenset[str]]


@functools.cache
def _cues() -> _Cues:
    data = table("speech")
    return _Cues(
        frozenset(data["verbs"]),
        frozenset(data["only_quotes"]),
        frozenset(data["naming"]),
        {v: frozenset(p) for v, p in data["phrasal"].items()},
    )


def find_speeches(document: Document) -> tuple[Speech, ...]:
    """Direct and reported speech in order of their first token, a quotation inside reported speech beside it."""
    marks = quotations(document)
    inside = [False] * len(document.tokens)
    for q in marks:
        inside[q.first : q.last] = [True] * (q.last - q.first)
    titles = [-1] * len(document.tokens)
    for k, title in enumerate(document.titles):
        titles[title.first : title.last] = [k] * (title.last - title.first)
    reader = _Reader(document, inside, titles)
    reported = reader.reported()
    direct = reader.direct(marks, reported)
    return tuple(sorted((*direct, *reported), key=lambda s: (s.first, -s.last, s.direct)))


@dataclass(slots=True)
class _Reader:
    document: Document
    inside: list[bool]  # for each token whether it stands in quotation marks
    title_of: list[int]

    # ------------------------------------------------------------ quotations

    def direct(self, marks: list[Quotation], reported: list[Speech]) -> list[Speech]:
        out: list[Speech] = []
        paragraph, spoken = -1, None  # the speaker of the paragraph so far
        waiting: list[int] = []  # quotations of this paragraph that stand before its first cue
        for q in marks:
            here = self._paragraph(q.first)
            if here != paragraph:
                if not q.continues and not (here == paragraph + 1 and self._fills_paragraph(q)):
                    spoken = None
                paragraph, waiting = here, []
            speaker, cue = self._said_in_sentence(q, reported)
            if cue is not None and out and out[-1].cue == cue and out[-1].speaker is not None:
                speaker = out[-1].speaker  # interrupted: "The bank," said Kodra, "will not yield"
            if speaker is None and cue is None and self._whole(q):
                speaker = spoken
                if speaker is None:
                    waiting.append(len(out))
            elif speaker is not None:
                spoken = speaker
                for k in waiting:
                    out[k] = self._speech(out[k].first, out[k].last, True, speaker, None)
                waiting = []
            out.append(self._speech(q.first, q.last, True, speaker, cue))
        return self._backwards(marks, out)

    def _backwards(self, marks: list[Quotation], out: list[Speech]) -> list[Speech]:
        """A paragraph without a closing mark is spoken by whoever closes the quotation."""
        for k in range(len(out) - 2, -1, -1):
            if out[k].speaker is None and not marks[k].closed and marks[k + 1].continues:
                out[k] = self._speech(out[k].first, out[k].last, True, out[k + 1].speaker, None)
        return out

    def _said_in_sentence(self, q: Quotation, reported: list[Speech]) -> tuple[Range | None, int | None]:
        tokens = self.document.tokens
        opening, closing = q.first - 1, q.last
        start = self.document.sentences[tokens[opening].sentence].first
        end_token = min(closing, len(tokens) - 1)
        end = self.document.sentences[tokens[end_token].sentence].last
        after = [c for c in self._cue_verbs(closing, end) if self._quote_end_between(closing, c)]
        before = list(self._cue_verbs(start, opening))
        found: tuple[Range | None, int | None] = (None, None)
        if q.closed and closing + 1 < end and self._ends_with_comma(q):
            found = self._beside(closing + 1, end, after)
        if (found[0] is None and before and tokens[opening - 1].text in (",", ":", "that", "saying", "'s")) or (
            before and found[0] is None and before[-1] == opening - 1
        ):
            found = (self._speaker(before[-1]), before[-1])
        if found[0] is None and q.closed and after and not self._new_clause(closing, after[0]):
            found = self._beside(closing + 1, end, after)
        if found[0] is None and before and not any(tokens[k].text in (";",) for k in range(before[-1], opening)):
            found = (self._speaker(before[-1]), before[-1])
        if found[0] is None:
            found = self._naming(q, start) or found
        if found[0] is None:
            for speech in reported:
                if speech.first <= q.first and q.last <= speech.last and speech.speaker is not None:
                    return speech.speaker, speech.cue
            found = self._colon(q, start, end) or found
        return found

    def _beside(self, at: int, end: int, after: list[int]) -> tuple[Range | None, int | None]:
        """ "..." said X, "..." X said, "..." the minister told reporters."""
        tokens = self.document.tokens
        if not after:
            return None, None
        cue = after[0]
        if cue == at and cue + 1 < end and tokens[cue + 1].pos in ("PROPN", "DET", "NOUN", "PRON", "ADJ"):
            # the parser may have hung an inverted subject on the next verb
            own = self._speaker(cue)
            return (own if own is not None and own[0] > cue and own[0] < cue + 12 else self._phrase_from(cue + 1, end)), cue
        return self._speaker(cue), cue

    def _ends_with_comma(self, q: Quotation) -> bool:
        tokens = self.document.tokens
        return tokens[q.last - 1].text in (",", "?", "!", ".", "...", "…", "-", "--", "–", "—") or (
            q.last + 1 < len(tokens) and tokens[q.last + 1].text == ","
        )

    def _new_clause(self, closing: int, cue: int) -> bool:
        tokens = self.document.tokens
        return any(tokens[k].text in (";",) or tokens[k].lower in ("but", "while", "after", "when", "as") for k in range(closing, cue))

    def _quote_end_between(self, closing: int, cue: int) -> bool:
        """The words between a quotation and its cue hold no other quotation."""
        return not any(self.inside[k] for k in range(closing, cue))

    def _naming(self, q: Quotation, start: int) -> tuple[Range | None, int | None] | None:
        tokens, naming = self.document.tokens, _cues().naming
        for k in range(q.first - 2, max(start, q.first - 14) - 1, -1):
            if tokens[k].pos == "VERB" and tokens[k].lemma in naming and not self.inside[k]:
                speaker = self._speaker(k)
                if speaker is not None:
                    return speaker, k
        return None

    def _colon(self, q: Quotation, start: int, end: int) -> tuple[Range | None, int | None] | None:
        """ "Kodra: 'We rule nothing out'" and "'We rule nothing out': Kodra", as headlines have it."""
        tokens, names = self.document.tokens, self.document.names
        i = q.first - 2
        if i > start and tokens[i].text == ":":
            k = self.document.name_of[i - 1]
            if k >= 0 and names[k].first == start:
                return (names[k].first, names[k].last), None
        if q.closed and q.last + 2 < end and tokens[q.last + 1].text in (":", "-", "–", "—", "--"):
            k = self.document.name_of[q.last + 2]
            if k >= 0 and names[k].last >= end - 1:
                return (names[k].first, names[k].last), None
        return None

    def _fills_paragraph(self, q: Quotation) -> bool:
        """Whether a paragraph is one quotation and nothing else, so that who spoke in the paragraph before speaks on."""
        tokens, here = self.document.tokens, self._paragraph(q.first)
        before, after = q.first - 2, q.last + 1
        return (before < 0 or self._paragraph(before) != here) and (after >= len(tokens) or self._paragraph(after) != here)

    def _whole(self, q: Quotation) -> bool:
        """Whether a quotation is a sentence of its own, so that it can run on from the one before."""
        first = self.document.sentences[self.document.tokens[q.first - 1].sentence].first
        return q.first - 1 == first and q.last - q.first > 1

    # ------------------------------------------------------------ reported speech

    def reported(self) -> list[Speech]:
        document, tokens = self.document, self.document.tokens
        out: list[Speech] = []
        for sentence in document.sentences:
            for cue in self._cue_verbs(sentence.first, sentence.last, reporting=True):
                content = [k for k in document.children[cue] if tokens[k].relation == "clause" and not self.inside[k]]
                if not content:
                    continue
                speaker = self._speaker(cue)
                if speaker is None and not any(tokens[k].relation == "passive_subject" for k in document.children[cue]):
                    continue
                first, last = self._content(content[0], cue, speaker, sentence.first, sentence.last)
                if last > first:
                    out.append(self._speech(first, last, False, speaker, cue))
            out.extend(self._according(sentence.first, sentence.last))
        return out

    def _content(self, clause: int, cue: int, speaker: Range | None, start: int, end: int) -> Range:
        """The clause said, without "that", its comma and the cue."""
        tokens = self.document.tokens
        tree = self.document.subtree(clause)
        if clause < cue:
            tree = tuple(k for k in tree if start <= k < cue)
            first, last = tree[0], tree[-1] + 1
            if speaker is not None and first < speaker[0] < last and speaker[1] > clause:
                last = speaker[0]  # a subject that the parser left in the clause, with its office
                while last > first and tokens[last - 1].pos in ("DET", "PUNCT"):
                    last -= 1
                if last > first + 1 and self.title_of[last - 1] >= 0:
                    last = max(first, self.document.titles[self.title_of[last - 1]].first)
        else:
            tree = tuple(k for k in tree if cue < k < end)
            first, last = tree[0], tree[-1] + 1
            for k in range(clause + 1, last):
                if tokens[k].tag == "VBG" and tokens[k].lemma in _cues().verbs and tokens[k - 1].text == "," and not self.inside[k]:
                    last = k
                    break
        while last > first and tokens[last - 1].pos == "PUNCT" and tokens[last - 1].text not in ")]%":
            if tokens[last - 1].text in "\"'" and last - 2 >= first and self.inside[last - 2]:
                break
            last -= 1
        while first < last and (tokens[first].pos == "PUNCT" or (tokens[first].lower == "that" and tokens[first].relation == "marker")):
            first += 1
        return first, last

    def _according(self, start: int, end: int) -> Iterable[Speech]:
        tokens = self.document.tokens
        for i in range(start, end - 2):
            if tokens[i].lower == "according" and tokens[i + 1].lower == "to" and not self.inside[i]:
                speaker = self._phrase_from(i + 2, end)
                if speaker is None:
                    continue
                if i <= start + 1:
                    first, last = speaker[1], end
                    while first < end and tokens[first].text != ",":
                        first += 1
                    first += 1
                else:
                    first, last = start, i
                while last > first and tokens[last - 1].pos == "PUNCT":
                    last -= 1
                if last > first:
                    yield self._speech(first, last, False, speaker, i)

    # ------------------------------------------------------------ cues and speakers

    def _cue_verbs(self, first: int, last: int, reporting: bool = False) -> list[int]:
        tokens, cues = self.document.tokens, _cues()
        out: list[int] = []
        for k in range(first, last):
            token = tokens[k]
            if token.pos != "VERB" or token.lemma not in cues.verbs or self.inside[k] or token.relation in ("adjective", "compound"):
                continue
            if token.lemma in cues.phrasal and not any(
                j < len(tokens) and tokens[j].lower in cues.phrasal[token.lemma] for j in (k + 1, k + 2)
            ):
                continue
            if reporting and token.lemma in cues.only_quotes:
                continue
            out.append(k)
        return out

    def _speaker(self, cue: int, depth: int = 0) -> Range | None:
        """The phrase that names who speaks with the verb `cue`."""
        document, tokens = self.document, self.document.tokens
        token = tokens[cue]
        if token.tag == "VBG" and token.relation in ("adverbial_clause", "open_clause", "conjunct") and depth == 0:
            told = self._cue_above(cue)
            if told is not None:
                return self._speaker(told, 1)
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
            above = self._speaker(token.head, depth + 1) or self._patient(token.head)
            if above is not None:
                return above
        return self._near(cue)

    def _cue_above(self, cue: int) -> int | None:
        """The verb of saying that "adding that ..." goes on from."""
        tokens, verbs = self.document.tokens, _cues().verbs
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

    def _phrase_from(self, i: int, end: int) -> Range | None:
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

    def _paragraph(self, i: int) -> int:
        return self.document.sentences[self.document.tokens[i].sentence].paragraph

    def _speech(self, first: int, last: int, direct: bool, speaker: Range | None, cue: int | None) -> Speech:
        tokens: tuple[Token, ...] = self.document.tokens
        return Speech(first, last, direct, speaker, cue, tokens[first].start, tokens[last - 1].end)
