"""The command line: one thin file per command, loaded only when that command is run."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Sequence
from typing import Any, TextIO

import click

from moditrack import __version__
from moditrack.cli.every_command import Once, debug_option
from moditrack.cli.options import FAILED, completes
from moditrack.errors import InputError, one_line, unknown

COMMANDS = {
    "What happened": {
        "outcomes": "Offences by outcome and year.",
        "victims": "Victims by age or ethnicity, and sex.",
        "compare": "City of London Police compared with the national rate.",
        "figures": "Every quantity stated in the reports.",
        "timeline": "Events in date order.",
    },
    "Who did it, and what was promised": {
        "operations": "Operations, programmes and agreements, or one of them.",
        "agencies": "Who is responsible for what, or one agency.",
        "commitments": "What was promised, and what was reported later.",
    },
    "Charts, briefings and files": {
        "plot": "Draw a chart and save it as a file.",
        "report": "Write a briefing with charts, tables and references.",
        "browse": "Browse the dataset in a web browser.",
        "export": "Write the dataset as a Data Package.",
    },
    "Sources and checks": {
        "check": "Printed numbers that do not add up, with the arithmetic.",
        "search": "Search the whole dataset, best matches first.",
        "sql": "Run a read-only SQL query.",
        "sources": "The reports, their passages, and documents they refer to.",
        "verify": "Compare the records with the documents in a folder.",
        "draft": "Start the records of a new report.",
        "seed": "Rebuild the database from the records.",
    },
}


class Commands(Once, click.Group):
    """A group that lists its commands by name, and imports one only when it runs."""

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
        name, command, rest = super().resolve_command(ctx, args)
        reads = command is not None and any(param.name == "db" for param in command.params)
        if ctx.params.get("db") is not None and not reads:
            raise InputError(f"'moditrack {name}' uses no database: leave out --db.")
        return name, command, rest

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, section in COMMANDS.items():
            with formatter.section(title):
                formatter.write_dl(list(section.items()))


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"moditrack {__version__}")
        ctx.exit()


def _for_every_command(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """Make an option given before the command the default of the same option after it."""
    if value not in (None, False):
        common = ctx.meta.setdefault("moditrack.common", {})
        common[param.name] = value
        ctx.default_map = {name: common for section in COMMANDS.values() for name in section}
    return value


@click.command(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--db",
    metavar="FILE",
    callback=_for_every_command,
    shell_complete=completes("file"),
    hidden=True,
)
@click.option("--no-pager", is_flag=True, callback=_for_every_command, hidden=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
@click.pass_context
def cli(ctx: click.Context, db: str | None, no_pager: bool) -> None:
    """What four public reports (2003 to 2024) say about human trafficking, modern slavery and
    organised immigration crime in London, with the paragraph each figure came from.

    Every command takes --help; those that print rows take --json. --db FILE, --debug and
    --no-pager may come before or after the command. Exit codes and environment
    variables: docs/cli.md.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


cli.params.append(debug_option())


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line; return its exit code. Errors are one sentence on stderr."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from moditrack.cli.streams import open_closed_streams

        open_closed_streams()
    stdout = sys.stdout
    if stdout is None:
        click.echo("Error: Standard output is closed: open it, or send it to /dev/null.", err=True)
        return 1
    flags: set[str] = set()
    try:
        # Characters that a console cannot show are escaped.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        result = cli.main(
            list(args) if args is not None else None,
            prog_name="moditrack",
            standalone_mode=False,
            obj=flags,
        )
        sys.stdout.flush()
    except click.Abort:
        _discard_output(stdout)
        return 130
    except BrokenPipeError:  # the reader has closed the pipe
        _discard_output(stdout)
        return int(FAILED in flags)
    except SystemExit:
        # click replaces stdout and exits when the reader of a pipe has gone.
        if sys.stdout is stdout:
            raise
        _discard_output(stdout)
        return int(FAILED in flags)
    except Exception as error:
        from moditrack.cli.errors import explain

        message, code = explain(error, debug="debug" in flags)
        with contextlib.suppress(OSError):  # stderr may be closed; the exit code remains
            if message:
                click.echo(f"Error: {one_line(message)}", err=True)
        _discard_output(stdout)
        return code
    return result if isinstance(result, int) else int(FAILED in flags)


def _discard_output(stdout: TextIO) -> None:
    """Discard unwritable output; Python would retry it at exit and return 120."""
    for number, stream in ((1, stdout), (2, sys.stderr)):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            import os

            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
