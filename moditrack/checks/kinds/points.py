"""A change of a percentage in percentage points, which is not a change in percent."""

from __future__ import annotations

from moditrack.checks.exact_values import Value, exactly
from moditrack.checks.kinds.change import negative
from moditrack.checks.verdicts import Result, format_number, in_few_decimals, judge, value_in_words
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.quantities import Quantity

_SIGNED = lazy_regex(r"\s*(?:[+\u2212-]|minus\b)")


def percentage_points(stated: Quantity, before: Value, after: Value) -> Result:
    """Whether a printed number of points is the difference of two percentages.

    Without a sign, the size is compared: "fell by 5 percentage points". Where the change in percent
    gives the printed number, the reason says so.
    """
    points = after - before
    signed = stated.low < 0 or _SIGNED.match(stated.printed)  # (2.4) is minus in accounts
    if points.exact is not None and points.exact < 0 and not signed:
        points = negative(points)
        before, after = after, before
        base = after
    else:
        base = before
    result = judge(stated, points, f"{value_in_words(points)} percentage points")
    if result.verdict != "consistent" and base.exact:
        size = (after - before).over(base).times(100)
        if size.exact is not None and judge(stated, exactly(size.exact)).verdict == "consistent":
            change = in_few_decimals(
                format_number(size.exact, percent=True), "consistent", stated, exactly(size.exact)
            )
            return result.remarked(f"{change} is the change in percent")
    return result
