"""The note "Does not fit: moditrack check ..." below an answer: the findings that concern it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from moditrack.counting import counted
from moditrack.long_rows import LongRows
from moditrack.questions.check import CHECK, CHECKS, checks_on
from moditrack.tables import Connection, Note, Table

_FEW = 6
"""At most this many findings are named under a table; more are counted."""
_FIRST = 3
"""Of more, this many are named where no command shows them alone."""
# All conditions by an index: a list has a note for each table, and checks grow with the tables.
_FINDING = [column for column in CHECK.columns if column.key in ("finding", "severity")]
_REST_ON_CITATIONS = """"check" IN (
    SELECT s.check_id FROM json_each(:citations) AS c JOIN check_source AS s
        ON s.document = substr(c.value, 1, instr(c.value, '#') - 1)
        AND s.locator = substr(c.value, instr(c.value, '#') + 1)
)"""
_OF_ITS_TIME = """"check" IN (
    SELECT s.check_id FROM json_each(:dated) AS c JOIN check_source AS s
        ON s.document = json_extract(c.value, '$[0]') AND s.locator = json_extract(c.value, '$[1]')
    JOIN passage AS p ON p.document = s.document AND p.locator = s.locator
    WHERE p.kind <> 'table' OR EXISTS (
        SELECT 1 FROM check_subject AS b JOIN figure AS f ON f.figure = b.figure
        WHERE b.check_id = s.check_id AND f.document = s.document AND f.locator = s.locator
        AND f.period_start = json_extract(c.value, '$[2]')
        AND f.period_end = json_extract(c.value, '$[3]')
    )
)"""
"""Of a table, whose figures are of many years, only what is about those of the time of an event."""
_OF_ITS_ROW = """"check" IN (
    SELECT s.check_id FROM json_each(:shown) AS c
    JOIN check_source AS s ON s.document = json_extract(c.value, '$[0]')
        AND s.locator = json_extract(c.value, '$[1]')
    JOIN check_subject AS b ON b.check_id = s.check_id AND b.{kind} = json_extract(c.value, '$[2]')
    WHERE {area}
)"""
_OF_ITS_AREA = """(
    b.position = (
        SELECT min(position) FROM check_subject WHERE check_id = b.check_id AND agency IS NOT NULL
    ) OR NOT EXISTS (
        SELECT 1 FROM check_subject AS o JOIN responsibility AS r ON r.agency = o.agency
        WHERE o.check_id = b.check_id AND r.document = s.document AND r.locator = s.locator
        AND o.position < b.position
    ) OR EXISTS (
        SELECT 1 FROM check_subject AS o JOIN check_source AS p ON p.check_id = o.check_id
        JOIN responsibility AS r
            ON r.agency = o.agency AND r.document = p.document AND r.locator = p.locator
        JOIN responsibility_strand AS a ON a.document = r.document AND a.position = r.position
        WHERE o.check_id = b.check_id AND o.agency <> b.agency
        AND a.strand = json_extract(c.value, '$[3]')
    )
)"""
"""Of what an agency does in a passage that is about another agency first, only what is in an area
of work that a check is about: premises say nothing of who sits in a cell."""
_IS_OF_NO_FIGURE = """NOT EXISTS (
    SELECT 1 FROM check_subject AS b WHERE b.check_id = "check" AND b.figure IS NOT NULL
)"""
_OF_ITS_FINDING = """NOT EXISTS (
    SELECT 1 FROM finding_check AS own
    JOIN finding_check AS o ON o.finding = own.finding
    JOIN {table} AS r ON r.check_id = o.check_id
    WHERE own.check_id = "check" AND {condition}
)"""
_OF_NO_PROPERTY = _OF_ITS_FINDING.format(table="check_result", condition="r.property IS NOT NULL")
_OF_NO_DATE_OR_SCOPE = _OF_ITS_FINDING.format(
    table="check_result", condition="r.property NOT IN ('lead', 'level')"
)
_OF_NO_FIGURE = _OF_ITS_FINDING.format(table="check_subject", condition="r.figure IS NOT NULL")


def related_checks(
    connection: Connection,
    table: Table,
    *,
    kind: str = "figure",
    ids: Iterable[str] | None = None,
    of_one: bool = False,
) -> list[Note]:
    """Notes on the findings of the two highest severities: what does not fit of the figures `ids`,
    operations or agencies that a table shows, and, as no caution, what else rests on its passages
    and is about no other figure, nor about properties of an operation, like its lead. Of operations
    and agencies, those that rest on a passage of the same row; of these, what is about figures,
    which the row does not show, is no caution. What is `of_one` row of a table has no others of the
    table's passage, and says what a single finding is.
    """
    if isinstance(table.rows, LongRows):
        return [_related("too many rows to count findings: moditrack check")]
    citations = table.sources
    bound = {"ids": json.dumps(list(ids or ())), "citations": json.dumps(citations)}
    if ids is None:
        bound["dated"] = json.dumps(
            [
                [*source.split("#", 1), row.get("date"), row.get("latest")]
                for row in table.rows
                for source in row["sources"]
            ]
        )

    def find(*conditions: str) -> dict[str, int]:
        every = " AND ".join((CHECKS.where_clause({})[0], *conditions))
        rows = CHECKS.select(connection, _FINDING, {}, every, bound)
        return {row["finding"]: row["severity"] for row in rows}

    named: dict[str, int]
    if kind != "figure":
        row_by_row = _OF_ITS_ROW.format(kind=kind, area=_OF_ITS_AREA if kind == "agency" else "1")
        bound["shown"] = json.dumps(
            [
                [*source.split("#", 1), row[kind], row.get("strand")]
                for row in table.rows
                for source in row["sources"]
                if row[kind] is not None
            ]
        )
        # A list of agencies shows no date of an operation.
        shown = (row_by_row, *((_OF_NO_DATE_OR_SCOPE,) if kind == "agency" else ()))
        named, near = find(*shown, _IS_OF_NO_FIGURE), find(*shown)
        only = f" --{kind} NAME"
    else:
        named = find(checks_on(kind).replace("{values}", "SELECT value FROM json_each(:ids)"))
        own_or_none = (_OF_ITS_TIME,) if ids is None else (_REST_ON_CITATIONS, _OF_NO_FIGURE)
        near = {} if of_one else find(*own_or_none, _OF_NO_PROPERTY)
        documents = list(dict.fromkeys(citation.partition("#")[0] for citation in citations))
        only = f" --document {documents[0]}" if len(documents) == 1 else ""
    own = sorted(named, key=lambda finding: named[finding])
    others = [one for one in sorted(near, key=lambda one: near[one]) if one not in own]
    if len(own) > _FEW:
        return [_related(f"{len(own)} findings: moditrack check{only}")]
    said = f"{_differs(connection, own[0])}: " if of_one and len(own) == 1 else ""
    notes = [_related(f"{said}moditrack check {_names(own)}")] if own else []
    if others:
        what = counted(len(others), "other finding" if own else "finding")
        where = f" {_names(others)}" if len(others) <= _FEW else only
        first = "" if where else f", such as {_names(others[:_FIRST])}"
        said = f"{what} on these passages{first}: moditrack check{where}"
        notes.append(Note("nearby-checks", said))
    return notes


def _differs(connection: Connection, finding: str) -> str:
    """What is stated differently."""
    query = "SELECT differs FROM finding WHERE finding = ?"
    ((differs,),) = connection.execute(query, (finding,)).fetchall()
    return str(differs)


def _names(findings: Iterable[str]) -> str:
    return ", ".join(finding.rpartition(":")[2] for finding in findings)


def _related(text: str) -> Note:
    return Note("related-checks", f"Does not fit: {text}")
