"""The notes below outcomes: checks of the cells that a table shows, cautions, marks."""

from __future__ import annotations

from collections.abc import Iterator

from moditrack.questions.cautions import cautions, small_counts
from moditrack.questions.question import related_checks_note
from moditrack.questions.table_cells import marks_and_parts, printed_cells
from moditrack.tables import Connection, Note, Table
from moditrack.verdict_names import NOT_GIVEN


def notes(connection: Connection, table: Table) -> Iterator[Note]:
    """What to read with outcomes: checks, small counts, the documents' cautions, marks, codes."""
    one = "codes" in table.filters
    ids = _figures(connection, table, whole=not one)
    yield from related_checks_note(connection, table, ids=ids, of_one=one)
    yield from _printed_otherwise(connection, ids) if one else ()
    yield from small_counts(row["offences"] for row in table.rows)
    yield from cautions(connection, table, "outcome-offences")
    yield from marks_and_parts(connection, table, "outcome-offences")
    if codeless := {row["stated_label"] for row in table.rows if row["code"] is None} - {None}:
        listed = ", ".join(f"'{label}'" for label in sorted(codeless))
        are = "is" if len(codeless) == 1 else "are"
        yield Note("explanation", f"{listed} {are} printed without an outcome code.")


def _printed_otherwise(connection: Connection, ids: list[str]) -> Iterator[Note]:
    """The shares of some cells that are printed, and that the cells do not give."""
    import json

    found = connection.execute(
        """
        SELECT c.stated, c.recomputed, c.check_id, min(c.position) FROM json_each(?) AS i
        JOIN check_subject AS s ON s.figure = i.value
        JOIN check_result AS c ON c.check_id = s.check_id
        WHERE c.kind = 'share' AND c.stated IS NOT NULL
            AND c.verdict IN (SELECT value FROM json_each(?))
        GROUP BY c.stated, c.recomputed ORDER BY min(c.position)
        """,
        (json.dumps(ids), json.dumps(NOT_GIVEN)),
    )
    for stated, given, check, _ in found:
        said = f"{stated} is printed in the text, where these cells give {given}"
        yield Note("caution", f"{said}: moditrack check {check.rpartition(':')[2]}")


_PLACE = ("document", "outcome_label", "period_start", "period_end")


def _figures(connection: Connection, table: Table, *, whole: bool) -> list[str]:
    """The cells that a table shows; with all outcomes, the totals of their periods, too."""
    known: set[tuple[str, str | None, str, str]] = set()
    periods: dict[str, set[tuple[str, str]]] = {}
    for row in table.rows:
        days = (row["period_start"], row["period_end"])
        periods.setdefault(row["document"], set()).add(days)
        for label in (*(row.get("labels") or [row["stated_label"]]), *([None] if whole else [])):
            known.add((row["document"], label, *days))
    labels = {own[:2] for own in known}
    cells = printed_cells(connection, table, "outcome-offences")
    every: dict[str, set[tuple[str, str]]] = {}
    for cell in cells:
        if cell["cell"] == "cell":
            own = (cell["period_start"], cell["period_end"])
            every.setdefault(cell["document"], set()).add(own)

    def is_shown(document: str, label: str | None, first: str | None, last: str | None) -> bool:
        if (document, label) not in labels:
            return False
        if (document, label, first, last) in known:
            return True
        within = {  # the total of several periods; without days, of all
            own
            for own in every.get(document, ())
            if (first is None or own[0] >= first) and (last is None or own[1] <= last)
        }
        return bool(within) and within <= periods[document]

    return [cell["figure"] for cell in cells if is_shown(*(cell[key] for key in _PLACE))]
