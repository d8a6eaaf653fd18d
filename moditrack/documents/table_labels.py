"""What the labels of a table say of its rows and columns: totals, parts, shares, changes, ranks."""

from __future__ import annotations

import re

from moditrack.documents.dates.year_or_count import YEAR_HEADING
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.part_words import OF_WHICH

NOT_ADDED = "not-added"
"""The role of a line whose numbers are not added up: rates, averages, running totals, years."""

_CHANGE = lazy_regex(
    r"\bchanges?\b|\bdifference\b|\b(?:in|de)crease\b|\bvariance\b|\+ ?/ ?-|±|\bgrowth\b"
    r"|\bmovement\b|\bchg\b|\bdiff\b|\btrend\b",
    re.IGNORECASE,
)
_RANK = lazy_regex(r"^(?:rank(?:ing|ed)?|place|position)\b", re.IGNORECASE)
_RATE = lazy_regex(
    r"(?<!\bhours )\bper (?!cent\b)[\w£$€]"
    r"|(?<!business )(?<!domestic )\brates?\b(?!,? (?:and|&|or|relief|retention|income|pool))"
    r"|\baverage\b|\bmean\b|\bmedian\b|\bratio\b|\bindex\b|\bconfidence\b|\bunit cost\b"
    r"|^(?:(?:financial|calendar) )?years?$|^dates?$|^months?$|^ages?$",
    re.IGNORECASE,
)
_RUNNING = lazy_regex(
    r"\bcumulative\b|\brunning (?:total|balance|sum)|\byear[- ]to[- ]date\b|\bytd\b", re.IGNORECASE
)
"""A line whose numbers hold those before them again."""
_IN_PERCENT = (
    r"(?:(?<!\d)(?<!\d )|(?<=\b(?:19|20)\d\d )|(?<=[/–-]\d\d ))(?:%|\bper ?cent\b)"
    r"|\btargets?(?: of|:)? \d[\d.]* ?(?:%|per ?cent\b)"
)
PERCENT = lazy_regex(_IN_PERCENT, re.IGNORECASE)
"""What makes the numbers of a line percentages; a rate of 5% in its label is another."""
_SHARE = lazy_regex(rf"{_IN_PERCENT}|\bpercentages?\b|\bproportions?\b|\bshares?\b", re.IGNORECASE)
_PART = lazy_regex(
    rf"^\W*(?:{OF_WHICH}|o/w|which includes?|includ(?:ing|es)|incl\.)", re.IGNORECASE
)
_SUBTOTAL = lazy_regex(r"\bsub[- ]?totals?\b", re.IGNORECASE)
_TOTAL = lazy_regex(
    r"^(?:(?:grand|overall|combined|column|row) )?totals?\b|: totals?\b|\btotals?$|^sum$|^overall$"
    r"|\(sum of (?:lines?|rows?|items?|boxes) \d"
    r"|^all(?! other| else)(?: [\w-]+){0,3}$",
    re.IGNORECASE,
)
PLAIN_TOTAL = lazy_regex(
    rf"(?:{YEAR_HEADING}:? )?(?:(?:grand|overall|sub)[- ]?)?totals?"
    r"(?: (?:values?|costs?|amounts?|numbers?))?(?: \(.*\))?"
    r"|all|sum",
    re.IGNORECASE,
)
"""A label that can be nothing but a total."""


def role_of(label: str) -> str:
    """The role that the label of a row or column gives it; `cell` where it gives none."""
    text = label.strip().rstrip(":*\u2020\u2021\u00a7 ")
    for role, pattern in (
        ("change", _CHANGE), ("rank", _RANK), ("part", _PART), (NOT_ADDED, _RUNNING),
        ("subtotal", _SUBTOTAL), ("total", _TOTAL), (NOT_ADDED, _RATE), ("share", _SHARE),
    ):  # fmt: skip
        if pattern.search(text):
            percent = role == "total" and (PERCENT.search(text) or _RATE.search(text))
            return "share" if percent else role
    return "cell"


def is_running(label: str) -> bool:
    """Whether a label says that its numbers hold those before them: year to date."""
    return _RUNNING.search(label) is not None
