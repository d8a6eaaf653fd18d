"""A list of background papers that says that there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text, id_part, unique

if TYPE_CHECKING:
    from moditrack.draft.context import Context

_NONE = re.compile(r"(?:None|Nil|No background papers)\b\.?", re.IGNORECASE)
_MEASURE = "background-papers"


def says_none(text: Text) -> bool:
    """Whether a text says that a report has no background papers."""
    is_none = _NONE.fullmatch(text.text) is not None
    return is_none and text.locator.startswith(_MEASURE)


def no_papers(text: Text, context: Context) -> Iterator[Proposal]:
    """The figure of no papers, where that is a measure."""
    if _MEASURE not in context.measures.lists.measures:
        return
    word = text.text.split()[0].rstrip(".")
    row = {
        "figure": unique(f"{id_part(text.locator)}-none", context.taken), "locator": text.locator,
        "printed": context.places.take(text, 0, len(word)) or word, "value": "0",
        "bound": "exact", "status": "recorded", "measure": _MEASURE,
        "description": context.measures.name(_MEASURE),
    }  # fmt: skip
    yield Proposal("figures.csv", row, f"'{word}' is printed", start=0, end=len(word))
