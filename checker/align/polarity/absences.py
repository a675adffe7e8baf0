"""What one report says will not be or is not needed, and another says is coming: "there will be no recount" / "will seek a recount"."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker import concepts
from checker.align.polarity import poles
from checker.align.topic import identity
from checker.language.clauses import mood, negated
from checker.model import NOT_COPY, Document, Happening, Question, Side, Span, Topic

LEVEL = "denied"
_WITH = frozenset(("subject", "passive_subject", "oblique", "object"))
_MORE = frozenset(("further", "more", "other", "new", "such"))


@dataclass(frozen=True, slots=True)
class Coming:
    """That something is to come, or is not."""

    document: Document
    at: int  # the noun or verb that names it
    verb: int
    what: frozenset[str]  # its concept and lemma
    about: frozenset[str]  # nouns and names told with it
    affirmed: bool
    speaker: bool


def topics(documents: Sequence[Document], happenings: Sequence[Happening]) -> tuple[Topic, ...]:
    """One Topic for each thing that one report rules out and another announces; neither tells both."""
    known = [dict[int, Happening]() for _ in documents]
    for happening in happenings:
        known[happening.source][happening.predicate] = happening
    denied = [found for document in documents for found in _ruled_out(document, known[document.source])]
    if not denied:
        return ()
    wanted = frozenset(w for d in denied for w in d.what)
    coming = [found for document in documents for found in _announced(document, known[document.source], wanted)]
    out: dict[str, Topic] = {}
    for d in denied:
        for a in coming:
            if a.document is not d.document and _one(d, a) and not _both(d, a, denied, coming):
                topic = _topic(d, a)
                out.setdefault(topic.id, topic)
    return tuple(out.values())


def _ruled_out(document: Document, known: Mapping[int, Happening]) -> list[Coming]:
    """ "There will be no strike", "needs no vote", "does not involve the closure of any store"."""
    tokens, words, out = document.tokens, _words(), []
    for token in tokens:
        if token.pos != "NOUN" or token.relation not in ("attribute", "object", "subject", "passive_subject"):
            continue
        head, below = tokens[token.head], document.children[token.i]
        no = any(tokens[c].lower == "no" for c in below)
        if head.lemma == "be" and no:
            fits = any(tokens[c].lower == "there" for c in document.children[head.i]) and mood(document, head.i) == "planned"
        elif token.relation == "passive_subject":  # "no charges will be brought"
            fits = no and mood(document, head.i) == "planned"
        elif head.lemma in words["needs"] and token.relation == "object":
            fits = no or negated(document, head.i)
        else:
            fits = False
        more = any(tokens[c].relation == "adjective" or tokens[c].lower in _MORE for c in below)
        if not fits or more or document.sentences[token.sentence].zone in NOT_COPY:
            continue
        named = _named(document, token.i, known)
        if named:
            out.append(Coming(document, token.i, head.i, named, _about(document, token.i, head.i), False, document.speech_of[token.i] >= 0))
    return out


def _announced(document: Document, known: Mapping[int, Happening], wanted: frozenset[str]) -> list[Coming]:
    """The mentions of the wanted things that are told as coming or set going."""
    tokens, words, out = document.tokens, _words(), []
    for token in tokens:
        if token.pos not in ("NOUN", "VERB") or document.sentences[token.sentence].zone in NOT_COPY:
            continue
        what = frozenset((token.lemma.lower(), *((known[token.i].concept,) if token.i in known else ())))
        if what.isdisjoint(wanted) or what & words["vague"]:
            continue
        verb = token.i if token.pos == "VERB" else _verb_above(document, token.i)
        if verb is None or negated(document, verb) or negated(document, token.i):
            continue
        planned = mood(document, verb) == "planned" and tokens[verb].lemma not in words["wishes"]
        if planned or (token.pos == "NOUN" and tokens[verb].lemma in words["sets"] and mood(document, verb) == "actual"):
            out.append(Coming(document, token.i, verb, what, _about(document, token.i, verb), True, document.speech_of[token.i] >= 0))
    return out


def _named(document: Document, i: int, known: Mapping[int, Happening]) -> frozenset[str]:
    """Concept and lemma of the noun, or of the one behind it where it says little: "a bid for a recount"."""
    tokens, words = document.tokens, _words()
    token = tokens[i]
    if token.lemma.lower() in words["holders"]:
        inner = next((c for c in document.children[i] if tokens[c].relation == "oblique" and tokens[c].pos == "NOUN" and c > i), None)
        return _named(document, inner, known) if inner is not None else frozenset()
    if token.lemma.lower() in words["vague"]:
        return frozenset()
    if i in known:
        return frozenset((token.lemma.lower(), known[i].concept))
    return frozenset((token.lemma.lower(),))


def _verb_above(document: Document, i: int) -> int | None:
    """The verb that the noun is done with; None where the noun itself acts, or there is none of it."""
    tokens = document.tokens
    for _ in range(4):
        token = tokens[i]
        if token.pos != "NOUN" or any(tokens[c].lower in ("no", "any") for c in document.children[i]):
            return None
        head = tokens[token.head]
        if token.relation == "subject" and head.lemma not in _words()["comes"]:
            return None
        if head.pos in ("VERB", "AUX"):
            return head.i if token.relation in ("object", "oblique", "passive_subject", "subject", "attribute") else None
        if token.relation != "oblique":
            return None
        i = head.i
    return None


def _about(document: Document, i: int, verb: int) -> frozenset[str]:
    """The nouns, classes and names in the phrase and of the verb."""
    tokens, out, known = document.tokens, set(), concepts.load()
    under = {k for c in document.children[i] for k in (c, *document.children[c])}
    under |= {k for c in document.children[verb] if tokens[c].relation in _WITH for k in (c, *document.children[c])}
    for k in under:
        if k != i and tokens[k].pos in ("NOUN", "PROPN") and tokens[k].lower not in poles.alike():
            out.add(known.counted(tokens[k].lemma.lower()))
        elif k != i and tokens[k].pos == "NOUN":
            out.add(f"like:{poles.alike()[tokens[k].lower]}")
    return frozenset(out - _words()["vague"])


def _one(denied: Coming, coming: Coming) -> bool:
    if denied.what.isdisjoint(coming.what):
        return False
    if denied.about & coming.about:
        return True
    rare = [w for w in denied.what & coming.what if _count(denied.document, w) <= 2 and _count(coming.document, w) <= 2]
    return bool(rare) and (coming.document.tokens[coming.at].pos == "NOUN" or not coming.about or not denied.about)


def _both(denied: Coming, coming: Coming, all_denied: Sequence[Coming], all_coming: Sequence[Coming]) -> bool:
    """Whether one of the two reports tells both that it comes and that it does not."""
    what = denied.what & coming.what
    return any(c.document is denied.document and c.what & what for c in all_coming) or any(
        d.document is coming.document and d.what & what for d in all_denied
    )


def _count(document: Document, word: str) -> int:
    return sum(t.lemma.lower() == word for t in document.tokens)


def _topic(denied: Coming, coming: Coming) -> Topic:
    a, b = sorted((denied, coming), key=lambda c: c.document.source)
    name = denied.document.tokens[denied.at].lemma if denied.at else ""
    shared = min(denied.what & coming.what)
    question = Question("polarity", shared, of="to come")
    normal = (f"{shared}:False", f"{shared}:True")
    return Topic(
        id=identity(question, normal), kind="polarity", label=f"whether it is to come: {name}", question=question,
        sides=tuple(Side(_span(c), "affirmed" if c.affirmed else "denied") for c in (a, b)), verdict="conflict", level=LEVEL,
        because="one report says there will be none, the other that it is coming", comparator="polarity", normal=normal,
        evidence=(f"both speak of {shared.replace('-', ' ')}",), settle="Ask the one who decides it.", tier="warning",
    )


def _span(coming: Coming) -> Span:
    first, last = sorted((coming.at, coming.verb))
    return coming.document.span(max(first, last - 12), last + 1)


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    data = poles.table()["absences"]
    assert isinstance(data, dict)
    return {key: frozenset(words) for key, words in data.items() if key != "source"}
