"""Write a Table or Page in the format asked for: terminal, text or data; to a file or the pager."""

# terminal.py: screens. What fits: fitted_columns.py and widths.py columns, stacked.py, blocks.py,
# numbers_beside.py and narrow_intervals.py where there is no room. How it is set:
# grid.py, wrapped_rows.py, cells.py, shown_values.py (one value), text_width.py, colour.py,
# screen_size.py. notes.py and terminal_notes.py: the notes below; charts.py and terminal_charts.py:
# charts in characters. text.py, json.py, csv.py, mermaid.py, tabulate_formats.py: other formats;
# fields.py: --fields; pager.py; files.py: --output.

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from moditrack.errors import InputError
from moditrack.tables import Table

if TYPE_CHECKING:
    from moditrack.charts_and_graphs import Chart, Graph
    from moditrack.pages import Page


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
    as_displayed: bool = False,
) -> None:
    """Write a result as data, in a tabulate format, or for people.

    People get styled tables on a terminal and plain text elsewhere. `view` gives what they see
    instead of the result, and with `as_displayed` formats of tabulate show it, too; `graph` gives
    what the format mermaid draws.

    Raises InputError for an unknown field or format, FileError for a file that exists.
    """
    mermaid = graph is not None and options.format == "mermaid"
    if mermaid and options.fields is not None:
        raise InputError("A graph has no fields: leave out --fields, or use another format.")
    if options.fields is not None:
        from moditrack.output.fields import select_fields

        result, view = select_fields(result, options.fields), None
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
        elif options.format is not None and as_displayed and view is not None:
            from moditrack.output.tabulate_formats import write_displayed

            write_displayed(
                (own for own in view() if isinstance(own, Table)), options.format, stream
            )
        elif options.format is not None:
            from moditrack.output.tabulate_formats import write_format

            write_format(result, options.format, stream, () if graph is None else ("mermaid",))
        else:
            displayed = [result] if view is None else view()
            if is_terminal(options):
                from moditrack.output.terminal import write_terminal

                write_terminal(displayed, stream, sources=options.sources)
            else:
                from moditrack.output.colour import forces_colour
                from moditrack.output.text import write_text

                colour = options.output is None and forces_colour()
                write_text(displayed, stream, colour=colour, sources=options.sources)


def is_terminal(options: OutputOptions) -> bool:
    """Whether what is written goes to a terminal."""
    return options.output is None and sys.stdout.isatty()


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
