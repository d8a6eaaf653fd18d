"""What a page prints around its text: contents, page, line and footnote numbers, counters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from moditrack.documents.chart_axes_in_text import SHORTEST, axes
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lists_of_contents import contents, run_on_contents
from moditrack.documents.lower_case import Stretch, TextLine
from moditrack.documents.page_numbers_and_running_heads import (
    at_edges,
    in_text,
    page_numbers,
    running_heads,
)

PAGE_NUMBER, CONTENTS, COUNTER, RUNNING, FOOTNOTE, LISTED, AXIS = (
    "page number", "contents", "counter", "running head", "footnote", "list", "axis"
)  # fmt: skip
_FEWEST = 3
"""Parts that a web page counts at least: 1 2 3."""
_COUNTER = lazy_regex(
    r"(?:\s*\d[\d,]*(?:\.\d+)?k?\s?(?:views?|downloads?|shares?|likes?|comments?|min(?:ute)?s? read"
    r"|[km]b(?:\ssize(?:\sreport)?)?)\b[\s|·•,]*)+|(?:comments?|shares?|likes?|views?) \(\d+\)",
    re.IGNORECASE,
)
_NOTE = lazy_regex(r"\d{1,2} (?=[A-Z][a-z]+ [a-z\d(])")
_ENUMERATED = lazy_regex(
    r"^(1) [A-Z][^\d\n]{1,80} (2) [A-Z][^\d\n]{1,80} (3) [A-Z](?:[^\d\n]{1,80} (4) [A-Z])?",
    re.MULTILINE,
)
"""A list that was run into one line: 1 Sex 2 Age 3 Reason."""
_BEFORE_NOTE = lazy_regex(r"(?:[.!?] (?:\d )?|^|\n)\Z")
"""The number of a footnote that was run into the text: ... of it. 2 Excluding those held."""


class Span(NamedTuple):
    """A part of a text that is not content."""

    kind: str
    start: int
    end: int


@lru_cache(1_000)
def furniture(text: str) -> tuple[Span, ...]:
    """The page furniture of a text, in order; the spans do not overlap."""
    if "\n" not in text and "\f" not in text:
        line = [(text.strip(), len(text) - len(text.lstrip()))]
        line = line if len(text.split()) >= SHORTEST else []
        return _in_order([*_spans(CONTENTS, run_on_contents(text)), *_marks(text), *_axes(line)])
    lines = [(m[0].strip(), m.start() + len(m[0]) - len(m[0].lstrip()))
             for m in re.finditer(r"[^\n\f]+", text) if m[0].strip()]  # fmt: skip
    found = [
        *_spans(PAGE_NUMBER, page_numbers(lines)),
        *_spans(RUNNING, running_heads(lines)),
        *_counters(lines),
        *_spans(CONTENTS, contents(lines)),
        *_spans(CONTENTS, run_on_contents(text)),
        *_axes(lines),
        *_spans(LISTED, margins(lines)),
    ]
    if "\f" in text:
        found += _spans(PAGE_NUMBER, at_edges(text))
    return _in_order([*found, *_marks(text)])


def _axes(lines: list[TextLine]) -> list[Span]:
    return _spans(AXIS, axes(lines))


def _spans(kind: str, places: Iterable[Stretch]) -> list[Span]:
    return [Span(kind, *place) for place in places]


def _in_order(found: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _marks(text: str) -> Iterator[Span]:
    """Page numbers and footnotes that were run into the text."""
    yield from _spans(PAGE_NUMBER, in_text(text))
    notes, expected = [], 1
    for match in _NOTE.finditer(text):
        start = match.start()
        if int(match[0]) == expected and _BEFORE_NOTE.search(text[max(0, start - 4) : start]):
            notes.append(Span(FOOTNOTE, start, match.end() - 1))
            expected += 1
    if len(notes) > 1:
        yield from notes
    for match in _ENUMERATED.finditer(text) if " 2 " in text and " 3 " in text else ():
        yield from (Span(LISTED, match.start(n), match.end(n)) for n in (1, 2, 3, 4) if match[n])


def _counters(lines: list[TextLine]) -> Iterator[Span]:
    """Lines of nothing but how often a page was seen (171 views 349 KB) or its parts: 1 2 3 4."""
    for text, start in lines:
        if not text[0].isdigit() and text[-1] != ")":
            continue
        pages = text.split()
        counted = len(pages) >= _FEWEST and pages == [str(n + 1) for n in range(len(pages))]
        if counted or _COUNTER.fullmatch(text) is not None:
            yield Span(COUNTER, start, start + len(text))


_FIRST = lazy_regex(r"(?P<number>\d{1,3}) (?=[A-Z(*“\"'-])")
_LAST = lazy_regex(r"(?<=[\d%)] )(?P<number>\d{1,3})\Z")
_ALONE = lazy_regex(r"(?P<part>\d{1,2}(?:\.\d{1,2})*\.)(?P<number>\d{1,2})\Z")
_END = 24
"""Characters of a line in which its last two numbers are."""
_MARGINS = ((_FIRST, 4, 10), (_LAST, 5, 10), (_ALONE, 3, 60))
"""Which numbers count, how many do at least, and how many lines are between two at most."""


def margins(lines: Sequence[TextLine]) -> Iterator[Stretch]:
    """Numbers that go up by one from line to line, first or last in them, or alone."""
    for pattern, fewest, apart in _MARGINS:
        runs: list[list[tuple[int, int, int]]] = []
        expected: dict[tuple[str, int], list[tuple[int, int, int]]] = {}
        for at, (text, start) in enumerate(lines):
            if not (text[0].isdigit() or (pattern is _LAST and text[-1].isdigit())):
                continue
            match = (
                pattern.search(text, max(0, len(text) - _END))
                if pattern is _LAST
                else pattern.match(text)
            )
            if match is None:
                continue
            part, number = match.groupdict().get("part", ""), int(match["number"])
            run = expected.pop((part, number), None)
            if run is None or at - run[-1][0] > apart:
                run = []
                runs.append(run)
            run.append((at, start + match.start(), start + match.end("number")))
            expected[part, number + 1] = run
        for run in runs:
            if len(run) >= fewest:
                yield from ((first, last) for _, first, last in run)
