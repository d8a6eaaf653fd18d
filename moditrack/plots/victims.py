"""Victims by age and by ethnicity, and sex."""

from __future__ import annotations

from typing import Any

import altair as alt

from moditrack.plots.theme import INK, PAIR, WIDTH, beside, frame, ink_on, values
from moditrack.tables import Table

_HALF = 235
_LABELS = 100


def by_age(table: Table) -> alt.VConcatChart:
    """A pyramid: age bands from young (below) to old, female left and male right."""
    ages = list(dict.fromkeys(row["category"] for row in table.rows))[::-1]
    most = max(row["victims"] for row in table.rows)
    halves = [
        _half(table, sex, ages, most, left=left)
        for sex, left in (("female", True), ("male", False))
    ]
    middle = (
        alt.Chart(values([{"category": age} for age in ages]))
        .mark_text(fontSize=12, color=INK)
        .encode(y=alt.Y("category:N", sort=ages, axis=None), text="category:N")
        .properties(width=60, height=alt.Step(32), title=alt.TitleParams("Age", fontSize=12))
    )
    return frame(
        [alt.hconcat(halves[0], middle, halves[1], spacing=4)],
        title=f"Victims by age and sex, {_forces(table)}",
        subtitle="Number of victims in each age band, as printed",
        notes=table.notes,
        sources=table.sources,
    )


def _half(table: Table, sex: str, ages: list[str], most: int, *, left: bool) -> alt.LayerChart:
    rows = [row for row in table.rows if row["sex"] == sex]
    counts: list[dict[str, Any]] = [
        {"category": row["category"], "victims": row["victims"]} for row in rows
    ]
    total = sum(row["victims"] for row in rows)
    base = alt.Chart(values(counts)).encode(
        x=alt.X(
            "victims:Q",
            title="Victims",
            scale=alt.Scale(domain=[0, most + 1], reverse=left, nice=False),
            axis=alt.Axis(tickMinStep=1, format="d"),
        ),
        y=alt.Y("category:N", sort=ages, axis=None),
    )
    texts = base.mark_text(
        align="right" if left else "left", dx=-4 if left else 4, fontSize=12, color=INK
    ).encode(text="victims:Q")
    return (base.mark_bar(color=PAIR[0] if left else PAIR[1]) + texts).properties(
        width=_HALF,
        height=alt.Step(32),
        title=alt.TitleParams(
            f"{sex.title()} ({total})", fontSize=13, anchor="end" if left else "start"
        ),
    )


def by_ethnicity(table: Table) -> alt.VConcatChart:
    """Bars by ethnicity as printed, with a part for each sex."""
    names = list(dict.fromkeys(row["category"] for row in table.rows))
    placed, sums = [], []
    for name in names:
        below = 0
        for row in (row for row in table.rows if row["category"] == name):
            colour = PAIR[0] if row["sex"] == "female" else PAIR[1]
            placed.append(
                {
                    "category": name,
                    "sex": row["sex"],
                    "from": below,
                    "to": below + row["victims"],
                    "middle": below + row["victims"] / 2,
                    "text": str(row["victims"]),
                    "ink": ink_on(colour),
                }
            )
            below += row["victims"]
        sums.append({"category": name, "total": below})
    y = alt.Y("category:N", sort=names, title=None, axis=beside(_LABELS))
    whole = sum(row["total"] for row in sums)
    parts = alt.Chart(values([row for row in placed if row["to"] > row["from"]]))
    bars = parts.mark_bar(stroke="white", strokeWidth=1.5).encode(
        x=alt.X("from:Q", title="Victims", axis=alt.Axis(tickMinStep=1, format="d")),
        x2="to:Q",
        y=y,
        color=alt.Color(
            "sex:N",
            title=None,
            scale=alt.Scale(domain=["female", "male"], range=list(PAIR)),
            legend=alt.Legend(orient="top", symbolSize=160, symbolStrokeWidth=0),
        ),
    )
    counts = parts.mark_text(fontSize=11).encode(
        x="middle:Q", y=y, text="text:N", color=alt.Color("ink:N", scale=None)
    )
    totals = (
        alt.Chart(values(sums))
        .mark_text(align="left", dx=5, fontSize=12, fontWeight="bold", color=INK)
        .encode(x="total:Q", y=y, text="total:Q")
    )
    return frame(
        [(bars + counts + totals).properties(width=WIDTH - _LABELS - 40, height=alt.Step(34))],
        title=f"Victims by ethnicity and sex, {_forces(table)}",
        subtitle=f"Number of victims, with the names of the groups as printed; {whole} in all",
        notes=table.notes,
        sources=table.sources,
        left=_LABELS,
    )


def _forces(table: Table) -> str:
    return ", ".join(dict.fromkeys(row["force_name"] for row in table.rows))
