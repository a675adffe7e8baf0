"""What an ordinal without a noun and a number behind a place or a parent answer, and senses that a word has only beside others."""

from __future__ import annotations

import pytest

import checker

NAMED = [
    ("The crew has sailed for the second time, officials said.", "ordinal", ["sail"]),
    ("Trains ran through the valley for the first time since 1969.", "ordinal", ["run"]),
    ("It was the second time this year that a guard had been hurt in the prison.", "ordinal", ["injure"]),
    ("It was the rocket's third flight. The first ended in failure.", "ordinal", ["flight", "flight"]),
    ("Her cat went missing for the second time as a gang raided the house.", "ordinal", ["go-missing"]),
    ("Kai Holm finished third in the race.", "ordinal", ["rank"]),
    ("The fair is held in Lundby, a town of about 35,000.", "count", ["population"]),
    ("The helicopter landed on the island, home to 1,200 people, at noon.", "count", ["population"]),
    ("The driver, a father of two, was unhurt.", "count", ["child"]),
    ("Mother of 13 Ada Holm was shot on Friday.", "count", ["child"]),
    ("A storm in the port of Lundby killed three people.", "count", ["die"]),
    ("Three houses were gutted and 14 homes were hit.", "count", ["burn", "hit"]),
    ("Seven fire engines were lined up beside the runway.", "count", ["line"]),
    ("About one job in ten will disappear at the group.", "percent", ["lay-off"]),
    ("The bank has a 3 percent goal for inflation.", "percent", ["goal"]),
    ("The budget does not pass 3.4 million euros.", "money", ["budget"]),
]


@pytest.mark.parametrize(("text", "kind", "asks"), NAMED, ids=[f"{n[1]}: {n[0]}" for n in NAMED])
def test_a_number_answers_what_its_clause_says(text: str, kind: str, asks: list[str]) -> None:
    readings = checker.facts([("a.txt", f"{text}\n".encode())]).readings
    assert [r.question.asks for r in readings if r.question.kind == kind] == asks
