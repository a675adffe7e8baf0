"""The forms of English verbs that stand as adjectives, nouns and headline words: injured, stabbing, seized."""

from __future__ import annotations

_VOWELS = "aeiou"


def forms_of(verb: str, irregular: str | None = None) -> tuple[str, ...]:
    """The -ing, past and -s forms of a verb; `irregular` holds the past forms where they are not regular ("stole stolen")."""
    if verb.endswith("e"):
        stem, past = (verb[:-1], verb + "d") if not verb.endswith(("ee", "oe", "ye")) else (verb, verb + "d")
        third = verb + "s"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        stem, past, third = verb, verb[:-1] + "ied", verb[:-1] + "ies"
    else:
        stem = verb + verb[-1] if _doubles(verb) else verb
        past, third = stem + "ed", verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    pasts = tuple(irregular.split()) if irregular else (past,)
    return (stem + "ing", third, *pasts)


def _doubles(verb: str) -> bool:
    """Whether the last consonant is doubled: one-syllable verbs in consonant, vowel, consonant."""
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    return sum(c in _VOWELS for c in verb) == 1
