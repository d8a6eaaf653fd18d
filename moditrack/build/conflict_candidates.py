"""Where a report differs from earlier ones: candidates for conflicts.toml.

Only where measure, subject, period, status and place in a table are the same, and the printed
numbers cannot both be right. Whether both mean the same thing, a person decides.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from itertools import product

from moditrack.checks.claim_inputs import figure_value
from moditrack.documents.lower_case import SMALL_WORDS
from moditrack.documents.normalise import slug
from moditrack.record_dates import parse_period
from moditrack.tables import Row
from moditrack.validation.columns import NEEDS_A_PERSON

_PROPERTIES = ("parent", "lead", "level", "start", "end")
"""Properties that have one value at a time; a status is in words, and changes."""
_ALIKE = 0.5
"""The share of words that two descriptions of the same thing have in common."""
_WHY = "Two reports differ"
_NEEDS = "the same thing? say why they differ, and take this line out"
_HEAD = """\
# Candidates for conflicts.toml: a report differs from an earlier one. The same thing?
# Delete what is not, and say why the others differ.
"""


def conflicts(connection: sqlite3.Connection, unfinished: Collection[str] = ()) -> list[Row]:
    """The candidates: id, property (or None), statement, subjects, and two or more sides, each with
    citation and states. Those that are conflicts of the records already are left out, and those
    with the id of an `unfinished` one.
    """
    connection.row_factory = sqlite3.Row
    known = _known(connection)
    found: list[Row] = []
    for one in (*_statements(connection), *_figures(connection)):
        if one["id"] in unfinished or any(_covers(sides, one) for sides in known):
            continue
        citations = _citations(one)
        same = [
            other
            for other in found
            if one["property"] is not None
            and one["property"] == other["property"]
            and (citations <= _citations(other) or _citations(other) <= citations)
        ]
        if not same:
            found.append(one)
            continue
        (first, *_) = same
        if citations > _citations(first):
            first["sides"] = one["sides"]
        first["subjects"] += one["subjects"]
    return found


def _citations(one: Row) -> set[str]:
    return {side["citation"] for side in one["sides"]}


def _covers(conflict: Row, one: Row) -> bool:
    """Whether a conflict of the records is about a candidate already."""
    sides = conflict["sides"]
    if not _citations(one) <= set(sides):
        return False
    if one["property"] is not None:
        return conflict["property"] in (None, one["property"])
    return all(side["printed"] in sides[side["citation"]] for side in one["sides"])


def toml(candidates: Sequence[Row]) -> str:
    """Candidates as blocks to append to conflicts.toml."""
    blocks = [_HEAD] if candidates else []
    for one in candidates:
        fields = [("id", one["id"]), ("property", one["property"]), ("statement", one["statement"]),
                  ("verdict", "ambiguous"), ("why", _WHY), (NEEDS_A_PERSON, _NEEDS)]  # fmt: skip
        lines = [f"{key} = {_quoted(text)}" for key, text in fields if text is not None]
        listed = ", ".join(map(_quoted, one["subjects"]))
        sides = [
            f"    {{ citation = {_quoted(s['citation'])}, states = {_quoted(s['states'])} }},"
            for s in one["sides"]
        ]
        block = ["[[conflict]]", *lines, f"subjects = [{listed}]", "sides = [", *sides, "]"]
        blocks.append("\n".join(block) + "\n")
    return "\n".join(blocks)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _known(connection: sqlite3.Connection) -> list[Row]:
    """The conflicts of the records: property, and what each citation states."""
    found: dict[str, Row] = {}
    for check, name, citation, states in connection.execute(
        "SELECT s.check_id, c.property, s.citation, s.states FROM check_source AS s"
        " JOIN check_result AS c ON c.check_id = s.check_id WHERE c.kind = 'statements'"
    ):
        own = found.setdefault(check, {"property": name, "sides": {}})
        own["sides"][citation] = states
    return list(found.values())


def _slug(*parts: str | None) -> str:
    return slug("-".join(filter(None, parts)))


def _statements(connection: sqlite3.Connection) -> Iterator[Row]:
    """Statements of one property of one thing whose values in two documents cannot be the same."""
    own: dict[tuple[str, str], dict[str, list[sqlite3.Row]]] = {}
    for row in connection.execute(
        "SELECT s.*, coalesce(s.operation, s.agency) AS subject,"
        " coalesce(o.name, a.name) AS subject_name FROM statement AS s"
        " JOIN document AS d ON d.document = s.document"
        " LEFT JOIN operation AS o ON o.operation = s.operation"
        " LEFT JOIN agency AS a ON a.agency = s.agency"
        f" WHERE s.property IN ({', '.join('?' * len(_PROPERTIES))})"
        " ORDER BY s.property, subject, d.date, s.document, s.position",
        _PROPERTIES,
    ):
        by_document = own.setdefault((row["property"], row["subject"]), {})
        by_document.setdefault(row["document"], []).append(row)
    for (name, subject), by_document in own.items():
        documents = list(by_document.values())
        for number, later in enumerate(documents):
            differing = [row for one in documents[:number] if _differ(name, one, later)
                         for row in one]  # fmt: skip
            if differing:
                yield {
                    "id": _slug(subject, name, later[0]["document"]),
                    "property": name,
                    "statement": f"{name.capitalize()} of {later[0]['subject_name']}",
                    "subjects": [subject],
                    "sides": _sides([*differing, *later]),
                }


def _sides(rows: Sequence[sqlite3.Row]) -> list[dict[str, str]]:
    """Each passage once, with its first statement and its values."""
    by_citation: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        by_citation.setdefault(row["citation"], []).append(row)
    return [
        {
            "citation": citation,
            "states": f"{own[0]['statement']} ({', '.join(row['value'] for row in own)})",
        }
        for citation, own in by_citation.items()
    ]


def _differ(name: str, earlier: Sequence[sqlite3.Row], later: Sequence[sqlite3.Row]) -> bool:
    values = {row["value"] for row in earlier}, {row["value"] for row in later}
    if name == "level":
        return values[0] != values[1]
    if name in ("start", "end"):
        return not any(_overlap(*pair) for pair in product(*values))
    return not values[0] & values[1]


def _overlap(one: str, other: str) -> bool:
    """Whether two dates may be the same day: April 2003 and 24 April 2003 may."""
    first, second = parse_period(one), parse_period(other)
    return (first.start or "") <= (second.end or "9999") and (second.start or "") <= (
        first.end or "9999"
    )


def _figures(connection: sqlite3.Connection) -> Iterator[Row]:
    """Figures of one thing in one period that two documents print otherwise."""
    groups: dict[tuple[object, ...], dict[str, list[Row]]] = {}
    same = ("measure", "operation", "agency", "period_start", "period_end", "status", "cell", "row",
            "code", "characteristic", "category", "sex")  # fmt: skip
    for found in connection.execute(
        "SELECT f.*, m.unit, m.name AS measure_name, l.code FROM figure AS f"
        " JOIN document AS d ON d.document = f.document"
        " JOIN measure AS m ON m.measure = f.measure"
        " LEFT JOIN outcome_label AS l ON l.document = f.document AND l.label = f.outcome_label"
        " WHERE f.period_start IS NOT NULL AND f.period_end IS NOT NULL AND f.mark IS NULL"
        " AND coalesce(f.operation, f.agency) IS NOT NULL"
        " ORDER BY d.date, f.document, f.position"
    ):
        row = dict(found)
        if row["code"] is not None:
            row["row"] = None  # two reports may label one outcome in other words
        by_document = groups.setdefault(tuple(row[key] for key in same), {})
        by_document.setdefault(row["document"], []).append(row)
    for by_document in groups.values():
        documents = list(by_document.values())
        for number, later in enumerate(documents):
            for earlier in documents[:number]:
                yield from (_candidate(*pair) for pair in _pairs(earlier, later))


def _pairs(earlier: Sequence[Row], later: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Figures that are described alike, where neither report prints the other's number."""
    left = [one for one in earlier if not any(_fit(one, other) for other in later)]
    for one in later:
        if any(_fit(one, other) for other in earlier):
            continue
        near = max(left, key=lambda other: _likeness(one, other), default=None)
        if near is not None and _likeness(one, near) >= _ALIKE:
            yield near, one


def _fit(one: Row, other: Row) -> bool:
    """Whether two printed figures may both be right."""
    try:
        first, second = figure_value(one), figure_value(other)
    except ValueError:
        return True
    return first.low <= second.high and second.low <= first.high


def _likeness(one: Row, other: Row) -> float:
    """The share of words that two descriptions have in common; cells are alike by their place."""
    if one["cell"] is not None:
        return 1.0
    first, second = (_words(row["description"]) for row in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower())) - SMALL_WORDS


def _candidate(earlier: Row, later: Row) -> Row:
    subject = later["operation"] or later["agency"]
    sides = [
        {
            "citation": row["citation"],
            "states": f"{row['printed']}: {row['description']}",
            "printed": row["printed"],
        }
        for row in (earlier, later)
    ]
    return {
        "id": _slug(subject, later["figure"].partition(":")[2], later["document"]),
        "property": None,
        "statement": f"{later['measure_name']}: {later['description']}",
        "subjects": [one for one in (later["operation"], later["agency"]) if one],
        "sides": sides,
    }
