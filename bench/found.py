#!/usr/bin/env python3
"""Of the gold sides whose own words are a value of the item's kind, how many were found; the misses by class.

    bench/found.py FOLDER [--half A] [--misses]      FOLDER: dev, real or a path; of half B only totals
    bench/cached.py ../../main/bench/found.py ...    the same with the parse kept

Whether a side's words are a value is judged without the readers: a figure or number word together with a word, sign or unit of the
kind (a year or birthday is no age). Names, titles, bodies, places, quotes and polarities are measured elsewhere.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion lakh crore milliard dozen"
VAGUE = "several couple pair few dozens scores hundreds thousands millions billions tens"
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
)
MONTHS = (
    "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)?"
    " sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?"
)
DAYS = "mon|tues|wednes|thurs|fri|satur|sun"
SPANS = r"(?:milli)?seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|yrs?|decades?|centur(?:y|ies)"
LENGTHS = r"(?:kilo|centi|milli)?met(?:re|er)s?|km|cm|mm|m|miles?|feet|foot|ft|inch(?:es)?|in|yards?|blocks?|knots?"
OTHERS = (
    r"kg|kilos?|kilograms?|grams?|tons?|tonnes?|pounds?|lbs?|ounces?|lit(?:re|er)s?|gallons?|barrels?|acres?|hectares?|ha"
    r"|degrees?|°|celsius|c|f|watts?|megawatts?|mw|kph|mph"
)
MONEY = r"[$€£¥₹]|dollars?|euros?|pounds?|yen|francs?|rupees?|pesos?|rand|shillings?|kwacha|guilders?|cents?|pence|million|milli?ards?|bn"


def words(text: str) -> str:
    return "|".join(text.split())


NUMBER = rf"(?:\d[\d.,]*|\b(?:{words(SMALL)}|{words(TENS)}s?|{words(VAGUE)}|half|quarter|third)\b)"
A_LENGTH = rf"(?:{NUMBER}|\b(?:an?|another|whole|full|half)\b)[\w ,-]*?\W?(?:{SPANS})\b"
# what makes the words of a side a value of their kind
VALUE = {
    "count": rf"{NUMBER}|\b(?:no one|nobody|none|no (?:injuries|casualties|deaths|reports)|both|twice)\b",
    "money": rf"(?:{MONEY})\W?\s?\d|{NUMBER}[\w -]*?(?:{MONEY})|\b[A-Z]{{1,3}}\s?\d[\d.,]*",
    "percent": rf"%|\bper ?cent|\bpercent|percentage|basis points|{NUMBER}[\w ]* (?:in|out of|of each|of every) (?:{NUMBER}|a )"
    r"|\b(?:half|thirds?|quarters?|fifths?|tenths?)\b",
    "measure": rf"{NUMBER}[ -]?(?:\w+ )?(?:{LENGTHS}|{OTHERS})\b|magnitude|\ba (?:mile|block|metre|foot)\b",
    "age": rf"^(?!.*\b[12]\d\d\d\b)(?:.*{NUMBER}[ -]year|.*\baged?\b.*{NUMBER}|.*of {NUMBER}|.*\w,? \(?{NUMBER}"
    rf"|.*in (?:his|her|their) \w*\s?\d0s|.*turn\w* {NUMBER}|{NUMBER}$)",
    "date": rf"\b(?:{words(MONTHS)})\b|\b(?:{DAYS})day\b|\b[12]\d\d\d\b|yesterday|today|tomorrow|tonight|\bago\b|\d[./]\d"
    rf"|\b(?:last|this|next|previous|following|same) (?:day|week|month|year|night|morning|season)|\bthe \d+(?:st|nd|rd|th)\b|{A_LENGTH}"
    r" (?:later|earlier|after|before)",
    "time": r"\d[.:h]\d\d\b|\d ?[ap]\.?m\b|o'clock|\bnoon\b|\bmidnight\b|\bhalf past|\bquarter (?:past|to)"
    rf"|(?:\d+(?:st|nd|rd|th)|{words(ORDINALS)})[ -]minute|{NUMBER} (?:minutes )?(?:past|to) {NUMBER}|\b\d{{4}} (?:GMT|UTC|hours)|\bdawn\b",
    "duration": rf"{A_LENGTH}|from \d[\d.:]+ to \d|\bwithin (?:seconds|minutes|hours|days)|between \d[^,]* and \d[\d.:]* ?[ap]m",
    "ordinal": rf"\b(?:{words(ORDINALS)}|\d+(?:st|nd|rd|th))\b|\bno\. ?\d|\bnumber \d|top[ -]ranked",
}
# rough classes of a miss, the first that fits
CLASSES = (
    ("no figure of its own kind", r"^\D*$"),
    ("a bare figure", r"^(?:[\w']+ )?[\d.,]+$"),
    ("figures and words", r"."),
)


def judged(kind: str, text: str) -> bool:
    """The words of a side hold a value of the kind."""
    return kind in VALUE and re.search(VALUE[kind], text, re.IGNORECASE) is not None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices="AB")
    parser.add_argument("--misses", action="store_true", help="print every miss of half A")
    args = parser.parse_args()
    sys.path.insert(0, str(ROOT.parent / "shared" / "bench"))
    from score_events import half_of

    from checker import ingest, language
    from checker.config import Config
    from checker.facts import read

    folder = args.folder if args.folder.exists() else ROOT.parent / "shared" / "events" / args.folder
    all_, found = Counter[str](), Counter[str]()
    missed: list[tuple[str, str]] = []
    for event in half_of(sorted(d for d in folder.iterdir() if (d / "gold.json").exists()), args.half):
        gold = json.loads((event / "gold.json").read_text(encoding="utf-8"))
        reports = ingest.read_story([str(event / r["file"]) for r in gold["reports"]], Config()).reports
        facts = {Path(r.path).name: read(d) for r, d in zip(reports, language.parse(reports), strict=True)}
        seen = set()
        for section in ("conflicts", "doubtful", "agreements", "traps"):
            for item in gold.get(section, []):
                for side in item["sides"]:
                    kind, text, start = item["kind"], side["text"], side["start"]
                    key = (kind, side["report"], start, text)
                    if key in seen or not judged(kind, text):
                        continue
                    seen.add(key)
                    all_[kind] += 1
                    here = facts.get(side["report"], ())
                    if any(f.kind == kind and f.span.start < start + len(text) and f.span.end > start for f in here):
                        found[kind] += 1
                    else:
                        name = next(n for n, pattern in CLASSES if re.search(pattern, text))
                        missed.append((f"{kind}: {name}", f"{event.name}/{side['report']}  {text!r}"))
    for kind in sorted(all_):
        print(f"{kind:10} found {found[kind]}/{all_[kind]} = {found[kind] / all_[kind]:.3f}")
    print(f"found {sum(found.values()) / max(1, sum(all_.values())):.3f} of {sum(all_.values())}")
    if args.misses and args.half != "B":
        for name, where in sorted(missed):
            print(f"{name:45} {where}")


if __name__ == "__main__":
    main()
