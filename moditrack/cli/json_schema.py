"""The JSON Schema of what each command prints with --json: the record of its rows or page."""

from __future__ import annotations

from typing import Any

from moditrack.audit.audit_rows import AUDITED
from moditrack.citations import CITATION, ID
from moditrack.db.integrity import INTEGRITY
from moditrack.questions.agencies import RESPONSIBILITY
from moditrack.questions.agency import AGENCY_PAGE
from moditrack.questions.agency_matrix import CELL
from moditrack.questions.check import CHECK
from moditrack.questions.check_page import CHECK_PAGE
from moditrack.questions.commitments import COMMITMENT
from moditrack.questions.compare import COMPARISON
from moditrack.questions.compare_with_file import FUNNEL
from moditrack.questions.define import DEFINED_TERM
from moditrack.questions.dictionary import COLUMN
from moditrack.questions.document import DOCUMENT_PAGE
from moditrack.questions.figure import FIGURE_PAGE
from moditrack.questions.figures import FIGURE
from moditrack.questions.measures import MEASURE
from moditrack.questions.operation import OPERATION_PAGE
from moditrack.questions.operations import OPERATION
from moditrack.questions.outcomes import OUTCOME
from moditrack.questions.passage import CITATION_PAGE
from moditrack.questions.search import SEARCH_HIT
from moditrack.questions.sources import DOCUMENT
from moditrack.questions.timeline import EVENT
from moditrack.questions.victims import VICTIM
from moditrack.tables import Column, Record
from moditrack.verify.verify_tables import VERIFICATION

ROW = Record("row", "A row of a SQL query, with the columns of the query in their order.", ())
"""A row whose columns are not known in advance."""
YEARS = Record(
    "outcome_years",
    "An outcome, or the total, of one document and force: a column for each year, the total, its"
    " share in percent and the share's 95% interval (Wilson's).",
    (),
)
"""A row with a column for each year."""
LISTS = {
    "outcomes": OUTCOME,
    "outcomes --wide": YEARS,
    "victims": VICTIM,
    "compare": COMPARISON,
    "compare --with FILE": FUNNEL,
    "figures": FIGURE,
    "figures --list": MEASURE,
    "timeline": EVENT,
    "operations": OPERATION,
    "agencies": RESPONSIBILITY,
    "agencies --matrix": CELL,
    "commitments": COMMITMENT,
    "check": CHECK,
    "check NAME, NAME": CHECK_PAGE,
    "check --integrity": INTEGRITY,
    "search TEXT": SEARCH_HIT,
    "define": DEFINED_TERM,
    "sql QUERY": ROW,
    "sql --schema": COLUMN,
    "sources": DOCUMENT,
    "audit FILE": AUDITED,
    "verify DIR": VERIFICATION,
}
"""The commands that print an array of objects."""
PAGES = {
    "figures FIGURE": FIGURE_PAGE,
    "operations NAME": OPERATION_PAGE,
    "agencies NAME": AGENCY_PAGE,
    "check NAME": CHECK_PAGE,
    "sources DOCUMENT": DOCUMENT_PAGE,
    "sources CITATION": CITATION_PAGE,
}
"""The commands that print one object."""
_SIMPLE = {
    "date": {
        "type": "string",
        "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
        "description": "An ISO 8601 date, as precise as stated: a year, a month or a day.",
    },
    "document_id": {
        "type": "string",
        "pattern": f"^{ID}$",
        "description": "Publisher and date of a document.",
    },
    "citation": {
        "type": "string",
        "pattern": f"^{CITATION}$",
        "description": "A document and a passage in it.",
    },
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what every command prints with --json."""
    definitions: dict[str, Any] = dict(_SIMPLE)
    properties = {}
    for command, record in LISTS.items():
        properties[command] = {"type": "array", "items": _object(record, definitions)}
    for command, record in PAGES.items():
        properties[command] = _object(record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What moditrack prints with --json",
        "description": "properties: for each command, what it prints; $defs: the objects."
        " With --fields, only the chosen fields.",
        "type": "object",
        "properties": properties,
        "$defs": definitions,
    }


def _object(record: Record, definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference to a record; adds the record to the definitions."""
    if record.name not in definitions:
        described: dict[str, Any] = {"type": "object", "description": record.meaning}
        definitions[record.name] = described
        if not record.columns:
            described["additionalProperties"] = {
                "type": ["string", "number", "null", *(["array"] if record is YEARS else [])]
            }
        else:
            described |= {
                "additionalProperties": False,
                "required": record.keys,
                "properties": {c.key: _column(c, definitions) for c in record.columns},
            }
    return {"$ref": f"#/$defs/{record.name}"}


def _column(column: Column, definitions: dict[str, Any]) -> dict[str, Any]:
    value: dict[str, Any]
    if isinstance(column.type, Record):
        value = _object(column.type, definitions)
    elif column.type in ("date", "document", "citation"):
        name = "document_id" if column.type == "document" else column.type
        value = {"$ref": f"#/$defs/{name}"}
    elif column.values:
        value = {"enum": [*column.values, *([None] if column.null else [])]}
    else:
        value = {"type": {"text": "string"}.get(column.type, column.type)}
    if column.null and "$ref" in value:
        value = {"anyOf": [value, {"type": "null"}]}
    elif column.null and "type" in value:
        value = {"type": [value["type"], "null"]}
    if column.many:
        value = {"type": "array", "items": value}
        if column.type == "citation":
            value["uniqueItems"] = True
    return value | {"description": column.meaning}
