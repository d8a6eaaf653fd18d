"""A value as people see it: · for 0, <1%, lists, yes; colours of verdicts and hits."""

from __future__ import annotations

from typing import Any

from moditrack.citations import first_of
from moditrack.escaping import clean, clean_lines
from moditrack.tables import DisplayColumn, Marked, Row, Table, marked_as

# Kinds: text wraps; unbroken and id are never broken; list has an id per line; items have a text
# per line; period is a date or "a to b", which may break before its second date.
RIGHT_ALIGNED = {"whole", "number", "percent", "change", "count", "share"}
"""Kinds of column that are right-aligned."""
DRAWN = {"trend", "interval"}
"""Kinds of column that are drawn in characters, on terminals only."""
UNBREAKABLE = {"unbroken", "id", "list", "period", *DRAWN, *RIGHT_ALIGNED}
"""Kinds of column whose values are never broken."""

NO_COUNT = "·"
"""What a count of 0 looks like."""
DITTO = '"'
"""What a name that repeats the one above it looks like."""
DIM = {"id", "list"}
"""Kinds of column that are dim: ids and citations."""


HIT = "bold"
"""The style of the words that a search found."""
CANNOT_BE = "bright_white on red"
"""The style of what cannot be: a label, which can be read on a white screen and on a black one."""
TO_MIND = "black on yellow"
"""The style of what to mind; yellow letters cannot be read on a white screen."""
COLOURS = {
    "impossible": CANNOT_BE,
    "inconsistent": CANNOT_BE,
    "conflict": TO_MIND,
    "truncated": TO_MIND,
    "rounded-up": TO_MIND,
    "ambiguous": TO_MIND,
}
"""The colours of verdicts."""


def coloured(verdict: str) -> str:
    """A verdict, marked in the colour of its meaning."""
    return marked_as(verdict, verdict) if verdict in COLOURS else verdict


def joined(*texts: str) -> str:
    """Texts as one, marked where they are."""
    whole = "".join(texts)
    marked = next((own for own in texts if isinstance(own, Marked)), None)
    if marked is None:
        return whole
    spans, start = [], 0
    for own in texts:
        if isinstance(own, Marked):
            spans += [(start + a, start + b) for a, b in own.spans]
        start += len(own)
    return Marked(whole, spans, marked.verdict)


def first_source(table: Table, row: Row) -> Row:
    """A displayed row with the first of its citations, and how many more there are."""
    citations = row.get("sources")
    if table.display.columns[-1].key != "sources" or not citations or len(citations) < 2:
        return row
    return row | {"sources": [first_of(citations)]}


def columns_of(table: Table) -> list[DisplayColumn]:
    """The columns that people see: those that have a value in some row, or are asked for."""
    columns = table.display.columns
    if table.display.empty:
        return list(columns)
    empty = {column.key for column in columns}
    for row in table.displayed:
        empty = {key for key in empty if row.get(key) in (None, "", [])}
        if not empty:
            break
    return [column for column in columns if column.key not in empty] or list(columns)


def as_text(value: Any) -> str:
    """A value for people: lists joined by "; ", an object as its first value and the others:
    Frank Hooley (Detective Chief Superintendent, report author)."""
    if isinstance(value, list):
        return "; ".join(map(as_text, value))
    if isinstance(value, dict):
        first, *others = [as_text(own) for own in value.values() if own not in (None, "", [])] or [
            ""
        ]
        return f"{first} ({', '.join(others)})" if others else first
    return "" if value is None else value if isinstance(value, str) else str(value)


def group_heading(row: Row, group: str | None) -> str:
    """The heading of the group that a displayed row is in."""
    return " ".join(lines(row.get(group), "text")) if group else ""


def _period(text: str) -> list[str]:
    """A period, broken before its last date; "financial year 2003/04" before its year."""
    first, to, last = text.partition(" to ")
    if to and first:
        return [f"{first} to", last]
    first, _, last = text.rpartition(" ")
    return [first, last] if first.endswith("financial year") else [text]


def _clean(text: str) -> str:
    own = clean(text)
    return Marked(own, text.spans, text.verdict) if isinstance(text, Marked) else own


def lines_of(value: str) -> list[str]:
    """The lines of a fact; what is marked is one."""
    return [_clean(value)] if isinstance(value, Marked) else clean_lines(value).split("\n")


def lines(value: Any, kind: str, *, plain: bool = False) -> list[str]:
    """The lines of a cell; none for null. Control characters become ?.

    With `plain`, a trend has no Unicode.
    """
    if value is None:
        return []
    if kind in ("list", "items", "marked"):
        return [_clean(item if isinstance(item, Marked) else str(item)) for item in value]
    if kind in DRAWN:
        from moditrack.output.charts import interval, spark

        return [(spark if kind == "trend" else interval)(*value, plain=plain)]
    if kind == "period":
        return _period(clean(str(value)))
    if kind == "share":
        from moditrack.ways_to_round import nearest

        return ["<1%" if 0 < value < 0.5 else f"{nearest(value)}%"]
    text = f"{value:.2f}%" if kind == "percent" else _clean(as_text(value))
    if kind == "count" and value == 0:
        text = "." if plain else NO_COUNT
    return [text]
