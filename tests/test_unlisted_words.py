"""Pairs of reports in words that no list here was written for: what is found, by which kind, and what stays silent."""

from __future__ import annotations

import pytest

import checker
from checker.model import Finding

SO_AND_NOT_SO = [
    (
        "The beekeepers' cooperative in Morvan elected a new board on Sunday. The treasurer, Hanne Oudejans, presented the "
        "accounts. She apologised for the delay.",
        "Members of the Morvan beekeepers' cooperative met on Sunday. Hanne Oudejans, the treasurer, never apologised for the "
        "delay in the accounts.",
    ),
    (
        "The observatory on Mount Sarkel reopened on Friday after two years. Its main mirror had been replaced during the "
        "closure, the director said.",
        "Mount Sarkel observatory is open to visitors again since Friday. The main mirror was not replaced, the director said.",
    ),
    (
        "A goalkeeper, Ilya Drobik, was carried off in the first half. The club said he had worn a mouthguard.",
        "Ilya Drobik, the goalkeeper, left the pitch on a stretcher. According to the club he wore no mouthguard.",
    ),
    (
        "The tannery in Olmeda closed in March. Workers were paid for April, the receiver said.",
        "The Olmeda tannery shut its gates in March. The receiver refused to pay the workers for April.",
    ),
    (
        "The sculptor Petra Vlk attended the unveiling of her fountain in Trnava on Saturday. The crowd gave her an ovation.",
        "The fountain of Petra Vlk was unveiled in Trnava on Saturday. The sculptor did not attend the unveiling.",
    ),
    (
        "The ferry Sankt Olaf was inspected last week in Mandal. The inspectors tested the sprinklers and found them working.",
        "The Sankt Olaf was examined in Mandal last week. It is not known why the inspectors failed to test the sprinklers.",
    ),
    (
        "The pharmacist Dario Quent translated the leaflet into three languages. The warning was printed in bold.",
        "A leaflet came with each bottle. The warning was not printed in bold, and the pharmacist Dario Quent translated it.",
    ),
    (
        "The senate in Lorvana passed the fisheries bill late on Thursday. Senator Paula Reyn abstained.",
        "Lorvana's fisheries bill got through the senate on Thursday night. Senator Paula Reyn did not abstain but voted for it.",
    ),
    (
        "The museum said the vase was uninsured when it fell. The vase, a Ming piece, broke into nine parts.",
        "A Ming vase broke at the museum on Tuesday. It was insured, the museum said.",
    ),
    (
        "The referee Nuno Sado consulted the video before he gave the penalty. Players of Estrela surrounded him.",
        "Estrela were furious about the penalty. The referee, Nuno Sado, gave it without consulting the video.",
    ),
    (
        "The dam at Kessen is safe, engineers said. The spillway had been reinforced after the floods of spring.",
        "Engineers looked at the dam at Kessen. Nobody had reinforced the spillway after the spring floods, they said.",
    ),
    (
        "The orchestra's conductor, Mirjam Toll, recorded the symphony in one take. The orchestra rehearsed it for a month.",
        "Mirjam Toll recorded the symphony in one take. The orchestra never rehearsed it.",
    ),
    (
        "The candidate Oskar Brill disclosed his tax returns on Monday. His rival demanded more.",
        "Oskar Brill declined to disclose his tax returns. His rival had demanded them.",
    ),
    (
        "The samples from the Lenk glacier were contaminated, the institute said. The team threw them away.",
        "The team took samples from the Lenk glacier. The samples were uncontaminated, the institute said.",
    ),
    (
        "The wreck of the schooner Aurelia lies off Cape Brule. Divers entered the hold on Sunday and counted the barrels.",
        "Divers reached the schooner Aurelia off Cape Brule on Sunday. None of the divers entered the hold.",
    ),
    (
        "Prosecutors accused the nurse, Edda Krol, on Tuesday. She is in a cell in Turnov.",
        "Prosecutors have not charged the nurse. Edda Krol went home on Tuesday evening.",
    ),
    (
        "The glider had been inspected a week before, and its pilot, Timo Saari, held a licence.",
        "Timo Saari, who flew the glider, had no licence.",
    ),
    (
        "The council in Hartby turned down the offer from the brewery. The brewery had wanted to pay for the stage.",
        "The council of Hartby did not reject the brewery's offer, the town clerk said.",
    ),
    (
        "Captain Jorun Vik gave the order to abandon the trawler at 4 a.m. The crew climbed into two rafts.",
        "The captain, Jorun Vik, did not give any order to abandon the trawler, one of the crew said.",
    ),
    (
        "Rescuers reached the cave on Monday. The two boys had not eaten for three days.",
        "The two boys had eaten every day in the cave, rescuers said.",
    ),
    (
        "The bakery chain Orlo has dropped its plan to sell the mill. It will keep all 40 jobs.",
        "The bakery chain Orlo goes ahead with its plan to sell the mill.",
    ),
    ("The jury did not believe the witness, Cora Lind. Her story had changed twice.", "The jury believed Cora Lind, the witness."),
    ("Officials in Dravo say the reservoir remains closed to bathers.", "The reservoir in Dravo is open to bathers again, officials say."),
    (
        "The company has insured the bridge, its lawyer said. It collapsed on Sunday.",
        "Nobody had insured the bridge, which collapsed on Sunday.",
    ),
    (
        "The bishop, Tomas Herle, blessed the new bells. Rain fell all morning.",
        "Bishop Tomas Herle stayed away and nobody blessed the new bells.",
    ),
    ("Ambassador Leon Quist put his signature to the accord on Monday. He left at once.", "Ambassador Leon Quist did not sign the accord."),
    ("The coach, Bela Horn, offered no apology to the fans.", "Bela Horn, the coach, apologised to the fans on Sunday."),
    (
        "The headmistress, Orla Finn, gave her consent to the search. Dogs were brought in.",
        "Orla Finn, the headmistress, never consented to the search.",
    ),
    (
        "The hauliers' union voted for the strike. Its leader, Jan Prochy, made no promise to the minister.",
        "Jan Prochy, the leader of the hauliers, promised the minister that the ports would stay open.",
    ),
    (
        "The tenor Luca Rossini had rehearsed with the choir for a week.",
        "The tenor, Luca Rossini, sang without having rehearsed with the choir.",
    ),
    ("The factory inspector, Ada Lunt, approved the boiler in June.", "Ada Lunt, the factory inspector, refused to approve the boiler."),
    (
        "The town of Sulm has not repaired the pier. The council lacks the money.",
        "The pier at Sulm was repaired in spring. The council paid for it.",
    ),
]
TWO_PLACES = [
    (
        "The choir from Pilsen won the contest. It performed in the town hall of Bregenz on Saturday.",
        "The Pilsen choir took first prize on Saturday. It had performed in Feldkirch.",
    ),
    (
        "The novelist Dora Haspel died on Sunday. She was buried in Salzburg on Thursday.",
        "Dora Haspel, the novelist, was 81. Her family buried her in Klagenfurt.",
    ),
    (
        "Thieves took the altarpiece from a chapel in Viterbo. It was sold at an auction in Zurich in May.",
        "The altarpiece vanished in spring. In May it was sold at an auction in Geneva.",
    ),
    (
        "The delegation landed in Baku on Tuesday evening. It was greeted by the deputy premier.",
        "The delegation landed in Ganja on Tuesday. The deputy premier greeted it.",
    ),
    ("The company will assemble the tractors in Gyor. The plant opens in May.", "The company plans to assemble its tractors in Miskolc."),
    (
        "The rapper Dizzo was born in Marseille in 1991. He sold two million records.",
        "Dizzo, the rapper, has sold two million records. He was born in Toulouse.",
    ),
    (
        "The tour of the string quartet Allegra ends in Bilbao. The four women play on instruments from 1720.",
        "The tour of the Allegra quartet ends in San Sebastian.",
    ),
    (
        "The fugitive banker Emil Sturz was arrested in Larnaca on Friday. He is wanted for fraud.",
        "Emil Sturz, a banker wanted for fraud, was detained on Friday in Limassol.",
    ),
    (
        "The treaty was negotiated in Muscat over ten days. The two foreign ministers met there three times.",
        "For ten days the treaty was negotiated in Doha.",
    ),
    (
        "The minister's plane was diverted to Cork because of fog. She arrived three hours late.",
        "Because of the fog her plane was diverted to Shannon, and the minister came three hours late.",
    ),
    (
        "The driver, a father of three, was taken to a clinic in Rennes.",
        "The driver has three children. He is being treated in a hospital in Nantes.",
    ),
    ("Wolf Biermeyer stole the stamp from a dealer in Basel.", "The stamp was stolen by Wolf Biermeyer from a dealer's shop in Bern."),
    (
        "The airline Skylark has moved its head office to Malmo. The airline employs 300 people.",
        "Skylark has its head office in Gothenburg now. The airline has 300 employees.",
    ),
    (
        "The goat, called Bruno, escaped from a farm in Tyrol. Police caught it at a petrol station in Kufstein.",
        "Bruno the goat was caught by police in Woergl.",
    ),
    ("The prototype was tested in Graz for six weeks.", "The prototype was tried out for six weeks in Linz."),
    ("Sixty guests were evacuated to a school in Varna. They spent the night there.", "The guests spent the night in a school in Burgas."),
    (
        "The engineer Mira Tolv was arrested at a hotel in Split. She had a false passport.",
        "Mira Tolv, an engineer, was detained in Zadar.",
    ),
    ("The painter Egon Haas lives in Bregenz. He is 77.", "The 77-year-old painter, Egon Haas, lives in Dornbirn."),
    ("The singer grew up in Leeds. She moved to London at 18.", "The singer grew up in Bradford."),
    (
        "The truck was carrying acid from Lodz to Berlin. It overturned near a school.",
        "The truck with the acid had left Poznan at dawn for Berlin.",
    ),
]
TWO_DOERS = [
    (
        "The barley virus was identified by researchers at the University of Aarhus in April. It spreads by aphids.",
        "The barley virus spreads by aphids. A team from the University of Lund identified it in April.",
    ),
    (
        "The budget of the opera house was audited by Kolm & Partners. The audit found holes.",
        "The opera house has holes in its budget. Reinholt Audit audited it last year.",
    ),
    (
        "The chess prodigy Arjun Mehl is coached by Viktor Stanek. He won all nine games.",
        "Arjun Mehl, who won all nine games, is coached by Lev Adamyan.",
    ),
    (
        "The city archive burned in 1911. It was rebuilt by the architect Otto Ludvig.",
        "The city archive was rebuilt after the fire of 1911 by Josef Hlavka, an architect.",
    ),
    (
        "The recall of the kettles was ordered by the Consumer Safety Office.",
        "The kettles are being recalled. It was the Trade Inspectorate that ordered the recall.",
    ),
    (
        "Leyla Osman of the Green party proposed the levy. It would cost each household 30 euros.",
        "The levy, 30 euros a household, was proposed by Leyla Osman of the Liberal party.",
    ),
    (
        "The documentary was directed by Sofia Belk. It took the prize of the jury.",
        "The documentary took the jury prize. Marta Ionesco directed it.",
    ),
    (
        "The geologist Ines Farrow of the Arvid Institute predicted the eruption. She published the paper in June.",
        "The eruption was predicted by Ines Farrow, a geologist of the Tellus Institute.",
    ),
    (
        "The vaccine is made by Sarvos Pharma. It has to be kept at minus 20 degrees.",
        "The vaccine, made by Medika Nord, has to be kept at minus 20 degrees.",
    ),
    ("A retired plumber, Goran Milic, spotted the leak. He rang the water company.", "The leak was spotted by a schoolgirl, Nada Ilic."),
    (
        "Its licence was withdrawn by the Gambling Board in May, the casino said.",
        "The casino's licence was withdrawn in May by the Ministry of Finance.",
    ),
    ("The boy was pulled from the canal by a cyclist. He is well.", "A lorry driver pulled the boy from the canal."),
    (
        "The manuscript belongs to the Vask Library. It was lent for the show.",
        "The manuscript is owned by the Kersten Foundation, which lent it for the show.",
    ),
    ("The amendment was tabled by Rosa Lindt of the Centre party.", "It was the Social Democrats' Rosa Lindt who tabled the amendment."),
    (
        "The merger was blocked by the Competition Council. The two dairies may appeal.",
        "The Agriculture Ministry blocked the merger of the two dairies.",
    ),
    ("The trophy was handed over by the former captain Lise Krag.", "The trophy was handed over by the sports minister, Anton Vey."),
    (
        "The fresco was restored by the Vatican Museums. The work took two years.",
        "The fresco was restored in two years by the Getty Foundation.",
    ),
    (
        "Kell Brandt of the Labour Party chairs the committee. He has led it since May.",
        "The committee is chaired by Kell Brandt of the Liberal Party.",
    ),
    (
        "The fine was imposed by the data protection authority. The bank will appeal.",
        "The fine on the bank was imposed by the finance ministry.",
    ),
]
BOTH_RIGHT = [
    (
        "The treasurer apologised for the delay. The chairman did not apologise.",
        "The chairman, Olle Brand, did not apologise for the delay. The treasurer did.",
    ),
    ("The observatory's main mirror was replaced.", "The observatory's second mirror was not replaced."),
    ("Drobik wore a mouthguard in the first half.", "Drobik wore no mouthguard in the second half."),
    ("The receiver will pay the workers for April, he said on Monday.", "The receiver has not yet paid the workers for April."),
    ("Petra Vlk attended the unveiling on Saturday.", "Petra Vlk did not attend the dinner after the unveiling on Saturday."),
    ("Inspectors tested the sprinklers in 2019.", "Inspectors did not test the sprinklers in 2021."),
    ("The union says the company cut wages.", "The company says it did not cut wages."),
    ("The senate passed the fisheries bill on Thursday.", "The senate did not pass the budget bill on Thursday."),
    ("Police did not name the victim on Monday. They named her on Tuesday as Ana Dorn.", "Police named the victim as Ana Dorn."),
    ("The referee did not consult the video for the first penalty.", "The referee consulted the video before the second penalty."),
    ("The road was closed at noon. It was reopened at six.", "The road was not closed in the evening."),
    ("If the dam is not reinforced, the town will flood, engineers warned.", "The dam was reinforced in 2012, engineers said."),
    (
        "Oskar Brill did not only disclose his tax returns, he published them on his site.",
        "Oskar Brill disclosed his tax returns on Monday.",
    ),
    ("Some of the divers entered the hold.", "Two of the divers did not enter the hold."),
    ("The minister did not rule out a fee for tourists.", "The minister announced a fee for lorries. She said tourists would pay nothing."),
    ("The striker did not score against Estrela. He had scored twice the week before.", "The striker scored twice in the first round."),
    (
        "The council did not reject the offer on Monday but put off the vote.",
        "The council rejected a second offer from the brewery in June.",
    ),
    ("The reservoir remains closed.", "The reservoir did not open on Friday."),
    ("The glider was undamaged.", "The glider was not damaged."),
    ("The pilot did not hold a licence for night flights.", "The pilot held a licence."),
    ("Prosecutors charged the nurse with theft. They did not charge her husband.", "The husband of the nurse was not charged."),
    ("The union never accepted the pay cut, it says.", "The company says the union accepted the pay cut in March."),
    ("The boys did not eat the mushrooms.", "The boys ate the bread they had with them."),
    ("The chief executive did not resign at the meeting in May.", "The chief executive resigned in August."),
    ("No trains ran on the coast line. Trains ran on the other lines.", "Trains ran on the northern line."),
    ("The team has not won since March.", "The team won the cup in 1987."),
    ("Not all of the bells were blessed.", "The bishop blessed the bells."),
    ("The minister denied that she had read the report.", "The minister had not read the report, she said."),
    ("The ambassador did not sign the accord but initialled it.", "The ambassador signed the guest book."),
    ("The coach offered no apology to the referee.", "The coach apologised to the fans."),
    ("She gave no consent to the second search.", "She consented to the first search."),
    ("He made no promise.", "The minister promised a new bridge."),
    ("The council has no plans to repair the pier.", "The council repaired the road to the pier."),
    ("The choir performed in Bregenz on Friday.", "The choir performed in Feldkirch on Saturday."),
    (
        "Dora Haspel was born in Salzburg and died in Vienna.",
        "Dora Haspel died in Vienna, where she had lived since 1980. She grew up in Graz.",
    ),
    ("Velanto has its headquarters in Ghent and a plant in Liege.", "Velanto built its plant in Liege. The company is based in Ghent."),
    ("The vessel anchored off Brest.", "The vessel anchored in Brittany."),
    ("Pavel Minzer lives in Maastricht.", "The brother of Pavel Minzer lives in Eindhoven."),
    ("The delegation landed in Baku and drove on to Ganja.", "The delegation arrived in Ganja in the evening."),
    ("The company assembles tractors in Gyor.", "The company assembles buses in Miskolc."),
    ("The police arrested two men in Larnaca.", "The police arrested a man in Limassol. Two men were held in Larnaca."),
    ("Shops in Szeged closed early.", "Shops in Debrecen closed early."),
    ("The two ministers met in Muscat in May.", "The two ministers met in Doha in June."),
    ("The court in Linz sentenced the baker to two years.", "A baker from Steyr was sentenced to two years."),
    ("Protesters marched in Lille. They burned tyres.", "Protesters marched in Nantes and burned bins."),
    ("Luca Berti fell near Bormio.", "Luca Berti fell in Lombardy."),
    ("The minister flew to Cork on Monday.", "The minister flew to Shannon on Tuesday."),
    ("Dizzo was born in Marseille. His mother was born in Toulouse.", "Dizzo's mother was born in Toulouse. The rapper is from Marseille."),
    ("The cellist Ana Ferro is from Seville. She studied in Madrid.", "Ana Ferro, who studied in Madrid, lives in Paris."),
    ("The driver was taken to a clinic in Rennes.", "His passenger was taken to a hospital in Nantes."),
    ("The statue was cast in Pistoia and stands in Lucca.", "The statue was unveiled in Lucca."),
    ("A man was stabbed in Trier.", "A woman was stabbed in Koblenz."),
    ("The airline flies to Malmo.", "The airline flies to Gothenburg."),
    ("The exhibition opens in Madrid in May.", "The exhibition opens in Porto in October."),
    ("The prototype was tested in Graz.", "The prototype was tested in Austria."),
    ("She won the 100 metres in Oslo.", "She won the 200 metres in Bergen."),
    ("Police searched a flat in Basel.", "Police searched a garage in Bern."),
    ("The minister spoke in Lyon in the morning.", "The minister spoke in Dijon in the evening."),
    ("The foundry in Pistoia closed.", "The foundry in Verona got the order."),
    (
        "Mira Tolv was arrested in Split. Her husband was arrested in Zadar.",
        "Her husband was arrested in Zadar. Mira Tolv was taken from a hotel in Split.",
    ),
    ("Norlek makes batteries in Turku and cables in Oulu.", "Norlek makes cables in Oulu."),
    ("The painter lives in Bregenz and was born in Dornbirn.", "The painter was born in Dornbirn."),
    ("The truck left Lodz on Monday and stopped in Poznan.", "The truck stopped in Poznan."),
    ("Two men were arrested in Split.", "A third man was arrested in Zadar."),
    ("The team trained in Leeds.", "The team played in Bradford."),
    ("He studied in Paris, then in Rome.", "He studied in Rome."),
    ("The virus was identified by researchers at the University of Aarhus.", "The virus was identified by Danish researchers."),
    ("The budget was audited by Kolm & Partners in 2019.", "The budget was audited by Reinholt Audit in 2021."),
    (
        "Arjun Mehl is coached by Viktor Stanek. He was coached by Lev Adamyan as a boy.",
        "Lev Adamyan coached Arjun Mehl when he was a boy. Stanek coaches him now.",
    ),
    (
        "The archive was designed by Otto Ludvig and rebuilt by Josef Hlavka.",
        "Josef Hlavka rebuilt the archive. Otto Ludvig had designed it.",
    ),
    ("The recall was ordered by the Consumer Safety Office.", "The recall was ordered by the authorities."),
    ("The levy was proposed by the Green party. The Liberal party supported it.", "Leyla Osman of the Liberal party supported the levy."),
    ("The first film was directed by Sofia Belk.", "The second film was directed by Marta Ionesco."),
    (
        "According to the Weather Service the storm was the strongest in 40 years.",
        "The wind reached 140 km/h, according to the Oceanographic Institute.",
    ),
    ("The court said the minister had lied.", "The opposition said the minister had lied."),
    ("Police found the knife. The dogs of a farmer found the bag.", "A farmer found the bag. The knife was found by police."),
    ("Firefighters rescued a boy from the roof.", "A neighbour rescued a boy from the pool."),
    (
        "The vaccine is made by Sarvos Pharma under licence from Medika Nord.",
        "Medika Nord developed the vaccine, which is made by Sarvos Pharma.",
    ),
    ("Hugo Lindt scored the first goal.", "Jonas Brek scored the second goal."),
    ("The mayor opened the fair.", "The fair was opened by Rita Solberg, the mayor."),
    ("The company was founded by two brothers.", "The company was founded by Hans and Karl Weidel."),
    ("The bridge was closed by the police on Monday.", "The highways agency will close the bridge for good in May."),
    ("The floodlights were turned off by the groundsman.", "The floodlights were turned off at ten."),
    ("A plumber spotted the leak in the kitchen.", "A schoolgirl spotted the leak in the street."),
    ("The licence was withdrawn by the Gambling Board.", "The regulator withdrew the licence."),
    ("The boy was pulled from the canal by a cyclist and a lorry driver.", "A lorry driver pulled the boy from the canal."),
    ("The amendment was tabled by Rosa Lindt.", "The amendment was supported by Karl Ost."),
    ("The first trophy was handed over by Lise Krag.", "The second trophy was handed over by Anton Vey."),
    ("The merger was criticised by the unions.", "The merger was criticised by the Competition Council."),
    ("The letter was signed by the mayor.", "The letter was signed by 40 teachers."),
    ("The fine was imposed by the authority.", "The fine was imposed by the data protection authority."),
    ("Smoke was spotted by a pilot. A farmer saw flames.", "The flames were seen by a farmer."),
    ("The roof was restored by a firm from Turin.", "The fresco was restored by the Vatican Museums."),
    ("Kell Brandt of the Labour Party welcomed the report.", "The report was welcomed by Mona Riis of the Liberal Party."),
]


def alarms(*texts: str) -> list[Finding]:
    found = checker.compare([(f"{k}.txt", text.encode()) for k, text in enumerate(texts)]).findings
    return [f for f in found if f.severity != "note"]


@pytest.mark.parametrize(("one", "other"), SO_AND_NOT_SO)
def test_what_is_so_and_not_so_is_an_alarm(one: str, other: str) -> None:
    assert "polarity" in {f.kind for f in alarms(one, other)}


@pytest.mark.parametrize(("one", "other"), TWO_PLACES)
def test_two_places_are_an_alarm(one: str, other: str) -> None:
    assert "place" in {f.kind for f in alarms(one, other)}


@pytest.mark.parametrize(("one", "other"), TWO_DOERS)
def test_two_doers_are_an_alarm(one: str, other: str) -> None:
    assert {"attribution", "organization"} & {f.kind for f in alarms(one, other)}


@pytest.mark.parametrize(("one", "other"), BOTH_RIGHT)
def test_where_both_are_right_is_silence(one: str, other: str) -> None:
    assert not {"polarity", "place", "attribution", "organization"} & {f.kind for f in alarms(one, other)}
