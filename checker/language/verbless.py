"""Who speaks where no verb of saying tells: a name and a colon, a name in parentheses, "... was his verdict", "in the words of Kodra"."""

from __future__ import annotations

from checker.language.quotation import Quotation
from checker.language.speakers import Range, cues
from checker.model import Document

Found = tuple[Range | None, int | None] | None  # the speaker and the cue, of which there is none


def speaker(document: Document, q: Quotation, start: int, end: int) -> Found:
    """The tokens that name who speaks the quotation, which stands in the sentence of tokens start..end."""
    return _colon(document, q, start, end) or _noun_of_words(document, q, end) or _only_person(document, q, start, end)


def subject_before(document: Document, opening: int) -> Range | None:
    """ "Kodra wiped her eyes. '...'": the subject of the sentence before, in one paragraph, where it is the only person there."""
    tokens = document.tokens
    at = tokens[opening].sentence
    if at == 0 or document.sentences[at - 1].paragraph != document.sentences[at].paragraph:
        return None
    before = document.sentences[at - 1]
    people = [n for n in document.names if n.kind == "person" and before.first <= n.first < before.last]
    for i in range(before.first, before.last):
        if tokens[i].relation == "subject" and tokens[tokens[i].head].head == tokens[i].head:
            if len(people) == 1 and people[0].first <= i < people[0].last:
                return people[0].first, people[0].last
            return (i, i + 1) if not people and tokens[i].lower in ("he", "she") else None
    return None


def _colon(document: Document, q: Quotation, start: int, end: int) -> Found:
    """ "Kodra: 'We rule nothing out'" and "'We rule nothing out': Kodra", as headlines have it."""
    tokens, names = document.tokens, document.names
    i = q.first - 2
    if i > start and tokens[i].text == ":":
        while start < i and tokens[start].pos in ("NUM", "PUNCT"):
            start += 1  # the hour of a live page
        titled = i - start <= 8 and not any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[start:i])
        k = document.name_of[i - 1 if titled else start]  # "Coach Kodra: '...'", "Kodra, towel on head: '...'"
        if k >= 0 and (names[k].last == i or (names[k].last + 8 > i and tokens[names[k].last].text == ",")):
            return (names[k].first, names[k].last), None
    if q.closed and q.last + 2 < end and tokens[q.last + 1].text in (":", "-", "–", "—", "--"):
        k = document.name_of[q.last + 2]
        plain = not any(t.pos in ("VERB", "AUX") for t in tokens[q.last + 2 : end])
        if k >= 0 and (names[k].last >= end - 1 or (tokens[names[k].last].text == "," and plain)):
            return (names[k].first, names[k].last), None
    return None


def _noun_of_words(document: Document, q: Quotation, end: int) -> Found:
    """ "'...' was his verdict", "'...' was Kodra's reply"."""
    tokens = document.tokens
    if q.last + 3 < end and tokens[q.last + 1].lemma == "be":
        for i in range(q.last + 2, min(q.last + 7, end)):
            if tokens[i].relation == "possessive" and tokens[tokens[i].head].lemma in cues().nouns:
                k = document.name_of[i]
                return (document.names[k].first, document.names[k].last) if k >= 0 else (i, i + 1), None
    return None


def _only_person(document: Document, q: Quotation, start: int, end: int) -> Found:
    """ "Kodra shook her head: '...'", "In the words of Kodra, '...'", "'...' (Kodra)", "'...' came the answer from Kodra"."""
    tokens, names = document.tokens, document.names
    opening, closing = q.first - 1, q.last
    before = [k for k, n in enumerate(names) if n.kind == "person" and start <= n.first and n.last <= opening]
    lead = [t.lower for t in tokens[start:opening]]
    said = tokens[opening - 1].text == ":" or (tokens[opening - 1].text == "," and {"words", "put"} & set(lead))
    if opening > start and said:
        if len(before) == 1:
            name = names[before[0]]
            head = next((i for i in range(name.first, name.last) if not name.first <= tokens[i].head < name.last), name.first)
            case = next((tokens[c].lower for c in document.children[head] if tokens[c].relation == "case"), "of")
            return ((name.first, name.last), None) if case in ("of", "from", "by", "'s", "'") else None  # not "a word on Kodra: '...'"
        subject = next((i for i in range(start, opening) if tokens[i].lower in ("he", "she") and tokens[i].relation == "subject"), None)
        return ((subject, subject + 1), None) if not before and subject is not None else None
    after = [k for k in range(closing + 1, min(closing + 9, end)) if document.name_of[k] >= 0]
    if q.closed and after and names[document.name_of[after[0]]].kind == "person":
        name = names[document.name_of[after[0]]]
        between = [t.lemma for t in tokens[closing + 1 : name.first] if t.pos != "PUNCT"]
        inside = tokens[name.first - 1].text == "(" and name.first <= closing + 2
        enclosed = inside and name.last < len(tokens) and tokens[name.last].text == ")"
        told = bool(between) and between[-1] in ("of", "from") and bool((cues().nouns | {"word"}) & set(between))
        if enclosed or told:
            return (name.first, name.last), None
    return None
