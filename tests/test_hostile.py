"""What wires and web pages send that no reporter wrote: it is read or refused in one line, never with a traceback, never without bound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker import ingest
from checker.cli import main
from checker.errors import SourceError

TEXTS = {
    "one long word": "a" * 2_000_000,
    "a million lines": "a\n" * 200_000,
    "a million paragraphs": "a\n\n" * 200_000,
    "white space": "a" + " " * 1_000_000 + "b",
    "one paragraph": "Four people were hurt when a wall fell. " * 20_000,
    "only labels": "Aa: b\n" * 20_000,
    "only dates": "3 May 2021 " * 50_000,
    "half a dateline": "OSTRAVIK (" * 50_000 + "a",
    "carriage returns": "a\r\r" * 50_000,
    "line separators": "a\u2028" * 50_000,
    "combining marks": "e" + "\u0301" * 100_000,
}
PAGES = {
    "only openings": "<" * 500_000 + "a",
    "a deep page": "<div>" * 20_000 + "text here" + "</div>" * 20_000,
    "only references": "<p>a" + "&" * 200_000,
    "open comments": "<p>a<!--" * 50_000,
    "open sections": "<p>a<![CDATA[b " * 50_000,
    "open tags": "<p>hi <a href=" * 20_000,
    "open quotes": "<p>a<a href='" * 50_000,
    "many attributes": "<p " + "a=b " * 50_000 + ">hi there",
    "an entity bomb": "<!DOCTYPE a [" + "".join(f'<!ENTITY b{i} "&b{i - 1};&b{i - 1};">' for i in range(1, 60)) + "]><p>&b59; hello there",
    "line breaks": "<p>a" + "<br>" * 120_000 + "b",
    "deep JSON": '<script type="application/ld+json">' + "[" * 50_000 + "</script><p>hello there",
    "a huge number": '<meta property="article:published_time" content="' + "9" * 5000 + '"><p>hello there',
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_of_any_shape_is_read_or_refused(name: str) -> None:
    report = ingest.read("a.txt", TEXTS[name].encode())
    assert max(len(report.text[z.start : z.end].split(None, 1)[0]) for z in report.zones) <= 20_000
    assert sum(len(" ".join(report.text[z.start : z.end].split())) for z in report.zones) <= 300_000


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_any_shape_are_read_or_refused(name: str) -> None:
    try:
        report = ingest.read("a.html", PAGES[name].encode())
    except SourceError as error:
        assert "\n" not in str(error)
        return
    assert report.zones and report.published is None
    assert report.offsets is not None and len(report.offsets) == len(report.text)


COPY = "Harbour closed\n\nThe harbour of Ostravik was closed for two days after five people were hurt on Monday, police said.\n"
ODD = [
    "The harbour\x00 was closed\x07 for \x1b[31mtwo days\x1b[0m.\n", "\u202eThe harbour was closed for two days.\u202c\n",
    "[bold]Two[/bold] days :smile:\n", "Two \U0001f600 days \ud7ff\ufeff\u200b\n", "5 5 5 5 5 5\n", "$ € % , . : ;5\n",
    '"""""" two days \'\'\'\'\n', "1/0 0/0 99999999999999999999999999 1e999 minutes\n",
    "0 minutes, -5 minutes, 1,2,3,4 people, 13/13/2021, 31 February\n",
]


@pytest.mark.parametrize("odd", ODD)
def test_odd_copy_goes_through_every_stage(odd: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a.txt", COPY), ("b.txt", COPY.replace("two", "three") + odd), ("c.txt", odd)):
        (tmp_path / name).write_bytes(text.encode("utf-8"))
    assert main(["compare", str(tmp_path), "--format", "json"]) in (0, 1)
    out, err = capsys.readouterr()
    assert len(json.loads(out)["sources"]) == 3 and err == ""
    main(["compare", str(tmp_path), "--all"])
    out, _ = capsys.readouterr()
    assert out and not set(out) & set("\x00\x07\x1b\u202e")


def test_hostile_file_names_are_names(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["[red]a=b.txt", "--x.txt", "ü ü.txt"]
    for name in names:
        Path(name).write_text(COPY, encoding="utf-8")
    assert main(["compare", "--format", "json", "--label", "[red]a=b.txt=Agency", "--", *names]) == 0
    sources = {s["path"]: s["outlet"] for s in json.loads(capsys.readouterr().out)["sources"]}
    assert sources == {"--x.txt": None, "[red]a=b.txt": "Agency", "ü ü.txt": None}
