"""Read a PDF."""

from __future__ import annotations

from moditrack.documents.blocks import Parsed, Unreadable


def blocks(data: bytes) -> Parsed:
    """The blocks of a PDF in reading order."""
    raise Unreadable("is a PDF, which cannot be read yet: save its text to a file.")
