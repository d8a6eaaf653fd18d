"""Events by operation."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt

from moditrack.plots.theme import BAR, INK, LINE, LINES, WIDTH, beside, frame, step, values, wrapped
from moditrack.tables import Table

_LABELS = 300
_GAP_YEARS = 5
"""Where nothing happens for longer, a new panel begins."""
_NONE = "No operation named"


def by_operation(table: Table) -> alt.VConcatChart:
    """Dated events as points and bars, a line each, under the operation that they belong to;
    a panel for each run of years."""
    dated = [row for row in table.rows if row["latest"] is not None]
    undated = len(table.rows) - len(dated)
    panels = []
    for era in _eras([_placed(row) for row in dated]):
        first, last = min(row["from"] for row in era), max(row["to"] for row in era)
        domain = [f"{first[:4]}-01-01", f"{int(last[:4]) + 1}-01-01"]
        operations = list(dict.fromkeys(row["operation"] for row in era))
        operations.sort(key=lambda name: name == _NONE)
        for name in operations:
            own = [row for row in era if row["operation"] == name]
            panels.append(_panel(name, own, domain, axis=name == operations[-1]))
    notes = [
        "Points: single days. Bars: what lasted, or is dated by a month, a year or a span.",
        *([f"Left out: {undated} events without a date."] if undated else []),
        *table.notes,
    ]
    return frame(
        panels,
        title="Events by operation",
        subtitle="As the documents date them; each run of years has a scale of its own",
        notes=notes,
        sources=[source for row in dated for source in row["sources"]],
        left=_LABELS,
    )


def _placed(row: dict[str, Any]) -> dict[str, Any]:
    first, last = row["date"] or row["latest"], row["end"] or row["latest"]
    text = f"{row['when']}: {row['event']}"
    return {
        "label": wrapped(text, 56),
        "operation": row["operation_name"] or _NONE,
        "from": first,
        "to": max(first, last),
    }


def _eras(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    eras: list[list[dict[str, Any]]] = []
    reached = ""
    for row in sorted(rows, key=lambda row: row["from"]):
        gap = not reached or _years(reached, row["from"]) > _GAP_YEARS
        if gap:
            eras.append([])
        eras[-1].append(row)
        reached = max(reached, row["to"]) if not gap else row["to"]
    return eras


def _years(before: str, after: str) -> float:
    return (date.fromisoformat(after) - date.fromisoformat(before)).days / 365


def _panel(
    name: str, rows: list[dict[str, Any]], domain: list[str], *, axis: bool
) -> alt.LayerChart:
    x = alt.X(
        "from:T",
        title=None,
        scale=alt.Scale(domain=domain, type="utc"),
        axis=alt.Axis(format="%Y", formatType="utc", tickCount="year", labelOverlap=True,
                      labelFlush=False, labels=axis, ticks=axis, domain=axis, gridColor=LINE),
    )  # fmt: skip
    y = alt.Y(
        "label:N",
        sort=[row["label"] for row in rows],
        title=None,
        axis=beside(
            _LABELS, labelExpr=LINES, labelLineHeight=12, labelFontSize=11, ticks=False,
            domain=False,
        ),
    )  # fmt: skip
    base = alt.Chart(values(rows)).encode(x=x, y=y)
    lasted = alt.datum["from"] != alt.datum["to"]
    bars = (
        base.transform_filter(lasted)
        .mark_rule(color=BAR, strokeWidth=7, strokeCap="round")
        .encode(x2="to:T")
    )
    points = base.transform_filter(~lasted).mark_point(filled=True, size=70, color=BAR, opacity=1)
    return (bars + points).properties(
        width=WIDTH - _LABELS - 10,
        height=step([row["label"] for row in rows], 18, 12),
        title=alt.TitleParams(name, fontSize=12, anchor="start", color=INK, offset=4),
    )
