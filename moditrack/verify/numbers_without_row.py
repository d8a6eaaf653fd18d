"""Every number of a text that no row of the records has."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.normalise import normalise
from moditrack.documents.printed_values import NUMERAL
from moditrack.tables import Row
from moditrack.verify.differences import Evidence
from moditrack.verify.event_dates import OPEN_MONTH
from moditrack.verify.matching import HEADING, MATCHED, OPEN, Texts, bounded

_CONTEXT = 25
"""Characters to quote before and after an unexplained number."""


def account_for_numerals(
    evidence: Evidence, names: list[Row], open_names: list[Row], texts: Texts
) -> None:
    """Report every number that no row matched and that is not part of a name or code.

    A number that an unfinished row has is not a difference, and is not accounted for yet.
    """
    open_codes = [row["texts"].get("name", "") for row in open_names]
    patterns = [(pattern, MATCHED) for pattern in _codes([row["name"] for row in names])]
    patterns += [(pattern, OPEN) for pattern in _codes(open_codes)]
    for place, text in texts.by_place.items():
        rest = text.unmatched
        for pattern, by in patterns:
            rest = pattern.sub(lambda match, by=by: by * len(match[0]), rest)  # type: ignore[misc]
        open_ = numerals_in(rest)
        every = numerals_in(text.whole)
        evidence.numerals.total += len(every)
        later = sum(rest[start] == OPEN for start, _ in every)
        evidence.numerals.confirmed += len(every) - len(open_) - later
        for start, end in open_:
            words = text.whole[max(0, start - _CONTEXT) : end + _CONTEXT]
            what = f"'{rest[start:end]}' is not accounted for: … {words} …"
            evidence.differ(place.removeprefix(HEADING), what, place=(place, start))


def _codes(names: list[str]) -> list[re.Pattern[str]]:
    """Patterns for the names that have numbers, the longest first."""
    codes = {normalise(name) for name in names if NUMERAL.search(name)}
    return [re.compile(bounded(code)) for code in sorted(sorted(codes), key=len, reverse=True)]


@lru_cache(maxsize=4096)
def numerals_in(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of numbers and of month names, since dates must be accounted for too."""
    spans = [match.span() for match in NUMERAL.finditer(text)]
    spans += [match.span() for match in OPEN_MONTH.finditer(text)]
    return tuple(sorted(spans))
