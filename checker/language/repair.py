"""The last pipe of the English pipeline: names repaired, titles found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.language.columns import Columns, columns
from checker.language.lexicon import body_words, title_words
from checker.language.name_judge import judge
from checker.language.name_shape import Found
from checker.language.names import repair
from checker.language.titles import find_titles

if TYPE_CHECKING:
    from spacy.tokens import Doc

TITLES = "titles"  # the span group


def repair_news(doc: Doc) -> Doc:
    """`doc.ents` are PERSON, ORG, GPE, LOC and FAC without titles; titles lie whole in `doc.spans["titles"]`."""
    cols = columns(doc)
    return _write(doc, *names_without_judge(cols, [(e.start, e.end, e.label_) for e in doc.ents]))


def repair_and_judge(doc: Doc) -> Doc:
    """The same, and the kinds judged; for the pipeline the judge was taught with."""
    cols = columns(doc)
    entities = [(e.start, e.end, e.label_) for e in doc.ents]
    names, titles = names_without_judge(cols, entities)
    return _write(doc, judge(cols, entities, names, doc.vocab), titles)


def names_without_judge(cols: Columns, entities: Sequence[tuple[int, int, str]]) -> tuple[list[Found], list[tuple[int, int]]]:
    """Names and the ranges of titles."""
    names = repair(cols, entities)
    titles = find_titles(cols, [(n.first, n.last) for n in names if n.label == "PERSON"])
    _beside_titles(cols, names, titles)
    return [n for n in names if not _swallowed(cols, n, titles)], titles


def _write(doc: Doc, names: Sequence[Found], titles: Sequence[tuple[int, int]]) -> Doc:
    from spacy.tokens import Span

    _hang_on_office(doc, names, titles)
    doc.ents = tuple(Span(doc, n.first, n.last, label=n.label) for n in names)
    doc.spans[TITLES] = [Span(doc, first, last, label="TITLE") for first, last in titles]
    return doc


def _hang_on_office(doc: Doc, names: Sequence[Found], titles: Sequence[tuple[int, int]]) -> None:
    """ "A nurse from Orla, Ana Roriz,": the person is in apposition to the nurse, not to the place."""
    offices = {k for first, last in titles for k in range(first, last)}
    for name in names:
        last = doc[name.last - 1]
        if name.label != "PERSON" or last.dep_ != "appos" or last.head.i in offices:
            continue
        above = last.head
        case = above.head
        office = case.head
        if above.dep_ in ("pobj", "nmod") and case.dep_ == "prep" and office.i in offices and office.i < above.i < last.i:
            last.head = office


def _beside_titles(cols: Columns, names: list[Found], titles: list[tuple[int, int]]) -> None:
    """ "the director of INPE, Heloísa Prates, said": two capitals between commas after an office are a person."""
    ends = {last for _, last in titles}
    known = body_words()
    for name in names:
        if name.label != "ORG" or name.last - name.first not in (2, 3) or name.first - 1 not in ends or cols.text[name.first - 1] != ",":
            continue
        words = cols.lower[name.first : name.last]
        closed = name.last < len(cols) and (cols.text[name.last] in (",", ".", ";") or cols.tag[name.last].startswith("V"))
        if (
            closed
            and not any(w in known.heads or w in known.forms or w in ("of", "the", "&") for w in words)
            and all(cols.text[k][0].isupper() and not cols.text[k].isupper() for k in range(name.first, name.last))
        ):
            name.label = "PERSON"


def _swallowed(cols: Columns, name: Found, titles: list[tuple[int, int]]) -> bool:
    """ "State" of "Secretary of State", "Foreign Affairs" of its minister: words of an office, not names."""
    for first, last in titles:
        if first <= name.first and name.last <= last:
            text = " ".join(cols.lower[name.first : name.last])
            words = text.replace(" and ", " ").replace(" & ", " ").split()
            known = title_words()
            return text in known.portfolios or all(w in known.portfolios or w in known.heads or w in ("social", "care") for w in words)
    return False
