"""`factcheck accept` and factcheck-accepted.toml: findings that a desk has looked at and let stand."""

from __future__ import annotations

import datetime
import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.cli.sources import settings
from checker.config import Config, TomlFile
from checker.errors import UsageError
from checker.model import Memo, Notice

FILE = "factcheck-accepted.toml"


@dataclass(frozen=True, slots=True)
class Accepted:
    """One entry of the file."""

    fingerprint: str
    reason: str
    line: int
    until: datetime.date | None = None


def accept_finding(fingerprint: str, reason: str, by: str | None, until: str | None, config: str | None) -> int:
    """Adds the fingerprint to the file, with who accepted it and why."""
    found = settings(config)
    path = Path(found.folder) / FILE
    if not re.fullmatch(r"[\w:.+-]{4,}", fingerprint):
        raise UsageError(f"{fingerprint!r} is no fingerprint of a finding.", hint="--format json shows them.")
    if not reason.strip():
        raise UsageError("--reason must say why the finding is all right.")
    known = [a for a in _read(found) if a.fingerprint == fingerprint]
    if known:
        raise UsageError(f"{fingerprint} is accepted already: {known[0].reason}", str(path), known[0].line)
    lines = ["[[accepted]]", f"fingerprint = {_quoted(fingerprint)}", f"reason = {_quoted(reason.strip())}"]
    who = by or os.environ.get("USER") or os.environ.get("USERNAME")
    if who:
        lines.append(f"by = {_quoted(who)}")
    if until is not None:
        lines.append(f"until = {_day(until).isoformat()}")
    before = path.read_text(encoding="utf-8").rstrip() + "\n\n" if path.is_file() else ""
    path.write_text(before + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"Accepted in {path}.\n")
    return 0


def without_accepted(memo: Memo, config: Config) -> Memo:
    """The Memo without the accepted findings; notices say how many, and which entries no longer hold.

    There is no clock: the newest date of publication in the story counts as today.
    """
    entries = _read(config)
    if not entries:
        return memo
    path = _path(config)
    today = max((r.published[:10] for r in memo.sources if r.published), default="")
    expired = {e.fingerprint: e for e in entries if e.until is not None and e.until.isoformat() < today}
    valid = {e.fingerprint for e in entries} - set(expired)
    raised = {f.fingerprint for f in memo.findings}
    told = [
        Notice(path, e.line, f"Accepted until {e.until}, but the newest report is of {today}: it is raised again.")
        for e in expired.values()
        if e.fingerprint in raised
    ]
    left_out = len([f for f in memo.findings if f.fingerprint in valid])
    if left_out:
        told.append(Notice(path, None, f"{left_out} {'finding was' if left_out == 1 else 'findings were'} accepted earlier and left out."))
    unmet = [e for e in entries if e.fingerprint not in raised]
    if unmet and not config.stories:
        names = ", ".join(e.fingerprint for e in unmet[:3]) + (" ..." if len(unmet) > 3 else "")
        count = "One accepted entry meets" if len(unmet) == 1 else f"{len(unmet)} accepted entries meet"
        told.append(Notice(path, unmet[0].line, f"{count} no finding here: {names}."))
    findings = tuple(f for f in memo.findings if f.fingerprint not in valid)
    return replace(memo, findings=findings, notices=(*memo.notices, *told), accepted=(*memo.accepted, *sorted(valid & raised)))


def unused(config: Config, memos: Sequence[Memo]) -> tuple[Notice, ...]:
    """A notice for each entry that meets no finding of any story."""
    met = {f.fingerprint for memo in memos for f in memo.findings} | {print_ for memo in memos for print_ in memo.accepted}
    return tuple(
        Notice(_path(config), e.line, f"The accepted finding {e.fingerprint} is raised by no story any more.")
        for e in _read(config)
        if e.fingerprint not in met
    )


def _path(config: Config) -> str:
    return os.path.normpath(os.path.join(config.folder, FILE))


def _read(config: Config) -> tuple[Accepted, ...]:
    path = Path(_path(config))
    if not path.is_file():
        return ()
    file = TomlFile(path)
    file.known_only(file.table, ("accepted",), "table of this file")
    out: list[Accepted] = []
    for entry in file.tables("accepted"):
        file.known_only(entry, ("fingerprint", "reason", "by", "until"), "key of an accepted finding")
        fingerprint, reason, until = entry.get("fingerprint"), entry.get("reason"), entry.get("until")
        if not isinstance(fingerprint, str) or not isinstance(reason, str) or not reason.strip():
            file.refuse(str(fingerprint or "accepted"), "An accepted finding needs a fingerprint and a reason.")
        if until is not None and not isinstance(until, datetime.date):
            until = _day(str(until), str(path), file.line_of(str(fingerprint)))
        out.append(Accepted(str(fingerprint), str(reason), file.line_of(str(fingerprint)) or 1, until))
    return tuple(out)


def _day(text: str, path: str | None = None, line: int | None = None) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"until: {text!r} is not a date like 2026-12-31.", path, line) from None


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
