"""JSON and JSON lines: layout, one object per line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, TextIO

from moditrack.tables import Json, Row, Table

if TYPE_CHECKING:
    from moditrack.pages import Page

_COMPACT = (",", ":")
"""As SQLite writes JSON."""
Separators = tuple[str, str, str]
"""Text before, between and after the items."""


def write_json(result: Table | Page, stream: TextIO) -> None:
    """Write a table as an array with a line for each row, streamed, or a page as an object with a
    line for each key and for each row of its tables."""
    if not isinstance(result, Table):
        _write_page(result, stream, ("{\n  ", ",\n  ", "\n}\n"), ("[\n    ", ",\n    ", "\n  ]"))
        return
    _write_rows(result, stream, ("[\n", ",\n", "\n]"))
    stream.write("\n")


def write_json_lines(result: Table | Page, stream: TextIO) -> None:
    """Write each row of a table, or a page, as an object on a line of its own."""
    if not isinstance(result, Table):
        _write_page(result, stream, ("{", ", ", "}\n"), ("[", ", ", "]"))
        return
    for text in _texts(result, stream):
        stream.write(text + "\n")


def _write_page(page: Page, stream: TextIO, separators: Separators, rows: Separators) -> None:
    """Write a page as an object, with these separators of its keys and of its rows."""
    before, between, after = separators
    unicode = _has_unicode(stream)
    for key, value in page.parts.items():
        stream.write(f'{before}"{key}": ')
        before = between
        if isinstance(value, Json):
            stream.write(_printable(value) if unicode else _encoder(unicode)(value.value))
        elif isinstance(value, Table) or (isinstance(value, list) and _objects(value)):
            _write_rows(value, stream, rows)
        else:
            stream.write(_encoder(unicode)(value))
    stream.write(after)


def _objects(values: list[Any]) -> bool:
    return bool(values and isinstance(values[0], dict) and values[0])


def _write_rows(rows: Iterable[Row], stream: TextIO, separators: Separators) -> None:
    """Write rows as an array."""
    before, between, after = separators
    separator = before
    for text in _texts(rows, stream):
        stream.write(separator + text)
        separator = between
    stream.write("[]" if separator == before else after)


def _texts(rows: Iterable[Row], stream: TextIO) -> Iterator[str]:
    """Each row in JSON; the database writes it where it can and where the stream has Unicode."""
    unicode = _has_unicode(stream)
    data = rows.data if isinstance(rows, Table) and unicode else None
    return map(_encoder(unicode), rows) if data is None else map(_printable, data.json())


def _has_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") in ("utf8", "utf16", "utf32")


@cache
def _encoder(unicode: bool) -> Callable[[Any], str]:
    """A function that encodes to JSON: in ASCII without Unicode."""
    from json import JSONEncoder  # 5 million instructions, which a list from the database saves

    if not unicode:
        return JSONEncoder(separators=_COMPACT).encode
    # Looking for a row inside itself takes 1 million instructions of 16 for a page of 160 KB.
    encode = JSONEncoder(ensure_ascii=False, check_circular=False, separators=_COMPACT).encode
    return lambda value: _printable(encode(value))


def _printable(text: str) -> str:
    """JSON with control characters escaped, those of ASCII but DEL have been before."""
    if "\x7f" not in text if text.isascii() else text.isprintable():
        return text
    from moditrack.escaping import json_escaped

    return json_escaped(text)
