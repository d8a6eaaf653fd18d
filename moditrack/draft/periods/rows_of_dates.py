"""Dates in rows: along the axis of a chart, or above a line of as many numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from moditrack.documents.dates.printed_period import CALENDAR_YEAR, MONTH, Period
from moditrack.documents.quantities import Quantity
from moditrack.draft.texts_in_order import Text

_MOST = 60
"""Characters of a text that is the label of a point in a chart."""
_MARKS = " •|\n"


class DateRows:
    """The texts of a report that are labels of charts, and those below a line of years."""

    def __init__(self, texts: list[Text]) -> None:
        self._bare = _labels(texts)
        self._years = {
            (text.locator, text.heading): before.periods
            for before, text in pairwise(texts)
            if _is_below_years(text, before)
        }

    def above(self, text: Text, quantity: Quantity) -> Period | None:
        """The year above a number, in a line of as many as the line of years before it."""
        years = self._years.get((text.locator, text.heading), ())
        return years[text.quantities.index(quantity)] if years else None

    def are_labels(self, text: Text, period: Period) -> bool:
        """Whether a date is one of several in a row, or along the axis of a chart."""
        if text.dates_in_rows:
            return period.start in text.dates_in_rows
        return not text.heading and text.locator in self._bare


def _is_below_years(text: Text, before: Text) -> bool:
    """Whether a text is a line of numbers, and the one before it a line of as many years."""
    return (
        len(before.dates_in_rows) == len(before.periods) == len(text.quantities) > 0
        and before.text.split() == [one.label for one in before.periods]
        and text.text.split() == [one.printed for one in text.quantities]
    )


def _labels(texts: Iterable[Text]) -> set[str]:
    """The locators of texts that have months or years and nothing else, of a heading with several.

    One alone may be the day on which a report was signed.
    """
    bare: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        if not text.heading and (text.dates_in_rows or _is_bare(text)):
            bare[text.passage.heading].add(text.locator)
    return {one for found in bare.values() if len(found) > 1 for one in found}


def _is_bare(text: Text) -> bool:
    if text.passage.kind != "unnumbered" or len(text.text) > _MOST or not text.periods:
        return False
    rest = text.text
    for one in text.periods:
        rest = rest.replace(one.label, " ")
    kinds = {one.kind for one in text.periods}
    return kinds <= {MONTH, CALENDAR_YEAR} and not rest.strip(_MARKS)
