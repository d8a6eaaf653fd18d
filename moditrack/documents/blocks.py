"""What a reader makes of a file: blocks in reading order, what is left out; unreadable files."""

from __future__ import annotations

from dataclasses import dataclass, field


class Unreadable(ValueError):  # noqa: N818
    """A file that no reader can read. The message goes on from its name: "is a scan: ..."."""


@dataclass(slots=True)
class Cell:
    """A cell of a table by its position, from 0, and how many `rows` and `columns` it spans; in a
    PDF also the `page` and `box` of its words, in the frame of the page as it is read."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False
    page: int | None = field(default=None, compare=False, repr=False)
    box: tuple[float, float, float, float] | None = field(default=None, compare=False, repr=False)


def cells_of_texts(rows: list[list[str]]) -> list[Cell]:
    """Rows of texts as cells by position; the first row is their heading."""
    return [
        Cell(text, row, column, header=row == 0)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]


@dataclass(slots=True)
class Block:
    """A heading, paragraph, item, table or footnote.

    `level` is the depth of a heading, from 1, or the nesting of an item, from 0. `mark` is what is
    printed before the text ("1.", "B.", "•", "¹"), and not part of it. `page` counts from 1; None
    where the file has no pages. A table has `cells`, and a `caption` where one is printed.
    """

    kind: str
    text: str = ""
    level: int = 0
    mark: str = ""
    page: int | None = None
    cells: list[Cell] = field(default_factory=list)
    caption: str = ""


@dataclass(slots=True)
class Parsed:
    """The blocks of a file, its title ("" where it has none), and what was left out.

    `tab` is what a web page calls itself at the top of a browser: its title, and often its site.

    `left_out` has what ("navigation", "running head", "page without text") and its text or number.
    """

    blocks: list[Block] = field(default_factory=list)
    left_out: list[tuple[str, str | int]] = field(default_factory=list)
    title: str = ""
    tab: str = ""
