"""What the cells of tables in plain text look like, and headings that one line runs together."""

from __future__ import annotations

import re
from collections.abc import Collection

from moditrack.documents.blocks import Block, Cell
from moditrack.documents.dates.calendar_names import MONTHS
from moditrack.documents.dates.year_or_count import YEAR, YEAR_HEADING
from moditrack.documents.lazy_regex import lazy_regex

GAP = lazy_regex(r" {2,}")
SENTENCE = lazy_regex(r"\S+ \S+ .*[.?!:;]$")
RULE = lazy_regex(r"[\s|+:=_-]*[-=_]{3,}[\s|+:=_-]*|(?:\s*\|\s*:?-+:?)+\s*\|?\s*")
"""A line that is drawn, between rows or below headings."""
VALUE = lazy_regex(
    r"[(£$€~<>≤≥+-]{0,3} ?\d[\d,.  ]*\)?(?:%|k|m|bn| per ?cent| (?:m|b)illion)?"
    r"(?: ?\(\d[\d.,]*%?\))?\*{0,2}"
    r"|[*–—-]|\.\.|n/?a|\[[a-z]\]|nil",
    re.IGNORECASE,
)
NUMBER = lazy_regex(r"[(+\u2212-]?[£$€]?(?!0\d)\d[\d,]*(?:\.\d+)?(?:%|k|m|bn|p)?\)?")
CELL = lazy_regex(
    rf"{NUMBER.pattern}|<\d{{1,2}}\*{{0,2}}|[-\u2013\u2014*]|\.\.|n/?a|\[[a-z]\]", re.IGNORECASE
)
"""A cell among others on a line, with no space in it."""
YEARS = lazy_regex(YEAR_HEADING)
JOINING = frozenset(("and", "or", "of", "the", "in", "for", "to", "by", "with", "from", "per"))
_STARTS = lazy_regex(rf"[A-Z£$%(]|{YEAR}\b")


def table(rows: list[list[str]], headers: int = 1) -> Block:
    """A table of rows of texts; the first `headers` rows are headings."""
    return Block("table", cells=[
        Cell(text, row, column, header=row < headers)
        for row, cells in enumerate(rows) for column, text in enumerate(cells)
    ])  # fmt: skip


def merge_few(block: Block, few: Collection[int], first: int, width: int) -> None:
    """Make one cell over all columns of those in the rows `few`: nothing says whose they are."""
    kept = []
    for cell in block.cells:
        if cell.row not in few or not first <= cell.column < first + width:
            kept.append(cell)
        elif cell.column == first:
            kept.append(cell)
            cell.columns = width
    block.cells = kept


def phrases(line: str) -> list[str]:
    """A line in its phrases: each begins with a capital letter or a year, but after "of"."""
    found: list[str] = []
    for word in line.split():
        last = found[-1].rpartition(" ")[2] if found else ""
        joined = (
            last.lower() in JOINING
            or last == "%"
            or (word[0].isdigit() and last[:3].lower() in MONTHS)
        )
        if found and (joined or not _STARTS.match(word)):
            found[-1] += " " + word
        else:
            found.append(word)
    return found


def headings(line: str, columns: int) -> list[str] | None:
    """The headings of columns that one line runs together, that of the labels first."""
    return phrase_headings(line, columns) or _as_many([line.split()], columns)


def phrase_headings(line: str, columns: int) -> list[str] | None:
    """The headings that gaps, capital letters or the words that begin each of them part."""
    begun = phrases(line)
    ways = [
        GAP.split(line.strip()), begun, _with_brackets(begun), _alike(line), _around_years(line),
    ]  # fmt: skip
    return _as_many(ways, columns)


def _as_many(ways: list[list[str]], columns: int) -> list[str] | None:
    for pieces in ways:
        if len(pieces) == columns and YEARS.fullmatch(pieces[0]):
            continue  # of no column of labels
        if len(pieces) in (columns - 1, columns) and _can_head(pieces):
            return [""] * (columns - len(pieces)) + pieces
    return None


def _can_head(pieces: list[str]) -> bool:
    """Whether no word is a heading twice, unless all of them are, in the same order."""
    if all(" " in name or not name.isalpha() for name in pieces):
        return True
    for names in (pieces, pieces[1:]):
        size = len(set(names))
        if names == names[:size] * (len(names) // max(size, 1)):
            return True
    return False


def _with_brackets(pieces: list[str]) -> list[str]:
    found: list[str] = []
    for piece in pieces:
        if found and piece[0] == "(":
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


def _alike(line: str) -> list[str]:
    """A line in pieces that all begin with the same two words: "Number of ... Number of ..."."""
    start = " ".join(line.split()[:2])
    return [start + piece.rstrip() for piece in line.strip().split(start)[1:]]


def _around_years(line: str) -> list[str]:
    """Years in a row, and a name of several words before and after: Kind of Boat 2022 2023 Grand
    Total."""
    words = line.split()
    years = [at for at, word in enumerate(words) if YEARS.fullmatch(word)]
    if len(years) < 2 or not years[0] or years[-1] - years[0] != len(years) - 1:
        return []
    after = " ".join(words[years[-1] + 1 :])
    own = [words[at] for at in years]
    return [" ".join(words[: years[0]]), *own, *([after] if after else [])]


def groups(line: str, columns: int) -> list[str] | None:
    """The headings of groups of columns, each as wide, repeated over each of their columns."""
    for pieces in (phrases(line), line.split()):
        size, rest = divmod(columns - 1, len(pieces))
        if rest == 0 and size > 1 and len(pieces) > 1:
            return ["", *(piece for piece in pieces for _ in range(size))]
    return None
