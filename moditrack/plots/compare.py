"""City of London Police beside the national rate."""

from __future__ import annotations

from typing import Any

import altair as alt

from moditrack.plots.theme import BAR, INK, LINES, WIDTH, beside, frame, step, values, wrapped
from moditrack.tables import Table

_LABELS = 230


def ratios(table: Table) -> alt.VConcatChart:
    """Points with intervals against 1: for each reading the ratio of the percentages and what
    their rounding leaves, and offences over those expected with their 95 % limits."""
    rows: list[dict[str, Any]] = []
    for row in table.rows:
        observed = row["offences"] / row["expected_at_national_rate"]
        rows += [
            _line(
                f"{row['reading']}: ratio of the percentages, interval of their rounding",
                row["ratio_low"], row["ratio"], row["ratio_high"],
            ),
            _line(
                f"{row['reading']}: {row['offences']} offences over"
                f" {row['expected_at_national_rate']} expected, 95 % limits",
                row["ci_low"], observed, row["ci_high"],
            ),
        ]  # fmt: skip
    labels = [row["label"] for row in rows]
    top = max(1.25, *(row["high"] for row in rows))
    x = alt.X(
        "low:Q",
        title="Ratio (1: as the national rate)",
        scale=alt.Scale(domain=[0, round(top + 0.05, 1)], nice=False),
        axis=alt.Axis(format=".2f", tickCount=6),
    )
    base = alt.Chart(values(rows)).encode(
        y=alt.Y("label:N", sort=labels, title=None, axis=beside(_LABELS, labelExpr=LINES))
    )
    one = (
        alt.Chart(values([{"one": 1}]))
        .mark_rule(color=INK, strokeDash=[4, 3], strokeWidth=1.5)
        .encode(x="one:Q")
    )
    bars = base.mark_rule(color=BAR, strokeWidth=3).encode(x=x, x2="high:Q")
    points = base.mark_point(filled=True, size=90, color=BAR).encode(x="point:Q")
    texts = base.mark_text(dy=-11, fontSize=12, color=INK).encode(x="point:Q", text="text:N")
    first = table.rows[0]
    return frame(
        [
            (one + bars + points + texts).properties(
                width=WIDTH - _LABELS - 10, height=step(labels, 46)
            )
        ],
        title="City of London Police and the national rate",
        subtitle=f"Share of all crime: {first['colp_printed']} in the City,"
        f" {first['national_printed']} nationally",
        notes=[note for note in table.notes if not note.startswith("Source")],
        sources=table.sources,
        left=_LABELS,
    )


def _line(label: str, low: float, point: float, high: float) -> dict[str, Any]:
    text = f"{point:.2f} ({low:.2f}-{high:.2f})"
    return {"label": wrapped(label, 36), "low": low, "point": point, "high": high, "text": text}
