"""A table with totals on a screen that is too low for it: a line for each label, no rule above the
totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from rich.console import Console

from moditrack.output.grid import Cell
from moditrack.output.terminal_notes import Counted, fewest_rows
from moditrack.output.text_width import text_width
from moditrack.tables import Note


def is_closer(
    console: Console,
    rows: Sequence[Sequence[Cell]],
    heads: Sequence[list[str]],
    notes: Sequence[Note],
) -> bool:
    """Whether rows with their headings and the notes that are needed fit a screen only so."""
    head = max(map(len, heads)) + 1
    room = console.height - 1 - cast(Counted, console.file).lines - fewest_rows(console, notes)
    lines = sum(max(map(len, row)) for row in rows) + 1
    return head + len(rows) <= room < head + lines


def cut(label: Cell, width: int, *, plain: bool) -> Cell:
    """A label on one line, which says so where it goes on."""
    text = " ".join(line.strip() for line, _ in label).replace("/ ", "/")
    more = "..." if plain else "…"
    while len(label) > 1 and text_width(text) > width - len(more):
        text = text[:-1]
    return [(text.rstrip() + more, "")] if len(label) > 1 else label
