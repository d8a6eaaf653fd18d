"""Find tables in plain text that have one cell a line, as when they are copied from a page."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from moditrack.documents.blocks import Block, Cell
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import (
    GAP,
    SENTENCE,
    VALUE,
    YEARS,
    groups,
    headings,
    table,
)

_MOST_ABOVE = 2
"""Short lines above a table of one cell a line that are its caption."""
_CAPTION = lazy_regex(r"(?:table|figure|chart)\b|.{25}", re.IGNORECASE)
_MOST_COLUMNS = 60
"""Lines in which the first row ends, blank ones included."""
_MOST_LINES = (200, 2000)
_MOST_UNCOUNTED = 10
"""Values after a label among which no labels are looked for that are numbers."""
_LONGEST_CELL = 60
"""Characters of a cell on a line of its own."""


def one_a_line(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table with one cell a line, as it comes when it is copied from a page.

    A few lines are looked at first, so that many tables take linear time.
    """
    for most in _MOST_LINES:
        if at + most >= len(lines):
            break
        first = max(0, at - 4)
        found, end = _one_a_line(lines[first : at + most], at - first)
        if end + first < at + most // 2:
            return found, end + first
    return _one_a_line(lines, at)


def _one_a_line(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table with one cell a line among those up to the end of these lines.

    Rows are a label and the same number of values each time, at least two, below as many headings;
    a label alone begins a group of them, and blank lines may part the cells. Where none begins
    here, the second is the line to look at next.
    """
    places, end = _cells(lines, at)
    run = [lines[place].strip() for place in places]
    if len(run) < 8:
        return None, max(end, at + 1)
    values = _values(run)
    for first in sorted(values):
        step = values[first] + 1
        rows = _rows(values, first) if step > 2 else []
        if len(rows) < 2 or all(map(YEARS.fullmatch, run[first + 1 : first + step])):
            continue
        after = rows[-1] + values[rows[-1]] + 1
        if values[rows[-1]] > step - 1 and values.get(after, 0) > step - 1:
            continue  # the rows are longer, but for some of the first
        grouped = any(after - before > step for before, after in pairwise(rows))
        below = first - 1 if grouped and values.get(first - 1) == 0 else first
        # Years that head all columns.
        years = (
            end for end in (first - 1, first - 2)
            if end >= step - 1 and all(map(YEARS.fullmatch, run[end - step + 1 : end]))
        )  # fmt: skip
        below = next(years, below)
        start = below - step
        if start < -1 or (start >= 0 and start not in values):
            continue
        if start > _MOST_ABOVE:
            return None, places[start]
        head = run[start:below] if start >= 0 else ["", *run[:below]]
        if values.get(start) == step - 1 and not all(map(YEARS.fullmatch, head[1:])):
            break  # a row, and no headings above it
        if any(VALUE.fullmatch(name) and not YEARS.fullmatch(name) for name in head[1:]):
            continue
        levels, start = _levels(run, values, start, head)
        body, after = _body(run, values, below, rows, end == len(lines))
        found = table([*levels, *body], len(levels))
        if len(levels) > 1:
            _join_names(found.cells, step)
        found.caption = " ".join(run[: max(start, 0)])
        return found, places[after - 1] + 1
    start, body = _by_years(run)
    if not body or start > _MOST_ABOVE:
        return None, places[start] if body else max(end, at + 1)
    found = table(body)
    found.caption = " ".join(run[:start])
    return found, places[start + len(body) * len(body[0]) - 1] + 1


def _by_years(run: list[str]) -> tuple[int, list[list[str]]]:
    """The headings and rows of a table whose rows have years for labels, and where it begins."""
    first = next((at for at, line in enumerate(run) if VALUE.fullmatch(line)), 0)
    for step in range(2, min(first, _MOST_COLUMNS) + 1):
        rows: list[list[str]] = []
        while _is_of_a_year(row := run[first + len(rows) * step :][:step], step):
            rows.append(row)
        if len(rows) > 1 and len({row[0] for row in rows}) == len(rows):
            return first - step, [run[first - step : first], *rows]
    return 0, []


def _is_of_a_year(row: list[str], step: int) -> bool:
    if len(row) < step or not YEARS.fullmatch(row[0]) or all(map(YEARS.fullmatch, row)):
        return False
    return all(map(VALUE.fullmatch, row[1:]))


def headed(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of one cell a line below a line, or two, of its headings, which run together."""
    above = [line.strip() for line in takewhile(str.strip, lines[at : at + 3])]
    start = at + len(above)
    if len(above) == 3 or start == len(lines):
        return None, at + 1
    # A few lines say whether there is one; only then are the others looked at.
    run = [line.strip() for line in lines[start : start + _MOST_COLUMNS] if line.strip()]
    step = _values(run).get(0, 0) + 1
    if step < 3:
        return None, at + 1
    names = headings(above[-1], step)
    over = groups(above[0], step) if len(above) > 1 else names
    if names is None or over is None:
        return None, at + 1
    places, end = _cells(lines, start)
    run = [lines[place].strip() for place in places]
    values = _values(run)
    rows = _rows(values, 0) if values.get(0) == step - 1 else []
    if len(rows) < 3:
        return None, max(end, at + 1)
    levels = [over, names][2 - len(above) :]
    body, after = _body(run, values, 0, rows, end == len(lines))
    found = table([*levels, *body], len(levels))
    if len(levels) > 1:
        _join_names(found.cells, step)
    return found, places[after - 1] + 1


def _cells(lines: list[str], at: int) -> tuple[list[int], int]:
    """The lines that may be cells of one table from a line on, and the line after them."""
    places: list[int] = []
    end = at
    while end < len(lines) and len(lines[end]) <= _LONGEST_CELL + 40:
        words = lines[end].strip()
        if len(words) > _LONGEST_CELL:
            break
        if not words and end > at and not lines[end - 1].strip() and not _is_gap(lines, end):
            break
        if "|" in words or GAP.search(words) or "\t" in words or SENTENCE.match(words):
            break
        if words:
            places.append(end)
        end += 1
    return places, end


def _is_gap(lines: list[str], at: int) -> bool:
    """Whether blank lines are an empty cell, where others have a blank line between them."""
    start, end = at, at
    while start > 0 and not lines[start - 1].strip():
        start -= 1
    while end < len(lines) and not lines[end].strip() and end - start < 4:
        end += 1
    return (
        end - start == 3
        and end < len(lines)
        and VALUE.fullmatch(lines[end].strip()) is not None
        and start > 1
        and not lines[start - 2].strip()
    )


def _body(
    run: list[str], values: dict[int, int], first: int, rows: list[int], ends: bool
) -> tuple[list[list[str]], int]:
    """The rows of a table, and the line after them.

    The last may have no label, or, where the text ends, not all of its values.
    """
    step = values[rows[0]] + 1
    body = [
        run[row : row + step] if values[row] else [run[row], *[""] * (step - 1)]
        for row in range(first, rows[-1] + 1)
        if row in values
    ]
    after = rows[-1] + step
    if values[rows[-1]] == 2 * (step - 1):
        return [*body, ["", *run[after : after + step - 1]]], after + step - 1
    if ends and 0 < values.get(after, 0) < step - 1 and after + values[after] + 1 == len(run):
        return [*body, [*run[after:], *[""] * (step - 1 - values[after])]], len(run)
    return body, after


def _join_names(cells: list[Cell], step: int) -> None:
    """One name over several headings is one cell."""
    for place in range(step - 1, 1, -1):
        if cells[place].text == cells[place - 1].text:
            cells[place - 1].columns += cells.pop(place).columns


def _values(run: list[str]) -> dict[int, int]:
    """How many values follow each line of a run that is none."""
    counts: dict[int, int] = {}
    label = -1
    for place, line in enumerate(run):
        if VALUE.fullmatch(line) is None:
            label = place
            counts[label] = 0
        elif label >= 0:
            counts[label] += 1
    for label in [label for label in counts if counts[label] > _MOST_UNCOUNTED]:
        counts |= _counted(run, label, counts[label])
    return counts


def _counted(run: list[str], label: int, values: int) -> dict[int, int]:
    """How many values follow a label and those below it that count on, as ages do: 5, 6, 7."""
    for step in range(3, (values + 1) // 4 + 1):
        labels = range(label + step, label + values + 1, step)
        if (values + 1) % step == 0 and all(
            run[place].isdecimal() and run[place] == str(int(run[labels[0]]) + after)
            for after, place in enumerate(labels)
        ):
            return dict.fromkeys((label, *labels), step - 1)
    return {}


def _rows(values: dict[int, int], first: int) -> list[int]:
    """The rows that follow a row with as many values; one label alone may be above a group."""
    step, rows = values[first] + 1, [first]
    while True:
        after = rows[-1] + step
        row = after + 1 if values.get(after) == 0 else after
        found = values.get(row, -1)
        unlabelled = found == 2 * (step - 1)  # the row after it
        if found < step - 1 or (found > step - 1 and len(rows) < 2 and not unlabelled):
            return rows
        rows.append(row)
        if found > step - 1:
            return rows


def _levels(
    run: list[str], values: dict[int, int], start: int, head: list[str]
) -> tuple[list[list[str]], int]:
    """The rows of headings, and the line at which they begin.

    Where the last of them repeats, as many names as repeats above it are those of its parts.
    """
    names = head[1:]
    count = len(names)
    size = next(
        n for n in range(1, count + 1) if count % n == 0 and names[:n] * (count // n) == names
    )
    parts = count // size
    above = start - parts + 1
    captions = all(map(_CAPTION.match, run[: max(above, 0)]))
    if size < 2 or parts < 2 or above < 0 or not captions:
        return [head], start
    if not all(place in values for place in range(above, start + 1)):
        return [head], start
    over = [run[above + part] for part in range(parts) for _ in range(size)]
    return [["", *over], ["", *names]], above
