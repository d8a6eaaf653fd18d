"""Whether a number looks derived from others, though nothing near it gives its base."""

from __future__ import annotations

import re

from moditrack.audit.sentences import kind
from moditrack.documents.quantities import Quantity

_CONFIDENCE = re.compile(r" (?:CI|CL|confidence|credible)\b", re.IGNORECASE)
_TIMES = re.compile(r"\d[\d.,]* times\b|\w+ times\b|once|twice", re.IGNORECASE)
_COMPARED = re.compile(r" (?:as|more|higher|greater|the|likelier|that|those)\b", re.IGNORECASE)


def is_derived(text: str, quantity: Quantity) -> bool:
    """Whether a number of a text is a percentage, points, or a multiple of something."""
    if kind(quantity) == "x" and _TIMES.fullmatch(quantity.printed):
        return _COMPARED.match(text, quantity.end) is not None
    return kind(quantity) in "pqx" and _CONFIDENCE.match(text, quantity.end) is None
