"""Wire phrases with a value in them: what is read, how much is underlined, between which bounds."""

from __future__ import annotations

import pytest

from checker import language
from checker.facts import read
from checker.model import Fact, Report, Zone

# text, kind, the words underlined, the value in its normal form: [12,) is at least 12, (200,) more than 200
PHRASES = [
    # counts and their bounds
    ("The crash killed 12 people.", "count", "12 people", "12"),
    ("The crash killed at least 12 people.", "count", "at least 12 people", "[12,)"),
    ("The crash injured more than 200.", "count", "more than 200", "(200,)"),
    ("No fewer than 30 homes burned.", "count", "No fewer than 30 homes", "[30,)"),
    ("Up to 300 migrants were aboard.", "count", "Up to 300 migrants", "(,300]"),
    ("As many as 40 firefighters came.", "count", "As many as 40 firefighters", "(,40]"),
    ("No more than 40 guests may come.", "count", "No more than 40 guests", "(,40]"),
    ("Fewer than 50 voters came.", "count", "Fewer than 50 voters", "(,50)"),
    ("Nearly 1,200 were rescued.", "count", "Nearly 1,200", "[900,1,200)"),
    ("Just under 400 seats were sold.", "count", "Just under 400 seats", "[300,400)"),
    ("Just over 400 seats were sold.", "count", "Just over 400 seats", "(400,460]"),
    ("About 40 observers came.", "count", "About 40 observers", "[34,46]"),
    ("Some 40 observers came.", "count", "Some 40 observers", "[34,46]"),
    ("An estimated 1,000 people marched.", "count", "An estimated 1,000 people", "[850,1,150]"),
    ("Some 40-odd guests came.", "count", "Some 40-odd guests", "[34,46]"),
    ("There were 30-plus guests.", "count", "30-plus guests", "[30,)"),
    ("Police made 50+ arrests.", "count", "50+ arrests", "[50,)"),
    ("Police held 20 people or so.", "count", "20 people or so", "[17,23]"),
    ("Between 20 and 30 protesters stayed.", "count", "Between 20 and 30 protesters", "[20,30]"),
    ("Some 12 to 15 officers stayed.", "count", "Some 12 to 15 officers", "[10.2,17.25]"),
    ("The club sold 12-15 tickets.", "count", "12-15 tickets", "[12,15]"),
    ("Dozens were hurt.", "count", "Dozens", "[24,)"),
    ("Scores of people died.", "count", "Scores of people", "[40,)"),
    ("Hundreds fled.", "count", "Hundreds", "[200,)"),
    ("Hundreds of thousands of people fled.", "count", "Hundreds of thousands of people", "[200,000,)"),
    ("Tens of thousands of homes lost power.", "count", "Tens of thousands of homes", "[10,000,)"),
    ("Several shops were looted.", "count", "Several shops", "[3,)"),
    ("A few hundred youths stayed.", "count", "A few hundred youths", "[200,1,000]"),
    ("A couple of men left.", "count", "A couple of men", "[2,3]"),
    ("A pair of boots was found.", "count", "A pair of boots", "2"),
    ("A dozen eggs broke.", "count", "A dozen eggs", "12"),
    ("Two dozen cars burned.", "count", "Two dozen cars", "24"),
    ("Half a dozen men left.", "count", "Half a dozen men", "6"),
    ("A score of people died.", "count", "A score of people", "20"),
    ("Half a million people marched.", "count", "Half a million people", "500,000"),
    ("The town has 3.5 million people.", "count", "3.5 million people", "3,500,000"),
    ("The town has three and a half million people.", "count", "three and a half million people", "3,500,000"),
    ("The town has 1.2bn inhabitants.", "count", "1.2bn inhabitants", "1,200,000,000"),
    ("The state has 13 lakh voters.", "count", "13 lakh voters", "1,300,000"),
    ("Twenty-one passengers drowned.", "count", "Twenty-one passengers", "21"),
    ("One hundred and sixty-one passengers drowned.", "count", "One hundred and sixty-one passengers", "161"),
    ("No one was hurt.", "count", "No one", "0"),
    ("Nobody was hurt.", "count", "Nobody", "0"),
    ("There were no injuries.", "count", "no injuries", "0"),
    ("There were no reports of injuries.", "count", "no reports of injuries", "0"),
    ("Both men were jailed.", "count", "Both", "2"),
    ("Police made one arrest.", "count", "one arrest", "1"),
    ("He was struck twice.", "count", "twice", "2"),
    ("Nine of the 14 economists agreed.", "count", "Nine of the 14 economists", "9"),
    ("The firm cut 450 of its 14,200 jobs.", "count", "450 of its 14,200 jobs", "450"),
    ("A 53-man team came.", "count", "53-man", "53"),
    ("The clinic saw 21 laboratory-confirmed cases.", "count", "21 laboratory-confirmed cases", "21"),
    ("The court ruled by seven votes to two.", "count", "seven votes to two", "7-2"),
    ("Parliament voted 65-53 for it.", "count", "65-53", "65-53"),
    ("Velia won 3-0 on Sunday.", "count", "3-0", "3-0"),
    ("A 24-14 lead was not enough.", "count", "24-14", "24-14"),
    ("Velia went 2-6 last year.", "count", "2-6", "2-6"),
    ("They sold 2.5m units.", "count", "2.5m units", "2,500,000"),
    ("A quarter of the 120 passengers were children.", "count", "A quarter of the 120 passengers", "30"),
    # money
    ("The deal is worth $1.2bn.", "money", "$1.2bn", "1,200,000,000 $"),
    ("The deal is worth US$1.2 billion.", "money", "US$1.2 billion", "1,200,000,000 USD"),
    ("The deal is worth 1.2 billion U.S. dollars.", "money", "1.2 billion U.S. dollars", "1,200,000,000 USD"),
    ("The deal is worth 1,200 million dollars.", "money", "1,200 million dollars", "1,200,000,000 dollars"),
    ("The fine is about €86m.", "money", "about €86m", "[73,100,000,98,900,000] EUR"),
    ("The fine is at least EUR 86 million.", "money", "at least EUR 86 million", "[86,000,000,) EUR"),
    ("They took RM2.1 million.", "money", "RM2.1 million", "2,100,000 MYR"),
    ("They took 2.5 million ringgit.", "money", "2.5 million ringgit", "2,500,000 MYR"),
    ("They took R$ 470 million.", "money", "R$ 470 million", "470,000,000 BRL"),
    ("It costs Rs 500 crore.", "money", "Rs 500 crore", "5,000,000,000 INR"),
    ("It costs A$5.", "money", "A$5", "5 AUD"),
    ("It costs £20,000-a-year.", "money", "£20,000", "20,000 GBP"),
    ("It costs 300 Swedish kronor.", "money", "300 Swedish kronor", "300 SEK"),
    ("It costs 10,000 Czech crowns.", "money", "10,000 Czech crowns", "10,000 CZK"),
    ("It costs five million yen.", "money", "five million yen", "5,000,000 JPY"),
    ("It costs 3 dollars 50 cents.", "money", "3 dollars 50 cents", "3.5 dollars"),
    ("It costs thirteen dollars and forty-five cents.", "money", "thirteen dollars and forty-five cents", "13.45 dollars"),
    ("It costs 50p a litre.", "money", "50p", "0.5 GBP"),
    ("They paid 20 pounds for it.", "money", "20 pounds", "20 GBP"),
    ("It costs USD 22.5 million.", "money", "USD 22.5 million", "22,500,000 USD"),
    ("It costs 17 USD.", "money", "17 USD", "17 USD"),
    ("They see between 4.9 billion and 5.0 billion euros.", "money", "between 4.9 billion and 5.0 billion euros",
     "[4,900,000,000,5,000,000,000] EUR"),
    ("Sales were EUR 4.7-4.9 billion.", "money", "EUR 4.7-4.9 billion", "[4,700,000,000,4,900,000,000] EUR"),
    ("It costs $4-5 million.", "money", "$4-5 million", "[4,000,000,5,000,000] $"),
    ("It costs between $20 and $30.", "money", "between $20 and $30", "[20,30] $"),
    ("Damage of hundreds of millions of dollars is feared.", "money", "hundreds of millions of dollars", "[200,000,000,) dollars"),
    ("It costs half a million euros.", "money", "half a million euros", "500,000 EUR"),
    ("It costs ₹2,000.", "money", "₹2,000", "2,000 INR"),
    # percent
    ("Sales rose 5.5%.", "percent", "5.5%", "5.5%"),
    ("Sales rose 6.2 per cent.", "percent", "6.2 per cent", "6.2%"),
    ("Sales rose 5 1/2 per cent.", "percent", "5 1/2 per cent", "5.5%"),
    ("The rate is three and a quarter per cent.", "percent", "three and a quarter per cent", "3.25%"),
    ("Sales rose almost 20 percent.", "percent", "almost 20 percent", "[15,20)%"),
    ("Sales rose by 5 percentage points.", "percent", "5 percentage points", "5 points"),
    ("The bank cut rates by 25 basis points.", "percent", "25 basis points", "0.25 points"),
    ("The bank cut rates by a quarter of a percentage point.", "percent", "a quarter of a percentage point", "0.25 points"),
    ("Sales will rise 4-5%.", "percent", "4-5%", "[4,5]%"),
    ("Sales will rise between 4 and 5 percent.", "percent", "between 4 and 5 percent", "[4,5]%"),
    ("A third of the samples failed.", "percent", "A third", "33.3333333333%"),
    ("One in five voters stayed home.", "percent", "One in five", "20%"),
    ("Eight out of 10 agreed.", "percent", "Eight out of 10", "80%"),
    ("About one job in ten will go.", "percent", "About one job in ten", "[8.5,11.5]%"),
    ("Two-thirds of lawmakers agreed.", "percent", "Two-thirds", "66.6666666667%"),
    ("More than half of them agreed.", "percent", "More than half", "(50,)%"),
    ("Profit jumped by a fifth.", "percent", "a fifth", "20%"),
    ("Sales fell minus five percent.", "percent", "minus five percent", "-5%"),
    # measures
    ("The whale is 28-metre long.", "measure", "28-metre", "28 metre"),
    ("It flew at an altitude of 540 km.", "measure", "540 km", "540 kilometre"),
    ("It sank about 30 nautical miles off Velia.", "measure", "about 30 nautical miles", "[25.5,34.5] nautical mile"),
    ("It lies within 80m of the hut.", "measure", "within 80m", "(,80] metre"),
    ("It fell more than 2,000 feet.", "measure", "more than 2,000 feet", "(2,000,) foot"),
    ("It lies seven and a half miles away.", "measure", "seven and a half miles", "7.5 mile"),
    ("It lies half a mile away.", "measure", "half a mile", "0.5 mile"),
    ("He is 6 feet 3 inches tall.", "measure", "6 feet 3 inches", "6.25 foot"),
    ("He is 6ft 3in tall.", "measure", "6ft 3in", "6.25 foot"),
    ("The 6-foot-3 guard fell.", "measure", "6-foot-3", "6.25 foot"),
    ("It weighs 186 kg.", "measure", "186 kg", "186 kilogram"),
    ("It weighs eleven kilos.", "measure", "eleven kilos", "11 kilogram"),
    ("It weighs 410 pounds.", "measure", "410 pounds", "410 pound"),
    ("It holds up to 100,000 gallons.", "measure", "up to 100,000 gallons", "(,100,000] gallon"),
    ("Output fell by 500,000 barrels a day.", "measure", "500,000 barrels", "500,000 barrel"),
    ("The fire burned 9,000 hectares.", "measure", "9,000 hectares", "9,000 hectare"),
    ("The park has 190 km2.", "measure", "190 km2", "190 square kilometre"),
    ("Winds of 15 metres per second blew.", "measure", "15 metres per second", "15 metre per second"),
    ("Winds of 54 km/h blew.", "measure", "54 km/h", "54 kilometre per hour"),
    ("Winds of 60 miles an hour blew.", "measure", "60 miles an hour", "60 mile per hour"),
    ("Winds of 30 to 40 knots blew.", "measure", "30 to 40 knots", "[30,40] knot"),
    ("It was 43 °C in the shade.", "measure", "43 °C", "43 C"),
    ("It was 86F in the shade.", "measure", "86F", "86 F"),
    ("It was minus 5 degrees Celsius.", "measure", "minus 5 degrees Celsius", "-5 C"),
    ("It was 30-40 degrees in the shade.", "measure", "30-40 degrees", "[30,40] temperature"),
    ("A 6.4-magnitude quake hit Velia.", "measure", "6.4-magnitude", "6.4 magnitude"),
    ("A quake of magnitude 5.1 hit Velia.", "measure", "magnitude 5.1", "5.1 magnitude"),
    ("The quake had a magnitude of 6.2.", "measure", "magnitude of 6.2", "6.2 magnitude"),
    ("He held a .38-caliber revolver.", "measure", ".38-caliber", "0.38 calibre"),
    ("The plant makes 300 megawatts.", "measure", "300 megawatts", "300 megawatt"),
    # ages
    ("A 43-year-old man drowned.", "age", "43-year-old", "43 year"),
    ("The boy is ten months old.", "age", "ten months old", "10 month"),
    ("The youngest was a girl of four.", "age", "of four", "4 year"),
    ("A man of 61 was pulled out.", "age", "of 61", "61 year"),
    ("Marta Lindqvist, 43, won.", "age", "43", "43 year"),
    ("Marta Lindqvist (43) won.", "age", "43", "43 year"),
    ("A man aged 58 drowned.", "age", "aged 58", "58 year"),
    ("The dead were aged between 68 and 91.", "age", "aged between 68 and 91", "[68,91] year"),
    ("Children aged 5 to 12 may come.", "age", "aged 5 to 12", "[5,12] year"),
    ("He left at the age of 12.", "age", "age of 12", "12 year"),
    ("The driver, of 51 years, was freed.", "age", "of 51 years", "51 year"),
    ("She is in her fifties.", "age", "in her fifties", "[50,59] year"),
    ("A man in his early 30s fell.", "age", "in his early 30s", "[30,34] year"),
    ("He was 91.", "age", "91", "91 year"),
    ("It was his 11th birthday.", "age", "11th birthday", "11 year"),
    ("Children under 5 years old may come.", "age", "under 5 years old", "(,5) year"),
    # lengths of time, in seconds
    ("The talks took 100 minutes.", "duration", "100 minutes", "6,000"),
    ("The talks took an hour and 40 minutes.", "duration", "an hour and 40 minutes", "6,000"),
    ("The talks took 1h40m.", "duration", "1h40m", "6,000"),
    ("The talks took one hour forty.", "duration", "one hour forty", "6,000"),
    ("The talks took 2 hours ten.", "duration", "2 hours ten", "7,800"),
    ("The talks took two and a half hours.", "duration", "two and a half hours", "9,000"),
    ("The talks took an hour and a half.", "duration", "an hour and a half", "5,400"),
    ("The talks took half an hour.", "duration", "half an hour", "1,800"),
    ("The two-hour talks failed.", "duration", "two-hour", "7,200"),
    ("The talks took five and a half minutes.", "duration", "five and a half minutes", "330"),
    ("The talks took almost two hours.", "duration", "almost two hours", "[5,400,7,200)"),
    ("The talks took more than 90 minutes.", "duration", "more than 90 minutes", "(5,400,)"),
    ("The talks lasted over three hours.", "duration", "over three hours", "(10,800,)"),
    ("They met over three days.", "duration", "three days", "259,200"),
    ("It may take two to three weeks.", "duration", "two to three weeks", "[1,209,600,1,814,400]"),
    ("It may take between two and three weeks.", "duration", "between two and three weeks", "[1,209,600,1,814,400]"),
    ("He got nine years in jail.", "duration", "nine years", "283,824,000"),
    ("He got a nine-year term.", "duration", "nine-year", "283,824,000"),
    ("He faces another 18 months.", "duration", "18 months", "46,656,000"),
    ("It runs for five hours, 20 minutes.", "duration", "five hours, 20 minutes", "19,200"),
    ("It takes less than a week.", "duration", "less than a week", "(,604,800)"),
    ("It takes a couple of days.", "duration", "a couple of days", "[172,800,259,200]"),
    ("It takes up to 14 days.", "duration", "up to 14 days", "(,1,209,600]"),
    ("It takes several hours.", "duration", "several hours", "[10,800,)"),
    ("It burned 70 seconds after launch.", "duration", "70 seconds", "70"),
    # places in a row
    ("It was the 21st meeting.", "ordinal", "the 21st meeting", "#21"),
    ("It was the twenty-first meeting.", "ordinal", "the twenty-first meeting", "#21"),
    ("It rained for the second time.", "ordinal", "the second time", "#2"),
    ("It was the third straight loss.", "ordinal", "the third straight loss", "#3 consecutive"),
    ("It was the sixth consecutive rise.", "ordinal", "the sixth consecutive rise", "#6 consecutive"),
    ("It was its fifth increase in a row.", "ordinal", "its fifth increase in a row", "#5 consecutive"),
    ("It was the first in-person meeting.", "ordinal", "the first in-person meeting", "#1 in-person"),
    ("He is a third-year student.", "ordinal", "third-year student", "#3 year"),
    ("It is the second-largest city.", "ordinal", "the second-largest city", "#2 large"),
    ("They are the No. 5 seed.", "ordinal", "the No. 5 seed", "#5"),
]

# no value of any of these kinds
NOTHING = [
    "The Boeing 737-800 took off.", "It stood on Highway 35.", "Call 020 7946 0018 now.", "Call 555-1234 now.",
    "The Group of Seven agreed.", "One of the men left.", "They saw one another.", "This one is good.",
    "See https://velia.example/a?n=12&m=40% for more.", "It runs on Windows 10.", "It was a zero-day flaw.",
    "The First Lady left.", "At first, it rained.", "He is second-hand news.", "It is for versions 6, 7 and 8.",
    "He came on March 14.", "It is no wonder.", "They met in Room 12.", "The team won.", "He likes the F-16.",
    "The second half began.",
]

KINDS = ("count", "money", "percent", "measure", "age", "duration", "ordinal")


def facts(texts: list[str]) -> list[tuple[str, tuple[Fact, ...]]]:
    documents = language.parse([Report("a.txt", t, (Zone("body", 0, len(t)),)) for t in texts])
    return [(t, tuple(f for f in read(d) if f.kind in KINDS)) for t, d in zip(texts, documents, strict=True)]


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Fact, ...]]:
    return dict(facts([*(p[0] for p in PHRASES), *NOTHING]))


@pytest.mark.parametrize(("text", "kind", "words", "normal"), PHRASES, ids=[f"{p[1]}: {p[2]}" for p in PHRASES])
def test_a_phrase_is_read_with_its_bounds(text: str, kind: str, words: str, normal: str, found: dict[str, tuple[Fact, ...]]) -> None:
    assert (words, normal) in [(text[f.span.start : f.span.end], f.value.normal()) for f in found[text] if f.kind == kind]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_value_is_not_read(text: str, found: dict[str, tuple[Fact, ...]]) -> None:
    assert [(f.kind, text[f.span.start : f.span.end]) for f in found[text]] == []


def test_only_a_share_stands_as_two_kinds_on_the_same_words(found: dict[str, tuple[Fact, ...]]) -> None:
    for text, there in found.items():
        for one in there:
            for other in there:
                if one is not other and one.span.overlaps(other.span):
                    assert {one.kind, other.kind} in ({"count", "percent"}, {"count"}), text
