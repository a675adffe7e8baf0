"""Whether two states contradict: of one holder, at one time, in one mood, and neither report tells of a change."""

from __future__ import annotations

from collections.abc import Sequence

from checker.align.polarity import plain
from checker.align.polarity.holders import Holder
from checker.align.polarity.sameness import apart, one_noun, same
from checker.align.polarity.states import State, words_of_states
from checker.align.synonyms import near

_ENDS = frozenset(("none", "all"))  # what is said of none or of all meets what is said of some
_LIVING = ("harm", "life")  # told of anybody: "nobody was hurt"


def meet(a: State, b: State, told: Sequence[State]) -> str | None:
    """What both tell of, "" for the story as a whole; None where both may be so."""
    if a.document is b.document or a.pole == b.pole or not _one_time(a, b):
        return None
    if a.said.phrase.to and b.said.phrase.to and _two_actors(a, b):
        return None
    if a.scale.figure and a.said.phrase.pole != b.said.phrase.pole and not any("." in w or len(w) > 1 for w in a.figures & b.figures):
        return None
    if a.scale.mute and _words(a if not a.pole else b) & a.scale.mute:
        return None
    if (a.scale.story or a.scale.alone) and any(x and y and x.isdisjoint(y) for x, y in ((a.places, b.places), (a.matter, b.matter))):
        return None
    if a.scale.name.startswith(("a:", "v:")) and not _one_thing(a, b):
        return None
    if a.scale.name.startswith("do:") and not _one_deed(a, b):
        return None
    thing = one(a, b)
    if thing is None or (a.scale.nouns and not {h.noun for h in (a.holder, b.holder) if h is not None} & a.scale.nouns):
        return None
    for other in told:  # a report that tells both poles tells of a change, or of two
        for mine, theirs in ((a, b), (b, a)):
            if other.document is mine.document and other.pole == theirs.pole and one(other, theirs, loose=True) is not None:
                return None
    return thing


def one(a: State, b: State, loose: bool = False) -> str | None:
    """What both states are of; `loose` asks whether they may be of one."""
    x, y, scale = a.holder, b.holder, a.scale
    if x is not None and y is not None:
        thing = same(x, y)
        if thing is not None:
            return thing
        if apart(x, y):
            return None
        if scale.story or (loose and (_nameless(x) or _nameless(y))):
            return ""
        nobody = _ENDS & {h.scope for h in (x, y) if h.noun is None and not h.cards and not h.names}
        weak = any(s.pole and s.said.phrase.strong for s in (a, b))
        if nobody and scale.name in _LIVING and not (x.bounded or y.bounded or weak):
            return ""
        return "" if scale.alone and (x.noun is None or y.noun is None) else None
    return "" if scale.story or scale.alone or loose else None


def _nameless(holder: Holder) -> bool:
    """Whether it may be anybody: a pronoun, or a person whom the other report may call by a noun."""
    return holder.noun is None and not any(card.startswith(("place:", "organization:")) for card in holder.cards)


def _one_time(a: State, b: State) -> bool:
    """Whether both may be of one time: no two days, a past year only against "never", what passes only on one day."""
    if a.times and b.times and a.times.isdisjoint(b.times):
        return False
    if a.years.isdisjoint(b.years) and ((a.years and not b.never) or (b.years and not a.never)) and "planned" not in (a.mood, b.mood):
        return False
    if not {a.mood, b.mood} <= {"actual", "planned"} or (a.mood != b.mood and not a.scale.planned and not (a.refused or b.refused)):
        return False
    if a.said.phrase.passing and b.said.phrase.passing and not a.times & b.times:
        days = {s.document.report.published[:10] for s in (a, b) if s.document.report.published}
        return a.present == b.present and len(days) < 2
    return True


def _two_actors(a: State, b: State) -> bool:
    """Whether two did it: the union refused, the company accepted."""
    x, y = a.actor, b.actor
    if x is None or y is None:
        return False
    if apart(x, y):
        return True
    return bool(x.noun and y.noun and (not one_noun(x.noun, y.noun) or (x.marks and y.marks and x.marks.isdisjoint(y.marks))))


def _one_deed(a: State, b: State) -> bool:
    """Whether a plain denial is of what the other tells: done by the same, to the same, with nothing more in the denial."""
    did, denied = (a, b) if a.pole else (b, a)
    having = a.scale.name.startswith("do:have ")
    if did.said.phrase.to != denied.said.phrase.to or did.holder is None or denied.holder is None:
        return False
    scopes = {s.actor.scope for s in (did, denied) if s.actor is not None}
    if "part" in scopes and not scopes & _ENDS:
        return False  # some of them did, and others not
    if _two_parts_of_day(did, denied):
        return False
    told = {t.lemma.lower() for t in did.document.tokens[slice(*did.sentence)]}
    if not having and any(
        not any(near(word, other) for other in told) for word in plain.content(denied.document, denied.said.head) - told
    ):
        return False
    vague = [h for h in (did.holder, denied.holder) if not (h.definite or h.scope == "these")]
    if having:
        return not vague
    if vague and did.said.phrase.to:
        return did.actor is not None and denied.actor is not None and same(did.actor, denied.actor) is not None
    return not vague


def _two_parts_of_day(a: State, b: State) -> bool:
    """Whether one is told of the morning and the other of the night."""
    parts = words_of_states()["parts_of_days"]
    mine, theirs = ({t.lower for t in s.document.tokens[slice(*s.sentence)]} & parts for s in (a, b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _one_thing(a: State, b: State) -> bool:
    """Whether contrary words are of one named or definite thing, done by one."""
    if a.holder is None or b.holder is None or not a.holder.definite or not b.holder.definite:
        return False
    if a.scale.name.startswith("a:"):
        return True
    if a.said.phrase.to != b.said.phrase.to:
        return False
    return a.said.phrase.to or plain.content(a.document, a.said.head) == plain.content(b.document, b.said.head)


def _words(state: State) -> frozenset[str]:
    return frozenset(t.lemma.lower() for t in state.document.tokens)


def two_voices(a: State, b: State) -> bool:
    """Whether two parties speak, neither of whom has it by office, or one of them is only "some"."""
    if any(s.speaker in words_of_states()["vague"] for s in (a, b)):
        return True
    if not a.speaker or not b.speaker or a.speaker == b.speaker:
        return False
    words = [s.lower().replace(":", " ").split() for s in (a.speaker, b.speaker)]
    authority = words_of_states()["authority"]
    return not all(said[0] == "organization" or any(w in authority for w in said) for said in words)
