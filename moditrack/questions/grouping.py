"""Rows for people under headings that count them; an overview above a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice

from moditrack.counting import counted
from moditrack.tables import Display, DisplayColumn, Note, Row, Table

_WIDTH = 80
_KEPT = 1_000
"""At most this many rows of a heading are kept to count them."""


def under_headings(
    display: Display, heading: Callable[[Row], str], columns: Sequence[DisplayColumn] = ()
) -> Display:
    """A display with its rows under headings, each with the number of its rows.

    The rows come in the order of their headings.
    """

    counted: tuple[Iterable[Row], dict[str, int]] | None = None

    def number(found: Iterable[Row], own: str) -> int:
        """How many rows a heading has that are too many to keep: all are counted once."""
        nonlocal counted
        if counted is None or counted[0] is not found:
            counted = found, Counter(map(heading, found))
        return counted[1][own]

    def rows(found: Iterable[Row]) -> Iterator[Row]:
        for own, group in groupby(found, heading):
            many, every = _counted(group)
            many = number(found, own) if many > _KEPT else many
            for row in every if display.rows is None else display.rows(every):
                yield row | {"under": f"{own}: {many}"}

    return Display(columns or display.columns, rows, group="under")


def _counted(rows: Iterator[Row]) -> tuple[int, Iterator[Row]]:
    """How many rows there are, one more than are kept if more, and the rows."""
    first = list(islice(rows, _KEPT + 1))
    return len(first), chain(first, rows)


def most_first(numbers: Mapping[str, int], limit: int) -> str:
    """Kinds with their numbers, the largest first: people 17, items 16, others 9."""
    names = sorted(numbers, key=lambda name: -numbers[name])
    if len(names) == limit + 1:
        limit += 1
    listed = ", ".join(f"{name} {numbers[name]}" for name in names[:limit])
    others = names[limit:]
    rest = f", others {sum(numbers[name] for name in others)}"
    return listed + (rest if others else "")


def in_two_lines(before: str, parts: Sequence[str], after: str, other: str = "other") -> str:
    """An answer with the first parts for which two lines of 80 columns have room, and how many
    others there are."""
    from textwrap import wrap

    said = ""
    for number in range(len(parts), 0, -1):
        rest = [counted(len(parts) - number, other)] if number < len(parts) else []
        said = f"{before}{'; '.join([*parts[:number], *rest])}{after}"
        if len(wrap(said, _WIDTH)) <= 2:
            break
    return said


def by_force(table: Table) -> list[list[Row]]:
    """The rows of each document and force, and of each kind of period (outcomes) or each period
    (victims): nothing is summed or drawn across them."""
    found: dict[tuple[str, str, str | None], list[Row]] = {}
    for row in table.rows:
        key = (row["document"], row["force"], row["series"])
        found.setdefault(key, []).append(row)
    return list(found.values())


def with_overview(
    listed: Table,
    rows: list[Row],
    display: Display,
    notes: Callable[[Table], Iterable[Note]],
    below: str,
) -> list[Table]:
    """The overview and the list, which is headed `below` from then on."""
    heading, answer = listed.find_heading, listed.find_answer
    top = Table(
        listed.title,
        (),
        rows,
        display=display,
        heading=heading and (lambda _: heading(listed)),
        answer=answer and (lambda _: answer(listed)),
        notes=notes,
    )
    listed.find_heading, listed.find_answer = lambda _: below, None
    return [top, listed]
