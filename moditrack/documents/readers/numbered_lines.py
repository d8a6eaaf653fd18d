"""Numbers that lines of a text begin with as marks: 1 Harbour, 2 Boats; 422 Audit fees 81.13."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moditrack.documents.blocks import Block
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex

_NUMBERED = lazy_regex(
    rf"(?P<number>(?!{YEAR} )\d{{1,6}})[ \xa0]+(?:[-–] )?(?=[A-Z(][^\d]*[A-Za-z])"
)
_PAID = lazy_regex(rf"\d{{3,6}} [A-Z(][^\d]* (?:{YEAR} )?£?\d[\d,]*\.\d\d")
"""A payment with the number of its voucher, of which some are left out: 422 Audit fees 81.13."""
_SENTENCE = lazy_regex(
    r"\d+[ \xa0]+(?:The|A|An|In|On|At|It|We|They|This|That|These|There|To|For|From|By|As|If"
    r"|When|While"
    r"|After|Before|Since|During|Where|Our|Its)\b"
)
"""A number before a word that it cannot count."""
_ONE = lazy_regex(r"1 [A-Z][a-z]*[^s ] .*\.", re.DOTALL)
_MORE = lazy_regex(r"\d+ (?:[A-Z][a-z]*s|Men|Women|Children|People|Police|Staff) .*\.", re.DOTALL)
"""Sentences about one thing and about several: 1 Boat came. 2 Nets came."""
_REFERS = lazy_regex(r"\(1(?:, ?\d+)*\)|¹|\[1\]")
_STEP, _FAR, _FEWEST = 3, 12, 4


def number_items(blocks: Sequence[Block]) -> None:
    """Take the numbers off paragraphs that they count: they are no quantities.

    At least four go up by one, from 1 or before words that cannot be counted, as headings, or are
    those of payments.
    """
    _number_notes(blocks)
    run: list[tuple[Block, re.Match[str]]] = []
    last = -_FAR
    for at, block in enumerate(blocks):
        if block.kind not in ("paragraph", "heading") or block.mark:
            continue
        match = _NUMBERED.match(block.text)
        if match is None:
            continue
        if run and (at - last > _FAR or not _follows(run[-1][0], block)):
            _take_off(run)
            run = []
        run.append((block, match))
        last = at
    _take_off(run)


def _number_notes(blocks: Sequence[Block]) -> None:
    """Take the numbers off the notes below a table in which (1) refers to them."""
    number, heading = 0, ""
    for block in blocks:
        match = _NUMBERED.match(block.text) if number and block.kind == "paragraph" else None
        if block.kind == "table":
            printed = [heading, block.caption, *(cell.text for cell in block.cells)]
            number = int(any(map(_REFERS.search, printed)))
        elif match is not None and not block.mark and int(match["number"]) == number:
            block.mark, block.text = match["number"], block.text[match.end() :]
            number += 1
        elif not block.text.startswith("*"):
            number, heading = 0, block.text if block.kind == "heading" else ""


def _follows(above: Block, block: Block) -> bool:
    paid = _PAID.fullmatch(above.text) and _PAID.fullmatch(block.text)
    more = int(block.text.split()[0]) - int(above.text.split()[0])
    return 0 < more <= (_STEP if paid else 1)


def _take_off(run: Sequence[tuple[Block, re.Match[str]]]) -> None:
    headings = sum(1 for block, _ in run if block.kind == "heading")
    if len(run) < _FEWEST or not (
        2 * headings >= len(run) or _are_marks([block.text for block, _ in run])
    ):
        return
    for block, match in run:
        block.mark, block.text = match["number"], block.text[match.end() :]


def _are_marks(lines: Sequence[str]) -> bool:
    if _ONE.fullmatch(lines[0]) and all(_MORE.fullmatch(line) for line in lines[1:]):
        return False
    if lines[0].startswith("1 ") or all(_PAID.fullmatch(line) for line in lines):
        return True
    return 2 * sum(1 for line in lines if _SENTENCE.match(line)) >= len(lines)
