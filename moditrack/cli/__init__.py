"""The command line: one thin file per command, loaded only when that command is run."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from moditrack import __version__
from moditrack.cli.help import Help
from moditrack.errors import DatabaseError, InputError, one_line, unknown

COMMANDS = {
    "What happened": {
        "outcomes": "Offences by outcome and year.",
        "victims": "Victims by age or ethnicity, and sex.",
        "compare": "City of London Police beside the national rate.",
        "figures": "Every quantity that the reports state.",
        "timeline": "What happened when.",
    },
    "Who did it, and what was promised": {
        "operations": "Operations, programmes and agreements, or one of them.",
        "agencies": "Who is responsible for what, or one agency.",
        "commitments": "What was promised, and what was reported later.",
    },
    "To show and to hand round": {
        "plot": "A picture of what the reports say, as a file.",
        "report": "A briefing with charts, tables and references.",
        "browse": "Look at everything in a web browser.",
        "export": "Write the dataset as a Data Package.",
    },
    "Where it comes from, and what does not fit": {
        "check": "What does not fit, and the arithmetic behind it.",
        "search": "Search everything, best first.",
        "sql": "Ask in SQL; nothing can be written.",
        "sources": "The reports, their passages, and what is not in them.",
        "verify": "Hold the records against the documents in a folder.",
        "draft": "Start the records of a new report.",
        "seed": "Rebuild the database from the records.",
    },
}


class Commands(Help, click.Group):
    """A group that knows its commands by name and help line, and imports one when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for section in COMMANDS.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"moditrack.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            known = {name: name for name in self.list_commands(ctx)}
            raise InputError(str(unknown("command", args[0], known)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, section in COMMANDS.items():
            with formatter.section(title):
                formatter.write_dl(list(section.items()))


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"moditrack {__version__}")
        ctx.exit()


@click.command(
    cls=Commands,
    invoke_without_command=True,
    epilog="Exit codes and environment variables: docs/cli.md.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """What four public reports (2003 to 2024) say about human trafficking, modern slavery and
    organised immigration crime in London, with the paragraph each figure came from.

    Every command takes --help, and --json where it prints rows.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line; return its exit code. Errors are one sentence on stderr."""
    stdout = sys.stdout
    if stdout is None:
        return 1
    try:
        # What a console cannot show is escaped there, never a reason to stop.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        result = cli.main(
            list(args) if args is not None else None, prog_name="moditrack", standalone_mode=False
        )
        sys.stdout.flush()
    except click.Abort:
        _let_go(stdout)
        return 130
    except BrokenPipeError:  # the reader has seen enough
        _let_go(stdout)
        return 0
    except SystemExit:
        # click ends the program where the reader of a pipe has gone, having wrapped its stream.
        if sys.stdout is stdout:
            raise
        _let_go(stdout)
        return 0
    except Exception as error:
        message, code = _explain(error)
        with contextlib.suppress(OSError):  # where nobody can be told, the exit code tells
            click.echo(f"Error: {one_line(message)}", err=True)
        _let_go(stdout)
        return code
    return result if isinstance(result, int) else 0


def _let_go(stdout: TextIO) -> None:
    """Drop what cannot be written: the interpreter would try again, and end with 120."""
    for number, stream in ((1, stdout), (2, sys.stderr)):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            import os

            os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def _explain(error: Exception) -> tuple[str, int]:
    """One sentence and the exit code for an error that a person can mend; raises any other."""
    if isinstance(error, InputError):
        return str(error), 2
    if isinstance(error, DatabaseError):
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
    from moditrack.database import damage

    what = damage(error)
    if what is None:
        raise error
    return what, 1


def _sentence(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption) and error.possibilities:
        import difflib

        near = difflib.get_close_matches(error.option_name, error.possibilities, n=1, cutoff=0)
        error = click.NoSuchOption(error.option_name, possibilities=near, ctx=error.ctx)
    text = error.format_message().strip()
    if isinstance(error, click.UsageError) and error.ctx is not None and "did you" not in text:
        path = error.ctx.command_path
        text = f"{text.rstrip('.')} (see '{path} --help')."
    return " ".join(text.split())
