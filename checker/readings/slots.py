"""Where a value stands in its clause: the noun that names it, the predicate that governs it, and who else takes part.

A slot is read from the relations alone; which concept its words stand for is asked of checker.concepts afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Document, Fact, Token
from checker.readings.words import words

MODIFIER = frozenset({"number", "compound", "adjective", "quantity_modifier", "determiner", "possessive", "adverbial_noun"})
NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Slot:
    """The places in the clause that say what a value measures; token indexes, None where there is none."""

    named: int | None  # the noun that names the value: "people" of "12 people", "magnitude" of "a magnitude of 6.4"
    predicate: int | None  # the verb, or the event noun, that governs it
    preposition: str | None  # how the value hangs on the predicate: "to" in "rose to 5 percent"
    subject: int | None
    object: int | None
    holder: int | None  # the possessor or of-phrase of `named`: "Halderen" of "Halderen's net profit"
    direct: bool  # read from the syntax in one or two steps
    role: str  # how the value stands: subject, object, oblique, modifier, attribute, apposition, label, loose


def slot_of(document: Document, fact: Fact) -> Slot:
    """The slot of a fact, read from its head token upwards."""
    tokens = document.tokens
    inside = range(fact.first, fact.last)
    head = fact.head
    # climb to the highest token of the value itself
    for _ in range(8):
        up = tokens[head].head
        if up != head and up in inside:
            head = up
        else:
            break
    sentence = document.sentences[tokens[head].sentence]
    if sentence.label is not None and head >= sentence.label[1]:
        return _label_slot(document, sentence.label, head)
    if (moved := _moved(document, fact, sentence.first)) is not None:
        return slot_at(document, fact, moved)
    named = head if tokens[head].pos in NOMINAL and fact.kind in ("count", "ordinal") else None
    role, preposition, direct = "loose", None, named is not None
    node = head
    # "two-hour talks", "28-metre rocket", "nine-year term", "third flight": the noun it modifies
    token = tokens[node]
    if token.relation in MODIFIER and tokens[token.head].pos in NOMINAL and token.head not in inside:
        node = token.head
        role, direct = "modifier", True
        if named is None:
            named = node
    node = _climb(document, node)
    token = tokens[node]
    predicate: int | None = None
    if tokens[node].relation == "oblique" and tokens[tokens[node].head].pos in NOMINAL and role != "modifier":
        # "a fine of RM 12.5 million", "a depth of 21 km": the noun before the preposition
        owner = tokens[node].head
        preposition = _preposition(document, node)
        if preposition in ("of", "at", "for", "in", "with", "by", "to", "on", "over"):
            if preposition == "of" or named is None:
                named = owner if named is None or fact.kind not in ("count", "ordinal") else named
            direct, role = direct or preposition == "of", "oblique"
            node = _climb(document, owner)
            predicate = _governor(document, node)
            return _finish(document, fact, named, predicate if predicate is not None else owner, preposition, role, direct)
    token = tokens[node]
    if token.head != node:
        governor = tokens[token.head]
        if governor.pos in VERBAL or governor.relation in ("root", "clause", "relative_clause", "adverbial_clause", "noun_clause"):
            predicate = governor.i
            if role == "loose" or role == "modifier":
                role = _role(token)
            if token.relation in ("oblique", "agent"):
                preposition = _preposition(document, node)
            direct = True if role in ("object", "attribute", "oblique", "subject") else direct
    elif token.pos in VERBAL:
        predicate = node
    if predicate is None:
        predicate = _governor(document, node)
    return _finish(document, fact, named, predicate, preposition, role, direct)


def slot_at(document: Document, fact: Fact, word: int) -> Slot:
    """The slot of a value that belongs to `word`, the noun or the verb that names it, wherever the parser hung it."""
    noun = word if document.tokens[word].pos in NOMINAL else None
    verb = word if noun is None else _governor(document, word)
    return _finish(document, fact, noun, verb, None, "modifier", True)


def _moved(document: Document, fact: Fact, first: int) -> int | None:
    """The revenue of "on revenue up 6 percent", of which the parser makes an adverb."""
    tokens = document.tokens
    if fact.kind not in ("percent", "money") or fact.first - 2 < first or tokens[fact.first - 1].lower not in ("up", "down"):
        return None
    return fact.first - 2 if tokens[fact.first - 2].pos == "NOUN" else None


def _label_slot(document: Document, label: tuple[int, int], head: int) -> Slot:
    tokens = document.tokens
    nouns = [i for i in range(*label) if tokens[i].pos in NOMINAL or tokens[i].pos in ("VERB", "ADJ")]
    named = next((i for i in nouns if tokens[i].pos in NOMINAL), nouns[0] if nouns else None)
    rest = [i for i in nouns if i != named]
    return Slot(named, rest[0] if rest else named, None, None, None, rest[-1] if len(rest) > 1 else None, True, "label")


def _climb(document: Document, node: int) -> int:
    """Over conjuncts and appositions to the phrase that takes part in the clause."""
    tokens = document.tokens
    for _ in range(6):
        token = tokens[node]
        joined = token.relation in ("conjunct", "apposition") and token.head != node
        if joined and tokens[token.head].pos in (*NOMINAL, "NUM", "PRON", "SYM"):
            node = token.head
        else:
            break
    return node


def _role(token: Token) -> str:
    return {
        "subject": "subject", "passive_subject": "subject", "object": "object", "indirect_object": "object", "attribute": "attribute",
        "oblique": "oblique", "agent": "oblique", "adverbial_noun": "oblique", "adverb": "oblique",
    }.get(token.relation, "loose")


def _preposition(document: Document, node: int) -> str | None:
    cases = [document.tokens[c].lower for c in document.children[node] if document.tokens[c].relation == "case" and c < node]
    return cases[0] if cases else None


def _governor(document: Document, node: int) -> int | None:
    """The nearest verb above a token."""
    tokens = document.tokens
    for _ in range(8):
        up = tokens[node].head
        if up == node:
            return node if tokens[node].pos in VERBAL else None
        node = up
        if tokens[node].pos in VERBAL:
            return node
    return None


def _finish(
    document: Document, fact: Fact, named: int | None, predicate: int | None, preposition: str | None, role: str, direct: bool
) -> Slot:
    tokens, inside = document.tokens, range(fact.first, fact.last)
    subject = obj = None
    if predicate is not None:
        # "was accused of taking", "is expected to cost": the open clause shares its subject with the verb above
        verb = predicate
        for _ in range(4):
            for c in document.children[verb]:
                relation = tokens[c].relation
                if relation in ("subject", "passive_subject") and subject is None and c not in inside:
                    subject = c
                elif relation in ("object", "attribute") and obj is None and verb == predicate and c not in inside:
                    obj = c
            if subject is not None:
                break
            up = tokens[verb]
            if up.relation == "relative_clause" or up.relation == "noun_clause":
                subject = up.head
                break
            shares = up.relation in ("open_clause", "conjunct", "adverbial_clause", "clause") and up.head != verb
            if shares and tokens[up.head].pos in VERBAL:
                verb = up.head
            else:
                break
    linking = words().linking | words().trading if fact.kind in ("percent", "money") else words().linking
    links = predicate is not None and tokens[predicate].lemma in linking and tokens[predicate].pos in VERBAL
    if links and named is None and role in ("object", "attribute", "oblique"):
        # the subject names the value: "net profit came to 86 million"; of "raised its rate to 5 percent" the object does
        candidate = subject
        if candidate is not None and tokens[candidate].pos in NOMINAL:
            named, direct = candidate, True
    if predicate is not None and named is None and role == "oblique" and preposition in ("to", "at", "by", "from") and obj is not None:
        named, direct = obj, True
    holder = _holder(document, named, inside) if named is not None else None
    return Slot(named, predicate, preposition, subject, obj, holder, direct, role)


def _holder(document: Document, named: int, inside: range) -> int | None:
    tokens = document.tokens
    for c in document.children[named]:
        token = tokens[c]
        if token.relation == "possessive" and token.pos in NOMINAL:
            return c
    for c in document.children[named]:
        token = tokens[c]
        if token.relation != "oblique" or c in inside or token.pos not in NOMINAL:
            continue
        if _preposition(document, c) in ("of", "in", "for", "among", "from", "on"):
            return c
    return None
