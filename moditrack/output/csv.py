"""CSV and TSV for spreadsheets: formulas made harmless, lists joined by "; "."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any, TextIO

from moditrack.errors import InputError
from moditrack.tables import Table

if TYPE_CHECKING:
    from moditrack.pages import Page

_RISKY = frozenset("=@\t\r+-")
_NUMBER = r"[+-][0-9][0-9.,]*%?"


def write_csv(result: Table | Page, stream: TextIO, dialect: str = "excel") -> None:
    """Write a table as CSV (or TSV, with the dialect "excel-tab"), row by row.

    Raises InputError for a page, which is not a table.
    """
    result = only_table(result)
    writer = csv.writer(stream, dialect, lineterminator="\n")
    writer.writerow([cell(column.key) for column in result.columns])
    rows = (row.values() for row in result) if result.data is None else result.data.cells()
    writer.writerows(map(cell, row) for row in rows)


def only_table(result: Table | Page) -> Table:
    """The table to write; raises InputError for a page, which is not a table."""
    if not isinstance(result, Table):
        section = ", or --show for the rows of a section" if result.named else ""
        raise InputError(f"A page is not a table: use --json or --jsonl{section}.")
    return result


def cell(value: Any) -> Any:
    """A value as a cell: lists joined by "; ", objects as JSON, control characters as ?.

    An apostrophe precedes text that a spreadsheet would run as a formula.
    """
    if isinstance(value, str):
        plain = value[:1] not in _RISKY and value.isprintable()
        return value if plain else _escaped(value)
    if isinstance(value, list):
        return cell("; ".join(v if isinstance(v, str) else _json(v) for v in value))
    return "" if value is None else int(value) if isinstance(value, bool) else value


def _json(value: Any) -> str:
    import json  # most lists are of texts

    return json.dumps(value, ensure_ascii=False)


def _escaped(value: str) -> str:
    risky = value[:1] in _RISKY and (value[0] in "=@\t\r" or not re.fullmatch(_NUMBER, value))
    if not value.isprintable():
        from moditrack.escaping import CONTROL_CHARACTERS

        # A carriage return would break the row, and csv does not quote it.
        value = re.sub(CONTROL_CHARACTERS, "?", value.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{value}" if risky else value
