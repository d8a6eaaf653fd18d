"""JSON and JSON lines, with one object per line."""

from __future__ import annotations

from collections.abc import Iterable
from json import JSONEncoder
from typing import Any, TextIO

from moditrack.tables import Page, Row, Table

Separators = tuple[str, str, str]
"""Text before, between and after the items."""


def write_json(result: Table | Page, stream: TextIO) -> None:
    """Write a table as an array with a line for each row, streamed, or a page as an object with a
    line for each key and for each row of its tables."""
    encode = _encoder(stream)
    if isinstance(result, Page):
        _write_page(
            result, stream, encode, ("{\n  ", ",\n  ", "\n}\n"), ("[\n    ", ",\n    ", "\n  ]")
        )
        return
    _write_rows(result, stream, encode, ("[\n", ",\n", "\n]"))
    stream.write("\n")


def write_json_lines(result: Table | Page, stream: TextIO) -> None:
    """Write each row of a table, or a page, as an object on a line of its own."""
    encode = _encoder(stream)
    if isinstance(result, Page):
        _write_page(result, stream, encode, ("{", ", ", "}\n"), ("[", ", ", "]"))
        return
    for row in result:
        stream.write(encode(row) + "\n")


def _write_page(
    page: Page, stream: TextIO, encode: Any, separators: Separators, rows: Separators
) -> None:
    """Write a page as an object, with these separators of its keys and of its rows."""
    before, between, after = separators
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


def _write_rows(rows: Iterable[Row], stream: TextIO, encode: Any, separators: Separators) -> None:
    """Write rows as an array."""
    before, between, after = separators
    separator = before
    for row in rows:
        stream.write(separator + encode(row))
        separator = between
    stream.write("[]" if separator == before else after)


def _encoder(stream: TextIO) -> Any:
    """A function that encodes to JSON: in ASCII if the stream has no Unicode."""
    encoding = (stream.encoding or "").lower().replace("-", "")
    if encoding not in ("utf8", "utf16", "utf32"):
        return JSONEncoder().encode
    # Looking for a row inside itself takes 1 million instructions of 16 for a page of 160 KB.
    encode = JSONEncoder(ensure_ascii=False, check_circular=False).encode

    def escaped(value: Any) -> str:
        text = encode(value)
        # The encoder escapes all ASCII control characters but DEL, so ASCII needs no full check.
        if "\x7f" not in text if text.isascii() else text.isprintable():
            return text
        from moditrack.escaping import json_escaped

        return json_escaped(text)

    return escaped
