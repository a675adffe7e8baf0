"""More marked conflicts from marked agreements: one report's figure is altered as a slip of the hand would alter it.

`altered(event, folder)` writes two copies of an event, each with every other agreement turned into a conflict: two digits change
places, one digit is wrong, a day or month is another, a number word is its neighbour. The same copies for the same event. Only for
learning (weigh.py): what is measured is measured on events as they were written.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

COPIES = 2
KINDS = frozenset({"count", "money", "percent", "measure", "duration", "age", "ordinal", "date", "time"})
UNITS = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
RANKS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
FIGURE = re.compile(r"\d[\d,.]*\d|\d")
WORD = re.compile(rf"\b({'|'.join(TENS)})(-({'|'.join(UNITS[:9])}))?\b|\b({'|'.join(UNITS)})\b", re.I)
SECTIONS = ("conflicts", "agreements", "traps", "doubtful")


def altered(event: Path, folder: Path) -> list[Path]:
    """The copies of an event with altered figures; none where nothing in it can be altered. A changed item
    names the report in which it was, as "altered"; it has one side there.
    """
    return [place for k in range(COPIES) if (place := _copy(event, folder / f"{event.name}--{k}", k)) is not None]


def _copy(event: Path, place: Path, k: int) -> Path | None:
    chance = random.Random(f"{event.name}-{k}")
    gold = json.loads((event / "gold.json").read_text(encoding="utf-8"))
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(event.glob("*.txt"))}
    items = [item for item in gold["agreements"] if item["kind"] in KINDS]
    changed = [item for item in items[k::COPIES] if _change(item, gold, texts, chance)]
    if not changed:
        return None
    for item in changed:
        gold["agreements"].remove(item)
        gold["conflicts"].append(item)
    place.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (place / name).write_text(text, encoding="utf-8")
    (place / "gold.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return place


def _change(item: dict[str, Any], gold: Mapping[str, Any], texts: dict[str, str], chance: random.Random) -> bool:
    """Alters one side of an item in its text; False where no side stands alone in its report and has a figure told once there."""
    reports = [side["report"] for side in item["sides"]]
    alone = [side for side in item["sides"] if reports.count(side["report"]) == 1]
    if len(set(reports)) < 2 or not alone:
        return False
    side = chance.choice(alone)
    name, start, was = side["report"], side["start"], side["text"]
    end = start + len(was)
    sides = (s for section in SECTIONS for other in gold.get(section, []) for s in other["sides"])
    others = [s for s in sides if s is not side and s["report"] == name]
    if any(s["start"] < end and s["start"] + len(s["text"]) > start for s in others):
        return False
    now = alter(was, item["kind"], chance)
    figures = FIGURE.findall(was)
    if now is None or any(len(re.findall(rf"(?<![\d,.]){re.escape(f)}(?![\d,.]?\d)", texts[name])) > 1 for f in figures):
        return False
    texts[name] = texts[name][:start] + now + texts[name][end:]
    for s in others:
        if s["start"] >= end:
            s["start"] += len(now) - len(was)
    side["text"], item["severity"], item["altered"] = now, "error", name
    return True


def alter(text: str, kind: str, chance: random.Random) -> str | None:
    """The words of a value with another value, None where they hold nothing that can be altered."""
    if kind == "date":
        return _date(text, chance)
    if kind == "time" and (found := re.search(r"\b(\d{1,2})([:.h]\d\d)?\b", text)):
        hour, most = int(found[1]), 23 if int(found[1]) > 12 else 12
        other = max(0, min(most, hour + chance.choice([-3, -2, -1, 1, 2, 3])))
        return None if other == hour else f"{text[: found.start()]}{other:0{len(found[1])}d}{found[2] or ''}{text[found.end() :]}"
    if kind == "ordinal":
        found = re.search(rf"\b({'|'.join(RANKS)})\b", text, re.I)
        return None if found is None else _put(text, found, _near(found[0], RANKS, chance))
    if (found := FIGURE.search(text)) is not None:
        return _put(text, found, _digits(found[0], chance))
    found = WORD.search(text)
    if found is None:
        return None
    ten, _, unit = found[0].partition("-")
    if unit:
        return _put(text, found, f"{ten}-{_near(unit, UNITS[:9], chance)}")
    return _put(text, found, _near(ten, UNITS if ten.lower() in UNITS else TENS, chance))


def _date(text: str, chance: random.Random) -> str | None:
    day_told = re.search(r"\b\d{1,2}\b", text) is not None
    options: list[tuple[re.Match[str], str]] = []
    for found in re.finditer(r"[A-Z][a-z]+|\d{1,4}", text):
        word = found[0]
        if word in DAYS and not day_told:
            options.append((found, DAYS[(DAYS.index(word) + chance.choice([-2, -1, 1, 2, 3])) % 7]))
        elif word in MONTHS:
            options.append((found, MONTHS[(MONTHS.index(word) + chance.choice([-2, -1, 1, 2])) % 12]))
        elif word.isdigit() and len(word) < 3 and 1 <= int(word) <= 31:
            options.append((found, str(max(1, min(28, int(word) + chance.choice([-9, -7, -3, -2, -1, 1, 2, 3, 7, 9]))))))
        elif len(word) == 4 and word.isdigit() and not day_told:
            options.append((found, str(int(word) + chance.choice([-3, -2, -1, 1, 2, 3]))))
    return _put(text, *chance.choice(options)) if options else None


def _digits(figure: str, chance: random.Random) -> str | None:
    """A figure with two neighbouring digits changed about, or one of its first three wrong."""
    spots = [i for i, c in enumerate(figure) if c.isdigit()]
    for _ in range(20):
        new = list(figure)
        if len(spots) > 1 and chance.random() < 0.4:
            k = chance.randrange(len(spots) - 1)
            new[spots[k]], new[spots[k + 1]] = new[spots[k + 1]], new[spots[k]]
        else:
            i = chance.choice(spots[:3])
            step = chance.choice([-3, -2, -1, 1, 2, 3])
            new[i] = str(max(0, min(9, int(new[i]) + step)) if chance.random() < 0.7 else chance.randrange(10))
        made = "".join(new)
        leading = made[0] == "0" and figure[0] != "0" and made[1:2] != "."
        if made != figure and not leading and made.strip("0,."):
            return made
    return None


def _near(word: str, scale: list[str], chance: random.Random) -> str:
    """A neighbour of a number word on its scale, "one" and "first" as they are: other figures are rarely slips of them."""
    at = scale.index(word.lower())
    other = scale[max(0, min(len(scale) - 1, at + chance.choice([-3, -2, -1, 1, 2, 3])))] if at else word
    return other.capitalize() if word[0].isupper() else other


def _put(text: str, found: re.Match[str], new: str | None) -> str | None:
    return None if new is None or new == found[0] else text[: found.start()] + new + text[found.end() :]
