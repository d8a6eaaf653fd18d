"""Write a Table or Page in the format asked for: terminal, text or data. Fields; file or pager."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from moditrack.errors import InputError
from moditrack.tables import Note, Row, Table, asked_for, source_note

if TYPE_CHECKING:
    from moditrack.charts_and_graphs import Chart, Graph
    from moditrack.pages import Page

_MAX_SOURCES = 6
"""Maximum number of sources to list under a table; more are counted."""


class OutputOptions:
    """Options of a command's output: format (None: for people), fields, file, pager, and whether
    people see every source."""

    def __init__(
        self,
        format: str | None = None,
        fields: str | None = None,
        output: str | None = None,
        *,
        overwrite: bool = False,
        pager: bool = True,
        sources: bool = False,
    ) -> None:
        self.format = format
        self.fields = fields
        self.output = output
        self.overwrite = overwrite
        self.pager = pager
        self.sources = sources


def write(
    result: Table | Page,
    options: OutputOptions,
    view: Callable[[], Iterable[Table | Page | Chart]] | None = None,
    graph: Callable[[], Graph] | None = None,
    *,
    as_seen: bool = False,
) -> None:
    """Write a result as data, in a tabulate format, or for people.

    People get styled tables on a terminal and plain text elsewhere. `view` gives what they see
    instead of the result, and with `as_seen` formats of tabulate show it, too; `graph` gives what
    the format mermaid draws.

    Raises InputError for an unknown field or format, FileError for a file that exists.
    """
    mermaid = graph is not None and options.format == "mermaid"
    if mermaid and options.fields is not None:
        raise InputError("A graph has no fields: leave out --fields, or use another format.")
    if options.fields is not None:
        result, view = _select_fields(result, options.fields), None
    with output_stream(options) as stream:
        if options.format == "json":
            from moditrack.output.json import write_json

            write_json(result, stream)
        elif options.format == "jsonl":
            from moditrack.output.json import write_json_lines

            write_json_lines(result, stream)
        elif options.format in ("csv", "tsv"):
            from moditrack.output.csv import write_csv

            write_csv(result, stream, "excel" if options.format == "csv" else "excel-tab")
        elif mermaid and graph is not None:
            from moditrack.output.mermaid import write_mermaid

            write_mermaid(graph(), stream)
        elif options.format is not None and as_seen and view is not None:
            from moditrack.output.formats import write_as_seen

            write_as_seen((own for own in view() if isinstance(own, Table)), options.format, stream)
        elif options.format is not None:
            from moditrack.output.formats import write_format

            write_format(result, options.format, stream, () if graph is None else ("mermaid",))
        else:
            displayed = [result] if view is None else view()
            if is_terminal(options):
                from moditrack.output.terminal import write_terminal

                write_terminal(displayed, stream, sources=options.sources)
            else:
                from moditrack.output.text import write_text

                colour = options.output is None and forces_colour()
                write_text(displayed, stream, colour=colour, sources=options.sources)


def forces_colour() -> bool:
    """Whether the user wants colour in any output."""
    return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR")


def is_terminal(options: OutputOptions) -> bool:
    """Whether what is written goes to a terminal."""
    return options.output is None and sys.stdout.isatty()


def plain_console(stream: TextIO) -> bool:
    """Whether a stream cannot show Unicode."""
    try:
        "█●–▁".encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return True
    return False


def _select_fields(result: Table | Page, fields: str) -> Table | Page:
    """The result with only these fields, in this order."""
    known = (
        [column.key for column in result.columns]
        if isinstance(result, Table)
        else list(result.parts)
    )
    names = [name.strip() for name in fields.split(",") if name.strip()]
    if not names:
        raise InputError(f"--fields is empty: there are {', '.join(known)}.")
    for number, name in enumerate(names):
        if name in names[:number]:
            raise InputError(f"--fields names '{name}' twice: name each field once.")
        if name not in known:
            from moditrack.nearest_names import unknown

            raise unknown("field", name, {key: key for key in known})
    if not isinstance(result, Table):
        parts = {name: result.parts[name] for name in names}
        from moditrack.pages import Page

        page = Page(lambda: result.title, lambda: _facts(page.data), [], parts)
        return page
    by_key = {column.key: column for column in result.columns}
    return Table(
        result.title,
        [by_key[name] for name in names],
        result.find_rows,
        display=asked_for(names),
        notes=_notes_of(result, "sources" in names),
        heading=result.find_heading and (lambda _: result.heading),
    )


def _facts(parts: Row) -> list[tuple[str, str]]:
    from moditrack.output.values import as_text

    return [(name, as_text(value)) for name, value in parts.items()]


def _notes_of(whole: Table, has_sources: bool) -> Callable[[Table], list[Note]]:
    """The notes of a table, and its sources unless they are among the selected fields."""

    def notes(table: Table) -> list[Note]:
        sources = whole.sources
        note = source_note(sources)
        if len(sources) > _MAX_SOURCES:
            text = f"Sources: {len(sources)} passages; --fields with sources names them."
            note = Note("source", text)
        return [*whole.notes, *([] if has_sources or not sources else [note])]

    return notes


@contextmanager
def output_stream(options: OutputOptions) -> Iterator[TextIO]:
    """The stream to write to: a file, the pager on a terminal, or stdout."""
    spreadsheet = options.format in ("csv", "tsv")
    if options.output is not None:
        from moditrack.output.files import atomic_text_file

        with atomic_text_file(options.output, overwrite=options.overwrite) as stream:
            yield stream
    elif options.pager and sys.stdout.isatty():
        from moditrack.output.pager import paged

        with paged(sys.stdout) as stream:
            yield stream
    else:
        if spreadsheet and isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
