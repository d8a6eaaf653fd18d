"""Find tables in plain text whose rows a year begins and words end: 2021 3 1 Police."""

from __future__ import annotations

from moditrack.documents.blocks import Block
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import NUMBER, phrase_headings, table

_ROW = lazy_regex(
    rf"(?P<year>{YEAR})(?P<numbers>(?: {NUMBER.pattern}){{2,}})"
    r" (?P<words>[A-Z][A-Za-z&'’ -]{1,40})"
)
"""A year, numbers, and a last column of words."""
_HEAD = lazy_regex(r"Years? [A-Z][\w ()-]*[a-z)]")
_FEWEST = 3


def of_years(lines: list[str], at: int) -> tuple[Block | None, int]:
    """A table whose rows a year begins and words end, with its headings or without."""
    line = lines[at].strip()
    if line[:4].isdigit():
        return _with_words(lines, at, at)
    return _with_words(lines, at, at + 1) if _HEAD.fullmatch(line) else (None, at + 1)


def _with_words(lines: list[str], at: int, first: int) -> tuple[Block | None, int]:
    """The rows from a line on, below their headings where that is the next one."""
    rows: list[list[str]] = []
    for line in lines[first:]:
        match = _ROW.fullmatch(line.strip())
        row = [match["year"], *match["numbers"].split(), match["words"]] if match else []
        if not row or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
    if len(rows) < _FEWEST or len({row[0] for row in rows}) < len(rows):
        return None, at + 1
    if first == at:
        return table(rows, 0), at + len(rows)
    names = phrase_headings(lines[at], len(rows[0])) or _of_as_many_words(lines[at], len(rows[0]))
    return (table([names, *rows]), first + len(rows)) if names else (None, at + 1)


def _of_as_many_words(head: str, columns: int) -> list[str] | None:
    """Headings of as many words each, of which two begin alike: Cases Found Cases Closed."""
    year, *words = head.split()
    size, rest = divmod(len(words), columns - 1)
    if rest or size < 2:
        return None
    starts = words[::size]
    again = {word for word in starts if starts.count(word) > 1}
    alike = any(words.count(word) == starts.count(word) for word in again)
    names = [" ".join(words[n : n + size]) for n in range(0, len(words), size)]
    return [year, *names] if alike else None
