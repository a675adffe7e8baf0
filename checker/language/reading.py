"""From spaCy's annotations to Documents in our own few relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.language.relations import relations_of
from checker.language.repair import TITLES
from checker.language.speeches import find_speeches
from checker.model import Document, NameMention, Report, Sentence, TitleMention, Token, Zone

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " "})
_NAMES = {"PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}


def read_documents(nlp: Language, reports: Sequence[Report]) -> tuple[Document, ...]:
    """One Document a report: every zone is parsed by itself, white space folded and quotes straightened."""
    work: list[tuple[int, int, Zone, list[int]]] = []
    texts: list[str] = []
    for source, report in enumerate(reports):
        for number, zone in enumerate(report.zones):
            text, places = fold(report.text, zone)
            if text:
                work.append((source, number, zone, places))
                texts.append(text)
    parts: list[list[tuple[int, Zone, list[int], Doc]]] = [[] for _ in reports]
    for (source, number, zone, places), doc in zip(work, nlp.pipe(texts, batch_size=32), strict=True):
        parts[source].append((number, zone, places, doc))
    return tuple(_document(report, source, parts[source]) for source, report in enumerate(reports))


def fold(text: str, zone: Zone) -> tuple[str, list[int]]:
    """The zone's text with white space folded and quotes straightened, and for each character its place in `text`."""
    out: list[str] = []
    places: list[int] = []
    for i in range(zone.start, zone.end):
        c = text[i].translate(_STRAIGHT)
        if c.isspace():
            c = " "
            if not out or out[-1] == " ":
                continue
        out.append(c)
        places.append(i)
    return "".join(out), places


def _document(report: Report, source: int, parts: list[tuple[int, Zone, list[int], Doc]]) -> Document:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[NameMention] = []
    titles: list[TitleMention] = []
    for number, zone, places, doc in parts:
        base = len(tokens)
        links = relations_of(doc)
        for sent in doc.sents:
            first, last = base + sent.start, base + sent.end
            sentences.append(
                Sentence(len(sentences), first, last, places[sent.start_char], places[sent.end_char - 1] + 1, zone.kind, number)
            )
            for token in sent:
                head, relation = links[token.i]
                tokens.append(
                    Token(
                        base + token.i, token.text, token.lower_, token.lemma_, token.pos_, token.tag_, base + head, relation,
                        places[token.idx], places[token.idx + len(token) - 1] + 1, len(sentences) - 1, bool(token.whitespace_),
                    )
                )
        names.extend(_names(doc, base))
        titles.extend(TitleMention(base + t.start, base + t.end) for t in doc.spans.get(TITLES, ()))
    document = Document(report, source, tuple(tokens), tuple(sentences), tuple(names), tuple(titles))
    return replace(document, speeches=find_speeches(document))


def _names(doc: Doc, base: int) -> Iterator[NameMention]:
    for ent in doc.ents:
        kind = _NAMES.get(ent.label_)
        if kind is not None:
            yield NameMention(kind, base + ent.start, base + ent.end)  # type: ignore[arg-type]
