"""A picture as a file: SVG, PNG, HTML or the Vega-Lite JSON, by the end of its name."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

import altair as alt
import vl_convert

from moditrack.errors import InputError

_SCALE = 2
"""Pixels of a PNG for each of the picture's, so that it is sharp on paper."""


def svg(chart: alt.VConcatChart) -> str:
    """The picture as SVG, with what it shows as its label; the same text for the same data."""
    drawn = str(vl_convert.vegalite_to_svg(_specification(chart)))
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(described(chart))}" ', 1)


def rendered(chart: alt.VConcatChart, name: str) -> bytes:
    """The picture in the format that the end of a file's name tells.

    Raises InputError for another ending.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in _FORMATS:
        raise InputError(f"'{name}' has no ending of a picture: use .{', .'.join(_FORMATS)}.")
    return _FORMATS[ending](chart)


def _specification(chart: alt.VConcatChart) -> dict[str, Any]:
    """The Vega-Lite JSON. It is valid where its parts are, which Altair has looked at."""
    specification: dict[str, Any] = chart.to_dict(validate=False)
    return specification


def _html(chart: alt.VConcatChart) -> bytes:
    page: str = vl_convert.vegalite_to_html(_specification(chart), bundle=True)
    named = page.replace("<html>", '<html lang="en">', 1)
    return named.replace(
        "<title>Chart</title>", f"<title>{escape(described(chart))}</title>", 1
    ).encode()


def described(chart: alt.VConcatChart) -> str:
    """What the picture shows, in words."""
    return str(chart.description)


_FORMATS: dict[str, Callable[[alt.VConcatChart], bytes]] = {
    "svg": lambda chart: svg(chart).encode(),
    "png": lambda chart: bytes(vl_convert.vegalite_to_png(_specification(chart), scale=_SCALE)),
    "html": _html,
    "json": lambda chart: (json.dumps(_specification(chart), indent=1) + "\n").encode(),
}
