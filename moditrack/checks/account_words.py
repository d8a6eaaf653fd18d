"""Words of accounts: what a line adds or takes off, where an account opens and closes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moditrack.documents.lazy_regex import lazy_regex

_FIRST = r"^\W*(?:\d+\.? )?"
"""What may be printed before the first word of a line."""
ADDED = lazy_regex(rf"\(\+\)|{_FIRST}(?:plus|add)\b", re.IGNORECASE)
TAKEN_OFF = lazy_regex(
    rf"\([-\u2212\u2013]\)|{_FIRST}(?:less|minus|deduct(?:ed|ing|ions?)?)\b", re.IGNORECASE
)
OPENING = lazy_regex(
    r"\b(?:opening|brought (?:forward|down)|b/?f(?:wd)?|b/?d|carried over|start of|beginning"
    r"|at (?:the )?start|at 1(?:st)? \w+)\b",
    re.IGNORECASE,
)
CLOSING = lazy_regex(
    r"\b(?:closing|carried (?:forward|down|over)|c/?f(?:wd)?|c/?d|(?:at )?(?:the )?(?:end|close)"
    r"|at (?:30|31)(?:st)? \w+)\b",
    re.IGNORECASE,
)


def kind_of_signs(signs: Sequence[int]) -> str:
    """A number that others give with these signs: their total, the difference of two, a rest."""
    if all(sign > 0 for sign in signs):
        return "total"
    return "difference" if len(signs) == 2 else "remainder"


def printed_sign(label: str) -> int:
    """The sign that a label prints: 1 for "Add" or (+), -1 for "Less" or (-), else 0."""
    return -1 if TAKEN_OFF.search(label) else 1 if ADDED.search(label) else 0
