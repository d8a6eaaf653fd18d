"""Numbers that count up through a text: items of minutes (43. 44. 45.), 5.1, 5.2, cheques paid."""

from __future__ import annotations

from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex

_KEY = 14
"""Characters by which a number is known again in a part of its text."""
_NUMBER = lazy_regex(
    r"(?P<number>\d(?<![\w.,:/£$€–-]\d)\d{0,5})(?:(?P<point>\.\d{1,2})(?= +[\"'(*]*[A-Z])"
    r"|(?P<mark>\\?\.)\** *(?=[\"'(*]*[A-Z])| (?=[A-Z(]|\d{3,6} [A-Z]))"
)
_PENCE = lazy_regex(r"\d\.\d\d(?!\d)")
_YEAR = lazy_regex(YEAR)
_LABEL = lazy_regex(r"\d+(?:\.\d{1,2}(?= ))?\\?\.?")
_AFTER_SENTENCE = ".:;!?)*\n"
_FEWEST, _FEWEST_PARTS = 3, 2
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
        start, number = match.start(), int(match["number"])
        kind, value, step, far = match["mark"] or "", number, 1, _FAR
        if match["point"]:
            kind, value, step = f"{number}.", int(match["point"][1:]), 2
        elif number > 99:
            step = 2
        if not kind:
            step, far = _STEP_PAID if number > 99 else 1, _FAR_PAID
        if (number > 9999 and kind) or _YEAR.fullmatch(match["number"]):
            continue
        for last in range(value - 1, value - 1 - step, -1):
            run = open_runs.get((kind, last))
            if (
                run is not None
                and start - run[-1][1] <= far
                and (kind or _PENCE.search(text, run[-1][1], start) is not None)
            ):
                del open_runs[kind, last]
                break
        else:
            run = []
            runs.append((kind, run))
        run.append((value, start))
        open_runs[kind, value] = run
    listed = [(kind, run) for kind, run in runs if _counts(text, kind, run)]
    items = {value for kind, run in listed if kind and not kind[0].isdigit() for value, _ in run}
    listed += [
        (kind, run)
        for kind, run in runs
        if kind[:1].isdigit() and _counts_parts(text, run, int(kind[:-1]) in items)
    ]
    return frozenset(known_by(text, start) for _, run in listed for _, start in run)


def _counts(text: str, kind: str, run: _Run) -> bool:
    """Whether numbers are those of items (1. 2. 3.) or of payments."""
    if not kind:
        return len(run) >= _FEWEST_PAID
    if kind[0].isdigit() or len(run) < _FEWEST:
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
    """What a number is known by: it and the characters after it in its line."""
    return text[start : start + _KEY].partition("\n")[0]


def label_end(text: str, start: int) -> int:
    """Where a number that counts up ends, with its point."""
    match = _LABEL.match(text, start)
    return match.end() if match is not None else start
