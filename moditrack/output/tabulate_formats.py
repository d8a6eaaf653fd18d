"""The formats of tabulate (github, html, latex ...), with titles and notes; unknown formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, TextIO

from tabulate import tabulate, tabulate_formats

from moditrack.escaping import bibtex, clean, markdown, markdown_bold, markdown_cell
from moditrack.nearest_names import unknown
from moditrack.output.csv import cell, only_table
from moditrack.output.shown_values import RIGHT_ALIGNED, as_text, lines
from moditrack.tables import Table

if TYPE_CHECKING:
    from moditrack.pages import Page

_MARKDOWN = ("github", "pipe")


def write_format(
    result: Table | Page, format: str, stream: TextIO, others: Sequence[str] = ()
) -> None:
    """Write a table in a format of tabulate, with the columns of the data formats.

    `others` are further formats of the command. Raises InputError for an unknown format, and for
    a page, which is not a table.
    """
    _check(format, others)
    result = only_table(result)
    headings = [clean(str(cell(column.key))) for column in result.columns]
    rows = [
        [str(cell(as_text(value) if isinstance(value, list) else value)) for value in row.values()]
        for row in result
    ]
    stream.write(_tabulated(headings, rows, format) + "\n")


def write_displayed(tables: Iterable[Table], format: str, stream: TextIO) -> None:
    """Write tables as people see them, with their titles, answers and notes around them.

    Raises InputError for an unknown format.
    """
    _check(format)
    parts = []
    for table in tables:
        columns = [own for own in table.display.columns if own.kind != "trend"]  # drawn in cells
        rows = [
            ["; ".join(lines(row.get(column.key), column.kind)) for column in columns]
            for row in table.displayed
        ]
        headings = [clean(column.heading) for column in columns]
        sides = ["right" if column.kind in RIGHT_ALIGNED else "left" for column in columns]
        parts += [
            _paragraph(table.heading, format, strong=True),
            *([_paragraph(table.answer, format)] if table.answer else []),
            _tabulated(headings, rows, format, sides)
            if rows
            else _paragraph(table.nothing, format),
            *(_paragraph(note, format) for note in table.notes),
        ]
    stream.write("\n\n".join(parts) + "\n")


def _paragraph(text: str, format: str, *, strong: bool = False) -> str:
    if format in ("html", "unsafehtml"):
        body = escape(clean(text))
        return f"<p>{f'<strong>{body}</strong>' if strong else body}</p>"
    if format in _MARKDOWN:
        return markdown_bold(text) if strong else markdown(text)
    return bibtex(clean(text)) if format.startswith("latex") else clean(text)


def _check(format: str, others: Sequence[str] = ()) -> None:
    if format not in tabulate_formats:
        raise unknown(
            "format", format, {name: name for name in sorted([*tabulate_formats, *others])}
        )


def _tabulated(
    headings: list[str], rows: list[list[str]], format: str, sides: Sequence[str] | None = None
) -> str:
    if format in _MARKDOWN:  # | would start another cell, a line break another row
        headings, *rows = [[markdown_cell(value) for value in row] for row in [headings, *rows]]
    return tabulate(rows, headers=headings, tablefmt=format, disable_numparse=True, colalign=sides)
