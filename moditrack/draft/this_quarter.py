"""What a sentence calls a period this one, which is that of the title: this quarter, this year."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.dates.printed_period import (
    FINANCIAL_YEAR,
    MONTH,
    QUARTER,
    RANGE,
    YEAR_KINDS,
)

_THIS = re.compile(
    r"\b(?:this|in the|during the) (quarter|year|financial year|month|(?:reporting )?period)\b",
    re.I,
)
_KINDS_OF_PERIOD = {
    "quarter": (QUARTER,), "year": YEAR_KINDS,
    "financial year": (FINANCIAL_YEAR,), "month": (MONTH,),
    **dict.fromkeys(
        ("period", "reporting period"), (RANGE, QUARTER, *YEAR_KINDS, MONTH)
    ),
}  # fmt: skip


@lru_cache(64)
def kinds_called_this(sentence: str) -> tuple[str, ...]:
    """The kinds of period that a sentence calls this one; none where it calls several so."""
    # Once for a sentence: each of its figures asks.
    called = {one[1].lower() for one in _THIS.finditer(sentence)}
    return _KINDS_OF_PERIOD[called.pop()] if len(called) == 1 else ()
