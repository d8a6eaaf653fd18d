"""The numbers along the axes of a chart, as the text of a page prints them: 0 10 20 30 40.

They go up or down by one step, outside sentences: in a line of their own, one below another, at
the beginning of lines down to 0, or up from 0 within a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from moditrack.documents.dates.year_or_count import A_YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import Stretch

_TICK = (
    r"[-−–]?[£$€]?(?:\d{1,3}(?:,\d{3})+|[1-9]\d{0,2}(?: 000)+|\d{1,12}(?!\d))"
    r"(?:\.\d{1,9}(?!\d))?(?:%|[kKmM]|bn)?"
)
_TICKS = lazy_regex(rf"{_TICK}(?:\s+{_TICK})*\s*")
_ONE = lazy_regex(_TICK)
_FIRST = lazy_regex(rf"({_TICK})(?=\s|$)")
_FROM_0 = lazy_regex(rf"(?<!\S)[£$€]?0(?:\.0+)?[%kKmM]?(?:\s+{_TICK}){{4,}}(?=\s|$)")
_NUMBER = lazy_regex(r"[\d.]+")
_STEPS = frozenset((1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80))
"""The steps of axes, but for the noughts after them."""
_FEWEST, _FEWEST_WITHIN = 4, 5
"""Numbers of an axis at least: in lines of their own, and in a line with words."""
SHORTEST = 3
"""Words of a text of one line at least that may be an axis: years set upright."""
_YEARS_BACKWARDS = lazy_regex(r"(?:\d\d(?:91|02)\s+){2,}\d\d(?:91|02)")
"""2005 2006 2007 set upright from below, which a page without its places gives backwards."""


class _Tick(NamedTuple):
    """The number that a line begins with; alone where the line has nothing else.

    It is apart where a line without a number is above it, such as one of a legend.
    """

    value: Fraction
    start: int
    end: int
    single: bool = False
    apart: bool = False


def axes(lines: Sequence[tuple[str, int]]) -> Iterator[Stretch]:
    """Where the numbers of axes are in lines, each with its place in the text."""
    column: list[_Tick] = []
    apart = False
    for text, start in lines:
        ticks = _ONE.findall(text) if _TICKS.fullmatch(text) is not None else []
        first = (
            None if len(ticks) > 1 and column[-1:] and column[-1].single else _first(text, start)
        )
        if len(ticks) > 1 and _is_axes(ticks, text):
            yield start, start + len(text)
            first = None
        elif " 0 " in text or " 0% " in text or text[0] == "0":
            yield from _within(text, start)
        if first is not None:
            column.append(first._replace(single=len(ticks) == 1, apart=apart))
            apart = False
        elif column and not apart:
            apart = True
        else:
            yield from _down(column)
            column, apart = [], False
    yield from _down(column)


def _first(text: str, start: int) -> _Tick | None:
    """The number that a line begins with."""
    match = _FIRST.match(text) if text[0].isdigit() or text[0] in "-−–£$€" else None
    return None if match is None else _Tick(_value(match[1]), start, start + match.end(1))


def _is_axes(ticks: list[str], text: str) -> bool:
    """Whether a line of numbers is one axis, or several one after another, and nothing else."""
    if _YEARS_BACKWARDS.fullmatch(text):
        return True
    values = [_value(tick) for tick in ticks]
    if _repeats(values):
        return True
    at = 0
    while at < len(values):
        last = _end(values, at)
        if last - at < _FEWEST or all(map(is_year, ticks[at:last])):
            return False
        at = last
    return True


def _within(text: str, start: int) -> Iterator[Stretch]:
    """Axes that begin with 0 in a line with words."""
    for match in _FROM_0.finditer(text):
        ticks = list(_ONE.finditer(match[0]))
        values = [_value(tick[0]) for tick in ticks]
        last = len(values) if _repeats(values) else _end(values, 0)
        if last >= _FEWEST_WITHIN:
            yield start + match.start(), start + match.start() + ticks[last - 1].end()


def _down(column: Sequence[_Tick]) -> Iterator[Stretch]:
    """The axes of numbers that begin lines: those alone in theirs, and any that go down to 0."""
    values = [tick.value for tick in column]
    at = 0
    while at + 1 < len(values):
        last = _end(values, at)
        single = all(tick.single for tick in column[at:last])
        single = single and not any(tick.apart for tick in column[at + 1 : last])
        years = all(1900 <= value < 2070 for value in values[at:last])
        if last - at >= _FEWEST and not years and (single or values[last - 1] == 0):
            yield from ((tick.start, tick.end) for tick in column[at:last])
            at = last
        else:
            at += 1


def _repeats(values: Sequence[Fraction]) -> bool:
    """Whether numbers are the same short axis again and again, below charts side by side."""
    size = values.index(values[0], 1) if values[0] in values[1:] else 0
    again, rest = divmod(len(values), size) if size else (0, 0)
    same = not rest and list(values) == list(values[:size]) * again
    return same and size > 2 and values[0] == 0 and _end(values, 0) == size


def _end(values: Sequence[Fraction], at: int) -> int:
    """Where the numbers end that go on from a place by one step of an axis, or tenfold."""
    if at + 1 >= len(values):
        return at + 1
    first, step, last = values[at], values[at + 1] - values[at], at + 1
    if is_step(step):
        while last < len(values) and values[last] - values[last - 1] == step:
            last += 1
    elif first and values[at + 1] in (10 * first, first / 10):
        while last < len(values) and values[last] * first == values[last - 1] * values[at + 1]:
            last += 1
    return last


def is_step(step: Fraction) -> bool:
    """Whether the numbers of an axis go up or down by this."""
    step = abs(step)
    while step >= 100:
        step /= 10
    while 0 < step < 1:
        step *= 10
    return step in _STEPS


def is_year(tick: str) -> bool:
    """Whether the number of an axis is a year."""
    return A_YEAR.fullmatch(tick) is not None


def tick_value(word: str) -> Fraction | None:
    """The value of a word that may be on an axis; None where it may not."""
    return _value(word) if _ONE.fullmatch(word) is not None else None


def _value(tick: str) -> Fraction:
    number = _NUMBER.search(tick.replace(",", "").replace(" ", ""))
    value = Fraction(number[0]) if number is not None else Fraction(0)
    return -value if tick[0] in "-−–" else value
