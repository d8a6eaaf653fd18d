"""What a cell of a table holds: quantities, or a mark in place of a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from moditrack.documents.dates.year_or_count import SCHOOL_YEARS, YEAR_HEADING
from moditrack.documents.footnote_marks import SUPERSCRIPTS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import UNITS
from moditrack.documents.quantities import IN_ACCOUNTS, Quantity, labels, quantities, read_cell

_PATTERNS = [(kind, lazy_regex(pattern, re.IGNORECASE)) for kind, pattern in (
    ("suppressed", r"\*{1,3}|#|~|c|s|\[c\]|\(c\)|\[low\]|suppressed|(?:<|≤|<=) ?\d{1,2}"
                   r"|(?:fewer|less) than (?:\d{1,2}|three|five|six|ten)"),
    ("not-available", r"\.{1,3}|…|:|\?|n/?a|n\.a\.?|n/?k|n/d|x|z|u|w|\[[xzuw]\]|tbc|no data"
                      r"|not (?:available|applicable|known|recorded|collected|provided|held)"),
    ("nil", r"[-_\u2010-\u2015\u2212]{1,3}(?: ?\([-\u2013\u2212]\))?|nil|none"),
)]  # fmt: skip
_BELOW = lazy_regex(r"(<|≤|<=|fewer than|less than) ?(\w+)", re.IGNORECASE)
_NOTE = lazy_regex(
    r"(?<=[\d%)])(?:[ \u00a0]?\[(?:\d{1,2}|note ?\d+|[a-z]{1,2})\]"
    r"|[ \u00a0]?\((?:[rpe]|\d|[ivx]+)\)"
    rf"|[{SUPERSCRIPTS}]+|[ \u00a0]?[*†‡§^]{{1,3}}|r)+$",
    re.IGNORECASE,
)
"""A footnote mark, or a letter for revised or provisional, after a number."""
_APART = lazy_regex(r"[ \u00a0]*[(\[;|\n][ \u00a0]*|[ \u00a0]+(?:/|of(?: the)?|out of)[ \u00a0]+")
_WORD = lazy_regex(r"[A-Za-z]{3}")
_YEAR = lazy_regex(
    rf"(?:{SCHOOL_YEARS}|{YEAR_HEADING})(?:[ \u00a0]?(?:\[\w+\]|\(\w+\)|[*†‡§{SUPERSCRIPTS}]))?"
)
UNIT = lazy_regex(
    r"[(\[]?(?:[£$€] ?['\u2018\u2019]?(?:000s?|k|m|mn|bn|thousands?|millions?|billions?)?"
    r"|['\u2018\u2019]000s?|%|no\.)[)\]]?",
    re.IGNORECASE,
)
"""A heading that says nothing but the unit of what is below it."""
_NONE = lazy_regex(rf"{UNIT.pattern}|(?:\d+%\s){{2,}}\d+%", re.IGNORECASE)
"""The same, or the axis of a chart: 0% 10% 20%."""
_UNIT_AFTER = lazy_regex(r"[£$€]['\u2018\u2019]?(?:000s?|k|mn?|bn)\b|[%£()\s]")
"""What a heading prints beside a year: 2023 £'000."""
_AMOUNT = lazy_regex(r"[£$€]?\d[\d,.]*(?:(?<=[,.]\d)|(?<=,\d{3})|%| ?per cent)(?: [a-z]+){1,3}\Z")
_NOT_NUMBERS = ("date", "telephone", "time", "reference", "code", "year")


@dataclass(frozen=True)
class Mark:
    """What is printed in place of a number.

    kind: suppressed, not-available or nil. high: the highest count that it can stand for, where
    it says so: 4 for <5.
    """

    kind: str
    printed: str
    high: int | None = None


@dataclass(frozen=True)
class Entry:
    """A cell in the body of a table, or the gap where there is none.

    row, column: its position, from 0; row_name, column_name: unique in its table. quantities: in
    the units of the table, the first of them its value; none where it has a mark or words.
    """

    row: int
    column: int
    printed: str
    row_name: str
    column_name: str
    role: str
    mark: Mark | None = None
    quantities: tuple[Quantity, ...] = ()
    rounded_to: int = 0

    @property
    def quantity(self) -> Quantity | None:
        """Its value; None for a mark, words or an empty cell."""
        return self.quantities[0] if self.quantities else None

    @property
    def description(self) -> str:
        """Its row and column, to read."""
        return f"{self.row_name}, {self.column_name}"


@lru_cache(10_000)
def mark_of(printed: str) -> Mark | None:
    """The mark that a cell prints; None where it prints a number, words or nothing."""
    text = printed.strip()
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(text):
            below = _BELOW.fullmatch(text)
            if below is None:
                return Mark(kind, text, 0 if kind == "nil" and text.isalpha() else None)
            number = UNITS.get(below[2].lower()) or int(below[2])
            return Mark(kind, text, number if below[1] in ("≤", "<=") else number - 1)
    return None


@lru_cache(10_000)
def cell_quantities(printed: str) -> tuple[Quantity, ...]:
    """The quantities that a cell prints: two in `10 (20%)`, `31 of 41` and lines one below another.

    None in a mark, and none in a cell that is a date, code or reference as a whole. `(1,234)` is
    minus 1,234; a footnote mark after a number is not part of it.
    """
    text = printed.strip()
    if text.replace(".", "", 1).isdecimal():  # no label as a whole: needs few of the patterns below
        plain = read_cell(text)
        return (plain,) if plain is not None else ()
    if not any(map(str.isalnum, text)) or mark_of(text) is not None or _NONE.fullmatch(text):
        return ()
    text = _NOTE.sub("", text)
    found = labels(text)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    if whole and found[0].kind in _NOT_NUMBERS and not text.isdigit():
        return ()
    whole_cell = text.startswith("(") or IN_ACCOUNTS.match(text) is not None
    pieces = [text] if whole_cell else _APART.split(text)
    if len(pieces) > 1:
        pieces = [piece.rstrip(" )]") for piece in pieces]
    # Among words, a number that is a label is none.
    read = (next(iter(quantities(p)), None) if _WORD.search(p) else read_cell(p) for p in pieces)
    return tuple(quantity for quantity in read if quantity is not None)


def is_year(text: str) -> bool:
    """Whether a heading is a year, and nothing else but its unit: 2016-17 £000."""
    return _YEAR.fullmatch(_UNIT_AFTER.sub("", text)) is not None


def is_number(text: str, bound: str = "exact") -> bool:
    """Whether a cell is a number, and no year, range (or a range), name or heading."""
    if is_year(text) or _WORD.search(text) or UNIT.fullmatch(text.rpartition("\n")[2]):
        return False
    found = cell_quantities(text)
    return bool(found) and found[0].bound == bound


def begins_with_amount(text: str) -> bool:
    """Whether a cell is an amount with a word or two on what it is of: 98% of cases."""
    found = cell_quantities(text) if _AMOUNT.match(text) else ()
    return bool(found) and found[0].bound == "exact"


def counts_up(texts: Sequence[str]) -> bool:
    """Whether headings number their columns: 1, 2, 3."""
    numbers = [int(text) for text in texts if re.fullmatch(r"\d{1,3}", text)]
    return len(numbers) == len(texts) > 1 and numbers == list(
        range(numbers[0], numbers[0] + len(texts))
    )
