"""Values as the world's desks write them: British, Indian, African, Australian and translated copy; courts, markets, sport, weather."""

from __future__ import annotations

import pytest

import checker
from checker import language
from checker.facts import read
from checker.model import Document, Fact, Report, Zone

# text, kind, the words of the value, its normal form
PHRASES = [
    # money whose currency is a letter, a code of far away, or stands elsewhere
    ("The dredger cost South Africa R184m and R6.4 million for spares.", "money", "R184m", "184,000,000 ZAR"),
    ("The dredger cost South Africa R184m and R6.4 million for spares.", "money", "R6.4 million", "6,400,000 ZAR"),
    ("Zambia owes K4.6bn to its suppliers.", "money", "K4.6bn", "4,600,000,000 ZMW"),
    ("The Nigerian senator denied taking N250m.", "money", "N250m", "250,000,000 NGN"),
    ("The winner of the Uganda rally takes Shs120m.", "money", "Shs120m", "120,000,000 UGX"),
    ("It was sold in Nairobi for Sh4,500.", "money", "Sh4,500", "4,500 KES"),
    ("A teacher earns SRD 18,000 a month.", "money", "SRD 18,000", "18,000 SRD"),
    ("Each voter got GH¢50 for transport.", "money", "GH¢50", "50 GHS"),
    ("It costs 38.4 Surinamese dollars.", "money", "38.4 Surinamese dollars", "38.4 SRD"),
    ("The 90 million old dollars are gone.", "money", "90 million old dollars", "90,000,000 dollars"),
    ("It costs a hundred million guaraníes.", "money", "a hundred million guaraníes", "100,000,000 PYG"),
    ("The works cost 3.2 milliards of pesos.", "money", "3.2 milliards of pesos", "3,200,000,000 pesos"),
    ("They raised between 2m and 3m euros.", "money", "between 2m and 3m euros", "[2,000,000,3,000,000] EUR"),
    ("The share price fell 12p to 340.5p.", "money", "340.5p", "3.405 GBP"),
    ("Profit was EUR 86 million. Analysts had expected 82 million.", "money", "82 million", "82,000,000 EUR"),
    ("Revenue was €1.2 billion, up from 940 million a year before.", "money", "940 million", "940,000,000 EUR"),
    ("The club paid £21m for the winger, who cost 14 million two years ago.", "money", "14 million", "14,000,000 GBP"),
    ("He was fined 250,000 rupees; two others got fines of 100,000 each.", "money", "100,000", "100,000 rupees"),
    ("The cost is €20 million. Add-ons could lift the sum to 17 million.", "money", "17 million", "17,000,000 EUR"),
    ("The budget is 1.2bn euros, of which 900 million is for roads.", "money", "900 million", "900,000,000 EUR"),
    # what is counted though money stands near
    ("The airline lost $1.1 billion and flew 3.2 million people, down from 4 million.", "count", "4 million", "4,000,000"),
    ("The city of 3 million spent $40 million on it.", "count", "3 million", "3,000,000"),
    # shares
    ("Seven trains in ten were late.", "percent", "Seven trains in ten", "70%"),
    ("Seven of each ten illnesses are mild.", "percent", "Seven of each ten", "70%"),
    ("More than one child out of five goes hungry.", "percent", "More than one child out of five", "(20,)%"),
    ("Three in four households have no power.", "percent", "Three in four", "75%"),
    ("The line dropped two in five of its trains.", "percent", "two in five", "40%"),
    ("Roughly 68 of every hundred cases were prevented.", "percent", "Roughly 68 of every hundred", "[57.8,78.2]%"),
    ("The benefit was well under half.", "percent", "well under half", "(,50)%"),
    ("The tax will rise from 16 to 18 percent.", "percent", "16", "16%"),
    ("The tax will rise from 16 to 18 percent.", "percent", "18 percent", "18%"),
    ("Rates range from 3 to 5 percent.", "percent", "3 to 5 percent", "[3,5]%"),
    ("A 3-to-5-percent cut is planned.", "percent", "3-to-5-percent", "[3,5]%"),
    ("A quarter-point cut in the rate is likely.", "percent", "A quarter-point", "0.25 points"),
    # lengths of time
    ("The trial took 14 court days.", "duration", "14 court days", "1,209,600"),
    ("The road was shut from 3.15 to 9.15.", "duration", "3.15 to 9.15", "21,600"),
    ("Power was off between 10 am and 2 pm.", "duration", "10 am and 2 pm", "14,400"),
    ("Police questioned him from 9pm until 1am.", "duration", "9pm until 1am", "14,400"),
    ("The hall is open from ten until two.", "duration", "ten until two", "14,400"),
    ("The blaze was out within minutes.", "duration", "within minutes", "(,3,600]"),
    ("It was over in a matter of days.", "duration", "a matter of days", "(,604,800]"),
    ("Help came within a minute or two.", "duration", "within a minute or two", "[60,120]"),
    ("They face from six to 16 years in prison.", "duration", "six to 16 years", "[189,216,000,504,576,000]"),
    ("His term was cut from 16 to six years.", "duration", "16", "504,576,000"),
    ("He got six-and-a-half years.", "duration", "six-and-a-half years", "204,984,000"),
    ("The five-and-a-half-hour meeting ended.", "duration", "five-and-a-half-hour", "19,800"),
    ("She ran it in 2:14:04.", "duration", "2:14:04", "8,044"),
    ("He won the mile in 3:43.13.", "duration", "3:43.13", "223.13"),
    ("The flight took 7h 35m.", "duration", "7h 35m", "27,300"),
    ("The stage took 3 h 41 min 52 s of riding.", "duration", "3 h 41 min 52 s", "13,312"),
    ("Rescue took the best part of three hours.", "duration", "the best part of three hours", "[8,100,10,800)"),
    ("It lasted a good two hours.", "duration", "a good two hours", "[7,200,)"),
    # ages
    ("A security guard, 57, was hurt.", "age", "57", "57 year"),
    ("The last victim (male, 61) was found.", "age", "61", "61 year"),
    ("The couple, both 34, were freed.", "age", "34", "34 year"),
    ("His daughters (4 and 7) were with him.", "age", "7", "7 year"),
    ("Two women, 24 and 31, were held.", "age", "24", "24 year"),
    ("Two boys aged nine and 11 died.", "age", "11", "11 year"),
    ("The 8- and 10-year-old brothers drowned.", "age", "8", "8 year"),
    ("A group of 18-to-24-year-olds took part.", "age", "18-to-24-year-olds", "[18,24] year"),
    ("The 18-24 age group voted most.", "age", "18-24", "[18,24] year"),
    ("Children under six travel free.", "age", "under six", "(,6) year"),
    ("People aged 70 and over are eligible.", "age", "aged 70 and over", "[70,) year"),
    ("The over-80s come next.", "age", "over-80s", "[80,) year"),
    ("The under-fives are free.", "age", "under-fives", "(,5) year"),
    ("He is eight now.", "age", "eight", "8 year"),
    ("He will be 10 in October.", "age", "10", "[9,10] year"),
    ("Halina, who lives across the road and is 71, agreed.", "age", "71", "71 year"),
    ("The youngest of the dead was 22.", "age", "22", "22 year"),
    ("He died at 87.", "age", "87", "87 year"),
    ("An octogenarian was hit.", "age", "octogenarian", "[80,89] year"),
    ("The thirty-something lawyer left.", "age", "thirty-something", "[30,39] year"),
    ("The wolf was a male of about two years, the ranger said.", "age", "of about two years", "[1.7,2.3] year"),
    ("The church has 113 years.", "age", "113 years", "113 year"),
    ("Her son is a year old.", "age", "a year old", "1 year"),
    # measures
    ("It was fired from more than a block away.", "measure", "more than a block", "(1,) block"),
    ("They live a mile away.", "measure", "a mile", "1 mile"),
    ("It ran for a mile and a half.", "measure", "a mile and a half", "1.5 mile"),
    ("An inch of rain fell.", "measure", "An inch", "1 inch"),
    ("A magnitude-7.2 quake struck.", "measure", "magnitude-7.2", "7.2 magnitude"),
    ("Gusts of force 8 were forecast.", "measure", "force 8", "8 force"),
    ("The Category 4 hurricane made landfall.", "measure", "Category 4", "4 category"),
    ("The temperature fell to minus 12.", "measure", "minus 12", "-12 temperature"),
    ("It was 12 degrees below zero.", "measure", "12 degrees below zero", "-12 temperature"),
    ("He weighs 11st 4lb now.", "measure", "11st 4lb", "11.2857142857 stone"),
    ("The town got 100 Mbps lines.", "measure", "100 Mbps", "100 megabit per second"),
    ("Winds of 120 kph or higher are likely.", "measure", "120 kph or higher", "[120,) kilometre per hour"),
    # scores, standings, rounds
    ("Reva won 6-4, 3-6, 7-6 (7-4).", "count", "3-6", "3-6"),
    ("Velia were 212 for 6 at stumps.", "count", "212 for 6", "212-6"),
    ("The motion was carried 7-2.", "count", "7-2", "7-2"),
    ("The party has 151 of 349 seats.", "count", "151 of 349 seats", "151"),
    ("A 12-strong team went.", "count", "12-strong team", "12"),
    ("Only one survivor was found.", "count", "one survivor", "1"),
    ("The toll is 12 at the very least.", "count", "12 at the very least", "[12,)"),
    ("He came in third.", "ordinal", "third", "#3"),
    ("The top-ranked side lost.", "ordinal", "top-ranked", "#1"),
    ("The world number four lost.", "ordinal", "world number four", "#4"),
    ("She lost in round three.", "ordinal", "round three", "#3"),
    ("It is the country's third-largest chain.", "ordinal", "third-largest chain", "#3 large"),
    ("It is the third quarter in a row with a loss.", "ordinal", "the third quarter in a row", "#3 consecutive"),
    ("The Sixth Summit of the Council was held.", "ordinal", "The Sixth Summit", "#6"),
    # days and hours
    ("The verdict is due on the 2nd of next month.", "date", "the 2nd of next month", "2021-06-02"),
    ("The ban starts on New Year's Day 2027.", "date", "New Year's Day 2027", "2027-01-01"),
    ("In 2019 a similar bill fell.", "date", "2019", "2019-01-01/2019-12-31"),
    ("She left two years after the death.", "date", "two years after", "? span"),
    ("He scored on 67 minutes.", "time", "67 minutes", "67"),
    ("The strike begins a minute past midnight.", "time", "a minute past midnight", "00:01"),
    ("It happened at fifteen minutes after seven.", "time", "fifteen minutes after seven", "07:15"),
    ("At 03.12 an alarm was received.", "time", "03.12", "03:12"),
    ("The road was shut from 3.15 to 9.15.", "time", "3.15 to 9.15", "03:15/09:15"),
    ("It came at nine-thirty a.m. sharp.", "time", "nine-thirty a.m.", "09:30"),
    ("The lease brings N$2.3 million a year.", "money", "N$2.3 million", "2,300,000 NAD"),
    ("The utility lost R18-million.", "money", "R18-million", "18,000,000 r"),
    ("Farmers get an extra 2c for every litre.", "money", "2c", "0.02 c"),
    ("The plane flew at 38,000FT over Ohio.", "measure", "38,000FT", "38,000 foot"),
    ("An Irishwoman of 44 was hurt.", "age", "of 44", "44 year"),
    # told by two ends
    ("The strike ran from 7 a.m. on Tuesday until 2 p.m. on Wednesday.", "duration",
     "7 a.m. on Tuesday until 2 p.m. on Wednesday", "111,600"),
    ("The line was shut from 6.30 p.m. on 3 May until 5.15 a.m. on 5 May.", "duration",
     "6.30 p.m. on 3 May until 5.15 a.m. on 5 May", "125,100"),
    ("The fair ran from 20 to 30 April.", "duration", "20 to 30 April", "[864,000,950,400]"),
    ("Mourning lasts from Wednesday until Friday.", "duration", "Wednesday until Friday", "[172,800,259,200]"),
    ("The pool will be closed from May until September.", "duration", "May until September", "[7,776,000,13,392,000]"),
    ("The pool will be closed from May until September.", "date", "May until September", "2021-05-01/2021-09-30"),
]

# text, the kind that must not be read in it
NOT_READ = [
    ("He scored two goals in five games.", "percent"), ("He killed two in three attacks.", "percent"),
    ("They won three in five.", "percent"),
    ("She got 9/10 for it.", "percent"), ("He is 100 percent sure.", "percent"), ("She won by half a point.", "percent"),
    ("The rate rose from 3.15 to 9.15.", "time"), ("The theft took place between 10 am and 2 pm.", "duration"),
    ("The train left at 2:14:04.", "duration"), ("John 3:16 was quoted.", "time"), ("The 3D film won.", "duration"),
    ("A route, 57, was cut.", "age"), ("He will be 10 minutes late.", "age"), ("She was 12 under par.", "age"),
    ("The firm has 12 people and over 30 cars.", "age"), ("He was jailed for five years and over 30 fled.", "age"),
    ("The price opened at 87, and closed at 90.", "age"), ("People over 20 miles away heard it.", "age"),
    ("He is a foot soldier.", "measure"), ("They have a ton of work.", "measure"), ("It costs $3 a litre.", "measure"),
    ("The police used force 8 times.", "measure"), ("A yard sale was held.", "measure"),
    ("The F-16 and the N95 mask were shown in Nigeria.", "money"), ("K2 is not in Zambia.", "money"),
    ("He took Form R2 in Durban.", "money"),
    ("The Five Eyes met.", "count"), ("The Three Gorges Dam is full.", "count"), ("A 7-Eleven was robbed.", "count"),
    ("The 4x4 overturned.", "count"), ("Twenty20 cricket returns.", "count"), ("Grade 12 pupils sat exams.", "count"),
    ("Two-way talks were held.", "count"), ("The Big Four won.", "count"), ("The account is 4408041234567.", "count"),
    ("They round three men up.", "ordinal"), ("He took a second look.", "ordinal"), ("The over-80s come next.", "date"),
    ("With 2:14 left in the fourth quarter, he hit the post.", "date"),
    ("The date was moved from Monday to Wednesday.", "duration"),
    ("The vote was brought forward from 12 May to 3 May.", "duration"),
    ("Prices rose 3 percent from March to May.", "duration"),
    ("He worked there from 2001 to 2009.", "duration"),
    ("They play in 4c for a while.", "money"), ("The chairman of 12 said so.", "age"), ("A chairwoman of 14 clubs met.", "age"),
]


def document_of(text: str) -> Document:
    return language.parse([Report("a.txt", text, (Zone("body", 0, len(text)),), published="2021-05-20")])[0]


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Fact, ...]]:
    texts = dict.fromkeys([*(p[0] for p in PHRASES), *(text for text, _ in NOT_READ)])
    return {text: read(document_of(text)) for text in texts}


@pytest.mark.parametrize(("text", "kind", "words", "normal"), PHRASES, ids=[f"{p[1]}: {p[2]}" for p in PHRASES])
def test_a_phrase_of_the_wire_is_read(text: str, kind: str, words: str, normal: str, found: dict[str, tuple[Fact, ...]]) -> None:
    assert (words, normal) in [(text[f.span.start : f.span.end], f.value.normal()) for f in found[text] if f.kind == kind]


@pytest.mark.parametrize(("text", "kind"), NOT_READ)
def test_what_only_looks_like_a_value_is_not_read(text: str, kind: str, found: dict[str, tuple[Fact, ...]]) -> None:
    assert [text[f.span.start : f.span.end] for f in found[text] if f.kind == kind] == []


@pytest.mark.parametrize(("place", "unit"), [("JOHANNESBURG", "ZAR"), ("Lusaka", None)])
def test_the_dateline_tells_whose_letter_it_is(place: str, unit: str | None) -> None:
    text = "The bridge cost R450."
    report = Report("a.txt", text, (Zone("body", 0, len(text)),), dateline_place=place)
    values = [f.value.fields()["unit"] for f in read(language.parse([report])[0]) if f.kind == "money"]
    assert values == ([unit] if unit else [])


def test_a_record_and_a_rank_are_no_ages() -> None:
    texts = (
        "A year ago Cole Brand was a starter. He was 13-9 in May.",
        "Mountains: 1. Mikkel Thorsen, 18. 2. Jasper Vandaele, 14. 3. Pierre Lacaze, 29.",
    )
    for text in texts:
        found = checker.facts([("a.txt", f"{text}\n".encode())]).facts
        assert [f for f in found if f.kind == "age"] == [], text


def test_who_turns_30_in_january_is_29_or_30() -> None:
    for text in ("Jan Holm turns 30 in January.", "Ann Holm celebrates her 30th birthday next month."):
        ages = [f.value.fields() for f in checker.facts([("a.txt", f"{text}\n".encode())]).facts if f.kind == "age"]
        assert [(a["low"], a["high"]) for a in ages] == [(29, 30)], text
