"""What went wrong: one sentence that says what to do next, and an exit code."""

from __future__ import annotations

import os

import click

from moditrack.errors import DatabaseError, FileError, InputError

FAULT = 70
"""The exit code of a fault of moditrack, as sysexits.h has it for any program's own."""


def explain(error: Exception, *, debug: bool) -> tuple[str, int]:
    """One sentence (none for Ctrl-C) and the exit code for an error. A fault of moditrack shows its
    traceback where that was asked for (`debug`, or the variable MODITRACK_DEBUG)."""
    known = ("", 130) if _was_signalled(error) else _known(error)
    if known is not None:
        return known
    name = type(error).__name__
    if debug or os.environ.get("MODITRACK_DEBUG"):
        import sys
        import traceback

        traceback.print_exception(error, file=sys.stderr)
        return f"This is a bug of moditrack ({name}): please report it with the lines above.", FAULT
    text = f"{name}: {error}" if str(error) else name
    return (
        f"This is a bug of moditrack ({text}): please report it with what --debug shows.",
        FAULT,
    )


def _was_signalled(error: Exception) -> bool:
    """Whether a question to the database ended because Ctrl-C came while SQLite was at work."""
    if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
        return False
    from moditrack.db.connection import time_is_up

    return not time_is_up()


def _known(error: Exception) -> tuple[str, int] | None:
    """The same for an error that a person can mend; None for any other."""
    if isinstance(error, InputError):
        return str(error), 2
    if isinstance(error, (DatabaseError, FileError)):
        return str(error), 1
    if isinstance(error, click.ClickException):
        return _sentence(error), error.exit_code
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}: mend that or name another place.", 1
    if isinstance(error, UnicodeEncodeError) or (
        isinstance(error, ValueError) and "embedded null" in str(error)
    ):
        return "An argument holds a character that no text or file can have: leave it out.", 2
    from moditrack.db.errors import of_the_database

    what = of_the_database(error)
    return None if what is None else (what, 1)


def _sentence(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption) and error.possibilities:
        import difflib

        near = difflib.get_close_matches(error.option_name, error.possibilities, n=1, cutoff=0)
        error = click.NoSuchOption(error.option_name, possibilities=near, ctx=error.ctx)
    text = error.format_message().strip()
    if isinstance(error, click.NoSuchOption):  # worded by each version of click in its own way
        text = f"No such option '{error.option_name}'."
        text += f" Did you mean '{error.possibilities[0]}'?" if error.possibilities else ""
    if isinstance(error, click.UsageError) and error.ctx is not None and "id you" not in text:
        path = error.ctx.command_path
        text = f"{text.rstrip('.')} (see '{path} --help')."
    return " ".join(text.split())
