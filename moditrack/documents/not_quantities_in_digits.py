"""Labels that digits and what is beside them show: times, ages, 22nd, 14B, 18-25, 020 7946 0123."""

from __future__ import annotations

import re
from typing import NamedTuple

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.lazy_regex import lazy_regex

PLURALS = lazy_regex(
    r"\s(?:[a-z-]+\s){0,2}?(?:[a-z]+[a-rt-z]s|people|women|men|children|staff|police|per|of|were)\b"
)
"""What a count is followed by, though a noun such as Level precedes it."""
_HOUR = r"\d{1,2}(?:[:.]\d\d)?"
_AHEAD = lazy_regex(
    r"(?P<ordinal>\d+(?:st|\s?\^?(?:nd|rd|th))\b)"
    rf"|(?P<time>{_HOUR}(?:\s?[-–]\s?|\s(?:to|and|for)\s){_HOUR}\s?(?:[ap]m\b|[ap]\.m\.)"
    rf"|{_HOUR}\s?(?:[ap]m\b|[ap]\.m\.|noon\b|midnight\b|o'clock\b)"
    r"|\d{1,2}[:.]\d\d\s?(?:hours|hrs?)\b"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,3})?)?(?!\d)|24:00(?!\d)"
    r"|0\d[0-5]\d\s?(?:hours|hrs?)\b|24[\s-]hours?\s(?:a|per)\sday\b|7\sdays\s(?:a|per)\sweek\b"
    r"|24[\s-]hour(?:\s[a-z]+){0,3}\s(?:access|cover|helpline|hotline|line|service|support)\b)"
    r"|(?P<clock>(?:1\d|2[0-3])[0-5]\d\s?(?:hours|hrs?)\b)"
    r"|(?P<met>(?:1?\d|2[0-3])\.[0-5]\d(?=[.,;)]{0,3}(?:\s|$)))"
    r"|(?P<age>\d{1,3}(?:\s?[-–]\s?\d{1,3}|\s(?:to|and)\s\d{1,3})?"
    r"(?:[\s-](?:years?|yrs?|months?)[\s-](?:olds?\b|of age\b)|'?s\b)"
    r"|\d{1,3}(?:\syears)?\s(?:and|or)\s(?:under|younger|older|below)\b"
    r"|(?:\d{2}\sto\s\d{2}|\d{2}\+)\s(?:population|age group)\b)"
    r"|(?P<telephone>0\d{2,4}\)?[ \xa0-]?\d{3,4}[ \xa0-]?\d{3,4}(?:/\d+)?(?!\d)"
    r"|(?:101|111|999|911|112|105)\s(?:call|service|line|number|emergency|non-emergency|contact"
    r"|demand|response)s?\b)"
    r"|(?P<size>\d[\d,.]{0,12}\s?[kmg]b\b(?![a-z]))"
    r"|(?P<code>\d{1,3}\(\d{1,2}\)(?:\([a-z\d]{1,4}\))*|\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,])"
    r"|\d+(?:\.\d+)?\((?![rpes]\))[a-z]\)(?:\([a-z\d]{1,3}\))*|\d+(?:\.\d+){2,}|\d+(?:[/_]\d+)+"
    r"|\d+(?:[-–]\d+){2,}|0\d+(?:[-–]\d+)*(?![.,]\d))"
)
_COUNT_BEFORE = lazy_regex(
    r"\b(?:were|only|just|a total of|an average of|another|a further|an additional)\s$"
)
"""What precedes a count that happens to be the number of a service: there were 101 calls."""
_LIMIT = lazy_regex(r"\b(?:under|over)[ -]?(?:the )?$")
_CLOCK = lazy_regex(rf"\b(?:at|from|until|till|by|between|to|and|{BOUND_WORDS})\s$")
_MET = lazy_regex(
    r"\b(?:(?:meeting|held|hall)\b.*|(?:adjourn|commenc|conclud|reconven|resum)\w+)\s(?:\w+\s)?at\s$"
)
"""What precedes a time with a point: the meeting closed at 20.16."""
_POSTCODE = lazy_regex(
    r"(?:(?<=[A-Z\d]\d[ \xa0\n])|(?<=\d[A-Z][ \xa0\n])|\A)\d[ABD-HJLNP-UW-Z]{2}\b"
)
"""The second half of a postcode: NR21 8QX."""
_FILE = lazy_regex(r"\b(?:pdf|docx?|xlsx?|csv|odt|ods|zip|word|excel|size|file)[ :,(]*$")
"""What precedes the size of a file that can be had: PDF 344 KB."""
_SUFFIX = lazy_regex(
    r"\d[\d,.]{0,20}(?!k\b|mn?\b|bn\b|tn\b|pc\b|p\b|pp(?:ts?)?\b|x\b|[kc]?m[²2]?\b|[kcm]?g\b|m?l\b|mm\b"
    r"|(?:more|fewer|less|higher|lower|of)\b|(?<=\.\d)c\b|mph\b|h(?:rs?)?\b|mins?\b|kwh\b|[mgk]wh?\b|[mgt]b\b|ft\b|lbs?\b|sq\b|fold\b|percent\b"
    r"|per\b|thousand\b|million\b|billion\b|plus\b|hours?\b|years?\b|months?\b|days?\b|s\b)[a-z]"
)
_CODE = lazy_regex(r"(?:[\w./-]|–(?=\d))*[a-z\d](?:,\d{3})*(?:,\d\d?(?![\d,.%]))*")
_ADDRESS = lazy_regex(
    r"\d+[A-Za-z]?(?:[-–]\d+)?\s(?:[A-Z][\w']+\s){1,3}(?:Street|Road|Lane|Avenue|Square|Place|Close"
    r"|Court|Drive|Way|Gardens|Terrace|Hill|Row)\b"
    r"|\d{1,3}[A-Z]?\s(?:[A-Z][\w'’]*,?\s){1,6}[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}\b"
)
_BAND = lazy_regex(r"(\d{1,2})\s?[-–]\s?(\d{2,3})(?:\s(?:age|yrs?\b|years?\b(?!\s(?:in|of)\b)))")
_PAID = lazy_regex(r"(?<![£$€\d.,])\d{3,}[-–]£\d")
_DASHED = lazy_regex(r"(\d+)[-–](\d+)(?![\d%]|[.,]\d|\s?(?:%|per|million|bn|m\b))")
_ROW = lazy_regex(
    r"(?P<band>(?P<low>\d{1,2})(?:\s?[-–]\s?|\sto\s)(?P<high>\d{2,3})|\d{2}\+)"
    r"(?:[ \t\xa0|]+[\d.,%()<*-]+){2,}[ \t|]*(?:\n|$)"
)
_CASE = lazy_regex(r"(?!19|20)\d+-20\d\d|\d{1,3}-20\d\d|0\d+-\d+")
"""A number and the year in which it was given: 760-2025."""
_RATIO = lazy_regex(
    r"(\d{1,3}(?:,\d{3})+|\d+)/(\d{1,3}(?:,\d{3})+|\d+)(?!,?\d|/)(?:\s?\(?(\d[\d.]*)\s?%)?"
)
_SAMPLE = lazy_regex(r"\bn\s?=\s?$")
_MONTH_OR_YEAR = lazy_regex(
    r"(?:1[0-2]|[1-9])/(?:1[3-9]|[23]\d)|(?:19|20)\d\d/(?:19|20)\d\d|0.*|.*/0.*"
)
"""What may be a month of a year, or two years, where nothing but brackets shows a ratio."""
_INITIALS = lazy_regex(r"(?:^|[\s(])([A-Z]{2,6}|[A-Z][a-z]{2,4})[ \xa0]$")
_BLANKS = " \n\t\xa0"
_ENDS = ".,;:)\n"
"""What follows a number: no name of a street, or no letter of a code."""
_SIMPLE = (("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4"))


class Label(NamedTuple):
    """A number that is not a quantity: what kind of label it is, and its span in the text."""

    kind: str
    printed: str
    start: int
    end: int


class Place(NamedTuple):
    """Digits in a text; `before` precedes them in the line, `run` precedes them without a space.

    `ahead` is the character after them.
    """

    text: str
    plain: str
    start: int
    end: int
    before: str
    run: str
    ahead: str


LabelSpan = tuple[str, int, int] | None


def code_end(place: Place) -> int:
    """Where a code ends that the digits belong to."""
    code = _CODE.match(place.plain, place.start)
    return code.end() if code is not None else place.end


def by_form(place: Place) -> LabelSpan:
    """What digits and the characters after them are by themselves: 10.30am, 22nd, 1.2.3."""
    match = _AHEAD.match(place.plain, place.start)
    if match is None:
        if _POSTCODE.match(place.text, place.start):
            return "code", place.start, place.start + 3
        if place.ahead in _ENDS:
            return None
        address = _ADDRESS.match(place.text, place.start)
        return ("code", place.start, address.end()) if address is not None else None
    kind, printed = match.lastgroup or "code", match[0]
    if kind == "age" and _LIMIT.search(place.before):
        return None if printed[-2].isdigit() else (kind, place.start, match.end())
    if not _is_label(place, kind, printed):
        return None
    return "time" if kind in ("clock", "met") else kind, place.start, match.end()


def _is_label(place: Place, kind: str, printed: str) -> bool:
    """Whether what precedes digits leaves them the label that their form is."""
    if kind == "clock":  # at 1845 hours
        return _CLOCK.search(place.before) is not None
    if kind == "met":
        return _MET.search(place.before) is not None
    if kind == "size":
        return _FILE.search(place.before) is not None
    if kind == "telephone" and printed[0] != "0":
        return _COUNT_BEFORE.search(place.before) is None
    return "/" not in printed or not is_ratio(place.plain, place.start)


def first_digit(run: str) -> int:
    """Where the digits before a slash begin."""
    digits = re.search(r"\d[\d,]*/$", run)
    return digits.start() if digits is not None else 0


def is_ratio(plain: str, start: int) -> bool:
    """12/15 (80%), 2/3 of, n=175/250, (175/250), 1,234/2,345."""
    ratio = _RATIO.match(plain, start)
    if ratio is None:
        return False
    part, whole = (int(number.replace(",", "")[-9:]) for number in (ratio[1], ratio[2]))
    if not 0 < part < whole:
        return False
    if (
        (ratio[1], ratio[2]) in _SIMPLE
        or ratio[3]
        or "," in ratio[0]
        or plain.startswith(" of ", ratio.end())
    ):
        return True
    if _SAMPLE.search(plain, max(0, start - 5), start):
        return True
    bracketed = plain[start - 1 : start] == "(" and plain[ratio.end() : ratio.end() + 1] == ")"
    return bracketed and _MONTH_OR_YEAR.fullmatch(ratio[0]) is None


def with_suffix(place: Place) -> LabelSpan:
    """Digits followed by letters that are not a unit: 14B, 5G."""
    if (
        place.text.startswith("G", place.end)
        and not place.text[place.end + 1 : place.end + 2].isalnum()
    ):
        return "code", place.start, place.end + 1
    if place.ahead in _BLANKS or _SUFFIX.match(place.plain, place.start) is None:
        return None
    return "code", place.start, code_end(place)


def banded(place: Place) -> LabelSpan:
    """45 to 69 or 70+ at the beginning of a row of numbers: the row's name, as 18 to 25."""
    match = _ROW.match(place.plain, place.start)
    if match is None or place.before.rpartition("\n")[2].strip(" \t|"):
        return None
    if match["high"] is not None and not int(match["low"]) < int(match["high"]) <= 120:
        return None
    return "age", place.start, match.end("band")


def dashed(place: Place) -> LabelSpan:
    """18-25 as ages, Pol 25-24 as a code, 1291-£50.00 as a cheque and its amount."""
    if _PAID.match(place.plain, place.start):
        return "reference", place.start, place.end
    match = _DASHED.match(place.plain, place.start) if place.ahead in "-–" else None
    if match is None:
        return None
    low, high = int(match[1][-9:]), int(match[2][-9:])
    aged = _BAND.match(place.plain, place.start) or re.search(r"\bage[ds]?\b", place.before)
    if low < high <= 120 and aged:
        return "age", place.start, match.end()
    initials = _INITIALS.search(place.text[max(0, place.start - 8) : place.start])
    if (
        low < high
        and not _CASE.fullmatch(match[0])
        and (initials is None or PLURALS.match(place.plain, match.end()) is not None)
    ):
        return None
    return "code", place.start - (len(initials[1]) + 1 if initials else 0), match.end()
