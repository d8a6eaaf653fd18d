"""The headings of a table in plain text that end in a line of years or units: 2023 2022 £'000."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from moditrack.documents.cells_and_marks import UNIT
from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.year_or_count import YEAR_HEADING
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.text_tables.cells import phrase_headings
from moditrack.documents.readers.text_tables.rows_with_one_space import LONGEST_HEAD, SENTENCE

_MOST_HEADS = 5
_MOST_COLUMNS = 16
_LONGEST_LINE = 240
_UNIT = rf"(?:{UNIT.pattern})"
_DATE = (
    rf"(?:(?:year|period|(?:\d+|[a-z]+) months) (?:ended|ending|to) )?(?:as )?(?:at )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH_NAMES})(?: |-)(?:\d{{4}}|\d\d)"
)
_DERIVED = r"(?:% |percentage )?(?:change|variance|difference|total)(?: %)?"
_KEY = lazy_regex(
    rf"(?<!\S)(?:{_DATE}|{YEAR_HEADING}|Q[1-4]|\d\d?[./]\d\d?[./]\d\d(?:\d\d)?|{_UNIT}"
    rf"|(?:{MONTH_NAMES})|{_DERIVED})(?!\S)",
    re.IGNORECASE,
)
"""What fixes a column: a date, a year, a quarter, a month, a unit; what is derived from others."""
_ONLY_DERIVED = lazy_regex(_DERIVED, re.IGNORECASE)
_UNITS = lazy_regex(rf"(?<!\S){_UNIT}(?!\S)", re.IGNORECASE)
_NOTES = lazy_regex(r"\bnotes?\b", re.IGNORECASE)
_TITLE = lazy_regex(
    r"\b(?:accounts?|sheet|statements?|reports?|flows?|table|summary|notes)\Z", re.IGNORECASE
)
"""How the name of a table ends, which is no heading for each column: Cash flow."""
_PAIR = 2
_FEWEST = 2
_KEPT = 100
"""Lines that are remembered: each is looked at again from those above it."""


@dataclass
class Heads:
    """The headings above the rows: those of each column, and what is above the labels."""

    levels: list[list[str]] = field(default_factory=list)
    corner: str = ""
    notes: str = ""
    """Where the numbers of notes are: before or after the amounts; "" where there are none."""
    width: int = 0
    end: int = 0


def heads_at(lines: list[str], at: int) -> Heads | None:
    """The headings from a line on; None where no line of them fixes the columns."""
    above: list[str] = []
    keys: list[tuple[str, list[str]]] = []
    place = at
    while place < len(lines) and place < at + 2 * _MOST_HEADS:
        line = lines[place].strip()
        if not line:
            if not above or not keys:
                return None
            place += 1
            continue
        if len(line) > _LONGEST_LINE or "|" in line or "\t" in line:
            return None
        if (named := _between_units(line)) is not None:
            return None if above else replace(named, end=place + 1)
        key = columns_fixed_by(line)
        if key is None and (keys or SENTENCE.match(line)):
            break
        above.append(line)
        if key is not None:
            keys.append(key)
        elif len(above) > _MOST_HEADS:
            return None
        place += 1
    return _named(above, len(keys[-1][1]), place) if keys else None


@lru_cache(_KEPT)
def _between_units(line: str) -> Heads | None:
    """Headings that their units part: Grants: 2022 £'000 2021 £'000 Notes."""
    units = list(_UNITS.finditer(line))
    pieces = [piece.strip() for piece in _UNITS.split(line)]
    if len(units) < 2 or not all(pieces[:-1]) or (pieces[-1] and not _NOTES.fullmatch(pieces[-1])):
        return None
    corner, colon, first = pieces[0].rpartition(":")
    names = [first.strip(), *pieces[1:-1]]
    levels = [names, [match[0] for match in units]]
    return Heads(levels, corner + colon, "after" if pieces[-1] else "", len(names))


@lru_cache(_KEPT)
def columns_fixed_by(line: str) -> tuple[str, list[str]] | None:
    """What is before the columns that a line fixes, and their texts; None where it fixes none."""
    found = list(_KEY.finditer(line))
    if not 1 < len(found) <= _MOST_COLUMNS or found[-1].end() < len(line):
        return None
    first = len(found) - 1
    while first and line[found[first - 1].end() : found[first].start()] == " ":
        first -= 1
    before = line[: found[first].start()].strip()
    derived = sum(_ONLY_DERIVED.fullmatch(match[0]) is not None for match in found[first:])
    if (
        len(found) - first - derived < _FEWEST
        or len(before) > LONGEST_HEAD
        or any(map(str.isdigit, before))
    ):
        return None
    return before, [match[0] for match in found[first:]]


def _named(above: list[str], width: int, place: int) -> Heads | None:
    """The headings of each column; None where a line has not one for each."""
    found = Heads(width=width, end=place)
    for line in above:
        key = columns_fixed_by(line)
        parts = key if key is not None and len(key[1]) == width else _parts(line, width)
        if parts is None:
            return None
        corner, cells = parts
        if _NOTES.search(corner):
            found.notes = "before"
            corner = _NOTES.sub("", corner).strip()
        found.corner = f"{found.corner} {corner}".strip()
        found.levels.append(cells)
    return found


def _parts(line: str, width: int) -> tuple[str, list[str]] | None:
    """A line of headings in as many pieces as there are columns; before them, that of labels."""
    words = line.split()
    dates = _KEY.findall(line)
    if len(dates) == 1 and " " in dates[0]:
        return None  # Year ended 31 March 2023
    if len(words) == width and _TITLE.search(line):
        return None
    size, rest = divmod(len(words), width)
    if size and not rest:
        pieces = [" ".join(words[n * size : (n + 1) * size]) for n in range(width)]
        capitals = size == _PAIR and all(piece[0].isupper() for piece in pieces)
        if size == 1 or len(set(pieces)) == 1 or capitals:
            return "", pieces
    names = phrase_headings(line, width + 1)
    if names is not None and (names[0] or size != 1):
        return names[0], names[1:]
    return None
