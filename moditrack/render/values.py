"""How a single value looks to a person."""

from __future__ import annotations

import re
from typing import Any

# Kinds: text wraps; id is never broken; list is ids, one a line; items are texts, one a line;
# period is a date or "a to b", broken at most before its second day.
RIGHT = {"whole", "number", "percent", "change"}
"""Kinds of column that are set flush right."""
WHOLE_WORDS = {"id", "list", "period", "trend", "whole", "number", "percent", "change"}
"""Kinds of column whose values are never cut or broken."""


def lines(value: Any, kind: str, *, plain: bool = False) -> list[str]:
    """The lines of a cell; nothing where the value is null. Control characters are shown as ?, and
    a trend without Unicode where it has to be plain."""
    if value is None:
        return []
    if kind in ("list", "items"):
        return [clean(str(item)) for item in value]
    if kind == "trend":
        from moditrack.render.charts import spark

        return [spark(value, plain=plain)]
    if kind == "period":
        first, to, last = clean(str(value)).partition(" to ")
        return [f"{first} to", last] if to and first else [clean(str(value))]
    if kind == "percent":
        return [f"{value:.2f}%"]
    return [clean(str(value))]


def clean(text: str) -> str:
    """A line for people: what is not printable is shown as ?."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def clean_lines(text: str) -> str:
    """The same of several lines."""
    return "\n".join(map(clean, text.split("\n")))


_MARKDOWN = re.compile(r"[\\|<\[`]")
"""What would begin another cell, a tag, a link or code."""


def markdown(text: str) -> str:
    """A line of text for Markdown, in a table or out of one."""
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))


ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a screen may obey and does not show: control characters, and those that turn the direction
of writing."""
