"""Quotes that are one utterance, and what sets their wordings apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import ingest, language
from checker.align import quotes
from checker.facts import quote
from checker.facts.quote import Quote, compare
from checker.facts.wording import difference, words_of
from checker.model import Document, Topic

SAME = ("same", "cut", "spelling")


def documents(*texts: str) -> tuple[Document, ...]:
    return language.parse([ingest.read(f"{k}.txt", text.encode()) for k, text in enumerate(texts)])


def topics(*texts: str) -> tuple[Topic, ...]:
    return quotes.topics(documents(*texts), ())


def level(a: str, b: str, one: str | None = None, two: str | None = None) -> str:
    return compare(Quote(a, one, one), Quote(b, two, two), {}).level


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We do not rule out a further vote", "We rule out a further vote this week"),
        ("There is no danger to bathers on this beach", "There is still a danger to bathers on this beach"),
        ("You have shown no mercy", "You have shown real mercy"),
        ("The harbour can't open before Monday morning", "The harbour can open before Monday morning"),
        ("I never met the contractor in his office", "I met the contractor in his office"),
    ],
)
def test_a_negation_that_came_or_went_is_a_conflict(a: str, b: str) -> None:
    assert level(a, b) == level(b, a) == "negation"
    assert quote.LEVELS["negation"] == "conflict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("He was the love of my life and my best friend", "He was the love of my wife and my best friend"),
        ("We have fewer than 20 beds left", "We have more than 20 beds left"),
        ("We found twelve boats adrift in the bay", "We found ten boats adrift in the bay"),
        ("The bridge was closed for repairs twice last winter", "The bridge was closed for inspection twice last winter"),
    ],
)
def test_another_content_word_is_a_conflict(a: str, b: str) -> None:
    assert level(a, b) == level(b, a) == "content-word"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We will rebuild the school before the autumn, whatever it costs", "rebuild the school before the autumn"),
        ("We will rebuild the school before the autumn", "We will rebuild [it] before the autumn"),
        ("We will, if need be, rebuild the school before the autumn", "We will ... rebuild the school before the autumn"),
        ("We don't expect the ferry before Monday", "We do not expect the ferry before Monday"),
        ("The cyber-criminals used our servers for weeks", "The cyber criminals used our servers for weeks"),
        ("They organised the programme at our centre", "They organized the program at our center"),
        ("Prices rose by five per cent in a month", "Prices rose by 5% in a month"),
        ("We told the Internal Security Bureau at once", "We told the ISB at once"),
    ],
)
def test_cuts_and_spellings_agree(a: str, b: str) -> None:
    assert level(a, b) in SAME
    assert level(b, a) in SAME


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("We have seen a fall in orders from the south", "We saw a fall in the orders from the south", "function-words"),
        ("It was a long and bitter fight for the town", "It was a long fight for the town", "dropped-word"),
        ("The storm took the roof of the mill", "The storm took my cattle and two tractors", "unlike"),
        ("We will win", "We will not be silenced by anybody in this house", "unlike"),
    ],
)
def test_smaller_changes_are_no_conflict(a: str, b: str, expected: str) -> None:
    assert level(a, b) == expected
    assert quote.LEVELS[expected] == "unclear"


def test_the_same_words_from_two_people_are_a_matter_of_attribution() -> None:
    said = "We have put the worst of the drought behind us"
    assert level(said, said, "Marta Lindqvist", "Paul Okafor") == "attribution"
    assert level(said, said, "Marta Lindqvist", "Lindqvist") == "same"
    assert level(said, said, "Marta Lindqvist", None) == "same"


def test_two_people_may_say_something_alike() -> None:
    assert level("We lost our house to the flood", "We lost our boat to the flood", "Jonas Vik", "Lena Dahl") == "other-speaker"


def test_two_offices_without_names_are_two_speakers() -> None:
    a = Quote("It is a great day for the town", "the mayor")
    b = Quote("It is a great day for the club", "the coach")
    assert compare(a, b, {}).level == "other-speaker"
    assert compare(a, Quote("It is a great day for the club", "she"), {}).level == "content-word"


def test_a_short_sentence_of_one_speaker_may_be_negated() -> None:
    assert level("They were useful", "They were not useful", "Ilse Brandner", "Brandner") == "negation"
    assert level("They were useful", "They were not useful", None, None) == "unlike"


def test_a_translation_is_never_held_to_the_word() -> None:
    a = Quote("The bridge was closed for repairs twice last winter")
    b = Quote("The bridge was shut for repairs twice last winter", translated=True)
    assert compare(a, b, {}).level == "translation"


def test_the_difference_is_shown_in_words() -> None:
    said = compare(Quote("There is no danger to bathers here now"), Quote("There is still a danger to bathers here now"), {})
    assert said.because == "'no' against 'still a'"


def test_a_topic_shows_each_report_with_its_wording() -> None:
    found = topics(
        'Mayor Ilse Brandner spoke on Friday.\n\n"There is no danger to bathers on the east beach," Brandner told reporters.',
        'The mayor was asked about the oil.\n\n"There is a danger to bathers on the east beach," Ilse Brandner said.',
        '"There is no danger to bathers," said Brandner.',
    )
    (topic,) = found
    assert (topic.kind, topic.verdict, topic.level, topic.comparator) == ("quote", "conflict", "negation", "quote")
    assert [s.span.source for s in topic.sides] == [0, 1, 2]
    assert topic.sides[1].value == "There is a danger to bathers on the east beach"
    assert "Brandner" in topic.label


def test_attribution_points_at_the_speakers() -> None:
    (topic,) = topics(
        '"We have put the worst of the drought behind us," Chief Executive Marta Lindqvist said on Tuesday.',
        '"We have put the worst of the drought behind us," Finance Director Paul Okafor said on Tuesday.',
    )
    assert (topic.kind, topic.level) == ("attribution", "attribution")
    assert all(name in str(side.value) for name, side in zip(("Lindqvist", "Okafor"), topic.sides, strict=True))


def test_a_wording_that_agrees_is_free_for_no_conflict() -> None:
    found = topics(
        '"We will rebuild the old school before the autumn," said Ilse Brandner. '
        '"We will rebuild the old bridge before the autumn," she added.',
        '"We will rebuild the old school before the autumn," said Ilse Brandner.',
    )
    assert {t.verdict for t in found} == {"agree"}


def test_reports_in_another_order_say_the_same() -> None:
    texts = (
        '"There is no danger to bathers on the east beach," Ilse Brandner told reporters.',
        '"There is a danger to bathers on the east beach," Ilse Brandner said.',
    )
    assert [(t.level, t.normal) for t in topics(*texts)] == [(t.level, t.normal) for t in topics(*reversed(texts))]


def test_a_machine_translation_is_recognised() -> None:
    told, plain = documents("Text translated by machine\n\nThe bank is closed.", "The translation of the book took a year.")
    assert quote.is_translated(told)
    assert not quote.is_translated(plain)


def test_every_direct_quote_is_a_fact() -> None:
    (document,) = documents('"The road is open," said Lena Dahl. Jonas Vik said the ferry was not.')
    (fact,) = quote.find(document)
    assert fact.kind == "quote"
    assert (fact.value.fields()["value"], fact.value.fields()["speaker"]) == ("The road is open", "Lena Dahl")
    assert document.report.text[fact.span.start : fact.span.end] == "The road is open"


WORDS = ("we", "the", "not", "no", "road", "bridge", "closed", "open", "today", "and", "never", "a")


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(tuple), st.data())
@settings(derandomize=True, deadline=None)
def test_difference_reads_the_same_both_ways(a: tuple[str, ...], data: st.DataObject) -> None:
    b = tuple(data.draw(st.permutations(a)))
    assert difference(a, a).change == "same"
    assert 0 <= difference(a, b).likeness <= 1


@given(st.text(max_size=60))
@settings(derandomize=True, deadline=None)
def test_any_text_has_words(text: str) -> None:
    assert all(word == word.lower() and not word.isspace() for word in words_of(text) if word.isascii())
