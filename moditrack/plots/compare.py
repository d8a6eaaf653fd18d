"""The picture of the City of London Police beside the national share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from moditrack.counting import counted
from moditrack.plots.theme import BAR, INK, WIDTH, frame, label_axis, step, values, wrapped
from moditrack.questions import compare_screen
from moditrack.tables import Note, Table

_LABELS = 170
_VERDICTS = 160


def ratios(table: Table, documents: Mapping[str, str]) -> alt.VConcatChart:
    """A point for each reading of how many offences the City's share rests on, against 1, and
    beside it what may be concluded.

    The point is offences over those expected, with a 95% interval; the thick line is the interval
    of the ratio of the two rounded percentages.
    """
    rows = [_line(row) for row in table.rows]
    first = table.rows[0]
    return frame(
        [_panel(rows)],
        table,
        documents,
        title="Modern slavery and human trafficking as a share of all crime, in the City of London"
        " and nationally",
        subtitle=f"{first['colp_printed']} in the City,"
        f" {first['national_printed']} nationally; {first['ratio']:.2f} is the first divided by the"
        " second",
        notes=[
            Note(
                "explanation",
                "Thin: 95% interval. Thick: the rounding of the two percentages alone"
                f" leaves {first['ratio_low']:.2f}-{first['ratio_high']:.2f}."
                + (" Dashed: widened, as the years differ." if any(map(_widened, rows)) else ""),
            ),
            *(
                note
                for note in compare_screen.readings(table).notes
                if note.kind not in ("source", "further", "user")
            ),
        ],
        values_in_words=[f"{row['label']}: {row['text']}".replace("\n", " ") for row in rows],
        left=_LABELS,
    )


def _panel(rows: list[dict[str, Any]]) -> alt.LayerChart:
    """The points with their intervals, the line at 1, and the verdicts."""
    labels = [row["label"] for row in rows]
    top = max(1.25, *(row["wide_high"] for row in rows))
    room = WIDTH - _LABELS - _VERDICTS - 20
    base = alt.Chart(values(rows)).encode(
        y=alt.Y("label:N", sort=labels, title=None, axis=label_axis(_LABELS))
    )
    x = alt.X(
        "low:Q",
        title="The City's share divided by the national one",
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
    rounding = base.mark_rule(color=BAR, strokeWidth=9).encode(x="ratio_low:Q", x2="ratio_high:Q")
    points = base.mark_point(filled=True, size=45, color="white", opacity=1).encode(x="point:Q")
    verdicts = base.mark_text(
        align="left", fontSize=12, lineHeight=14, color=INK, lineBreak="\n", baseline="middle",
    ).encode(x=alt.value(room + 12), text="text:N")  # fmt: skip
    return (one + widened + limits + rounding + points + verdicts).properties(
        width=room, height=step([*labels, *(row["text"] for row in rows)], 58)
    )


def _widened(row: dict[str, Any]) -> bool:
    """Whether a line has an interval that is wider than the usual one."""
    return bool(row["wide_low"] < row["low"] or row["wide_high"] > row["high"])


def _line(row: dict[str, Any]) -> dict[str, Any]:
    observed = row["offences"] / (row["expected_at_national_rate"] or 1)
    label = f"If it rests on the {counted(row['offences'], 'offence')} of {row['reading']}"
    interval = f"{observed:.2f} ({compare_screen.interval_text(row)})"
    return {
        "label": wrapped(f"{label} ({row['expected_at_national_rate']:.0f} expected)", 26),
        "low": row["ci_low"],
        "high": row["ci_high"],
        "point": observed,
        "wide_low": row["ci_low"] if row["wide_low"] is None else row["wide_low"],
        "wide_high": row["ci_high"] if row["wide_high"] is None else row["wide_high"],
        "ratio_low": row["ratio_low"],
        "ratio_high": row["ratio_high"],
        "text": f"{interval}\n{row['conclusion']}",
    }
