"""Shares of a total, and counts that are too small to draw conclusions from."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.tables import Note

SMALL = 10
"""A change or share of a count below this is too small to conclude from."""


def share(part: int, whole: int) -> float | None:
    """Part of the whole in percent, two decimals; None of nothing. As the views round it."""
    return (20000 * part + whole) // (2 * whole) / 100 if whole else None


def small_counts(counts: Iterable[int]) -> list[Note]:
    """The note that goes with counts of which one is small."""
    text = f"Counts below {SMALL} are too small to conclude from."
    return [Note("small-counts", text)] if any(count < SMALL for count in counts) else []
