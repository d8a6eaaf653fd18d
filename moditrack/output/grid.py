"""Cells side by side, line by line: wrapped, padded, numbers flush right.

rich's own tables measure and wrap every cell anew, which for a thousand lines takes longer than all
else that a command does; here the widths are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.segment import Segment, Segments

from moditrack.tables import Marked

GAP = 2
"""Blanks between columns."""
Line = tuple[str, str]
"""A line of a cell: what is plain, and what is dim after it."""
Cell = list[Line]
_NOTHING: Line = ("", "")
_BETWEEN = " " * GAP


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, no wider than `width` (at least 1): broken at blanks, and where a word
    has no room on a line of its own, within it. What is marked stays so."""
    if cell_len(text) <= width:
        return [text]
    made = _broken(text, width)
    return list(_still_marked(text, made)) if isinstance(text, Marked) else made


def _still_marked(text: Marked, made: list[str]) -> Iterator[Marked]:
    at = 0
    for line in made:
        at = text.index(line, at)
        end = at + len(line)
        inside = ((max(a, at) - at, min(b, end) - at) for a, b in text.spans)
        yield Marked(line, [(a, b) for a, b in inside if a < b])
        at = end


def _broken(text: str, width: int) -> list[str]:
    made: list[str] = []
    used = width
    for word in text.split(" "):
        size = cell_len(word)
        if used + 1 + size <= width:
            made[-1], used = f"{made[-1]} {word}", used + 1 + size
        else:
            made += filter(None, chop_cells(word, width)) if size > width else [word]
            used = cell_len(made[-1])
    return made


class Grid:
    """Columns of fixed widths, in cells of a terminal, to be written on a console.

    `right` says which are set flush right.
    """

    def __init__(self, console: Console, widths: Sequence[int], right: Sequence[bool]) -> None:
        self._console = console
        self._sides = list(zip(widths, right, strict=True))
        self._dim = console.get_style("dim")
        self._bold = console.get_style("bold")
        self._mark = "-" if console.options.ascii_only else "─"
        self._made: list[Segment] = []

    def head(self, headings: Sequence[list[str]]) -> None:
        """Add the headings, each of so many lines, on one foot, and a rule under them."""
        most = max(map(len, headings))
        feet = [[_NOTHING] * (most - len(own)) + [(line, "") for line in own] for own in headings]
        for parts in zip(*feet, strict=True):
            line = "".join(segment.text for segment in self._lines([parts]))
            self._styled(line.removesuffix("\n"), "bold")
        self.rule()

    def title(self, text: str) -> None:
        """Add a line above the rows that it is about."""
        for line in wrap(text, self._console.width):
            self._styled(line, "bold cyan")

    def row(self, cells: Sequence[Cell]) -> None:
        """Add a row; the cells begin on the same line. One in which nothing stands is a line."""
        lines = zip_longest(*cells, fillvalue=_NOTHING)
        self._made += self._lines(lines if any(cells) else [[_NOTHING] * len(cells)])

    def rule(self) -> None:
        """Add a rule under all columns."""
        width = sum(width for width, _ in self._sides) + GAP * (len(self._sides) - 1)
        self._made.append(Segment(self._mark * width + "\n"))

    def print(self) -> None:
        """Write what was added."""
        self._console.print(Segments(self._made), end="", crop=False)
        self._made = []

    def _styled(self, line: str, style: str) -> None:
        self._made += (Segment(line, self._console.get_style(style)), Segment("\n"))

    def _lines(self, lines: Iterable[Sequence[Line]]) -> Iterator[Segment]:
        text = ""
        for parts in lines:
            for (plain, dim), (width, right) in zip(parts, self._sides, strict=True):
                blank = " " * (width - cell_len(plain)) if plain else " " * width
                rest = plain
                if isinstance(plain, Marked):
                    at = 0
                    for first, last in plain.spans:
                        yield Segment(text + plain[at:first])
                        yield Segment(plain[first:last], self._bold)
                        text, at = "", last
                    rest = plain[at:]
                if dim:
                    yield Segment(text + rest)
                    yield Segment(dim, self._dim)
                    text = blank[cell_len(dim) :] + _BETWEEN
                else:
                    text += (blank + rest if right else rest + blank) + _BETWEEN
            text = text.rstrip(" ") + "\n"
        yield Segment(text)
