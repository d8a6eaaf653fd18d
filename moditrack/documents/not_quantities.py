"""Digits in a text that are not quantities: codes, references, list numbers; the rules in order.

The characters and words around a number decide. dates/periods.py finds dates, and
not_quantities_in_words.py the numbers in words that are not quantities.
"""

from __future__ import annotations

from moditrack.documents.dates.year_or_count import YEAR, year_in_name
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before
from moditrack.documents.not_quantities_after_names import (
    NUMBER_OF,
    OFTEN,
    REFERENCES,
    after_capital,
    after_hyphen,
    after_letters,
    after_noun,
    continued,
)
from moditrack.documents.not_quantities_in_digits import (
    PLURALS,
    Label,
    LabelSpan,
    Place,
    banded,
    by_form,
    code_end,
    dashed,
    with_suffix,
)

_LIST = lazy_regex(
    r"(?:(?<!\()\d{1,3}(?:\.\d+)*\\?[.)]|(?<=\()\d\d?\))(?=\s|\Z)"
    r"|\d{1,3}(?:\.\d+)*(?<=\.\d)(?=[ \t]+(?:[A-Z]|\d\d/\d))"
    r"|\d{3,6}(?=: [A-Z])|\d{1,3}\.?[-–](?=\s?[A-Z(])"
)
_HEADING = lazy_regex(r"\d{1,2}[ \t]+[A-Z][a-z]+(?:[ \t]+[A-Za-z'-]+){0,7}[ \t]*(?:\n|$)")
_AGES = lazy_regex(
    r"\d{1,3}(?:\s?[-–]\s?\d{1,3}|\s(?:to|and|or)\s\d{1,3}(?!\d|[,.]\d|\s?%|\sper))?"
    r"(?:(?:\syears)?\s(?:and|or)\s(?:over|above|under|older|younger|below))?"
)
_LIMIT = lazy_regex(r"\b(?:under|over|above|below|minimum|maximum|than)\s(?:the\s)?ages?\sof\s$")
_APPLICATION = lazy_regex(r"[ \t]+\d\d/\d{3,5}")
_NAMED = lazy_regex(r" (?:[A-Z]|\d{1,3}[A-Za-z]?,? [A-Z]|(?:and|&) \d{6})")
_SIX_BEFORE = lazy_regex(r"\b\d{6} (?:and|&) $")
_OPEN = 400
"""Characters before a bracket in which the one that it closes is."""
_TABLE = lazy_regex(r"\b(?:table|figure|chart|annex|appendix|box) [a-z]\.$")  # table A.1
_MARK = lazy_regex(r"(?P<after>[.)]?)\s?\((?:\d{1,2}, ?)*$")
_MARK_ENDS = lazy_regex(r"\d{1,2}(?:, ?\d{1,2}){0,4}\)\s*(?:\Z|\n|\()")
_CAPTION = lazy_regex(r"(?:\A| / )(?:table|figure|chart|box) [a-z]?\.?\d[^\n]*\Z")
_FILE = lazy_regex(
    r"[\w.~%+-]*\.(?:csv|docx?|html?|ipynb|jpe?g|json|md|ods|pdf|png|pptx?|py|txt|xlsx?|zip)\b"
)
_IN_FILES = ".-_%~+"
_COUNTED = lazy_regex(
    r"\s(?:for|from|in|more|[a-z]+[a-rt-z]s|people|of|were|was|are|had|per)\b|\s?%"
)
_GROUPS = lazy_regex(r"(?: \(?\d{2,6}\)?)+")
JOINED = " / "
"""What joins a heading to the one above it: Boats / 2. Late boats."""
_DEEPEST = 120
"""Spaces before an item of a list at most."""
_NOTE = lazy_regex(r"\d{1,3}(?:, ?\d{1,3})*(?![\d,.%]|\s?%)")
_YEAR_END = lazy_regex(rf"{YEAR}(?:[/–-]\d\d)?\.$")
_ENUMERATED = lazy_regex(r"(?:^|[:;,.]|\b(?:and|or|that|to)|\n)\s*\($")
_PART_OF = lazy_regex(
    r"(?:^|\s)(?:(?:sub-?)?(?:paragraph|section|regulation|article|clause)s?|sections? \d+"
    r"|\d+\.?[-–—])"
    r"\s?(?:\(\d+\)(?:, | and | or ))*\(\Z"
)
"""What precedes the number of a part of a section in brackets: sub-paragraphs (2), 6.-(1)."""


def digits_label(text: str, plain: str, start: int, end: int) -> Label | None:
    """The label that digits at a place are part of; None where they begin a quantity.

    `plain` is the text as `simplify` gives it; `end` is where the number ends.
    """
    before = line_before(plain, start, 40)
    spaced = before[-1:] in ("", " ", "\n", "\t", "\xa0")
    run = "" if spaced else plain[max(0, start - 80) : start].rsplit(None, 1)[-1]
    place = Place(text, plain, start, end, before, run, plain[end : end + 1])
    rules = _SPACED if spaced else _GLUED
    for rule in rules:
        if (found := rule(place)) is not None:
            kind, first, last = found
            return Label(kind, text[first:last], first, last)
    return None


def _year_of_name(place: Place) -> LabelSpan:
    """Act 2017, Act (2017), © 2019."""
    years = year_in_name(place.plain, place.start) if place.end - place.start == 4 else None
    return ("reference", *years.span()) if years is not None else None


def _file(place: Place) -> LabelSpan:
    """1.5-boats.csv is the name of a file."""
    in_file = place.ahead in _IN_FILES or "%" in place.run
    match = _FILE.match(place.plain, place.start) if in_file else None
    return ("code", *match.span()) if match is not None else None


def _after_mark(place: Place) -> LabelSpan:
    """[12] and offences.3 are footnotes, s.22 and #4 references."""
    mark = place.run[-1]
    after = place.plain[place.end : place.end + 1]
    if mark + after in ("[]", "{}"):
        return "footnote", place.start - (2 if place.run.endswith("^{") else 1), place.end + 1
    if mark == "#":
        return "reference", place.start - 1, code_end(place)
    named = mark == "." and place.run[:-1].strip("([\"'") in REFERENCES | OFTEN
    if named or (mark == "." and _TABLE.search(place.before)):
        return continued(place, place.start - len(place.run.lstrip("([\"'")))
    attached = len(place.run) > 1 and (place.run[-2].isalpha() or place.run[-2] in ".,)\"'")
    attached = attached or _YEAR_END.search(place.run) is not None
    if mark == "," and _COUNTED.match(place.plain, place.end) is not None:
        return None  # 46 arrests,15 for theft
    note = _NOTE.match(place.plain, place.start) if mark in ".,;)\"'" and attached else None
    if note is not None:
        return "footnote", *note.span()
    return None


def _aged(place: Place) -> LabelSpan:
    """Ages after the word: aged 18 to 25, aged 16 and over."""
    words = place.before.split()[-2:]
    limited = words[-1:] in (["under"], ["over"])
    if limited or words[-1:] == ["between"]:
        words.pop()
    if place.before.endswith((" age of ", " ages of ")) and _LIMIT.search(place.before) is None:
        several = _AGES.match(place.plain, place.start)
        return "age", place.start, place.end if several is None else several.end()
    if words[-1:] and words[-1].strip("(,") in ("aged", "age", "ages"):
        match = _AGES.match(place.plain, place.start)
        first = place.start - (0 if limited else len(place.before) - place.before.rindex("age"))
        return "age", first, match.end() if match is not None else place.end
    return None


def _long(place: Place) -> LabelSpan:
    """Eight digits or more without a separator number one thing: ISBN 9781474136310.

    So are six before a name or another such number: 100936 Hart Ltd, 100936 and 100940.
    """
    number = place.plain[place.start : place.end]
    if len(number) < 6 or not number.isdecimal() or place.run:
        return None
    if len(number) < 8 and not (
        _NAMED.match(place.text, place.end) or _SIX_BEFORE.search(place.before)
    ):
        return None
    counted = PLURALS.match(place.plain, place.end) is not None
    return None if counted else ("code", place.start, place.end)


def _numbered(place: Place) -> LabelSpan:
    """Reference number: 5397."""
    found = NUMBER_OF.search(place.before)
    if found is None:
        return None
    end = code_end(place)
    grouped = found["phone"] or found[0].startswith("vat")
    more = _GROUPS.match(place.plain, end) if grouped else None
    return "reference", place.start - len(found[0]), end if more is None else more.end()


def _enumerated(place: Place) -> LabelSpan:
    """(1) first, (2) second within a sentence; section 96A.3 (b)(1)."""
    after = place.plain[place.end : place.end + 3]
    if after[:1] == ")" and (place.run.endswith(")(") or _PART_OF.search(place.before)):
        return "reference", place.start - 1, place.end + 1
    if place.end - place.start > 2 or after[:2] != ") " or not after[2:].isalpha():
        return None
    found = place.run == "(" and _ENUMERATED.search(place.before)
    return ("list", place.start - 1, place.end + 1) if found else None


def _noted(place: Place) -> LabelSpan:
    """The mark of a note in brackets, at the end of a sentence or caption: at sea. (15)"""
    if _MARK_ENDS.match(place.plain, place.start) is None:
        return None
    mark = _MARK.search(place.before)
    noted = mark is not None and (mark["after"] or _CAPTION.search(place.plain) is not None)
    return ("footnote", place.start, place.end) if noted else None


def _closed(place: Place) -> LabelSpan:
    """1) before a word, where no bracket is open."""
    if place.ahead != ")" or place.end - place.start > 2 or place.run:
        return None
    around = place.plain[max(0, place.start - _OPEN) : place.start]
    if around.rfind("(") > around.rfind(")"):
        return None
    after = place.plain[place.end + 1 : place.end + 3].strip()
    return ("list", place.start, place.end + 1) if after[:1].isalpha() else None


def _first_in_line(place: Place) -> LabelSpan:
    """Numbers of lists and headings, which begin a line."""
    text, plain, start = place.text, place.plain, place.start
    newline = plain.rfind("\n", max(0, start - _DEEPEST), start)
    joined = plain.endswith(JOINED, 0, start)
    if not joined and (
        (newline < 0 and start > _DEEPEST) or plain[newline + 1 : start].strip(" \t\xa0(#")
    ):
        return None
    match = _LIST.match(text, start)
    if match is not None and (
        not plain[match.end() : match.end() + 3].strip()[:1].isdigit()
        or _APPLICATION.match(plain, match.end()) is not None
    ):
        return "list", start, match.end()
    if (
        not joined
        and _HEADING.match(text, start) is not None
        and PLURALS.match(plain, place.end) is None
    ):
        return "list", start, place.end
    return None


_SPACED = (
    _year_of_name, _file, _aged, banded, by_form, _numbered, _long, with_suffix, dashed, after_noun,
    _noted, _closed, _first_in_line, after_capital,
)  # fmt: skip
_GLUED = (
    _year_of_name, _file, after_letters, after_hyphen, _after_mark, by_form, with_suffix,
    dashed, _enumerated, _noted, _first_in_line,
)  # fmt: skip
"""Rules for digits after a space, and after another character."""
