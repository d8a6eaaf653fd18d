"""The notes below a table on a terminal, and what a small screen is without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO, cast

from rich.console import Console
from rich.text import Text

from moditrack.citations import first_of
from moditrack.counting import counted
from moditrack.escaping import clean
from moditrack.output.grid import Cell, wrap
from moditrack.output.notes import in_order, mark
from moditrack.output.shown_values import TO_MIND
from moditrack.output.text_width import text_width
from moditrack.tables import Note, Table

_BESIDES = ("nearby-checks", "explanation", "pointer", "further", "report-cautions")
"""Kinds of note that a small screen is without, if all others then fit it: as few notes as are
needed, the first kind first."""


class Counted:
    """A stream that counts the lines written to it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.lines = 0

    def write(self, text: str) -> int:
        """Write a text."""
        self.lines += text.count("\n")
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


_Wrapped = list[tuple[Note, list[str]]]
"""Notes and their lines."""


def _missing(console: Console, notes: _Wrapped, number: int) -> tuple[str, bool]:
    """What says how many notes are left out, and whether the last line has room for it."""
    said = counted(number, "more note")
    last = 4 + text_width(notes[-1][1][-1]) if notes else console.width
    for missing in (f"{said}: add '| less'", f"{said}: '| less'"):
        if last + text_width(missing) <= console.width:
            return missing, True
    return f"{said}: add '| less'", False


def _rows(console: Console, notes: _Wrapped, number: int) -> int:
    """How many rows notes take, and what says how many are left out."""
    own_line = number and not _missing(console, notes, number)[1]
    return sum(len(lines) for _, lines in notes) + bool(own_line)


def _wrapped(console: Console, notes: Sequence[Note], *, sources: bool) -> _Wrapped:
    """Notes in order, each as lines; of several sources the first and how many others."""
    found = []
    for note in in_order(notes):
        text = clean(note)
        if note.kind == "source" and not sources and ", " in text:
            listed = text.removeprefix("Sources: ").split(", ")
            text = f"Source: {first_of(listed)}"
        found.append((note, wrap(text, max(1, console.width - len(mark(note))))))
    return found


def fewest_rows(console: Console, notes: Sequence[Note]) -> int:
    """How many rows notes take at least, with the blank line above them."""
    least = [note for note in notes if note.kind not in _BESIDES]
    number = len(notes) - len(least)
    return bool(notes) + _rows(console, _wrapped(console, least, sources=False), number)


def write_notes(console: Console, notes: Sequence[Note], *, sources: bool = False) -> None:
    """Write notes below a blank line, cautions marked and the source dim; without those that can
    be missed where the first screen has room for the others alone, and then how many these are.
    `sources` names every source."""
    if notes:
        console.print()
    wrapped = _wrapped(console, notes, sources=sources)
    room = console.height - 1 - cast(Counted, console.file).lines  # the last line is the prompt's
    brief = list(wrapped)
    for kind in _BESIDES:
        for own in reversed([own for own in wrapped if own[0].kind == kind]):
            if _rows(console, brief, len(wrapped) - len(brief)) > room:
                brief.remove(own)
    number = len(wrapped) - len(brief)
    if number and _rows(console, brief, number) <= room:
        missing, fits = _missing(console, brief, number)
        if fits:
            brief[-1][1][-1] += f"  {missing}"
        else:
            brief.append((Note("hint", missing), [missing]))
        wrapped = brief
    for note, (first, *more) in wrapped:
        style = "dim" if note.kind == "source" else ""
        marked = mark(note).rstrip()
        line = Text().append(marked, style=TO_MIND).append(mark(note)[len(marked) :])
        line.append(first, style=style)
        console.print(line, soft_wrap=True)
        for text in more:
            console.print(Text(f"  {text}", style=style), soft_wrap=True)


def closer_rows(
    console: Console,
    table: Table,
    rows: list[list[Cell]],
    heads: Sequence[list[str]],
    width: int,
) -> tuple[list[list[Cell]], bool]:
    """The rows, closer where they fit with the notes that are needed only so, and whether there is
    a rule; the blank line above them is written, where it has room."""
    above = bool(table.answer)
    used = cast(Counted, console.file).lines + max(map(len, heads)) + 1
    room = console.height - 1 - used - fewest_rows(console, table.notes)
    closer = len(rows) <= room < sum(max(map(len, row)) for row in rows) + 1 + above
    if above and not (closer and len(rows) == room):
        console.print()
    plain = console.options.ascii_only
    own = [[_cut(row[0], width, plain=plain), *row[1:]] for row in rows] if closer else rows
    return own, not closer


def _cut(label: Cell, width: int, *, plain: bool) -> Cell:
    """A label on one line, which says so where it goes on."""
    text = " ".join(line.strip() for line, _ in label).replace("/ ", "/")
    more = "..." if plain else "…"
    while len(label) > 1 and text_width(text) > width - len(more):
        text = text[:-1]
    return [(text.rstrip() + more, "")] if len(label) > 1 else label
