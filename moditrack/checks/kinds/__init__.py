"""What each kind of claim compares, without records: change.py, duration.py, rank.py, ratio.py,
share.py, total.py; here, their list."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of claim: what separates its two inputs, where it has two; how it is computed; and
    the words that a draft describes it with, where its figures can be those of sentences."""

    separator: str = ""
    formula: str = ""
    says: str = ""


KINDS = {
    "total": Kind("", "sum", "Total"),
    "share-total": Kind("", "sum of the shares", "Total of the shares"),
    "same": Kind("", "the same", "The same number elsewhere"),
    "share": Kind(" / ", "100 x part / whole", "Share"),
    "ratio": Kind(" / ", "first / second", "Ratio"),
    "average": Kind(" / ", "whole / number", "Average"),
    "increase": Kind(" -> ", "100 x (after - before) / before", "Increase"),
    "decrease": Kind(" -> ", "100 x (before - after) / before", "Decrease"),
    "difference": Kind(" -> ", "after - before", "Difference"),
    "percentage-points": Kind(" -> ", "after - before", "Percentage points"),
    "rank": Kind(" / "),
    "people": Kind(" / "),
    "above-average": Kind(" / "),
}
"""The kinds of claim whose inputs are figures, except those with a part or whole that is not
printed."""
CHANGES = ("increase", "decrease")
"""Changes in percent of what was before; in "change", the words of a document say neither."""
