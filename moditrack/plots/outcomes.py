"""Outcomes by year, and their shares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from moditrack.counting import counted
from moditrack.plots.theme import (
    BAR,
    INK,
    WIDTH,
    forces,
    frame,
    label_axis,
    panels,
    ramp,
    step,
    text_colour,
    values,
    wrapped,
)  # fmt: skip
from moditrack.questions.shares import share
from moditrack.tables import Row, Table, by_force

_LEFT = 40
_LABELS = 220
_HEIGHT = 380
_READABLE = 12
"""The pixels that a part of a bar needs to hold its text."""


def by_year(table: Table, documents: Mapping[str, str]) -> alt.VConcatChart:
    """Stacked bars, one for each year, with a part for each outcome."""
    return frame(
        panels(table, _years),
        table,
        documents,
        title="Modern slavery and human trafficking: offences by outcome and year,"
        f" {forces(table)}",
        subtitle="Recordable offences by outcome; in the bars the outcome's code and the number of"
        " offences, above them the year's total",
        values_in_words=[
            f"{rows[0]['force_name']} {year}: {counted(total, 'offence')}"
            for rows in by_force(table)
            for year, total in _totals(rows).items()
        ],
        left=_LEFT,
    )


def _totals(rows: list[Row]) -> dict[int, int]:
    return {row["year"]: row["year_total"] for row in rows}


def _years(own: list[Row]) -> Any:
    labels = list(dict.fromkeys(row["stated_label"] for row in own))
    colours = dict(zip(labels, ramp(len(labels)), strict=True))
    parts, tops = _stacked(own, labels, colours)
    year = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=13))
    count = alt.Y(
        "from:Q",
        title="Offences",
        axis=alt.Axis(
            minExtent=_LEFT, maxExtent=_LEFT, tickMinStep=1, format="d", labelLimit=_LEFT
        ),
    )
    bars = (
        alt.Chart(values(parts))
        .mark_bar(stroke="white", strokeWidth=1.5)
        .encode(
            x=year,
            y=count,
            y2="to:Q",
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
    )
    texts = (
        alt.Chart(values(parts))
        .mark_text(fontSize=11)
        .encode(x=year, y="middle:Q", text="text:N", color=alt.Color("ink:N", scale=None))
    )
    sums = (
        alt.Chart(values(tops))
        .mark_text(dy=-9, fontSize=13, fontWeight="bold", color=INK)
        .encode(x=year, y="top:Q", text="text:N")
    )
    return (bars + texts + sums).properties(width=WIDTH - _LEFT - 10, height=_HEIGHT)


def _stacked(
    own: list[Row], labels: list[str], colours: dict[str, str]
) -> tuple[list[Row], list[Row]]:
    """The parts of the bars from the bottom up, and the total above each bar."""
    height = dict.fromkeys(sorted({row["year"] for row in own}), 0)
    parts = []
    for row in sorted(own, key=lambda row: labels.index(row["stated_label"])):
        label, below = row["stated_label"], height[row["year"]]
        height[row["year"]] += row["offences"]
        parts.append(
            {
                "year": row["year"],
                "label": label,
                "offences": row["offences"],
                "from": below,
                "to": below + row["offences"],
                "middle": below + row["offences"] / 2,
                "text": f"{row['code'] or label}: {row['offences']}",
                "ink": text_colour(colours[label]),
            }
        )
    most = max(height.values()) or 1
    for part in parts:
        if part["offences"] / most * _HEIGHT < _READABLE:
            part["text"] = ""
    totals = _totals(own)
    tops = [{"year": y, "top": top, "text": str(totals[y])} for y, top in height.items()]
    return parts, tops


def shares(table: Table, documents: Mapping[str, str]) -> alt.VConcatChart:
    """Bars: the share of each outcome in all offences of the years."""
    years = sorted({row["year"] for row in table.rows})
    span = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
    return frame(
        panels(table, _shares),
        table,
        documents,
        title=f"Modern slavery and human trafficking: outcomes of the offences of {span},"
        f" {forces(table)}",
        subtitle="Share of each outcome in all offences of these years, computed from the counts",
        values_in_words=[
            f"{bar['label']}: {bar['text']}".replace("\n", " ")
            for rows in by_force(table)
            for bar in _share_bars(rows)
        ],
        left=_LABELS,
    )


def _share_bars(own: list[Row]) -> list[Row]:
    total = sum(_totals(own).values())
    summed: dict[str, int] = {}
    for row in own:
        summed[row["stated_label"]] = summed.get(row["stated_label"], 0) + row["offences"]
    return [
        {
            "label": wrapped(label, 34),
            "share": share(count, total) or 0,
            "text": f"{share(count, total):.2f}% ({count} of {total})" if total else "0 of 0",
        }
        for label, count in summed.items()
    ]


def _shares(own: list[Row]) -> Any:
    bars = _share_bars(own)
    labels = [bar["label"] for bar in bars]
    base = alt.Chart(values(bars)).encode(
        x=alt.X("share:Q", title="Percent of all offences", scale=alt.Scale(domain=[0, 100])),
        y=alt.Y("label:N", title=None, sort=labels, axis=label_axis(_LABELS)),
    )
    texts = base.mark_text(align="left", dx=5, fontSize=12, color=INK).encode(text="text:N")
    return (base.mark_bar(color=BAR) + texts).properties(
        width=WIDTH - _LABELS - 10, height=step(labels, 34)
    )
