"""Totals below lines of a label and a number each: Fires: 412, Floods: 315, Other: 99, Total: 826.

The lines may be bullets, paragraphs or parts of one line. A total is that of all lines since the
last, or of the last of these; one that is near their sum, and that no one or two of them left out
explain, is a misfit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from moditrack.audit.by_wording.letters import AMOUNTS, letter
from moditrack.audit.found_claim import Claim, Input
from moditrack.checks.account_words import ADDED, CLOSING, OPENING, TAKEN_OFF
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities
from moditrack.documents.table_labels import PLAIN_TOTAL, role_of

_PAIR = re.compile(
    r"(?P<label>[A-Za-z][^\d:;.()]{0,60}?)(?: ?[:\u2013\u2014=-] ?| )"
    r"\(?(?P<number>[£$€]?\d[\d,]*(?:\.\d+)?)\)?"
    r"(?:[;,.](?= |$)|(?= [A-Z])|$) ?"
)
_LABEL = re.compile(r"[A-Za-z][^\d:;.?!]{0,60}")
_NUMBER = re.compile(r"[£$€]?\d[\d,]*(?:\.\d+)?")
"""A label alone on its line, with its number on the next."""
_LONGEST = 400
_FEWEST, _FEWEST_WRONG, _MOST = 2, 3, 15
_NEAR = 4
"""A total that misses the sum of its lines by less than a fourth of it is theirs."""


@dataclass(frozen=True)
class _Line:
    """A label and its number."""

    label: str
    quantity: Quantity
    passage: Passage


def find(passages: Sequence[Passage]) -> Iterator[Claim]:
    """The totals of lines, each with the lines above it."""
    run: list[_Line] = []
    label = ""
    for passage in passages:
        lines = _lines(passage) or _below(label, passage)
        alone = _LABEL.fullmatch(passage.text) is not None and passage.kind != "table"
        if not lines and (label or not alone):
            run = []
        label = passage.text if alone else ""
        for line in lines:
            if PLAIN_TOTAL.fullmatch(line.label):
                yield from _claims(line, run)
                run = []
            else:
                run.append(line)


def _lines(passage: Passage) -> list[_Line]:
    """The labels of a passage of nothing else, each with a number."""
    text = passage.text
    if passage.kind == "table" or len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return []
    found: list[re.Match[str]] = []
    at = 0
    while at < len(text):
        match = _PAIR.match(text, at)
        if match is None:
            return []
        found.append(match)
        at = match.end()
    read = {one.start: one for one in quantities(text, passage.style)}
    lines = [
        _Line(match["label"].strip(), read[match.start("number")], passage)
        for match in found
        if match.start("number") in read
    ]
    return lines if len(lines) == len(found) else []


def _below(label: str, passage: Passage) -> list[_Line]:
    """The number that is alone below its label."""
    if not label or _NUMBER.fullmatch(passage.text) is None or passage.kind == "table":
        return []
    return [_Line(label, one, passage) for one in quantities(passage.text, passage.style)][:1]


def _claims(total: _Line, run: Sequence[_Line]) -> Iterator[Claim]:
    """The claim on a total of the lines above it, or of the last of them."""
    stated = total.quantity
    if letter(stated) not in AMOUNTS or stated.bound != "exact":
        return
    for count in range(min(len(run), _MOST), _FEWEST - 1, -1):
        parts = run[-count:]
        if _are_parts(stated, parts) and sum(one.quantity.low for one in parts) == stated.low:
            yield _claim(total, parts)
            return
    if len(run) >= _FEWEST_WRONG and _are_parts(stated, run) and _is_sure(stated, run):
        yield _claim(total, run)


def _are_parts(stated: Quantity, parts: Sequence[_Line]) -> bool:
    return all(
        one.quantity.unit == stated.unit
        and one.quantity.bound == "exact"
        and 0 <= one.quantity.low < stated.low
        for one in parts
    )


def _is_sure(stated: Quantity, run: Sequence[_Line]) -> bool:
    """Whether a total that lines do not give can be of nothing else than these."""
    values = [one.quantity.low for one in run]
    off = abs(sum(values) - stated.low)
    words = (ADDED, TAKEN_OFF, OPENING, CLOSING)
    return (
        len(run) <= _MOST
        and (_NEAR * off < stated.low if sum(values) > stated.low else _misprinted(values, stated))
        and not stated.decimals
        and all(role_of(one.label) == "cell" for one in run)
        and not any(each.search(one.label) for each in words for one in run)
        and len({one.label for one in run}) == len(run)
        and not any(
            sum(left) in (off, sum(values) - stated.low)
            for number in (1, 2)
            for left in combinations(values, number)
        )
    )


def _misprinted(values: Sequence[Fraction], stated: Quantity) -> bool:
    """Whether a total above the sum of its lines has one other digit, or two in the other order:
    else a line may be missing."""
    given, printed = str(sum(values)), str(stated.low)
    apart = sum(a != b for a, b in zip(given, printed, strict=False))
    same = sorted(given) == sorted(printed)
    return len(given) == len(printed) and (apart == 1 or (same and apart == 2))


def _claim(total: _Line, parts: Sequence[_Line]) -> Claim:
    inputs = tuple(Input(one.quantity, one.passage, one.label) for one in parts)
    stated = total.quantity
    return Claim(
        "total", stated, inputs, total.passage, f"{total.label} {stated.printed}", "explicit",
        stated.start, stated.end,
    )  # fmt: skip
