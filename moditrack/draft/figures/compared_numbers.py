"""Numbers that others are compared with: 12 boats (up from 9), compared with 9, previously 9.

Their period is not that of the number before them: it is printed with them, or is asked.
"""

from __future__ import annotations

import re

from moditrack.documents.bounds import BOUND_WORDS, KNOWN
from moditrack.documents.change_words import EARLIER, NOUN, OPEN, VERB
from moditrack.documents.dates.printed_period import RANGE, Period
from moditrack.documents.quantities import Quantity
from moditrack.draft.texts_in_order import Text
from moditrack.record_dates import in_records

_HEDGES = rf"(?:(?:{BOUND_WORDS}|just|only|the|a total of) )*[£$€]?$"
_CHANGED = rf"\b(?:{VERB}|{NOUN}|{OPEN})\b"
_BEFORE = re.compile(
    rf"(?:{_CHANGED}(?: \([^()]*\))?(?: (?!to\b)(?:[^ .;:()]|\.(?=\d))+){{0,7}}? from"
    rf"|\([a-z]{{0,8}} ?from|(?:{NOUN}|up|down) on|(?:comparison|compared) (?:with|to)"
    rf"(?: the (?:{EARLIER} )?(?:year|quarter|month|period),? (?:in which|when) there w(?:ere|as))?"
    r"|\b(?:versus|vs\.?|as against|as opposed to)|\(against|\bpreviously"
    rf"|\b(?:previous|last) (?:\w+ )?(?:total |figure )?of) {_HEDGES}",
    re.IGNORECASE,
)
_THAN = re.compile(rf"\b(?:than|as) {_HEDGES}", re.IGNORECASE)
_OWN = re.compile(
    r"(?: (?!to\b|and\b)[a-z]+){0,4}? (?:(?:in|for|from|during|of|at|on) )?(?:(?:the|that|a) )*$",
    re.IGNORECASE,
)
"""What joins such a number with its period: the 9 thefts of the previous year."""
_COUNTED = re.compile(
    rf"(?: (?!to\b|and\b)[a-z]+){{0,4}}? (?P<label>{EARLIER}"
    r" (?:(?:financial|calendar|fiscal|reporting) )?(?:year|quarter|month|period))\b",
    re.IGNORECASE,
)
COUNTED_BACK = re.compile(rf"{EARLIER} ", re.IGNORECASE)
_NEAR = 100
"""Characters before a number that compare it."""


def is_compared_with(text: Text, start: int, quantity: Quantity) -> bool:
    """Whether others are compared with a number of a sentence, which begins at `start`."""
    near = max(start, quantity.start - _NEAR)
    if _BEFORE.search(text.text, near, quantity.start):
        return True
    return quantity.bound in KNOWN and _THAN.search(text.text, near, quantity.start) is not None


def period_of(text: Text, start: int, quantity: Quantity) -> Period | None:
    """The printed period of a number with which others are compared, or None: 12 boats (9 last
    year)."""
    printed = own_period(text, quantity)
    if printed is None or is_compared_with(text, start, quantity):
        return printed
    opened = text.text[quantity.start - 1 : quantity.start] == "("
    return printed if opened and COUNTED_BACK.match(printed.label) else None


def own_period(text: Text, quantity: Quantity) -> Period | None:
    """The period that such a number prints right after it."""
    for period in text.periods_in(quantity.end, quantity.end + _NEAR):
        if period.start >= quantity.end and _OWN.fullmatch(text.text, quantity.end, period.start):
            return period
    return None


def question(text: Text, start: int, quantity: Quantity, period: str) -> str:
    """What is asked of such a number, where those before it have a period and it has none."""
    if not period or not is_compared_with(text, start, quantity):
        return ""
    own = own_period(text, quantity) is not None
    ranges = (one for one in text.periods_in(start, quantity.end + _NEAR) if one.kind == RANGE)
    if own or any(in_records(one.parts[0]) == period for one in ranges if len(one.parts) > 1):
        return ""  # from 2019 to 2021, from 12 to 9
    counted = _COUNTED.match(text.text, quantity.end)
    label = counted["label"] if counted is not None else f"{period}, or the one before"
    return f"period: {label}?"
