"""Periods that are not those of figures: compared with, in the name of a paper, of a beginning."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.change_words import COMPARED_WITH, DOWN, UP
from moditrack.documents.dates.printed_period import RANGE, YEAR_KINDS, Period
from moditrack.documents.quantities import Quantity
from moditrack.draft.texts_in_order import Text

_COMPARED = re.compile(
    r"(?:\b(?:than|same as|(?:compared|comparison) (?:with|to)|against|from|up on|down on|versus"
    r"|vs|(?:increase|decrease|rise|fall|drop|reduction|change|per ?cent) on)|% on)"
    r"(?: (?:in|on|the|that|those|for|of|during|figures?|levels?|same|period|year|quarter|month"
    r"|total|average|numbers?|amount|rate|corresponding|equivalent|previous|those|reported|recorded"
    r"|identified|seen|received))* ?\(?$", re.I,
)  # fmt: skip
"""What precedes a period with which a figure is compared."""
_LEVEL = re.compile(
    r"\b(?:above|below) (?:(?:the|its|their) )?(?:average |level|number|total|figure|rate)s?"
    r"(?: of (?:[a-z-]+ ){1,6}?)? ?(?:in|for|of)(?: the)? $"
    r"|\b(?:compared (?:with|to)|from|than|against|on) the (?:[a-z]+ )?(?:year|period|quarter"
    r"|month)\b[^,;.()]{0,40} \((?:the )?(?:year |period )?(?:(?:ending|ended|to) )?$"
)
"""The same, where more is said of it: 8% below the level in, from the year before it opened (."""
_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_CHANGE = re.compile(rf"\b(?:{UP}|{DOWN}) $", re.IGNORECASE)
_COUNT = re.compile(r" ?\((?:[£$€] ?)?\d[\d,.]*[%mk]?\)")
"""A change from a period with its count: an increase from April to June 2023 (3,992)."""
_ORIGIN = re.compile(
    r"\b(?:began|begun|started|launched|established|introduced|founded|created|formed|set up"
    r"|published|released|issued|adopted|approved|signed|passed|enacted|commissioned"
    r"|came into force|launch|creation|foundation|introduction|inception)"
    r"(?: by (?:[\w'’-]+ ){0,4}[\w'’-]+)?(?: (?:early|late|back))?(?: (?:in|on))? $",
    re.I,
)
"""What precedes the year in which something began, of which no figure is."""
_TITLED_BEFORE = re.compile(r"(?:\b(?:the|a|an|its|our|their|this)|['’]s) $", re.IGNORECASE)
_TITLED = re.compile(
    r" (?:[A-Z][\w'’&-]*|(?:annual |national |general |staff |draft |final )?(?:report|survey"
    r"|census|review|strategy|plan|act|election|inspection|audit|budget|statement|edition|guidance|policy"
    r"|publication|bulletin|inquiry|consultation))\b(?! (?:year|period|quarter))"
)
_PAPER_BEFORE = re.compile(
    r"(?:[A-Z][a-z]+|and|of|for) (?:Guidance|Report|Strategy|Plan|Survey|Statement|Review|Code"
    r"|Framework|Census|Policy|Procedure|Protocol|Order|Regulations|Charter|Programme) $"
)
"""A year in the name of a paper or an event: the 2021 census, a 2019 Boat Survey."""
_SO_FAR = re.compile(
    r"\b(?:ha(?:s|ve) (?:so far|since|now|already|led to)|to date|so far)\b", re.IGNORECASE
)
"""What is counted from a beginning on, and not in a period."""
_NEAR = 40
"""Characters before a period that say what it is."""


def is_titled(text: Text, period: Period) -> bool:
    """Whether a year is a part of the name of a paper or an event: the 2021 census."""
    years = period.kind in YEAR_KINDS
    if (years or period.kind == RANGE) and _PAPER_BEFORE.search(
        text.text, max(0, period.start - _NEAR), period.start
    ):
        return True
    return (
        years
        and _TITLED_BEFORE.search(text.text, max(0, period.start - _NEAR), period.start) is not None
        and _TITLED.match(text.text, period.end) is not None
    )


def is_since_last(text: Text, period: Period) -> bool:
    """Whether a number has been the lowest or the first since a period, which is not its own."""
    if not period.label.lower().startswith("since"):
        return False
    return _RECORD.search(text.text, max(0, period.start - _NEAR), period.start) is not None


_RECORD = re.compile(
    r"\b(?:lowest|highest|first|fewest|most|largest|smallest|biggest|best|worst|longest|shortest)"
    r"\b[^.;:()\d]*$", re.IGNORECASE,
)  # fmt: skip


def is_compared(text: Text, period: Period) -> bool:
    """Whether a period is one that others are compared with, or in which something began."""
    before = text.text[max(0, period.start - _NEAR) : period.start]
    if is_origin(text, period) or _LEVEL.search(
        text.text, max(0, period.start - 2 * _NEAR), period.start
    ):
        return True
    opens = _FROM.search(before) if period.kind == RANGE else None
    if opens is None or ("the " in opens[0] and " to " not in period.label):
        return _COMPARED.search(before) is not None
    before = before[: opens.start()]
    return _COMPARED.search(before) is not None or (
        _CHANGE.search(before) is not None and _COUNT.match(text.text, period.end) is not None
    )


def is_origin(text: Text, period: Period) -> bool:
    """Whether something began or was published in a period."""
    return _ORIGIN.search(text.text, max(0, period.start - 2 * _NEAR), period.start) is not None


@lru_cache(64)
def is_so_far(sentence: str) -> bool:
    """Whether a sentence counts from a beginning on, and not in a period."""
    # Once for a sentence: each of its figures asks.
    return _SO_FAR.search(sentence) is not None


_OF_COMPARED = re.compile(
    rf"\b(?:from|than|against|{COMPARED_WITH}) [^,;.]{{0,15}}\d[\d,.]*[^,;.\d]{{0,20}}"
    r" (?:in|on|at|as at|during|for|between|from)(?: the)? $"
)
"""What precedes the period of a number that others are compared with: up from 59% in 2022."""
_CLAUSE = 200
"""Characters of a clause."""


def is_of_compared(text: Text, quantity: Quantity, period: Period) -> bool:
    """Whether a period is that of a number after a figure, with which it is compared."""
    found = _OF_COMPARED.search(text.text, max(0, period.start - 3 * _NEAR), period.start)
    return found is not None and not found.start() <= quantity.start < period.start


def is_in_other_bracket(text: Text, quantity: Quantity, period: Period) -> bool:
    """Whether a period is in a bracket with another number: 12 boats (9 in 2018)."""
    opened = text.text.rfind("(", max(0, period.start - _NEAR), period.start)
    if opened < 0 or ")" in text.text[opened : period.start]:
        return False
    inside = opened < quantity.start < period.start + _CLAUSE and (
        ")" not in text.text[period.end : quantity.start]
    )
    return not inside and re.search(r"\d", text.text[opened : period.start]) is not None
