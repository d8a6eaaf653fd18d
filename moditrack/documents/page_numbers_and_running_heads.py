"""Page numbers in a text ("Page 3 of 12"), and the running heads beside them.

Where it is decides, not which number it is: page numbers count up, one a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import Stretch, TextLine

_FEWEST = 3
"""Pages whose numbers count up with them at least."""
_PRINTED = (
    r"(?P<page>page |p\.? ?)?(?:[-–—|] ?)?(?P<number>\d{{1,4}})(?:\s?(?:{})\s?\d{{1,4}})?"
    r"(?: ?[-–—|])?(?: \| page)?"
)
LONE = lazy_regex(_PRINTED.format("of|/"), re.IGNORECASE)
"""A line that prints nothing but a page number: Page 3 of 12; - 3 -; 3 | Page."""
AT_AN_EDGE = lazy_regex(_PRINTED.format(r"of|/|\|"), re.IGNORECASE)
"""The same at the head or foot of a page, where 3 | 12 is no row of a table."""
_START = lazy_regex(r"(?P<number>\d{1,3}) (?=[A-Z*])")
"""A number before a line, such as that of the page before its running head."""
_PAGE_MARK = lazy_regex(r"\b\d{1,4} \| ?Page\b|\bPage \| ?\d{1,4}\b")
_EDGE = lazy_regex(r"(?:(?P<first>\d{1,4})(?=\s|\Z)|.*(?<!\S)(?P<last>\d{1,4})\Z)")
_LINE = lazy_regex(r"\S[^\n]*")


def page_numbers(lines: Sequence[TextLine]) -> Iterator[Stretch]:
    """Lines that print nothing but a page number: marked as one, or one of a count of them."""
    lone = _lone(lines)
    next_to = {at for at, _ in lone}
    counted = _counted(lone)
    for at, match in lone:
        first = at == 0 and len(lines) > 1 and 1 not in next_to and len(lines[1][0]) > len(match[0])
        if match["page"] or at in counted or first:
            yield _place(lines[at])
    starts = [(at, m) for at, (text, _) in enumerate(lines) if (m := _START.match(text))]
    for at in _counting([(at, int(m["number"])) for at, m in starts]):
        text, start = lines[at]
        yield start, start + len(text.split()[0])


def running_heads(lines: Sequence[TextLine]) -> Iterator[Stretch]:
    """Lines beside page numbers that are the same on several pages."""
    numbers = sorted(_counted(_lone(lines)))
    for step in (-1, 1):
        adjacent = [at + step for at in numbers if 0 <= at + step < len(lines)]
        texts = [lines[at][0] for at in adjacent]
        for at, text in zip(adjacent, texts, strict=True):
            if texts.count(text) >= _FEWEST:
                yield _place(lines[at])


def _lone(lines: Sequence[TextLine]) -> list[tuple[int, re.Match[str]]]:
    """The lines that may be page numbers."""
    return [
        (at, match)
        for at, (text, _) in enumerate(lines)
        if (match := LONE.fullmatch(text)) and not (text[-1] == "|" and _is_cell(lines, at))
    ]


def _is_cell(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a pipe after a number ends a cell, as others do around it."""
    around = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
    return any(text[-1] == "|" and LONE.fullmatch(text) is None for text, _ in around)


def _counted(lone: Sequence[tuple[int, re.Match[str]]]) -> set[int]:
    """Those of these lines that count the pages; one beside another is a row of a table."""
    next_to = {at for at, _ in lone}
    apart = [(at, match) for at, match in lone if not {at - 1, at + 1} & next_to]
    return _counting([(at, int(match["number"])) for at, match in apart])


def _place(line: TextLine) -> Stretch:
    text, start = line
    return start, start + len(text)


def _counting(numbered: list[tuple[int, int]]) -> set[int]:
    """Where the longest row of numbers is that go up by one, or by two where one is missing."""
    best: list[int] = []
    ends: dict[int, list[int]] = {}
    for at, number in numbered:
        before = max((ends.get(number - 1, []), ends.get(number - 2, [])), key=len)
        row = [*before, at]
        if len(row) > len(ends.get(number, [])):
            ends[number] = row
        best = max(best, row, key=len)
    return set(best) if len(best) >= _FEWEST else set()


def in_text(text: str) -> Iterator[Stretch]:
    """Page numbers that were run into the text: 3 | Page."""
    for match in _PAGE_MARK.finditer(text) if "age" in text and "|" in text else ():
        yield match.span()


def at_edges(text: str) -> Iterator[Stretch]:
    """The page numbers of a text whose pages a form feed parts: alone in the first or last line of
    a page, or counting the pages there."""
    counted: dict[int, dict[int, Stretch]] = {}
    start = 0
    for page, content in enumerate(text.split("\f")):
        for line, at in _edges(content, start):
            match = _EDGE.match(line)
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
