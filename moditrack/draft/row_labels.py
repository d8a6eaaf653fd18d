"""The labels of numbers in a table of two columns that is read as prose: Pawn tickets | 9,490."""

from __future__ import annotations

import re

from moditrack.documents.normalise import normalise
from moditrack.documents.passages import Passage

_NUMBER = re.compile(r"[£$€]?\s?\d[\d,.]*%?")


def row_labels(passage: Passage) -> dict[int, str]:
    """The label of each number of a list of two columns, by where it is in the passage's text."""
    rows: dict[int, list[str]] = {}
    for cell in passage.table:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(normalise(cell.text))
    found: dict[int, str] = {}
    at = 0
    for texts in rows.values():
        places = []
        for text in texts:
            start = passage.text.find(text, at)
            if start < 0:
                return {}
            places.append(start)
            at = start + len(text)
        if len(texts) == 2 and _NUMBER.fullmatch(texts[1]) and not _NUMBER.fullmatch(texts[0]):
            found[places[1]] = texts[0]
    return found
