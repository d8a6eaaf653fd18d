"""A share of a whole: a percentage, a fraction in words, a majority."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from fractions import Fraction

from moditrack.checks.exact_values import Value
from moditrack.checks.rounding import is_fraction, rounding_interval
from moditrack.checks.verdicts import Result, judge, value_in_words
from moditrack.documents.quantities import Quantity

_IN_WORDS = (
    (r"(?:the |a )?(?:\w+ )?majority|most|more than half|over half", "more-than", Fraction(1, 2)),
    (r"(?:the |a )?(?:\w+ )?minority|less than half|under half", "less-than", Fraction(1, 2)),
    (r"all|every", "exact", Fraction(1)),
    (r"none", "exact", Fraction(0)),
)


def share_in_words(printed: str) -> Quantity | None:
    """The share that words without a number state: a majority, most, all; None where none."""
    for pattern, bound, value in _IN_WORDS:
        if re.match(rf"(?:{pattern})\b", printed.strip(), re.IGNORECASE):
            return Quantity(printed, value, value, "ratio", bound=bound, parts=(value, Fraction(1)))
    return None


def share(stated: Quantity, part: Value, whole: Value) -> Result:
    """Whether a part of a whole gives a printed share, in percent or as a fraction."""
    found = part.over(whole)
    percent = found.times(100)
    text = value_in_words(percent, percent=True)
    return judge(stated, found if is_fraction(stated) else percent, text)


def possible_parts(stated: Quantity, whole: int) -> range:
    """The whole numbers of a whole that give a printed percentage: the GRIM test."""
    low, high = rounding_interval(stated)
    least, most = Fraction(low) * whole / 100, Fraction(high) * whole / 100
    return range(max(0, math.ceil(least)), min(whole, math.floor(most)) + 1)


def possible_wholes(stated: Quantity, part: Fraction) -> tuple[int, int | None]:
    """The least whole of which a part is a printed percentage, and the greatest: none for a printed
    0%. ValueError if the part or the share is 0."""
    low, high = rounding_interval(stated)
    if part <= 0 or high <= 0:
        raise ValueError("a whole cannot be computed from zero")
    least = math.floor(100 * part / Fraction(high)) + 1
    return least, math.floor(100 * part / Fraction(low)) if low > 0 else None


def shares(stated: Sequence[Quantity], whole: int, *, exhaustive: bool = False) -> Result:
    """Whether whole numbers of a whole give all printed percentages; `exhaustive`: and add up to
    it."""
    parts = [possible_parts(share, whole) for share in stated]
    if without := [share.printed for share, own in zip(stated, parts, strict=True) if not own]:
        why = f"no whole number of {whole} gives {' or '.join(without)}"
        return Result("impossible", None, why)
    least, most = sum(own[0] for own in parts), sum(own[-1] for own in parts)
    found = f"{least}" if least == most else f"{least} to {most}"
    if exhaustive and not least <= whole <= most:
        why = f"the whole numbers that give the shares add up to {found}, not to {whole}"
        return Result("impossible", found, why)
    return Result("consistent", found, f"whole numbers of {whole} give all of them")
