"""Claims whose part or whole is not printed: which whole numbers could be behind a percentage."""

from __future__ import annotations

from fractions import Fraction

from moditrack.checks.claim_inputs import evaluate, exact, terms
from moditrack.checks.kinds.ratio import count_above_rounded_average
from moditrack.checks.kinds.share import possible_wholes
from moditrack.checks.rounding import rounding_interval
from moditrack.checks.steps import inputs_in_steps, stands_for
from moditrack.checks.verdicts import Result, format_number, rounded_like
from moditrack.counting import counted
from moditrack.documents.quantities import Quantity
from moditrack.tables import Row
from moditrack.ways_to_round import nearest

_MOST_COUNTS = 1_000_000
"""Above this, some whole count gives any percentage that is printed."""


def parts(claim: Row, stated: Quantity, figures: dict[str, Row]) -> Result:
    """The GRIM test: which whole counts could give the printed percentage."""
    whole, _, months = claim["inputs"].partition(" / ")
    total = exact(evaluate(whole, figures))
    above = claim["kind"] == "above-average"
    printed = stated.printed
    if not 0 < total <= _MOST_COUNTS or total.denominator > 1:
        raise ValueError("there are no counts to try, or too many")
    base = total / int(months) if above else total
    offset = 100 if above else 0
    low, high = (Fraction(end) for end in rounding_interval(stated))
    # Percent above the average, or of the whole.
    percentages = {count: 100 * count / base - offset for count in range(int(total) + 1)}
    fitting = [count for count, value in percentages.items() if low <= value <= high]
    near = sorted(percentages, key=lambda count: abs(percentages[count] - (low + high) / 2))[:2]
    tried = ", ".join(
        f"{count} would be {format_number(percentages[count], True)}" for count in sorted(near)
    )
    rounded_off = {count: _rounded(percentages[count], stated, above) for count in sorted(near)}
    tried_rounded = ", ".join(f"{count} would be {text}" for count, text in rounded_off.items())
    steps = [*inputs_in_steps(whole, figures), tried, stands_for(stated)]
    if above:
        steps.insert(1, f"over {counted(int(months), 'month')}: {format_number(base)} a month")
    if not fitting and above and (count := count_above_rounded_average(base, low, high)):
        rounded = nearest(base)
        why = (
            f"{count} would give {printed} if the average is rounded to {rounded} a month;"
            f" unrounded, {tried_rounded}"
        )
        steps.append(f"with {rounded} a month, {count} gives {printed}")
        return Result("not-checkable", None, why, steps)
    if not fitting:
        why = f"no whole number of {_things(whole, figures)} gives {printed}: {tried_rounded}"
        return Result("impossible", " or ".join(rounded_off.values()), why, steps)
    counts = " or ".join(str(count) for count in fitting)
    why = f"{counts} would give {printed}; the count is not printed"
    return Result("not-checkable", None, why, steps)


def wholes(claim: Row, stated: Quantity, figures: dict[str, Row]) -> Result:
    """The wholes that are possible for a share and its part; a share of 0% leaves them open."""
    least, most = possible_wholes(stated, exact(evaluate(claim["inputs"], figures)))
    found = f"{least} or more" if most is None else f"{least} to {most}"
    why = f"the whole is not printed; it would be {found}"
    steps = [*inputs_in_steps(claim["inputs"], figures), stands_for(stated), f"whole: {found}"]
    return Result("not-checkable", found, why, steps)


def _rounded(value: Fraction, stated: Quantity, above: bool) -> str:
    text = rounded_like(value, stated)
    return f"+{text}" if above and text[0] != "-" else text


def _things(expression: str, figures: dict[str, Row]) -> str:
    """The unit that the figures of an expression share, such as offences."""
    units = {figures[name]["unit"] for _, name in terms(expression)}
    return str(units.pop()) if len(units) == 1 else "items"
