"""To whom a clause gives a title: "she took over as minister", "the judge is Ann Doe", "already a grandmaster, she won"."""

from __future__ import annotations

from checker.facts import offices
from checker.facts.title_holders import is_person, person_of
from checker.model import Document, Token

Given = tuple[tuple[int, int], str]  # tokens of the holder; "then ", "designate " or "" before the title
_SUBJECT = ("subject", "passive_subject")
_IN_FRONT = ("adverbial_noun", "adverbial_clause", "other", "apposition", "noun_clause", "subject", "passive_subject")
THEN, TO_COME = "then ", "then designate "


def of_clause(document: Document, head: int, first: int) -> Given | None:
    """Whom the clause around a title's head word gives it to, and when; None where it gives it to nobody."""
    token = document.tokens[head]
    if token.relation in ("oblique", "noun_clause", "adverbial_clause") and _has_case(document, head, "as"):
        return _as(document, token)
    if token.relation == "oblique" and _has_case(document, head, "of"):
        return _post_of(document, document.tokens[token.head])
    appoints = document.tokens[token.head].lemma in offices.clause_words("appoint")
    if appoints and token.relation in ("attribute", "object", "open_clause", "other"):
        named = _named_before(document, head, token.head)
        if named is not None:
            return named, THEN
    return _fronted(document, token, first) or _is_named(document, token)


def _as(document: Document, title: Token) -> Given | None:
    """ "took over as", "won it as coach", "was appointed as", "the group appointed Ann Doe as", "in her role as"."""
    tokens = document.tokens
    verb = tokens[title.head]
    if verb.lemma in offices.clause_words("posts") and verb.relation in ("oblique", "object"):
        verb = tokens[verb.head]  # "in her role as mayor"
    if verb.pos not in ("VERB", "AUX") or verb.lemma in offices.clause_words("only_like") or _is_negated(document, verb.i):
        return None
    if verb.lemma in offices.clause_words("appoint"):
        passive = _child(document, verb.i, ("passive_subject",))
        whose = passive if passive is not None else _child(document, verb.i, ("object",))
        when = TO_COME if verb.lemma in offices.clause_words("not_yet") or will(document, verb.i) else THEN
    else:
        whose = _child(document, verb.i, _SUBJECT)
        present = verb.tag in ("VBZ", "VBP")
        now = present and verb.lemma in offices.clause_words("serve")
        to_come = (present or will(document, verb.i)) and verb.lemma not in offices.clause_words("serve")
        when = "" if now else TO_COME if to_come else THEN  # who succeeds somebody is not yet, who remains is already
    holder = person_of(document, whose) if whose is not None else None
    return (holder, when) if holder is not None else None


def _post_of(document: Document, post: Token) -> Given | None:
    """ "The post of treasurer is held by Ann Doe", "she holds the office of mayor"."""
    tokens = document.tokens
    verb = tokens[post.head]
    if post.lemma not in offices.clause_words("posts") or verb.lemma not in offices.clause_words("hold") or _is_negated(document, verb.i):
        return None
    wanted = {"object": _SUBJECT, "passive_subject": ("agent",)}.get(post.relation)
    whose = _child(document, verb.i, wanted) if wanted else None
    holder = person_of(document, whose) if whose is not None else None
    if holder is None:
        return None
    present = verb.tag in ("VBZ", "VBP") or any(tokens[c].lower in ("is", "'s") for c in document.children[verb.i])
    held = verb.lemma == "hold" and present
    return holder, TO_COME if will(document, verb.i) else "" if held else THEN


def _fronted(document: Document, title: Token, first: int) -> Given | None:
    """ "Already a grandmaster, she lost no game", "A trained nurse, Ann Doe treated the wounded"."""
    tokens = document.tokens
    start = document.sentences[title.sentence].first
    verb = tokens[title.head]
    if first - start > 3 or verb.i < title.i or any(t.pos not in ("DET", "ADV", "ADJ", "VERB", "PRON") for t in tokens[start:first]):
        return None
    if title.relation not in _IN_FRONT or verb.pos not in ("VERB", "AUX"):
        return None
    subject = next((c for c in document.children[verb.i] if c > title.i and tokens[c].relation in _SUBJECT), None)
    holder = person_of(document, subject) if subject is not None else None
    comma = tokens[holder[0] - 1] if holder is not None and holder[0] else None
    if holder is None or comma is None or comma.text != "," or comma.i - title.i > 8:
        return None
    once = any(t.lower in ("once", "then", "formerly") for t in tokens[start:first])
    return holder, THEN if once else ""


def _is_named(document: Document, title: Token) -> Given | None:
    """ "The judge is Ann Doe", "the pilot, named as Ann Doe", "police identified the driver as Ann Doe"."""
    tokens = document.tokens
    verb = tokens[title.head] if title.relation in (*_SUBJECT, "object") else title
    if verb.lemma == "be" and title.relation == "subject" and not _is_negated(document, verb.i):
        named = _child(document, verb.i, ("attribute",))
        order = any(tokens[c].lower in ("first", "last", "previous", "second", "next") for c in document.children[title.i])
        when = TO_COME if will(document, verb.i) else THEN if order else ""
        return _whole(document, named, when)
    if title.relation not in ("passive_subject", "object"):
        verbs = [c for c in document.children[title.i] if tokens[c].relation == "noun_clause" and tokens[c].i > title.i]
        verb = tokens[verbs[0]] if verbs else verb
    if verb.i == title.i or verb.lemma not in ("name", "identify"):
        return None
    told = document.children[verb.i]
    named = _child(document, verb.i, ("attribute",)) or next((c for c in told if _has_case(document, c, "as")), None)
    return _whole(document, named, "")


def _whole(document: Document, named: int | None, when: str) -> Given | None:
    """The person named there, where the name is the whole of it: not "Ann Doe's brother", nor one of two."""
    if named is None or not is_person(document, named):
        return None
    if any(document.tokens[c].relation in ("conjunct", "coordinator") for c in document.children[named]):
        return None
    holder = person_of(document, named)
    return (holder, when) if holder is not None else None


def _named_before(document: Document, title: int, verb: int) -> tuple[int, int] | None:
    """The name right before the title in "the group named Ann Doe chief executive"."""
    tokens, i = document.tokens, title - 1
    while i > verb and not is_person(document, i) and tokens[i].pos in ("ADJ", "NOUN", "DET", "PROPN", "PRON"):
        i -= 1
    if i <= verb or not is_person(document, i) or _child(document, verb, ("passive_subject",)) is not None:
        return None
    return person_of(document, i)


def _child(document: Document, i: int, relations: tuple[str, ...]) -> int | None:
    return next((c for c in document.children[i] if document.tokens[c].relation in relations), None)


def _has_case(document: Document, i: int, word: str) -> bool:
    return any(document.tokens[c].lower == word and document.tokens[c].relation in ("case", "marker") for c in document.children[i])


def _is_negated(document: Document, verb: int) -> bool:
    return any(document.tokens[c].relation == "negation" for c in document.children[verb])


def will(document: Document, verb: int) -> bool:
    """Whether the clause tells of what is to come: "will", "is to", "is due to"."""
    children = [document.tokens[c] for c in document.children[verb]]
    return any(t.tag == "MD" or (t.lower == "to" and t.relation in ("auxiliary", "marker")) for t in children)


def is_of_then(document: Document, verb: int) -> bool:
    """Whether the clause tells of another time: "before she was a judge"."""
    return any(document.tokens[c].lower in ("before", "until", "till", "when", "while") for c in document.children[verb])
