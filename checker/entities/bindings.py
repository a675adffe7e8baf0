"""What the texts say of a person beside the name: office, age, nationality, home, organisation; bound by position and syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from checker.entities.draft import Draft
from checker.facts import gazetteer, offices, organization
from checker.facts.organization import Organization
from checker.facts.title import Title
from checker.model import Document, Fact, Field, Span

Owner = dict[tuple[int, int], Draft]  # (source, token) -> whose name stands there
_THEN = frozenset(("since", "when", "until", "till", "before", "while", "once", "if"))


def bind(documents: Sequence[Document], facts: Sequence[Fact], drafts: Sequence[Draft]) -> None:
    """Write what is said right beside each person's name on the person's card."""
    owner = owners(facts, drafts)
    for number, fact in enumerate(facts):
        document = documents[fact.span.source]
        if fact.kind == "title" and isinstance(fact.value, Title):
            draft = holder(owner, fact.span.source, fact.value.holder)
            if draft is not None and draft.kind == "person":
                give_title(document, fact, number, draft)
        elif fact.kind == "age":
            draft = _aged(document, fact, owner)
            if draft is not None:
                give_age(document, fact, number, draft)
    for document in documents:
        _lives(document, owner)
    titled = {(f.span.source, i) for f in facts if f.kind == "title" for i in range(f.first, f.last)}
    for fact, draft in _named(facts, owner):
        _after_name(documents[fact.span.source], fact, draft, titled, owner)
        _party_of(documents[fact.span.source], fact, draft, owner)


def owners(facts: Sequence[Fact], drafts: Sequence[Draft]) -> Owner:
    """For each token of a name the draft it belongs to."""
    out: Owner = {}
    for draft in drafts:
        for number in sorted(draft.facts):
            fact = facts[number]
            if fact.kind in ("name", "organization", "place"):
                for i in range(fact.first, fact.last):
                    out[fact.span.source, i] = draft
    return out


def holder(owner: Owner, source: int, tokens: tuple[int, int] | None) -> Draft | None:
    """The person named at the tokens."""
    if tokens is None:
        return None
    return next((owner[source, i] for i in range(*reversed_range(tokens)) if (source, i) in owner), None)


def reversed_range(tokens: tuple[int, int]) -> tuple[int, int, int]:
    return tokens[1] - 1, tokens[0] - 1, -1


def give_title(document: Document, fact: Fact, number: int, draft: Draft) -> None:
    """The title goes on the card: office, and what it tells of land and body."""
    value = fact.value
    assert isinstance(value, Title)
    draft.facts.add(number)
    text = document.text(fact.first, fact.last)
    draft.fields.add(Field("office", value.normal(), text, fact.span))
    # a Belgian nurse is a Belgian; "Portugal's director-general" and "the Russian president" hold an office of that land
    if (
        value.country
        and not value.body
        and text[-1:].islower()
        and value.office.split()[-1] not in offices.listed("of_state")
        and gazetteer.demonym(text.split()[0])
    ):
        draft.fields.add(Field("nationality", value.country, text, fact.span))
    if value.body:
        at = text.find(value.body)
        span = fact.span if at < 0 else Span(fact.span.source, fact.span.start + at, fact.span.start + at + len(value.body))
        draft.fields.add(Field("organization", Organization(value.body).normal(), value.body, span))


def give_age(document: Document, fact: Fact, number: int, draft: Draft) -> None:
    """The age goes on the card."""
    draft.facts.add(number)
    draft.fields.add(Field("age", fact.value.normal(), document.text(fact.first, fact.last), fact.span))


def _aged(document: Document, fact: Fact, owner: Owner) -> Draft | None:
    """Whose age it is: "Vanhaute, 34," / "34-year-old Vanhaute" / "Vanhaute, a 34-year-old nurse" / "Vanhaute is 34"."""
    tokens, source = document.tokens, fact.span.source
    i = fact.first - 1
    while (
        i >= 0
        and tokens[i].lower in ("aged", "age", "of", "a", "an", "the", "then", "now", ",", "(", "-", '"', "who", "is", "was", "born", "in")
        and fact.first - i < 6
    ):
        if (
            (source, i - 1) in owner
            and owner[source, i - 1].kind == "person"
            and tokens[i].sentence == tokens[fact.first].sentence
            and any(t.text in (",", "(", "-") or t.lower in ("aged", "is", "was", "of", "born") for t in tokens[i : fact.first + 1])
        ):
            return owner[source, i - 1]
        i -= 1
    if i >= 0 and (source, i) in owner and owner[source, i].kind == "person" and tokens[i].sentence == tokens[fact.first].sentence:
        return owner[source, i]
    # before the name, with a title between: "the 34-year-old Belgian nurse Annelies Vanhaute"
    j = fact.last
    while j < len(tokens) and j < fact.last + 7 and tokens[j].sentence == tokens[fact.first].sentence:
        if (source, j) in owner and owner[source, j].kind == "person":
            return owner[source, j]
        if tokens[j].text == "," and _apposed(document, j, owner):
            return owner[source, j + 1]  # "a nine-year-old girl, Sarmila Pun, "
        if tokens[j].pos not in ("NOUN", "PROPN", "ADJ") and tokens[j].text not in ("-", "'s", "year", "old"):
            break
        j += 1
    died = _died(document, fact)
    if died is not None:
        beside = (c for c in document.children[died] if tokens[c].relation == "apposition")  # "The actor Ann Doe has died"
        return next((d for c in (died, *beside) if (d := owner.get((source, c))) is not None and d.kind == "person"), None)
    verb = tokens[tokens[fact.head].head]
    ages = verb.lemma in ("be", "turn", "become", "age") and not of_then(document, verb.i)
    if tokens[fact.head].relation in ("attribute", "object", "adverbial_noun") and ages:
        for child in document.children[verb.i]:
            if tokens[child].relation == "subject" and (source, child) in owner and owner[source, child].kind == "person":
                return owner[source, child]
    return None


def of_then(document: Document, verb: int) -> bool:
    """Whether the clause tells of another time: "since she was 18"."""
    return any(document.tokens[c].lower in _THEN for c in document.children[verb])


def _apposed(document: Document, comma: int, owner: Owner) -> bool:
    """True where a person's name stands between this comma and another mark, right after a noun."""
    tokens = document.tokens
    named = owner.get((document.source, comma + 1))
    if named is None or named.kind != "person" or tokens[comma - 1].pos != "NOUN":
        return False
    last = comma + 1
    while owner.get((document.source, last)) is named:
        last += 1
    return last < len(tokens) and tokens[last].text in (",", ".", ";", ")")


def _died(document: Document, fact: Fact) -> int | None:
    """The subject of "died aged 80", "has died at the age of 79"; not of "died with her son, aged 12"."""
    tokens, i = document.tokens, fact.head
    while fact.first <= i < fact.last or tokens[i].lemma in ("age", "aged", "year"):
        if tokens[i].head == i:
            return None
        i = tokens[i].head
    aged = {"at", "age", "aged", "ages"} & {t.lower for t in tokens[max(0, fact.first - 1) : fact.last]}
    if tokens[i].lemma != "die" or tokens[i].pos != "VERB" or not aged:
        return None
    return next((c for c in document.children[i] if tokens[c].relation == "subject"), None)


def _lives(document: Document, owner: Owner) -> None:
    """ "Wei Lin, who lived in South Park": the home of whoever lives there."""
    tokens = document.tokens
    for token in tokens:
        if token.lemma not in ("live", "reside") or token.pos != "VERB":
            continue
        children = document.children[token.i]
        subject = next((c for c in children if tokens[c].relation == "subject"), None)
        if token.relation in ("relative_clause", "noun_clause"):
            subject = token.head
        draft = owner.get((document.source, subject)) if subject is not None else None
        if draft is None or draft.kind != "person":
            continue
        for child in children:
            where = owner.get((document.source, child))
            if tokens[child].relation == "oblique" and where is not None and where.kind == "place":
                first = last = child
                while owner.get((document.source, first - 1)) is where:
                    first -= 1
                while owner.get((document.source, last + 1)) is where:
                    last += 1
                text = document.text(first, last + 1)
                draft.fields.add(Field("home", gazetteer.one_name(where.name), text, document.span(first, last + 1)))


def _named(facts: Sequence[Fact], owner: Owner) -> Iterator[tuple[Fact, Draft]]:
    for fact in facts:
        draft = owner.get((fact.span.source, fact.first))
        if fact.kind == "name" and draft is not None and draft.kind == "person":
            yield fact, draft


def _of_body(document: Document, after: int, draft: Draft, owner: Owner) -> None:
    """ "The Greens' Lea Voss": `after` is the token of the "'s"."""
    source = document.source
    body = owner.get((source, after - 1))
    if body is None or body.kind != "organization":
        return
    first = after - 1
    while owner.get((source, first - 1)) is body:
        first -= 1
    span = document.span(first, after)
    draft.fields.add(Field("organization", Organization(body.name).normal(), document.text(first, after), span))


def _party_of(document: Document, fact: Fact, draft: Draft, owner: Owner) -> None:
    """ "Torv's Reef Party", "the Reef Party, Torv's own party"."""
    tokens, source, i = document.tokens, fact.span.source, fact.last + 1
    if i >= len(tokens) or tokens[fact.last].tag != "POS":
        return
    own = any(t.lower == "party" for t in tokens[i : i + 3] if t.pos == "NOUN")
    before = fact.first - 1 - (fact.first > 1 and tokens[fact.first - 1].lower.rstrip(".") in ("mr", "mrs", "ms", "dr"))
    if own and before > 0 and tokens[before].text == ",":
        at = before - 1
    else:
        at = next((j for j in range(i, min(i + 3, len(tokens))) if (source, j) in owner), i)
    party = owner.get((source, at))
    if party is None or party.kind != "organization" or tokens[at].sentence != tokens[fact.first].sentence:
        return
    first = last = at
    while owner.get((source, first - 1)) is party:
        first -= 1
    while owner.get((source, last + 1)) is party:
        last += 1
    text = document.text(first, last + 1)
    if organization.sort_of(text) == "party":
        draft.fields.add(Field("organization", Organization(party.name).normal(), text, document.span(first, last + 1)))


def _after_name(document: Document, fact: Fact, draft: Draft, titled: Set[tuple[int, int]], owner: Owner) -> None:
    """ "Wei Lin of College Point", "Larry Moon, 52, of the Bible Church", "the Belgian Vanhaute"."""
    tokens, source = document.tokens, fact.span.source
    i = fact.last
    aged = i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].pos == "NUM"
    if aged:
        i += 2
    if i < len(tokens) and tokens[i].text == ",":
        i += 1
    if i + 1 < len(tokens) and tokens[i].lower in ("of", "from") and tokens[i].sentence == tokens[fact.first].sentence:
        j = i + 1
        while j < len(tokens) and (tokens[j].pos == "DET" or tokens[j].lower in ("nearby", "north", "south", "east", "west")) and j < i + 3:
            j += 1
        where = owner.get((source, j))
        if where is not None and where.kind != "person":
            last = j + 1
            while owner.get((source, last)) is where:
                last += 1
            place = where.kind == "place" or ((aged or tokens[i].lower == "from") and not organization.has_head(where.name))
            name = "home" if place else "organization"
            normal = gazetteer.one_name(where.name) if name == "home" else Organization(where.name).normal()
            draft.fields.add(Field(name, normal, document.text(j, last), document.span(j, last)))  # type: ignore[arg-type]
    before = fact.first - 1
    if before > 0 and tokens[before].tag == "POS" and tokens[before].sentence == tokens[fact.first].sentence:
        _of_body(document, before, draft, owner)
    if before > 0 and tokens[before].pos == "NOUN" and tokens[before].text.islower() and (source, before) not in titled:
        before -= 1  # "the Dutch rider Tom Vervaeke"
    if before < 0 or (source, before) in owner or tokens[before].sentence != tokens[fact.first].sentence:
        return
    land = gazetteer.demonym(tokens[before].text) if tokens[before].text[:1].isupper() else None
    if land and tokens[before + 1].text != "-" and (before == 0 or tokens[before - 1].text != "-"):
        draft.fields.add(Field("nationality", land, tokens[before].text, document.span(before, before + 1)))
