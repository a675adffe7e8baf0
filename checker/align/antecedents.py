"""What a pronoun, "the vessel" or "the company" takes up, as far as the sentences before tell it."""

from __future__ import annotations

from collections.abc import Iterator

from checker import concepts
from checker.model import NOT_COPY, Document, Token

_ONE = frozenset(("it", "its", "itself"))
_PERSON = frozenset(("he", "she", "him", "her", "his", "himself", "herself"))
_SEVERAL = frozenset(("they", "them", "their", "both", "these", "those"))
PRONOUNS = _ONE | _PERSON | _SEVERAL
_BACK = 2  # sentences that are looked at before the pronoun's own
_STEPS = 4  # pronouns one behind the other
_SUBJECTS = ("subject", "passive_subject")
_EMPTY = frozenset(("seem", "appear", "rain", "snow", "emerge", "transpire"))  # "it emerged that"
_GROUPS = frozenset((
    "crew", "team", "family", "group", "couple", "pair", "delegation", "choir", "band", "party", "squad", "staff", "police", "committee",
    "council", "board", "company", "union", "club", "jury", "court", "government", "ministry", "quartet", "trio", "orchestra",
))
_PLURAL = frozenset(("police", "people", "crew", "staff"))  # though they end in no -s
_TELLING = frozenset(("adjective", "compound", "oblique", "possessive", "relative_clause", "apposition"))
_BESIDE = frozenset(("compound", "apposition"))


def antecedent(document: Document, i: int) -> int | None:
    """The noun or name that the pronoun at i stands for; None where nothing fits, or it stands for nothing ("it is clear that")."""
    at = i
    for _ in range(_STEPS):
        found = _taken_up(document, at)
        if found is None or document.tokens[found].lower not in PRONOUNS:
            return found
        at = found
    return None


def by_name(document: Document, i: int) -> int | None:
    """The last token of the name that "the vessel" stands for: one that the report tells to be a vessel, the only one of it."""
    tokens, known = document.tokens, concepts.load()
    token = tokens[i]
    if token.tag != "NN" or not any(tokens[c].lower in ("the", "this") for c in document.children[i]):
        return None
    if any(tokens[c].relation in _TELLING for c in document.children[i]):
        return None
    lemma = token.lemma.lower()
    sort = known.counted(lemma)
    found: dict[str, int] = {}
    for name in document.names:
        head = name.last - 1
        near = [c for c in document.children[head] if tokens[c].relation in _BESIDE]
        if tokens[head].relation in _BESIDE:
            near.append(tokens[head].head)
        if name.first and tokens[name.first - 1].sentence == tokens[head].sentence:
            near.append(name.first - 1)  # "the ferry Baltic Heron", whatever hangs on what
        for c in near:
            told = tokens[c].lemma.lower()
            if tokens[c].pos == "NOUN" and (told == lemma or known.subset(known.counted(told), sort)):
                found.setdefault(tokens[head].lower, head)
    return next(iter(found.values())) if len(found) == 1 else None


def _taken_up(document: Document, i: int) -> int | None:
    tokens = document.tokens
    token = tokens[i]
    if token.lower in _ONE and _stands_for_nothing(document, token):
        return None
    return next((c for c in _before(document, token) if _fits(document, token, tokens[c])), None)


def _stands_for_nothing(document: Document, token: Token) -> bool:
    """ "It is clear that", "it was the bank that", "it rained"."""
    verb = document.tokens[token.head]
    if token.relation not in _SUBJECTS:
        return False
    below = [document.tokens[c] for c in document.children[verb.i]]
    return verb.lemma in _EMPTY or (verb.lemma == "be" and any(k.relation in ("clause", "open_clause", "relative_clause") for k in below))


def _before(document: Document, token: Token) -> Iterator[int]:
    """Subjects of the clauses above, then those of the sentences before, each sentence's objects after its subjects."""
    tokens = document.tokens
    i = token.head
    for _ in range(5):
        if tokens[i].head == i:
            break
        i = tokens[i].head
        yield from (c for c in document.children[i] if tokens[c].relation in _SUBJECTS and c < token.i)
    here = document.sentences[token.sentence]
    for k in range(token.sentence - 1, max(token.sentence - 1 - _BACK, -1), -1):
        sentence = document.sentences[k]
        if sentence.zone in NOT_COPY or (sentence.zone == "headline") != (here.zone == "headline"):
            return
        roots = [t.i for t in tokens[sentence.first : sentence.last] if t.head == t.i]
        for relations in (_SUBJECTS, ("object", "attribute")):
            yield from (c for root in roots for c in document.children[root] if tokens[c].relation in relations)


def _fits(document: Document, pronoun: Token, token: Token) -> bool:
    if token.pos == "PRON":
        return any(pronoun.lower in kind and token.lower in kind for kind in (_ONE, _PERSON, _SEVERAL)) and token.i != pronoun.i
    if token.pos not in ("NOUN", "PROPN"):
        return False
    k = document.name_of[token.i]
    person = k >= 0 and document.names[k].kind == "person"
    known = concepts.load()
    people = person or (token.pos == "NOUN" and known.subset(known.counted(token.lemma.lower()), "person"))
    several = token.tag in ("NNS", "NNPS") or token.lemma.lower() in _PLURAL or any(
        document.tokens[c].relation == "conjunct" and document.tokens[c].pos in ("NOUN", "PROPN") for c in document.children[token.i]
    )
    if pronoun.lower in _SEVERAL:
        return several or token.lemma.lower() in _GROUPS
    if several:
        return False
    if pronoun.lower in _PERSON:
        return people or (token.pos == "NOUN" and any(t.first <= token.i < t.last for t in document.titles))
    return not people and not any(t.first <= token.i < t.last for t in document.titles)
