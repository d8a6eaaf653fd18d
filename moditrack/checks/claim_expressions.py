"""The inputs of a claim of the records, as values.

An input is a sum of figures, `a + b - c`. Each is an id of the claim's document
(`phase-1-arrests`) or of another (`mpa-2003-10-09:phase-1-arrests`). Rounded figures carry their
rounding interval, figures with a bound what it leaves open.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from moditrack.checks.exact_values import (
    DIGITS,
    NOTHING,
    Value,
    total,
    value_of,
    value_of_mark,
)
from moditrack.checks.rounding import is_fraction
from moditrack.documents.cells_and_marks import mark_of
from moditrack.documents.printed_values import numbers
from moditrack.documents.quantities import Quantity, read_cell
from moditrack.tables import Row


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
