"""Results and seizures of an operation by phase, as each document reports them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

import altair as alt

from moditrack.dates import in_words
from moditrack.plots.theme import (
    BAR,
    INK,
    PAIR,
    PALETTE,
    WIDTH,
    frame,
    label_axis,
    step,
    values,
    wrapped,
)
from moditrack.tables import Table

_LABELS = 240
_KINDS = (
    ("Number", "other", BAR),
    ("Items seized", "items", PALETTE[3]),
    ("Pounds", "GBP", PAIR[1]),
)
"""The panels of each kind of unit, with the title of their axis."""


def by_phase(table: Table, documents: Mapping[str, str]) -> alt.VConcatChart:
    """Bars for what each document reports of each phase, in its order. People and other counts,
    items seized, and sums of money have panels of their own.

    `table` holds figures of phases alone, each row with the phase's name as `phase` and the
    document's date as `reported`.
    """
    panels = []
    for title, units, colour in _KINDS:
        rows = [row for row in table.rows if _kind(row["unit"]) == units]
        most = max((row["value"] for row in rows), default=1)
        panels += [_panel(own, most, title, colour) for own in _by_document_and_phase(rows)]
    return frame(
        panels,
        table,
        documents,
        title="Operation Maxim: results and seizures by phase",
        subtitle="As each document reports them; a figure may be a part of one above it, or of one"
        " that a later document reports",
        values_in_words=[
            f"{_heading(row)}, {row['description']}: {row['printed'].strip()}" for row in table.rows
        ],
        left=_LABELS,
    )


def _kind(unit: str) -> str:
    return unit if unit in ("items", "GBP") else "other"


def _by_document_and_phase(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    ordered = sorted(rows, key=lambda row: (row["document"], row["phase"]))
    return [
        list(own) for _, own in groupby(ordered, key=lambda row: (row["document"], row["phase"]))
    ]


def _panel(rows: list[dict[str, Any]], most: float, title: str, colour: str) -> alt.LayerChart:
    bars = [
        {
            "label": wrapped(row["description"], 40),
            "value": row["value"],
            "text": row["printed"].strip(),
        }
        for row in rows
    ]
    base = alt.Chart(values(bars)).encode(
        x=alt.X(
            "value:Q",
            title=title,
            scale=alt.Scale(domain=[0, most * 1.45], nice=False),
            axis=alt.Axis(format="~s", tickCount=5),
        ),
        y=alt.Y(
            "label:N",
            sort=[bar["label"] for bar in bars],
            title=None,
            axis=label_axis(_LABELS),
        ),
    )
    texts = base.mark_text(align="left", dx=5, fontSize=12, color=INK).encode(text="text:N")
    return (base.mark_bar(color=colour) + texts).properties(
        width=WIDTH - _LABELS - 40,
        height=step([str(bar["label"]) for bar in bars], 26),
        title=alt.TitleParams(_heading(rows[0]), fontSize=13, anchor="start"),
    )  # fmt: skip


def _heading(row: dict[str, Any]) -> str:
    """The phase and the date of the document."""
    return f"{row['phase']}, as reported on {in_words(row['reported'])}"
