"""What sums of a budget are for: £2m over four years to mend the quay."""

from __future__ import annotations

import re

from moditrack.documents.quantities import Quantity

LONGEST = 12
"""Words that can say what a sum is for."""
_OPENS, _REACH = 5, 180
"""Characters of a mark before the sum that a line begins with, and of what it is for."""
_CLAUSE = re.compile(r"[;:(]|, (?!\d)| (?:resulting|which|while|but|as) ")
FOR_WHAT = re.compile(
    r"Money (?:allocated|invested|spent|provided|granted|contributed|cost|awarded|earned|received)"
)
"""What was done with money that is not said by this alone."""
_BUDGETED = re.compile(
    r"(?: (?:in|of))?(?: (?:additional|extra|new|further))?(?: funding)?"
    r"(?: (?:will|would) be provided)?"
    r"(?: (?:over|for|in) (?:the next )?[\w-]+ (?:years?|months?)(?: in [\d-]+)?)?"
    r" (?P<join>for|to|towards) (?:the |an? )?(?P<what>[A-Za-z].*)"
)
"""What a sum that begins a line of a budget is for: £2m over four years to mend the quay."""


def budgeted(sentence: str, quantity: Quantity) -> tuple[str, str] | None:
    """What the sum that a sentence begins with is for; None elsewhere."""
    match = _BUDGETED.match(sentence, quantity.end) if quantity.start <= _OPENS else None
    if match is None:
        return None
    words = _CLAUSE.split(match["what"][:_REACH])[0].split()[:LONGEST]
    join = "to" if match["join"] == "to" else "for"
    return f"Money {join} {' '.join(words)}", f"'{join} {words[0]}' follows the sum"
