"""The picture of an operation: results and seizures by phase, as each document reports them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt

from moditrack.plots.drawings import Drawing
from moditrack.plots.theme import INK, PHASES, WIDTH, label_axis, step, values, wrapped
from moditrack.record_dates import day_in_words
from moditrack.tables import Row, Table

_SUBJECTS = {"GBP": "Pounds", "items": "Items seized"}
"""The titles of panels whose unit is not the word for them."""


def by_phase(table: Table, width: int = WIDTH) -> Drawing:
    """Bars for what each document reports of each phase: one panel for arrests, one for people, one
    for money and so on, each with a scale of its own.

    `table` holds figures of phases alone, each row with the phase's name as `phase` and the
    document's date as `reported`.
    """
    phases = sorted({row["phase"] for row in table.rows}, reverse=True)
    colours = dict(zip(phases, PHASES, strict=False))
    subjects: dict[str, list[Row]] = {}
    rows = _each_once(sorted(table.rows, key=lambda row: (row["phase"], row["document"])))
    for row in rows:
        subjects.setdefault(row["unit"], []).append(row)
    order = sorted(subjects, key=lambda unit: (unit == "GBP", unit == "items"))
    left = width * 15 // 28
    panels = [
        _panel(unit, subjects[unit], colours, width, left, legend=unit == order[0])
        for unit in order
    ]
    return Drawing(
        [[panel] for panel in panels],
        table,
        title="Operation Maxim: results and seizures by phase",
        subtitle="As each document reports them, each kind on a scale of its own; a figure may be a"
        " part of one above it, or of one that a later document reports",
        values_in_words=[f"{_label(row)}: {row['printed'].strip()}" for row in rows],
        left=left,
    )


def _each_once(rows: Iterable[Row]) -> list[Row]:
    """The rows, without what a later document repeats: a number as large of the same measure."""
    found: dict[tuple[Any, ...], Row] = {}
    listed = []
    for row in rows:
        key = (row["phase"], row["measure"], row["value"])
        if key in found and row["document"] not in found[key]["in"]:
            found[key]["in"][row["document"]] = day_in_words(row["reported"])
            continue
        listed.append(row | {"in": {row["document"]: day_in_words(row["reported"])}})
        found[key] = listed[-1]
    return listed


def _panel(
    unit: str, rows: list[Row], colours: Mapping[str, str], width: int, left: int, *, legend: bool
) -> alt.LayerChart:
    bars: list[dict[str, Any]] = [
        {
            "label": wrapped(_label(row), left * 10 // 58),
            "value": row["value"],
            "text": row["printed"].strip(),
            "phase": row["phase"],
        }
        for row in rows
    ]
    most = max(bar["value"] for bar in bars)
    base = alt.Chart(values(bars)).encode(
        x=alt.X(
            "value:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most * 1.45], nice=False)
        ),
        y=alt.Y(
            "label:N",
            sort=[bar["label"] for bar in bars],
            title=None,
            axis=label_axis(left, ticks=False, domain=False),
        ),
    )
    key = alt.Legend(orient="top", title=None, symbolType="square", symbolStrokeWidth=0)
    colour = alt.Color(
        "phase:N",
        sort=sorted(colours),
        scale=alt.Scale(domain=sorted(colours), range=[colours[one] for one in sorted(colours)]),
        legend=key if legend else None,
    )
    texts = base.mark_text(align="left", dx=5, fontSize=12, color=INK).encode(text="text:N")
    return (base.mark_bar(size=18).encode(color=colour) + texts).properties(
        width=width - left - 40,
        height=step([bar["label"] for bar in bars], 26),
        title=alt.TitleParams(_SUBJECTS.get(unit, unit.capitalize()), fontSize=13, anchor="start"),
    )


def _label(row: Row) -> str:
    """What a bar counts, and the dates of the documents."""
    first, *later = row["in"].values()
    again = f"; as many on {' and '.join(later)}" if later else ""
    return f"{row['description']} ({first}{again})"
