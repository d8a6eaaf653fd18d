"""Numbers that count up through a text: items of minutes (43. 44. 45.), 5.1, 5.2, cheques paid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex

_BEFORE, _AFTER = 2, 14
"""Characters before and after the start of a number by which it is known in a part of its text."""
_NUMBER = lazy_regex(
    r"(?P<number>\d(?<![\w.,:/£$€–-]\d)\d{0,5})(?:(?P<point>\.\d{1,2})(?= +[\"'(*]*[A-Z])"
    r"|(?P<mark>\\?\.)\** *(?=[\"'(*]*[A-Z])"
    r"|(?P<bare> (?=[A-Z(]|\d{3,6} [A-Z]|£?\d[\d,]*\.\d\d(?!\d)))|(?=\n|\Z|, \d))"
)
_PENCE = lazy_regex(r"\d\.\d\d(?!\d)")
_YEAR = lazy_regex(YEAR)
_LABEL = lazy_regex(r"\d+(?:\.\d{1,2}(?= ))?\\?\.?")
_AFTER_SENTENCE = ".:;!?)*\n"
_RAISED = ".,:;!?)'\""
"""What precedes the mark of a footnote that is printed as a number: did so. 19 They."""
PAID, NOTE, NOTED, ITEM = "paid", "note", "noted", "item"
_FEWEST, _FEWEST_PARTS = 3, 2
_FEWEST_NOTES = 5
_FEWEST_PAID, _STEP_PAID, _FAR_PAID = 4, 4, 400
_FAR = 8_000
"""Characters between two of a list at most."""
_Run = list[tuple[int, int]]
"""Numbers that go up, each with its place in the text."""


def counted(text: str) -> frozenset[str]:
    """How the numbers of a text that count up begin, so that they are known in its passages."""
    open_runs: dict[tuple[str, int], _Run] = {}
    runs: list[tuple[str, _Run]] = []
    for match in _NUMBER.finditer(text):
        if _YEAR.fullmatch(match["number"]):
            continue
        start = match.start()
        for kind, value, step in _kinds(text, match):
            for last in range(value - 1, value - 1 - step, -1):
                run = open_runs.get((kind, last))
                if run is not None and _goes_on(text, kind, run[-1][1], start):
                    del open_runs[kind, last]
                    break
            else:
                run = []
                runs.append((kind, run))
            run.append((value, start))
            open_runs[kind, value] = run
    listed = [run for kind, run in runs if _counts(text, kind, run)]
    items = _values(runs, ITEM, listed)
    listed += [run for kind, run in runs
               if kind[0].isdigit() and _counts_parts(text, run, int(kind) in items)]  # fmt: skip
    notes = _values(runs, NOTE, listed)
    listed += [run for kind, run in runs if kind == NOTED and len(run) >= _FEWEST
               and 2 * sum(value in notes for value, _ in run) >= len(run)]  # fmt: skip
    return frozenset(known_by(text, start) for run in listed for _, start in run)


def _kinds(text: str, match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """What a number may be, its value in that count, and by how much it may go up."""
    start, number = match.start(), int(match["number"])
    if match["point"]:
        yield match["number"], int(match["point"][1:]), 2
    elif match["mark"]:
        if number < 10_000:
            yield ITEM, number, 2 if number > 99 else 1
    else:
        if match["bare"]:
            yield PAID, number, _STEP_PAID if number > 99 else 1
        if number < 1_000 and text[start - 1 : start] == " " and text[start - 2] in _RAISED:
            yield NOTE, number, 1
        if match["bare"] and number < 1_000 and text[start - 1 : start] in ("", "\n"):
            yield NOTED, number, 1


def _goes_on(text: str, kind: str, last: int, start: int) -> bool:
    """Whether a number may be the next one of a count: amounts are between those of payments."""
    if kind == PAID:
        return start - last <= _FAR_PAID and _PENCE.search(text, last, start) is not None
    return start - last <= _FAR


def _values(runs: list[tuple[str, _Run]], kind: str, listed: list[_Run]) -> set[int]:
    """The numbers of one kind that count up."""
    own = [run for other, run in runs if other == kind]
    known = set(map(id, listed))
    return {value for run in own if id(run) in known for value, _ in run}


def _counts(text: str, kind: str, run: _Run) -> bool:
    """Whether numbers are those of items (1. 2. 3.), payments or footnotes."""
    if kind in (PAID, NOTE):
        return len(run) >= (_FEWEST_PAID if kind == PAID else _FEWEST_NOTES)
    if kind != ITEM or len(run) < _FEWEST:
        return False
    if run[0][0] > 99 and len(run) > _FEWEST:
        return True
    opening = sum(1 for _, start in run if _opens(text, start))
    return (3 if run[0][0] == 1 else 4 / 3) * opening >= len(run)


def _counts_parts(text: str, run: _Run, of_item: bool) -> bool:
    """Whether numbers are those of the parts of an item: 5.1, 5.2."""
    if run[0][0] == 1 and of_item:
        return len(run) >= _FEWEST_PARTS or _opens(text, run[0][1])
    return len(run) >= _FEWEST and all(_opens(text, start) for _, start in run)


def _opens(text: str, start: int) -> bool:
    """Whether a line or a sentence begins at a place."""
    before = text[max(0, start - 4) : start].rstrip(" \t(*#")
    return not before or before[-1] in _AFTER_SENTENCE or "\n" in text[max(0, start - 4) : start]


def known_by(text: str, start: int) -> str:
    """What a number is known by: it and the characters around it in its line."""
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    return before + text[start : start + _AFTER].partition("\n")[0]


def label_end(text: str, start: int) -> int:
    """Where a number that counts up ends, with its point."""
    match = _LABEL.match(text, start)
    return match.end() if match is not None else start
