"""Who a report names as owner, funder, maker, finder or rescuer of a thing, and the like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checker.align.doers import things
from checker.align.doers.doers import Doer, doer, tied
from checker.align.doers.frames import Frame, alike, frames_of, relation, words
from checker.align.doers.nouns import Heads, told_by_deed, told_by_part
from checker.align.doers.things import Thing
from checker.facts.currency import currencies
from checker.language.clauses import case_of, mood, negated, passive
from checker.model import Document, Happening, Token


@dataclass(frozen=True, slots=True)
class Deed:
    """One report's answer to who owns, runs, paid for, made, found or saved a thing."""

    relation: str
    document: Document
    doer: Doer
    thing: Thing
    speaker: str | None
    anchor: str | None  # day or year it is told of
    years: frozenset[str]  # that its verb is told with
    weak: bool  # in the active, by a verb that tells it for sure only in the passive: "ran the museum"
    verb: str
    past: bool | None  # None where a noun tells it


def read(document: Document, known: Mapping[int, Happening], entity: Mapping[int, str], meant: Mapping[int, str]) -> Iterator[Deed]:
    """The deeds of one report.

    `known` holds its happenings by predicate, `entity` the card of each token of a name, `meant` that of pronouns and descriptions.
    """
    for token in document.tokens:
        happening = known.get(token.i) if token.pos in ("VERB", "NOUN") else None
        listed = False
        for frame in frames_of(token.lemma.lower(), happening.concept if happening else None, token.pos == "VERB"):
            found = _heads(document, token, frame, known)
            if found is None or _former(document, token.i) or _unreal(document, token, frame):
                continue
            deed = _deed(document, frame, token.i, *found, entity, meant, known.get(token.i))
            if deed is not None and not (listed and relation(frame.relation).get("any")):
                listed = True
                yield deed


def _heads(document: Document, token: Token, frame: Frame, known: Mapping[int, Happening]) -> Heads | None:
    """The heads of doer and thing, where the words around the token are those of the frame."""
    verbal = frame.how in ("verbs", "by_only", "light", "back")
    if verbal != (token.pos in ("VERB", "AUX")):
        return None
    if frame.relation == "order" and not verbal:
        return _on_orders(document, token)
    if frame.how == "back":
        return _turned(document, token, frame)
    if verbal:
        return _of_verb(document, token, frame, known)
    if frame.how in ("nouns", "gifts"):
        return told_by_deed(document, token, frame)
    return told_by_part(document, token, frame)


def _of_verb(document: Document, token: Token, frame: Frame, known: Mapping[int, Happening]) -> Heads | None:
    """ "X owns it", "it is owned by X", "X paid for it", "X put it out", "X met the bill for it"."""
    tokens, below = document.tokens, document.children[token.i]
    agent = next((c for c in below if tokens[c].relation == "agent"), None)
    if frame.particle and not any(tokens[c].lower == frame.particle for c in (*below, min(token.i + 1, len(tokens) - 1))):
        return None
    if token.relation == "adjective" and token.i > 2 and tokens[token.i - 1].text == "-" and tokens[token.i - 2].pos == "PROPN":
        return token.i - 2, token.head  # "the Tarvos-owned mill"
    happening = known.get(token.i)
    roles = {r.name: r.head for r in reversed(happening.roles)} if happening else {}
    actor = agent if agent is not None else roles.get("subject")
    if actor is None:
        actor = _subject(document, token)
    wanted = ("passive_subject",) if agent is not None or passive(document, token.i) else ("object",)
    receiver = next((c for c in below if tokens[c].relation == "indirect_object"), None)
    if frame.how == "light":
        told = next((c for c in below if tokens[c].relation in wanted and _is_one_of(document, c, frame.nouns)), None)
    else:
        told = receiver if receiver is not None and frame.relation == "fine" else roles.get("object")
        if told is None or (agent is not None and tokens[told].relation == "object"):
            told = next((c for c in below if tokens[c].relation in wanted), told)
    if told is None and agent is not None and token.relation in ("noun_clause", "adverbial_clause"):
        told = _told_of(document, token)
    if told is not None and frame.how == "light" and (not _is_one_of(document, told, frame.nouns) or _about(document, told)):
        return None
    if frame.relation == "order":
        told = next((c for c in below if tokens[c].relation == "open_clause"), told)
    if frame.case == "for" and not any(tokens[c].lower == "for" for c in below):
        paid = next((c for c in below if tokens[c].relation == "oblique" and case_of(document, c) == "for"), None)
        if paid is None:
            return None
        told = paid
    elif frame.case == "for" and not passive(document, token.i):
        return None
    elif frame.case in ("into", "on", "over"):
        told = next((c for c in below if tokens[c].relation == "oblique" and case_of(document, c) == frame.case), None)
    elif frame.case == "from" and not any(case_of(document, c) == "from" for c in below):
        return None
    if actor is None or told is None:
        return None
    if frame.how == "light" and tokens[told].lemma not in relation(frame.relation).get("only", ()):
        return actor, _complement(document, told, token.i)
    return actor, told


def _on_orders(document: Document, token: Token) -> Heads | None:
    """ "The bridge was closed on the orders of X", "by order of X"."""
    tokens = document.tokens
    of = next((c for c in document.children[token.i] if c > token.i and case_of(document, c) == "of"), None)
    if of is None or token.relation not in ("oblique", "agent") or case_of(document, token.i) not in ("on", "by"):
        return None
    return (of, token.head) if tokens[token.head].pos == "VERB" else None


def _turned(document: Document, token: Token, frame: Frame) -> Heads | None:
    """ "It belongs to X", "the money for it came from X", "the study was published in X"."""
    tokens, below = document.tokens, document.children[token.i]
    subject = next((c for c in below if tokens[c].relation in ("subject", "passive_subject")), None)
    if subject is None and token.relation == "noun_clause":
        subject = token.head
    actor = next((c for c in below if tokens[c].relation == "oblique" and case_of(document, c) == frame.case), None)
    if subject is None or actor is None or (frame.nouns and not _is_one_of(document, subject, frame.nouns)):
        return None
    names = {tokens[subject].lemma, *(f"{tokens[c].lower} {tokens[subject].lemma}" for c in document.children[subject])}
    if not frame.nouns or not names.isdisjoint(alike()) or not names.isdisjoint(relation(frame.relation).get("only", ())):
        return actor, subject
    inner = _complement(document, subject, token.i)
    return actor, inner if inner is not None else things.subject_before(document, subject)


def _subject(document: Document, token: Token) -> int | None:
    """The subject of the verb, or the one it takes from the verb above: "X has yet to conclude"."""
    for _ in range(3):
        subject = next((c for c in document.children[token.i] if document.tokens[c].relation == "subject"), None)
        if subject is not None or token.relation not in ("open_clause", "conjunct") or token.head == token.i:
            return subject
        token = document.tokens[token.head]
    return None


def _told_of(document: Document, token: Token) -> int | None:
    """The noun that a participle tells of: "the act, drafted by X", "Drafted by X, the act obliges"."""
    tokens, head = document.tokens, document.tokens[token.head]
    if head.pos in ("NOUN", "PROPN"):
        return head.i
    return next((c for c in document.children[head.i] if tokens[c].relation in ("subject", "passive_subject")), None)


def _complement(document: Document, noun: int, verb: int) -> int | None:
    """What the noun is of, for or about: "the bill for the season", "the season's bill", "the order to kill the wolf"."""
    tokens = document.tokens
    for c in document.children[noun]:
        if tokens[c].relation == "noun_clause" and tokens[c].pos == "VERB" and tokens[c].tag == "VB":
            return c
        if tokens[c].relation == "oblique" and case_of(document, c) in ("of", "for", "into", "on"):
            return c
    for c in document.children[noun]:
        if tokens[c].relation in ("possessive", "compound") and tokens[c].pos == "NOUN":
            return c
    return next((c for c in document.children[verb] if case_of(document, c) in ("for", "into", "on")), None)


def _about(document: Document, noun: int) -> bool:
    """ "Raised the alarm about rising prices": a figure of speech."""
    near = (*document.children[noun], *document.children[document.tokens[noun].head])
    return any(case_of(document, c) == "about" for c in near)


def _is_one_of(document: Document, i: int, nouns: frozenset[str]) -> bool:
    """Whether the noun is one of those; a sum counts as money."""
    if document.tokens[i].lemma.lower() in nouns:
        return True
    signs = [i, *document.children[i]]
    return "money" in nouns and any(document.tokens[c].tag == "$" or document.tokens[c].lower in currencies()["names"] for c in signs)


def _deed(
    document: Document, frame: Frame, at: int, actor: int, told: int | None, entity: Mapping[int, str], meant: Mapping[int, str],
    happening: Happening | None,
) -> Deed | None:
    table = relation(frame.relation)
    who = doer(document, actor, entity, words("sorts"), table.get("lands", False))
    if who is None or (table.get("bodies") and who.nature == "person" and not who.words):
        return None
    if table.get("bodies"):
        if who.kind == "kin" or tied(document, actor):  # "the Lindqvist family"
            return None
        if who.nature != "country":
            who = replace(who, nature="organization")
    what = things.thing(document, told, entity)
    if told is not None and told in meant:
        what = replace(what, keys=what.keys | {meant[told]})
    if table.get("people") and told is not None and not things.is_people(document, told, what.keys):
        return None
    if not (what.whose | {what.lemma}).isdisjoint(table.get("never", ())):
        return None
    if (only := table.get("only")) and what.lemma not in only and what.keys.isdisjoint(only):
        return None
    if not what.keys and len(what.near) < 2 and not (table.get("alone") or what.open):
        return None
    k = document.speech_of[actor]
    speaker = happening.speaker if happening else None if k < 0 or not (s := document.speeches[k].speaker) else document.text(*s)
    return Deed(
        frame.relation, document, who, what, speaker, happening.anchor if happening else None, _when(document, at),
        _weak(document, at, frame), document.tokens[at].lemma, _past(document, at),
    )


def _past(document: Document, at: int) -> bool | None:
    token = document.tokens[at]
    if token.pos not in ("VERB", "AUX"):
        return None
    helping = [document.tokens[c] for c in document.children[at] if document.tokens[c].relation in ("auxiliary", "passive_auxiliary")]
    return any(h.lower in ("was", "were", "had") for h in helping) or (token.tag == "VBD" and not helping)


def _weak(document: Document, at: int, frame: Frame) -> bool:
    weak = frame.how == "by_only" or (frame.how == "verbs" and relation(frame.relation).get("any", False))
    return bool(weak) and not any(document.tokens[c].relation == "agent" for c in document.children[at])


def _when(document: Document, i: int) -> frozenset[str]:
    """The years that hang on the verb."""
    tokens = document.tokens
    below = [c for c in document.children[i] if tokens[c].relation == "oblique"]
    near = [tokens[k].text for c in below for k in (c, *document.children[c])]
    return frozenset(t for t in near if len(t) == 4 and t.isdecimal() and t[:2] in ("18", "19", "20"))


def _unreal(document: Document, token: Token, frame: Frame) -> bool:
    """Whether it is denied or may be; who has not concluded an inquiry has one."""
    if relation(frame.relation).get("always"):
        return False
    if token.pos not in ("VERB", "AUX") and token.relation != "attribute":
        return False
    return negated(document, token.i) or mood(document, token.i) == "possible"


def _former(document: Document, i: int) -> bool:
    former = words("former")
    return any(document.tokens[c].lower in former for c in document.children[i]) or (i > 0 and document.tokens[i - 1].lower in former)
