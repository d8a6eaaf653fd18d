"""A table of a document as HTML: its headings, its spans, and its numbers marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from moditrack.documents.blocks import Cell
from moditrack.documents.normalise import normalise
from moditrack.documents.passages import Passage
from moditrack.documents.tables import PrintedTable, table_of
from moditrack.escaping import as_html

if TYPE_CHECKING:
    from moditrack.marked.text import Mark


def table(
    passage: Passage, marks: Sequence[Mark], marked: Callable[[str, Sequence[Mark]], str]
) -> Iterator[str]:
    """The table of a passage, as it is read; `marked` is what marks a text."""
    own = table_of(passage)
    by_cell: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        if mark.cell is not None:
            by_cell.setdefault((mark.cell.row, mark.cell.column), []).append(mark)
    caption = _caption(passage)
    name = as_html(caption or f"Table {passage.locator}")
    yield f'<div class="table" role="region" tabindex="0" aria-label="{name}">\n<table>'
    place = f'<span class="place">{as_html(passage.locator)}</span>'
    yield f"<caption>{place} {as_html(caption)}</caption>"
    heads = set(own.header_rows)
    for row in range(own.height):
        yield (
            "<tr>"
            + "".join(
                _cell(own, place, row in heads, marked(cell.text, by_cell.get(_position(cell), [])))
                for place, cell in _row(own, row)
            )
            + "</tr>"
        )
    yield "</table>\n</div>"


def _position(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _caption(passage: Passage) -> str:
    """What is printed with a table before its cells."""
    cells = normalise(" ".join(text for row in passage.cells for text in row))
    return passage.text.removesuffix(cells).strip() if cells else ""


def _row(own: PrintedTable, row: int) -> Iterator[tuple[tuple[int, int], Cell]]:
    """The cells that begin in a row, and an empty one for each gap."""
    for column in range(own.width):
        cell = own.grid.get((row, column))
        if cell is None:
            yield (row, column), Cell("", row, column)
        elif own.grid.get((row - 1, column)) is not cell and (
            own.grid.get((row, column - 1)) is not cell
        ):
            yield (row, column), cell


def _cell(own: PrintedTable, place: tuple[int, int], head: bool, content: str) -> str:
    row, column = place
    cell = own.grid.get(place)
    wide = high = 1
    while cell is not None and own.grid.get((row, column + wide)) is cell:
        wide += 1
    while cell is not None and own.grid.get((row + high, column)) is cell:
        high += 1
    spans = (f' colspan="{wide}"' if wide > 1 else "") + (f' rowspan="{high}"' if high > 1 else "")
    if content and head:
        return f'<th scope="{"colgroup" if wide > 1 else "col"}"{spans}>{content}</th>'
    if content and column in own.stub:
        return f'<th scope="{"rowgroup" if high > 1 else "row"}"{spans}>{content}</th>'
    return f"<td{spans}>{content}</td>"
