"""Rules x topics -> Findings; the only place where severity is decided."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Coverage, Memo, Topic, Understanding


def memo(story: Understanding, topics: Sequence[Topic], rules: Sequence[object]) -> Memo:
    """The Memo of a story."""
    return Memo(story.sources, (), tuple(topics), (), Coverage(), story.notices, story.documents, story.readings)
