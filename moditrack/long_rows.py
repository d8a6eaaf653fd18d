"""Rows of an answer that are kept, or where they are too many to keep, read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from moditrack.tables import Row
_KEPT = 2_000
"""At most this many rows of a table are kept; more would take too much memory."""


class Found(Protocol):
    """What a query finds: rows, one by one, or each as JSON or cells."""

    def __iter__(self) -> Iterator[Row]: ...
    def json(self) -> Iterator[str]:
        """Each row in JSON."""

    def cells(self) -> Iterator[Iterable[Any]]:
        """The values of each row for a spreadsheet."""

    def values(self, key: str) -> Iterator[Any]:
        """The values of one column."""

    def number(self) -> int:
        """How many there are."""


class LongRows(Sequence["Row"]):
    """Rows that are too many to keep, but for the first: the rest are found again each time they
    are read, and not where the first are enough."""

    def __init__(
        self,
        first: list[Row],
        find: Callable[[], Iterable[Row]],
        number: Callable[[], int] | None = None,
    ) -> None:
        self._first = first
        self._find = find
        self._number: int | None = None
        self._count = number or (lambda: sum(1 for _ in self))

    def __iter__(self) -> Iterator[Row]:
        yield from self._first
        number = len(self._first)
        for row in islice(self._find(), number, None):
            number += 1
            yield row
        self._number = number

    def __len__(self) -> int:
        if self._number is None:
            self._number = self._count()
        return self._number

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, index: Any) -> Any:
        is_kept = isinstance(index, int) and 0 <= index < len(self._first)
        return (self._first if is_kept else list(self))[index]


def kept(
    find: Callable[[], Iterable[Row]], number: Callable[[], int] | None = None
) -> Sequence[Row]:
    """The rows, in a list if they are not too many; `number` counts them without finding them."""
    rows = list(islice(find(), _KEPT + 1))
    return rows if len(rows) <= _KEPT else LongRows(rows, find, number)
