"""Digits as numbers print them: thousands separated by commas or spaces, decimals, fractions."""

from __future__ import annotations

import re
from fractions import Fraction

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import GLYPHS
from moditrack.documents.units_and_scales import MEASURED, is_rand

LONGEST = 300
"""Longer numbers are not quantities: floats end near 308 digits."""
DIGITS = lazy_regex(
    r"(?:\d{1,3}(?:,\d{3})+(?:(?!\d)|(?=\d\d?\s[a-z]))|[1-9]\d{0,2}(?:\xa0\d{3})+(?![\d,])|\d+)"
    rf"(?:\.\d+(?!\.\d))?(?:\s?(?P<glyph>[{''.join(GLYPHS)}]))?"
)
"""A number in digits, which a footnote mark may touch (528,7001 fires).

Of spaces, only those that do not break or are thin part its thousands.
"""
_SPACED = lazy_regex(r"[1-9]\d{0,2}(?: \d{3}){1,2}(?:\.\d+)?(?![\d,]|[ \xa0]?\d)")
"""Thousands separated by plain spaces: more than three groups are cells side by side."""
_RUN = lazy_regex(r"[1-9]\d{0,2}(?: \d{3}(?!\d|[.,]\d))+")
"""Thousands separated by blanks, of one number or of several side by side."""
_GROUPS = lazy_regex(r"[\d ]+")
_GROUPED = lazy_regex(r"[1-9]\d{0,2}(?:,\s?\d{3})*,\s000(?:,\s?\d{3})*(?![\d,])")
"""Thousands separated by a comma and a space, as in $40, 000: 000 is not a number of its own."""
_DECIMAL_COMMA = lazy_regex(r"\d{1,3},\d{1,2}(?![\d,])")
_CONTINENTAL = lazy_regex(
    r"[1-9]\d{0,2}(?:[ \xa0]\d{3}){1,2},\d{1,2}(?![\d,])|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?![\d,])"
    r"|\d+,\d{1,2}(?![\d,])"
)
"""51,1 and 1.234,5 and 1.234 where commas are points."""
_MEASURED = lazy_regex(MEASURED)
_SAMPLE = lazy_regex(r"\bn ?= ?$")
"""What precedes the one number of a group: (n = 4 250)."""
_NOUN = lazy_regex(r"[ \xa0][a-z]{3}|\n[a-z]{3}")


def with_spaces(
    text: str, plain: str, start: int, cell: bool, spaced: bool = False
) -> re.Match[str] | None:
    """The number with spaces between its thousands, or commas and spaces, at a place of a text.

    None where there is none, or where the digits are several numbers in a row: outside a cell,
    a currency or "n =" precedes one number, or what it counts follows. `spaced` says that the
    document writes thousands so.
    """
    if (grouped := _GROUPED.match(plain, start)) is not None:
        return grouped
    if spaced and not cell:
        return _first_of_run(plain, start)
    match = _SPACED.match(plain, start)
    if match is None or cell or match.span() == (0, len(text)):
        return match
    before = plain[max(0, start - 3) : start].rstrip(" \t|")
    if before and (before[-1] in "£$€" or is_rand(plain, start)):
        return match
    if _SAMPLE.search(plain, max(0, start - 6), start):
        return match
    counted = _NOUN.match(text, match.end()) is not None
    return match if counted and not before[-1:].isdigit() else None


def _first_of_run(plain: str, start: int) -> re.Match[str] | None:
    """The first number of a row separated by blanks: 983 035 598 348 is two, 1 057 662 is one.

    All but the first of such a row begin with three digits, so that each of them is two groups.
    """
    run = _RUN.match(plain, start)
    if run is None:
        return None
    groups = run[0].split(" ")
    own = 3 if len(groups) % 2 else 2
    while own < len(groups) and groups[own][0] == "0":
        own += 1
    end = start + len(" ".join(groups[:own]))
    return _GROUPS.match(plain, start, end) if own < 5 else None


def with_decimal_comma(
    text: str, plain: str, start: int, decimal_comma: bool = False
) -> re.Match[str] | None:
    """The number with a comma for its point that begins at a place of a text, as in 51,1%.

    None where there is none: without a unit, only a whole cell is one, for 5,6 may be two numbers,
    except where `decimal_comma` says that the document writes numbers so.
    """
    if decimal_comma:
        return _CONTINENTAL.match(plain, start)
    match = _DECIMAL_COMMA.match(plain, start)
    if match is None:
        return None
    whole = match.span() == (0, len(text))
    money = plain[max(0, start - 1) : start] in ("£", "$", "€") and plain[match.end() :][:1] == "m"
    return match if whole or money or _MEASURED.match(plain, match.end()) else None


def last_place(number: Fraction) -> Fraction:
    """The unit of the last digit of a whole number that is not 0: 100 for 1200, 1 for 43."""
    unit = 1
    while number and number.denominator == 1 and number % (10 * unit) == 0:
        unit *= 10
    return Fraction(unit if number.denominator == 1 else 0)
