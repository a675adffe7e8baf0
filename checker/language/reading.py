"""From reports to Documents in our own few relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.language.agreement import agree
from checker.language.lexicon import MONTHS, WEEKDAYS, place_words
from checker.language.meanings import meanings_of
from checker.language.pieces import Piece, cases, in_sentence_case, pieces, shouts, titled
from checker.language.relations import relations_of
from checker.language.repair import TITLES
from checker.language.speeches import find_speeches
from checker.model import Document, NameMention, Relation, Report, Sentence, TitleMention, Token, Zone

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_NAMES = {"PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}


def read_documents(nlp: Language, reports: Sequence[Report]) -> tuple[Document, ...]:
    """One Document a report; every paragraph is parsed by itself, names agree over all of them."""
    work = [
        (source, number, zone, piece)
        for source, report in enumerate(reports)
        for number, zone in enumerate(report.zones)
        for piece in pieces(report.text, zone)
    ]
    texts = _as_sentences([(zone, piece.text) for _, _, zone, piece in work])
    builders = [_Builder(report, source) for source, report in enumerate(reports)]
    for (source, number, zone, piece), doc in zip(work, nlp.pipe(texts, batch_size=64), strict=True):
        builders[source].add(number, zone, piece, doc)
    documents = agree([b.document() for b in builders])
    return tuple(replace(d, speeches=find_speeches(d), meanings=meanings_of(nlp.vocab, [t.lower for t in d.tokens])) for d in documents)


def _as_sentences(texts: list[tuple[Zone, str]]) -> list[str]:
    """Lines in capitals or title case as they would stand in a sentence, since the parser was trained on sentences; same lengths."""
    forms: dict[str, str] | None = None
    out: list[str] = []
    for zone, text in texts:
        loud = zone.kind not in ("dateline", "byline", "published") and (
            shouts(text) or (zone.kind in ("headline", "caption") and titled(text))
        )
        opening = text.split(" ", 1)[0] if zone.kind == "body" else ""
        if loud or (len(opening) > 2 and opening.isalpha() and opening.isupper()):
            if forms is None:
                forms = cases([t for _, t in texts])
            if loud:
                text = in_sentence_case(text, forms, place_words().names)
            elif forms.get(opening.lower(), "").islower() or opening.lower() in ("there", "the", "when", "if", "it", "after"):
                text = opening.capitalize() + text[len(opening) :]  # "THERE was a gasp"
        out.append(text)
    return out


@dataclass(slots=True)
class _Builder:
    """Puts the parsed pieces of one report together."""

    report: Report
    source: int
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    names: list[NameMention] = field(default_factory=list)
    titles: list[TitleMention] = field(default_factory=list)
    label: tuple[int, int] | None = None  # a label that waits for its value

    def document(self) -> Document:
        return Document(self.report, self.source, tuple(self.tokens), tuple(self.sentences), tuple(self.names), tuple(self.titles))

    def add(self, number: int, zone: Zone, piece: Piece, doc: Doc) -> None:
        base = len(self.tokens)
        links = relations_of(doc)
        if piece.label:
            links = _one_sentence(links)
        for n, sent in enumerate([doc[:]] if piece.label else doc.sents):
            first, last = base + sent.start, base + sent.end
            start, end = piece.places[sent.start_char], piece.places[sent.end_char - 1] + 1
            if n == 0 and self.label is not None and self.sentences[-1].paragraph == number:
                self._join_label(first, last, end, base + links_root(links, sent.start, sent.end))
            else:
                self.sentences.append(Sentence(len(self.sentences), first, last, start, end, zone.kind, number))
            for token in sent:
                head, relation = links[token.i]
                a, b = token.idx, token.idx + len(token)
                text = "".join(self.report.text[p] for p in piece.places[a:b]) if doc.text[a:b] != piece.text[a:b] else token.text
                self.tokens.append(
                    Token(
                        base + token.i,
                        text,
                        token.lower_,
                        token.lemma_,
                        token.pos_,
                        token.tag_,
                        base + head,
                        relation,
                        piece.places[a],
                        piece.places[b - 1] + 1,
                        len(self.sentences) - 1,
                        bool(token.whitespace_),
                    )
                )
        self.label = None
        if piece.label and len(self.tokens) > base:
            self.label = base, len(self.tokens) - (self.tokens[-1].text == ":")
            self.sentences[-1] = replace(self.sentences[-1], label=self.label)
        self._names(zone, doc, base)

    def _join_label(self, first: int, last: int, end: int, root: int) -> None:
        """The value's first sentence goes on from its label; the label's root hangs on the value's."""
        assert self.label is not None
        sentence = self.sentences[-1]
        for i in range(*self.label):
            if self.tokens[i].head == i:
                self.tokens[i] = replace(self.tokens[i], head=root, relation="parataxis")
        self.sentences[-1] = replace(sentence, last=last, end=end)

    def _names(self, zone: Zone, doc: Doc, base: int) -> None:
        if zone.kind == "dateline":
            self.names.extend(_in_dateline(self.tokens, base))
            return
        found = [NameMention(_NAMES[e.label_], base + e.start, base + e.end) for e in doc.ents if e.label_ in _NAMES]  # type: ignore[arg-type]
        if zone.kind == "byline" and len(doc) > 2 and doc[0].lower_ == "by" and not any(n.first == base + 1 for n in found):
            last = base + 1
            while last < len(self.tokens) and self.tokens[last].text[0].isupper() and last < base + 5:
                last += 1
            if last > base + 1:
                found = [NameMention("person", base + 1, last), *(n for n in found if n.first >= last)]
        self.names.extend(found)
        self.titles.extend(TitleMention(base + t.start, base + t.end) for t in doc.spans.get(TITLES, ()))


def _one_sentence(links: Sequence[tuple[int, Relation]]) -> list[tuple[int, Relation]]:
    """A label is one phrase, whatever the parser made of it: further roots hang on the first."""
    root = next(i for i, (head, _) in enumerate(links) if head == i)
    return [(root, "parataxis") if head == i and i != root else (head, relation) for i, (head, relation) in enumerate(links)]


def links_root(links: Sequence[tuple[int, str]], start: int, end: int) -> int:
    """The token of a sentence that is its own head."""
    return next((i for i in range(start, end) if links[i][0] == i), start)


def _in_dateline(tokens: Sequence[Token], base: int) -> Iterator[NameMention]:
    """Places before the date, the agency in brackets: "JOHOR BAHRU, Malaysia, June 14 (Straits News Service) -"."""
    i, brackets, numbers = base, False, False
    while i < len(tokens):
        token = tokens[i]
        if token.text in "()":
            brackets = token.text == "("
        numbers = numbers or token.text[0].isdigit()
        last = i
        while (
            last < len(tokens)
            and tokens[last].text[0].isupper()
            and tokens[last].lower not in MONTHS
            and tokens[last].lower not in WEEKDAYS
        ):
            last += 1
        if last > i and (brackets or not numbers):
            yield NameMention("organization" if brackets else "place", i, last)
        i = max(last, i + 1)
