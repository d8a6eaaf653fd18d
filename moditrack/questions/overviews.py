"""An overview above a list, for people: it has the heading and answer of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from moditrack.tables import Display, Note, Row, Table


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
