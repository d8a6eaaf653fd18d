"""The options of commands that print rows: --json, --format, --fields, --output; one format."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import click

from moditrack.cli.every_command import Command, Shared
from moditrack.cli.options import F, check_overwrite, completes, database_option, overwrite_option
from moditrack.output import OutputOptions
from moditrack.tables import Record

shared = functools.partial(click.option, cls=Shared)

_DATA = ("json", "jsonl", "csv", "tsv")


class RowsCommand(Command):
    """A command that prints rows. Its help has a line for each option of its own, and names those
    of its output and the fields of its rows after them."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Output and others"):
            options = self.get_params(ctx)
            others = [option.named() for option in options if isinstance(option, Shared)]
            formatter.write_text(", ".join(others))

    def listed(self, param: click.Option, ctx: click.Context) -> tuple[str, str] | None:
        return None if isinstance(param, Shared) else super().listed(param, ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Fields"):
            formatter.write_text(", ".join(fields_of(self)))


_PRINTS: dict[Any, tuple[Record, tuple[str, ...]]] = {}
"""For the callback of each command, the record that it prints and its extra formats."""


def fields_of(command: click.Command) -> list[str]:
    """The fields that a command prints."""
    return _PRINTS[command.callback][0].keys


def formats_of(command: click.Command) -> tuple[str, ...]:
    """The formats that a command has besides the formats of tabulate."""
    return _PRINTS[command.callback][1]


def output_options(
    record: Record, formats: Sequence[str] = (), files: Sequence[str] = ()
) -> Callable[[F], F]:
    """The options of a command that prints rows of `record`: format, fields and file.

    `formats` are those it has besides the formats of tabulate; `files` are the extensions of
    files that it writes itself.
    """

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def run(
            *args: Any,
            format_: str | None,
            fields: str | None,
            output: str | None,
            overwrite: bool,
            no_pager: bool,
            all_sources: bool,
            **rest: Any,
        ) -> Any:
            from moditrack.errors import InputError

            formats_chosen = [name for name in _DATA if rest.pop(f"as_{name}")]
            formats_chosen += [format_] if format_ is not None else []
            if len(formats_chosen) > 1:
                raise InputError(
                    f"One format at a time: choose one of {', '.join(formats_chosen)}."
                )
            check_overwrite(output, overwrite)
            chosen = formats_chosen[0] if formats_chosen else None
            if chosen is None and not rest.get("bibtex", False):
                chosen = _format_of(output, files)
            options = OutputOptions(
                chosen,
                fields,
                None if output == "-" else output,
                overwrite=overwrite,
                pager=not no_pager,
                sources=all_sources,
            )
            return function(*args, output=options, **rest)

        parameters = [
            *(shared(f"--{name}", f"as_{name}", is_flag=True) for name in _DATA),
            shared(
                "--format",
                "format_",
                metavar="NAME",
                help=f"{', '.join(('github', 'html', 'latex', 'rst', *formats))} …",
                shell_complete=completes("format"),
            ),
            shared(
                "--fields",
                metavar="A,B",
                help="These, in this order.",
                shell_complete=completes("fields"),
            ),
            shared(
                "-o",
                "--output",
                metavar="FILE",
                shell_complete=completes("file"),
                help=f"Its extension selects {', '.join(f'.{name}' for name in (*_DATA, *files))}"
                " or .txt; - is standard output.",
            ),
            overwrite_option,
            shared("--sources", "all_sources", is_flag=True, help="Every citation of a row."),
            shared("--no-pager", is_flag=True),
        ]
        for parameter in reversed(parameters):
            run = parameter(run)
        _PRINTS[run] = record, tuple(formats)
        return run  # type: ignore[return-value]

    return decorate


def _format_of(output: str | None, files: Sequence[str]) -> str | None:
    """The format that the extension of a file selects; None is plain text, or one of `files`.

    Raises InputError for an unknown extension.
    """
    from moditrack.extensions import extension, unknown_extension

    found = extension(output or "")
    if found is None:
        return None
    known = (*_DATA, *files, "txt")
    if found not in known:
        raise unknown_extension(output or "", known, ", or choose a --format")
    return found if found in _DATA else None


def question_options(record: Record, formats: Sequence[str] = ()) -> Callable[[F], F]:
    """The options of a command that queries the database: --db and its output options."""

    def decorate(function: F) -> F:
        return output_options(record, formats)(database_option(function))

    return decorate
