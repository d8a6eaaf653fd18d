"""Tables of percentages whose cells have no sign: what is printed above says it, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moditrack.documents.tables import PrintedTable
from moditrack.draft.table_subjects import subject

_WHOLE = 100
"""A larger number is no share of something."""
_PERCENT = re.compile(
    r"(?:\((?:in |as )?(?:%|per ?cent(?:age)?s?)\)"
    r"|\b(?:in|as|by) (?:%|per ?cent|percentages?)(?!\w)"
    r"|^\(?(?:%|per ?cent|percentages?)\)?$|, (?:%|per ?cent|percentage)$"
    r"|(?:%|\bper ?cent|\bpercentages?|\bshares?|\bproportions?) of (?:all |the )*(?P<of>[a-z]+s)\b"
    r")", re.IGNORECASE,
)  # fmt: skip
"""What says above a table that its cells are percentages, and of what."""


def percent_of(printed: PrintedTable, said: Iterable[str]) -> str | None:
    """Of what all cells of a table are percentages by the texts above it; None where they are none.

    It is "all" where nothing says of what.
    """
    first = [one.quantities[0] for one in printed.entries() if one.quantities]
    if any(one.unit or one.low > _WHOLE for one in first):
        return None
    found = next((match for one in said if (match := _PERCENT.search(one))), None)
    if found is None:
        return None
    return (found["of"] or "").strip() or subject(found.string) or "all"
