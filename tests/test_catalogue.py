"""Rule files: what is read, what is refused and in which words, what `explain` says."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from checker import catalogue
from checker.config import Config, read_config
from checker.errors import ConfigError, RuleError
from checker.rulefile import EXAMPLE_KEYS, PLACEHOLDERS, RULE_KEYS, rule_of

GOOD = '''code       = "OWN01"
name       = "length-differs"
severity   = "error"
confidence = "high"
compare    = "duration"
levels     = ["differs"]
message    = "{topic}: {values_by_source}"
why = """Two reports give
different lengths.

A length is fixed when the thing ends."""
do  = "Ask who held the watch."
[tolerance]
relative = 0.1
[[example]]
title  = "an hour apart"
expect = "conflict"
severity = "error"
texts  = ["The talks took two hours.", "The talks took three hours."]
[[example]]
title  = "minutes and hours"
expect = "agree"
labels = ["Agency", ""]
texts  = ["The talks took 120 minutes.", "The talks took two hours."]
'''


def folder_with(tmp_path: Path, text: str, name: str = "own01-length-differs.toml") -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def own(rules: tuple[catalogue.Rule, ...]) -> catalogue.Rule:
    return next(r for r in rules if r.own)


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    rule = own(catalogue.read([folder_with(tmp_path, GOOD)]))
    assert (rule.code, rule.name, rule.comparator, rule.levels) == ("OWN01", "length-differs", "duration", ("differs",))
    assert rule.tolerances == {"relative": 0.1}
    assert [e.expect for e in rule.examples] == ["conflict", "agree"]
    assert rule.examples[1].labels == ("Agency", "")
    assert not rule.one_report


REFUSED = [
    ('severity   = "error"', 'severity   = "fatal"', 3, "`severity` must be one of error, warning, note."),
    ('severity   = "error"', 'severity   = "eror"', 3, "Did you mean 'error'?"),
    ('confidence = "high"', 'confidance = "high"', 4, "There is no key 'confidance' here. Did you mean 'confidence'?"),
    ('{values_by_source}"', '{values_by_sources}"', 7, "There is no placeholder {values_by_sources}. Did you mean 'values_by_source'?"),
    ('expect = "agree"', 'expect = "agrees"', 22, "Did you mean 'agree'?"),
    ('expect = "agree"', 'expect = "conflict"', 1, "A rule needs an example that it raises"),
    ('labels = ["Agency", ""]', 'labels = ["Agency"]', 23, "`labels` must have one entry a text: 2, not 1."),
    ('labels = ["Agency", ""]', 'formats = ["txt", "htm"]', 23, "There is no format 'htm'. Did you mean 'html'?"),
    ("relative = 0.1", 'relative = "0.1"', 14, "must be a number"),
    ('do  = "Ask who held the watch."', "", 1, "The key `do` is missing."),
    ('levels     = ["differs"]', 'levels     = "differs"', 6, "must be a list of texts"),
    ('levels     = ["differs"]', 'levels     = ["differs"', 7, "This is not TOML"),
    ('compare    = "duration"', "", 1, "either `compare`"),
    ('code       = "OWN01"', 'code       = "OWN02"', 1, "must be called own02-length-differs.toml"),
    ('code       = "OWN01"', 'code       = "own1"', 1, "`code` must be three capital letters and two digits"),
]


@pytest.mark.parametrize(("was", "becomes", "line", "sentence"), REFUSED)
def test_a_refusal_says_file_line_and_what_was_meant(tmp_path: Path, was: str, becomes: str, line: int, sentence: str) -> None:
    assert was in GOOD
    # the last place, so that it is the second example whose key is changed
    text = becomes.join(GOOD.rsplit(was, 1))
    if "severity" in was or "compare" in was:
        text = GOOD.replace(was, becomes, 1)
    with pytest.raises(RuleError) as refused:
        catalogue.read([folder_with(tmp_path, text)])
    assert str(refused.value).startswith(f"{tmp_path / 'own01-length-differs.toml'}:{line}: ")
    assert sentence in str(refused.value)


def test_two_own_rules_may_not_take_one_level(tmp_path: Path) -> None:
    folder_with(tmp_path, GOOD)
    folder_with(tmp_path, GOOD.replace("OWN01", "OWN02").replace("length-differs", "span-differs"), "own02-span-differs.toml")
    with pytest.raises(RuleError, match=r"The level 'differs' of 'duration' is taken by .*own01"):
        catalogue.read([tmp_path])


def test_two_rules_may_not_have_one_name(tmp_path: Path) -> None:
    folder_with(tmp_path, GOOD)
    folder_with(tmp_path, GOOD.replace("OWN01", "OWN02").replace('"differs"', '"other"'), "own02-length-differs.toml")
    with pytest.raises(RuleError, match="The name 'length-differs' is taken"):
        catalogue.read([tmp_path])


def test_an_own_rule_takes_a_level_over(tmp_path: Path) -> None:
    rules = catalogue.read([folder_with(tmp_path, GOOD)])
    assert catalogue.rules_by_level(rules)["duration", "differs"].code == "OWN01"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="does not exist"):
        catalogue.read([tmp_path / "nowhere"])


def test_explain_tells_why_what_to_do_and_the_examples(tmp_path: Path) -> None:
    said = catalogue.explain("own01", [folder_with(tmp_path, GOOD)])
    assert said == catalogue.explain("length-differs", [tmp_path])
    assert said.splitlines()[0] == "OWN01 length-differs"
    assert "Two reports give different lengths.\n\nA length is fixed when the thing ends." in said
    assert "  Ask who held the watch." in said
    assert "raised: an hour apart\n    A: The talks took two hours.\n    B: The talks took three hours." in said
    assert "not raised: minutes and hours\n    Agency: The talks took 120 minutes." in said


def test_a_code_that_is_not_there_is_refused_with_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"There is no rule 'length-difers'\. Did you mean 'length-differs'\?"):
        catalogue.explain("length-difers", [folder_with(tmp_path, GOOD)])


def test_explain_loads_neither_spacy_nor_polars(tmp_path: Path) -> None:
    program = "import sys\nfrom checker import catalogue\ncatalogue.explain('OWN01', [sys.argv[1]])\n"
    program += "print(sorted({'spacy', 'polars'} & set(sys.modules)))"
    folder = str(folder_with(tmp_path, GOOD))
    done = subprocess.run([sys.executable, "-P", "-c", program, folder], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_shipped_rules_take_every_conflict_and_only_levels_that_exist() -> None:
    rules = catalogue.load()
    catalogue.refuse_unknown_levels(rules)
    assert catalogue.unclaimed(rules) == ()


@pytest.fixture
def _duration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "comparators", lambda: {"duration": {"differs": "conflict", "rounded": "unclear", "same": "agree"}})


@pytest.mark.usefixtures("_duration")
@pytest.mark.parametrize(
    ("was", "becomes", "sentence"),
    [
        ('"duration"', '"durations"', ":5: There is no comparator 'durations'. Did you mean 'duration'?"),
        ('["differs"]', '["difers"]', ":6: The comparator 'duration' has no level 'difers'. Did you mean 'differs'?"),
        ('["differs"]', '["rounded"]', ":3: The level 'rounded' is no conflict, so the rule can be at most a note."),
        ('expect = "agree"', 'expect = "agree"\nlevel = "sane"', ":23: The comparator 'duration' has no level 'sane'. Did you"),
    ],
)
def test_an_own_rule_takes_only_levels_that_exist(tmp_path: Path, was: str, becomes: str, sentence: str) -> None:
    with pytest.raises(RuleError) as refused:
        catalogue.load([folder_with(tmp_path, GOOD.replace(was, becomes))])
    assert sentence in str(refused.value)


@pytest.mark.usefixtures("_duration")
def test_a_newsroom_sets_severities_and_tolerances(tmp_path: Path) -> None:
    config = Config(rules=(str(folder_with(tmp_path, GOOD)),), tolerances=(("length-differs", (("relative", 0.2),)),))
    rule = own(catalogue.rules_for(replace(config, severities=(("own01", "note"),))))
    assert (rule.severity, rule.tolerances) == ("note", {"relative": 0.2})
    assert not [r for r in catalogue.rules_for(replace(config, tolerances=(), severities=(("OWN01", "off"),))) if r.own]
    with pytest.raises(ConfigError, match="Did you mean 'OWN01'"):
        catalogue.rules_for(replace(config, severities=(("OWN1", "note"),)))


def blocks_of_readme() -> list[str]:
    readme = (Path(__file__).resolve().parents[1] / "rules" / "README.md").read_text(encoding="utf-8")
    return re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)


def test_the_rule_that_the_readme_shows_is_read() -> None:
    rule = rule_of("dur01-duration-differs.toml", blocks_of_readme()[0], True)
    assert (rule.code, rule.levels, len(rule.examples)) == ("DUR01", ("differs",), 2)
    assert rule.tolerances == {"relative": 0.0}


def test_the_settings_that_the_readme_shows_are_read(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(blocks_of_readme()[1], encoding="utf-8")
    config = read_config(tmp_path / "factcheck.toml")
    assert config.severities == (("DUR01", "warning"),)
    assert config.tolerances == (("DUR01", (("relative", 0.05),)),)


def test_the_readme_names_every_key_and_placeholder() -> None:
    readme = (Path(__file__).resolve().parents[1] / "rules" / "README.md").read_text(encoding="utf-8")
    assert [word for word in (*RULE_KEYS, *EXAMPLE_KEYS, *PLACEHOLDERS) if word not in readme] == []
