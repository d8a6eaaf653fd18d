"""Data for programs: JSON and JSON lines, an object a line."""

from __future__ import annotations

from collections.abc import Iterator
from json import JSONEncoder
from typing import Any, TextIO

from moditrack.tables import Page, Row, Table

_MANY = 20
"""So many rows of a page are encoded at once."""


def write_json(result: Table | Page, stream: TextIO) -> None:
    """Write a table as an array with a line for each row, as the rows are made, or a page as one
    object with a line for each key, and one for each row of its tables."""
    encode = _encoder(stream)
    if isinstance(result, Page):
        separator = "{\n"
        for key, value in result.data.items():
            stream.write(f"{separator}  {encode(key)}: {_value(value, encode)}")
            separator = ",\n"
        stream.write("\n}\n")
        return
    separator = "[\n"
    for row in result:
        stream.write(separator + encode(row))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def write_json_lines(result: Table | Page, stream: TextIO) -> None:
    """Write each row of a table, or a page, as an object on a line of its own."""
    encode = _encoder(stream)
    if isinstance(result, Page):  # by parts, which take less memory than the whole
        stream.write("{")
        for number, (key, value) in enumerate(result.data.items()):
            text = f"[{', '.join(_some(value, encode))}]" if _rows(value) else encode(value)
            stream.write(f"{', ' if number else ''}{encode(key)}: {text}")
        stream.write("}\n")
        return
    for row in result:
        stream.write(encode(row) + "\n")


def _value(value: Any, encode: Any) -> str:
    if not _rows(value):
        return str(encode(value))
    # Within a text a quotation mark is escaped, so what is looked for stands between objects alone:
    # those of this list, as its key tells.
    begins = f"{{{encode(next(iter(value[0])))}: "
    lines = (s.replace(f"}}, {begins}", f"}},\n    {begins}") for s in _some(value, encode))
    return "[\n    " + ",\n    ".join(lines) + "\n  ]"


def _rows(value: Any) -> bool:
    return bool(isinstance(value, list) and value and isinstance(value[0], dict) and value[0])


def _some(rows: list[Row], encode: Any) -> Iterator[str]:
    """Rows in JSON, some at once: one by one takes twice the time, and all more memory."""
    for start in range(0, len(rows), _MANY):
        yield encode(rows[start : start + _MANY])[1:-1]


def _encoder(stream: TextIO) -> Any:
    """Encodes to JSON that the stream can carry: in ASCII, where it knows no Unicode."""
    encoding = (stream.encoding or "").lower().replace("-", "")
    if encoding not in ("utf8", "utf16", "utf32"):
        return JSONEncoder().encode
    encode = JSONEncoder(ensure_ascii=False).encode

    def escaped(value: Any) -> str:
        text = encode(value)
        return text if text.isprintable() else _escaped(text)

    return escaped


def _escaped(text: str) -> str:
    """JSON with what a screen would obey written as escapes, which mean the same."""
    from moditrack.render.values import ORDERS

    return ORDERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
