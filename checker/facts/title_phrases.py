"""Where a text says what somebody is: before the name, in apposition, as a predicate, in "who heads ..."."""

from __future__ import annotations

from collections.abc import Iterator

from checker.facts import gazetteer, offices, portfolios
from checker.facts.shared_titles import Phrase, one_holder, shared
from checker.facts.title_clauses import THEN, TO_COME, is_of_then, of_clause, will
from checker.facts.title_holders import at_the_time, holder_of, is_person, name_at, person_of, used_to_be
from checker.model import Document, Token

_BESIDE = {"NOUN", "PROPN", "ADJ"}


def find(document: Document) -> Iterator[Phrase]:
    """Every title phrase, in order of place, none overlapping another."""
    before: Phrase | None = None
    listed = tuple(portfolios.find(document))
    taken = portfolios.lists(listed)
    yield from listed
    for found in _all(document):
        if found.first in taken:
            continue
        if found.how == "shared":
            yield found
            continue
        if before is not None and found.first < before.last:
            continue
        if before is not None:
            one, found = one_holder(document, before, found)
            yield one
        before = found
    if before is not None:
        yield before


def _all(document: Document) -> Iterator[Phrase]:
    tokens = document.tokens
    starts = offices.first_words()
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.lemma in offices.head_verbs() and token.pos == "VERB":
            led = _leads(document, i)
            if led is not None:
                yield led
        if token.lower[-1:] == "s" and name_at(document, i + 1) is not None:
            yield from shared(document, i)
        names = starts.get(token.lower) or starts.get(token.lower.rstrip("."))
        length = _length(document, i, names) if names else 0
        if length and [t.lower for t in tokens[i + length : i + length + 2]] in (["-", "elect"], ["-", "designate"]):
            length += 2
        if not length or not _is_office(document, i, length):
            i += 1
            continue
        yield _phrase(document, i, i + length)
        i += length


def _length(document: Document, i: int, names: tuple[tuple[str, ...], ...]) -> int:
    """How many tokens from i on are the longest of the names."""
    tokens = document.tokens
    best = 0
    for name in names:
        n = len(name)
        if n <= best or i + n > len(tokens):
            continue
        if all(tokens[i + k].lower.rstrip(".") == name[k].rstrip(".") or (k == 0 and tokens[i].lower == name[0]) for k in range(n)):
            best = n
        elif n > 1 and "of" in name:  # "head of the ..." is in the list without its article
            best = max(best, _with_articles(tokens, i, name))
    return best


def _with_articles(tokens: tuple[Token, ...], i: int, name: tuple[str, ...]) -> int:
    at = i
    for word in name:
        while at < len(tokens) and at > i and tokens[at].pos == "DET" and tokens[at].lower != word:
            at += 1
        if at >= len(tokens) or tokens[at].lower.rstrip(".") != word.rstrip("."):
            return 0
        at += 1
    return at - i


def _is_office(document: Document, i: int, length: int) -> bool:
    tokens = document.tokens
    last = tokens[i + length - 1]
    if length == 1 and last.pos == "ADJ" and name_at(document, i + 1) is None:
        return False  # "principal causes"; but "Vice-principal Ann Doe"
    if length == 1 and (last.pos not in ("NOUN", "PROPN", "ADJ") or last.tag in ("NNS", "NNPS")):
        return False
    if last.pos in ("VERB", "AUX", "ADV") or (last.tag in ("NNS", "NNPS") and length == 1):
        return False
    if document.name_of[i] >= 0 and document.names[document.name_of[i]].kind != "person" and _inside_name(document, i, i + length):
        return False
    next_name = name_at(document, i + length)
    if next_name is not None:
        return True
    if length == 1 and last.lower.rstrip(".") in offices.listed("before_a_name"):
        return False
    following = tokens[i + length] if i + length < len(tokens) else None
    if last.relation in ("compound", "adjective") and last.head >= i + length and not is_person(document, last.head):
        # "police chief's office", "minister level"; but the head may be a longer title read from a later token
        return False
    if following is not None and following.tag == "POS" and last.text.islower() and length == 1 and last.lower in offices.listed("loose"):
        return False
    if (
        length == 1
        and last.lower in offices.listed("loose")
        and last.text[:1].isupper()
        and i > 0
        and tokens[i - 1].sentence == last.sentence
        and tokens[i - 1].tag == "NNP"
    ):
        return following is not None and following.lower in ("of", ",")  # "Mount Cook" is no cook
    if (
        length == 1
        and last.lower in offices.listed("loose")
        and last.text[:1].isupper()
        and last.tag == "NNP"
        and not (i > 0 and tokens[i - 1].pos in ("DET", "ADJ"))
    ):
        return following is not None and following.lower in ("of", ",")  # a family name: "King said"
    return not (length == 1 and last.lower in offices.listed("loose") and last.relation in ("compound", "adjective", "adverb"))


def _phrase(document: Document, first: int, last: int) -> Phrase:
    tokens = document.tokens
    core_first, core_last = first, last
    while first > 0 and _goes_before(document, first - 1):
        first -= 1
    if first > 1 and tokens[first - 1].tag == "POS" and _is_named(document, first - 2):
        first -= 2
        while first > 0 and document.name_of[first] >= 0 and document.name_of[first - 1] == document.name_of[first]:
            first -= 1
    last = _after(document, last)
    if last > core_last and name_at(document, core_last) is not None:
        last = core_last
    holder, how = holder_of(document, first, last, core_first, core_last)
    head = next((i for i in range(core_first, core_last) if not core_first <= tokens[i].head < core_last), core_last - 1)
    if holder is None and (given := of_clause(document, head, first)) is not None:
        return Phrase(first, last, head, given[1] + document.text(first, last), given[0], "predicate")
    verb = tokens[tokens[head].head]
    # who became governor some day may have left since, who becomes one is not yet; "planned under Mayor Strand" is of its day
    changed = how == "predicate" and (verb.lemma == "become" or (verb.lemma != "be" and verb.tag in ("VBD", "VBN")))
    to_come = how == "predicate" and (will(document, verb.i) or (verb.lemma == "become" and verb.tag in ("VBZ", "VBP")))
    to_come = to_come and verb.lemma not in offices.clause_words("serve")
    changed = changed or (how == "predicate" and is_of_then(document, verb.i))
    past = how == "predicate" and used_to_be(document, verb)
    under = how == "before" and "under" in (tokens[first].lower, tokens[max(0, first - 1)].lower)
    land = _land_after(document, holder) if how == "before" and holder is not None else ""
    changed = changed or (how == "apposition" and at_the_time(document, first))
    when = "former " if past else TO_COME if to_come else THEN if changed or under else ""
    return Phrase(first, last, head, when + document.text(first, last) + land, holder, how)


def _land_after(document: Document, name: tuple[int, int]) -> str:
    """ " of Denmark" of "Finance Minister Karl Holm of Denmark"."""
    tokens, i = document.tokens, name[1]
    beside = i + 1 < len(tokens) and tokens[i].lower == "of" and tokens[i].sentence == tokens[name[0]].sentence
    return f" of {tokens[i + 1].text}" if beside and gazetteer.is_country(tokens[i + 1].text) else ""


def _goes_before(document: Document, i: int) -> bool:
    """True where the token belongs to the title that begins after it."""
    token = document.tokens[i]
    if token.sentence != document.tokens[i + 1].sentence or is_person(document, i):
        return False
    if token.text == "-":
        return i > 0 and document.tokens[i - 1].lower in ("then", "ex", "vice", "co", "director", "deputy")
    if token.text == "Then" and document.tokens[i + 1].text != "-" and i == document.sentences[token.sentence].first:
        return False  # "Then Captain Holm turned to the crew"
    if token.lower in ("then", "ex") or offices.state_of(token.lower):
        return True
    if token.pos not in _BESIDE:
        return False
    if token.lower in offices.field_words() or document.name_of[i] >= 0 or gazetteer.demonym(token.text):
        return True
    # "Assistant Coach" but not the first word of "Drunk driver sentenced", nor any word of a headline in capitals
    sentence = document.sentences[token.sentence]
    return token.text[:1].isupper() and token.pos == "PROPN" and i > sentence.first and sentence.zone != "headline"


def _after(document: Document, last: int) -> int:
    """The end of "of the Johor Water Board", "at Trend Micro", "of health" after a title; `last` where none follows."""
    tokens = document.tokens
    if last >= len(tokens) or tokens[last].lower not in ("of", "for", "at", "with") or last + 1 >= len(tokens):
        return last
    i, named, sentence = last + 1, False, tokens[last].sentence
    while i < len(tokens) and tokens[i].sentence == sentence and i - last < 12:
        token = tokens[i]
        if is_person(document, i) and not (i + 1 < len(tokens) and tokens[i + 1].tag == "POS"):
            break
        inside = document.name_of[i] >= 0 and document.name_of[i] == document.name_of[i - 1]
        if token.pos in _BESIDE or (token.pos == "NUM" and inside):
            named = named or token.text[:1].isupper() or token.lower in offices.field_words()
        elif not (token.pos == "DET" or token.tag == "POS" or inside or (token.lower == "of" and tokens[i - 1].pos in _BESIDE)):
            break
        i += 1
    while i > last + 1 and tokens[i - 1].pos in ("DET", "ADP"):
        i -= 1
    first_word = tokens[last + 1]
    indefinite = first_word.lower in ("a", "an") and i - last > 2
    return i if i > last + 1 and (named or indefinite) and (tokens[last].lower == "of" or named) else last


def _leads(document: Document, i: int) -> Phrase | None:
    """ "Mario Rossi, who heads the water board", "the water board is headed by Mario Rossi": the verb and what is led."""
    tokens = document.tokens
    children = document.children[i]
    agent = next((c for c in children if tokens[c].relation == "agent"), None)
    if agent is not None:
        subject: int | None = agent
        led = next((c for c in children if tokens[c].relation == "passive_subject"), None)
        led = tokens[i].head if led is None and tokens[i].relation in ("noun_clause", "relative_clause") else led
    else:
        subject = next((c for c in children if tokens[c].relation == "subject"), None)
        led = next((c for c in children if tokens[c].relation == "object"), None)
    if subject is None or led is None or (led < i) != (agent is not None):
        return None
    if not tokens[led].text[:1].isupper() and tokens[led].lower not in offices.led():
        return None
    holder = person_of(document, subject)
    if holder is None or (tokens[i].lemma == "run" and any(tokens[c].relation == "particle" for c in children)):
        return None
    was = any(tokens[c].lower in ("was", "were", "been") for c in children)
    # who ran it may have left
    when = TO_COME if will(document, i) else THEN if was or (agent is None and tokens[i].tag in ("VBD", "VBN")) else ""
    office = tokens[i].lemma if tokens[i].lemma == "chair" else "coordinator" if tokens[i].lemma == "coordinate" else "head"
    first = min((j for j in document.subtree(led) if led - 6 < j <= led and (agent is None) == (j > i)), default=led)
    if agent is not None:
        return Phrase(i, i + 2, i, f"{when}{office} of {document.text(first, led + 1)}", holder, "verb")
    last = _after(document, led + 1)
    return Phrase(i, last, i, f"{when}{office} of {document.text(first, last)}", holder, "verb")


def _is_named(document: Document, i: int) -> bool:
    k = document.name_of[i]
    return (k >= 0 and document.names[k].kind != "person") or gazetteer.is_country(document.tokens[i].text)


def _inside_name(document: Document, first: int, last: int) -> bool:
    mention = document.names[document.name_of[first]]
    return mention.first <= first and last < mention.last
