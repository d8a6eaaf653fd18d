"""The ways out: a Table or Page to a terminal, to plain text or to JSON. Knows no SQL."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from moditrack.tables import Page, Table


def emit(
    result: Table | Page, *, as_json: bool, view: Sequence[Table | Page] | None = None
) -> None:
    """Print a result: JSON where asked for, a picture on a terminal, plain text into a pipe.

    `view` is what a person sees in place of the result.
    """
    if as_json:
        from moditrack.render.data import write_json

        write_json(result)
        return
    shown = [result] if view is None else view
    if sys.stdout.isatty():
        from moditrack.render.terminal import write_terminal

        write_terminal(shown)
    else:
        from moditrack.render.text import write_text

        write_text(shown)
