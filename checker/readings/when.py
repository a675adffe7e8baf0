"""Which happening a date or a time of day belongs to: the word that names it, read from the clause around the value.

An everyday verb says nothing of what happened ("the vote took place", "the hearing is due", "the deadline is"): the noun beside it does.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker import concepts
from checker.facts.moment import Moment
from checker.language.clauses import passive
from checker.model import Document, Fact
from checker.readings.clause_parts import CLAUSES, as_what, case_of, clause_behind, end_of, parts, verb_above
from checker.readings.slots import MODIFIER, NOMINAL, VERBAL, Slot, slot_of
from checker.readings.terms import Page
from checker.readings.words import words

_STEPS = 6
_MOMENTS = frozenset({"date", "time"})
_POINTING = frozenset({"it", "this", "that", "there", "which"})
_WHOLE = frozenset({"it", "this", "that", "everything", "all"})
_SOMEONE = frozenset({"he", "she", "they", "who", "it", "which"})
_ARRIVING = ("person", "vehicle", "ship", "aircraft", "train")
_GOING = frozenset({"come", "go"})
_TO_A_DAY = frozenset({"to", "until", "till", "for"})


@dataclass(frozen=True, slots=True)
class Dated:
    """The token that names what happened then, and whether the value is of its "end", of the "previous" one, or of when it was "told"."""

    word: int
    phase: str | None = None
    direct: bool = True
    main: bool = False  # "it began on Sunday": what the report is about
    name: str | None = None  # what it is called where the token alone has no term: "take up" of "took them up again on Friday"


def dated(page: Page, fact: Fact, label: Slot | None = None) -> Dated | None:
    """The happening of a date or time, None where the clause names none; `label` is its slot where it stands behind a label."""
    if label is not None:
        named = next((i for i in (label.named, label.predicate) if i is not None and page.term(i) is not None), None)
        return None if named is None else Dated(named)
    document = page.document
    tokens = document.tokens
    beyond = counted_from(document, fact)
    top = _top(page, fact) if beyond is None else beyond
    case, phase = case_of(document, top), end_of(document, top)
    since = case == "since" and _names_the_last(document, tokens[top].head)
    if since or (isinstance(fact.value, Moment) and fact.value.last_time):
        return _of_the_last(page, tokens[top].head)
    noun, verb = None, None
    if tokens[top].pos in NOMINAL and top not in page.taken and beyond is None:
        noun = top
    elif tokens[top].head == top:
        return None
    elif tokens[tokens[top].head].pos in (*VERBAL, "ADJ") and tokens[top].relation not in MODIFIER - {"adverbial_noun"}:
        verb = tokens[top].head
    else:
        noun = tokens[top].head
    if noun is not None:
        beside = tokens[top].relation in MODIFIER
        event = _event(page, *_nouns_above(page, noun))
        if event is None and noun in page.taken and _is_unit(page, noun) and (figure := _figure(page, noun)) is not None:
            return Dated(figure, phase, False)
        if event is not None and (event == noun or not beside):
            return _with_edge(page, Dated(event, phase or _previous(document, event)))
        verb = verb_above(document, noun)
        if _is_unit(page, noun):
            return None if verb is None else _of_verb(page, verb, top, case)  # 45 °C on 23 July
        if beside and page.term(noun) is not None and noun not in page.entities:
            return Dated(noun, phase, False)
        if verb is None:
            return Dated(noun, phase, False) if page.term(noun) is not None and noun not in page.entities else None
    if verb is None:
        return None
    if tokens[verb].relation == "noun_clause" and tokens[verb].lemma in _lists()["naming"]:
        verb = verb_above(document, tokens[verb].head) or verb  # "launched a line called Mantra in May"
    found = _of_adjective(page, verb) if tokens[verb].pos == "ADJ" else _of_verb(page, verb, top, case)
    if found is None or phase is None:
        return found
    return replace(found, phase=found.phase or phase)


def phase_of(page: Page, fact: Fact) -> str | None:
    """ "end" of a date or time until which something lasted, whatever that was."""
    return end_of(page.document, _top(page, fact))


def looking_ahead() -> frozenset[str]:
    """Verbs of which the day is still to come: "is expected at midnight"."""
    return _lists()["looking_ahead"]


def counted_from(document: Document, fact: Fact) -> int | None:
    """The "disaster" of "nine days before the disaster": the day is that of something else."""
    last = document.tokens[fact.last - 1]
    return last.head if last.lower in ("before", "after") and not fact.first <= last.head < fact.last else None


def _top(page: Page, fact: Fact) -> int:
    """The token by which the value, with the moments it is told together with, hangs on the rest of the sentence."""
    tokens = page.document.tokens
    inside = range(fact.first, fact.last)
    hangs = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    top = min(hangs, key=lambda i: (tokens[i].relation == "conjunct", abs(tokens[i].head - fact.first), -i)) if hangs else fact.head
    for _ in range(_STEPS):
        up = tokens[top].head
        told = up in page.taken and any(f.last > up for f in page.facts_between(up - 4, up + 1) if f.kind in _MOMENTS)
        if up == top or not (told or tokens[up].lemma.lower() in _lists()["stretches"]):
            break  # "8 p.m. Sunday", "14 and 15 May", "the year 2016"
        top = up
    return top


def _event(page: Page, *places: int | None) -> int | None:
    """The first of some tokens that is a noun for something that happens, or that only names a day ("deadline")."""
    for i in places:
        if i is None or page.document.tokens[i].pos not in NOMINAL:
            continue
        if page.document.tokens[i].lemma.lower() in _lists()["portions"]:
            below = (c for c in page.document.children[i] if page.document.tokens[c].relation == "oblique" and c not in page.entities)
            inner = next((c for c in below if c in page.groups), None)
            if inner is None:
                continue
            return inner  # "the fourth round of talks"
        if (i in page.groups and i not in page.entities) or page.document.tokens[i].lemma.lower() in _lists()["dates"]:
            return i
    return None


def _nouns_above(page: Page, noun: int) -> Iterator[int]:
    """The noun and those it belongs to: "Athens" and "raid" of "a raid in Athens on Friday"."""
    tokens = page.document.tokens
    for _ in range(5):
        yield noun
        up = tokens[noun].head
        if up == noun or tokens[up].pos not in NOMINAL or tokens[noun].relation not in ("oblique", "compound", "possessive", "apposition"):
            return
        noun = up


def _of_adjective(page: Page, i: int) -> Dated | None:
    """ "Due on Tuesday" is told of what is due; "open until 9pm" speaks for itself."""
    tokens = page.document.tokens
    if tokens[i].lower in _lists()["of_subject"]:
        subject, _ = parts(page.document, tokens[i].head)
        someone = subject is not None and tokens[subject].lower not in _POINTING and _is_someone(page, subject)
        if tokens[i].lower == "due" and someone and not any(tokens[c].relation == "open_clause" for c in page.document.children[i]):
            return Dated(i, None, True, False, "arrive")
        if subject is not None and subject not in page.entities and (_event(page, subject) or page.term(subject)):
            return Dated(subject, "end" if tokens[i].lower in _lists()["ending"] else None, _event(page, subject) is not None)
    return Dated(i) if page.term(i) is not None else None


def _of_verb(page: Page, verb: int, top: int, case: str) -> Dated | None:
    document, lists = page.document, _lists()
    token = document.tokens[verb]
    lemma = token.lemma.lower()
    subject, thing = parts(document, verb)
    if (apart := _of_parenthesis(page, verb, top, subject)) is not None:
        return apart
    if verb in page.cues:
        when = document.tokens[top].relation not in ("object", "attribute")  # not "the clock says nine"
        return Dated(verb, "told" if when else None, False) if page.term(verb) is not None else None
    bare = thing is None and not any(document.tokens[c].relation == "open_clause" for c in document.children[verb])
    if bare and lemma in lists["happening"] and _is_whole(page, subject):
        return Dated(verb, "end" if lemma in lists["ending"] else None, False, True)
    if lemma in lists["copulas"]:
        return _of_copula(page, verb, top, subject, thing)
    event, told = _event(page, thing, subject, as_what(document, verb)), _event(page, subject)
    if lemma in lists["ending"] and event is not None:
        return Dated(event, "end")
    moved = lemma in lists["moving"] and case in _TO_A_DAY
    says_all = lemma in lists["support"] | _GOING and page.term(verb) not in (None, *lists["hollow"])
    if says_all and not moved and event != thing:
        return Dated(verb)  # "the order comes into force today"
    if event is not None and (lemma in lists["occurring"] or moved):
        return Dated(event, _previous(document, event))
    if lemma in lists["perceived"] and told is not None and document.tokens[told].relation == "passive_subject":
        return Dated(told)
    if lemma in lists["looked_for"] and bare and subject is not None and passive(document, verb):
        known = None if _is_someone(page, subject) else _first_named(page, subject)
        return known or Dated(verb, None, False, False, "arrive")
    if lemma in lists["standing"] and subject is not None and concepts.load().quantity_at(document, subject) is not None:
        return Dated(subject)
    if lemma not in words().light:
        return Dated(verb, None, page.term(verb) is not None) if page.term(verb) is not None else None
    if page.term(verb) is not None and page.term(verb) not in lists["hollow"]:
        return Dated(verb)
    if event is not None:
        return Dated(event, _previous(document, event))
    owner = token.head if token.relation == "relative_clause" and thing is None else None
    if (told := _event(page, owner)) is not None:
        return Dated(told, _previous(document, told))  # "the biggest fire that the town has seen this year"
    inner = next((c for c in document.children[verb] if token.lemma == "have" and document.tokens[c].relation == "open_clause"), None)
    if inner is not None and page.term(inner) is not None:
        return Dated(inner)  # "had to pay"
    phrase = _phrase(document, verb)
    if " " in phrase or lemma not in lists["support"]:
        return Dated(verb, None, True, False, page.term(verb) or phrase)
    found = _first_named(page, *((subject, thing) if page.term(verb) is not None else (thing, subject)))
    if found is None and thing is not None and (of_what := _figure(page, thing)) is not None:
        return Dated(of_what, None, False)
    return found or Dated(verb, None, False, False, None if lemma in lists["copulas"] or lemma == "have" else phrase)


def _is_someone(page: Page, i: int) -> bool:
    """Whether a noun stands for somebody who arrives: by a class, a card or an office, on board or not."""
    if page.document.tokens[i].lower in _SOMEONE:
        return True
    office = any(f.kind == "title" and f.first <= i < f.last for f in page.facts_between(i - 4, i + 1))
    term = page.term(i) or ""
    return office or i in page.entities or any(concepts.load().subset(term, known) for known in _ARRIVING)


def _phrase(document: Document, verb: int) -> str:
    """ "Take up", "come up": a verb with its particle."""
    particle = next((document.tokens[c].lower for c in document.children[verb] if document.tokens[c].relation == "particle"), None)
    lemma = document.tokens[verb].lemma.lower()
    return lemma if particle is None else f"{lemma} {particle}"


def _of_parenthesis(page: Page, verb: int, top: int, subject: int | None) -> Dated | None:
    """The fire of "the last big fire in the area, in 2017, blackened 700 hectares": a day between commas is told of the noun before it."""
    tokens = page.document.tokens
    told = _event(page, subject) if subject is not None and subject < top < verb else None
    if told is None or tokens[top].head != verb:
        return None
    opens = min((c for c in page.document.children[top] if c < top), default=top)
    behind = max((c for c in page.document.children[top] if c > top), default=top) + 1
    apart = tokens[opens - 1].text == "," and tokens[behind].text == ","
    return Dated(told, _previous(page.document, told)) if apart else None


def _is_unit(page: Page, i: int) -> bool:
    """Whether a token is the unit of a figure."""
    near = page.facts_between(i - 6, i + 1) if i in page.taken else ()
    return any(f.kind in ("percent", "money", "measure") and f.first <= i < f.last for f in near)


def _figure(page: Page, i: int) -> int | None:
    """The growth of "growth of 3.6 percent this year and 3.4 percent in 2024": what the figure is of that a day hangs on."""
    inside = (f for f in page.facts_between(i - 6, i + 1) if f.kind in ("percent", "money", "measure") and f.first <= i < f.last)
    fact = next(inside, None)
    if fact is None:
        return None
    slot = slot_of(page.document, fact)
    places = (k for k in (slot.named, slot.predicate, slot.subject) if k is not None and not fact.first <= k < fact.last)
    return next((k for k in places if k not in page.entities and page.term(k) is not None), None)


def _of_copula(page: Page, verb: int, top: int, subject: int | None, thing: int | None) -> Dated | None:
    """ "The vote is on Monday", "it was nine when the ship sank", "New Year's Day is when it begins", "the shop is open until nine"."""
    document, lists = page.document, _lists()
    tokens = document.tokens
    over = next((c for c in document.children[verb] if tokens[c].lower in lists["ending"] and tokens[c].pos != "NOUN"), None)
    told = _event(page, subject)
    if told is not None:
        return Dated(told, "end" if over is not None else _previous(document, told))
    clause = clause_behind(document, verb, top)
    if clause is not None and (subject is None or subject == top or subject in page.taken or tokens[subject].lower in _POINTING):
        inner = _of_verb(page, clause, clause, "") if tokens[clause].pos in VERBAL else None
        return inner or (Dated(clause, None, False) if page.term(clause) is not None else None)
    if over is not None and _is_whole(page, subject):
        return Dated(over, "end", False, True)
    for c in document.children[verb]:
        if tokens[c].relation == "attribute" and tokens[c].pos == "ADJ" and c not in page.taken:
            return _of_adjective(page, c)
    told = _event(page, thing)
    if told is not None:
        return Dated(told, _previous(document, told))
    state = next((c for c in document.children[verb] if tokens[c].relation == "oblique" and c != top and tokens[c].pos == "NOUN"), None)
    if state is not None and state not in page.entities and state not in page.taken and concepts.load().predicate(document, state):
        return Dated(state)  # "he has been behind bars since Sunday"
    return _first_named(page, subject, thing) or (Dated(verb, None, False) if page.term(verb) is not None else None)


def _is_whole(page: Page, subject: int | None) -> bool:
    """Whether the subject is the "it" of "it began on Sunday": the whole of what is told."""
    return subject is not None and subject not in page.entities and page.document.tokens[subject].lower in _WHOLE


def _first_named(page: Page, *places: int | None) -> Dated | None:
    for i in places:
        if i is not None and i not in page.entities and i not in page.taken and page.document.tokens[i].pos == "NOUN" and page.term(i):
            return Dated(i, None, False)
    return None


def _names_the_last(document: Document, i: int) -> bool:
    """Whether a word tells of the first or the most since then: "the first since 2017", "its highest since 2012"."""
    tokens = document.tokens
    near = (i, *(c for c in document.children[i] if c < i))
    return any(tokens[k].tag in ("JJS", "RBS") or tokens[k].lower in _lists()["ranks"] for k in near)


def _of_the_last(page: Page, i: int) -> Dated | None:
    """What has not happened since: "the strike, the first since 2017", "the first time since 2017 that a guard was killed"."""
    document = page.document
    tokens = document.tokens
    for _ in range(3):
        if _event(page, i) is not None:
            return Dated(i, "previous")
        clause = next((c for c in document.children[i] if tokens[c].relation in CLAUSES and tokens[c].pos == "VERB"), None)
        if clause is not None and page.term(clause) is not None:
            return Dated(clause, "previous")
        if tokens[i].head == i:
            break
        i = tokens[i].head
    if tokens[i].pos in VERBAL:
        told = _event(page, parts(document, i)[0])
        if told is not None:
            return Dated(told, "previous")
        return Dated(i, "previous", False) if page.term(i) is not None else None
    return Dated(i, "previous", False) if page.term(i) is not None and i not in page.entities else None


def _previous(document: Document, i: int) -> str | None:
    """ "previous" for "the last eruption", "the previous strike"."""
    before = (document.tokens[c].lower for c in document.children[i] if c < i)
    return "previous" if any(word in _lists()["previous"] for word in before) else None


def _with_edge(page: Page, found: Dated) -> Dated:
    """ "The end of the strike" is the strike's end."""
    tokens, lists = page.document.tokens, _lists()
    lemma = tokens[found.word].lemma.lower()
    if lemma in lists["edges"]:
        below = (c for c in page.document.children[found.word] if tokens[c].relation in ("oblique", "compound", "possessive"))
        inner = _event(page, *below)
        if inner is not None:
            return Dated(inner, "end" if lemma in lists["ending"] else found.phase, found.direct)
    return found


@functools.cache
def _lists() -> Mapping[str, frozenset[str]]:
    """The word lists of when.toml."""
    table = tomllib.loads((importlib.resources.files("checker.readings") / "when.toml").read_text(encoding="utf-8"))
    return {name: frozenset(value) for name, value in table.items() if isinstance(value, list)}
