"""Ages that a page tells without the word: the length of a life, a year of birth, a birthday to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from checker.facts.age import Age
from checker.model import Document, Fact

_OF_A_BIRTH = ("ADP", "DET", "PROPN", "NOUN", "ADJ", "NUM")  # "born in Lower Saxony in the summer of"
_TO_COME = ("will", "would", "'ll", "'d", "to", "turns", "turning")


def with_ages(documents: Sequence[Document], facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, with lengths of lives and birthdays to come as ages, and then the ages that years of birth tell."""
    for fact in facts:
        if fact.kind == "duration":
            yield _of_a_life(documents[fact.span.source], fact)
        elif fact.kind == "age":
            yield _to_come(documents[fact.span.source], fact)
        else:
            yield fact
    yield from _born(documents, facts)
    for document in documents:
        yield from _born_in_brackets(document, {f.first for f in facts if f.kind == "date" and f.span.source == document.source})


def _of_a_life(document: Document, fact: Fact) -> Fact:
    """ "Ann Doe, 43 years, returned": the length of a life."""
    tokens = document.tokens
    i = fact.first - 2
    beside = i >= 0 and tokens[i + 1].text == "," and document.name_of[i] >= 0 and document.names[document.name_of[i]].kind == "person"
    if not beside or fact.last >= len(tokens) or tokens[fact.last].text not in (",", ".") or tokens[fact.last - 1].lemma != "year":
        return fact
    years = fact.value.fields().get("value")
    if not isinstance(years, (int, float)) or years <= 0:
        return fact
    count = float(round(years / (365 * 86400)))
    return Fact("age", fact.span, Age(count, count, count), fact.first, fact.last, fact.head, fact.hedge)


def _to_come(document: Document, fact: Fact) -> Fact:
    """ "would have turned 32", "turns 32 next week", "short of his 32nd birthday": 31 or 32 years old."""
    tokens, years = document.tokens, fact.value.fields().get("value")
    birthday = tokens[fact.last - 1].lemma == "birthday"
    if not (birthday or tokens[fact.first].lemma == "turn") or not isinstance(years, (int, float)):
        return fact
    first = max(fact.first - (5 if birthday else 3), document.sentences[tokens[fact.first].sentence].first)
    if not any(t.lower in _TO_COME or (birthday and t.lower in ("short", "before")) for t in tokens[first : fact.first + 1]):
        return fact
    return Fact("age", fact.span, Age(years, years - 1, years, hedge="range"), fact.first, fact.last, fact.head, fact.hedge)


def _born(documents: Sequence[Document], facts: Sequence[Fact]) -> Iterator[Fact]:
    """ "born in 1989" in a report of 2023: 33 or 34 years old."""
    for fact in facts:
        document = documents[fact.span.source]
        tokens, published = document.tokens, document.report.published or document.report.clock
        born = _born_before(document, fact.first) if fact.kind == "date" and published is not None else None
        if born is None or published is None:
            continue
        year = next((t.text for t in tokens[fact.first : fact.last] if len(t.text) == 4 and t.text.isdigit()), None)
        if year is not None and 0 < int(published[:4]) - int(year) < 120:
            age = float(int(published[:4]) - int(year))
            yield Fact("age", document.span(born, fact.last), Age(None, age - 1, age, hedge="range"), born, fact.last, fact.head)


def _born_before(document: Document, first: int) -> int | None:
    """The "born" that a date tells of: "born in the summer of 1989", "born in Lower Saxony in 1934"."""
    tokens = document.tokens
    for i in range(first - 1, max(-1, first - 9), -1):
        token = tokens[i]
        if token.lower == "born":
            return i
        if token.sentence != tokens[first - 1].sentence or not (token.pos in _OF_A_BIRTH or token.text == ","):
            return None
    return None


def _born_in_brackets(document: Document, dated: Set[int]) -> Iterator[Fact]:
    """ "Oleg Raud (born 1978)", "Oleg Raud, b. 1978," where the year was not read as a date."""
    tokens, published = document.tokens, document.report.published or document.report.clock
    for token in tokens[1:] if published is not None else ():
        year = token.text
        if token.i in dated or len(year) != 4 or not year.isdigit() or tokens[token.i - 1].lower not in ("born", "b", "b.", "*"):
            continue
        age = float(int((published or "")[:4]) - int(year))
        if 0 < age < 120:
            first = token.i - 1
            yield Fact("age", document.span(first, token.i + 1), Age(None, age - 1, age, hedge="range"), first, token.i + 1, token.i)
