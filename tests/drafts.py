"""A draft of a short invented text."""

from __future__ import annotations

from moditrack.documents.document import read_bytes
from moditrack.draft.proposal import Draft
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists

OPENING = "Trafficking at the quays\n\n1 March 2025\n\n"


def drafted(lists: Lists, text: str, **given: str) -> Draft:
    """What is proposed for a text below a title and a date."""
    return propose(read_bytes(f"{OPENING}{text}\n".encode()), lists, **given)
