"""Who owns, runs, paid for, made or held a thing, in two reports."""

from __future__ import annotations

import pytest

from checker import language, story
from checker.align.doers import actors
from checker.config import Config
from checker.ingest import read
from checker.model import Topic


def topics(*texts: str) -> tuple[Topic, ...]:
    reports = [read(f"{k}.txt", text.encode()) for k, text in enumerate(texts)]
    understood = story.understand(reports, language.parse(reports, Config().pipeline))
    return actors.topics(understood.documents, understood.happenings, understood.cards)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("The study was funded by the Marlow Trust.", "The money for the trial came from the Keswick Foundation.", "another-body"),
        ("Tarvos Textil is a unit of Belcampo Group.", "Tarvos Textil, a subsidiary of Norrvik Industrier, will move.", "another-body"),
        ("The ferry is operated by Nordlinje.", "The ship is run by Balticon Lines.", "another-body"),
        ("The two nurses were held by the Red Lance Front.", "The kidnappers belonged to the Southern Dawn Brigade.", "another-body"),
        ("The Ministry of Culture financed the dig.", "The bill for the dig was met by the Ministry of Tourism.", "another-body"),
        ("The flaw was discovered by Corvane Labs.", "The bug was spotted by researchers at Halden Security.", "another-body"),
        ("The talks were mediated by the Gulf Council.", "The African Union, which acted as mediator, praised both.", "another-body"),
        ("The strike was called by the union Fagforbund.", "The Northern Transport Union called the strike.", "another-body"),
        ("The road was built with a loan from the World Bank.", "The money for the road was lent by the Lago Fund.", "another-body"),
        ("The alarm was raised by a cleaner.", "Police were alerted by the owner of the kiosk.", "another-person"),
        ("The blaze was put out by the crew.", "Firefighters extinguished the fire.", "another-person"),
        ("Ibrahim Okello scored the winner.", "The winning goal was scored by Denis Byar.", "another-person"),
        ("Her death was announced by her agent.", "Her death was announced by her son.", "another-person"),
        ("The motion was tabled by the Liberals.", "The motion, put forward by the Greens, fell.", "another-person"),
        ("Lopez was fouled by Kerr in the box.", "The penalty was given after Dunn fouled Lopez.", "another-person"),
        ("The talks are being mediated by Oman.", "Kuwait is mediating the talks.", "another-body"),
        ("The Tarvos-owned mill closed in June.", "The mill belongs to Norrvik Industrier.", "another-body"),
        ("The raid was carried out by the Internal Security Agency.", "The Central Bureau conducted the raid.", "another-body"),
        ("Anna Berg works for the charity Lifeline.", "Anna Berg, who works for Doctors at Sea, was unhurt.", "another-body"),
        ("The autopsy was performed by Dr Lena Brandt.", "Paul Kern carried out the autopsy.", "another-person"),
        ("Okello opened the scoring after nine minutes.", "The opener was scored by Denis Byar.", "another-person"),
        ("Ana Cruz won the race.", "The race was won by Mia Ruud.", "another-person"),
        ("Maria Soares designed the new roof.", "The roof was designed by the architect Paul Henning.", "another-person"),
    ],
)
def test_two_names_for_one_part_conflict(one: str, other: str, level: str) -> None:
    for texts in ((one, other), (other, one)):
        assert [(t.verdict, t.level) for t in topics(*texts)] == [("conflict", level)], texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The study was funded by the Marlow Trust.", "The study was paid for by Marlow."),
        ("The study was funded by the Marlow Trust.", "The railway was funded by the Keswick Foundation."),
        ("The study was funded by the Marlow Trust.", "The study was funded by the Marlow Trust and the Keswick Foundation."),
        ("The study was funded by the Marlow Trust.", "The study was funded by the Keswick Foundation. The Marlow Trust gave advice."),
        ("The ferry is operated by Nordlinje.", "The ferry was formerly operated by Balticon Lines."),
        ("The ferry is operated by Nordlinje.", "The ferry is not operated by Balticon Lines."),
        ("The ferry is operated by the Northern Shipping Line.", "The ferry is operated by NSL."),
        ("The mill is owned by the state.", "The mill is owned by Belcampo Group."),
        ("The mill is operated by Carbosur.", "The mill is operated by a unit of Minera Alta."),
        ("The law was drafted by the interior ministry.", "The law was drafted by the Home Office."),
        ("The body was found by police divers.", "The body was found by police."),
        ("The body was found by a dog walker.", "The second body was found by anglers."),
        ("The boy was found by his father.", "The boy was found by police with the help of his father."),
        ("The girl was rescued by firefighters.", "The boy was rescued by a lifeguard."),
        ("The hospital was opened in 1990 by Queen Anna.", "The hospital was opened on Friday by King Paul."),
        ("The women's race was won by Ana Cruz.", "The men's race was won by Bo Lund."),
        ("Kane scored the first goal.", "Bell scored the goal that won it."),
        ("The talks were hosted by Oman in May.", "Kuwait and Oman hosted the talks."),
        ("The attack was carried out by two men.", "The attack was carried out by Red Dawn."),
        ("The excavation is led by Rosa Handel.", "The excavation is led by the museum."),
        ("The EU-funded road opened.", "The road was funded by the government of Ghana."),
        ("The vaccine was approved by the EMA.", "The vaccine was approved by Switzerland's Swissmedic."),
        ("A fisherman raised the alarm.", "Police raised the alarm about rising drug use."),
        ("The airport was closed by the authorities.", "The airport was closed by the police."),
    ],
)
def test_what_can_both_be_so_is_left_alone(one: str, other: str) -> None:
    assert [t for t in topics(one, other) if t.verdict == "conflict"] == []


def test_all_who_name_somebody_stand_in_one_topic() -> None:
    said = ("The study was funded by the Marlow Trust.", "The Marlow Trust paid for the study.", "The Keswick Foundation funded the study.")
    [topic] = topics(*said)
    assert [s.value for s in topic.sides] == ["Marlow Trust", "Marlow Trust", "Keswick Foundation"]


def test_two_voices_are_worth_a_warning() -> None:
    """CASES.md, default (b): two speakers on who did it are for the desk, but never an error."""
    [topic] = topics("Anna Berg said the Vega is operated by Nordlinje.", "Paul Okafor said the Vega is operated by Balticon Lines.")
    assert (topic.verdict, topic.level, topic.tier) == ("conflict", "another-body", "warning")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The walkout was called by the Cabin Crew Union of Velair, SICA.", "Velair said the ground staff union SICA was on strike."),
        ("The nurses' union NASU called for talks.", "The teachers' union NASU called for talks."),
        ("Nordlinje is a Norwegian shipping line.", "The Finnish shipping line Nordlinje runs the ferry."),
        ("Anna Berg of the Green Party called for a vote.", "Anna Berg, a lawmaker of the Liberal Alliance, called for a vote."),
        ("Anna Berg, professor at the University of Leeds, led it.", "Anna Berg of the University of York led it."),
    ],
)
def test_what_a_body_is_told_to_be(one: str, other: str) -> None:
    assert [(t.kind, t.verdict) for t in topics(one, other)] == [("organization", "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Danish brewer Tarvos will close a plant.", "Denmark's Tarvos, the brewer, will close a plant."),
        ("The Danish brewer Tarvos will close a plant.", "Tarvos will close a plant. Its Swedish unit Tarvos Norr makes soft drinks."),
        ("The US carmaker Fordham will invest.", "The American carmaker Fordham will invest."),
        ("The teachers' union NASU called for talks.", "NASU, the union of teachers, called for talks."),
        ("Anna Berg, professor at the University of Leeds, led it.", "Anna Berg of Leeds University led it."),
        ("Anna Berg, professor at the University of Leeds, led it.", "Anna Berg of the Royal Infirmary led it."),
        ("Anna Berg, professor at the University of Leeds, led it.", "Anna Berg, formerly of the University of York, led it."),
        ("Anna Berg of the Green Party spoke.", "Anna Berg of the Liberal Alliance spoke. The Greens and the Alliance merged in May."),
        ("The Second Army Corps moved north.", "The Third Army Corps and the Second Army Corps moved north."),
    ],
)
def test_what_a_body_may_well_be(one: str, other: str) -> None:
    assert [t for t in topics(one, other) if t.verdict == "conflict"] == []
