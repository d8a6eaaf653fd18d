"""Options that commands share: database, output and common filters."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

import click

from moditrack.cli.every_command import Once, debug_option
from moditrack.output import OutputOptions

if TYPE_CHECKING:
    from pathlib import Path

    from moditrack.questions.question import Question
    from moditrack.tables import Record

F = TypeVar("F", bound=Callable[..., Any])


FAILED = "failed"
"""A command adds this to the context's object, before it writes output, to exit with 1 even if the
reader of a pipe has gone."""


def completes(kind: str) -> Callable[[click.Context, click.Parameter, str], Any]:
    """A completion that loads its code only when TAB is pressed."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> Any:
        from moditrack.cli import completion as completing

        own = {
            "format": completing.formats,
            "fields": completing.fields,
            "citation": completing.citations,
            "section": completing.sections,
            "file": completing.paths("file"),
            "folder": completing.paths("dir"),
        }
        return (own.get(kind) or completing.names(kind))(ctx, param, incomplete)

    return complete


database_option = click.option(
    "--db",
    metavar="FILE",
    shell_complete=completes("file"),
    help="Database to read [default: $MODITRACK_DB, else the one installed].",
)
records_option = click.option(
    "--records",
    metavar="DIR",
    shell_complete=completes("folder"),
    help="Records to read [default: those installed].",
)
one_document_option = click.option(
    "--document",
    metavar="ID",
    help="Use this document only.",
    shell_complete=completes("document"),
)
overwrite_option = click.option(
    "--overwrite", "--force", is_flag=True, help="Replace an existing FILE."
)
chart_option = click.option("--chart", is_flag=True, help="Add a chart.")
_DATA = {
    "json": "Print JSON.",
    "jsonl": "Print JSON lines.",
    "csv": "Print CSV.",
    "tsv": "Print TSV.",
}


_debug = debug_option()


class Command(Once, click.Command):
    """A command. It takes --debug, which only the help of moditrack itself lists."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*super().get_params(ctx), _debug]


class Choice(click.Choice[str]):
    """One of a few words, in any case; an error suggests the nearest."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__(choices, case_sensitive=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        known = {str(choice): str(choice) for choice in self.choices}
        if str(value).casefold() not in known:
            from moditrack.errors import unknown

            raise unknown(param.opts[0] if param else "choice", str(value), known)
        return super().convert(value, param, ctx)


class RowsCommand(Command):
    """A command that prints rows, and lists their fields in its help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Fields"):
            formatter.write_text(", ".join(fields_of(self)))


_PRINTS: dict[Any, tuple[Record, tuple[str, ...]]] = {}
"""For the callback of each command, the record that it prints and its extra formats."""


def fields_of(command: click.Command) -> list[str]:
    """The fields that a command prints."""
    return _PRINTS[command.callback][0].keys


def formats_of(command: click.Command) -> tuple[str, ...]:
    """The formats that a command has in addition to those of tabulate."""
    return _PRINTS[command.callback][1]


def output_options(record: Record, formats: Sequence[str] = ()) -> Callable[[F], F]:
    """The options of a command that prints rows of `record`: format, fields and file.

    `formats` are those that it has in addition to those of tabulate.
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
            if overwrite and output is None:
                raise InputError("--overwrite goes with --output: name a file.")
            chosen = bool(formats_chosen) or rest.get("bibtex", False)
            options = OutputOptions(
                formats_chosen[0] if formats_chosen else None if chosen else _format_of(output),
                fields,
                None if output == "-" else output,
                overwrite=overwrite,
                pager=not no_pager,
                sources=all_sources,
            )
            return function(*args, output=options, **rest)

        parameters = [
            *(click.option(f"--{n}", f"as_{n}", is_flag=True, help=h) for n, h in _DATA.items()),
            click.option(
                "--format",
                "format_",
                metavar="NAME",
                help=f"{', '.join(('github', 'html', 'latex', 'rst', *formats))} …",
                shell_complete=completes("format"),
            ),
            click.option(
                "--fields",
                metavar="A,B",
                help="Print these fields, in this order.",
                shell_complete=completes("fields"),
            ),
            click.option(
                "--output",
                metavar="FILE",
                shell_complete=completes("file"),
                help="Write to FILE atomically; its extension selects the format (.json, .jsonl,"
                " .csv, .tsv or .txt). - is standard output.",
            ),
            overwrite_option,
            click.option(
                "--sources", "all_sources", is_flag=True, help="Show every citation of a row."
            ),
            click.option("--no-pager", is_flag=True, help="Print long output without a pager."),
        ]
        for parameter in reversed(parameters):
            run = parameter(run)
        _PRINTS[run] = record, tuple(formats)
        return run  # type: ignore[return-value]

    return decorate


def _format_of(output: str | None) -> str | None:
    """The format that the extension of a file selects; None is plain text.

    Raises InputError for an unknown extension.
    """
    name = (output or "").rpartition("/")[2]
    extension = name.rpartition(".")[2].lower() if "." in name else "txt"
    if extension not in (*_DATA, "txt"):
        from moditrack.errors import InputError

        listed = ", .".join(_DATA)
        raise InputError(
            f"'{output}' has no known extension: use .{listed} or .txt, or choose a --format."
        )
    return extension if extension in _DATA else None


def filter_options(question: Question) -> Callable[[F], F]:
    """An option for each filter of a question; a filter that takes several values is repeatable."""

    def decorate(function: F) -> F:
        for own in reversed([own for own in question.filters if not own.required]):
            name = f"--{own.name}"
            if own.unless:
                switch = click.option(name, own.parameter, is_flag=True, help=own.help)
                function = switch(function)
                continue
            help = own.help.removesuffix(".") + "; repeatable." if own.repeatable else own.help
            function = click.option(
                name,
                own.parameter,
                multiple=own.repeatable,
                metavar=own.metavar,
                type=Choice(own.choices) if own.choices else str,
                help=help,
                shell_complete=completes(own.suggestions) if own.suggestions else None,
            )(function)
        return function

    return decorate


def question_options(record: Record, formats: Sequence[str] = ()) -> Callable[[F], F]:
    """The options of a command that queries the database: --db and its output options."""

    def decorate(function: F) -> F:
        return output_options(record, formats)(database_option(function))

    return decorate


def page_options(function: F) -> F:
    """The options of a command that shows a long page: one section, or all of it."""
    show = click.option(
        "--show",
        metavar="SECTION",
        help="With a name, show this section of its page.",
        shell_complete=completes("section"),
    )
    every = click.option(
        "--all", "whole", is_flag=True, help="With a name, show the whole of its page."
    )
    return show(every(function))


def refuse_sections(what: str, show: str | None, whole: bool) -> None:
    """Raise UsageError for sections where no page of an operation, or the like, is asked for."""
    if show is not None or whole:
        option = "--all" if whole else "--show"
        raise click.UsageError(f"{option} goes with the name of {what}: its page has sections.")


def records_folder(records: str | None) -> Path:
    """The folder of records to read."""
    from pathlib import Path

    from moditrack.validation.records import RECORDS

    not_standard(records)

    return RECORDS if records is None else Path(records)


def not_standard(*paths: str | None) -> None:
    """Raise InputError for -, which is no file or folder."""
    if "-" in paths:
        from moditrack.errors import InputError

        raise InputError("'-' means standard input or output: name a file or folder, like ./-.")


def print_problem(problem: str) -> None:
    """Print a problem on standard error, if that is open."""
    from moditrack.errors import one_line

    with suppress(OSError):
        click.echo(one_line(problem), err=True)


@contextmanager
def report_problems() -> Iterator[None]:
    """Print every problem in the records, then end the command."""
    from moditrack.validation.records import RecordsError

    try:
        yield
    except RecordsError as error:
        for problem in error.problems:
            print_problem(problem)
        number = len(error.problems)
        count, them = ("One problem", "it") if number == 1 else (f"{number} problems", "them")
        raise click.ClickException(
            f"{count} in the records: fix {them} and run again; nothing was changed."
        ) from None


def one_name(ctx: click.Context, param: click.Parameter, words: tuple[str, ...]) -> str | None:
    """Join the words of a name, which needs no quotation marks; None if there are none."""
    return " ".join(words) if words else None


def refuse_filters(**filters: Any) -> None:
    """Raise UsageError for filters given together with a name."""
    if any(value not in (None, False, ()) for value in filters.values()):
        raise click.UsageError("A name takes no filters: leave out one or the other.")
