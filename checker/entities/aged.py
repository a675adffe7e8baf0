"""Whose age it is where no name stands beside it: "He was 91", "the 25-year-old forward", "The 44-year-old mother of two"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.entities.bindings import Owner, of_then
from checker.entities.draft import Draft
from checker.entities.same_office import fits
from checker.facts import age, offices, spelling
from checker.facts.title import Title
from checker.model import Document, Fact

PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
_LINKS = ("who", "is", "was", "turned", "turns", "aged", "now", "just", "only", "has")
KIN = spelling.words("kin") | spelling.words("kin", "gendered")


def of_age(document: Document, fact: Fact, recent: Sequence[Draft], owner: Owner, meant_at: dict[int, Draft]) -> tuple[Draft, str] | None:
    """Whose age it is where no name stands beside it: "He was 91", "the minister, who turns 56", "the 43-year-old"."""
    tokens = document.tokens
    for i in dict.fromkeys((tokens[fact.first].head, tokens[fact.head].head, fact.first)):
        verb = tokens[i]
        born = verb.lower == "born"
        at_once = fact.first == document.sentences[verb.sentence].first < fact.last < verb.i
        opened = at_once and tokens[fact.first].lower in ("born", "aged")  # "Born in 1953, he had never stood"
        if not (born or opened or verb.lemma in ("be", "turn", "become", "celebrate", "mark", "reach")) or of_then(document, i):
            continue
        for child in document.children[i]:
            token = tokens[child]
            if token.relation != "subject" and not ((born or opened) and token.relation == "passive_subject"):
                continue
            if token.lower in ("who", "that") and verb.relation == "relative_clause":
                child = verb.head
            known = meant_at.get(child) or owner.get((document.source, child))
            if known is not None:
                return known, "description"
            gender = PRONOUNS.get(token.lower)
            fitting = [d for d in recent if gender and (d.gender or d.given_gender or gender) == gender]
            return (fitting[-1], "pronoun") if fitting else None
    before = tokens[fact.first - 1].lower if fact.first > 0 else ""
    following = tokens[fact.last] if fact.last < len(tokens) else None
    stands_alone = following is None or following.pos in ("VERB", "AUX", "PUNCT", "ADP", "PART", "CCONJ")
    if before == "the" and stands_alone and "old" in document.text(fact.first, fact.last).lower() and recent:
        same = [d for d in recent if any(f.name == "age" and f.value == fact.value.normal() for f in d.fields)]
        return (same[-1] if same else recent[-1], "description")
    return None


def in_trade(
    document: Document,
    fact: Fact,
    beside: tuple[int, Fact] | None,
    recent: Sequence[Draft],
    seen_in: dict[int, set[str]],
    held: dict[str, list[tuple[int, int, Title]]],
) -> tuple[Draft, str] | None:
    """Whom "the experienced 25-year-old forward" means: the one forward named so far, else the one person of the sentence before."""
    if beside is None or not isinstance(beside[1].value, Title) or beside[1].value.holder is not None:
        return None
    tokens, title = document.tokens, beside[1].value
    words = [t.lower for t in tokens[max(0, fact.first - 2) : fact.first]]
    if "the" not in words:
        return None
    same = [d for d in recent if any(fits(title, t) for _, _, t in held[d.id])]
    if same:
        return (same[-1], "description") if len(same) == 1 else None
    sentence = tokens[fact.first].sentence
    alone = bool(recent) and not seen_in[sentence] and seen_in[sentence - 1] == {recent[-1].id}
    return (recent[-1], "description") if alone and tokens[beside[1].head].relation in ("subject", "passive_subject") else None


def the_year_old(document: Document, fact: Fact, recent: Sequence[Draft], seen_in: dict[int, set[str]]) -> tuple[Draft, str] | None:
    """Whom "The 44-year-old mother of two wept" means: the one person of the sentence before, whatever else is said of him or her."""
    tokens, old = document.tokens, document.tokens[fact.last - 1]
    sentence = document.sentences[old.sentence]
    if not recent or old.lower != "old" or tokens[sentence.first].lower != "the" or fact.first - sentence.first > 2:
        return None
    following = tokens[fact.last : min(fact.last + 3, sentence.last)]
    noun = next((t for t in following if t.lower in age.persons() or t.lower in KIN or t.lower in offices.aliases()), None)
    alone = not following or following[0].pos in ("VERB", "AUX", "PUNCT")
    last = recent[-1]
    of = noun is not None and noun.i + 1 < len(tokens) and tokens[noun.i + 1].lower == "of"  # "the 44-year-old mother of two"
    another = noun is not None and noun.lower in spelling.words("kin", "beside") and not of
    if another or (noun is None and not alone) or seen_in[sentence.index - 1] != {last.id}:
        return None
    word = noun.lower if noun is not None else ""
    before = document.sentences[sentence.index - 1]
    return (last, "description") if _can_be(document, fact, last, word, range(before.first, before.last)) else None


def the_one_told_of(document: Document, fact: Fact, recent: Sequence[Draft], seen_in: dict[int, set[str]]) -> tuple[Draft, str] | None:
    """Whom "The linesman, who is 37, was operated on" and "The retired schoolteacher, 65," mean: the one person named just before."""
    tokens = document.tokens
    sentence = document.sentences[tokens[fact.first].sentence]
    if not recent or tokens[sentence.first].lower != "the" or sentence.index == 0:
        return None
    i = fact.first - 1
    while i > sentence.first and (tokens[i].text == "," or tokens[i].lower in _LINKS):
        i -= 1
    noun, last = tokens[i], recent[-1]
    before = sentence.index - 1
    before -= before > 0 and not seen_in[before]  # a sentence of "she" may stand between
    if i == fact.first - 1 or i - sentence.first > 4 or noun.tag != "NN" or seen_in[sentence.index] or seen_in[before] != {last.id}:
        return None
    known = noun.lower in age.persons() or offices.is_trade(offices.aliases().get(noun.lower, "")) or noun.lower.endswith(("man", "woman"))
    if not known or noun.lower in spelling.words("kin", "beside") or noun.lower in KIN - spelling.words("kin", "gendered"):
        return None
    if document.sentences[sentence.index - 1].paragraph < sentence.paragraph - 1:
        return None
    return (last, "description") if _can_be(document, fact, last, noun.lower, range(sentence.first)) else None


def _can_be(document: Document, fact: Fact, person: Draft, word: str, before: range) -> bool:
    """Whether a person can be the one called so and so old: nobody is called so in the tokens before, and age and sex fit."""
    gender = next((g for g in ("male", "female") if word in spelling.words("kin", g)), None)
    aged = {f.value for f in person.fields if f.name == "age" and f.span.source == document.source}
    if any(document.tokens[i].lower == word for i in before) or aged - {fact.value.normal()}:
        return False
    return gender is None or (person.gender or person.given_gender or gender) == gender
