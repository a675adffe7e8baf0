"""Other people of the same origin in the same parts: no finding changes but for the names in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import checker
from checker.model import Memo

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
# words of names, each with two others of the same origin (and of one family of spellings where the story plays with spellings)
OTHERS = {
    "harbour-bridge": {
        "Karin": ("Maria", "Helena"), "Aalto": ("Laine", "Koskinen"), "Tomas": ("Henrik", "Anders"),
        "Lindqvist": ("Bergstrand", "Sandvall"),
        "Ines": ("Carla", "Lucia"), "Okafor": ("Eze", "Obiora"), "Paul": ("Simon", "Peter"), "Reyes": ("Molina", "Ortega"),
    },
    "quarry-blast": {
        "Ruth": ("Joan", "Sarah"), "Adeyemi": ("Ogunleye", "Balogun"), "Neil": ("Alan", "Colin"), "Garrow": ("Barlow", "Thorne"),
        "Dora": ("Edith", "Nora"), "Pennick": ("Hobday", "Tranter"), "Owen": ("Rhys", "Gareth"), "Tallis": ("Penrose", "Vaughan"),
        "Helen": ("Emma", "Laura"), "Voss": ("Kern", "Brandt"),
    },
    "reykjavik": {
        "Antony": ("Geoffrey", "Stephen"), "Anthony": ("Jeffrey", "Steven"), "Blinken": ("Harker", "Lowell"),
        "Sergei": ("Andrei", "Alexei"),
        "Sergey": ("Andrey", "Alexey"), "Lavrov": ("Gromov", "Belov"), "Sigrun": ("Gudrun", "Astrid"), "Asgeir": ("Gunnar", "Einar"),
        "Marit": ("Ingrid", "Solveig"), "Solheim": ("Haugland", "Nordby"),
    },
}  # fmt: skip
CASES = [(story, n) for story in OTHERS for n in (0, 1)]


def renamed(text: str, names: dict[str, str]) -> str:
    return re.sub(r"\b(" + "|".join(names) + r")\b", lambda m: names[m[1]], text)


@cache
def memo(story: str, n: int | None) -> Memo:
    names = {word: others[n] for word, others in OTHERS[story].items()} if n is not None else {}
    files = sorted(p for p in (SAMPLES / story).iterdir() if p.suffix in (".txt", ".html"))
    texts = ((p.name, p.read_text(encoding="utf-8")) for p in files)
    return checker.compare([(path, (renamed(text, names) if names else text).encode()) for path, text in texts])


def told(found: Memo, names: dict[str, str]) -> list[tuple[object, ...]]:
    return sorted(
        (
            f.code, f.severity, f.topic.level, tuple(sorted(
                renamed(found.sources[s.span.source].text[s.span.start : s.span.end], names) if names else
                found.sources[s.span.source].text[s.span.start : s.span.end] for s in f.topic.sides
            )),
        )
        for f in found.findings
    )  # fmt: skip


@pytest.mark.parametrize(("story", "n"), CASES)
def test_renaming_everybody_changes_no_finding(story: str, n: int) -> None:
    assert memo(story, None).findings or story == "harbour-bridge"
    names = {word: others[n] for word, others in OTHERS[story].items()}
    assert told(memo(story, n), {}) == told(memo(story, None), names)


@pytest.mark.parametrize(("story", "n"), CASES)
def test_renaming_everybody_keeps_the_cards(story: str, n: int) -> None:
    def offices(found: Memo, names: dict[str, str]) -> list[tuple[str, tuple[str, ...]]]:
        people = (c for c in found.cards if c.kind == "person" and any(f.name == "office" for f in c.fields))
        return sorted(
            (renamed(c.name, names) if names else c.name, tuple(f.value for f in c.fields if f.name == "office")) for c in people
        )

    names = {word: others[n] for word, others in OTHERS[story].items()}
    assert offices(memo(story, n), {}) == offices(memo(story, None), names)
