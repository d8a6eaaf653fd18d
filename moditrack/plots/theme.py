"""How all pictures look: palette, colours, fonts, labels.

Colours differ in lightness as much as in hue (taken from cividis): colour-blind people can tell
them apart, and so can readers of a grey print. Words beside them say what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from moditrack.questions.grouping import by_force
from moditrack.questions.outcome_blocks import CHARGED, NO_SUSPECT, NO_SUSPECT_EITHER
from moditrack.tables import Row, Table

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK, QUIET, LINE = "#1a1a1a", "#4d4d4d", "#d9d9d9"
PALETTE = ("#00224e", "#3b496c", "#666870", "#958f78", "#c8b866", "#fee838")
"""From dark to light."""
SEXES = ("#0f4642", "#9ad3cb")
PHASES = ("#4f1f46", "#d8b0cf", "#94508a", "#6b3560", "#b77fae")
"""Series side by side, in hues that outcomes and cautions do not have."""
ROUNDING = "#bfbfbf"
BAR = "#3b496c"
_OUTCOMES = {
    NO_SUSPECT: "#00224e", NO_SUSPECT_EITHER: "#4f689b", "15": "#7d90b8", "16": "#a9b5d3",
    CHARGED: "#a68f2f", "1A": "#d4c275", "20": "#c9c9c9",
}  # fmt: skip
"""Colours of outcomes: dark for no suspect, blue for evidential difficulties, gold for a charge,
grey for cases that another body has. Other codes take a colour of the palette, by their number."""
_NO_CODE = "#e2e2e2"
WIDTH = 560
"""The width of a picture that stands alone, in pixels."""


def ramp(number: int) -> list[str]:
    """This many colours from dark to light, interpolated in the palette."""
    places = [n * (len(PALETTE) - 1) / max(number - 1, 1) for n in range(number)]
    return [_between(PALETTE[int(p)], PALETTE[min(int(p) + 1, len(PALETTE) - 1)], p % 1)
            for p in places]  # fmt: skip


def outcome_colours(rows: Sequence[Row]) -> dict[str, str]:
    """The colour of each outcome as printed: the same in every picture, whatever else it shows."""
    colours = ramp(64)

    def colour(code: str | None) -> str:
        number = int("".join(filter(str.isdigit, code or "")) or 0)
        by_number = colours[(2 * number + (not (code or "").isdigit())) % len(colours)]
        return _OUTCOMES.get(code or "", by_number) if code else _NO_CODE

    return {row["stated_label"]: colour(row["code"]) for row in rows}


def _parts(colour: str) -> list[int]:
    return [int(colour[n : n + 2], 16) for n in (1, 3, 5)]


def _between(dark: str, light: str, share: float) -> str:
    mixed = (round(d + (b - d) * share) for d, b in zip(_parts(dark), _parts(light), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def text_colour(colour: str) -> str:
    """The colour of text that is legible on a colour."""
    red, green, blue = _parts(colour)
    return "#ffffff" if 0.299 * red + 0.587 * green + 0.114 * blue < 125 else INK


def label_axis(width: int, line: int = 13, skip: int = 0, **other: Any) -> alt.Axis:
    """A y axis whose labels get `width` pixels; labels of several lines are centred on their tick.

    The first `skip` characters of a label are not shown: they keep equal labels apart.
    """
    offsets = [
        {"test": f"length(split(datum.label, '\\n')) == {lines}", "value": -line * (lines - 1) / 2}
        for lines in range(2, 7)
    ]
    return alt.Axis(
        minExtent=width, maxExtent=width, labelLimit=width, labelLineHeight=line,
        labelExpr=f"split(slice(datum.label, {skip}), '\\n')",
        labelOffset={"condition": offsets, "value": 0}, **other,
    )  # fmt: skip


def forces(table: Table) -> str:
    """The names of the police forces in a table."""
    return ", ".join(dict.fromkeys(row["force_name"] for row in table.rows))


def panels(
    table: Table, draw: Callable[[list[Row]], Any], when: Callable[[list[Row]], str] | None = None
) -> list[list[Any]]:
    """A panel for each document, force and kind of period, each with its name where there are
    several, and with its periods where they differ or the name is not enough."""
    own = by_force(table)
    drawn = [draw(rows) for rows in own]
    if len(own) == 1:
        return [drawn]
    names = [f"{rows[0]['force_name']}, {rows[0]['document']}" for rows in own]
    spans = [when(rows) if when else "" for rows in own]
    if len(set(spans)) > 1 or len(set(names)) < len(names):
        names = [", ".join(filter(None, both)) for both in zip(names, spans, strict=True)]
    return [
        [panel.properties(title=alt.TitleParams(name, fontSize=13, anchor="start"))]
        for panel, name in zip(drawn, names, strict=True)
    ]


def wrapped(text: str, width: int) -> str:
    """A label in lines of at most `width` characters; `label_axis` shows the lines."""
    return "\n".join(wrap(text, width, break_on_hyphens=False))


def step(labels: Sequence[str], least: int, line: int = 13) -> alt.Step:
    """The height of a bar: enough for the label with the most lines."""
    return alt.Step(max(least, 10 + line * max(label.count("\n") + 1 for label in labels)))


def values(rows: Sequence[dict[str, Any]]) -> alt.Data:
    """Rows as data within the picture."""
    return alt.Data(values=list(rows))


CONFIG = alt.Config(
    font=FONT,
    view=alt.ViewConfig(stroke=None),
    axis=alt.AxisConfig(
        labelFontSize=12, titleFontSize=12, titleFontWeight="normal", labelColor=INK,
        titleColor=QUIET, grid=False, domainColor=QUIET, tickColor=QUIET, labelLimit=460,
        labelPadding=5,
    ),
    legend=alt.LegendConfig(
        labelFontSize=12, titleFontSize=12, labelLimit=460, labelColor=INK, titleColor=QUIET,
        titleFontWeight="normal",
    ),
    title=alt.TitleConfig(color=INK, fontWeight="bold"),
)  # fmt: skip
