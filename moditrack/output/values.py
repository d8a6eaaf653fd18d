"""Format a single value for people."""

from __future__ import annotations

from typing import Any

from moditrack.escaping import clean
from moditrack.tables import Marked

# Kinds: text wraps; id is never broken; list has an id per line; items have a text per line;
# period is a date or "a to b", which may break before its second date.
RIGHT_ALIGNED = {"whole", "number", "percent", "change"}
"""Kinds of column that are right-aligned."""
UNBREAKABLE = {"id", "list", "period", "trend", "whole", "number", "percent", "change"}
"""Kinds of column whose values are never broken."""


def lines(value: Any, kind: str, *, plain: bool = False) -> list[str]:
    """The lines of a cell; none for null. Control characters become ?.

    With `plain`, a trend has no Unicode.
    """
    if value is None:
        return []
    if kind in ("list", "items", "marked"):
        return [
            Marked(clean(item), item.spans) if isinstance(item, Marked) else clean(str(item))
            for item in value
        ]
    if kind == "trend":
        from moditrack.output.charts import spark

        return [spark(value, plain=plain)]
    if kind == "period":
        first, to, last = clean(str(value)).partition(" to ")
        return [f"{first} to", last] if to and first else [clean(str(value))]
    if kind == "percent":
        return [f"{value:.2f}%"]
    return [clean(str(value))]
