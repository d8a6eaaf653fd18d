"""Rows for people under headings that count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from moditrack.tables import Display, DisplayColumn, Row, Table


def under_headings(
    display: Display, heading: Callable[[Row], str], columns: Sequence[DisplayColumn] = ()
) -> Display:
    """A display with its rows under headings, each with the number of its rows.

    The rows come in the order of their headings.
    """

    counted: tuple[Iterable[Row], dict[str, int]] | None = None

    def rows(found: Iterable[Row]) -> Iterator[Row]:
        nonlocal counted
        if counted is None or counted[0] is not found:  # long rows are read several times
            counted = found, Counter(map(heading, found))
        numbers = counted[1]
        for row in found if display.rows is None else display.rows(found):
            own = heading(row)
            yield row | {"under": f"{own}: {numbers[own]}"}

    return Display(columns or display.columns, rows, group="under")


def most_first(numbers: Mapping[str, int], limit: int) -> str:
    """Names with their numbers, the largest first: people 17, items 16 and 4 others."""
    names = sorted(numbers, key=lambda name: -numbers[name])
    if len(names) == limit + 1:
        limit += 1
    listed = ", ".join(f"{name} {numbers[name]}" for name in names[:limit])
    return f"{listed} and {len(names) - limit} others" if len(names) > limit else listed


def by_force(table: Table) -> list[list[Row]]:
    """The rows of each document and force, and of each kind of period (outcomes) or each period
    (victims): nothing is summed or drawn across them."""
    found: dict[tuple[str, str, str | None], list[Row]] = {}
    for row in table.rows:
        key = (row["document"], row["force"], row["series"])
        found.setdefault(key, []).append(row)
    return list(found.values())
