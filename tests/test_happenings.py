"""Happenings: what is told, by whom it was done, whether it is so, and which mentions tell one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker import happenings, ingest, language
from checker.model import Document, Happening

Told = Callable[[str], Happening]


def read(*texts: str) -> tuple[tuple[Document, ...], tuple[Happening, ...]]:
    documents = language.parse([ingest.read(f"{k}.txt", text.encode()) for k, text in enumerate(texts)])
    return documents, happenings.read(documents, (), ())


def told(text: str, word: str) -> Happening:
    documents, found = read(text)
    return next(h for h in found if documents[0].tokens[h.predicate].lower == word)


def head_of(text: str, word: str, role: str) -> str | None:
    documents, found = read(text)
    happening = next(h for h in found if documents[0].tokens[h.predicate].lower == word)
    return next((documents[0].tokens[r.head].lower for r in happening.roles if r.name == role), None)


def groups_of(word: str, *texts: str) -> list[str]:
    documents, found = read(*texts)
    return [h.group for h in found if documents[h.source].tokens[h.predicate].lower == word]


@pytest.mark.parametrize(
    ("text", "word", "subject", "thing"),
    [
        ("Police arrested two men.", "arrested", "police", "men"),
        ("Two men were arrested by police.", "arrested", "police", "men"),
        ("Twelve villagers died in the flood.", "died", None, "villagers"),
        ("The flood killed twelve villagers.", "killed", "flood", "villagers"),
        ("The bridge collapsed.", "collapsed", None, "bridge"),
        ("The man accused of the theft left.", "accused", None, "man"),
        ("The killing of a guard by robbers shocked the town.", "killing", "robbers", "guard"),
        ("The minister resigned and apologised.", "apologised", "minister", None),
        ("Three hikers are still missing.", "missing", None, "hikers"),
    ],
)
def test_who_did_it_and_to_whom(text: str, word: str, subject: str | None, thing: str | None) -> None:
    assert (head_of(text, word, "subject"), head_of(text, word, "object")) == (subject, thing)


def test_sign_and_mood() -> None:
    assert not told("The council did not approve the plan.", "approve").affirmed
    assert told("The council approved the plan.", "approved").affirmed
    assert told("The bank will close the branch.", "close").mood == "planned"
    assert told("The bank closed the branch.", "closed").mood == "actual"


def test_a_light_verb_is_told_by_its_noun() -> None:
    documents, found = read("The ministers held talks on Monday.")
    assert [documents[0].tokens[h.predicate].lower for h in found] == ["talks"]
    assert found[0].concept == "meet"


def test_a_phrase_is_told_once() -> None:
    documents, found = read("The death toll rose.")
    assert [(documents[0].tokens[h.predicate].lower, h.concept) for h in found] == [("toll", "die"), ("rose", "rise")]


def test_a_word_without_a_concept_keeps_its_lemma() -> None:
    assert told("The mayor yodelled for an hour.", "yodelled").concept == "yodel"


def test_mentions_of_one_happening_share_a_group_over_reports() -> None:
    documents, found = read(
        "An explosion at a flour mill killed four workers.",
        "Four people died in a blast at a mill. The explosion was heard for miles.",
    )
    by_concept: dict[str, set[str]] = {}
    for h in found:
        by_concept.setdefault(h.concept, set()).add(h.group)
    assert len(by_concept["explode"]) == 1
    assert len(by_concept["die"]) == 1
    assert {a.happenings[0].concept for a in happenings.alignments(found)} >= {"explode", "die"}
    assert documents[0].source == 0


def test_other_years_and_earlier_ones_stay_apart() -> None:
    one, *others = groups_of(
        "eruption",
        "The eruption closed the airport.",
        "The eruption came at dawn. The 2010 eruption lasted weeks. A previous eruption hurt no one.",
    )
    assert others[0] == one
    assert len({one, *others}) == 3


def test_other_rounds_stay_apart() -> None:
    first, second = groups_of("vote", "He won the first round of the vote.", "She won the second round of the vote.")
    assert first == second  # the vote is one
    documents, found = read("He lost in the first round.", "She lost in the second round.")
    assert len({h.group for h in found if documents[h.source].tokens[h.predicate].lower == "lost"}) == 2


def test_two_named_people_stay_apart() -> None:
    groups = groups_of("arrested", "Police arrested Maria Lindqvist on Friday.", "Police arrested Tomas Eriksen on Friday.")
    assert len(set(groups)) == 2


def test_the_main_event_takes_the_incident() -> None:
    documents, found = read(
        "Blast at paper mill injures nine\n\nA blast at a paper mill injured nine people on Monday.\n\nThe incident is being investigated.",
        "Nine hurt in mill blast\n\nNine people were hurt when a blast tore through a mill.\n\nThe mill made envelopes.",
    )
    blast = {h.group for h in found if h.concept == "explode"}
    incident = next(h for h in found if documents[h.source].tokens[h.predicate].lower == "incident")
    assert {incident.group} == blast
    assert incident.main
    assert not next(h for h in found if documents[h.source].tokens[h.predicate].lower == "made").main


def test_a_murder_joins_the_death_it_is() -> None:
    documents, found = read("Anna Kowalska was killed on Monday.", "The murder of Anna Kowalska shocked the town.")
    words = {documents[h.source].tokens[h.predicate].lower: h.group for h in found}
    assert words["killed"] == words["murder"]


def test_what_is_said_is_one_only_of_one_speaker() -> None:
    said = groups_of("said", "Maria Lindqvist said the road was closed.", "Tomas Eriksen said the road was closed.")
    assert len(set(said)) == 2


def test_a_dated_verb_dates_what_hangs_on_it() -> None:
    documents, found = read("In 2019 a fire at a sister hotel left nine people hurt.")
    assert {h.anchor for h in found} == {"2019"}
    assert documents[0].source == 0


def test_alignments_say_why() -> None:
    _, found = read("The eruption closed the airport.", "The eruption came at dawn.")
    aligned = happenings.alignments(found)
    assert aligned
    assert all(a.because for a in aligned)
    assert all(len(a.happenings) > 1 for a in aligned)


def test_the_order_of_reports_does_not_change_who_is_together() -> None:
    texts = ("Police arrested Maria Lindqvist.", "The arrest of Lindqvist came at dawn.", "Police arrested Tomas Eriksen.")

    def together(order: tuple[int, ...]) -> set[frozenset[int]]:
        _, found = read(*(texts[k] for k in order))
        groups: dict[str, set[int]] = {}
        for h in found:
            if h.concept == "arrest":
                groups.setdefault(h.group, set()).add(order[h.source])
        return {frozenset(g) for g in groups.values()}

    assert together((0, 1, 2)) == together((2, 1, 0)) == together((1, 2, 0))
