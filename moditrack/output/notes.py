"""The notes below an answer: their order, and which are marked with !."""

from __future__ import annotations

from collections.abc import Sequence

from moditrack.tables import Note

_MARKED = (
    "change",
    "caution",
    "conclusion",
    "conflict",
    "report-caution",
    "report-cautions",
    "small-counts",
    "left-out",
    "related-checks",
    "pointer",
)
"""Kinds of note that are marked with !."""


def in_order(notes: Sequence[Note]) -> list[Note]:
    """Notes as people read them: cautions first, the source last."""
    rank = {**dict.fromkeys(_MARKED, 0), "source": 2}
    return sorted(notes, key=lambda note: rank.get(note.kind, 1))


def mark(note: Note) -> str:
    """What precedes a note."""
    return "! " if note.kind in _MARKED else "  "
