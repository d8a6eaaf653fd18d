"""How a single value looks to a person."""

from __future__ import annotations

from typing import Any

from moditrack.escaping import clean
from moditrack.tables import Marked

# Kinds: text wraps; id is never broken; list is ids, one a line; items are texts, one a line;
# period is a date or "a to b", broken at most before its second day.
RIGHT_ALIGNED = {"whole", "number", "percent", "change"}
"""Kinds of column that are set flush right."""
UNBREAKABLE = {"id", "list", "period", "trend", "whole", "number", "percent", "change"}
"""Kinds of column whose values are never cut or broken."""


def lines(value: Any, kind: str, *, plain: bool = False) -> list[str]:
    """The lines of a cell; nothing where the value is null. Control characters are shown as ?, and
    a trend without Unicode where it has to be plain."""
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
