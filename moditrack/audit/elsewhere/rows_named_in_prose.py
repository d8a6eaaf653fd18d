"""Numbers joined by what they are about: prose with the table row that it names.

A share such as "60% end with outcome 18" rests on the row "18: ..." of a table and its total. It is
inferred, and compared only where the label of the row is in the words around the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from moditrack.audit.found_claim import Claim, Input
from moditrack.documents.lower_case import SMALL_WORDS
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import Entry, PrintedTable

_TOKEN = re.compile(r"[a-z]+|\d+")
_COMMON = SMALL_WORDS | {"total", "all", "number", "no", "other", "per", "cent", "percent"}
_UNKNOWN = re.compile(r"\b(?:unknown|not (?:known|stated|recorded|given)|undeclared)\b", re.I)
_DECLARED = re.compile(
    r"\b(?:who|that|whose|where) (?:\w+ ){0,3}?(?:declared|stated|known|recorded|specified)\b", re.I
)
"""Words that leave those out of whom it is not known."""
AROUND = 110
"""Characters either side of a number that can name what it is about."""
_NAMED = 0.75
"""The part of a label's words that must be in the text."""
_NAMED_WITH_COUNT = 0.4
"""The same where the count that is printed beside the share is that of the row."""


@dataclass(frozen=True)
class Row:
    """A line of a table that has a name: its count, and the count that it is a part of.

    `unknown` is the count of those of whom it is not known, where the table has that line.
    `other_counts` are those of the other lines.
    """

    passage: Passage
    words: frozenset[str]
    part: Entry
    whole: Entry
    unknown: Entry | None = None
    other_counts: tuple[Entry, ...] = ()


def rows(passage: Passage, table: PrintedTable) -> list[Row]:
    """The named rows and columns of a table whose totals are printed."""
    columns = [column for column in table.columns if table.column_roles[column] == "total"]
    bodies = [row for row in table.body if table.row_roles[row] == "total"]
    found: list[Row] = []
    if len(bodies) == 1:
        (last,) = bodies
        for column in columns or table.columns[:1]:
            places = {row: (row, column) for row in table.body if table.row_roles[row] == "cell"}
            found += _lines(passage, table, places, table.row_names, (last, column))
    if len(bodies) == len(columns) == 1:
        (last,), (end,) = bodies, columns
        places = {c: (last, c) for c in table.columns if table.column_roles[c] == "cell"}
        found += _lines(passage, table, places, table.column_names, (last, end))
    return found


def _lines(
    passage: Passage,
    table: PrintedTable,
    places: dict[int, tuple[int, int]],
    names: dict[int, str],
    total: tuple[int, int],
) -> Iterator[Row]:
    """The lines at some places that have a name and hold a count, as the total does."""
    whole = table.entry(*total)
    if not _is_count(whole):
        return
    entries = {line: table.entry(*place) for line, place in places.items()}
    unknown = [entry for line, entry in entries.items() if _UNKNOWN.search(names[line])]
    left_out = unknown[0] if len(unknown) == 1 and _is_count(unknown[0]) else None
    for line, entry in entries.items():
        words = frozenset(naming_words(names[line]))
        if words and _is_count(entry):
            others = tuple(
                other
                for place, other in entries.items()
                if place != line and _is_count(other) and not _UNKNOWN.search(names[place])
            )
            own = None if entry is left_out else left_out
            yield Row(passage, words, entry, whole, own, others)


def _is_count(entry: Entry) -> bool:
    return (
        entry.quantity is not None
        and entry.quantity.unit == ""
        and entry.quantity.low.denominator == 1
    )


def naming_words(text: str) -> Iterator[str]:
    """The words of a text that can name something, in the singular."""
    for word in _TOKEN.findall(text.lower()):
        if word not in _COMMON:
            singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
            yield singular if len(word) > 3 else word


def find(claim: Claim, known: Sequence[Row], before: str, after: str) -> Claim | None:
    """A share without a base, with the row of a table that its words name; None where none is.

    `before` and `after` are the words around it, as far as the next percentage. Beside a count,
    the name comes before: "women 24% (n=10)"; else after: "24% were women".
    """
    part = claim.inputs[0].quantity if claim.inputs else None
    for text in (before, before + after) if part is not None else (after, before + after):
        if (row := _named(frozenset(naming_words(text)), known, part)) is not None:
            declared = row.unknown is not None and _DECLARED.search(claim.passage.text) is not None
            named = {"part": row.part, "whole": row.whole}
            named |= {"left out": row.unknown} if declared and row.unknown is not None else {}
            inputs = tuple(
                Input(entry.quantity, row.passage, f"{name}: {entry.description}")
                for name, entry in named.items()
                if entry.quantity is not None
            )
            return replace(claim, kind="share", inputs=inputs)
    return None


def _named(around: frozenset[str], known: Sequence[Row], part: Quantity | None) -> Row | None:
    """The row that words name best; None where none is named, or several that differ are."""
    scored: list[tuple[float, Row]] = []
    for row in known:
        common = len(row.words & around)
        same = part is not None and row.part.quantity is not None
        same = same and row.part.quantity.low == part.low  # type: ignore[union-attr]
        if part is not None and not same:
            continue
        if common / len(row.words) >= (_NAMED_WITH_COUNT if same else _NAMED) and (
            same or common > 1
        ):
            scored.append((common / len(row.words), row))
    best = max((score for score, _ in scored), default=0.0)
    rows = [row for score, row in scored if score == best]
    values = {(row.part.printed, row.whole.printed) for row in rows}
    return rows[0] if len(values) == 1 else None
