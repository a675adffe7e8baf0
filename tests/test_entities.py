"""Cards: mentions over all reports go to one person, body or place; two of one name stay two."""

import itertools
from dataclasses import replace

from checker import entities, ingest, language
from checker.facts import read as read_facts
from checker.facts.title import Title
from checker.model import Card, Document, Fact
from checker.readings.card import read as read_cards
from checker.readings.card import swap_hint


def story(*texts: str, published: str | None = None) -> tuple[tuple[Document, ...], tuple[Card, ...], tuple[Fact, ...]]:
    reports = tuple(replace(ingest.read(f"{i}.txt", text.encode()), published=published) for i, text in enumerate(texts))
    documents = language.parse(reports)
    cards, facts = entities.read(documents, [f for d in documents for f in read_facts(d)])
    return documents, cards, facts


def people(*texts: str) -> dict[str, Card]:
    return {card.id: card for card in story(*texts)[1] if card.kind == "person"}


def spellings(card: Card) -> set[str]:
    return {f.text for f in card.fields if f.name == "name"}


def values(card: Card, name: str) -> list[str]:
    return [f.value for f in card.fields if f.name == name]


def test_one_card_over_all_reports() -> None:
    cards = people(
        "Finance minister Arben Kodra resigned on Monday. Kodra gave no reason. He left by a side door.",
        "Kodra, 54, was the third minister to go. Mr Kodra will be missed, said Prime Minister Elira Hoxha.",
    )
    card = cards["person:kodra-arben"]
    assert card.name == "Arben Kodra"
    assert spellings(card) == {"Arben Kodra", "Kodra"}
    assert values(card, "age") == ["54 year"]
    assert "finance minister" in values(card, "office")
    assert any(m.how == "pronoun" for m in card.mentions)
    assert "person:hoxha-elira" in cards


def test_two_people_of_one_family_name() -> None:
    cards = people("Hunter Marsh spoke first. Joe Marsh spoke last. Hunter Marsh left early, and Joe Marsh stayed.")
    assert set(cards) == {"person:marsh-hunter", "person:marsh-joe"}


def test_a_family_name_alone_is_the_last_one_named() -> None:
    documents, cards, _ = story("Karen Olsen sued Peter Marsh. Marsh denied it. Olsen has two witnesses.")
    olsen = next(c for c in cards if c.id == "person:olsen-karen")
    assert [documents[0].text(m.first, m.last) for m in olsen.mentions if m.how == "name"] == ["Karen Olsen", "Olsen"]


def test_spellings_and_slips_go_to_one_card() -> None:
    assert set(people("Sergei Markov arrived in Oslo.", "Sergey Markov arrived in Oslo on Monday.")) == {"person:markov-sergei"}
    assert len(people("Karen B. Halvorson sued. Lawyers said Halvorson would win.", "Halvorson smiled. Karen Halvorsen went home.")) == 1
    assert len(people("Bill Ortiz sang.", "William Ortiz sang on Monday.")) == 1


def test_ids_do_not_depend_on_the_order_of_reports() -> None:
    texts = [
        "Captain Tomas Varnelis told the port that the engine had failed.",
        "Captain Varnelis and his crew are well, said Jolanta Vaisnore of Nordvik Lines.",
        "The captain of the ferry, Tomas Varnaitis, was praised by Nordvik Lines in Klaipeda.",
    ]
    ids = {tuple(card.id for card in story(*order)[1]) for order in itertools.permutations(texts)}
    assert len(ids) == 1


def test_fields_have_their_place() -> None:
    documents, cards, _ = story("The Belgian nurse Marie Declerck, 34, of Namur, was freed on Monday.")
    card = next(c for c in cards if c.kind == "person")
    assert values(card, "nationality") == ["Belgium"]
    assert values(card, "home") == ["namur"]
    assert all(documents[0].report.text[f.span.start : f.span.end] == f.text for f in card.fields)


def test_a_description_means_the_holder_of_the_office() -> None:
    documents, cards, facts = story("Transport minister Erik Sandvik opened the tunnel on Monday. The minister drove through it twice.")
    card = next(c for c in cards if c.id == "person:sandvik-erik")
    assert [documents[0].text(m.first, m.last) for m in card.mentions if m.how == "description"] == ["minister"]
    assert {f.entity for f in facts if f.kind == "title"} == {card.id}


def test_another_minister_is_not_meant() -> None:
    _, cards, _ = story("Transport minister Erik Sandvik opened the tunnel. The former minister was not asked.")
    assert not any(m.how == "description" for c in cards for m in c.mentions)


def test_the_age_of_a_description_and_of_a_pronoun() -> None:
    cards = people("Former mayor Frank Dalton was cleared on Monday. The former mayor, who turns 56 in May, smiled.")
    assert values(cards["person:dalton-frank"], "age") == ["[55,56] year"]
    cards = people("Frank Dalton was cleared on Monday. He is 55.")
    assert values(cards["person:dalton-frank"], "age") == ["55 year"]


def test_a_year_of_birth_is_an_age() -> None:
    _, _, facts = story("Marie Declerck, born in 1989, was freed on Saturday.", published="2023-05-20")
    (age,) = [f for f in facts if f.kind == "age"]
    assert (age.entity, age.value.normal()) == ("person:declerck-marie", "[33,34] year")


def test_a_year_of_birth_is_an_age_of_the_one_spoken_of() -> None:
    text = "Marie Declerck was freed on Saturday. She was born in the spring of 1989."
    _, _, facts = story(text, published="2023-05-20")
    (age,) = [f for f in facts if f.kind == "age"]
    assert (age.entity, age.value.normal()) == ("person:declerck-marie", "[33,34] year")


def test_bodies_and_places() -> None:
    cards = {
        c.id: c
        for c in story(
            "The Lapland Space Agency (LSA) is in Kiev. The LSA has a new director.",
            "The agency moved to Kyiv, the Lapland Space Agency said.",
        )[1]
    }
    assert spellings(cards["organization:lapland-space-agency"]) == {"Lapland Space Agency", "LSA"}
    assert spellings(cards["place:kyiv"]) == {"Kiev", "Kyiv"}


def test_who_is_the_captain() -> None:
    documents, cards, facts = story(
        "The ferry ran aground. Captain Tomas Varnelis told the port that the engine had failed.",
        "The ferry ran aground. Captain Tomas Varnaitis told the port that the engine had failed.",
    )
    (found,) = entities.rivals(cards, documents, facts)
    assert (found.a, found.b, found.level) == ("person:varnaitis-tomas", "person:varnelis-tomas", "family-differs")


def test_no_rivals_where_one_report_names_both_or_the_office_has_many() -> None:
    both = "Captain Tomas Varnelis relieved Captain Tomas Varnaitis on Monday."
    documents, cards, facts = story(both, "Captain Tomas Varnaitis slept.")
    assert entities.rivals(cards, documents, facts) == ()
    documents, cards, facts = story("Police officer Ann Lee saw it.", "Police officer Paul Marsh saw it.")
    assert entities.rivals(cards, documents, facts) == ()


def test_one_rare_family_name_and_given_names_begun_alike() -> None:
    documents, cards, facts = story(
        "The mine's finance manager, Gerda Walloch, was jailed on Friday for fraud.",
        "Gerlinde Walloch, who kept the books of the mine, was jailed on Friday.",
    )
    (found,) = entities.rivals(cards, documents, facts)
    assert (found.level, found.sure) == ("given-differs", "near")


def test_an_office_that_another_report_gives_to_somebody_else() -> None:
    documents, cards, facts = story(
        "Nora Lund, the union's treasurer, called the strike. Peer Holt, who chairs the Harbour Workers' Union, agreed.",
        "The strike was called by Nora Lund, the union chair.",
    )
    told = [r.fact.value for r in read_cards(documents, facts, cards)]
    assert ("union chair", "Peer Holt") in {(t.text, t.anothers) for t in told if isinstance(t, Title)}
    # two firms have a chief executive each
    documents, cards, facts = story("Chief executive Nora Lund signed with Peer Holt.", "Chief executive Peer Holt signed with Nora Lund.")
    told = [r.fact.value for r in read_cards(documents, facts, cards)]
    assert [t.anothers for t in told if isinstance(t, Title)] == [None, None]


def test_card_fields_are_readings() -> None:
    documents, cards, facts = story(
        "Health minister Rosa Teixeira, 51, closed the ward.",
        "The director-general of health, Rosa Teixeira, 53, closed the ward.",
    )
    readings = read_cards(documents, facts, cards)
    asked = {(r.question.kind, r.question.asks, r.question.about, r.fact.span.source, r.sure) for r in readings}
    assert {("title", "office", "person:teixeira-rosa", s, "direct") for s in (0, 1)} <= asked
    assert {("age", "age", "person:teixeira-rosa", s, "direct") for s in (0, 1)} <= asked


def test_a_title_swapped_with_another_person() -> None:
    documents, cards, facts = story(
        "Norwegian Foreign Minister Anna Berg met Danish Foreign Minister Karl Holm in Geneva.",
        "Danish Foreign Minister Anna Berg met Karl Holm in Geneva.",
    )
    readings = read_cards(documents, facts, cards)
    told = [r for r in readings if r.question.about == "person:berg-anna"]
    assert swap_hint(told, readings) == "the title belongs to Karl Holm in the other reports"
    assert swap_hint(told[:1], readings) is None


def test_an_age_of_another_day_is_another_question() -> None:
    documents, cards, facts = story("Frank Dalton, 16, went on trial. The then-15-year-old Dalton was at home that night.")
    ages = [r for r in read_cards(documents, facts, cards) if r.question.kind == "age"]
    assert {r.question.anchor for r in ages} == {None, "then"}
