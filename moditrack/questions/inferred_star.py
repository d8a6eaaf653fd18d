"""The star * on values that a document does not print in full, and its note."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.tables import Note, Row

STAR = "*"
STARRED = Note("inferred", f"{STAR} Not printed in full; follows from the document.")
"""What the star of a date or another value means; every table that has a star has this note."""


def starred(text: str, inferred: object) -> str:
    """A text for people, with the star if a part of it is inferred."""
    return text + STAR if inferred else text


def due_text(row: Row) -> str | None:
    """When a commitment is due, for people: 2004/05 of FY2004, with the star of `starred`."""
    due = row["due"]
    if due and due.startswith("FY"):
        due = f"{due[2:]}/{(int(due[2:]) + 1) % 100:02}"
    return due and starred(due, row["due_inferred"])


def star_notes(inferred: Iterable[object]) -> list[Note]:
    """The note on the star, if one of these is true."""
    return [STARRED] if any(inferred) else []
