"""Write a picture as SVG, PNG, HTML or Vega-Lite, by its extension: size of a PNG, alt text."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

import altair as alt
import vl_convert

from moditrack.escaping import picture, script
from moditrack.extensions import extension, unknown_extension

_SCALE = 2
"""A PNG has this many pixels for each of the picture's, to be sharp on paper."""


def svg(chart: alt.VConcatChart) -> str:
    """The picture as SVG, labelled with its description; the same data gives the same text."""
    drawn = str(vl_convert.vegalite_to_svg(_specification(chart)))
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(description(chart))}" ', 1)


def rendered(chart: alt.VConcatChart, name: str) -> bytes:
    """The picture in the format of a file's extension. Raises InputError for another extension."""
    return _FORMATS[picture_format(name)](chart)


def picture_format(name: str) -> str:
    """The extension of a picture's file; raises InputError for one that is not a format."""
    found = extension(name)
    if found is None or found not in _FORMATS:
        raise unknown_extension(name, list(_FORMATS))
    return found


def _specification(chart: alt.VConcatChart) -> dict[str, Any]:
    """The Vega-Lite JSON. Altair validated its parts when they were made."""
    specification: dict[str, Any] = _escaped(chart.to_dict(validate=False))
    return specification


def _escaped(value: Any) -> Any:
    """A value with every text in it escaped."""
    if isinstance(value, str):
        return picture(value)
    if isinstance(value, dict):
        return {key: _escaped(own) for key, own in value.items()}
    return [_escaped(own) for own in value] if isinstance(value, list) else value


def _html(chart: alt.VConcatChart) -> bytes:
    # vl-convert does not escape the picture it puts into the page, so it gets an empty one.
    page: str = vl_convert.vegalite_to_html({}, bundle=True)
    for old, new in (
        ("<html>", '<html lang="en">'),
        ("<title>Chart</title>", f"<title>{escape(description(chart))}</title>"),
        ("const spec = {};", f"const spec = {script(json.dumps(_specification(chart)))};"),
    ):
        before, found, after = page.partition(old)
        if not found:
            raise RuntimeError(f"The page that vl-convert makes has no {old}")
        page = before + new + after
    return page.encode()


def description(chart: alt.VConcatChart) -> str:
    """The picture in words, for people who hear it."""
    return picture(str(chart.description))


_FORMATS: dict[str, Callable[[alt.VConcatChart], bytes]] = {
    "svg": lambda chart: svg(chart).encode(),
    "png": lambda chart: bytes(vl_convert.vegalite_to_png(_specification(chart), scale=_SCALE)),
    "html": _html,
    "json": lambda chart: (json.dumps(_specification(chart), indent=1) + "\n").encode(),
}
