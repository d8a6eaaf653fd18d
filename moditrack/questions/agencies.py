"""Agencies: which is responsible for what, in which area of work and operation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from moditrack.questions.filters import (
    AGENCY,
    DOCUMENT,
    LEVEL,
    OPERATION,
    STRAND,
    WITHIN,
    Filter,
    one_of,
)
from moditrack.questions.question import Question, related_checks_note
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

RESPONSIBILITY = Record(
    "responsibility",
    "An agency's role in an area of work or operation.",
    (
        Column("agency", "text", "id of the agency"),
        Column("abbreviation", "text", "usual abbreviation", null=True),
        Column("name", "text", "name"),
        Column("parent", "text", "id of the agency it belongs to", null=True),
        Column("strand", "text", "id of the area of work; a responsibility in two is two rows"),
        Column("operation", "text", "id of the operation", null=True),
        Column(
            "level",
            "integer",
            "National Intelligence Model level; a responsibility at two levels is two rows",
            null=True,
        ),
        Column("role", "text", "id of the role"),
        Column(
            "status",
            "text",
            "current, planned, proposed or past, as of its day",
            values=("current", "planned", "proposed", "past"),
        ),
        Column("responsibility", "text", "what it does, in the project's words"),
        Column("as_at", "date", "day as of which it is stated"),
        Column(
            "inferred", "boolean", "whether a part is not printed but follows from the document"
        ),
        Column("sources", "citation", "the passages that state it", many=True),
        Column("document", "document", "the document"),
    ),
)

*_KEYS, _DOCUMENT = RESPONSIBILITY.columns
OWN_RESPONSIBILITY = Record(
    "own_responsibility",
    "An agency's role, on the page of an agency or operation.",
    [_DOCUMENT, *(c for c in _KEYS if c.key not in ("abbreviation", "name", "parent"))],
)

SORT_KEYS = {
    "agency": "agency_position, position, strand_position, level",
    "strand": "strand_position, position, level",
    "level": "level IS NULL, level, position, strand_position",
    "operation": "operation_position IS NULL, operation_position, position, strand_position, level",
}
"""In which order the map can be listed, and under which headings."""
BY = Filter(
    "by",
    "Group and sort rows by agency (the default), strand, level or operation.",
    metavar="ORDER",
    choices=tuple(SORT_KEYS),
)
_WHO = DisplayColumn("who", "Agency")
_SUBJECT = DisplayColumn("where", "Operation or strand")
_LEVELS = DisplayColumn("levels", "Level", "unbroken")
_DOES = (
    DisplayColumn("does", "Role and responsibility"),
    DisplayColumn("sources", "Source", "list"),
)
_COLUMNS = {
    "agency": (_SUBJECT, _LEVELS, *_DOES),
    "strand": (_WHO, _LEVELS, *_DOES),
    "level": (_WHO, _SUBJECT, *_DOES),
    "operation": (_WHO, DisplayColumn("strand_names", "Strand"), _LEVELS, *_DOES),
}


def _display(by: str) -> Display:
    def display(rows: Iterable[Row]) -> Iterator[Row]:
        from moditrack.questions.inferred_star import starred  # data does without

        for row in _joined(rows, by):
            status = "" if row["status"] == "current" else f" ({row['status']})"
            yield row | {
                "who": row["abbreviation"] or row["name"],
                "heading": _heading(row, by),
                "where": row["operation_name"] or row["strand_names"],
                "does": f"{row['role']}{status}: {starred(row['responsibility'], row['inferred'])}",
            }

    return Display(_COLUMNS[by], display, group="heading")


def _joined(rows: Iterable[Row], by: str) -> Iterator[Row]:
    """One row for each responsibility under a heading, with all its strands and levels there as
    `strand_names` and `levels`; its rows follow each other in every order."""
    for _, run in groupby(rows, key=lambda row: (row["position"], row[by])):
        own = list(run)
        levels = dict.fromkeys(str(row["level"]) for row in own if row["level"] is not None)
        yield own[0] | {
            "strand_names": "; ".join(dict.fromkeys(row["strand_name"] for row in own)),
            "levels": ", ".join(levels) or None,
        }


def _heading(row: Row, by: str) -> str:
    if by == "agency":
        return full_name(row)
    if by == "strand":
        return str(row["strand_name"])
    if by == "operation":
        return str(row["operation_name"] or "No operation named")
    return "No level stated" if row["level"] is None else f"Level {row['level']}"


def full_name(agency: Mapping[str, Any]) -> str:
    """The name of an agency, with its abbreviation where that is not in it."""
    name, short = str(agency["name"]), agency["abbreviation"]
    return name if short is None or short in name else f"{name} ({short})"


def _related_checks(connection: Connection, table: Table) -> Iterable[Note]:
    return related_checks_note(connection, table, kind="agency")


def _conclusion(_: Connection, table: Table) -> str:
    from moditrack.counting import counted
    from moditrack.questions.grouping import most_first

    strands, own, numbers = set(), set(), Counter[str]()
    for row in table.rows:
        strands.add(row["strand"])
        if row["position"] not in own:
            own.add(row["position"])
            numbers[row["abbreviation"] or row["name"]] += 1
    areas = counted(len(strands), "area of work", "areas of work")
    if len(numbers) < 2:
        from moditrack.questions.agencies_screen import roles_of

        roles = f": {roles_of(table.rows)}" if len(strands) == 1 else ""
        return "".join(f"{own} works in {areas}{roles}." for own in numbers)
    who = counted(len(numbers), "agency", "agencies")
    if len(strands) == 1:
        from moditrack.questions.agencies_screen import by_role

        reports = len({row["document"] for row in table.rows})
        together = f", {reports} reports together" if reports > 1 else ""
        return by_role(f"{who}{together}.", table.rows)
    return f"{who} have {counted(len(own), *_NOUN)} in {areas}: {most_first(numbers, _NAMED)}."


_NAMED = 5
"""At most this many agencies are named in the answer."""
_NOUN = ("responsibility", "responsibilities")
RESPONSIBILITIES = Question(
    "agencies",
    title="Responsibilities",
    noun=_NOUN,
    counted="position",
    conclusion=_conclusion,
    summary="Who is responsible for what",
    asks="Who does what, in which area of work?",
    meaning="A row for each responsibility, as one document states it, and for each of its strands"
    " and levels; status: whether it is current, planned, proposed or past as of that day;"
    " inferred: whether a part is not printed but follows from the document; level: of the National"
    " Intelligence Model, empty where none is stated; as_at: the day as of which it is stated.",
    record=RESPONSIBILITY,
    view="responsibilities",
    names=(
        Column("strand_name"),
        Column("operation_name"),
        Column("position", "integer", "order of documents, and of responsibilities in each"),
    ),
    helpers=(
        Column("agency_position", "integer", "order of agencies"),
        Column("strand_position", "integer", "order of areas of work"),
        Column("operation_position", "integer", "order of operations"),
    ),
    display=_display("agency"),
    filters=(
        BY,
        AGENCY.on("agency IN ({values})", "Responsibilities of this agency, without its units."),
        OPERATION.on(f"operation IN {WITHIN}"),
        LEVEL.on("level IN ({values})"),
        STRAND.on("strand IN ({values})"),
        Filter(
            "role",
            "Responsibilities with this role: leads, partners …",
            "role IN ({values})",
            metavar="ROLE",
            look_up=one_of("role", "SELECT role, role FROM role ORDER BY rowid"),
            suggestions="role",
        ),
        DOCUMENT.on("document IN ({values})"),
    ),
    notes=(_related_checks,),
    order=SORT_KEYS["agency"],
)


def agencies(connection: Connection, /, **filters: Any) -> Table:
    """The responsibility map, in the order of `by`; filters as RESPONSIBILITIES has them."""
    values = RESPONSIBILITIES.values(connection, filters)
    (by,) = values.get("by", ["agency"])
    ordered = RESPONSIBILITIES.replace(order=SORT_KEYS[by], display=_display(by))
    return ordered.answer(connection, values)


def responsibilities_of(connection: Connection, kind: str, id: str) -> Table:
    """For the page of an agency or operation: what it does, or who does what in it itself."""
    names = [column for column in RESPONSIBILITY.columns if column.key in ("abbreviation", "name")]
    columns = _COLUMNS["agency" if kind == "agency" else "strand"]
    return RESPONSIBILITIES.replace(
        record=OWN_RESPONSIBILITY,
        names=(*names, *RESPONSIBILITIES.names),
        display=Display(columns, _display(kind).rows),
        filters=[Filter(kind, "", f"{kind} IN ({{values}})")],
        notes=(),
        noun=None,
        conclusion=None if kind == "agency" else _conclusion,
        order="position, strand_position, level",
    ).answer(connection, {kind: [id]})
