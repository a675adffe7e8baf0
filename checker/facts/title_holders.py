"""To whom a text gives a title: the name after it or beside it, the subject of its verb."""

from __future__ import annotations

from checker.model import Document, Token

_COPULAS = {"be", "become", "remain"}
_NAMING = {"name", "appoint", "elect", "call", "make", "nominate", "designate", "crown"}
_SERVING = {"serve", "work", "act", "manage", "run", "continue", "return"}
_TO_BE = {"be", "due", "set", "expect", "slate", "go"}
_PERSONAL = {"he", "she", "i"}


def holder_of(document: Document, first: int, last: int, core_first: int, core_last: int) -> tuple[tuple[int, int] | None, str]:
    tokens = document.tokens
    name = name_at(document, last)
    if name is not None and tokens[last].sentence == tokens[last - 1].sentence:
        return name, "before"
    head = next((i for i in range(core_first, core_last) if not core_first <= tokens[i].head < core_last), core_last - 1)
    determined = first > 0 and (tokens[first - 1].pos in ("DET", "PRON") or tokens[first - 1].tag in ("POS", "PRP$"))
    # "The minister, Rimantas Sakalys, flew"; "Spokesperson: Joris Maes"; "the manager of the firm, Ann Doe, said"
    comma = _after_what_is_led(document, last) if determined else last
    if comma < len(tokens) and tokens[comma].text in (",", ":"):
        name = name_at(document, comma + 1)
        if (
            name is not None
            and (document.tokens[name[1] - 1].sentence == tokens[first].sentence)
            and (determined or tokens[first].text[:1].isupper())
            and not _in_list(document, name)
            and not _behind_a_name(document, first)
        ):
            return name, "apposition"
    # "Anton Vereecken, CFO", "Smith, the 43-year-old minister"
    before = first - 1
    while (
        before >= 0
        and tokens[before].sentence == tokens[first].sentence
        and (
            tokens[before].pos in ("DET", "ADJ", "NUM")
            or tokens[before].tag == "PRP$"
            or tokens[before].text == "-"
            or tokens[before].lower in ("one", "year", "old")
            or at_the_time(document, before + 1)
        )
    ):
        before -= 1
    if before >= 1 and tokens[before].text in (",", "(", "-", "–", "—") and tokens[before].sentence == tokens[first].sentence:
        name = name_ending(document, before)
        if name is not None and (
            tokens[head].relation in ("apposition", "root", "conjunct", "attribute", "other", "parataxis")
            or name[0] <= tokens[head].head < name[1]
        ):
            return name, "apposition"
    appositive = tokens[head]
    if appositive.relation == "apposition" and is_person(document, appositive.head):
        return _mention(document, appositive.head), "apposition"
    if appositive.relation == "attribute" or appositive.relation in ("object", "open_clause"):
        return _subject(document, appositive), "predicate"
    if appositive.relation == "oblique" and any(tokens[c].lower == "as" for c in document.children[head]):
        return _serving(document, appositive), "predicate"
    child = next((c for c in document.children[head] if tokens[c].relation == "apposition" and is_person(document, c)), None)
    if child is not None:
        return _mention(document, child), "apposition"
    return None, "alone"


def _subject(document: Document, title: Token) -> tuple[int, int] | None:
    """Whom a predicate gives the title to: "He is minister", "She was named director"."""
    tokens = document.tokens
    verb = tokens[title.head]
    wanted = _COPULAS if title.relation == "attribute" else _NAMING
    if verb.lemma not in wanted and verb.lemma not in _NAMING:
        return None
    if any(tokens[c].relation == "negation" for c in document.children[verb.i]):
        return None
    clause = verb.head if used_to_be(document, verb) or _is_to_be(document, verb) else verb.i
    clause = tokens[clause].head if tokens[clause].relation == "attribute" else clause  # "is due to become"
    for child in document.children[clause]:
        token = tokens[child]
        if token.relation in ("subject", "passive_subject") and (title.relation == "attribute" or token.relation == "passive_subject"):
            named = next((c for c in document.children[child] if tokens[c].relation == "apposition" and is_person(document, c)), child)
            return person_of(document, named)  # "The winner, Ole Lund, is a teacher"
    return None


def used_to_be(document: Document, verb: Token) -> bool:
    """ "He used to be minister"."""
    return verb.lemma == "be" and verb.relation == "open_clause" and document.tokens[verb.head].lower == "used"


def _after_what_is_led(document: Document, last: int) -> int:
    """The token after "of the firm" behind a title, `last` where nothing of the kind stands there."""
    tokens, i = document.tokens, last + 1
    if last >= len(tokens) or tokens[last].lower not in ("of", "at", "for", "in"):
        return last
    while i < len(tokens) and i < last + 5 and tokens[i].pos in ("DET", "ADJ", "NOUN", "PRON"):
        i += 1
    return i if i > last + 1 and tokens[i - 1].pos == "NOUN" else last


def at_the_time(document: Document, i: int) -> bool:
    """Whether "at the time" stands before token i, or i is inside of it."""
    words = [t.lower for t in document.tokens[max(0, i - 3) : i + 2]]
    return any(words[k : k + 3] in (["at", "the", "time"], ["at", "that", "time"]) for k in range(3))


def _is_to_be(document: Document, verb: Token) -> bool:
    """ "He is to become minister", "is due to become", "is expected to be"."""
    return verb.relation == "open_clause" and document.tokens[verb.head].lemma in _TO_BE


def _serving(document: Document, title: Token) -> tuple[int, int] | None:
    """ "He serves as harbour master", "who runs the ministry as its principal secretary"."""
    verb = document.tokens[title.head]
    if verb.lemma not in _SERVING or any(document.tokens[c].relation == "negation" for c in document.children[verb.i]):
        return None
    return next((person_of(document, c) for c in document.children[verb.i] if document.tokens[c].relation == "subject"), None)


def person_of(document: Document, i: int) -> tuple[int, int] | None:
    tokens = document.tokens
    if is_person(document, i):
        return _mention(document, i)
    if tokens[i].lower in ("who", "that"):
        clause = tokens[tokens[i].head]
        if clause.relation != "relative_clause":
            return None
        whose = clause.head
        if tokens[whose].relation == "apposition" and not is_person(document, whose):
            whose = tokens[whose].head  # "Jane Doe, the former nurse who heads the union"
        return _mention(document, whose) if is_person(document, whose) else None
    return (i, i + 1) if tokens[i].lower in _PERSONAL else None


def _mention(document: Document, i: int) -> tuple[int, int]:
    mention = document.names[document.name_of[i]]
    return mention.first, mention.last


def name_at(document: Document, i: int) -> tuple[int, int] | None:
    """The person whose name begins at token i, or after "Mr" and the like."""
    if (
        i < len(document.tokens)
        and document.name_of[i] < 0
        and document.tokens[i].lower.rstrip(".") in ("mr", "mrs", "ms", "dr", "prof", "sir")
    ):
        i += 1
    if i >= len(document.tokens) or document.name_of[i] < 0:
        return None
    mention = document.names[document.name_of[i]]
    return (mention.first, mention.last) if mention.kind == "person" and mention.first <= i else None


def name_ending(document: Document, end: int) -> tuple[int, int] | None:
    """The person whose name ends before token `end`; an age between commas may stand between."""
    tokens = document.tokens
    if end >= 2 and tokens[end - 1].pos == "NUM" and tokens[end - 2].text == ",":
        end -= 2
    if end <= 0 or document.name_of[end - 1] < 0:
        return None
    mention = document.names[document.name_of[end - 1]]
    return (mention.first, mention.last) if mention.kind == "person" and mention.last == end else None


def _behind_a_name(document: Document, first: int) -> bool:
    """ "At the invitation of Ann Doe, President of Kenya, Karl Holm has come": the title is of the one before it."""
    tokens = document.tokens
    comma = first - 1 - (first > 1 and tokens[first - 1].pos == "DET")
    if comma < 1 or tokens[comma].text != "," or tokens[comma].sentence != tokens[first].sentence:
        return False
    before = name_ending(document, comma)
    return before is not None and before[1] - before[0] > 1  # one word alone may be a town


def _in_list(document: Document, name: tuple[int, int]) -> bool:
    """ "the president, John Smith and ..." lists people."""
    token = document.tokens[name[1]] if name[1] < len(document.tokens) else None
    return token is not None and token.lower in ("and", "or")


def is_person(document: Document, i: int) -> bool:
    k = document.name_of[i]
    return k >= 0 and document.names[k].kind == "person"
