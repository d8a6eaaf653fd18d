"""Where the rows end that "of which:" is over: the parts of the row above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate

Numbers = Mapping[int, Fraction]
"""The numbers of a row by column."""


def parts_end(whole: Numbers, rows: Sequence[Numbers]) -> int:
    """How many rows are parts, where one is more than the whole in every column, and so is none.

    Then those before it that together are more are none either. The first always is one.
    """
    others = [at for at, row in enumerate(rows) if at and _is_more(row, whole)]
    if not others:
        return len(rows)
    together = list(accumulate(rows, _added))
    end = others[0]
    return next((at for at in range(1, end) if _is_more(together[at], whole)), end)


def _added(one: Numbers, other: Numbers) -> Numbers:
    none = Fraction(0)
    return {column: one.get(column, none) + other.get(column, none) for column in {*one, *other}}


def _is_more(row: Numbers, whole: Numbers) -> bool:
    both = row.keys() & whole.keys()
    return bool(both) and all(row[column] > whole[column] for column in both)
