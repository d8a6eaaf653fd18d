"""What a page prints around its text: lists of contents, page numbers, counters of a web page.

Where it is decides, not which number it is: page numbers count up, one a page; those of a list of
contents never go down, below its heading, after dotted leaders or beside titles that only
reports' parts have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from moditrack.documents.axes import axes
from moditrack.documents.page_edges import page_numbers

PAGE_NUMBER, CONTENTS, COUNTER, RUNNING, FOOTNOTE, LISTED, AXIS = (
    "page number", "contents", "counter", "running head", "footnote", "list", "axis"
)  # fmt: skip
_FEWEST = 3
"""Lines that a list of contents, or pages that a count of them, has at least."""
_FARTHEST = 150
"""How many pages a part may be away from the one before it in a list of contents."""
_LONE = re.compile(
    r"(?P<page>page |p\.? ?)?(?P<dash>[-–—|] ?)?(?P<number>\d{1,4})(?:\s?(?:of|/)\s?\d{1,4})?"
    r"(?: ?[-–—|])?(?: \| page)?",
    re.IGNORECASE,
)
_START = re.compile(r"(?P<number>\d{1,3}) (?=[A-Z*])")
"""A number before a line, such as that of the page before its running head."""
_COUNTER = re.compile(
    r"(?:\s*\d[\d,]*(?:\.\d+)?k?\s?(?:views?|downloads?|shares?|likes?|comments?|min(?:ute)?s? read"
    r"|[km]b(?:\ssize(?:\sreport)?)?)\b[\s|·•,]*)+|(?:comments?|shares?|likes?|views?) \(\d+\)",
    re.IGNORECASE,
)
_LEADER = r"(?:\s?\.{3,}|\s?…+|(?:\s\.){3,}|\s?_{4,}|\s?·{3,})"
_ENTRY = re.compile(
    rf"(?:(?P<leader>{_LEADER})\s*|[ \t\xa0]+)(?P<p>p(?:age|\.)?\s?)?"
    r"(?P<page>\d{1,4}|[ivxl]{1,6})\Z"
)
_END, _LONGEST = 60, 240
"""Characters at the end of a line in which a leader and a page are, and of a line at most."""
_HEADING = re.compile(
    r"(?:table of )?contents(?: page)?|index|list of (?:tables|figures|charts|appendices)"
    r"|in this (?:publication|report|release|bulletin|section|edition|issue)|page(?: no\.?)?",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?:\d{1,2}(?:\.\d+)*\.?[ \t])?(?:introduction|foreword|executive summary|summary|headlines"
    r"|key (?:points|findings|facts|messages)|main (?:points|findings)|background|overview"
    r"|contents|acknowledgements|preface|about this)\b",
    re.IGNORECASE,
)
"""What only parts of a report are called; none of it is the row of a table of counts."""
_RUN_ON = re.compile(
    r"(?:\d{1,2}(?:\.\d+)*\.?[ \t])?(?P<title>[A-Z][^\d\n.!?:;|]{2,70}?)[ \t](?P<page>\d{1,3})"
    r"(?:[ \t](?=[A-Z\d(])|(?=\n)|$)"
)
_RUN_FIRST = re.compile(
    r"\s*(?P<page>\d{1,3}) (?P<title>[A-Z][^\n]{1,80}?)(?=\s+\d{1,3} [A-Z]|[ \t]*(?:\n|$))"
)
_BELOW = re.compile(r"contents\b:?\s+(?:page\s+)?", re.IGNORECASE)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|of|from|by|in|to|and|the|than)$|"
                   r"\b(?:is|are|was|were|has|have|had|will)\b")  # fmt: skip


_PAGE_MARK = re.compile(r"\b\d{1,4} \| ?Page\b|\bPage \| ?\d{1,4}\b")
_NOTE = re.compile(r"\d{1,2} (?=[A-Z][a-z]+ [a-z\d(])")
_ENUMERATED = re.compile(
    r"^(1) [A-Z][^\d\n]{1,80} (2) [A-Z][^\d\n]{1,80} (3) [A-Z](?:[^\d\n]{1,80} (4) [A-Z])?",
    re.MULTILINE,
)
"""A list that was run into one line: 1 Sex 2 Age 3 Reason."""
_BEFORE_NOTE = re.compile(r"(?:[.!?] (?:\d )?|^|\n)\Z")
"""The number of a footnote that was run into the text: ... of it. 2 Excluding those held."""


class Span(NamedTuple):
    """A part of a text that is not content."""

    kind: str
    start: int
    end: int


class _Line(NamedTuple):
    text: str
    start: int


@lru_cache(1_000)
def furniture(text: str) -> tuple[Span, ...]:
    """The page furniture of a text, in order; the spans do not overlap."""
    if "\n" not in text and "\f" not in text:
        line = [_Line(text.strip(), len(text) - len(text.lstrip()))] if text.strip() else []
        return _in_order([*_run_on(text), *_marks(text), *_axes(line)])
    lines = [_Line(m[0].strip(), m.start() + len(m[0]) - len(m[0].lstrip()))
             for m in re.finditer(r"[^\n\f]+", text) if m[0].strip()]  # fmt: skip
    found = [*_page_numbers(lines), *_counters(lines), *_contents(lines), *_run_on(text)]
    found += _axes(lines)
    if "\f" in text:
        found += [Span(PAGE_NUMBER, *place) for place in page_numbers(text)]
    return _in_order([*found, *_marks(text)])


def _axes(lines: list[_Line]) -> list[Span]:
    return [Span(AXIS, *place) for place in axes(lines)]


def _in_order(found: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _page_numbers(lines: list[_Line]) -> Iterator[Span]:
    """Lines that print nothing but a page number: marked as one, or one of a count of them."""
    lone = [(at, match) for at, line in enumerate(lines) if (match := _LONE.fullmatch(line.text))]
    next_to = {at for at, _ in lone}
    apart = [(at, m) for at, m in lone if not {at - 1, at + 1} & next_to]
    counted = _counting([(at, int(m["number"])) for at, m in apart])
    for at, match in lone:
        first = (
            at == 0 and len(lines) > 1 and 1 not in next_to and len(lines[1].text) > len(match[0])
        )
        if match["page"] or at in counted or first:
            yield Span(PAGE_NUMBER, lines[at].start, lines[at].start + len(lines[at].text))
    yield from _running(lines, sorted(counted))
    starts = [(at, m) for at, line in enumerate(lines) if (m := _START.match(line.text))]
    for at in _counting([(at, int(m["number"])) for at, m in starts]):
        start = lines[at].start
        yield Span(PAGE_NUMBER, start, start + len(lines[at].text.split()[0]))


def _counting(numbered: list[tuple[int, int]]) -> set[int]:
    """Where the longest row of numbers is that go up by one, or by two where one is missing."""
    best: list[int] = []
    ends: dict[int, list[int]] = {}
    for at, number in numbered:
        before = max(
            (ends.get(number - 1, []), ends.get(number - 2, [])), key=len
        )  # fmt: skip
        row = [*before, at]
        if len(row) > len(ends.get(number, [])):
            ends[number] = row
        best = max(best, row, key=len)
    return set(best) if len(best) >= _FEWEST else set()


def _running(lines: list[_Line], numbers: list[int]) -> Iterator[Span]:
    """Lines beside page numbers that are the same on several pages."""
    for step in (-1, 1):
        adjacent = [at + step for at in numbers if 0 <= at + step < len(lines)]
        texts = [lines[at].text for at in adjacent]
        for at, text in zip(adjacent, texts, strict=True):
            if texts.count(text) >= _FEWEST:
                yield Span(RUNNING, lines[at].start, lines[at].start + len(text))


def _marks(text: str) -> Iterator[Span]:
    """Page numbers and footnotes that were run into the text."""
    for match in _PAGE_MARK.finditer(text) if "age" in text and "|" in text else ():
        yield Span(PAGE_NUMBER, *match.span())
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


def _counters(lines: list[_Line]) -> Iterator[Span]:
    """Lines of nothing but how often a page was seen (171 views 349 KB) or its parts: 1 2 3 4."""
    for line in lines:
        if not line.text[0].isdigit() and line.text[-1] != ")":
            continue
        pages = line.text.split()
        counted = len(pages) >= _FEWEST and pages == [str(n + 1) for n in range(len(pages))]
        if counted or _COUNTER.fullmatch(line.text) is not None:
            yield Span(COUNTER, line.start, line.start + len(line.text))


class _Entry(NamedTuple):
    """A line that may be one of a list of contents."""

    line: _Line
    title: str
    led: bool
    marked: bool
    page: int


def _entry(line: _Line) -> _Entry | None:
    text = line.text
    if text[-1] not in "0123456789ivxl" or len(text) > _LONGEST:
        return None
    match = _ENTRY.search(text, max(0, len(text) - _END))
    if match is None or not any(letter.isalpha() for letter in text[: match.start()]):
        return None
    printed = match["page"]
    page = int(printed) if printed.isdigit() else 0
    led, marked = match["leader"] is not None, match["p"] is not None
    return _Entry(line, text[: match.start()], led, marked, page)


def _contents(lines: list[_Line]) -> Iterator[Span]:
    """Lists of contents with a line for each part."""
    entries: list[_Entry] = []
    above = last = ""
    broken = False
    for line in [*lines, _Line(" ", 0), _Line(" ", 0)]:
        entry = _entry(line)
        far = entries and entry and not 0 <= entry.page - entries[-1].page <= _FARTHEST
        if far or (entry is None and (broken or len(entries) < _FEWEST)):
            yield from _listed(entries, above)
            entries = []
        broken = entry is None  # a title may go on in the next line
        if entry is not None:
            above = above if entries else last
            entries.append(entry)
        last = line.text


def _listed(entries: list[_Entry], above: str) -> Iterator[Span]:
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
        yield Span(CONTENTS, entry.line.start, entry.line.start + len(entry.line.text))


def _run_on(text: str) -> Iterator[Span]:
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
            yield Span(CONTENTS, first, len(text[:place].rstrip()))
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
            below = _BELOW.match(text, at - 1)
            if below is not None:
                found.append(below.end())
            at = text.find(word, at + 1)
    at = 0
    while at >= 0:
        if _PARTS.match(text, at):
            found.append(at)
        at = text.find("\n", at) + 1 or -1
    return sorted(found)
