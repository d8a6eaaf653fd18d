"""What is left of a whole: the rest, the others, the remaining 12."""

from __future__ import annotations

from collections.abc import Iterable

from moditrack.checks.exact_values import Value
from moditrack.checks.exact_values import total as add
from moditrack.checks.verdicts import Result, judge
from moditrack.documents.quantities import Quantity


def remainder(
    stated: Quantity, whole: Value, parts: Iterable[Value], rounded_to: int = 0
) -> Result:
    """Whether a printed rest is the whole less its parts; no rest is below zero."""
    rest = whole - add(parts)
    if rest.high < 0:
        found = judge(stated, rest, percent=stated.unit == "percent")
        why = f"the parts are more than the whole, by {(found.recomputed or '').removeprefix('-')}"
        return Result("impossible", found.recomputed, why)
    return judge(stated, rest, percent=stated.unit == "percent", rounded_to=rounded_to)
