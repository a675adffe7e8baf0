"""Where it happened, stands or was found, in two reports."""

from __future__ import annotations

import pytest

from checker import language, story
from checker.align import fields, questions
from checker.align.places import settings
from checker.align.questions.closeness import Printed
from checker.config import Config
from checker.ingest import read
from checker.model import Topic


def topics(*texts: str) -> tuple[Topic, ...]:
    reports = [read(f"{k}.txt", text.encode()) for k, text in enumerate(texts)]
    understood = story.understand(reports, language.parse(reports, Config().pipeline))
    others = fields.of_cards(understood.readings)[1]
    asked = questions.topics(others, Printed(others))
    return settings.topics(understood.documents, settings.told(understood.documents, understood.happenings), asked)


def conflicts(*texts: str) -> list[Topic]:
    return [t for t in topics(*texts) if t.verdict == "conflict"]


HAPPENED = [
    ("The boat set out from Sfax on Monday.", "The engine failed on the voyage from Bizerte, survivors said."),
    ("Peter Lindgren and Anna Berg were handed over at Gabero.", "Both were handed over on the outskirts of Kidal."),
    ("The two presidents signed the treaty in Quito.", "The two presidents signed the treaty in Lima."),
    ("The treaty was signed in the town hall of Cuenca on Monday.", "The signing took place on the bridge at Macara on Monday."),
    ("The foreign ministers of Peru and Chile met in Geneva on Tuesday.", "Peru and Chile's foreign ministers met in Vienna on Tuesday."),
    ("Pieter Maes, 44, appeared in court in Hasselt on Monday.", "Maes appeared before a judge in Tongeren on Monday."),
    ("Peter Hale, 34, was jailed for six years at Leeds Crown Court.", "Hale, 34, was sentenced to six years at Bradford Crown Court."),
    ("A landslide buried a village in Dolpa district on Monday.", "The landslide hit a village in Jumla district, officials said."),
    ("The bus plunged into a ravine in Junin region on Tuesday.", "Ten died when a bus fell into a ravine in Huancavelica region."),
    ("The earthquake struck 12 km north of Patras at dawn.", "The quake's epicentre was 12 km south of Patras, the institute said."),
    ("The crash happened on the M4 near Reading on Sunday.", "Two men were killed in a crash on the A34 near Reading on Sunday."),
    ("The writer died at her home in Galway on Sunday.", "The writer, 81, died in a hospice in Cork on Sunday."),
    ("The two suspects were arrested in Ghent on Thursday.", "The two suspects were caught in Namur on Thursday."),
    ("The chief executive was arrested at Geneva airport.", "The company's chief executive was arrested at Zurich airport."),
    ("The novelist Petra Havel, who was born in Telc in 1948, has won the prize.", "Havel, 76, was born in Trebic and studied law."),
    ("The ferry sailed from Tunis to Palermo on Friday.", "The ferry, which had left Sfax on Friday for Palermo, sank at night."),
    ("The fire started in the kitchen at about 3 a.m.", "The blaze broke out in the basement at around 3 a.m."),
    ("The tower stands on the left bank of the river.", "The tower, 60 metres high, stands on the right bank of the river."),
    ("Two houses in Korte Street collapsed.", "Two houses collapsed in Lange Street at noon."),
]
STANDS = [
    ("A dog bit a boy in Zagorz. He was taken to hospital in Krosno.", "Adam, 9, is recovering in the hospital in Gorlice."),
    ("Two climbers were flown to a hospital in Innsbruck.", "The two climbers were airlifted to the university clinic in Salzburg."),
    ("Marco Testa, 41, was transferred to a prison in Ancona.", "Testa is now being held in the high-security prison of Pescara."),
    ("The burnt-out van was found on a farm track near Skive.", "The robbers' van was discovered in flames at the harbour in Thisted."),
    ("The boy was found in a barn.", "Rescuers found the boy in a church."),
    ("The minister will leave for Oslo on Wednesday after the talks.", "After the talks the minister travels on to Helsinki on Wednesday."),
    ("The next congress will be held in Nairobi in 2027.", "In 2027 the congress will meet again in Kigali."),
    ("The final will be played in Seville on 24 May.", "The final is to be played in Bilbao on 24 May."),
    ("The funeral of Luis Prado takes place in Rosario on Thursday.", "Prado, who died on Monday, will be buried in Santa Fe on Thursday."),
    ("The head office of the new group will be in Turin, with research in Genoa.", "The merged group will have its headquarters in Genoa."),
    ("Novexa will move its headquarters to Basel.", "Novexa said its new headquarters would be in Zug."),
    ("Volta will build its battery plant in Debrecen.", "The battery plant is to stand in Szeged."),
    ("Weller AG, based in Bonn, said it would cut 200 jobs.", "Cologne-based Weller AG is to cut 200 jobs."),
    ("Shots were fired at the Blue Room, on Castle Street, at 2 a.m.", "Shots were fired at the Blue Room on Albany Road on Sunday."),
    ("The winner, Dina Omarova, a student from Taraz, is 19.", "Omarova, a 19-year-old from Kostanay, won all nine games."),
    ("Police entered a farm at Borki Male on Tuesday.", "Nobody in Borki Wielkie had noticed the men who rented the farm."),
]
BOTH_TRUE = [
    ("The two presidents signed the treaty in Quito.", "The two presidents signed the treaty in Ecuador."),
    ("The two presidents signed the treaty in Quito.", "The two presidents signed the treaty in Lima, not in Quito."),
    ("Anna Berg lives in Bergen.", "A man who lived in Oslo fell from the ridge."),
    ("Anna Berg spoke in Bergen on Monday.", "Paul Okafor spoke in Oslo on Monday."),
    ("Anna Berg lives in Bergen.", "Anna Berg's brother lives in Oslo."),
    ("The treaty was signed in Loja.", "The treaty was signed in southern Ecuador."),
    ("The accident happened in Kasba, a village in Umaria district.", "The accident in Umaria killed nine people."),
    ("The crash happened near Dijon.", "The crash happened near Lyon."),
    ("The crash happened near Dijon.", "The crash happened on the A6 motorway in Burgundy."),
    ("Talks were held in Geneva last year.", "Talks were held in Vienna on Monday."),
    ("The talks in Geneva failed in May.", "Talks in Vienna are to begin on Monday."),
    ("The accident happened in Malibu.", "The accident happened in Los Angeles."),
    ("The fire started in the kitchen and spread to the attic.", "Firefighters put out the fire in the attic by noon."),
    ("A landslide hit Dolpa district on Monday.", "The rain also caused a landslide in Jumla district on Tuesday."),
    ("The tower stands on the left bank.", "The hotel stands on the right bank."),
    ("He died in a hospital in Hull.", "He died in northern England."),
    ("Anna Berg was pulled over near Elm Avenue.", "Anna Berg was pulled over for speeding in her Bentley on Castle Street."),
    ("Anna Berg was arrested in Lund five days before Malmo's defeat.", "Anna Berg was arrested five days before Malmo's defeat."),
    ("A 36-year-old climber died after falling at Mount Tarn.", "The climber fell near the Oster hut. He is the second climber to die."),
]
MANY_PLACES = [
    ("Protests were held in Lyon.", "Protests took place in Nantes, police said."),
    ("Police searched a flat in Malmo.", "Police searched a warehouse in Lund."),
    ("Police arrested two men in Malmo.", "Police arrested a woman in Lund."),
    ("The storm made landfall near Tampico.", "The storm hit Veracruz on Sunday."),
    ("The river burst its banks at Worms.", "The river burst its banks at Mainz."),
    ("The injured were taken to hospitals in Leeds and York.", "Some of the injured were taken to a hospital in Hull."),
    ("The meeting will take place in Riga on Monday and in Vilnius on Tuesday.", "The ministers meet in Vilnius on Tuesday."),
    ("The company has plants in Valencia and Zaragoza.", "The company's plant in Vigo makes engines."),
    ("She won in Oslo last year.", "She won in Rome on Thursday."),
]
OF_ANOTHER = [
    ("The driver was taken to hospital in Lille.", "The passenger was taken to hospital in Arras."),
    ("Two of the injured were flown to a hospital in Innsbruck.", "One of the injured is in the hospital in Salzburg."),
    ("The body of the woman was found in a house in Leeds.", "Her husband's body was found in a wood near York."),
    ("The body was found in a canal in Ghent.", "A second body was found in Aalst."),
    ("The head office is in Turin.", "The head office of its subsidiary is in Genoa."),
    ("The group's European headquarters is in Dublin.", "The group, which has its headquarters in Austin, cut jobs."),
    ("The company is based in Oslo.", "Its parent company is based in Bergen."),
    ("The player was born in Recife.", "The player's wife was born in Natal."),
]
STAGES = [
    ("A boy was taken to hospital in Krosno and later moved to Rzeszow.", "The boy is being treated in a hospital in Rzeszow."),
    ("The accused was held in a jail in Tema before the trial.", "He is now in the prison at Nsawam."),
    ("The boat left Tobruk on Monday and was towed into Paleochora.", "The boat was found off Gavdos on Wednesday."),
    ("The plane flew from Lisbon to Funchal and on to Ponta Delgada.", "The plane landed at Ponta Delgada."),
    ("The bus was travelling from Cusco to Lima.", "The bus left Abancay at noon after a stop."),
    ("The conference will be in Riga this year and in Oslo next year.", "The next conference is in Oslo."),
    ("He studied in Leiden and lives in Delft.", "He studied in Delft."),
]


@pytest.mark.parametrize(("one", "other"), [*HAPPENED, *STANDS])
def test_two_places_of_one_thing_conflict(one: str, other: str) -> None:
    for texts in ((one, other), (other, one)):
        assert {(t.verdict, t.level) for t in topics(*texts) if t.verdict != "agree"} == {("conflict", "elsewhere")}, texts


@pytest.mark.parametrize(("one", "other"), [*BOTH_TRUE, *MANY_PLACES, *OF_ANOTHER, *STAGES])
def test_what_can_both_be_so_is_left_alone(one: str, other: str) -> None:
    for texts in ((one, other), (other, one)):
        assert conflicts(*texts) == [], texts


def test_one_finding_has_all_sides() -> None:
    at_home, there = "The boy was taken to hospital in Krosno.", "The boy was taken to a hospital in Gorlice."
    (topic,) = conflicts(at_home, there, at_home)
    assert [side.span.source for side in topic.sides] == [0, 1, 2]
    assert [side.value for side in topic.sides] == ["Krosno", "Gorlice", "Krosno"]


def test_a_third_report_may_put_one_place_in_the_other() -> None:
    told = "The bridge at Kasba fell at noon.", "The treaty was signed in Kasba.", "The treaty was signed in Umaria."
    assert conflicts(*told[1:]) != []
    assert conflicts(*told[1:], "Kasba, a village in Umaria district, has 300 people.") == []


def test_two_sources_do_not_make_two_places_of_one_landslide() -> None:
    texts = "The landslide hit a village in Dolpa district, police said.", "The landslide hit a village in Jumla district, the mayor said."
    (topic,) = conflicts(*texts)
    assert [side.speaker for side in topic.sides] == ["police", "mayor"]


def test_an_hour_of_a_log_is_no_place() -> None:
    assert conflicts("The two ships collided in the Tarn Strait.", "2230H: the two ships collided at 2140H.") == []


def test_the_same_place_in_other_words_agrees() -> None:
    told = topics("The two presidents signed the treaty in the town hall of Quito.", "The two presidents signed the treaty in Quito.")
    assert [(t.verdict, t.level) for t in told] == [("agree", "same")]
