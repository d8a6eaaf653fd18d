"""Periods from a date, or before it: since April 2003, until March 2024, from May 2019 onwards."""

from __future__ import annotations

from dataclasses import replace

from moditrack.documents.dates.printed_period import (
    RANGE,
    Period,
    day_after,
    day_before,
    partial,
    period,
)
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before

_SINCE = lazy_regex(
    r"\b(since|until|till|before|pre|post|prior to)(?: the)?(?: end of| start of)?[\s-]$"
)
_ONWARDS = lazy_regex(r"\s(?:onwards?|and after)\b")


def open_ended(text: str, plain: str, one: Period) -> Period | None:
    """since, until, before, from … onwards; of the date itself only its days are known."""
    before = line_before(plain, one.start, 24)
    match = _SINCE.search(before) if before[-1:] in (" ", "-") else None
    start, end = one.start, one.end
    onwards = _ONWARDS.match(plain, one.end)
    if match is None and onwards is None:
        return None
    if match is not None:
        start = one.start - len(before) + match.start()
    elif onwards is not None:
        end = onwards.end()
        if before.endswith("from "):
            start -= 5
    word = match[1] if match is not None else "since"
    if one.first is None or one.last is None:
        return replace(partial(text, start, end, RANGE), parts=(one,))
    if word in ("since", "post"):
        first, last = one.first if word == "since" else day_after(one.last), None
    else:
        first, last = None, one.last if word in ("until", "till") else day_before(one.first)
    return replace(period(text, (start, end), first, last, RANGE), parts=(one,))
