"""What the marks of a marked page or PDF mean, say and look like."""

from __future__ import annotations

MARKS = ("misfit", "rounding", "open", "fits")
"""How a mark looks, the most severe first."""
MARK_OF = {
    "consistent": "fits", "inconsistent": "misfit", "impossible": "misfit",
    "truncated": "rounding", "rounded-up": "rounding", "ambiguous": "rounding",
    "not-checkable": "open",
}  # fmt: skip
"""How each verdict is marked."""
SAID = {
    "fits": "fits",
    "misfit": "does not fit",
    "rounding": "fits only if not rounded to the nearest",
    "open": "could not be checked",
}
"""What a mark says."""
COLOURS = {
    "misfit": (1.0, 0.72, 0.68), "rounding": (1.0, 0.84, 0.45), "open": (1.0, 0.84, 0.45),
    "fits": (0.72, 0.92, 0.72),
}  # fmt: skip
"""What a mark looks like in a PDF: red, green and blue. A web page has those of marked/page.css."""
LOOKS = {
    "misfit": "red, double line below", "rounding": "amber, broken line below",
    "open": "amber, dotted line below", "fits": "green",
}  # fmt: skip
