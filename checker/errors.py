"""The one tree of errors: each knows path, line and a hint, and reads as one clear line."""

from __future__ import annotations

from collections.abc import Iterable


class FactcheckError(Exception):
    """Something the user can mend; `str()` is "path:line: sentence. hint"."""

    def __init__(self, sentence: str, path: str | None = None, line: int | None = None, hint: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.path, self.line, self.hint = sentence, path, line, hint

    def __str__(self) -> str:
        place = "" if self.path is None else self.path + (f":{self.line}" if self.line else "") + ": "
        return place + self.sentence + (f" {self.hint}" if self.hint else "")


class UsageError(FactcheckError):
    """The command line asks for something that cannot be done."""


class ConfigError(FactcheckError):
    """factcheck.toml or [tool.factcheck] says something that is not understood."""


class RuleError(FactcheckError):
    """A rule file is refused."""


class SourceError(FactcheckError):
    """A named source cannot be read or holds no text."""


class PipelineError(FactcheckError):
    """The English pipeline is missing, altered or cannot be loaded."""


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """ "Did you mean 'compare'?" with the nearest known word, None where none is near."""
    import difflib  # only needed when something is already wrong

    words = {k.casefold(): k for k in known}
    near = difflib.get_close_matches(word.casefold(), words, n=1, cutoff=cutoff)
    return f"Did you mean {words[near[0]]!r}?" if near else None
