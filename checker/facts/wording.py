"""How two wordings of one utterance differ, word by word."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA, LCSseq

Change = Literal["same", "cut", "spelling", "grammar", "dropped", "negation", "content"]
RANK: dict[Change, int] = {"same": 0, "cut": 1, "spelling": 2, "grammar": 3, "dropped": 4, "content": 5, "negation": 6}
GAP = "..."  # an ellipsis or an insertion of the editor's: stands for any words
_WORD = re.compile(r"\[[^\]]*\]|\([^)]*\)|\.\.\.|…|[^\W_]+(?:[.,'][^\W_]+)*|%")
_ENDINGS = (
    (re.compile(r"is(e|es|ed|ing|er|ers|ation|ations)$"), r"iz\1"), (re.compile(r"ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"(?<=..)our(s|ed|ing|ful|able|ite|ites|hood|hoods)?$"), r"or\1"), (re.compile(r"tre(s)?$"), r"ter\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"), (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"), (re.compile(r"ence(s)?$"), r"ense\1"),
)
_INFLECTIONS = {"", "s", "es", "ed", "d", "ing", "e", "ies", "y", "ied", "er", "ly"}
_CONTRACTED = {"can't": ("can", "not"), "cant": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "dont": ("do", "not")}


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one wording in the other: the gravest change, how alike they are where they overlap, and the words that differ."""

    change: Change
    likeness: float  # 0..1, shared words over the words of the overlap
    shared: int  # content words in both
    matched: int  # words in both
    before: str
    after: str


@functools.cache
def table() -> tuple[frozenset[str], frozenset[str], dict[str, str], dict[str, str]]:
    """Function words, negations, spelling pairs, and the verb of each irregular form."""
    with importlib.resources.files(__package__).joinpath("quote.toml").open("rb") as file:
        entry = tomllib.load(file)
    verbs = {form: line.split()[0] for line in entry["irregular"].splitlines() for form in line.split()}
    return frozenset(entry["function_words"].split()), frozenset(entry["negations"].split()), entry["spellings"], verbs


@functools.lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of an utterance for comparison: lower case, contractions resolved, one spelling, brackets and ellipses as GAP."""
    out: list[str] = []
    for word in _WORD.findall(text.replace("’", "'").lower()):
        if word[0] in "[(….":
            out.append(GAP)
        elif word in _CONTRACTED:
            out.extend(_CONTRACTED[word])
        elif word.endswith("n't"):
            out.extend((word[:-3], "not"))
        else:
            first, _, rest = word.partition("'")
            out.append(_one_spelling(first.replace(",", "")))
            if rest not in ("", "s"):
                out.append(rest)
    return tuple(_percent(out))


def content_words(words: tuple[str, ...]) -> frozenset[str]:
    """The words that carry the meaning."""
    return frozenset(words) - table()[0] - {GAP}


@functools.lru_cache(maxsize=4096)
def difference(a: tuple[str, ...], b: tuple[str, ...]) -> Difference:
    """What sets wording `b` apart from wording `a`; words that only one of them has before or after the overlap are a cut."""
    if a == b:
        return Difference("same", 1.0, len(content_words(a)), len(a), "", "")
    same, segments = _segments(a, b)
    shared = len(content_words(tuple(same)))
    change: Change = "same"
    width = float(len(same))
    gravest: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    for k, (x, y) in enumerate(segments):
        if not x and not y:
            continue
        at_end = k in (0, len(segments) - 1)
        if at_end and x and y:
            x, y = _facing(x, y, at_start=k == 0)
        found: Change = "cut" if at_end and not (x and y) else _change(x, y)
        if found in ("grammar", "dropped", "negation", "content"):
            width += max(len(x), len(y)) * (0.5 if found == "grammar" else 1)
        if RANK[found] > RANK[change]:
            change, gravest = found, (x, y)
    return Difference(change, len(same) / max(1.0, width), shared, len(same), " ".join(gravest[0]), " ".join(gravest[1]))


def _facing(x: tuple[str, ...], y: tuple[str, ...], at_start: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before (or after) the overlap that face each other; what one side has beyond them is a cut."""
    n = min(len(x), len(y))
    if abs(len(x) - len(y)) <= 2:
        return x, y
    return (x[-n:], y[-n:]) if at_start else (x[:n], y[:n])


def _segments(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[list[str], list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """The shared words and, before, between and after them, what each side has instead."""
    same: list[str] = []
    segments: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    i = j = 0
    for op in LCSseq.opcodes(a, b):
        if op.tag == "equal":
            for k in range(op.src_start, op.src_end):
                segments.append((a[i:k], b[j : op.dest_start + k - op.src_start]))
                i, j = k + 1, op.dest_start + k - op.src_start + 1
                same.append(a[k])
    segments.append((a[i:], b[j:]))
    return same, segments


def _change(x: tuple[str, ...], y: tuple[str, ...]) -> Change:
    """What it means that one wording has `x` where the other has `y`."""
    if GAP in x or GAP in y:
        return "cut"
    if "".join(x) == "".join(y) or _initials(x, y) or _initials(y, x):
        return "spelling"
    function, negations, _, _ = table()
    if sum(w in negations for w in x) != sum(w in negations for w in y):
        return "negation"
    left = [w for w in x if w not in function and w not in negations]
    right = [w for w in y if w not in function and w not in negations]
    for word in list(left):
        twin = next((w for w in right if _same_word(word, w)), None)
        if twin is not None:
            left.remove(word)
            right.remove(twin)
    if not left and not right:
        return "grammar"
    return "content" if left and right else "dropped"


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """IE for Internet Explorer."""
    return len(short) == 1 and len(short[0]) == len(long) > 1 and all(c == w[0] for c, w in zip(short[0], long, strict=True))


def _same_word(a: str, b: str) -> bool:
    """Whether two words are one word inflected otherwise or mistyped."""
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    verbs = table()[3]
    if a in verbs and verbs[a] == verbs.get(b):
        return True
    if n >= 3 and a[n:] in _INFLECTIONS and b[n:] in _INFLECTIONS:
        return True
    return min(len(a), len(b)) >= 7 and n > 0 and OSA.distance(a, b, score_cutoff=1) <= 1


def _one_spelling(word: str) -> str:
    pairs = table()[2]
    if word in pairs:
        return pairs[word]
    for pattern, ending in _ENDINGS:
        if len(word) > 5 and pattern.search(word):
            return pattern.sub(ending, word)
    return word


def _percent(words: list[str]) -> list[str]:
    """"per cent" as "%"."""
    out: list[str] = []
    for word in words:
        if word == "cent" and out and out[-1] == "per":
            out[-1] = "%"
        else:
            out.append(word)
    return out
