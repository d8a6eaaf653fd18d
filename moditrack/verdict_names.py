"""The names of the verdicts on a printed number, and which of them say the same to a reader."""

VERDICTS = (
    "consistent", "truncated", "rounded-up", "inconsistent", "impossible", "ambiguous", "conflict",
    "not-checkable",
)  # fmt: skip
MISFITS = ("inconsistent", "impossible")
"""Verdicts on a number that the document's own figures do not give."""
NOT_ROUNDED = {"truncated": "cut off", "rounded-up": "rounded up"}
"""Verdicts on a number that rounding to the nearest does not give, and how it is given."""
FITS = ("consistent", *NOT_ROUNDED)
"""Verdicts on a number that the figures give."""
NOT_GIVEN = (*MISFITS, *NOT_ROUNDED)
"""Verdicts on a number that its figures do not give, or not rounded to the nearest."""
