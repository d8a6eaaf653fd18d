"""Whether four digits are a year or a count: the words beside them decide."""

from __future__ import annotations

import re

from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before, words_of

YEAR = r"(?:19|20)\d\d"
YEARS = (
    rf"(?P<year>{YEAR})(?:\s?[/–-]\s?(?P<to>{YEAR}|\d{{1,2}})"
    rf"(?![\d/]|,\d|\.\d(?!\d?\s)|[–-](?!{YEAR}[/–-]\d\d(?!\d))\d))?"
)
"""Patterns of a year, and of one or two: 2022/23."""
YEAR_HEADING = rf"{YEAR}(?:[-/\u2013]\d{{2,4}})?"
"""The same as a cell prints it, without spaces."""
SCHOOL_YEARS = "|".join(f"{year}{(year + 1) % 100:02}" for year in range(1990, 2070))
"""201516, as statistics of schools print 2015/16: a heading, whose months are not known."""
OF_ANY_CENTURY = lazy_regex(rf"1[5-8]\d\d|{YEAR}")
"""Four digits that a sentence on the past may mean as a year, as others do not: since 1850."""
A_YEAR, A_YEAR_HEADING = lazy_regex(YEAR), lazy_regex(YEAR_HEADING)
_LAST = "2069"
"""A year after it is printed with a word that says when: by 2080."""
_NAMED = lazy_regex(
    rf"(?:\b(?:acts?|bill|(?<!in )(?<!this )(?<!that )order|regulations|copyright)"
    rf"(?:\s\([a-z][a-z ]{{1,40}}\))?[ \xa0\n](?:of )?(?:{YEAR}(?:, | and | or ))*|©\s?)\(?$"
)
_NAME_YEARS = lazy_regex(YEARS + r"(?!\d|,\d)")
_NOT_AFTER = lazy_regex(
    r"[,.]\d|\s?[%½¼¾]|\d|\s?per\s?cent\b|\s(?:pounds|euros|dollars|hours)\b|[a-z]"
)
_NOT_BEFORE = lazy_regex(
    r"(?:[£$€#+±]|\b(?:gbp|usd|eur))\s?\Z|\d[,.]\Z|[/\w=@]\Z|\d[-–]\Z|\bper\s\Z|\b(?:n|no\.|ref\.?|number)\s?[=:]?\s?\Z"
)
_COUNTED = lazy_regex(
    r"\s(?:of |more |other |new |further |additional |young |police |serious )*"
    r"(?P<noun>[a-z]+s|people|women|men|children|staff|police)\b"
)
_OF_A_YEAR = words_of(
    "figures statistics levels results totals rates elections games estimates targets reports"
    " olympics is was has as this its plans accounts guidelines regulations rules findings"
    " surveys news prices values means shows includes uses does says sees proposals standards"
    " vs numbers changes data trends analysis census series minutes status"
)
"""Plural nouns, and verbs that end like one, that follow a year rather than a count."""
_IN_TIME = lazy_regex(
    r"\b(?:in|since|by|during|until|till|before|after|from|to|and|between|year|early|late|mid"
    r"|spring|summer|autumn|winter|the|this|that|our|its|their|act|vs\.?|versus|compared with"
    rf"|end of|start of|beginning of|pre|post|circa|order|regulations|rules|{MONTH_NAMES})[\s(-]+$"
)
_PENCE = lazy_regex(r"\d[\d,]*\.\d\d")
_FIRST_LABELLED = "1990"
_FIRST_YEAR = 1940
_YEAR_BEFORE = lazy_regex(rf"(?<![\d,.])({YEAR})(?: %)?[ \xa0\t|]+\Z")
_YEAR_AFTER = lazy_regex(rf"(?: %)?[ \xa0\t|]+({YEAR})(?![\d,]|\.\d)")
_NEAR_LINES = 260
"""Characters within which the row of the year before or after begins."""
_LABEL = lazy_regex(r"\n[*\s]*[a-z][a-z &/'*-]+[ :-]")
_AFTER_ROW_NAME = (" ", "\t", "|", "\n", "*", "\xa0", ":", "")
_KEYED = lazy_regex(r"\s?:\s\d")
"""2020: 6, 2019: 4."""
_FOOTNOTE = lazy_regex(r"\.\d\d?(?=\n|[ \xa0][A-Z“\"]|$)")
"""The number of one at the end of a sentence: in 2014.3"""
_ENDS_LINE = lazy_regex(r"[ \t]*(?:\n|$)")
_NUMBER_BEFORE = lazy_regex(r"(\d[\d,]*%?)[ \xa0\t|]+\Z")
_NUMBER_AFTER = lazy_regex(r"[ \xa0\t|]+(\d[\d,.]*%?)(?!\d|\s?(?:nd|rd|th)\b)")


def is_year(text: str, plain: str, start: int, end: int) -> bool:
    """Whether the four digits at a place of a text are a year."""
    before = line_before(plain, start, 30)
    if _NOT_BEFORE.search(before[-8:]) is not None:
        return False
    if _among_years(plain, start, end, before):
        return True
    in_time = _IN_TIME.search(before) is not None
    noted = in_time and _FOOTNOTE.match(text, end) is not None
    if _NOT_AFTER.match(plain, end) is not None and not noted:
        return False
    if plain[start:end] > _LAST and not in_time:
        return False
    return in_time or not _is_count(text, plain, start, end, before)


def _is_count(text: str, plain: str, start: int, end: int, before: str) -> bool:
    """Whether the numbers or the noun beside four digits make them a count."""
    numbers = [
        match[1].rstrip(",")
        for match in (_NUMBER_BEFORE.search(before), _NUMBER_AFTER.match(plain, end))
        if match is not None
        and match[1] != "000"  # £000 is a unit
        and not _is_amount_after_year(plain[start:end], match[1], before)
        # Weeks 1-25, 2020 is no row
        and not (match[1][-1] == "," and _ENDS_LINE.match(plain, end))
    ]
    if numbers and not any(A_YEAR.fullmatch(one) for one in numbers):
        # In a row of counts 1990 is one of them; "in 2019 45 people" is not a row.
        return _KEYED.match(plain, end) is None
    counted = _COUNTED.match(plain, end)
    if counted is None or counted["noun"] in _OF_A_YEAR:
        return False
    # 2013 Goals, but 2,013 goals
    return not text[counted.start("noun")].isupper() or plain.endswith("00", start, end)


def _is_amount_after_year(year: str, number: str, before: str) -> bool:
    """Whether pounds and pence follow a label that ends in a year: Audit 2018 60.00."""
    own = before.rstrip(" \xa0\t")
    return (
        _FIRST_LABELLED <= year <= _LAST and bool(_PENCE.fullmatch(number)) and own[-1:].isalpha()
    )


def _among_years(plain: str, start: int, end: int, before: str) -> bool:
    """Whether the year before or after is beside it, or begins a line near its own."""
    year = int(plain[start:end])
    if not _FIRST_YEAR <= year <= int(_LAST):
        return False
    if _ends_label(plain, start, end):
        return True
    adjacent = _YEAR_BEFORE.search(before), _YEAR_AFTER.match(plain, end)
    if any(match is not None and abs(int(match[1]) - year) == 1 for match in adjacent):
        return True
    if before.rpartition("\n")[2].strip(" \t|*") or plain[end : end + 1] not in _AFTER_ROW_NAME:
        return False
    near = plain[max(0, start - _NEAR_LINES) : end + _NEAR_LINES]
    for other in (year - 1, year + 1):
        at = near.find(str(other))
        while at >= 0:
            line = near.rfind("\n", 0, at) + 1
            follows = near[at + 4 : at + 5] in _AFTER_ROW_NAME
            if follows and not near[line:at].strip(" \t|*") and (line or start <= _NEAR_LINES):
                return True
            at = near.find(str(other), at + 4)
    return False


def _ends_label(plain: str, start: int, end: int) -> bool:
    """Whether the same label has the year before or after on a line near: Theft - 2020."""
    label = plain[max(plain.rfind("\n", 0, start), start - 60) : start]
    if not _LABEL.fullmatch(label):
        return False
    near = plain[max(0, start - _NEAR_LINES) : end + _NEAR_LINES]
    return any(f"{label}{int(plain[start:end]) + by} " in near for by in (-1, 1))


def year_in_name(plain: str, start: int) -> re.Match[str] | None:
    """The years of an Act's name, or of a copyright, that begin at a place: Act (2017), © 2019."""
    if _NAMED.search(line_before(plain, start, 60)) is None:
        return None
    return _NAME_YEARS.match(plain, start)
