"""Numbers that count lines or paragraphs at the margins of a text: lines of a form, 5.1, 5.2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import Stretch, TextLine

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
