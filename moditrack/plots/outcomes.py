"""The pictures of outcomes: offences by period, and their shares."""

from __future__ import annotations

from functools import partial
from typing import Any

import altair as alt

from moditrack.counting import counted
from moditrack.plots.drawings import Drawing
from moditrack.plots.theme import (
    INK,
    WIDTH,
    forces,
    label_axis,
    outcome_colours,
    panels,
    step,
    text_colour,
    values,
    wrapped,
)  # fmt: skip
from moditrack.questions.grouping import by_force
from moditrack.questions.outcome_blocks import adds_up, period_word, periods, summed_up, totals
from moditrack.questions.shares_with_intervals import added, share, share_interval, share_text
from moditrack.tables import Row, Table

_LEFT = 40
_TOTAL = 40
"""The pixels of a total beside its bar."""
_SHARE_TEXT = 90
"""The pixels of a share and its interval beside their bar."""
_READABLE = 9
"""The pixels that a part of a bar needs for each digit of its count."""


def by_year(table: Table, width: int = WIDTH) -> Drawing:
    """Stacked bars, one for each period, with a part for each outcome; the largest comes first."""
    step = period_word(table.rows)
    return Drawing(
        panels(table, partial(_periods, width=width)),
        table,
        title=f"Modern slavery and human trafficking: offences by outcome and {step},"
        f" {forces(table)}",
        subtitle=f"Recordable offences by outcome: counts in the bars, and beside them the {step}'s"
        " total",
        values_in_words=[
            f"{rows[0]['force_name']} {period}: {_offences(total)}"
            for rows in by_force(table)
            for period, total in totals(rows).items()
        ],
        left=_LEFT,
    )


def _offences(total: int | None) -> str:
    return "total not known" if total is None else counted(total, "offence")


def _by_label(rows: list[Row]) -> dict[str, int]:
    """The offences of each outcome in all periods, as printed."""
    summed: dict[str, int] = {}
    for row in rows:
        summed[row["stated_label"]] = summed.get(row["stated_label"], 0) + (row["offences"] or 0)
    return summed


def _periods(own: list[Row], width: int) -> Any:
    summed = _by_label(own)
    labels = sorted(summed, key=lambda label: -summed[label])
    named = {label: f"{label} ({summed[label]})" if adds_up(own) else label for label in labels}
    colours = outcome_colours(own)
    named = {label: wrapped(name, width // 7) for label, name in named.items()}
    left = max(_LEFT, *(7 * len(name) for name in periods(own)))
    room = width - left - _TOTAL
    parts, ends = _stacked(own, named, colours, room)
    names = [end["year"] for end in ends]
    axis = label_axis(left, labelFontSize=13, ticks=False, domain=False)
    year = alt.Y("year:O", sort=names, title=None, axis=axis)
    most = max(end["end"] for end in ends) or 1
    count = alt.X("from:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most], nice=False))
    bars = (
        alt.Chart(values(parts))
        .mark_bar(stroke="white", strokeWidth=1.5)
        .encode(
            x=count,
            x2="to:Q",
            y=year,
            color=alt.Color(
                "label:N",
                title="Outcome, as printed",
                sort=list(named.values()),
                scale=alt.Scale(
                    domain=list(named.values()), range=[colours[label] for label in labels]
                ),
                legend=alt.Legend(
                    orient="top", columns=1, offset=14, symbolSize=160, symbolType="square",
                    symbolStrokeWidth=0, labelExpr="split(datum.label, '\\n')",
                ),
            ),
            tooltip=[alt.Tooltip("year:O"), alt.Tooltip("label:N"), alt.Tooltip("offences:Q")],
        )
    )  # fmt: skip
    texts = (
        alt.Chart(values(parts))
        .mark_text(fontSize=12)
        .encode(x="middle:Q", y=year, text="text:N", color=alt.Color("ink:N", scale=None))
    )
    totals = (
        alt.Chart(values(ends))
        .mark_text(align="left", dx=7, fontSize=13, fontWeight="bold", color=INK)
        .encode(x="end:Q", y=year, text="text:N")
    )
    return (bars + texts + totals).properties(width=room, height=alt.Step(32))


def _stacked(
    own: list[Row], named: dict[str, str], colours: dict[str, str], room: int
) -> tuple[list[Row], list[Row]]:
    """The parts of the bars from left to right, and the total at the end of each bar."""
    length = dict.fromkeys(periods(own), 0)
    places = list(named)
    parts = []
    for row in sorted(own, key=lambda row: places.index(row["stated_label"])):
        label, before = row["stated_label"], length[row["period"]]
        offences = row["offences"] or 0
        length[row["period"]] += offences
        parts.append(
            {
                "year": row["period"],
                "label": named[label],
                "offences": offences,
                "from": before,
                "to": before + offences,
                "middle": before + offences / 2,
                "text": str(offences),
                "ink": text_colour(colours[label]),
            }
        )
    most = max(length.values()) or 1
    for part in parts:
        if part["offences"] / most * room < _READABLE * len(part["text"]):
            part["text"] = ""
    whole = totals(own)
    ends = [
        {"year": period, "end": end, "text": "?" if whole[period] is None else str(whole[period])}
        for period, end in length.items()
    ]
    return parts, ends


def shares(table: Table, width: int = WIDTH) -> Drawing:
    """Bars: the share of each outcome in all offences of the periods, or of the last one where
    periods are not added up."""
    spans = list(dict.fromkeys(_span(rows) for rows in by_force(table)))
    in_period = f" of {spans[0]}" if len(spans) == 1 else ""
    left = width * 2 // 5
    return Drawing(
        panels(table, partial(_shares, width=width, left=left), _span),
        table,
        title=f"Modern slavery and human trafficking: outcomes of the offences{in_period},"
        f" {forces(table)}",
        subtitle="Share of each outcome in all offences of these"
        f" {period_word(table.rows)}s, computed from the counts",
        values_in_words=[
            f"{bar['label']}: {bar['text']}".replace("\n", " ")
            for rows in by_force(table)
            for bar in _share_bars(rows, left)
        ],
        key="Line: 95% interval of the share, which is in brackets.",
        left=left,
    )


def _span(rows: list[Row]) -> str:
    """The first and the last period that the shares are of."""
    own = periods(summed_up(rows))
    join = "-" if own[0].isdigit() else " to "
    return join.join(dict.fromkeys((own[0], own[-1])))


def _share_bars(block: list[Row], left: int) -> list[Row]:
    own = summed_up(block)
    total = added(totals(own).values())
    colours = outcome_colours(own)

    def text(count: int) -> str:
        if total is None:
            return f"{count}, of a total that is not known"
        return f"{share_text(count, total)}\n{count} of {total}" if total else "0 of 0"

    def interval(count: int) -> tuple[float, float]:
        own = share(count, total) or 0
        return share_interval(count, total) or (own, own)

    return [
        {
            "label": wrapped(label, 2 * left // 13),
            "share": share(count, total) or 0,
            "low": interval(count)[0],
            "high": interval(count)[1],
            "text": text(count),
            "colour": colours[label],
        }
        for label, count in _by_label(own).items()
    ]


def _shares(own: list[Row], width: int, left: int) -> Any:
    bars = _share_bars(own, left)
    labels = [bar["label"] for bar in bars]
    room = width - left - 10
    ends = [max(bar["share"], bar["high"]) for bar in bars]
    top = max(100, max(ends) * room / (room - _SHARE_TEXT))
    base = alt.Chart(values(bars)).encode(
        y=alt.Y(
            "label:N", title=None, sort=labels, axis=label_axis(left, ticks=False, domain=False)
        )
    )
    scale = alt.Scale(domain=[0, top], nice=False)
    bar = base.mark_bar(size=22).encode(
        x=alt.X("share:Q", title=None, axis=None, scale=scale),
        color=alt.Color("colour:N", scale=None),
    )
    # Edged with white, a line is seen on a dark bar and beside it.
    lines = [
        base.mark_rule(color=colour, strokeWidth=wide).encode(x="low:Q", x2="high:Q")
        for colour, wide in (("white", 5), (INK, 2))
    ]
    texts = base.mark_text(
        align="left",
        dx=6,
        dy=-7,
        fontSize=12,
        lineHeight=14,
        lineBreak="\n",
        baseline="middle",
        color=INK,
    ).encode(x="high:Q", text="text:N")
    return alt.layer(bar, *lines, texts).properties(width=room, height=step(labels, 38))
