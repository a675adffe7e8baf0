"""What a report tells of a scale: which pole, of whom, when, how sure, by whose word."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.align.polarity import holders, poles, subjects
from checker.align.polarity.certainty import until
from checker.align.polarity.claims import table
from checker.align.polarity.holders import Holder
from checker.align.polarity.poles import Said, Scale
from checker.language.clauses import case_of, mood, negated
from checker.model import NOT_COPY, Document, Mood

_NEAR = 12  # tokens around a phrase in which a word of time tells of it
_OTHER_CLAUSES = frozenset(("conjunct", "parataxis", "relative_clause"))
_NOT_AROUND = _OTHER_CLAUSES | {"subject", "passive_subject", "object"}
_MATTERS = ("on", "over", "about", "for", "against")
_CARRIED = ("oblique", "adverb", "attribute", "object", "case", "open_clause")


@dataclass(frozen=True, slots=True)
class State:
    """That one pole of a scale is so of somebody or something, by one report."""

    said: Said
    document: Document
    pole: bool
    holder: Holder | None
    actor: Holder | None
    mood: Mood
    times: frozenset[str]  # weekdays, months, "first half"
    places: frozenset[str]
    matter: frozenset[str]  # what the nouns of the phrase are about: "a deal on wages"
    years: frozenset[str]
    figures: frozenset[str]
    speaker: str | None  # card, or the noun that names who says it
    never: bool
    present: bool  # told in the present tense
    refused: bool  # denied by "refused to", "ruled out": of what is to come too
    update: bool  # "so far", "yet": another report may know more

    @property
    def scale(self) -> Scale:
        return self.said.phrase.scale

    @property
    def sentence(self) -> tuple[int, int]:
        """Its tokens, half open."""
        at = self.document.sentences[self.document.tokens[self.said.head].sentence]
        return at.first, at.last


def read(
    found: Sequence[tuple[Document, Said]], entity: Sequence[Mapping[int, str]], called: Mapping[str, frozenset[str]]
) -> Iterator[list[State]]:
    """The states of each scale of which one report tells the one pole and another the other.

    `entity` holds for each document the card of each token, `called` the nouns of each card.
    """
    leaning: dict[str, list[tuple[Document, Said, int, bool]]] = {}
    for document, said in found:
        verb = _verb(document, said.head)
        denied = not said.phrase.fixed and _denied(document, said, verb)
        if denied and until(document, verb):
            continue  # "did not open until noon"
        leaning.setdefault(said.phrase.scale.name, []).append((document, said, verb, denied))
    for told in leaning.values():
        sides = {(document.source, said.phrase.pole != denied) for document, said, _, denied in told}
        if any((other, not pole) in sides for source, pole in sides for other in {s for s, _ in sides} if other != source):
            states = [_state(d, said, verb, denied, entity[d.source], called) for d, said, verb, denied in told]
            yield [s for s in states if s is not None]


def _state(
    document: Document, said: Said, verb: int, denied: bool, entity: Mapping[int, str], called: Mapping[str, frozenset[str]]
) -> State | None:
    """The state that a phrase tells; None where it is asked, partly so, told of another time, or of no holder of the scale."""
    tokens, phrase, words, head = document.tokens, said.phrase, words_of_states(), said.head
    sentence = document.sentences[tokens[head].sentence]
    if sentence.zone in NOT_COPY or tokens[sentence.last - 1].text == "?" or _supposed(document, verb):
        return None
    clause = _clause(document, head, verb)
    around = {
        tokens[c].lower for i in {*said.tokens, verb} for c in document.children[i]
        if tokens[c].relation in ("adverb", "adjective", "determiner")
    }
    lasting = phrase.passing or phrase.scale.story or phrase.scale.name.startswith("a:")
    if clause & words["before"] or around & words["partly"] or (lasting and clause & words["bounded"]):
        return None
    if denied and (phrase.strong or around & words["degree"]):
        return None
    if phrase.fixed and said.tokens[0] and tokens[said.tokens[0] - 1].lower == "not":
        return None  # "not without a fight"
    told = _mood(document, said, verb, denied)
    if phrase.scale.future and told != "planned" and not phrase.fixed:
        return None
    at = _whose(document, _said_of(document, said))
    holder = holders.holder(document, at if at not in said.tokens else None, entity, called)
    if not _fits(phrase.scale, holder):
        return None
    actor = subjects.actor_of(document, head) if phrase.to else None
    near = {t.lower for t in tokens[max(sentence.first, said.tokens[0] - _NEAR) : min(sentence.last, said.tokens[-1] + _NEAR)]}
    years = frozenset(w for w in clause if w.isdigit() and len(w) == 4 and w[:2] in ("19", "20"))
    return State(
        said, document, phrase.pole != denied, holder, holders.holder(document, actor if actor != at else None, entity, called), told,
        _times(document, head, verb), _places(document, head), _matter(document, said), years,
        frozenset(w for w in clause if w[0].isdigit()) - years, _speaker(document, head, entity), denied and "never" in clause,
        any(tokens[k].tag in ("VBZ", "VBP") for k in (verb, *document.children[verb]) if tokens[k].pos in ("VERB", "AUX")),
        denied and tokens[tokens[head].head].lemma in words["refusing"],
        bool(near & words["update"]),
    )


def _verb(document: Document, i: int) -> int:
    """The verb that carries the phrase: itself, or the one that a noun, an adverb or "without doing" hangs on."""
    tokens = document.tokens
    for _ in range(3):
        token = tokens[i]
        gerund = token.relation == "oblique" and any(tokens[c].relation == "case" for c in document.children[i])
        if (token.pos in ("VERB", "AUX") and not gerund) or token.head == i or token.relation not in _CARRIED:
            return i
        i = token.head
    return i


def _denied(document: Document, said: Said, verb: int) -> bool:
    tokens = document.tokens
    count = int(negated(document, said.head))
    if verb != said.head and tokens[said.head].relation in ("oblique", "adverb", "case"):
        count += negated(document, verb)
    for i in said.tokens:
        if i != said.head and tokens[i].relation not in ("subject", "passive_subject"):
            count += any(tokens[c].lower == "no" and c not in said.tokens for c in document.children[i])
    return count % 2 == 1


def _mood(document: Document, said: Said, verb: int, denied: bool) -> Mood:
    tokens, supposed = document.tokens, words_of_states()["supposed"]
    head, first = tokens[said.head], said.tokens[0]
    if (head.head != head.i and tokens[head.head].lemma in supposed) or (first and tokens[first - 1].lemma in supposed):
        return "possible"  # "is presumed dead", "suspected of firing"
    if denied and any(tokens[c].lower == "could" for c in document.children[verb]):
        return "actual"  # "could not take off"
    own = mood(document, said.head)
    return own if verb == said.head or own != "actual" else mood(document, verb)


def _supposed(document: Document, i: int) -> bool:
    """Whether it hangs on an "if", or a clause above is only supposed: "it is unclear whether"."""
    tokens = document.tokens
    for c in document.children[i]:
        if tokens[c].relation == "adverbial_clause" and any(tokens[k].lower in ("if", "unless") for k in document.children[c]):
            return True
    for _ in range(6):
        if any(tokens[c].relation == "marker" and tokens[c].lower in ("if", "unless", "whether") for c in document.children[i]):
            return True
        if tokens[i].head == i:
            return False
        i = tokens[i].head
    return False


def _said_of(document: Document, said: Said) -> int | None:
    """The token of which the phrase is said; where a scale is told of certain things, the one of them."""
    last = document.tokens[said.tokens[-1]]
    below = [c for c in document.children[said.head] if c not in said.tokens]
    has_object = any(document.tokens[c].relation in ("object", "passive_subject") for c in below)
    if said.phrase.to and last.relation == "case" and not has_object:
        return last.head  # "said yes to a place", "voted against the bill"
    subject, thing = subjects.subject_of(document, said.head), subjects.object_of(document, said.head)
    first, second = (thing, subject) if said.phrase.to else (subject, thing)
    scale = said.phrase.scale
    if scale.nouns and scale.people is False and second is not None and document.tokens[second].lemma.lower() in scale.nouns:
        return first if first is not None and document.tokens[first].lemma.lower() in scale.nouns else second
    return first


def _whose(document: Document, at: int | None) -> int | None:
    """The one whose hand, leg or head it is."""
    if at is None or document.tokens[at].lemma not in words_of_states()["body"]:
        return at
    return next((c for c in document.children[at] if document.tokens[c].relation == "possessive"), at)


def _fits(scale: Scale, holder: Holder | None) -> bool:
    """Whether a scale of people is told of no place or body, and one of things of no person."""
    if holder is None or scale.people is None:
        return True
    kinds = ("place:", "organization:") if scale.people else ("person:",)
    return not any(card.startswith(kinds) for card in holder.cards)


def _clause(document: Document, head: int, verb: int) -> frozenset[str]:
    """The words around a predicate and its verb, without those of subject and object."""
    tokens = document.tokens
    return frozenset(
        tokens[k].lower for i in {head, verb} for c in document.children[i]
        if tokens[c].relation not in _NOT_AROUND for k in (c, *document.children[c])
    )


def _times(document: Document, head: int, verb: int) -> frozenset[str]:
    """The weekdays, months and stages ("first half") in a clause."""
    tokens, words, out = document.tokens, words_of_states(), set()
    below = {c for i in {head, verb} for c in document.children[i] if tokens[c].relation not in _OTHER_CLAUSES}
    for _ in range(2):
        below |= {k for c in below for k in document.children[c]}
    for k in below:
        token = tokens[k]
        if token.pos == "PROPN" and token.lower in words["times"]:
            out.add(token.lower)
        elif token.lower in words["ordinals"] and tokens[token.head].lemma in words["stages"]:
            out.add(f"{token.lower} {tokens[token.head].lemma}")
    return frozenset(out)


def _places(document: Document, head: int) -> frozenset[str]:
    """The last words of the places named in a sentence."""
    sentence = document.sentences[document.tokens[head].sentence]
    return frozenset(
        document.tokens[n.last - 1].lower for n in document.names if n.kind == "place" and sentence.first <= n.first < sentence.last
    )


def _matter(document: Document, said: Said) -> frozenset[str]:
    tokens = document.tokens
    return frozenset(
        tokens[c].lemma.lower() for i in said.tokens for c in document.children[i]
        if tokens[c].relation == "oblique" and case_of(document, c) in _MATTERS
        and (tokens[i].pos == "NOUN" or case_of(document, c) == "against")
    )


def _speaker(document: Document, i: int, entity: Mapping[int, str]) -> str | None:
    k = document.speech_of[i]
    who = document.speeches[k].speaker if k >= 0 else None
    if who is None:
        return None
    top = next((j for j in range(*who) if not who[0] <= document.tokens[j].head < who[1]), who[1] - 1)
    return entity.get(top) or document.tokens[top].lemma.lower()


@functools.cache
def words_of_states() -> dict[str, frozenset[str]]:
    """The word lists "words" of poles.toml, and the words of time of denials.toml."""
    data = poles.table()["words"]
    assert isinstance(data, dict)
    return {key: frozenset(words) for key, words in data.items() if key != "source"} | {"times": frozenset(table()["times"])}
