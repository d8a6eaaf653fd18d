"""Lists of contents in a text, which are no passages.

Their page numbers never go down, below a heading, after dotted leaders or beside titles that only
reports' parts have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import Stretch, TextLine

_FEWEST = 3
"""Lines that a list of contents has at least."""
_FARTHEST = 150
"""How many pages a part may be away from the one before it."""
_LEADER = r"(?:\s?\.{3,}|\s?…+|(?:\s\.){3,}|\s?_{4,}|\s?·{3,})"
_ENTRY = lazy_regex(
    rf"(?:(?P<leader>{_LEADER})\s*|[ \t\xa0]+)(?P<p>p(?:age|\.)?\s?)?"
    r"(?P<page>\d{1,4}|[ivxl]{1,6})\Z"
)
_END, _LONGEST = 60, 240
"""Characters at the end of a line in which a leader and a page are, and of a line at most."""
_HEADING = lazy_regex(
    r"(?:table of )?contents(?: page)?|index|list of (?:tables|figures|charts|appendices)"
    r"|in this (?:publication|report|release|bulletin|section|edition|issue)|page(?: no\.?)?",
    re.IGNORECASE,
)
_PARTS = lazy_regex(
    r"(?:\d{1,2}(?:\.\d+)*\.?[ \t])?(?:introduction|foreword|executive summary|summary|headlines"
    r"|key (?:points|findings|facts|messages)|main (?:points|findings)|background|overview"
    r"|contents|acknowledgements|preface|about this)\b",
    re.IGNORECASE,
)
"""What only parts of a report are called; none of it is the row of a table of counts."""
_RUN_ON = lazy_regex(
    r"(?:\d{1,2}(?:\.\d+)*\.?[ \t])?(?P<title>[A-Z][^\d\n.!?:;|]{2,70}?)[ \t](?P<page>\d{1,3})"
    r"(?:[ \t](?=[A-Z\d(])|(?=\n)|$)"
)
_RUN_FIRST = lazy_regex(
    r"\s*(?P<page>\d{1,3}) (?P<title>[A-Z][^\n]{1,80}?)(?=\s+\d{1,3} [A-Z]|[ \t]*(?:\n|$))"
)
_BELOW = lazy_regex(r"contents\b:?\s+(?:page\s+)?", re.IGNORECASE)
_VERB = lazy_regex(r"\b(?:is|are|was|were|has|have|had|will|of|from|by|in|to|and|the|than)$|"
                   r"\b(?:is|are|was|were|has|have|had|will)\b")  # fmt: skip


class _Entry(NamedTuple):
    """A line that may be one of a list of contents."""

    place: Stretch
    title: str
    led: bool
    marked: bool
    page: int


def _entry(line: TextLine) -> _Entry | None:
    text, start = line
    if text[-1] not in "0123456789ivxl" or len(text) > _LONGEST:
        return None
    match = _ENTRY.search(text, max(0, len(text) - _END))
    if match is None or not any(letter.isalpha() for letter in text[: match.start()]):
        return None
    printed = match["page"]
    page = int(printed) if printed.isdigit() else 0
    led, marked = match["leader"] is not None, match["p"] is not None
    return _Entry((start, start + len(text)), text[: match.start()], led, marked, page)


def contents(lines: Sequence[TextLine]) -> Iterator[Stretch]:
    """Lists of contents with a line for each part."""
    entries: list[_Entry] = []
    above = last = ""
    broken = False
    for line in [*lines, (" ", 0), (" ", 0)]:
        entry = _entry(line)
        far = entries and entry and not 0 <= entry.page - entries[-1].page <= _FARTHEST
        if far or (entry is None and (broken or len(entries) < _FEWEST)):
            yield from _listed(entries, above)
            entries = []
        broken = entry is None  # a title may go on in the next line
        if entry is not None:
            above = above if entries else last
            entries.append(entry)
        last = line[0]


def _listed(entries: list[_Entry], above: str) -> Iterator[Stretch]:
    """The lines of a list of contents; none where nothing says that they are one."""
    if not entries:
        return
    led, first, last = sum(entry.led for entry in entries), entries[0], entries[-1]
    marked = all(entry.led and entry.marked for entry in entries)
    several = len(entries) >= _FEWEST and (
        (2 * led > len(entries) and first.page <= _FARTHEST)
        or _HEADING.fullmatch(above) is not None
        or (_PARTS.match(first.title) is not None and first.page < last.page)
    )
    for entry in entries if marked or several else ():
        yield entry.place


def run_on_contents(text: str) -> Iterator[Stretch]:
    """Lists of contents whose lines were run together: 1 Introduction 3 2 Crime 8 3 Victims 12."""
    at = 0
    for first in _openings(text):
        if first < at:
            continue
        place, page, entries = first, 0, 0
        below = (
            text[max(0, first - 20) : first].rstrip(": \n").lower().endswith(("contents", "page"))
        )
        while (match := _RUN_ON.match(text, place)) is not None:
            own = int(match["page"])
            sentence = not below and _VERB.search(match["title"]) is not None
            if sentence or not page <= own <= page + _FARTHEST:
                break
            page, entries, place = own, entries + 1, match.end()
        if not entries:
            place, entries = _pages_first(text, first)
        if entries > _FEWEST:
            yield first, len(text[:place].rstrip())
            at = place


def _pages_first(text: str, first: int) -> tuple[int, int]:
    """Where a list ends in which the page is before each part, and how many parts it has."""
    place, page, entries = first, 0, 0
    while (match := _RUN_FIRST.match(text, place)) is not None:
        own = int(match["page"])
        if not page <= own <= page + _FARTHEST:
            break
        page, entries, place = own, entries + 1, match.end()
    return place, entries


def _openings(text: str) -> list[int]:
    """Where a list of contents may begin: below its heading, or with a part at the start of a line.

    Searching for a few letters is ten times as fast as a pattern.
    """
    found = []
    for word in ("ontents", "ONTENTS"):
        at = text.find(word)
        while at >= 0:
            if (below := _BELOW.match(text, at - 1)) is not None:
                found.append(below.end())
            at = text.find(word, at + 1)
    at = 0
    while at >= 0:
        if _PARTS.match(text, at):
            found.append(at)
        at = text.find("\n", at) + 1 or -1
    return sorted(found)
