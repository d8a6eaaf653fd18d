"""Shares of a total, and counts that are too small to draw conclusions from."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from moditrack.intervals import ROUNDINGS, wilson
from moditrack.tables import Note

SMALL = 10
"""A change or share of a count below this is too small to draw conclusions from."""
SMALL_COUNTS = Note("small-counts", f"Counts below {SMALL} are too small to draw conclusions from.")


def share(part: int, whole: int) -> float | None:
    """Part of the whole in percent, two decimals; None of nothing. As the views round it."""
    return (20000 * part + whole) // (2 * whole) / 100 if whole else None


def exact_share(part: int, whole: int) -> Fraction | None:
    """Part of the whole in percent, exact: rounded once, where it is shown; None of nothing."""
    return Fraction(100 * part, whole) if whole else None


def whole_percent(part: int, whole: int) -> int:
    """Part of the whole in whole percents, a half rounded away from zero."""
    return int(ROUNDINGS["half up"](Fraction(100 * part, whole), 0))


def limits(part: int, whole: int) -> tuple[int, int] | None:
    """Wilson's 95% interval of a share in whole percents; None where the part is not of it."""
    if not 0 <= part <= whole or not whole:
        return None
    low, high = wilson(part, whole)
    return round(100 * low), round(100 * high)


def share_text(part: int, whole: int) -> str:
    """A share in whole percents with its 95% interval: 76% (61 to 86)."""
    found = limits(part, whole)
    interval = f" ({found[0]} to {found[1]})" if found else ""
    return f"{whole_percent(part, whole)}%{interval}"


def limits_text(part: int, whole: int) -> str:
    """The 95% interval as a cell: 61-86."""
    found = limits(part, whole)
    return f"{found[0]}-{found[1]}" if found else ""


def small_counts(counts: Iterable[int]) -> list[Note]:
    """The note that goes with counts of which one is small."""
    return [SMALL_COUNTS] if any(count < SMALL for count in counts) else []
