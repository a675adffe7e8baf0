"""Did it happen: one report says so, another denies it, or tells of what rules it out."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Sequence

from checker import concepts
from checker.align.polarity import claims
from checker.align.polarity.claims import Claim, Sign
from checker.align.polarity.states import words_of_states
from checker.align.topic import identity, in_words
from checker.facts.spelling import fold
from checker.model import Document, Happening, Question, Severity, Side, Span, Topic, Verdict

LEVELS: dict[str, Verdict] = {"denied": "conflict", "excluded": "conflict", "two-voices": "unclear"}
_NONE: frozenset[str] = frozenset()
_FEW = 2  # mentions of one happening of one thing in one report above which it says little


def topics(documents: Sequence[Document], happenings: Sequence[Happening]) -> tuple[Topic, ...]:
    """One Topic for each pair of reports of which one affirms what the other denies of the same one or the same thing."""
    exclusive, unsaid = _lists()
    signed = [
        (happening, sign, (sign.concept, *_implied(sign)))
        for happening in happenings
        for sign in claims.signs(documents[happening.source], happening)
        if sign.concept not in unsaid
    ]
    denied = {sign.concept for _, sign, _ in signed if not sign.affirmed}
    affirmed = {sign.concept for _, sign, _ in signed if sign.affirmed}
    told: dict[str, list[Claim]] = defaultdict(list)
    for happening, sign, meant in signed:
        other = exclusive.get(sign.concept)
        at = [c for c in meant if c in denied]
        if sign.affirmed and other in affirmed:
            at.append(min(sign.concept, other))
        if at:
            claim = claims.claim(documents[happening.source], happening, sign)
            for concept in dict.fromkeys(at):
                told[concept].append(claim)
    out: dict[str, Topic] = {}
    for concept, said in sorted(told.items()):
        for n, a in enumerate(said):
            for b in said[n + 1 :]:
                level = _level(concept, a, b)
                thing = _thing(documents, a, b, level) if level else None
                if level is not None and thing is not None and _few(said, a) and _few(said, b) and not _told_both(said, a, b):
                    topic = _topic(documents, a, b, level, thing)
                    out.setdefault(topic.id, topic)
    return tuple(out.values())


def _implied(claim: Sign) -> tuple[str, ...]:
    """What is so too where the claim is: who denies that denies the claim."""
    if not claim.affirmed:
        return ()
    known = concepts.load()
    entailed = known.all[claim.concept].entails if claim.concept in known.all else ()
    return (*entailed, *(b for a, b in claims.table()["implies"] if a == claim.concept))


def _level(concept: str, a: Claim, b: Claim) -> str | None:
    one, other = a.happening, b.happening
    if one.source == other.source or a.moods.isdisjoint(b.moods) or (one.anchor and other.anchor and one.anchor != other.anchor):
        return None
    if a.times and b.times and a.times.isdisjoint(b.times) and "actual" in a.moods & b.moods:
        return None  # another half, another month; a plan is told of on days of its own
    if a.affirmed != b.affirmed and (b if a.affirmed else a).concept == concept:
        level = "denied"
    elif a.affirmed and b.affirmed and _lists()[0].get(a.concept) == b.concept:
        level = "excluded"
    else:
        return None
    return "two-voices" if _two_voices(one.speaker, other.speaker) else level


def _two_voices(a: str | None, b: str | None) -> bool:
    """Whether two speak, or only "some" say so."""
    told = [s for s in (a, b) if s]
    if any(s.split()[-1].lower() in words_of_states()["vague"] for s in told):
        return True
    return len(told) == 2 and a != b


def _thing(documents: Sequence[Document], a: Claim, b: Claim, level: str) -> str | None:
    """What both claims are about; None where they may be about two things."""
    shared: set[str] = set()
    common = 0
    for role in ("subject", "object"):
        mine, theirs = a.roles.get(role), b.roles.get(role)
        if mine and theirs:
            if mine.isdisjoint(theirs):
                if role == "subject" and level == "denied" and (one := _one_of_all(documents, a, b)):
                    shared.add(one)
                    continue
                return None
            shared |= mine & theirs
            common += 1
    if any(x and y and x.isdisjoint(y) for x, y in ((a.marks, b.marks), (a.whose, b.whose))):
        return None
    if level == "denied" and (a.part or b.part) and not (a.every or b.every or a.total or b.total):
        return None  # some did, and others not
    if not shared:
        same = a.happening.group == b.happening.group and a.concept in claims.table()["bare"]
        return a.concept if same and not (a.roles and b.roles) else None
    denial = b if a.affirmed else a
    named = [key for key in shared if ":" in key]
    on_object = "object" in a.roles and "object" in b.roles
    if (on_object and (common == 2 or named)) or (named and "object" not in denial.roles and _one_of_all(documents, a, b)):
        return min(named or shared)
    return min(named or shared) if denial.total and level != "excluded" and a.affirmed != b.affirmed else None


def _one_of_all(documents: Sequence[Document], a: Claim, b: Claim) -> str | None:
    """The one by name who did not do what all are said to have done."""
    did, denied = (a, b) if a.affirmed else (b, a)
    if not did.every:
        return None
    told = {fold(t.text) for t in documents[did.happening.source].tokens if t.text[0].isupper()}
    return min((k for k in denied.roles.get("subject", ()) if ":" in k and k.split(":")[1].split()[-1] in told), default=None)


def _told_both(said: Sequence[Claim], a: Claim, b: Claim) -> bool:
    """Whether one of the two reports affirms and denies it of what may be one, so that it changed, or is of two."""
    for mine, theirs in ((a, b), (b, a)):
        for other in said:
            if other.happening.source == mine.happening.source and other.affirmed == theirs.affirmed and other.concept == theirs.concept:
                told = [(x, y) for r in ("subject", "object") if (x := other.roles.get(r)) and (y := theirs.roles.get(r))]
                if mine.affirmed != theirs.affirmed and told and not any(x.isdisjoint(y) for x, y in told):
                    return True
    return False


def _few(said: Sequence[Claim], claim: Claim) -> bool:
    same = Counter(c.happening.source for c in said if c.concept == claim.concept and c.roles.get("object") == claim.roles.get("object"))
    return same[claim.happening.source] <= _FEW


def _topic(documents: Sequence[Document], a: Claim, b: Claim, level: str, thing: str) -> Topic:
    a, b = sorted((a, b), key=lambda c: c.happening.span)
    name = a.concept.replace("-", " ")
    of = thing.split(":")[-1].replace("-", " ")
    printed = (a if a.affirmed else b).printed or in_words(thing)
    about = f" ({printed})" if printed != name else ""
    because = {
        "denied": "one report says so, the other says not",
        "excluded": f"the one rules out the other: {name} / {b.concept.replace('-', ' ')}",
        "two-voices": "two speakers differ, and both may be reported rightly",
    }
    normal = tuple(f"{c.concept}:{c.affirmed}" for c in (a, b))
    question = Question("polarity", min(a.concept, b.concept), of=of)
    sides = tuple(
        Side(_clause(documents[c.happening.source], c.happening.predicate), "affirmed" if c.affirmed else "denied", c.happening.speaker)
        for c in (a, b)
    )
    return Topic(
        id=identity(question, normal), kind="polarity", label=f"whether it happened: {name}{about}", question=question, sides=sides,
        verdict=LEVELS[level], level=level, because=because[level], comparator="polarity", normal=normal,
        evidence=(f"both speak of {name} and {in_words(thing)}",), settle="Check the record or the statement, or ask the one concerned.",
        tier=_tier(a, b),
    )


def _tier(a: Claim, b: Claim) -> Severity:
    """A denial of all there was is plain; one of a single doing may be of another occasion, unless both name who and what."""
    denial = b if a.affirmed else a
    both = all(not a.roles.get(role, _NONE).isdisjoint(b.roles.get(role, _NONE)) for role in ("subject", "object"))
    named = any(":" in key for role in a.roles.values() for key in role)
    certain = a.definite and b.definite and denial.firm  # "did not bless the bells"
    if a.concept not in concepts.load().all:
        return "warning" if certain or (both and denial.total) else "note"
    return "warning" if denial.total or (both and (named or certain)) or a.every or b.every else "note"


def _clause(document: Document, predicate: int) -> Span:
    """The predicate with what hangs on it in its own sentence, a dozen words at most."""
    inside = [i for i in document.subtree(predicate) if abs(i - predicate) <= 8]
    return document.span(min(inside), max(inside) + 1)


@functools.cache
def _lists() -> tuple[dict[str, str], frozenset[str]]:
    table = claims.table()
    both = dict(table["exclusive"])
    return both | {b: a for a, b in both.items()}, frozenset(table["unsaid"])
