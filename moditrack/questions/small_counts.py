"""The note of `caveats` on small counts, where one of those shown is small."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack import caveats
from moditrack.tables import Note

SMALL_COUNTS = Note("small-counts", caveats.SMALL_COUNTS)


def small_counts(counts: Iterable[int | None]) -> list[Note]:
    """The note on small counts, if one of these counts is small."""
    small = any(count is not None and count < caveats.SMALL for count in counts)
    return [SMALL_COUNTS] if small else []
