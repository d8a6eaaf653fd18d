"""A table with totals on a screen that is too low for it: a line for each label, no rule above the
totals and, where that is not enough, no blank line above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from rich.console import Console

from moditrack.output.grid import Cell
from moditrack.output.terminal_notes import Counted, fewest_rows
from moditrack.output.text_width import text_width
from moditrack.tables import Table


def closer_rows(
    console: Console,
    table: Table,
    rows: list[list[Cell]],
    heads: Sequence[list[str]],
    width: int,
) -> tuple[list[list[Cell]], bool]:
    """The rows, closer where they fit with the notes that are needed only so, and whether there is
    a rule; the blank line above them is written, where it has room."""
    above = bool(table.answer)
    used = cast(Counted, console.file).lines + max(map(len, heads)) + 1
    room = console.height - 1 - used - fewest_rows(console, table.notes)
    closer = len(rows) <= room < sum(max(map(len, row)) for row in rows) + 1 + above
    if above and not (closer and len(rows) == room):
        console.print()
    plain = console.options.ascii_only
    own = [[_cut(row[0], width, plain=plain), *row[1:]] for row in rows] if closer else rows
    return own, not closer


def _cut(label: Cell, width: int, *, plain: bool) -> Cell:
    """A label on one line, which says so where it goes on."""
    text = " ".join(line.strip() for line, _ in label).replace("/ ", "/")
    more = "..." if plain else "…"
    while len(label) > 1 and text_width(text) > width - len(more):
        text = text[:-1]
    return [(text.rstrip() + more, "")] if len(label) > 1 else label
