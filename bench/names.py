#!/usr/bin/env python3
"""How often our same/different of two names is right on the person rows of nomenklatura's name_bench.

    bench/names.py [--verbose]

Rows where their policy is not ours are left out and counted: names not in Latin letters, joined or split words, letters swapped for figures
and other screening tricks (they look for people who hide; we read names that editors print), another real name that is a near string
(Starkey for Starmer: they say the same, we say two people), and one name among five against all five (they say two, we say less of one).
"""

from __future__ import annotations

import collections
import csv
import pathlib
import sys

from checker.facts.name import how, read_name

CASES = pathlib.Path(__file__).resolve().parents[2] / "shared" / "corpora" / "nomenklatura" / "name_bench" / "cases.csv"
ONE_PERSON = {"same", "variant", "nickname", "part", "misspelled", "two-spellings"}
SCREENING = (
    "Alphanumeric",
    "Reversal",
    "Contextual Ending",
    "Word Joining",
    "Word Splitting",
    "Word Reordering",
    "Duplication",
    "Special Characters",
    "Fat Finger",
)

NEAR = ("swap", "sub", "alternate", "plausible", "rewrite")


def main() -> int:
    rows = [r for r in csv.DictReader(CASES.open(encoding="utf-8")) if r["schema"] == "Person"]
    right: collections.Counter[str] = collections.Counter()
    total: collections.Counter[str] = collections.Counter()
    for row in rows:
        wanted = row["is_match"] == "true"
        a, b = (
            read_name(row["name1"].title() if row["name1"].isupper() else row["name1"]),
            read_name(row["name2"].title() if row["name2"].isupper() else row["name2"]),
        )
        found = a is not None and b is not None and how(a, b) in ONE_PERSON
        group = policy(row)
        total[group] += 1
        right[group] += found == wanted
        if found != wanted and group == "shared policy" and "--verbose" in sys.argv:
            print(f"{'same' if wanted else 'two '}  {row['name1']} | {row['name2']} | {how(a, b) if a and b else '-'} | {row['notes']}")
    for group in sorted(total):
        print(f"{group:42} {right[group]}/{total[group]} = {right[group] / total[group]:.3f}")
    return 0


def policy(row: dict[str, str]) -> str:
    """ "shared policy", or why theirs is another."""
    text = row["name1"] + row["name2"]
    if any(ord(c) > 0x24F and c.isalpha() for c in text):
        return "other: not in Latin letters"
    if any(word in row["category"] for word in SCREENING) or any(c.isdigit() for c in text):
        return "other: screening tricks"
    if row["is_match"] == "true" and (
        any(word in row["notes"] for word in NEAR) or (row["quality"] == "WEAK" and "Initials" not in row["category"])
    ):
        return "other: a near string counts as the same"
    if row["is_match"] == "false" and ("dropped" in row["notes"] or "added" in row["notes"]):
        return "other: three names fewer are two people"
    return "shared policy"


if __name__ == "__main__":
    sys.exit(main())
