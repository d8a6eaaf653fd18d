"""Results and seizures of an operation by phase, as each document reports them."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import altair as alt

from moditrack.plots.theme import BAR, INK, LINES, PAIR, WIDTH, beside, frame, step, values, wrapped
from moditrack.tables import Table

_LABELS = 240


def by_phase(table: Table) -> alt.VConcatChart:
    """Bars: what each document reports of each phase, in its order; counts and sums of money apart.

    `table` holds figures of phases alone, each row with the phase's name as `phase`.
    """
    counts = [row for row in table.rows if row["unit"] != "GBP"]
    money = [row for row in table.rows if row["unit"] == "GBP"]
    panels = [
        *(_panel(rows, _most(counts), "Number", BAR) for rows in _by_document_and_phase(counts)),
        *(_panel(rows, _most(money), "Pounds", PAIR[1]) for rows in _by_document_and_phase(money)),
    ]
    return frame(
        panels,
        title="Operation Maxim: results and seizures by phase",
        subtitle="As each document reports them; a figure may be a part of the one above it",
        notes=table.notes,
        sources=table.sources,
        left=_LABELS,
    )


def _by_document_and_phase(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    ordered = sorted(rows, key=lambda row: (row["document"], row["phase"]))
    return [
        list(own) for _, own in groupby(ordered, key=lambda row: (row["document"], row["phase"]))
    ]


def _most(rows: list[dict[str, Any]]) -> float:
    return max((row["value"] for row in rows), default=1) * 1.15


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
            scale=alt.Scale(domain=[0, most], nice=False),
            axis=alt.Axis(format=",d"),
        ),
        y=alt.Y(
            "label:N",
            sort=[bar["label"] for bar in bars],
            title=None,
            axis=beside(_LABELS, labelLineHeight=13, labelExpr=LINES),
        ),
    )
    texts = base.mark_text(align="left", dx=5, fontSize=12, color=INK).encode(text="text:N")
    return (base.mark_bar(color=colour) + texts).properties(
        width=WIDTH - _LABELS - 40,
        height=step([str(bar["label"]) for bar in bars], 26),
        title=alt.TitleParams(f"{rows[0]['phase']}, as in {rows[0]['document']}", fontSize=13,
                              anchor="start"),
    )  # fmt: skip
