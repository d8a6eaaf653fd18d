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

QUESTIONS = {
    "outcomes": ("", "How did the offences of each year end?"),
    "victims": ("--by age", "Who were the victims?"),
    "compare": ("", "Is the City's share of crime below the nation's?"),
    "operations": ("maxim", "What is known about Operation Maxim?"),
    "agencies": ("--matrix", "Who does what, in which area of work?"),
    "commitments": ("", "What was promised, and what was reported later?"),
    "figures": ("--unit GBP", "Which sums of money are named?"),
    "timeline": ("--from 2003-06", "What happened from June 2003 on?"),
    "check": ("", "Which numbers do not fit, and why?"),
    "search": ("forged passports", "Where do the reports mention forged passports?"),
    "define": ("level 2", "What is Level 2?"),
    "sources": ("", "Where does it all come from, and what is missing?"),
}
"""The commands that answer, each with arguments and the question that it then answers."""
ALSO = {"check": ("--fields question", "What should I ask the authors?")}
"""What else is asked of a command, in the same way."""
OTHERS = {
    "Share it": {"report": "briefing", "plot": "picture", "browse": "web", "export": "data"},
    "New report": {"audit": "its arithmetic", "draft": "its records"},
    "Work on it": {"sql": "query", "verify": "records", "seed": "database"},
}
"""The other commands, each with what it makes or takes."""
COMMANDS = (*QUESTIONS, *(name for section in OTHERS.values() for name in section))


class Commands(Once, click.Group):
    """A group that lists its commands by name, and imports one only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

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
            message = str(unknown("command", args[0], known, "moditrack --help"))
            if args[0].isalnum() and "did you mean" not in message:
                message = f"{message.removesuffix('.')}, and 'moditrack search {args[0]}' searches."
            raise InputError(message)
        name, command, rest = super().resolve_command(ctx, args)
        reads = command is not None and any(param.name == "db" for param in command.params)
        if ctx.params.get("db") is not None and not reads:
            raise InputError(f"'moditrack {name}' uses no database: leave out --db.")
        return name, command, rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_text(" ".join((self.help or "").split()))
        formatter.write_paragraph()
        formatter.write("Ask\n")
        with formatter.indentation():
            formatter.write_dl(
                (f"{name} {words}".rstrip(), question)
                for name, own in QUESTIONS.items()
                for words, question in (own, *([ALSO[name]] if name in ALSO else []))
            )
        formatter.write_paragraph()
        lines = {
            title: ", ".join(f"{name} ({what})" for name, what in section.items())
            for title, section in OTHERS.items()
        }
        lines["Options"] = "-h, --help, --version, --db FILE, --no-pager, --debug"
        formatter.write_dl(list(lines.items()))
        formatter.write_text(
            "moditrack COMMAND --help has options and examples; --json prints data."
        )


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"moditrack {__version__}")
        ctx.exit()


def _for_every_command(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """Make an option given before the command the default of the same option after it."""
    if value not in (None, False):
        common = ctx.meta.setdefault("moditrack.common", {})
        common[param.name] = value
        ctx.default_map = dict.fromkeys(COMMANDS, common)
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
    """moditrack: what public reports say on human trafficking, modern slavery and immigration
    crime, each with its paragraph.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


cli.params.append(debug_option())


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line; return its exit code. Errors are one sentence on stderr."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from moditrack.cli.missing_streams import open_missing_streams

        open_missing_streams()
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
        from moditrack.cli.errors import explain, fitted

        message, code = explain(error, debug="debug" in flags)
        with contextlib.suppress(OSError):  # stderr may be closed; the exit code remains
            if message:
                click.echo(fitted(f"Error: {one_line(message)}"), err=True)
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
