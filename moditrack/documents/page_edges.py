"""The page numbers in the first and last lines of a text whose pages a form feed parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(r"(?:(?P<first>\d{1,4})(?=\s|\Z)|.*(?<!\S)(?P<last>\d{1,4})\Z)")
_LINE = re.compile(r"\S[^\n]*")
_FEWEST = 3
"""Pages whose numbers count up with them at least."""

Place = tuple[int, int]


def page_numbers(text: str) -> Iterator[Place]:
    """Where page numbers are: alone in the first or last line of a page, or counting the pages."""
    counted: dict[int, dict[int, Place]] = {}
    start = 0
    for page, content in enumerate(text.split("\f")):
        for line, at in _edges(content, start):
            match = _NUMBER.match(line)
            if match is None:
                continue
            first, last = match.span(match.lastgroup or 0)
            if line.isdecimal():
                yield at, at + last
            else:
                own = counted.setdefault(int(line[first:last]) - page, {})
                own[page] = at + first, at + last
        start += len(content) + 1
    for places in counted.values():
        if len(places) >= _FEWEST:
            yield from places.values()


def _edges(content: str, start: int) -> list[tuple[str, int]]:
    """The first and last line of a page, each with its place; none where there is one line."""
    lines = list(_LINE.finditer(content))
    if len(lines) < 2:
        return []
    return [(line[0].rstrip(), start + line.start()) for line in (lines[0], lines[-1])]
