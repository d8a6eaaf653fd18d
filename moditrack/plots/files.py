"""A picture as a file: SVG, PNG, HTML or the Vega-Lite JSON, by the end of its name."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

import altair as alt
import vl_convert

from moditrack.errors import InputError
from moditrack.escaping import picture, script

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
    specification: dict[str, Any] = _harmless(chart.to_dict(validate=False))
    return specification


def _harmless(value: Any) -> Any:
    """The same, each text made harmless."""
    if isinstance(value, str):
        return picture(value)
    if isinstance(value, dict):
        return {key: _harmless(own) for key, own in value.items()}
    return [_harmless(own) for own in value] if isinstance(value, list) else value


def _html(chart: alt.VConcatChart) -> bytes:
    # vl-convert does not escape what it puts into the page, so it gets an empty picture.
    page: str = vl_convert.vegalite_to_html({}, bundle=True)
    for old, new in (
        ("<html>", '<html lang="en">'),
        ("<title>Chart</title>", f"<title>{escape(described(chart))}</title>"),
        ("const spec = {};", f"const spec = {script(json.dumps(_specification(chart)))};"),
    ):
        before, found, after = page.partition(old)
        if not found:
            raise RuntimeError(f"The page that vl-convert makes has no {old}")
        page = before + new + after
    return page.encode()


def described(chart: alt.VConcatChart) -> str:
    """What the picture shows, in words."""
    return picture(str(chart.description))


_FORMATS: dict[str, Callable[[alt.VConcatChart], bytes]] = {
    "svg": lambda chart: svg(chart).encode(),
    "png": lambda chart: bytes(vl_convert.vegalite_to_png(_specification(chart), scale=_SCALE)),
    "html": _html,
    "json": lambda chart: (json.dumps(_specification(chart), indent=1) + "\n").encode(),
}
