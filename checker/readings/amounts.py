"""What a number answers: how many of what, how much of what, how long what took, the how-manieth of what."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from checker import concepts
from checker.facts.moment import Moment
from checker.language import clauses
from checker.model import Fact, Mood, Question, Reading
from checker.readings.anchors import anchor_of, role_of
from checker.readings.card import is_of_then
from checker.readings.dwellers import who_lives
from checker.readings.ordinals import how_often, ranked
from checker.readings.slots import NOMINAL, VERBAL, Slot, slot_at, slot_of
from checker.readings.terms import Page, meaning_of, terms_of, unnamed, wording_of
from checker.readings.words import words

KINDS = frozenset({"count", "money", "percent", "measure", "duration", "ordinal", "age"})
Sure = Literal["direct", "near", "none"]


def reading_of(page: Page, fact: Fact, speaker: str | None) -> Reading:
    """The Reading of one number."""
    slot = slot_of(page.document, fact)
    if fact.kind == "duration":
        slot = _lasting_slot(page, fact, slot)
    lives = who_lives(page, fact) if fact.kind == "count" else None
    of = _of(page, fact, slot, lives)
    naming = _naming(page, fact, slot)
    asks, sure = _asked(page, fact, slot, of, naming, lives)
    information = fact.value.fields().get("dimension") == "information"  # "64-bit" is a kind of thing, not an amount of it
    of_then = fact.kind == "age" and is_of_then(page.document, fact)  # "who was 22 when she met him" is older now
    if asks is None or information or of_then or _tells_the_last_time(page, fact) or _tells_since_when(page, fact):
        return unnamed(page, fact, speaker)
    role = role_of(page, fact)
    holder = _holder(page, slot)
    question = Question(fact.kind, asks, holder, of if role is None else f"{of or ''} {role}".strip(), anchor_of(page, fact))
    return Reading(
        question=question, fact=fact, speaker=speaker, mood=_mood(page, slot), sure=sure, evidence=_evidence(page, slot),
        sentence=page.sentence_of(fact), holder=page.names.get(holder or ""), cues=terms_of(page, fact, slot, naming),
        running=_running(fact, asks, of), meaning=meaning_of(page, fact, slot), wording=wording_of(page, fact),
        zone=page.zone_of(fact),
    )


def _asked(
    page: Page, fact: Fact, slot: Slot, of: str | None, naming: int | None, lives: str | None
) -> tuple[str | None, Sure]:
    """The term that names the value, and how directly it does; the nearest word of the sentence where the clause names none."""
    if fact.kind == "age":
        return "age", "near"
    if fact.kind == "ordinal" and fact.value.fields().get("of") in words().steps:
        return None, "none"
    if fact.kind == "ordinal" and slot.named is not None and page.document.tokens[slot.named].lemma.lower() in ("time", "occasion"):
        return how_often(page, slot, slot.named), "direct"
    if fact.kind == "ordinal" and ranked(page, fact, slot):
        return "rank", "direct"
    if lives is not None:
        return lives, "direct"
    if fact.kind == "count" and of and _is_whole(page, fact):
        return of, "direct"
    if fact.kind == "count" and isinstance(noun := fact.value.fields().get("of"), str) and (befell := _what_befell(noun)) is not None:
        return befell, "direct"
    asks, sure = _count(page, slot, of) if fact.kind == "count" else _amount(page, fact, slot, naming)
    return (asks, sure) if asks is not None else (page.nearest_term(fact), "near")


def _is_whole(page: Page, fact: Fact) -> bool:
    """Whether a count is the 17 of "eleven of the 17 jurors voted": what is told is told of the eleven."""
    return any(f.kind == "count" and f.first < fact.first and f.last == fact.last for f in page.facts_between(fact.first - 6, fact.first))


def _what_befell(noun: str) -> str | None:
    """The concept of the "injured" of "27 injured", the "dead" of "six dead": the word that is counted says what came over people."""
    known = concepts.load()
    concept = known.by_word(noun.lower(), "adjective")
    return concept if concept is not None and known.all[concept].running else None


def _naming(page: Page, fact: Fact, slot: Slot) -> int | None:
    """The noun that says what the money or the time is, where it is not the slot's own."""
    inside = _in_what(page, fact)
    if inside is not None or fact.kind != "duration":
        return inside
    return _done_meanwhile(page, fact, slot) or _of_what_length(page, slot) or _what_lasted(page, slot)


def _running(fact: Fact, asks: str, of: str | None) -> bool:
    """Whether a later report may well print another figure: a toll, and "the sixth day in a row"."""
    if fact.kind == "ordinal":
        return of in ("day", "week", "month", "year")
    concept = concepts.load().all.get(asks)
    return concept is not None and concept.running and fact.kind in ("count", "money")


def _of(page: Page, fact: Fact, slot: Slot, lives: str | None) -> str | None:
    """The class of what is counted, or the unit's dimension."""
    fields = fact.value.fields()
    if fact.kind in ("count", "ordinal"):
        noun = fields.get("of")
        if lives is not None:
            return "person" if lives == "population" else lives
        if not isinstance(noun, str):
            return _attribute_class(page, slot)
        if noun in words().hollow:
            return None
        if _what_befell(noun) is not None:
            return "person"  # "27 injured"
        counted = concepts.load().counted(noun.lower())
        return counted if counted != noun.lower() else concepts.load().by_word(noun.lower(), "noun") or counted
    if fact.kind == "measure":
        dimension = fields.get("dimension")
        return dimension if isinstance(dimension, str) else None
    return None


def _attribute_class(page: Page, slot: Slot) -> str | None:
    """What is counted in "14 were patients"."""
    tokens = page.document.tokens
    if slot.role != "subject" or slot.predicate is None or slot.object is None or tokens[slot.predicate].lemma != "be":
        return None
    thing = tokens[slot.object]
    if thing.lemma.lower() == "member":
        whole = next((c for c in page.document.children[slot.object] if clauses.case_of(page.document, c) == "of"), None)
        known = concepts.load().counted(f"member of {tokens[whole].lemma.lower()}") if whole is not None else "member"
        return "member" if known.startswith("member") else known
    return concepts.load().counted(thing.lemma.lower()) if thing.pos == "NOUN" else None


def _count(page: Page, slot: Slot, of: str | None) -> tuple[str | None, Sure]:
    known, document = concepts.load(), page.document
    if of and slot.role == "oblique" and slot.preposition == "with":
        return of, "near"  # "with 212 bands, the camera can tell": what it has, not what it does
    # "14 deaths", "the death toll", "31 injured": the noun says what happened
    done = _done(page, slot)
    for i in (slot.named, done):
        if i is None:
            continue
        concept = known.predicate(document, i)
        if concept:
            return concept, "direct" if slot.direct else "near"
    if slot.named is not None:
        for c in document.children[slot.named]:
            token = document.tokens[c]
            if token.relation in ("adjective", "noun_clause", "relative_clause") and (concept := known.predicate(document, c)):
                return concept, "direct"
    if done is not None and document.tokens[done].lemma not in words().light | words().linking:
        return document.tokens[done].lemma.lower(), "direct" if slot.direct and of else "near"
    if (state := _state(page, slot)) is not None:
        return state, "direct"
    if of:
        return of, "direct" if slot.direct else "near"
    return (page.term(slot.named), "near") if slot.named is not None else (None, "none")


def _done(page: Page, slot: Slot) -> int | None:
    """The leaving of "three members wanted to leave", the captivity of "two are believed to be captive"; the predicate where it says it."""
    tokens, node = page.document.tokens, slot.predicate
    if node is None or slot.role != "subject":
        return node
    for _ in range(3):
        below = page.document.children[node]
        inner = next((c for c in below if tokens[c].relation == "open_clause" and tokens[c].pos in (*VERBAL, "ADJ")), None)
        if inner is None and tokens[node].lemma == "be":
            inner = next((c for c in below if tokens[c].relation == "attribute" and tokens[c].pos == "ADJ"), None)
        if inner is None or tokens[node].lemma not in words().light:
            break
        node = inner
    return node


def _state(page: Page, slot: Slot) -> str | None:
    """The condition of "two were in a serious condition", the good health of "three are in good health": concept, else the noun."""
    document = page.document
    if slot.predicate is None or slot.role != "subject" or document.tokens[slot.predicate].lemma not in ("be", "remain", "stay"):
        return None
    for c in document.children[slot.predicate]:
        if document.tokens[c].relation == "oblique" and document.tokens[c].pos == "NOUN" and c not in page.taken:
            inner = (known for k in document.children[c] if (known := concepts.load().predicate(document, k)) is not None)
            return next(inner, None) or page.term(c)
    return None


def _amount(page: Page, fact: Fact, slot: Slot, naming: int | None) -> tuple[str | None, Sure]:
    known, document = concepts.load(), page.document
    dimension = fact.value.fields().get("dimension") if fact.kind == "measure" else None
    if dimension == "length" and (extent := words().extent.get(_word_behind(page, fact))):
        return extent, "direct"
    if isinstance(dimension, str) and dimension in words().telling:
        return _other_quantity(page, naming, slot) or dimension, "direct"  # whatever the verb: "the quake, of magnitude 5.1, sent people"
    for i in (naming, slot.named, slot.predicate):
        if i is None or (fact.kind == "ordinal" and i == slot.named and fact.value.fields().get("of") is None):
            continue  # "the second" is no length of time
        token = document.tokens[i]
        if changed := _what_changed(page, slot, i):
            return changed, "direct"
        if token.pos in ("VERB", "AUX") and token.lemma in words().linking:
            continue
        quantity = known.quantity_at(document, i) if fact.kind != "ordinal" else None
        if quantity:
            return quantity, "direct" if slot.direct else "near"
        # "a resolution of 15 metres" resolves nothing
        term = token.lemma.lower() if fact.kind == "measure" and i == slot.named else page.term(i)
        if fact.kind == "ordinal":
            term = page.happening(i)
        if term in words().goals and fact.kind in ("percent", "money", "measure"):
            term = token.lemma.lower()  # "a goal of 3 percent" is not scored
        if term and i not in page.entities:
            return term, "direct" if i == naming or (slot.direct and i == slot.named) or slot.role in ("object", "oblique") else "near"
    if isinstance(dimension, str) and dimension in words().dimensions:
        return words().dimensions[dimension], "near"
    for i in (slot.subject, slot.object):
        if i is not None and (term := page.term(i)):
            return term, "near"
    return None, "none"


def _what_changed(page: Page, slot: Slot, i: int) -> str | None:
    """The pay of "a pay rise of 9 percent", "a rise in pay", "pay goes up by 9 percent": the change names no question of its own."""
    document, known = page.document, concepts.load()
    if known.predicate(document, i) not in words().changes and known.quantity_at(document, i) not in words().changes:
        return None
    if document.tokens[i].pos in VERBAL:
        things = [slot.object, slot.subject]
    else:
        below = [c for c in document.children[i] if document.tokens[c].pos in NOMINAL and c not in page.taken]
        things = [c for c in below if document.tokens[c].relation in ("compound", "possessive")]
        things += [c for c in below if document.tokens[c].relation == "oblique" and clauses.case_of(document, c) in ("in", "of", "to")]
    found = (page.term(c) for c in things if c is not None and c not in page.entities)
    return next((term for term in found if term is not None and term not in words().changes), None)


def _other_quantity(page: Page, naming: int | None, slot: Slot) -> str | None:
    """A quantity that the clause names by a word of its own: "its top speed was", "a wind of 90 km/h"."""
    places = (i for i in (naming, slot.named, slot.subject) if i is not None and page.document.tokens[i].pos in NOMINAL)
    return next((found for i in places if (found := concepts.load().quantity_at(page.document, i))), None)


def _behind(page: Page, fact: Fact) -> int:
    """The token behind a value, and behind the bracket that gives it in another unit or currency or closes it in."""
    tokens = page.document.tokens
    last = page.document.sentences[page.sentence_of(fact)].last
    i = fact.last
    if i < last and tokens[i].text == "(":
        i = next((k + 1 for k in range(i, min(i + 8, last)) if tokens[k].text == ")"), i)
    elif i < last and tokens[i].text == ")":
        i += 1
    return i


def _word_behind(page: Page, fact: Fact) -> str:
    i = _behind(page, fact)
    return page.document.tokens[i].lower if i < page.document.sentences[page.sentence_of(fact)].last else ""


def _in_what(page: Page, fact: Fact) -> int | None:
    """The noun of "2.5 million in bribes", "$5 million in damage", "14 hours of talks", "nine years in prison"."""
    if fact.kind not in ("money", "duration"):
        return None
    tokens = page.document.tokens
    last = page.document.sentences[page.sentence_of(fact)].last
    i = _behind(page, fact)
    if i + 1 >= last:
        return None
    noun = next((k for k in range(i + 1, min(i + 3, last)) if tokens[k].pos == "NOUN"), None)
    if fact.kind == "duration" and tokens[i].lower in ("in", "behind"):
        return noun if noun is not None and tokens[noun].lower in words().confined else None
    return noun if tokens[i].lower in (("of",) if fact.kind == "duration" else ("in", "of", "worth")) else None


def _tells_the_last_time(page: Page, fact: Fact) -> bool:
    """ "The first strike in five years" did not last five years."""
    near = page.facts_between(fact.first - 6, fact.last) if fact.kind == "duration" else ()
    return any(isinstance(f.value, Moment) and f.value.last_time and f.span.overlaps(fact.span) for f in near)


def _tells_since_when(page: Page, fact: Fact) -> bool:
    """The year of "a year earlier" is what a figure is compared with, and lasts nothing."""
    if fact.kind != "duration" or fact.last - fact.first < 2:
        return False
    one = page.document.tokens[fact.last - 2].lower in ("a", "an", "one", "the")
    return one and _word_behind(page, fact) in ("earlier", "ago", "before")


def _lasting_slot(page: Page, fact: Fact, slot: Slot) -> Slot:
    """The slot of a length of time: "held staff at a bank for 50 minutes" is told of holding, wherever the parser hung it."""
    named, verb = slot.named, slot.predicate
    apart = slot.role == "oblique" and slot.preposition in ("for", "in", "within", "over", "during", "after")
    if not apart or named is None or named in page.groups or page.document.tokens[named].lemma.lower() in words().lengths:
        return slot
    if verb is None or verb == named or page.document.tokens[verb].pos not in VERBAL or page.term(verb) is None:
        return slot
    return replace(slot_at(page.document, fact, verb), role="oblique", preposition=slot.preposition)


def _done_meanwhile(page: Page, fact: Fact, slot: Slot) -> int | None:
    """The verb of "took seven years to build", "spent 50 minutes circling": the everyday verb says nothing of what lasted."""
    tokens = page.document.tokens
    if slot.predicate is None or tokens[slot.predicate].lemma not in words().spending:
        return None
    below = (c for i in (slot.predicate, fact.head) for c in page.document.children[i] if c >= fact.last and tokens[c].pos == "VERB")
    return next((c for c in below if tokens[c].tag in ("VB", "VBG") and page.term(c) is not None), None)


def _of_what_length(page: Page, slot: Slot) -> int | None:
    """The construction of "the period of construction was", "Length of stay:"."""
    tokens = page.document.tokens
    if slot.named is None or tokens[slot.named].lemma.lower() not in words().lengths:
        return None
    if slot.role == "label":
        return slot.predicate if slot.predicate != slot.named else None
    return slot.holder if slot.holder is not None and tokens[slot.holder].pos == "NOUN" else None


def _what_lasted(page: Page, slot: Slot) -> int | None:
    """The subject of "the trial lasted 21 months", "a trial lasting 21 months"."""
    tokens = page.document.tokens
    if slot.predicate is None or tokens[slot.predicate].lemma not in words().lasting or slot.subject is None:
        return None
    subject = slot.subject
    if tokens[subject].lower in ("which", "that") and tokens[slot.predicate].relation == "relative_clause":
        subject = tokens[slot.predicate].head
    return subject if subject not in page.entities else None


def _holder(page: Page, slot: Slot) -> str | None:
    for i in (slot.holder, slot.named, slot.subject):
        if (entity := page.alone(i)) is not None:
            return entity
    return None


def _mood(page: Page, slot: Slot) -> Mood:
    if slot.predicate is None:
        return "actual"
    return clauses.mood(page.document, slot.predicate)


def _evidence(page: Page, slot: Slot) -> tuple[str, ...]:
    tokens = page.document.tokens
    out = []
    if slot.named is not None:
        out.append(f'named by "{tokens[slot.named].text}"')
    if slot.predicate is not None:
        out.append(f'governed by "{tokens[slot.predicate].text}"')
    return tuple(out)
