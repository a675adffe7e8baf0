"""News concepts, counted things and quantity names: word lists an editor can read and extend, with a fast look-up."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from checker.concepts.entries import Concept, CountedClass, Family, Pattern, Quantity
from checker.concepts.forms import forms_of
from checker.concepts.reading import PREPOSITIONS, head_of, read_concepts, read_counted, read_quantities, read_words
from checker.model import Document, Token

__all__ = ["Concept", "Concepts", "CountedClass", "Family", "Quantity", "load", "of_newsroom"]

_FAMILY: dict[str, Family] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adjective"}
_FAMILIES: tuple[Family, ...] = ("verb", "noun", "adjective")
_OTHER_CLAUSES = frozenset(("conjunct", "clause", "adverbial_clause", "relative_clause", "noun_clause", "parataxis"))
_CLOSE = 2  # tokens from a verb to the preposition that makes its meaning ("checked into", "looked hard for")
_NEAR = 9  # tokens between the head of a phrase and its other words
_newsroom: ContextVar[Path | None] = ContextVar("newsroom", default=None)


def load(extra: Path | None = None) -> Concepts:
    """The shipped concepts, with those of a newsroom's folder `extra` added, else of the one whose story is being read."""
    return _loaded(extra or _newsroom.get())


@contextmanager
def of_newsroom(folder: str | None) -> Iterator[None]:
    """Within it, whoever loads the concepts gets the newsroom's own too; ConfigError where one of its files is not understood."""
    before = _newsroom.set(Path(folder) if folder is not None else None)
    try:
        load()
        yield
    finally:
        _newsroom.reset(before)


@functools.cache
def _loaded(extra: Path | None) -> Concepts:
    return Concepts(extra)


class Concepts:
    """Look-ups over the concept files; words are lemmas in lower case."""

    def __init__(self, extra: Path | None = None) -> None:
        self.all = read_concepts(extra)
        self.classes = read_counted(extra)
        self.quantities = read_quantities(extra)
        words = read_words(extra)
        self.light_verbs = frozenset(words["light_verbs"])
        self.event_nouns = frozenset(words["event_nouns"])
        self.not_events = frozenset(words["not_events"])
        self.other_occasion = frozenset(words["other_occasion"])
        self._months = frozenset(words["months"])
        self._days = frozenset(words["days"])
        self.stages = frozenset(words["stages"])
        self.any_event = frozenset(words["any_event"])
        self._nominal = {noun: verb for verb, noun in (line.split() for line in words["nouns_of_verbs"])}
        self._patterns: dict[tuple[str, Family], list[Pattern]] = {}
        self._forms: dict[str, str] = {}
        self._verbs: set[tuple[str, str]] = set()
        irregular = dict(line.split(" ", 1) for line in words["irregular_verbs"])
        for concept in self.all.values():
            self._add(concept, words, irregular)
        for patterns in self._patterns.values():
            patterns.sort(key=lambda p: -len(p.rest))
        self._classes = {word: c.id for c in self.classes.values() for word in c.words}
        self._above = {c.id: self._all_above(c.id) for c in self.classes.values()}
        self._quantities = {word: q.id for q in self.quantities.values() for word in q.words}
        self._quantity_verbs = {word: q.id for q in self.quantities.values() for word in q.verbs}

    def concept(self, id: str) -> Concept:
        """The concept; KeyError where there is none."""
        return self.all[id]

    def by_word(self, lemma: str, family: Family) -> str | None:
        """The concept of a single word, without a look at its neighbours."""
        patterns = self._patterns.get((lemma, family))
        return patterns[-1].concept if patterns and not patterns[-1].rest else None

    def predicate(self, document: Document, i: int) -> str | None:
        """The concept that token i names, alone or with the words that hang on it ("lost their lives", "death toll", "ran aground")."""
        token = document.tokens[i]
        family = _FAMILY.get(token.pos)
        if family is None or (token.pos == "PROPN" and token.lower in self._months):
            return None
        if token.pos == "ADV" and not _stands_for_itself(document, token):
            return None
        for lemma, kind in self._ways(document, token, family):
            patterns = self._patterns.get((lemma, kind))
            if patterns:
                found = patterns[0].concept if not patterns[0].rest else _longest(patterns, _Near(document, i, kind, self._days))
                if found:
                    return found
        return None

    def verb_of(self, word: str) -> str:
        """The verb that a noun or a form in -ing or -ed comes from ("negotiation", "stabbing"), else the word itself."""
        return self._nominal.get(word) or self._forms.get(word) or word

    def happens_to_subject(self, concept: str, token: Token) -> bool:
        """Whether a verb without an object has as subject the one it happens to ("12 died", "the bridge collapsed", "two are missing")."""
        entry = self.all.get(concept)
        if entry is None or not (entry.befalls or entry.causes):
            return False
        return (concept, token.lemma) in self._verbs or token.lower in entry.adjectives

    def befalls(self, concept: str) -> bool:
        """Whether the concept is something that comes over somebody: "Rossi's death" is told of Rossi, "Rossi's visit" is done by him."""
        entry = self.all.get(concept)
        return entry is not None and (entry.befalls or bool(entry.causes and entry.verbs and entry.running))

    def counted(self, lemma: str) -> str:
        """The class of a counted noun, else the lemma itself."""
        return self._classes.get(lemma, lemma)

    def subset(self, a: str, b: str) -> bool:
        """Whether every thing of class a is one of class b (or they are the same)."""
        return a == b or b in self._above.get(a, ())

    def quantity(self, phrase: str) -> str | None:
        """The quantity that a noun or noun phrase names ("share price")."""
        return self._quantities.get(phrase)

    def quantity_at(self, document: Document, i: int) -> str | None:
        """The quantity that token i names, with its compounds and adjectives first ("net profit" before "profit"), verbs too ("cost")."""
        token = document.tokens[i]
        if token.pos in ("VERB", "AUX"):
            return self._quantity_verbs.get(token.lemma)
        words = (token.lower, token.lemma.lower())  # "damages" before "damage"
        for child in document.children[i]:
            if child < i and document.tokens[child].relation in ("compound", "adjective"):
                before = document.tokens[child]
                for word in words:
                    found = self._quantities.get(f"{before.lower} {word}") or self._quantities.get(f"{before.lemma.lower()} {word}")
                    if found:
                        return found
        return self._quantities.get(words[0]) or self._quantities.get(words[1])

    def opposite(self, a: str, b: str) -> bool:
        """Whether two concepts rule each other out (arrest and free)."""
        first, second = self.all.get(a), self.all.get(b)
        return first is not None and second is not None and (first.opposite == b or second.opposite == a)

    def entails(self, a: str, b: str) -> bool:
        """Whether whatever is a is b too: a murder is a death, a bombing an explosion."""
        above = self.all[a].entails if a in self.all else ()
        return b in above or any(self.entails(c, b) for c in above)

    def _ways(self, document: Document, token: Token, family: Family) -> tuple[tuple[str, Family], ...]:
        """The (word, family) pairs to look up for a token, best first."""
        lemma, lower = token.lemma.lower(), token.lower
        if family == "verb":
            verbs: tuple[tuple[str, Family], ...] = ((lemma, "verb"),)
            if self._forms.get(lower, lemma) != lemma:
                verbs = (*verbs, (self._forms[lower], "verb"))  # "gutted", of which the English makes "gutte"
            if token.tag in ("VBN", "VBG") and not any(document.tokens[c].relation == "object" for c in document.children[token.i]):
                return ((lower, "adjective"), *verbs)
            return verbs
        if family == "adjective":
            return ((lower, "adjective"), (self._forms.get(lower, ""), "verb"))
        if lower in self._forms and (token.pos == "PROPN" or not lower.endswith("s")):  # "Police Seize Ship", "the stabbing"; not "lives"
            return ((lemma, "noun"), (lower, "noun"), (self._forms[lower], "verb"))
        return ((lemma, "noun"), (lower, "adjective"))

    def _add(self, concept: Concept, words: dict[str, tuple[str, ...]], irregular: dict[str, str]) -> None:
        lists = zip(_FAMILIES, ((*concept.verbs, *concept.causes), concept.nouns, concept.adjectives), strict=True)
        for family, phrases in lists:
            for phrase in dict.fromkeys(phrases):
                head, rest = head_of(phrase, family, words)
                particles = bool(rest) and all(either <= PREPOSITIONS for either in rest)
                causes = family == "verb" and phrase not in concept.verbs
                self._patterns.setdefault((head, family), []).append(Pattern(concept.id, rest, particles, causes))
        for phrase in (*concept.verbs, *concept.causes):
            head = phrase.split()[0]
            for form in forms_of(head, irregular.get(head)):
                if form not in self.not_events:
                    self._forms.setdefault(form, head)
        self._verbs.update((concept.id, phrase.split()[0]) for phrase in concept.verbs)

    def _all_above(self, id: str) -> frozenset[str]:
        out: set[str] = set()
        stack = list(self.classes[id].subset_of)
        while stack:
            above = stack.pop()
            if above not in out:
                out.add(above)
                stack.extend(self.classes[above].subset_of if above in self.classes else ())
        return frozenset(out)


def _stands_for_itself(document: Document, token: Token) -> bool:
    """Whether an adverb says how something is ("ran aground", "is up 3 %"), and is not the particle of a verb."""
    if token.relation == "attribute" or token.lower in ("aground", "alive", "alight", "ablaze", "missing"):
        return True
    return any(document.tokens[c].relation in ("adverbial_noun", "number") for c in document.children[token.i])


def _is_a_day(document: Document, i: int, days: frozenset[str]) -> bool:
    """Whether a phrase is a day, a month, a year or an hour: its preposition makes no phrase with the verb."""
    token = document.tokens[i]
    if token.relation not in ("oblique", "adverbial_noun") or document.tokens[token.head].pos != "VERB":
        return False
    if token.pos == "NUM":
        return ":" in token.text or (len(token.text) == 4 and token.text.isdecimal())
    return token.lower in days


def _longest(patterns: list[Pattern], near: _Near) -> str | None:
    """The concept of the longest pattern that fits; of two as long, the one whose words hang on the head itself ("sent off in the ...")."""
    second: Pattern | None = None
    for pattern in patterns:
        if second is not None and len(pattern.rest) < len(second.rest):
            break
        where = near.close if pattern.particles else near.below if pattern.causes else near.all
        if any(either.isdisjoint(where) for either in pattern.rest):
            continue
        if not any(either.isdisjoint(near.on_it) for either in pattern.rest):
            return pattern.concept
        second = second or pattern
    return second.concept if second else None


class _Near:
    """The words, as lemmas and as printed, that hang near by on a token."""

    __slots__ = ("all", "below", "close", "on_it")

    def __init__(self, document: Document, i: int, kind: Family, days: frozenset[str]) -> None:
        tokens = document.tokens
        self.on_it: set[str] = set()  # on the token itself
        self.below: set[str] = set()  # and on those, but not the one who acts
        self.close: set[str] = set()  # prepositions that follow at once
        acting: set[str] = set()
        bare = kind == "adjective" and tokens[i].pos == "NOUN"  # "in hospital", not "in the hospital"
        if not bare or not any(tokens[c].relation in ("determiner", "possessive", "adjective") for c in document.children[i]):
            for child in document.children[i]:
                if abs(child - i) > _NEAR:
                    continue
                token = tokens[child]
                if token.relation == "marker":
                    continue  # the "that" of "it was on Monday that they were found" is no part of "find that"
                words = acting if token.relation in ("subject", "agent") else self.below
                self.on_it.update((token.lemma, token.lower))
                words.update((token.lemma, token.lower))
                if token.relation in _OTHER_CLAUSES or _is_a_day(document, child, days):
                    continue  # "carried out on 22 August" carries nothing on
                for grandchild in document.children[child]:
                    if abs(grandchild - i) <= _NEAR:
                        token = tokens[grandchild]
                        words.update((token.lemma, token.lower))
                        if i < grandchild <= i + _CLOSE and not bare:
                            self.close.add(token.lower)
        self.close |= self.on_it
        self.all = self.below | acting
