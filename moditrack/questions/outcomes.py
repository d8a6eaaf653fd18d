"""Offences by Home Office outcome type, year by year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from moditrack.errors import InputError, unknown
from moditrack.questions.cautions import cautions
from moditrack.questions.check import related_checks
from moditrack.questions.filters import AGENCY, DOCUMENT
from moditrack.questions.question import Filter, Question
from moditrack.questions.shares import marks_and_parts, share, small_counts
from moditrack.tables import Column, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

    Values = Mapping[str, list[Any]]

OUTCOME = Record(
    "outcome",
    "Offences of one year with one outcome; with --by group, with one official group.",
    (
        Column("document", "document", "the document that prints it"),
        Column("force", "text", "id of the police force"),
        Column("year", "integer", "calendar year of the column"),
        Column(
            "code",
            "text",
            "Home Office outcome code; null where none is printed, or with --by group",
            null=True,
        ),
        Column(
            "outcome",
            "text",
            "official name of the outcome, or the printed one where there is no code; null with "
            "--by group",
            null=True,
        ),
        Column("group", "text", "official group; null where there is no code", null=True),
        Column("stated_label", "text", "label as printed; null with --by group", null=True),
        Column("offences", "integer", "offences; null where a mark is printed", null=True),
        Column(
            "mark",
            "text",
            "what is printed in place of the number, such as *; null where a number is printed",
            null=True,
        ),
        Column(
            "year_total",
            "integer",
            "offences of the year with any outcome, as printed; null where that is left open",
            null=True,
        ),
        Column(
            "share_percent",
            "number",
            "percent of the year's offences, to two decimals; null where there are none",
            null=True,
        ),
        Column("sources", "citation", "the passages that state it", many=True),
    ),
)

_CALENDAR = range(1, 10_000)


def _year(_: sqlite3.Connection, given: object) -> int | str:
    """A calendar year; a financial year stays as it is printed, for it is none of them."""
    text = str(given)
    if re.fullmatch(r"[0-9]{4}/[0-9]{1,4}", text):
        return text
    if not (text.isascii() and text.isdigit()):
        raise InputError(f"'{text}' is not a year: write it like 2023.")
    return int(text)


def _years(name: str, parameter: str, help: str, condition: str) -> Filter:
    return Filter(
        name,
        help,
        condition,
        parameter=parameter,
        metavar="YEAR",
        look_up=_year,
        found_by="iif({0} GLOB '*[^0-9]*', {0}, CAST({0} AS INTEGER))",
        suggestions="year",
    )


def _notes(connection: sqlite3.Connection, table: Table) -> Iterator[Note]:
    ids = _figures(connection, table.rows, whole="codes" not in table.filters)
    yield from related_checks(connection, table, ids=ids)
    yield from small_counts(row["offences"] for row in table.rows)
    yield from cautions(connection, table, "outcome-offences")
    yield from marks_and_parts(connection, table, "outcome-offences")
    for label in sorted({row["stated_label"] or "" for row in table.rows if row["code"] is None}):
        if label:
            yield Note("explanation", f"'{label}' is printed without an outcome code.")


def _figures(connection: sqlite3.Connection, rows: Sequence[Row], *, whole: bool) -> list[str]:
    """The cells that rows show; with all outcomes, the totals of their years, too."""
    shown = {
        (row["document"], row["year"], label)
        for row in rows
        for label in (*(row.get("labels") or [row["stated_label"]]), *([None] if whole else []))
    }
    cells = connection.execute(
        """
        SELECT figure, document, outcome_label, CAST(substr(period_start, 1, 4) AS INTEGER)
            AS first, CAST(substr(period_end, 1, 4) AS INTEGER) AS last
        FROM figure WHERE measure = 'outcome-offences' AND cell IS NOT NULL
        """
    ).fetchall()
    every = {(document, label) for document, _, label in shown}
    return [
        cell["figure"]
        for cell in cells
        if (
            (cell["document"], cell["outcome_label"]) in every  # a total of all years
            if cell["first"] is None or cell["last"] is None
            else all(
                (cell["document"], year, cell["outcome_label"]) in shown
                for year in range(cell["first"], cell["last"] + 1)
            )
        )
    ]


def _grouped(rows: Iterator[Row], values: Values) -> Iterator[Row]:
    """With --by group, the rows of an official group as one, in each document, force and year."""
    if values.get("by") != ["group"]:
        yield from rows
        return
    for _, year in groupby(rows, key=itemgetter("document", "force", "year")):
        groups: dict[str | None, list[Row]] = {}
        for row in year:
            groups.setdefault(row["group"], []).append(row)
        for members in groups.values():
            marked = [row for row in members if row["offences"] is None]
            offences = None if marked else sum(row["offences"] for row in members)
            totals = [row["label_total"] for row in members]
            yield members[0] | {
                "mark": marked[0]["mark"] if marked else None,
                "label_total": None if None in totals else sum(totals),
                "code": None,
                "outcome": None,
                "stated_label": None,
                "offences": offences,
                "share_percent": share(offences, members[0]["year_total"]),
                "labels": [row["stated_label"] for row in members],
                "codes": {row["code"]: row["offences"] for row in members},
            }


OUTCOMES = Question(
    "outcomes",
    title="Offences by outcome",
    summary="Offences by outcome and year",
    asks="How did the offences of each year end?",
    meaning="offences: a count, zeros included; year_total: all offences of the year, as printed;"
    " share_percent: offences in percent of year_total, two decimals. Counts below 10 are too small"
    " to conclude from.",
    record=OUTCOME,
    view="outcome",
    names=(
        Column("force_name"),
        Column("label_total", "integer", "offences of all years, as printed, if so"),
        Column("grand_total", "integer", "offences of all years and outcomes, as printed, if so"),
        Column("table_years", "integer", "how many years the table has"),
    ),
    filters=(
        _years("year", "years", "Outcomes of this year.", "year IN ({values})"),
        _years("from", "first", "Outcomes from this year on.", "year >= :first"),
        _years("to", "last", "Outcomes up to this year.", "year <= :last"),
        Filter(
            "outcome",
            "This outcome: a code, or Resolved.",
            "coalesce(code, outcome) IN ({values})",
            parameter="codes",
            metavar="CODE",
            found_by="(SELECT coalesce(code, outcome) FROM outcome"
            " WHERE lower(coalesce(code, outcome)) = lower({}) LIMIT 1)",
            suggestions="code",
        ),
        Filter(
            "by",
            "A row for each outcome, or for each official group: outcome (the default) or group.",
            metavar="GROUPING",
            choices=("outcome", "group"),
        ),
        DOCUMENT.on("document IN ({values})"),
        AGENCY.on("force IN ({values})", "Rows of this police force."),
    ),
    compute=_grouped,
    notes=(_notes,),
    order="document, force, year, position",
)


def outcomes(connection: sqlite3.Connection, /, **given: Any) -> Table:
    """One row for each document, force, year and outcome, or official group; filters as OUTCOMES
    has them. Raises InputError for what is not in the data."""
    values = OUTCOMES.values(connection, given)
    _check_years(connection, values)
    if "codes" in values:
        values["codes"] = _codes(connection, values)
    return OUTCOMES.answer(connection, values)


def _check_years(connection: sqlite3.Connection, values: Values) -> None:
    """Raise InputError unless there are outcomes for each of the years, in what else is chosen."""
    years, first, last = (values.get(key, []) for key in ("years", "first", "last"))
    chosen = {key: values[key] for key in ("document", "agency") if key in values}
    if years and not (first or last) and all(_has(connection, chosen, year) for year in years):
        return
    known = sorted(row["year"] for row in _found(connection, "year", chosen))
    if not known:
        _no_outcomes(connection, " and ".join(one for given in chosen.values() for one in given))
    for year in (*years, *first, *last):
        if year not in known:
            listed = ", ".join(map(str, known))
            raise InputError(f"There are no outcomes for {year}: the years are {listed}.")
    low, high = min(first, default=known[0]), max(last, default=known[-1])
    if years and not any(low <= year <= high for year in years):
        raise InputError("No --year lies between --from and --to: widen the range.")


def _has(connection: sqlite3.Connection, chosen: Values, year: int) -> bool:
    """Whether there are outcomes for a year, which an index answers."""
    return year in _CALENDAR and any(_found(connection, "1", {**chosen, "years": [year]}))


def _found(connection: sqlite3.Connection, columns: str, values: Values) -> Iterator[sqlite3.Row]:
    condition, bound = OUTCOMES.where(values)
    yield from connection.execute(
        f"SELECT DISTINCT {columns} FROM {OUTCOMES.view} WHERE {condition}", bound
    )


def _codes(connection: sqlite3.Connection, values: Values) -> list[str]:
    """The outcomes asked for: by their codes, or by their labels where none is printed."""
    others = {key: value for key, value in values.items() if key != "codes"}
    known: dict[str, list[str]] = {}
    named: dict[str, str] = {}
    for row in _found(connection, "code, outcome", others):
        own = str(row["code"] or row["outcome"])
        known.setdefault(own.casefold(), []).append(own)
        named[row["outcome"].casefold()] = own
    for code in values["codes"]:
        if code.casefold() not in known:
            first = {key: owns[0] for key, owns in known.items()}
            raise unknown("outcome", code, first | named)
    return [own for code in values["codes"] for own in known[code.casefold()]]


def _no_outcomes(connection: sqlite3.Connection, given: str) -> None:
    having = connection.execute("SELECT DISTINCT document, force FROM outcome").fetchall()
    where = ", ".join(f"{row['document']} ({row['force']})" for row in having) or "none"
    what = f"'{given}' has" if given else "The database has"
    raise InputError(f"{what} no table of outcomes: there is one in {where}.")
