"""Where each report says that something happened: at which place, and from where somebody set out."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.align.claims import table as claim_words
from checker.align.participants import Participant, in_role, participant
from checker.align.spots import Phrase, phrase_at, phrase_words, table
from checker.language.clauses import mood
from checker.model import Document, Happening

AT = frozenset(("in", "at", "on", "near", "off", "outside", "inside", "by", "above", "below", "beside", "between", "before"))
MEANT = "the-event"
_PREPOSITIONS = AT | {"to", "into", "from", "for", "towards", "toward", "onto"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's answer to where something was or is."""

    ask: str  # "sign", "depart-from", "taken-hospital", "seat", "found"
    document: Document
    phrase: Phrase
    subject: Participant | None
    thing: Participant | None  # whom or what it happened to, or what stands there
    label: str
    anchor: str | None = None  # day or year
    planned: bool | None = False  # None where it is no matter
    main: bool = False
    loose: bool = False  # a story has hardly two of them, so that nobody need be named again
    speaker: str | None = None
    group: str | None = None  # of the happening
    definite: bool = False  # told by a noun that leads back: "the restoration"


def read(document: Document, known: Mapping[int, Happening]) -> Iterator[Telling]:
    """Where the happenings of one report were; `known` holds them by predicate."""
    for i, happening in known.items():
        if happening.affirmed and happening.mood in ("actual", "planned"):
            yield from _happened(document, i, happening, known)
    for token in document.tokens:
        if token.lower == "from" and token.relation == "case":
            yield from _from(document, token.i)


def told(document: Document, i: int, happening: Happening, ask: str, phrase: Phrase, label: str = "", loose: bool = False) -> Telling:
    """The telling of a happening."""
    anchor = happening.anchor or ("earlier" if _last_year(document, i) else None)
    token = document.tokens[i]
    above = (token.head, *(c for c in document.children[token.head] if document.tokens[c].relation == "open_clause"))
    held = token.pos == "NOUN" and token.relation in ("subject", "passive_subject") and any(mood(document, j) == "planned" for j in above)
    return Telling(
        ask, document, phrase, in_role(document, happening, "subject"), in_role(document, happening, "object"),
        label or ask.replace("-", " "), anchor, held or happening.mood == "planned", happening.main, loose, happening.speaker, happening.group, _definite(document, i),
    )


def _happened(document: Document, i: int, happening: Happening, known: Mapping[int, Happening]) -> Iterator[Telling]:
    tokens, words = document.tokens, _words()
    token = tokens[i]
    lemma = token.lemma.lower()
    leaver = in_role(document, happening, "subject") if lemma == "leave" else None
    leaves = leaver is not None and leaver.lemma in words["vehicles"]
    tried = happening.concept == "try" and lemma != "try"  # "appeared before a judge"
    if not leaves and not tried and lemma not in words["lemmas"] and happening.concept in claim_words()["unsaid"]:
        return
    if lemma in (*words["occurring"], *words["carries"]) and _event(document, i, known) is not None:
        return
    ask = words["lemmas"].get(lemma, words["concepts"].get(happening.concept, happening.concept))
    if happening.concept == "fall" and (thing := in_role(document, happening, "object", "subject")) is not None and thing.lemma in words["vehicles"]:
        ask = "crash"
    verb = _verb_of(document, i)
    meant = MEANT if token.pos == "NOUN" and lemma in words["meant"] and _definite(document, i) else ask
    for at in (i, *((verb,) if verb is not None else ())):
        for prep, phrase in phrases(document, at):
            into = prep in ("into", "onto") and phrase.spots and phrase.spots[0].first > phrase.first + 1  # "into a ravine in X region"
            if prep in AT or into:
                yield told(document, i, happening, meant, phrase, happening.concept.replace("-", " "), meant == MEANT)
            elif prep == "from":
                yield told(document, i, happening, f"{ask}-from", phrase)
        if at != i and tokens[at].lemma in words["befalls"]:
            for c in document.children[at]:
                if (tokens[c].relation == "object" or _case(document, c) == "into") and (
                    tokens[c].lemma.lower() in phrase_words()["settlements"] or document.name_of[c] >= 0
                ):
                    phrase = phrase_at(document, first_of(document, c))
                    if phrase is not None and phrase.spots:
                        yield told(document, i, happening, ask, phrase)
    if ask == "depart" or leaves:
        for c in document.children[i]:
            if tokens[c].relation == "object" and (phrase := phrase_at(document, first_of(document, c))) is not None:
                yield replace(told(document, i, happening, "depart-from", phrase), thing=None)


def _from(document: Document, i: int) -> Iterator[Telling]:
    """ "The voyage from Tunis", "the bus from Lyon": somebody left there."""
    tokens, words = document.tokens, _words()
    before = tokens[i - 1]
    yield from _origin(document, i)
    if before.lemma not in ("voyage", "journey", "crossing", "trip") and before.lemma.lower() not in words["vehicles"]:
        return
    phrase = phrase_at(document, i + 1)
    if phrase is not None and phrase.spots:
        thing = participant(document, before.i, None) if before.lemma.lower() in words["vehicles"] else None
        yield Telling("depart-from", document, phrase, thing, None, "depart", planned=None, loose=thing is None)


def _origin(document: Document, i: int) -> Iterator[Telling]:
    """ "Dina Omarova, a 19-year-old student from Taraz": where somebody comes from."""
    tokens = document.tokens
    noun = tokens[tokens[tokens[i].head].head]
    near = (noun.head, *document.children[noun.i]) if noun.relation == "apposition" else document.children[noun.i]
    who = next((c for c in near if tokens[c].pos == "PROPN" and (c == noun.head or tokens[c].relation == "apposition")), None)
    k = document.name_of[who] if who is not None else -1
    if who is None or k < 0 or document.names[k].kind != "person" or noun.pos not in ("NOUN", "ADJ", "NUM") or who > i:
        return
    phrase = phrase_at(document, i + 1)
    if phrase is not None and phrase.spots and not phrase.venue:
        yield Telling("origin", document, phrase, None, participant(document, document.names[k].last - 1, None), f"home of {tokens[who].text}", planned=None)


def _verb_of(document: Document, i: int) -> int | None:
    """The verb that only says that the noun took place, or what it befell: "the ceremony took place", "the slide that hit"."""
    tokens, words = document.tokens, _words()
    if tokens[i].pos != "NOUN":
        return None
    head = tokens[tokens[i].head]
    if tokens[i].relation in ("subject", "passive_subject", "object") and head.lemma in (*words["occurring"], *words["befalls"], *words["carries"], "be"):
        return head.i if tokens[i].relation != "object" or head.lemma in ("hold", "carry", "organise", "organize", "stage") else None
    return next((c for c in document.children[i] if tokens[c].relation == "relative_clause" and tokens[c].lemma in words["befalls"]), None)


def _event(document: Document, i: int, known: Mapping[int, Happening]) -> int | None:
    """The noun of a happening that is the subject of the verb."""
    below = (c for c in document.children[i] if document.tokens[c].relation in ("subject", "passive_subject"))
    return next((c for c in below if c in known and document.tokens[c].pos == "NOUN"), None)


def phrases(document: Document, i: int, deep: bool = False) -> list[tuple[str, Phrase]]:
    """The phrases of place that hang on the token, each with its preposition, none inside another; `deep`: on its nouns too."""
    tokens, out, end = document.tokens, list[tuple[str, Phrase]](), -1
    below = list(document.children[i])
    for c in document.children[i]:  # "was located, burnt out, in Tarn Wood"
        if (tokens[c].relation == "adverbial_clause" and tokens[c].tag == "VBN") or (deep and tokens[c].relation in ("oblique", "object")):
            below.extend(document.children[c])
            below.extend(k for d in document.children[c] if _case(document, d) == "of" for k in document.children[d])
    for c in sorted(below):
        if c < end or tokens[c].relation not in ("oblique", "adverb", "attribute", "adverbial_noun", "object"):
            continue
        case = next((k for k in document.children[c] if tokens[k].relation == "case" and k < c), None)
        if case is not None:
            prep, start = tokens[case].lower, case + 1
            if prep not in _PREPOSITIONS:
                continue
        elif tokens[c].lower in phrase_words()["directions"]:
            prep, start = "in", _first_direction(document, c)
        else:
            continue
        phrase = phrase_at(document, start, prep in phrase_words()["near"])
        if phrase is not None:
            out.append((prep, phrase))
            end = phrase.last
    return out


def beside(document: Document, i: int) -> list[tuple[str, Phrase]]:
    """The phrases of place below the noun, and the one that follows it, whatever it was read to hang on."""
    out, tokens = phrases(document, i), document.tokens
    if not out and i + 2 < len(tokens) and tokens[i + 1].lower in AT and tokens[i + 1].pos == "ADP" and tokens[i + 2].sentence == tokens[i].sentence:
        phrase = phrase_at(document, i + 2, tokens[i + 1].lower in phrase_words()["near"])
        return [(tokens[i + 1].lower, phrase)] if phrase is not None else []
    return out


def first_of(document: Document, i: int) -> int:
    """The first token of the noun phrase, after its preposition."""
    return min((c for c in document.children[i] if c < i and document.tokens[c].relation != "case"), default=i)


def without_plan(telling: Telling, **changes: object) -> Telling:
    """The telling of something that is one thing whether it is planned or there."""
    return replace(telling, planned=None, **changes)  # type: ignore[arg-type]


def _first_direction(document: Document, i: int) -> int:
    while i > 0 and (document.tokens[i - 1].lower in phrase_words()["directions"] or document.tokens[i - 1].text == "-"):
        i -= 1
    return i


def _definite(document: Document, i: int) -> bool:
    tokens = document.tokens
    return tokens[i].pos == "NOUN" and any(
        tokens[c].relation == "possessive" or tokens[c].lower in ("the", "this", "that") for c in document.children[i]
    )


def _last_year(document: Document, i: int) -> bool:
    tokens = document.tokens
    near = (*document.children[i], *document.children[tokens[i].head])
    return any(tokens[c].lemma in ("year", "month") and any(tokens[k].lower in ("last", "previous") for k in document.children[c]) for c in near)


def _case(document: Document, i: int) -> str:
    return next((document.tokens[c].lower for c in document.children[i] if document.tokens[c].relation == "case"), "")


@functools.cache
def _words() -> dict[str, dict[str, str]]:
    """The word lists of what happens: each word with the name it goes by."""
    data = table()
    lists = {"occurring": data["occurring"]["verbs"], "befalls": data["occurring"]["befalls"], "carries": data["occurring"]["carries"],
             "meant": data["meant"]["nouns"], "vehicles": data["alike"]["vehicles"]}
    return {**{k: {w: w for w in v.split()} for k, v in lists.items()}, "lemmas": data["alike"]["lemmas"], "concepts": data["alike"]["concepts"]}
