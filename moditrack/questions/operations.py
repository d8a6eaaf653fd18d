"""Operations: one row for each, with what the documents say about it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from moditrack.questions.filters import AGENCY, DOCUMENT, LEVEL, STRAND, Filter, one_of
from moditrack.questions.question import Question, related_checks_note
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

OPERATION = Record(
    "operation",
    "An operation, programme, phase, fund or agreement.",
    (
        Column("operation", "text", "id"),
        Column("name", "text", "name"),
        Column("kind", "text", "what sort"),
        Column(
            "levels",
            "integer",
            "National Intelligence Model levels that a document states",
            many=True,
        ),
        Column(
            "lead",
            "text",
            "id of the lead agency; null where none is stated or the documents differ",
            null=True,
        ),
        Column("partners", "text", "ids of the partners stated", many=True),
        Column(
            "parent",
            "text",
            "id of the operation it belongs to; null where none or not agreed",
            null=True,
        ),
        Column(
            "start", "date", "start; null where none is stated or the documents differ", null=True
        ),
        Column("end", "date", "end; null where none is stated or the documents differ", null=True),
        Column(
            "status", "text", "status; null where none is stated or the documents differ", null=True
        ),
        Column("documents", "document", "documents that name it", many=True),
        Column(
            "sources", "citation", "the passages that name it and state these properties", many=True
        ),
        Column(
            "inferred",
            "text",
            "which of lead, parent, start, end, status are not printed in full but follow from "
            "the document",
            many=True,
        ),
        Column(
            "differing",
            "text",
            "which of these the documents state differently; all that they state is among "
            "statements",
            many=True,
            values=("aim", "end", "lead", "level", "parent", "scope", "start", "status"),
        ),
    ),
)


def levels_text(row: Row) -> str | None:
    """The levels of an operation, and whether the documents differ on them."""
    levels = ", ".join(str(level) for level in row["levels"]) or None
    return f"{levels}, differing" if "level" in row["differing"] else levels


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    from moditrack.questions.inferred_star import starred  # data does without

    for row in rows:
        start, end, lead = row["start"], row["end"], row["lead_name"]
        inferred = row["inferred"]
        said = row["what"]
        kind = [] if said and row["kind"] in row["name"].casefold() else [row["kind"]]
        if row["status"] and not start:  # what has not begun is not said to do what is said of it
            kind = [", ".join([*kind, row["status"]])]
        kind += [f"{property} (differs)" for property in said[2:] if property in row["differing"]]
        # A document's first source is where it names the operation.
        naming = [
            next(source for source in row["sources"] if source.startswith(f"{document}#"))
            for document in row["documents"]
        ]
        yield row | {
            "what_text": ": ".join([*kind, *said[:1]]),
            "levels_text": levels_text(row),
            "lead_text": lead and starred(lead, "lead" in inferred),
            "dates": [
                *([starred(start, "start" in inferred)] if start else []),
                *([f"to {starred(end, 'end' in inferred)}"] if end else []),
            ],
            "sources": list(dict.fromkeys([*said[1:2], *naming])),
        }


DISPLAY = Display(
    (
        DisplayColumn("name", "Operation"),
        DisplayColumn("what_text", "What is said of it"),
        DisplayColumn("levels_text", "Level", optional=True),
        DisplayColumn("lead_text", "Lead", optional=True),
        DisplayColumn("dates", "Start, end", "list"),
        DisplayColumn("sources", "Source", "list"),
    ),
    _display,
)
_STARRED = _LEFT_EMPTY = {"lead", "start", "end"}


def _notes(connection: Connection, table: Table) -> Iterator[Note]:
    from moditrack.questions.inferred_star import star_notes

    if any(_LEFT_EMPTY & set(row["differing"]) for row in table.rows):
        yield Note("caution", "A lead or date that the documents state differently is left empty.")
    yield from star_notes(_STARRED & set(row["inferred"]) for row in table.rows)
    from moditrack.questions.operation_results import without_result

    if others := without_result(connection, table)[1]:
        yield Note("further", f"The others without a stated result: {others}.")
    yield from related_checks_note(connection, table, kind="operation")


_MOST_KINDS = 4
"""At most this many kinds are named in the answer."""


def _conclusion(connection: Connection, table: Table) -> str:
    from moditrack.questions.grouping import most_first
    from moditrack.questions.operation_results import without_result

    kinds = Counter(row["kind"] for row in table.rows)
    by_kind = f"By kind: {most_first(kinds, _MOST_KINDS)}." if len(kinds) > 1 else ""
    return f"{by_kind} {without_result(connection, table)[0]}".strip()


OPERATIONS = Question(
    "operations",
    title="Operations",
    noun=("operation", "operations"),
    conclusion=_conclusion,
    summary="Operations, programmes and agreements",
    asks="What has a name, who leads it, and when was it?",
    meaning="levels, partners: every one that a document states; lead, parent, start, end, status:"
    " empty where none is stated or the documents differ; inferred: which of these no document"
    " prints in full; differing: which they state differently.",
    record=OPERATION,
    view="operations",
    names=(
        Column("lead_name", "text", "what people call the lead agency"),
        Column(
            "what",
            "text",
            "the first statement of its aim, else of its scope, role, method or result; where; and"
            " which of these it is",
            many=True,
        ),
    ),
    helpers=(Column("position", "integer", "order in the records"),),
    display=DISPLAY,
    filters=(
        AGENCY.on(
            """operation IN (
                SELECT operation FROM statement
                WHERE property IN ('lead', 'partner') AND value IN ({values})
                UNION SELECT operation FROM responsibility WHERE agency IN ({values}))""",
            "Operations in which this agency has a part.",
        ),
        LEVEL.on(
            """operation IN (
                SELECT operation FROM statement WHERE property = 'level' AND value IN ({values}))"""
        ),
        STRAND.on(
            """operation IN (
                SELECT r.operation FROM responsibility_strand AS i
                JOIN responsibility AS r ON r.document = i.document AND r.position = i.position
                WHERE i.strand IN ({values}))"""
        ),
        DOCUMENT.on("operation IN (SELECT operation FROM name WHERE document IN ({values}))"),
        Filter(
            "kind",
            "Operations of this kind: operation, phase, fund, pilot …",
            "kind IN ({values})",
            metavar="KIND",
            look_up=one_of("kind", "SELECT DISTINCT kind, kind FROM operation"),
            suggestions="kind",
        ),
    ),
    notes=(_notes,),
)
operations = OPERATIONS.ask
"""One row for each operation; filters as OPERATIONS has them."""
