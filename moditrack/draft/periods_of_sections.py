"""The periods that the openings of sections state for their data."""

from __future__ import annotations

import re

from moditrack.documents.dates.printed_period import RANGE
from moditrack.draft.figure_periods import recorded
from moditrack.draft.texts_in_order import Text

_DATA = re.compile(r"\b(?:data|figures|statistics|analysis|recorded crimes?)\b", re.IGNORECASE)
_YEARS = re.compile(r"^(\d{4})-01/(\d{4})-12$")
_OPENING = 30  # words of a passage on the period of its section's data at most


def section_periods(texts: list[Text]) -> dict[str, str]:
    """The period that the opening of a section states for its data, by section.

    It is one of more than a year, in a passage of few words about data.
    """
    found: dict[str, str] = {}
    for text in texts:
        section = text.locator.partition(".")[0]
        if text.heading or text.passage.words > _OPENING or not _DATA.search(text.text):
            continue
        long = [
            period for period in text.periods if period.kind == RANGE and len(period.parts) == 2
        ]
        if section not in found and len(text.periods) == 1 and long:
            found[section] = _YEARS.sub(r"\1/\2", recorded(long[0]))
    return found
