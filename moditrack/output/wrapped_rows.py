"""The rows of a table as lines of the widths of its columns, citations and ids dim."""

from __future__ import annotations

from collections.abc import Sequence

from moditrack.output.cells import Cells
from moditrack.output.grid import Cell, wrap
from moditrack.output.shown_values import DIM, DITTO, NO_COUNT, UNBREAKABLE
from moditrack.output.text_width import text_width
from moditrack.output.widths import widest_prose
from moditrack.tables import DisplayColumn, Marked


def wrapped_rows(
    columns: Sequence[DisplayColumn],
    cells: Cells,
    citation_lines: list[list[str]],
    widths: list[int],
    hang: int = 0,
) -> list[list[Cell]]:
    """The cells of each row as lines of these widths, the first text of a row with its further
    lines indented by `hang`.

    On a narrow terminal the citations of a row follow its longest text.
    """
    main = widest_prose(columns, cells) if any(citation_lines) else 0
    kinds = [column.kind for column in columns]
    rows: list[list[Cell]] = []
    for row, citations in zip(cells, citation_lines, strict=True):
        rows.append([])
        for values, width, kind in zip(row, widths, kinds, strict=True):
            own = 0 if rows[-1] or kind in UNBREAKABLE else hang
            wrapped = [line for text in values for line in wrap(text, width, own)]
            dim = values in ([NO_COUNT], ["."], [DITTO]) or kind in DIM
            rows[-1].append(
                [
                    ("", line) if dim and not isinstance(line, Marked) else (line, "")
                    for line in wrapped
                ]
            )
        for citation in citations:
            append_citation(rows[-1][main], citation, widths[main])
    return rows


def append_citation(cell: Cell, citation: str, width: int) -> None:
    """Append a citation to the last line of a cell, or below it if there is no room."""
    plain, dim = cell[-1] if cell else ("", "")
    behind = f"{dim} {citation}"
    # Neither a command, nor a second number of others.
    alone = " " not in citation.partition(" +")[0] and plain.rpartition(" ")[2][:1] != "+"
    if cell and alone and text_width(plain + behind) <= width:
        cell[-1] = (plain, behind)
    else:
        cell.append(("", citation))
