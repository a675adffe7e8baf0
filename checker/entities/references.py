"""Who is meant without a name: he and she, "the minister", "the 43-year-old", "his American counterpart"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.entities.aged import KIN, PRONOUNS, in_trade, of_age, the_one_told_of, the_year_old
from checker.entities.bindings import Owner, give_age, give_title, owners
from checker.entities.draft import Draft
from checker.entities.same_office import as_exact, fits, same
from checker.facts import age
from checker.facts.title import Title
from checker.model import Document, Fact, Field, Mention

_CHAIN = 4  # sentences through which "he" goes on to mean the last person named
_LEAD = 2  # sentences of headline and lead, where "a nurse" is not named yet
_NOT_IN = {"a", "an", "any", "every", "each", "no", "some", "another", "other"}


def resolve(documents: Sequence[Document], facts: Sequence[Fact], drafts: Sequence[Draft]) -> None:
    """Add mentions without a name to the cards, and the titles, ages and gender that come with them."""
    people = [d for d in drafts if d.kind == "person"]
    owner = owners(facts, people)
    held: dict[str, list[tuple[int, int, Title]]] = defaultdict(list)  # draft id -> source, token, title
    for draft in people:
        for number in sorted(draft.facts):
            fact = facts[number]
            if isinstance(fact.value, Title):
                held[draft.id].append((fact.span.source, fact.first, fact.value))
    by_source: dict[int, list[tuple[int, Fact]]] = defaultdict(list)
    for number, fact in enumerate(facts):
        if fact.kind in ("title", "age") and not any(number in d.facts for d in people):
            by_source[fact.span.source].append((number, fact))
    for document in documents:
        _walk(document, by_source[document.source], people, owner, held)


def _walk(
    document: Document,
    loose: Sequence[tuple[int, Fact]],
    people: Sequence[Draft],
    owner: Owner,
    held: dict[str, list[tuple[int, int, Title]]],
) -> None:
    """One pass over a report's words, with the people named so far, the last one last."""
    source = document.source
    starts = {fact.first: (number, fact) for number, fact in loose}
    recent: list[Draft] = []
    seen_in: dict[int, set[str]] = defaultdict(set)  # sentence -> ids named in it
    spoken_of: dict[int, Draft] = {}  # sentence -> its subject, a person
    meant_at: dict[int, Draft] = {}  # token of a description -> who is meant
    for token in document.tokens:
        named = owner.get((source, token.i))
        if named is not None:
            if not recent or recent[-1] is not named:
                recent[:] = [d for d in recent if d is not named] + [named]
            seen_in[token.sentence].add(named.id)
            if token.relation in ("subject", "passive_subject"):
                spoken_of[token.sentence] = named
            continue
        if token.i in starts:
            number, fact = starts[token.i]
            meant = (
                _described(document, fact, recent, people, held, owner, meant_at)
                if fact.kind == "title"
                else of_age(document, fact, recent, owner, meant_at)
                or in_trade(document, fact, starts.get(fact.last), recent, seen_in, held)
                or the_year_old(document, fact, recent, seen_in)
                or the_one_told_of(document, fact, recent, seen_in)
            )
            if meant is not None:
                draft, how = meant
                if isinstance(fact.value, Title):
                    if fact.value.holder is not None or how == "name":
                        give_title(document, fact, number, draft)
                    else:
                        draft.facts.add(number)
                        draft.mentions.add(Mention(source, fact.first, fact.last, "description"))
                        meant_at.update((i, draft) for i in range(fact.first, fact.last))
                else:
                    give_age(document, fact, number, draft)
                recent[:] = [d for d in recent if d is not draft] + [draft]
        gender = PRONOUNS.get(token.lower)
        if gender is not None and token.pos in ("PRON", "DET"):
            he = _pronoun(document, token.i, gender, recent, seen_in, spoken_of)
            if he is not None:
                meant_at[token.i] = he


def _pronoun(
    document: Document, i: int, gender: str, recent: list[Draft], seen_in: dict[int, set[str]], spoken_of: dict[int, Draft]
) -> Draft | None:
    """Give a pronoun to the last person it fits, the subject of this or the last sentence first."""
    token = document.tokens[i]
    fitting = [d for d in recent if (d.gender or d.given_gender or gender) == gender]
    if not fitting:
        return None
    previous = token.sentence - 1
    subject = spoken_of.get(token.sentence) or spoken_of.get(previous)
    draft = subject if subject is not None and subject in fitting else fitting[-1]
    draft.mentions.add(Mention(document.source, i, i + 1, "pronoun"))
    if token.lower in ("he", "she") and document.speech_of[i] < 0 and _only_one_meant(document, i, draft, seen_in, spoken_of):
        draft.fields.add(Field("gender", gender, token.text, document.span(i, i + 1)))
    spoken_of.setdefault(token.sentence, draft)
    return draft


def _only_one_meant(document: Document, i: int, draft: Draft, seen_in: dict[int, set[str]], spoken_of: dict[int, Draft]) -> bool:
    """True where nobody else can be meant: one name in the last sentence that has any, and no man, wife or boy without a name since."""
    here = document.tokens[i].sentence
    first = next((n for n in range(here, max(here - _CHAIN, -1), -1) if seen_in[n]), None)
    if first is None or seen_in[first] != {draft.id} or (first == here and spoken_of.get(here) is not draft):
        return False
    words = (t.lemma for t in document.tokens[document.sentences[first].first : i])
    return KIN.isdisjoint(words)


def _described(
    document: Document,
    fact: Fact,
    recent: Sequence[Draft],
    people: Sequence[Draft],
    held: dict[str, list[tuple[int, int, Title]]],
    owner: Owner,
    meant_at: dict[int, Draft],
) -> tuple[Draft, str] | None:
    """Whom "the minister" or "he is the minister" means: the last person of that office in the report, else the only one of the story."""
    title = fact.value
    assert isinstance(title, Title)
    tokens = document.tokens
    if title.holder is not None:
        pronoun = tokens[title.holder[0]].lower
        if title.holder[0] in meant_at:
            return meant_at[title.holder[0]], "name"
        gender = PRONOUNS.get(pronoun)
        fitting = [d for d in recent if gender is None or (d.gender or d.given_gender or gender) == gender]
        return (fitting[-1], "name") if fitting and pronoun != "i" else None
    before = tokens[fact.first - 1] if fact.first > 0 else None
    if before is not None and before.lower in ("a", "an") and tokens[fact.first].sentence <= _LEAD:
        only = [d for d in people if any(s != document.source and as_exact(title, t) for s, _, t in held[d.id])]
        if len(only) == 1:
            return (only[0], "description") if not any(s == document.source for s, _, _ in held[only[0].id]) else None
        named = _named_next(document, fact, owner)
        return (named, "description") if named is not None else None
    if (
        before is None
        or before.lower in _NOT_IN
        or not (before.pos == "DET" or before.tag in ("PRP$", "POS") or tokens[fact.first].tag == "NNP")
    ):
        return None
    here = [d for d in reversed(recent) if any(s == document.source and fits(title, t) for s, _, t in held[d.id])]
    if here:
        return here[0], "description"
    later = [d for d in people if any(s == document.source and at > fact.first and fits(title, t) for s, at, t in held[d.id])]
    if len(later) == 1:
        return later[0], "description"
    exact = [d for d in people if any(s != document.source and same(title, t) for s, _, t in held[d.id])]
    return (exact[0], "description") if len(exact) == 1 and (title.country or title.body) else None


def _named_next(document: Document, fact: Fact, owner: Owner) -> Draft | None:
    """The person of the lead "A nurse was jailed on Friday": whoever begins the next sentence with name and age, as its subject."""
    tokens, source = document.tokens, document.source
    lead = document.sentences[tokens[fact.first].sentence]
    begins = tokens[fact.head].relation in ("subject", "passive_subject") and fact.first - lead.first <= 3
    if not begins or lead.index + 1 >= len(document.sentences):
        return None
    following = document.sentences[lead.index + 1]
    here = {owner[source, i].id for i in range(lead.first, lead.last) if (source, i) in owner and owner[source, i].kind == "person"}
    named = owner.get((source, following.first))
    i = following.first
    while i < following.last and owner.get((source, i)) is named:
        i += 1
    full = i - following.first > 1 and i + 2 < following.last and tokens[i].text in (",", "(") and tokens[i + 1].pos == "NUM"
    if here or named is None or named.kind != "person" or not full or tokens[i - 1].relation not in ("subject", "passive_subject"):
        return None
    others = age.persons() | KIN
    alone = not any(t.tag == "NN" and t.lemma in others for t in tokens[lead.first : lead.last] if not fact.first <= t.i < fact.last)
    return named if alone else None  # of "a nurse killed a patient" either may be named next