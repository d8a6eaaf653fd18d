"""What all pictures share: palette, type, and the frame with title, notes and citations.

Colours differ in lightness as much as in hue (a run of cividis), so that they hold for the
colour-blind and printed in grey; what they mean stands beside them in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from moditrack.citations import in_order

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK, QUIET, LINE = "#1a1a1a", "#4d4d4d", "#d9d9d9"
PALETTE = ("#00224e", "#3b496c", "#666870", "#958f78", "#c8b866", "#fee838")
"""From dark to light."""
PAIR = ("#00224e", "#c8b866")
"""Two series side by side."""
BAR = "#3b496c"
LINES = "split(datum.label, '\\n')"
"""Labels of several lines."""
WIDTH = 560
"""The width of every picture, in pixels: it can be read on a phone, too."""
_CHARACTER = 5.1
"""Mean width of a character of a note, in pixels."""


def ink_on(colour: str) -> str:
    """What can be read on a colour of the palette."""
    return "#ffffff" if colour in PALETTE[:3] else INK


def beside(width: int, **other: Any) -> alt.Axis:
    """A y axis whose labels have so many pixels, whatever they are."""
    return alt.Axis(minExtent=width, maxExtent=width, labelLimit=width, **other)


def wrapped(text: str, width: int) -> str:
    """A label in lines of at most so many characters; LINES shows it so."""
    return "\n".join(wrap(text, width, break_on_hyphens=False))


def step(labels: Sequence[str], least: int, line: int = 13) -> alt.Step:
    """The height of a bar: enough for the label with the most lines."""
    return alt.Step(max(least, 10 + line * max(label.count("\n") + 1 for label in labels)))


def values(rows: Sequence[dict[str, Any]]) -> alt.Data:
    """Rows as data that stands in the picture."""
    return alt.Data(values=list(rows))


def frame(
    body: Sequence[Any],
    *,
    title: str,
    subtitle: str,
    notes: Sequence[str],
    sources: Sequence[str],
    left: int = 0,
) -> alt.VConcatChart:
    """Panels under one title, and below them the notes and the citations of all that is drawn.

    `left` is the room, in pixels, that labels take beside the panels: the notes begin there too.
    """
    listed = [*notes, *cited(sources)]
    fits = int(WIDTH / _CHARACTER)
    footer = [line for note in listed for line in wrap(note, fits, break_on_hyphens=False)]
    foot = (
        alt.Chart(alt.Data(values=[{}]))
        .mark_point(opacity=0)
        .properties(
            width=WIDTH - left,
            height=1,
            title=alt.TitleParams(
                text=footer, orient="bottom", anchor="start", fontSize=10, lineHeight=14,
                fontWeight="normal", color=QUIET, dx=-left,
            ),
        )
    )  # fmt: skip
    return (
        alt.vconcat(*body, foot, spacing=16)
        .resolve_scale(color="independent", x="independent", y="independent")
        .properties(
            title=alt.TitleParams(
                text=wrap(title, WIDTH // 9), subtitle=wrap(subtitle, WIDTH // 6),
                anchor="start", fontSize=17, subtitleFontSize=12, subtitleColor=QUIET, offset=14,
            ),
            description=f"{title}. {subtitle}",
            # The page of a picture offers to save it, and leads nowhere else.
            usermeta={"embedOptions": {"actions": {"export": True, "source": False,
                      "compiled": False, "editor": False}}},
            padding=16,
            background="white",
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", labelColor=INK,
            titleColor=QUIET, gridColor=LINE, domainColor=QUIET, tickColor=QUIET, labelLimit=460,
        )
        .configure_legend(labelFontSize=12, titleFontSize=12, labelLimit=460, labelColor=INK,
                          titleColor=QUIET, titleFontWeight="normal")
        .configure_header(labelFontSize=12, labelColor=INK, titleFontSize=12)
        .configure_title(color=INK, fontWeight="bold")
    )  # fmt: skip


def cited(sources: Sequence[str]) -> list[str]:
    """The citations, a line for each document with its places."""
    places: dict[str, list[str]] = {}
    for source in sorted(set(sources), key=in_order):
        document, _, place = source.partition("#")
        places.setdefault(document, []).append(place)
    return [f"Source: {document}#{', #'.join(own)}" for document, own in places.items()]
