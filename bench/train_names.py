#!/usr/bin/env python3
"""Teaches the NER of en_core_web_md further on open corpora. Measured and NOT shipped: see checker/language/MODEL.md.

    bench/train_names.py OUT [--epochs 8] [--seed 1]

Reads ../shared/corpora: uner_ewt train (CC BY-SA 4.0; OTH and B-O are no names), wikigold (CC BY 4.0, its last tenth held out) and
crossner_politics (MIT), each sentence once as it is and the smaller two once more with names swapped for others of their kind. What the
pipeline itself finds of dates, nationalities, events and the like is kept as it is, so that only persons, organisations and places are
learned anew. Chosen on ewt dev and the part of wikigold held out; PUD is never read here. Prints both after each epoch and keeps the best.
Same seed, same model on the same machine.
"""

from __future__ import annotations

import argparse
import random
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
sys.path.insert(0, str(CORPORA.parent / "bench"))
KINDS = {
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "GPE",
    "politician": "PERSON",
    "person": "PERSON",
    "politicalparty": "ORG",
    "organisation": "ORG",
    "location": "GPE",
    "country": "GPE",
}
OURS = ("PERSON", "ORG", "GPE", "LOC", "FAC")
Item = tuple[list[str], list[bool], list[tuple[int, int, str]]]


def main() -> None:
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    import spacy
    from spacy.util import fix_random_seed, minibatch

    from checker.language.pipeline import _shipped

    fix_random_seed(args.seed)
    random.seed(args.seed)
    nlp = spacy.load(_shipped(), exclude=["senter", "strings", "tagger", "parser", "attribute_ruler", "lemmatizer", "tok2vec"])
    wiki = list(columns(CORPORA / "wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt", " "))
    held = wiki[-len(wiki) // 10 :]
    small = wiki[: -len(wiki) // 10]
    for part in ("train", "dev", "test"):
        small += list(columns(CORPORA / "crossner_politics/politics" / f"{part}.txt", "\t"))
    train = list(uner(CORPORA / "uner_ewt/en_ewt-ud-train.iob2")) + small + swapped(small)
    examples = [example(nlp, *item) for item in train]
    dev = [example(nlp, *item) for item in uner(CORPORA / "uner_ewt/en_ewt-ud-dev.iob2")]
    tests = {"ewt": dev, "wikigold": [example(nlp, *item) for item in held]}
    print(len(examples), "sentences;", {k: score(nlp, v) for k, v in tests.items()}, flush=True)
    optimizer = nlp.resume_training()
    optimizer.learn_rate = 0.0007
    best = 0.0
    for epoch in range(args.epochs):
        random.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, size=48):
            nlp.update(batch, sgd=optimizer, drop=0.25, losses=losses)
        optimizer.learn_rate *= 0.75
        with nlp.use_params(optimizer.averages):
            figures = {k: score(nlp, v) for k, v in tests.items()}
            mean = sum(f["all"] for f in figures.values()) / len(figures)
            print(epoch, round(losses["ner"]), figures, flush=True)
            if mean > best:
                best = mean
                nlp.get_pipe("ner").to_disk(args.out, exclude=["vocab"])


def columns(path: Path, separator: str) -> Iterator[Item]:
    """Sentences of a file with one word a line and its tag last."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("-DOCSTART"):
            continue
        if line.strip():
            rows.append(line.rstrip("\n").split(separator))
        elif rows:
            words = [{"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(r[0], r[0]) for r in rows]
            yield words, spaces(words), spans([r[-1] for r in rows])
            rows = []


def uner(path: Path) -> Iterator[Item]:
    """Sentences of UNER with the spaces of their text."""
    from score_english import sentences

    for _, text, rows in sentences(path):
        words, at, follows = [r[1] for r in rows], 0, []
        for word in words:
            start = text.find(word, at)
            at = (at if start < 0 else start) + len(word)
            follows.append(text[at : at + 1] == " ")
        yield words, follows, spans([r[2] for r in rows])


def spaces(words: list[str]) -> list[bool]:
    """Where a space follows in text that was tokenised."""
    glued = {",", ".", ";", ":", ")", "?", "!", "%", "'s", "'", "n't", "]"}
    return [n + 1 < len(words) and words[n + 1] not in glued and words[n] not in ("(", "[", "$") for n in range(len(words))]


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        kind = KINDS.get(tag[2:]) if len(tag) > 2 else None
        if kind is None:
            continue
        if tag[0] == "I" and out and out[-1][1] == i and out[-1][2] == kind:
            out[-1] = (out[-1][0], i + 1, kind)
        else:
            out.append((i, i + 1, kind))
    return out


def swapped(items: list[Item]) -> list[Item]:
    """Every sentence with a name once more, its names replaced by others of their kind, so that contexts are learned and not the names."""
    pool: dict[str, list[list[str]]] = {}
    for words, _, names in items:
        for first, last, kind in names:
            pool.setdefault(kind, []).append(words[first:last])
    out: list[Item] = []
    for words, _, names in items:
        if not names:
            continue
        new: list[str] = []
        marks: list[tuple[int, int, str]] = []
        at = 0
        for first, last, kind in names:
            new += words[at:first]
            other = random.choice(pool[kind])
            marks.append((len(new), len(new) + len(other), kind))
            new += other
            at = last
        new += words[at:]
        out.append((new, spaces(new), marks))
    return out


def example(nlp, words: list[str], follows: list[bool], names: list[tuple[int, int, str]]):  # type: ignore[no-untyped-def]
    """A training example; what the pipeline finds beside our kinds stays."""
    from spacy.tokens import Doc, Span
    from spacy.training import Example

    gold = Doc(nlp.vocab, words=words, spaces=follows)
    guess = nlp.get_pipe("ner")(nlp.make_doc(gold.text))
    taken = {k for first, last, _ in names for k in range(first, last)}
    marks = [Span(gold, first, last, label=kind) for first, last, kind in names]
    for e in guess.ents:
        if e.label_ not in OURS:
            span = gold.char_span(e.start_char, e.end_char, label=e.label_)
            if span is not None and not taken & set(range(span.start, span.end)):
                marks.append(span)
    gold.ents = tuple(marks)
    return Example(nlp.make_doc(gold.text), gold)


def score(nlp, examples) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """F of names whole, places of all sorts alike."""
    right, said, true = dict.fromkeys(KINDS.values(), 0), dict.fromkeys(KINDS.values(), 0), dict.fromkeys(KINDS.values(), 0)
    one = {"LOC": "GPE", "FAC": "GPE"}
    for e, doc in zip(examples, nlp.pipe([e.reference.text for e in examples], batch_size=32), strict=True):
        gold = {(x.start_char, x.end_char, one.get(x.label_, x.label_)) for x in e.reference.ents if x.label_ in OURS}
        mine = {(x.start_char, x.end_char, one.get(x.label_, x.label_)) for x in doc.ents if x.label_ in OURS}
        for kind in right:
            right[kind] += sum(x[2] == kind for x in gold & mine)
            said[kind] += sum(x[2] == kind for x in mine)
            true[kind] += sum(x[2] == kind for x in gold)
    out = {k: round(200 * right[k] / max(1, said[k] + true[k]), 1) for k in ("PERSON", "GPE", "ORG")}
    out["all"] = round(200 * sum(right.values()) / max(1, sum(said.values()) + sum(true.values())), 1)
    return out


if __name__ == "__main__":
    main()
