"""Whether four digits are a year or a count: the words beside them decide."""

from __future__ import annotations

import re

from moditrack.documents.plain import line_before, words_of

YEAR = r"(?:19|20)\d\d"
YEARS = rf"(?P<year>{YEAR})(?:\s?[/–-]\s?(?P<to>{YEAR}|\d{{1,2}})(?![\d/]|[.,–-]\d))?"
"""Patterns of a year, and of one or two: 2022/23."""
_LAST = "2069"
"""A year after it is printed with a word that says when: by 2080."""
_ONE_YEAR = re.compile(YEAR)
_NAMED = re.compile(
    rf"(?:\b(?:acts?|bill|(?<!in )(?<!this )(?<!that )order|regulations|copyright)"
    rf"(?:\s\([a-z][a-z ]{{1,40}}\))?[ \xa0\n](?:of )?(?:{YEAR}(?:, | and | or ))*|©\s?)\(?$"
)
_NAME_YEARS = re.compile(YEARS + r"(?!\d|,\d)")
_NOT_AFTER = re.compile(
    r"[,.]\d|\s?[%½¼¾]|\d|\s?per\s?cent|\s(?:pounds|euros|dollars|hours)\b|[a-z]"
)
_NOT_BEFORE = re.compile(
    r"[£$€#+±]\s?\Z|\d[,.]\Z|[/\w=@]\Z|\d[-–]\Z|\bper\s\Z|\b(?:n|no\.|ref\.?|number)\s?[=:]?\s?\Z"
)
_COUNTED = re.compile(
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
_IN_TIME = re.compile(
    r"\b(?:in|since|by|during|until|till|before|after|from|to|and|between|year|early|late|mid"
    r"|spring|summer|autumn|winter|the|this|that|our|its|their|act|vs|versus|compared with|end of"
    r"|start of|beginning of|pre|post|circa|order|regulations|rules|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)[\s(-]+$"
)
_NUMBER_BEFORE = re.compile(r"(\d[\d,]*%?)[ \xa0\t|]+\Z")
_NUMBER_AFTER = re.compile(r"[ \xa0\t|]+(\d[\d,.]*%?)(?!\d|\s?(?:nd|rd|th)\b)")


def is_year(plain: str, start: int, end: int) -> bool:
    """Whether the four digits at a place of a plain text are a year."""
    if _NOT_AFTER.match(plain, end) is not None:
        return False
    before = line_before(plain, start, 30)
    if plain[start:end] > _LAST and _IN_TIME.search(before) is None:
        return False
    if _NOT_BEFORE.search(before[-8:]) is not None:
        return False
    beside = [
        match[1].rstrip(",")
        for match in (_NUMBER_BEFORE.search(before), _NUMBER_AFTER.match(plain, end))
        if match is not None
    ]
    if beside and not any(_ONE_YEAR.fullmatch(one) for one in beside):
        # In a row of counts 1990 is one of them; "in 2019 45 people" is not a row.
        return _IN_TIME.search(before) is not None
    counted = _COUNTED.match(plain, end)
    if counted is None or counted["noun"] in _OF_A_YEAR:
        return True
    return _IN_TIME.search(before) is not None


def year_in_name(plain: str, start: int) -> re.Match[str] | None:
    """The years of an Act's name, or of a copyright, that begin at a place: Act (2017), © 2019."""
    if _NAMED.search(line_before(plain, start, 60)) is None:
        return None
    return _NAME_YEARS.match(plain, start)
