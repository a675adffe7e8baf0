"""How old the driver is, the victim or the linesman, whom a report tells of by what he does, or whom only another report names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.facts import age, offices, spelling
from checker.facts.title import Title
from checker.model import NOT_COPY, Card, Document, Fact, Question, Reading

_GROWN = 14
_ALIKE, _SURELY_ALIKE = 2, 6  # words that the sentences on the two share
_AROUND = 3  # tokens between an age and the word for the person
_BETWEEN = frozenset(("who", "is", "was", "aged", "of", "a", "an", "man", "woman", "now"))
_THEN = frozenset(("when", "at"))
_THE = frozenset(("the", "its", "his", "her", "their", "this", "that"))
_SEX = {"man": "male", "woman": "female", "male": "male", "female": "female", "boy": "male", "girl": "female"}


@dataclass(frozen=True, slots=True)
class _Aged:
    fact: Fact
    document: Document
    role: str
    which: frozenset[str]  # lorry of "lorry driver", "driver of the lorry"
    gender: str | None
    card: Card | None
    words: frozenset[str]


def read(documents: Sequence[Document], facts: Sequence[Fact], cards: Sequence[Card]) -> Iterator[Reading]:
    """A Reading for the one driver of each report whose age is told, where the reports tell the same of the driver and name no two."""
    by_id = {card.id: card for card in cards if card.kind == "person"}
    told: dict[str, list[_Aged]] = {}
    for document in documents:
        for role, aged in _only_ones(document, facts, by_id).items():
            told.setdefault(role, []).append(aged)
    for role, found in sorted(told.items()):
        pair = _told_apart(found)
        if pair is None:
            continue
        a, b = pair
        sure: Literal["direct", "near"] = "direct" if len(a.words & b.words) >= _SURELY_ALIKE else "near"
        because = (f"each report tells of one {role}, and the same of the {role}",)
        cues = frozenset({f"n:age@{role}", f"h:{role}"})
        for aged in (a, b):
            index = aged.document.tokens[aged.fact.head].sentence
            yield Reading(
                Question("age", "age", f"role:{role}"), aged.fact, None, "actual", "direct" if aged is a else sure, because, index,
                f"the {role}", cues, of_card=True,
            )  # fmt: skip


def _told_apart(found: Sequence[_Aged]) -> tuple[_Aged, _Aged] | None:
    """The two reports of which at most one names the person, where nothing says that there are two."""
    if len({a.card.id for a in found if a.card is not None}) > 1 or len({a.gender for a in found if a.gender is not None}) > 1:
        return None
    for n, a in enumerate(found):
        for b in found[n + 1 :]:
            if a.card is not None and b.card is not None:
                continue  # a card's own ages are compared as such
            if (a.which and b.which and a.which.isdisjoint(b.which)) or len(a.words & b.words) < _ALIKE:
                continue
            if a.fact.value.normal() != b.fact.value.normal():
                return a, b
    return None


def _only_ones(document: Document, facts: Sequence[Fact], cards: dict[str, Card]) -> dict[str, _Aged]:
    """The people of a report by the one word each is told by, where the report has one of them and tells one age."""
    told: dict[str, list[_Aged]] = {}
    titles = [f for f in facts if isinstance(f.value, Title) and f.entity in cards and f.span.source == document.source]
    named = {_role(document, f.head) for f in titles}
    for fact in facts:
        if fact.kind != "age" or fact.span.source != document.source:
            continue
        years, unit = fact.value.fields().get("value"), fact.value.fields().get("unit")
        sentence = document.sentences[document.tokens[fact.first].sentence]
        if not isinstance(years, (int, float)) or unit != "year" or years < _GROWN or sentence.zone in NOT_COPY:
            continue
        if document.tokens[min(fact.last, len(document.tokens) - 1)].lower in _THEN:
            continue  # "who was 22 when she met him"
        card = cards.get(fact.entity or "")
        noun = _noun(document, fact)
        spots = [noun] if noun is not None else []
        held = [f for f in titles if card is not None and f.entity == card.id]
        spots += [t.head for t in held if isinstance(t.value, Title) and not t.value.states and not t.value.body]
        spots += _before_names(document, card)
        for role, i in {_role(document, i): i for i in spots}.items():
            if role is not None and (card is not None or role not in named):  # else it may be the named driver's, or another's
                which, gender, words = _which(document, i), _gender(document, fact, card), _words(document, sentence.index)
                told.setdefault(role, []).append(_Aged(fact, document, role, which, gender, card, words))
    return {
        role: aged[0] for role, aged in told.items()
        if len({a.fact.value.normal() for a in aged}) == 1 and _is_one(document, role, aged[0].card is not None)
    }  # fmt: skip


def _noun(document: Document, fact: Fact) -> int | None:
    """Where the word for the person stands: "the 25-year-old pilot", "The driver, who is 41", "the driver, a man aged 47"."""
    tokens = document.tokens
    sentence = document.sentences[tokens[fact.first].sentence]
    end = min(sentence.last, fact.last + _AROUND + 1)
    i = fact.last
    while i < end and tokens[i].pos in ("NOUN", "ADJ", "PROPN") and document.name_of[i] < 0:
        i += 1
    if i > fact.last and tokens[i - 1].tag == "NN":
        at = i - 1
        if tokens[at].lower in _SEX:
            head = tokens[at].head
            return head if tokens[at].relation == "apposition" and tokens[head].tag == "NN" else None
        return at
    i = fact.first - 1
    while i > max(sentence.first, fact.first - _AROUND - 2) and (tokens[i].text in (",", "(") or tokens[i].lower in _BETWEEN):
        i -= 1
    if tokens[i].pos == "PROPN" and tokens[i].relation == "apposition":
        i = tokens[i].head  # "the lorry driver, a Lithuanian aged 47"
    return i if tokens[i].tag == "NN" and tokens[i].sentence == sentence.index else None


def _before_names(document: Document, card: Card | None) -> list[int]:
    """Where a word stands right before the name, or is read as its first: "hiker Lars Moen", "Hiker Lars Moen"."""
    tokens = document.tokens
    named = [m for m in card.mentions if m.source == document.source and m.how == "name"] if card is not None else []
    before = [m.first - 1 for m in named if m.first and tokens[m.first - 1].sentence == tokens[m.first].sentence]
    return [i for i in (*before, *(m.first for m in named if m.last - m.first > 2)) if tokens[i].tag in ("NN", "NNP")]


def _role(document: Document, i: int) -> str | None:
    word = document.tokens[i].lower
    role = offices.aliases().get(word, word)
    known = word in age.persons() or offices.is_trade(role) or role in offices.listed("many")
    vague = {word, role} & (age.age_words()["anybody"] | spelling.words("kin"))
    return role if known and not vague else None


def _is_one(document: Document, role: str, named: bool) -> bool:
    """Whether the report has the driver, whom it need not call "the driver" where it names him, and no drivers nor another one."""
    definite = named
    for t in document.tokens:
        if t.pos != "NOUN" or offices.aliases().get(t.lemma, t.lemma) != role:
            continue
        bare = not any(document.tokens[c].relation in ("determiner", "number", "possessive", "adjective") for c in document.children[t.i])
        if t.tag == "NNS" and bare and role not in spelling.words("kin", "beside"):
            continue  # "what does it mean for drivers?"
        before = {x.lower for x in document.tokens[max(0, t.i - 4) : t.i] if x.sentence == t.sentence}
        if t.tag == "NNS" or before & age.age_words()["another"]:
            return False
        definite = definite or any(
            document.tokens[c].lower in _THE or document.tokens[c].relation == "possessive" for c in document.children[t.i]
        )
    return definite


def _which(document: Document, i: int) -> frozenset[str]:
    """What tells this driver from another: lorry, bus, school."""
    tokens = document.tokens
    out = set()
    for c in document.children[i]:
        if tokens[c].relation in ("compound", "possessive", "oblique") and tokens[c].pos in ("NOUN", "PROPN"):
            out.add(tokens[c].lemma.lower())
    return frozenset(out)


def _gender(document: Document, fact: Fact, card: Card | None) -> str | None:
    near = [t.lower for t in document.tokens[max(0, fact.first - 4) : fact.last + 3]]
    said = next((_SEX[w] for w in near if w in _SEX), None)
    if said is not None or card is None:
        return said
    return next((f.value for f in card.fields if f.name == "gender"), None) or spelling.gender_of(card.name.split()[0])


def _words(document: Document, index: int) -> frozenset[str]:
    around = document.sentences[max(0, index - 1) : index + 2]
    tokens = document.tokens[around[0].first : around[-1].last]
    words = frozenset(t.lemma.lower() for t in tokens if t.pos in ("NOUN", "VERB", "PROPN"))
    return words - spelling.words("kin", "weak") - _SEX.keys() - {"year", "age"}
