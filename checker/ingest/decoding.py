"""From bytes to text: the encoding found, line ends kept, and a word where a byte had to be guessed."""

from __future__ import annotations

import codecs

from checker.errors import SourceError
from checker.model import Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # UTF-32 before UTF-16, whose mark is the beginning of its own
_BINARY = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x7fELF", b"MZ\x90",
)


def decode(path: str, content: bytes, declared: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """The text without its byte order mark, and a notice where the encoding was guessed or bytes were lost.

    `declared` is what the file says of itself (a meta tag). Raises SourceError for what is no text: empty files and binaries.
    """
    if not content.strip(b"\0 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"):
        raise SourceError("The file is empty.", path)
    if content.startswith(_BINARY):
        raise SourceError("This is not a text file.", path, hint="Save it as plain text or HTML.")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lossy(path, content[len(mark) :], encoding)
    wide = _wide(content)
    if wide is not None:
        return _lossy(path, content, wide)
    if content.count(b"\0") > max(2, len(content) // 200) or _odd(content) > (0.05 if len(content) > 200 else 0.3):
        raise SourceError("This is not a text file.", path, hint="Save it as plain text or HTML.")
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        bad = error
    if _mostly_utf8(content):
        return _lossy(path, content, "utf-8", bad.start)
    encoding = _known(declared) or "cp1252"
    text = content.decode(encoding, errors="replace")
    return text, (Notice(path, None, f"The file is not UTF-8; it was read as {_spoken(encoding)}."),)


def _lossy(path: str, content: bytes, encoding: str, first: int | None = None) -> tuple[str, tuple[Notice, ...]]:
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError as error:
        at = error.start if first is None else first
        line = content[:at].decode(encoding, errors="replace").count("\n") + 1
        text = content.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
        which, are = ("One place", "is") if lost == 1 else (f"{lost} places", "are")
        return text, (Notice(path, line, f"{which} could not be decoded as {_spoken(encoding)} and {are} shown as \ufffd."),)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = content[:4000]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else None


def _odd(content: bytes) -> float:
    """The share of control characters that no text has."""
    sample = content[:20000]
    return sum(b < 32 and b not in (9, 10, 12, 13, 27) for b in sample) / len(sample)


def _mostly_utf8(content: bytes) -> bool:
    """Whether more of the bytes beyond ASCII make sense as UTF-8 than not."""
    text = content.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) - lost > 2 * lost


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared).name if declared else None
    except LookupError:
        return None
    return None if name in (None, "utf-8", "ascii") else "cp1252" if name == "iso8859-1" else name


def _spoken(encoding: str) -> str:
    return {"cp1252": "Windows-1252 (Latin-1)"}.get(encoding, encoding.upper().removesuffix("-LE").removesuffix("-BE"))
