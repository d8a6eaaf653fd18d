"""The ways out: a Table or Page to a terminal, to plain text or to data. Knows no SQL."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from moditrack.errors import InputError, unknown
from moditrack.tables import Chart, Column, Page, Table


class Way:
    """The way out that was asked for: a format (None: for people), fields, a file, and whether long
    output on a terminal goes through the pager."""

    def __init__(
        self,
        format: str | None = None,
        fields: str | None = None,
        output: str | None = None,
        *,
        overwrite: bool = False,
        pager: bool = True,
    ) -> None:
        self.format = format
        self.fields = fields
        self.output = output
        self.overwrite = overwrite
        self.pager = pager


def emit(
    result: Table | Page,
    way: Way,
    view: Callable[[], Sequence[Table | Page | Chart]] | None = None,
) -> None:
    """Write a result the way that was asked for: data, a tabulate format, or for people, who get a
    picture on a terminal and plain text elsewhere. `view` gives what people see in its place.

    Raises InputError for an unknown field or format, and for a file that is there already.
    """
    if way.fields is not None:
        result, view = _chosen(result, way.fields), None
    with _target(way) as stream:
        if way.format == "json":
            from moditrack.render.json import write_json

            write_json(result, stream)
        elif way.format == "jsonl":
            from moditrack.render.json import write_json_lines

            write_json_lines(result, stream)
        elif way.format in ("csv", "tsv"):
            from moditrack.render.csv import write_csv

            write_csv(result, stream, "excel" if way.format == "csv" else "excel-tab")
        elif way.format is not None:
            from moditrack.render.formats import write_format

            write_format(result, way.format, stream)
        else:
            shown = [result] if view is None else view()
            if _is_terminal(way):
                from moditrack.render.terminal import write_terminal

                write_terminal(shown, stream)
            else:
                from moditrack.render.text import write_text

                write_text(shown, stream, colour=way.output is None and forces_colour())


def forces_colour() -> bool:
    """Whether the user wants colour wherever the text goes."""
    return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR")


def _is_terminal(way: Way) -> bool:
    return way.output is None and sys.stdout.isatty()


def plain_console(stream: TextIO) -> bool:
    """Whether a stream cannot show Unicode."""
    try:
        "█●–▁".encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return True
    return False


def _chosen(result: Table | Page, fields: str) -> Table | Page:
    """The result with these fields alone, in this order."""
    known = (
        [column.key for column in result.columns]
        if isinstance(result, Table)
        else list(result.data)
    )
    names = [name.strip() for name in fields.split(",") if name.strip()]
    if not names:
        raise InputError(f"--fields is empty: there are {', '.join(known)}.")
    for name in names:
        if name not in known:
            raise unknown("field", name, {key: key for key in known})
    if isinstance(result, Page):
        chosen = {name: result.data[name] for name in names}
        return Page(result.title, result.facts, result.sections, chosen)
    return Table(result.title, tuple(Column(name, name) for name in names), result.made)


@contextmanager
def _target(way: Way) -> Iterator[TextIO]:
    """Where to write: stdout, or a file that takes its place whole when all is written."""
    if way.output is None:
        if way.pager and _is_terminal(way):
            from moditrack.render.pager import paged

            with paged(sys.stdout) as stream:
                yield stream
        else:
            yield sys.stdout
        return
    import tempfile
    from pathlib import Path

    path = Path(way.output)
    if path.is_dir() or way.output == "":
        raise InputError(f"'{way.output}' is no file: name one with --output.")
    if path.exists() and not way.overwrite:
        raise InputError(f"{path} is there already: name another file, or use --overwrite.")
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
