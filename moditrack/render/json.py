"""Data for programs: JSON and JSON lines, an object a line."""

from __future__ import annotations

from json import JSONEncoder
from typing import Any, TextIO

from moditrack.tables import Page, Table


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
            stream.write(f"{', ' if number else ''}{encode(key)}: {encode(value)}")
        stream.write("}\n")
        return
    for row in result:
        stream.write(encode(row) + "\n")


def _value(value: Any, encode: Any) -> str:
    text = str(encode(value))
    if not (isinstance(value, list) and value and isinstance(value[0], dict) and value[0]):
        return text
    # All at once takes half the time of one by one. Within a text a quotation mark is escaped, so
    # what is looked for stands between objects alone: those of this list, as its key tells.
    begins = f"{{{encode(next(iter(value[0])))}: "
    lines = text[1:-1].replace(f"}}, {begins}", f"}},\n    {begins}")
    return f"[\n    {lines}\n  ]"


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
