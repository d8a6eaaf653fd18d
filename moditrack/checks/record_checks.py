"""Turn the claims and conflicts of the records into checks: verdicts with sources and steps."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from moditrack.checks import recorded_claims as arithmetic
from moditrack.checks import recorded_tables
from moditrack.checks.claim_inputs import (
    RULE,
    WITHOUT_FIGURES,
    Report,
    figure_ids,
    is_complete,
    quantity_of,
)  # fmt: skip
from moditrack.checks.verdicts import Result
from moditrack.counting import counted
from moditrack.tables import RecordTables, Row
from moditrack.ways_to_round import ROUNDINGS


class Checks:
    """Makes the checks of a database. Every method returns rows of the tables of checks.

    Call `recompute` for each document, then `rounding_rules`, then `conflicts`.
    `report` receives the row, column, value and problem of a claim that cannot be computed.
    """

    def __init__(self, connection: sqlite3.Connection, report: Report) -> None:
        self._connection = connection
        self._report = report
        self._number = 0
        self._fitted: dict[str, list[tuple[Row, Fraction]]] = {}

    def recompute(self, document: str, claims: list[Row]) -> RecordTables:
        """Recompute the claims of a document."""
        checks = _empty_tables()
        self._fitted[document] = fitted = []
        if not claims:
            return checks
        figures = Figures(self._connection, document)
        lists = _lists(self._connection, document)
        for claim in claims:
            if not is_complete(claim, figures, lists, self._report):
                continue
            claim["printed"] = claim["printed"] or figures[claim["stated"]]["printed"]
            try:
                result = arithmetic.recompute(claim, figures, lists)
                value = arithmetic.fitted_value(claim, figures)
            except (ValueError, ZeroDivisionError, IndexError):
                what = "cannot be computed for this kind of claim"
                self._report(claim, "inputs", claim["inputs"], what)
                continue
            if value is not None:
                fitted.append(({key: claim[key] for key in ("locator", "printed")}, value))
            _add_claim(checks, claim, result, figures)
        return self._numbered(checks)

    def tables(
        self, document: str, claims: list[Row], unfinished: Collection[str] = ()
    ) -> RecordTables:
        """What the tables of a document print and their cells do not give, without its claims.

        `unfinished` are the locators of tables that have cells which are not recorded yet.
        """
        checks = _empty_tables()
        taken = {f"{document}:{claim['claim']}" for claim in claims}
        recorded = set()
        for claim in claims:
            if not claim["stated"] or claim["kind"] in WITHOUT_FIGURES:
                continue
            try:
                names = figure_ids(claim["kind"], claim["inputs"])
            except ValueError:
                continue  # reported already
            full = (one if ":" in one else f"{document}:{one}" for one in names)
            recorded.add((f"{document}:{claim['stated']}", frozenset(full)))
        for check, figures in recorded_tables.misfits(self._connection, document, recorded):
            if figures[0]["locator"] in unfinished:
                continue
            name = recorded_tables.check_id(document, figures[0]["figure"], taken)
            own = {
                "check_id": name,
                "kind": check.kind,
                "statement": figures[0]["description"],
                "stated": check.stated.printed,
            }
            subjects = [("figure", figure["figure"]) for figure in figures]
            subjects += [(k, figures[0][k]) for k in ("operation", "agency") if figures[0][k]]
            citations = [figure["citation"] for figure in figures]
            result = replace(
                check.result,
                steps=recorded_tables.steps(check, figures),
                in_a_line=recorded_tables.in_a_line(check, figures),
            )
            _add(checks, own, result, citations, subjects)
        return self._numbered(checks)

    def rounding_rules(self) -> Iterator[RecordTables]:
        """Check for each document whether one rounding rule gives all its percentages."""
        for document, claims in self._fitted.items():
            if claims:
                checks = _empty_tables()
                _add_rule(checks, document, claims)
                yield self._numbered(checks)

    def conflicts(self, conflicts: Iterable[Row]) -> RecordTables:
        """Statements that differ, with what each side states."""
        checks = _empty_tables()
        for conflict in conflicts:
            _add_conflict(checks, conflict)
        return self._numbered(checks)

    def _numbered(self, checks: RecordTables) -> RecordTables:
        for row in checks["check_result"]:
            self._number += 1
            row["position"] = self._number
        return checks


class Figures(dict[str, Row]):
    """Figures that claims name, by short or full id. Each is queried once."""

    def __init__(self, connection: sqlite3.Connection, document: str) -> None:
        super().__init__()
        self._connection = connection
        self._document = document

    def __missing__(self, name: str) -> Row:
        cursor = self._connection.execute(
            'SELECT f.figure, f.printed, f.bound, f.description, f.operation, f.agency, f."column",'
            " f.citation, f.mark, m.unit"
            " FROM figure AS f JOIN measure AS m ON m.measure = f.measure WHERE f.figure = ?",
            (name if ":" in name else f"{self._document}:{name}",),
        )
        found = cursor.fetchone()
        if found is None:
            raise KeyError(name)
        names = (column[0] for column in cursor.description)
        self[name] = row = dict(zip(names, found, strict=True))
        return row

    def __contains__(self, name: object) -> bool:
        try:
            return bool(self[str(name)])
        except KeyError:
            return False


def _empty_tables() -> RecordTables:
    tables = ("check_result", "check_source", "check_subject", "check_step")
    return {table: [] for table in tables}


def _lists(connection: sqlite3.Connection, document: str) -> dict[str, int]:
    """The length of each list of a document: part:OPERATION/LIST and definition:KIND."""
    return dict(
        connection.execute(
            """
            SELECT 'part:' || operation || '/' || list, count(*) FROM part
            WHERE document = :document GROUP BY operation, list
            UNION ALL
            SELECT 'definition:' || kind, count(*) FROM definition
            WHERE document = :document GROUP BY kind
            """,
            {"document": document},
        ).fetchall()
    )


def _add_claim(checks: RecordTables, claim: Row, result: Result, figures: dict[str, Row]) -> None:
    name = f"{claim['document']}:{claim['claim']}"
    citations = [f"{claim['document']}#{claim['locator']}"]
    subjects: list[tuple[str, str]] = []
    used = [claim["stated"]] if claim["stated"] else []
    if claim["kind"] not in WITHOUT_FIGURES:
        used += figure_ids(claim["kind"], claim["inputs"])
    for key in used:
        figure = figures[key]
        citations.append(figure["citation"])
        subjects.append(("figure", figure["figure"]))
        subjects += [(k, figure[k]) for k in ("operation", "agency") if figure[k] is not None]
    if claim["companion"]:
        subjects.append(("figure", figures[claim["companion"]]["figure"]))
    # What is only tried in place of an input is not what the claim is about.
    own = {
        "check_id": name,
        "kind": claim["kind"],
        "statement": claim["statement"],
        "stated": claim["printed"],
    }
    _add(checks, own, result, citations, subjects)


def _add(
    checks: RecordTables,
    own: Row,
    result: Result,
    citations: Iterable[str] = (),
    subjects: Iterable[tuple[str, str]] = (),
) -> None:
    """Add a check, with what came out of it, its sources, what it is about and its steps."""
    came_out = ("recomputed", "verdict", "why", "in_a_line", "chance")
    checks["check_result"].append(own | {key: getattr(result, key) for key in came_out})
    name = own["check_id"]
    for number, citation in enumerate(dict.fromkeys(citations), start=1):
        document, _, locator = citation.partition("#")
        source = {"document": document, "locator": locator, "states": None}
        checks["check_source"].append({"check_id": name, "position": number, **source})
    for number, (kind, subject) in enumerate(dict.fromkeys(subjects), start=1):
        about = dict.fromkeys(("figure", "operation", "agency")) | {kind: subject}
        checks["check_subject"].append({"check_id": name, "position": number, **about})
    for number, step in enumerate(result.steps, start=1):
        checks["check_step"].append({"check_id": name, "position": number, "step": step})


def _add_rule(checks: RecordTables, document: str, claims: list[tuple[Row, Fraction]]) -> None:
    """Check which rounding rule, if any, gives all percentages of a document."""
    given = {
        rule: sum(
            rounded(value, stated.decimals) == stated.low
            for stated, value in ((quantity_of(claim["printed"]), value) for claim, value in claims)
        )
        for rule, rounded in ROUNDINGS.items()
    }
    rules = [rule for rule, number in given.items() if number == len(claims)]
    counts = ", ".join(f"{rule} {number}" for rule, number in given.items())
    which = f"{rules[0]} gives" if rules else "no single rounding rule gives"
    own = {
        "check_id": f"{document}:{RULE}",
        "kind": RULE,
        "statement": "One rounding rule for all recomputed percentages of the document",
        "stated": None,
    }
    many = counted(len(claims), "percentage")
    why = f"{which} all {many} that the figures can give ({counts})"
    steps = [f"{rule}: {n} of {len(claims)}" for rule, n in given.items()]
    verdict = "consistent" if rules else "inconsistent"
    result = Result(verdict, rules[0] if rules else None, why, steps)
    _add(checks, own, result, [f"{document}#{claim['locator']}" for claim, _ in claims])


def _add_conflict(checks: RecordTables, conflict: Row) -> None:
    name = conflict["id"]
    own = {
        "check_id": name,
        "kind": "statements",
        "statement": conflict["statement"],
        "stated": None,
        "property": conflict.get("property"),
    }
    result = Result(conflict["verdict"], None, conflict["why"])
    _add(checks, own, result, subjects=conflict["subjects"])
    for number, side in enumerate(conflict["sides"], start=1):
        checks["check_source"].append({"check_id": name, "position": number, **side})
