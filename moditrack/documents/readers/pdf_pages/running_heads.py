"""Running heads, running feet and page numbers: what is at the same place on pages nearby."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.page_numbers_and_running_heads import AT_AN_EDGE
from moditrack.documents.readers.pdf_pages.lines import lines_of, rows_of, text_of
from moditrack.documents.readers.pdf_pages.page import Drawn
from moditrack.documents.readers.pdf_pages.words import Word

_BAND = 0.14
"""The part of a page's height, at the top and at the foot, where they are."""
_MOST = 4
"""Lines of a running head at most."""
NEAR = 2
"""Left and right pages may have heads of their own, so that the page after the next counts."""
_FRAME = 0.8
"""The part of a page's height from which a ruling is a frame around the page."""
TITLED = lazy_regex(r"(?:table|figure|chart)\s+(?:[A-Z]\.?)?\d", re.IGNORECASE)
"""The title of a table or figure."""
_ROMAN = lazy_regex(r"[ivx]+|[IVX]+")


class Edge:
    """A line at the top or foot of a page."""

    def __init__(self, words: list[Word], foot: bool, page: int) -> None:
        self.words, self.foot, self.page = words, foot, page
        self.y = words[0].y
        self.text = text_of(words, words[0].size, self.y)
        self.tokens = re.findall(r"\w+|[^\w\s]", self.text)
        self.is_row = len(lines_of(words)) > 2
        self.artifact = all(word.artifact for word in words)

    @property
    def is_number(self) -> bool:
        """Whether nothing but a page number is printed."""
        return bool(AT_AN_EDGE.fullmatch(self.text) or _ROMAN.fullmatch(self.text))

    def repeats(self, other: Edge) -> bool:
        """Whether two pages have the same line at the same place, but for the page number."""
        if self.foot != other.foot or abs(self.y - other.y) > 5:
            return False
        if len(self.tokens) != len(other.tokens):
            return False
        counted = False
        for mine, theirs in zip(self.tokens, other.tokens, strict=True):
            if mine != theirs:
                a, b = _number(mine), _number(theirs)
                if a is None or b is None or a - b != self.page - other.page:
                    return False
                counted = True
        return counted or not self.is_row


def _number(token: str) -> int | None:
    if token.isdecimal() and len(token) < 6:
        return int(token)
    if not _ROMAN.fullmatch(token):
        return None
    values = [{"i": 1, "v": 5, "x": 10}[c] for c in token.lower()]
    return sum(
        -value if any(later > value for later in values[at + 1 :]) else value
        for at, value in enumerate(values)
    )


def edges(drawn: Drawn) -> list[Edge]:
    """The lines at the top and the foot of a page, each from the outermost."""
    top, foot = _BAND * drawn.height, (1 - _BAND) * drawn.height
    upper = rows_of([word for word in drawn.words if word.y < top])[:_MOST]
    lower = rows_of([word for word in drawn.words if word.y > foot])[::-1][:_MOST]
    return [Edge(row, False, drawn.number) for row in _open(upper, drawn)] + [
        Edge(row, True, drawn.number) for row in _open(lower, drawn)
    ]


def _open(rows: list[list[Word]], drawn: Drawn) -> list[list[Word]]:
    """Rows up to the first that is in a ruled table, whose headings may be on every page."""
    for at, row in enumerate(rows):
        y = row[0].y - 0.3 * row[0].size
        sides = [
            r for r in drawn.down if r.low < y < r.high and r.high - r.low < _FRAME * drawn.height
        ]
        if len(sides) > 1:
            return rows[:at]
    return rows


def running(mine: list[Edge], near: Sequence[list[Edge]]) -> list[Edge]:
    """Which lines at the edges of a page belong to no text."""
    found: list[Edge] = []
    for foot in (False, True):
        for at, edge in enumerate(e for e in mine if e.foot == foot):
            numbered = AT_AN_EDGE.fullmatch(edge.text)
            is_page_number = (
                at == 0 and numbered is not None and int(numbered["number"]) == edge.page
            )
            if TITLED.match(edge.text) or not (
                edge.artifact
                or any(edge.repeats(other) for others in near for other in others)
                or is_page_number
            ):
                break
            found.append(edge)
    return found
