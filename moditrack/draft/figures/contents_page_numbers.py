"""The page numbers of a list of contents, which are no quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.documents.document import Document
from moditrack.documents.passages import Passage

_ENTRY = re.compile(
    r"(?P<label>(?:\d{1,2}(?:\.\d{1,2})*[).]? )?[A-Za-z][^\n]{1,120}?)(?:[ .…]{2,}| )"
    r"(?P<page>\d{1,3})"
    r"(?= (?:\d{1,2}(?:\.\d{1,2})*[).]? )?[A-Z]|\s*$)"
)
"""A line of contents: Boats of the quay ..... 12."""
_FEWEST = 3
"""Lines that make a list."""
_ALIKE = 24
"""Letters by which a line and a heading are the same."""
_FIRST = 60
"""Passages from the beginning of a report in which its contents are looked for."""
_CONTENTS = re.compile(r"\b(?:table of )?contents\b", re.IGNORECASE)
PAGE, PART = "Page number in the contents", "Number of a part, in the contents"
"""Why the numbers of such a line are no quantities."""

Spans = dict[str, list[tuple[int, int]]]


def page_numbers(document: Document) -> Spans:
    """The spans of the page numbers in the contents of a report, by locator.

    Its lines have rising page numbers, and half of them are headings of the report.
    """
    heads = {
        _plain(text)
        for one in document.passages
        for text in (*one.heading.split(" / "), one.text[: 2 * _ALIKE])
        if not _entries(one)
    }
    found: Spans = {}
    for run in _runs(document.passages[:_FIRST]):
        lines = [(one, match) for one in run for match in _entries(one)]
        pages = [int(match["page"]) for _, match in lines]
        known = sum(_plain(match["label"]) in heads for _, match in lines)
        named = _CONTENTS.search(run[0].heading) is not None
        if (
            len(lines) >= _FEWEST
            and pages == sorted(pages)
            and (named or 2 * known >= len(lines) > 0)
        ):
            for one, match in lines:
                found.setdefault(one.locator, []).append(match.span("page"))
    return found


def _runs(passages: list[Passage]) -> Iterator[list[Passage]]:
    """The passages that follow one another and are nothing but such lines."""
    run: list[Passage] = []
    for passage in passages:
        if _entries(passage):
            run.append(passage)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _entries(passage: Passage) -> list[re.Match[str]]:
    """The lines of contents that a passage is; none where it has other words."""
    found: list[re.Match[str]] = []
    at = 0
    while at < len(passage.text) and (match := _ENTRY.match(passage.text, at)) is not None:
        found.append(match)
        at = match.end() + 1
    return found if at >= len(passage.text.rstrip()) else []


def _plain(words: str) -> str:
    """The beginning of a heading without its number."""
    return re.sub(r"\W+", "", re.sub(r"^[\d.]+[).]? ", "", words)).lower()[:_ALIKE]
