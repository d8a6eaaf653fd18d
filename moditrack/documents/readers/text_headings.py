"""The headings of a text: lines between blank lines, and in a text without blank lines."""

from __future__ import annotations

import re

from moditrack.documents.bullets_and_numbers import can_be_heading, split_mark


def is_heading(lines: list[str], at: int, width: int) -> bool:
    """Whether a line is a heading: short, unfinished, above text, and alone or after the end
    of a sentence. `width` is the width of the page."""
    line = lines[at].strip()
    mark, rest = split_mark(line)
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    if not _can_be_heading(line, mark, rest) or below[:1].islower():
        return False
    above = lines[at - 1].strip() if at else ""
    words, is_short = len(rest.split()), len(line) < 0.75 * max(width, 60)
    if not above:
        if not below:
            return words <= 14 and any(one.strip() for one in lines[at + 1 : at + 6])
        return words <= 12 and is_short and len(below) > len(line)
    # A page without blank lines.
    ends = above[-1] in ".?!:;" or len(above) < 0.6 * max(width, 1)
    longer = len(below) > max(1.4 * len(line), 40)
    return ends and longer and not mark and words <= 10 and is_short


def _can_be_heading(line: str, mark: str, rest: str) -> bool:
    if "\t" in line or "|" in line or rest[-1:] == "!" or not can_be_heading(rest):
        return False
    if rest[-1] in "'\"”’" and rest[0] != rest[-1]:
        return False
    if mark:
        return re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*\.?|[A-Z]\.", mark) is not None
    return not rest[0].islower() and rest[0].isalpha() | (rest[0] in "'\"“‘(")


def level(mark: str) -> int:
    """The depth of a heading by its number: 1.1 is below 1."""
    return mark.strip(".").count(".") + 1 if mark else 1
