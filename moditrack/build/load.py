"""Load a folder of records into a database that has the schema.

Documents are loaded one at a time, so memory does not grow with their number. Checks across
documents follow at the end.
"""

from __future__ import annotations

import json
import sqlite3
from operator import itemgetter
from pathlib import Path

from moditrack.build import agreed_values
from moditrack.checks import checks_into_findings
from moditrack.checks.claim_inputs import NOT_A_FIGURE
from moditrack.checks.record_checks import Checks
from moditrack.db.schema import indexes, schema
from moditrack.progress import Progress
from moditrack.tables import RecordTables, Row
from moditrack.validation.conflicts import conflicts
from moditrack.validation.derived_columns import complete_tables
from moditrack.validation.documents import documents as read_documents
from moditrack.validation.findings import findings as read_findings
from moditrack.validation.problems import RecordsError, in_row
from moditrack.validation.records import RECORDS, Records
from moditrack.validation.suggestions import did_you_mean


def read_records(folder: Path = RECORDS) -> RecordTables:
    """Read a folder of records into rows by table, with what is not finished as `unfinished`.

    Documents that the database leaves out are among the rows. Raises RecordsError with every
    problem found.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(schema())
        connection.execute("PRAGMA ignore_check_constraints = ON")  # a document without its kind
        unfinished = load(folder, connection, every=True)
        connection.row_factory = sqlite3.Row
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        rows = {name: _rows(connection, name) for (name,) in tables}
        return rows | {"unfinished": unfinished}
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    # PRAGMA table_info leaves out generated columns.
    columns = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]
    listed = ", ".join(f'"{column}"' for column in columns)
    return [dict(row) for row in connection.execute(f"SELECT {listed} FROM {table}")]


def load(
    folder: Path,
    connection: sqlite3.Connection,
    progress: Progress | None = None,
    *,
    every: bool = False,
) -> list[Row]:
    """Validate the records of a folder and insert their rows; return those that are unfinished.

    `every` inserts documents that are to be left out, too. Raises RecordsError with every problem
    found; the database is then incomplete.
    """
    records = Records(folder)
    loader = _Loader(records, connection)
    shared = loader.shared()
    documents = read_documents(records)
    left_out = records.unfinished.left_out
    if every:
        left_out.clear()
    for document in sorted(left_out):
        loader.document(document, "", insert=False)
    for table, rows in documents.items():
        documents[table] = [row for row in rows if row["document"] not in left_out]
    loader.insert(shared | documents)
    loader.documents(documents["document"], progress or (lambda done, whole: None))
    if records.problems:
        raise RecordsError(records.problems)
    return records.unfinished.rows


class _Loader:
    """Inserts rows, as long as there is no problem: they may then violate the schema."""

    def __init__(self, records: Records, connection: sqlite3.Connection) -> None:
        self.records = records
        self.connection = connection

    def documents(self, documents: list[Row], progress: Progress) -> None:
        """Insert the rows of documents, then what they say together and their checks.

        A document is two steps of the progress: loading and checking.
        """
        records, connection = self.records, self.connection
        # Claims and follow-ups may refer to other documents, so they wait until all are loaded.
        connection.execute("CREATE TEMP TABLE pending (kind TEXT, document TEXT, row TEXT)")
        connection.execute("CREATE INDEX temp.pending_of ON pending (kind, document)")
        for number, row in enumerate(documents):
            progress(number, 2 * len(documents))
            self.document(str(row["document"]), str(row["date"]))
        for statement in indexes().split(";\n"):
            connection.execute(statement)
        loaded = not records.problems
        if loaded:
            agreed_values.parts(connection)
        conflicting = conflicts(records, connection, loaded=loaded)
        grouped = read_findings(records)
        if loaded:
            agreed_values.single_values(connection)
            self._report_circular_parents()
            checks = Checks(connection, self._report_claim)
            for number, row in enumerate(documents, start=len(documents) + 1):
                progress(number, 2 * len(documents))
                self._check(checks, str(row["document"]))
            for rules in checks.rounding_rules():
                self.insert(rules)
            self.insert(checks.conflicts(conflicting))
            self._insert_findings(grouped)
            agreed_values.no_value_in_conflict(connection)
        connection.execute("DROP TABLE pending")

    def shared(self) -> RecordTables:
        """The rows of the shared files, checked against each other."""
        shared = self.records.shared()
        agencies = {row["agency"] for row in shared["agency"]}
        for row in shared["operation"]:
            if row["operation"] in agencies:
                self._report(row, "operation", row["operation"], "is also the id of an agency")
        parts = {row["code"] for row in shared["outcome_type"] if row["part_of"] is not None}
        for row in shared["outcome_type"]:
            if row["part_of"] in parts:
                self._report(row, "part_of", row["part_of"], "is itself a part")
        return shared

    def document(self, name: str, date: str, *, insert: bool = True) -> None:
        """Read the files of a document, and insert their rows."""
        records = self.records
        before = len(records.problems)
        tables = records.read(name)
        if len(records.problems) == before:
            complete_tables(tables, date, records.ids, self._report)
        if not insert:
            return
        for kind in ("claim", "followup"):
            rows = tables.get(kind, []) if kind == "followup" else tables.pop(kind, [])
            if records.problems:
                continue
            self.connection.executemany(
                "INSERT INTO pending VALUES (?, ?, ?)",
                ((kind, name, json.dumps(row | {"_path": str(row["_path"])})) for row in rows),
            )
        self.insert(tables)

    def insert(self, tables: RecordTables) -> None:
        """Insert the rows of tables."""
        for table, rows in tables.items():
            if self.records.problems or not rows:
                continue
            columns = [column for column in rows[0] if not column.startswith("_")]
            listed = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" for _ in columns)
            values = map(itemgetter(*columns), rows)
            self.connection.executemany(f"INSERT INTO {table} ({listed}) VALUES ({marks})", values)

    def _check(self, checks: Checks, document: str) -> None:
        """Check the follow-ups of a document, its claims and its tables."""
        unfinished = self.records.unfinished
        self._check_followups(self._pending("followup", document))
        claims = unfinished.ready_claims(document, self._pending("claim", document))
        self.insert(checks.recompute(document, claims))
        self.insert(checks.tables(document, claims, unfinished.tables(document)))

    def _check_followups(self, followups: list[Row]) -> None:
        for row in followups:
            earlier = self.connection.execute(
                """
                SELECT earlier.date < later.date FROM commitment AS c
                JOIN document AS earlier ON earlier.document = c.document
                JOIN document AS later ON later.document = ?
                WHERE c.id = ?
                """,
                (row["document"], row["commitment"]),
            ).fetchone()
            if earlier is None:
                near = did_you_mean(row["commitment"], self._ids("SELECT id FROM commitment"))
                self._report(row, "commitment", row["commitment"], f"is not a commitment{near}")
            elif not earlier[0]:
                what = "was not made before this document"
                self._report(row, "commitment", row["commitment"], what)

    def _report_circular_parents(self) -> None:
        for kind in agreed_values.SINGLE:
            for parent, document, position in circular_parents(self.connection, kind):
                path = self.records.folder / document / "statements.csv"
                what = f"is itself a part of this {kind}: correct one of their parents"
                self.records.problems.add(path, in_row(position + 1, "value"), parent, what)

    def _pending(self, kind: str, document: str) -> list[Row]:
        found = self.connection.execute(
            "SELECT row FROM pending WHERE kind = ? AND document = ? ORDER BY rowid",
            (kind, document),
        )
        return [json.loads(row) for (row,) in found.fetchall()]

    def _ids(self, query: str, *parameters: object) -> list[str]:
        return [name for (name,) in self.connection.execute(query, parameters)]

    def _report(self, row: Row, column: str, value: object, what: str) -> None:
        place = in_row(row["_row"], column)
        self.records.problems.add(Path(row["_path"]), place, value, what)

    def _report_claim(self, row: Row, column: str, value: object, what: str) -> None:
        """Report what is wrong with a claim; for an unknown figure, with the nearest one."""
        if what == NOT_A_FIGURE:
            own = "SELECT substr(figure, length(document) + 2) FROM figure WHERE document = ?"
            what += did_you_mean(str(value), self._ids(own, row["document"]))
        self._report(row, column, value, what)

    def _insert_findings(self, entries: list[Row]) -> None:
        """Insert the findings, and order the checks by them: the most severe first.

        Only where the checks are all there: a wrong claim would be an unknown check of a finding,
        too.
        """
        records = self.records
        if records.problems:
            return
        path = records.folder / "findings.toml"
        every = "SELECT check_id FROM check_result"

        def report(number: int, check: str, what: str) -> None:
            unknown = what == checks_into_findings.NOT_A_CHECK
            near = did_you_mean(check, self._ids(every)) if unknown else ""
            records.problems.add(path, f"finding {number}, checks", check, f"{what}{near}")

        if records.unfinished.rows:
            for entry in entries:
                entry["checks"] = [
                    check
                    for check in entry["checks"]
                    if not records.unfinished.has_check(check)
                    or self._ids(f"{every} WHERE check_id = ?", check)
                ]
            entries = [entry for entry in entries if entry["checks"]]
        checks_into_findings.refuse(self.connection, entries, report)
        if records.problems:
            return
        checks_into_findings.insert(self.connection, entries)
        self.connection.execute(
            """
            UPDATE check_result SET position = ordered.number FROM (
                SELECT c.check_id, row_number() OVER (
                    ORDER BY f.severity IS NULL, f.severity, f.position, g.position, c.position
                ) AS number
                FROM check_result AS c
                LEFT JOIN finding_check AS g ON g.check_id = c.check_id
                LEFT JOIN finding AS f ON f.finding = g.finding
            ) AS ordered
            WHERE ordered.check_id = check_result.check_id
            """
        )


def circular_parents(connection: sqlite3.Connection, kind: str) -> list[tuple[str, str, int]]:
    """The parents of operations or agencies that are a part of themselves by way of others, each
    with a document that states it and the position of that statement. Another document may state
    another parent."""
    return connection.execute(
        f"""
        WITH RECURSIVE stated (own, parent) AS (
            SELECT DISTINCT {kind}, value FROM statement
            WHERE property = 'parent' AND {kind} IS NOT NULL
        ),
        above (own, ancestor) AS (
            SELECT own, parent FROM stated
            UNION
            SELECT a.own, s.parent FROM above AS a JOIN stated AS s ON s.own = a.ancestor
        )
        SELECT s.value, s.document, min(s.position)
        FROM above AS a
        JOIN statement AS s ON s.{kind} = a.own AND s.property = 'parent'
        WHERE a.own = a.ancestor
            AND (s.value = a.own OR EXISTS (
                SELECT 1 FROM above AS b WHERE b.own = s.value AND b.ancestor = a.own))
        GROUP BY s.{kind}, s.value ORDER BY s.document, s.position
        """
    ).fetchall()
