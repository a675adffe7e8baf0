"""A mention of a happening as read in its own sentence, before the reports are laid side by side."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Happening, Mood, Role, Span


@dataclass(slots=True)
class Draft:
    """What Happening holds, without group and main event."""

    source: int
    predicate: int
    concept: str
    roles: tuple[Role, ...]
    affirmed: bool
    mood: Mood
    speaker: str | None
    anchor: str | None
    start: int
    end: int

    def happening(self, group: str, main: bool) -> Happening:
        """The finished mention."""
        return Happening(
            f"{self.source}:{self.predicate}", group, self.concept, self.source, self.predicate, self.roles, self.affirmed, self.mood,
            self.speaker, self.anchor, Span(self.source, self.start, self.end), main,
        )
