"""The files of the records and their columns: kind, required, what they refer to."""

from __future__ import annotations

import re

from moditrack import citations

# A column is `kind` or, where it may be empty, `kind?`. Kinds: text, number, count, flag (yes or
# empty), period, levels, id (short id, unique in its file), locator (of a passage of the same
# document), choice (the values that schema.sql allows), own:TABLE (an id of the same document), and
# the name of a shared table (an id in it), with `+` for several, separated by spaces.
SHARED: dict[str, dict[str, str]] = {
    "agencies.csv": {"agency": "id", "kind": "choice", "abbreviation": "text?", "name": "text"},
    "operations.csv": {"operation": "id", "kind": "choice", "name": "text"},
    "strands.csv": {"strand": "id", "name": "text", "definition": "text"},
    "roles.csv": {"role": "id", "definition": "text"},
    "measures.csv": {"measure": "id", "unit": "text", "name": "text", "definition": "text"},
    "outcome_types.csv": {
        "code": "text",
        "official_name": "text",
        "official_group": "text",
        "name_found_in": "text",
        "group_found_in": "text",
        "is_outcome": "flag",
        "part_of": "outcome_type?",
        "checked_at_home_office": "flag",
    },
}
PER_DOCUMENT: dict[str, dict[str, str]] = {
    "passages.csv": {
        "locator": "text",
        "kind": "choice",
        "heading": "text?",
        "words": "count",
        "digest": "text",
    },
    "outcome_labels.csv": {"label": "text", "code": "outcome_type?", "short": "text"},
    "figures.csv": {
        "figure": "id",
        "locator": "locator",
        "printed": "text",
        "value": "number?",
        "low": "number?",
        "high": "number?",
        "bound": "choice",
        "status": "choice",
        "measure": "measure",
        "period": "period?",
        "inferred": "flag",
        "agency": "agency?",
        "operation": "operation?",
        "description": "text",
        "table": "text?",
        "row": "text?",
        "column": "text?",
        "cell": "choice?",
        "outcome_label": "own:outcome_label?",
        "characteristic": "choice?",
        "category": "text?",
        "sex": "choice?",
    },
    "names.csv": {
        "locator": "locator",
        "operation": "operation?",
        "agency": "agency?",
        "name": "text",
        "kind": "choice",
    },
    "statements.csv": {
        "locator": "locator",
        "operation": "operation?",
        "agency": "agency?",
        "property": "choice",
        "value": "text",
        "inferred": "flag",
        "statement": "text",
    },
    "responsibilities.csv": {
        "locator": "locator",
        "agency": "agency",
        "strands": "strand+",
        "operation": "operation?",
        "levels": "levels?",
        "role": "role",
        "status": "choice",
        "inferred": "flag",
        "responsibility": "text",
        "as_at": "day?",
    },
    "events.csv": {
        "locator": "locator",
        "date": "period?",
        "inferred": "flag",
        "printed": "text?",
        "event": "text",
        "operation": "operation?",
        "agency": "agency?",
    },
    "parts.csv": {"locator": "locator", "operation": "operation", "list": "text", "part": "text"},
    "definitions.csv": {
        "locator": "locator",
        "kind": "text",
        "term": "text",
        "definition": "text",
        "printed": "text",
    },
    "commitments.csv": {
        "commitment": "id",
        "locator": "locator",
        "due": "period?",
        "inferred": "flag",
        "agencies": "agency+?",
        "operation": "operation?",
        "target": "own:figure?",
        "description": "text",
    },
    "followups.csv": {
        "commitment": "text",
        "locator": "locator",
        "state": "choice",
        "followup": "text",
    },
    "references.csv": {
        "locator": "locator",
        "title": "text",
        "kind": "text",
        "operation": "operation?",
        "note": "text?",
    },
    "threats.csv": {
        "locator": "locator",
        "strand": "strand",
        "who": "text",
        "origin": "text?",
        "threat": "text",
        "hedge": "text?",
    },
    "cautions.csv": {
        "locator": "locator",
        "measures": "measure+",
        "topic": "text",
        "caution": "text",
    },
    "claims.csv": {
        "claim": "id",
        "locator": "locator",
        "kind": "choice",
        "statement": "text",
        "stated": "own:figure?",
        "printed": "text?",
        "inputs": "text",
        "companion": "own:figure?",
        "alternatives": "text?",
    },
    "numerals.csv": {"locator": "locator", "printed": "text", "reason": "text"},
}
RESTS_ON, NEEDS_A_PERSON = "rests_on", "needs_a_person"
"""Columns that a draft adds to each file of a document: what the row rests on, and what a person
has to decide about it. The row is unfinished until needs_a_person is empty, and
left out where that is `none`."""
NEW = {f"new-{file}": SHARED[file] for file in ("agencies.csv", "operations.csv", "measures.csv")}
"""Files in which the draft of a document proposes lines for shared files, and their columns. Once
finished, they are read as if they were there."""
OPTIONAL = {"outcome_labels.csv", "followups.csv", "claims.csv", "threats.csv", "cautions.csv"}
"""Files that a document folder may omit."""

TABLE_OF = {
    "agencies.csv": "agency",
    "operations.csv": "operation",
    "outcome_types.csv": "outcome_type",
    "outcome_labels.csv": "outcome_label",
    "responsibilities.csv": "responsibility",
}
ID = re.compile(citations.ID)


def table_of(file: str) -> str:
    """The table of a file's rows: usually the file's name in the singular."""
    file = file.removeprefix("new-")
    return TABLE_OF.get(file, file.removesuffix(".csv").removesuffix("s"))
