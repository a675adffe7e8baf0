"""The command line: the only place that prints, reads the environment or exits."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace


def main(argv: list[str] | None = None) -> int:
    """Runs one command; the exit code is 0, 1, 2 or 130 as DESIGN.md says."""
    parser = argparse.ArgumentParser("factcheck")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("compare", "facts"):
        p = commands.add_parser(name)
        p.add_argument("files", nargs="+")
        p.add_argument("--format", default="json")
        p.add_argument("--published")
        p.add_argument("--questions", action="store_true")
        p.add_argument("--why-aligned", action="store_true")
        p.add_argument("--fail-on", default="error")
    args = parser.parse_args(argv)
    import checker
    from checker.cli import stopgap
    from checker.config import Config

    config = replace(Config(), published=(("", args.published),) if args.published else ())
    if args.command == "facts":
        sys.stdout.write(stopgap.facts_lines(checker.facts(args.files, config), args.questions))
        return 0
    memo = checker.compare(args.files, config)
    sys.stdout.write(stopgap.memo_json(memo, args.why_aligned))
    return int(args.fail_on != "never" and any(f.severity == "error" for f in memo.findings))
