"""The notes below a table on a terminal, and what a small screen is without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO, cast

from rich.console import Console
from rich.text import Text

from moditrack.counting import counted
from moditrack.escaping import clean
from moditrack.output.grid import wrap
from moditrack.output.notes import in_order, mark
from moditrack.output.shown_values import TO_MIND
from moditrack.output.text_width import text_width
from moditrack.tables import Note

_BESIDES = ("nearby-checks", "explanation", "pointer", "further", "small-counts")
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


def _has_room(console: Console, notes: _Wrapped, missing: str) -> bool:
    """Whether the last line has room for what is left out."""
    last = notes[-1][1][-1]
    return 2 + text_width(last) + 2 + text_width(missing) <= console.width


def _rows(console: Console, notes: _Wrapped, missing: str) -> int:
    """How many rows notes take, and what says how many are left out."""
    own_line = missing and not (notes and _has_room(console, notes, missing))
    return sum(len(lines) for _, lines in notes) + bool(own_line)


def write_notes(console: Console, notes: Sequence[Note]) -> None:
    """Write notes below a blank line, cautions marked and the source dim; without those that can
    be missed where the first screen has room for the others alone, and then how many these are."""
    if notes:
        console.print()
    wrapped = [
        (note, wrap(clean(note), max(1, console.width - len(mark(note)))))
        for note in in_order(notes)
    ]
    room = console.height - 1 - cast(Counted, console.file).lines  # the last line is the prompt's
    brief = list(wrapped)
    missing = ""
    for kind in _BESIDES:
        for own in reversed([own for own in wrapped if own[0].kind == kind]):
            if _rows(console, brief, missing) > room:
                brief.remove(own)
                missing = f"{counted(len(wrapped) - len(brief), 'more note')}: add '| less'"
    if missing and _rows(console, brief, missing) <= room:
        if brief and _has_room(console, brief, missing):
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
