"""Read csv."""

from __future__ import annotations

from moditrack.documents.blocks import Parsed, Unreadable


def blocks(data: bytes) -> Parsed:
    """The blocks of csv."""
    raise Unreadable("cannot be read yet: save its text to a file.")
