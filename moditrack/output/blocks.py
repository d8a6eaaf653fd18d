"""Rows too wide for a table, and facts of a page: values under each other beside their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from moditrack.citations import CITATION
from moditrack.escaping import clean
from moditrack.output.cells import SAME, Cells
from moditrack.output.grid import GAP, Cell, Grid, Line, wrap
from moditrack.output.shown_values import RIGHT_ALIGNED, group_heading, joined
from moditrack.output.text_width import text_width
from moditrack.output.widths import MIN_WIDTH
from moditrack.tables import DisplayColumn, Marked, Row


def labelled(
    console: Console, entries: Sequence[tuple[str, Sequence[str]]], citations: Sequence[str] = ()
) -> None:
    """Write texts beside their labels, wrapped, or below them where there is no room beside them;
    citations, which are never broken, below the texts."""
    widest = max((text_width(label) for label, _ in entries), default=0)
    room = console.width - widest - GAP
    if room < MIN_WIDTH:
        for label, texts in entries:
            for line in wrap(f"{clean(label)}: {'; '.join(texts)}", console.width):
                console.print(Text(line), soft_wrap=True)
        _dim(console, citations)
        return
    grid = Grid(console, (widest, room), (False, False))
    for label, texts in entries:
        if len(texts) == 1 and " " not in texts[0] and text_width(texts[0]) > room:
            grid.print()  # an address, which is never broken
            for text in (clean(label), texts[0]):
                console.print(Text(text), soft_wrap=True)
            continue
        lined: Cell = [_dim_citations(line) for text in texts for line in wrap(text, room)]
        grid.row([[(clean(label), "")], lined])
    for citation in citations:
        if all(text_width(word) <= room for word in citation.split()):
            grid.row([[], [("", line) for line in wrap(citation, room)]])
        else:
            grid.print()
            _dim(console, [citation])
    grid.print()


_CITATIONS = rf"(?:(?:^| ){CITATION},?)+(?: \+[0-9]+)?$"


def _dim_citations(line: str) -> Line:
    """A line of a fact, with the citations at its end dim."""
    found = None if isinstance(line, Marked) else re.search(_CITATIONS, line)
    return (line[: found.start()], line[found.start() :]) if found else (line, "")


def _dim(console: Console, lines: Sequence[str]) -> None:
    for line in lines:
        console.print(Text(line, style="dim"), soft_wrap=True)


def blocks(
    console: Console,
    group: str | None,
    displayed: Sequence[Row],
    columns: Sequence[DisplayColumn],
    cells: Cells,
    citation_lines: list[list[str]],
    above: str | None,
    *,
    in_order: bool,
) -> str | None:
    """Write each row as a block, below the group `above`; return the group of the last. A block has
    all of its cells: no row is above it. Numbers are in a line, unless columns stay `in_order`."""
    last: list[list[str]] = []
    together = zip(displayed, cells, citation_lines, strict=True)
    for number, (row, values, citations) in enumerate(together):
        if number:
            console.print()
        heading = group_heading(row, group)
        if group is not None and heading != above:
            for line in wrap(clean(heading), console.width):
                console.print(Text(line, style="bold"))
            above = heading
        last = [last[at] if own is SAME else own for at, own in enumerate(values)]
        _block(console, columns, last, citations, in_order=in_order)
    return above


def _block(
    console: Console,
    columns: Sequence[DisplayColumn],
    values: Sequence[list[str]],
    citations: Sequence[str],
    *,
    in_order: bool,
) -> None:
    """Write a row as a block: numbers in one line, other values in a line each."""
    entries: list[tuple[str, list[str]]] = []
    numbers = []
    for column, texts in zip(columns, values, strict=True):
        if column.kind in RIGHT_ALIGNED and not in_order:
            numbers += [joined(column.heading, " ", text) for text in texts]
        elif texts:
            entries.append((column.heading, _joined(texts, column.kind)))
    if numbers:
        apart = [own for text in numbers for own in ("; ", text)]
        entries.append(("", [joined(*apart[1:])]))
    labelled(console, entries, citations)


def _joined(texts: list[str], kind: str) -> list[str]:
    """The lines of a value; those of a period as one, and short texts as one."""
    if kind == "period":
        return [" ".join(texts)]
    return texts if any(isinstance(text, Marked) for text in texts) else ["; ".join(texts)]
