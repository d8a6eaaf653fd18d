"""Tables on a terminal: cells wrapped, padded and aligned, marks and colours drawn.

rich's own tables measure every cell again: 161 ms against 5 ms for `figures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.cells import chop_cells
from rich.console import Console
from rich.segment import Segment, Segments

from moditrack.output.shown_values import COLOURS, HIT
from moditrack.output.text_width import text_width
from moditrack.tables import Marked

GAP = 2
"""Blanks between columns."""
Line = tuple[str, str]
"""A line of a cell: plain text, then dim text."""
Cell = list[Line]
_WORDS = r"[A-Za-z]{2,}(?:/[A-Za-z]{2,})+\W?"
"""Words that slashes part, and no address or path."""
_NOTHING: Line = ("", "")


def wrap(text: str, width: int, hang: int = 0) -> list[str]:
    """Wrap a text to lines of at most `width` cells, at blanks and within either/or; a word that is
    too long is broken.

    Marked spans stay marked. Lines after the first are indented by `hang`, where that takes no
    further line.
    """
    if text_width(text) <= width:
        return [text]
    lines = _wrap_words(text, width)
    if 0 < hang < width:
        rest = text[len(lines[0]) :].removeprefix(" ")
        below = [" " * hang + line for line in _wrap_words(rest, width - hang)]
        return [lines[0], *below] if len(below) < len(lines) else lines
    return list(_keep_marks(text, lines)) if isinstance(text, Marked) else lines


def _keep_marks(text: Marked, lines: list[str]) -> Iterator[Marked]:
    at = 0
    for line in lines:
        at = text.index(line, at)
        end = at + len(line)
        inside = ((max(a, at) - at, min(b, end) - at) for a, b in text.spans)
        yield Marked(line, [(a, b) for a, b in inside if a < b], text.verdict)
        at = end


def _wrap_words(text: str, width: int) -> list[str]:
    lines: list[str] = []
    used = width
    for word in _kept_together(text, width):
        size = text_width(word)
        if used + 1 + size <= width:
            lines[-1], used = f"{lines[-1]} {word}", used + 1 + size
            continue
        head = _head(word, width - used - 1)
        if head:
            lines[-1] = f"{lines[-1]} {head}"
        rest = word[len(head) :]
        lines += filter(None, chop_cells(rest, width)) if text_width(rest) > width else [rest]
        used = text_width(lines[-1])
    return lines


def _kept_together(text: str, width: int) -> list[str]:
    """The words of a text; a percent sign, how many others there are (+2) and a count at the end
    (Arrests: 7) stay with the word before them, if there is room for both."""
    words = text.split(" ")
    if not (" %" in text or " +" in text or words[-1].isdecimal()):
        return words
    found = words[:1]
    for place, word in enumerate(words[1:], 1):
        counts = place == len(words) - 1 and word.isdecimal() and found[-1].endswith(":")
        belongs = word == "%" or (word[:1] == "+" and word[1:].isdecimal()) or counts
        if belongs and text_width(both := f"{found[-1]} {word}") <= width:
            found[-1] = both
        else:
            found.append(word)
    return found


def _head(word: str, room: int) -> str:
    """What stays on a line of either/or: the words, with a slash, that there is room for."""
    if "/" not in word or not re.fullmatch(_WORDS, word):
        return ""
    return word[: word.rfind("/", 0, max(room, 0)) + 1]


class Grid:
    """Columns of fixed widths, in terminal cells, to write on a console.

    `right` says which are right-aligned; `after` is a grid whose rows its own follow.
    """

    def __init__(
        self,
        console: Console,
        widths: Sequence[int],
        right: Sequence[bool],
        gap: int = GAP,
        after: Grid | None = None,
    ) -> None:
        self._console = console
        self._between = " " * gap
        self._sides = list(zip(widths, right, strict=True))
        self._dim = console.get_style("dim")
        self._bold = console.get_style("bold")
        self._mark = "-" if console.options.ascii_only else "─"
        self._segments: list[Segment] = [] if after is None else after._segments

    def head(self, headings: Sequence[list[str]]) -> None:
        """Add the headings and a rule under them."""
        self.headings(headings)
        self.rule()

    def headings(self, headings: Sequence[list[str]]) -> None:
        """Add the headings, aligned at the bottom."""
        most = max(map(len, headings))
        feet = [[_NOTHING] * (most - len(own)) + [(line, "") for line in own] for own in headings]
        for parts in zip(*feet, strict=True):
            line = "".join(segment.text for segment in self._lines([parts]))
            self._styled(line.removesuffix("\n"), "bold")

    def title(self, text: str) -> None:
        """Add a line above a group of rows."""
        for line in wrap(text, self._console.width):
            self._styled(line, "bold")

    def row(self, cells: Sequence[Cell], *, bold: bool = False) -> None:
        """Add a row, its cells aligned at the top; an empty row is one line."""
        lines = zip_longest(*cells, fillvalue=_NOTHING)
        found = self._lines(lines if any(cells) else [[_NOTHING] * len(cells)])
        if not bold:
            self._segments += found
            return
        for own in found:
            text = own.text.removesuffix("\n")
            self._segments.append(Segment(text, own.style or self._bold))
            self._segments += [Segment("\n")] * (text != own.text)

    def rule(self, width: int = 0) -> None:
        """Add a rule under all columns, or of this width."""
        width = width or sum(width for width, _ in self._sides) + len(self._between) * (
            len(self._sides) - 1
        )
        self._styled(self._mark * width, "dim")

    def blank(self) -> None:
        """Add a blank line."""
        self._segments.append(Segment("\n"))

    def print(self) -> None:
        """Write what was added so far."""
        self._console.print(Segments(self._segments), end="", crop=False)
        self._segments.clear()

    def _styled(self, line: str, style: str) -> None:
        self._segments += (Segment(line, self._console.get_style(style)), Segment("\n"))

    def _lines(self, lines: Iterable[Sequence[Line]]) -> Iterator[Segment]:
        text = ""
        for parts in lines:
            for (plain, dim), (width, right) in zip(parts, self._sides, strict=True):
                blank = " " * (width - text_width(plain)) if plain else " " * width
                rest = plain
                if isinstance(plain, Marked):
                    at = 0
                    text, blank = (text + blank, "") if right else (text, blank)
                    for first, last in plain.spans:
                        yield Segment(text + plain[at:first])
                        style = COLOURS.get(plain.verdict, "") if plain.verdict else HIT
                        yield Segment(plain[first:last], self._console.get_style(style))
                        text, at = "", last
                    rest = plain[at:]
                if dim and right and not plain:
                    text, blank = text + blank[text_width(dim) :], dim
                if dim:
                    blank = blank[text_width(dim) :]
                    yield Segment(text + (blank + rest if right else rest))
                    yield Segment(dim, self._dim)
                    text = ("" if right else blank) + self._between
                else:
                    text += (blank + rest if right else rest + blank) + self._between
            text = text.rstrip(" ") + "\n"
        yield Segment(text)
