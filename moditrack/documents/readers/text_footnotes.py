"""Footnotes of plain text: their marks are raised, as they were before the text was copied."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from moditrack.documents.footnote_marks import raised_digits
from moditrack.documents.lazy_regex import lazy_regex

_MARK = lazy_regex(
    r"(?<=[a-z)\]’”\"'])(?P<touching>\d{1,2})(?=[\s,.;:)]|$)"
    r"|(?<=[A-Za-z)\]’”\"'][.,;:])[ ]?(?P<after>\d{1,2})(?=\s*$|[ ]+[A-Z“\"‘])"
    r"|(?<=[’”\"])[ ](?P<quoted>\d{1,2})(?=[.,;:]?\s*$)"
)
"""What may be a mark: a number that touches a word, or that ends a sentence or a quotation."""
_NOTE = lazy_regex(r"[ \t]{0,8}(?P<number>\d{1,2})(?:[ \t]+(?=[A-Z“\"‘]|https?:)|$)")
_BELOW = lazy_regex(r"[ \t]{2,8}(?=[A-Z“\"‘]|https?:)")
"""The text of a note whose number is on the line above it."""
_FAR = 80
"""Lines between a mark and its note at most."""
_FEWEST = 2


def raise_footnotes(text: str) -> str:
    """A text with its footnotes' numbers raised: of our time'1, and below it 1 Ann Lee, Nets.

    A line is a footnote where a mark above it has its number, and the footnote before it is one
    less.
    """
    lines = text.split("\n")
    marks: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        for found in _MARK.finditer(line):
            marks.setdefault(_mark(found), []).append(at)
    runs: list[dict[int, str]] = []
    last = 0
    for at, line in enumerate(lines):
        note = _NOTE.match(line)
        if note is None or not _is_near(marks.get(note["number"], []), at):
            continue
        if note.end() == len(line) and not any(map(_BELOW.match, lines[at + 1 : at + 2])):
            continue  # a page number
        number = int(note["number"])
        if not runs or number == 1:
            runs.append({})
        elif number != last + 1:
            continue
        runs[-1][at], last = note["number"], number
    # Several, or one whose number is raised on a line of its own.
    sure = [r for r in runs if len(r) >= _FEWEST or all(lines[n].strip() == r[n] for n in r)]
    notes = {at: one for run in sure for at, one in run.items()}
    for mark in set(notes.values()):
        own = [at for at, other in notes.items() if other == mark]
        for at in {at for at in marks[mark] if _has_note(at, own)}:
            lines[at] = _raised(lines[at], mark)
    for at, mark in reversed(notes.items()):
        lines[at] = lines[at].replace(mark, raised_digits(mark), 1)
        if lines[at].strip() == raised_digits(mark):
            lines[at : at + 2] = [f"{lines[at].strip()} {lines[at + 1].strip()}"]
    return "\n".join(lines)


def _mark(found: re.Match[str]) -> str:
    """The number of what may be a mark."""
    return found["touching"] or found["after"] or found["quoted"]


def _is_near(marks: list[int], note: int) -> bool:
    """Whether one of the lines with a mark is above a note and near it."""
    at = bisect_left(marks, note)
    return at > 0 and note - marks[at - 1] <= _FAR


def _has_note(mark: int, notes: list[int]) -> bool:
    """Whether one of the notes with the number of a mark is below it and near it."""
    at = bisect_right(notes, mark)
    return at < len(notes) and notes[at] - mark <= _FAR


def _raised(line: str, number: str) -> str:
    """A line with the marks of one footnote raised, without a space before them."""
    own = [one for one in _MARK.finditer(line) if _mark(one) == number]
    for found in reversed(own):
        line = f"{line[: found.start()]}{raised_digits(number)}{line[found.end() :]}"
    return line
