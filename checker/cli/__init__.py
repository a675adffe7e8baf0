"""The command line: the only place that prints, reads the environment or exits."""

from __future__ import annotations

import contextlib
import os
import sys

import click

from checker.cli.commands import factcheck
from checker.errors import FactcheckError, did_you_mean


def main(argv: list[str] | None = None) -> int:
    """Runs one command; 0 nothing found, 1 findings, 2 could not check, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = factcheck.main(args=sys.argv[1:] if argv is None else argv, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return 2
    except click.UsageError as error:
        _complain(_usage(error))
        return 2
    except click.ClickException as error:
        _complain(error.format_message())
        return 2
    except FactcheckError as error:
        _complain(str(error))
        return 2
    except (click.Abort, KeyboardInterrupt):
        print("factcheck: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # `factcheck compare ... | head`: what was asked for has been read
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        _complain(f"An error of ours: {type(error).__name__}: {error}. Set FACTCHECK_DEBUG=1 to see where.")
        return 2


def _complain(sentence: str) -> None:
    print(f"factcheck: {sentence}", file=sys.stderr)


def _usage(error: click.UsageError) -> str:
    """click's sentence with the nearest word that would have been right."""
    sentence = error.format_message()
    command = error.ctx.command_path if error.ctx else "factcheck"
    hint = None
    if isinstance(error, click.NoSuchOption):
        known = [o for p in error.ctx.command.params for o in p.opts if o.startswith("--")] if error.ctx else []
        sentence, hint = f"There is no option {error.option_name!r}.", did_you_mean(error.option_name, known)
    elif isinstance(error, click.BadParameter) and isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.Choice):
        given = error.message.split("'")  # 'jsn' is not one of ...
        hint = did_you_mean(given[1], map(str, error.param.type.choices)) if len(given) > 1 else None
    elif error.ctx is not None and isinstance(error.ctx.command, click.Group) and sentence.startswith("No such command"):
        name = sentence.split("'")[1]
        sentence, hint = f"There is no command {name!r}.", did_you_mean(name, error.ctx.command.commands)
    return " ".join(filter(None, (sentence, hint, f"See '{command} --help'.")))


