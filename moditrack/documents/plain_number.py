"""A printed quantity in plain digits, what a percentage may stand for, and words of scales.

To load Python's fractions takes 10 million instructions, a twentieth of `moditrack compare`.
"""

from __future__ import annotations

import re

SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
"""The words of the numbers below twenty, in order."""
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
"""Words that multiply what precedes them."""
SCALE_LETTERS = {"k": "thousand", "m": "million", "bn": "billion"}
"""Letters that are printed for them."""


def percent_interval(printed: str) -> tuple[int, int, int, int]:
    """Of a percentage such as 0.13%: the lowest number that it may stand for, itself and the
    highest, each over the last: 0.125, 0.13 and 0.135 are 25, 26 and 27 over 200.

    It reads no more digits than are printed. ValueError where there are none.
    """
    whole, _, decimals = plain_number(printed).partition(".")
    number = 2 * int(whole + decimals)
    return number - 1, number, number + 1, 2 * 10 ** len(decimals)


def plain_number(printed: str) -> str:
    """The first number of a printed quantity as a plain number: "0.13" of "0.13%"."""
    found = re.search(r"[+-]?\d[\d,]*(?:\.\d+)?", printed)
    if found is None:
        raise ValueError(f"'{printed}' has no number in digits")
    return found[0].replace(",", "")
