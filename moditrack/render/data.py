"""Data for programs: JSON, JSON lines, CSV and TSV."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from moditrack.errors import InputError
from moditrack.tables import Page, Table

_NUMBER = re.compile(r"[+-][0-9][0-9.,]*%?")


def write_data(result: Table | Page, way: str, stream: TextIO) -> None:
    """Write a table as rows, or a page as one object; an empty table is [] in JSON.

    Raises InputError for a page as CSV or TSV.
    """
    encoding = (stream.encoding or "").lower().replace("-", "")
    plain = encoding not in ("utf8", "utf16", "utf32")
    if way == "json":
        _write_json(result, plain, stream)
    elif way == "jsonl":
        for row in result if isinstance(result, Table) else [result.data]:
            stream.write(json.dumps(row, ensure_ascii=plain) + "\n")
    elif isinstance(result, Page):
        raise InputError("A page on one thing is no table: use --json or --jsonl.")
    else:
        writer = csv.writer(stream, "excel-tab" if way == "tsv" else "excel", lineterminator="\n")
        writer.writerow([column.key for column in result.columns])
        writer.writerows([cell(value) for value in row.values()] for row in result)


def _write_json(result: Table | Page, plain: bool, stream: TextIO) -> None:
    if isinstance(result, Page):
        stream.write(json.dumps(result.data, ensure_ascii=plain, indent=2) + "\n")
        return
    separator = "[\n"
    for text in _objects(result, plain):
        stream.write(separator + text)
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def _objects(table: Table, plain: bool) -> Iterator[str]:
    for row in table:
        text = json.dumps(row, ensure_ascii=plain, indent=2)
        yield "  " + text.replace("\n", "\n  ")


def cell(value: Any) -> Any:
    """A value as a cell: lists joined by "; ", objects as JSON, and a text that a spreadsheet would
    run as a formula behind an apostrophe."""
    if value is None or isinstance(value, (int, float)):
        return "" if value is None else int(value) if isinstance(value, bool) else value
    if isinstance(value, list):
        parts = [v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in value]
        value = "; ".join(parts)
    text = str(value)
    risky = text.startswith(("=", "@", "\t", "\r")) or (
        text.startswith(("+", "-")) and not _NUMBER.fullmatch(text)
    )
    return f"'{text}" if risky else text
