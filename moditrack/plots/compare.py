"""The picture of the City of London Police beside the national share."""

from __future__ import annotations

from typing import Any

import altair as alt

from moditrack.counting import counted
from moditrack.plots.drawings import Drawing
from moditrack.plots.theme import BAR, INK, ROUNDING, WIDTH, label_axis, step, values, wrapped
from moditrack.questions import compare_screen
from moditrack.tables import Table

_LABELS, _VERDICTS = 170, 160
_BESIDE = 480
"""From this width on, what may be concluded is beside the intervals, and not below their labels."""


def ratios(table: Table, width: int = WIDTH) -> Drawing:
    """A point for each reading of how many offences the City's share rests on, against 1, and
    beside it what may be concluded.

    The point is offences over those expected, with a 95% interval; the bar around it is the
    interval of the ratio of the two rounded percentages.
    """
    beside = width >= _BESIDE
    rows = [_line(row, beside=beside) for row in table.rows]
    first = table.rows[0]
    return Drawing(
        [[_panel(rows, width - _LABELS - 20 - (_VERDICTS if beside else 0))]],
        table,
        title="Modern slavery and human trafficking as a share of all crime, in the City of London"
        " and nationally",
        subtitle=f"{first['colp_printed']} in the City,"
        f" {first['national_printed']} nationally; {first['ratio']:.2f} is the first divided by the"
        " second",
        key="Line: 95% interval. Bar: the rounding of the two percentages alone"
        f" leaves {first['ratio_low']:.2f}-{first['ratio_high']:.2f}."
        + (" Dashed: widened, as the years differ." if any(map(_widened, rows)) else ""),
        notes=[
            note
            for note in compare_screen.readings(table).notes
            if note.kind not in ("source", "further", "user")
        ],
        values_in_words=[row["words"] for row in rows],
        left=_LABELS,
    )


def _panel(rows: list[dict[str, Any]], room: int) -> alt.LayerChart:
    """The points with their intervals, the line at 1, and the verdicts that are beside them."""
    labels = [row["label"] for row in rows]
    top = max(1.25, *(row["wide_high"] for row in rows))
    base = alt.Chart(values(rows)).encode(
        y=alt.Y("label:N", sort=labels, title=None, axis=label_axis(_LABELS))
    )
    x = alt.X(
        "low:Q",
        title=["The City's share divided", "by the national one"],
        scale=alt.Scale(domain=[0, round(top + 0.05, 1)], nice=False),
        axis=alt.Axis(
            values=[0, 0.5, 1], labelExpr="datum.value == 1 ? '1: the same' : datum.value"
        ),
    )
    one = (
        alt.Chart(values([{"one": 1}]))
        .mark_rule(color=INK, strokeDash=[4, 3], strokeWidth=1.5)
        .encode(x="one:Q")
    )
    limits = base.mark_rule(color=BAR, strokeWidth=2).encode(x=x, x2="high:Q")
    widened = base.mark_rule(color=BAR, strokeWidth=2, strokeDash=[3, 3]).encode(
        x="wide_low:Q", x2="wide_high:Q"
    )
    rounding = base.mark_rule(color=ROUNDING, strokeWidth=18).encode(
        x="ratio_low:Q", x2="ratio_high:Q"
    )
    points = base.mark_point(filled=True, size=40, color=INK, opacity=1).encode(x="point:Q")
    verdicts = base.mark_text(
        align="left", fontSize=12, lineHeight=14, color=INK, lineBreak="\n", baseline="middle",
    ).encode(x=alt.value(room + 12), text="beside:N")  # fmt: skip
    return (rounding + one + widened + limits + points + verdicts).properties(
        width=room, height=step([*labels, *(row["beside"] for row in rows)], 58)
    )


def _widened(row: dict[str, Any]) -> bool:
    """Whether a line has an interval that is wider than the usual one."""
    return bool(row["wide_low"] < row["low"] or row["wide_high"] > row["high"])


def _line(row: dict[str, Any], *, beside: bool) -> dict[str, Any]:
    observed = row["offences"] / (row["expected_at_national_rate"] or 1)
    label = f"If it rests on the {counted(row['offences'], 'offence')} of {row['reading']}"
    interval = f"{observed:.2f} ({compare_screen.interval_text(row)})"
    label = wrapped(f"{label} ({row['expected_at_national_rate']:.0f} expected)", 26)
    text = f"{interval}\n{row['conclusion']}"
    return {
        "label": label if beside else f"{label}\n{text}",
        "low": row["ci_low"],
        "high": row["ci_high"],
        "point": observed,
        "wide_low": row["ci_low"] if row["wide_low"] is None else row["wide_low"],
        "wide_high": row["ci_high"] if row["wide_high"] is None else row["wide_high"],
        "ratio_low": row["ratio_low"],
        "ratio_high": row["ratio_high"],
        "words": f"{label}: {text}".replace("\n", " "),
        "beside": text if beside else "",
    }
