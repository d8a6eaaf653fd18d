"""Marks that overlap, merged into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, Self, TypeVar

from moditrack.documents.blocks import Cell


class Part(Protocol):
    """A part of a passage's text, of its heading or of a cell, which can hold what another does."""

    start: int
    end: int

    @property
    def heading(self) -> bool:
        """Whether it is a part of the heading."""

    @property
    def cell(self) -> Cell | None:
        """The cell that it is a part of."""

    def take(self, other: Self) -> None:
        """Hold what another part does, too."""


_Part = TypeVar("_Part", bound=Part)


def merged(found: Iterable[_Part]) -> Iterator[_Part]:
    """Parts in the order of their text; those that overlap as one, with what all of them hold."""
    last: _Part | None = None
    for one in found:
        same = last is not None and last.cell is one.cell and last.heading == one.heading
        if last is not None and same and one.start < last.end:
            last.end = max(last.end, one.end)
            last.take(one)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
