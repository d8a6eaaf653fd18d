"""The formats of tabulate: github, html, latex, rst and others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from tabulate import tabulate, tabulate_formats

from moditrack.errors import InputError, unknown
from moditrack.escaping import clean, markdown_cell
from moditrack.output.csv import cell
from moditrack.tables import Page, Table


def write_format(
    result: Table | Page, format: str, stream: TextIO, others: Sequence[str] = ()
) -> None:
    """Write a table in a format of tabulate, with the columns of the data formats.

    `others` are further formats of the command. Raises InputError for an unknown format, and for
    a page, which is no table.
    """
    if format not in tabulate_formats:
        raise unknown(
            "format", format, {name: name for name in sorted([*tabulate_formats, *others])}
        )
    if isinstance(result, Page):
        raise InputError("A page is no table: use --json or --jsonl.")
    headings = [clean(str(cell(column.key))) for column in result.columns]
    rows = [[str(cell(value)) for value in row.values()] for row in result]
    if format in ("github", "pipe"):  # | would start another cell, a line break another row
        headings, *rows = [[markdown_cell(value) for value in row] for row in [headings, *rows]]
    body = tabulate(
        rows,
        headers=headings,
        tablefmt=format,
        disable_numparse=True,
    )
    stream.write(body + "\n")
