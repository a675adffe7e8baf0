"""What shows when the reports of a story lie side by side: the same report twice, reports that hardly meet, copy not in English."""

from __future__ import annotations

import functools
import importlib.resources
import itertools
import re
import tomllib
from collections import Counter
from collections.abc import Sequence

from checker.model import Notice, Report

FEWEST_WORDS = 20  # too few to tell the language, or that two reports are strangers
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d{2,}")


def language_of(report: Report) -> str | None:
    """None for English copy and for what is too short to tell; else what language it looks like."""
    words = [w.lower() for z in report.zones if z.kind != "furniture" for w in _WORD.findall(report.text[z.start : z.end])]
    if len(words) < FEWEST_WORDS:
        return None
    if sum("a" <= w[0] <= "z" for w in words) < len(words) / 3:
        return "another alphabet"
    counts = Counter(words)
    shares = {name: sum(counts[w] for w in little) / len(words) for name, little in _little_words().items()}
    english = shares.pop("English")
    nearest = max(shares, key=lambda name: shares[name])
    if english < 0.15 and shares[nearest] >= max(0.12, 1.5 * english):
        return nearest
    return "another language" if english < 0.03 and len(words) >= 60 else None


def notices(reports: Sequence[Report]) -> tuple[Notice, ...]:
    """The same report twice, and reports that share hardly a name or a number with any other."""
    out: list[Notice] = []
    wording = [tuple(_WORD.findall(r.text.lower())) for r in reports]
    for (i, a), (j, b) in itertools.combinations(enumerate(wording), 2):
        if a == b:
            out.append(Notice(reports[j].path, None, f"The same text as {reports[i].path}; a copy confirms nothing."))
        elif _copied(a, b):
            out.append(Notice(reports[j].path, None, f"Nearly the same text as {reports[i].path}; a copy confirms nothing."))
    signs = [_signs(r) for r in reports]
    for i, report in enumerate(reports):
        others = [_shared(signs[i], s) for j, s in enumerate(signs) if j != i and wording[j] != wording[i]]
        if others and max(others) < 0.1 and len(wording[i]) >= FEWEST_WORDS:
            others_name = reports[1 - i].path if len(reports) == 2 else "any other report"
            out.append(Notice(report.path, None, f"Shares hardly a name or a number with {others_name}; is it about the same event?"))
            if len(reports) == 2:
                break
    return tuple(out)


def _copied(a: Sequence[str], b: Sequence[str]) -> bool:
    if min(len(a), len(b)) < FEWEST_WORDS or abs(len(a) - len(b)) > 0.2 * max(len(a), len(b)):
        return False
    one, other = ({words[k : k + 5] for k in range(len(words) - 4)} for words in (a, b))
    return len(one & other) > 0.8 * max(len(one), len(other))


def _signs(report: Report) -> frozenset[str]:
    """Names and numbers: capitalised words beyond the sentence's first, and figures."""
    found = re.findall(r"(?<=[^\W\d_.!?][ ,])[^\W\d_a-z][\w'’-]{2,}", " ".join(report.text.split()))
    return frozenset(w.lower().removesuffix("'s").removesuffix("’s") for w in found) | frozenset(_NUMBER.findall(report.text))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


@functools.cache
def _little_words() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(importlib.resources.files("checker.ingest").joinpath("english.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in lists["words"].items()}
