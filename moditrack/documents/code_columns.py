"""Columns of codes, references and line numbers, whose digits count nothing: Supplier ID 400123."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from moditrack.documents.lazy_regex import lazy_regex

_OF_ONE = (
    r"payment|invoice|inv|voucher|transaction|trans|document|doc|cheque|chq|receipt|batch|purchase"
    r"|order|po|supplier|vendor|payee|creditor|customer|account|a/c|contract|case|incident|crime"
    r"|application|app|registration|company|charity|organisation|body|project|job|asset|property"
    r"|risk|policy|complaint|request|foi|file|phone|telephone|tel|house|badge|staff|employee|bid"
)
_CODE = lazy_regex(
    rf"\b(?:{_OF_ONE}) ?(?:number|num|no|nr|#)\b\.?|\b(?:ref|refs|reference|references|id|ids|urn"
    r"|uprn|usrn|isbn|issn|uid|guid)\b\.?|\bcodes?\b|\b(?:cost|profit) cent(?:re|er)s?\b|\bgl\b"
    r"|\b(?:nominal|ledger|subjective|general ledger)(?: account)?$|\b(?:easting|northing|latitude"
    r"|longitude|postcode)s?\b|^(?:lat|lon|lng|long)$|^(?:invoice|cheque|chq|voucher|serial)$",
    re.IGNORECASE,
)
"""Headings of names of one thing. Numbers of things ("case numbers", "number of") are counts."""
_LINE = lazy_regex(
    r"(?:(?P<apart>notes?|pages?)|line|row|minute|para(?:graph)?|box|appendix|annex"
    r"|(?P<each>item|s/?no|sr\.? ?no|serial|no|#|question))(?: ?(?:number|no|ref))?\.?",
    re.IGNORECASE,
)
"""Headings of columns that number the rows, or name a note or page for each."""
_COUNTS = lazy_regex(
    r"[£$€%]|\b(?:amounts?|values?|totals?|counts?|costs?(?! cent)|spend|spent|sums?|percent\w*"
    r"|paid|(?:number|no\.?|volume) of)\b",
    re.IGNORECASE,
)
_PLAIN = lazy_regex(r"[A-Z]{0,6}[/-]?\d+(?:[/-]\w+)*|\d+[A-Z]{1,3}", re.IGNORECASE)
_SMALL = lazy_regex(r"\d{1,3}[a-z]?(?:\.\d{1,2})?(?:(?:, ?|-| ?& ?| and )\d{1,3}[a-z]?)*", re.I)
_PLACE = lazy_regex(r"easting|northing|lat(?:itude)?|lon(?:gitude)?|lng", re.IGNORECASE)
_LONG = 3
"""Digits from which numbers of one length are codes below such a heading."""
_MOST_STEP = 10
"""Lines that are left out of a form between two that are printed."""
_NEARLY_ALL = 0.9


def holds_codes(heading: str, cells: Sequence[str]) -> bool:
    """Whether a column holds codes, by its heading and by what its cells look like.

    Codes have no commas, decimals or signs, and nearly all the same length, or are never printed
    twice; numbers of lines go up, and notes are small.
    """
    name = heading.replace("_", " ").strip(" .:*()")
    filled = [cell for cell in cells if cell]
    if not filled or _COUNTS.search(name):
        return False
    if _PLACE.fullmatch(name):
        return True
    if (line := _LINE.fullmatch(name)) is not None:
        return _number_rows(filled, 1 if line["each"] else _MOST_STEP if not line["apart"] else 0)
    if _CODE.search(name) is None:
        return False
    plain = [cell for cell in filled if _PLAIN.fullmatch(cell)]
    if len(plain) < _NEARLY_ALL * len(filled):
        return False
    lengths = [len(cell) for cell in plain]
    usual = max(set(lengths), key=lengths.count)
    alike = lengths.count(usual) >= _NEARLY_ALL * len(lengths) and usual >= _LONG
    return alike or (len(set(plain)) == len(plain) and max(lengths) > _LONG)


def _number_rows(cells: Sequence[str], step: int) -> bool:
    """Whether cells are small numbers, each more than the one before by no more than a step, if
    that is not 0."""
    small = [cell for cell in cells if _SMALL.fullmatch(cell)]
    if len(small) < _NEARLY_ALL * len(cells):
        return False
    first = [int(found[0]) for cell in small if (found := re.match(r"\d+", cell))]
    return not step or all(0 <= other - one <= step for one, other in pairwise(first))
