"""Concepts: the files are well formed, and words and phrases reach their concept."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from checker import concepts, ingest, language
from checker.concepts.reading import head_of
from checker.config import read_config
from checker.errors import ConfigError
from checker.model import Document
from checker.story import understand_story

KINDS = {"money", "percent", "measure", "count", "duration", "date", "time", "age", "ordinal"}


def read(text: str) -> Document:
    return language.parse([ingest.read("a.txt", text.encode())])[0]


def named(text: str) -> dict[str, str]:
    document, known = read(text), concepts.load()
    found = ((token.lower, known.predicate(document, token.i)) for token in document.tokens)
    return {word: concept for word, concept in found if concept}


@pytest.mark.parametrize(
    ("text", "word", "concept"),
    [
        ("The storm claimed the lives of 14 villagers.", "claimed", "die"),
        ("Nine miners lost their lives.", "lost", "die"),
        ("The death toll rose to 31.", "toll", "die"),
        ("Three hikers are still missing.", "missing", "go-missing"),
        ("A cargo ship ran aground off the coast.", "ran", "run-aground"),
        ("Crews put the fire out by noon.", "put", "extinguish"),
        ("The company put out a statement.", "put", "publish"),
        ("The accord comes into force in May.", "comes", "take-effect"),
        ("Both ministers put their names to the accord.", "put", "sign"),
        ("The former mayor walked free from court.", "walked", "free"),
        ("The jury cleared him of fraud.", "cleared", "acquit"),
        ("Shares fell 3 percent.", "fell", "fall-number"),
        ("The climber fell from a cliff.", "fell", "fall"),
        ("The company released its report.", "released", "publish"),
        ("Police released the man.", "released", "free"),
        ("The two leaders will sign the treaty.", "sign", "sign"),
        ("The club will sign the striker.", "sign", "hire"),
        ("The ceremony took place at noon.", "took", "go-ahead"),
        ("He was sent off in the 60th minute.", "sent", "send-off"),
        ("Officials held two-hour talks on Tuesday.", "held", "meet"),
        ("Some 20 homes were without power.", "power", "lose-power"),
        ("The stabbing shocked the town.", "stabbing", "stab"),
    ],
)
def test_words_and_phrases_reach_their_concept(text: str, word: str, concept: str) -> None:
    assert named(text).get(word) == concept


def test_a_particle_is_not_a_predicate() -> None:
    assert "up" not in named("The council gave up its plan.")


def test_a_month_is_no_march() -> None:
    assert "march" not in named("The bridge opened in March.")


def test_opposites_entailments_and_subsets_name_entries() -> None:
    known = concepts.load()
    for concept in known.all.values():
        assert concept.source
        assert concept.opposite is None or concept.opposite in known.all, concept.id
        assert set(concept.entails) <= set(known.all), concept.id
    for counted in known.classes.values():
        assert counted.source
        assert set(counted.subset_of) <= set(known.classes), counted.id
    for quantity in known.quantities.values():
        assert quantity.source
        assert set(quantity.kinds) <= KINDS, quantity.id


def test_no_phrase_stands_in_two_concepts() -> None:
    known = concepts.load()
    words = Counter(
        (family, word)
        for c in known.all.values()
        for family, listed in (("verb", {*c.verbs, *c.causes}), ("noun", set(c.nouns)), ("adjective", set(c.adjectives)))
        for word in listed
    )
    assert [entry for entry, times in words.items() if times > 1] == []


def test_a_running_tally_is_marked() -> None:
    known = concepts.load()
    running = {c.id for c in known.all.values() if c.running}
    assert {"die", "injure", "go-missing", "evacuate", "displace", "cancel", "lose-power", "infect", "damage"} <= running
    assert "marry" not in running


def test_opposite_goes_both_ways() -> None:
    known = concepts.load()
    assert known.opposite("arrest", "free") and known.opposite("free", "arrest")
    assert not known.opposite("arrest", "die")


def test_counted_classes_and_their_subsets() -> None:
    known = concepts.load()
    assert known.counted("home") == known.counted("dwelling") == "house"
    assert known.counted("troop") == known.counted("soldier")
    assert known.counted("widget") == "widget"
    assert known.subset("soldier", "person") and known.subset("helicopter", "aircraft")
    assert not known.subset("person", "soldier")


def test_quantities_take_their_longest_name() -> None:
    document, known = read("Net profit rose while profit before tax fell."), concepts.load()
    found = [known.quantity_at(document, t.i) for t in document.tokens if t.lower == "profit"]
    assert found == ["net-profit", "profit"]
    assert known.quantity("asking price") == "price"
    damages = read("The court awarded damages of 2 million euros. Damage was put at 9 million euros.")
    assert [q for t in damages.tokens if (q := known.quantity_at(damages, t.i)) in ("damage", "compensation")] == ["compensation", "damage"]
    assert known.quantity("banana") is None


def test_the_head_of_a_phrase() -> None:
    lists = {"vessels": ("ship", "boat")}
    assert head_of("loss of life", "noun", lists) == ("loss", (frozenset({"of"}), frozenset({"life"})))
    assert head_of("death toll", "noun", lists)[0] == "toll"
    assert head_of("in custody", "adjective", lists)[0] == "custody"
    assert head_of("sink $vessels", "verb", lists) == ("sink", (frozenset({"ship", "boat"}),))


def test_a_newsroom_adds_words_and_concepts(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(
        '[die]\nverbs = ["croak"]\nsource = "house list"\n\n[graffiti]\nverbs = ["tag"]\nsource = "house list"\n', encoding="utf-8"
    )
    known = concepts.load(tmp_path)
    assert known.by_word("croak", "verb") == "die"
    assert known.by_word("perish", "verb") == "die"
    assert known.by_word("tag", "verb") == "graffiti"
    assert concepts.load().by_word("croak", "verb") is None


def test_a_story_is_read_with_the_concepts_its_config_names(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "ours.toml").write_text('[die]\nverbs = ["croak"]\nsource = "house list"\n', encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text('concepts = "ours"\n', encoding="utf-8")
    config = read_config(tmp_path / "factcheck.toml")
    sources = [("a.txt", b"Police in Varna said 14 people croaked in the fire.\n")]
    asked = [r.question.asks for r in understand_story(sources, config).readings if r.fact.kind == "count"]
    assert asked == ["die"]
    assert [r.question.asks for r in understand_story(sources).readings if r.fact.kind == "count"] == ["croak"]


def test_a_folder_of_concepts_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('quotes = "plain"\nconcepts = "ours"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"factcheck.toml:2: concepts must be the name of a folder"):
        read_config(tmp_path / "factcheck.toml")


def test_an_unknown_key_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('[graffiti]\nverb = ["tag"]\nsource = "house list"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"ours.toml:1: entry 'graffiti' has a key 'verb'.*Did you mean 'verbs'\?"):
        concepts.load(tmp_path)


def test_an_entry_without_a_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('[graffiti]\nverbs = ["tag"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="says no source"):
        concepts.load(tmp_path)
