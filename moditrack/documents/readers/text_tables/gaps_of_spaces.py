"""Find tables in plain text whose columns are separated by gaps of spaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from moditrack.documents.blocks import Block
from moditrack.documents.cells_and_marks import counts_up
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import (
    GAP,
    JOINING,
    RULE,
    SENTENCE,
    VALUE,
    YEARS,
    table,
)
from moditrack.documents.readers.text_tables.columns import Span, edges_of, over_columns, pieces

_WIDEST = 1000
"""Characters of a longer line than a table has."""
_LONGEST_LABEL = 60
"""Characters of a label on a line of its own."""
_MOST_LINES = 3
"""Lines of a label."""
_LABELLED = lazy_regex(r"(.*[^\W\d].*?) +(\S+)")
_TWO = lazy_regex(r"[\d%)] +(?!\d{3}\b|\(\d[\d.]*%\))[\d£(-]")
_DATE = lazy_regex(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_NEAR = 1
"""Characters by which the right edges of the cells of a column may differ over a blank line."""


@dataclass
class _Found:
    """The lines of a table: `rows` with gaps, and by the row before which they are, labels that
    begin above it and headings of groups. `ends` has what goes on below a row: row, place, text."""

    rows: list[str] = field(default_factory=list)
    begun: dict[int, str] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)
    ends: list[tuple[int, int, str]] = field(default_factory=list)
    first: int = -1
    """The first row with values; those above it are headings. -1 where there is none so far."""


def fixed(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table of fixed columns: at least three lines with gaps of spaces below each other.

    A label may begin on the line above its row or end below it, a line alone heads the rows below
    it, and a blank line may part rows whose cells are below each other.
    """
    found, end = _lines(lines, at)
    if len(found.rows) < 3 or max(map(len, found.rows)) > _WIDEST:
        return None, end
    first = found.first if found.first >= 0 else 1
    columns, rows, spans = _cells(found.rows, first)
    if columns is None:
        return None, end
    width = len(rows[0])
    body = [row[1:] for row in rows[first:]]
    values = sum(bool(VALUE.fullmatch(cell)) for row in body for cell in row)
    filled = sum(bool(cell) for row in body for cell in row)
    if width < 2 or filled == 0 or (2 * values < filled and width < 3):
        return None, end
    for row, label in found.begun.items():
        rows[row][0] = f"{label} {rows[row][0]}".strip()
    for row, place, text in found.ends:
        column = max((n for n, (start, _) in enumerate(columns) if start <= place + 1), default=0)
        rows[row][column] = f"{rows[row][column]} {text}".strip()
    for row in sorted(found.groups, reverse=True):
        rows.insert(row, [found.groups[row], *[""] * (width - 1)])
    block = table(rows, first)
    for row, column, columns_over in spans:
        block.cells[row * width + column].columns = columns_over
    hidden = {(r, c + n) for r, c, over in spans for n in range(1, over)}
    block.cells = [cell for cell in block.cells if (cell.row, cell.column) not in hidden]
    return block, end


def _lines(lines: list[str], at: int) -> tuple[_Found, int]:
    found = _Found()
    end = at
    while end < len(lines):
        line = lines[end].expandtabs()
        text = line.strip()
        if not text:
            if not _goes_on(lines, end, found):
                break
        elif RULE.fullmatch(text):
            pass
        elif GAP.search(text):
            if found.first < 0 and _has_values(line):
                found.first = len(found.rows)
            found.rows.append(line)
        else:
            after = _alone(lines, end, found)
            if after == end:
                break
            end = after - 1
        end += 1
    return found, end


def _has_values(line: str) -> bool:
    """Whether a line has numbers, and is no heading of years, dates or numbers of columns."""
    texts = [line[start:end] for start, end in pieces(line)]
    beyond = texts[1:] if line[:1] != " " or not VALUE.fullmatch(texts[0]) else texts
    values = [text for text in beyond if VALUE.fullmatch(text) and not _DATE.fullmatch(text)]
    return not (all(map(YEARS.fullmatch, values)) or counts_up(values))


def _alone(lines: list[str], at: int, found: _Found) -> int:
    """Take what a line without a gap says of the rows around it; the line after it.

    The same line where it is none of the table.
    """
    line = lines[at].expandtabs()
    text, indent = line.strip(), len(line) - len(line.lstrip())
    above = pieces(found.rows[-1]) if found.rows else []
    if not above or "|" in text:
        return at
    if indent and indent >= above[min(1, len(above) - 1)][0] - 1:
        if found.first < 0:
            found.rows.append(line)
        else:
            found.ends.append((len(found.rows) - 1, indent, text))
        return at + 1
    if found.first >= 0 and (text[0].islower() or _is_open(found, len(found.rows) - 1)):
        found.ends.append((len(found.rows) - 1, 0, text))
        return at + 1
    if len(text) > _LONGEST_LABEL or SENTENCE.match(text):
        return at
    after = at + 1
    while after < min(len(lines), at + _MOST_LINES) and _ends(text, lines[after]):
        text += " " + lines[after].strip()
        after += 1
    below = lines[after].expandtabs() if after < len(lines) else ""
    own = pieces(below)
    if not GAP.search(below.strip()) or (found.first < 0 and not _has_values(below)):
        return at
    if found.first < 0:
        found.first = len(found.rows)
    if below.strip()[0].islower() or (found.first < len(found.rows) and own[0][0] >= above[1][0]):
        found.begun[len(found.rows)] = text
    else:
        found.groups[len(found.rows)] = text
    return after


def _ends(text: str, line: str) -> bool:
    """Whether a line goes on with the label above it, and is no row."""
    own = line.strip()
    more = own[:1].islower() or text.rpartition(" ")[2].lower() in (*JOINING, "&")
    return bool(own) and more and not GAP.search(own)


def _is_open(found: _Found, row: int) -> bool:
    """Whether the label of a row cannot end there: Parks and."""
    start, end = pieces(found.rows[row])[0]
    return found.rows[row][start:end].rpartition(" ")[2].lower() in (*JOINING, "&")


def _goes_on(lines: list[str], at: int, found: _Found) -> bool:
    """Whether rows come after a blank line, whose numbers are below those above it.

    Headings may have one below them.
    """
    below = [line.expandtabs() for line in lines[at + 1 : at + 3]]
    if not below or not below[0].strip() or not found.rows:
        return False
    row = below[0]
    if not GAP.search(row.strip()):
        if len(below) < 2 or len(row.strip()) > _LONGEST_LABEL or SENTENCE.match(row.strip()):
            return False
        row = below[1]
    if not GAP.search(row.strip()) or not _has_values(row):
        return False
    if found.first < 0:
        return True
    ends = _ends_of_values(row)
    known = {end for one in found.rows[found.first :][-4:] for end in _ends_of_values(one)}
    near = range(-_NEAR, _NEAR + 1)
    return len(ends) > 1 and all(any(end + shift in known for shift in near) for end in ends)


def _ends_of_values(line: str) -> list[int]:
    return [end for start, end in pieces(line)[1:] if VALUE.fullmatch(line[start:end])]


def _cells(
    lines: Sequence[str], first: int
) -> tuple[list[Span] | None, list[list[str]], list[tuple[int, int, int]]]:
    """The columns, the rows cut at them, and the headings that are over several: row, column, how
    many. No columns where no place separates the cells of all rows."""
    columns = edges_of(lines, max(first, 1))
    rows = [[line[start:end].strip() for start, end in columns] for line in lines]
    if 0 < first < len(lines) - 1:
        own = edges_of(lines[first:], 0)
        if len(own) > len(columns):
            rows = [[line[start:end].strip() for start, end in own] for line in lines[first:]]
            if _run_on(rows):
                return None, [], []
            heads, spans = over_columns(lines[:first], own)
            return own, [*heads, *rows], spans
    split = _apart(lines, rows)
    if len(split[0]) < 2 or (
        len(GAP.split(lines[0].strip())) > len(split[0]) and _run_on(split[1:])
    ):
        return None, [], []
    if split is not rows:
        columns = [columns[0], columns[0], *columns[1:]]
    return columns, split, []


def _apart(lines: Sequence[str], rows: list[list[str]]) -> list[list[str]]:
    """Rows whose first cells end in a value each, below two headings: a label and a value."""
    heads = GAP.split(lines[0].strip())
    labelled = [_LABELLED.fullmatch(row[0]) for row in rows[1:]]
    if len(heads) != len(rows[0]) + 1 or any(
        match is None or VALUE.fullmatch(match[2]) is None for match in labelled
    ):
        return rows
    split = ([match[1], match[2]] for match in labelled if match is not None)
    return [heads, *([*cells, *row[1:]] for cells, row in zip(split, rows[1:], strict=True))]


def _run_on(rows: list[list[str]]) -> bool:
    """Whether cells hold what belongs in two columns: no place separates them in every line."""
    ends = [match for row in rows if (match := _LABELLED.fullmatch(row[0])) is not None]
    valued = sum(VALUE.fullmatch(match[2]) is not None for match in ends)
    return 2 * valued > len(rows) or any(_TWO.search(cell) for row in rows for cell in row[1:])
