"""Outcomes by year, and their shares."""

from __future__ import annotations

from typing import Any

import altair as alt

from moditrack.plots.theme import (
    BAR,
    INK,
    LINES,
    PALETTE,
    WIDTH,
    beside,
    frame,
    ink_on,
    step,
    values,
    wrapped,
)
from moditrack.tables import Table

_LEFT = 40
_LABELS = 220


def by_year(table: Table) -> alt.VConcatChart:
    """Stacked bars, one for each year; every part tells its outcome and its number of offences."""
    rows, colours = _coloured(table)
    labels = list(colours)
    for row in rows:
        row["text"] = f"{row['short']}: {row['offences']}" if row["offences"] else ""
        row["order"] = labels.index(row["label"])
    totals = list({row["year"]: row for row in rows}.values())
    year = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=13))
    stacked = alt.Y(
        "offences:Q", stack="zero", title="Offences", axis=beside(_LEFT, tickMinStep=1, format="d")
    )
    base = alt.Chart(values(rows)).encode(
        x=year, y=stacked, order=alt.Order("order:Q"), description="label:N"
    )
    bars = base.mark_bar(stroke="white", strokeWidth=1.5).encode(
        color=alt.Color(
            "label:N",
            title="Outcome, as printed",
            sort=labels,
            scale=alt.Scale(domain=labels, range=list(colours.values())),
            legend=alt.Legend(
                orient="bottom", columns=1, offset=14, symbolSize=160, symbolStrokeWidth=0
            ),
        ),
        tooltip=[alt.Tooltip("year:O"), alt.Tooltip("label:N"), alt.Tooltip("offences:Q")],
    )
    texts = (
        alt.Chart(values(_middles(rows)))
        .mark_text(fontSize=11)
        .encode(
            x=year,
            y=alt.Y("middle:Q", title="Offences"),
            text="text:N",
            color=alt.Color("ink:N", scale=None),
        )
    )
    sums = (
        alt.Chart(values(totals))
        .mark_text(dy=-9, fontSize=13, fontWeight="bold", color=INK)
        .encode(x=year, y=alt.Y("year_total:Q", title="Offences"), text="year_total:Q")
    )
    return frame(
        [(bars + texts + sums).properties(width=WIDTH - _LEFT - 10, height=380)],
        title=f"How the offences of each year ended, {_forces(table)}",
        subtitle="Recordable offences by outcome; in the bars the outcome's code and the"
        " number of offences, above them the year's total",
        notes=table.notes,
        sources=table.sources,
        left=_LEFT,
    )


def shares(table: Table) -> alt.VConcatChart:
    """Bars: the share of each outcome in all offences of the years."""
    rows, _ = _coloured(table)
    whole = sum({row["year"]: row["year_total"] for row in rows}.values())
    summed: dict[str, int] = {}
    for row in rows:
        summed[row["label"]] = summed.get(row["label"], 0) + row["offences"]
    years = sorted({row["year"] for row in rows})
    bars = [
        {
            "label": wrapped(label, 34),
            "share": 100 * count / whole,
            "text": f"{100 * count / whole:.2f}% ({count} of {whole})",
        }
        for label, count in summed.items()
    ]
    labels = [str(bar["label"]) for bar in bars]
    base = alt.Chart(values(bars)).encode(
        x=alt.X("share:Q", title="Percent of all offences", scale=alt.Scale(domain=[0, 100])),
        y=alt.Y("label:N", title=None, sort=labels, axis=beside(_LABELS, labelExpr=LINES)),
    )
    drawn = base.mark_bar(color=BAR) + base.mark_text(
        align="left", dx=5, fontSize=12, color=INK
    ).encode(text="text:N")
    span = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
    return frame(
        [drawn.properties(width=WIDTH - _LABELS - 10, height=step(labels, 34))],
        title=f"Outcomes of the offences of {span}, {_forces(table)}",
        subtitle="Share of each outcome in all offences of these years, computed from the counts",
        notes=table.notes,
        sources=table.sources,
        left=_LABELS,
    )


def _coloured(table: Table) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The rows with a label and a short one, and a colour for each label."""
    rows = [
        {
            "year": row["year"],
            "label": row["stated_label"],
            "short": row["code"] or row["stated_label"],
            "offences": row["offences"],
            "year_total": row["year_total"],
        }
        for row in table.rows
    ]
    labels = dict.fromkeys(row["label"] for row in rows)
    steps = len(PALETTE) - 1
    spread = [round(n * steps / max(len(labels) - 1, 1)) for n in range(len(labels))]
    colours = {label: PALETTE[step] for label, step in zip(labels, spread, strict=True)}
    for row in rows:
        row["ink"] = ink_on(colours[row["label"]])
    return rows, colours


def _middles(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where the middle of each part of a stack is."""
    height: dict[int, float] = {}
    placed = []
    for row in rows:
        below = height.get(row["year"], 0)
        height[row["year"]] = below + row["offences"]
        if row["offences"]:
            placed.append(row | {"middle": below + row["offences"] / 2})
    return placed


def _forces(table: Table) -> str:
    return ", ".join(dict.fromkeys(row["force_name"] for row in table.rows))
