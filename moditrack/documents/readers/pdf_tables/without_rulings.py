"""Tables of a PDF without rulings: rows of words whose columns line up."""

from __future__ import annotations

from moditrack.documents.blocks import Cell
from moditrack.documents.readers.pdf_pages.columns import Box
from moditrack.documents.readers.pdf_pages.hyphens import joined
from moditrack.documents.readers.pdf_pages.lines import Line
from moditrack.documents.readers.pdf_tables.cells import NUMBER, box_of, is_value, with_headers
from moditrack.documents.readers.pdf_tables.columns_without_rulings import (
    Columns,
    Rules,
    between_rulings,
    column_places,
    has_numbers,
    parts_of,
    width_of,
)  # fmt: skip
from moditrack.documents.readers.pdf_tables.headings_without_rulings import (
    heading_bands,
    heading_cells,
)
from moditrack.documents.readers.pdf_tables.rows_without_rulings import grouped, lines_by_span
from moditrack.documents.readers.pdf_tables.several_boxes import seam
from moditrack.documents.readers.pdf_tables.with_rulings import Table

_FEWEST = 3
"""Rows that line up in a table without rulings."""
_MOST = 6
"""Lines without numbers between rows of a table."""
_NEAR = 12
"""Bands above one that are compared with it."""
_FAR, _FARTHEST = 3.2, 6
"""Ems between rows of a table at most, and where numbers go on in its columns."""
_TIGHT = 0.8
"""Ems between two lines that are side by side, in cells of different height."""
Band = list[Line]


def aligned(lines: list[Line], boxes: list[Box], rules: Rules) -> list[Band | Box]:
    """Lines and boxes from the top: lines of a row together, and rows that line up as tables."""
    bands = _bands(lines, boxes)
    found: list[Band | Box] = []
    at = 0
    while at < len(bands):
        end = _end(bands, at)
        start = at - 1 if _is_above(bands, at) else at
        table = _table(bands[start:end], rules) if end - at >= 2 else None
        band = bands[at]
        if table is not None and not all(is_value(cell.text) for cell in table.cells if cell.text):
            del found[len(found) - (at - start) :]
            found += _side_by_side(table, bands[start:end], rules)
            at = end
        else:
            found += [band] if isinstance(band, Box) else _rows(band)
            at += 1
    return found


def _side_by_side(table: Table, bands: list[Band | Box], rules: Rules) -> list[Band | Box]:
    """A table, or the title over two side by side, and the two."""
    at, titles = seam(table), 0
    lines = [band for band in bands if isinstance(band, list)]
    if at is not None:
        titles = next((n for n, band in enumerate(lines) if not _crosses(band, at)), 0)
    below = [line for band in lines[titles:] for line in band]
    if at is not None and not _crosses(below, at):
        sides = [line for line in below if line.x1 < at], [line for line in below if line.x0 > at]
        two = [one for side in sides if (one := table_in(side, rules)) is not None]
        if len(two) == len(sides):
            return [*lines[:titles], *(Box(one, *one.box) for one in two)]
    return [Box(table, *table.box)]


def _crosses(band: Band, at: float) -> bool:
    return any(line.x0 < at < line.x1 for line in band)


def table_in(lines: list[Line], rules: Rules) -> Table | None:
    """The table that all these lines are; None where they do not line up."""
    bands = _bands(lines, [])
    return _table(bands, rules) if len(bands) > 1 else None


def _bands(lines: list[Line], boxes: list[Box]) -> list[Band | Box]:
    """Lines that are side by side, together, from the top."""
    bands: list[Band | Box] = []
    items: list[Line | Box] = [*lines, *boxes]
    for item in sorted(items, key=lambda item: item.top):
        last = bands[-1] if bands else None
        if isinstance(item, Box):
            bands.append(item)
        elif isinstance(last, list) and (
            item.y - last[-1].y < _TIGHT * min(item.size, last[-1].size)
        ):  # fmt: skip
            last.append(item)
        else:
            bands.append([item])
    return bands


def _rows(band: Band) -> list[Band]:
    """The lines of a band by their row."""
    rows: list[Band] = []
    for line in band:
        above = rows[-1][0] if rows else line
        raised = line.size > 1.15 * above.size and line.y - above.y < 0.6 * line.size
        if rows and (raised or line.y - above.y < 0.3 * line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _width(band: Band | Box) -> int:
    """How many columns the lines of a band take."""
    return 0 if isinstance(band, Box) else width_of(band)


def _gap(above: Band | Box, below: Band | Box) -> float:
    """Ems from the last line of a band to the first of the next."""
    if isinstance(above, Box) or isinstance(below, Box):
        return 99.0
    size = max(above[-1].size, below[0].size)
    return (min(line.y for line in below) - max(line.y for line in above)) / size


def _end(bands: list[Band | Box], start: int) -> int:
    """Where bands that may be one table end: several columns in most, and no wide gap."""
    if _width(bands[start]) < 2:
        return start
    end = at = start + 1
    usual = 0.0
    while at < len(bands):
        gap, so_far = _gap(bands[at - 1], bands[at]), bands[max(start, end - _NEAR) : end]
        if gap >= _FAR and (gap >= _FARTHEST or not _is_group(bands, at, so_far)):
            break
        if at - end >= (_MOST if _is_group(bands, at, so_far) else _FEWEST):
            break
        apart = usual and gap > max(1.4 * usual, usual + 0.4)
        if apart and _heads(bands[at], bands[at - 1]) and not _is_group(bands, at, so_far):
            break  # another table
        usual = min(usual or gap, gap)
        if _width(bands[at]) > 1:
            end = at + 1
        at += 1
    while end < len(bands) and _width(bands[end]) == 1 and _gap(bands[end - 1], bands[end]) < 1.4:
        above, below = bands[end - 1], bands[end]
        assert isinstance(above, list) and isinstance(below, list)
        left = min(line.x0 for line in above)
        if not any(abs(below[0].x0 - line.x0) < 2 for line in above if line.x0 > left + 5):
            break
        end += 1  # the rest of a cell of the last row
    return end


def _is_above(bands: list[Band | Box], start: int) -> bool:
    """Whether the band above the start of a table has a heading over some of its columns."""
    above, first = bands[start - 1] if start else None, bands[start]
    return (
        isinstance(above, list)
        and isinstance(first, list)
        and len(above) == 1
        and _gap(above, first) < 2.5
        and above[0].x0 > min(line.x1 for line in first)
    )


def _heads(band: Band | Box, above: Band | Box) -> bool:
    """Whether a band has the headings of columns, below one that has none."""
    if isinstance(band, Box) or isinstance(above, Box):
        return False
    return all(line.bold for line in band) and not all(line.bold for line in above)


def _is_group(bands: list[Band | Box], at: int, above: list[Band | Box]) -> bool:
    """Whether a band is a heading of rows of the same table, or one of them: below it are numbers
    in the columns of the rows above it."""
    while at < len(bands) and _width(bands[at]) == 1:
        at += 1
    below = bands[at] if at < len(bands) else None
    if not isinstance(below, list):
        return False
    numbers = [line for line in below if is_value(line.text)]
    cells = [line for band in above if isinstance(band, list) and _width(band) > 1 for line in band]
    under = [one for one in numbers if any(one.x0 < c.x1 and c.x0 < one.x1 for c in cells)]
    return 2 * len(numbers) >= len(below) and 4 * len(under) >= 3 * len(numbers)


def _table(bands: list[Band | Box], rules: Rules) -> Table | None:
    """A table from bands; None where they do not line up."""
    lines: list[Band] = [band for band in bands if isinstance(band, list)]
    several = [band for band in lines if _width(band) > 1]
    columns = between_rulings(column_places(several), several, rules)
    if len(columns) < 2:
        return None
    framed = _is_framed(lines, rules)
    if len(several) < (2 if framed or len(columns) > 2 else _FEWEST):
        return None
    if not framed and not _is_tabular(several, columns):
        return None
    placed = [[part for line in band for part in parts_of(line, columns)] for band in lines]
    top = heading_bands(placed, rules)
    cells = heading_cells(placed[:top], columns, rules) if top else []
    first_row = 1 + max((cell.row for cell in cells), default=-1)
    bold: dict[int, bool] = {}
    for number, row in enumerate(grouped(placed[top:], columns, rules), start=first_row):
        bold[number] = all(part.line.bold for part in row)
        filled: set[int] = set()
        for (first, last), parts in lines_by_span(row).items():
            text = joined(line.text for line in parts)
            cells.append(Cell(text, number, first, 1, last - first + 1, box=box_of(parts)))
            filled.update(range(first, last + 1))
        cells += [Cell("", number, k) for k in range(len(columns)) if k not in filled]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    box = box_of([line for band in lines for line in band])
    assert box is not None
    if not top and not has_numbers(placed[0]):
        cells = with_headers(cells, bold)
    return Table(cells, box, columns)


def _is_tabular(rows: list[Band], columns: Columns) -> bool:
    """Whether rows are cells of a table, not two columns of prose or a list with tabs."""
    cells = [line for row in rows for line in row]
    numbers = sum(NUMBER.fullmatch(line.text) is not None for line in cells)
    if numbers >= 0.25 * len(cells):
        return True
    starts = 0
    for low, high in columns[1:]:
        inside = [line for line in cells if low <= line.x0 <= high]
        first = min((line.x0 for line in inside), default=low)
        starts += sum(abs(line.x0 - first) < 3 for line in inside)
    others = sum(line.x0 > columns[0][1] for line in cells)
    return starts >= 0.7 * others and len(rows) >= _FEWEST


def _is_framed(rows: list[Band], rules: Rules) -> bool:
    """Whether rulings across run above, below or between rows, over most of their width."""
    every = [line for row in rows for line in row]
    left, right = min(line.x0 for line in every), max(line.x1 for line in every)
    top, bottom = every[0].top - 14, every[-1].bottom + 14
    wide = 0.8 * (right - left)
    return (
        len({
            round(at) for at, low, high in rules.across
            if top <= at <= bottom and min(high, right) - max(low, left) >= wide
        }) >= 2
    )  # fmt: skip
