"""What is printed around a table: its units, and that counts are rounded to the nearest 5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from moditrack.documents.passages import Passage
from moditrack.documents.table_units_and_rounding import units_of_caption

_MOST_ROUNDED = 100
"""Counts are not rounded to more than that in a whole document."""
_ABOVE, _SHORT = 4, 25
"""How many passages above a table, of how few words, may be its caption or give its units."""
_LABEL = 2
"""A label has at most this many words."""
_BELOW = 10
"""At most this many passages below a table may be its notes."""
_NOTE = re.compile(
    r"\W*(?:notes?|source|figures|all (?:figures|numbers)|numbers|in)\b", re.IGNORECASE
)


def text_around(passages: Sequence[Passage], at: int) -> str:
    """What is printed around a table that may say how its numbers are given, line by line.

    Of its own cells and of the passages below it, and below tables that follow at once, those with
    a word of rounding.
    """
    above = passages[max(0, at - _ABOVE) : at][::-1]
    near = list(takewhile(lambda one: one.kind != "table", above))[::-1]
    below = list(dropwhile(lambda one: one.kind == "table", passages[at + 1 : at + 1 + _BELOW]))
    notes = list(takewhile(lambda one: one.kind != "table", below))
    own = [(cell.text, len(cell.text.split())) for cell in passages[at].table]
    lines = [passages[at].heading, passages[at].caption]
    lines += [one.text for one in near if one.words <= _SHORT]
    around = [*own, *((one.text, one.words) for one in notes)]
    lines += [text for text, words in around if words > _LABEL and _is_note(text, words)]
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _is_note(text: str, words: int) -> bool:
    """Whether a text says that numbers are rounded, or is a short note on their unit."""
    units = units_of_caption(text)
    return units.rounded_to > 0 or (units.scale > 1 and words <= _SHORT and bool(_NOTE.match(text)))


def rounded_to(passages: Sequence[Passage]) -> int:
    """5 where a document says that its counts are rounded to the nearest 5; 0 where it does not.

    Thousands are said of sums of money, and are not taken for all counts.
    """
    said = [
        units_of_caption(passage.text).rounded_to
        for passage in passages
        if "rounded" in passage.text
    ]
    return max((number for number in said if number <= _MOST_ROUNDED), default=0)
