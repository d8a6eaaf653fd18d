"""`agencies --matrix`: agencies by areas of work, with their roles, as data."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from moditrack.citations import sources_of
from moditrack.questions.agencies import BY, RESPONSIBILITIES, RESPONSIBILITY
from moditrack.tables import Column, Record, Row, Table

CELL = Record(
    "responsibility_cell",
    "The roles of an agency in an area of work, as one or several documents state them.",
    (
        *RESPONSIBILITY.columns[:4],
        Column("strand", "text", "id of the area of work"),
        Column("roles", "text", "ids of all its roles there", many=True),
        Column("planned", "text", "roles that are planned or proposed, not current", many=True),
        Column("past", "text", "roles that are past, not current", many=True),
        Column(
            "inferred",
            "text",
            "roles that are nowhere printed in full but follow from the document",
            many=True,
        ),
        Column(
            "documents",
            "document",
            "the documents that state this; another row has what others state differently",
            many=True,
        ),
        Column("sources", "citation", "the passages that state it", many=True),
    ),
)
_OF_CELL = ("agency", "abbreviation", "name", "parent", "strand")
SAID = ("roles", "planned", "past", "inferred")
"""The keys of a cell that say what a document states of it."""


def _cells(rows: Iterator[Row], values: Mapping[str, list[Any]]) -> Iterator[Row]:
    """A row for each cell; documents that state the same of it share one."""
    # The rows of a cell follow each other in the order of MATRIX.
    for _, of_cell in groupby(rows, key=lambda row: (row["agency"], row["strand"])):
        by_document: dict[str, list[Row]] = {}
        for row in of_cell:
            by_document.setdefault(row["document"], []).append(row)
        same: dict[tuple[Any, ...], Row] = {}
        for document, own in by_document.items():
            said = _said(own)
            known = tuple(frozenset(said[key]) for key in SAID)
            cell = same.setdefault(
                known,
                {
                    **{key: own[0][key] for key in _OF_CELL},
                    **said,
                    "documents": [],
                    "sources": [],
                    **{column.key: own[0][column.key] for column in _PLACES},
                },
            )
            cell["documents"].append(document)
            cell["sources"] += sources_of(own)
        yield from same.values()


def _said(rows: list[Row]) -> dict[str, list[str]]:
    """What one document says about a cell.

    A current role is listed neither as planned nor as past. A role is inferred where every
    statement of it is.
    """
    roles: dict[str, dict[str, list[bool]]] = {}
    for row in rows:
        status = "planned" if row["status"] == "proposed" else row["status"]
        roles.setdefault(row["role"], {}).setdefault(status, []).append(row["inferred"])
    values = {
        role: {"current": by["current"]} if "current" in by else by for role, by in roles.items()
    }
    return {
        "roles": list(values),
        "planned": [role for role, by in values.items() if "planned" in by],
        "past": [role for role, by in values.items() if "past" in by],
        "inferred": [role for role, by in values.items() if all(map(all, by.values()))],
    }


_PLACES = (Column("strand_name"), Column("agency_position"), Column("strand_position"))
_OF_ROWS = [column for column in RESPONSIBILITIES.record.columns if column.key not in _OF_CELL]
MATRIX = RESPONSIBILITIES.replace(
    title="Who does what",
    summary="Agencies by areas of work",
    meaning="A row for each agency and area of work; where documents state its roles differently,"
    " one for each, never merged.",
    record=CELL,
    computed=(*SAID, "documents", "sources"),
    names=(*_OF_ROWS, *_PLACES),
    filters=[own for own in RESPONSIBILITIES.filters if own is not BY],
    compute=_cells,
    order="agency_position, strand_position, position, level",
)


def agency_matrix(connection: sqlite3.Connection, /, **filters: Any) -> Table:
    """The roles of each agency in each area of work, a row for each cell of the map; filters as
    `agencies` has them.

    Documents that state the same of a cell share its row. Where they differ in a role, or in
    whether it is planned, past or inferred, each has a row. A document that is silent on a cell is
    not among its documents.
    """
    return MATRIX.ask(connection, **filters)
