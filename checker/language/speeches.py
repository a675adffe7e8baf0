"""Who said what: quotations and reported speech with the words that name their speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.language.quotation import Quotation, quotations
from checker.language.speakers import Range, Speakers, cues
from checker.model import Document, Speech, Token


def find_speeches(document: Document) -> tuple[Speech, ...]:
    """Direct and reported speech in order of their first token, a quotation inside reported speech beside it."""
    marks = quotations(document)
    inside = [False] * len(document.tokens)
    for q in marks:
        inside[q.first : q.last] = [True] * (q.last - q.first)
    titles = [-1] * len(document.tokens)
    for k, title in enumerate(document.titles):
        titles[title.first : title.last] = [k] * (title.last - title.first)
    reader = _Reader(document, inside, Speakers(document, inside, titles))
    reported = reader.reported()
    direct = reader.direct(marks, reported)
    return tuple(sorted((*direct, *reported), key=lambda s: (s.first, -s.last, s.direct)))


@dataclass(slots=True)
class _Reader:
    document: Document
    inside: list[bool]  # for each token whether it stands in quotation marks
    who: Speakers

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
        after = [c for c in self.who.cue_verbs(closing, end) if self._quote_end_between(closing, c)]
        before = list(self.who.cue_verbs(start, opening))
        found: tuple[Range | None, int | None] = (None, None)
        if q.closed and closing + 1 < end and self._ends_with_comma(q):
            found = self._beside(closing + 1, end, after)
        if (found[0] is None and before and tokens[opening - 1].text in (",", ":", "that", "saying", "'s")) or (
            before and found[0] is None and before[-1] == opening - 1
        ):
            found = (self.who.speaker(before[-1]), before[-1])
        if found[0] is None and q.closed and after and not self._new_clause(closing, after[0]):
            found = self._beside(closing + 1, end, after)
        if found[0] is None and before and not any(tokens[k].text in (";",) for k in range(before[-1], opening)):
            found = (self.who.speaker(before[-1]), before[-1])
        if found[0] is None:
            found = self._naming(q, start) or found
        if found[0] is None:
            for speech in reported:
                if speech.first <= q.first and q.last <= speech.last and speech.speaker is not None:
                    return speech.speaker, speech.cue
            found = self._colon(q, start, end) or self._noun_of_words(q, end) or found
        return found

    def _beside(self, at: int, end: int, after: list[int]) -> tuple[Range | None, int | None]:
        """ "..." said X, "..." X said, "..." the minister told reporters."""
        tokens = self.document.tokens
        if not after:
            return None, None
        cue = after[0]
        if cue == at and cue + 1 < end and tokens[cue + 1].pos in ("PROPN", "DET", "NOUN", "PRON", "ADJ"):
            # the parser may have hung an inverted subject on the next verb
            own = self.who.speaker(cue)
            return (own if own is not None and own[0] > cue and own[0] < cue + 12 else self.who.phrase_from(cue + 1, end)), cue
        return self.who.speaker(cue), cue

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
        tokens, naming = self.document.tokens, cues().naming
        for k in range(q.first - 2, max(start, q.first - 14) - 1, -1):
            if tokens[k].pos == "VERB" and tokens[k].lemma in naming and not self.inside[k]:
                speaker = self.who.speaker(k)
                if speaker is not None:
                    return speaker, k
        return None

    def _colon(self, q: Quotation, start: int, end: int) -> tuple[Range | None, int | None] | None:
        """ "Kodra: 'We rule nothing out'" and "'We rule nothing out': Kodra", as headlines have it."""
        tokens, names = self.document.tokens, self.document.names
        i = q.first - 2
        if i > start and tokens[i].text == ":":
            while start < i and tokens[start].pos in ("NUM", "PUNCT"):
                start += 1  # the hour of a live page
            titled = i - start <= 8 and not any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[start:i])
            k = self.document.name_of[i - 1 if titled else start]  # "Coach Kodra: '...'", "Kodra, towel on head: '...'"
            if k >= 0 and (names[k].last == i or (names[k].last + 8 > i and tokens[names[k].last].text == ",")):
                return (names[k].first, names[k].last), None
        if q.closed and q.last + 2 < end and tokens[q.last + 1].text in (":", "-", "–", "—", "--"):
            k = self.document.name_of[q.last + 2]
            if k >= 0 and names[k].last >= end - 1:
                return (names[k].first, names[k].last), None
        return None

    def _noun_of_words(self, q: Quotation, end: int) -> tuple[Range | None, int | None] | None:
        """ "'...' was his verdict", "'...' was Kodra's reply"."""
        tokens = self.document.tokens
        if q.last + 3 < end and tokens[q.last + 1].lemma == "be":
            for i in range(q.last + 2, min(q.last + 7, end)):
                if tokens[i].relation == "possessive" and tokens[tokens[i].head].lemma in cues().nouns:
                    return self.who.phrase_from(i, i + 1) or (i, i + 1), None
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
            for cue in self.who.cue_verbs(sentence.first, sentence.last, reporting=True):
                content = [k for k in document.children[cue] if tokens[k].relation == "clause" and not self.inside[k]]
                if not content:
                    continue
                speaker = self.who.speaker(cue)
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
                if last > first + 1 and self.who.title_of[last - 1] >= 0:
                    last = max(first, self.document.titles[self.who.title_of[last - 1]].first)
        else:
            tree = tuple(k for k in tree if cue < k < end)
            first, last = tree[0], tree[-1] + 1
            for k in range(clause + 1, last):
                if tokens[k].tag == "VBG" and tokens[k].lemma in cues().verbs and tokens[k - 1].text == "," and not self.inside[k]:
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
                speaker = self.who.phrase_from(i + 2, end)
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

    def _paragraph(self, i: int) -> int:
        return self.document.sentences[self.document.tokens[i].sentence].paragraph

    def _speech(self, first: int, last: int, direct: bool, speaker: Range | None, cue: int | None) -> Speech:
        tokens: tuple[Token, ...] = self.document.tokens
        return Speech(first, last, direct, speaker, cue, tokens[first].start, tokens[last - 1].end)
