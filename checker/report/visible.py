"""Source text as it may be shown: what would steer a terminal or turn the line round is spelled out instead of sent."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# joiners belong to the spelling of words in several scripts
_KEPT = {"\u200c", "\u200d"}


def visible(text: str) -> str:
    """The text on one line, white space folded, control and direction characters as \\x1b or \\u202e."""
    return inline(text).strip()


def inline(text: str) -> str:
    """As `visible`, with a space at either end where the text has one: for a stretch inside a sentence."""
    # web pages are full of soft hyphens, which say nothing
    return re.sub(r"\s+", " ", text if text.isprintable() else "".join(map(_spelled, text.replace("\u00ad", ""))))


def safe_json(text: str) -> str:
    """JSON that means the same, with every character escaped that would steer a terminal."""
    return re.sub(r"[^\x00-\x7e]", lambda m: _escaped(m[0]), text)


@cache
def _sent(character: str) -> bool:
    """Whether the character steers what shows it instead of being shown."""
    if character in "\t\n\r" or character in _KEPT:
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _spelled(character: str) -> str:
    if not _sent(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _escaped(character: str) -> str:
    if not _sent(character):
        return character
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
