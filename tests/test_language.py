"""From reports to Documents: offsets, pieces, label schemes, pipelines, names that agree."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.errors import PipelineError
from checker.language import clauses, load_english, parse
from checker.language.lexicon import table
from checker.language.pieces import cases, fold, in_sentence_case, pieces
from checker.language.shipped import check_files, folder_of
from checker.model import Document, Report, Zone


def report(*paragraphs: str, kind: str = "body", path: str = "a.txt") -> Report:
    zones, at = [], 0
    for paragraph in paragraphs:
        zones.append(Zone(kind, at, at + len(paragraph)))  # type: ignore[arg-type]
        at += len(paragraph) + 2
    return Report(path, "\n\n".join(paragraphs), tuple(zones))


def names(document: Document) -> list[tuple[str, str]]:
    return [(document.text(n.first, n.last), n.kind) for n in document.names]


# ---------------------------------------------------------------- offsets and pieces


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["The mayor", "“Go,”", "said\n", " Ana  Roriz", "12,5", "\u00a0km", "Deaths: 31.", "- one\n- two", "’s", "É", "🙂", "(", ")"]
        ),
        min_size=1,
        max_size=9,
    )
)
@example(["Deaths: 31.", " Hurt: 9.\n", "- Cost: EUR 3"])
def test_every_token_stands_where_its_offsets_say(parts: list[str]) -> None:
    text = " ".join(parts)
    document = parse([report(text)])[0]
    for token in document.tokens:
        printed = document.report.text[token.start : token.end]
        assert fold(printed, 0, len(printed))[0] == token.text
    ends = [t.end for t in document.tokens]
    assert ends == sorted(ends)
    assert [s.index for s in document.sentences] == list(range(len(document.sentences)))
    for sentence in document.sentences:
        inside = range(sentence.first, sentence.last)
        assert all(document.tokens[i].sentence == sentence.index and document.tokens[i].head in inside for i in inside)
        assert sum(document.tokens[i].head == i for i in inside) == 1


def test_labels_and_entries_are_read_apart() -> None:
    document = parse(
        [
            report(
                "Persons deceased: 31. Persons injured: 320, of whom 44 are in hospital.",
                "- Net profit: EUR 86 million\n- Dividend of EUR 1.05",
            )
        ]
    )[0]
    read = [(document.sentence_text(s.index), document.text(*s.label) if s.label else None) for s in document.sentences]
    assert read == [
        ("Persons deceased: 31.", "Persons deceased"),
        ("Persons injured: 320, of whom 44 are in hospital.", "Persons injured"),
        ("Net profit: EUR 86 million", "Net profit"),
        ("Dividend of EUR 1.05", None),
    ]
    label = document.tokens[0]
    assert document.tokens[document.tokens[label.head].head].text == "31"


def test_a_colon_in_running_text_is_no_label() -> None:
    text = "The rule was simple: nobody leaves the ship."
    assert [p.text for p in pieces(text, Zone("body", 0, len(text)))] == [text]
    quote = 'Ana Roriz said: "We ran."'
    assert [p.label for p in pieces(quote, Zone("body", 0, len(quote)))] == [False]


def test_wrapped_lines_stay_together_and_headings_do_not() -> None:
    wrapped = "The minister said on\nMonday that it was over."
    assert len(list(pieces(wrapped, Zone("body", 0, len(wrapped))))) == 1
    heading = "Measures\nThe company intends to simplify its organisation in Europe this year."
    assert next(p.text for p in pieces(heading, Zone("body", 0, len(heading)))) == "Measures"


def test_capitals_are_read_as_the_running_text_writes_them() -> None:
    forms = cases(["The ferry captain praised his crew.", "Off Gotland the ferry burned near Gotland."])
    assert in_sentence_case("FERRY CAPTAIN PRAISED OFF GOTLAND", forms, frozenset()) == "Ferry captain praised off Gotland"
    shout = Report("a.txt", "FERRY BURNS OFF GOTLAND\n\nThe ferry burned off Gotland.", (Zone("headline", 0, 23), Zone("body", 25, 54)))
    document = parse([shout])[0]
    assert [t.text for t in document.tokens[:4]] == ["FERRY", "BURNS", "OFF", "GOTLAND"]
    assert document.tokens[1].relation == "root"
    assert ("GOTLAND", "place") in names(document)


def test_no_sentence_begins_inside_brackets() -> None:
    document = parse([report("Revenue of EUR 1,240 million (Q3 2023: EUR 1,168 million), growth of 5.7%.")])[0]
    assert len(document.sentences) == 1


# ---------------------------------------------------------------- names over a story


def test_a_family_name_is_the_person_seen_in_full() -> None:
    first, second = parse(
        [
            report("Annelies Vandamme, 34, was freed on Saturday.", "Vandamme flew home."),
            report("The driver said Vandamme had lost 11 kg.", path="b.txt"),
        ]
    )
    assert [k for n, k in names(first) + names(second) if "Vandamme" in n] == ["person"] * 3


def test_a_name_keeps_one_kind_and_is_found_at_the_head_of_a_sentence() -> None:
    document = parse(
        [
            report(
                "The lighting maker Halvorsen raised its forecast.",
                "Halvorsen said it would cut jobs.",
                "Staff at Halvorsen heard it at breakfast.",
            )
        ]
    )[0]
    kinds = {k for n, k in names(document) if n == "Halvorsen"}
    assert len(kinds) == 1
    assert sum(n == "Halvorsen" for n, _ in names(document)) == 3


def test_an_office_is_no_name_and_the_name_has_no_office() -> None:
    document = parse([report("US Secretary of State Orson Whitfield met Governor Arben Lleshi. State Orson Whitfield is a slip.")])[0]
    assert ("Orson Whitfield", "person") in names(document)
    assert not {"State", "Secretary", "State Orson Whitfield"} & {n for n, _ in names(document)}


# ---------------------------------------------------------------- label schemes and pipelines


def saved_pipeline(folder: Path) -> Path:
    """An English pipeline with UD labels, saved: it knows one sentence by heart."""
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc

    @Language.component("ud_by_heart")
    def ud_by_heart(doc: Doc) -> Doc:
        heads, labels = [3, 0, 3, 3, 5, 3, 3], ["nsubj", "flat", "cop", "root", "case", "nmod", "punct"]
        tags, parts = ["NNP", "NNP", "VBZ", "NN", "IN", "NN", "."], ["PROPN", "PROPN", "AUX", "NOUN", "ADP", "NOUN", "PUNCT"]
        for token in doc if len(doc) == len(heads) else ():
            token.head, token.dep_, token.tag_, token.pos_ = doc[heads[token.i]], labels[token.i], tags[token.i], parts[token.i]
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("ud_by_heart", name="parser")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Ana Roriz"}])  # type: ignore[attr-defined]
    nlp.to_disk(folder)
    return folder


def test_a_pipeline_of_the_users_own_stands_in(tmp_path: Path) -> None:
    home = saved_pipeline(tmp_path / "own")
    document = parse([report("Ana Roriz is minister of trade .")], str(home))[0]
    read = {t.text: (t.relation, document.tokens[t.head].text) for t in document.tokens}
    assert read["is"] == ("root", "is")
    assert read["minister"] == ("attribute", "is")
    assert read["Roriz"] == ("subject", "is")
    assert read["Ana"] == ("compound", "Roriz")
    assert read["trade"] == ("oblique", "minister")
    assert names(document) == [("Ana Roriz", "person")]
    assert [document.text(t.first, t.last) for t in document.titles] == ["minister of trade"]


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="no parser"):
        load_english(str(tmp_path / "blank"))
    with pytest.raises(PipelineError, match="cannot be loaded"):
        load_english("no_such_pipeline")


def test_an_altered_file_of_the_pipeline_is_noticed(tmp_path: Path) -> None:
    expected, home = table("pipeline"), tmp_path / "copy"
    shipped = folder_of(expected["package"], expected["requirement"]) / expected["folder"]
    shutil.copytree(shipped, home, ignore=shutil.ignore_patterns("strings.json", "senter"))
    check_files(home, expected["sha256"], expected["requirement"])
    with (home / "parser" / "model").open("ab") as file:
        file.write(b"x")
    with pytest.raises(PipelineError, match="missing or altered"):
        check_files(home, expected["sha256"], expected["requirement"])


def test_a_package_that_is_not_installed_is_named_with_the_command() -> None:
    with pytest.raises(PipelineError, match="no-such-vectors is not installed"):
        folder_of("no_such_vectors", "no-such-vectors==1.0")


# ---------------------------------------------------------------- clauses


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("He did not deny killing her.", "killing", False),
        ("The army said it had not lost or damaged any ship.", "damaged", True),
        ("Neither the mayor nor his deputy resigned.", "resigned", True),
        ("The company managed to avoid a strike.", "strike", True),
        ("The mayor did not only resign but apologised.", "resign", False),
        ("The ministers did not hold talks.", "talks", True),
        ("He is not a doctor.", "doctor", True),
    ],
)
def test_negation_counts(text: str, word: str, denied: bool) -> None:
    document = parse([report(text)])[0]
    assert clauses.negated(document, next(t.i for t in document.tokens if t.text == word)) is denied


def test_the_predicate_of_a_figure_is_the_verb_above_it() -> None:
    document = parse([report("The blaze, which began in a kitchen, killed 12 people in the old town.")])[0]
    where = {t.text: document.tokens[clauses.predicate_of(document, t.i)].text for t in document.tokens}
    assert where["12"] == where["town"] == "killed"
    assert where["kitchen"] == "began"
