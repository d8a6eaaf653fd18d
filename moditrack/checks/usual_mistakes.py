"""Usual mistakes behind a printed number: another whole, 325% for a change of 225%."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from moditrack.checks.exact_values import Value, exactly
from moditrack.checks.kinds.change import percent_change
from moditrack.checks.verdicts import compare, format_number
from moditrack.documents.quantities import Quantity


def another_whole(part: Fraction, whole: Fraction, stated: Quantity, before: str = "") -> str:
    """Which whole, one more or one less, gives a printed share by rounding; empty if none does."""
    for other in (whole + 1, whole - 1):
        if other >= part > 0 and compare(stated, exactly(100 * part / other)) == "consistent":
            text = f"{format_number(part)} of {format_number(other)}"
            return f"{before}{stated.printed} if rounded from {text}"
    return ""


def another_change(
    stated: Quantity,
    before: Value,
    after: Value,
    step: Fraction | None = None,
    remark: Callable[[Fraction], str] = lambda base: "",
) -> str:
    """What else a printed change is of its two values, in words; empty if nothing usual.

    step: the change in numbers that is printed beside it, which implies another base; `remark` says
    something of that base.
    """
    if before.exact is None or after.exact is None:
        return ""
    printed, old, new = stated.printed, *map(format_number, (before.exact, after.exact))
    tried = [
        (f"{printed} is {new} as a share of {old}", after.over(before).times(100)),
        (f"{printed.strip('%')} is the difference: {new} less {old}", after - before),
    ]
    if step is not None and (base := after.exact - step) > 0:
        text = format_number(base)
        size = f"{format_number(abs(step))} {'more' if step > 0 else 'less'}"
        rest = f"and {new} is {size} than {text}{remark(base)}"
        tried += [
            (f"{printed} is the change from {text} to {new}, {rest}",
             percent_change(exactly(base), after)),
            (f"{printed} is {new} as a share of {text}, {rest}",
             after.over(exactly(base)).times(100)),
        ]  # fmt: skip
    if after.low > 0:
        of_after = (after - before).over(after).times(100)
        tried += [
            (f"{printed} is the change from {new} to {old}", percent_change(after, before)),
            (f"{printed} is the difference as a share of {new}", of_after),
        ]
    for sentence, value in tried:
        if compare(stated, value) == "consistent":
            return sentence
    return ""
