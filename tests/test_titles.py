"""Offices, ranks and professions: read from a phrase, found in a text, compared."""

import pytest

from checker import ingest, language
from checker.facts.offices import read_office
from checker.facts.title import LEVELS, Title, compare, find

PHRASES = {
    "U.S. Secretary of State": "foreign minister (United States)",
    "top US diplomat": "foreign minister (United States)",
    "head of the Portuguese foreign ministry": "foreign minister (Portugal)",
    "defence secretary": "defense minister",
    "former deputy foreign minister": "former deputy foreign minister",
    "then-finance minister": "finance minister",
    "minister-designate": "designate minister",
    "ex-mayor": "former mayor",
    "acting governor of the Bank of Lapland": "acting governor (bank lapland)",
    "CFO": "finance chief",
    "Chief Financial Officer": "finance chief",
    "head of communications": "communications director",
    "communications chief": "communications director",
    "director of athletics": "athletic director",
    "Portugal's director-general of health": "health director-general (Portugal)",
    "Elk County Assistant District Attorney": "deputy district attorney (elk county)",
    "head of the Arctic Council": "director (arctic council)",
    "Foreign Office spokeswoman": "spokesperson (foreign ministry)",
    "assistant coach with the Tarnholt Hawks": "assistant coach (tarnholt hawks)",
    "Belgian nurse": "nurse (Belgium)",
    "Minister for Regional Integration and Foreign Affairs": "integration foreign minister",
    "Minister of Public Works": "public works minister",
    "Health Cabinet Secretary": "health minister",
    "Chair of the Management Board": "chief executive",
    "once chief constable": "former police chief",
    "vice president": "deputy president",
    "director of the charity Passage Medical": "director (passage medical)",
}


@pytest.mark.parametrize(("phrase", "normal"), PHRASES.items())
def test_a_title_in_one_form(phrase: str, normal: str) -> None:
    assert title(phrase).normal() == normal


def title(phrase: str) -> Title:
    read = read_office(phrase)
    assert read is not None, phrase
    return Title(phrase, *read)


def test_no_office_no_title() -> None:
    assert read_office("a stone bridge") is None


PAIRS = [
    ("Secretary of State", "top US diplomat", "agree", "synonym"),
    ("chief executive", "CEO of Nortech", "agree", "synonym"),
    ("police officer", "Sergeant", "agree", "broader"),
    ("minister", "health minister", "agree", "broader"),
    ("then-mayor", "former mayor", "agree", "dated"),
    ("former mayor", "mayor", "conflict", "former-differs"),
    ("acting mayor", "mayor", "conflict", "acting-differs"),
    ("deputy minister", "minister", "conflict", "deputy-differs"),
    ("president-elect", "president", "conflict", "designate-differs"),
    ("Norwegian Foreign Minister", "Danish Foreign Minister", "conflict", "country-differs"),
    ("health minister", "director-general of health", "conflict", "office-differs"),
    ("health minister", "finance minister", "conflict", "office-differs"),
    ("Belgian nurse", "Belgian surgeon", "conflict", "office-differs"),
    ("psychiatrist", "psychologist", "conflict", "office-differs"),
    ("Colonel", "General", "conflict", "office-differs"),
    ("State Fire Marshal", "inspector with the State Fire Marshal's Office", "conflict", "office-differs"),
    ("secretary-general of the Arctic Council", "secretary-general of the Nordic Council", "conflict", "body-differs"),
    ("director of Nortech", "president of the Lapland Space Agency", "unclear", "another-body"),
    ("former lawyer", "lawyer", "unclear", "another-role"),
    ("former director of Nortech", "director of Nortech", "conflict", "former-differs"),
    ("deputy public defender", "defense attorney", "agree", "synonym"),
    ("trade minister", "industry minister", "unclear", "another-role"),
    ("mines minister", "labour minister", "conflict", "office-differs"),
    ("EU trade commissioner", "EU competition commissioner", "conflict", "office-differs"),
    ("deputy mayor", "acting mayor", "unclear", "another-role"),
    ("Transportation Undersecretary", "Secretary of Transportation", "conflict", "deputy-differs"),
    ("state secretary at the infrastructure ministry", "infrastructure minister", "conflict", "deputy-differs"),
    ("US State Secretary", "US Secretary of State", "agree", "synonym"),
    ("deputy director of Nortech", "director of Nortech", "conflict", "deputy-differs"),
    ("vice-president", "foreign minister", "conflict", "chiefs-differ"),
    ("president-elect", "president", "conflict", "designate-differs"),
    ("chief executive", "chairman", "conflict", "chiefs-differ"),
    ("prison officer", "prison governor", "conflict", "chiefs-differ"),
    ("chief executive of Nortech", "chief information security officer of Nortech", "conflict", "office-differs"),
    ("engineer", "architect", "unclear", "another-role"),
    ("public safety minister", "public works minister", "conflict", "office-differs"),
    ("nurse", "doctor", "conflict", "office-differs"),
    ("health worker", "midwife", "agree", "broader"),
    ("bus driver", "nurse", "conflict", "profession-differs"),
    ("driver", "bus driver", "agree", "broader"),
    ("writer", "journalist", "agree", "broader"),
    ("farmer", "teacher", "unclear", "another-role"),
    ("cardinal", "archbishop", "unclear", "another-role"),
    ("Vice President", "president of Nortech Asia", "unclear", "another-role"),
    ("fire chief", "head of the fire department", "agree", "synonym"),
    ("prime minister", "president of the Elk Party", "unclear", "another-role"),
    ("U.S. ambassador", "ambassador to Norway", "agree", "synonym"),
    ("Detective Sergeant", "Detective", "unclear", "another-role"),
    ("Belgian nurse", "French aid worker", "agree", "broader"),
    ("senator", "presidential candidate", "unclear", "another-role"),
    ("police spokesman", "Inspector", "unclear", "another-role"),
    ("associate professor", "professor", "agree", "synonym"),
    ("former head of a state water board", "former chief executive of the Elk Water Board", "unclear", "another-role"),
]


@pytest.mark.parametrize(("a", "b", "verdict", "level"), PAIRS)
def test_two_titles_of_one_person(a: str, b: str, verdict: str, level: str) -> None:
    for said in (compare(title(a), title(b)), compare(title(b), title(a))):
        assert (said.verdict, said.level) == (verdict, level)
        assert LEVELS[level] == verdict


TEXTS = [
    ("Norwegian Foreign Minister Anna Berg left Oslo.", "Norwegian Foreign Minister", "Anna Berg"),
    ("The minister, Anna Berg, left Oslo on Monday.", "minister", "Anna Berg"),
    ("Anna Berg, the chief executive of Nortech, left on Monday.", "chief executive of Nortech", "Anna Berg"),
    ("Anna Berg, CFO, left on Monday.", "CFO", "Anna Berg"),
    ("Anna Berg, who used to be the mayor of Elk, left on Monday.", "mayor of Elk", "Anna Berg"),
    ("Anna Berg runs the ministry as its permanent secretary.", "permanent secretary", "Anna Berg"),
    ("The talks were led by Anna Berg, the former nurse who is chair of the union.", "chair of the union", "Anna Berg"),
    ("Anna Berg is the governor of the Bank of Lapland.", "governor of the Bank of Lapland", "Anna Berg"),
    ("Anna Berg was named director of the museum in May.", "director", "Anna Berg"),
    ("Anna Berg, who heads the Nordic Council, left on Monday.", "heads the Nordic Council", "Anna Berg"),
    ("The blaze was out by noon, said fire chief Peter Holm.", "fire chief", "Peter Holm"),
    ("Already a grandmaster at 15, Anna Berg lost no game.", "grandmaster", "Anna Berg"),
    ("A trained nurse, Anna Berg treated the wounded herself.", "nurse", "Anna Berg"),
    ("Anna Berg won three cups as coach of the Elks.", "coach of the Elks", "Anna Berg"),
    ("Anna Berg took over as finance minister in May.", "finance minister", "Anna Berg"),
    ("Anna Berg resigned as mayor on Monday.", "mayor", "Anna Berg"),
    ("As mayor, Anna Berg opened the hall.", "mayor", "Anna Berg"),
    ("In her role as mayor, Anna Berg opened the hall.", "mayor", "Anna Berg"),
    ("The post of treasurer is held by Anna Berg.", "treasurer", "Anna Berg"),
    ("Anna Berg holds the post of deputy mayor.", "deputy mayor", "Anna Berg"),
    ("The group named Anna Berg chief executive on Monday.", "chief executive", "Anna Berg"),
    ("Parliament elected Anna Berg as its speaker.", "speaker", "Anna Berg"),
    ("Anna Berg was sworn in as prime minister on Monday.", "prime minister", "Anna Berg"),
    ("Anna Berg succeeds Per Dahl as chief executive.", "chief executive", "Anna Berg"),
    ("Anna Berg is to become chief executive.", "chief executive", "Anna Berg"),
    ("The mayor of the town is Anna Berg.", "mayor of the town", "Anna Berg"),
    ("The pilot was named as Anna Berg, 52.", "pilot", "Anna Berg"),
    ("Police identified the driver as Anna Berg, 52.", "driver", "Anna Berg"),
    ("The ferry's captain, named as Anna Berg, gave the alarm.", "captain", "Anna Berg"),
    ("The water board, led by Anna Berg, raised the price.", "led by", "Anna Berg"),
    ("Anna Berg, who coordinates the Harbour Programme, said so.", "coordinates the Harbour Programme", "Anna Berg"),
]
NOBODYS = [
    "Anna Berg posed as a nurse.", "Anna Berg was described as a leader by her friends.", "Anna Berg did not resign as mayor.",
    "The driver was Anna Berg's brother.", "The attack was led by Anna Berg.", "Anna Berg never held the post of mayor.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOBODYS)
def test_a_title_that_is_nobodys(text: str) -> None:
    (document,) = language.parse((ingest.read("a.txt", text.encode()),))
    assert [f.value for f in find(document) if isinstance(f.value, Title) and f.value.holder is not None] == []


@pytest.mark.parametrize(("text", "words", "holder"), TEXTS)
def test_a_title_is_bound_to_its_holder(text: str, words: str, holder: str) -> None:
    (document,) = language.parse((ingest.read("a.txt", text.encode()),))
    found = [
        (document.text(f.first, f.last), document.text(*f.value.holder))
        for f in find(document)
        if isinstance(f.value, Title) and f.value.holder is not None
    ]
    assert (words, holder) in found


@pytest.mark.parametrize(
    "text", ["A major fire broke out.", "General elections are due.", "They climbed Mount Cook on Monday.", "He will head home."]
)
def test_words_that_are_no_office(text: str) -> None:
    (document,) = language.parse((ingest.read("a.txt", text.encode()),))
    assert list(find(document)) == []
