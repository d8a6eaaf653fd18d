"""Tables of a PDF that are ruled: cells by the lines around them, merged where a line lacks."""

from __future__ import annotations

from collections import Counter
from copy import copy
from itertools import pairwise

from moditrack.documents.blocks import Cell
from moditrack.documents.readers.pdf_pages.lines import lines_of, rows_of
from moditrack.documents.readers.pdf_pages.page import Drawn
from moditrack.documents.readers.pdf_pages.words import Phrase, Word
from moditrack.documents.readers.pdf_tables.cells import (
    NUMBER,
    box_in,
    box_of,
    cell_text,
    compact,
    is_value,
    is_words,
    with_headers,
)
from moditrack.documents.readers.pdf_tables.rulings import (
    SNAP,
    Ruling,
    frames,
    merged,
    places_of,
    with_steps,
    without_slits,
)  # fmt: skip
from moditrack.documents.readers.pdf_tables.undivided_cells import (
    part_headings,
    part_labels,
    part_rows,
)

_MOST_SPREAD = 8
"""Places of the grid for each cell with text; a drawing, such as a chart, has more."""
_MOST_CELLS = 20_000
_MOST_PAIRS = 2_000_000


class Table:
    """A table found on a page: its cells, its place, and from where to where its columns run.

    `loose` has its words where rulings part only some of its rows or columns.
    """

    def __init__(
        self,
        cells: list[Cell],
        box: tuple[float, float, float, float],
        columns: list[tuple[float, float]],
        loose: list[Word] | None = None,
    ) -> None:
        self.cells, self.box, self.columns, self.loose = cells, box, columns, loose


def ruled(drawn: Drawn) -> tuple[list[Table], list[Word], list[Phrase]]:
    """The ruled tables of a page, and the words and turned phrases that are in none."""
    tables: list[Table] = []
    words, turned = drawn.words, drawn.turned
    # Shading parts rows and columns only where no lines do.
    nothing: tuple[list[Ruling], list[Ruling]] = ([], [])
    for shades in (nothing, drawn.shades):
        if shades is nothing or any(shades):
            across, down = merged(drawn.across + shades[0]), merged(drawn.down + shades[1])
            words, turned = _find(across, down, words, turned, tables)
    return tables, words, turned


def _find(
    across: list[Ruling],
    down: list[Ruling],
    words: list[Word],
    turned: list[Phrase],
    tables: list[Table],
) -> tuple[list[Word], list[Phrase]]:
    """Add the tables that rulings make; return the words and phrases that are in none."""
    if len(across) * len(down) > _MOST_PAIRS:
        return words, turned
    for frame in frames(across, down):
        grid = _Grid(*frame, words)
        if not grid.cells:
            continue
        inside = [word for word in words if grid.holds(word.x0, word.x1, word.top, word.bottom)]
        phrases = [p for p in turned if grid.holds(p.x0, p.x1, p.top, p.bottom)]
        cells = grid.filled(inside, phrases)
        if cells is None:
            continue
        loose = inside if _is_loose(cells, inside) else None
        columns = list(pairwise(grid.xs))
        if loose is None:
            cells = grid.filled(inside, phrases, split=True) or cells
            parts = grid.parts(cells)
            boxes = [box_in(part, grid.box) for part in parts] if len(parts) > 1 else [grid.box]
            tables += [Table(*part, columns) for part in zip(parts, boxes, strict=True)]
        else:
            tables.append(Table(cells, grid.box, columns, loose))
        taken, used = set(map(id, inside)), set(map(id, phrases))
        words = [word for word in words if id(word) not in taken]
        turned = [phrase for phrase in turned if id(phrase) not in used]
    return words, turned


def _is_loose(cells: list[Cell], words: list[Word]) -> bool:
    """Whether cells between rulings hold many numbers each, so that they are several cells."""
    numbers = [
        line for row in rows_of(words) for line in lines_of(row) if NUMBER.fullmatch(line.text)
    ]
    full = sum(
        NUMBER.fullmatch(cell.text) is not None or any(c.isdigit() for c in cell.text)
        for cell in cells
    )
    return len(numbers) >= 4 and len(numbers) > 1.5 * full


class _Grid:
    """The cells that rulings make."""

    def __init__(self, across: list[Ruling], down: list[Ruling], words: list[Word]) -> None:
        self.xs = places_of(down, [end for r in across for end in (r.low, r.high)])
        self.ys = places_of(across, [end for r in down for end in (r.low, r.high)])
        self.box = (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])
        inside = [w for w in words if self.holds(w.x0, w.x1, w.top, w.bottom)]
        self.xs = without_slits(self.xs, [(w.x0 + w.x1) / 2 for w in inside])
        self.ys = without_slits(self.ys, [w.y - 0.3 * w.size for w in inside])
        self.ys = with_steps(self.ys, down, inside)
        self.cells: list[tuple[int, int, int, int]] = []
        self.walls: set[tuple[int, int]] = set()
        self.bold: dict[int, bool] = {}
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        if rows < 1 or columns < 2 or rows * columns > _MOST_CELLS:
            return
        self._cut(across, down, rows, columns)

    def holds(self, x0: float, x1: float, top: float, bottom: float) -> bool:
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        return self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]

    def _cut(self, across: list[Ruling], down: list[Ruling], rows: int, columns: int) -> None:
        """Join the places of the grid between which no ruling runs."""
        walls = self.walls = {
            (r, self._nearest(self.xs, ruling.at))
            for ruling in down
            for r in range(rows)
            if ruling.low - SNAP <= self._middle(self.ys, r) <= ruling.high + SNAP
        }
        floors = {
            (self._nearest(self.ys, ruling.at), c)
            for ruling in across
            for c in range(columns)
            if ruling.low - SNAP <= self._middle(self.xs, c) <= ruling.high + SNAP
        }
        taken: set[tuple[int, int]] = set()
        for r in range(rows):
            for c in range(columns):
                if (r, c) in taken:
                    continue
                wide = 1
                while c + wide < columns and (r, c + wide) not in walls and (
                    (r, c + wide) not in taken
                ):  # fmt: skip
                    wide += 1
                high = 1
                while r + high < rows and all(
                    (r + high, k) not in floors and (r + high, k) not in taken
                    for k in range(c, c + wide)
                ) and not any((r + high, k) in walls for k in range(c + 1, c + wide)):  # fmt: skip
                    high += 1
                taken |= {(r + i, c + k) for i in range(high) for k in range(wide)}
                self.cells.append((r, c, high, wide))

    @staticmethod
    def _nearest(places: list[float], at: float) -> int:
        return min(range(len(places)), key=lambda i: abs(places[i] - at))

    @staticmethod
    def _middle(places: list[float], at: int) -> float:
        return (places[at] + places[at + 1]) / 2

    def filled(
        self, words: list[Word], phrases: list[Phrase], split: bool = False
    ) -> list[Cell] | None:
        """The cells with their words; None where this is not a table but a box or a drawing.

        `split` splits cells that are several to the eye.
        """
        inside: dict[int, list[Word]] = {}
        turned: dict[int, list[str]] = {}
        cell_at = {
            (r + i, c + k): at
            for at, (r, c, high, wide) in enumerate(self.cells)
            for i in range(high)
            for k in range(wide)
        }
        ends = Counter(round(word.x1) for word in words)
        for word in [part for one in words for part in self._apart(one, ends)]:
            place = self._place((word.x0 + word.x1) / 2, word.y - 0.3 * word.size)
            inside.setdefault(cell_at[place], []).append(word)
        if split:
            part_rows(self.cells, inside, self._column)
            part_headings(self.cells, inside, self.xs)
            part_labels(self.cells, inside, self._row)
        for phrase in phrases:
            place = self._place((phrase.x0 + phrase.x1) / 2, (phrase.top + phrase.bottom) / 2)
            turned.setdefault(cell_at[place], []).append(phrase.text)
        full = set(inside) | set(turned)
        if len(full) < 2 or len({self.cells[at][1] for at in full}) < 2:
            return None
        rows, columns = ([self.cells[at][side] for at in full] for side in (0, 1))
        several = len(set(columns)) > 2 or all(word.text.endswith("%") for word in words)
        alone = several and len(set(rows)) == len(rows)
        if alone and not any(c.isalpha() for word in words for c in word.text):
            return None  # what is printed at the bars of a chart
        places = (len(self.xs) - 1) * (len(self.ys) - 1)
        if len(full) < 0.25 * len(self.cells) or places > _MOST_SPREAD * len(full):
            return None
        cells = []
        light: set[int] = set()  # cells that are not bold
        for at, (r, c, high, wide) in enumerate(self.cells):
            cell_words = inside.get(at, [])
            text = " ".join([cell_text(cell_words), *turned.get(at, [])]).strip()
            cells.append(Cell(text, r, c, high, wide, box=box_of(cell_words)))
            if not all(word.bold for word in cell_words):
                light.add(id(cells[-1]))
        cells = compact(cells)
        plain = {cell.row for cell in cells if id(cell) in light}
        self.bold = {cell.row: cell.row not in plain for cell in cells}
        return with_headers(cells, self.bold)

    def parts(self, cells: list[Cell]) -> list[list[Cell]]:
        """The tables that share the rulings: another begins where bold words are its headings."""
        top = {cell.text for cell in cells if cell.header}
        numbers = [cell.row for cell in cells if is_value(cell.text)]
        starts = [0]
        for row in sorted(self.bold):
            own = [cell for cell in cells if cell.row == row]
            if (
                self.bold[row]
                and len(own) > 2
                and any(starts[-1] <= number < row for number in numbers)
                and row + 1 in numbers
                and all(is_words(cell.text) for cell in own)
                and not {cell.text for cell in own} <= top
                and not any(cell.row < row < cell.row + cell.rows for cell in cells)
            ):
                starts.append(row)
        if len(starts) == 1:
            return [cells]
        found = []
        for start, end in pairwise([*starts, max(self.bold) + 1]):
            part = [cell for cell in cells if start <= cell.row < end]
            for cell in part:
                cell.row -= start
            bold = {row - start: self.bold[row] for row in self.bold if start <= row < end}
            found.append(with_headers(part, bold) if start else part)
        return found

    def _apart(self, word: Word, ends: Counter[int]) -> list[Word]:
        """A number in two where a line down crosses it: numbers in other rows end there, too."""
        row, column = self._place(word.x0, word.y - 0.3 * word.size)
        over = self.xs[column + 1]
        if over < word.x1 and (row, column + 1) in self.walls and word.text.isdigit():
            digit = (word.x1 - word.x0) / len(word.text)
            for at in range(1, len(word.text)):
                x = word.x0 + at * digit
                if abs(x - over) < digit / 2 and ends[round(x)] > 1:
                    first, last = copy(word), copy(word)
                    first.text, first.x1 = word.text[:at], x
                    last.text, last.x0 = word.text[at:], x
                    return [first, last]
        return [word]

    def _place(self, x: float, y: float) -> tuple[int, int]:
        return self._row(y), self._column(x)

    def _row(self, y: float) -> int:
        return sum(y > place for place in self.ys[1:-1])

    def _column(self, x: float) -> int:
        return sum(x > place for place in self.xs[1:-1])
