"""Options that commands share: --db, filters, --year, --overwrite, --show; one of a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from moditrack.cli.every_command import Selecting, Shared

if TYPE_CHECKING:
    from moditrack.output import OutputOptions
    from moditrack.pages import Page
    from moditrack.questions.question import Question
    from moditrack.tables import Table

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
    cls=Shared,
    metavar="FILE",
    shell_complete=completes("file"),
    help="Database to read [default: $MODITRACK_DB, else the one installed].",
)
one_document_option = click.option(
    "--document", metavar="ID", help="Use this document only.", shell_complete=completes("document")
)
overwrite_option = click.option(
    "--overwrite", cls=Shared, is_flag=True, help="Replace an existing FILE."
)


def check_overwrite(output: str | None, overwrite: bool) -> None:
    """Raise InputError where there is no file to overwrite."""
    if overwrite and output is None:
        from moditrack.errors import InputError

        raise InputError("--overwrite goes with --output: name a file.")


year_option = click.option(
    "--year",
    cls=Selecting,
    metavar="YEAR",
    help="The same as --from YEAR --to YEAR: 2003, 2003/04 or 2003-07.",
)
chart_option = click.option(
    "--chart", is_flag=True, help="Add a chart; on a small screen, in place of the table."
)


def of_year(filters: dict[str, Any], year: str | None) -> None:
    """Set the range of dates to a year, where one is given."""
    if year is None:
        return
    if filters["first"] or filters["last"]:
        raise click.UsageError("--year is a range of its own: leave out --from and --to.")
    filters |= {"first": year, "last": year}


def period_words(filters: dict[str, Any], words: str | None) -> None:
    """Set the range of dates to words that are a month, a year or the like; else the words."""
    if words is not None and not (filters["first"] or filters["last"]):
        from moditrack.questions.typed_periods import is_date

        if is_date(words):
            filters |= {"first": words, "last": words}
            words = None
    filters["words"] = words


class Choice(click.Choice[str]):
    """One of a few words, in any case, or what is short for one of them alone; an error suggests
    the nearest, or says what answers a word that is `elsewhere`."""

    def __init__(self, choices: Sequence[str], elsewhere: Mapping[str, str] | None = None) -> None:
        super().__init__(choices, case_sensitive=False)
        self._elsewhere = elsewhere or {}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        known = {str(choice): str(choice) for choice in self.choices}
        if str(value).casefold() not in known:
            from moditrack.errors import InputError
            from moditrack.nearest_names import meant, unknown

            name = param.opts[0] if param else "choice"
            if answer := self._elsewhere.get(str(value).casefold()):
                listed = " or ".join(known)
                raise InputError(f"{name} is {listed}, not '{value}': {answer}.")
            if (own := meant(str(value), known)) is None:
                raise unknown(name, str(value), known)
            value = own
        return super().convert(value, param, ctx)


def filter_options(question: Question) -> Callable[[F], F]:
    """An option for each filter of a question, but for the words, which are arguments; a filter
    that takes several values is repeatable."""

    def decorate(function: F) -> F:
        options = [own for own in question.filters if not own.required and own.name != "words"]
        for own in reversed(options):
            name = f"--{own.name}"
            if own.unless or own.switch:
                kind = Selecting if own.switch else click.Option
                switch = click.option(name, own.parameter, cls=kind, is_flag=True, help=own.help)
                function = switch(function)
                continue
            help = own.help.removesuffix(".") + "; repeatable." if own.repeatable else own.help
            function = click.option(
                name,
                own.parameter,
                cls=Selecting if own.condition else click.Option,
                multiple=own.repeatable,
                metavar=own.metavar,
                type=Choice(own.choices, own.elsewhere) if own.choices else str,
                help=help,
                shell_complete=completes(own.suggestions) if own.suggestions else None,
            )(function)
        return function

    return decorate


def page_options(
    function: F,
    help: str = "With a name, show this section of its page; as data, its rows.",
    whole: str = "With a name, show the whole of its page.",
) -> F:
    """The options of a command that shows a long page: one section, or all of it."""
    show = click.option(
        "--show",
        metavar="SECTION",
        help=help,
        shell_complete=completes("section"),
    )
    every = click.option("--all", "whole", is_flag=True, help=whole)
    return show(every(function))


def as_data(page: Page, show: str | None, output: OutputOptions) -> Table | Page:
    """What programs get of a page: all of it, or the rows of the section that is shown.

    Raises InputError for an unknown section.
    """
    section = None if show is None else page.section(show)
    is_data = output.format is not None or output.fields is not None
    return page.named[section] if section is not None and is_data else page


def view(page: Page, show: str | None, whole: bool) -> Callable[[], list[Table | Page]]:
    """What people see of a page, made when they see it."""

    def found() -> list[Table | Page]:
        from moditrack.questions.first_screen import selected_parts

        return selected_parts(page, show, whole)

    return found


def refuse_sections(what: str, show: str | None, whole: bool) -> None:
    """Raise UsageError for sections where no page of an operation, or the like, is asked for."""
    if show is not None or whole:
        option = "--all" if whole else "--show"
        raise click.UsageError(f"{option} goes with the name of {what}: its page has sections.")


def check_paths(*paths: str | None) -> None:
    """Raise InputError for what names no file or folder: -, or nothing, as an unset variable."""
    from moditrack.errors import InputError

    if "-" in paths:
        raise InputError("'-' means standard input or output: name a file or folder, like ./-.")
    if "" in paths:
        raise InputError("A path is empty: name a folder or file.")


def one_name(ctx: click.Context, param: click.Parameter, words: tuple[str, ...]) -> str | None:
    """Join the words of a name, which needs no quotation marks; None if there are none."""
    return " ".join(words) if words else None


def refuse_filters(name: str | None = None, /, **filters: Any) -> None:
    """Raise UsageError for filters given together with a name, which may be the rest of a value."""
    given = {key: value for key, value in filters.items() if value not in (None, False, ())}
    if not given:
        return
    said = "A name takes no filters: leave out one or the other"
    values = [own for value in given.values() if isinstance(value, tuple) for own in value]
    if name is not None and len(given) == len(values) == 1:
        said += f", or quote a value of several words: --{next(iter(given))} '{values[0]} {name}'"
    raise click.UsageError(f"{said}.")
