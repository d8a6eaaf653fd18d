"""Abbreviations that a text prints with numbers only, as names: evidence BC 76, question Q 47."""

from __future__ import annotations

from collections import defaultdict

from moditrack.documents.lazy_regex import lazy_regex

_PRINTED = lazy_regex(
    r"(?<![\w£$€/.&-])(?P<name>[A-Z]{1,4})(?![\w/.&'’-])"
    r"(?:[ \xa0](?P<number>\d{1,5})(?![\w%]|[.,:/]\d|\s?%|\s[a-z]{3}))?"
)
_BEFORE = lazy_regex(r"(?<![\w£$€/.&-])([A-Z]{1,4})[ \xa0]\Z")
_MORE = lazy_regex(r"(?:(?:, ?|[-–]|,? (?:and|&) )\d{1,5}(?![\w%]|[.,:/]\d))*")
_NO_NAMES = frozenset(("GBP", "USD", "EUR", "CHF", "AUD", "NZD", "ZAR", "A", "I"))
_FEWEST, _MOSTLY = 5, 0.8
"""How many numbers an abbreviation has, and in which share of the places where it is printed."""


def numbered(text: str) -> frozenset[str]:
    """The abbreviations of a text that are hardly printed without a number after them."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for match in _PRINTED.finditer(text):
        numbers[match["name"]].append(match["number"] or "")
    return frozenset(
        name
        for name, found in numbers.items()
        if name not in _NO_NAMES
        and len({one for one in found if one}) >= _FEWEST
        and sum(map(bool, found)) >= _MOSTLY * len(found)
    )


def name_of(text: str, start: int, end: int, names: frozenset[str]) -> tuple[int, int] | None:
    """Where an abbreviation and its numbers are printed, one of which is at a place."""
    before = _BEFORE.search(text, max(0, start - 6), start)
    if before is None or before[1] not in names:
        return None
    more = _MORE.match(text, end)
    return before.start(), more.end() if more is not None else end
