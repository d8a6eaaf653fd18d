"""Run a command line: exit codes, Ctrl-C, a closed pipe, --version."""

# A thin file per command, and commands.py, which lists them. every_command.py: what holds for each
# (an option once, help, --debug); options.py: filters and what several share; output_options.py:
# --json to --output; records_options.py: --records; completion.py; errors.py: exit codes and
# sentences of errors; json_schema.py; progress.py, terminal_lines.py. Here: Ctrl-C and a closed
# pipe.

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

import click

from moditrack import __version__
from moditrack.cli.commands import COMMANDS, Commands
from moditrack.cli.every_command import debug_option, show_help
from moditrack.cli.options import FAILED, completes
from moditrack.errors import one_line


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
@click.option(
    "--no-pager", is_flag=True, is_eager=True, callback=_for_every_command, hidden=True
)  # eager, as --help is
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
    crime, in our words, each with its paragraph.
    """
    if ctx.invoked_subcommand is None:
        show_help(ctx)


cli.params.append(debug_option())


def main(args: Sequence[str] | None = None) -> int:
    """Run a command line; return its exit code. Errors are one sentence on stderr."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
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
        from moditrack.cli.errors import explain
        from moditrack.cli.terminal_lines import fitted

        message, code = explain(error, debug="debug" in flags)
        with contextlib.suppress(OSError):  # stderr may be closed; the exit code remains
            if message:
                click.echo(fitted(f"Error: {one_line(message)}", sys.stderr), err=True)
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
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def open_missing_streams() -> None:
    """Open missing streams to the null device.

    Otherwise the next file that is opened would get a stream's number, and its output with it.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    if sys.stderr is None:
        sys.stderr = io.StringIO()
