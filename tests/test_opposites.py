"""Opposite states, plain denials and what is not to come: what cannot both be so of one person, thing or story."""

from __future__ import annotations

import pytest

from checker import language, story
from checker.align.polarity import absences, denials, opposites, poles
from checker.config import Config
from checker.ingest import read
from checker.model import Topic


def alarms(*texts: str) -> list[Topic]:
    reports = [read(f"{k}.txt", text.encode()) for k, text in enumerate(texts)]
    told = story.understand(reports, language.parse(reports, Config().pipeline))
    denied = (*denials.topics(told.documents, told.happenings), *absences.topics(told.documents, told.happenings))
    found = opposites.unless_denied(denied, opposites.topics(told.documents, told.happenings, told.cards))
    return [t for t in found if t.verdict == "conflict" and t.tier != "note"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A watchman of 58 hid in a cupboard and came to no harm when burglars broke into the Arnfeld gallery.",
            "Night watchman Olaf Brenner, 58, was beaten by the burglars at the Arnfeld gallery. He was kept in hospital overnight.",
        ),
        ("The driver of the coach escaped without a scratch.", "The driver of the coach was treated in hospital for a broken wrist."),
        ("All of the passengers were unhurt after the tram left the rails.", "Three passengers were injured when the tram left the rails."),
        ("The hostages said they had been well treated.", "The hostages were beaten with rifle butts on the first night."),
        ("The pilot, Ruth Calloway, survived the crash.", "The pilot, Ruth Calloway, died in the crash."),
        ("The stained glass of the church was left intact by the storm.", "The storm smashed the stained glass of the church."),
        ("The archive was not damaged by the fire, the town said.", "The fire destroyed the archive, which held letters from 1642."),
        (
            "The siege ended without a shot being fired.",
            "Commandos opened fire as they stormed the embassy and the siege was over in a minute.",
        ),
        ("The suspect gave himself up without a struggle.", "The suspect was overpowered after a struggle with two officers."),
        ("The fugitive put up no resistance when police came.", "The fugitive fought with the police before he was handcuffed."),
        (
            "The council approved the tram line unanimously on Tuesday.",
            "The council approved the tram line on Tuesday, with four members voting against.",
        ),
        ("The jury's verdict was unanimous.", "The jury convicted her by a majority of ten to two."),
        ("The captain had no licence for ships of that size.", "The captain was licensed for ships of that size."),
        ("Ilona Varga turned down the job of finance minister on Monday.", "Ilona Varga accepted the post of finance minister on Monday."),
        ("The union rejected the offer of arbitration by the Labour Court.", "The union agreed to arbitration by the Labour Court."),
        ("Peter Lindgren will appeal, his lawyer said.", "Peter Lindgren will not appeal and accepts the verdict, his lawyer said."),
        ("Lindgren's lawyers said they would lodge an appeal.", "There will be no appeal, Lindgren's lawyers said."),
        ("The company's profit target of 40 million euros remains in place.", "The company dropped its profit target of 40 million euros."),
        ("The ban on parking in the old town stays in force.", "The ban on parking in the old town has been lifted."),
        ("The power plant at Lim was shut down after the quake.", "The power plant at Lim kept running through the quake."),
        ("Nobody was aboard the trawler when it sank.", "The trawler sank with its crew of four, who were picked up by a helicopter."),
        ("No group has claimed responsibility for the bombing.", "The Red Dawn group said it had carried out the bombing."),
        ("All five ministers signed the charter, including Iceland's.", "Iceland left the conference without signing the charter."),
        ("The lorry did not stop after the collision.", "The lorry stopped and its driver called an ambulance."),
        ("Police said the dead man was unarmed.", "The dead man had a knife in his hand, police said."),
        ("No warning was given before the dam was opened.", "Sirens sounded an hour before the dam was opened."),
        ("The driver was sober, a breath test showed.", "The driver was drunk, a breath test showed."),
        ("The cyclist wore no helmet.", "The cyclist was wearing a helmet."),
        ("No jobs will be lost in the merger, the companies said.", "The merger will cost 300 jobs, the companies said."),
        ("The talks broke up without agreement on Friday night.", "The two sides struck a deal on Friday night."),
        ("The bridge was finished on schedule.", "The bridge was completed a year behind schedule."),
        (
            "Lim City finished with ten men after Marko Heller saw red in the 70th minute.",
            "Marko Heller escaped with a booking and Lim City kept eleven men on the pitch.",
        ),
        (
            "\"I will not be running again,\" Mayor Ruth Calloway said after the vote.",
            "\"I'll stand again in four years,\" Mayor Ruth Calloway said after the vote.",
        ),
        ("There will be no inquiry into the collapse, the minister said.", "The minister ordered an inquiry into the collapse."),
        ("Parliament approved the pension bill on Thursday.", "Parliament voted down the pension bill on Thursday."),
        ("The tenants had never been asked to leave.", "The residents were told to move out in May."),
        ("The airbags did not open in the crash.", "The airbags deployed in the crash, which saved both women."),
        ("Shares in Tarvos rose 4.2 percent on Monday.", "Tarvos shares fell 4.2 percent on Monday."),
        ("Production at the Lim plant resumed on Monday.", "Production at the Lim plant stayed suspended on Monday."),
        ("The dog was found alive.", "The dog was dead when it was found."),
        ("The meeting was open to the public.", "The meeting was held behind closed doors."),
        ("The painting is genuine, the museum said.", "The painting is a forgery, the museum said."),
        (
            "The toddler was pulled from the well without so much as a bruise.",
            "The toddler pulled from the well has two broken ribs, doctors said.",
        ),
        ("The co-pilot walked away from the wreck unhurt.", "The co-pilot was flown to a burns unit in Lim with injuries to his face."),
        ("Both climbers are in good shape, the rescue team said.", "Both climbers lost toes to frostbite."),
        ("The lion was killed by rangers on Sunday.", "The lion was tranquilised and taken back to the zoo alive."),
        ("The victim, Marta Olsen, died at the scene.", "Marta Olsen is in a stable condition in hospital after the attack."),
        ("Lindgren was led away in handcuffs.", "Lindgren walked out of the courthouse a free man."),
        ("The lighthouse was spared by the flames.", "The flames gutted the lighthouse."),
        ("The cargo was saved.", "The cargo went down with the ship."),
        ("The frescoes were untouched by the water.", "The water ruined the frescoes."),
        ("Soldiers did not fire a single round.", "Soldiers shot at the crowd."),
        ("The gang surrendered without resistance.", "The gang was arrested after a gun battle."),
        ("The demonstration passed off peacefully.", "The demonstration ended in clashes with riot police."),
        ("There was no violence at the march.", "Stones and bottles were thrown at the march and police used tear gas."),
        ("All 12 judges agreed.", "Three of the 12 judges dissented."),
        ("The motion was carried by acclamation.", "The motion was carried by 14 votes to nine."),
        ("The farm was not covered by insurance.", "The farmer's insurance will pay for the barn."),
        ("The board has accepted the bid from Tarvos.", "The board has thrown out the bid from Tarvos."),
        ("The ministry granted the request for asylum.", "The ministry refused the request for asylum."),
        ("The defence does not plan to appeal.", "The defence has already lodged an appeal."),
        ("The dividend forecast was confirmed.", "The dividend forecast was withdrawn."),
        ("The curfew remains in effect.", "The curfew was lifted on Tuesday."),
        ("The airport stayed open throughout the storm.", "The airport was closed by the storm."),
        ("Lessons continued as usual.", "Lessons were cancelled."),
        ("The plane was carrying no passengers.", "Nine passengers were on board the plane."),
        ("The lorry driver fled the scene.", "The lorry driver stayed at the scene and helped the injured."),
        ("The man was carrying a pistol.", "The man had no weapon on him."),
        ("The villagers were given no warning.", "The villagers had been warned two hours before."),
        ("The fire alarm did not go off.", "The fire alarm woke the guests."),
        ("The skipper had been drinking.", "Tests showed that the skipper had not been drinking."),
        ("All staff will keep their jobs.", "The takeover will cost 400 jobs."),
        ("The summit ended without a joint statement.", "Leaders adopted a joint statement at the end of the summit."),
        ("The tunnel opened on time.", "The tunnel opened three years late."),
        ("The arena came in under budget.", "The arena cost 40 million euros more than planned."),
        ("Okafor was shown a straight red card.", "Okafor was lucky to get away with a yellow card."),
        ("The goal was allowed to stand.", "The goal was disallowed."),
        ("Berg said she would defend her title next year.", "Berg said she would retire after the race."),
        ("The president attended the funeral.", "The president was absent from the funeral."),
        ("The parachute failed to open.", "The parachute opened normally."),
        ("The gate had been left unlocked.", "The gate was locked."),
        ("The pilot was asleep.", "The pilot was awake."),
        ("Lopez has no previous convictions.", "Lopez has a long criminal record."),
        ("The race was run in bright sunshine.", "The race was run in pouring rain."),
        ("The water is fit to drink.", "The water is not safe to drink."),
        ("The rover landed safely on the Moon.", "The rover crashed on the Moon."),
        ("The tumour had shrunk.", "The tumour had grown."),
        ("The strike will go ahead on Friday.", "The strike has been called off."),
        ("The bridge was open to traffic.", "The bridge was closed to traffic."),
        ("The painting was recovered.", "The painting has not been found."),
        ("The company apologised to passengers.", "The company refused to apologise."),
        ("The couple have two children.", "The couple have no children."),
        ("He acted alone, prosecutors said.", "He had two accomplices, prosecutors said."),
        ("The crossing has barriers.", "The crossing has no barriers."),
        ("The plane was serviced the day before.", "The plane had not been serviced for a year."),
        (
            "Two thieves broke into the Arnfeld museum on Sunday. A guard aged 51 hid in a cellar and was not harmed.",
            "Guard Peter Ostrow was stabbed in the arm by the thieves in the Arnfeld museum on Sunday.",
        ),
        (
            "The Greenfield library will remain open, the council decided on Tuesday.",
            "The council voted on Tuesday to close Greenfield library in March.",
        ),
        ("Mayor Ruth Calloway said the old town hall would be kept.", "The old town hall will be torn down, Mayor Ruth Calloway said."),
        ("Tarvos said its factory in Lim was not affected by the fire.", "The fire destroyed the Tarvos factory in Lim."),
        ("Nurses at the Arnfeld hospital voted to accept the pay offer.", "Nurses at the Arnfeld hospital voted against the pay offer."),
        ("The prime minister has ruled out early elections.", "The prime minister is planning early elections in May."),
        ("Parliament's speaker apologised to the deputy.", "The speaker did not apologise to the deputy."),
        ("The committee was told that the brakes had been checked.", "The brakes had not been checked, the committee heard."),
        ("The dog, a collie called Bess, was found alive under the rubble.", "Bess, a collie, died under the rubble."),
        ("No charges will be brought against the teacher.", "The teacher will be charged with assault, prosecutors said."),
        ("The ship's owner refused to pay for the clean-up.", "The ship's owner agreed to pay for the clean-up."),
        ("The rescue helicopter could not take off because of fog.", "The rescue helicopter took off at nine and flew to the hut."),
        ("The vaccine trial will continue.", "The vaccine trial has been halted."),
        ("The crew ignored the warning.", "The crew heeded the warning."),
        ("Residents were consulted about the plan.", "Residents were not consulted about the plan."),
        ("The painting will be returned to the family.", "The painting will stay in the museum."),
        ("Calloway will stand for a second term.", "Calloway will not stand for a second term."),
        ("The bank reported a profit.", "The bank made a loss."),
        ("The champion will not defend his title in Lim.", "The champion announced that he will be in Lim next year to defend his title."),
        ("The ministry denied that the talks had broken down.", "The talks have broken down."),
        ("The trial was adjourned.", "The trial went ahead as planned."),
        ("The actor made a full recovery.", "The actor never recovered from his injuries."),
        ("The skipper was wearing a life jacket.", "The skipper had no life jacket."),
        ("Opposition deputies took part in the vote.", "Opposition deputies boycotted the vote."),
        ("The company will move its headquarters to Lim.", "The company's headquarters will stay in Arnfeld."),
        ("The levee held.", "The levee broke."),
        ("The drought has not affected the wine harvest.", "The drought ruined the wine harvest."),
        ("Heller was sacked.", "Heller left of his own accord."),
        ("Berg was cleared of doping.", "Berg was found guilty of doping."),
        ("The test was a success, the army said.", "The test failed, the army said."),
        ("The school had been inspected in May.", "The school had never been inspected."),
        ("The tower was completed on schedule.", "The tower was finished two years late."),
        ("There was no sign of a struggle in the flat.", "The flat showed signs of a violent struggle."),
        ("The chapel is open to visitors.", "The chapel is closed to visitors."),
        ("The price of bread will not rise.", "The price of bread will go up by a tenth."),
        ("The prince was present at the ceremony.", "The prince stayed away from the ceremony."),
        ("Greta Olsen was conscious when the ambulance came.", "Greta Olsen was unconscious when the ambulance came."),
        ("The club accepted the fine.", "The club will contest the fine."),
        ("The elections were postponed.", "The elections will be held on Sunday as planned."),
        ("The council has dropped the idea of a toll.", "The council wants to introduce a toll next year."),
    ],
)
def test_what_cannot_both_be_so(one: str, other: str) -> None:
    for texts in ((one, other), (other, one)):
        assert alarms(*texts), texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("One of the two drivers was unhurt.", "The other driver was taken to hospital."),
        ("No one was seriously hurt in the fire.", "Three people were treated for smoke in the fire."),
        ("Some passengers were unhurt.", "Other passengers were injured."),
        ("The school was closed on Monday and opened again on Wednesday.", "The school was open on Wednesday."),
        ("Peter Lindgren was arrested on Monday and released on Tuesday.", "Peter Lindgren was in custody on Monday night."),
        ("The council rejected the first offer in May.", "The council accepted the second offer in June."),
        (
            "The gunman opened fire in the bowling hall. The suspect was arrested at home without a shot being fired.",
            "Fourteen shots were fired in the hall.",
        ),
        ("The driver was unhurt. The passenger was killed.", "The passenger of the lorry was killed. Its driver was not injured."),
        ("The hostages were unharmed when they were freed.", "One hostage was beaten in the first week."),
        ("Ilona Varga refused the post in 2019.", "Ilona Varga accepted the post on Monday."),
        ("The union said the driver was unharmed.", "The driver's wife was treated for shock."),
        ("If he is convicted, Peter Lindgren will appeal.", "Peter Lindgren will not appeal."),
        ("Was the warehouse insured? The owner did not say.", "The warehouse was not insured."),
        ("The north bridge was destroyed.", "The south bridge was left intact."),
        ("The house was destroyed, but the barn was untouched.", "The house burned down."),
        ("No shots were fired on Monday.", "Shots were fired at the patrol on Saturday."),
        ("Two of the five ministers signed the charter.", "Three ministers left without signing the charter."),
        ("He was in critical condition in hospital on Monday.", "He died in hospital on Wednesday."),
        ("The museum is free on Wednesdays.", "Adults pay 8 euros."),
        ("The bank's profit rose in the third quarter.", "The bank's profit fell in the first nine months."),
        ("Shares opened lower but closed up 2 percent.", "Shares rose 2 percent."),
        ("Shares fell at first.", "Shares ended higher."),
        ("No arrests have been made so far.", "Two men were arrested on Tuesday evening."),
        ("No one has claimed responsibility yet, police said on Monday.", "On Wednesday a group called Red Dawn claimed responsibility."),
        (
            "The vote on the budget was unanimous. The pension bill passed with four votes against.",
            "The pension bill passed by 30 votes to four.",
        ),
        ("The talks broke up without agreement on Friday.", "The two sides struck a deal on Sunday."),
        ("The owner says the ship was insured.", "The insurer says the ship was not insured."),
        ("The road to Lim is closed.", "The road to Arnfeld is open."),
        ("The dam at Lim was opened without warning in 1998.", "Sirens sounded before the dam at Lim was opened on Monday."),
        ("The cook was hurt. The rest of the crew were unharmed.", "The cook of the trawler was hurt."),
        ("Her husband survived the crash.", "Anna Berg, 41, died in the crash."),
        ("The school has never been closed.", "The school could close next year."),
        ("Police were not armed at the time, a witness said.", "Two armed men ran from the bank."),
        ("The court upheld the fine but overturned the ban.", "The court overturned the ban."),
        (
            "The company had rejected a bid of 20 million euros before it accepted one of 25 million.",
            "The company accepted a bid of 25 million euros.",
        ),
        ("The stadium was not damaged in the quake.", "The quake damaged 40 houses."),
        ("Passengers were not allowed to leave the plane for three hours.", "Passengers left the plane by the stairs."),
        ("Nobody on the train was hurt.", "The driver of the car was killed."),
        ("He was not wearing a helmet when he was hit, but his wife was.", "The woman wore a helmet."),
        ("Maria Lopez was cleared of fraud. Her brother was convicted.", "The court convicted Juan Lopez of fraud."),
        ("The rescue team said the two climbers were in good shape.", "A climber from another team lost toes to frostbite."),
        ("The hotel was closed for the season.", "The hotel is open from May to October."),
        ("The company rejected the union's first demand.", "The company accepted the union's second demand."),
        ("The plane took off without a hitch.", "The plane's left engine failed over the sea."),
        ("The bill passed the lower house.", "The bill was defeated in the upper house."),
        ("Lim won the first leg but were knocked out.", "Lim were eliminated on away goals."),
        ("Two men were released without charge.", "A third man is in custody."),
        ("The ship's captain was sober; the pilot was drunk.", "The harbour pilot was drunk."),
        ("Five houses were destroyed.", "Forty houses were damaged, and the church was left intact."),
        ("The old bridge was closed, the new bridge is open.", "The new bridge is open to traffic."),
        ("The strike at Lim was called off.", "The strike at Arnfeld will go ahead."),
        ("Heller was cleared of murder but found guilty of theft.", "Heller was found guilty of theft."),
        ("The dog was unhurt.", "The cat was killed."),
        ("The man was unarmed when police found him.", "The man had earlier pulled a knife on a shopkeeper."),
        ("The minister denied that the dam was unsafe.", "Engineers said the dam was unsafe."),
        ("Trains were running normally again on Tuesday.", "No trains ran on Monday."),
        ("The talks ended without a deal on wages.", "The two sides reached a deal on pensions."),
        ("It was not clear whether the house was insured.", "The house was insured."),
        ("The court may overturn the verdict.", "The court upheld the verdict."),
        ("Opposition leaders boycotted the ceremony.", "Ministers attended the ceremony."),
        ("The suspect, who was armed, was shot dead by police.", "The victim was unarmed."),
        ("Shares in Tarvos rose 4 percent.", "Shares in Brandel fell 4 percent."),
        ("The warning was issued at noon in Lim.", "Villagers in Arnfeld said they had had no warning."),
        ("The crew survived, but the captain died.", "The captain died."),
        ("A passenger was injured when the bus braked. The driver was unhurt.", "The bus driver was not injured."),
        ("The patient tested negative on Monday and positive on Thursday.", "The patient tested positive."),
        ("The first launch failed.", "The second launch was a success."),
        ("He is to appeal against the sentence, but not the conviction.", "He will not appeal against the conviction."),
        ("Police have not ruled out arson.", "An electrical fault caused the fire, the owner said."),
        ("Demonstrators had been peaceful until noon.", "In the evening the demonstrators threw stones."),
        ("Heller was unhurt. His brother Jonas, 44, broke both legs.", "Jonas Heller broke both legs in the crash."),
        ("The Lim library will remain open.", "The council voted to close the Arnfeld library."),
        ("The firm has not paid the second instalment.", "The firm paid the first instalment in May."),
        ("Rescuers had not reached the miners by Sunday night.", "Rescuers reached the miners on Tuesday."),
        ("The club did not renew the contract of its goalkeeper.", "The club renewed the contract of its coach."),
        ("He said he was not sorry.", "Her mother said she was sorry."),
        ("The north gate was locked.", "The south gate was not locked."),
        ("Doctors did not operate on the girl.", "Doctors operated on the boy for six hours."),
        ("The ferry did not sail on Monday.", "The ferry sailed on Tuesday."),
        ("The bank does not expect a loss this year.", "The bank made a loss last year."),
        ("The mayor was not at the meeting in Lim.", "The mayor was at the meeting in Arnfeld."),
        ("The miners had no lamps.", "The rescuers had lamps and ropes."),
        ("The government has no plan to raise taxes.", "The opposition has a plan to cut taxes."),
        ("The company has not named a price.", "The company named a new chief executive."),
        ("The witness did not see the driver.", "The witness saw a red car."),
        ("No one in the house was hurt.", "Three firefighters were treated for burns."),
        ("The alarm in the north wing did not ring.", "The alarm in the south wing rang at once."),
        ("The company will move its factory to Lim.", "The company's headquarters will stay in Arnfeld."),
        ("Police found no drugs in the house.", "Police found drugs in the car."),
        ("The minister did not meet the rebels.", "The minister met the families."),
        ("The price of bread will not rise.", "The price of milk will rise."),
        ("The first test failed.", "The second test was a success."),
        ("Flights from Lim were cancelled.", "Flights from Arnfeld were not affected."),
        ("The captain was unhurt. A sailor broke his arm.", "A sailor broke his arm when the ship hit the pier."),
        ("Berg was cleared of doping in 2018.", "Berg was found guilty of doping on Monday."),
        ("The club accepted the fine but will contest the ban.", "The club will contest the ban."),
        ("The opposition leader boycotted the debate.", "The prime minister took part in the debate."),
        ("The trial was adjourned until Monday.", "The trial resumed on Monday."),
        ("The unions oppose the bill.", "Employers support the bill."),
        ("The old school was closed in May.", "The new school is open."),
    ],
)
def test_what_can_both_be_so_is_no_alarm(one: str, other: str) -> None:
    assert alarms(one, other) == []
    assert alarms(other, one) == []


def test_all_reports_of_one_matter_stand_in_one_finding() -> None:
    found = alarms(
        "The guard was unhurt, police said.",
        "The guard was beaten by the thieves.",
        "The guard came to no harm in the raid.",
    )
    assert [[(side.span.source, side.value) for side in topic.sides] for topic in found] == [
        [(0, "denied"), (1, "affirmed"), (2, "denied")]
    ]


def test_a_report_that_tells_both_poles_tells_of_a_change() -> None:
    assert alarms("The road was closed at noon and reopened at six.", "The road stayed closed all day.") == []


def test_two_parties_may_differ() -> None:
    reports = ("The owner says the ship was insured.", "The insurer says the ship was not insured.")
    assert alarms(*reports) == []


SCALES = {name: entry for name, entry in poles.table().items() if isinstance(entry, dict) and "says" in entry}


@pytest.mark.parametrize("name", SCALES)
def test_a_scale_says_what_it_asks_and_has_no_phrase_on_both_poles(name: str) -> None:
    entry = SCALES[name]
    assert entry["says"].startswith("whether ")
    assert entry["source"]
    yes, no = ({line for key in (pole, f"{pole}_to") for line in entry.get(key, ())} for pole in ("yes", "no"))
    assert yes
    assert not yes & no
