"""How wide a text is on a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len


def text_width(text: str) -> int:
    """The columns that a text without control characters takes.

    ASCII takes one each: to look that up saves a fifth of laying out a long list.
    """
    return len(text) if text.isascii() else cell_len(text)


def text_widths(texts: Collection[str]) -> list[int]:
    """The same of each text; where all are ASCII, without a call for each."""
    return list(map(len if "".join(texts).isascii() else text_width, texts))


def column_width(heading: str, cells: Sequence[Sequence[Sequence[str]]], at: int) -> int:
    """The columns that the heading of a column of a table and all its lines take."""
    return max(text_widths([heading, *(line for row in cells for line in row[at])]))
