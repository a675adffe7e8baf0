#!/usr/bin/env python3
"""Teaches the judge of names (checker/language/name_judge.py) and writes its name_judge.npz; with --folds only says what it is worth.

    bench/train_names.py [--folds]

Reads names marked in ../shared/corpora: uner_ewt train (CC BY-SA 4.0; OTH and B-O are no names), wikigold (CC BY 4.0), crossner_politics
(MIT), and the open part of GUM (CC BY, public domain), whose mentions headed by a proper noun are taken for names. EWT dev and GUM dev are
kept out; PUD is never read. --folds teaches on four fifths of the training part and judges the fifth, five times, and prints precision,
recall and F of names as ../shared/bench/score_english.py counts them, before the judge and after it. Same seed, same file on the same
machine. About two minutes on one core.
"""

from __future__ import annotations

import argparse
import collections
import re
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"
sys.path.insert(0, str(CORPORA.parent / "bench"))
KINDS = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "politician": "PER",
    "person": "PER",
    "politicalparty": "ORG",
    "organisation": "ORG",
    "organization": "ORG",
    "location": "LOC",
    "country": "LOC",
    "place": "LOC",
}
ANSWER = {"PER": 0, "ORG": 1, "LOC": 2}
# the web's mails and reviews, and texts whose marks follow other rules, count for less
WEIGHTS = {"ewt-news": 1.0, "ewt-other": 0.5, "wikigold": 1.0, "crossner": 0.5, "gum": 0.6}
HIDDEN, EPOCHS, BATCH, RATE, DROPPED, DECAY, SEED = 32, 12, 128, 2e-3, 0.3, 1e-5, 0
WORDS_HIDDEN = 0.25  # the share of words not shown, since half the names of the wire have no vector
RAREST = 8  # a cue seen less often is not learned
BLOCK = 60  # neighbouring sentences that stay in one fold
Span = tuple[int, int, str]


@dataclass
class Asked:
    """One name to judge: where it stands, what it truly is, its cues and the numbers of its five words."""

    corpus: str
    sentence: int
    first: int
    last: int
    label: str
    answer: int
    cues: list[str]
    words: list[int]


def main() -> None:
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", action="store_true")
    folds = parser.parse_args().folds
    gold, asked, vectors = read_all()
    teaching = [a for a in asked if a.corpus in WEIGHTS]
    if folds:
        chances = {}
        for fold in range(5):
            learn = [a for a in teaching if a.sentence // BLOCK % 5 != fold]
            chances |= judged(teach(learn, vectors), [a for a in teaching if a.sentence // BLOCK % 5 == fold], vectors)
        chances |= judged(teach(teaching, vectors), [a for a in asked if a.corpus not in WEIGHTS], vectors)
        print_figures(gold, asked, chances)
        return
    cue_rows, net = teach(teaching, vectors)
    arrays: dict[str, Any] = {name: array.astype(np.float16) for name, array in net.items()}
    arrays["cue_weights"] = arrays["cue_weights"][:-1]
    np.savez_compressed(ROOT / "checker" / "language" / "name_judge.npz", cues=np.array(list(cue_rows)), **arrays)


# ---------------------------------------------------------------- what there is to learn from


def read_all() -> tuple[dict[tuple[str, int], set[Span]], list[Asked], Any]:
    """The names of each sentence, the names to judge, and the words' vectors by number (0 is no word)."""
    from score_english import trim

    from checker.language import load_english
    from checker.language.columns import columns
    from checker.language.name_cues import cues, runs, words_of
    from checker.language.name_judge import UNKNOWN, unit_vector
    from checker.language.repair import names_without_judge

    nlp = load_english()
    nlp.disable_pipe("factcheck_repair")
    numbers: dict[str, int] = {}
    gold: dict[tuple[str, int], set[Span]] = {}
    asked: list[Asked] = []
    for corpus, sentences in corpora().items():
        for n, (doc, (text, marked)) in enumerate(zip(nlp.pipe([t for t, _ in sentences], batch_size=32), sentences, strict=True)):
            true = {(*trim(text, first, last), kind) for first, last, kind in marked}
            gold[corpus, n] = true
            cols, entities = columns(doc), [(e.start, e.end, e.label_) for e in doc.ents]
            names, _ = names_without_judge(cols, entities)
            for name in sorted([*names, *runs(cols, names)], key=lambda f: f.first):
                first, last = trim(text, doc[name.first].idx, doc[name.last - 1].idx + len(doc[name.last - 1]))
                words = [0 if w is None else numbers.setdefault(w, len(numbers) + 1) for w in words_of(cols, name)]
                asked.append(Asked(corpus, n, first, last, name.label, truth(first, last, true), cues(cols, entities, name), words))
    vectors = np.zeros((len(numbers) + 1, nlp.vocab.vectors_length), np.float32)
    for word, number in numbers.items():
        vectors[number] = unit_vector(nlp.vocab, word)
    for a in asked:
        if not vectors[a.words[0]].any():
            a.cues.append(UNKNOWN)
    return gold, asked, vectors


def truth(first: int, last: int, true: set[Span]) -> int:
    """The kind marked on these words, or on most of them; 3 where none is."""
    best, kind = 0.0, 3
    for a, b, k in sorted(true):
        shared = (min(b, last) - max(a, first)) / max(b - a, last - first)
        if shared > max(best, 0.5):
            best, kind = shared, ANSWER[k]
    return kind


def corpora() -> dict[str, list[tuple[str, list[Span]]]]:
    """Sentences with their names, by corpus; those not in WEIGHTS are kept out of training."""
    train = list(uner(CORPORA / "uner_ewt/en_ewt-ud-train.iob2"))
    news = ("weblog", "newsgroup")
    return {
        "ewt-news": [(t, m) for sid, t, m in train if sid.startswith(news)],
        "ewt-other": [(t, m) for sid, t, m in train if not sid.startswith(news)],
        "wikigold": list(columns_of(CORPORA / "wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt", " ")),
        "crossner": [
            s for part in ("train", "dev", "test") for s in columns_of(CORPORA / f"crossner_politics/politics/{part}.txt", "\t")
        ],
        "gum": list(gum(CORPORA / "ud_gum_open/en_gum_open-train.conllu")),
        "ewt-dev": [(t, m) for _, t, m in uner(CORPORA / "uner_ewt/en_ewt-ud-dev.iob2")],
        "gum-dev": list(gum(CORPORA / "ud_gum_open/en_gum_open-dev.conllu")),
    }


def uner(path: Path) -> Iterator[tuple[str, str, list[Span]]]:
    from score_english import entities, sentences

    for sid, text, rows in sentences(path):
        yield sid, text, [(a, b, k) for a, b, k in entities(text, rows) if k in ANSWER]


def columns_of(path: Path, separator: str) -> Iterator[tuple[str, list[Span]]]:
    """Sentences of a file with one word a line and its tag last."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("-DOCSTART"):
            continue
        if line.strip():
            rows.append(line.split(separator))
        elif rows:
            yield joined([{"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(r[0], r[0]) for r in rows], [r[-1].strip() for r in rows])
            rows = []


def joined(words: list[str], tags: list[str]) -> tuple[str, list[Span]]:
    """The text of tokenised words, and the names their tags mark."""
    glued = {",", ".", ";", ":", ")", "?", "!", "%", "'s", "'", "n't", "]"}
    text = ""
    names: list[Span] = []
    before = "O"
    for n, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if n and word not in glued and words[n - 1] not in ("(", "[", "$"):
            text += " "
        start = len(text)
        text += word
        kind = KINDS.get(tag[2:])
        if kind and tag[0] == "I" and before[2:] == tag[2:]:
            names[-1] = (names[-1][0], len(text), kind)
        elif kind:
            names.append((start, len(text), kind))
        before = tag
    return text, names


def gum(path: Path) -> Iterator[tuple[str, list[Span]]]:
    """GUM marks mentions, not names: those headed by a proper noun, cut to the capitals around it, the innermost only."""
    from score_english import places, sentences

    for _, text, rows in sentences(path):
        where = places(text, rows)
        words = [r for r in rows if r[0].isdigit()]
        number = {int(r[0]): k for k, r in enumerate(words)}
        names = set()
        for first, last, kind in mentions(words):
            heads = [k for k in range(first, last) if not first <= number.get(int(words[k][6]), -1) < last and words[k][3] != "PUNCT"]
            if kind in KINDS and len(heads) == 1 and words[heads[0]][3] == "PROPN":
                a, b = capitals_around(words, first, last, heads[0])
                end = words[b - 1]
                names.add((where[int(words[a][0])], where[int(end[0])] + len(end[1]), KINDS[kind]))
        yield text, sorted(n for n in names if not any(m != n and m[0] <= n[0] and n[1] <= m[1] for m in names))


def mentions(words: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Token ranges and kinds of the bracketed mentions of a sentence."""
    opened: list[tuple[str, int, str]] = []
    for k, row in enumerate(words):
        found = re.search(r"Entity=([^|]*)", row[9])
        for begins, ends in re.findall(r"(\([^()]*\)?)|([^()]+\))", found[1] if found else ""):
            if begins:
                name, kind = [*begins.strip("()").split("-"), ""][:2]
                if begins.endswith(")"):
                    yield k, k + 1, kind
                else:
                    opened.append((name.split("[")[0], k, kind))
            else:
                name = ends.rstrip(")").split("-")[0].split("[")[0]
                at = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == name), None)
                if at is not None:
                    _, first, kind = opened.pop(at)
                    yield first, k + 1, kind


def capitals_around(words: list[list[str]], first: int, last: int, head: int) -> tuple[int, int]:
    def capital(k: int) -> bool:
        return words[k][1][0].isupper() and words[k][3] in ("PROPN", "ADJ", "NOUN", "NUM", "VERB", "X")

    a, b = head, head + 1
    inside = ("-", "of", "and", "&", ".", "'s")
    after = (*inside, "for", "the", "’s", "von", "van", "de", "al", "der")
    while (
        a > first
        and words[a - 1][7] not in ("nmod:desc", "appos", "conj")
        and (capital(a - 1) or (words[a - 1][1] in inside and a - 2 >= first and capital(a - 2)))
    ):
        a -= 1
    while (
        b < last
        and words[b][7] not in ("appos", "conj")
        and (
            capital(b)
            or (
                words[b][1] in after
                and b + 1 < last
                and (capital(b + 1) or (words[b + 1][1] == "the" and b + 2 < last and capital(b + 2)))
            )
        )
    ):
        b += 1
    return a, b


# ---------------------------------------------------------------- the network


def inputs(asked: list[Asked], cue_rows: dict[str, int]) -> tuple[Any, Any]:
    """Cue rows padded with the empty one (the last), and word numbers."""
    found = [[cue_rows[c] for c in a.cues if c in cue_rows] for a in asked]
    rows = np.full((len(asked), max(map(len, found))), len(cue_rows), np.int32)
    for n, those in enumerate(found):
        rows[n, : len(those)] = those
    return rows, np.array([a.words for a in asked])


def teach(asked: list[Asked], vectors: Any) -> tuple[dict[str, int], dict[str, Any]]:
    """Cue -> row, and the arrays of Judge, by Adam on the weighted cross entropy."""
    seen = collections.Counter(c for a in asked for c in a.cues)
    cue_rows = {c: n for n, c in enumerate(sorted(c for c, times in seen.items() if times >= RAREST))}
    rows, words = inputs(asked, cue_rows)
    answers = np.array([a.answer for a in asked])
    weights = np.array([WEIGHTS[a.corpus] for a in asked], np.float32)
    rng = np.random.default_rng(SEED)

    def start(shape: tuple[int, int], scale: float) -> Any:
        return (rng.normal(size=shape) * scale).astype(np.float32)

    empty = len(cue_rows)
    net = {
        "cue_weights": start((empty + 1, HIDDEN), 0.05),
        "word_weights": start((words.shape[1] * vectors.shape[1], HIDDEN), 0.05),
        "hidden_bias": np.zeros(HIDDEN, np.float32),
        "answer_weights": start((HIDDEN, 4), 0.1),
        "answer_bias": np.zeros(4, np.float32),
    }
    net["cue_weights"][empty] = 0
    first = {name: np.zeros_like(a) for name, a in net.items()}
    second = {name: np.zeros_like(a) for name, a in net.items()}
    order, step = np.arange(len(asked)), 0
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        for k in range(0, len(order), BATCH):
            i = order[k : k + BATCH]
            x = (vectors[words[i]] * (rng.random((len(i), words.shape[1], 1)) > WORDS_HIDDEN)).reshape(len(i), -1)
            those = rows[i].copy()
            those[rng.random(those.shape) < 0.1] = empty
            hidden = net["cue_weights"][those].sum(1) + x @ net["word_weights"] + net["hidden_bias"]
            kept = (rng.random(hidden.shape) > DROPPED) / (1 - DROPPED)
            live = np.maximum(hidden, 0) * kept
            wrong = softmax(live @ net["answer_weights"] + net["answer_bias"])
            wrong[np.arange(len(i)), answers[i]] -= 1
            wrong *= weights[i][:, None] / len(i)
            back = (wrong @ net["answer_weights"].T) * kept * (hidden > 0)
            slope = {
                "cue_weights": np.zeros_like(net["cue_weights"]),
                "word_weights": x.T @ back,
                "hidden_bias": back.sum(0),
                "answer_weights": live.T @ wrong,
                "answer_bias": wrong.sum(0),
            }
            np.add.at(slope["cue_weights"], those.ravel(), np.repeat(back, those.shape[1], 0))
            slope["cue_weights"][empty] = 0
            step += 1
            rate = RATE * (1 - epoch / EPOCHS)
            for name in net:
                pull = slope[name] + DECAY * net[name]
                first[name] = 0.9 * first[name] + 0.1 * pull
                second[name] = 0.999 * second[name] + 0.001 * pull * pull
                pace = np.sqrt(second[name] / (1 - 0.999**step)) + 1e-8
                net[name] -= (rate * first[name] / (1 - 0.9**step) / pace).astype(np.float32)
    return cue_rows, net


def softmax(out: Any) -> Any:
    out = np.exp(out - out.max(axis=1, keepdims=True))
    return out / out.sum(axis=1, keepdims=True)


def judged(taught: tuple[dict[str, int], dict[str, Any]], asked: list[Asked], vectors: Any) -> dict[int, Any]:
    """id(Asked) -> chances of person, body, place, none."""
    cue_rows, net = taught
    rows, words = inputs(asked, cue_rows)
    hidden = net["cue_weights"][rows].sum(1) + vectors[words].reshape(len(asked), -1) @ net["word_weights"] + net["hidden_bias"]
    chances = softmax(np.maximum(hidden, 0) @ net["answer_weights"] + net["answer_bias"])
    return {id(a): c for a, c in zip(asked, chances, strict=True)}


def print_figures(gold: dict[tuple[str, int], set[Span]], asked: list[Asked], chances: dict[int, Any]) -> None:
    from score_english import prf

    from checker.language.name_cues import KINDS as NAME_KINDS
    from checker.language.name_judge import verdict

    short = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC"}
    for corpus in dict.fromkeys(c for c, _ in gold):
        for title in ("before", "after"):
            count = {kind: [0, 0, 0] for kind in ANSWER}
            said: dict[int, set[Span]] = collections.defaultdict(set)
            for a in asked:
                if a.corpus == corpus:
                    kind = NAME_KINDS[a.label] if title == "before" else verdict(NAME_KINDS[a.label], a.cues, chances[id(a)])
                    if kind in short:
                        said[a.sentence].add((a.first, a.last, short[kind]))
            for (c, n), true in gold.items():
                if c == corpus:
                    for x in said[n]:
                        count[x[2]][0 if x in true else 1] += 1
                    for x in true - said[n]:
                        count[x[2]][2] += 1
            every = prf(*[sum(count[k][i] for k in count) for i in range(3)])
            print(corpus, title, {k: prf(*count[k]) for k in count}, "all", every, flush=True)


if __name__ == "__main__":
    main()
