"""Turn an error into one sentence that says what to do next, and an exit code."""

from __future__ import annotations

import os

import click

from moditrack.errors import DatabaseError, FileError, InputError

BUG = 70
"""The exit code of a bug in moditrack: EX_SOFTWARE of sysexits.h."""


def explain(error: Exception, *, debug: bool) -> tuple[str, int]:
    """A sentence (empty for Ctrl-C) and an exit code for an error.

    A bug shows its traceback with `debug` or the variable MODITRACK_DEBUG.
    """
    known = ("", 130) if _was_signalled(error) else _known(error)
    if known is not None:
        return known
    name = type(error).__name__
    if debug or os.environ.get("MODITRACK_DEBUG"):
        import sys
        import traceback

        traceback.print_exception(error, file=sys.stderr)
        return f"This is a bug in moditrack ({name}): please report it with the lines above.", BUG
    text = f"{name}: {error}" if str(error) else name
    return (f"This is a bug in moditrack ({text}): please report it with what --debug shows.", BUG)


def _was_signalled(error: Exception) -> bool:
    """Whether Ctrl-C interrupted a query."""
    if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
        return False
    from moditrack.errors import LAST_QUERY

    return not LAST_QUERY.time_is_up


def _known(error: Exception) -> tuple[str, int] | None:
    """A sentence and an exit code for an error that a person can fix; None for any other."""
    if isinstance(error, InputError):
        return str(error), 2
    if isinstance(error, (DatabaseError, FileError)):
        return str(error), 1
    if isinstance(error, click.ClickException):
        return _sentence(error), error.exit_code
    if isinstance(error, OSError):
        file = f"{error.filename}: " if error.filename else ""
        return f"{file}{error.strerror or error}: fix that or name another place.", 1
    if isinstance(error, UnicodeEncodeError) or (
        isinstance(error, ValueError) and "embedded null" in str(error)
    ):
        return "An argument has a character that no text or file can have: leave it out.", 2
    from moditrack.db.errors import database_cause

    what = database_cause(error)
    return None if what is None else (what, 1)


def _sentence(error: click.ClickException) -> str:
    text = error.format_message().strip()
    if isinstance(error, click.NoSuchOption):  # click changes this wording between versions
        near = error.possibilities or ()
        text = f"No such option '{error.option_name}'."
        text += f" Did you mean '{near[0]}'?" if near else ""
    if isinstance(error, click.BadOptionUsage) and error.option_name in ("-p", "--parameter"):
        text = (
            f"{error.option_name} takes a name and a value: write {error.option_name} NAME VALUE."
        )
    if isinstance(error, click.BadOptionUsage) and text.endswith("requires an argument."):
        lists = error.option_name in ("--measure", "--unit")
        hint = ": 'moditrack figures --list' lists what there is" if lists else ""
        text = f"{error.option_name} needs a value{hint}."
    if isinstance(error, click.UsageError) and error.ctx is not None and "id you" not in text:
        path = error.ctx.command_path
        text = f"{text.rstrip('.')} (see '{path} --help')."
    return " ".join(text.split())
