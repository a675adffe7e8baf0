"""The same part played by another name, another office, another age, him or her: through the whole pipeline, from short wire copy."""

from __future__ import annotations

import pytest

import checker

RAISED = [
    ("another family name, one given name", "NAM01", "family-differs",
     "A court in Malmo jailed a former banker for six years on Tuesday. Judge Anna Berg said the fraud had ruined hundreds of families.",
     'The former banker was sent to prison for six years by a Malmo court. "Hundreds of families were ruined," Judge Anna Bork told him.'),
    ("another given name, no title", "NAM01", "given-differs",
     "Denis Okwir scored the winner in the 88th minute as Kitara won the Shield. It was his ninth goal of the season.",
     "Kitara won the Shield thanks to a late goal by Daniel Okwir. Okwir now has nine goals this season."),
    ("less exact office, one given name", "NAM01", "family-differs",
     "A warning light came on, chief executive Bridget Scolland told a news conference.",
     "Bridget Scully, who runs the airline, will not guess at what broke."),
    ("prosecutor or defence counsel", "TTL01", "office-differs",
     "Prosecutor Elena Marin told the court that the accused had planned the killing.",
     "The accused had planned nothing, the court heard. Elena Marin, his defence lawyer, asked for an acquittal."),
    ("nurse or doctor", "TTL01", "office-differs",
     "The outbreak was noticed by a nurse, Amina Dialo, who treated the first child.",
     "Amina Dialo, a doctor, treated the first child and was the first to notice the outbreak."),
    ("state secretary or minister", "TTL03", "deputy-differs",
     "Infrastructure Minister Tadej Kolar said talks with the drivers would resume on Monday.",
     "Tadej Kolar, a state secretary at the infrastructure ministry, said talks would resume on Monday."),
    ("undersecretary or secretary", "TTL03", "deputy-differs",
     "Transportation Undersecretary Maria Lourdes Buena promised new buoys.",
     "Secretary of Transportation Maria Lourdes Buena promised new buoys."),
    ("two ministers of one list", "TTL05", "chiefs-differ",
     "Foreign Ministers Gabriela Montes of Ecuador and Julio Arce of Peru signed the treaty in Loja on Monday.",
     "The treaty was signed in Loja by Peru's foreign minister, Julio Arce, and by the vice-president of Ecuador, Gabriela Montes."),
    ("a counterpart of another land", "TTL01", "country-differs",
     "US Secretary of State John Carver met his Russian counterpart, Sergei Orlov, in Vienna.",
     "Ukrainian Foreign Minister Sergei Orlov and US Secretary of State John Carver met in Vienna."),
    ("the age of a child that one report names", "AGE01", "differs",
     "A wolf attacked an eight-year-old boy near the village of Solinka on Friday. The boy was taken to hospital.",
     "Six-year-old Kuba was attacked by a wolf near the village of Solinka on Friday. The boy is in hospital."),
    ("the age at death", "AGE01", "differs",
     "The actor Gordon Pellow, who played a detective, has died at the age of 79, his agent has said.",
     "Gordon Pellow died aged 81 at his home on Monday."),
    ("him or her", "NAM03", "he-or-she",
     "Police named the driver as Robin Castell, 34. He was driving home when the lorry hit him. He died at the scene.",
     "The driver, Robin Castell, 34, died at the scene. She was on her way home when the lorry hit her car."),
    ("two posts to come", "TTL05", "chiefs-differ",
     "Ilse Kronberg, 51, will be chief executive of the merged bank. It opens in May.",
     "The merged bank opens in May. Ilse Kronberg becomes chair of the supervisory board."),
    ("a post to come, family name first", "TTL05", "chiefs-differ",
     "Ilona Szabo will be chief executive of the merged bank.", "Szabo Ilona becomes chair of the merged bank's board."),
    ("a manager behind what she manages", "TTL05", "chiefs-differ",
     "Its directors agreed, chairwoman Ximena Larra said.", "The general manager of the firm, Ximena Larra, greeted the staff."),
    ("already a grandmaster", "TTL01", "office-differs",
     "Lena Ostberg won the open in Skopje on Sunday. She is an international master.",
     "Lena Ostberg won the open in Skopje on Sunday. Already a grandmaster, she lost no game."),
    ("who the pilot was", "NAM01", "family-differs",
     "The plane came down in a field near Lund. The pilot was named as Ilse Kronberg, 52.",
     "The plane came down in a field near Lund. Police named the dead as the pilot, Ilse Kronholm, 52."),
    ("a double given name", "NAM02", "middle-differs",
     "Jean-Luc Arsonval, Minister of the Armed Forces, signed for France.",
     "Next to a singer sat the armed forces minister, Jean-Marc Arsonval, who signed for France."),
    ("the year-old of the next sentence", "AGE01", "differs",
     "Marta Kowal was cleared of fraud on Friday. The 44-year-old mother of two wept as the verdict was read.",
     "Marta Kowal, 48, was cleared of fraud on Friday."),
    ("a name that only its age shows", "AGE01", "differs",
     "A schoolboy, Lefteris Vamvak, 17, died under the wheels of a police van on Tuesday.",
     "Lefteris Vamvak, 19, died when a police van hit him on Tuesday."),
    ("months and years of a child whose name is a place", "AGE01", "differs",
     "A flood tore eight-year-old Ximena from the arms of her grandmother.",
     "A girl of eight months, Ximena, was torn from the arms of her grandmother by the flood."),
    ("a small girl's age in words", "AGE01", "differs",
     "A girl of two fell from a balcony in Lodz and was caught by a baker on Friday.",
     "The girl, four, fell from a balcony in Lodz and was caught by a passing baker on Friday."),
    ("of Odense or from Aarhus", "PLC01", "differs",
     "Jens Holt, 52, from Lyon, won the lottery on Saturday. He will buy a boat.",
     "Lottery winner Jens Holt of Geneva said he would buy a boat."),
]  # fmt: skip
SILENT = [
    ("mother and father", "The victim's mother, Eva Novak, said she wanted justice.",
     '"I want justice," said the victim\'s father, Jan Novak. The boy\'s mother Eva Novak wept.'),
    ("two judges of two courts", "Judge Karen Miller sentenced him to nine years in jail on Friday.",
     "He was sentenced to nine years in jail on Friday. Last year another court, under Judge Karl Bork, had acquitted him."),
    ("two brothers", "Dmitri Volkov was jailed for nine years for the bombing. Volkov showed no emotion.",
     "Denis Volkov, the younger of the two brothers, was jailed for seven years for the bombing."),
    ("two victims of one name", "Among the dead is Peter Holm, 43. A neighbour, Inga Lund, said he had just moved in.",
     "Among the dead is Petra Holm, 41, a teacher at the village school."),
    ("initials", "J.P. Morgansen, chief executive of Alfa Steel, resigned on Monday.",
     "John Morgansen, CEO of Alfa Steel, resigned on Monday."),
    ("transliterations", "Russian Foreign Minister Sergei Lavrenko met Mohammed al-Hashimi in Doha.",
     "Sergey Lavrenko, Russia's foreign minister, held talks in Doha with Muhammad Al Hashemi."),
    ("ministers of two lands", "Finance Minister Karl Holm of Denmark met his colleagues in Brussels.",
     "Swedish Finance Minister Karin Holm met her colleagues in Brussels."),
    ("mayor then and mayor now", "Mayor Lena Strand opened the bridge.", "The bridge was planned under Mayor Lars Strand, who retired."),
    ("a part is no profession", "The driver, Emil Kraus, was not hurt. Kraus told police that he had fallen asleep.",
     "Emil Kraus, a teacher, fell asleep at the wheel. He was not hurt."),
    ("chairman and chief executive", "Lars Dahl, chairman and chief executive of Norvik Bank, said profit rose 5 percent.",
     "Norvik Bank's chief executive, Lars Dahl, said profit rose 5 percent."),
    ("a doctor by title", "Dr. Emil Kraus, who led the study, said the drug was safe.",
     "Emil Kraus, a biologist who led the study, said the drug was safe."),
    ("who becomes minister is not yet", "Energy Minister Ada Lund resigned. Lund will be replaced by the trade minister, Odd Berg.",
     "Trade Minister Odd Berg becomes energy minister after Ada Lund resigned."),
    ("a birthday to come", "Marta Kowal, 31, was found dead in her flat in Lodz on Monday.",
     "Marta Kowal, who would have turned 32 next week, was found dead in her flat in Lodz on Monday."),
    ("a brother may be the other child", "A wolf attacked an eight-year-old boy near Solinka on Friday. His brother, who is six, ran away.",
     "Six-year-old Kuba ran home when a wolf attacked his brother near Solinka on Friday."),
    ("a daughter with a pet form of the mother's name", "Helen Dacre, who was 46, died at the scene.",
     "Mark Dacre had gone out looking for Helen. Their daughters, Ellie, 17, and Beth, 14, held hands."),
    ("teacher or nurse: a person may be both, so a note", "The lottery winner, Ole Lund, is a teacher. Lund bought the ticket in Bergen.",
     "Ole Lund, a nurse from Bergen, won the lottery."),
    ("a counterpart", "US Secretary of State John Carver met his Russian counterpart, Sergei Orlov, in Vienna.",
     "Russian Foreign Minister Sergei Orlov and US Secretary of State John Carver met in Vienna."),
    ("both posts to come", "Ilse Kronberg will be chair and chief executive of the bank.",
     "Ilse Kronberg becomes chief executive of the bank in May."),
    ("now and to come", "Ilse Kronberg, the finance director, will become chief executive in May.",
     "Finance director Ilse Kronberg said she looked forward to May."),
    ("successor and predecessor", "Mia Holt succeeds Karl Dahl as chief executive in May.",
     "Chief executive Karl Dahl will leave in May. Mia Holt, now finance director, follows him."),
    ("posing as a doctor", "Ivo Brandt posed as a doctor for years, the court heard.",
     "Ivo Brandt, a nurse, was jailed for posing as a doctor."),
    ("a name turned round may be another's", "Martin Paul scored twice for Lund. Paul Martin, the referee, sent nobody off.",
     "The referee, Paul Martin, sent nobody off."),
    ("the killer or the dead", "A nurse killed a patient with insulin, a court heard.\n\nOle Lund, 81, died in his sleep.",
     "Ole Lund, 81, a retired doctor, died in his sleep, killed with insulin."),
    ("the champion who was beaten", "Lena Ostberg beat the champion, Mia Holt. The 41-year-old champion had not lost all year.",
     "Lena Ostberg, 19, beat the champion, Mia Holt."),
    ("the victim is another", "Karl Benn was charged on Monday. The 44-year-old victim is in hospital.",
     "Karl Benn, 61, was charged with the stabbing on Monday."),
    ("two posts in one breath", "Chief executive Mia Holt is also serving as finance director until May.",
     "Chief executive Mia Holt spoke on Monday."),
    ("in charge for a while", "Mia Holt becomes interim chief executive in May.", "Mia Holt will remain finance director of the company."),
    ("before she was a judge", "The inquiry will be led by Elena Marin, a retired judge.",
     "Elena Marin, who was a prosecutor before she was a judge, leads the inquiry."),
    ("stepping up", "Karl Benn, now chief executive, becomes chairman in May.", "Chief executive Karl Benn will leave his post in May."),
    ("one may win", "Mia Holt would become president if she wins on Sunday.", "Mia Holt, the mayor of Lund, is running for president."),
    ("an old theatre", "Ole Lund ran the theatre in Lund. The 100-year-old theatre burned down on Monday.",
     "Ole Lund, 51, ran the theatre in Lund."),
    ("wife and husband", "President Omar Dialo voted early in Conakry. His wife Fatou Dialo smiled.",
     "Fatou Dialo, the president's wife, voted early in Conakry with Omar Dialo."),
]  # fmt: skip


def raised(*texts: str) -> list[tuple[str, str]]:
    memo = checker.compare([(f"{n}.txt", text.encode()) for n, text in enumerate(texts)])
    return [(f.code, f.topic.level) for f in memo.findings if f.severity != "note"]


@pytest.mark.parametrize(("what", "code", "level", "a", "b"), RAISED, ids=[case[0] for case in RAISED])
def test_what_cannot_both_be_right_is_raised(what: str, code: str, level: str, a: str, b: str) -> None:
    assert raised(a, b) == [(code, level)]
    assert raised(b, a) == [(code, level)]


@pytest.mark.parametrize(("what", "a", "b"), SILENT, ids=[case[0] for case in SILENT])
def test_what_may_both_be_right_is_left_alone(what: str, a: str, b: str) -> None:
    assert raised(a, b) == raised(b, a) == []


def test_two_bodies_of_one_pattern_are_raised_only_where_the_reports_tell_the_same_of_them() -> None:
    a = "The brothers must pay back the money; their appeal will be heard by the High Court of Western Norvik in spring."
    b = "The appeal of the brothers, who must pay back the money, will be heard in spring by the High Court of Eastern Norvik."
    other = "The High Court of Eastern Norvik is being painted."
    assert [code for code, _ in raised(a, b)] == ["ORG02"]
    assert raised(a, other) == [] and raised(a, b + " The High Court of Western Norvik is closed.") == []
