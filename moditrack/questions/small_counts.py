"""Counts that are too small to draw conclusions from, and the note that says so."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.tables import Note

SMALL = 10
"""A change or share of a count below this is too small to draw conclusions from."""
SMALL_COUNTS = Note("small-counts", f"Counts below {SMALL} are too small to draw conclusions from.")


def small_counts(counts: Iterable[int | None]) -> list[Note]:
    """The note on small counts, if one of these counts is small."""
    small = any(count is not None and count < SMALL for count in counts)
    return [SMALL_COUNTS] if small else []
