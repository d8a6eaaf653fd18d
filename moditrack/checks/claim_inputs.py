"""What a claim of the records rests on, whether it is all there, and its inputs as values.

An input is a sum of figures, `a + b - c`. Each is an id of the claim's document
(`phase-1-arrests`) or of another (`mpa-2003-10-09:phase-1-arrests`). Rounded figures carry their
rounding interval, figures with a bound what it leaves open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from moditrack.checks.exact_values import DIGITS, NOTHING, Value, total, value_of, value_of_mark
from moditrack.checks.kinds import KINDS
from moditrack.checks.rounding import is_fraction
from moditrack.documents.cells_and_marks import mark_of
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.printed_values import numbers
from moditrack.documents.quantities import Quantity, read_cell
from moditrack.record_dates import parse_period
from moditrack.tables import Row

Report = Callable[[Row, str, object, str], None]
"""Called with a row, a column, its value and what is wrong with it."""


def is_complete(claim: Row, figures: dict[str, Row], lists: dict[str, int], report: Report) -> bool:
    """Whether everything that a claim rests on exists."""
    missing: list[tuple[str, str, str]] = []
    kind, inputs = claim["kind"], claim["inputs"]
    if claim["claim"] == RULE:
        missing.append(("claim", RULE, "is the id of the rounding check: choose another"))
    if (claim["stated"] is None) == (claim["printed"] is None):
        missing.append(("stated", claim["stated"] or "", "or printed is needed, not both"))
    if kind in _NO_CLAIMS:
        missing.append(("kind", kind, "is a kind of check, not of claim: write another"))
    elif kind in WITHOUT_FIGURES and claim["alternatives"] is not None:
        what = f"is not used for {kind}: leave it empty"
        missing.append(("alternatives", claim["alternatives"], what))
    elif kind == "list-count":
        if inputs not in lists:
            missing.append(("inputs", inputs, "is not a list of this document"))
    elif kind == "duration":
        missing += _wrong_dates(inputs)
    elif kind != "weekday":
        tried = [("alternatives", expression) for _, expression in alternatives(claim)]
        for column, expression in (("inputs", inputs), *tried):
            try:
                names = figure_ids(kind, expression)
            except ValueError as error:
                missing.append((column, expression, str(error)))
                continue
            missing += [(column, name, NOT_A_FIGURE) for name in names if name not in figures]
            if kind in _OF_OTHERS and claim["stated"] in names:
                what = "is the figure that the claim states: name what it is computed from"
                missing.append((column, claim["stated"], what))
    for column, value, what in missing:
        report(claim, column, value, what)
    return not missing


NOT_A_FIGURE = "is not a figure"
_OF_OTHERS = ("same", "total", "share-total")
"""Kinds that hold of any figure and itself."""
_NO_CLAIMS = ("rounding-rule", "statements", "part")
RULE = "rounding-rule"
"""The id of the check over all percentages of a document."""
WITHOUT_FIGURES = ("weekday", "list-count", "duration")
"""Kinds whose inputs are not figures."""
_WHOLE = lazy_regex(r"[1-9][0-9]{0,3}")


def _wrong_dates(inputs: str) -> list[tuple[str, str, str]]:
    """What is wrong with the two dates of a duration."""
    dates = inputs.split(" -> ")
    if len(dates) != 2:
        return [("inputs", inputs, "needs two dates separated by '->'")]
    wrong = []
    for date in dates:
        try:
            period = parse_period(date)
            if None in (period.start, period.end):
                raise ValueError("is open at one end")
        except ValueError as error:
            wrong.append(("inputs", date, str(error)))
    return wrong


def alternatives(claim: Row) -> list[tuple[str, str]]:
    """Other inputs to try, each with its label: `label: expression; label: expression`."""
    entries = (claim["alternatives"] or "").split("; ")
    return [(label, own) for label, _, own in (one.partition(": ") for one in entries if one)]


def sides_of(kind: str, expression: str) -> list[str]:
    """The two inputs of a kind that compares two, else the one."""
    separator = KINDS[kind].separator if kind in KINDS else ""
    return expression.split(separator) if separator else [expression]


def figure_ids(kind: str, expression: str) -> list[str]:
    """The figures in an expression, without written numbers; ValueError where it has another
    form."""
    sides = sides_of(kind, expression)
    if kind in KINDS and (separator := KINDS[kind].separator.strip()) and len(sides) != 2:
        raise ValueError(f"needs two sides separated by '{separator}'")
    if kind == "above-average" and not _WHOLE.fullmatch(sides.pop()):
        raise ValueError("must end with a number of months")
    if kind == "average" and _WHOLE.fullmatch(sides[-1]):
        sides.pop()
    return [name for side in sides for _, name in terms(side)]


@lru_cache(10_000)
def quantity_of(printed: str, unit: str = "", bound: str | None = None) -> Quantity:
    """A printed quantity, of a percent figure also where no sign is printed beside it.

    `bound` is what the record says, where the printed words do not. ValueError where there is no
    number, or one that is too long.
    """
    found = read_cell(printed)
    if found is None:
        words = numbers(printed)  # both, never
        if not words:
            raise ValueError("has no number to compute with")
        found = Quantity(printed, words[0], words[0])
    if max(abs(found.low), abs(found.high)) >= 10**DIGITS or found.decimals > DIGITS:
        raise ValueError("has no number to compute with")
    if unit == "percent" and not found.unit and not is_fraction(found):
        found = replace(found, unit="percent")
    if bound not in (None, "exact", "range") and found.bound == "exact":
        found = replace(found, bound=str(bound))
    return replace(found, printed=printed)


def figure_value(figure: Row) -> Value:
    """What a figure of the records stands for; a mark leaves it open."""
    if figure.get("mark") is not None:
        return value_of_mark(mark_of(figure["printed"]))
    return _value_of(figure["printed"], figure["unit"], figure.get("bound"))


@lru_cache(10_000)
def _value_of(printed: str, unit: str, bound: str | None) -> Value:
    quantity = quantity_of(printed, unit, bound)
    value = value_of(quantity)
    return value.times(100) if unit == "percent" and is_fraction(quantity) else value


def terms(expression: str) -> list[tuple[int, str]]:
    """The signed ids of an expression: "a + b - c" is [(1, a), (1, b), (-1, c)]."""
    tokens = expression.split()
    found: list[tuple[int, str]] = []
    sign = 1
    for number, token in enumerate(tokens):
        if number % 2 == 0:
            found.append((sign, token))
        elif token in ("+", "-"):
            sign = 1 if token == "+" else -1
        else:
            raise ValueError("is not a list of figures joined by + and -")
    if len(tokens) % 2 == 0:
        raise ValueError("is not a list of figures joined by + and -")
    return found


def evaluate(expression: str, figures: dict[str, Row]) -> Value:
    """The value of an expression."""
    valued = ((sign, figure_value(figures[name])) for sign, name in terms(expression))
    return total(value if sign > 0 else NOTHING - value for sign, value in valued)


def exact(value: Value) -> Fraction:
    """The exact number of a value. ValueError where the figures leave it open."""
    if value.exact is None:
        raise ValueError("is not one number")
    return value.exact
