"""An average of a whole over a number of days, months, people; and a part above the average."""

from __future__ import annotations

import math
from fractions import Fraction

from moditrack.checks.exact_values import Value
from moditrack.checks.verdicts import Result, judge
from moditrack.documents.quantities import Quantity
from moditrack.ways_to_round import nearest


def average(stated: Quantity, whole: Value, number: Value) -> Result:
    """Whether a printed average is the whole over the number.

    An average printed without decimals is rounded to a whole number, also where it is a count.
    """
    value = whole.over(number)
    rounded_to = 0 if stated.decimals or stated.scale > 1 else 1
    return judge(stated, value, percent=stated.unit == "percent", rounded_to=rounded_to)


def count_above_rounded_average(base: Fraction, low: Fraction, high: Fraction) -> int | None:
    """The count that is low to high percent above an average rounded to a whole number."""
    whole = nearest(base)
    count = math.ceil(whole * (100 + low) / 100)
    return count if 0 < count <= whole * (100 + high) / 100 else None
