"""Quotes that are one utterance, over all reports and within one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.align.doers.doers import kind_of_phrase
from checker.align.doers.rivals import two_kinds
from checker.facts import quote
from checker.facts.quote import LEVELS, Quote
from checker.facts.wording import content_words, words_of
from checker.model import Card, Comparison, Document, Side, Span, Speech, Topic

__all__ = ["LEVELS", "topics"]

LONGEST = 400  # code points of a side
_ORDER = ("negation", "content-word", "attribution", "translation", "dropped-word", "function-words", "spelling", "cut", "same")
_SETTLE = "Check the recording or transcript; quoted words may not differ between reports."
_SETTLE_SPEAKER = "Check the statement or recording: who said it?"


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """One sentence of a direct quote, with its speaker as far as the report tells."""

    document: Document
    first: int
    last: int
    paragraph: int
    value: Quote
    words: tuple[str, ...]
    content: frozenset[str]
    speaker: tuple[int, int] | None
    kind: str | None  # of people, where the speaker is told by what he is: "the mayor"

    @property
    def place(self) -> tuple[int, int]:
        return self.document.source, self.first


def topics(documents: Sequence[Document], cards: Sequence[Card], tolerance: Mapping[str, float] | None = None) -> tuple[Topic, ...]:
    """One Topic for each utterance that is quoted more than once, with the gravest difference between its wordings."""
    said = [u for document in documents for u in _utterances(document, _speakers(document, cards))]
    pairs = _matched(said, tolerance or {})
    groups = _grouped(pairs)
    group_of = {id(u): k for k, members in enumerate(groups) for u in members}
    by_group: dict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        by_group[group_of[id(pair[0])]].append(pair)
    return tuple(_topic(members, by_group[k]) for k, members in enumerate(groups))


def _speakers(document: Document, cards: Sequence[Card]) -> dict[int, str]:
    """For each token that speaks of a person that person's name."""
    out: dict[int, str] = {}
    for card in cards:
        if card.kind == "person":
            for mention in card.mentions:
                if mention.source == document.source:
                    out.update(dict.fromkeys(range(mention.first, mention.last), card.name))
    return out


def _utterances(document: Document, persons: Mapping[int, str]) -> Iterator[Utterance]:
    translated = quote.is_translated(document)
    for speech in document.speeches:
        if not speech.direct or _outside(document.report.text, speech):
            continue
        whole = quote.quote_of(document, speech, translated)
        kind = kind_of_phrase(document, *speech.speaker) if speech.speaker else None
        person = whole.person
        if speech.speaker is not None and persons:
            person = next((persons[i] for i in range(*speech.speaker) if i in persons), person)
        for first, last in _sentences(document, speech.first, speech.last):
            text = " ".join(document.text(first, last).split())
            words = words_of(text)
            if len(words) > 1:
                paragraph = document.sentences[document.tokens[first].sentence].paragraph
                value = Quote(text, whole.speaker, person, translated)
                yield Utterance(document, first, last, paragraph, value, words, content_words(words), speech.speaker, kind)


def _outside(text: str, speech: Speech) -> bool:
    """Whether a closing mark was taken for an opening one, and the words are the report's own: it follows a comma, and nothing closes."""
    before = text[max(0, speech.start - 3) : speech.start - 1].strip()
    begins = text[speech.start : speech.start + 1].islower() and before in (",", ".", "?", "!")
    return begins and not any(c in "\"”»'’" for c in text[speech.end : speech.end + 2])


def _sentences(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The sentences within tokens first..last, without the punctuation and quotation marks around them."""
    begin = first
    for i in range(first, last):
        if i + 1 == last or document.tokens[i].text in (".", "!", "?"):
            end = i + 1
            while end > begin and document.tokens[end - 1].pos == "PUNCT":
                end -= 1
            while begin < end and document.tokens[begin].text in '"\'``-':
                begin += 1
            if end > begin:
                yield begin, end
            begin = i + 1


_Pair = tuple[Utterance, Utterance, Comparison]


def _matched(said: Sequence[Utterance], tolerance: Mapping[str, float]) -> list[_Pair]:
    """Pairs of wordings of one utterance: agreements first, and a wording that agrees with another report is free for no conflict there."""
    found: list[_Pair] = []
    for a, b in _candidates(said):
        comparison = quote.compare(a.value, b.value, tolerance)
        if comparison.level in ("unlike", "other-speaker"):
            continue
        if comparison.verdict == "agree" and a.document.source != b.document.source and _two_speakers(a, b):
            comparison = Comparison("conflict", "attribution", f"the same words are given to {a.value.speaker} and to {b.value.speaker}")
        if a.document.source == b.document.source and not _free_within(a, b, comparison):
            continue
        found.append((a, b, comparison))
    found.sort(key=lambda p: (-_ORDER.index(p[2].level), p[0].place, p[1].place))
    taken: set[tuple[tuple[int, int], int]] = set()
    kept: list[_Pair] = []
    for a, b, comparison in found:
        ends = ((a.place, b.document.source), (b.place, a.document.source))
        if comparison.verdict != "agree" and any(end in taken for end in ends):
            continue
        taken.update(ends)
        kept.append((a, b, comparison))
    return kept


def _two_speakers(a: Utterance, b: Utterance) -> bool:
    """Whether words that few others would say are given to two kinds of people: a mayor, a fisherman."""
    told = a.kind and b.kind and not (a.value.person and b.value.person) and two_kinds(a.kind, b.kind)
    return bool(told) and len(a.content & b.content) >= 2 and min(len(a.words), len(b.words)) >= 5


def _candidates(said: Sequence[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """Pairs that share enough content words to be looked at."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for k, u in enumerate(said):
        for word in u.content:
            by_word[word].append(k)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for places in by_word.values():
        if len(places) <= 24:  # a word that everybody says proposes nothing
            for pair in combinations(places, 2):
                shared[pair] += 1
    for (i, j), n in sorted(shared.items()):
        a, b = said[i], said[j]
        if n >= max(1, min(len(a.content), len(b.content)) * 0.4):
            yield a, b


def _free_within(a: Utterance, b: Utterance, comparison: Comparison) -> bool:
    """Whether two like wordings of one report are one utterance and not a figure of speech: far apart, long, and nearly the same."""
    if comparison.verdict == "agree":
        return len(a.words) >= 4 and len(b.words) >= 4
    headline = "headline" in (a.document.sentences[u.document.tokens[u.first].sentence].zone for u in (a, b))
    return a.paragraph != b.paragraph and (headline or (min(len(a.words), len(b.words)) >= 7 and len(a.content & b.content) >= 4))


def _grouped(pairs: Sequence[_Pair]) -> list[list[Utterance]]:
    """The utterances that are joined by pairs, each group in order of place, the groups in order of their first."""
    group: dict[tuple[int, int], list[Utterance]] = {}
    for a, b, _ in pairs:
        left, right = group.setdefault(a.place, [a]), group.setdefault(b.place, [b])
        if left is not right:
            left.extend(right)
            for u in right:
                group[u.place] = left
    unique = {id(g): sorted(g, key=lambda u: u.place) for g in group.values()}
    return sorted(unique.values(), key=lambda g: g[0].place)


def _topic(members: Sequence[Utterance], pairs: Sequence[_Pair]) -> Topic:
    a, b, gravest = min(pairs, key=lambda p: (_ORDER.index(p[2].level), p[0].place, p[1].place))
    # the two that differ most speak for their reports; the other reports show their first wording
    shown = {u.place: u for u in (a, b)}
    for u in members:
        if all(u.document.source != s.document.source for s in shown.values()):
            shown[u.place] = u
    attribution = gravest.level == "attribution"
    speaker = next((u.value.person or u.value.speaker for u in members if u.value.speaker), None)
    label = f"{speaker}: " if speaker and not attribution else ""
    words = min((u.value.words for u in members), key=len)
    if len(words) > 60:
        words = words[:57].rsplit(" ", 1)[0] + " ..."
    return Topic(
        id="quote:" + "+".join(f"{u.document.source}.{u.first}" for u in members),
        kind="attribution" if attribution else "quote",
        label=f'who said "{words}"' if attribution else f'{label}"{words}"',
        question=None,
        sides=tuple(_side(u, attribution) for _, u in sorted(shown.items())),
        verdict=gravest.verdict,
        level=gravest.level,
        because=gravest.because,
        comparator="quote",
        settle=None if gravest.verdict == "agree" else _SETTLE_SPEAKER if attribution else _SETTLE,
        normal=tuple(sorted({u.value.normal() + (f"|{u.value.person}" if attribution else "") for u in (a, b)})),
        fields=(("speaker", speaker or ""),),
    )


def _side(u: Utterance, attribution: bool) -> Side:
    speaker = u.value.person or u.value.speaker
    if attribution and u.speaker is not None:
        return Side(u.document.span(*u.speaker), speaker, speaker)
    span = u.document.span(u.first, u.last)
    if span.end - span.start > LONGEST:
        cut = u.document.report.text.rfind(" ", span.start, span.start + LONGEST)
        span = Span(span.source, span.start, cut if cut > span.start else span.start + LONGEST)
    return Side(span, re.sub(r"\s+", " ", u.document.report.text[span.start : span.end]), speaker)
