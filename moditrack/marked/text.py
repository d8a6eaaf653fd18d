"""The passages of a document as an HTML page, numbers and tables marked; what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

from moditrack.documents.blocks import Cell
from moditrack.documents.normalise import normalise
from moditrack.documents.passages import BETWEEN, Passage, shared
from moditrack.documents.tables import PrintedTable, table_of
from moditrack.escaping import as_html

_STYLE = Path(__file__).with_name("page.css")
TEXT_BEGINS = '<main id="text">\n<h2>Text of the document</h2>'
TEXT_ENDS = "</main>\n</body>\n</html>"
_DEEPEST = 6


@dataclass
class Mark:
    """A part of a passage's text, of its heading or of a cell, to mark; None is no passage.

    number: from 1, in the order of the document.
    """

    passage: Passage | None
    start: int = 0
    end: int = 0
    cell: Cell | None = None
    heading: bool = False
    number: int = 0

    @property
    def kind(self) -> str:
        """Its class, which says how it looks."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """What it says to those who do not see it."""
        raise NotImplementedError

    def take(self, other: Self) -> None:
        """Hold what another mark does, too."""
        raise NotImplementedError


Marks = Sequence[Mark]
M = TypeVar("M", bound=Mark)


def head(title: str) -> str:
    """The start of a page, up to its body."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{as_html(title)}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n"
        '<body>\n<a class="skip" href="#text">Skip to the text</a>'
    )


def listed(lines: Sequence[str]) -> Iterator[str]:
    """Sentences as a list."""
    if lines:
        yield "<ul>" + "".join(f"<li>{as_html(line)}</li>" for line in lines) + "</ul>"


def not_read(lines: Sequence[str]) -> Iterator[str]:
    """At the end of a page: what of the document is not on it."""
    if lines:
        yield '<section id="not-read">\n<h2>What was not read</h2>'
        yield from listed(lines)
        yield "</section>"


def passages(
    every: Sequence[Passage],
    marks: Mapping[int, Sequence[M]],
    below: Callable[[Passage, Sequence[M]], Iterator[str]],
) -> Iterator[str]:
    """The passages, each with what is `below` it. `marks` are those of each, by its id()."""
    headings: list[str] = []
    page = None
    for passage in every:
        if passage.page is not None and passage.page != page:
            page = passage.page
            yield f'<p class="page">page {page}</p>'
        here = marks.get(id(passage), ())
        above = [mark for mark in here if mark.heading]
        own = passage.heading.split(BETWEEN) if passage.heading else []
        yield from _headings(headings, own, above)
        headings = own
        inside = [mark for mark in here if not mark.heading]
        if passage.table or passage.cells:
            yield from table(passage, inside, marked)
        else:
            kind = f' class="{passage.kind}"' if passage.kind in ("bullet", "footnote") else ""
            place = f'<span class="place">{as_html(passage.locator)}</span>'
            yield f"<p{kind}>{place} {marked(passage.text, inside)}</p>"
        yield from below(passage, here)


def _headings(before: Sequence[str], own: Sequence[str], marks: Marks) -> Iterator[str]:
    """The headings of a passage that those before it had not, each at its depth."""
    same = shared(before, own)
    start = len("".join(f"{words}{BETWEEN}" for words in own[:same]))
    for depth, words in enumerate(own[same:], 3 + same):
        end = start + len(words)
        level = min(depth, _DEEPEST)
        here = [mark for mark in marks if start - len(BETWEEN) <= mark.start < end]
        yield f"<h{level}>{marked(words, here, start)}</h{level}>"
        start = end + len(BETWEEN)


def marked(words: str, here: Marks, at: int = 0) -> str:
    """A text that begins at a place, with its marks, each with a link to what is said of it."""
    parts, done = [], 0
    for mark in here:
        start = max(mark.start - at, 0)  # that of a heading may take in what separates it
        end = min(max(mark.end - at, start), len(words))
        parts += [
            as_html(words[done:start]),
            f'<mark class="{mark.kind}" id="c{mark.number}"><a href="#s{mark.number}">',
            as_html(words[start:end]),
            f'<span class="hidden"> ({mark.words})</span></a></mark>',
        ]
        done = end
    return "".join([*parts, as_html(words[done:])])


def merged(found: Iterable[M]) -> Iterator[M]:
    """Marks in the order of their text; those that overlap as one, with what all of them hold."""
    last: M | None = None
    for one in found:
        same = last is not None and last.cell is one.cell and last.heading == one.heading
        if last is not None and same and one.start < last.end:
            last.end = max(last.end, one.end)
            last.take(one)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


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
