"""Data for programs: JSON and JSON lines, an object a line."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from json import JSONEncoder
from typing import Any, TextIO

from moditrack.tables import Page, Row, Table

Marks = tuple[str, str, str]
"""What stands before, between and after."""

_MANY = 20
"""So many rows of a page are encoded at once."""


def write_json(result: Table | Page, stream: TextIO) -> None:
    """Write a table as an array with a line for each row, or a page as one object with a line for
    each key, and one for each row of its tables; rows as they are made."""
    encode = _encoder(stream)
    if isinstance(result, Page):
        _write_page(
            result, stream, encode, ("{\n  ", ",\n  ", "\n}\n"), ("[\n    ", ",\n    ", "\n  ]")
        )
        return
    separator = "[\n"
    for row in result:
        stream.write(separator + encode(row))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def write_json_lines(result: Table | Page, stream: TextIO) -> None:
    """Write each row of a table, or a page, as an object on a line of its own."""
    encode = _encoder(stream)
    if isinstance(result, Page):
        _write_page(result, stream, encode, ("{", ", ", "}\n"), ("[", ", ", "]"))
        return
    for row in result:
        stream.write(encode(row) + "\n")


def _write_page(page: Page, stream: TextIO, encode: Any, marks: Marks, rows: Marks) -> None:
    """A page as an object, with what stands before, between and after its keys, and its rows."""
    before, between, after = marks
    for key, value in page.parts.items():
        stream.write(f"{before}{encode(key)}: ")
        before = between
        if isinstance(value, Table) or (isinstance(value, list) and _objects(value)):
            _write_rows(value, stream, encode, rows)
        else:
            stream.write(encode(value))
    stream.write(after)


def _objects(values: list[Any]) -> bool:
    return bool(values and isinstance(values[0], dict) and values[0])


def _write_rows(rows: Iterable[Row], stream: TextIO, encode: Any, marks: Marks) -> None:
    """Rows as an array, some at once: one by one takes twice the time, and all more memory."""
    before, between, after = marks
    written = False
    found = iter(rows)
    while some := list(islice(found, _MANY)):
        # Within a text a quotation mark is escaped, so what is looked for stands between objects
        # alone: those of this array, as its key tells.
        begins = f"{{{encode(next(iter(some[0])))}: "
        text = encode(some)[1:-1].replace(f"}}, {begins}", f"}}{between}{begins}")
        stream.write(f"{between if written else before}{text}")
        written = True
    stream.write(after if written else "[]")


def _encoder(stream: TextIO) -> Any:
    """Encodes to JSON that the stream can carry: in ASCII, where it knows no Unicode."""
    encoding = (stream.encoding or "").lower().replace("-", "")
    if encoding not in ("utf8", "utf16", "utf32"):
        return JSONEncoder().encode
    encode = JSONEncoder(ensure_ascii=False).encode

    def escaped(value: Any) -> str:
        text = encode(value)
        # The encoder escapes all that is ASCII but DEL; to look at every sign takes its time.
        if "\x7f" not in text if text.isascii() else text.isprintable():
            return text
        from moditrack.escaping import json_escaped

        return json_escaped(text)

    return escaped
